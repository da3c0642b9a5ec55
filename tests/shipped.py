"""What ships with the program, read once in a run: both are frozen, so every test may have the same."""

import functools
import shutil
import tempfile
from pathlib import Path

from supervision_tui import family as families
from supervision_tui import practice
from supervision_tui.genogram import lay_out
from supervision_tui.practice.library.content_files import FOLDERS, CompiledContent
from supervision_tui.resources import content_folder
from supervision_tui.workspace.notebook import opening
from tests.patience import PATIENCE

OPEN_DEMO = opening.open_demo

__all__ = ["MadeDemo", "load_family", "load_library", "placed", "read_content"]


@functools.cache
def _family(path, _changed):
    return families.load_family(path)


def load_family(path):
    """The family in the file at *path*, parsed anew only where the file has changed."""
    path = Path(path)
    return _family(path, path.stat().st_mtime_ns)


@functools.cache
def load_library():
    """The shipped library."""
    return practice.load_library()


_READ = CompiledContent.read
_FOLDERS = frozenset(content_folder(folder) for folder in FOLDERS)
_CONTENT = {}


def read_content(content, path, model):
    """The *model* in the file at *path*: a shipped one made anew only where the file has changed, a team's own always.

    It stands in the place of ``CompiledContent.read``.
    """
    if path.parent not in _FOLDERS:
        return _READ(content, path, model)
    key = path, path.stat().st_mtime_ns, model
    if key not in _CONTENT:
        _CONTENT[key] = _READ(content, path, model)
    return _CONTENT[key]


class MadeDemo:
    """The demonstration's notebook, made once in a run in *folder*: each test has a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ""

    def open(self):
        """A copy, open; it goes when it is closed, as the demonstration does."""
        if not self._key:
            made = OPEN_DEMO()
            made.writer.flush(PATIENCE)
            made.close(keep=True)
            shutil.copytree(made.throw_away, self._folder / "demo")
            shutil.rmtree(made.throw_away)
            self._key = made.demo_key
        folder = Path(tempfile.mkdtemp(prefix="supervision-demo-"))
        shutil.copytree(self._folder / "demo", folder, dirs_exist_ok=True)
        return opening.reopen_demo(folder, self._key)


_PLACED = {}


def placed(family):
    """Where everybody of *family* stands: worked out once for each family that tests share."""
    if id(family) not in _PLACED:
        _PLACED[id(family)] = (family, lay_out(family))  # held, so that no other family has its number
    return _PLACED[id(family)][1]

"""What the organisation has set for this computer, and what of it a person may not change.

One file, ``organisation.yaml``, in the program's own folder or in the computer's folder for settings of programs; the
first that is there holds. Where that is does not depend on any variable of the person who is logged in. A file with a
mistake sets the strictest until it is mended: no file in clear, no browser; what is right in it holds all the same.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from supervision_tui import whole_files
from supervision_tui.lazy_import import load_on_use

NAME = "supervision-tui"
FILE = "organisation.yaml"
LockMinutes = Literal[5, 10, 15, 30]
Fixable = Literal["framework", "lock_minutes", "notebooks", "content", "danger_steps"]
AlwaysFixed = Literal["copies", "after_involvement_days", "private_days", "export_in_clear", "browser"]


@dataclass(frozen=True, slots=True)
class OrganisationSettings:
    """What can be set for a computer, and what holds where it is not set.

    Attributes:
        framework: id of the practice framework for new notebooks.
        lock_minutes: minutes without a key until a notebook locks.
        notebooks: the folder in which notebooks stand; ``{user}`` stands for the name of the person's account.
        copies: a folder for a second copy a day, beside the ones in the notebook's own folder; ``{user}`` as above.
        content: a folder with packs, formats, frameworks, checklists and templates of the organisation's own.
        danger_steps: what to do when somebody may be in danger, with telephone numbers, a line each.
        after_involvement_days: days from the end of involvement to when a family's working space should go.
        private_days: days after which what is private to its author should go.
        export_in_clear: whether files that anybody can read may be written at all.
        browser: whether the program may be shown in a browser (``serve``).
        fixed: what a person cannot set otherwise; what nobody can set for themselves is fixed whether named or not.
    """

    framework: str = ""
    lock_minutes: LockMinutes | None = None
    notebooks: str = ""
    copies: str = ""
    content: str = ""
    danger_steps: tuple[str, ...] = ()
    after_involvement_days: int = 28
    private_days: int = 14
    export_in_clear: bool = True
    browser: bool = True
    fixed: tuple[Fixable | AlwaysFixed, ...] = ()


NOTHING_SET = OrganisationSettings()
"""What holds where there is no file."""
NO_CLEAR_FILES = (
    "Your organisation does not allow files that anybody can read on this computer. Nothing was written. A page that "
    "is locked with a passphrase of its own, or a parcel, may be written."
)
NO_BROWSER = "Your organisation does not allow the program in a browser on this computer. It runs in the terminal."
_file: Any = load_on_use("supervision_tui.workspace", {"organisation_file": "read strictest"})
"""How the file is read, loaded where there is one."""


class FixedByOrganisationError(ValueError):
    """Something was to be changed that the organisation has fixed."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """The *settings* that hold, the *file* that they come from (None: there is none), and what is wrong with it."""

    settings: OrganisationSettings
    file: Path | None = None
    problem: str = ""

    def is_fixed(self, name: Fixable) -> bool:
        """Whether a person may not set *name* otherwise."""
        return name in self.settings.fixed

    def refuse_if_fixed(self, name: Fixable) -> None:
        """Refuse to change what is fixed.

        Raises:
            FixedByOrganisationError: it is; says so.
        """
        if self.is_fixed(name):
            words = name.replace("_", " ")
            raise FixedByOrganisationError(f"Your organisation has set this ({words}), and it cannot be changed here.")

    @property
    def changeable(self) -> bool:
        """Whether the person who is logged in could change the file."""
        return self.file is not None and (os.access(self.file, os.W_OK) or os.access(self.file.parent, os.W_OK))

    def lines(self) -> Iterator[str]:
        """What is set, a line each, with whether it is fixed."""
        for name, value in asdict(self.settings).items():
            if name != "fixed" and value != getattr(NOTHING_SET, name):
                shown = f"{len(value)} lines" if isinstance(value, tuple) else value
                always = name in get_args(AlwaysFixed)
                yield f"{name.replace('_', ' ')}: {shown}{' (fixed)' if always or name in self.settings.fixed else ''}"


def places() -> tuple[Path, ...]:
    """Where the file may stand, the first that is there holds: beside the program, then the computer's own folder."""
    if sys.platform == "win32":
        machine = _windows_program_data() / NAME
    elif sys.platform == "darwin":
        machine = Path("/Library/Application Support") / NAME
    else:
        machine = Path("/etc") / NAME
    beside = (Path(sys.executable).resolve().parent / FILE,) if getattr(sys, "frozen", False) else ()
    return (*beside, machine / FILE)


def organisation() -> Organisation:
    """What the organisation has set, as the file stands now."""
    for path in places():
        try:
            changed = path.stat().st_mtime_ns
        except FileNotFoundError:
            continue
        except OSError as problem:
            refused: Organisation = _file("strictest")(path, f"It cannot be opened ({problem.strerror}).")
            return refused
        found: Organisation = _file("read")(path, changed)
        return found
    return Organisation(NOTHING_SET)


def enforce() -> None:
    """Hold what no part of the program may get round: files in clear are refused from now on where they must be."""
    allowed = organisation().settings.export_in_clear
    whole_files.refuse_clear_files("" if allowed else NO_CLEAR_FILES)


def in_words(folder: str) -> Path:
    """A folder that the file names, for the person who is logged in."""
    return Path(folder.replace("{user}", _account())).expanduser()


def _account() -> str:
    """The account's name, as one part of a path."""
    return "".join(char if char.isalnum() or char in "-_." else "_" for char in getpass.getuser())


def _windows_program_data() -> Path:
    from platformdirs.windows import get_win_folder  # noqa: PLC0415 - exists only there

    return Path(get_win_folder("CSIDL_COMMON_APPDATA"))

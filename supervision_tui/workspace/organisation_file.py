"""Reading the file of an organisation: what is right in it holds; a mistake sets the strictest until it is mended."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from supervision_tui.text import Line
from supervision_tui.workspace.organisation import (
    NOTHING_SET,
    AlwaysFixed,
    Fixable,
    LockMinutes,
    Organisation,
    OrganisationSettings,
)
from supervision_tui.yaml_files import FileFormatError, load_yaml, validated

Days = Annotated[int, Field(ge=1, le=3650)]
STRICTEST = {"export_in_clear": False, "browser": False}


class OrganisationFile(BaseModel):
    """The file as it may be written: see :class:`OrganisationSettings`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    framework: str = NOTHING_SET.framework
    lock_minutes: LockMinutes | None = NOTHING_SET.lock_minutes
    notebooks: str = NOTHING_SET.notebooks
    copies: str = NOTHING_SET.copies
    content: str = NOTHING_SET.content
    danger_steps: tuple[Line, ...] = ()
    after_involvement_days: Days = NOTHING_SET.after_involvement_days
    private_days: Days = NOTHING_SET.private_days
    export_in_clear: bool = NOTHING_SET.export_in_clear
    browser: bool = NOTHING_SET.browser
    fixed: tuple[Fixable | AlwaysFixed, ...] = NOTHING_SET.fixed

    @property
    def settings(self) -> OrganisationSettings:
        """What holds by it."""
        return OrganisationSettings(**dict(self))


@cache
def read(path: Path, _changed: int) -> Organisation:
    """What the file at *path* sets; it is read again where it changed."""
    try:
        source = load_yaml(path)
    except FileFormatError as trouble:
        return strictest(path, " ".join(str(problem) for problem in trouble.problems))
    except OSError as problem:
        return strictest(path, f"It cannot be opened ({problem.strerror}).")
    try:
        return Organisation(validated(OrganisationFile, source).settings, path)
    except FileFormatError as trouble:
        return strictest(path, " ".join(str(problem) for problem in trouble.problems), source.value)


def strictest(path: Path, problem: str, value: object = None) -> Organisation:
    """The strictest, with what is right in the *value* of a file that holds a mistake; *problem* says which."""
    given = {str(name): content for name, content in value.items()} if isinstance(value, dict) else {}
    if isinstance(given.get("fixed"), list):
        given["fixed"] = [name for name in given["fixed"] if name in (*get_args(Fixable), *get_args(AlwaysFixed))]
    right = {name: content for name, content in given.items() if _is_right(name, content)}
    return Organisation(OrganisationFile.model_validate(right | STRICTEST).settings, path, problem)


def _is_right(name: str, content: object) -> bool:
    try:
        OrganisationFile.model_validate({name: content})
    except ValidationError:
        return False
    return True

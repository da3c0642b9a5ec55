"""What the owner has chosen about the notebook itself: one small document in the vault."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from supervision_tui.text import Line
from supervision_tui.workspace.organisation import organisation
from supervision_tui.workspace.store.repository import Repository

Minutes = Literal[5, 10, 15, 30]
"""After how many minutes without a key the notebook may lock: never is no choice."""

LOCK_CHOICES: tuple[Minutes, ...] = get_args(Minutes)


class Settings(BaseModel):
    """*lock_after*: minutes without a key until the notebook locks (security notes 3.2: 15 in a meeting).

    *paper*: whether somebody has shown that the present recovery words stand on paper.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    lock_after: Minutes = 15
    paper: bool = True


class SettingsRepository(Repository[Settings]):
    """The one document of settings; beside the owner's."""

    kind: ClassVar[str] = "settings"
    model = Settings
    ID: ClassVar[str] = "notebook"

    def now(self) -> Settings:
        """What is chosen; where nothing was, or the organisation has fixed it, what the organisation says."""
        ruled, found = organisation(), self.find(self.ID)
        minutes = ruled.settings.lock_minutes
        if minutes is not None and (found is None or ruled.is_fixed("lock_minutes")):
            return (found or Settings()).model_copy(update={"lock_after": minutes})
        return found or Settings()

    def change(self, *, lock_after: int) -> Settings:
        """Choose, and keep it.

        Raises:
            FixedByOrganisationError: the organisation has fixed it.
            ValueError: it is none of the choices.
            VaultError: it could not be kept.
        """
        organisation().refuse_if_fixed("lock_minutes")
        chosen = Settings.model_validate(self.now().model_dump() | {"lock_after": lock_after})
        self.put(chosen, self.ID)
        return chosen

    def note_paper_checked(self, *, done: bool) -> None:
        """Note that recovery words were shown (not *done*), or that somebody has read them back from paper.

        Raises:
            VaultError: it could not be noted.
        """
        self.put(self.now().model_copy(update={"paper": done}), self.ID)


class Owner(BaseModel):
    """The person whose notebook this is: the *name* that their work is saved under, and the id of their *framework*.

    *person* is their id on the list of people, where they stand on it. *people_have_ids* says that this notebook keeps
    ids beside names, or was carried over to do so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: Line
    framework: str = "plain"
    person: str = Field(default="", exclude_if=lambda person: not person)
    people_have_ids: bool = Field(default=False, exclude_if=lambda done: not done)


class OwnerRepository(Repository[Owner]):
    """The one owner of a vault."""

    kind: ClassVar[str] = "settings"
    model = Owner
    ID: ClassVar[str] = "owner"

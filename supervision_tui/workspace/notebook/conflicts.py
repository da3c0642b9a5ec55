"""Texts that were saved twice at the same time: both are kept by the vault, and a person looks at both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from supervision_tui.days import moment_in_words
from supervision_tui.text import Line
from supervision_tui.vault import ConflictCopy, DocumentNotFoundError, PrivateLockedError, Save, Vault
from supervision_tui.workspace.store import SettingsRepository, leaf_values
from supervision_tui.workspace.workspace import Workspace

FROM_A_PARCEL = "from "
"""Begins the author of a text that came in a parcel."""


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A part of a document that the two texts say differently; "" where one of them does not have it."""

    where: str
    kept: str
    standing: str


@dataclass(frozen=True, slots=True)
class TextConflict:
    """A text that waits beside the one that stands: by whom and when, and what differs."""

    kept: ConflictCopy
    title: str
    differences: tuple[TextDifference, ...]

    @property
    def when(self) -> str:
        """When the waiting one was saved, by this computer's clock."""
        return moment_in_words(self.kept.saved_at.astimezone())

    @property
    def origin(self) -> str:
        """How the waiting text came here: by a parcel, or from another window."""
        if self.kept.author.startswith(FROM_A_PARCEL):
            return f"The waiting text came {self.kept.author}. It was taken in here on {self.when}."
        return f"Saved by {self.kept.author} on {self.when}, while another text was saved in its place."


def open_conflicts(vault: Vault) -> list[TextConflict]:
    """Every text that waits for somebody to look at both, oldest first; private ones of others are left out."""
    return [_beside(vault, waiting) for waiting in vault.documents.conflicts() if waiting.body is not None]


def _beside(vault: Vault, copy: ConflictCopy) -> TextConflict:
    try:
        standing = vault.documents.get(copy.kind, copy.id)
    except (DocumentNotFoundError, PrivateLockedError):
        return TextConflict(copy, f"{copy.kind} (deleted meanwhile)", tuple(differences(copy.body or "", "")))
    return TextConflict(copy, standing.title or copy.kind, tuple(differences(copy.body or "", standing.body)))


def accept_waiting(workspace: Workspace, two: TextConflict) -> None:
    """Let the waiting text stand; what stood stays in the history.

    Raises:
        VaultError: nothing was changed, and both are still there.
    """
    waiting = two.kept
    repository = next((repository for repository in workspace.repositories if repository.kind == waiting.kind), None)
    try:
        if repository is None or waiting.sealed or waiting.kind == SettingsRepository.kind:
            _put_as_it_is(workspace.vault, waiting, workspace.author)
        else:
            repository.find(waiting.id)
            repository.put(repository.model.model_validate_json(waiting.body or ""), waiting.id)
    except ValueError:  # a shape that this version does not know: kept word for word all the same
        _put_as_it_is(workspace.vault, waiting, workspace.author)
    workspace.vault.documents.resolve(waiting, author=workspace.author)


def _put_as_it_is(vault: Vault, copy: ConflictCopy, me: Line) -> None:
    """Save the waiting text word for word; what was private when it was written stays so, and its author's."""
    standing = next((heading for heading in vault.documents.headings(copy.kind) if heading.id == copy.id), None)
    title = copy.title or (standing.title if standing else "")
    base = vault.documents.version(copy.kind, copy.id)
    author = copy.author if copy.sealed else me
    vault.documents.save(
        Save(copy.kind, copy.id, copy.body or "", author=author, base=base, title=title, sealed=copy.sealed)
    )


def discard_waiting(workspace: Workspace, two: TextConflict) -> None:
    """Let what stands stand, and drop the waiting text.

    Raises:
        VaultError: both are still there.
    """
    workspace.vault.documents.resolve(two.kept, author=workspace.author)


def differences(waiting: str, standing: str) -> Iterator[TextDifference]:
    """The parts that two texts say differently, each with the way to it; whole texts where they are not JSON."""
    left, right = dict(_parts(waiting)), dict(_parts(standing))
    for where in dict.fromkeys((*left, *right)):
        if left.get(where, "") != right.get(where, ""):
            yield TextDifference(where, left.get(where, ""), right.get(where, ""))


def _parts(body: str) -> Iterator[tuple[str, str]]:
    try:
        content = json.loads(body) if body else {}
    except ValueError:
        yield "text", body
        return
    yield from leaf_values(content)

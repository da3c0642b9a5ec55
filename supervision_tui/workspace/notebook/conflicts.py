"""Texts that were saved twice at the same time: both are kept by the vault, and a person looks at both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from supervision_tui.days import moment_in_words
from supervision_tui.text import Line
from supervision_tui.vault import DocumentNotFoundError, Kept, PrivateLockedError, Vault
from supervision_tui.workspace.store.json_paths import leaves
from supervision_tui.workspace.store.settings import SettingsShelf
from supervision_tui.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of a document that the two texts say differently; "" where one of them does not have it."""

    where: str
    kept: str
    standing: str


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """A text that waits beside the one that stands: by whom and when, and what differs."""

    kept: Kept
    title: str
    differences: tuple[Difference, ...]

    @property
    def when(self) -> str:
        """When the waiting one was saved, by this computer's clock."""
        return moment_in_words(self.kept.saved_at.astimezone())


def waiting(vault: Vault) -> list[TwoTexts]:
    """Every text that waits for somebody to look at both, oldest first; private ones of others are left out."""
    return [_beside(vault, kept) for kept in vault.kept() if kept.body is not None]


def _beside(vault: Vault, kept: Kept) -> TwoTexts:
    try:
        standing = vault.get(kept.kind, kept.id)
    except (DocumentNotFoundError, PrivateLockedError):
        return TwoTexts(kept, f"{kept.kind} (deleted meanwhile)", tuple(_differences(kept.body or "", "")))
    return TwoTexts(kept, standing.title or kept.kind, tuple(_differences(kept.body or "", standing.body)))


def take(workspace: Workspace, two: TwoTexts) -> None:
    """Let the waiting text stand; what stood stays in the history.

    Raises:
        VaultError: nothing was changed, and both are still there.
    """
    kept = two.kept
    shelf = next((one for one in workspace.shelves if one.kind == kept.kind), None)
    try:
        if shelf is None or kept.kind == SettingsShelf.kind:
            _put_as_it_is(workspace.vault, kept, workspace.me)
        else:
            shelf.find(kept.id)
            shelf.put(shelf.model.model_validate_json(kept.body or ""), kept.id)
    except ValueError:  # a shape that this version does not know: kept word for word all the same
        _put_as_it_is(workspace.vault, kept, workspace.me)
    workspace.vault.settle(kept, author=workspace.me)


def _put_as_it_is(vault: Vault, kept: Kept, me: Line) -> None:
    heading = next((one for one in vault.list(kept.kind) if one.id == kept.id), None)
    title, sealed = (heading.title, heading.sealed) if heading else ("", False)
    base = vault.version(kept.kind, kept.id)
    vault.put(kept.kind, kept.id, kept.body or "", author=me, base=base, title=title, sealed=sealed)


def leave(workspace: Workspace, two: TwoTexts) -> None:
    """Let what stands stand, and drop the waiting text.

    Raises:
        VaultError: both are still there.
    """
    workspace.vault.settle(two.kept, author=workspace.me)


def _differences(kept: str, standing: str) -> Iterator[Difference]:
    """The parts that differ; whole texts where they are not JSON."""
    left, right = dict(_parts(kept)), dict(_parts(standing))
    for where in dict.fromkeys((*left, *right)):
        if left.get(where, "") != right.get(where, ""):
            yield Difference(where, left.get(where, ""), right.get(where, ""))


def _parts(body: str) -> Iterator[tuple[str, str]]:
    try:
        found = json.loads(body) if body else {}
    except ValueError:
        yield "text", body
        return
    yield from leaves(found)

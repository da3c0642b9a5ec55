"""Words that stand in fields when the screens have to go, and the documents that keep drafts of their own."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.workspace.store import RecoveredInput, leaf_values, unsaved_fields

if TYPE_CHECKING:
    from supervision_tui.session import Session
    from supervision_tui.workspace.store import FieldText

TIMEOUT = 0.3
"""Seconds that one screen may take to read the keys that were on their way to it."""
_ROUNDS = 3  # a key becomes a change, the change a draft, the draft a note in the document


class _Editor(Protocol):
    @property
    def session(self) -> Session:
        """The session as it stands."""


@runtime_checkable
class SessionInHand(Protocol):
    """A session in hand, as screens hold it."""

    @property
    def editor(self) -> _Editor:
        """What holds the session."""

    def save(self) -> None:
        """Hand it to the writer."""


def open_sessions(screens: Sequence[Screen[Any]]) -> list[SessionInHand]:
    """The sessions that *screens* hold, without doubles, the one in front last."""
    found: list[SessionInHand] = []
    for screen in screens:
        held = getattr(screen, "controller", None)
        if isinstance(held, SessionInHand) and held not in found:
            found.append(held)
    return found


def hand_to_writer(screens: Sequence[Screen[Any]]) -> list[SessionInHand]:
    """Hand to the writer what *screens* hold: sessions, and what a screen with a ``hand_to_writer`` of its own has."""
    found = open_sessions(screens)
    for controller in found:
        controller.save()
    for screen in screens:
        own = getattr(screen, "hand_to_writer", None)
        if callable(own):
            own()
    return found


async def drain_keys(screens: Sequence[Screen[Any]]) -> None:
    """Let the keys that are on their way reach their fields and, through them, the documents."""
    for screen in screens:
        focused = screen.focused
        chain: list[MessagePump] = [screen]
        if focused is not None and focused.is_attached:
            chain = [node for node in focused.ancestors_with_self if node is not screen.app]
        for _ in range(_ROUNDS):
            for node in chain:
                await _drained(node)


async def _drained(node: MessagePump) -> None:
    """Wait until *node* has handled every message that it has now."""
    done = asyncio.Event()
    if node.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), TIMEOUT)


def gather_unsaved(screens: Sequence[Screen[Any]]) -> RecoveredInput:
    """What is in hand on *screens*: the session, the place, and words that no draft holds."""
    held = open_sessions(screens)
    place = next((screen for screen in screens if isinstance(screen, CommandScreen) and screen.IS_PLACE), None)
    return RecoveredInput(
        session=held[-1].editor.session.id if held else "",
        place=type(place).__name__ if place else "",
        family=place.chosen_family if place else "",
        words=unsaved_words(screens),
    )


def words_to_recover(screens: Sequence[Screen[Any]], before: RecoveredInput) -> RecoveredInput:
    """The words in the fields of *screens* that no draft holds, together with those that were there *before*."""
    return RecoveredInput(words=unsaved_words(screens)).merged_with(before)


def unsaved_words(screens: Sequence[Screen[Any]]) -> tuple[FieldText, ...]:
    """The words in the fields of *screens* that no draft holds."""
    found = [words for screen in screens for words in typed(screen)]
    stored = (
        [text for controller in open_sessions(screens) for text in _kept(controller.editor.session)] if found else []
    )
    return unsaved_fields(found, stored)


def _kept(session: Session) -> Iterator[str]:
    """Every text that *session* holds: what was written, and drafts; a form's draft is JSON."""
    yield from (value for _, value in leaf_values(session.model_dump(mode="json")))
    for draft in session.drafts:
        with contextlib.suppress(ValueError, AttributeError):
            yield from json.loads(draft.text).values()


def typed(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """Where and what: the words in every field of *screen* that were typed there; no passphrase, nothing looked for."""
    for field in screen.query("Input, TextArea"):
        if isinstance(field, NoteBox) and field.slot is not None:
            continue  # a draft of the session holds them
        if isinstance(field, TextArea) and not field.read_only:
            yield _called(screen, field), field.text
        elif isinstance(field, LineBox) and _is_missed(field):
            yield _called(screen, field), field.value


def _is_missed(field: LineBox) -> bool:
    """Whether somebody would miss the words in *field*: typed there, no secret, nothing looked for."""
    return not (field.password or field.searching or field.told_once) and field.value != field.began_with


def _called(screen: Screen[Any], field: Input | TextArea) -> str:
    """What the person would call the field: the title of its window, and its hint."""
    around = [node for node in field.ancestors_with_self if isinstance(node, Widget)]
    title = next((str(node.border_title) for node in around if node.border_title), "")
    return " · ".join(part for part in (title, str(field.placeholder)) if part) or _plain(type(screen).__name__)


def _plain(name: str) -> str:
    """``RecordsScreen`` as Records."""
    return name.removesuffix("Screen") or "a field"

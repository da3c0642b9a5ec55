"""What can be done with something that was written: weigh an idea, look at its history, move it, say how we know it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supervision_tui.days import day_in_words
from supervision_tui.practice import Destination
from supervision_tui.session import Entry, Hypothesis, PreviewRequiredError, ReclassifyError
from supervision_tui.session.fields import open_parts
from supervision_tui.session.hypotheses import set_hypothesis_status, set_idea_part
from supervision_tui.session.model import EvidenceSource, HypothesisStatus
from supervision_tui.session.reclassify import ORDER
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen

if TYPE_CHECKING:
    from supervision_tui.session import FieldPart
    from supervision_tui.session.fields import SessionItem
    from supervision_tui.tui.session_base import SessionBase

STANDINGS: dict[HypothesisStatus, str] = {
    "idea": "an idea, not tested yet",
    "tested": "tested: we asked or looked",
    "growing": "growing: more fits than before",
    "fading": "fading: less fits than before",
    "dropped": "dropped: it does not fit",
    "shared": "shared with the family",
}
"""How an idea stands, in words (Cecchin 1987: kept alive by curiosity, not by being right)."""
SOURCES: dict[EvidenceSource, str] = {
    "seen": "seen by one of us",
    "told": "told by the person",
    "reported": "reported by somebody else",
    "assumed": "assumed so far, not known",
    "": "leave it open",
}


def weigh(screen: SessionBase, thing: SessionItem) -> None:
    """Say how an idea stands now, and what was seen or heard that says so."""
    if not isinstance(thing, Hypothesis):
        screen.notify("Only an idea is weighed. Choose one in the list.", markup=False)
        return

    gaps = {part.id: part for part in open_parts(thing)}

    def stands(choice: str | None) -> None:
        if choice in gaps:
            _say_open_part(screen, thing, gaps[choice])
            return
        standing = next((standing for standing in STANDINGS if standing == choice), None)
        if standing is None:
            return

        def because(words: str | None) -> None:
            if words:
                set_hypothesis_status(screen.editor, thing.id, standing, words, screen.controller.now())
                screen.changed()

        screen.app.push_screen(AskScreen("What did you see or hear?", "a few words; they stay with the idea"), because)

    history = history_in_words(thing)
    still_open = [(part.id, f"still open: {part.label}") for part in gaps.values()]
    screen.app.push_screen(
        ChooseScreen("How does this idea stand now?", [*still_open, *STANDINGS.items()], history), stands
    )


def _say_open_part(screen: SessionBase, idea: Hypothesis, part: FieldPart) -> None:
    """Ask for what has not been said of *idea*; then weighing goes on, with what is still open."""

    def said(words: str | None) -> None:
        if words:
            set_idea_part(screen.editor, idea.id, part.id, words, screen.controller.now())
            screen.changed()
            now = next((idea_now for idea_now in screen.editor.session.hypotheses if idea_now.id == idea.id), None)
            if now is not None:
                weigh(screen, now)

    screen.app.push_screen(AskScreen(part.label, part.hint), said)


def history_in_words(idea: Hypothesis) -> str:
    """The idea, what would make it wrong, and every step of its life, the oldest first."""
    lines = [str(idea.statement)]
    lines += [f"Fits: {idea.would_fit}"] if idea.would_fit else []
    lines += [f"What would make us drop it: {idea.would_drop}"] if idea.would_drop else []
    lines += [
        f"{day_in_words(change.at)}: {STANDINGS[change.status].split(':')[0]}, because {change.because}"
        for change in idea.history
    ]
    return "\n".join(lines)


def source(screen: SessionBase, thing: SessionItem) -> None:
    """Say how we know it: seen, told, reported or assumed."""
    if not isinstance(thing, Entry):
        screen.notify("How we know it is said of a note. Choose one in the list.", markup=False)
        return

    def known(choice: str | None) -> None:
        if choice is not None:
            screen.editor.set_source(
                thing.id, next(source for source in SOURCES if source == choice), screen.controller.now()
            )
            screen.changed()

    screen.app.push_screen(ChooseScreen("How do we know this?", list(SOURCES.items()), str(thing.text)), known)


def move(screen: SessionBase, thing: SessionItem) -> None:
    """Let a note or an idea belong somewhere else, after reading who could read it there."""
    if not isinstance(thing, Entry | Hypothesis):
        screen.notify("A step or a decision stays where it is. A note or an idea can be moved.", markup=False)
        return
    places = [(place.value, place.about.name) for place in reversed(ORDER) if place is not thing.destination]
    words = str(thing.text if isinstance(thing, Entry) else thing.statement)

    def chosen(choice: str | None) -> None:
        if choice is not None:
            _move(screen, thing.id, Destination(choice), words)

    screen.app.push_screen(ChooseScreen("Where should this stand?", places, words), chosen)


def _move(screen: SessionBase, thing_id: str, to: Destination, words: str) -> None:
    try:
        screen.editor.move(thing_id, to, screen.controller.now())
    except ReclassifyError as refused:
        screen.app.push_screen(NoticeScreen("It stays where it is", str(refused)))
        return
    except PreviewRequiredError as preview:

        def read(answer: str | None) -> None:
            if answer == "move":
                screen.editor.move(thing_id, to, screen.controller.now(), previewed=True)
                screen.changed()

        choices = [("back", "Leave it where it is"), ("move", "Move it, these words, as they stand")]
        screen.app.push_screen(ChooseScreen("More people could read it there", choices, f"{words}\n\n{preview}"), read)
        return
    screen.changed()


ACTS: dict[str, Callable[[SessionBase, SessionItem], None]] = {"weigh": weigh, "source": source, "move": move}
"""What can be asked of a thing in the list, by the name of the act."""

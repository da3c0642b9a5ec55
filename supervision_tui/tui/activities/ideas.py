"""The ideas of the team, one in hand: whom it links, what fits, what would make it wrong, and questions to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.practice.questions import FlaggedHarm
from supervision_tui.session import Hypothesis, first_name
from supervision_tui.session.hypotheses import LEVELS, answer_in, criteria, link_person, set_level, set_rival_idea
from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading, marked_line
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.entry_actions import STANDINGS, weigh

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase


class IdeasPanel(ActivityPanel):
    """Rival ideas one below another; for the one in hand a question at a time, never a score."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("left", "ask(-1)", "Question before", show=False),
        Binding("right", "ask(1)", "Next question", show=False),
        Binding("n", "new", "A new idea", show=False),
        Binding("enter", "change", "Its words", show=False),
        Binding("w", "weigh", "Weigh", show=False),
        Binding("p", "people", "Whom it links", show=False),
        Binding("l", "level", "Level", show=False),
        Binding("r", "set_rival_idea", "Rival of", show=False),
    ]
    KEYS = "←/→ questions · w weigh · p people · l level · r rival · n new · Enter its words"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = self.asked = 0
        family = screen.controller.family
        self.harm = family is not None and FlaggedHarm(family, screen.controller.now().date()).present

    @property
    def ideas(self) -> tuple[Hypothesis, ...]:
        """Every idea that may be seen here, those that were dropped last."""
        ideas = [
            idea for idea in self.editor.session.hypotheses
            if self.app.room.may_show(private=idea.destination.value == "private")
        ]  # fmt: skip
        return tuple(sorted(ideas, key=lambda idea: idea.status == "dropped"))

    @property
    def idea(self) -> Hypothesis | None:
        """The idea in hand."""
        return self.ideas[self.at % len(self.ideas)] if self.ideas else None

    def content_lines(self) -> list[Content]:
        """The list, then the idea in hand with one question."""
        rows = [heading("Ideas to test", "hold at least three, one of them about us")]
        if self.harm:
            rows.append(content("Somebody is harmed here: we do not ask how both invite it.", "$warning"))
        now = self.controller.now()
        for idea in self.ideas:
            status = STANDINGS[idea.status].split(":")[0]
            stale = " · rested for eight weeks" if idea.stale(now) else ""
            rows.append(marked_line(f"{idea.statement}  [{status}{stale}]", chosen=idea == self.idea))
        if self.idea is None:
            return [
                *rows,
                content("  No idea yet. Press n: perhaps when ..., then ..."),
            ]
        return [*rows, Content(""), *self._in_hand(self.idea)]

    def _in_hand(self, idea: Hypothesis) -> list[Content]:
        asks = criteria(harm=self.harm)
        criterion = asks[self.asked % len(asks)]
        linked = ", ".join(first_name(self.controller.family, person) for person in idea.about) or "nobody yet"
        rival = next((str(other.statement) for other in self.ideas if other.id == idea.rival_of), "")
        last = idea.history[-1] if idea.history else None
        facts = [
            ("Links: ", linked), ("Fits if: ", idea.would_fit), ("Wrong if: ", idea.would_drop),
            ("Level: ", idea.level), ("Rival of: ", rival), ("Last said: ", str(last.because) if last else ""),
        ]  # fmt: skip
        rows = [inline(content(head, QUIET), content(str(words))) for head, words in facts if words]
        rows.append(
            content(f"Question {self.asked % len(asks) + 1} of {len(asks)}: {criterion.asks}", "$secondary bold")
        )
        answer = answer_in(idea, criterion)
        return [*rows, content(f"So far: {answer}" if answer else "Nothing is said of this yet.", QUIET)]

    def action_step(self, step: int) -> None:
        """Take up another idea."""
        if self.ideas:
            self.at = (self.at + step) % len(self.ideas)
            self.draw()

    def action_ask(self, step: int) -> None:
        """Ask the idea another of the questions."""
        self.asked = (self.asked + step) % len(criteria(harm=self.harm))
        self.draw()

    def action_new(self) -> None:
        """Write a new idea."""
        slot = next((slot for slot in self.editor.slots() if slot.field.kind == "hypothesis"), None)
        if slot is not None:
            self.session_screen.open_form(slot)

    def action_change(self) -> None:
        """Change the words of the idea in hand."""
        slot = next((slot for slot in self.editor.slots() if slot.field.kind == "hypothesis"), None)
        if slot is not None:
            self.session_screen.open_form(slot, thing=self.idea)

    def action_weigh(self) -> None:
        """Say how it stands now, with what was seen or heard."""
        if self.idea is not None:
            weigh(self.session_screen, self.idea)

    def action_people(self) -> None:
        """Link somebody of the family, or take the link away."""
        idea, family = self.idea, self.controller.family
        if idea is None or family is None:
            return

        def link_chosen(person: str | None) -> None:
            if person is not None:
                link_person(self.editor, idea.id, person, self.controller.now())
                self.changed()

        choices = [
            (person.id, f"{'✓' if person.id in idea.about else ' '} {first_name(family, person.id)}")
            for person in family.persons
        ]
        self.app.push_screen(ChooseScreen("Whom does this idea link?", choices, str(idea.statement)), link_chosen)

    def action_level(self) -> None:
        """Say at which level of context it looks."""
        idea = self.idea
        if idea is None:
            return

        def level_chosen(level: str | None) -> None:
            if level is not None:
                set_level(self.editor, idea.id, LEVELS[int(level)], self.controller.now())
                self.changed()

        words = "What does this mean here? If a level above changed, what would it mean instead?"
        choices = [(str(number), level) for number, level in enumerate(LEVELS)]
        self.app.push_screen(ChooseScreen("At which level does it look?", choices, words), level_chosen)

    def action_set_rival_idea(self) -> None:
        """Set it beside the idea that it answers."""
        idea = self.idea
        others = [(other.id, str(other.statement)) for other in self.ideas if idea is not None and other.id != idea.id]
        if idea is None or not others:
            return

        def rival_chosen(other: str | None) -> None:
            if other is not None:
                set_rival_idea(self.editor, idea.id, other, self.controller.now())
                self.changed()

        self.app.push_screen(ChooseScreen("Which idea does it rival?", others, str(idea.statement)), rival_chosen)

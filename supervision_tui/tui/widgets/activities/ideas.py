"""The ideas of the team, one in hand: whom it links, what fits, what would make it wrong, and nine questions to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.practice.questions.safeguarding import FlaggedHarm
from supervision_tui.session import Hypothesis, first_name
from supervision_tui.session.hypotheses import LEVELS, answer_in, criteria, link_person, set_level, set_rival
from supervision_tui.tui.content import beside, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.session.entry_actions import STANDINGS, weigh
from supervision_tui.tui.widgets.activities.region import QUIET, Region, chosen_mark, titled

if TYPE_CHECKING:
    from supervision_tui.tui.screens.session.session import SessionScreen


class IdeasRegion(Region):
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
        Binding("r", "rival", "Rival of", show=False),
    ]
    KEYS = "←/→ questions · w weigh · p people · l level · r rival · n new · Enter its words"

    def __init__(self, screen: SessionScreen) -> None:
        super().__init__(screen)
        self.at = self.asked = 0
        family = screen.controller.family
        self.harm = family is not None and FlaggedHarm(family, screen.controller.now().date()).present

    @property
    def ideas(self) -> tuple[Hypothesis, ...]:
        """Every idea that may be seen here, those that were dropped last."""
        found = [
            one for one in self.holder.editor.session.hypotheses
            if self.app.room.may_show(private=one.destination.value == "private")
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: one.status == "dropped"))

    @property
    def idea(self) -> Hypothesis | None:
        """The idea in hand."""
        return self.ideas[self.at % len(self.ideas)] if self.ideas else None

    def pictured(self) -> list[Content]:
        """The list, then the idea in hand with one question."""
        rows = [titled("Ideas to test", "hold at least three, one of them about us")]
        if self.harm:
            rows.append(shown("Somebody is harmed here: we do not ask how both invite it.", "$warning"))
        now = self.holder.controller.now()
        for number, one in enumerate(self.ideas):
            told = STANDINGS[one.status].split(":")[0]
            rested = " · rested for eight weeks" if one.stale(now) else ""
            rows.append(chosen_mark(f"{one.statement}  [{told}{rested}]", chosen=one == self.idea and number >= 0))
        if self.idea is None:
            return [
                *rows,
                shown("  No idea yet. Press n: perhaps when ..., then ..."),
            ]
        return [*rows, Content(""), *self._in_hand(self.idea)]

    def _in_hand(self, idea: Hypothesis) -> list[Content]:
        asks = criteria(harm=self.harm)
        one = asks[self.asked % len(asks)]
        linked = ", ".join(first_name(self.holder.controller.family, person) for person in idea.about) or "nobody yet"
        rival = next((str(other.statement) for other in self.ideas if other.id == idea.rival_of), "")
        last = idea.history[-1] if idea.history else None
        said = [
            ("Links: ", linked), ("Fits if: ", idea.would_fit), ("Wrong if: ", idea.would_drop),
            ("Level: ", idea.level), ("Rival of: ", rival), ("Last said: ", str(last.because) if last else ""),
        ]  # fmt: skip
        rows = [beside(shown(head, QUIET), shown(str(words))) for head, words in said if words]
        rows.append(shown(f"Question {self.asked % len(asks) + 1} of {len(asks)}: {one.asks}", "$secondary bold"))
        found = answer_in(idea, one)
        return [*rows, shown(f"So far: {found}" if found else "Nothing is said of this yet.", QUIET)]

    def action_step(self, step: int) -> None:
        """Take up another idea."""
        if self.ideas:
            self.at = (self.at + step) % len(self.ideas)
            self.draw()

    def action_ask(self, step: int) -> None:
        """Ask the idea another of the nine questions."""
        self.asked = (self.asked + step) % len(criteria(harm=self.harm))
        self.draw()

    def action_new(self) -> None:
        """Write a new idea."""
        slot = next((one for one in self.holder.editor.slots() if one.field.kind == "hypothesis"), None)
        if slot is not None:
            self.holder.open_form(slot)

    def action_change(self) -> None:
        """Change the words of the idea in hand."""
        slot = next((one for one in self.holder.editor.slots() if one.field.kind == "hypothesis"), None)
        if slot is not None:
            self.holder.open_form(slot, thing=self.idea)

    def action_weigh(self) -> None:
        """Say how it stands now, with what was seen or heard."""
        if self.idea is not None:
            weigh(self.holder, self.idea)

    def action_people(self) -> None:
        """Link somebody of the family, or take the link away."""
        idea, family = self.idea, self.holder.controller.family
        if idea is None or family is None:
            return

        def chosen(person: str | None) -> None:
            if person is not None:
                link_person(self.holder.editor, idea.id, person, self.holder.controller.now())
                self.changed()

        choices = [
            (one.id, f"{'✓' if one.id in idea.about else ' '} {first_name(family, one.id)}") for one in family.persons
        ]
        self.app.push_screen(ChooseScreen("Whom does this idea link?", choices, str(idea.statement)), chosen)

    def action_level(self) -> None:
        """Say at which level of context it looks."""
        idea = self.idea
        if idea is None:
            return

        def chosen(level: str | None) -> None:
            if level is not None:
                set_level(self.holder.editor, idea.id, LEVELS[int(level)], self.holder.controller.now())
                self.changed()

        words = "What does this mean here? If a level above changed, what would it mean instead?"
        choices = [(str(number), level) for number, level in enumerate(LEVELS)]
        self.app.push_screen(ChooseScreen("At which level does it look?", choices, words), chosen)

    def action_rival(self) -> None:
        """Set it beside the idea that it answers."""
        idea = self.idea
        others = [(one.id, str(one.statement)) for one in self.ideas if idea is not None and one.id != idea.id]
        if idea is None or not others:
            return

        def chosen(other: str | None) -> None:
            if other is not None:
                set_rival(self.holder.editor, idea.id, other, self.holder.controller.now())
                self.changed()

        self.app.push_screen(ChooseScreen("Which idea does it rival?", others, str(idea.statement)), chosen)

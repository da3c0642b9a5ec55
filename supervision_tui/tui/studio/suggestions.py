"""What a family makes one curious about, beside its drawing: a list to walk through, to take up or to put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.days import day_in_words
from supervision_tui.family.patterns.pattern import CAUTION
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.app_services.error_messages import ToldRefusals
from supervision_tui.tui.app_services.room_view import ProgramWords
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import beside, lines, shown
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.workspace.suggestions import (
    NOT_NOW_FOR,
    Answer,
    Answers,
    Became,
    Curiosity,
    add_idea,
    curiosities,
    in_sight,
    keep_for_visit,
    put_away,
)

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.tui.studio.screen import StudioScreen
    from supervision_tui.workspace.running.single_session import Sitting

FAINT = "$foreground 70%"
WIDE = 100
"""Columns from which on the list stands beside the drawing."""
KEYS = "Enter takes it up · m not now · r not for us · s put away · Esc closes"
BECAME: dict[Became, str] = {"idea": "an idea", "along": "to take along", "carried": "taken along"}
NOTHING = "Nothing stands out just now. What do you wonder about?"


class CuriosityPanel(ToldRefusals, Vertical):
    """What one may be curious about: first of all about whoever was selected when it was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "not_now", "Not now", show=False),
        Binding("r", "not_for_us", "Not for us", show=False),
        Binding("s", "away", "What was put away", show=False),
    ]

    def __init__(self, studio: StudioScreen) -> None:
        super().__init__(id="curious")
        self._studio = studio
        self._answers = Answers()
        self._person = ""
        self._with_away = False
        self._rows: dict[str, Curiosity] = {}
        self._told = ""
        self._found: tuple[Family, list[Curiosity]] | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """The caution, the list, why the one under the cursor is there, the keys."""
        yield Static(shown(CAUTION, FAINT), id="curious_caution")
        yield OptionList(id="curious_rows", markup=False)
        yield Static(id="curious_why")
        yield Static(shown(KEYS, FAINT), id="curious_keys")

    def on_mount(self) -> None:
        """Remember what became of them before."""
        self._answers = self._studio.app.workspace.curiosities.of(self._studio.board.family.id)

    def on_resize(self) -> None:
        """Beside the drawing where there is room."""
        self._place()

    def _place(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "beside")

    # --- what there is ------------------------------------------------------------------------------------------------

    @property
    def _all(self) -> list[Curiosity]:
        """Everything in the family as it stands."""
        family = self._studio.board.family
        if self._found is None or self._found[0] is not family:
            self._found = (family, curiosities(family, self._today))
        return self._found[1]

    @property
    def _today(self) -> date:
        return self._studio.app.workspace.today()

    @property
    def _there(self) -> list[Curiosity]:
        return in_sight(self._all, self._answers, self._today, room=self._studio.app.room.on)

    def _became(self, one: Curiosity) -> Answer | None:
        """What became of it; an idea that was taken off the map again is as before."""
        answer = self._answers.of.get(one.id)
        ideas = {idea.words for idea in self._studio.board.family.hypotheses}
        return None if answer and answer.became == "idea" and answer.words not in ideas else answer

    def foot(self) -> str:
        """That there is something, for the line under the drawing."""
        if self.display or self._studio.as_at is not None:
            return ""
        from supervision_tui.tui.screens.dialogs.help import keys_in_words  # noqa: PLC0415 - help asks the screens

        key = keys_in_words(self._studio.app.keys.get("Curious", Curious.key))
        new = [one for one in self._there if self._became(one) is None]
        mine = sum(self._studio.selected in one.about for one in new)
        if mine:
            return f"{mine} thing{'s' * (mine > 1)} to be curious about: {key}"
        return f"curious about others: {key}" if new else ""

    # --- the list -----------------------------------------------------------------------------------------------------

    def turn(self) -> None:
        """Open it at what is about whoever is selected, or close it."""
        if self.close():
            return
        self._person, self._with_away = self._studio.selected, False
        self._place()
        self.display = True
        self._told = ""
        self.tell()
        self.take_focus()
        self._studio.say_who()

    def close(self) -> bool:
        """Close it; whether it was open."""
        was, self.display = self.display, False
        if was:
            self._studio.line_closed()
            self._studio.say_who()
        return was

    def take_focus(self) -> bool:
        """Let the keys walk through it, if it is open; whether it is."""
        if self.display:
            self.query_one(OptionList).focus()
        return self.display

    def tell(self) -> None:
        """Show what stands now; the cursor stays where it was."""
        if not self.display:
            return
        ordered = sorted(self._there, key=lambda one: self._person not in one.about)
        if self._with_away:
            ordered += put_away(self._all, self._answers, self._today, room=self._studio.app.room.on)
        options = self.query_one(OptionList)
        before = options.highlighted or 0
        self._rows = {one.id: one for one in ordered}
        options.set_options([Option(self._row(one), id=one.id) for one in ordered])
        self._told = self._told or next(iter(self._rows), "")
        options.highlighted = min(before, len(ordered) - 1) if ordered else None
        self._say_why()

    def _row(self, one: Curiosity) -> Content:
        answer = self._became(one)
        if answer is None:
            return shown(one.title)
        if not answer.away(self._today):
            return beside(shown(one.title), shown(f" · {BECAME[answer.became]}" if answer.taken_up else "", "$accent"))
        back = answer.on + NOT_NOW_FOR
        until = f"not before {day_in_words(back)}" if answer.became == "not_now" else "not for us"
        return shown(f"{one.title} · {until}{f': {answer.reason}' if answer.reason else ''}", FAINT)

    @property
    def _chosen(self) -> Curiosity | None:
        at = self.query_one(OptionList).highlighted
        return list(self._rows.values())[at] if at is not None and at < len(self._rows) else None

    @on(OptionList.OptionHighlighted)
    def _walked(self) -> None:
        one = self._chosen
        self._say_why()
        if one is not None and one.id != self._told:
            self._told = one.id
            self._studio.select_first(one.about)

    def _say_why(self) -> None:
        one = self._chosen
        away = len(put_away(self._all, self._answers, self._today, room=self._studio.app.room.on))
        hidden = f" {away} put away: s shows them." if away and not self._with_away else ""
        told = lines(f"{NOTHING}{hidden}") if one is None else lines(one.questions[0], shown(one.why, FAINT))
        self.query_one("#curious_why", Static).update(told)

    # --- what one does with it ----------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _take_up(self) -> None:
        one = self._chosen
        if one is None:
            return
        answer = self._became(one)
        if answer is not None and (answer.away(self._today) or answer.became == "along"):
            self._keep(self._answers.without(one.id))
            return
        choices = [("idea", "Keep an idea of ours, in our own words")]
        choices += [(f"along{at}", f"Take along: {question}") for at, question in enumerate(one.questions)]
        told = "\n".join((one.why, *([f"Beside it: {', '.join(one.beside)}."] if one.beside else ()), CAUTION))
        self._studio.app.push_screen(ChooseScreen(one.title, choices, told), partial(self._taken, one))

    def _taken(self, one: Curiosity, chosen: str | None) -> None:
        if chosen == "idea":
            self._studio.ask("How would we say it, as an idea?", "a few words", self._idea(one), one.questions[0])
        elif chosen is not None:
            words = one.questions[int(chosen.removeprefix("along"))]
            self._along(one, self._answer(one, "along", words=words))

    def _idea(self, one: Curiosity) -> Callable[[str], str]:
        def act(line: str) -> str:
            words = add_idea(self._studio.board, line, one.about)
            self._keep(self._answers.saying(one.id, self._answer(one, "idea", words=words)))
            self.notify(ProgramWords("Kept as an idea: Families, Ideas."), markup=False)
            return self._studio.selected

        return act

    def _along(self, one: Curiosity, answer: Answer) -> None:
        """Give it to the session in hand, or keep it for the next visit."""
        sitting = next(self._sittings(), None)
        told = "Kept for the next visit that is prepared: Families, Ideas."
        if sitting is not None:
            keep_for_visit(sitting, one.id, answer)
            sitting.save()
            answer, told = answer.model_copy(update={"became": "carried"}), "Kept among the questions of this session."
        self._keep(self._answers.saying(one.id, answer))
        self.notify(ProgramWords(told), markup=False)

    def _sittings(self) -> Iterator[Sitting]:
        """The session in hand, if it is about this family."""
        for screen in reversed(self._studio.app.screen_stack):
            sitting = getattr(screen, "sitting", None)
            if sitting is not None and sitting.editor.session.family_id == self._studio.board.family.id:
                yield sitting

    def action_not_now(self) -> None:
        """Put it away for some weeks."""
        one = self._chosen
        if one is not None:
            self._keep(self._answers.saying(one.id, self._answer(one, "not_now")))

    def action_not_for_us(self) -> None:
        """Put it away, with a reason or without."""
        one = self._chosen
        if one is None:
            return

        def act(line: str) -> str:
            self._keep(self._answers.saying(one.id, self._answer(one, "not_for_us", reason=line)))
            return self._studio.selected

        self._studio.ask("Why is it not for us? It may stay empty.", "for example: we asked in May", act)

    def action_away(self) -> None:
        """Show what was put away too, or not."""
        self._with_away = not self._with_away
        self.tell()

    def _answer(self, one: Curiosity, became: Became, *, words: str = "", reason: str = "") -> Answer:
        return Answer(became=became, on=self._today, about=one.about, words=SafeText(words), reason=Line(reason))

    def _keep(self, answers: Answers) -> None:
        self._studio.app.workspace.curiosities.put(answers, self._studio.board.family.id)
        self._answers = answers
        self.tell()


class Curious(Command["StudioScreen"]):
    """Gaps and patterns as questions, beside the drawing: Enter takes one up, m or r puts it away, s shows those again.

    Arrows show who they are about. What is taken up is an idea, or a question to take along. q or Esc closes the list.
    """

    key, words, quiet = "q", "Curious about", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.board.family.persons) and not self.screen.writing and self.screen.as_at is None

    def run(self) -> None:
        self.screen.query_one(CuriosityPanel).turn()


CURIOSITY_COMMANDS: tuple[type[Command[Any]], ...] = (Curious,)

"""What there is to be curious about in a family, beside its drawing: to walk through, take up or put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.days import day_in_words
from supervision_tui.family.patterns import CAUTION
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.error_messages import VaultErrorHandling
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.studio.commands import OpenSuggestions
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.workspace.suggestions import (
    NOT_NOW_FOR,
    Became,
    Suggestion,
    SuggestionOutcome,
    SuggestionOutcomes,
    add_idea,
    dismissed_suggestions,
    keep_question_for_visit,
    suggestions_for,
    visible_suggestions,
)

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.tui.studio.studio_base import StudioBase
    from supervision_tui.workspace.running import SessionController

FAINT = "$foreground 70%"
WIDE = 100
"""Columns from which on the list stands beside the drawing."""
KEYS = "Enter takes it up · m not now · r not for us · s put away · Esc closes"
OUTCOME_WORDS: dict[Became, str] = {"idea": "an idea", "along": "to take along", "carried": "taken along"}
NOTHING = "Nothing stands out just now. What do you wonder about?"


class SuggestionPanel(VaultErrorHandling, Vertical):
    """What one may be curious about: first of all about the person selected when it was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "not_now", "Not now", show=False),
        Binding("r", "not_for_us", "Not for us", show=False),
        Binding("s", "toggle_put_away", "What was put away", show=False),
    ]

    def __init__(self, studio: StudioBase) -> None:
        super().__init__(id="curious")
        self._studio = studio
        self._answers = SuggestionOutcomes()
        self._person = ""
        self._shows_put_away = False
        self._rows: dict[str, Suggestion] = {}
        self._last_highlighted = ""
        self._all_of_family: tuple[Family, list[Suggestion]] | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """The caution, the list, why the suggestion under the cursor is there, the keys."""
        yield Static(content(CAUTION, FAINT), id="curious_caution")
        yield ChoiceList(id="curious_rows", markup=False)
        yield Static(id="curious_why")
        yield Static(content(KEYS, FAINT), id="curious_keys")

    def on_mount(self) -> None:
        """Read what became of them before."""
        self._answers = self._studio.app.workspace.suggestions.of(self._studio.editor.family.id)

    def on_resize(self) -> None:
        """Beside the drawing where there is room."""
        self._set_layout()

    def _set_layout(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "beside")

    # --- what there is ------------------------------------------------------------------------------------------------

    @property
    def _all(self) -> list[Suggestion]:
        """Everything in the family as it stands."""
        family = self._studio.editor.family
        if self._all_of_family is None or self._all_of_family[0] is not family:
            self._all_of_family = (family, suggestions_for(family, self._today))
        return self._all_of_family[1]

    @property
    def _today(self) -> date:
        return self._studio.app.workspace.today()

    @property
    def _in_sight(self) -> list[Suggestion]:
        return visible_suggestions(self._all, self._answers, self._today, room=self._studio.app.room.on)

    def _answer_to(self, suggestion: Suggestion) -> SuggestionOutcome | None:
        """What became of it; an idea that was taken off the map again is as before."""
        answer = self._answers.of.get(suggestion.id)
        ideas = {idea.words for idea in self._studio.editor.family.hypotheses}
        return None if answer and answer.became == "idea" and answer.words not in ideas else answer

    def invitation(self) -> str:
        """That there is something, for the line under the drawing."""
        if self.display or self._studio.as_at is not None:
            return ""
        from supervision_tui.tui.key_names import keys_in_words  # noqa: PLC0415 - help asks the screens

        key = keys_in_words(self._studio.app.keys.get("OpenSuggestions", OpenSuggestions.key))
        new = [suggestion for suggestion in self._in_sight if self._answer_to(suggestion) is None]
        count = sum(self._studio.selected in suggestion.about for suggestion in new)
        if count:
            return f"{count} thing{'s' * (count > 1)} to be curious about: {key}"
        return f"curious about others: {key}" if new else ""

    # --- the list -----------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Open it at what is about the person selected, or close it."""
        if self.close():
            return
        self._person, self._shows_put_away = self._studio.selected, False
        self._set_layout()
        self.display = True
        self._last_highlighted = ""
        self.refresh_rows()
        self.take_focus()
        self._studio.show_person()

    def close(self) -> bool:
        """Close it; whether it was open."""
        was_open, self.display = self.display, False
        if was_open:
            self._studio.return_focus()
            self._studio.show_person()
        return was_open

    def take_focus(self) -> bool:
        """Let the keys walk through it, if it is open; whether it is."""
        if self.display:
            self.query_one(OptionList).focus()
        return self.display

    def refresh_rows(self) -> None:
        """Show what stands now; the cursor stays where it was."""
        if not self.display:
            return
        ordered = sorted(self._in_sight, key=lambda suggestion: self._person not in suggestion.about)
        if self._shows_put_away:
            ordered += dismissed_suggestions(self._all, self._answers, self._today, room=self._studio.app.room.on)
        options = self.query_one(OptionList)
        before = options.highlighted or 0
        self._rows = {suggestion.id: suggestion for suggestion in ordered}
        options.set_options([Option(self._row(suggestion), id=suggestion.id) for suggestion in ordered])
        self._last_highlighted = self._last_highlighted or next(iter(self._rows), "")
        options.highlighted = min(before, len(ordered) - 1) if ordered else None
        self._show_reason()

    def _row(self, suggestion: Suggestion) -> Content:
        answer = self._answer_to(suggestion)
        if answer is None:
            return content(suggestion.title)
        if not answer.is_dismissed(self._today):
            return inline(
                content(suggestion.title),
                content(f" · {OUTCOME_WORDS[answer.became]}" if answer.is_accepted else "", "$accent"),
            )
        back = answer.on + NOT_NOW_FOR
        until = f"not before {day_in_words(back)}" if answer.became == "not_now" else "not for us"
        return content(f"{suggestion.title} · {until}{f': {answer.reason}' if answer.reason else ''}", FAINT)

    @property
    def _highlighted(self) -> Suggestion | None:
        at = self.query_one(OptionList).highlighted
        return list(self._rows.values())[at] if at is not None and at < len(self._rows) else None

    @on(OptionList.OptionHighlighted)
    def _row_highlighted(self) -> None:
        suggestion = self._highlighted
        self._show_reason()
        if suggestion is not None and suggestion.id != self._last_highlighted:
            self._last_highlighted = suggestion.id
            self._studio.select_first(suggestion.about)

    def _show_reason(self) -> None:
        suggestion = self._highlighted
        away = len(dismissed_suggestions(self._all, self._answers, self._today, room=self._studio.app.room.on))
        hidden = f" {away} put away: s shows them." if away and not self._shows_put_away else ""
        if suggestion is None:
            words = stacked(f"{NOTHING}{hidden}")
        else:
            words = stacked(suggestion.questions[0], content(suggestion.why, FAINT))
        self.query_one("#curious_why", Static).update(words)

    # --- what one does with it ----------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _take_up(self) -> None:
        suggestion = self._highlighted
        if suggestion is None:
            return
        answer = self._answer_to(suggestion)
        if answer is not None and (answer.is_dismissed(self._today) or answer.became == "along"):
            self._keep(self._answers.without(suggestion.id))
            return
        choices = [("idea", "Keep an idea of ours, in our own words")]
        choices += [(f"along{at}", f"Take along: {question}") for at, question in enumerate(suggestion.questions)]
        words = "\n".join(
            (suggestion.why, *([f"Beside it: {', '.join(suggestion.beside)}."] if suggestion.beside else ()), CAUTION)
        )
        self._studio.app.push_screen(
            ChooseScreen(suggestion.title, choices, words), partial(self._choice_made, suggestion)
        )

    def _choice_made(self, suggestion: Suggestion, chosen: str | None) -> None:
        if chosen == "idea":
            self._studio.ask(
                "How would we say it, as an idea?", "a few words", self._keep_idea(suggestion), suggestion.questions[0]
            )
        elif chosen is not None:
            words = suggestion.questions[int(chosen.removeprefix("along"))]
            self._take_along(suggestion, self._answer(suggestion, "along", words=words))

    def _keep_idea(self, suggestion: Suggestion) -> Callable[[str], str]:
        def add(line: str) -> str:
            words = add_idea(self._studio.editor, line, suggestion.about)
            self._keep(self._answers.with_outcome(suggestion.id, self._answer(suggestion, "idea", words=words)))
            self.notify(ProgramWords("Kept as an idea: Families, Ideas."), markup=False)
            return self._studio.selected

        return add

    def _take_along(self, suggestion: Suggestion, answer: SuggestionOutcome) -> None:
        """Give it to the session in hand, or keep it for the next visit."""
        controller = next(self._sittings(), None)
        words = "Kept for the next visit that is prepared: Families, Ideas."
        if controller is not None:
            keep_question_for_visit(controller, suggestion.id, answer)
            controller.save()
            answer, words = answer.model_copy(update={"became": "carried"}), "Kept among the questions of this session."
        self._keep(self._answers.with_outcome(suggestion.id, answer))
        self.notify(ProgramWords(words), markup=False)

    def _sittings(self) -> Iterator[SessionController]:
        """The session in hand, if it is about this family."""
        for screen in reversed(self._studio.app.screen_stack):
            controller = getattr(screen, "controller", None)
            if controller is not None and controller.editor.session.family_id == self._studio.editor.family.id:
                yield controller

    def action_not_now(self) -> None:
        """Put it away for some weeks."""
        suggestion = self._highlighted
        if suggestion is not None:
            self._keep(self._answers.with_outcome(suggestion.id, self._answer(suggestion, "not_now")))

    def action_not_for_us(self) -> None:
        """Put it away, with a reason or without."""
        suggestion = self._highlighted
        if suggestion is None:
            return

        def put_away_for_good(line: str) -> str:
            self._keep(self._answers.with_outcome(suggestion.id, self._answer(suggestion, "not_for_us", reason=line)))
            return self._studio.selected

        self._studio.ask("Why is it not for us? It may stay empty.", "for example: we asked in May", put_away_for_good)

    def action_toggle_put_away(self) -> None:
        """Show what was put away too, or not."""
        self._shows_put_away = not self._shows_put_away
        self.refresh_rows()

    def _answer(
        self, suggestion: Suggestion, became: Became, *, words: str = "", reason: str = ""
    ) -> SuggestionOutcome:
        return SuggestionOutcome(
            became=became, on=self._today, about=suggestion.about, words=SafeText(words), reason=Line(reason)
        )

    def _keep(self, answers: SuggestionOutcomes) -> None:
        self._studio.app.workspace.suggestions.put(answers, self._studio.editor.family.id)
        self._answers = answers
        self.refresh_rows()

"""A form of a session: it opens at what is needed first; Enter asks for the next of it, and keeps the whole at the end.

Every key is a draft with a name of its own, which waits in the stage when the form is left with Esc.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from supervision_tui.days import weekday_in_words
from supervision_tui.session import FieldPart, PartMissingError, Slot
from supervision_tui.session.child_choice import read_written
from supervision_tui.session.choices import Choices
from supervision_tui.session.due_days import read_due_day
from supervision_tui.session.form_state import FormState
from supervision_tui.session.subjects import ChildSuggestion
from supervision_tui.tui.base import Program
from supervision_tui.tui.content import content
from supervision_tui.tui.dialogs.form_keys import FormKeys
from supervision_tui.tui.room_policy import COVERED, PRIVATE, RoomVisibility
from supervision_tui.tui.widgets.choice_row import ChoiceRow
from supervision_tui.tui.widgets.composer import READERS
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.typed_text import TypedText

AS_WRITTEN = "as written"
"""The choice that leaves words which say no day as they are."""
KEYS = (
    " Enter asks for what is needed, keeps · Tab ↑↓ any part · Esc keeps a draft\n"
    " F4 jot  Ctrl+Z undo typing  F1 help          F12 or Ctrl+D someone in danger"
)
DAY_ROW = "which_day"
"""The row in which a day that was left open is asked about."""


@dataclass(frozen=True, slots=True)
class FormSetting:
    """What a form needs to know of the session around it.

    Attributes:
        slot: what is filled.
        title: what it is called, in words.
        place: where its words go, in words.
        values: what stands in the parts already.
        children: the names of the children who can be chosen, by id.
        suggest: for which of them a line may be.
        today: the day from which others are read.
        where: the stage and the family, in words.
        managers: names to offer where the decision's accountable manager is still to be named; ``None`` where not.
    """

    slot: Slot
    title: str
    place: str
    values: Mapping[str, str]
    children: Mapping[str, str]
    suggest: Callable[[str], ChildSuggestion]
    today: date
    where: str = ""
    managers: Mapping[str, str] | None = None


class EntryFormScreen(FormKeys[dict[str, str] | None]):
    """Fill the parts of a field; gives their words by part id, or ``None`` where they wait as a draft.

    Each part is a widget with the part's id: a :class:`LineBox`, or a :class:`ChoiceRow` where the answers are known.
    What is typed in any of them goes to ``setting.slot`` and to ``setting.place``.

    Args:
        setting: the form and what surrounds it.
        drafted: called with the words by part id whenever they change.
        keep: called with the words to keep; raises PartMissingError with a sentence where they cannot be kept so.
    """

    BINDINGS = [
        ("escape", "back", "Keep as a draft"),
        ("ctrl+s", "keep", "Keep"),
    ]
    app: Program
    AUTO_FOCUS = ""
    ABOUT = (
        "A line with parts. It opens at what is needed and empty; Enter keeps a part and asks for the next that is "
        "needed, and at the end keeps the whole. Tab goes to any part. Esc goes back, and what stands here waits as a "
        "draft in the stage, in F9 and at the close."
    )

    def __init__(
        self,
        setting: FormSetting,
        drafted: Callable[[dict[str, str]], None],
        keep: Callable[[dict[str, str]], None],
    ) -> None:
        super().__init__()
        self.setting = setting
        self._drafted = drafted
        self._keep = keep
        self._chosen_by_hand = bool(setting.values.get("child"))
        self._confirmed = self._chosen_by_hand
        self._days_as_written: set[str] = set()

    @property
    def slot(self) -> Slot:
        """The slot that every line of the form belongs to."""
        return self.setting.slot

    @property
    def room_visibility(self) -> RoomVisibility:
        """As the screen below, unless what is filled is a worker's own."""
        return RoomVisibility.HIDDEN if self.slot.field.destination in PRIVATE else RoomVisibility.BELOW

    # --- what stands there -------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """What it is and where it goes, what is needed, then each part with its label, and the keys."""
        readers = READERS[self.slot.field.destination]
        with Vertical(classes="form"):
            yield Static(content(" · ".join(filter(None, (self.setting.title, self.setting.where)))), id="form_title")
            yield Static(content(f"→ {self.setting.place}. {readers}"), classes="quiet", id="form_place")
            yield Static("", id="needed")
            yield Static(content(self._warning), id="warning", classes="trouble")
            yield TypedText("", id="said", classes="trouble")
            with VerticalScroll(can_focus=False):
                for part in self.state.shown:
                    yield from self._part(part)
        yield Static(content(KEYS), id="form_keys")

    @property
    def _warning(self) -> str:
        if self.setting.managers is None:
            return ""
        return "Nobody is the accountable manager yet. Whoever you name at “Who decides” has that role today."

    def _part(self, part: FieldPart) -> ComposeResult:
        """A part: its label, and its line or its choices; where the cursor stands, a frame with the tag in it."""
        hint = "" if part.among else part.hint
        with Vertical(classes="part") as frame:
            frame.border_title = content(part.label)
            frame.border_subtitle = "Enter: next needed, then keeps"
            with Horizontal(classes="line"):
                yield Static(content(part.label), classes="label")
                yield Static(content(f"{self.slot.field.destination.about.tag} ›", "bold"), classes="tag")
                yield from self._answer(part)
            if hint and not part.choose:
                yield Static(content(hint), classes="hint")  # whole, and only where the cursor stands
            if part.choose:
                yield Static(content(hint), id="why_whom", classes="quiet")
            elif part.day and not self._is_row(part):
                yield TypedText("", id="day_read", classes="quiet")
                row = ChoiceRow(Choices({}), nothing="choose, or go back and say it another way", id=DAY_ROW)
                row.display = False
                yield row

    def _answer(self, part: FieldPart) -> ComposeResult:
        words = self.setting.values.get(part.id, "")
        if part.choose:
            yield ChoiceRow(self._children_choices(words), nothing="nobody chosen yet", id=part.id)
        elif part.among:
            offered = {answer: answer for answer in part.among}
            chosen = tuple(answer for answer in part.among if words and answer.startswith(words.casefold()))[:1]
            yield ChoiceRow(Choices(offered, chosen=chosen), id=part.id)
        elif self._names_manager(part):
            managers = self.setting.managers or {}
            yield ChoiceRow(
                Choices(managers, own_words=True, typed=words),
                nothing="nobody yet: a digit, or type a name",
                id=part.id,
            )
        else:
            may = "" if part.needed else "(may stay empty)"
            yield LineBox(words, placeholder=may, enter_moves=False, id=part.id)

    def _is_row(self, part: FieldPart) -> bool:
        return bool(part.choose or part.among or self._names_manager(part))

    def _names_manager(self, part: FieldPart) -> bool:
        return part.id == "decided_by" and self.setting.managers is not None

    def _children_choices(self, words: str) -> Choices:
        chosen = read_written(words, self.setting.children) or ()
        return Choices(self.setting.children, several=True, chosen=chosen)

    def on_mount(self) -> None:
        """The cursor stands at what is needed first, at the end of the words."""
        if self.slot.field.parts[0].id in self.setting.values:
            self._suggest_children()
        self._show()
        self.query_one("#said").display = False
        self.query_one("#warning").display = bool(self._warning)
        self.focus_part(self.state.opens_at)

    # --- answers -----------------------------------------------------------------------------------------------------

    @property
    def state(self) -> FormState:
        """The form as it stands now."""
        answers = self.words() if self.is_mounted else self.setting.values
        return FormState(self.slot.field.parts, answers, self.setting.children, self._confirmed)

    def words(self) -> dict[str, str]:
        """What stands in every part, by its id."""
        answers = {box.id or "": str(box.line) for box in self.query(LineBox)}
        for row in self.query(ChoiceRow):
            if row.id != DAY_ROW:
                answers[row.id or ""] = self._answer_of(row)
        only = tuple(self.setting.children) if len(self.setting.children) == 1 else ()
        if only and any(part.choose for part in self.slot.field.parts):
            answers["child"] = only[0]
        return answers

    def _answer_of(self, row: ChoiceRow) -> str:
        choices = row.choices
        if choices.several:
            stale = self.setting.values.get(row.id or "", "")
            untouched = not self._chosen_by_hand or choices.chosen == ()
            if untouched and stale and read_written(stale, self.setting.children) is None and not choices.chosen:
                return stale  # somebody who is no longer in the family: told, and asked anew
            return ",".join(choices.chosen)
        return next(iter(choices.chosen), choices.typed.strip() if choices.own_words else "")

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        if event.input.id == self.slot.field.parts[0].id:
            self._suggest_children()
        for row in self.query(f"#{DAY_ROW}"):
            row.display = False  # other words: the question was about those before
        self._say_nothing()
        self._say_covered()
        self._show()
        self._draft()

    def room_changed(self) -> None:
        """Room view came or went, or more names of other families are known."""
        if str(self.query_one("#said", Static).content) == COVERED:
            self._say_nothing()
        self._say_covered()

    def _say_covered(self) -> None:
        """Say why a line is not shown, where it names another family and others see the screen."""
        if any(self.app.room.names_another_family(box.value) for box in self.query(LineBox)):
            message = self.query_one("#said", Static)
            message.display = True
            message.update(COVERED)

    @on(ChoiceRow.Changed)
    def _choice_changed(self, event: ChoiceRow.Changed) -> None:
        if event.row.id == "child":
            self._chosen_by_hand = self._confirmed = True
        if event.row.id != DAY_ROW:
            self._say_nothing()
        self._show()
        self._draft()

    def _draft(self) -> None:
        """Let what stands here be the draft; whom only the line suggests is asked about again when it is opened."""
        words = self.words()
        self._drafted(words if self._chosen_by_hand else words | {"child": ""})

    def _suggest_children(self) -> None:
        """Read from the first line for whom it may be; what somebody has chosen by hand stays."""
        rows = self.query("#child").results(ChoiceRow)
        row = next(rows, None)
        if row is None or self._chosen_by_hand:
            return
        first = self.query_one(f"#{self.slot.field.parts[0].id}", LineBox)
        suggestion = self.setting.suggest(str(first.line))
        self._confirmed = suggestion.settled
        row.show(replace(row.choices, offered=suggestion.offered, chosen=suggestion.chosen))
        self.query_one("#why_whom", Static).update(content(suggestion.why))

    def _show(self) -> None:
        """What is still needed, and the day that was is_clear."""
        self.query_one("#needed", Static).update(content(self.state.needed_in_words()))
        for part in self.slot.field.parts:
            if part.day:
                words = self.words()[part.id]
                reading = read_due_day(words, self.setting.today)
                self.query_one("#day_read", Static).update(content(reading.readback if words.strip() else ""))

    # --- Enter, Esc --------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(ChoiceRow.Submitted)
    def action_keep(self, event: Input.Submitted | ChoiceRow.Submitted | None = None) -> None:
        """Keep the form, or go to what is still needed and say so."""
        row = event.row if isinstance(event, ChoiceRow.Submitted) else None
        kept_in = self.part_in_hand
        if row is not None and row.id == DAY_ROW:
            self._day_chosen(row)
        if row is not None and row.id == "child" and row.choices.chosen:
            self._confirmed = self._chosen_by_hand = True
        state = self.state
        if not self._all_understood():
            return
        for gap in state.gaps():
            self._say(gap.why, gap.part)
            self.ask_for(gap.part, kept_in)
            return
        if self._asks_day(state.answers):
            return
        try:
            self._keep(dict(state.answers))
        except PartMissingError as missing:
            self._say(str(missing), missing.part)
            return
        self.dismiss(dict(state.answers))

    def _all_understood(self) -> bool:
        """Whether every row knows what its letters say; one that does not is asked about."""
        for row in self.query(ChoiceRow):
            if row.display and not row.choices.is_clear:
                listed = ", ".join(row.choices.options.values())
                self._say(f"“{row.choices.typed.strip()}” is none of these, or more than one: {listed}.", row.id or "")
                return False
        return True

    def _asks_day(self, answers: Mapping[str, str]) -> bool:
        """Whether a day was left open, and is asked about now."""
        part = next((part for part in self.slot.field.parts if part.day), None)
        words = answers.get(part.id, "") if part else ""
        reading = read_due_day(words, self.setting.today)
        if part is None or not reading.ask or words in self._days_as_written:
            return False
        days = {day.isoformat(): weekday_in_words(day) for day in reading.choices}
        row = self.query_one(f"#{DAY_ROW}", ChoiceRow)
        row.display = True
        row.show(Choices({**days, AS_WRITTEN: "these words, with no day"}))
        self._say(f"{reading.readback} Which day is meant? A digit, then Enter.", DAY_ROW)
        return True

    def _day_chosen(self, row: ChoiceRow) -> None:
        part = next(part for part in self.slot.field.parts if part.day)
        box = self.query_one(f"#{part.id}", LineBox)
        chosen = next(iter(row.choices.chosen), "")
        if chosen and chosen != AS_WRITTEN:
            with self.prevent(Input.Changed):
                box.value = weekday_in_words(date.fromisoformat(chosen))
        if chosen:
            self._days_as_written.add(str(box.line))
            row.display = False
            self._show()
            self._draft()

    def _say(self, words: str, part: str) -> None:
        message = self.query_one("#said", Static)
        message.display = True
        message.update(content(words))
        self.focus_part(part)

    def _say_nothing(self) -> None:
        """What was missing is being said: the sentence that asked for it goes."""
        self.query_one("#said").display = False

    def action_back(self) -> None:
        """Leave the form; what stands in it waits as a draft."""
        self.dismiss(None)

"""A session on the screen: where we are, what we are doing, one question. Drawn from data, for every format."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.message import Message
from textual.widgets import Static

from supervision_tui.session import Entry, Slot, StageLockedError
from supervision_tui.session.drafts import draft_values, typed_last
from supervision_tui.session.fields import SessionItem, must_choose, place_in_words
from supervision_tui.session.meeting_steps import CHOOSING
from supervision_tui.tui.activities import close_panel, refocus_panel, remove_panel
from supervision_tui.tui.activities.activity_panel import ActivityPanel
from supervision_tui.tui.app_services.debounce import Debouncer
from supervision_tui.tui.commands import Command
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.dialogs.entry_actions import ACTS
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.session.choose_families import ChooseFamiliesScreen
from supervision_tui.tui.screens.session.command_handlers import HEARERS
from supervision_tui.tui.screens.session.commands import KEY_ORDER, SESSION_COMMANDS, ChooseFamilies, StageBefore
from supervision_tui.tui.screens.session.open_form import open_form
from supervision_tui.tui.screens.session.stage_head import TICK, StageHead
from supervision_tui.tui.widgets.agenda import Agenda, AgendaLine
from supervision_tui.tui.widgets.composer import Composer
from supervision_tui.tui.widgets.guidance import Guidance
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.tui.widgets.question_card import QuestionCard
from supervision_tui.tui.widgets.stage_list import StageList
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.tui.widgets.tray_row import TrayRowLine
from supervision_tui.tui.widgets.typed_text import TypedText
from supervision_tui.workspace.running import SAVED, SAVING

if TYPE_CHECKING:
    from supervision_tui.text import SafeText
    from supervision_tui.workspace.running import SessionController

QUESTIONS_DELAY = 0.03
"""Seconds after a stage opens until its questions are chosen: two pictures later."""
WIDE = 110
"""Cells from which on the questions stand in a column beside the work."""
PAUSE_BEFORE_READING = 0.15
"""Seconds until it is said under the box for whom the line is."""
PAUSE_BEFORE_SAVING = 0.4
"""Seconds until what was typed is saved; well under the one second that may be lost."""


class SessionScreen(StageHead):
    """A session in the hands of its facilitator.

    Args:
        controller: the session, its family and how it is saved.
    """

    room_visibility = RoomVisibility.FAMILY
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = SESSION_COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_out", "all keys", tooltip="Every act with its letter; Esc goes back to your words.")
    ]
    ABOUT = (
        "A session, stage by stage. Type in the box and press Enter to keep a note; Tab goes to the next field. "
        "Up in an empty box goes to what was written: Enter changes a note, Delete takes it back. "
        "F6 goes to the next stage. Everything is saved as you type; you may leave at any time and come back."
    )

    @dataclass
    class Saved(Message):
        """What became of the last save: "saving", "saved" or "not saved: ..."."""

        words: str

    def __init__(self, controller: SessionController) -> None:
        super().__init__()
        self.controller = controller
        self.current: Slot | None = None
        self._box_editor = controller.editor
        """Whose words stand in the box: a meeting may have gone on to another family while a draft is on its way."""
        self._shows_answer = False
        """Whether the one answer of the field stands in the box, to be changed."""
        self._saved = SAVED
        self._unsubmitted = False
        self._last_times = {}

    @property
    def room_family(self) -> str:
        """The family in hand: its words are for the room that speaks about it."""
        return self.editor.session.family_id or ""

    def room_changed(self) -> None:
        """Room view came or went: notes of a worker's own are masked or come back, questions about harm go or come."""
        self.show_list()
        self.offer_questions()
        if self.current is not None:
            self.show_children(self.query_one(Composer).box.text)
        refocus_panel(self)

    def compose(self) -> ComposeResult:
        """Where we are, the agenda, the work of this stage, one question, the keys."""
        yield TopLine()
        yield AgendaLine(id="agenda_line")
        yield Static(id="over_time")
        with Horizontal(id="session"):
            with VerticalScroll(id="rail", can_focus=False):
                yield Agenda(id="agenda")
            with Vertical(id="work"):
                yield Guidance(id="stage_words")
                yield StageList(id="stage_list")
                yield Composer(id="composer")
            yield QuestionCard(id="side")
        with Horizontal(id="foot"):
            yield TrayRowLine(id="tray_row")
            yield TypedText(id="waits")
        yield Keys(rows=2, order=KEY_ORDER)

    def on_mount(self) -> None:
        """Open the present stage and let the clock be seen."""
        self._soon = Debouncer(self, PAUSE_BEFORE_SAVING, self.save)
        self._children_soon = Debouncer(self, PAUSE_BEFORE_READING, lambda: self.show_children(self._box_words))
        self.controller.on_save_status(self._tell_saved)
        self.set_interval(TICK, self.show_time)
        self.open_stage()
        self.begin_with_last_time()
        if elsewhere := self.controller.private_elsewhere:
            self.notify(elsewhere, markup=False, timeout=30)

    def open_stage(self) -> None:
        """Show the present stage from its first field."""
        self.current = None
        remove_panel(self)
        self.say_guidance()
        self.set_timer(QUESTIONS_DELAY, self.offer_questions)  # the stage is shown first
        slots = self.editor.slots()
        waiting = typed_last(self.editor.session, slots)
        if slots:
            self.write_in(waiting or next((slot for slot in slots if not self._answered(slot)), slots[0]))
        else:
            chooses = "Esc f chooses the families; " if self._chooses_families else ""
            self.query_one(Composer).silence(f"Nothing is written here. {chooses}F6 goes on.")
            self.set_focus(None)
            self.query_one(StageList).fill(self.editor, self.controller.names, None)
            self._read_back()
        self.show_time()
        if self.controller.number <= 2:  # noqa: PLR2004 - "back" comes and goes between the first two stages
            self.refresh_bindings()

    def on_resize(self) -> None:
        """The questions stand beside the work on a wide screen, and as a line below it on a narrow one."""
        self.query_one(QuestionCard).as_column(column=self.size.width >= WIDE)
        self.say_guidance()

    def _read_back(self) -> None:
        """What is read out: every family's next steps; before families are chosen, who needs time."""
        found = self.controller.read_back()
        if found:
            room = self.app.room
            self.query_one(StageList).read([room.words(words, family) for family, words in found])

    def offer_questions(self) -> None:
        """Show the questions of the present stage, put to whom they are to be put."""
        to_us = self.heard_by == "group" or self.controller.family is None
        questions = self.controller.questions(heard_by="group" if to_us else self.heard_by)
        if self.app.room.on:
            questions = [question for question in questions if not question.is_about_harm]
        hearer = "" if to_us else HEARERS[self.heard_by]
        self.query_one("#side", QuestionCard).offer(questions, self.controller.starters(), hearer)

    def write_in(self, slot: Slot, entry: Entry | None = None, *, just_kept: bool = False) -> None:
        """Offer the box for *slot*: with its draft, its one answer, or *entry* to change; empty if it was *just_kept*.

        A line that follows one just kept is added to it, never put in its place.
        """
        self.current = slot
        self._box_editor = self.editor
        draft = self.editor.drafted(slot)
        chooses = must_choose(slot, self.editor.session)
        words, rewriting = "", ""
        if entry is not None:
            words, rewriting = str(entry.text), entry.id
        elif draft is not None and slot.field.parts:
            words = draft_values(draft).get(slot.field.parts[0].id, "")
        elif draft is not None:
            words, rewriting = str(draft.text), draft.rewriting
        elif not just_kept and slot.field.kind == "seat":
            words = str(self.editor.session.seat(slot.field.id))
        elif not just_kept and slot.field.kind == "line" and not chooses:
            for answer in self.editor.session.entries_in(slot.field.id, slot.child):
                words, rewriting = str(answer.text), answer.id
        self._shows_answer = bool(words) and draft is None
        composer = self.query_one(Composer)
        names = self.controller.names
        place = place_in_words(slot, names, self.editor.session.children)
        session = self.editor.session.id
        composer.write_in(session, slot, names, place, words, rewriting=rewriting, just_kept=just_kept)
        composer.say_keys(*self.keys_in_words(slot))
        self.show_children(words)
        self.set_focus(composer.box)  # at once: a key that is on its way must find the box
        self.show_list()

    def show_list(self) -> None:
        """What stands in this stage, and how many lines wait in the tray."""
        self.show_tray()
        self.query_one(StageList).fill(self.editor, self.controller.names, self.current)

    def on_screen_resume(self) -> None:
        """In front again: what changed meanwhile is shown."""
        if self.query(AgendaLine):
            self.show_time()

    def save(self) -> None:
        """Hand the session to the writer."""
        self._unsubmitted = False
        self.controller.save()

    def _tell_saved(self, words: str) -> None:
        """Called from the writer's thread, where only posting a message is safe."""
        self.post_message(self.Saved(words))

    @on(Saved)
    def _say_saved(self, event: Saved) -> None:
        if event.words == self._saved:
            return
        self._saved = event.words
        if not self._is_typing or event.words not in {SAVED, SAVING}:
            self.show_saved()  # else the next look at the clock says it: it would be another word every second letter

    def changed(self) -> None:
        """Something was written: show it, and save."""
        self.show_list()
        self.save()

    def on_key(self, event: Key) -> None:
        """Words typed while nothing has the focus go into the box."""
        box = self.query_one(NoteBox)
        if event.is_printable and box.display and self.focused is None:
            self.set_focus(box)
            box._forward_event(Key(event.key, event.character))  # noqa: SLF001 - as the framework hands keys on

    def action_step_out(self) -> None:
        """Esc: from the list back to the box; with nothing open, the card of all keys."""
        box = self.query_one(NoteBox)
        if self.focused is self.query_one(StageList) and box.display:
            self.set_focus(box)
        else:
            self.open_card()

    def note_drafted(self, words: SafeText, slot: Slot, rewriting: str) -> None:
        """*words* stand in the box of *slot*: note them, and save them soon."""
        if slot == self.current:
            self._children_soon.ask()
        draft = self._begun(slot, words) if slot.field.parts else words
        self._box_editor.draft(slot, draft, self.controller.now(), rewriting=rewriting)
        self.schedule_save()

    def _begun(self, slot: Slot, words: str) -> str:
        """The draft of a form whose first line is typed in the box before it is opened."""
        draft = self._box_editor.drafted(slot)
        values = {**(draft_values(draft) if draft else {}), slot.field.parts[0].id: words}
        return json.dumps(values) if any(values.values()) else ""

    @on(NoteBox.Refused)
    def _refused(self, event: NoteBox.Refused) -> None:
        self.app.push_screen(NoticeScreen("That is too much for one note", event.why))

    @on(ActivityPanel.Closed)
    def _close_panel(self) -> None:
        close_panel(self)

    @on(StageList.Chosen)
    def _chosen(self, event: StageList.Chosen) -> None:
        row = event.row
        if row.draft is not None:
            open_form(self, row.slot, {}, draft=row.draft)
        elif row.slot.field.parts and row.thing is None and self.editor.drafted(row.slot) is not None:
            self.write_in(row.slot)  # what was typed in its box goes on there
        elif row.slot.field.parts:
            self.open_form(row.slot, thing=row.thing)
        else:
            self.write_in(row.slot, row.thing if isinstance(row.thing, Entry) else None)

    @on(StageList.TakeBack)
    def _take_back(self, event: StageList.TakeBack) -> None:
        if event.row.draft is not None:
            self.discard_draft(event.row.slot, event.row.draft)
        elif event.row.thing is not None:
            self.editor.take_back(event.row.thing.id, self.controller.now())
            self.changed()

    @on(StageList.ActionChosen)
    def _wanted(self, event: StageList.ActionChosen) -> None:
        if event.row.thing is not None:
            ACTS[event.act](self, event.row.thing)

    def open_form(
        self, slot: Slot, start: str = "", thing: SessionItem | None = None, begun: dict[str, str] | None = None
    ) -> None:
        """Open the form of *slot*: clean, with *thing* to change, with *begun*, or with *start* read into its parts."""
        open_form(self, slot, begun or {}, thing, line=start)

    @property
    def _box_words(self) -> str:
        return self.query_one(NoteBox).text

    def schedule_save(self) -> None:
        """Save what is being typed, within a second; until then it is not called saved."""
        self._soon.ask()
        self._typed_at = time.monotonic()
        if not self._unsubmitted:
            self._unsubmitted = True
            self.show_saved()

    @on(ChooseFamilies)
    def choose_families(self) -> None:
        """Ask which families a meeting thinks about in depth."""
        meeting = self.controller
        if not meeting.is_meeting:
            return
        titles = [(heading.id, heading.title) for heading in self.app.workspace.families.headings()]
        first = sorted(titles, key=lambda row: row[0] not in meeting.families)

        def decided(families: tuple[str, ...] | None) -> None:
            if families is not None:
                meeting.choose(families)
                self.after_move()

        self.app.push_screen(ChooseFamiliesScreen(first, meeting.chosen, meeting.time_asked()), decided)

    def go_on(self) -> None:
        """Go to the next stage; one that waits for another asks first, and so does the next family of a meeting."""
        share = self.controller.next_family()
        if share is not None:
            self.begin_next_family(share)
        elif not self.offer_trays_at_end(self._forward):
            self._forward()

    def _forward(self) -> None:
        try:
            self.controller.forward()
        except StageLockedError as locked:
            choices = [("stay", "Stay here"), ("go", "Go on all the same")]

            def decided(choice: str | None) -> None:
                if choice == "go":
                    self.controller.forward(override=True)
                    self.after_move()

            self.app.push_screen(ChooseScreen("Not yet?", choices, str(locked)), decided)
            return
        self.after_move()
        if self._chooses_families and not self.controller.chosen:
            self.choose_families()

    @property
    def _chooses_families(self) -> bool:
        """Whether the families are chosen in this stage."""
        return self.editor.stage.activity == CHOOSING and self.controller.is_meeting

    @on(StageBefore)
    def go_back(self) -> None:
        """Go to the stage before."""
        self.controller.backward()
        self.after_move()

    def skip(self, reason: str) -> None:
        """Leave this stage out."""
        try:
            self.controller.skip(reason)
        except StageLockedError as locked:
            self.app.push_screen(NoticeScreen("Not yet", str(locked)))
            return
        self.after_move()

    def after_undo(self, words: str) -> None:
        """A step was taken back or done again: show where we stand."""
        self.notify(words, markup=False)
        self.after_move()

    def after_move(self) -> None:
        """The session went to another stage: save it and show where we stand."""
        self.save()
        self.app.drop_old_messages()
        with self.app.batch_update():
            self.open_stage()
        self.begin_with_last_time()

"""A family's page: danger first, who, worries, what goes well, their words, what we think and do, what came of it."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key, Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.commands import CommandScreen, enabled_when
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import RoomVisibility
from supervision_tui.tui.screens.families.page_commands import (
    PAGE_COMMANDS,
    AddToPage,
    Digit,
    DrawIt,
    GoBack,
    OfPanel,
    SessionWithThem,
    Steps,
    TakeBack,
    WriteDocument,
)
from supervision_tui.tui.screens.records.choose_document import choose_document
from supervision_tui.tui.screens.records.issue_commands import documents_of_family
from supervision_tui.tui.screens.today.steps import ask_new_step
from supervision_tui.tui.widgets.choice_list import MARK_WIDTH, ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing.page_notes import PAGE_NOTES, PageNoteError, add_to_page
from supervision_tui.workspace.reports import (
    FamilyPage,
    PageRow,
    page_of,
    row_lines,
    safe_for_room,
    taken_back_in_words,
)
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace.editing import FamilyEditor

WIDE = 110
"""Cells from which two columns stand side by side."""
LEFT = ("who", "why", "seen", "worries", "well", "says")
"""Rows of the left column, in the order in which they are read there."""
LABEL = 12
STEP = "step"
"""The kind of what is added that is no part of the family: a step."""


class NumberedChoiceScreen(ChooseScreen):
    """A choice of which each line begins with its digit: the digit chooses it too."""

    def on_key(self, event: Key) -> None:
        """A digit chooses the line that begins with it."""
        for key, words in self._choices:
            if event.character and words.startswith(f"{event.character} "):
                event.stop()
                self.dismiss(key)


class FamilyPageScreen(CommandScreen):
    """The page of one family.

    Args:
        family_id: of the family.
        person: id of whose page it is first; the first child without.
    """

    app: Program
    ABOUT = (
        "A family at one look. Everything that sessions, visits and forms kept stands here by itself, with its day. "
        "A digit shows somebody else, 0 all children; Enter opens a row with everything that stands behind it."
    )
    COMMANDS_HERE = PAGE_COMMANDS
    room_visibility = RoomVisibility.FAMILY
    AUTO_FOCUS = "#page_left"

    def __init__(self, family_id: str, person: str = "") -> None:
        super().__init__()
        self.room_family = family_id
        self._person = person
        self._everyone = False
        self._editor: FamilyEditor | None = None
        self._page: FamilyPage | None = None
        self._added: list[str] = []
        """What was added on this page in this sitting, by kind, the last at the end."""
        self._drawn_width = 0
        self._filled_on_mount = False

    @property
    def chosen_family(self) -> str:
        """The family of this page."""
        return self.room_family

    @property
    def page(self) -> FamilyPage:
        """What is shown; in room view without what a room must not see."""
        if self._page is None:
            found = page_of(self.app.workspace, self.room_family, self._person, everyone=self._everyone)
            self._page = safe_for_room(found, self.app.workspace) if self.app.room.on else found
        return self._page

    def compose(self) -> ComposeResult:
        """Title, danger, the rows in one or two columns, the people with their digits, the keys."""
        yield TopLine()
        yield Static(id="page_danger")
        with Horizontal(id="page_rows"):
            yield ChoiceList(id="page_left", markup=False)
            yield ChoiceList(id="page_right", markup=False)
        with Vertical(id="page_foot"):
            yield Static(id="page_said")
            yield Static(id="page_people")
        yield Keys()

    def on_mount(self) -> None:
        """Show the page."""
        self._filled_on_mount = True
        self.fill()

    def on_screen_resume(self) -> None:
        """Something may have changed while another screen was in front."""
        if self._filled_on_mount:
            self._filled_on_mount = False
        else:
            self.fill()

    def room_changed(self) -> None:
        """Room view came or went."""
        self.fill()

    def on_resize(self, _event: Resize) -> None:
        """One column or two."""
        if self.app.size.width != self._drawn_width:
            self._lay_rows()

    def fill(self) -> None:
        """Bring everything up to date."""
        self._page = None
        self._count_steps()
        self._lay_rows()

    def _lay_rows(self) -> None:
        """The page as it was read, in the window as wide as it is."""
        page, width = self.page, self.app.size.width
        self._drawn_width = width
        at = next((str(number) for number, (key, _) in enumerate(page.people, 1) if key == page.person), "")
        where = f" · {page.name} {at} of {len(page.people)}" if at else f" · {page.name}"
        as_at = f"{page.as_at:%d %B %Y}".lstrip("0")
        self.query_one(TopLine).say(
            *(
                content(f"Family {form}")
                for form in (
                    f"{page.title}{where}  ·  as at {as_at}",
                    f"{family_short_title(page.title)}{where}  ·  as at {as_at}",
                    f"{family_short_title(page.title)}{where} · {page.as_at:%d %b %Y}",
                    f"{family_short_title(page.title)}{where}",
                )
            )
        )
        self.query_one("#page_danger", Static).update(self._danger(page, width))
        wide = width >= WIDE and bool(page.person)
        left = [row for row in page.rows if not wide or row.key in LEFT]
        right = [row for row in page.rows if wide and row.key not in LEFT] + self._ends(page)
        if not wide:
            left, right = [*left, *self._ends(page)], []
        column = (width // 2 if wide else width) - 4 - MARK_WIDTH
        self._list("#page_left", left, column)
        self._list("#page_right", right, column)
        self.query_one("#page_right").display = bool(right)
        people = "  ".join(f"{number} {name}" for number, (_, name) in enumerate(page.people, 1))
        self.query_one("#page_people", Static).update(content(f"{people}  0 all children", "$foreground 70%"))

    @staticmethod
    def _danger(page: FamilyPage, width: int) -> Content:
        if not page.danger:
            return content("No harm is flagged, no order and nothing kept from anybody is noted.", "$foreground 70%")
        lines = [
            line for words in page.danger for line in textwrap.wrap(f"! {words}", width - 3, subsequent_indent="  ")
        ]
        return stacked(*(content(line, "$error bold" if line.startswith("! Harm") else "") for line in lines))

    @staticmethod
    def _ends(page: FamilyPage) -> list[PageRow]:
        rows = [PageRow("numbers", "Numbers", page.numbers), PageRow("latest", "Lately", page.latest)]
        return [row for row in rows if row.lines]

    def _list(self, selector: str, rows: list[PageRow], width: int) -> None:
        options = self.query_one(selector, OptionList)
        at = options.highlighted
        shortened = [replace(row, label=row.label[: LABEL - 1]) for row in rows]
        options.set_options([Option(_row(row, width), id=row.key) for row in shortened])
        if rows:
            options.highlighted = min(at or 0, len(rows) - 1)

    # -- what can be done ----------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        key = str(event.option_id)
        if not self.page.person and key in dict(self.page.people):
            self._show(key)
            return
        row = next((row for row in (*self.page.rows, *self._ends(self.page)) if row.key == key), None)
        if row is None:
            return
        words = "\n\n".join(row.lines) or row.empty
        self.app.push_screen(NoticeScreen(f"{row.label}, {self.page.name}", words))

    def _show(self, person: str, *, everyone: bool = False) -> None:
        self._person, self._everyone = person, everyone
        self.fill()

    @on(Digit)
    def _digit(self, command: Digit) -> None:
        people = self.page.people
        if command.number == 0:
            self._show("", everyone=True)
        elif command.number <= len(people):
            self._show(people[command.number - 1][0])

    @on(GoBack)
    def _back(self) -> None:
        self.dismiss()

    @on(DrawIt)
    def _draw(self) -> None:
        self.app.push_screen(screen("studio", self.app.workspace.family_editor(self.room_family)))

    @on(Steps)
    def _steps(self) -> None:
        self.app.push_screen(screen("open steps", self.room_family))

    @on(OfPanel)
    def _panel(self, command: OfPanel) -> None:
        self.app.back_to(screen("families", self.room_family, command.panel))

    @on(WriteDocument)
    def _document(self) -> None:
        choose_document(self.app, documents_of_family(self.app.workspace, self.room_family))

    @on(SessionWithThem)
    def _session(self) -> None:
        formats = self.app.workspace.formats
        choices = [
            (str(template.id), str(template.title))
            for template in formats
            if template.family in {"one", "several"} and template.people[1] > 1
        ]

        def begin(template_id: str | None) -> None:
            if template_id is None:
                return
            template, workspace = formats[template_id], self.app.workspace
            several = template.family == "several"
            begun = (
                workspace.begin_meeting(template, (self.room_family,), workspace.me)
                if several
                else workspace.begin(template, self.room_family, workspace.me)
            )
            self.app.push_screen(screen("session", begun))

        self.app.push_screen(ChooseScreen("Which session with them?", choices), begin)

    @enabled_when(AddToPage)
    def _is_one_person(self) -> bool:
        return self._page is not None and bool(self._page.person) and not self.app.room.on

    @on(AddToPage)
    def _add(self) -> None:
        digits = [
            *((note.digit, kind, note.words) for kind, note in PAGE_NOTES.items()),
            (4, STEP, "A step: who, by when"),
        ]
        choices = [(kind, f"{digit} {words}") for digit, kind, words in sorted(digits)]
        self.app.push_screen(NumberedChoiceScreen(f"What is added about {self.page.name}?", choices), self._ask)

    def _ask(self, kind: str | None) -> None:
        if kind == STEP:
            ask_new_step(self.app, self.room_family, self.page.person, self._step_added)
        elif kind is not None:
            note = PAGE_NOTES[kind]
            question = AskScreen(f"{note.words}, about {self.page.name}", note.example)
            self.app.push_screen(question, lambda line: self._keep(kind, line or ""))

    def _keep(self, kind: str, line: str) -> None:
        editor = self._editor = self._editor or self.app.workspace.family_editor(self.room_family)
        try:
            message = f"Kept. {add_to_page(editor, kind, self.page.person, line)} Ctrl+Z takes it back."
            self._added.append(kind)
        except PageNoteError as trouble:
            message = str(trouble)
        self._say(message)

    def _step_added(self, words: str) -> None:
        self._say(f"Kept. {words} Ctrl+Z takes it back.")

    def _count_steps(self) -> None:
        """What was noted about steps here, or in their list, is taken back on this page too, in its turn."""
        noted = sum(family == self.room_family for family, _ in self.app.workspace.step_log.noted_now)
        for _ in range(noted - self._added.count(STEP)):
            self._added.append(STEP)
        for _ in range(self._added.count(STEP) - noted):
            self._added.remove(STEP)

    @enabled_when(TakeBack)
    def _something_was_added(self) -> bool:
        return bool(self._added)

    @on(TakeBack)
    def _take_back(self) -> None:
        self._count_steps()
        if self._added and self._added.pop() == STEP:
            workspace = self.app.workspace
            taken = workspace.step_log.take_back_newest(self.room_family)
            self._say(taken_back_in_words(workspace, taken) if taken else "There is nothing to take back here.")
        elif self._editor is not None:
            self._say(f"Taken back. {self._editor.undo()}".strip())

    def _say(self, words: str) -> None:
        self.app.workspace.writer.flush()
        self.fill()
        self.query_one("#page_said", Static).update(content(words, "$accent"))


def _row(row: PageRow, width: int) -> Content:
    """A row with its label in a colour of its own."""
    lines = list(row_lines(row, width))
    style = "" if row.lines else "$foreground 70%"
    first = inline(content(lines[0][:LABEL], "$secondary bold"), content(lines[0][LABEL:], style))
    return stacked(first, *(content(line, style) for line in lines[1:]))

"""Every field of the person selected, part by part: Enter opens a part as a form, `n` adds one, Delete removes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.family.edits.changes import EditError
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.unions import Union, UnionChange
from supervision_tui.tui.commands import ScreenCommand
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.screens.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.screens.dialogs.form import Part
from supervision_tui.tui.studio.commands import GoBack, RedoEdit, UndoEdit
from supervision_tui.tui.studio.form_list_screen import FormListScreen
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing.form_fields import choices_of, field_text, initial_value, input_kind, is_needed
from supervision_tui.workspace.editing.person_details import (
    NEW,
    PARTNER,
    WORDS,
    PersonDetail,
    add_detail,
    change_detail,
    person_details,
    remove_detail,
)

HINTS = {"date": "2019-04, ~1987, spring 2019", "people": "names on the drawing", "who": "a name, or words"}


class DetailCommand(ScreenCommand["PersonDetailsScreen"]):
    """A command that needs no line to be open."""

    @property
    def possible(self) -> bool:
        return not self.screen.writing


class ChangeDetail(DetailCommand):
    """Open the part under the cursor: every field of it, with what stands there."""

    key, label = "enter", "Change"

    def run(self) -> None:
        detail = self.screen.highlighted_row
        if detail is None:
            return
        screen, family, model = self.screen, self.screen.editor.family, type(detail.part)
        parts = [
            _form_part(model, field, words, field_text(family, detail.part, field)) for field, words in WORDS[model]
        ]
        screen.open_form(detail.title.strip(), parts, lambda answers: change_detail(screen.editor, detail, answers))


class AddDetail(DetailCommand):
    """Add something: health, a status, a move, a culture, further parents, a union, a turn in a union."""

    key, label = "n", "Add"

    def run(self) -> None:
        screen = self.screen
        unions = screen.editor.family.unions_of(screen.person)
        offered = [(name, name) for name in NEW if NEW[name] is not UnionChange or unions]

        def open_chosen(name: str | None) -> None:
            if name is not None:
                _open_empty_form(screen, NEW[name], name)

        screen.app.push_screen(ChooseScreen("What is to be added?", offered), open_chosen)


class RemoveDetail(DetailCommand):
    """Take the part under the cursor off. Ctrl+Z brings it back."""

    key, label, hide_in_footer = "delete", "Take off", True

    def run(self) -> None:
        detail = self.screen.highlighted_row
        if detail is None:
            return
        try:
            remove_detail(self.screen.editor, detail)
        except EditError as refused:
            self.screen.show_message(str(refused), error=True)
        else:
            self.screen.draw()


def _form_part(model: type[FrozenModel], field: str, words: str, value: str) -> Part:
    hint = HINTS.get(input_kind(model, field), "")
    return Part(field, words, value, hint, needed=is_needed(model, field), choices=choices_of(model, field))


def _open_empty_form(screen: PersonDetailsScreen, model: type[FrozenModel], title: str) -> None:
    """Ask for a new part; a change of a union goes into the union under the cursor, or into the last one."""
    parts = [_form_part(model, field, words, initial_value(model, field)) for field, words in WORDS[model]]
    owner: FrozenModel | None = None
    if model is Union:
        parts.insert(0, Part(PARTNER, "With whom", "", HINTS["people"], needed=True))
    if model is UnionChange:
        highlighted = screen.highlighted_row.part if screen.highlighted_row else None
        unions = screen.editor.family.unions_of(screen.person)
        owner = highlighted if isinstance(highlighted, Union) else unions[-1]
    screen.open_form(title, parts, lambda answers: add_detail(screen.editor, model, answers, screen.person, owner))


class PersonDetailsScreen(FormListScreen[PersonDetail]):
    """Everything that is known of the person who was selected."""

    COMMANDS_HERE: ClassVar[tuple[type[ScreenCommand[Any]], ...]] = (
        ChangeDetail, AddDetail, RemoveDetail, UndoEdit, RedoEdit, GoBack,
    )  # fmt: skip
    ABOUT = (
        "Everything that is known of somebody, part by part. Enter opens a part with all its fields; what may stay "
        "empty says so. What must not reach somebody, and harm, are set with w in the drawing."
    )

    def compose(self) -> ComposeResult:
        """Where we are, the parts, what is refused, the keys."""
        yield TopLine()
        yield OptionList(id="rows", markup=False)
        yield Static(content("Enter: change   n: add   Delete: take off", "$foreground 70%"), id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Show the parts."""
        self.draw()

    def rows(self) -> Sequence[PersonDetail]:
        """Every part of what is known, in its order."""
        return person_details(self.editor.family, self.person)

    def draw(self) -> None:
        """Every part with what stands in it in a few words; back to the drawing where the person is gone."""
        family = self.editor.family
        person = family.find(self.person)
        if person is None:
            self.leave()
            return
        self.query_one(TopLine).say(content(f"{person.name} · {family.title}", "bold"))
        options = self.query_one("#rows", OptionList)
        before = options.highlighted or 0
        rows = self.rows()
        options.set_options(
            [
                Option(inline(content(f"{row.title}   ", "bold"), content(row.words or "nothing said yet")))
                for row in rows
            ]
        )
        options.highlighted = min(before, len(rows) - 1)
        self.show_message("")

    @on(OptionList.OptionSelected, "#rows")
    async def _open_row(self) -> None:
        await self.action_run_command(ChangeDetail.__name__)

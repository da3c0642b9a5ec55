"""Every field of the person selected, part by part: Enter opens a part as a form, `n` adds one, Delete removes one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.family import Union, UnionChange
from supervision_tui.family.edits import EditError
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.dialogs.form import Part
from supervision_tui.tui.studio.commands import DrawingCommand, GoBack, RedoEdit, UndoEdit
from supervision_tui.tui.studio.form_list_screen import FormListScreen
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing import (
    NEW,
    PARTNER,
    WORDS,
    PersonDetail,
    add_detail,
    change_detail,
    choices_of,
    field_text,
    initial_value,
    input_kind,
    is_needed,
    remove_detail,
)
from supervision_tui.workspace.editing.person_details import person_details
from supervision_tui.workspace.store import family_short_title

HINTS = {"date": "2019-04, ~1987, spring 2019", "people": "names on the drawing", "who": "a name, or words"}


class ChangeDetail(DrawingCommand):
    """Open the part under the cursor: every field of it, with what stands there."""

    key, label = "enter", "Change"


class AddDetail(DrawingCommand):
    """Add something: health, a status, a move, a culture, further parents, a union, a turn in a union."""

    key, label = "n", "Add"


class RemoveDetail(DrawingCommand):
    """Take the part under the cursor off. Ctrl+Z brings it back."""

    key, label, hide_in_footer = "delete", "Take off", True


def _form_part(model: type[FrozenModel], field: str, words: str, value: str) -> Part:
    hint = HINTS.get(input_kind(model, field), "")
    return Part(field, words, value, hint, needed=is_needed(model, field), choices=choices_of(model, field))


class PersonDetailsScreen(FormListScreen[PersonDetail]):
    """Everything that is known of the person who was selected."""

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        ChangeDetail, AddDetail, RemoveDetail, UndoEdit, RedoEdit, GoBack,
    )  # fmt: skip
    ABOUT = (
        "Everything that is known of somebody, part by part. Enter opens a part with all its fields; what may stay "
        "empty says so. What must not reach somebody, and harm, are set with w in the drawing."
    )

    def compose(self) -> ComposeResult:
        """Where we are, the parts, what is refused, the keys."""
        yield TopLine()
        yield ChoiceList(id="rows", markup=False)
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
        self.query_one(TopLine).say(
            *(content(f"{person.name} · {form}", "bold") for form in (family.title, family_short_title(family.title)))
        )
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

    # --- commands -----------------------------------------------------------------------------------------------------

    @on(ChangeDetail)
    def _change(self) -> None:
        detail = self.highlighted_row
        if detail is None:
            return
        family, model = self.editor.family, type(detail.part)
        parts = [
            _form_part(model, field, words, field_text(family, detail.part, field)) for field, words in WORDS[model]
        ]
        self.open_form(detail.title.strip(), parts, partial(change_detail, self.editor, detail))

    @on(AddDetail)
    def _add(self) -> None:
        unions = self.editor.family.unions_of(self.person)
        offered = [(name, name) for name in NEW if NEW[name] is not UnionChange or unions]

        def open_chosen(name: str | None) -> None:
            if name is not None:
                self._open_empty_form(NEW[name], name)

        self.app.push_screen(ChooseScreen("What is to be added?", offered), open_chosen)

    def _open_empty_form(self, model: type[FrozenModel], title: str) -> None:
        """Ask for a new part; a change of a union goes into the union under the cursor, or into the last one."""
        parts = [_form_part(model, field, words, initial_value(model, field)) for field, words in WORDS[model]]
        owner: FrozenModel | None = None
        if model is Union:
            parts.insert(0, Part(PARTNER, "With whom", "", HINTS["people"], needed=True))
        if model is UnionChange:
            highlighted = self.highlighted_row.part if self.highlighted_row else None
            unions = self.editor.family.unions_of(self.person)
            owner = highlighted if isinstance(highlighted, Union) else unions[-1]

        def add(answers: dict[str, str]) -> None:
            add_detail(self.editor, model, answers, self.person, owner)

        self.open_form(title, parts, add)

    @on(RemoveDetail)
    def _remove(self) -> None:
        detail = self.highlighted_row
        if detail is None:
            return
        try:
            remove_detail(self.editor, detail)
        except EditError as refused:
            self.show_message(str(refused), error=True)
        else:
            self.draw()

"""What is handled with care in a family, as a list: harm, what is not told to somebody, homes that are not recorded."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen
from supervision_tui.tui.studio.commands import DrawingCommand, GoBack, RedoEdit, UndoEdit
from supervision_tui.tui.studio.form_list_screen import FormListScreen
from supervision_tui.tui.studio.sensitive_fact_forms import (
    FORMS,
    harm_form,
    hidden_fact_form,
    hidden_person_form,
    parentage_form,
)
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.editing import (
    HARM_CHANGES,
    KEPT_CHANGES,
    SensitiveFact,
    clear_flag,
    list_sensitive_facts,
    mark_home_unsafe,
    names_line,
)
from supervision_tui.workspace.store import family_short_title

NOTHING = (
    "Nothing is marked yet.",
    "",
    "w   a worry that somebody harms somebody",
    "s   something that must not reach somebody",
    "p   who a parent is: not sure, or not told",
    "m   somebody who must not be known to be here",
    "h   a home that is not safe to record",
)


class NoteHarm(DrawingCommand):
    """Note a worry that somebody harms somebody: who, whom, how. It changes what is asked and what is told."""

    key, label = "w", "Harm"


class NoteHiddenFact(DrawingCommand):
    """Note something that must not reach somebody, or not the children yet."""

    key, label = "s", "Not to be told"


class MarkParentage(DrawingCommand):
    """Say that a parent of the person who was selected is not sure, or that the child does not know."""

    key, label = "p", "A parent"


class HidePerson(DrawingCommand):
    """Say that somebody must not learn that the person selected is on the drawing, or that it is a family secret."""

    key, label = "m", "A person"


class MarkHomeUnsafe(DrawingCommand):
    """Say that a home is not safe to record: neither its name nor its address stands in anything that leaves here."""

    key, label = "h", "A home"


class ChangeSensitiveFact(DrawingCommand):
    """Change what is under the cursor."""

    key, label, hide_in_footer = "enter", "Change", True


class ClearSensitiveFact(DrawingCommand):
    """Take it off: the worry or the fact goes, the rest may be known. Ctrl+Z brings it back."""

    key, label, hide_in_footer = "delete", "Take off", True


class SensitiveFactsScreen(FormListScreen[SensitiveFact]):
    """What is handled with care, and what that changes; the forms begin with the person who was selected."""

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        NoteHarm, NoteHiddenFact, MarkParentage, HidePerson, MarkHomeUnsafe, ChangeSensitiveFact, ClearSensitiveFact,
        UndoEdit, RedoEdit, GoBack,
    )  # fmt: skip
    ABOUT = (
        "What is handled with care here: harm, what must not reach somebody, homes that are not recorded. "
        "You set it, the program never does. Enter changes a line, Delete takes it off, Ctrl+Z takes a step back."
    )

    def compose(self) -> ComposeResult:
        """Where we are, the list, what it changes, the line, the keys."""
        yield TopLine()
        yield Static(stacked(*NOTHING), id="no_rows")
        yield ChoiceList(id="rows", markup=False)
        yield Static("", id="who")
        yield from self.line_widgets()
        yield Keys()

    def on_mount(self) -> None:
        """Show the list."""
        title = self.editor.family.title
        self.query_one(TopLine).say(
            *(content(f"With care · {form}", "bold") for form in (title, family_short_title(title)))
        )
        self.draw()

    def rows(self) -> list[SensitiveFact]:
        """Everything that is handled with care, harm first."""
        return list_sensitive_facts(self.editor.family)

    def draw(self) -> None:
        """The list, with the cursor where it was."""
        rows = self.rows()
        options = self.query_one("#rows", OptionList)
        before = options.highlighted or 0
        options.set_options([Option(content(row.words), id=row.key) for row in rows])
        options.highlighted = min(before, len(rows) - 1) if rows else None
        self.query_one("#no_rows").display = not rows
        options.display = True
        self._show_consequences()

    @on(OptionList.OptionHighlighted, "#rows")
    def _show_consequences(self) -> None:
        row = self.highlighted_row
        changes = "" if row is None else HARM_CHANGES if row.kind == "harm" else KEPT_CHANGES
        self.query_one("#who", Static).update(content(f"What this changes: {changes}" if changes else ""))
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#rows")
    async def _open_row(self) -> None:
        await self.action_run_command(ChangeSensitiveFact.__name__)

    # --- commands -----------------------------------------------------------------------------------------------------

    @on(NoteHarm)
    def _note_harm(self) -> None:
        harm_form(self)

    @on(NoteHiddenFact)
    def _note_hidden_fact(self) -> None:
        hidden_fact_form(self)

    @enabled_when(MarkParentage)
    def _has_parents(self) -> bool:
        return bool(self.editor.family.parentages_of(self.person))

    @on(MarkParentage)
    def _mark_parentage(self) -> None:
        family = self.editor.family
        links = family.parentages_of(self.person)
        if len(links) == 1:
            parentage_form(self, links[0].id)
            return

        def open_chosen(link_id: str | None) -> None:
            if link_id is not None:
                parentage_form(self, link_id)

        choices = [(link.id, names_line(family, tuple(link.parents))) for link in links]
        self.app.push_screen(ChooseScreen("Which parents?", choices), open_chosen)

    @on(HidePerson)
    def _hide_person(self) -> None:
        hidden_person_form(self, self.person)

    @enabled_when(MarkHomeUnsafe)
    def _has_homes(self) -> bool:
        return bool(self.editor.family.households)

    @on(MarkHomeUnsafe)
    def _mark_home(self) -> None:
        homes = ", ".join(home.name for home in self.editor.family.households)
        self.ask("Which home must not be recorded?", homes, partial(mark_home_unsafe, self.editor))

    @enabled_when(ChangeSensitiveFact, ClearSensitiveFact)
    def _has_row(self) -> bool:
        return self.highlighted_row is not None

    @on(ChangeSensitiveFact)
    def _change(self) -> None:
        row = self.highlighted_row
        if row is not None and row.kind in FORMS:
            FORMS[row.kind](self, row.part)

    @on(ClearSensitiveFact)
    def _clear(self) -> None:
        row = self.highlighted_row
        if row is not None:
            clear_flag(self.editor, row)
            self.draw()

"""Families: who they are, drawn and in words, and what the team has thought about them so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList, Static

from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import MASK, RoomVisibility, declare
from supervision_tui.tui.screens.families.family_panels import PANELS
from supervision_tui.tui.screens.families.import_preview import ImportPreviewScreen
from supervision_tui.tui.screens.families.reading_file import ReadingFileScreen
from supervision_tui.tui.screens.place import PLACES, Panel, Place
from supervision_tui.tui.screens.records.choose_document import choose_document
from supervision_tui.tui.screens.records.issue_commands import (
    InvolvementEnded,
    WriteOfFamily,
    ask_when_involvement_ended,
    documents_of_family,
)
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.panel_row import PanelRow
from supervision_tui.whole_files import error_in_words
from supervision_tui.workspace.exchange import paired_on

if TYPE_CHECKING:
    from supervision_tui.vault import Heading
    from supervision_tui.workspace.store import FamilyImport


class BringIn(Command):
    """Bring in a family from a file (YAML, GEDCOM, GenoPro, Gramps): you see what was read, then say yes or no."""

    key, label = "a", "From a file"


class Draw(Command):
    """Draw the genogram of the family chosen, and go on drawing it."""

    key, label = "g", "Genogram"


class OpenPage(Command):
    """The page of the family chosen: danger, who, words, worries, what goes well, ideas, steps, at one look."""

    key, label = "enter", "Page"


class NewFamily(Command):
    """Begin a new family from nothing: give it a name, then draw it."""

    key, label = "w", "New family"


class SendParcel(Command):
    """Send this family to somebody whose notebook is paired with yours. You see first what leaves and what stays."""

    key, label, hide_in_footer = "s", "Send as a parcel", True


class NextPanel(Command):
    """Go to the next panel: children, timeline, ideas with their history, steps, sessions."""

    key, label = "right", "More"


class PanelBefore(Command):
    """Go to the panel before."""

    key, label, hide_in_footer = "left", "Panel before", True


class FamiliesScreen(Place):
    """The families of this vault.

    Args:
        family: id of the one to show first.
        panel: what to show of it, a key of :data:`~supervision_tui.tui.screens.families.family_panels.PANELS`.
    """

    NAME = "Families"
    ABOUT = (
        "The families you think about. Type a few letters above the list to find one; choose with the arrow keys. "
        "Left and right go through its children, timeline, ideas, steps and sessions."
    )
    COMMANDS_HERE = (
        OpenPage,
        Draw,
        NewFamily,
        BringIn,
        NextPanel,
        PanelBefore,
        InvolvementEnded,
        WriteOfFamily,
        SendParcel,
        *PLACES,
    )

    def __init__(self, family: str = "", panel: str = "who") -> None:
        super().__init__()
        self._first = family
        self._panel = panel
        self._told = ("", "")
        """The family and the panel that are told beside the list."""

    def body(self) -> ComposeResult:
        """The list with its search, and the one chosen, panel by panel."""
        with Horizontal(id="families_place"):
            with Vertical(id="families_list"):
                yield LineBox(placeholder="find: a few letters", searching=True, id="find_family")
                yield Panel(
                    "Families",
                    "No family is here yet. Press w to begin one, or a to bring one in from a file.",
                    id="families",
                )
            with declare(Vertical(id="about_family"), RoomVisibility.FAMILY):
                yield PanelRow({key: title for key, (title, _) in PANELS.items()}, self._panel, id="panels")
                with VerticalScroll(id="family_panel"):
                    yield Static(id="family_words")

    def on_mount(self) -> None:
        """Show the list."""
        super().on_mount()
        self.fill()
        self.query_one("#families OptionList", OptionList).focus()

    @property
    def room_family(self) -> str:
        """The one that is shown beside the list."""
        return self.chosen

    def fill(self) -> None:
        """The families, newest first; those that fit what was typed."""
        room, found = self.app.room, self._found()
        rows = [
            (heading.id, inline(content(heading.title), content(f" · {heading.id}", "$foreground 70%")))
            if room.may_show(heading.id)
            else (heading.id, content(MASK))
            for heading in found
        ]
        self.query_one("#families", Panel).fill(rows, RoomVisibility.SORTED)
        options = self.query_one("#families OptionList", OptionList)
        if self._first in {heading.id for heading in found}:
            options.highlighted = options.get_option_index(self._first)
        self._first = ""
        self.tell()

    def _found(self) -> list[Heading]:
        headings = self.workspace.families.headings()
        typed = str(self.query_one("#find_family", LineBox).line).strip()
        if not typed:
            return headings
        inside = self.workspace.vault.documents.matching_ids(typed, "family")
        sought = typed.casefold()
        return [
            heading
            for heading in headings
            if heading.id in inside or sought in f"{heading.id} {heading.title}".casefold()
        ]

    @property
    def chosen(self) -> str:
        """The id of the family under the cursor, or nothing."""
        options = self.query_one("#families OptionList", OptionList)
        if options.highlighted is None or not options.option_count:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    @property
    def chosen_family(self) -> str:
        """The family under the cursor; "" while the list is not there yet."""
        return self.chosen if self.query("#families OptionList") else ""

    @on(OptionList.OptionHighlighted, "#families OptionList")
    def _moved(self) -> None:
        if self._told != (self.chosen, self._panel):
            self.tell()

    def tell(self) -> None:
        """What the panel in front says of the family chosen."""
        self._told = (self.chosen, self._panel)
        words = self.query_one("#family_words", Static)
        found = self.workspace.families.find(self.chosen) if self.chosen else None
        family = self.workspace.stories.joined(found, events=True) if found else None
        words.update(PANELS[self._panel][1](self.workspace, family) if family else "")
        self.query_one("#family_panel").scroll_home(animate=False)
        self.refresh_bindings()

    @on(PanelRow.Opened)
    def _turned(self, event: PanelRow.Opened) -> None:
        self._panel = event.key
        self._moved()

    def turn(self, step: int) -> None:
        """Go *step* panels on."""
        self.query_one(PanelRow).turn(step)  # it knows of every key, this screen only of those it was told about

    @on(Input.Changed, "#find_family")
    def _find(self) -> None:
        self.fill()

    @on(Input.Submitted, "#find_family")
    def _into_list(self) -> None:
        self.query_one("#families OptionList").focus()

    def draw(self, family: str) -> None:
        """Open the studio on the family of that id."""
        self.app.push_screen(screen("studio", self.workspace.family_editor(family)))

    def begin_family(self, title: str | None) -> None:
        """Make an empty family of that title and draw it."""
        if title:
            family = self.workspace.new_family(title)
            self.fill()
            self.draw(family.id)

    def bring_in(self, path: str | None) -> None:
        """Read the family file at *path* and show what stands in it, or say what is wrong with it."""
        if path:
            self.app.push_screen(ReadingFileScreen(path, self.workspace.preview_family_file), self._look_at)

    def _look_at(self, brought: FamilyImport | str | None) -> None:
        if isinstance(brought, str):
            self.app.push_screen(AskScreen.notice("That file could not be brought in", brought))
        elif brought is not None:
            self.app.push_screen(ImportPreviewScreen(brought), partial(self._keep, brought.path))

    def _keep(self, path: str, brought: FamilyImport | str | None) -> None:
        if brought is None:
            return
        if isinstance(brought, str):  # the letters to read it with
            read = partial(self.workspace.preview_family_file, letters=brought)
            self.app.push_screen(ReadingFileScreen(path, read), self._look_at)
            return
        try:
            family = self.workspace.families.keep_import(brought)
        except ValueError as trouble:
            self.app.push_screen(AskScreen.notice("That family could not be kept", error_in_words(trouble)))
            return
        self._first = family.id
        self.fill()
        self.notify(str(content(f"{family.title} is here now.")), markup=False)

    @on(BringIn)
    def _bring_in(self) -> None:
        self.app.push_screen(
            AskScreen("Which file holds the family?", "for example  /home/you/families/carter.yaml"),
            self.bring_in,
        )

    @enabled_when(OpenPage, Draw, WriteOfFamily, InvolvementEnded, SendParcel)
    def _is_chosen(self) -> bool:
        return bool(self.chosen)

    @on(WriteOfFamily)
    def _write_of_family(self) -> None:
        choose_document(self.app, documents_of_family(self.workspace, self.chosen))

    @on(SendParcel)
    def _send_parcel(self) -> None:
        family, contacts = self.chosen, {contact.id: contact for contact in self.workspace.contacts.all()}
        if not contacts:
            words = "Nobody's notebook is paired with yours yet. Notebook, “From notebook to notebook”, begins."
            self.app.push_screen(AskScreen.notice("A parcel for whom?", words))
            return

        def chosen(ident: str | None) -> None:
            if ident:
                self.app.push_screen(screen("send parcel", family, contacts[ident]))

        choices = [(contact.id, f"{contact.name}, paired {paired_on(contact)}") for contact in contacts.values()]
        self.app.push_screen(ChooseScreen("A parcel for whom?", choices), chosen)

    @on(InvolvementEnded)
    def _involvement_ended(self) -> None:
        ask_when_involvement_ended(self.app, self.chosen)

    @on(OptionList.OptionSelected, "#families OptionList")
    def _open_page(self) -> None:
        if self.chosen:
            self.app.push_screen(screen("family page", self.chosen))

    @on(OpenPage)
    def _page(self) -> None:
        self._open_page()

    @on(Draw)
    def _draw(self) -> None:
        self.draw(self.chosen)

    @on(NewFamily)
    def _new_family(self) -> None:
        self.app.push_screen(
            AskScreen("How does the team call this family?", "a name or a reference"), self.begin_family
        )

    @on(NextPanel)
    def _next_panel(self) -> None:
        self.turn(1)

    @on(PanelBefore)
    def _panel_before(self) -> None:
        self.turn(-1)

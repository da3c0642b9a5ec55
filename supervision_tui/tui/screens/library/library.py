"""The library: every tool, prompt and card, found by a few letters; used now, kept for the session or the visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.practice.catalogue import (
    FOR_WHOM,
    SESSION_FORMAT,
    CatalogueFilter,
    CatalogueItem,
    reaching_screens,
)
from supervision_tui.tui.activities import open_panel
from supervision_tui.tui.commands import Command, CommandScreen, enabled_when
from supervision_tui.tui.content import content, filled, inline, stacked
from supervision_tui.tui.dialogs.dialogs import ChooseScreen, NoticeScreen
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.room_policy import ProgramWords, RoomVisibility, declare
from supervision_tui.tui.screens.library.commands import (
    LIBRARY_COMMANDS,
    CopyItem,
    FindAgain,
    IntoList,
    KeepForSession,
    KeepForTheVisit,
    LeaveLibrary,
    NarrowAge,
    NarrowHearer,
    NarrowKind,
    NarrowPack,
    NarrowType,
    OpenItem,
    UseNow,
)
from supervision_tui.tui.session_base import SessionBase
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.question_card import QuestionCard
from supervision_tui.tui.widgets.top_line import TopLine
from supervision_tui.workspace.catalogue import WAY_OF_WORKING, method_here
from supervision_tui.workspace.suggestions import question_for_visit

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.practice import Question
    from supervision_tui.tui.base import Program

ValueT = TypeVar("ValueT")
MOST_SHOWN = 200
"""Rows that are drawn at once; a few more letters lead to the others."""
AGES = (None, 4, 6, 8, 10, 12, 14, 16)
KINDS = ("", "tool", "prompt", "card")
ANY = "any"


class LibraryScreen(CommandScreen):
    """Everything that can be asked, read and done.

    Args:
        below: the screen that it was opened on; a session can use what is found.
        letters: what is looked for from the start.
    """

    app: Program
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = LIBRARY_COMMANDS
    room_visibility = RoomVisibility.PROGRAM
    AUTO_FOCUS = "LineBox"
    ABOUT = (
        "Every prompt, card and tool. Type a few letters; down goes into the list, where letters are commands. "
        "Nothing is written here. For the visit keeps a question until a visit to a family is prepared."
    )

    def __init__(self, below: Screen[object] | None = None, letters: str = "") -> None:
        super().__init__()
        self._session = below if isinstance(below, SessionBase) else None
        self._family_below: str = "" if self._session else getattr(below, "room_family", "")
        self._letters = letters
        self._narrowing = CatalogueFilter()
        self._found: list[CatalogueItem] = []

    @property
    def room_family(self) -> str:
        """The family whose names stand in a question that is shown here."""
        return (self._session.editor.session.family_id or "") if self._session else ""

    @property
    def writing(self) -> bool:
        """Whether letters are being typed."""
        return isinstance(self.focused, LineBox)

    def compose(self) -> ComposeResult:
        """The letters, the list, and what is under the cursor."""
        yield TopLine()
        yield LineBox(self._letters, placeholder="a few letters: motiv, wellb, grace, cultural", searching=True)
        yield Static(id="library_narrowed", classes="quiet")
        with Horizontal(id="library"):
            found = ChoiceList(markup=False, id="library_list")
            found.cursor_stays = True  # letters are typed above it
            yield found
            with VerticalScroll(id="library_about", classes="card", can_focus=False):
                yield declare(
                    Static(id="library_words"), RoomVisibility.FAMILY if self._session else self.room_visibility
                )
        yield Keys()

    def on_mount(self) -> None:
        """Say what there is."""
        items = self.app.workspace.catalogue.items
        counted = {kind: sum(item.kind == kind for item in items) for kind in KINDS[1:]}
        words = f"Library: {counted['prompt']} prompts, {counted['card']} cards, {counted['tool']} tools"
        self.query_one(TopLine).say(content(words, "bold"))
        self._fill()

    @on(Input.Changed)
    def _fill(self) -> None:
        typed = str(self.query_one(LineBox).line)
        self._found = self.app.workspace.catalogue.find(typed, self._narrowing)
        options = self.query_one("#library_list", OptionList)
        options.set_options([Option(_row(item)) for item in self._found[:MOST_SHOWN]])
        options.highlighted = 0 if self._found else None
        narrowed = self._narrowing
        parts = (
            f"For: {FOR_WHOM.get(narrowed.audience, ANY)}",
            f"Age: {ANY if narrowed.age is None else narrowed.age}",
            f"Kind: {narrowed.kind or ANY}",
            f"Pack: {narrowed.pack or ANY}",
            f"Type: {narrowed.type.replace('_', ' ') or ANY}",
        )
        more = f" · the first {MOST_SHOWN} are listed" if len(self._found) > MOST_SHOWN else ""
        self.query_one("#library_narrowed", Static).update(
            content(f"{'   '.join(parts)}     {len(self._found)} found{more}")
        )
        if not self._found:
            self._tell()
        self.refresh_bindings()

    @property
    def item(self) -> CatalogueItem | None:
        """The thing under the cursor."""
        at = self.query_one("#library_list", OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @property
    def question(self) -> Question | None:
        """The prompt under the cursor as a question of the family in hand; ``None`` where it does not fit it."""
        item, session = self.item, self._session
        if item is None or session is None or not item.audience:
            return None
        return session.controller.question_of(item.id, heard_by=session.heard_by)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        item = self.item
        words: list[Content | str] = []
        if item is None:
            words = ["Nothing has these letters. Fewer letters find more; Esc goes back."]
        else:
            words = [content(line) for line in self._about(item)]
            words[0] = content(item.words, "bold")
        self.query_one("#library_words", Static).update(stacked(*words))

    def _about(self, item: CatalogueItem) -> list[str]:
        lines = [item.words]
        if item.audience:
            lines.append(f"{item.hearers} · {item.ages_in_words}")
            if self._session is not None and self._session.controller.family is not None:
                question = self.question
                lines.append(
                    f"Here: {question.text}" if question else "It does not fit this family now, so it can only be read."
                )
        lines += [line for line in (item.about, item.type.replace("_", " "), item.pack, item.source) if line]
        if item.minutes:
            lines.append(f"{item.minutes} minutes")
        return lines

    def on_key(self, event: Key) -> None:
        """Down goes from the letters into the list, up at its top back to them."""
        options = self.query_one("#library_list", OptionList)
        if event.key in {"down", "enter"} and self.writing and self._found:
            event.stop()
            event.prevent_default()
            options.focus()
            self.refresh_bindings()
        elif event.key == "up" and self.focused is options and not options.highlighted:
            event.stop()
            event.prevent_default()
            self.find_again()

    @enabled_when(IntoList)
    def _is_typing(self) -> bool:
        return self.writing and bool(self._found)

    @on(IntoList)
    def _into_list(self) -> None:
        self.query_one("#library_list", OptionList).focus()
        self.refresh_bindings()

    @on(FindAgain)
    def find_again(self) -> None:
        """Type other letters."""
        self.query_one(LineBox).focus()
        self.refresh_bindings()

    # --- narrower ----------------------------------------------------------------------------------------------------

    def _narrow(self, **changed: object) -> None:
        self._narrowing = replace(self._narrowing, **changed)  # type: ignore[arg-type] # fields of CatalogueFilter
        self._fill()

    @on(NarrowHearer)
    def _narrow_hearer(self) -> None:
        self._narrow(audience=_next(("", *FOR_WHOM), self._narrowing.audience))

    @on(NarrowAge)
    def _narrow_age(self) -> None:
        self._narrow(age=_next(AGES, self._narrowing.age))

    @on(NarrowKind)
    def _narrow_kind(self) -> None:
        self._narrow(kind=_next(KINDS, self._narrowing.kind))

    @on(NarrowPack)
    def _narrow_pack(self) -> None:
        self._choose("Which pack?", self.app.workspace.catalogue.packs(), "pack")

    @on(NarrowType)
    def _narrow_type(self) -> None:
        self._choose("Which type?", self.app.workspace.catalogue.types(), "type")

    def _choose(self, question: str, names: tuple[str, ...], part: str) -> None:
        choices = [("", ANY), *((name, name.replace("_", " ")) for name in names)]

        def chosen(name: str | None) -> None:
            if name is not None:
                self._narrow(**{part: "" if name == "None" else name})

        self.app.push_screen(ChooseScreen(question, choices), chosen)

    # --- what is done with it ----------------------------------------------------------------------------------------

    @enabled_when(UseNow)
    def _can_be_used(self) -> bool:
        item = self.item
        return item is not None and (item.type == SESSION_FORMAT or self._session is not None)

    @enabled_when(KeepForSession)
    def _is_in_session(self) -> bool:
        return self._session is not None

    @enabled_when(KeepForTheVisit)
    def _can_be_taken_along(self) -> bool:
        item = self.item
        return self._session is not None or (item is not None and item.kind == "prompt" and bool(self._families()))

    def _families(self) -> list[tuple[str, str]]:
        """Families that may be named here, as choices."""
        headings = self.app.workspace.families.headings()
        return [(heading.id, heading.title) for heading in headings if self.app.room.may_show(heading.id)]

    @on(UseNow)
    def _use_now(self) -> None:
        item, session = self.item, self._session
        if item is None:
            return
        if item.type == SESSION_FORMAT:
            self.app.pop_screen()
            self.app.push_screen(screen("begin session", self.app.workspace.formats[item.id]))
        elif item.type == WAY_OF_WORKING and session is not None:
            self._use_method(item, session)
        elif session is not None and (question := self.question) is not None:
            self.app.pop_screen()
            session.query_one(QuestionCard).put(question)
        else:
            self._only_read(item)

    def _use_method(self, item: CatalogueItem, session: SessionBase) -> None:
        method = method_here(item.id, session.editor)
        if method is None:
            self.notify(ProgramWords("This stage has no place for it. O says in which stages it stands."), markup=False)
            return
        self.app.pop_screen()
        open_panel(session, method)

    def _only_read(self, item: CatalogueItem) -> None:
        why = "It does not fit this family now" if item.audience else "This is to be read"
        self.notify(ProgramWords(f"{why}: O opens it, Y copies it."), markup=False)

    @on(KeepForTheVisit)
    def _keep_for_the_visit(self) -> None:
        session, question = self._session, self.question
        if session is None:
            self._choose_whose_visit()
        elif question is None:
            if self.item is not None:
                self._only_read(self.item)
        elif session.controller.keep_question(question):
            session.changed()
            self.notify(ProgramWords("Kept for the visit."), markup=False)
        else:
            self.notify(ProgramWords("This one is for your own thoughts; it is not written down."), markup=False)

    def _choose_whose_visit(self) -> None:
        """Outside a session: the family whose page this was opened on, or one that is chosen."""
        families = self._families()
        on_page = [family for family, _ in families if family == self._family_below]
        if on_page or len(families) == 1:
            self._take_along(on_page[0] if on_page else families[0][0])
        elif families:
            self.app.push_screen(ChooseScreen("For the next visit to which family?", families), self._take_along)

    def _take_along(self, family_id: str | None) -> None:
        item, workspace = self.item, self.app.workspace
        if item is None or family_id is None:
            return
        family = workspace.families.get(family_id)
        question = question_for_visit(family, workspace.formats.library, item.id, workspace.today())
        if question is None:
            self.notify(ProgramWords("It does not fit that family now: O opens it, Y copies it."), markup=False)
            return
        try:
            is_kept = workspace.suggestions.toggle_to_take_along(family_id, question, workspace.today())
        except ValueError as refusal:
            self.notify(ProgramWords(str(refusal)), markup=False)
            return
        message = "Kept for the next visit that is prepared; Families, Ideas shows it. K again takes it out."
        self.notify(ProgramWords(message if is_kept else "No longer kept for the next visit."), markup=False)

    @on(KeepForSession)
    def _keep_for_session(self) -> None:
        session, question = self._session, self.question
        if session is None or question is None:
            if self.item is not None:
                self._only_read(self.item)
            return
        session.controller.keep_for_session(question)
        session.changed()
        session.offer_questions()
        self.notify(ProgramWords("It is among the questions of this session now."), markup=False)

    @on(OptionList.OptionSelected)
    @on(OpenItem)
    def _open(self) -> None:
        item = self.item
        if item is None:
            return
        lines = self._about(item)
        if item.audience:
            reached = reaching_screens(self.app.workspace.formats.library).get(item.id, ())
            lines.append(f"Where it stands: {', '.join(reached)}")
        elif item.type == WAY_OF_WORKING:
            lines.append(f"Where it stands: {', '.join(self.app.workspace.stages_with(item.id))}")
        self.app.push_screen(NoticeScreen(item.type.replace("_", " ").capitalize(), "\n\n".join(lines)))

    @on(CopyItem)
    def _copy(self) -> None:
        item, question = self.item, self.question
        if item is not None:
            self.app.copy_to_clipboard(question.text if question else item.words)

    @on(LeaveLibrary)
    def _leave(self) -> None:
        self.app.pop_screen()


def _row(item: CatalogueItem) -> Content:
    whom = f"   {item.hearers}" if item.audience else ""
    minutes = f"   {item.minutes} min" if item.minutes else ""
    aged = f", {item.ages_in_words}" if item.audience and item.ages != (0, None) else ""
    return inline(
        content(f"{filled(item.kind, 7)}", "$secondary"),
        content(item.words),
        content(f"{whom}{aged}{minutes}", "$foreground 70%"),
    )


def _next(among: Sequence[ValueT], now: ValueT) -> ValueT:
    return among[(among.index(now) + 1) % len(among)]

"""People and pods: who works here, what was agreed about supervision, when it is due, and what people learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from supervision_tui.people import LEARNING_KINDS
from supervision_tui.tui.commands import Command, enabled_when
from supervision_tui.tui.content import content, inline
from supervision_tui.tui.dialogs.dialogs import NoticeScreen
from supervision_tui.tui.dialogs.form import FormScreen, Part
from supervision_tui.tui.room_policy import ProgramWords
from supervision_tui.tui.screens.people import forms
from supervision_tui.tui.screens.people.panels import about_group, about_person, due_words
from supervision_tui.tui.screens.place import PLACES, Panel, Place
from supervision_tui.tui.screens.records.choose_document import choose_document
from supervision_tui.tui.screens.records.issue_commands import WriteOfPerson, documents_of_person
from supervision_tui.vault import VaultError
from supervision_tui.workspace.people_notes import WHY_MISSED
from supervision_tui.workspace.reports import children_in_work

if TYPE_CHECKING:
    from supervision_tui.people import Pod, Practitioner, Team


class AddPerson(Command):
    """Add somebody who works here: a practitioner, supervisor, manager, clinician, student, foster carer."""

    key, label = "a", "Add"


class Change(Command):
    """Change the person, team or pod under the cursor."""

    key, label = "e", "Change"


class Agree(Command):
    """The supervision agreement: how often, how long, what helps, what if you disagree. It is looked at every year."""

    key, label = "g", "Agreement"


class NoteSupervision(Command):
    """Note that supervision took place: the day it is counted from."""

    key, label = "s", "Supervised"


class NoteMissed(Command):
    """Note that a planned supervision did not take place: why, and the new day. It is followed up on Today."""

    key, label, hide_in_footer = "m", "Missed", True


class AddLearning(Command):
    """Note a piece of learning for the person's professional record. No family is named in it."""

    key, label, hide_in_footer = "l", "Learning", True


class ShowChildren(Command):
    """The children whom this person works with, and what is due for each: for one-to-one supervision."""

    key, label = "c", "Children"


class AddTeam(Command):
    """Add a team: whose people they are, and who belongs to it."""

    key, label, hide_in_footer = "t", "Add a team", True


class AddPod(Command):
    """Add a pod: a small group of a team that reflects together. It keeps no record of any family."""

    key, label, hide_in_footer = "p", "Add a pod", True


class Undo(Command):
    """Take the last change to people, teams or agreements back."""

    key, label, hide_in_footer = "ctrl+z", "Undo", True


class PeopleScreen(Place):
    """The people of this notebook."""

    NAME = "People and pods"
    ABOUT = (
        "Who works here, the teams and pods, what was agreed about supervision, and when it is due. Nothing about a "
        "family stands here, but behind c, for one-to-one. Choose with the arrow keys; the keys below change what is "
        "chosen."
    )
    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (
        *PLACES, AddPerson, Change, NoteSupervision, NoteMissed, Agree, AddLearning, ShowChildren, AddTeam, AddPod,
        WriteOfPerson,
        Undo,
    )  # fmt: skip

    def __init__(self, person: str = "") -> None:
        super().__init__()
        self._next = person
        """Id of the person that the cursor is put on, once."""

    def body(self) -> ComposeResult:
        """People, teams and pods; beside them the chosen one."""
        with Horizontal(id="people"):
            with Vertical(id="people_lists"):
                yield Panel("People", "Nobody is here yet. Press a to add someone.", id="practitioners")
                yield Panel(
                    self.workspace.framework.reword("Teams and pods"),
                    "No team is here yet. Press t to add one.",
                    id="teams",
                )
            with VerticalScroll(id="about_person", classes="place"):
                yield Static(id="person_words")

    def on_mount(self) -> None:
        """Show everybody."""
        super().on_mount()
        self.fill()
        lists = self.query_one("#practitioners OptionList", OptionList)
        (lists if lists.display else self.query_one("#about_person")).focus()

    def fill(self) -> None:
        """Those at work first; those who left after them."""
        workspace, today = self.workspace, self.workspace.today()
        roster = workspace.people.roster_with_sessions
        rows = []
        for practitioner in sorted(
            roster.practitioners, key=lambda worker: (not worker.here(today), worker.name.casefold())
        ):
            due = (
                workspace.people.due(practitioner, workspace.framework, today)
                if practitioner in roster.supervised(today)
                else None
            )
            words, style = due_words(
                due, here=practitioner.here(today), last=roster.last_supervision(practitioner.id, today)
            )
            rows.append(
                (practitioner.id, inline(content(f"{roster.name_of(practitioner.id)}  "), content(words, style)))
            )
        self.query_one("#practitioners", Panel).fill(rows)
        groups = [
            (
                group.id,
                inline(
                    content("" if kind == "team" else "  "),
                    content(f"{group.name}  "),
                    content(workspace.framework.reword(kind), "$secondary"),
                ),
            )
            for kind, group, _ in roster.groups()
        ]
        self.query_one("#teams", Panel).fill(groups)
        if self._next:
            which = "#practitioners" if roster.person(self._next) else "#teams"
            options = self.query_one(f"{which} OptionList", OptionList)
            options.highlighted = options.get_option_index(self._next)
            self._next = ""
            options.focus()
        self._tell()

    def shown_next(self, ident: str) -> None:
        """Put the cursor on the person who was just added, once the list is filled again."""
        self._next = ident

    @property
    def chosen(self) -> str:
        """The id under the cursor of the list that has the focus, or of people where none has."""
        which = "#teams" if self.query_one("#teams").has_focus_within else "#practitioners"
        options = self.query_one(f"{which} OptionList", OptionList)
        return str(options.get_option_at_index(options.highlighted).id) if options.highlighted is not None else ""

    @property
    def person(self) -> Practitioner | None:
        """The chosen person, if it is one."""
        return self.workspace.people.roster.person(self.chosen)

    @property
    def group(self) -> tuple[Literal["team", "pod"], Team | Pod] | None:
        """The team or pod that is chosen, and which of the two it is."""
        for kind, group, _ in self.workspace.people.roster.groups():
            if group.id == self.chosen:
                return ("team" if kind == "team" else "pod"), group
        return None

    def ask(self, title: str, parts: list[Part], keep: Any) -> None:
        """Open a form, and show what it changed."""
        self.app.push_screen(FormScreen(title, parts, keep), lambda changed: self.fill() if changed else None)

    def ask_group(self, kind: Literal["team", "pod"], group: Team | Pod | None) -> None:
        """Open the form of a team or a pod."""
        parts = forms.group_parts(self.workspace.people.roster, kind, group, self.workspace.today())
        title = f"Change {group.name}" if group else f"Add a {kind}"
        self.ask(title, parts, lambda words: forms.keep_group(self.workspace, words, kind, group))

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        """The chosen person, team or pod in words."""
        words = self.query_one("#person_words", Static)
        if (person := self.person) is not None:
            words.update(about_person(self.workspace, person))
        elif (found := self.group) is not None:
            words.update(about_group(self.workspace, *found))
        else:
            words.update("")
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """The other list is in hand now."""
        self._tell()

    @on(AddPerson)
    def _add_person(self) -> None:
        keep = lambda words: self.shown_next(forms.keep_person(self.workspace, words, None).id)  # noqa: E731 - short
        self.ask("Add someone", forms.person_parts(None, forms.own_answer(self.workspace, None)), keep)

    @enabled_when(Agree, NoteSupervision, NoteMissed, AddLearning, WriteOfPerson, ShowChildren)
    def _is_a_person(self) -> bool:
        return self.person is not None

    @on(WriteOfPerson)
    def _write_of_person(self) -> None:
        if self.person is not None:
            choose_document(self.app, documents_of_person(self.person))

    @on(ShowChildren)
    def _show_children(self) -> None:
        if self.person is not None:
            name = self.workspace.people.directory.shown(self.person.id, str(self.person.name))
            children = children_in_work(self.workspace, name)
            paragraphs = ["\n".join([child.heading, *(f"  {line}" for line in child.lines)]) for child in children]
            words = "\n\n".join(paragraphs) or f"No child is known here whom {name} works with."
            self.app.push_screen(NoticeScreen(f"For one-to-one with {name}", words))

    @enabled_when(Change)
    def _can_change(self) -> bool:
        return self.person is not None or self.group is not None

    @on(Change)
    @on(OptionList.OptionSelected)
    def _change(self) -> None:
        workspace = self.workspace
        if (person := self.person) is not None:
            parts = forms.person_parts(person, forms.own_answer(workspace, person))
            self.ask(f"Change {person.name}", parts, lambda w: forms.keep_person(workspace, w, person))
        elif (found := self.group) is not None:
            self.ask_group(*found)

    @on(Agree)
    def _agree(self) -> None:
        workspace, person = self.workspace, self.person
        if person is not None:
            parts = forms.agreement_parts(workspace.people.roster, person, workspace.today())
            self.ask(
                f"Supervision agreement with {person.name}", parts, lambda w: forms.keep_agreement(workspace, w, person)
            )

    @on(NoteSupervision)
    def _supervision_held(self) -> None:
        workspace, person = self.workspace, self.person
        if person is not None:
            parts = [
                Part("on", "On which day", forms.day_as_typed(workspace.today()), forms.A_DAY, needed=True, day=True),
                Part("minutes", "How many minutes"),
            ]
            self.ask(f"Supervision with {person.name}", parts, lambda w: forms.keep_supervision(workspace, w, person))

    @on(NoteMissed)
    def _missed(self) -> None:
        workspace, person = self.workspace, self.person
        if person is not None:
            parts = [
                Part("on", "For which day it was planned", forms.day_as_typed(workspace.today()), forms.A_DAY,
                     needed=True, day=True),
                Part("why", "Why it did not take place", hint=WHY_MISSED, needed=True),
                Part("new_day", "The new day", hint="may be found later", day=True),
            ]  # fmt: skip
            title = f"Supervision with {person.name} did not take place"
            self.ask(title, parts, lambda w: forms.keep_missed(workspace, w, person))

    @on(AddLearning)
    def _add_learning(self) -> None:
        workspace, person = self.workspace, self.person
        if person is not None:
            parts = [
                Part("words", "What was learnt, and what it changed", hint="no family, no child", needed=True),
                Part("on", "On which day", forms.day_as_typed(workspace.today()), forms.A_DAY, needed=True, day=True),
                Part("kind", "What kind of learning", choices=LEARNING_KINDS),
                Part("with_a_peer", "Reflected on with a peer", "no", choices=forms.YES, needed=True),
            ]
            self.ask(f"Learning of {person.name}", parts, lambda w: forms.keep_learning(workspace, w, person))

    @on(AddTeam)
    def _add_team(self) -> None:
        self.ask_group("team", None)

    @enabled_when(AddPod)
    def _can_add_pod(self) -> bool:
        return bool(self.workspace.people.roster.teams)

    @on(AddPod)
    def _add_pod(self) -> None:
        self.ask_group("pod", None)

    @on(Undo)
    def _undo(self) -> None:
        try:
            what = self.workspace.people.undo()
        except VaultError as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        self.notify(ProgramWords(f"Taken back: {what}." if what else "Nothing to take back."), markup=False)
        self.fill()

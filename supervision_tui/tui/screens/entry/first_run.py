"""The first start, in plain words: what this is, how you work, a locked notebook, and where to begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from supervision_tui.tui.commands import Command
from supervision_tui.tui.content import content, inline, stacked
from supervision_tui.tui.navigation import screen
from supervision_tui.tui.screens.entry.base import PROMISES, DemoOpeningScreen, EntryScreen, preload_library
from supervision_tui.tui.widgets.choice_list import ChoiceList
from supervision_tui.tui.widgets.keys import Keys
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.passphrase_fields import PassphraseFields
from supervision_tui.workspace import notebook, store

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace
    from supervision_tui.workspace.store import FrameworkOption

WELCOME = (
    "A place to think together about families: it holds the session, asks one question at a time, draws the family, "
    "and has the right record ready in the right place when the talk is done."
)
KEYS = (
    "You need no mouse. Arrow keys choose, Enter goes on, Esc goes back, F1 helps wherever you are. Ctrl+Q leaves, and "
    "everything is saved by itself."
)


class Begin(Command):
    """Make a notebook of your own, in three short steps."""

    key, label = "enter", "Begin"


class LookAround(Command):
    """Look around with five invented families first. Nothing is kept; it is gone when you leave."""

    key, label = "t", "Try it first"


class WelcomeScreen(EntryScreen):
    """The very first screen.

    Args:
        folder: where the vault will be.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (Begin, LookAround)
    ABOUT = "The first start. Enter makes a notebook of your own; t shows the program with invented families."

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def compose(self) -> ComposeResult:
        """What it is for, what it promises, how to go on."""
        with Vertical(classes="door") as door:
            door.border_title = "Welcome"
            yield Static(stacked(WELCOME, "", KEYS, ""))
            yield Static(stacked(*PROMISES), classes="quiet")
            yield Static(
                stacked(
                    "",
                    inline(content("Enter", "$accent bold"), "  make a notebook of your own, in three short steps"),
                    inline(content("t", "$accent bold"), "      look around with five invented families first"),
                )
            )
        yield Keys()

    @on(Begin)
    def _begin(self) -> None:
        self.app.switch_screen(ChooseFrameworkScreen(self.folder))

    @on(LookAround)
    def _look_around(self) -> None:
        self.app.switch_screen(DemoOpeningScreen())


class OneBack(Command):
    """One step back; nothing was made yet."""

    key, label = "escape", "Back"


class StepScreen(EntryScreen):
    """A step on the way to a notebook, from which one can go back.

    Args:
        folder: where the vault will be.
    """

    COMMANDS_HERE: ClassVar[tuple[type[Command], ...]] = (OneBack,)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def before(self) -> EntryScreen:
        """The step before this one."""
        return WelcomeScreen(self.folder)

    @on(OneBack)
    def _one_back(self) -> None:
        if not self.busy:
            self.app.switch_screen(self.before())


class ChooseFrameworkScreen(StepScreen):
    """Which practice framework the person works by."""

    ABOUT = "The framework decides which formats and questions come first. It can be changed at any time."

    def compose(self) -> ComposeResult:
        """A list, filled once the library is read."""
        with Vertical(classes="door") as door:
            door.border_title = "1 of 3 · How do you work?"
            yield Static(
                "Which practice framework do you work by? Its formats and its ways of asking come first. "
                "You can change it later."
            )
            yield ChoiceList(id="frameworks", markup=False)
            yield Static("Reading the library ...", id="said", classes="quiet")
        yield Keys()

    def on_mount(self) -> None:
        """Read the library in a thread."""
        self.call_after_refresh(self._read)

    @work(thread=True, exit_on_error=False)
    def _read(self) -> list[FrameworkOption]:
        return store.frameworks()

    def finished(self, result: list[FrameworkOption]) -> None:
        """The library is read: offer what is in it."""
        self.say("Enter chooses.")
        listed = self.query_one(OptionList)
        listed.add_options(Option(content(line.title), id=line.id) for line in result)
        listed.highlighted = 0
        self._about = {line.id: line.about for line in result}
        listed.focus()

    @on(OptionList.OptionHighlighted)
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        self.say(self._about[str(event.option_id)])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.app.switch_screen(NewVaultScreen(self.folder, str(event.option_id)))


class NewVaultScreen(StepScreen):
    """Whose notebook it is, and the passphrase that keeps it shut.

    Args:
        folder: where the vault will be.
        framework: id of the chosen framework.
    """

    ABOUT = "The passphrase keeps your notebook shut. Nobody else has it, and nobody can look it up."

    def __init__(self, folder: Path, framework: str) -> None:
        super().__init__(folder)
        self._framework = framework

    def before(self) -> EntryScreen:
        """The frameworks."""
        return ChooseFrameworkScreen(self.folder)

    def compose(self) -> ComposeResult:
        """A name, a passphrase, and the passphrase again."""
        with Vertical(classes="door") as door:
            door.border_title = "2 of 3 · A locked notebook"
            yield Static("Your name, as colleagues know you", classes="label")
            yield LineBox(id="name")
            yield PassphraseFields()
            yield Static("", id="said")
            yield Static("", id="chance", classes="quiet")
            yield Static(
                stacked(
                    "",
                    "It must have twelve characters; capitals and digits are not needed. Pasting works.",
                    f"The notebook will stand in {self.folder}.",
                ),
                classes="quiet",
            )
        yield Keys()

    def on_mount(self) -> None:
        """Show four words by chance, as an example."""
        self.call_after_refresh(self._suggest)

    def _suggest(self) -> None:
        from supervision_tui.vault.keys.passphrase_policy import suggestion  # noqa: PLC0415 - after the first paint

        self.query_one("#chance", Static).update(content(f"Four words by chance, if you like them: {suggestion()}"))
        if warnings := notebook.folder_warnings(self.folder):
            self.say(" ".join(warnings), trouble=True)

    @on(Input.Submitted)
    def _all_written(self) -> None:
        if self.busy:
            return
        name, fields = self.query_one("#name", LineBox), self.query_one(PassphraseFields)
        if not name.value.strip():
            self.say("Please write the name that your colleagues know you by.", trouble=True)
            name.focus()
            return
        if trouble := fields.problem():
            self.say(trouble, trouble=True)
            return
        self.say("Making your notebook ...")
        self._create(name.value, fields.passphrase)
        fields.clear()

    @work(thread=True, exit_on_error=False)
    def _create(self, name: str, passphrase: str) -> tuple[Workspace, str]:
        workspace, words = notebook.create_vault(self.folder, passphrase, name, framework=self._framework)
        return preload_library(workspace), words

    def finished(self, result: tuple[Workspace, str]) -> None:
        """Show the recovery words, have them checked, then ask where to begin."""
        workspace, words = result
        self.app.made(workspace)
        self.app.switch_screen(screen("recovery paper", words, lambda: StartScreen(workspace), step="3 of 3 · "))


class StartScreen(EntryScreen):
    """The notebook is made: begin, or look around first.

    Args:
        workspace: the new notebook, open.
    """

    ABOUT = "The notebook is made. Enter chooses where to begin."

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """Two ways to begin."""
        with Vertical(classes="door") as door:
            door.border_title = "Your notebook is ready"
            yield Static("Where would you like to begin?")
            yield ChoiceList(
                Option("Start in my notebook", id="start"),
                Option("Look around with five invented families first", id="try"),
                id="where",
                markup=False,
            )
            yield Static(
                stacked(
                    "",
                    "The invented families stand in a notebook of their own, which is gone when you leave. Yours stays "
                    "locked meanwhile and opens at the next start.",
                ),
                classes="quiet",
            )
        yield Keys()

    def on_mount(self) -> None:
        """Ready to choose."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "start":
            self.app.opened(self._workspace)
        else:
            self.app.close_notebook()
            self.app.switch_screen(DemoOpeningScreen())

"""What can be done on the drawing: one class a key. Each asks for one line, and says what the line may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supervision_tui.tui.commands import Command
from supervision_tui.tui.studio.compare import SIDE_COMMANDS
from supervision_tui.tui.studio.constellation import CONSTELLATION_COMMANDS
from supervision_tui.tui.studio.neighbourhood import NEAR_COMMANDS
from supervision_tui.tui.studio.other_views import OPENING_COMMANDS
from supervision_tui.tui.studio.person_command import PERSON, OnSomebody
from supervision_tui.tui.studio.person_search import begins
from supervision_tui.tui.studio.suggestions import CURIOSITY_COMMANDS
from supervision_tui.tui.studio.tie_layers import LAYER_COMMANDS
from supervision_tui.tui.studio.ties import TIE_COMMANDS, Tie

if TYPE_CHECKING:
    from supervision_tui.tui.studio.line_prompt import AskingScreen  # noqa: F401 - named in bases below
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in every base below


class NewPerson(Command["StudioScreen"]):
    """Put somebody on the drawing who is not linked to anybody yet; in an empty one, the child."""

    key, words = "n", "New"

    @property
    def possible(self) -> bool:
        return not self.screen.writing and self.screen.as_at is None

    def run(self) -> None:
        first = not self.screen.board.family.persons
        self.screen.ask("Who is the child?" if first else "Who?", PERSON, self.screen.board.first)


class Partner(OnSomebody):
    """Add a partner: married (m), living together (lt), with the years, and how it ended if it did."""

    key, words = "p", "Partner"
    asks, hint = "Who is the partner of {name}?", "m Craig 2008-2016 sep   ·   lt Emeka 2020   ·   Jo 34 f"

    def act(self, line: str) -> str:
        return self.screen.board.partner(self.screen.selected, line)


class FormerPartner(OnSomebody):
    """Add a partner of before; the line may hold the years."""

    key, words, quiet = "f", "Former partner", True
    asks, hint = "Who was a partner of {name}?", "m Craig 2008-2016 div   ·   Sam"

    def act(self, line: str) -> str:
        return self.screen.board.partner(self.screen.selected, line, former=True)


class Child(OnSomebody):
    """Add a child of whoever is selected and their last partner. Twins: "twins Ana, Ben 2019"."""

    key, words = "c", "Child"
    asks = "Who is the child of {name}?"

    def act(self, line: str) -> str:
        return self.screen.board.child(self.screen.selected, line)


class Parent(OnSomebody):
    """Add a parent; press it again for the other one."""

    key, words = "u", "Parent"
    asks = "Who is a parent of {name}?"

    def act(self, line: str) -> str:
        self.screen.board.parent(self.screen.selected, line)
        return self.screen.selected


class Sibling(OnSomebody):
    """Add a brother or sister: a child of the same parents."""

    key, words = "b", "Sibling"
    asks = "Who is a brother or sister of {name}?"

    def act(self, line: str) -> str:
        return self.screen.board.sibling(self.screen.selected, line)


class More(OnSomebody):
    """Say more about whoever is selected: an age, a date, a name, a word to remember."""

    key, words = "enter", "Say more"
    asks, hint = "What do we know of {name}?", "b 1988-04   ·   38 f   ·   d 2019   ·   another name"

    def act(self, line: str) -> str:
        return self.screen.board.tell(self.screen.selected, line)


class Died(OnSomebody):
    """Say that somebody has died, with the date if it is known."""

    key, words, quiet = "d", "Died", True
    asks, hint = "When did {name} die? It may stay empty.", "2019-11"

    def act(self, line: str) -> str:
        return self.screen.board.died(self.screen.selected, line)


class Home(OnSomebody):
    """Say where somebody lives; a home that is there already is found by its first letters."""

    key, words, quiet = "h", "Home", True
    asks, hint = "Where does {name} live?", "Nan's house"

    def act(self, line: str) -> str:
        return self.screen.board.home(self.screen.selected, line)


class Happened(OnSomebody):
    """Note something that happened to somebody: the date first, then what."""

    key, words, quiet = "e", "Event", True
    asks, hint = "What happened to {name}, and when?", "2019 moved to Nan"

    def act(self, line: str) -> str:
        return self.screen.board.event(self.screen.selected, line)


class TakeOff(OnSomebody):
    """Take somebody off the drawing, with all that hangs on them. Ctrl+Z brings them back."""

    key, words, quiet = "delete", "Take off", True

    def run(self) -> None:
        self.screen.selected = self.screen.board.remove(self.screen.selected)
        self.screen.draw()


class Find(OnSomebody):
    """Find somebody by the first letters of a name."""

    key, words, quiet = "slash", "Find", True
    asks, hint = "Whom are you looking for?", "the first letters of a name"

    def act(self, line: str) -> str:
        found = begins(self.screen.board.family, line)
        self.screen.select(found)
        return found


class Give(Command["StudioScreen"]):
    """Write a drawing for somebody: choose who reads it, see what is left out, then name the file."""

    key, words, quiet = "x", "Give a drawing", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.board.family.persons) and not self.screen.writing

    def run(self) -> None:
        from supervision_tui.tui.studio.export_drawing import give  # noqa: PLC0415 - seldom needed

        give(self.screen)


class Zoom(Command["StudioScreen"]):
    """Names, then initials, then symbols only."""

    key, words, quiet = "z", "Names, initials, symbols", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.zoom()


class Earlier(Command["StudioScreen"]):
    """Show the family as it was at the end of the year before in which something changed."""

    key, words, quiet = "left_square_bracket", "Earlier", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.board.family.persons) and not self.screen.writing

    def run(self) -> None:
        self.screen.go_in_time(-1)


class Later(Command["StudioScreen"]):
    """Go forward again, at last to today."""

    key, words, quiet = "right_square_bracket", "Later", True

    @property
    def possible(self) -> bool:
        return self.screen.as_at is not None and not self.screen.writing

    def run(self) -> None:
        self.screen.go_in_time(1)


class NextView(Command["StudioScreen"]):
    """The family, then its ties, homes, health, culture."""

    key, words = "v", "View"

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.next_view()


class Tidy(Command["StudioScreen"]):
    """Lay the drawing out anew; people may move."""

    key, words, quiet = "y", "Tidy", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.draw(tidy=True)


class Undo(Command["AskingScreen"]):
    """Take the last step back."""

    key, words = "ctrl+z", "Undo"

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.stepped(self.screen.board.undo(), "Taken back")


class Redo(Command["AskingScreen"]):
    """Make again what was taken back."""

    key, words, quiet = "ctrl+y", "Redo", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.stepped(self.screen.board.redo(), "Made again")


class Back(Command["AskingScreen"]):
    """Put the line away, or go back to where you came from. Everything is kept."""

    key, words, priority = "escape", "Back", True

    def run(self) -> None:
        if self.screen.writing:
            self.screen.close_line()
        else:
            self.screen.leave()


STUDIO_COMMANDS: tuple[type[Command[Any]], ...] = (
    More,
    Partner,
    Child,
    Parent,
    Sibling,
    Tie,
    NewPerson,
    NextView,
    FormerPartner,
    Died,
    Home,
    Happened,
    TakeOff,
    Find,
    *TIE_COMMANDS,
    *CONSTELLATION_COMMANDS,
    *OPENING_COMMANDS,
    *CURIOSITY_COMMANDS,
    Give,
    Zoom,
    *NEAR_COMMANDS,
    *LAYER_COMMANDS,
    *SIDE_COMMANDS,
    Earlier,
    Later,
    Tidy,
    Undo,
    Redo,
    Back,
)

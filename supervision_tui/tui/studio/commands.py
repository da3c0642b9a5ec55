"""The commands of the studio: one class for each key. Most ask for one line, and say what the line may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supervision_tui.tui.commands import ScreenCommand
from supervision_tui.tui.studio.compare import CompareDrawings
from supervision_tui.tui.studio.neighbourhood import ShowNeighbourhood
from supervision_tui.tui.studio.other_views import OpenEcomap, OpenPersonDetails, OpenSensitiveFacts, OpenTimeline
from supervision_tui.tui.studio.person_command import PERSON_HINT, PersonCommand
from supervision_tui.tui.studio.person_search import FindPerson
from supervision_tui.tui.studio.suggestions import OpenSuggestions
from supervision_tui.tui.studio.tie_layers import ChooseTieLayers
from supervision_tui.tui.studio.ties import DescribeTie, OpenListPanel, SetConstellation

if TYPE_CHECKING:
    from supervision_tui.tui.studio.line_prompt import LinePromptScreen  # noqa: F401 - named in bases below
    from supervision_tui.tui.studio.screen import StudioScreen  # noqa: F401 - named in every base below


class AddPerson(ScreenCommand["StudioScreen"]):
    """Put somebody on the drawing who is not linked to anybody yet; in an empty one, the child."""

    key, label = "n", "New"

    @property
    def possible(self) -> bool:
        return not self.screen.writing and self.screen.as_at is None

    def run(self) -> None:
        is_first = not self.screen.editor.family.persons
        self.screen.ask("Who is the child?" if is_first else "Who?", PERSON_HINT, self.screen.editor.add_first_person)


class AddPartner(PersonCommand):
    """Add a partner: married (m), living together (lt), with the years, and how it ended if it did."""

    key, label = "p", "Partner"
    question, hint = "Who is the partner of {name}?", "m Craig 2008-2016 sep   ·   lt Emeka 2020   ·   Jo 34 f"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_partner(self.screen.selected, line)


class AddFormerPartner(PersonCommand):
    """Add a partner of before; the line may hold the years."""

    key, label, hide_in_footer = "f", "Former partner", True
    question, hint = "Who was a partner of {name}?", "m Craig 2008-2016 div   ·   Sam"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_partner(self.screen.selected, line, former=True)


class AddChild(PersonCommand):
    """Add a child of the person selected and their last partner. Twins: "twins Ana, Ben 2019"."""

    key, label = "c", "Child"
    question = "Who is the child of {name}?"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_child(self.screen.selected, line)


class AddParent(PersonCommand):
    """Add a parent; press it again for the other one."""

    key, label = "u", "Parent"
    question = "Who is a parent of {name}?"

    def handle_line(self, line: str) -> str:
        self.screen.editor.add_parent(self.screen.selected, line)
        return self.screen.selected


class AddSibling(PersonCommand):
    """Add a brother or sister: a child of the same parents."""

    key, label = "b", "Sibling"
    question = "Who is a brother or sister of {name}?"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_sibling(self.screen.selected, line)


class DescribePerson(PersonCommand):
    """Say more about the person selected: an age, a date, a name, a word to remember."""

    key, label = "enter", "Say more"
    question, hint = "What do we know of {name}?", "b 1988-04   ·   38 f   ·   d 2019   ·   another name"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.update_person(self.screen.selected, line)


class RecordDeath(PersonCommand):
    """Say that somebody has died, with the date if it is known."""

    key, label, hide_in_footer = "d", "Died", True
    question, hint = "When did {name} die? It may stay empty.", "2019-11"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.record_death(self.screen.selected, line)


class SetHome(PersonCommand):
    """Say where somebody lives; a home that is there already is found by its first letters."""

    key, label, hide_in_footer = "h", "Home", True
    question, hint = "Where does {name} live?", "Nan's house"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_to_home(self.screen.selected, line)


class RecordEvent(PersonCommand):
    """Note something that happened to somebody: the date first, then what."""

    key, label, hide_in_footer = "e", "Event", True
    question, hint = "What happened to {name}, and when?", "2019 moved to Nan"

    def handle_line(self, line: str) -> str:
        return self.screen.editor.add_event(self.screen.selected, line)


class RemovePerson(PersonCommand):
    """Take somebody off the drawing, with all that hangs on them. Ctrl+Z brings them back."""

    key, label, hide_in_footer = "delete", "Take off", True

    def run(self) -> None:
        self.screen.selected = self.screen.editor.remove_person(self.screen.selected)
        self.screen.draw()


class ExportDrawing(ScreenCommand["StudioScreen"]):
    """Write a drawing for somebody: choose who reads it, see what is left out, then name the file."""

    key, label, hide_in_footer = "x", "Give a drawing", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.editor.family.persons) and not self.screen.writing

    def run(self) -> None:
        from supervision_tui.tui.studio.export_drawing import export_drawing  # noqa: PLC0415 - seldom needed

        export_drawing(self.screen)


class ChangeLabels(ScreenCommand["StudioScreen"]):
    """Names, then initials, then symbols only."""

    key, label, hide_in_footer = "z", "Names, initials, symbols", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.next_labels()


class EarlierYear(ScreenCommand["StudioScreen"]):
    """Show the family as it was at the end of the year before in which something changed."""

    key, label, hide_in_footer = "left_square_bracket", "Earlier", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.editor.family.persons) and not self.screen.writing

    def run(self) -> None:
        self.screen.go_in_time(-1)


class LaterYear(ScreenCommand["StudioScreen"]):
    """Go forward again, at last to today."""

    key, label, hide_in_footer = "right_square_bracket", "Later", True

    @property
    def possible(self) -> bool:
        return self.screen.as_at is not None and not self.screen.writing

    def run(self) -> None:
        self.screen.go_in_time(1)


class NextView(ScreenCommand["StudioScreen"]):
    """The family, then its ties, homes, health, culture."""

    key, label = "v", "View"

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.next_view()


class TidyDrawing(ScreenCommand["StudioScreen"]):
    """Lay the drawing out anew; people may move."""

    key, label, hide_in_footer = "y", "Tidy", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.draw(tidy=True)


class UndoEdit(ScreenCommand["LinePromptScreen"]):
    """Take the last step back."""

    key, label = "ctrl+z", "Undo"

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.show_step(self.screen.editor.undo(), "Taken back")


class RedoEdit(ScreenCommand["LinePromptScreen"]):
    """Make again what was taken back."""

    key, label, hide_in_footer = "ctrl+y", "Redo", True

    @property
    def possible(self) -> bool:
        return not self.screen.writing

    def run(self) -> None:
        self.screen.show_step(self.screen.editor.redo(), "Made again")


class GoBack(ScreenCommand["LinePromptScreen"]):
    """Put the line away, or go back to where you came from. Everything is kept."""

    key, label, priority = "escape", "Back", True

    def run(self) -> None:
        if self.screen.writing:
            self.screen.close_line()
        else:
            self.screen.leave()


STUDIO_COMMANDS: tuple[type[ScreenCommand[Any]], ...] = (
    DescribePerson,
    AddPartner,
    AddChild,
    AddParent,
    AddSibling,
    DescribeTie,
    AddPerson,
    NextView,
    AddFormerPartner,
    RecordDeath,
    SetHome,
    RecordEvent,
    RemovePerson,
    FindPerson,
    OpenListPanel,
    SetConstellation,
    OpenEcomap,
    OpenTimeline,
    OpenSensitiveFacts,
    OpenPersonDetails,
    OpenSuggestions,
    ExportDrawing,
    ChangeLabels,
    ShowNeighbourhood,
    ChooseTieLayers,
    CompareDrawings,
    EarlierYear,
    LaterYear,
    TidyDrawing,
    UndoEdit,
    RedoEdit,
    GoBack,
)

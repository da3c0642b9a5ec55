"""The commands of the studio, one class for each key: its label, its help, and what is asked where it asks for a line.

A command knows no screen: the studio handles it (:mod:`supervision_tui.tui.studio.command_handlers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from supervision_tui.family.shorthand.tie import EXAMPLE as TIE_EXAMPLE
from supervision_tui.tui.commands import Command
from supervision_tui.workspace.editing import tie_edits

if TYPE_CHECKING:
    from supervision_tui.family.shorthand import EntryKind
    from supervision_tui.workspace.editing import FamilyEditor

PERSON_HINT = "name, age or b 1988-04, f or m; or just a name"


class DrawingCommand(Command):
    """A command on a drawing, given while its line is not open."""

    while_writing = False


class PersonCommand(DrawingCommand):
    """A command that asks for one line about the person selected."""

    question: ClassVar[str]
    """What is asked, with {name} for the person selected."""
    hint: ClassVar[str] = PERSON_HINT
    """What the line may hold."""
    entry: ClassVar[EntryKind | None] = None
    """What the line is read back as while it is typed; nothing where it is no line of shorthand."""

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        """Do what *line* says of *person*; return the id of the person to select then.

        Raises:
            ValueError: the line cannot be used; the message says why, and nothing was changed.
        """
        raise NotImplementedError

    @staticmethod
    def first_words(editor: FamilyEditor, person: str) -> str:  # noqa: ARG004 - for commands that change what is there
        """What stands in the line already."""
        return ""


# --- people -----------------------------------------------------------------------------------------------------------


class AddPerson(DrawingCommand):
    """Put somebody on the drawing who is not linked to anybody yet; in an empty one, the child."""

    key, label = "n", "New"


class AddPartner(PersonCommand):
    """Add a partner: married (m), living together (lt), with the years, and how it ended if it did."""

    entry = "partner"
    key, label = "p", "Partner"
    question, hint = "Who is the partner of {name}?", "m Craig 2008-2016 sep   ·   lt Emeka 2020   ·   Jo 34 f"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_partner(person, line)


class AddFormerPartner(PersonCommand):
    """Add a partner of before; the line may hold the years."""

    entry = "partner"
    key, label, hide_in_footer = "f", "Former partner", True
    question, hint = "Who was a partner of {name}?", "m Craig 2008-2016 div   ·   Sam"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_partner(person, line, former=True)


class AddChild(PersonCommand):
    """Add a child of the person selected and their last partner. Twins: "twins Ana, Ben 2019"."""

    entry = "child"
    key, label = "c", "Child"
    question = "Who is the child of {name}?"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_child(person, line)


class AddParent(PersonCommand):
    """Add a parent; press it again for the other one."""

    entry = "parent"
    key, label = "u", "Parent"
    question = "Who is a parent of {name}?"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        editor.add_parent(person, line)
        return person


class AddSibling(PersonCommand):
    """Add a brother or sister: a child of the same parents."""

    key, label = "b", "Sibling"
    question = "Who is a brother or sister of {name}?"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_sibling(person, line)


class DescribePerson(PersonCommand):
    """Say more about the person selected: an age, a date, a name, a word to remember."""

    entry = "person"
    key, label = "enter", "Say more"
    question, hint = "What do we know of {name}?", "b 1988-04   ·   38 f   ·   d 2019   ·   another name"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.update_person(person, line)


class RecordDeath(PersonCommand):
    """Say that somebody has died, with the date if it is known."""

    key, label, hide_in_footer = "d", "Died", True
    question, hint = "When did {name} die? It may stay empty.", "2019-11"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.record_death(person, line)


class SetHome(PersonCommand):
    """Say where somebody lives; a home that is there already is found by its first letters."""

    key, label, hide_in_footer = "h", "Home", True
    question, hint = "Where does {name} live?", "Nan's house"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_to_home(person, line)


class RecordEvent(PersonCommand):
    """Note something that happened to somebody: the date first, then what."""

    entry = "event"
    key, label, hide_in_footer = "e", "Event", True
    question, hint = "What happened to {name}, and when?", "2019 moved to Nan"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return editor.add_event(person, line)


class DescribeTie(PersonCommand):
    """Say how somebody is with another: the name, the first letters of the tie, 1 to 3, years, whose view it is."""

    entry = "tie"
    key, label = "t", "Tie"
    question, hint = "{name} is how, with whom?", TIE_EXAMPLE

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return tie_edits.add_tie(editor, person, line)


class SetConstellation(PersonCommand):
    """Say that the person selected cares for a Mockingbird hub home, and who cares for its satellite homes."""

    key, label, hide_in_footer = "k", "Constellation", True
    question = "Whose homes are satellites of the hub home of {name}?"
    hint = "Yvonne, Carlton   ·   empty takes it away"

    @staticmethod
    def edit(editor: FamilyEditor, person: str, line: str) -> str:
        return tie_edits.set_constellation(editor, person, line)

    @staticmethod
    def first_words(editor: FamilyEditor, person: str) -> str:
        return tie_edits.satellite_names(editor, person)


class TellInSentences(DrawingCommand):
    """Type or paste what people say of the family; each sentence is read back, and taken, mended or left by one key."""

    key, label, hide_in_footer = "s", "Told in sentences", True


class RemovePerson(DrawingCommand):
    """Take somebody off the drawing, with all that hangs on them. Ctrl+Z brings them back."""

    key, label, hide_in_footer = "delete", "Take off", True


class FindPerson(DrawingCommand):
    """Find somebody by the first letters of a name."""

    key, label, hide_in_footer = "slash", "Find", True


# --- what is shown ----------------------------------------------------------------------------------------------------


class NextView(DrawingCommand):
    """The family, then its ties, homes, health, culture."""

    key, label = "v", "View"


class ChangeLabels(DrawingCommand):
    """Names, then initials, then symbols only."""

    key, label, hide_in_footer = "z", "Names, initials, symbols", True


class ShowNeighbourhood(DrawingCommand):
    """Only those near to the person selected: one step to a parent, child or partner, two, three, everybody again."""

    key, label, hide_in_footer = "a", "Only those near", True


class ChooseTieLayers(DrawingCommand):
    """Choose which ties are drawn: warm, distant, tense, harm, care; everybody's, or one person's."""

    key, label, hide_in_footer = "m", "Which ties", True


class EarlierYear(DrawingCommand):
    """Show the family as it was at the end of the year before in which something changed."""

    key, label, hide_in_footer = "left_square_bracket", "Earlier", True


class LaterYear(DrawingCommand):
    """Go forward again, at last to today."""

    key, label, hide_in_footer = "right_square_bracket", "Later", True


class TidyDrawing(DrawingCommand):
    """Lay the drawing out anew; people may move."""

    key, label, hide_in_footer = "y", "Tidy", True


class ToggleRowEnd(DrawingCommand):
    """Let the person selected stand at the end of their row of siblings, where lines cross least; or by age again."""

    key, label, hide_in_footer = "Y", "At the row's end", True


class OpenListPanel(DrawingCommand):
    """Go to the list below: the ties of the person selected, or who is missing. Esc leads back to the drawing."""

    key, label, hide_in_footer = "j", "The list below", True


class ShowRelations(DrawingCommand):
    """Who is joined to whom: who holds parts together, whom no line reaches, rings, triangles; as questions."""

    key, label, hide_in_footer = "r", "Who is joined", True


class OpenSuggestions(DrawingCommand):
    """Gaps and patterns as questions, beside the drawing: Enter takes one up, m or r puts it away, s shows those again.

    Arrows show who they are about. What is taken up is an idea, or a question to take along. q or Esc closes the list.
    """

    key, label, hide_in_footer = "q", "Curious about", True


# --- other screens on the same family ---------------------------------------------------------------------------------


class OpenEcomap(DrawingCommand):
    """Open the ecomap: the services, places, groups and people round the family."""

    key, label, hide_in_footer = "o", "Ecomap", True


class OpenTimeline(DrawingCommand):
    """Open the timeline: what happened, in order, and what it meant for the child."""

    key, label, hide_in_footer = "l", "Timeline", True


class OpenSensitiveFacts(DrawingCommand):
    """What is handled with care: harm, what must not be told, a parent who is not sure, a home that is not recorded."""

    key, label, hide_in_footer = "w", "With care", True


class OpenPersonDetails(DrawingCommand):
    """Open everything that is known of the person selected: every field, part by part."""

    key, label, hide_in_footer = "i", "Everything known", True


class CompareDrawings(DrawingCommand):
    """See the family twice, side by side: as two people see the ties, or on two days, with what differs."""

    key, label, hide_in_footer = "g", "Side by side", True


class ShowPicture(DrawingCommand):
    """Show the drawing as a real picture on the whole screen, where this terminal can; any key leads back."""

    key, label, hide_in_footer = "P", "Picture", True


class ExportDrawing(DrawingCommand):
    """Write a drawing for somebody: choose who reads it, see what is left out, then name the file."""

    key, label, hide_in_footer = "x", "Give a drawing", True


# --- steps and the way back -------------------------------------------------------------------------------------------


class UndoEdit(DrawingCommand):
    """Take the last step back."""

    key, label = "ctrl+z", "Undo"


class RedoEdit(DrawingCommand):
    """Make again what was taken back."""

    key, label, hide_in_footer = "ctrl+y", "Redo", True


class GoBack(Command):
    """Put the line away, or go back to where you came from. Everything is kept."""

    key, label, priority = "escape", "Back", True


STUDIO_COMMANDS: tuple[type[Command], ...] = (
    DescribePerson, AddPartner, AddChild, AddParent, AddSibling, DescribeTie, AddPerson, NextView, AddFormerPartner,
    RecordDeath, SetHome, RecordEvent, TellInSentences, RemovePerson, FindPerson, OpenListPanel, SetConstellation,
    OpenEcomap, OpenTimeline, OpenSensitiveFacts, OpenPersonDetails, OpenSuggestions, ShowRelations,
    ShowPicture, ExportDrawing, ChangeLabels,
    ShowNeighbourhood, ChooseTieLayers, CompareDrawings, EarlierYear, LaterYear, TidyDrawing, ToggleRowEnd,
    UndoEdit, RedoEdit, GoBack,
)  # fmt: skip
"""Everything that can be done in the studio; the first of them stand in the line of keys."""

"""Families: who they are, drawn and in words, and what the team has thought about them so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static

from supervision_tui.tui.commands import Command
from supervision_tui.tui.screens.ask import AskScreen
from supervision_tui.tui.screens.places import PLACES, Panel, Place
from supervision_tui.tui.words import beside, lines, shown

if TYPE_CHECKING:
    from textual.content import Content

    from supervision_tui.family import Family


class BringIn(Command["FamiliesScreen"]):
    """Bring in a family from a file that was written or exported (YAML, JSON or GEDCOM)."""

    key, words = "a", "Add from a file"

    def run(self) -> None:
        self.screen.app.push_screen(
            AskScreen("Which file holds the family?", "for example  /home/you/families/carter.yaml"),
            self.screen.bring_in,
        )


class Draw(Command["FamiliesScreen"]):
    """Draw the genogram of the family chosen."""

    key, words = "g", "Genogram"

    @property
    def possible(self) -> bool:
        return bool(self.screen.chosen)

    def run(self) -> None:
        from supervision_tui.tui.screens.genogram import GenogramScreen  # noqa: PLC0415 - loads the layout

        self.screen.app.push_screen(GenogramScreen(self.screen.desk.families.get(self.screen.chosen)))


class FamiliesScreen(Place):
    """The families of this vault."""

    NAME = "Families"
    ABOUT = "The families you think about. Choose one with the arrow keys; Enter or g draws its genogram."
    COMMANDS_HERE = (Draw, BringIn, *PLACES)

    def body(self) -> ComposeResult:
        """The list, and the one chosen in words."""
        yield Panel("Families", "No family is here yet. Press a to bring one in from a file.", id="families")
        with VerticalScroll(id="about_family", classes="place"):
            yield Static(id="family_words")

    def on_mount(self) -> None:
        """Show the list."""
        super().on_mount()
        self.fill()
        self.query_one("#families OptionList", OptionList).focus()

    def fill(self) -> None:
        """The families, newest first."""
        rows = [
            (heading.id, beside(shown(f"{heading.id:<6}", "$accent"), shown(heading.title)))
            for heading in self.desk.families.headings()
        ]
        self.query_one("#families", Panel).fill(rows)

    @property
    def chosen(self) -> str:
        """The id of the family under the cursor, or nothing."""
        options = self.query_one("#families OptionList", OptionList)
        if options.highlighted is None:
            return ""
        return str(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionHighlighted, "#families OptionList")
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        family = self.desk.families.get(str(event.option_id))
        self.query_one("#family_words", Static).update(_about(family, self.desk.working_space_words(family.id)))

    @on(OptionList.OptionSelected, "#families OptionList")
    def _draw(self) -> None:
        Draw(self).run()

    def bring_in(self, path: str | None) -> None:
        """Read the family file at *path* and show it, or say what is wrong with it."""
        if not path:
            return
        try:
            family = self.desk.bring_in_family(path)
        except (ValueError, OSError) as trouble:
            self.app.push_screen(AskScreen.telling("That file could not be brought in", str(trouble)))
            return
        self.fill()
        self.notify(str(shown(f"{family.title} is here now.")), markup=False)


def _about(family: Family, space: str) -> Content:
    """The family in words: what was asked, who belongs, what goes well, what was thought so far."""
    parts: list[Content | str] = [shown(family.title, "bold"), ""]
    if family.referral:
        parts += [shown(family.referral), ""]
    if family.team_question:
        parts += [shown(f"The team's question: {family.team_question}", "$accent"), ""]
    parts += [shown("People", "$secondary")]
    parts += [shown(f"  {line}") for line in people_in_words(family)]
    if family.strengths:
        parts += ["", shown("What goes well", "$secondary"), *(shown(f"  {line}") for line in family.strengths)]
    if space:
        parts += ["", shown("Thought so far", "$secondary"), shown(space)]
    return lines(*parts)


def people_in_words(family: Family) -> list[str]:
    """A line a person: name and when born or died."""
    found = []
    for person in family.persons:
        dates = [f"born {person.born.text}"] if person.born else []
        dates += [f"died {person.died.text}"] if person.died else []
        found.append(f"{person.name}{', ' + ', '.join(dates) if dates else ''}")
    return found

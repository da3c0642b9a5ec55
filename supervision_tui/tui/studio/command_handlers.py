"""How the studio answers its commands: people and ties, what is shown, other screens on the same family."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on

from supervision_tui.family.views import changes_between
from supervision_tui.tui.commands import enabled_when
from supervision_tui.tui.studio.commands import (
    PERSON_HINT,
    AddPerson,
    ChangeLabels,
    ChooseTieLayers,
    CompareDrawings,
    EarlierYear,
    ExportDrawing,
    LaterYear,
    NextView,
    OpenEcomap,
    OpenListPanel,
    OpenPersonDetails,
    OpenSensitiveFacts,
    OpenSuggestions,
    OpenTimeline,
    PersonCommand,
    RemovePerson,
    ShowNeighbourhood,
    ShowRelations,
    TellInSentences,
    TidyDrawing,
    ToggleRowEnd,
)
from supervision_tui.tui.studio.compare import choose_comparison
from supervision_tui.tui.studio.ecomap import EcomapScreen
from supervision_tui.tui.studio.export_drawing import export_drawing
from supervision_tui.tui.studio.list_panel import ListPanel
from supervision_tui.tui.studio.narrative import NarrativeScreen
from supervision_tui.tui.studio.neighbourhood import Neighbourhood
from supervision_tui.tui.studio.person_details import PersonDetailsScreen
from supervision_tui.tui.studio.relational_panel import RelationalPanel
from supervision_tui.tui.studio.sensitive_facts import SensitiveFactsScreen
from supervision_tui.tui.studio.studio_base import VIEWS, StudioBase
from supervision_tui.tui.studio.suggestions import SuggestionPanel
from supervision_tui.tui.studio.tie_layers import TieLayersScreen
from supervision_tui.tui.studio.ties import TieListPanel
from supervision_tui.tui.studio.time_travel import next_stop, year_ends_with_changes
from supervision_tui.tui.studio.timeline import TimelineScreen
from supervision_tui.workspace.editing import narrative_edits

MOST_CHANGES = 6
"""Changes that are named in the line; the drawing shows the rest."""


class StudioCommandHandlers(StudioBase):
    """The half of the studio that answers its commands."""

    narrative: narrative_edits.NarrativeDraft | None = None
    """What was told in sentences and is not kept yet."""

    # --- when a command can be given ----------------------------------------------------------------------------------

    @enabled_when(AddPerson, TellInSentences)
    def _is_today(self) -> bool:
        return self.as_at is None

    @enabled_when(PersonCommand, RemovePerson, OpenEcomap, OpenTimeline, OpenSensitiveFacts, OpenPersonDetails)
    def _has_person_today(self) -> bool:
        return bool(self.selected) and self.as_at is None

    @enabled_when(ShowNeighbourhood, CompareDrawings)
    def _has_person(self) -> bool:
        return bool(self.selected)

    @enabled_when(OpenSuggestions)
    def _has_people_today(self) -> bool:
        return bool(self.editor.family.persons) and self.as_at is None

    @enabled_when(EarlierYear, ShowRelations)
    def _has_a_past(self) -> bool:
        return bool(self.editor.family.persons)

    @enabled_when(LaterYear)
    def _is_in_the_past(self) -> bool:
        return self.as_at is not None

    @enabled_when(ChooseTieLayers)
    def _has_ties(self) -> bool:
        return bool(self.editor.family.ties)

    @enabled_when(OpenListPanel)
    def _has_a_list(self) -> bool:
        if self.shows_missing_people:
            return self.query_one("#missing", ListPanel).has_choices
        return self._has_person_today() and bool(self.editor.family.ties_of(self.selected))

    # --- people and ties ----------------------------------------------------------------------------------------------

    @on(AddPerson)
    def _add_person(self) -> None:
        is_first = not self.editor.family.persons
        self.ask("Who is the child?" if is_first else "Who?", PERSON_HINT, self.editor.add_first_person)
        self.read_back_as("child", "")

    @on(PersonCommand)
    def _ask_about_person(self, command: PersonCommand) -> None:
        question = command.question.format(name=self.editor.family.person(self.selected).short_name)
        edit = partial(command.edit, self.editor, self.selected)
        self.ask(question, command.hint, edit, command.first_words(self.editor, self.selected))
        self.read_back_as(command.entry, self.selected)

    @on(TellInSentences)
    def _tell_in_sentences(self) -> None:
        self.narrative = self.narrative or narrative_edits.NarrativeDraft(self.editor.family, self.editor.today)
        self.narrative.family = self.editor.family
        self.app.push_screen(NarrativeScreen(self.editor, self.narrative), self._drawn_as_told)

    def _drawn_as_told(self, words: str | None) -> None:
        self.show_message(words or "")
        self.draw()

    @on(RemovePerson)
    def _remove_person(self) -> None:
        self.selected = self.editor.remove_person(self.selected)
        self.draw()

    # --- what is shown ------------------------------------------------------------------------------------------------

    @on(NextView)
    def _next_view(self) -> None:
        self.show_view(VIEWS[(VIEWS.index(self.view_name) + 1) % len(VIEWS)])

    @on(ChangeLabels)
    def _change_labels(self) -> None:
        self.next_labels()

    @on(ShowNeighbourhood)
    def _show_neighbourhood(self) -> None:
        now = self.neighbourhood
        self.neighbourhood = Neighbourhood(self.selected) if now is None else now.wider
        self.draw()

    @on(ChooseTieLayers)
    def _choose_tie_layers(self) -> None:
        family = self.editor.family

        def draw_chosen(drawn: set[str] | None) -> None:
            self.tie_layers = self.tie_layers.after_choice(family, drawn or set())
            self.show_view("ties")

        self.app.push_screen(TieLayersScreen(family, self.tie_layers), draw_chosen)

    @on(EarlierYear)
    def _earlier_year(self) -> None:
        self._go_in_time(-1)

    @on(LaterYear)
    def _later_year(self) -> None:
        self._go_in_time(1)

    def _go_in_time(self, step: int) -> None:
        """Go to the year before or after in which something changed, and say what changed."""
        family = self.editor.family
        before = self.as_at or date.max
        self.as_at = next_stop(year_ends_with_changes(family), self.as_at, step)
        now = self.as_at or date.max
        if now != before:
            earlier, later = sorted((before, now))
            changes = [change.words for change in changes_between(family, earlier, later)]
            until = f"until {'today' if later == date.max else later.year}"
            words = "; ".join(changes[:MOST_CHANGES]) or "nothing dated"
            self.show_message(f"What changed after {earlier.year}, {until}: {words}")
        self.draw()

    @on(TidyDrawing)
    def _tidy(self) -> None:
        self.draw(tidy=True)

    @on(ToggleRowEnd)
    def _toggle_row_end(self) -> None:
        if not self.selected:
            return
        name = self.editor.family.person(self.selected).short_name
        try:
            at_the_end = self.editor.toggle_row_end(self.selected)
        except ValueError as problem:
            self.show_message(str(problem), error=True)
            return
        self.show_message("" if at_the_end else f"{name} stands by age again.")
        self.draw(tidy=True)

    @on(OpenListPanel)
    def _open_list(self) -> None:
        if self.shows_missing_people:
            self.query_one("#missing", ListPanel).focus()
            return
        self.show_view("ties")
        panel = self.query_one(TieListPanel)
        panel.refresh_rows()
        panel.focus()

    @on(ShowRelations)
    def _show_relations(self) -> None:
        self.query_one(RelationalPanel).toggle()

    @on(OpenSuggestions)
    def _open_suggestions(self) -> None:
        self.query_one(SuggestionPanel).toggle()

    # --- other screens on the same family -----------------------------------------------------------------------------

    @on(OpenEcomap)
    def _open_ecomap(self) -> None:
        self.app.push_screen(EcomapScreen(self.editor, self.selected, self.focus_children, self.draw))

    @on(OpenTimeline)
    def _open_timeline(self) -> None:
        self.app.push_screen(TimelineScreen(self.editor, self.selected, self.focus_children, self.draw))

    @on(OpenSensitiveFacts)
    def _open_sensitive_facts(self) -> None:
        self.app.push_screen(SensitiveFactsScreen(self.editor, self.selected, self.draw))

    @on(OpenPersonDetails)
    def _open_person_details(self) -> None:
        self.app.push_screen(PersonDetailsScreen(self.editor, self.selected, self.draw))

    @on(CompareDrawings)
    def _compare(self) -> None:
        choose_comparison(self)

    @on(ExportDrawing)
    def _export(self) -> None:
        export_drawing(self)

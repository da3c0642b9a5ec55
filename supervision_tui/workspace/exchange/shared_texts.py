"""What may stand in a parcel: an allow-list of kinds, each with its one form between notebooks.

Between notebooks a family bears the id of its exchange, whatever each notebook calls it; a text in this form is the
same in both, so that fingerprints can be compared. Facts that no copy may show never leave, and stay when a newer text
of the family comes in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.session import Action, Hypothesis
from supervision_tui.session.carry_over import outcomes_of
from supervision_tui.text import Line
from supervision_tui.workspace.disclosure import family_id_of
from supervision_tui.workspace.store import StepHistory, StepNote, leaf_values, step_outcomes

if TYPE_CHECKING:
    from supervision_tui.workspace.store import Exchange, ItemKey
    from supervision_tui.workspace.workspace import Workspace

SharedKind = Literal["family", "record", "idea", "step", "step-history"]
"""What may go into a parcel; everything else stays where it is."""
SharedModel = Family | Record | Hypothesis | Action | StepHistory
SHARED: dict[str, type[SharedModel]] = {
    "family": Family,
    "record": Record,
    "idea": Hypothesis,
    "step": Action,
    "step-history": StepHistory,
}
OWN_OF_A_NOTEBOOK: dict[str, object] = {
    "author_id": "", "subject_id": "", "checks": (), "corrections": (), "looked": (),
}  # fmt: skip
"""What of a record is one notebook's own: ids of people, how it was edited, looked through and talked over.

None of it leaves, and none that comes in is believed: words that were taken out of a draft are an earlier version, and
answers to a checklist are about how somebody works.
"""
RECORDS = frozenset({Destination.CHILD_FILE, Destination.FAMILY_WORK})
"""Destinations of records that may go: a worker's supervision record and what is private never do."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """One text of this notebook in its form between notebooks: *kind*, *id*, the *model*, a *title* for a list."""

    kind: SharedKind
    id: str
    model: SharedModel
    title: str

    @property
    def text(self) -> str:
        """As JSON."""
        return self.model.model_dump_json()

    @property
    def words(self) -> str:
        """Its words, for looking through."""
        return words_in(self.text)


def words_in(text: str) -> str:
    """The values in a text of JSON, a line each."""
    return "\n".join(value for _, value in leaf_values(json.loads(text)))


def family_text(family: Family, exchange: Exchange) -> SharedText:
    """A family in its form between notebooks: under its shared id, without what no copy may show."""
    shown = tuple(fact for fact in family.hidden_facts if fact.show_anyone)
    model = family.model_copy(update={"id": exchange.shared_id, "hidden_facts": shown})
    return SharedText("family", exchange.shared_id, model, f"the family, {len(family.persons)} people, its timeline")


def local_family(shared: Family, family_id: str, standing: Family | None) -> Family:
    """A family that came in, under the id that it has here, with the facts that no copy may show."""
    hidden_facts = tuple(fact for fact in standing.hidden_facts if not fact.show_anyone) if standing else ()
    ids = {fact.id for fact in hidden_facts}
    facts = (*(fact for fact in shared.hidden_facts if fact.show_anyone and fact.id not in ids), *hidden_facts)
    return shared.model_copy(update={"id": family_id, "hidden_facts": facts})


def record_text(record: Record, exchange: Exchange) -> SharedText:
    """A record in its form between notebooks."""
    whole_family = record.destination is Destination.FAMILY_WORK
    update = OWN_OF_A_NOTEBOOK | {"family_ref": Line(exchange.shared_id)}
    update |= {"subject": Line(exchange.shared_id)} if whole_family else {}
    standing = "" if record.confirmed else ", not confirmed yet"
    title = f"record of {day_in_words(record.day)}: {record.title}{standing}"
    return SharedText("record", record.id, record.model_copy(update=update), title)


def local_record(shared: Record, family_id: str, standing: Record | None) -> Record:
    """A record that came in, under the id that the family has here, with how it was edited and looked through here."""
    whole_family = shared.destination is Destination.FAMILY_WORK
    own = {name: getattr(standing, name) for name in ("checks", "corrections", "looked")} if standing else {}
    update = OWN_OF_A_NOTEBOOK | own | {"family_ref": Line(family_id)}
    update |= {"subject": Line(family_id)} if whole_family else {}
    return shared.model_copy(update=update)


def records_of(workspace: Workspace, family_id: str) -> list[Record]:
    """The records about a family that may go, the earliest first."""
    about = (record for record in workspace.records.all() if record.destination in RECORDS)
    return sorted(
        (record for record in about if family_id_of(workspace, record) == family_id),
        key=lambda record: (record.day, record.id),
    )


def idea_text(idea: Hypothesis) -> SharedText:
    """An idea as it stands."""
    return SharedText("idea", idea.id, idea, f"idea: {idea.statement}")


def step_text(step: Action) -> SharedText:
    """A step with what became of it; the owner by name alone: ids of people are one notebook's own."""
    return SharedText("step", step.id, step.model_copy(update={"owner_id": ""}), f"step: {step.who}: {step.what}")


def idea_texts(workspace: Workspace, family_id: str) -> list[SharedText]:
    """The team's ideas about a family, each as it stands now."""
    return [
        SharedText("idea", idea.id, idea, f"idea: {idea.statement}") for idea in workspace.sessions.ideas(family_id)
    ]


def step_texts(workspace: Workspace, family_id: str) -> list[SharedText]:
    """The steps about a family, each with what became of it; those that belong to a worker's own record never go."""
    threads = workspace.sessions.threads_as_written()
    outcomes = step_outcomes(threads)
    newest: dict[str, Action] = {}
    for summary in reversed(threads):
        if summary.family_id == family_id and summary.closed:
            newest |= {action.id: action for action in summary.actions}
    found = list[SharedText]()
    for action in newest.values():
        state = outcomes[action.id].state if action.id in outcomes else action.state
        if action.destination in RECORDS:
            found.append(step_text(action.model_copy(update={"state": state})))
    return found


def step_histories(workspace: Workspace, family_id: str, steps: Mapping[str, str]) -> Iterator[SharedText]:
    """What was noted of *steps* (ids, with their words), here and elsewhere: what became of each and why, new days."""
    notes = dict.fromkeys(step_notes(workspace, family_id))
    for ident, words in steps.items():
        of_step = sorted((note for note in notes if note.step == ident), key=lambda note: note.at)
        if of_step:
            yield step_history_text(StepHistory(id=ident, notes=tuple(of_step)), words)


def step_history_text(history: StepHistory, words: str = "") -> SharedText:
    """What was noted about one step, of which the *words* are known."""
    summary = "; ".join(note.in_words for note in history.notes)
    step = f" “{words}”" if words else ""
    return SharedText("step-history", history.id, history, f"what was noted about the step{step}: {summary}")


def step_notes(workspace: Workspace, family_id: str) -> Iterator[StepNote]:
    """Everything noted about the family's steps: in sessions, between them, in other notebooks."""
    for summary in workspace.summaries.as_written():
        if summary.family_id == family_id and summary.closed:
            entries = (entry for entry in summary.entries if entry.destination in RECORDS)
            for step, outcome in outcomes_of(entries).items():
                yield StepNote(step=step, at=summary.started.astimezone(), state=outcome.state, why=outcome.why)
    for change in workspace.step_log.changes(family_id):
        if change.destination in RECORDS and change.for_others:
            yield change.for_others
    for _, note in workspace.received.notes(family_id):
        yield note


def waiting_texts(workspace: Workspace, exchange: Exchange, family_id: str) -> set[ItemKey]:
    """The texts that wait beside others, by kind and id between notebooks."""
    waiting = {(copy.kind, copy.id) for copy in workspace.vault.documents.conflicts()}
    return {(kind, exchange.shared_id if (kind, ident) == ("family", family_id) else ident) for kind, ident in waiting}


def same_words(model: SharedModel, others: Iterable[SharedModel]) -> bool:
    """Whether one of *others* says the same, whatever its id."""
    wanted = model.model_copy(update={"id": ""})
    return any(other.model_copy(update={"id": ""}) == wanted for other in others)

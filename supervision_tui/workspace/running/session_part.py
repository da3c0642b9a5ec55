"""One part of a session: what one family (or none) said in it, the questions it is offered, and how it is saved.

A single session is a session with one part; a meeting has one part of its own and one for each family.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination, Question, offered_prompts, questions_for, stage_questions
from supervision_tui.records import Record, SessionRecords, private_card, split_session
from supervision_tui.records.forbidden_content import forbidden_in
from supervision_tui.records.name_watch import NameWatch, OtherFamiliesWatch
from supervision_tui.records.nameless import without_people
from supervision_tui.session import (
    AskedQuestion,
    Clock,
    MissingAnswer,
    SessionEditor,
    StageLine,
    fields,
    missing_answers,
)
from supervision_tui.session.clock import stage_letters
from supervision_tui.session.drafts import WaitingDraft, all_waiting
from supervision_tui.session.fields import names_of
from supervision_tui.session.subjects import ChildSuggestion, suggest_children
from supervision_tui.text import SafeText
from supervision_tui.workspace.catalogue import catalogue_of
from supervision_tui.workspace.running.autosave import Autosave

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.practice.catalogue import Catalogue
    from supervision_tui.practice.questions import Purpose
    from supervision_tui.workspace.store import Records, SessionFormats, Sessions


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line of a worker's record that *names* somebody of the family: where it stands and where it was written.

    Attributes:
        heading: above it in the record.
        names: as they are written in it.
        stage, field: in which it was written.
        entry: the id of what was written.
        family: of the part of a meeting, or "".
    """

    heading: str
    names: tuple[str, ...]
    stage: str
    field: str
    entry: str
    family: str = ""

    def in_words(self) -> str:
        """For a list."""
        return f"“{self.heading}” names {', '.join(self.names)}"


BROUGHT_IN = ("question", "purpose", "best_hope", "dilemma")
"""Fields in which somebody says what they want from a session: the questions of later stages follow it."""


class SessionPart:
    """One part of a session in progress.

    Args:
        editor: the session document of this part, in the facilitator's hands.
        sessions: where it is saved.
        records: where its records are kept.
        family: whom it is about, if anybody.
        formats: the session formats and the practice library.
        brought: questions about what was prepared before, for a session that looks back on a visit.
        others: gives the other families of the notebook, whose names belong in no part but their own.

    Attributes:
        names: the children in focus, by person id.
    """

    def __init__(
        self,
        editor: SessionEditor,
        sessions: Sessions,
        records: Records,
        *,
        family: Family | None,
        formats: SessionFormats,
        brought: Sequence[Question] = (),
        others: Callable[[], Sequence[Family]] = tuple,
    ) -> None:
        self.editor = editor
        if family is not None:
            editor.directory = editor.directory.beside(person.short_name for person in family.persons)
        self._others = others
        self.family = family
        self._sessions = sessions
        self.names = names_of(family, editor.session.children, self.now().date())
        self._records = records
        self._brought = brought
        self._library = formats.library
        self._lenses = formats.framework.lenses
        self._on_save_status: Callable[[str], None] = lambda _status: None
        self._autosave = Autosave(sessions, self._report_save)

    def family_changed(self, family: Family) -> None:
        """Use *family* as it now stands for questions and names; a child who is no longer in it keeps the name."""
        self.family = family
        here = [child for child in self.editor.session.children if child in family]
        self.names |= names_of(family, here, self.now().date())

    def on_save_status(self, report: Callable[[str], None]) -> None:
        """Have *report* called, from any thread, with "saving", "saved" or "not saved: ..."."""
        self._on_save_status = report

    def _report_save(self, status: str) -> None:
        self._on_save_status(status)

    @property
    def children(self) -> dict[str, str]:
        """The names of the children that can be chosen now, by id: those of the session who are in the family still."""
        return {child: name for child, name in self.names.items() if self.family is None or child in self.family}

    def suggest_children(self, text: str) -> ChildSuggestion:
        """For which of the children a line of *text* may be, and why."""
        return suggest_children(text, self.family, self.children, self.now().date())

    def waiting_drafts(
        self, family: str = "", letters: Mapping[str, str] | None = None, family_name: str = ""
    ) -> tuple[WaitingDraft, ...]:
        """Everything that was begun in this part, about *family* in a meeting, and is not kept.

        *letters* are those of the stages of the whole format; *family_name* is what the family is called.
        """
        letters = letters or stage_letters(self.editor.template)
        return all_waiting(self.editor.session, self.editor.template, self.names, letters, (family, family_name))

    def save(self) -> None:
        """Hand the part to the writer as it stands."""
        self._autosave.save(self.editor.session)

    def hold(self) -> None:
        """Stop its clock while another part is in hand."""
        self.editor.session = self.editor.stopped(self.now())

    def now(self) -> datetime:
        """The time."""
        return self._sessions.now()

    def with_child_name(self, words: str) -> str:
        """*words* with the child's name in the place of "the child", where there is only one."""
        if len(self.names) == 1:
            return words.replace("the child", next(iter(self.names.values())))
        return words

    def questions(self, *, heard_by: Purpose = "group", every: bool = False) -> Sequence[Question]:
        """The twelve questions of the present stage, with the family's names in them; *every* one, the twelve first.

        They are put to us, to the family or to a child, as *heard_by* says.
        """
        session = self.editor.session
        return stage_questions(
            self.family,
            self._library,
            self.editor.template,
            self.editor.stage,
            for_=heard_by,
            today=self.now().date(),
            children=session.children,
            lenses=self._lenses,
            asked_lately=[question.prompt_id for question in session.questions],
            prepared=[
                *self._kept_for_session(heard_by),
                *(question for question in self._brought if self.editor.stage.activity in question.tags),
            ],
            brought=" ".join(entry.text for name in BROUGHT_IN for entry in session.entries_in(name)),
            only_chosen=not every,
            seed=sum(session.id.encode()),
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every tool, prompt and card, to be found by a few letters."""
        return catalogue_of(self._library)

    def question_of(self, prompt_id: str, *, heard_by: Purpose = "group") -> Question | None:
        """One prompt of the library, filled for this family; ``None`` where it cannot be asked of it, or of nobody."""
        prompt = self._library.prompts.get(prompt_id)
        if prompt is None:
            return None
        paper = self.editor.template.people[1] == 1
        found = questions_for(
            self.family,
            self._library,
            for_=heard_by,
            today=self.now().date(),
            prompts=[prompt],
            children=self.editor.session.children,
            on_paper=paper,
            seed=sum(self.editor.session.id.encode()),
        )
        return found[0] if found else None

    def keep_for_session(self, question: Question) -> None:
        """Have *question* among the twelve of every stage of this session."""
        asked = AskedQuestion(
            prompt_id=question.prompt_id,
            text=SafeText(question.text),
            stage=self.editor.session.stage,
            kept=self._is_kept(question),
            for_session=True,
            about=question.about,
        )
        self.editor.ask(asked, self.now())

    def _is_kept(self, question: Question, *, for_session: bool = False) -> bool:
        """Whether *question* was kept before: for the visit, or *for_session*."""
        asked = (asked for asked in self.editor.session.questions if asked.prompt_id == question.prompt_id)
        return any(question.for_session if for_session else question.kept for question in asked)

    def _kept_for_session(self, heard_by: Purpose) -> list[Question]:
        """What somebody put among the questions of this session, as it can be asked now."""
        prompts = [asked.prompt_id for asked in self.editor.session.questions if asked.for_session]
        found = (self.question_of(prompt_id, heard_by=heard_by) for prompt_id in prompts)
        return [replace(question, chosen_for="You kept it for this session") for question in found if question]

    def starters(self) -> Sequence[str]:
        """Words to start with in the present stage."""
        prompts = offered_prompts(self._library, self.editor.stage.starters)
        kinds = {prompt.id: prompt.kind for prompt in prompts}
        found = questions_for(
            self.family,
            self._library,
            for_="group",
            today=self.now().date(),
            prompts=prompts,
            children=self.editor.session.children,
        )
        return [question.text for question in sorted(found, key=lambda asked: kinds[asked.prompt_id] != "starter")]

    def keep_question(self, question: Question) -> bool:
        """Keep *question* for the visit; ``False`` for one that is for a person's own thoughts and stays unwritten."""
        if question.destination in {Destination.PRIVATE, Destination.NONE}:
            return False
        asked = AskedQuestion(
            prompt_id=question.prompt_id,
            text=SafeText(question.text),
            stage=self.editor.session.stage,
            kept=True,
            about=question.about,
            for_session=self._is_kept(question, for_session=True),
        )
        self.editor.ask(asked, self.now())
        return True

    def agenda(self) -> tuple[StageLine, ...]:
        """Every stage of this part with its state."""
        return self.editor.agenda(self.now())

    def clock(self) -> Clock:
        """The clock of the stage and of the whole part."""
        return self.editor.clock(self.now())

    def missing(self) -> tuple[MissingAnswer, ...]:
        """What still needs an answer before this part can close."""
        return missing_answers(self.editor.session, self.editor.template)

    def card(self) -> Record | None:
        """What is private to its author, on a page; ``None`` where there is nothing."""
        return private_card(self.editor.stopped(self.now()), self.editor.template, self.family)

    @property
    def _workers(self) -> tuple[str, ...]:
        session = self.editor.session
        return (session.facilitator, *(str(seat.name) for seat in session.seats))

    @cached_property
    def _name_watch(self) -> NameWatch | None:
        return NameWatch(self.family, self._workers) if self.family is not None else None

    @cached_property
    def other_families_watch(self) -> OtherFamiliesWatch:
        """Whether other families of the notebook are named in what is typed in this part."""
        return OtherFamiliesWatch(self.family, self._others, self._workers)

    def name_notice(self, destination: Destination, words: str) -> str:
        """What to say of names while *words* are typed that go to a *destination*; or "".

        A worker's record holds no name of the family, and nothing that is kept holds one of another family.
        """
        if destination is Destination.NONE or not words.strip():
            return ""
        own = ""
        if destination is Destination.SUPERVISION_RECORD and self._name_watch is not None:
            own = self._name_watch.names_in(words).in_words
        content = self._content_notice(destination, words)
        return " ".join(filter(None, (own, self._others_notice(destination, words), content)))

    def named_elsewhere(self, words: str, families: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Names in *words* of somebody of other *families* (ids), by a first name too, each with the family's id."""
        named = dict.fromkeys((named.words, named.family) for named in self.other_families_watch.mentions(words))
        return tuple((name, family) for name, family in named if family in families)

    def _content_notice(self, destination: Destination, words: str) -> str:
        """What to say of words that a worker's record or a pod's log must not hold; "" for other records."""
        if destination is not Destination.SUPERVISION_RECORD:
            return ""
        return " ".join(content.notice for content in forbidden_in(words, self._workers))

    def _others_notice(self, destination: Destination, words: str) -> str:
        """What to say of names of other families; where nobody is to be named, of a first name by itself too."""
        alone = destination is Destination.SUPERVISION_RECORD
        return self.other_families_watch.notice(words, first_names=alone)

    def names_of_family_in(self, words: str) -> tuple[str, ...]:
        """Who of the family is named for sure in *words* that are meant for a worker's record."""
        return self._name_watch.names_in(words).sure if self._name_watch is not None else ()

    def nameless(self, words: str) -> str:
        """*words* without the names of the family, as they may stand in a worker's record; "" where one would stay."""
        if self.family is None:
            return words
        nameless = without_people(words, self.family, self.editor.session.children)
        return nameless if not self.names_of_family_in(nameless) else ""

    def named_lines(self, family_id: str = "") -> list[NamedLine]:
        """The lines of the worker's record that name somebody of the family, with the stage of each."""
        watch = self._name_watch
        stages = {
            field.id: stage.id for stage in self.editor.template.stages for field in fields(stage, self.editor.template)
        }
        found = []
        for record in self.session_records().records if watch is not None else ():
            if record.destination is not Destination.SUPERVISION_RECORD:
                continue
            for section in record.sections:
                for paragraph in section.paragraphs:
                    names = watch.names_in(paragraph.text).sure if watch is not None else ()
                    stage = stages.get(paragraph.field, self.editor.session.stage)
                    if names:
                        found.append(
                            NamedLine(str(section.heading), names, stage, paragraph.field, paragraph.source, family_id)
                        )
        return found

    def session_records(self) -> SessionRecords:
        """What this part leaves, destination by destination, as it stands now."""
        return split_session(self.editor.stopped(self.now()), self.editor.template, self.family)

    def finish(self, *, early: bool) -> None:
        """Keep the records and close this part, whether everything has an answer or not.

        Raises:
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        for record in self.session_records().records:
            self._records.put(record, record.id)
        self.save()  # the newest of what outlives the session
        self.editor.session = self._sessions.close(self.editor.ended(self.now(), early=early))
        self.editor.forget_steps()


def part_id(meeting: str, family: str) -> str:
    """The id of the session document that is a family's part of a meeting."""
    return f"{meeting}-{family}"

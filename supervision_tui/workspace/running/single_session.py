"""A session being held: its editor, its family, the questions that it is offered, and how it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from supervision_tui.family import Family
from supervision_tui.practice import Destination, Question, offered_prompts, questions_for
from supervision_tui.records import Record, SessionRecords, private_card, split_session
from supervision_tui.session import (
    AskedQuestion,
    Clock,
    MissingAnswer,
    SessionEditor,
    StageLine,
    first_name,
    missing_answers,
)
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.running.autosave import Autosave
from supervision_tui.workspace.store.families import Records
from supervision_tui.workspace.store.session_formats import Formats
from supervision_tui.workspace.store.sessions import Sessions


class Sitting:
    """A session in progress.

    Attributes:
        editor: every act of the facilitator goes through it.
        family: whom the session is about, if anybody.
        names: of the children in focus, by person id.
        me: whose notebook this is.
    """

    def __init__(
        self,
        editor: SessionEditor,
        shelf: Sessions,
        records: Records,
        *,
        family: Family | None,
        formats: Formats,
        me: Line,
        brought: Sequence[Question] = (),
    ) -> None:
        self.editor = editor
        self._records = records
        self.family = family
        self.me = me
        self._brought = brought
        self.names = {child: first_name(family, child) for child in editor.session.children}
        self._library = formats.library
        self._lenses = formats.framework.lenses
        self._shelf = shelf
        self._told: Callable[[str], None] = lambda _words: None
        self._autosave = Autosave(shelf, self._tell)

    def drawn(self, family: Family) -> None:
        """The family was drawn on: from now on questions and names are those of the family as it stands."""
        self.family = family
        self.names = {child: first_name(family, child) for child in self.editor.session.children}

    @property
    def title(self) -> str:
        """Format, family reference and the children's names, for the top of the screen."""
        children = ", ".join(self.names.values())
        return " · ".join(
            part for part in (self.editor.template.title, self.editor.session.family_ref, children) if part
        )

    def read_back(self) -> tuple[tuple[str, str], ...]:
        """What is read back in the present stage, each with the id of its family; nothing outside a meeting."""
        return ()

    def when_saved(self, told: Callable[[str], None]) -> None:
        """Have *told* called, from any thread, with "saving", "saved" or "not saved: ..."."""
        self._told = told

    def _tell(self, words: str) -> None:
        self._told(words)

    def save(self) -> None:
        """Save the session as it stands, soon."""
        self._autosave.save(self.editor.session)

    def now(self) -> datetime:
        """The time."""
        return self._shelf.now()

    def named(self, words: str) -> str:
        """*words* with the child's name in the place of "the child", where there is only one."""
        if len(self.names) == 1:
            return words.replace("the child", next(iter(self.names.values())))
        return words

    def questions(self) -> Sequence[Question]:
        """The questions of the present stage, with the family's names in them; those kept or passed over come last."""
        session = self.editor.session
        found = questions_for(
            self.family,
            self._library,
            for_="group",
            today=self.now().date(),
            prompts=offered_prompts(self._library, self.editor.stage.offers),
            children=session.children,
            asked_lately=[question.prompt_id for question in session.questions],
            seed=sum(session.id.encode()),
        )
        return [*self._asked_back(), *sorted(found, key=self._lens)]

    def _asked_back(self) -> list[Question]:
        """What was taken along to the visit that is being looked back on, in the stages that ask about it."""
        return [question for question in self._brought if self.editor.stage.activity in question.tags]

    def _lens(self, question: Question) -> int:
        """The place of the question's pack among the lenses of the framework that is worked by."""
        pack = self._library.pack_of[question.prompt_id].id
        return self._lenses.index(pack) if pack in self._lenses else len(self._lenses)

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
        return [question.text for question in sorted(found, key=lambda one: kinds[one.prompt_id] != "starter")]

    def keep_question(self, question: Question) -> bool:
        """Keep *question* for the visit; ``False`` for one that is for a person's own thoughts and stays unwritten."""
        if question.destination in {Destination.PRIVATE, Destination.NONE}:
            return False
        kept = AskedQuestion(
            prompt_id=question.prompt_id,
            text=SafeText(question.text),
            stage=self.editor.session.stage,
            kept=True,
            about=question.about,
        )
        self.editor.ask(kept, self.now())
        return True

    @property
    def number(self) -> int:
        """The number of the stage in hand, from 1."""
        return self.editor.number

    @property
    def count(self) -> int:
        """How many stages there are."""
        return len(self.editor.template.stages)

    @property
    def at_end(self) -> bool:
        """Whether no stage follows."""
        return self.editor.following is None

    def agenda(self) -> tuple[StageLine, ...]:
        """Every stage with its state."""
        return self.editor.agenda(self.now())

    def clock(self) -> Clock:
        """The clock of the stage and of the whole."""
        return self.editor.clock(self.now())

    def forward(self, *, override: bool = False) -> None:
        """Go to the following stage.

        Raises:
            StageLockedError: it waits for another stage, and *override* is not given.
        """
        following = self.editor.following
        if following is not None:
            self.editor.go(following.id, self.now(), override=override)

    def backward(self) -> None:
        """Go to the stage before; nothing is lost by it."""
        self.editor.back(self.now())

    def skip(self, reason: str) -> None:
        """Leave this stage out, with a *reason*, and go on.

        Raises:
            StageLockedError: the following stage waits for another one.
        """
        self.editor.skip(reason, self.now())

    def go_to_missing(self) -> None:
        """Go to the first stage in which something still needs an answer."""
        needed = self.missing()
        if needed:
            self.editor.go(needed[0].stage, self.now(), override=True)

    def stage_of(self, need: MissingAnswer) -> str:
        """The title of the stage in which *need* is asked."""
        return str(self.editor.template.stage(need.stage).title)

    def missing(self) -> tuple[MissingAnswer, ...]:
        """What still needs an answer before the session can close."""
        return missing_answers(self.editor.session, self.editor.template)

    def card(self) -> Record | None:
        """What is private to its author in this session, on a page; ``None`` where there is nothing."""
        return private_card(self.editor.stopped(self.now()), self.editor.template, self.family)

    def cut(self) -> SessionRecords:
        """What the session leaves, destination by destination, as it stands now."""
        session = self.editor.stopped(self.now())
        return split_session(session, self.editor.template, self.family)

    def close(self) -> None:
        """Keep the records, then close the session; what is private goes.

        Raises:
            NotReadyError: something is missing, or must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        found = self.cut()
        if self.missing() or found.problems:
            raise NotReadyError(
                "\n".join(found.problems) or "Something still needs an answer before the session can close."
            )
        self.leave()

    def end_early(self) -> None:
        """Keep the records of what was written so far and close the session; no reason is asked.

        Raises:
            NotReadyError: something must be mended first; nothing was written.
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        problems = self.cut().problems
        if problems:
            raise NotReadyError("\n".join(problems))
        self.leave(early=True)

    def leave(self, *, early: bool = False) -> None:
        """Keep the records and close the session, whether everything has an answer or not.

        Raises:
            VaultError: the disk refused; what was written before it is safe and is written again next time.
        """
        for record in self.cut().records:
            self._records.put(record, record.id)
        self.save()  # the newest of what outlives the session
        self.editor.session = self._shelf.close(self.editor.ended(self.now(), early=early))
        self.editor.forget_steps()


class NotReadyError(ValueError):
    """The session cannot close yet."""

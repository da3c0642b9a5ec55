"""The sections of a record: the fields of a session with one destination, in the order of its stages."""

from __future__ import annotations

from supervision_tui.family import Family
from supervision_tui.practice.destinations import Destination
from supervision_tui.practice.sessions import SessionTemplate
from supervision_tui.records.model import Paragraph, Record, Section
from supervision_tui.session import Action, Decision, Field, Hypothesis, Session, called, slots
from supervision_tui.text import Line, SafeText


class Cutter:
    """One session with everything that cutting it needs to know."""

    def __init__(self, session: Session, template: SessionTemplate, family: Family | None) -> None:
        self.session = session
        self.template = template
        self._family = family

    def name(self, person_id: str) -> str:
        """What the child is called."""
        return called(self._family, person_id)

    def held(self) -> str:
        """The format, the day and the length, in a sentence."""
        day = self.session.started.astimezone().date()
        minutes = round(sum(time.used for time in self.session.times.values()) / 60)
        return f"{self.template.title}, {day.day} {day:%B %Y}, {minutes} minutes."

    def roles(self) -> str:
        """Who held which role, in a sentence."""
        held = [
            f"{role.title}: {name}" for role in self.template.roles if (name := self.session.seat(role.id))
        ]
        return f"{'; '.join(held)}." if held else ""

    def record(
        self, key: str, destination: Destination, subject: str, title: str, opening: str, sections: tuple[Section, ...]
    ) -> Record:
        """A record of this session."""
        return Record(
            id=f"{self.session.id}.{key}",
            destination=destination,
            subject=Line(subject),
            title=Line(title),
            session_id=self.session.id,
            family_ref=self.session.family_ref,
            day=self.session.started.astimezone().date(),
            author=self.session.facilitator,
            opening=SafeText(opening),
            sections=sections,
        )

    def sections(self, destination: Destination, child: str | None) -> tuple[Section, ...]:
        """What belongs to *destination*: what concerns *child* alone, and what concerns all of them."""
        found: list[Section] = []
        seen: set[str] = set()
        for stage in self.template.stages:
            for slot in slots(stage, self.template, self.session.children):
                field = slot.field
                if field.destination is not destination or field.kind == "seat" or field.id in seen:
                    continue
                if field.per_child and slot.child != child:
                    continue
                seen.add(field.id)
                paragraphs = self._paragraphs(field, child)
                if paragraphs:
                    heading = (field.heading or field.label).replace("{child}", called(self._family, child))
                    found.append(Section(heading=Line(heading), paragraphs=paragraphs))
        kept = tuple(
            Paragraph(text=question.text, kind="question")
            for question in self.session.questions
            if question.kept and question.destination is destination
        )
        if kept:
            found.append(Section(heading=Line("Questions to take along"), paragraphs=kept))
        return tuple(found)

    def _paragraphs(self, field: Field, child: str | None) -> tuple[Paragraph, ...]:
        session = self.session
        if field.kind == "hypothesis":
            return tuple(self._idea(idea) for idea in session.hypotheses)
        if field.kind == "action":
            return tuple(
                self._action(action, child) for action in session.actions if child is None or action.child in {None, child}
            )
        if field.kind == "decision":
            return tuple(self._decision(decision) for decision in session.decisions)
        return tuple(
            Paragraph(text=entry.text, shared=entry.child is None and child is not None)
            for entry in session.entries
            if entry.field == field.id and entry.destination is field.destination and entry.child in {None, child}
        )

    def _idea(self, idea: Hypothesis) -> Paragraph:
        parts = (
            ("", idea.statement),
            ("This may make sense because ", idea.makes_sense),
            ("For the child it might mean ", idea.child_inside),
            ("It began to matter when ", idea.why_now),
            ("We would know more if ", idea.would_fit),
            ("We would drop it if ", idea.would_drop),
        )
        return Paragraph(text=SafeText("\n".join(f"{start}{words}" for start, words in parts if words)), kind="idea")

    def _action(self, action: Action, child: str | None) -> Paragraph:
        parts = [str(action.what), f"Who: {action.owner}. By when: {action.when}."]
        if action.child and child is None:
            parts.append(f"For {self.name(action.child)}.")
        if action.done_when:
            parts.append(f"Done when: {action.done_when}")
        return Paragraph(text=SafeText("\n".join(parts)), kind="action", shared=action.child is None and child is not None)

    def _decision(self, decision: Decision) -> Paragraph:
        """The footprint of management oversight (content specification 6.6): what, because, what else, who, told how."""
        parts = [str(decision.what), f"Because: {decision.because}"]
        if decision.considered:
            parts.append(f"Also considered: {decision.considered}")
        parts += [f"Decided by: {decision.decided_by}.", f"How the family is told: {decision.family_told}"]
        return Paragraph(text=SafeText("\n".join(parts)), kind="decision", shared=True)

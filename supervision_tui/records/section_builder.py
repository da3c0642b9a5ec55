"""The sections of a record: the fields of a session with one destination, in the order of its stages."""

from __future__ import annotations

from typing import Literal

from supervision_tui.days import day_in_words, read_day
from supervision_tui.family import Family
from supervision_tui.practice import Destination, SessionTemplate
from supervision_tui.records.model import Paragraph, Record, Section
from supervision_tui.records.name_leaks import without_names
from supervision_tui.session import Action, AskedQuestion, Decision, Entry, Hypothesis, Session, Slot, first_name
from supervision_tui.session.attendance import attendance_in_words
from supervision_tui.session.child_choice import children_of, is_for, listed
from supervision_tui.session.fields import UNBORN, before_birth, names_of
from supervision_tui.session.tray.fields import session_slots
from supervision_tui.text import Line, SafeText

RecordedItem = Entry | Hypothesis | Action | Decision | AskedQuestion
"""Whatever a session holds that may stand in a record."""


ONE_TO_ONE = 3
"""People at most in a talk of a worker with their supervisor; somebody may listen."""


class RecordBuilder:
    """One session with everything that cutting it needs to know."""

    def __init__(self, session: Session, template: SessionTemplate, family: Family | None) -> None:
        self.session = session
        self.template = template
        self._names = names_of(family, session.children, session.started.date())
        self._family = family

    @property
    def alone(self) -> bool:
        """Whether the format is for one person."""
        return self.template.people[1] == 1

    def name(self, person_id: str) -> str:
        """What the child is called."""
        return self._names.get(person_id) or first_name(self._family, person_id)

    def opening_line(self) -> str:
        """The format, the day and the length, in a sentence."""
        return f"{self.template.title}, {self._day()}, {self._minutes()}."

    def heading_for_child(self, name: str) -> str:
        """The same, as it is told to the child called *name*."""
        if self.alone:
            return f"Somebody who works with {name} wrote down what they saw and thought on {self._day()}."
        kind = self.template.title[:1].lower() + self.template.title[1:]
        there = self._there()
        if self.template.people[1] <= ONE_TO_ONE:
            supervises = "supervision" in self.template.title.casefold()
            with_whom = (
                "a supervisor" if supervises else "a consultant" if self.template.role("consultant") else "a colleague"
            )
            who, there = f"somebody who works with {name} and {with_whom} spoke about", ""
        else:
            who = f"the people who work with {name} met to think about"
        return (
            f"On {self._day()} {who} what helps "
            f"({kind}{f'; {self._minutes()}' if self._has_run() else ''}).{f' There were: {there}.' if there else ''}"
        )

    def identity(self, child: str) -> str:
        """The full name and the date of birth of *child*, where the authority wants them at the top of an entry."""
        person = self._family.find(child) if self._family and self.template.full_identity else None
        if person is None or not person.name or person.kind == "unborn":
            return ""
        return f"{person.name}{f', born {person.born}' if person.born else ''}. "

    def _there(self) -> str:
        """Who was there, by role and never by name."""
        held = [role.title for role in self.template.roles if self.session.seat(role.id)]
        return ", ".join(title[:1].lower() + title[1:] for title in held)

    def _has_run(self) -> bool:
        return round(sum(time.used for time in self.session.times.values()) / 60) > 0

    def _day(self) -> str:
        return day_in_words(self.session.started.astimezone())

    def _minutes(self) -> str:
        minutes = round(sum(time.used for time in self.session.times.values()) / 60)
        return "1 minute" if minutes == 1 else f"{minutes} minutes"

    def roles(self) -> str:
        """Who held which role, who else was there, came late or sent apologies, in sentences."""
        held = [f"{role.title}: {name}" for role in self.template.roles if (name := self.session.seat(role.id))]
        roles = f"{'; '.join(held)}." if held else ""
        return " ".join(filter(None, (roles, attendance_in_words(self.session.seats))))

    def reference(self, destination: Destination) -> str:
        """How the family is called in what goes to *destination*: never by name outside its own records."""
        if destination in {Destination.CHILD_FILE, Destination.FAMILY_WORK}:
            return self.session.family_ref
        return without_names(self.session.family_ref, self._family)

    def record(
        self,
        key: str,
        destination: Destination,
        subject: str,
        *,
        title: str,
        opening: str,
        sections: tuple[Section, ...],
    ) -> Record:
        """A record of this session."""
        return Record(
            id=f"{self.session.id}.{key}",
            destination=destination,
            subject=Line(subject),
            title=Line(title),
            session_id=self.session.id,
            family_ref=Line(self.reference(destination)),
            day=self.session.started.astimezone().date(),
            author=self.session.facilitator,
            author_id=self.session.facilitator_id,
            subject_id=self.session.presenter_id if destination is Destination.SUPERVISION_RECORD else "",
            opening=SafeText(opening),
            sections=sections,
        )

    def sections(self, destination: Destination, child: str | None) -> tuple[Section, ...]:
        """What belongs to *destination*: what concerns *child* alone, and what concerns all of them."""
        found: list[Section] = []
        written: set[str] = set()
        for stage in self.template.stages:
            for slot in session_slots(stage, self.template, self.session):
                if slot.field.kind == "seat" or (child is not None and not is_for(slot, child)):
                    continue
                things = [item for item in self._things(slot, destination, child) if self._key(item) not in written]
                written |= {self._key(item) for item in things}
                if things:
                    heading = slot.field.heading or slot.field.label
                    name = self.name(slot.child or "")
                    heading = heading.replace("{child}", name)
                    heading = (before_birth(slot.field) if name == UNBORN else "") or heading
                    heading = heading[:1].upper() + heading[1:]
                    paragraphs = tuple(self._paragraph(item, child) for item in things)
                    found.append(Section(heading=Line(heading), paragraphs=paragraphs))
        rest = [item for item in self._all(destination, child) if self._key(item) not in written]
        questions = tuple(self._paragraph(item, child) for item in rest if isinstance(item, AskedQuestion))
        others = tuple(self._paragraph(item, child) for item in rest if not isinstance(item, AskedQuestion))
        if others:
            found.append(Section(heading=Line("Also written"), paragraphs=others))
        if questions:
            found.append(Section(heading=Line("Questions to take along"), paragraphs=questions))
        return tuple(found)

    def _all(self, destination: Destination, child: str | None) -> list[RecordedItem]:
        """Everything that belongs to *destination*, and to *child* or to all of them."""
        session = self.session
        things: tuple[RecordedItem, ...] = (
            *session.entries, *filter(session.looked_at, session.hypotheses), *session.actions, *session.decisions,
            *(question for question in session.questions if question.kept),
        )  # fmt: skip
        return [item for item in things if item.destination is destination and (child is None or _is_for(item, child))]

    def _things(self, slot: Slot, destination: Destination, child: str | None) -> list[RecordedItem]:
        """What was written in *slot*. Ideas, steps and decisions are one list, however many stages ask for them."""
        form = _FORMS.get(slot.field.kind)
        return [
            item
            for item in self._all(destination, child)
            if (
                isinstance(item, form)
                if form
                else isinstance(item, Entry)
                and item.field == slot.field.id
                and (slot.child is None or is_for(item, slot.child))
            )
        ]

    @staticmethod
    def _key(thing: RecordedItem) -> str:
        return thing.prompt_id if isinstance(thing, AskedQuestion) else thing.id

    def _shared(self, thing: RecordedItem, child: str | None) -> bool:
        """Whether the same words stand in the entries of other children too."""
        return child is not None and len(_children_of(thing)) != 1 and len(self.session.children) > 1

    def _paragraph(self, thing: RecordedItem, child: str | None) -> Paragraph:
        """*thing* in words, with where it came from."""
        kind: Literal["said", "idea", "question", "decision", "action"] = "said"
        text, known, field = thing.text if isinstance(thing, Entry | AskedQuestion) else SafeText(), "", ""
        if isinstance(thing, Hypothesis):
            kind, text = "idea", self._idea(thing)
        elif isinstance(thing, Action):
            kind, text = "action", self._action(thing, child)
        elif isinstance(thing, Decision):
            kind, text = "decision", self._decision(thing)
        elif isinstance(thing, AskedQuestion):
            kind, text = "question", _asked(thing)
        else:
            field, known = thing.field, "" if thing.parts else thing.source
        return Paragraph(
            text=text,
            kind=kind,
            shared=self._shared(thing, child),
            how_known=known,
            source=self._key(thing),
            field=field,
            child=(thing.child or "") if isinstance(thing, Entry) and child is None else "",
        )

    @staticmethod
    def _idea(idea: Hypothesis) -> SafeText:
        parts = (
            ("", idea.statement),
            ("This may make sense because: ", idea.makes_sense),
            ("For the child it might mean: ", idea.child_inside),
            ("It began to matter when: ", idea.why_now),
            ("We would know more if: ", idea.would_fit),
            ("We would drop it if: ", idea.would_drop),
        )
        lines = [f"{start}{words}" for start, words in parts if words]
        lines += [f"Seen at the level of {idea.level}."] if idea.level else []
        lines += [f"{day_in_words(change.at)}, {change.status}: {change.because}" for change in idea.history]
        return SafeText("\n".join(lines))

    def _action(self, action: Action, child: str | None) -> SafeText:
        parts = [str(action.what), f"Who: {action.who}. By when: {by_when(action)}."]
        if child is None and children_of(action):
            parts.append(f"For {listed(map(self.name, children_of(action)))}.")
        if action.serves:
            parts.append(f"Serves: {action.serves}")
        if action.constraint:
            parts.append(f"What limits it: {action.constraint}")
        if action.done_when:
            parts.append(f"Done when: {action.done_when}")
        return SafeText("\n".join(parts))

    @staticmethod
    def _decision(decision: Decision) -> SafeText:
        """The footprint of management oversight (content specification 6.6)."""
        parts = [str(decision.what), f"Because: {decision.because}"]
        if decision.considered:
            parts.append(f"Also considered: {decision.considered}")
        parts += [f"Decided by: {decision.decided_by}.", f"How the family is told: {decision.family_told}"]
        if decision.child_words:
            parts.append(f"In words for the child: {decision.child_words}")
        return SafeText("\n".join(parts))


def by_when(action: Action) -> str:
    """The day that was meant, in words; what was typed where it names no day."""
    if action.due is None:
        return action.by_when
    beside = read_day(action.when, action.due).rest  # a time or a place that stands in the same words
    return f"{day_in_words(action.due)}{f' ({beside})' if beside else ''}"


def _asked(question: AskedQuestion) -> SafeText:
    """The question, and what came back once it was asked."""
    if not question.asked:
        return question.text
    return SafeText(f"{question.text}\nAsked. {f'What came back: {question.came_back}' if question.came_back else ''}")


_FORMS: dict[str, type[Hypothesis | Action | Decision]] = {
    "hypothesis": Hypothesis,
    "action": Action,
    "decision": Decision,
}


def _children_of(thing: RecordedItem) -> tuple[str, ...]:
    """The children that *thing* is about; none where it is about all of them."""
    return children_of(thing) if isinstance(thing, Entry | Action | Decision) else ()


def _is_for(thing: RecordedItem, child: str) -> bool:
    return child in (_children_of(thing) or (child,))

"""Cutting a session by destination: one entry for each child, the family's working space, the worker's record; no more.

Source: content specification 7.2. Nothing is written that nobody said: sections are the fields of the session's own
stages, in their order, and what they hold.
"""

from __future__ import annotations

from supervision_tui.family import Family
from supervision_tui.practice import Destination, SessionTemplate
from supervision_tui.records.model import Omission, Record, SessionRecords
from supervision_tui.records.name_leaks import names_in
from supervision_tui.records.section_builder import RecordBuilder
from supervision_tui.session import Session, fields, reword_for_mapping
from supervision_tui.session.tray.fields import presenter_of
from supervision_tui.text import Line

WITH_THE_SESSION = "deleted when the session closes"
REASON_FIELD = "involved"
"""Where a session says why we are involved: it stands at the top of a child's entry."""
IDEAS = Line("These are ideas to test, not findings. Nobody's name stands beside an idea.")


def split_session(session: Session, template: SessionTemplate, family: Family | None) -> SessionRecords:
    """Everything that *session* leaves, destination by destination."""
    template = reword_for_mapping(template, session)
    cutter = RecordBuilder(session, template, family)
    records = [*_child_entries(cutter), *_working_space(cutter), *_supervision_records(cutter)]
    return SessionRecords(
        records=tuple(records), left_out=_left_out(session, template), problems=_problems(records, family, session)
    )


def private_card(session: Session, template: SessionTemplate, family: Family | None) -> Record | None:
    """What is private in *session*, on a page for its author: the card for a visit. ``None`` without a word.

    It is nobody's record and is kept nowhere: it is shown, printed, or written where its author says.
    """
    cutter = RecordBuilder(session, template, family)
    sections = cutter.sections(Destination.PRIVATE, None)
    if not sections:
        return None
    who = session.seat("presenter") or session.facilitator
    return cutter.record(
        "card",
        Destination.PRIVATE,
        who,
        title=f"{template.title}: your own card",
        opening="For your own eyes. Put it where nobody else finds it, and destroy it afterwards.",
        sections=sections,
    )


def _child_entries(cutter: RecordBuilder) -> list[Record]:
    """One entry a child: what is theirs alone, and what all of them share, marked."""
    found = []
    for child in cutter.session.children:
        sections = cutter.sections(Destination.CHILD_FILE, child)
        if not sections:
            continue
        sections = tuple(sorted(sections, key=lambda section: section.paragraphs[0].field != REASON_FIELD))
        name = cutter.name(child)
        opening = cutter.identity(child) + cutter.heading_for_child(name)
        found.append(
            cutter.record(
                f"cf.{child}",
                Destination.CHILD_FILE,
                child,
                title=f"For {name}'s file",
                opening=opening,
                sections=sections,
            )
        )
    return found


def _working_space(cutter: RecordBuilder) -> list[Record]:
    """What this session adds to the family's working space."""
    session = cutter.session
    sections = cutter.sections(Destination.FAMILY_WORK, None)
    if session.family_id is None or not sections:
        return []
    title = f"Working space of {session.family_ref}"
    opening = f"{cutter.opening_line()} {IDEAS}"
    return [
        cutter.record("fw", Destination.FAMILY_WORK, session.family_id, title=title, opening=opening, sections=sections)
    ]


def _supervision_records(cutter: RecordBuilder) -> list[Record]:
    """The presenter's supervision record: learning and agreed support, no story and no names of a family.

    A format of which nothing belongs there leaves one only where something was said to the worker who brought the
    family; the others leave one even if it only tells that it was held.
    """
    sections = cutter.sections(Destination.SUPERVISION_RECORD, None)
    if not sections and not _writes(cutter.template, Destination.SUPERVISION_RECORD):
        return []
    brought = presenter_of(cutter.session)
    presenter = brought or cutter.session.facilitator
    reference = cutter.reference(Destination.SUPERVISION_RECORD)
    about = f"One family was thought about{f' (reference {reference})' if reference else ''}."
    about = about if cutter.session.family_id else ""
    opening = " ".join(words for words in (cutter.opening_line(), cutter.roles(), about) if words)
    log = cutter.template.family == "none" and not brought
    title = f"{cutter.template.title}: log, kept by {presenter}" if log else f"Supervision record of {presenter}"
    return [
        cutter.record("sr", Destination.SUPERVISION_RECORD, presenter, title=title, opening=opening, sections=sections)
    ]


def _writes(template: SessionTemplate, destination: Destination) -> bool:
    return any(field.destination is destination for stage in template.stages for field in fields(stage, template))


def _left_out(session: Session, template: SessionTemplate) -> tuple[Omission, ...]:
    """What stays out of every record, and why."""
    private = session.private_entry_count
    found = []
    if private:
        notes = "1 private note" if private == 1 else f"{private} private notes"
        ends = "kept for you until you have looked back, at most 14 days" if template.followed_by else WITH_THE_SESSION
        found.append(f"{notes}: private to whoever wrote them, {ends}")
    found += _kept_nowhere(session, template)
    unnamed = sum(idea.destination is Destination.FAMILY_WORK for idea in session.hypotheses if session.looked_at(idea))
    if unnamed:
        found.append(f"who said {'the idea' if unnamed == 1 else f'which of the {unnamed} ideas'}")
    begun = sum(draft.destination is not Destination.PRIVATE for draft in session.drafts)
    if begun:
        found.append(f"{'1 line that was' if begun == 1 else f'{begun} lines that were'} begun and not kept")
    skipped = [stage.title for stage in template.stages if _skipped(session, stage.id)]
    if skipped:
        found.append(f"left out of the session: {', '.join(skipped)}")
    return tuple(Omission(words=Line(words)) for words in found)


def _kept_nowhere(session: Session, template: SessionTemplate) -> list[str]:
    """The stages that ran and of which nothing that was said is kept, and what of the others is all that is kept."""
    silent, found = [], []
    for stage in template.stages:
        time = session.times.get(stage.id)
        if stage.destination is not Destination.NONE or time is None or not (time.visited or time.used):
            continue
        entries = [entry for entry in session.entries if entry.stage == stage.id]
        if entries:
            lines = "1 line" if len(entries) == 1 else f"{len(entries)} lines"
            found.append(f"{stage.title}: all that was said but {lines}")
        else:
            silent.append(str(stage.title))
    return [f"what was said in {', '.join(silent)}: kept nowhere", *found] if silent else found


def _skipped(session: Session, stage: str) -> bool:
    time = session.times.get(stage)
    return time is not None and time.skipped is not None


def _problems(records: list[Record], family: Family | None, session: Session) -> tuple[Line, ...]:
    """Names of the family in a record that may hold none."""
    found = []
    for record in records:
        if record.destination is not Destination.SUPERVISION_RECORD or family is None:
            continue
        for section in record.sections:
            for paragraph in section.paragraphs:
                named = names_in(paragraph.text, family, (session.facilitator, record.subject))
                if named:
                    found.append(
                        Line(
                            f"“{section.heading}” names {', '.join(named)}. The worker's record holds no names of the "
                            "family: please write it without."
                        )
                    )
    return tuple(found)

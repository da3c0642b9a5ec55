"""What is to be looked at before a session's records are written, in one list, and a row for each record.

First what stops (answers that are missing, a worker's record that names somebody), then what was begun and not kept,
then what should be seen once: names of others, a line in several files, a fact without a source. The rest is quiet.
Source: content specification 7.2 and 7.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from supervision_tui.practice import Destination
from supervision_tui.records import Paragraph, Record, ReviewRemark
from supervision_tui.records.name_leaks import people_in
from supervision_tui.session import Action, Decision, Entry, Hypothesis
from supervision_tui.session.drafts import JOT, WaitingDraft
from supervision_tui.session.tray.fields import STEPS
from supervision_tui.session.tray.placing import open_gaps
from supervision_tui.workspace.reports import titles_in_words

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.workspace.running import SessionController

CloseKind = Literal["missing", "draft", "tray", "step", "name", "hidden", "content", "whom", "child", "source"]
_KIND_OF: dict[str, CloseKind] = {
    "foreign": "name", "names": "name", "hidden": "hidden", "shared": "whom", "own": "child", "meaning": "child",
    "source": "source", "forbidden": "content",
}  # fmt: skip
"""The kinds of remarks that stand in the list, by what the list calls them; all other remarks are quiet."""
_THIN = {
    "own": "fewer than two lines of their own. What did each say or show, what does this mean for each?",
    "meaning": "what does this mean for each? Nothing there answers that yet.",
}
"""What is said once of several files of a family in which the same is missing."""
ORDER: tuple[CloseKind, ...] = (
    "missing",
    "name",
    "draft",
    "tray",
    "hidden",
    "content",
    "whom",
    "child",
    "source",
    "step",
)
ADULT = 18
_LONGEST_QUOTE = 48


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """Where something was, or is to be, written: a stage, a field, for a child, an entry of it, a family's part."""

    stage: str
    field: str
    child: str | None = None
    entry: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class CloseItem:
    """Something to look at before the records are written.

    Attributes:
        kind: what it is, in a word.
        words: one sentence, with the record and the words that it is about.
        place: where Enter leads, if anywhere; a form or line that waits is opened.
        remarks: (id of a record, remark) for each record in which it stands.
        stops: whether nothing can be written before it is mended.
        record: the id of the record that shows it, or "".
    """

    kind: CloseKind
    words: str
    place: WrittenPlace | WaitingDraft | None = None
    remarks: tuple[tuple[str, ReviewRemark], ...] = ()
    stops: bool = False
    record: str = ""

    @property
    def key(self) -> str:
        """What tells it apart from the others, also when the list is made anew: two families may say the same."""
        where, at = self.place, tuple[str | None, ...]()
        if isinstance(where, WaitingDraft):
            at = (where.family, where.draft.stage, where.draft.field, where.draft.child, where.draft.id)
        elif where is not None:
            at = (where.family, where.stage, where.field, where.child, where.entry)
        return " ".join([self.kind, self.record, *(part or "-" for part in at), self.words])


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record that will be written: how many *lines*, how many *quotes* of the child's own words, the *family*."""

    record: Record
    family: str
    lines: int
    quotes: int
    unborn: bool = False

    @property
    def own_words(self) -> str:
        """How much of the child's own words stands there; a fact, no demand."""
        if self.record.destination is not Destination.CHILD_FILE:
            return ""
        if self.unborn:
            return "not born yet"
        return {0: "nothing", 1: "1 quote"}.get(self.quotes, f"{self.quotes} quotes")


def record_rows(controller: SessionController) -> tuple[RecordRow, ...]:
    """A row for each record that the session leaves as it stands now."""
    return tuple(
        RecordRow(
            record,
            _family_name(_family_of(controller, record)),
            sum(len(section.paragraphs) for section in record.sections),
            sum(_is_quote(paragraph) for section in record.sections for paragraph in section.paragraphs),
            _is_unborn(_family_of(controller, record), str(record.subject)),
        )
        for record in controller.session_records().records
    )


def _is_quote(paragraph: Paragraph) -> bool:
    return any(sign in paragraph.text for sign in '“"‘') or " '" in f" {paragraph.text}"


def _is_unborn(family: Family | None, person_id: str) -> bool:
    person = family.find(person_id) if family else None
    return person is not None and person.kind == "unborn"


def close_items(
    controller: SessionController,
    rows: Sequence[RecordRow],
    review: Callable[[Record], Iterable[ReviewRemark]],
    *,
    early: bool = False,
) -> tuple[CloseItem, ...]:
    """What is to be looked at, what stops first; *review* reads one record over. Ended *early*, nothing is missing."""
    items: list[CloseItem] = [] if early else list(_missing(controller))
    items += [CloseItem("draft", f"{draft.in_words()}: in no record", draft) for draft in controller.waiting_drafts()]
    items += [*_in_trays(controller), *_open_steps(controller)]
    named = controller.named_lines()
    items += [
        CloseItem(
            "name",
            f"{line.in_words()}: the worker's record holds no names",
            WrittenPlace(line.stage, line.field, None, line.entry, line.family),
            stops=True,
            record=next((row.record.id for row in rows if _holds(row.record, line.entry)), ""),
        )
        for line in named
    ]
    found = {row.record.id: [remark for remark in review(row.record) if _is_listed(remark)] for row in rows}
    items += _remarked(controller, rows, found, in_worker_record=bool(named))
    items += _in_several_files(controller, rows)
    once = {item.key: item for item in items}.values()
    return tuple(sorted(once, key=lambda item: (not item.stops, ORDER.index(item.kind))))


def _in_trays(controller: SessionController) -> Iterator[CloseItem]:
    """Lines that were jotted and are in nobody's file: they go with the session."""
    for family, number in controller.trays().items():
        name = controller.family_names.get(family, "")
        lines = "1 line" if number == 1 else f"{number} lines"
        words = f"{lines}{f' of {name}' if name else ''} in no file; what stays in the tray goes with the session"
        yield CloseItem("tray", words, WrittenPlace("", JOT.id, None, "", family))


def _open_steps(controller: SessionController) -> Iterator[CloseItem]:
    """Steps that nobody has yet, or that no day was said for."""
    for family, part in controller.parts.items():
        for gap in open_gaps(part.editor.session):
            if gap.field == STEPS.id:  # a fact without a source is found where the record is read over
                place = WrittenPlace(gap.stage, gap.field, None, gap.item, family)
                yield CloseItem("step", f"“{_short(gap.words)}”: {gap.question}", place)


def _missing(controller: SessionController) -> Iterator[CloseItem]:
    for family, need in controller.needs():
        place = WrittenPlace(need.stage, need.slot.field.id, need.slot.child, "", family)
        yield CloseItem("missing", controller.need_in_words(family, need), place, stops=True)


def _is_listed(remark: ReviewRemark) -> bool:
    return remark.must or remark.kind == "source"


def _remarked(
    controller: SessionController,
    rows: Sequence[RecordRow],
    remarks_by_record: dict[str, list[ReviewRemark]],
    *,
    in_worker_record: bool,
) -> Iterator[CloseItem]:
    """One item for a remark, however many records it stands in; the facts without a source of a record are one."""
    records = {row.record.id: row.record for row in rows}
    titles = Counter(_file(record) for record in records.values())

    def called(record: Record) -> str:
        family = _family_of(controller, record) if titles[_file(record)] > 1 else None
        return f"{_file(record)} ({_family_name(family)})" if family is not None else _file(record)

    together: dict[tuple[str, str, str], list[tuple[str, ReviewRemark]]] = {}
    for ident, remarks in remarks_by_record.items():
        for remark in remarks:
            if remark.kind == "names" and in_worker_record:
                continue  # each such line stands in the list already, with its place
            key = (remark.kind, remark.words, remark.quote)
            if remark.kind == "source":
                key = (remark.kind, ident, "")
            elif remark.kind in {"own", "meaning"}:
                key = (remark.kind, "", "")  # one key for all files, however many families there were
            together.setdefault(key, []).append((ident, remark))
    for (kind, _, _), noted in together.items():
        ident, first = noted[0]
        where = f"{called(records[ident])}: " if len({other for other, _ in noted}) == 1 else ""
        more = f" and {len(noted) - 1} more" if kind == "source" and len(noted) > 1 else ""
        quote = f"“{_short(first.quote)}”{more}" if first.quote else ""
        words = f"{where}{quote} has no source: seen, told, reported?" if kind == "source" else ""
        if kind in _THIN and len(noted) > 1:
            files = titles_in_words(called(records[other]) for other, _ in noted)
            words = f"{files}: {_THIN[kind]}"
        words = words or f"{where}{quote}{' · ' if quote else ''}{first.words}"
        place = _place(controller, records[ident], first.quote)
        yield CloseItem(_KIND_OF[kind], words, place, tuple(noted), record=ident)


def _in_several_files(controller: SessionController, rows: Sequence[RecordRow]) -> Iterator[CloseItem]:
    """A line about an adult that stands in the files of several children: it was chosen, and is looked at once more."""
    files: dict[str, list[tuple[Record, Paragraph]]] = {}
    for row in rows:
        if row.record.destination is Destination.CHILD_FILE:
            for section in row.record.sections:
                for paragraph in section.paragraphs:
                    if paragraph.shared and paragraph.kind == "said" and paragraph.source:
                        files.setdefault(paragraph.source, []).append((row.record, paragraph))
    for places in files.values():
        record, paragraph = places[0]
        family = _family_of(controller, record)
        if len(places) > 1 and family is not None and _names_an_adult(paragraph, family, controller):
            words = f"“{_short(paragraph.text)}” stands in {len(places)} children's files. Meant so?"
            yield CloseItem("whom", words, _place(controller, record, str(paragraph.text)), record=record.id)


def _names_an_adult(paragraph: Paragraph, family: Family, controller: SessionController) -> bool:
    children = {person.id for person in family.focus_children()}
    today = controller.now().date()
    return any(
        person.id not in children and (ages := person.ages_at(today)) is not None and ages[0] >= ADULT
        for person in people_in(paragraph.text, family)
    )


def _holds(record: Record, source: str) -> bool:
    """Whether *record* has a line that was cut from what has that id in the session."""
    return any(paragraph.source == source for section in record.sections for paragraph in section.paragraphs)


def _place(controller: SessionController, record: Record, quote: str) -> WrittenPlace | None:
    """Where the words of *quote* in *record* were written; without a quote, nowhere."""
    start = quote.removesuffix(" …")
    for section in record.sections:
        for paragraph in section.paragraphs:
            if start and start in paragraph.text:
                return _written(controller, record, paragraph)
    return None


def _written(controller: SessionController, record: Record, paragraph: Paragraph) -> WrittenPlace | None:
    """The stage and field in which *paragraph* was written, of the part of the session that *record* is of."""
    for family, part in controller.parts.items():
        session = part.editor.session
        if session.id == record.session_id:
            things: tuple[Entry | Hypothesis | Action | Decision, ...] = (
                *session.entries, *session.hypotheses, *session.actions, *session.decisions,
            )  # fmt: skip
            thing = next((thing for thing in things if thing.id == paragraph.source), None)
            if thing is not None:
                child = None if isinstance(thing, Hypothesis) else thing.child
                return WrittenPlace(thing.stage, paragraph.field, child, paragraph.source, family)
    return None


def closing_question(records: int, families: int) -> tuple[str, str]:
    """What is asked before the *records* of so many *families* are written, and what yes is called."""
    if not records:
        return "Close the session? It leaves no record.", "Close the session"
    of = f" of {families} families" if families > 1 else ""
    return f"Write {'1 record' if records == 1 else f'{records} records'}{of}?", "Write and close the session"


def _family_of(controller: SessionController, record: Record) -> Family | None:
    return next(
        (part.family for part in controller.parts.values() if part.editor.session.id == record.session_id), None
    )


def _family_name(family: Family | None) -> str:
    """The family as people call it: its title up to a dash."""
    return str(family.title).partition(" - ")[0] if family is not None else ""


def _file(record: Record) -> str:
    return str(record.title).removeprefix("For ")


def _short(words: str) -> str:
    line = " ".join(next(iter(words.strip().splitlines()), "").split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1].rsplit(' ', 1)[0]} …"

"""Who in the family may read a document beside its reader, and the mark that its records are to be kept safe.

Source: content specification 3.6 (is it safe to write, post or leave this? safe-record flag on outputs).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from supervision_tui.family.recognition import mentions_in, people_called
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.practice.questions import FlaggedHarm
from supervision_tui.records.kinds import LetterSafety
from supervision_tui.session import first_name
from supervision_tui.text_folding import name_key
from supervision_tui.workspace.disclosure.kin_readers import find_relatives

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from supervision_tui.family import Family
    from supervision_tui.records.documents import Document

MARK = "Safe record: before this is shown, read aloud, posted or left anywhere, ask who else could see it."
"""At the top of what leaves a family whose records are to be kept safe, unless somebody of the family reads it."""
ON_SCREEN = "Safe record: somebody in this family could be harmed by what is written."
UNMARKED = "No mark stands on it, because the mark itself would tell."
_OF_THE_FAMILY = frozenset(
    {
        "mum", "mother", "dad", "father", "parent", "parents", "the parents", "mum and dad", "family", "the family",
        "child", "the child", "children", "the children", "relatives", "carer", "carers", "the carers",
    }
)  # fmt: skip
"""Readers who are of the family without a name."""
_AT_WORK = lazy_pattern(
    r"\b(?:social worker|officer|solicitor|court|judge|guardian|school|teacher|senco|nurse|doctor|gp|police|team|"
    r"manager|reviewing|iro|council|panel|service|advocate|health visitor|chair|conference|worker|counsel|cafcass|"
    r"unit|clinic|hospital|centre|nursery|college|midwife|therapist|psychologist|barrister|lawyer)\b"
)
"""Words of readers whose work it is, whoever is named beside them."""


def readers_in_family(family: Family, recipient: str) -> tuple[str, ...]:
    """Ids of those of *family* who are meant by *recipient*; the children where only the family as such is."""
    words = name_key(recipient)
    if _AT_WORK.search(words):
        return ()
    found = [person.id for person in people_called(family, recipient)]
    found += [
        mention.person for mention in mentions_in(recipient, [family]) if mention.person and mention.grade != "possible"
    ]
    kin_meant = find_relatives(family, recipient)
    if kin_meant:
        found = list(kin_meant)
    if not found:
        found = [
            person.id for person in family.persons if set(words.split()[1:]) & set(name_key(person.name).split()[1:])
        ]
    if not found and words in _OF_THE_FAMILY:
        found = list(family.focus)
    return tuple(dict.fromkeys(reader for reader in found if family.person(reader).kind != "professional"))


def family_safety(family: Family, recipient: str, today: date, workers: Iterable[str] = ()) -> LetterSafety | None:
    """Who else may read what goes to *recipient*; ``None`` where nobody of the family reads it.

    *workers*: names of those who do the work, who may be told as having seen or written something.
    """
    readers = readers_in_family(family, recipient)
    if not readers:
        return None
    every, harming = (
        [LetterSafety.of(family, reader, today, workers) for reader in readers],
        FlaggedHarm(family, today).by,
    )
    return max(
        every, key=lambda safety: (safety.child in harming, bool(safety.at_home), bool(safety.seen), safety.harm)
    )


def reader_warnings(family: Family, safety: LetterSafety, kind: str, today: date) -> list[str]:
    """What to look at before a document of *kind* goes to somebody of the family."""
    reader = first_name(family, safety.child)
    if safety.child in _harming(family, today):
        return [f"{reader} is the one about whom we are worried. Does anything here tell who said what, or who helps?"]
    if not safety.harm:
        return []
    found = [safety.warning.replace("this letter", "this")]
    if kind in {"record", "transfer"}:
        words = "Decisions, steps, services and what may tell of harm are left out. A letter holds what you bring in."
        found.append(f"This is for {reader}, of the family. {words}")
    return found


def _harming(family: Family, today: date) -> frozenset[str]:
    return FlaggedHarm(family, today).by


def with_mark(document: Document, family: Family | None, *, in_family: bool) -> Document:
    """*document* with the mark at its top, where its family's records are to be kept safe and no relative reads it."""
    if family is None or not family.safe_record or in_family:
        return document
    return replace(document, notice=" ".join(filter(None, (MARK, document.notice))))


def safe_record_words(family: Family | None, *, in_family: bool) -> str:
    """What the screen says of it; "" where the family's records are like any other."""
    if family is None or not family.safe_record:
        return ""
    return f"{ON_SCREEN} {UNMARKED if in_family else 'The mark stands at its top.'}"

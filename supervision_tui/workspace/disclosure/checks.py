"""What to look at before something leaves: words of other families, and what must not reach somebody yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from supervision_tui.practice import Destination
from supervision_tui.records import names_in
from supervision_tui.records.documents import of_record
from supervision_tui.records.name_leaks import is_leak, other_family_mentions, people_in, possible_names_in
from supervision_tui.records.review import hidden_in
from supervision_tui.session import first_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from supervision_tui.family import Family
    from supervision_tui.records import Record
    from supervision_tui.records.documents import Document
    from supervision_tui.records.kinds import LetterSafety
    from supervision_tui.workspace.workspace import Workspace


def document_warnings(workspace: Workspace, document: Document, family_id: str, child: str | None) -> list[str]:
    """A sentence for each thing in *document*, which is about the family *family_id* ("" for a worker's own paper)."""
    return list(_found(workspace, workspace.families.all(), document, family_id, child))


def letter_warnings(letter: Document, safety: LetterSafety) -> list[str]:
    """What to look at before *letter* goes to a child: who may read it there, and what in it they should not."""
    warnings = [safety.warning] if safety.warning else []
    for part in letter.parts:
        for item in part.items:
            why = safety.reason(item.words) if safety.harm else ""
            if why:
                warnings.append(f"“{item.words}”: {why}. Is it safe where {letter.reader} reads it?")
    return warnings


def records_warnings(workspace: Workspace, records: Sequence[Record], family_id: str) -> list[str]:
    """The same for many *records* of one family: each sentence once, with how many records it is about."""
    families, count = workspace.families.all(), dict[str, int]()
    for record in records:
        child = record.subject if record.destination is Destination.CHILD_FILE else None
        for words in dict.fromkeys(_found(workspace, families, of_record(record), family_id, child)):
            count[words] = count.get(words, 0) + 1
    return [words if number == 1 else f"In {number} of them: {words}" for words, number in count.items()]


def possible_names(workspace: Workspace, document: Document, family_id: str) -> list[str]:
    """What may be a name of another family in *document*, and may be nobody's: shown, and no reason to stop."""
    families = {family.id: family for family in workspace.families.all()}
    own, workers = families.pop(family_id, None), _workers(workspace, document)
    if own is None:
        doubts = (
            (words, family.id)
            for family in families.values()
            for words in possible_names_in(document.words, family, workers)
        )
    else:
        found = other_family_mentions(document.words, families.values(), own, workers)
        doubts = ((mention.words, mention.family) for mention in found if not is_leak(mention))
    return [f"“{words}” may be a name in another family ({family})." for words, family in dict.fromkeys(doubts)]


def _found(
    workspace: Workspace, everybody: Sequence[Family], document: Document, family_id: str, child: str | None
) -> Iterator[str]:
    families = {family.id: family for family in everybody}
    own = families.pop(family_id, None)
    workers = _workers(workspace, document)
    for mention in other_family_mentions(document.words, families.values(), own, workers):
        if is_leak(mention) and (own is not None or mention.words != mention.family):
            yield f"“{mention.words}” is a {mention.kind_in_words} of another family ({mention.family})."
    if own is not None:
        for remark in hidden_in(document.words, own, child):
            yield f"{remark.words} [{remark.quote}]"
        there = {person.id for person in people_in(document.words, own)}
        for fact in own.hidden_facts:
            if fact.about in there and fact.hide_from:
                whom = ", ".join(first_name(own, viewer) for viewer in fact.hide_from)
                yield f"Something about {first_name(own, fact.about)} must not reach {whom} yet: {fact.fact}"
    else:
        for family in families.values():
            if named := names_in(document.words, family, workers):
                yield f"{', '.join(named)}: such a name is in family {family.id}. A worker's paper names no family."
        yield from _colleagues(workspace, document)


def _colleagues(workspace: Workspace, document: Document) -> Iterator[str]:
    """Other workers in the body of a worker's paper; who was there stands in its opening and is no surprise."""
    body = "\n".join(item.words for part in document.parts for item in part.items)
    known = f"{document.title}\n{document.opening}\n{document.author}\n{document.reader}"
    for practitioner in workspace.people.roster.practitioners:
        if " " in practitioner.name and practitioner.name in body and practitioner.name not in known:
            yield f"“{practitioner.name}” is another worker's name. Does it belong in this paper?"


def _workers(workspace: Workspace, document: Document) -> list[str]:
    """Names that belong in a worker's paper: the team's, the author's, and whom it is about."""
    return [
        *workspace.people.worker_names,
        document.author,
        document.title,
    ]


def file_name_note(workspace: Workspace, path: Path) -> str:
    """What to say of a file whose name names somebody of a family: a list of files is read by anybody; or ""."""
    words = " ".join(re.split(r"[\W_]+", path.stem))
    named = [word for family in workspace.families.all() for word in names_in(words, family)]
    if not named:
        return ""
    return f"The file's name names somebody ({', '.join(dict.fromkeys(named))}). A plainer name tells nobody anything."

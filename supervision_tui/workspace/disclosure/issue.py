"""A document for somebody: one family, one recipient, one purpose, chosen first; checked, written, and noted.

What it holds is built up from that one family (or that one worker), never cut down from all. Source: security
specification 3.6; content specification 7.2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from supervision_tui.genogram import FamilyCycleError, GraphvizMissingError
from supervision_tui.genogram.graphviz import fonts_note
from supervision_tui.practice import Destination
from supervision_tui.records import UnknownFormatError
from supervision_tui.records.documents import Document, of_record, render_document, write
from supervision_tui.records.documents.text import render_page
from supervision_tui.records.kinds import (
    LetterSafety,
    agreement_sheet,
    chronology,
    drawing_of,
    genogram_sheet,
    home_copy,
    learning_card,
    letter_draft,
)
from supervision_tui.text import Line
from supervision_tui.vault.keys.locked_page import seal
from supervision_tui.whole_files import keep, make_folder
from supervision_tui.workspace.disclosure.checks import (
    document_warnings,
    letter_warnings,
    possible_names,
    records_warnings,
)
from supervision_tui.workspace.disclosure.handing_over import (
    hand_over,
    hand_over_warnings,
    safety_store_warnings,
    work_rows,
)
from supervision_tui.workspace.disclosure.record_review import family_id_of
from supervision_tui.workspace.disclosure.safe_record import (
    family_safety,
    reader_warnings,
    readers_in_family,
    safe_record_words,
    with_mark,
)
from supervision_tui.workspace.paths import content_folders
from supervision_tui.workspace.store import Disclosure

if TYPE_CHECKING:
    from supervision_tui.records import Record
    from supervision_tui.records.kinds import LetterDraft
    from supervision_tui.workspace.workspace import Workspace

Kind = Literal["record", "letter", "chronology", "transfer", "genogram", "visit-card", "agreement", "learning"]
KINDS: dict[Kind, str] = {
    "record": "A record as it stands",
    "letter": "A letter to the child, from the child's own entry",
    "chronology": "What happened to a child, and what it meant",
    "transfer": "A summary for whoever goes on with the family",
    "genogram": "The genogram, with who is in it",
    "visit-card": "Your own card for a visit",
    "agreement": "A supervision agreement",
    "learning": "What somebody learnt, for their professional record",
}
"""What can be written, in words."""
STORY_KINDS = frozenset({"record", "letter", "chronology", "transfer", "visit-card"})
"""Kinds that are looked through for what keeps somebody safe."""


class SubjectNotFoundError(ValueError):
    """What the document should be about is not here."""


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document that can be written.

    Attributes:
        document: made out to its recipient.
        kind: what it is.
        family: reference of the family, or "".
        warnings: names, addresses, birth dates of others, and facts that must not reach somebody, found in it.
        possible: words that may be a name in another family, and may be nobody's: shown, and no reason to stop.
        notes: what the screen says beside it: that the family's record is to be kept safe, what was left out.
        draft: of a letter, what it is made of, to be changed before it is written.
    """

    document: Document
    kind: Kind
    family: str
    warnings: tuple[str, ...]
    possible: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    draft: LetterDraft | None = None


def prepare_document(
    workspace: Workspace, kind: Kind, about: str, *, recipient: str, purpose: str, draft: LetterDraft | None = None
) -> PreparedDocument:
    """Build the document of *kind* about *about*, for one *recipient* and one *purpose*, and check its words.

    A letter is made of *draft* where one is given: as a person changed it.

    *about* is a record's id (record, letter), FAMILY/CHILD (chronology), a family's id (transfer, genogram,
    visit-card), or a practitioner's id or name (agreement, learning).

    Raises:
        SubjectNotFoundError: there is nothing to write it of, or nobody to write it for; a sentence says which.
    """
    if not recipient.strip() or not purpose.strip():
        raise SubjectNotFoundError(
            "A document is for one person and one purpose: please say for whom, and why. Nothing was made."
        )
    if kind == "letter":
        draft = draft or draft_letter(workspace, about)
        document, family_id = draft.document(), _family_of_record(workspace, about)
        safety = letter_safety(workspace, about)
    else:
        draft, family_id = None, _family_of(workspace, kind, about)
        own = workspace.families.find(family_id)
        workers = workspace.people.worker_names
        safety = family_safety(own, recipient, workspace.today(), workers) if own is not None else None
        document, family_id = _built(workspace, kind, about, safety)
    family = workspace.families.find(family_id)
    made = document.for_reader(recipient, family=family_id, purpose=purpose)
    made = with_mark(made, family, in_family=safety is not None)
    warnings = [*document_warnings(workspace, made, family_id, _child(workspace, kind, about))]
    if kind == "visit-card" and made.reader.casefold() not in {workspace.me.casefold(), workspace.author.casefold()}:
        warnings.insert(0, f"This card is your own, with what you thought to yourself. {made.reader} is somebody else.")
    if kind == "letter" and safety is not None:
        warnings += letter_warnings(made, safety)
    elif family is not None and safety is not None:
        warnings += reader_warnings(family, safety, kind, workspace.today())
    if family is not None and (kind == "transfer" or (kind == "chronology" and safety is None)):
        warnings = [*hand_over_warnings(family, made, workspace.today(), in_family=safety is not None), *warnings]
    if kind in STORY_KINDS and family is not None:
        warnings += safety_store_warnings(family, made, workspace.today())
    possible = possible_names(workspace, made, family_id)
    notes = [safe_record_words(family, in_family=safety is not None), *(f"Left out: {line}" for line in made.withheld)]
    notes.append(fonts_note(render_document(made, "txt")))
    return PreparedDocument(made, kind, family_id, tuple(warnings), tuple(possible), tuple(filter(None, notes)), draft)


def draft_letter(workspace: Workspace, about: str) -> LetterDraft:
    """The draft of the letter that the record *about* makes, in words to the child.

    Raises:
        SubjectNotFoundError: there is no such record, or it is no child's.
    """
    record = _record(workspace, about)
    workers = workspace.people.worker_names
    family = workspace.families.find(family_id_of(workspace, record))
    try:
        return letter_draft(record, family, letter_safety(workspace, about), workers)
    except ValueError as error:
        raise SubjectNotFoundError(str(error)) from None


def letter_safety(workspace: Workspace, about: str) -> LetterSafety | None:
    """Who may read the letter of that record beside the child; ``None`` where the family is not here any more."""
    record = _record(workspace, about)
    family = workspace.families.find(family_id_of(workspace, record))
    return (
        None
        if family is None
        else LetterSafety.of(family, str(record.subject), workspace.today(), workspace.people.worker_names)
    )


def _record(workspace: Workspace, about: str) -> Record:
    record = workspace.records.find(about)
    if record is None:
        message = f"There is no record called '{about}' here. 'record list' shows them."
        raise SubjectNotFoundError(message)
    return record


def _family_of_record(workspace: Workspace, about: str) -> str:
    return family_id_of(workspace, _record(workspace, about))


def _family_of(workspace: Workspace, kind: Kind, about: str) -> str:
    """The id of the family that a document is about, or ""; whether it is here is looked at when it is built."""
    if kind in {"agreement", "learning"}:
        return ""
    record = workspace.records.find(about) if kind == "record" else None
    if record is not None:
        return "" if record.destination is Destination.SUPERVISION_RECORD else family_id_of(workspace, record)
    return about.partition("/")[0]


def _child(workspace: Workspace, kind: Kind, about: str) -> str | None:
    """The child whom a document is about alone: what they must not learn yet is looked for in it."""
    record = workspace.records.find(about) if kind in {"record", "letter"} else None
    if record is not None:
        return record.subject if record.destination is Destination.CHILD_FILE else None
    return about.partition("/")[2] if kind == "chronology" else None


def issue_document(
    workspace: Workspace, ready: PreparedDocument, path: Path, *, passphrase: str = "", force: bool = False
) -> None:
    """Write the document and note that it left. With a *passphrase*, as a locked page that opens in any browser.

    Raises:
        FileExistsAlreadyError: there is such a file, and *force* is not given.
        UnknownFormatError: the ending names no format, or a locked page is not .html.
        WeakPassphraseError, VaultError, OSError: nothing was written.
    """
    if passphrase:
        keep(lambda: _locked(ready.document, path, passphrase), path, force=force, locked=True)
    else:
        write(ready.document, path, force=force, own=[folder / "documents" for folder in content_folders()])
    _note(workspace, ready, path, locked=bool(passphrase))


def _note(workspace: Workspace, ready: PreparedDocument, path: Path, *, locked: bool) -> None:
    workspace.disclosures.note(
        Disclosure(
            at=workspace.sessions.now(),
            by=workspace.me,
            kind=ready.kind,
            family=Line(ready.family),
            recipient=Line(ready.document.reader),
            purpose=Line(ready.document.purpose),
            form=path.suffix.lower(),
            locked=locked,
        )
    )


def _locked(document: Document, path: Path, passphrase: str) -> bytes:
    if path.suffix.lower() not in {".html", ".htm"}:
        raise UnknownFormatError("A locked document is an .html page: it opens in any browser with its passphrase.")
    return render_page("locked", "html", **asdict(seal(render_document(document, "html"), passphrase))).encode("utf-8")


def _built(workspace: Workspace, kind: Kind, about: str, safety: LetterSafety | None) -> tuple[Document, str]:
    """The document and the id of its family ("" for a worker's own); with *safety* a relative reads it."""
    if kind not in get_args(Kind):
        message = f"There is no document '{kind}'. There are: {', '.join(KINDS)}."
        raise SubjectNotFoundError(message)
    if kind in {"agreement", "learning"}:
        return _of_worker(workspace, kind, about), ""
    if kind == "record":
        record = _record(workspace, about)
        own = record.destination is Destination.SUPERVISION_RECORD
        return record_document(workspace, record, safety), "" if own else family_id_of(workspace, record)
    return _of_family(workspace, kind, about, safety)


def record_document(workspace: Workspace, record: Record, safety: LetterSafety | None = None) -> Document:
    """*record* as it stands, or as a relative may read it at home where there is *safety*.

    With the drawing of the family, if it can be drawn, where it goes to the working space.
    """
    if safety is not None:
        record, left_out = home_copy(record, safety)
        made = record_document(workspace, record)
        return replace(made, withheld=(*made.withheld, *left_out))
    family = workspace.families.find(family_id_of(workspace, record))
    if record.destination is not Destination.FAMILY_WORK or family is None:
        return of_record(record)
    try:
        return of_record(record, drawing_of(family))
    except (FamilyCycleError, GraphvizMissingError):  # the words are whole without it
        return of_record(record)


def _of_family(workspace: Workspace, kind: Kind, about: str, safety: LetterSafety | None) -> tuple[Document, str]:

    family_id, _, child = about.partition("/")
    family = workspace.families.find(family_id)
    if family is None:
        message = f"There is no family called '{family_id}' here."
        raise SubjectNotFoundError(message)
    if kind == "visit-card":
        card = workspace.visit_card(family_id)
        if card is None:
            raise SubjectNotFoundError("No visit to this family is prepared, so there is no card.")
        return of_record(card), family_id
    if kind == "genogram":
        return genogram_sheet(family, workspace.today()), family_id
    records = [record for record in workspace.records.all() if family_id_of(workspace, record) == family_id]
    if kind == "chronology":
        if not child:
            raise SubjectNotFoundError(
                f"A chronology is one child's: please write {family_id}/CHILD, with the child's id."
            )
        work = work_rows(workspace, family)
        return chronology(family, child, records, workspace.today(), safety=safety, work=work), family_id
    return hand_over(workspace, family, records, safety), family_id


def _of_worker(workspace: Workspace, kind: Kind, about: str) -> Document:
    roster = workspace.people.roster
    worker = roster.person(about) or roster.named(about)
    if worker is None:
        message = f"Nobody called '{about}' is in the team here."
        raise SubjectNotFoundError(message)
    if kind == "learning":
        return learning_card(roster, worker.id, workspace.today())
    agreed = roster.agreement_of(worker.id, workspace.today())
    if agreed is None:
        raise SubjectNotFoundError(f"{worker.name} has no supervision agreement that holds today.")
    return agreement_sheet(agreed, roster)


def safe_record_notes(workspace: Workspace, family_id: str, recipient: str) -> list[str]:
    """What the screen says where records of a family leave that are to be kept safe."""
    family = workspace.families.find(family_id)
    in_family = family is not None and bool(readers_in_family(family, recipient))
    return list(filter(None, [safe_record_words(family, in_family=in_family)]))


def check_all(workspace: Workspace, records: Sequence[Record], recipient: str = "") -> list[str]:
    """What to look at in *records* before they leave: names of others, and what is kept from somebody.

    Where the *recipient* is of the family, also who else may read them.

    Raises:
        SubjectNotFoundError: they are not of one family.
    """
    owner = _owner(workspace, records)
    family = workspace.families.find(owner)
    workers = workspace.people.worker_names
    safety = family_safety(family, recipient, workspace.today(), workers) if family is not None and recipient else None
    first = reader_warnings(family, safety, "record", workspace.today()) if family is not None and safety else []
    return [*first, *records_warnings(workspace, records, owner)]


def issue_all(
    workspace: Workspace,
    records: Sequence[Record],
    folder: Path,
    ending: str,
    *,
    recipient: str,
    purpose: str,
    on_progress: Callable[[int], bool],
) -> int:
    """Write every one of *records*, all of one family or one worker, into *folder*; how many were written.

    *went* is told the number so far and says whether to go on. File names tell nobody's name. What was written is
    noted, also where one could not be.

    Raises:
        SubjectNotFoundError: they are not of one family.
        FileExistsAlreadyError, OSError: one could not be written; those before it stand.
    """
    owner = _owner(workspace, records)
    make_folder(folder)
    family = workspace.families.find(owner)
    workers = workspace.people.worker_names
    safety = family_safety(family, recipient, workspace.today(), workers) if family is not None else None
    done, own = 0, [folder / "documents" for folder in content_folders()]
    try:
        for number, record in enumerate(records, 1):
            path = folder / f"{record.day.isoformat()}-{record.destination.value}-{number:04}{ending}"
            made = record_document(workspace, record, safety).for_reader(recipient, family=owner, purpose=purpose)
            write(with_mark(made, family, in_family=safety is not None), path, own=own)
            done = number
            if not on_progress(number):
                break
    finally:
        if done:
            workspace.disclosures.note(
                Disclosure(
                    at=workspace.sessions.now(), by=workspace.me, kind="record", family=Line(owner),
                    recipient=Line(recipient), purpose=Line(purpose), form=ending, number=done,
                )
            )  # fmt: skip
    return done


def _owner(workspace: Workspace, records: Sequence[Record]) -> str:
    """The one family that *records* are of, or ""."""
    owners = {family_id_of(workspace, record) for record in records}
    if len(owners) > 1:
        raise SubjectNotFoundError("These records are of several families. Please take out one family at a time.")
    return next(iter(owners), "")

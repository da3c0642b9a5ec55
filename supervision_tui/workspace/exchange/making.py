"""Making a parcel: one family, one contact, one purpose; looked through first, then written, then noted.

Built up from an allow-list (:mod:`supervision_tui.workspace.exchange.shared_texts`), never cut down. A text that names
another family does not go, whatever anybody says; what else should be looked at stops it until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.family.views import HiddenContent
from supervision_tui.parcels import (
    Contact,
    ParcelContents,
    ParcelError,
    ParcelItem,
    file_name,
    fingerprint,
    seal,
    write_contents,
)
from supervision_tui.records.name_leaks import is_leak, other_family_mentions
from supervision_tui.session import Action
from supervision_tui.session.carry_over import OVER
from supervision_tui.text import Line
from supervision_tui.whole_files import keep
from supervision_tui.workspace.exchange.shared_texts import (
    SharedText,
    family_text,
    idea_texts,
    record_text,
    records_of,
    step_histories,
    step_texts,
    waiting_texts,
)
from supervision_tui.workspace.store import Disclosure

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.workspace.store import Exchange
    from supervision_tui.workspace.workspace import Workspace

LET_GO, ANSWER = "let-go", "answer"
"""Kinds of items that are no texts of the family: a request to let something go, and what became of one."""
NEVER_LEAVES = (
    "what is private to anybody",
    "supervision records, wellbeing and learning",
    "sessions themselves: their notes go as the records that were cut from them",
    "steps that were over before anybody else had them",
    "earlier versions, how a record was edited or looked through, and texts that wait beside others",
    "ids of people, and who noted what about a step",
    "unfinished lines, settings, keys and templates",
    "every other family",
)
"""What no parcel ever holds, in words."""


@dataclass(frozen=True, slots=True)
class PreparedParcel:
    """A parcel that can be written, and what to know before it is.

    Attributes:
        contact: who alone can open it.
        family_id: the family's id here.
        contents: what it holds.
        exchange: what will be known to others once it is written.
        leaving: a line for each thing that leaves.
        held_back: a line for each thing that does not, and why.
        warnings: what must be looked at before it is written.
        possible: what may be the name of another family, and may be nobody's.
    """

    contact: Contact
    family_id: str
    contents: ParcelContents
    exchange: Exchange
    leaving: tuple[str, ...]
    held_back: tuple[str, ...]
    warnings: tuple[str, ...]
    possible: tuple[str, ...]


def prepare_parcel(
    workspace: Workspace,
    family_id: str,
    contact: Contact,
    purpose: str,
    *,
    records: Collection[str] | None = None,
    let_go: str = "",
) -> PreparedParcel:
    """Put together what would go to *contact* for one *purpose*, and look through it; no file is written.

    Args:
        workspace: the open notebook.
        family_id: the family's id.
        contact: who alone can open it.
        purpose: why, in a few words.
        records: ids of the records that go; every one that may go, without them.
        let_go: a reason to ask that the family's papers go on the other side too; "" asks for nothing.

    Raises:
        ParcelError: no such family or record, no purpose, or the family's own text names another family.
    """
    family = workspace.families.find(family_id)
    if family is None:
        raise ParcelError(f"There is no family called '{family_id}' here. Nothing was written.")
    if not purpose.strip():
        raise ParcelError("A parcel is for one purpose: please say why it is sent. Nothing was written.")
    exchange = workspace.exchanges.get_or_start(family_id)
    exchange = exchange.with_resolved(waiting_texts(workspace, exchange, family_id))
    texts = _texts(workspace, family, exchange, records)
    going, held_back, possible = _without_other_families(workspace, family, texts)
    now = workspace.sessions.now()
    items = [_item(workspace, family_id, text, exchange, now) for text in going]
    items += _answers(workspace, exchange, contact, now)
    if let_go.strip():
        items += [
            ParcelItem(kind=LET_GO, id=text.id, text=f"{text.kind} {let_go.strip()}", saved=now) for text in going
        ]
    contents = ParcelContents(
        subject=exchange.shared_id, reference=Line(family_id), purpose=Line(purpose), made=now, items=tuple(items)
    )
    for text in going:
        exchange = exchange.with_known((text.kind, text.id), [fingerprint(text.kind, text.id, text.text)])
    return PreparedParcel(
        contact=contact,
        family_id=family_id,
        contents=contents,
        exchange=exchange,
        leaving=tuple(text.title for text in going),
        held_back=tuple(held_back),
        warnings=tuple(_warnings(family, contact)),
        possible=tuple(possible),
    )


def write_parcel(workspace: Workspace, parcel: PreparedParcel, path: Path, *, force: bool = False) -> Path:
    """Write the parcel and note that it left; in a folder it is given a name that tells nothing. Where it now is.

    Raises:
        ParcelTooLargeError: more than one parcel carries.
        FileExistsAlreadyError, OSError, VaultError: nothing was written.
    """
    target = path / file_name() if path.is_dir() else path
    sealed = seal(write_contents(parcel.contents), parcel.contact)
    workspace.exchanges.find(parcel.family_id)
    workspace.exchanges.put(parcel.exchange, parcel.family_id)
    keep(lambda: sealed, target, force=force, locked=True)
    workspace.disclosures.note(
        Disclosure(
            at=workspace.sessions.now(),
            by=workspace.me,
            kind="parcel",
            family=Line(parcel.family_id),
            recipient=parcel.contact.name,
            purpose=parcel.contents.purpose,
            form=target.suffix.lower(),
            locked=True,
            number=len(parcel.leaving),
        )
    )
    return target


def _texts(
    workspace: Workspace, family: Family, exchange: Exchange, records: Collection[str] | None
) -> list[SharedText]:
    chosen = records_of(workspace, family.id)
    if records is not None:
        missing = sorted(set(records) - {record.id for record in chosen})
        if missing:
            raise ParcelError(
                f"No record '{missing[0]}' of this family may go into a parcel. 'record list' shows the records; "
                "supervision records never leave. Nothing was written."
            )
        chosen = [record for record in chosen if record.id in records]
    steps = [
        text
        for text in step_texts(workspace, family.id)
        if (isinstance(text.model, Action) and text.model.state not in OVER) or exchange.versions(("step", text.id))
    ]
    return [
        family_text(family, exchange),
        *(record_text(record, exchange) for record in chosen),
        *idea_texts(workspace, family.id),
        *steps,
        *step_histories(workspace, family.id, {text.id: text.title.removeprefix("step: ") for text in steps}),
    ]


def _without_other_families(
    workspace: Workspace, family: Family, texts: Sequence[SharedText]
) -> tuple[list[SharedText], list[str], list[str]]:
    """What may go; what is held back because it names another family; what may be such a name."""
    everybody = workspace.families.all()
    own = next((other for other in everybody if other.id == family.id), family)
    others = [other for other in everybody if other.id != family.id]
    workers = workspace.people.worker_names
    going, held_back, possible = [], list[str](), dict[str, None]()
    unshown = HiddenContent((), (), [fact for fact in family.hidden_facts if not fact.show_anyone])
    for text in texts:
        mentions = other_family_mentions(text.words, others, own, workers) if others else ()
        leaks = list(dict.fromkeys(f"“{mention.words}” ({mention.family})" for mention in mentions if is_leak(mention)))
        possible |= dict.fromkeys(
            f"“{mention.words}” may be a name in another family ({mention.family})."
            for mention in mentions
            if not is_leak(mention)
        )
        if text.kind != "family" and unshown.tells(text.words):
            held_back.append(f"{text.title}: it tells a fact that no copy may show")
        elif not leaks:
            going.append(text)
        elif text.kind == "family":
            raise ParcelError(
                f"The family's own text names another family: {', '.join(leaks)}. No parcel holds that. Take it out "
                "of the family first. Nothing was written."
            )
        else:
            held_back.append(f"{text.title}: it names another family, {', '.join(leaks)}")
    steps = {text.id for text in going if text.kind == "step"}
    going = [text for text in going if text.kind != "step-history" or text.id in steps]
    hidden = sum(not fact.show_anyone for fact in family.hidden_facts)
    if hidden:
        held_back.append(f"{'a fact' if hidden == 1 else f'{hidden} facts'} that no copy may show")
    return going, held_back, list(possible)


def _warnings(family: Family, contact: Contact) -> list[str]:
    warnings = []
    if family.safe_record or family.harm_flags:
        warnings.append(
            f"Somebody in this family is harmed, and the parcel says so. Is {contact.name} the one who opens the "
            "notebook that it goes to, and can nobody else read there?"
        )
    hidden = sum(fact.show_anyone for fact in family.hidden_facts)
    if hidden:
        known = "a fact" if hidden == 1 else f"{hidden} facts"
        warnings.append(f"The family holds {known} that must not reach somebody; {contact.name} will read it there.")
    return warnings


def _item(workspace: Workspace, family_id: str, text: SharedText, exchange: Exchange, now: datetime) -> ParcelItem:
    kind, ident = (text.kind, family_id if text.kind == "family" else text.id)
    saved = now
    if kind in {"family", "record"}:
        saved = workspace.vault.documents.get(kind, ident).saved_at
    return ParcelItem(
        kind=text.kind,
        id=text.id,
        text=text.text,
        saved=saved,
        grew_from=exchange.versions((text.kind, text.id)),
    )


def _answers(workspace: Workspace, exchange: Exchange, contact: Contact, now: datetime) -> list[ParcelItem]:
    """What became of what the contact asked to let go."""
    held = {
        (due.heading.kind, due.heading.id): due.held
        for due in workspace.vault.documents.scheduled_deletions()
        if due.held
    }
    answers = []
    for request in exchange.requests:
        if request.contact != contact.id:
            continue
        if not workspace.vault.documents.version(request.kind, request.id):
            words = "it was let go"
        elif reason := held.get((request.kind, request.id)):
            words = f"it is kept, on hold: {reason}"
        else:
            words = "it is still here; nobody has decided yet"
        answers.append(ParcelItem(kind=ANSWER, id=request.id, text=words, saved=now))
    return answers

"""The pages of an export: what may be given, and apart from it what somebody has to decide about."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from supervision_tui.days import day_in_words
from supervision_tui.records.documents.text import render_page
from supervision_tui.vault.keys.locked_page import seal
from supervision_tui.whole_files import keep, make_folder
from supervision_tui.workspace.subject_access.model import SubjectAccessResult

Form = Literal["html", "txt"]


@dataclass(frozen=True, slots=True)
class ExportedPages:
    """The files that were written: *given* to the person, *to_decide* for the one who decides (none if nothing is)."""

    given: Path
    to_decide: Path | None


def write(result: SubjectAccessResult, folder: Path, *, form: Form = "html", passphrase: str = "") -> ExportedPages:
    """Write the pages into *folder*; with a *passphrase*, locked pages that open in any browser.

    Their names tell nobody's name. Nothing that is there is written over.

    Raises:
        FileExistsError: today's export is there already.
        WeakPassphraseError, VaultError: nothing was written.
        OSError: the disk refused.
    """
    given = _page(result, form, passphrase, deciding=False)
    decide = _page(result, form, passphrase, deciding=True)
    ending = "locked.html" if passphrase else form
    make_folder(folder)
    stem = f"{result.reference.partition('/')[0]}-{result.on.isoformat()}"
    first = folder / f"held-{stem}.{ending}"
    second = folder / f"to-decide-{stem}.{ending}" if result.to_decide else None
    if taken := next((path for path in (first, second) if path and path.exists()), None):
        message = f"{taken} is there already, and nothing goes over it. Choose another folder."
        raise FileExistsError(message)
    keep(lambda: given.encode("utf-8"), first)
    if second:
        keep(lambda: decide.encode("utf-8"), second)
    return ExportedPages(first, second)


def _page(result: SubjectAccessResult, form: Form, passphrase: str, *, deciding: bool) -> str:
    """The page of what is given, or of what is to be decided about."""
    pieces = result.to_decide if deciding else result.given
    day = day_in_words(result.on)
    about = [f"Searched on {day}: everything in one notebook of the team. {len(pieces)} parts."]
    if result.asked_by:
        about.append(f"Asked for by {result.asked_by}.")
    if deciding:
        about.append("This page is for whoever decides. It is not to be given away as it is.")
    text = render_page(
        "held",
        "html" if passphrase else form,
        title=f"{'To decide about' if deciding else 'What is held about'} {result.name}",
        about=about,
        parts=result.by_destination(pieces),
        end=[] if deciding else _end(result),
    )
    if not passphrase:
        return text
    return render_page("locked", "html", **dataclasses.asdict(seal(text, passphrase)))


def _end(result: SubjectAccessResult) -> list[str]:
    """What the page does not hold, and where else there is something."""
    lines = []
    if left_out := result.left_out_words():
        lines.append("Left out here until somebody has decided:")
        lines += left_out
    if result.private:
        lines.append(
            f"{result.private} private notes of workers are locked with their own keys and were not searched. "
            "They must hold no names of families."
        )
    lines.append(f"{result.versions} earlier versions of these documents are kept in the notebook's history.")
    if result.copies:
        lines.append(f"{result.copies} dated copies of the notebook hold the same.")
    lines.append("The child's file in the council's own system, letters and e-mails are searched elsewhere.")
    return lines


def as_json(result: SubjectAccessResult) -> str:
    """Everything as data, what is to be decided about included and marked."""
    pieces = [
        {
            "destination": piece.destination.value,
            "where": piece.where,
            "words": piece.words,
            "others": list(piece.others),
            "ground": piece.ground.value,
            "why": piece.ground.words,
        }
        for piece in result.pieces
    ]
    data = {
        "name": result.name,
        "reference": result.reference,
        "on": result.on.isoformat(),
        "asked_by": result.asked_by,
        "private_not_searched": result.private,
        "earlier_versions": result.versions,
        "copies": result.copies,
        "pieces": pieces,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)

"""A worker's own papers: the supervision agreement, and the card of what was learnt (no family stands in either)."""

from __future__ import annotations

from datetime import date

from supervision_tui.days import day_in_words
from supervision_tui.people import Agreement, Rhythm, Roster
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart, Table

ASKED = (
    ("what_helps", "What helps"),
    ("when_it_is_hard", "When it is hard"),
    ("if_we_disagree", "If we disagree"),
    ("difference", "How we speak of difference and power"),
    ("learning", "What should be learnt"),
    ("where_notes_go", "Where notes go, and who reads them"),
)
"""Parts of an agreement and how they are asked."""


def agreement_sheet(agreement: Agreement, roster: Roster) -> Document:
    """The agreement on paper, for both to sign."""
    worker, supervisor = roster.name_of(agreement.practitioner), roster.name_of(agreement.supervisor)
    held = [f"{_rhythm(agreement.rhythm)}; {agreement.minutes} minutes"]
    held += [f"in {agreement.place}"] if agreement.place else []
    signed = {agreement.practitioner: worker, agreement.supervisor: supervisor}
    rows = tuple(
        (name, "signed in the notebook" if key in agreement.signed else "", "") for key, name in signed.items()
    )
    parts = [DocumentPart("When and where", (DocumentItem(", ".join(held) + "."),), prose=True)]
    parts += [
        DocumentPart(heading, (DocumentItem(str(getattr(agreement, key))),), prose=True)
        for key, heading in ASKED
        if getattr(agreement, key)
    ]
    return Document(
        title=f"Supervision agreement: {worker} and {supervisor}",
        about=f"Since {day_in_words(agreement.since)}",
        parts=(*parts, DocumentPart("Signed", table=Table(("Name", "Signature", "Date"), rows, (4, 6, 3)))),
        closing=(f"It is looked at again on {day_in_words(agreement.review_due_on)}.",),
        reader=f"{worker} and {supervisor}",
        purpose="supervision",
    )


def learning_card(roster: Roster, practitioner: str, on: date) -> Document:
    """What *practitioner* learnt, for the professional record (Social Work England asks for two pieces a year)."""
    theirs = [learning for learning in roster.learning if learning.practitioner == practitioner]
    theirs.sort(key=lambda learning: learning.on)
    name = roster.name_of(practitioner)
    items = tuple(
        DocumentItem(
            str(record.words),
            f"{day_in_words(record.on)}{record.ways}",
        )
        for record in theirs
    )
    return Document(
        title=f"Learning of {name}",
        about=day_in_words(on),
        parts=(DocumentPart("What was learnt", items, "" if items else "Nothing is noted yet."),),
        closing=("It names nobody from a family.",),
        reader=name,
        purpose="the professional record",
    )


def _rhythm(rhythm: Rhythm) -> str:
    """The rhythm in words."""
    sentences = []
    for step in rhythm.steps:
        often = "once a month" if step.monthly else f"every {step.every_days} days"
        sentences.append(f"{often} until week {step.until_week}" if step.until_week else often)
    words = ", then ".join(sentences)
    return words[0].upper() + words[1:]

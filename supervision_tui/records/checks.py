"""Answers to a checklist, kept with the record that was read: in words with a line of evidence, never totalled.

Source: content specification, checklists after Telford & Wrekin 2022 and Swindon 2022.
"""

from __future__ import annotations

from datetime import date

from supervision_tui.practice.checklists import Answer
from supervision_tui.records.model import Checked, Record
from supervision_tui.text import Line, SafeText


def answer(record: Record, item: str, given: Answer, *, evidence: str, by: str, on: date) -> Record:
    """*record* with what was said to the question *item*; an earlier answer to it gives way.

    Raises:
        ValueError: nobody is named.
    """
    if not Line(by).strip():
        raise ValueError("An answer is somebody's: please say whose. Nothing was changed.")
    new = Checked(item=item, answer=given, evidence=SafeText(evidence.strip()), by=Line(by), on=on)
    rest = tuple(one for one in record.checks if one.item != item)
    return record.model_copy(update={"checks": (*rest, new)})


def answered(record: Record, item: str) -> Checked | None:
    """What was said to the question *item*, if anything."""
    return next((one for one in record.checks if one.item == item), None)

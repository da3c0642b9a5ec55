"""Couples as GEDCOM records: weddings, partings and everything between, in the standard's own lines."""

from __future__ import annotations

from supervision_tui.family.dates import PartialDate
from supervision_tui.family.formats.gedcom.written_lines import WrittenLine
from supervision_tui.family.formats.gedcom.written_people import add_date
from supervision_tui.family.model.unions import Union

TURNS: dict[str, tuple[str, str]] = {
    "married": ("MARR", ""), "remarried": ("MARR", ""), "engaged": ("ENGA", ""), "divorced": ("DIV", ""),
    "annulled": ("ANUL", ""), "separated": ("EVEN", "Separation"), "reconciled": ("EVEN", "Reconciled"),
    "moved_in": ("EVEN", "Moved in together"), "moved_out": ("EVEN", "Moved apart"), "met": ("EVEN", "Met"),
}  # fmt: skip
"""Turn to tag and type."""
ENDINGS = {"divorce": "divorced", "annulment": "annulled", "separation": "separated"}
BEGINNINGS: dict[str, tuple[str, str]] = {
    "married": ("MARR", ""), "civil_partnership": ("MARR", "Civil partnership"), "engaged": ("ENGA", ""),
    "cohabiting": ("EVEN", "Living together"), "committed": ("EVEN", "Partners"),
}  # fmt: skip
"""Kind of union to the line that says how it began."""


def add_turns(record: WrittenLine, union: Union, *, seven: bool) -> None:
    """How a couple began, turned and ended, a line each."""
    beginning = BEGINNINGS.get(union.kind)
    kinds = {change.kind for change in union.changes}
    if beginning is not None and not (union.kind == "engaged" and "engaged" in kinds):
        _add(record, *beginning, union.since, seven=seven)
    for change in union.changes:
        line = _add(record, *TURNS[change.kind], change.date, seven=seven)
        if change.note:
            line.add("NOTE", change.note)
    turn = ENDINGS.get(union.ended)
    if turn is not None:
        _add(record, *TURNS[turn], union.until, seven=seven)
    if union.note:
        record.add("NOTE", union.note)
    if union.secret:
        record.add("RESN", "CONFIDENTIAL" if seven else "confidential")


def _add(record: WrittenLine, tag: str, kind: str, when: PartialDate | None, *, seven: bool) -> WrittenLine:
    line = record.add(tag, "" if when is not None or tag == "EVEN" else "Y")
    if kind:
        line.add("TYPE", kind)
    if when is not None:
        add_date(line, when, seven=seven)
    return line

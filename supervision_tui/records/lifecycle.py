"""Confirming a record, adding to it, and noting that it was filed. What was confirmed is never changed, only added to.

Source: content specification 7.2 (amend by addition; draft until the manager confirms; wording shown to the presenter
first) and 7.4 (the copy here may go once filing is confirmed).
"""

from __future__ import annotations

from datetime import date, datetime

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.model import Addition, Confirmation, Filing, Record
from supervision_tui.records.name_leaks import names_in
from supervision_tui.text import Line, SafeText


class NotConfirmedError(ValueError):
    """The record cannot be confirmed or filed as it stands."""


class NamesLeftError(ValueError):
    """Names of a family stand in words for a record that may hold none."""


def confirm(record: Record, *, by: str, role: str, at: datetime, shown_to: str = "") -> Record:
    """*record*, confirmed by a person in a role.

    Raises:
        NotConfirmedError: it is confirmed already, or nobody is named.
    """
    if record.confirmed is not None:
        when = day_in_words(record.confirmed.at.date())
        raise NotConfirmedError(
            f"{record.confirmed.by} confirmed this record on {when}. It stays as it is; you may add to it instead."
        )
    name, position = Line(by), Line(role)
    if not name or not position:
        raise NotConfirmedError(
            "A record is confirmed by somebody: please give the name and the role. Nothing was changed."
        )
    return record.model_copy(update={"confirmed": Confirmation(by=name, role=position, at=at, shown_to=Line(shown_to))})


def add(record: Record, words: str, *, by: str, at: datetime, family: Family | None = None, role: str = "") -> Record:
    """*record* with *words* added at its end, dated and with their author; *role* where they are oversight.

    Raises:
        NotConfirmedError: there are no words, or nobody is named.
        NamesLeftError: the record is a worker's own, and the words name somebody in *family*.
    """
    text, name = SafeText(words.strip()), Line(by)
    if not text or not name:
        raise NotConfirmedError("An addition needs words and the name of whoever adds them. Nothing was changed.")
    named = names_in(text, family) if family and record.destination is Destination.SUPERVISION_RECORD else []
    if named:
        raise NamesLeftError(
            f"The words name {', '.join(named)}. The worker's record holds no names of the family: "
            "please write them without. Nothing was changed."
        )
    return record.model_copy(
        update={"additions": (*record.additions, Addition(text=text, by=name, at=at, role=Line(role)))}
    )


def mark_filed(record: Record, *, system: str, on: date, by: str) -> Record:
    """*record*, noted as standing in the authority's own *system* since *on*.

    Raises:
        NotConfirmedError: it still waits for a manager, or was noted as filed before.
    """
    if record.filed is not None:
        raise NotConfirmedError(
            f"This record was noted as filed on {day_in_words(record.filed.on)}. Nothing was changed."
        )
    if record.awaits_confirmation:
        raise NotConfirmedError("This record is a draft. It is filed once the accountable manager has confirmed it.")
    return record.model_copy(update={"filed": Filing(system=Line(system), on=on, by=Line(by))})

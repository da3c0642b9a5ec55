"""The turns of a couple in a file (married, separated, divorced, married again) as one union: how it stands now."""

from __future__ import annotations

from supervision_tui.family.formats.claims import CoupleClaim, Plain, Turn
from supervision_tui.family.model.unions import Ending

ENDINGS: dict[str, Ending] = {"separated": "separation", "divorced": "divorce", "annulled": "annulment"}
"""Turn to the ending that it makes."""
WEDDINGS = frozenset({"married", "remarried"})


def union_fields(couple: CoupleClaim) -> Plain:
    """The fields of the union: kind, since, until, ended and changes, from what is said and from the turns.

    The first wedding is when it began; a later one, after an end, makes them a couple again. What ended it last is how
    it ended; every turn that is neither first nor last stays as a change, so that nothing of the course is lost.
    """
    turns = _in_order(couple.turns)
    changes: list[Plain] = []
    ended, until, since = couple.ended, couple.until, couple.since
    wed = False
    for turn in turns:
        change: Plain = {"kind": turn.kind, "date": turn.date}
        if turn.kind in WEDDINGS:
            if wed:
                changes.append(change | {"kind": _second(turn, ended)})
            since = since or turn.date
            wed, ended, until = True, "", None
            continue
        changes.append(change)
        if turn.kind in ENDINGS:
            ended, until = ENDINGS[turn.kind], turn.date
        elif turn.kind == "reconciled":
            ended, until = "", None
    if couple.ended == "death" and not ended:
        ended = "death"
    if changes and ENDINGS.get(changes[-1]["kind"]) == ended:
        changes.pop()  # *ended* and *until* say it
    fields: Plain = {"kind": _kind(couple, turns), "since": since, "until": until, "ended": ended, "changes": changes}
    return {field: value for field, value in fields.items() if value}


def _second(turn: Turn, ended: str) -> str:
    """A further wedding: married again after an end or without a word of its own; else another ceremony of one."""
    return "married" if turn.word and not ended else "remarried"


def _in_order(turns: list[Turn]) -> list[Turn]:
    """*turns* by their dates where all have one, else as the file has them."""
    if all(turn.date is not None and turn.date.source != "words" for turn in turns):
        return sorted(turns, key=lambda turn: turn.date.earliest.toordinal() if turn.date is not None else 0)
    return turns


def _kind(couple: CoupleClaim, turns: list[Turn]) -> str:
    """What is said, else what the turns show; parents together where there are children and nothing is said."""
    if couple.kind is not None:
        return couple.kind
    kinds = {turn.kind for turn in turns}
    if kinds & (WEDDINGS | {"divorced", "annulled"}):
        return "married"
    if "engaged" in kinds:
        return "engaged"
    if couple.children and not (kinds or couple.ended or couple.since):
        return "parents_only"
    return "unknown"

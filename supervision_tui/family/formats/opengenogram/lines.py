"""Lines between people of an OpenGenogram project: couples, children, twins, emotional lines."""

from __future__ import annotations

from supervision_tui.family.formats.claims import BondClaim, Claims, CoupleClaim, TwinClaim, line_words
from supervision_tui.family.formats.genopro.source import safe_id
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.opengenogram.tables import CHILDREN, CHOICES, COUPLES, TIES, TWINS
from supervision_tui.family.formats.relation_claims import (
    claim_tie,
    mark_affair,
    mark_forced,
    tell_ending,
    tell_unknown_tie,
    tie_in_own_words,
)


def read_lines(nodes: list[Node], claims: Claims, ledger: Ledger) -> None:
    """Every relationship of the file, each by its type."""
    children, couples = [], []
    for number, node in enumerate(nodes, start=1):
        node.use()
        kind, line_id = node.word("type"), safe_id(node.word("id")) or f"line-{number}"
        ends = [safe_id(node.word("source")), safe_id(node.word("target"))]
        attributes = node.take("attributes")
        label = attributes.word("label") if attributes is not None else ""
        if any(end not in claims.people for end in ends) or ends[0] == ends[1]:
            missing = next((end or "nobody" for end in ends if end not in claims.people), "")
            words = f"points to {missing[:40]}, who is not in the file" if missing else "goes from one to themselves"
            ledger.tell(node, f"skipped: '{kind}' {words}.", "missing")
        elif kind in COUPLES:
            couples.append((node, kind, line_id, ends, label))
        elif kind in CHILDREN:
            children.append((node, kind, ends))
        elif kind in TWINS:
            _twins(node, kind, line_id, ends, claims, ledger)
        elif kind == "sibling":
            names = claims.names(ends)
            ledger.tell(
                node, f"left out: 'sibling' between {names}; brothers and sisters come from their parents.", "people"
            )
        else:
            _tie(node, kind, line_id, ends, label, claims, ledger)
    _children(children, claims)
    for couple in couples:
        _couple(*couple, claims, ledger)


def _couple(  # noqa: PLR0917 - one line of the file
    node: Node, kind: str, line_id: str, ends: list[str], label: str, claims: Claims, ledger: Ledger
) -> None:
    known = COUPLES[kind]
    couple = next((couple for couple in claims.couples.values() if set(couple.partners) == set(ends)), None)
    if couple is not None:
        couple.ended = known.ended or couple.ended
        words = f"several lines between {claims.names(ends)}; they came in as one couple ({kind} among them)."
        ledger.notice(node, words, "unions")
    else:
        shared = _shared_children(claims, ends)
        key = line_id if line_id not in claims.couples else f"{line_id}-{len(claims.couples) + 1}"
        couple = claims.couples[key] = CoupleClaim(key, node.number, id=key, partners=ends)
        couple.kind, couple.ended = known.kind, known.ended
        couple.children = dict.fromkeys(shared)
    tell_ending(ledger, node, claims.names(ends), couple)
    couple.note(known.note)
    if label:
        couple.note(label)
        ledger.notice(node, f"the words '{label}' are kept as a note; say when it began.", "unions")
    if known.kind == "forced":
        mark_forced(claims, ledger, node, couple)
    elif known.kind == "secret":
        mark_affair(claims, ledger, node, couple)


def _shared_children(claims: Claims, ends: list[str]) -> list[str]:
    of = [{bond.child for bond in claims.bonds if bond.parent == end} for end in ends]
    return sorted(of[0] & of[1])


def _children(lines: list[tuple[Node, str, list[str]]], claims: Claims) -> None:
    """One line a parent: two parents of one kind are one parentage, in the file's order."""
    for node, kind, (parent, child) in lines:
        group = f"{child}.{kind}"
        claims.bonds.append(BondClaim(child, parent, group, CHILDREN[kind], node.number))


def _twins(  # noqa: PLR0917 - one line of the file
    node: Node, kind: str, line_id: str, ends: list[str], claims: Claims, ledger: Ledger
) -> None:
    known = next((twin for twin in claims.twins if set(ends) & set(twin.children)), None)
    if known is None:
        claims.twins.append(TwinClaim(line_id, ends, TWINS[kind]))
    else:
        known.children += [end for end in ends if end not in known.children]
    ledger.notice(node, f"{claims.names(ends)} were born together ({TWINS[kind]}).", "twins")


def _tie(  # noqa: PLR0917 - one line of the file
    node: Node, kind: str, line_id: str, ends: list[str], label: str, claims: Claims, ledger: Ledger
) -> None:
    known = TIES.get(kind)
    if known is None:
        tie = tie_in_own_words(ends[0], ends[1], kind, label)
        tell_unknown_tie(ledger, node, kind, tie)
    else:
        tie = {"a": ends[0], "b": ends[1], "kind": known.kind, "note": label}
        if known.words:
            tie["words"] = line_words(f"the file says: {known.words}")
    tie["id"] = line_id
    if kind in CHOICES:
        ledger.notice(node, f"{claims.names(ends)}: {CHOICES[kind]}", "ties")
    claim_tie(claims, node, tie)

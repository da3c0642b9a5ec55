"""Ties and unions that must be looked at first: harm arrives as a tie of harm, never as less, and sets no flag.

What kind of flag a worker might set is offered in words only (content specification 3.6); who harms whom is taken as
the file has it. A union that was forced, or in secret, is marked as secret at once.
"""

from __future__ import annotations

from supervision_tui.family.formats.claims import Claims, CoupleClaim, Plain
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.model.ties import TIE_KINDS

OFFERS = {
    "physical_abuse": "physical abuse", "emotional_abuse": "emotional abuse", "sexual_abuse": "sexual abuse",
    "physical_neglect": "neglect", "emotional_neglect": "neglect", "coercive_control": "coercive control",
    "bullying": "", "exploitation": "exploitation", "manipulation": "",
}  # fmt: skip
"""Kind of tie to the kind of flag of harm that could be asked about; nothing where there is none."""
BETWEEN_PARTNERS = frozenset({"physical_abuse", "emotional_abuse"})
VIOLENCE = "violence"


def claim_tie(claims: Claims, ledger: Ledger, node: Node, tie: Plain) -> None:
    """Keep a tie; one of harm is noticed first, with what could be asked."""
    claims.ties.append(tie)
    kind = TIE_KINDS[tie["kind"]]
    if kind.tone != "harm":
        return
    first, second = claims.name(tie["a"]), claims.name(tie["b"])
    to = f"{first} to {second}" if kind.directed else f"{first} and {second}"
    offer = _offer(claims, kind.id, tie["a"], tie["b"])
    asked = f" If a flag of harm is right here, ask about: {offer}." if offer else " Ask what is meant."
    who = "" if kind.directed else " Ask who is afraid of whom."
    ledger.notice(node, f"{to}: {kind.words.removesuffix(' of')}.{asked}{who}", "harm")


def _offer(claims: Claims, kind: str, first: str, second: str) -> str:
    partners = any({first, second} <= set(couple.partners) for couple in claims.couples.values())
    if VIOLENCE in kind:
        return "domestic abuse" if partners else "physical abuse"
    if partners and kind in BETWEEN_PARTNERS:
        return "domestic abuse" if kind == "physical_abuse" else "emotional abuse, or domestic abuse"
    return OFFERS.get(kind, "")


def tell_of_harm(claims: Claims, ledger: Ledger) -> None:
    """How many ties of harm came in, once for the file, and that nothing was decided by it."""
    count = sum(TIE_KINDS[tie["kind"]].tone == "harm" for tie in claims.ties)
    if count:
        lines = "1 line of harm" if count == 1 else f"{count} lines of harm"
        ledger.about_file(
            f"please look at this first: {lines} came in; no flag of harm was set. "
            "Who harms whom is as the file has it.",
            "harm",
        )


def mark_forced(claims: Claims, ledger: Ledger, node: Node, couple: CoupleClaim) -> None:
    """A union that is rape or forced in the file: secret, and asked about before anything else."""
    couple.kind, couple.secret = "forced", True
    names = claims.names(couple.partners)
    children = claims.names(list(couple.children))
    asked = f" {children}: a child of it. Say whether they may learn of that line." if couple.children else ""
    ledger.notice(
        node,
        f"please look at this first: the union of {names} is rape, or a forced relationship, in the file. It was "
        f"marked as secret. Who forced whom is not said.{asked}",
        "forced",
    )


def mark_affair(claims: Claims, ledger: Ledger, node: Node, couple: CoupleClaim) -> None:
    """A union in secret: it stays out of copies until a worker says otherwise."""
    couple.kind, couple.secret = "secret", True
    ledger.notice(
        node,
        f"an affair ({claims.names(couple.partners)}) was read as a union in secret; it was marked as secret and "
        "stays out of copies until you say otherwise.",
        "secret",
    )

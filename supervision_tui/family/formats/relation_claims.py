"""Ties and unions that must be looked at first: harm arrives as a tie of harm, never as less, and sets no flag.

What kind of flag a worker might set is offered in words only (content specification 3.6); who harms whom is taken as
the file has it. A union that was forced, or in secret, is marked as secret at once.
"""

from __future__ import annotations

from supervision_tui.family.formats.claims import Claims, CoupleClaim, Plain, line_words
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.words_of_harm import tie_of_harm
from supervision_tui.family.model.tie_words import tie_of_word
from supervision_tui.family.model.ties import TIE_KINDS

OFFERS = {
    "physical_abuse": "physical abuse", "emotional_abuse": "emotional abuse", "sexual_abuse": "sexual abuse",
    "physical_neglect": "neglect", "emotional_neglect": "neglect", "coercive_control": "coercive control",
    "bullying": "", "exploitation": "exploitation", "manipulation": "",
}  # fmt: skip
"""Kind of tie to the kind of flag of harm that could be asked about; nothing where there is none."""
BETWEEN_PARTNERS = frozenset({"physical_abuse", "emotional_abuse"})
VIOLENCE = "violence"


def tie_in_own_words(first: str, second: str, words: str, note: str = "") -> Plain:
    """A tie from *first* to *second* for a file's own word: its kind where one is known, harm as harm, else plain.

    *words* of harm, and those that no kind has, stay beside it.
    """
    known, harm = tie_of_word(words), tie_of_harm(words)
    kind = known or (harm.kind if harm is not None else "plain")
    ends = (second, first) if known is None and harm is not None and harm.turned else (first, second)
    tie: Plain = {"a": ends[0], "b": ends[1], "kind": kind, "note": note}
    if known is None:
        tie["words"] = line_words(f"the file says: {words}")
    return tie


def tell_unknown_tie(ledger: Ledger, node: Node, word: str, tie: Plain) -> None:
    """Say as what a tie that the format does not know came in."""
    kind = TIE_KINDS[tie["kind"]].words.removesuffix(" of")
    ledger.notice(node, f"the tie '{word[:40]}' is not known; it came in as {kind}, with its word.", "ties")


def claim_tie(claims: Claims, node: Node, tie: Plain) -> None:
    """Keep a tie; one of harm is told by :func:`tell_of_harm` once the couples are known."""
    claims.ties.append(tie)
    if TIE_KINDS[tie["kind"]].tone == "harm":
        claims.harms.append((node, tie))


def _tell_harm(claims: Claims, ledger: Ledger, node: Node, tie: Plain) -> None:
    """One tie of harm, with what could be asked about it."""
    kind = TIE_KINDS[tie["kind"]]
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
    """Each tie of harm, and once for the file how many came in, and that nothing was decided by it."""
    for node, tie in claims.harms:
        _tell_harm(claims, ledger, node, tie)
    count = len(claims.harms)
    if count:
        lines = "1 line of harm" if count == 1 else f"{count} lines of harm"
        ledger.about_file(
            f"{lines} came in; no flag of harm was set. Who harms whom is as the file has it.",
            "harm",
        )


def mark_forced(claims: Claims, ledger: Ledger, node: Node, couple: CoupleClaim) -> None:
    """A union that is rape or forced in the file: secret, and asked about before anything else."""
    couple.kind, couple.secret = "forced", True
    names = claims.names(couple.partners)
    children = claims.names(list(couple.children))
    born = "a child" if len(couple.children) == 1 else "children"
    asked = f" {children}: {born} of it. Say whether they may learn of that line." if couple.children else ""
    ledger.notice(
        node,
        f"the union of {names} is rape, or a forced relationship, in the file. It was "
        f"marked as secret. Who forced whom is not said.{asked}",
        "forced",
    )


def tell_ending(ledger: Ledger, node: Node | None, names: str, couple: CoupleClaim) -> None:
    """Count a couple that has parted, as the line that says how it stands has it."""
    turn = {"separation": "separated", "divorce": "divorced", "annulment": "annulled"}.get(couple.ended)
    if turn is not None and couple.is_union:
        ledger.notice(node, f"{names}: {turn}.", "couples")


def mark_affair(claims: Claims, ledger: Ledger, node: Node, couple: CoupleClaim) -> None:
    """A union in secret: it stays out of copies until a worker says otherwise."""
    couple.kind, couple.secret = "secret", True
    ledger.notice(
        node,
        f"an affair ({claims.names(couple.partners)}) was read as a union in secret; it was marked as secret and "
        "stays out of copies until you say otherwise.",
        "secret",
    )

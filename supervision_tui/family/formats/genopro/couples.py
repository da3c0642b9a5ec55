"""Couples, children and twins of a GenoPro document."""

from __future__ import annotations

from supervision_tui.family.formats.claims import COUPLE, BondClaim, CoupleClaim, Turn, TwinClaim
from supervision_tui.family.formats.genopro.source import GenoproSource, safe_id
from supervision_tui.family.formats.genopro.tables import PARENT_LINKS, RELATIONS, Relation
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.plain_dates import genopro_date
from supervision_tui.family.formats.relation_claims import mark_affair, mark_forced, tell_ending
from supervision_tui.family.model.parentages import ParentageKind

ZYGOSITIES = {"Identical": "identical", "Fraternal": "fraternal"}


def read_links(source: GenoproSource) -> None:
    """Who is a parent in which family and who a child, then what each family is."""
    families = [node for node in source.group("Families") if node.tag == "Family"]
    for number, node in enumerate(families, start=1):
        node.use()
        family_id = safe_id(node.word("ID")) or f"fam{number}"
        if family_id in source.claims.couples:
            source.ledger.tell_all(node, f"skipped: a second family with the id {family_id}.", "unreadable")
            continue
        source.claims.couples[family_id] = CoupleClaim(family_id, node.number, id=family_id, alone=False)
        source.parts.setdefault("families", {})[family_id] = node
    children = [
        link for link in source.group("PedigreeLinks") if link.tag == "PedigreeLink" and not _parent(source, link)
    ]
    for family_id, node in source.parts.get("families", {}).items():
        couple = source.claims.couples[family_id]
        couple.children |= {
            child: None
            for link in children
            if safe_id(link.text("Family")) == family_id and (child := source.person(link.text("Individual")))
        }
        _family(source, node, couple)
    for link in children:
        _child(source, link)
    _twins(source)


def _parent(source: GenoproSource, link: Node) -> bool:
    """Whether a link makes somebody one of a couple; if so it is read."""
    link.use()
    if link.word("PedigreeLink") != "Parent":
        return False
    couple = source.claims.couples.get(safe_id(link.word("Family")))
    person = source.person(link.word("Individual"))
    if couple is None or not person:
        _nobody(source, link)
    elif person in couple.partners:
        pass
    elif len(couple.partners) == COUPLE:
        words = f"skipped: a third partner in family {couple.key}, {source.claims.name(person)}."
        source.ledger.tell(link, words, "people")
    else:
        couple.partners.append(person)
    source.drop_drawing(link)
    return True


def _nobody(source: GenoproSource, link: Node) -> None:
    person, family = link.text("Individual"), link.text("Family")
    missing = person if not source.person(person) else family
    source.ledger.tell_all(link, f"skipped: a line to {missing[:40]}, who is not in the file.", "missing")


def _family(source: GenoproSource, node: Node, couple: CoupleClaim) -> None:
    relation = node.take("Relation")
    word = relation.value.strip() if relation is not None else ""
    known = RELATIONS.get(word)
    _weddings(source, node, couple)
    if known is None and relation is not None:
        known = Relation("unknown", note=f"the file says: {word[:80]}")
        why = "" if len(couple.partners) == COUPLE else " (one parent, so no union was made)"
        words = f"the relation '{word[:40]}' of family {couple.key} is not known{why}."
        source.ledger.tell(relation, words, "unions")
    known = known or RELATIONS[""]
    weddings = any(turn.kind in {"married", "remarried"} for turn in couple.turns)
    couple.kind = "married" if weddings and known.kind == "unknown" else known.kind
    couple.ended = known.ended
    _endings(couple)
    tell_ending(source.ledger, relation, source.claims.names(couple.partners), couple)
    couple.note(known.note)
    if len(couple.partners) == COUPLE and relation is not None:
        if known.kind == "forced":
            mark_forced(source.claims, source.ledger, relation, couple)
        elif known.kind == "secret":
            mark_affair(source.claims, source.ledger, relation, couple)
        elif known.note.startswith("without"):
            source.ledger.notice(
                relation, f"{source.claims.names(couple.partners)}: living together {known.note}.", "unions"
            )
    couple.note(node.word("Comment"))
    for line in node.every("FamilyLine"):
        words = f"left out: '{line.value.strip()}' for family {couple.key}; it does not say why."
        source.ledger.tell_all(line, words, "other")
    source.drop_drawing(node)


def _weddings(source: GenoproSource, node: Node, couple: CoupleClaim) -> None:
    """The marriages that a family names: each with its date, and its divorce."""
    for part in source.references(node, "Unions", "Marriages"):
        part.use()
        part.word("ID")
        date = part.first("Date")
        when = genopro_date(source.ledger, date) if date is not None else None
        kind = part.take("Type")
        if kind is not None:
            source.ledger.tell(kind, f"the kind of wedding ({kind.value.strip()[:40]}) is not carried.", "unions")
        couple.turns.append(Turn("married", when))
        couple.note(part.word("Comment"))
        place = part.take("Place")
        found = source.parts.get("Places", {}).get(place.value.strip()) if place is not None else None
        words = found.word("Name", "City") if found is not None else place.value if place is not None else ""
        couple.note(f"Married in {words.strip()}." if words.strip() else "")
        divorce = part.take("Divorce")
        if divorce is not None:
            date = divorce.first("Date")
            couple.turns.append(Turn("divorced", genopro_date(source.ledger, date) if date is not None else None))
        if part.word("IsAnnulled") == "Y":
            couple.turns.append(Turn("annulled"))
        couple.alone = True


def _endings(couple: CoupleClaim) -> None:
    """What the relation says has the last word on how it stands; a wedding after it does not undo it."""
    turn = {"divorce": "divorced", "separation": "separated", "annulment": "annulled"}.get(couple.ended)
    if couple.turns and turn is not None and couple.turns[-1].kind != turn:
        couple.turns.append(Turn(turn))  # type: ignore[arg-type] # one of the three above


def _child(source: GenoproSource, link: Node) -> None:
    couple = source.claims.couples.get(safe_id(link.word("Family")))
    child = source.person(link.word("Individual"))
    if couple is None or not child or child in couple.partners:
        _nobody(source, link)
        return
    word = link.text("PedigreeLink")
    kind: ParentageKind = PARENT_LINKS.get(word, "birth")  # type: ignore[assignment] # of the table
    known = word in PARENT_LINKS
    if not known:
        words = f"how {source.claims.name(child)} is a child of family {couple.key} is not known in the file "
        words += f"({word[:40] or 'nothing is said'}); marked as doubted."
        source.ledger.notice(link, words, "doubt")
    adoption = link.take("Adoption")
    date = adoption.first("Date") if adoption is not None else None
    since = genopro_date(source.ledger, date) if date is not None else None
    note = link.word("Comment") or (adoption.word("Comment") if adoption is not None else "")
    twin = link.word("Twin")
    if twin:
        source.parts.setdefault("twins of", {}).setdefault(f"{safe_id(twin)}\n{child}", link)
    source.drop_drawing(link)
    for parent in couple.partners:
        bond = BondClaim(child, parent, couple.key, kind, link.number, since=since, doubted=not known, note=note)
        source.claims.bonds.append(bond)


def _twins(source: GenoproSource) -> None:
    """Children of one birth: by the links' own mark, or by a list of brothers and sisters in the twin element."""
    groups: dict[str, list[str]] = {}
    for key in source.parts.get("twins of", {}):
        label, child = key.split("\n")
        groups.setdefault(label, []).append(child)
    for node in source.group("Twins"):
        label = safe_id(node.use().word("ID"))
        children = groups.setdefault(label, [])
        for words in node.word("Siblings").split(","):
            child = source.person(words)
            if child and child not in children:
                children.append(child)
        zygosity = ZYGOSITIES.get(node.word("TwinLink"), "unknown")
        if len(children) >= COUPLE and label:
            source.claims.twins.append(TwinClaim(label, children, zygosity))
            words = f"{source.claims.names(children)} were born together ({zygosity})."
            source.ledger.notice(node, words.replace("(unknown)", "(whether identical is not said)"), "twins")
        source.drop_drawing(node)

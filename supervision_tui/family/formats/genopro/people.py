"""People of a GenoPro document: names, birth and death, work and school, what was written of them."""

from __future__ import annotations

from supervision_tui.family.formats.claims import PersonClaim, Plain, line_words
from supervision_tui.family.formats.genopro.source import GenoproSource, safe_id
from supervision_tui.family.formats.genopro.tables import CAUSES, DRAWING, GRAVE_CAUSES, LOSSES, NO_CAUSE
from supervision_tui.family.formats.identifying_fields import LEFT_OUT, identifying_field
from supervision_tui.family.formats.ledger import named
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.plain_dates import genopro_date
from supervision_tui.family.formats.words_of_harm import tells_of_harm

GENDERS = {"M": "male", "F": "female"}
OTHER_NAMES = {
    "Last2": "other surname", "Alternative": "other name", "Title": "title", "Suffix": "suffix",
    "Maiden": "maiden name",
}  # fmt: skip
CEREMONIES = {
    "Baptism": "baptised", "Circumcision": "circumcised", "Christening": "christened", "Confirmation": "confirmed",
}  # fmt: skip
CONTACT_PARTS = {"Email": "e-mail address", "Telephone": "telephone number", "Mobile": "telephone number",
                 "Fax": "telephone number"}  # fmt: skip


def index_people(source: GenoproSource) -> None:
    """Everybody of the document; a second drawing of somebody is made one with them."""
    elements = [node for node in source.group("Individuals") if node.tag == "Individual"]
    for number, node in enumerate(elements, start=1):
        node.use()
        person_id = safe_id(node.word("ID")) or f"ind{number}"
        target = safe_id(node.word("IndividualInternalHyperlink"))
        if target and target != person_id:
            source.aliases[person_id] = target
        elif person_id in source.claims.people:
            source.ledger.tell_all(node, f"skipped: a second person with the id {person_id}.", "unreadable")
        else:
            source.claims.people[person_id] = PersonClaim(person_id, number=node.number)
            source.parts.setdefault("people", {})[person_id] = node
    _mend_aliases(source)
    for person_id, node in source.parts.get("people", {}).items():
        _name(node, source.claims.people[person_id])
    for node in elements:
        person_id = safe_id(node.text("ID"))
        if person_id in source.aliases:
            name = source.claims.name(source.person(person_id))
            source.ledger.notice(node, f"{person_id} is a second drawing of {name}; the two were made one.", "people")
            node.use_all()


def _mend_aliases(source: GenoproSource) -> None:
    """A drawing that points to nobody, or round in a ring, is a person of its own."""
    for person_id in list(source.aliases):
        if not source.person(person_id):
            del source.aliases[person_id]
            source.claims.people[person_id] = PersonClaim(person_id)
            node = next(node for node in source.group("Individuals") if safe_id(node.text("ID")) == person_id)
            source.parts.setdefault("people", {})[person_id] = node
            source.ledger.tell(
                node,
                f"{person_id} is drawn as a copy of somebody who is not in the file; it came in as a person.",
                "missing",
            )


def _name(node: Node, person: PersonClaim) -> None:
    name = node.take("Name")
    if name is None:
        return
    parts = [name.word(tag) for tag in ("First", "Middle", "Last")]
    words = " ".join(part for part in parts if part)
    display = " ".join(name.word("Display").split())
    person.fields["name"] = line_words(words or " ".join(name.value.split()) or display)
    person.offer("called", name.word("Nick"))
    for tag, label in OTHER_NAMES.items():
        other = name.word(tag)
        person.note(f"{label}: {other}" if other else "")


def read_person(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    """Everything of one person but unions, parents and ties."""
    gender = node.word("Gender")
    person.fields["gender"] = GENDERS.get(gender, "unknown")
    source.claims.sexes += gender in GENDERS
    if gender == "P":
        person.fields["kind"] = "pet"
    _birth(source, node, person)
    _death(source, node, person)
    _jobs(source, node, person)
    _contacts(source, node, person)
    comment = node.word("Comment", "Comments", "Notes")
    person.note(comment)
    if tells_of_harm(comment):
        words = f"a comment on {person.name} reads as if it told of harm; it is in the team's notes."
        source.ledger.notice(node.first("Comment"), words, "harm")
    for link in node.every("Hyperlink"):
        words = f"left out: a link to another file ({person.name}); it was not opened."
        source.ledger.tell_all(link, words, "pictures")
    for tag, what in (("Pictures", "picture"), ("Sources", "source")):
        for link in node.every(tag):
            words = f"left out: a {what} of {person.name}."
            source.ledger.tell_all(link, words, "pictures" if tag == "Pictures" else "sources")
    source.drop_drawing(node)
    for other in node.below:
        if other.fate is Fate.UNREAD and other.tag not in DRAWING:
            _own_field(source, other, person)


def _own_field(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    """A field that the file's user has made: a note, unless it holds a number or an address."""
    topic = next((topic for part in (node, *node.below) if (topic := identifying_field(part.tag, part.value))), None)
    if topic is not None:
        source.ledger.tell_all(node, LEFT_OUT[topic].format(person.name), topic)
        return
    words = " ".join(part for part in (node.value, *(named(below) for below in node.below)) if part.strip())
    node.use_all()
    person.note(f"{node.tag}: {words}" if words else "")


def _birth(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    birth = node.take("Birth")
    if birth is None:
        return
    date = birth.first("Date")
    when = genopro_date(source.ledger, date) if date is not None else None
    if when is not None:
        person.fields["born"] = when
    weeks = birth.word("PregnancyLength")
    if weeks and when is None and node.text("IsDead") != "Y" and node.first("Death") is None:
        person.fields["kind"] = "unborn"
        person.note(f"Pregnancy, in the file: {weeks}")
        words = f"{person.name} is a pregnancy in the file ({weeks}); taken as not yet born."
        source.ledger.notice(birth, words, "people")
    elif weeks:
        person.note(f"Pregnancy: {weeks}")
    _ceremony(source, birth, person)
    person.note(birth.word("Comment"))
    place = birth.word("Place")
    _place(source, place, "Born", person)


def _place(source: GenoproSource, name: str, verb: str, person: PersonClaim) -> None:
    place = source.parts.get("Places", {}).get(name)
    words = place.word("Name", "City") if place is not None else name
    person.note(f"{verb} in {words}." if words else "")


def _ceremony(source: GenoproSource, birth: Node, person: PersonClaim) -> None:
    ceremony = birth.take("Baptism")
    kind = birth.word("CeremonyType") or (ceremony.word("CeremonyType") if ceremony is not None else "")
    date = ceremony.first("Date") if ceremony is not None else None
    when = genopro_date(source.ledger, date) if date is not None else None
    if when is None and kind in {"", "None"}:
        return
    event = {
        "who": [person.id],
        "what": CEREMONIES.get(kind or "Baptism", "a ceremony"),
        "theme": "other",
        "date": when,
    }
    if ceremony is not None:
        event["note"] = ceremony.word("Comment")
    source.claims.events.append(event)


def _death(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    dead = node.word("IsDead") == "Y"
    death = node.take("Death")
    if death is None:
        if dead:
            person.fields["deceased"] = True
        return
    date = death.first("Date")
    when = genopro_date(source.ledger, date) if date is not None else None
    if when is not None:
        person.fields["died"] = when
    elif dead:
        person.fields["deceased"] = True
    _cause(source, death, person)
    age = death.word("Age")
    person.note(f"Age at death: {age}" if age else "")
    person.note(death.word("Comment"))
    _place(source, death.word("Place"), "Died", person)
    disposition, funerals = death.word("Disposition"), death.take("Funerals")
    if disposition or funerals is not None:
        fdate = funerals.first("Date") if funerals is not None else None
        event: Plain = {"who": [person.id], "what": "buried", "theme": "other", "note": disposition}
        event["date"] = genopro_date(source.ledger, fdate) if fdate is not None else None
        if disposition.casefold().startswith("cremat"):
            event["what"] = "cremated"
        source.claims.events.append(event)


def _cause(source: GenoproSource, death: Node, person: PersonClaim) -> None:
    cause = death.take("Cause")
    description = death.word("Description")
    word = cause.value.strip() if cause is not None else ""
    if word in LOSSES:
        person.fields |= {"kind": "loss", "loss": LOSSES[word]}
        person.fields.pop("deceased", None)
        person.note(description)
        return
    if word in NO_CAUSE:
        words = description if word == "Other" else ""
        person.note(description if word != "Other" else "")
    else:
        words = CAUSES.get(word, word.casefold())
        person.note(description)
    if not words:
        return
    person.offer("cause_of_death", words)
    care = " Ask before it is read out." if word in GRAVE_CAUSES else ""
    source.ledger.notice(cause, f"a cause of death of {person.name} came in: {words[:80]}.{care}", "cause")


def _jobs(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    """The work without an end is the occupation; the same for school. Others are told."""
    jobs = [_held(part, ("Title", "Company")) for part in source.references(node, "Occupations", "Occupations")]
    schools = [
        _held(part, ("Institution", "Program", "Level")) for part in source.references(node, "Educations", "Educations")
    ]
    for field, held, what in (("occupation", jobs, "an earlier occupation"), ("education", schools, "an education")):
        for part, words, dates, over in held:
            if words and not over and person.offer(field, words):
                person.note(f"{field.capitalize()}: {words}, {dates}" if dates and "since" not in dates else "")
                continue
            remark = f"left out: {what} of {person.name} ({words}{f', {dates}' if dates else ''})."
            source.ledger.notice(part, remark, "people")


def _held(part: Node, tags: tuple[str, ...]) -> tuple[Node, str, str, bool]:
    """A part with its words, its dates in words, and whether it is over."""
    part.use()
    values = [part.word(tag) for tag in tags]
    words = next((value for value in values if value), "")
    begin, end = part.word("DateStart", "StartDate"), part.word("DateEnd", "EndDate")
    ended = bool(end or part.word("Termination"))
    part.word("ID")
    dates = f"{begin} to {end}" if begin and end else f"until {end}" if end else f"since {begin}" if begin else ""
    return part, words, dates, ended


def _contacts(source: GenoproSource, node: Node, person: PersonClaim) -> None:
    counts: dict[str, int] = {}
    first: Node | None = None
    for part in source.references(node, "Contacts", "Contacts"):
        first = first or part
        for below in part.below:
            what = CONTACT_PARTS.get(below.tag, "address" if below.tag == "Place" else "")
            if what:
                counts[what] = counts.get(what, 0) + 1
        source.ledger.leave_out(part, "left out: what people's homes are in the file (contacts).", "contacts")
    if counts and first is not None:
        listed = " and ".join(f"{number} {what}{'s' if number > 1 else ''}" for what, number in counts.items())
        words = f"left out: {listed} of {person.name}. Add a home by hand, and say whether it is safe to record."
        source.ledger.notice(first, words, "contacts")

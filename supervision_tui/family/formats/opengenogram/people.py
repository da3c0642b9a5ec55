"""People of an OpenGenogram project."""

from __future__ import annotations

from supervision_tui.family.formats.claims import Claims, PersonClaim, Plain, line_words
from supervision_tui.family.formats.genopro.source import safe_id
from supervision_tui.family.formats.identifying_fields import LEFT_OUT, identifying_field
from supervision_tui.family.formats.ledger import Ledger
from supervision_tui.family.formats.nodes import Fate, Node
from supervision_tui.family.formats.opengenogram.tables import AREAS, GENDERS, ORIENTATIONS, STATUSES, SYMBOLS
from supervision_tui.family.formats.plain_dates import in_words, readable
from supervision_tui.family.formats.words_of_harm import tells_of_harm

ABOUT_DRAWING = "positions, colours and sizes of the drawing are not carried."
PROFILE_FIELDS = {"occupation": "occupation", "religion": "faith", "education": "education", "school": "education"}
DRAWN = frozenset({"color", "quadrant", "id"})
QUIET = frozenset({"birthMonth", "birthDay", "deathMonth", "deathDay", "givenName"})


def read_person(node: Node, person: PersonClaim, claims: Claims, ledger: Ledger) -> None:
    """Everything of one person but lines to others."""
    node.use()
    profile = node.take("profile")
    profile = profile if profile is not None else Node(node.number, "profile", "", "")
    _gender(node, person, ledger)
    for field, which in (("born", "birth"), ("died", "death")):
        parts = [node.word(f"{which}Year"), profile.word(f"{which}Month"), profile.word(f"{which}Day")]
        when = _date(*parts)
        found = readable(when) if when else None
        if found is None and any(parts):
            words = "-".join(part for part in parts if part)
            found = in_words(words)
            line = node.first(f"{which}Year") or node
            remark = f"the date '{words[:40]}' of {person.name} could not be read; it was kept in words."
            ledger.notice(line, remark, "dates")
        if found is not None:
            person.fields[field] = found
    if node.word("deceased") == "true" and not person.fields.get("died"):
        person.fields["deceased"] = True
    symbol = node.word("symbolKind")
    if symbol == "pregnancy":
        person.fields["kind"] = "unborn"
    elif symbol in SYMBOLS:
        person.fields |= {"kind": "loss", "loss": SYMBOLS[symbol]}
        person.fields.pop("deceased", None)
    if node.word("isIndexPerson") == "true":
        claims.focus.append(person.id)
        words = f"the index person of the file, {person.name}, was taken as the child in focus."
        ledger.notice(node.first("isIndexPerson"), words, "people")
    _health(node, person, ledger)
    _profile(profile, person, ledger)
    _culture(node, person, claims, ledger)
    note = node.word("notes")
    person.note(note)
    if tells_of_harm(note):
        ledger.notice(node.first("notes"), f"a note of {person.name} reads as if it told of harm.", "harm")
    _told(node, person, ledger)


def name_of(node: Node) -> tuple[str, str]:
    """The name, with the family name where only the given name stands, and what people say."""
    name = node.word("name")
    profile = node.first("profile")
    given = profile.word("givenName") if profile is not None else ""
    family = profile.word("familyName") if profile is not None else ""
    called = node.word("nickname") or (profile.word("nickname") if profile is not None else "")
    whole = f"{name or given} {family}" if family and family.casefold() not in name.casefold() else name or given
    return line_words(" ".join(whole.split())), called


def _gender(node: Node, person: PersonClaim, ledger: Ledger) -> None:
    line = node.take("gender")
    word = line.value if line is not None else ""
    person.fields["gender"] = GENDERS.get(word, "unknown")
    if word.startswith("trans-"):
        person.note(f"the file says: {word}")
        words = f"'{word}' is kept as a note beside the gender of {person.name}; ask people how they say it."
        ledger.notice(line, words, "people")
    elif word == "intersex":
        person.fields["sex_at_birth"] = "intersex"
        ledger.notice(
            line, f"'intersex' was taken as the sex of {person.name} at birth; ask people how they say it.", "people"
        )


def _date(year: str, month: str, day: str) -> str:
    """The date as this program writes it; a number of more digits than a date has is none."""
    if not _is_number(year, 4):
        return ""
    if not _is_number(month, 2):
        return year.zfill(4)
    return f"{year.zfill(4)}-{month.zfill(2)}" + (f"-{day.zfill(2)}" if _is_number(day, 2) else "")


def _is_number(word: str, longest: int) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= longest


def _health(node: Node, person: PersonClaim, ledger: Ledger) -> None:
    markers = node.take("medicalMarkers")
    for marker in markers.below if markers is not None else ():
        marker.use()
        label = marker.word("label")
        mark: Plain = {"area": AREAS.get(label.casefold(), "other"), "name": line_words(label or "not said what")}
        mark["status"] = STATUSES.get(marker.word("status"), "active")
        person.fields.setdefault("health", []).append(mark)
        for below in marker.below:
            if below.tag in DRAWN:
                ledger.leave_out(below, ABOUT_DRAWING, "drawing")


def _profile(profile: Node, person: PersonClaim, ledger: Ledger) -> None:
    for node in profile.below:
        words = node.value.strip()
        if node.fate is not Fate.UNREAD:
            continue
        topic = identifying_field(node.tag, words) if words else None
        if topic is not None:
            ledger.tell_all(node, LEFT_OUT[topic].format(person.name), topic)
            continue
        node.use_all()
        field = PROFILE_FIELDS.get(node.tag)
        if not words or node.tag in QUIET or node.tag in {"familyName", "nickname"}:
            continue
        if node.tag == "sexualOrientation":
            if words.casefold() in ORIENTATIONS:
                person.fields["orientation"] = words.casefold()
            else:
                ledger.tell(
                    node, f"left out: a word for orientation ({person.name}) that is not one of ours.", "people"
                )
        elif field is None or not person.offer(field, words):
            person.note(f"{node.tag}: {words}")


def _culture(node: Node, person: PersonClaim, claims: Claims, ledger: Ledger) -> None:
    layers = node.take("culturalHeritageLayers")
    for layer in layers.below if layers is not None else ():
        layer.use()
        label = layer.word("label")
        culture = safe_id(label.replace(" ", "-").casefold()) or f"culture-{len(claims.cultures) + 1}"
        if not label:
            continue
        if culture not in {known["id"] for known in claims.cultures}:
            claims.cultures.append({"id": culture, "name": line_words(label)})
        person.fields.setdefault("heritage", []).append({"culture": culture})
        for below in layer.below:
            if below.fate is Fate.UNREAD:
                ledger.leave_out(below, ABOUT_DRAWING, "drawing")


def _told(node: Node, person: PersonClaim, ledger: Ledger) -> None:
    """What has no place here: that somebody has no children, and is hidden in the drawing."""
    childless = node.first("explicitlyChildless")
    if childless is not None:
        if childless.value == "true":
            words = f"left out: {person.name} is marked as without children; the file does not say why."
            ledger.tell(childless, words, "people")
        else:
            childless.use()
    settings = node.first("visualSettings")
    if settings is not None:
        if settings.text("hidden") == "true":
            ledger.notice(
                settings, f"{person.name} is hidden in the drawing of the file, and stands here as everybody.", "people"
            )
        ledger.leave_out(settings, ABOUT_DRAWING, "drawing")

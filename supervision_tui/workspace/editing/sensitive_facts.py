"""What is handled with care in a family: harm, and what must not reach somebody. Set by a worker, never inferred.

What each changes: content specification 3.6 (harm: asked apart, no shared blame), 7.2 and 7.6 (who reads what).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supervision_tui.family import HarmFlag, HiddenFact, PartialDate
from supervision_tui.family.edits import Add, Change, EditError, Remove
from supervision_tui.family.model.safeguarding import HarmKind
from supervision_tui.family.shorthand.tie import viewer_in_words
from supervision_tui.text import Line, SafeText
from supervision_tui.workspace.editing.form_fields import (
    FieldValueError,
    attribute_refusal,
    people_named,
    read_viewpoints,
)

if TYPE_CHECKING:
    from supervision_tui.family import Family, Parentage, Person
    from supervision_tui.family.model.base import FrozenModel
    from supervision_tui.workspace.editing.family_editor import FamilyEditor

HARMS: dict[str, HarmKind] = {
    "domestic abuse": "domestic_abuse", "coercive control": "coercive_control", "physical abuse": "physical_abuse",
    "emotional abuse": "emotional_abuse", "sexual abuse": "sexual_abuse", "neglect": "neglect",
    "exploitation": "exploitation", "criminal exploitation": "criminal_exploitation",
    "sexual exploitation": "sexual_exploitation", "forced marriage": "forced_marriage",
    "honour-based abuse": "honour_based", "fabricated illness": "fabricated_illness",
    "modern slavery": "modern_slavery",
}  # fmt: skip
"""Every kind of harm by the words that are chosen from."""
HARM_CHANGES = (
    "Questions are no longer asked of those two together, and none shares out the blame; each is met apart. "
    "An idea says first who is responsible. No copy for the family or the child tells of it."
)
KEPT_CHANGES = "It stands in no drawing, copy, question or document for those who must not learn of it."


@dataclass(frozen=True, slots=True)
class SensitiveFact:
    """One thing that is handled with care: *kind* and *part* name it, *words* say it."""

    kind: str
    part: str
    words: str

    @property
    def key(self) -> str:
        """An id in a list."""
        return f"{self.kind}:{self.part}"


def list_sensitive_facts(family: Family) -> list[SensitiveFact]:
    """Everything in *family* that is handled with care, harm first."""
    found = [SensitiveFact("harm", flag.id, _harm(family, flag)) for flag in family.harm_flags]
    found += [SensitiveFact("fact", fact.id, _fact(family, fact)) for fact in family.hidden_facts]
    found += [SensitiveFact("parent", link.id, _parent(family, link)) for link in family.parentages if _kept(link)]
    found += [
        SensitiveFact("person", person.id, _person(family, person))
        for person in family.persons
        if person.secret or person.hidden_from
    ]
    homes = [home for home in family.households if not home.safe_to_record]
    return found + [
        SensitiveFact("home", home.id, f"{home.name}: its name and address are nowhere recorded") for home in homes
    ]


def is_sensitive(family: Family, person: str) -> bool:
    """Whether something about *person* is not for everybody."""
    subject = family.person(person)
    return (
        bool(subject.secret or subject.hidden_from)
        or any(fact.about == person for fact in family.hidden_facts)
        or any(_kept(link) for link in family.parentages_of(person))
        or any(
            not home.safe_to_record and person in {member.person for member in home.members}
            for home in family.households
        )
    )


def _kept(link: Parentage) -> bool:
    return bool(link.doubted or link.hidden_from or not link.show_child)


# --- in words ---------------------------------------------------------------------------------------------------------


def _names(family: Family, who: tuple[str, ...]) -> str:
    names = [viewer_in_words(family, viewer) for viewer in who]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _years(flag: HarmFlag) -> str:
    parts = [f"since {flag.since.text}" if flag.since else "", f"until {flag.until.text}" if flag.until else ""]
    return "".join(f", {part}" for part in parts if part)


def _harm(family: Family, flag: HarmFlag) -> str:
    kind = next(words for words, harm in HARMS.items() if harm == flag.kind)
    whom = _names(family, flag.to) or "somebody here"
    return f"We are worried that {viewer_in_words(family, flag.by)} harms {whom}: {kind}{_years(flag)}"


def _fact(family: Family, fact: HiddenFact) -> str:
    people = _names(family, fact.hide_from)
    restrictions = [f"not for {people}" if people else "", "" if fact.show_child else "not for the children yet"]
    restrictions.append("" if fact.show_anyone else "not outside the team")
    return f"About {family.person(fact.about).short_name}: {fact.fact} ({'; '.join(filter(None, restrictions))})"


def _parent(family: Family, link: Parentage) -> str:
    child = family.person(link.child).short_name
    doubts = ["it is not sure" if link.doubted else "", "" if link.show_child else f"{child} does not know"]
    hidden_from = f"not for {_names(family, link.hidden_from)}" if link.hidden_from else ""
    parents = _names(family, tuple(link.parents))
    return f"That {parents} {'are parents' if len(link.parents) > 1 else 'is a parent'} of {child}: " + "; ".join(
        filter(None, [*doubts, hidden_from])
    )


def _person(family: Family, person: Person) -> str:
    people = f"{_names(family, person.hidden_from)} must not learn of it" if person.hidden_from else ""
    secret = "a secret of the family" if person.secret else ""
    return f"That {person.short_name} is here: {'; '.join(filter(None, [secret, people]))}"


# --- said, changed and taken back -------------------------------------------------------------------------------------


def set_harm_flag(family_editor: FamilyEditor, answers: Mapping[str, str], flag: str = "") -> None:
    """Worry of harm: who harms whom, how; *flag* is changed where it is given.

    Raises:
        FieldValueError: a field cannot be understood; nothing was changed.
    """
    if answers["kind"] not in HARMS:
        raise FieldValueError("kind", f"Please choose one of: {', '.join(HARMS)}.")
    to = attribute_refusal("to", lambda: people_named(family_editor.family, answers["to"]))
    if not to:
        raise FieldValueError("to", "Please say who is harmed: a name, or several with commas.")
    by = read_viewpoints(family_editor.family, answers["by"])
    if len(by) != 1:
        raise FieldValueError("by", "Please say who harms: one name, or words for somebody outside the family.")
    if by[0] in to:
        raise FieldValueError("by", "Who harms and who is harmed cannot be the same person here.")
    new = HarmFlag(
        id=flag, kind=HARMS[answers["kind"]], by=Line(by[0]), to=to,
        since=_day("since", answers), until=_day("until", answers),
        note=SafeText(answers["note"]),
    )  # fmt: skip
    family_editor.apply(Change(new) if flag else Add(new))


def set_hidden_fact(family_editor: FamilyEditor, answers: Mapping[str, str], fact: str = "") -> None:
    """A fact that must not reach somebody.

    Raises:
        FieldValueError: a field cannot be understood; nothing was changed.
    """
    about = attribute_refusal("about", lambda: people_named(family_editor.family, answers["about"]))
    if len(about) != 1:
        raise FieldValueError("about", "Please say whom it is about: one name.")
    if not answers["fact"]:
        raise FieldValueError("fact", "Please say in a few words what must not be told.")
    new = HiddenFact(
        id=fact, about=about[0], fact=Line(answers["fact"]),
        hide_from=tuple(Line(viewer) for viewer in read_viewpoints(family_editor.family, answers["from"])),
        show_child=answers["child"] == "yes", show_anyone=answers["outside"] == "yes", note=SafeText(answers["note"]),
    )  # fmt: skip
    family_editor.apply(Change(new) if fact else Add(new))


def set_parentage_care(family_editor: FamilyEditor, answers: Mapping[str, str], link: str) -> None:
    """Whether a parentage is sure, whether the child knows, and from whom it is kept."""
    family_editor.apply(
        Change(
            parentage(family_editor.family, link).replaced(
                doubted=answers["sure"] == "no",
                show_child=answers["child"] == "yes",
                hidden_from=tuple(Line(viewer) for viewer in read_viewpoints(family_editor.family, answers["from"])),
            )
        )
    )


def set_person_care(family_editor: FamilyEditor, answers: Mapping[str, str], person: str) -> None:
    """Whether somebody is a secret of the family, and who must not learn that they are here."""
    hidden = tuple(Line(viewer) for viewer in read_viewpoints(family_editor.family, answers["from"]))
    before = family_editor.family.person(person)
    family_editor.apply(Change(before.replaced(hidden_from=hidden, secret=answers["family"] == "yes")))


def mark_home_unsafe(family_editor: FamilyEditor, line: str) -> str:
    """The home that begins so is not safe to record from now on; its id.

    Raises:
        EditError: no home, or several, begin so.
    """
    low = line.strip().casefold()
    found = [home for home in family_editor.family.households if low and home.name.casefold().startswith(low)]
    if len(found) != 1:
        raise EditError("Please write the beginning of one home's name. Nothing was changed.")
    family_editor.apply(Change(found[0].replaced(safe_to_record=False)))
    return found[0].id


def clear_flag(family_editor: FamilyEditor, fact: SensitiveFact) -> None:
    """Take the care off again: the flag or the fact goes; a person, a parentage, a home may be known."""
    family = family_editor.family
    if fact.kind in {"harm", "fact"}:
        family_editor.apply(Remove({"harm": "harm_flags", "fact": "hidden_facts"}[fact.kind], fact.part))
        return
    known = {"doubted": False, "doubted_parents": (), "hidden_from": (), "show_child": True}
    open_again: dict[str, tuple[Callable[[], FrozenModel], dict[str, object]]] = {
        "parent": (lambda: parentage(family, fact.part), known),
        "person": (lambda: family.person(fact.part), {"secret": False, "hidden_from": ()}),
        "home": (lambda: next(home for home in family.households if home.id == fact.part), {"safe_to_record": True}),
    }  # fmt: skip
    part, fields = open_again[fact.kind]
    family_editor.apply(Change(part().replaced(**fields)))


def parentage(family: Family, link: str) -> Parentage:
    """The parentage of that id."""
    return next(parentage for parentage in family.parentages if parentage.id == link)


def _day(field: str, answers: Mapping[str, str]) -> PartialDate | None:
    return attribute_refusal(field, lambda: PartialDate.read(answers[field])) if answers[field].strip() else None

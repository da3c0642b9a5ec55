"""The forms of what is handled with care: a worry of harm, a fact, a parentage, a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from supervision_tui.tui.dialogs.form import Part
from supervision_tui.workspace.editing import (
    HARMS,
    names_line,
    parentage,
    set_harm_flag,
    set_hidden_fact,
    set_parentage_care,
    set_person_care,
)

if TYPE_CHECKING:
    from supervision_tui.tui.studio.form_list_screen import FormListScreen

YES_NO = ("yes", "no")
NAMES_HINT = "names, with commas; words for anybody outside"


def harm_form(screen: FormListScreen[Any], flag_id: str = "") -> None:
    """A worry of harm, new or there already."""
    family = screen.editor.family
    flag = next((flag for flag in family.harm_flags if flag.id == flag_id), None)
    kind = next((words for words, kind in HARMS.items() if flag and kind == flag.kind), "")
    harmed = names_line(family, flag.to) if flag else screen.person_name
    parts = [
        Part("kind", "What kind of harm", kind, choices=tuple(HARMS), needed=True),
        Part("by", "Who harms", names_line(family, (flag.by,)) if flag else "", "a name, or words", needed=True),
        Part("to", "Who is harmed", harmed, "names, with commas", needed=True),
        Part("since", "Since", flag.since.text if flag and flag.since else "", "2024, or ~2019"),
        Part("until", "Until, if it is over", flag.until.text if flag and flag.until else ""),
        Part("note", "A word for the team", str(flag.note) if flag else ""),
    ]
    screen.open_form(
        "We are worried that somebody is harmed", parts, lambda answers: set_harm_flag(screen.editor, answers, flag_id)
    )


def hidden_fact_form(screen: FormListScreen[Any], fact_id: str = "") -> None:
    """Something that must not reach somebody."""
    family = screen.editor.family
    fact = next((fact for fact in family.hidden_facts if fact.id == fact_id), None)
    about = names_line(family, (fact.about,)) if fact else screen.person_name
    hide_from = names_line(family, fact.hide_from) if fact else ""
    show_child = _yes_or_no(fact.show_child if fact else False)
    show_anyone = _yes_or_no(fact is None or fact.show_anyone)
    parts = [
        Part("about", "About whom", about, "a name", needed=True),
        Part("fact", "What must not be told", str(fact.fact) if fact else "", "a few words", needed=True),
        Part("from", "Who must not learn of it", hide_from, NAMES_HINT),
        Part("child", "May the children know", show_child, choices=YES_NO, needed=True),
        Part("outside", "May others than the team", show_anyone, choices=YES_NO, needed=True),
        Part("note", "A word for the team", str(fact.note) if fact else ""),
    ]
    screen.open_form(
        "What must not reach somebody", parts, lambda answers: set_hidden_fact(screen.editor, answers, fact_id)
    )


def parentage_form(screen: FormListScreen[Any], link_id: str) -> None:
    """Whether a parentage is sure, and who may know."""
    family = screen.editor.family
    link = parentage(family, link_id)
    parts = [
        Part("sure", "Is it sure", _yes_or_no(not link.doubted), choices=YES_NO, needed=True),
        Part("child", "Does the child know", _yes_or_no(link.show_child), choices=YES_NO, needed=True),
        Part("from", "Who else must not learn of it", names_line(family, link.hidden_from), NAMES_HINT),
    ]
    title = f"That {names_line(family, tuple(link.parents))} is a parent of {family.person(link.child).short_name}"
    screen.open_form(title, parts, lambda answers: set_parentage_care(screen.editor, answers, link_id))


def hidden_person_form(screen: FormListScreen[Any], person_id: str) -> None:
    """Whether somebody may be known to be here."""
    family = screen.editor.family
    person = family.person(person_id)
    hidden_from = names_line(family, person.hidden_from)
    parts = [
        Part("family", "Is it a secret of the family", _yes_or_no(person.secret), choices=YES_NO, needed=True),
        Part("from", "Who must not learn that they are here", hidden_from, NAMES_HINT),
    ]
    title = f"That {person.short_name} is on the drawing"
    screen.open_form(title, parts, lambda answers: set_person_care(screen.editor, answers, person_id))


def _yes_or_no(answer: bool) -> str:
    return YES_NO[0] if answer else YES_NO[1]


FORMS: dict[str, Callable[[FormListScreen[Any], str], None]] = {
    "harm": harm_form, "fact": hidden_fact_form, "parent": parentage_form, "person": hidden_person_form,
}  # fmt: skip
"""The form of each kind of row."""

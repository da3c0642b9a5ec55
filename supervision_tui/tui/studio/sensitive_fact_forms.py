"""The forms of what is handled with care: a worry of harm, a fact, a parentage, a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from supervision_tui.tui.screens.dialogs.form import Part
from supervision_tui.workspace.editing.form_fields import names_in
from supervision_tui.workspace.editing.sensitive_facts import (
    HARMS,
    keep_fact,
    keep_harm,
    keep_parent,
    keep_person,
    parentage,
)

if TYPE_CHECKING:
    from supervision_tui.tui.studio.sensitive_facts import CareScreen

YES_NO = ("yes", "no")
WHO = "names, with commas; words for anybody outside"


def harm_form(screen: CareScreen, flag: str = "") -> None:
    """A worry of harm, new or there already."""
    family = screen.board.family
    one = next((each for each in family.harm_flags if each.id == flag), None)
    kind = next((words for words, each in HARMS.items() if one and each == one.kind), "")
    parts = [
        Part("kind", "What kind of harm", kind, choices=tuple(HARMS), needed=True),
        Part("by", "Who harms", names_in(family, (one.by,)) if one else "", "a name, or words", needed=True),
        Part("to", "Who is harmed", names_in(family, one.to) if one else screen.who, "names, with commas", needed=True),
        Part("since", "Since", one.since.text if one and one.since else "", "2024, or ~2019"),
        Part("until", "Until, if it is over", one.until.text if one and one.until else ""),
        Part("note", "A word for the team", str(one.note) if one else ""),
    ]
    screen.form("We are worried that somebody is harmed", parts, lambda w: keep_harm(screen.board, w, flag))


def fact_form(screen: CareScreen, fact: str = "") -> None:
    """Something that must not reach somebody."""
    family = screen.board.family
    one = next((each for each in family.hidden_facts if each.id == fact), None)
    about = names_in(family, (one.about,)) if one else screen.who
    parts = [
        Part("about", "About whom", about, "a name", needed=True),
        Part("fact", "What must not be told", str(one.fact) if one else "", "a few words", needed=True),
        Part("from", "Who must not learn of it", names_in(family, one.hide_from) if one else "", WHO),
        Part("child", "May the children know", _yes(one.show_child if one else False), choices=YES_NO, needed=True),
        Part("outside", "May others than the team", _yes(one is None or one.show_anyone), choices=YES_NO, needed=True),
        Part("note", "A word for the team", str(one.note) if one else ""),
    ]  # fmt: skip
    screen.form("What must not reach somebody", parts, lambda w: keep_fact(screen.board, w, fact))


def parent_form(screen: CareScreen, link: str) -> None:
    """Whether a parentage is sure, and who may know."""
    family = screen.board.family
    one = parentage(family, link)
    parts = [
        Part("sure", "Is it sure", _yes(not one.doubted), choices=YES_NO, needed=True),
        Part("child", "Does the child know", _yes(one.show_child), choices=YES_NO, needed=True),
        Part("from", "Who else must not learn of it", names_in(family, one.hidden_from), WHO),
    ]
    title = f"That {names_in(family, tuple(one.parents))} is a parent of {family.person(one.child).short_name}"
    screen.form(title, parts, lambda w: keep_parent(screen.board, w, link))


def person_form(screen: CareScreen, person: str) -> None:
    """Whether somebody may be known to be here."""
    family = screen.board.family
    one = family.person(person)
    parts = [
        Part("family", "Is it a secret of the family", _yes(one.secret), choices=YES_NO, needed=True),
        Part("from", "Who must not learn that they are here", names_in(family, one.hidden_from), WHO),
    ]
    screen.form(f"That {one.short_name} is on the drawing", parts, lambda w: keep_person(screen.board, w, person))


def _yes(fact: bool) -> str:
    return YES_NO[0] if fact else YES_NO[1]


FORMS: dict[str, Callable[[CareScreen, str], None]] = {
    "harm": harm_form, "fact": fact_form, "parent": parent_form, "person": person_form,
}  # fmt: skip

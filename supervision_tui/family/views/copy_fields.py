"""What every reader of a copy has of every field of a family: one table, which a test holds against the models.

A copy is built up: a field is in it only where it stands here, so that a new field is in no copy until somebody has
decided. Source: content specification 7.2 to 7.4 (who reads what), security specification 3.6, genograms.md 6.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.model.events import Contact, Event, Quote
from supervision_tui.family.model.family import Family
from supervision_tui.family.model.households import Culture, Group, Household, Membership
from supervision_tui.family.model.parentages import Parentage
from supervision_tui.family.model.persons import HealthMark, Heritage, Migration, Person, Status
from supervision_tui.family.model.resources import Resource, ResourceLink
from supervision_tui.family.model.safeguarding import HarmFlag, HiddenFact, StartingIdea, Strength, Worry
from supervision_tui.family.model.ties import Tie
from supervision_tui.family.model.unions import Union, UnionChange

ReaderKind = Literal["working", "court", "family", "child", "training"]
Rule = Literal["kept", "left out", "made"]
"""``made``: something else stands in its place: a fresh id, a letter for a name, a band of years, "Home 2"."""
READER_ORDER: tuple[ReaderKind, ...] = ("court", "family", "child", "training")
"""The readers of the four signs of a line below."""
_SIGNS: Mapping[str, Rule] = {"+": "kept", "-": "left out", "*": "made"}

_TABLE: dict[type[FrozenModel], str] = {
    Family: """format ++++  id +++*  title +++*  as_of +++-  focus ++++  referral ----  team_question ----  themes ----
        persons ++++  unions ++++  parentages ++++  households ++++  ties ++++  events +++-  contacts +---  quotes +---
        resources +++-  cultures +++-  groups +++-  harm_flags +---  hidden_facts +---  safe_record +---
        strengths +++-  worries +---  graces ----  hypotheses ----  notes ----  carried ----""",
    Person: """id ****  name +++*  called +++-  kind ++++  gender ++++  pronouns +++-  born +++*  due +++-  died +++-
        deceased +++*  cause_of_death +---  sex_at_birth +---  orientation +---  loss ++++  count ++++  role +++-
        occupation +++-  education +++-  whereabouts +---  languages +++-  name_said +++-  paper_formats +++-
        faith +++-  heritage +++-  immigration +---
        migration +++-  health +---  statuses +++-  consultand +++-  secret +---  hidden_from +---  note ----
        carried ----""",
    HealthMark: "area +---  name +---  status +---  since +---  until +---  source +---  note ----",
    Status: "code +++-  since +++-  until +++-  note ----",
    Migration: "left +++-  arrived +++-  from_place +++-  to_place +++-  note ----",
    Heritage: "culture +++-  share +++-",
    Union: """id ****  partners ++++  kind ++++  since +++-  until +++-  ended ++++  changes +++-  leaver +++-
        childless +---  relatives +---  secret +---  note ----  carried ----""",
    UnionChange: "kind +++-  date +++-  note ----",
    Parentage: """id ****  child ++++  parents ++++  kind ++++  home ++++  since +++-  until +++-  order +++-
        doubted +---  doubted_parents +---  hidden_from +---  show_child +---  twins ****  zygosity ++++  note ----
        carried ----""",
    Household: "id ****  name +***  kind +**+  address ----  members ++++  safe_to_record ++++  note ----",
    Membership: "person ++++  since +++-  until +++-  part_time ++++  nights +++-  note ----",
    Tie: """id ****  a ++++  b ++++  kind ++++  perspective +---  since +++-  until +++-  source +---  confidence +---
        strength ++++  words +---  note ----""",
    Event: """id ****  date +++-  until +++-  who +++-  what +++-  theme +++-  effect_on_child +---  where +---
        source +---  hidden_from +---  note ----  carried ----""",
    Contact: "id *---  date +---  who +---  kind +---  by +---  note ----",
    Quote: "id *---  who +---  words +---  date +---  kind +---",
    Resource: """id ****  kind +++-  name +++-  safety +---  safety_level +---  may_be_named +---  importance +++-
        links +++-  workers_changed +---  since +++-  until +++-  note ----""",
    ResourceLink: "person +++-  strength +++-  direction +++-  frequency +++-  since +++-  until +++-  note ----",
    Culture: "id ****  name +++-  pattern +++-  pride +++-  shame +---  principles +++-  note ----",
    Group: "id ****  kind +++-  name +++-  members +++-  hub +++-  since +++-  until +++-  note ----",
    HarmFlag: "id *---  kind +---  by +---  to +---  since +---  until +---  note ----",
    HiddenFact: "id *---  about +---  fact +---  hide_from +---  show_child +---  show_anyone +---  note ----",
    Strength: "id ***-  words +++-  who +++-  theme +++-  since +++-",
    Worry: "id *---  words +---  who +---  source +---  date +---",
    StartingIdea: "id ----  words ----  about ----",
}

COPY_RULES: Mapping[type[FrozenModel], Mapping[str, tuple[Rule, ...]]] = MappingProxyType(
    {
        model: {
            field: tuple(_SIGNS[sign] for sign in signs) for field, signs in zip(words[::2], words[1::2], strict=True)
        }
        for model, line in _TABLE.items()
        for words in [line.split()]
    }
)
"""Every model of a family: each field with what becomes of it for each of :data:`READER_ORDER`."""

CARRIED = "line of another program's file"
"""How a ``carried`` of any part is counted."""
WITHHELD: Mapping[tuple[type[FrozenModel], str], str] = {
    (Family, "referral"): "referral",
    (Family, "team_question"): "question of the team",
    (Family, "notes"): "note about the family",
    (Household, "address"): "address",
    (Tie, "words"): "word about a tie",
    (Tie, "source"): "word about a tie",
    (Event, "effect_on_child"): "word about what an event meant, where it was or who told it",
    (Event, "where"): "word about what an event meant, where it was or who told it",
    (Event, "source"): "word about what an event meant, where it was or who told it",
    (Resource, "safety"): "word on how safe a place is",
    (Culture, "shame"): "word on what a culture calls shame",
    **{
        (Person, field): "person's health, identity or papers"
        for field in ("health", "orientation", "sex_at_birth", "immigration", "cause_of_death", "whereabouts")
    },
    (Union, "childless"): "person's health, identity or papers",
    **{(model, "carried"): CARRIED for model in (Family, Person, Union, Parentage, Event)},
}
"""What is counted where it is left out, by what it is called; notes of workers are counted as such."""
NOTE = "note of a worker"
"""How a ``note`` of any part is counted."""
WHY: Mapping[str, str] = {
    "referral": "it was written for the team",
    "question of the team": "it was written for the team",
    "note about the family": "it was written for the team",
    NOTE: "it was written for the team",
    CARRIED: "nobody here has read it",
    "address": "no copy holds one",
    "person's health, identity or papers": "they are that person's own",
}
"""The reasons that are the same for every reader."""


def rule_of(model: type[FrozenModel], field: str, reader: ReaderKind) -> Rule:
    """What *reader* has of a *field*: nothing of one that the table does not know, everything as the team."""
    if reader == "working":
        return "kept"
    rules = COPY_RULES.get(model, {}).get(field)
    return rules[READER_ORDER.index(reader)] if rules else "left out"

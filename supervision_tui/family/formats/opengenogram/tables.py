"""OpenGenogram's own words and what they are here (its model.ts, version 3)."""

from __future__ import annotations

from typing import NamedTuple

from supervision_tui.family.model.parentages import ParentageKind
from supervision_tui.family.model.persons import HealthArea, HealthStatus
from supervision_tui.family.model.unions import Ending, UnionKind


class CoupleLine(NamedTuple):
    """A line between partners: kind, ending, note."""

    kind: UnionKind
    ended: Ending = ""
    note: str = ""


COUPLES: dict[str, CoupleLine] = {
    "dating": CoupleLine("unknown", "", "the file says: dating"),
    "unknown-partner": CoupleLine("unknown", "", "the file says: unknown partner"),
    "cohabitation": CoupleLine("cohabiting"), "engagement": CoupleLine("engaged"), "marriage": CoupleLine("married"),
    "life-partner": CoupleLine("committed"), "actual-separation": CoupleLine("unknown", "separation"),
    "separation": CoupleLine("married", "separation"), "divorce": CoupleLine("married", "divorce"),
    "annulment": CoupleLine("married", "annulment"), "widowed": CoupleLine("married", "death"),
    "affair": CoupleLine("secret"), "affair-separation": CoupleLine("secret", "separation"),
    "affair-divorce": CoupleLine("secret", "divorce"), "affair-married": CoupleLine("secret"),
    "one-night-stand": CoupleLine("brief"), "rape": CoupleLine("forced"),
}  # fmt: skip
CHILDREN: dict[str, ParentageKind] = {
    "biological-child": "birth", "adopted-child": "adopted", "foster-child": "foster", "step-child": "step",
    "surrogate-child": "surrogate", "sperm-donor-child": "donor", "egg-donor-child": "donor",
}  # fmt: skip
TWINS = {"fraternal-twins": "fraternal", "identical-twins": "identical"}


class TieLine(NamedTuple):
    """A kind of tie, and the file's own word where the kind says more or less."""

    kind: str
    words: str = ""


TIES: dict[str, TieLine] = {
    "connection": TieLine("plain"), "close": TieLine("close"), "friendship": TieLine("close"),
    "fused": TieLine("fused"),
    "distant": TieLine("distant"), "hostile": TieLine("conflict", "hostile"), "close-hostile": TieLine("close_hostile"),
    "distant-hostile": TieLine("distant_hostile"), "fused-conflict": TieLine("fused_hostile"),
    "fused-hostile": TieLine("fused_hostile"), "cutoff": TieLine("cut_off"),
    "repaired-cutoff": TieLine("cut_off_repaired"), "indifferent": TieLine("indifferent"),
    "never-met": TieLine("never_met"), "harmonious": TieLine("harmony"), "love": TieLine("love"),
    "romantic-love": TieLine("in_love"), "attachment": TieLine("very_close", "attachment"),
    "infatuation": TieLine("limerence"), "conflict": TieLine("conflict"), "hatred": TieLine("hate"),
    "distrust": TieLine("distrust"), "focused": TieLine("focused_on"),
    "negative-focused": TieLine("focused_negatively"),
    "caregiver": TieLine("caretaker"), "jealousy": TieLine("jealous"), "admirer": TieLine("admires"),
    "violence": TieLine("violence"), "distant-violence": TieLine("distant_violence"),
    "close-violence": TieLine("close_violence"), "fused-violence": TieLine("fused_violence"),
    "emotional-abuse": TieLine("emotional_abuse"), "physical-abuse": TieLine("physical_abuse"),
    "sexual-abuse": TieLine("sexual_abuse"), "physical-neglect": TieLine("physical_neglect"),
    "emotional-neglect": TieLine("emotional_neglect"), "manipulation": TieLine("manipulation"),
    "control": TieLine("coercive_control", "control"),
    "abuse": TieLine("emotional_abuse", "abuse, of no kind in particular"),
}  # fmt: skip
CHOICES = {
    "control": "control was read as coercive control.",
    "abuse": "abuse of no kind in particular was read as emotional abuse.",
}
GENDERS = {"male": "male", "female": "female", "nonbinary": "non_binary", "other": "other", "trans-male": "male",
           "trans-female": "female"}  # fmt: skip
SYMBOLS = {"miscarriage": "miscarriage", "termination": "termination", "stillbirth": "stillbirth"}
STATUSES: dict[str, HealthStatus] = {"active": "active", "recovery": "recovering", "suspected": "suspected"}
AREAS: dict[str, HealthArea] = {
    **dict.fromkeys(
        ("mental health", "anxiety", "bipolar", "depression", "ptsd", "ocd", "eating disorder", "schizophrenia",
         "trauma"),
        "psychological",
    ),
    "substance use": "substance", "adhd": "neurodivergence", "learning disability": "learning",
    **dict.fromkeys(
        ("cardiovascular", "cancer", "diabetes", "neurological", "respiratory", "autoimmune", "genetic",
         "reproductive"),
        "physical",
    ),
}  # fmt: skip
ORIENTATIONS = frozenset({"lesbian", "gay", "bisexual", "heterosexual", "other"})

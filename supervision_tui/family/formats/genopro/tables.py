"""GenoPro's own words and what they are here.

Values and meanings: formats.md of this project's research, after the report dictionary of GenoPro (2015), four real
files and independent readers; "B" values there are well attested and not seen in a real file.
"""

from __future__ import annotations

from typing import NamedTuple

from supervision_tui.family.model.resources import ResourceKind
from supervision_tui.family.model.unions import Ending, UnionKind


class Relation(NamedTuple):
    """How a couple of GenoPro stands: kind, ending, and a note."""

    kind: UnionKind
    ended: Ending = ""
    note: str = ""


_CONTRACT = "under a contract"
_COLD = "without affection, the file says"
RELATIONS: dict[str, Relation] = {
    "Marriage": Relation("married"), "Separation": Relation("married", "separation"),
    "SeparationLegal": Relation("married", "separation", "legal separation"),
    "Divorce": Relation("married", "divorce"), "Nullity": Relation("married", "annulment"),
    "Widowed": Relation("married", "death"), "Engagement": Relation("engaged"),
    "EngagementAndSeparation": Relation("engaged", "separation"), "EngagementAndDecease": Relation("engaged", "death"),
    "EngagementAndCohabitation": Relation("cohabiting", "", "engaged and living together"),
    "LegalCohabitation": Relation("cohabiting", "", _CONTRACT),
    "LegalCohabitationAndSeparation": Relation("cohabiting", "separation", _CONTRACT),
    "LegalCohabitationAndLegalSeparation": Relation("cohabiting", "separation", _CONTRACT),
    "LegalCohabitationAndDecease": Relation("cohabiting", "death", _CONTRACT),
    "Cohabitation": Relation("cohabiting"), "CohabitationAndSeparation": Relation("cohabiting", "separation"),
    "CohabitationAndDecease": Relation("cohabiting", "death"),
    "NonSentimentalCohabitation": Relation("cohabiting", "", _COLD),
    "NonSentimentalCohabitationAndSeparation": Relation("cohabiting", "separation", _COLD),
    "NonSentimentalCohabitationAndDecease": Relation("cohabiting", "death", _COLD),
    "CommittedRelationship": Relation("committed"),
    "CommittedRelationshipAndSeparation": Relation("committed", "separation"),
    "CasualRelationship": Relation("brief"), "CasualRelationshipAndSeparation": Relation("brief", "separation"),
    "CasualRelationshipAndDecease": Relation("brief", "death"), "TemporaryRelation": Relation("brief"),
    "Liaison": Relation("brief"), "LoveAffair": Relation("secret"),
    "LoveAffairAndSeparation": Relation("secret", "separation"), "Rape": Relation("forced"),
    "Other": Relation("unknown"), "": Relation("unknown"),
}  # fmt: skip


class EmotionalLine(NamedTuple):
    """A kind of tie, and the file's own word where the kind says more or less than that."""

    kind: str
    words: str = ""


EMOTIONS: dict[str, EmotionalLine] = {
    "Plain": EmotionalLine("plain"), "Indifferent": EmotionalLine("indifferent"), "Distant": EmotionalLine("distant"),
    "Cutoff": EmotionalLine("cut_off"), "CutoffRepaired": EmotionalLine("cut_off_repaired"),
    "Discord": EmotionalLine("conflict"), "Hate": EmotionalLine("hate"), "Harmony": EmotionalLine("harmony"),
    "Friendship": EmotionalLine("close"), "Intimacy": EmotionalLine("very_close"), "Love": EmotionalLine("love"),
    "InLove": EmotionalLine("in_love"), "Psyritual": EmotionalLine("spiritual"),
    "Spiritual": EmotionalLine("spiritual"), "Fused": EmotionalLine("fused"), "Distrust": EmotionalLine("distrust"),
    "Hostile": EmotionalLine("conflict", "hostile"), "HostileDistant": EmotionalLine("distant_hostile"),
    "HostileClose": EmotionalLine("close_hostile"), "HostileFused": EmotionalLine("fused_hostile"),
    "Violence": EmotionalLine("violence"), "ViolenceDistant": EmotionalLine("distant_violence"),
    "ViolenceClose": EmotionalLine("close_violence"), "ViolenceFused": EmotionalLine("fused_violence"),
    "Abuse": EmotionalLine("emotional_abuse", "abuse, of no kind in particular"),
    "AbusePhysical": EmotionalLine("physical_abuse"), "AbuseEmotional": EmotionalLine("emotional_abuse"),
    "AbuseSexual": EmotionalLine("sexual_abuse"), "AbuseNeglect": EmotionalLine("physical_neglect", "neglect"),
    "Manipulative": EmotionalLine("manipulation"), "Controlling": EmotionalLine("coercive_control", "controlling"),
    "Jealous": EmotionalLine("jealous"), "FocusedOn": EmotionalLine("focused_on"),
    "FocusedOnNegatively": EmotionalLine("focused_negatively"), "Fan": EmotionalLine("admires"),
    "Limerence": EmotionalLine("limerence"), "NeverMet": EmotionalLine("never_met"),
    "Other": EmotionalLine("plain", "other"),
}  # fmt: skip
CHOICES = {
    "Abuse": "abuse of no kind in particular was read as emotional abuse.",
    "AbuseNeglect": "neglect was read as physical neglect.",
    "Controlling": "controlling was read as coercive control, which in law is more than that word.",
    "Hostile": "hostile was read as conflict.",
}
"""Choices of meaning that are told."""

LOSSES = {"Miscarriage": "miscarriage", "Abortion": "termination", "Stillbirth": "stillbirth"}
NO_CAUSE = frozenset({"", "Unknown", "Other"})
CAUSES = {
    "HeartAttack": "heart attack", "CardiacArrest": "cardiac arrest", "HeartDisease": "heart disease", "AIDS": "AIDS",
    "RespiratoryOrPneumonia": "a respiratory illness or pneumonia", "GivingBirth": "giving birth",
    "ChildhoodDisease": "a childhood disease", "NaturalHazards": "natural hazards", "Natural": "natural causes",
    "Medical": "a medical cause", "Infant": "in infancy", "Alzheimer": "Alzheimer's disease",
}  # fmt: skip
GRAVE_CAUSES = frozenset({"Suicide", "Murder"})
"""Causes to ask about before they are read out."""

CONNECTIONS: dict[str, ResourceKind] = {
    "Pupil": "school", "Teacher": "school", "Employee": "work", "WorkAt": "work", "Manager": "work", "Director": "work",
    "Supervisor": "work", "Subordinate": "work", "Reporting": "work", "Funding": "money", "Investor": "money",
    "Customer": "service", "Member": "community",
}  # fmt: skip
"""How a person belongs to a social entity, to the kind of resource that it is; any other is ``other``, and told."""
SPELT = {"Neighbor": "neighbour", "WorkAt": "works at", "WorkWith": "works with", "LivesWith": "lives with",
         "NamedAfter": "named after", "Know": "knows"}  # fmt: skip
"""Connections whose word is written otherwise here; any other is in small letters."""

PARENT_LINKS = {"Biological": "birth", "Adopted": "adopted", "Foster": "foster", "Step": "step"}
DRAWING = frozenset({
    "Position", "BoundaryRect", "Size", "GenoMap", "Display", "FamilyRank", "Shapes", "Shape", "Bookmarks", "GenoMaps",
    "Global", "Width", "Height", "Color", "Colors", "Padding", "Font", "Top", "Bottom", "Symbol", "Highlight", "Line",
    "Flags", "Effects", "IndividualInternalHyperlink",
})  # fmt: skip
"""Elements and attributes about the drawing."""
PROGRAM = frozenset({"Software", "Date", "Version"})

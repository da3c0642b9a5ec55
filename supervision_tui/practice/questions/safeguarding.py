"""Who harms whom in a family, as set by a worker, and what that closes (content specification 3.6).

Being neutral about violence hides who does what to whom, so questions that share out authorship are put away.
"""

from __future__ import annotations

from datetime import date

from supervision_tui.family import Family, HarmFlag

GENERAL = frozenset({"pattern", "protection", "responsibility", "safety", "alone"})
"""Tags of the harm pack that hold for every kind."""

_TAGS = {
    "physical_abuse": "physical",
    "sexual_abuse": "sexual",
    "sexual_exploitation": "sexual",
    "forced_marriage": "honour",
    "honour_based": "honour",
    "fabricated_illness": "illness",
    "modern_slavery": "slavery",
    "criminal_exploitation": "slavery",
}
_TIE_TAGS = {"physical_abuse": "physical", "sexual_abuse": "sexual"}


class FlaggedHarm:
    """The harm that is flagged in *family* and not over on *today*; a tie that is drawn as harm counts as a flag."""

    def __init__(self, family: Family, today: date) -> None:
        flags = [flag for flag in family.harm_flags if _now(flag, today)]
        ties = [tie for tie in family.ties if tie.tone == "harm" and not (tie.until and tie.until.surely_by(today))]
        self.present = bool(flags or ties)
        self.by = frozenset(flag.by for flag in flags if family.find(flag.by)) | {tie.a for tie in ties if tie.directed}
        pairs = {frozenset({flag.by, one}) for flag in flags for one in flag.to}
        self.pairs = frozenset(pairs | {frozenset({tie.a, tie.b}) for tie in ties})
        self.tags = GENERAL | {_TAGS[flag.kind] for flag in flags if flag.kind in _TAGS}
        self.tags |= {_TIE_TAGS[tie.kind] for tie in ties if tie.kind in _TIE_TAGS}

    def between(self, people: frozenset[str]) -> bool:
        """Whether one of *people* harms another of them."""
        return any(pair <= people for pair in self.pairs)


def _now(flag: HarmFlag, today: date) -> bool:
    return flag.until is None or not flag.until.surely_by(today)

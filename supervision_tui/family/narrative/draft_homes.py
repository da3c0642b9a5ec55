"""The homes of a family while it is told: who lives with whom, and who has moved out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from supervision_tui.family.narrative.draft_people import DraftPeople
from supervision_tui.family.shorthand import Question

NOTHING: Mapping[str, object] = {}


@dataclass(slots=True)
class DraftHomes(DraftPeople):
    """People, and the homes that they were told to share."""

    homes: list[dict[str, object]] = field(default_factory=list)

    def home_of(self, person_id: str) -> dict[str, object] | None:
        """The home where somebody lives now, as told."""
        return next(
            (home for home in reversed(self.homes) if person_id in members_of(home) and not _left(home, person_id)),
            None,
        )

    def own_home(self, people: Iterable[str]) -> None:
        """*people* have a home of their own, if none was told."""
        members = [somebody for somebody in people if self.home_of(somebody) is None]
        if members:
            self.homes.append({"kind": "home", "members": {somebody: {"person": somebody} for somebody in members}})

    def live_together(
        self, people: Iterable[str], kind: str = "home", *, fields: Mapping[str, object] = NOTHING
    ) -> None:
        """*people* share a home; it is the home of the first of them who has one."""
        people = list(dict.fromkeys(people))
        home = next(
            (found for somebody in people if (found := self.home_of(somebody)) and (kind in {"home", found["kind"]})),
            None,
        )
        if home is None:
            home = {"kind": kind, "members": {}}
            self.homes.append(home)
        for somebody in people:
            before = self.home_of(somebody)
            if before is not None and before is not home and not fields.get("part_time"):
                self.ask(
                    Question(
                        self.name(somebody),
                        f"{self.name(somebody)} has two homes now. Is one of them over, or is it part-time in each?",
                    )
                )
            members_of(home).setdefault(
                somebody, {"person": somebody, **{name: value for name, value in fields.items() if value}}
            )
        self.note_fact("home", *people)

    def leave_home(self, person_id: str, when: object) -> None:
        """Somebody has moved out of where they lived."""
        home = self.home_of(person_id)
        if home is not None and when:
            members_of(home)[person_id] = {"person": person_id, "until": when}
        elif home is not None:
            members_of(home).pop(person_id)


def members_of(home: dict[str, object]) -> dict[str, object]:
    """Who lives in a home, by id."""
    members = home["members"]
    return members if isinstance(members, dict) else {}


def _left(home: dict[str, object], person_id: str) -> bool:
    member = members_of(home)[person_id]
    return isinstance(member, dict) and bool(member.get("until"))

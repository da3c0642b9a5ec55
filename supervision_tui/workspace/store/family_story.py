"""The story of a family over its sessions: its own records, read once a version, and the family as it is known today.

Nothing is kept by it: what is deleted or changed in a record is gone or changed here at the next look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.records import Record
from supervision_tui.records.story import StoryItem, story_of, with_story

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.vault import Vault
    from supervision_tui.workspace.store.families import Families
    from supervision_tui.workspace.store.session_index import SessionIndex

_OWN_KEY = lazy_pattern(r"\.(?:cf\.[A-Za-z0-9_.-]+|fw)$")
"""How the id of a record ends that is a child's or of the working space; the id of its session stands before."""


class FamilyStories:
    """What the records of a vault tell of its families.

    Args:
        vault: where the records are.
        families: as they are kept.
        summaries: of the sessions, which say which family a record is about.
    """

    def __init__(self, vault: Vault, families: Families, summaries: SessionIndex) -> None:
        self._vault = vault
        self._families = families
        self._summaries = summaries
        self._read: dict[str, tuple[int, Record]] = {}

    def records(self, family_id: str) -> list[Record]:
        """The records of that family that go to a child's file or its working space, the newest first."""
        owners = self._summaries.families()
        wanted: dict[str, int] = {}
        for heading in self._vault.documents.headings("record"):
            key = _OWN_KEY.search(heading.id)
            session_id = heading.id[: key.start()] if key else ""
            if key is not None and owners.get(session_id, family_id) == family_id:
                wanted[heading.id] = heading.version
        fresh = [record_id for record_id, version in wanted.items() if self._read.get(record_id, (0,))[0] != version]
        for record_id, (version, body) in (self._vault.documents.bodies("record", fresh) if fresh else {}).items():
            self._read[record_id] = (version, Record.model_validate_json(body))
        found = [self._read[record_id][1] for record_id in wanted if record_id in self._read]
        mine = [
            record
            for record in found
            if owners.get(record.session_id, str(record.family_ref)) == family_id or str(record.family_ref) == family_id
        ]
        return sorted(mine, key=lambda record: record.day, reverse=True)

    def items(self, family: Family) -> tuple[StoryItem, ...]:
        """Everything that the records of *family* tell, the oldest first."""
        return story_of(self.records(family.id), family)

    def family(self, family_id: str, *, events: bool = False) -> Family:
        """The family of that id with what its records tell: contacts and words, and with *events* what happened.

        Raises:
            DocumentNotFoundError: there is none of that id.
        """
        return self.joined(self._families.get(family_id), events=events)

    def joined(self, family: Family, *, events: bool = False) -> Family:
        """*family*, as it was changed just now, with the same."""
        return with_story(family, self.items(family), events=events)

    def forget(self) -> None:
        """Let go of everything that was read: the notebook closes."""
        self._read.clear()

"""Where a session was left, in a sentence for a list: which family of how many, which stage, and what waits in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from supervision_tui.session.clock import seconds_used, stage_letters
from supervision_tui.session.tray.state import waiting_lines
from supervision_tui.workspace.store.families import family_short_title

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate
    from supervision_tui.session import Session
    from supervision_tui.vault import Heading, Vault

OPEN_AS_WRITTEN = '"status":"open"'
"""Stands in the text of every session that is open, and of few others."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was left open, as a list shows it."""

    id: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class PreparedVisit:
    """A visit that was prepared: its session, the id of the format that looks back on it, the family, the day."""

    session_id: str
    followed_by: str
    family_id: str
    family_ref: str
    day: date


class OpenSessionList:
    """Finds the sessions that may be open; one that had come to its end is read again only when its version changed.

    Looked for in the text as it stands, so that a list of what was left open takes no closed session apart.

    Args:
        vault: where the sessions are.
        kind: the kind of a session.
    """

    def __init__(self, vault: Vault, kind: str) -> None:
        self._vault = vault
        self._kind = kind
        self._ended: dict[str, int] = {}

    def maybe_open(self, headings: Iterable[Heading]) -> list[str]:
        """The ids of those of *headings* that may be open; none that is open is left out."""
        unknown = [heading.id for heading in headings if self._ended.get(heading.id) != heading.version]
        bodies = self._vault.documents.bodies(self._kind, unknown)
        self._ended |= {ident: version for ident, (version, body) in bodies.items() if OPEN_AS_WRITTEN not in body}
        return [ident for ident, (_, body) in bodies.items() if OPEN_AS_WRITTEN in body]


def families_in_words(session: Session, titles: Mapping[str, str]) -> str:
    """Whom *session* is about: the family's short title of *titles*, by id; "3 families" of a meeting; "no family"."""
    name = family_short_title(titles.get(session.family_id or "", ""))
    return name or session.family_ref or number_of_families(len(session.families)) or "no family"


def number_of_families(number: int) -> str:
    """How many families there are, "1 family" or "3 families"; nothing for none."""
    return f"{number} famil{'y' if number == 1 else 'ies'}" if number else ""


def open_session(
    session: Session, parts: Mapping[str, Session], template: SessionTemplate, titles: Mapping[str, str]
) -> OpenSession:
    """*session* as the list of what was left open shows it; the rest as for `place_left`."""
    title = f"{template.title} · {families_in_words(session, titles)}"
    return OpenSession(session.id, title, place_left(session, parts, template, titles))


def place_left(
    session: Session, parts: Mapping[str, Session], template: SessionTemplate, titles: Mapping[str, str]
) -> str:
    """Where *session* was left: "family 2 of 3, Haile, stage d of k · 2 drafts, 1 line in the tray · 79 min left".

    Args:
        session: a session, or the meeting's own part.
        parts: the parts of a meeting that were begun, by the id of their family.
        template: the format, whole.
        titles: of the families of the notebook, by id.
    """
    part = parts.get(session.at_family, session)
    every = [session, *parts.values()]
    letters = stage_letters(template)
    here, last = letters.get(part.stage, ""), letters[template.stages[-1].id]
    every_family = tuple(dict.fromkeys((*session.chosen, *session.families)))
    order = session.chosen if session.at_family in session.chosen else every_family
    places = []
    if session.at_family in order:
        name = family_short_title(titles.get(session.at_family, session.at_family))
        places.append(f"family {order.index(session.at_family) + 1} of {len(order)}, {name}")
    places.append(f"stage {here} of {last}: {template.stage(part.stage).title}")
    forms = sum(bool(draft.text) for stored in every for draft in stored.drafts)
    lines = sum(len(waiting_lines(stored)) for stored in every)
    waits = [f"{forms} draft{'s' if forms > 1 else ''}"] if forms else []
    waits += [f"{lines} line{'s' if lines > 1 else ''} in the tray"] if lines else []
    used = sum(seconds_used(stored, stage.id, stored.touched) for stored in every for stage in template.stages)
    left = template.minutes - int(used // 60)
    time = f"{left} min left" if left > 0 else "its time is over"
    return " · ".join(filter(None, (", ".join(places), ", ".join(waits), time)))

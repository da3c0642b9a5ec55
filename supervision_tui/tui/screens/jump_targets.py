"""Where a few letters lead: places, commands, families and who is in them, colleagues, sessions, records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from supervision_tui.days import day_in_words
from supervision_tui.lazy_import import load_on_use
from supervision_tui.text_folding import name_key
from supervision_tui.tui.app_services.program_keys import PROGRAM_KEYS
from supervision_tui.tui.commands import CommandScreen
from supervision_tui.tui.library_commands import open_library, tools
from supervision_tui.tui.navigation import PLACES, screen
from supervision_tui.workspace.store import family_short_title

if TYPE_CHECKING:
    from textual.screen import Screen

    from supervision_tui.tui.base import Program
    from supervision_tui.workspace import Workspace

MOST = 40
"""Lines that are offered at once."""
LEAST = 75.0
"""How alike words must be, of 100, to be offered."""
BEGINS, WITHIN = 200.0, 150.0
"""What counts when a word begins with what was typed, or has it inside."""
HERE_ALREADY = {"Jump", "Library"}
"""Keys of the whole program that are not offered as something to do: this screen itself, and a place."""
FULL_TEXT_FROM = 3
"""Letters from which the words of sessions and records are searched too."""
_likeness: Any = load_on_use("rapidfuzz", {"process": "extract", "fuzz": "partial_ratio"})
"""How alike words are: of a library of 40 modules, loaded when nothing has what is sought."""


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to jump to: its *kind*, its *words*, what else is known *about* it, whose words they are, how to go.

    *family* is the id of the family that it tells of, *private* says that it tells of a worker; neither is offered in
    room view unless the room may see it.
    """

    kind: str
    words: str
    go: Callable[[Program], object]
    about: str = ""
    family: str = ""
    private: bool = False
    key: str = field(init=False, repr=False, compare=False)
    """Its words as they are looked for: made once, for every letter."""

    def __post_init__(self) -> None:
        """Fold its words."""
        object.__setattr__(self, "key", name_key(self.words))


def near(below: Screen[object]) -> list[Target]:
    """The places, what can be done on *below*, and what can be done everywhere: known at once."""
    targets = [Target("place", words, _to_place(name), about) for words, name, about in PLACES]
    targets.append(Target("place", "Library", open_library, "every prompt, card and tool"))
    if isinstance(below, CommandScreen):
        targets += [
            Target("do", command.title, lambda _app, run=command.callback: run(), command.help)  # type: ignore[misc]
            for command in below.palette()
        ]
    targets += [
        Target("do", key.description.capitalize(), _run(key.action), key.tooltip)
        for key in PROGRAM_KEYS
        if key.id and key.id not in HERE_ALREADY
    ]
    return targets


def _run(action: str) -> Callable[[Program], object]:
    return lambda app: app.run_action(action)


def all_targets(workspace: Workspace) -> list[Target]:
    """Everything in the notebook that has a name: looked through beside the keys, in a thread."""
    return [
        *_families(workspace), *_people(workspace), *_sessions(workspace), *_records(workspace), *_library(workspace),
    ]  # fmt: skip


def full_text(workspace: Workspace, typed: str) -> list[Target]:
    """Documents whose words hold what was *typed*, with the passage; private ones are never searched."""
    if len(typed.strip()) < FULL_TEXT_FROM:
        return []
    found = []
    for hit in workspace.find(typed):
        whose, private = _whose(workspace, hit.kind, hit.id)
        context = " ".join(hit.context.split())
        found.append(Target("words", f"{hit.title} · {hit.day}", _to(hit.kind, hit.id, whose), context, whose, private))
    return found


def ranked(targets: Sequence[Target], typed: str, inside: Sequence[Target] = ()) -> list[Target]:
    """Those of *targets* that fit what was *typed*, the best first; all places where nothing was.

    Documents that have it *inside* come after names that have it, and before names that are only like it.
    """
    sought = name_key(typed)
    if not sought:
        return [target for target in targets if target.kind == "place"]
    sure, others = [], []
    parts = [part for part in (word.strip(",.") for word in sought.split()) if part]
    several = bool(parts) and parts != [sought]
    for target in targets:
        words = target.key
        if f" {sought}" in f" {words}":
            sure.append((BEGINS - len(words) / 100, target))
        elif sought in words or (several and _each_begins_a_word(parts, words)):
            sure.append((WITHIN - len(words) / 100, target))
        else:
            others.append(target)
    found = [*_best(sure), *inside]
    return [*found, *(_alike(others, sought) if len(found) < MOST else ())][:MOST]


def _alike(targets: Sequence[Target], sought: str) -> list[Target]:
    """Those of *targets* whose words are like what is *sought*, but for a slip of the keys; the likest first."""
    if len(sought) < FULL_TEXT_FROM:
        return []
    keys = [target.key for target in targets]
    scorer = _likeness("partial_ratio")
    alike = _likeness("extract")(sought, keys, scorer=scorer, processor=None, score_cutoff=LEAST, limit=MOST)
    return [targets[at] for _key, _score, at in alike]


def _each_begins_a_word(parts: Sequence[str], words: str) -> bool:
    """Whether each of *parts* begins another word of a target, in any order: "Frost, Kim" and "k frost"."""
    if not all(part in words for part in parts):
        return False
    left = [word.strip(",") for word in words.split()]
    for typed in parts:
        match = next((word for word in left if word.startswith(typed)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _best(scored: list[tuple[float, Target]]) -> list[Target]:
    return [target for _, target in sorted(scored, key=lambda row: -row[0])]


def _families(workspace: Workspace) -> Iterator[Target]:
    for family in workspace.family_outlines.all():
        yield Target("family", f"{family.id}  {family.title}", _to("family", family.id, family.id), family=family.id)
        for person in family.visible_people:
            words = f"{person.name}, {family.id}"
            yield Target("person", words, _to("family", family.id, family.id), family=family.id)


def _people(workspace: Workspace) -> Iterator[Target]:
    roster = workspace.people.roster
    for practitioner in roster.practitioners:
        yield Target(
            "colleague",
            roster.name_of(practitioner.id),
            _to_person(practitioner.id),
            practitioner.role.replace("_", " "),
            private=True,
        )
    for kind, group, _ in roster.groups():
        yield Target(kind, str(group.name), _to_person(group.id), private=True)


def _sessions(workspace: Workspace) -> Iterator[Target]:
    names = {heading.id: family_short_title(heading.title) for heading in workspace.families.headings()}
    for summary in workspace.summaries.all():
        title = workspace.formats[summary.template_id].title
        name = names.get(summary.family_id or "") or summary.family_ref or "no family"
        words = f"{name} · {day_in_words(summary.day)} · {title}"
        about = "" if summary.closed else "still open"
        whose = summary.family_id or ""
        yield Target("session", words, _to("session", summary.id, whose), about, whose, private=not whose)


def _records(workspace: Workspace) -> Iterator[Target]:
    for heading in workspace.records.headings():
        words = f"{heading.title} · {day_in_words(heading.saved_at)}"
        yield Target("record", words, _to("record", heading.id, ""), private=True)


def _library(workspace: Workspace) -> Iterator[Target]:
    """The tools of the library, and its packs."""
    for item in tools(workspace):
        yield Target("tool", item.words, _to_library(item.words), item.about or item.source or item.type)
    for pack in workspace.catalogue.packs():
        yield Target("library", pack, _to_library(pack), "everything in it")


def _to_library(letters: str) -> Callable[[Program], None]:
    return lambda app: open_library(app, letters)


def _whose(workspace: Workspace, kind: str, ident: str) -> tuple[str, bool]:
    """The family that a document tells of, and whether it is kept from every room."""
    if kind in {"family", "received", "steps"}:
        return ident, False
    if kind == "session":
        found = next((summary for summary in workspace.summaries.all() if summary.id == ident), None)
        family = (found.family_id or "") if found else ""
        return family, not family
    return "", True


def _to_place(name: str) -> Callable[[Program], None]:
    return lambda app: app.back_to(screen(name))


def _to_person(ident: str) -> Callable[[Program], None]:
    return lambda app: app.back_to(screen("people", ident))


def _to(kind: str, ident: str, family: str) -> Callable[[Program], None]:
    if kind == "session":
        return lambda app: _to_session(app, ident, family)
    if kind == "steps":
        return partial(_to_steps, family)
    place = "records" if kind == "record" else "families"
    return lambda app: app.back_to(screen(place, ident))


def _to_steps(family: str, app: Program) -> None:
    app.push_screen(screen("open steps", family))


def _to_session(app: Program, ident: str, family: str) -> None:
    summary = next((summary for summary in app.workspace.summaries.all() if summary.id == ident), None)
    if summary is not None and not summary.closed:
        app.push_screen(screen("session", app.workspace.resume(ident)))
    elif family:
        app.back_to(screen("families", family, "sessions"))
    else:
        app.back_to(screen("records"))

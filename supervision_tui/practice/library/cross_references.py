"""Whether content fits together: whatever a file names (pack, prompt, activity, rule, tag, word) must be there.

Each gap is told with file, line and column, and with what would do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from supervision_tui.family import patterns
from supervision_tui.practice.library.activities import ACTIVITIES
from supervision_tui.practice.library.frameworks import REPLACEABLE_WORDS
from supervision_tui.practice.library.library import Library
from supervision_tui.practice.library.packs import PLACEHOLDER, STAGE_HINTS, TAGS_WITHOUT_RULE, Pack, Prompt
from supervision_tui.practice.library.placeholders import FORMS, KNOWN
from supervision_tui.practice.library.session_templates import PromptOffer
from supervision_tui.text import clean
from supervision_tui.yaml_files import FileProblem, Source, load_yaml

Gap = tuple[tuple[str | int, ...], str, str]
"""The path inside the file, what was found there, and what would do."""

SHOWN = "'supervision-tui library list' shows what there is."


def broken_references(library: Library, files: Mapping[str, Path]) -> list[FileProblem]:
    """Everything that one of *files* (by part and id, as ``packs/circular``) names and that is not in *library*."""
    problems = []
    for part_and_id, path in files.items():
        part, _, id_ = part_and_id.partition("/")
        source: Source | None = None
        for place, value, wanted in _GAPS[part](library, id_):
            source = source or load_yaml(path)
            line, column = source.place(place)
            problems.append(FileProblem(clean(path.name), line, column, value, wanted))
    return problems


def _choices(word: str, known: Collection[str]) -> str:
    """What would do in the place of *word*: the nearest of *known* first, then all of them."""
    near = get_close_matches(word, known, n=1)
    every = ", ".join(sorted(known))
    return f"Did you mean '{near[0]}'? There are: {every}." if near else f"There are: {every}."


def _templates(library: Library, id_: str) -> Iterator[Gap]:
    template = library.templates[id_]
    for at, stage in enumerate(template.stages):
        if stage.activity not in ACTIVITIES:
            words = f"There is no activity called '{stage.activity}'."
            yield ("stages", at, "activity"), words, _choices(stage.activity, ACTIVITIES)
        for kind in ("offers", "starters"):
            offers: tuple[PromptOffer, ...] = getattr(stage, kind)
            for which, offer in enumerate(offers):
                for words, wanted in _offer_gaps(library, offer):
                    yield ("stages", at, kind, which), words, wanted
    if template.followed_by is not None and template.followed_by not in library.templates:
        words = f"There is no format called '{template.followed_by}'."
        yield ("followed_by",), words, _choices(template.followed_by, library.templates)


def _offer_gaps(library: Library, offer: PromptOffer) -> Iterator[tuple[str, str]]:
    pack = library.packs.get(offer.pack)
    if pack is None:
        yield f"There is no pack called '{offer.pack}'.", SHOWN
        return
    tags = {tag for prompt in pack.prompts for tag in prompt.tags}
    types = {prompt.type for prompt in pack.prompts if prompt.type}
    ids = {prompt.id for prompt in pack.prompts}
    for kind, named, there in (("tag", offer.tags, tags), ("type", offer.types, types), ("prompt", offer.ids, ids)):
        for name in named:
            if name not in there:
                wanted = SHOWN if kind == "prompt" else _choices(name, there)
                yield f"The pack '{pack.id}' has no {kind} called '{name}'.", wanted


def _frameworks(library: Library, id_: str) -> Iterator[Gap]:
    framework = library.frameworks[id_]
    for field, there in (
        ("lenses", library.packs), ("templates", library.templates), ("checklists", library.checklists),
    ):  # fmt: skip
        for at, name in enumerate(getattr(framework, field)):
            if name not in there:
                words = f"There is nothing called '{name}' among the {'packs' if field == 'lenses' else field}."
                yield (field, at), words, SHOWN
    for word in framework.vocabulary:
        if word not in REPLACEABLE_WORDS:
            words = f"The program has no word '{word}' that could be replaced."
            yield ("vocabulary", word), words, _choices(word, REPLACEABLE_WORDS)


def _checklists(_library: Library, _id: str) -> Iterator[Gap]:
    """A checklist names nothing outside itself."""
    yield from ()


def _packs(library: Library, id_: str) -> Iterator[Gap]:
    pack = library.packs[id_]
    tags = {tag for other in library.packs.values() for prompt in other.prompts for tag in prompt.tags}
    for at, prompt in enumerate(pack.prompts):
        for place, words, wanted in (*_placeholder_gaps(prompt), *_prompt_gaps(prompt, tags)):
            yield ("prompts", at, *place), words, wanted
    yield from _ids_used_elsewhere(library, pack)


def _placeholder_gaps(prompt: Prompt) -> Iterator[Gap]:
    for match in PLACEHOLDER.finditer(prompt.text):
        if match["name"] not in KNOWN:
            words = f"'{{{match['name']}}}' is not a placeholder this program knows."
            yield ("text",), words, _choices(match["name"], KNOWN)
        elif match["form"] and match["form"] not in FORMS:
            yield ("text",), f"'.{match['form']}' is not a form of a name.", _choices(match["form"], FORMS)
    for at, name in enumerate(prompt.needs):
        if name not in KNOWN:
            yield ("needs", at), f"'{name}' is not a placeholder this program knows.", _choices(name, KNOWN)


def _prompt_gaps(prompt: Prompt, tags: Collection[str]) -> Iterator[Gap]:
    """Hints, rules and pairings without which nobody would ever ask *prompt*, or not beside what it belongs to."""
    for at, hint in enumerate(prompt.stage):
        if hint not in STAGE_HINTS:
            yield ("stage", at), f"'{hint}' is not a stage at which prompts are offered.", _choices(hint, STAGE_HINTS)
    for at, tag in enumerate(prompt.tags):
        if tag.startswith("G-") and tag not in TAGS_WITHOUT_RULE and tag not in _rules():
            words = f"There is no rule '{tag}', so this would never be asked."
            yield ("tags", at), words, _choices(tag, _rules())
    if prompt.pairs_with and prompt.pairs_with not in tags:
        words = f"No prompt has the tag '{prompt.pairs_with}', so nothing can be offered beside this."
        yield ("pairs_with",), words, _nearest(prompt.pairs_with, tags)


def _nearest(word: str, known: Collection[str]) -> str:
    """The nearest of *known*, which are too many to name."""
    near = get_close_matches(word, known, n=1)
    return f"Did you mean '{near[0]}'?" if near else "Name a tag that stands in a pack."


@cache
def _rules() -> frozenset[str]:
    """Codes of the rules that find patterns in a family."""
    return frozenset(patterns.RULES)


def _ids_used_elsewhere(library: Library, pack: Pack) -> Iterator[Gap]:
    """Ids of *pack* that stand in another pack too: a team's own wins over a shipped one, not over another own."""
    own = f"packs/{pack.id}" in library.own
    others = {
        prompt.id: other.id
        for other in library.packs.values()
        if other is not pack and (f"packs/{other.id}" in library.own) is own
        for prompt in other.prompts
    }
    for at, prompt in enumerate(pack.prompts):
        if prompt.id in others:
            words = f"The id '{prompt.id}' is already used in the pack '{others[prompt.id]}'."
            yield ("prompts", at, "id"), words, "Give it another id."


_GAPS = {"packs": _packs, "templates": _templates, "frameworks": _frameworks, "checklists": _checklists}

"""Whether the parts of the library fit together: every pack, prompt, format or checklist that one names is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.practice.library.packs import PLACEHOLDER, Pack
from supervision_tui.practice.library.session_templates import PromptOffer
from supervision_tui.text import clean
from supervision_tui.yaml_files import FileProblem, Source, load_yaml

if TYPE_CHECKING:
    from supervision_tui.practice.library.library import Library

Where = tuple[str, tuple[str | int, ...], str, str]
"""Part and id, the path inside the file, what was found, what would do."""

SHOWN = "'supervision-tui library list' shows what there is."


def broken_references(library: Library, files: Mapping[str, Path]) -> list[FileProblem]:
    """Everything that one of *files* names and is not there, with line and column in it."""
    found = [where for where in (*_templates(library), *_frameworks(library), *_packs(library)) if where[0] in files]
    sources: dict[str, Source] = {}
    problems = []
    for part, path, words, wanted in found:
        if part not in sources:
            sources[part] = load_yaml(files[part])
        line, column = sources[part].place(path)
        problems.append(FileProblem(clean(files[part].name), line, column, words, wanted))
    return problems


def _templates(library: Library) -> Iterator[Where]:
    for template in library.templates.values():
        part = f"templates/{template.id}"
        for at, stage in enumerate(template.stages):
            for kind in ("offers", "starters"):
                offers: tuple[PromptOffer, ...] = getattr(stage, kind)
                for which, offer in enumerate(offers):
                    path = ("stages", at, kind, which)
                    for words in _offer_gaps(library, offer):
                        yield part, path, words, SHOWN


def _offer_gaps(library: Library, offer: PromptOffer) -> Iterator[str]:
    pack = library.packs.get(offer.pack)
    if pack is None:
        yield f"There is no pack called '{offer.pack}'."
        return
    tags = {tag for prompt in pack.prompts for tag in prompt.tags}
    types = {prompt.type for prompt in pack.prompts}
    ids = {prompt.id for prompt in pack.prompts}
    for kind, wanted, there in (("tag", offer.tags, tags), ("type", offer.types, types), ("prompt", offer.ids, ids)):
        for one in wanted:
            if one not in there:
                yield f"The pack '{pack.id}' has no {kind} called '{one}'."


def _frameworks(library: Library) -> Iterator[Where]:
    for framework in library.frameworks.values():
        for field, there in (
            ("lenses", library.packs), ("templates", library.templates), ("checklists", library.checklists),
        ):  # fmt: skip
            for at, one in enumerate(getattr(framework, field)):
                if one not in there:
                    words = f"There is nothing called '{one}' among the {'packs' if field == 'lenses' else field}."
                    yield f"frameworks/{framework.id}", (field, at), words, SHOWN


def _packs(library: Library) -> Iterator[Where]:
    from supervision_tui.practice.library.placeholders import FORMS, KNOWN  # noqa: PLC0415 - the list of names alone is wanted

    for pack in library.packs.values():
        for at, prompt in enumerate(pack.prompts):
            path = ("prompts", at, "text")
            for match in PLACEHOLDER.finditer(prompt.text):
                if match["name"] not in KNOWN:
                    words = f"'{{{match['name']}}}' is not a placeholder this program knows."
                    yield f"packs/{pack.id}", path, words, f"There are: {', '.join(sorted(KNOWN))}."
                elif match["form"] and match["form"] not in FORMS:
                    words = f"'.{match['form']}' is not a form of a name."
                    yield f"packs/{pack.id}", path, words, f"There are: {', '.join(sorted(FORMS))}."
    yield from _twice(library)


def _twice(library: Library) -> Iterator[Where]:
    """One id in two packs, neither or both of which are the team's own."""
    first: dict[tuple[bool, str], Pack] = {}
    for pack in library.packs.values():
        own = f"packs/{pack.id}" in library.own
        for at, prompt in enumerate(pack.prompts):
            other = first.setdefault((own, prompt.id), pack)
            if other is not pack:
                words = f"The id '{prompt.id}' is already used in the pack '{other.id}'."
                yield f"packs/{pack.id}", ("prompts", at, "id"), words, "Give it another id."

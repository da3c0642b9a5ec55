"""Everything in the library as one list that a few letters search: tools, prompts and cards, each with its source.

A tool is something that is done: a way of working, a session format, a checklist, an exercise. A card is something that
is read: a framework's value or principle, a role, a sign to look out for. All others are prompts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from supervision_tui.practice.library import Audience, Library, Pack, Prompt
from supervision_tui.practice.questions.wording import words_without_names
from supervision_tui.text_folding import fold

ItemKind = Literal["tool", "prompt", "card"]
_ORDER = {"tool": 0, "prompt": 1, "card": 2}
_CARDS = ("values", "pillars", "objectives", "principles", "cards")
SESSION_FORMAT = "session format"
"""The type of a tool that is a whole session."""
PUT_AWAY = "Put away where somebody is harmed."
FOR_WHOM = {"supervision": "for us", "family": "for the family", "child": "for a child"}
"""Who may hear a prompt, in words."""


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One thing of the library.

    *id* names it within its *kind*; *words* are its own, without a family's names ("the child"), *about* what else
    there is to read; *pack* and *source* say whose it is; *audience* who may hear it, *ages* from which to which;
    *type* what kind of question or thing it is.
    """

    kind: ItemKind
    id: str
    words: str
    about: str = ""
    pack: str = ""
    source: str = ""
    audience: tuple[Audience, ...] = ()
    ages: tuple[int, int | None] = (0, None)
    type: str = ""
    tags: tuple[str, ...] = ()
    minutes: int = 0
    own_key: str = field(default="", compare=False)
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Keep its words ready to be searched: its own, and all."""
        others = (self.pack, self.type, *self.tags, self.source, self.about, self.id)
        object.__setattr__(self, "own_key", f" {_search_key(self.words)}")
        object.__setattr__(self, "key", f"{self.own_key} {_search_key(' '.join(others))}")

    @property
    def hearers(self) -> str:
        """Who may hear it, in words; "" for what is not said to anybody."""
        return ", ".join(FOR_WHOM[audience] for audience in self.audience)

    @property
    def ages_in_words(self) -> str:
        """From which age to which it may be asked."""
        least, most = self.ages
        if most is not None:
            return f"from {least} to {most}" if least else f"to {most}"
        return f"from {least}" if least else "any age"


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """What a list is narrowed to; empty parts narrow nothing."""

    kind: str = ""
    pack: str = ""
    type: str = ""
    audience: str = ""
    age: int | None = None

    def matches(self, item: CatalogueItem) -> bool:
        """Whether *item* is among them."""
        least, most = item.ages
        return (
            (not self.kind or item.kind == self.kind)
            and (not self.pack or item.pack == self.pack)
            and (not self.type or item.type == self.type)
            and (not self.audience or self.audience in item.audience)
            and (self.age is None or (least <= self.age and (most is None or self.age <= most)))
        )


NO_FILTER = CatalogueFilter()


class Catalogue:
    """The *items* of a library, tools before prompts before cards."""

    def __init__(self, items: Iterable[CatalogueItem]) -> None:
        self.items = tuple(sorted(items, key=lambda item: _ORDER[item.kind]))
        self._by_id = {(item.kind, item.id): item for item in self.items}

    def get(self, kind: ItemKind, item_id: str) -> CatalogueItem | None:
        """The item of that *kind* and id, if there is one."""
        return self._by_id.get((kind, item_id))

    def find(self, letters: str, narrowing: CatalogueFilter = NO_FILTER) -> list[CatalogueItem]:
        """Everything in which every word of *letters* stands.

        What has several words one after the other in its own words comes first; then tools, prompts, cards; then what
        has them at the beginning of a word.
        """
        sought = _search_key(letters).split()
        found = [item for item in self.items if all(word in item.key for word in sought) and narrowing.matches(item)]
        if sought:
            begins = tuple(f" {word}" for word in sought)
            phrase = f" {' '.join(sought)}" if len(sought) > 1 else ""
            found.sort(
                key=lambda item: (
                    phrase not in item.own_key,
                    _ORDER[item.kind],
                    not all(word in item.key for word in begins),
                )
            )
        return found

    def packs(self) -> tuple[str, ...]:
        """Titles of the packs and frameworks that have anything, in order."""
        return tuple(sorted({item.pack for item in self.items if item.pack}))

    def types(self) -> tuple[str, ...]:
        """Every type that anything has, in order."""
        return tuple(sorted({item.type for item in self.items if item.type}))


def _search_key(words: str) -> str:
    return fold(words).replace("_", " ").replace("-", " ")


def library_items(library: Library) -> Iterator[CatalogueItem]:
    """What stands in *library*: session formats and checklists, prompts, the cards of frameworks."""
    for template in library.templates.values():
        roots = "; ".join(template.roots)
        about = str(template.about)
        yield CatalogueItem(
            "tool",
            template.id,
            str(template.title),
            about,
            source=roots,
            type="session format",
            minutes=template.minutes,
        )
    for checklist in library.checklists.values():
        about = "\n".join((str(checklist.about), *(f"{item.text}" for item in checklist.items)))
        yield CatalogueItem("tool", checklist.id, str(checklist.title), about, type="checklist")
    for prompt in library.prompts.values():
        yield _of_prompt(prompt, library.pack_of[prompt.id])
    for framework in library.frameworks.values():
        for name in _CARDS:
            for at, card in enumerate(getattr(framework, name)):
                lines = "\n".join(card.lines)
                yield CatalogueItem(
                    "card", f"{framework.id}.{name}.{at}", str(card.title), lines, str(framework.title),
                    str(framework.source), type=name.removesuffix("s"),
                )  # fmt: skip


def _of_prompt(prompt: Prompt, pack: Pack) -> CatalogueItem:
    kinds: dict[str, ItemKind] = {"card": "card", "exercise": "tool"}
    return CatalogueItem(
        kinds.get(prompt.kind, "prompt"),
        prompt.id,
        words_without_names(prompt.text),
        " ".join(filter(None, (_quadrant_words(prompt), "" if prompt.harm_safe else PUT_AWAY))),
        str(pack.title),
        str(prompt.source) or "; ".join(pack.credits) or "; ".join(pack.authors),
        prompt.audience,
        (prompt.from_age, prompt.to_age),
        prompt.type or prompt.kind,
        prompt.tags,
    )


def _quadrant_words(prompt: Prompt) -> str:
    """Where a question stands among Tomm's four kinds; a strategic one is marked."""
    quadrant = prompt.intent_quadrant
    if quadrant is None:
        return ""
    led = " It leads somebody: use it knowingly." if quadrant == "strategic" else ""
    return f"A {quadrant} question (Tomm 1988).{led}"

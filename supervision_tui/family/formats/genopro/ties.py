"""Emotional lines, and the world round the family, of a GenoPro document."""

from __future__ import annotations

import re

from supervision_tui.family.formats.claims import Plain, line_words
from supervision_tui.family.formats.genopro.source import GenoproSource, safe_id
from supervision_tui.family.formats.genopro.tables import CHOICES, CONNECTIONS, EMOTIONS, SPELT
from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.relation_claims import (
    claim_tie,
    tell_unknown_tie,
    tie_in_own_words,
)


def read_emotional_lines(source: GenoproSource) -> None:
    """Every emotional line; harm comes in as harm."""
    for node in source.group("EmotionalRelationships"):
        node.use()
        word = node.word("EmotionalLink")
        ends = [node.word("Entity1"), node.word("Entity2")]
        people = [source.person(end) for end in ends]
        comment = node.word("Comment")
        node.word("ID")
        source.drop_drawing(node)
        if not all(people) or people[0] == people[1]:
            missing = next((end for end, person in zip(ends, people, strict=True) if not person), "")
            words = f"skipped: a tie to {missing[:40]}, who is not in the file."
            if not missing and all(people):
                words = f"skipped: a tie of {source.claims.name(people[0])} to themselves."
            source.ledger.tell(node, words, "missing")
            continue
        emotion = EMOTIONS.get(word)
        if emotion is None:
            tie = tie_in_own_words(people[0], people[1], word, comment)
            tell_unknown_tie(source.ledger, node, word, tie)
        else:
            tie = {"a": people[0], "b": people[1], "kind": emotion.kind, "note": comment}
            if emotion.words:
                tie["words"] = line_words(f"the file says: {emotion.words}")
        if word in CHOICES:
            names = source.claims.names(people)
            source.ledger.notice(node, f"{names}: {CHOICES[word]}", "ties")
        claim_tie(source.claims, node, tie)


def read_social_lines(source: GenoproSource) -> None:
    """Social entities as resources, and lines to them and between people."""
    entities: dict[str, Plain] = {}
    for node in source.group("SocialEntities"):
        entity_id = safe_id(node.use().word("ID"))
        name = node.word("Name", "Text") or "a service or place"
        entities[entity_id] = {"id": entity_id, "name": line_words(name), "kind": "other", "links": []}
        entities[entity_id]["note"] = node.word("Comment")
        source.drop_drawing(node)
    for node in source.group("SocialRelationships"):
        _social_line(source, node, entities)
    for entity in entities.values():
        if entity["kind"] == "other":
            words = f"{entity['name']} came in as a service or place of another kind; give it its kind."
            source.ledger.about_file(words, "ties")
        source.claims.resources.append(entity)


def _social_line(source: GenoproSource, node: Node, entities: dict[str, Plain]) -> None:
    node.use()
    word = node.word("Connection", "SocialLink", "Relation")
    ends = [node.word("Entity1"), node.word("Entity2")]
    comment = node.word("Comment")
    source.drop_drawing(node)
    people = [source.person(end) for end in ends]
    places = [entities.get(safe_id(end)) for end in ends]
    words = connection_words(word)
    if all(people) and people[0] != people[1]:
        _between_people(source, node, word, people, comment)
        return
    person = next((person for person in people if person), "")
    place = next((place for place in places if place is not None), None)
    if not person or place is None:
        source.ledger.tell(
            node, f"skipped: a social line '{words}' between {ends[0][:40]} and {ends[1][:40]}.", "missing"
        )
        return
    place["links"].append({"person": person, "note": f"{words}. {comment}" if comment else words})
    kind = CONNECTIONS.get(word)
    if kind is not None and place["kind"] == "other":
        place["kind"] = kind


def _between_people(source: GenoproSource, node: Node, word: str, people: list[str], comment: str) -> None:
    kind = "caretaker" if word == "Caretaker" else "plain"
    tie: Plain = {"a": people[0], "b": people[1], "kind": kind, "note": comment}
    if kind == "plain":
        tie["words"] = line_words(f"the file says: {connection_words(word)}")
    if word == "LivesWith":
        names = source.claims.names(people)
        words = f"{names} live together in the file; no home was made of it, since it does not say which home."
        source.ledger.notice(node, words, "ties")
    claim_tie(source.claims, node, tie)


def connection_words(word: str) -> str:
    """A word of the program as words: ``WorkWith`` is ``works with``, ``Pupil`` is ``pupil``."""
    return SPELT.get(word, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", word).casefold())

"""A letter to a child: what the people who work with them heard, decided, and will do. Ideas never stand in it.

The lines are those of the child's own entry, in words to the child as far as a program can: a draft that a person
reads, changes and makes theirs before it is written. Where harm is near, decisions, steps, services and what tells of
harm stay out until the writer brings each in, in words of their own. Source: content specification 7.1, 7.6 and 3.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from supervision_tui.days import day_in_words
from supervision_tui.family import Family
from supervision_tui.practice import Destination
from supervision_tui.records.documents import Document, DocumentItem, DocumentPart
from supervision_tui.records.kinds.decisions import what_and_why
from supervision_tui.records.kinds.letter_safety import LetterSafety
from supervision_tui.records.kinds.letter_words import in_words_to_child
from supervision_tui.records.model import Paragraph, Record
from supervision_tui.session import first_name

DRAFT = "A draft. Read it aloud, say “you”, and leave out what is not {name}'s to carry."
_HEARD_IN = frozenset({"child_voice", "childs_eye", "seen", "told"})
_MEANT_IN = frozenset({"impact", "meaning", "different"})
HEARD = "What you said or showed, and what we heard"
MEANT = "What we think this means for you"
DECIDED = "What was decided, and why"
NEXT = "What will happen, and who does it"
ASKED = "What we should like to ask you"
WRONG = "If something here is wrong"
HEADINGS = (HEARD, MEANT, DECIDED, NEXT, ASKED, WRONG)
"""The headings of a letter, in their order."""
PLEASE_TELL = "Please tell us. Your words are added, and stay."


class LetterLineError(ValueError):
    """A line that should be brought in is none that was left out, or no words were given for it."""


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of the child's entry: its *number*, under which *heading*, the *words* to the child.

    *why* says why it is left out; "" for one that is in the letter.
    """

    number: int
    heading: str
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter before it is written: its *lines*, those that are left out among them.

    *edited*: the whole letter as a person changed it; it then stands for all lines.
    """

    name: str
    day: str
    author: str
    family_ref: str
    lines: tuple[LetterLine, ...]
    edited: str = ""

    @property
    def left_out(self) -> tuple[LetterLine, ...]:
        """The lines that stay out until somebody brings them in."""
        return tuple(line for line in self.lines if line.why)

    def with_line(self, number: int, words: str) -> LetterDraft:
        """The draft with a line brought in, in *words* to the child.

        Raises:
            LetterLineError: no such line was left out, or there are no words.
        """
        if number not in {line.number for line in self.left_out}:
            raise LetterLineError(f"There is no line {number} that was left out. Nothing was written.")
        if not words.strip():
            raise LetterLineError(f"Line {number} needs words to {self.name}. Nothing was written.")
        changed = tuple(
            replace(line, words=words.strip(), why="") if line.number == number else line for line in self.lines
        )
        heading = next(line.heading for line in changed if line.number == number)
        edited = _inserted(self.edited, heading, words.strip()) if self.edited else ""
        return replace(self, lines=changed, edited=edited)

    @property
    def text(self) -> str:
        """The letter as text, to be changed by a person; see :meth:`with_text`."""
        if self.edited:
            return self.edited
        lines = [f"Dear {self.name}"]
        for part in self._parts():
            lines += [part.heading, *(item.words for item in part.items)]
        return "\n\n".join([*lines, f"From {self.author}"]) + "\n"

    def with_text(self, text: str) -> LetterDraft:
        """The draft with the whole letter as a person wrote it: blocks with a blank line between, headings as they are.

        Raises:
            LetterLineError: nothing is left of it.
        """
        if not text.strip():
            raise LetterLineError("The letter has no words. Nothing was written.")
        return replace(self, edited=text)

    def document(self) -> Document:
        """The letter, for every form."""
        opening, parts, closing = f"Dear {self.name}", self._parts(), f"From {self.author}"
        if self.edited:
            opening, parts, closing = _read_back(self.edited, opening, closing)
        return Document(
            title=f"A letter to {self.name}",
            about=self.day,
            opening=opening,
            parts=parts,
            closing=(closing,),
            author=self.author,
            reader=self.name,
            family=self.family_ref,
            purpose=f"so that {self.name} knows what was talked about",
            withheld=tuple(f"{line.number}. “{line.words}” ({line.why})" for line in self.left_out),
        )

    def _parts(self) -> tuple[DocumentPart, ...]:
        shown = [line for line in self.lines if not line.why]
        parts = [
            DocumentPart(
                heading, tuple(DocumentItem(line.words) for line in shown if line.heading == heading), prose=True
            )
            for heading in HEADINGS[:-1]
        ]
        wrong = DocumentPart(WRONG, (DocumentItem(PLEASE_TELL),), prose=True)
        return tuple(part for part in (*parts, wrong) if part.items)


def letter_draft(
    record: Record, family: Family | None, safety: LetterSafety | None = None, workers: Iterable[str] = ()
) -> LetterDraft:
    """The draft of the letter that the child-file entry *record* makes.

    Args:
        record: the entry.
        family: the family it is of, for who is who.
        safety: who may read it beside the child; without it, nothing is left out.
        workers: names of those who do the work, to be explained to the child.

    Raises:
        ValueError: *record* is not a child's.
    """
    if record.destination is not Destination.CHILD_FILE:
        raise ValueError("A letter is written from a child's own entry. This record is not one.")
    team = tuple(workers)
    paragraphs = [paragraph for section in record.sections for paragraph in section.paragraphs]
    found: list[LetterLine] = []
    for paragraph in sorted(
        paragraphs, key=lambda paragraph: HEADINGS.index(_heading(paragraph)) if _heading(paragraph) else 0
    ):
        if not (heading := _heading(paragraph)):
            continue
        text = what_and_why(paragraph.text) if paragraph.kind == "decision" else str(paragraph.text)
        why = safety.reason(text, paragraph.kind) if safety else ""
        own = paragraph.field in _HEARD_IN | _MEANT_IN
        words = in_words_to_child(text, family, str(record.subject), team, own=own) if family else text
        found.append(LetterLine(len(found) + 1, heading, words, why))
    name = first_name(family, str(record.subject))
    return LetterDraft(name, day_in_words(record.day), str(record.author), str(record.family_ref), tuple(found))


def _heading(paragraph: Paragraph) -> str:
    """Under which heading a paragraph of the record stands in the letter; "" for nowhere."""
    by_kind = {"decision": DECIDED, "action": NEXT, "question": ASKED}
    if paragraph.kind in by_kind:
        return by_kind[paragraph.kind]
    return HEARD if paragraph.field in _HEARD_IN else MEANT if paragraph.field in _MEANT_IN else ""


def _inserted(text: str, heading: str, words: str) -> str:
    """A letter that somebody changed, with *words* under *heading*, which is put in where it is not there."""
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    if heading in blocks:
        at = blocks.index(heading) + 1
        while at < len(blocks) and blocks[at] not in HEADINGS and not blocks[at].casefold().startswith("from "):
            at += 1
        new = [words]
    else:
        later = HEADINGS[HEADINGS.index(heading) :]
        places = (place for place, block in enumerate(blocks) if block in later or block.casefold().startswith("from "))
        at, new = next(places, len(blocks)), [heading, words]
    return "\n\n".join([*blocks[:at], *new, *blocks[at:]]) + "\n"


def _read_back(text: str, opening: str, closing: str) -> tuple[str, tuple[DocumentPart, ...], str]:
    """The opening, the parts and the closing of a letter as a person wrote it."""
    blocks = [block.strip() for block in text.replace("\r\n", "\n").split("\n\n") if block.strip()]
    if blocks[0].casefold().startswith("dear "):
        opening = blocks.pop(0)
    if blocks and blocks[-1].casefold().startswith("from "):
        closing = blocks.pop()
    parts: list[tuple[str, list[str]]] = []
    for block in blocks:
        if block in HEADINGS:
            parts.append((block, []))
        else:
            parts = parts or [(HEARD, [])]
            parts[-1][1].append(block)
    made = (DocumentPart(head, tuple(map(DocumentItem, items)), prose=True) for head, items in parts if items)
    return opening, tuple(made), closing

"""A family file before it is kept: what was read from it, what was not understood, and whether it can stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from supervision_tui.family import formats, load_family
from supervision_tui.family.formats import Progress, no_progress

if TYPE_CHECKING:
    from supervision_tui.family import Family

COUNTED = (
    ("persons", "person", "people"),
    ("unions", "couple", "couples"),
    ("parentages", "child with parents", "children with parents"),
    ("households", "home", "homes"),
    ("ties", "tie", "ties"),
    ("events", "event", "events"),
    ("resources", "service or place", "services and places"),
    ("groups", "group", "groups"),
    ("harm_flags", "flag of harm", "flags of harm"),
    ("hidden_facts", "fact kept from somebody", "facts kept from somebody"),
)
"""Field of a family, and what one and several of it are called."""


class FamilyExistsError(ValueError):
    """A family of that id is in the vault already."""


@dataclass(frozen=True, slots=True)
class FamilyImport:
    """A family that was read from a file and is not kept yet.

    Attributes:
        family: as it was read.
        file: the name of the file.
        remarks: what became of lines that are not in the family as they stand, what matters most first.
        summary: the same in words and counts.
        kind: of which kind the file is, where it is not this program's own.
        already_here: a family of that id is here already.
        path: where it stands, to be read once more.
        letters_in_doubt: what its letters are had to be guessed, or was chosen by a person: it may be chosen anew.
    """

    family: Family
    file: str
    remarks: tuple[str, ...] = ()
    already_here: bool = False
    summary: tuple[str, ...] = ()
    kind: str = ""
    path: str = ""
    letters_in_doubt: bool = False

    @property
    def counts(self) -> str:
        """How much of everything was read, as one line."""
        found = []
        for field, singular, several in COUNTED:
            number = len(getattr(self.family, field))
            if number:
                found.append(f"{number} {singular if number == 1 else several}")
        return ", ".join(found) or "nobody yet"

    @property
    def refusal(self) -> str:
        """Why it cannot be kept, or nothing."""
        if not self.already_here:
            return ""
        return (
            f"A family called {self.family.id} is here already, and it was left as it is. "
            "To bring in another version, give the family in the file another id."
        )

    def letter_choices(self) -> list[tuple[str, str]]:
        """Encodings that its letters may be written in: the name of each, and a line of the file as it would read."""
        samples = formats.letter_examples(Path(self.path).read_bytes())
        return [(codec, f"{codec:<10} {words}") for codec, words in samples.items()] or [
            (codec, codec) for codec in formats.LETTERS
        ]

    def words(self) -> Iterator[str]:
        """What a person should know before it is kept, a line each."""
        kind = f" ({self.kind})" if self.kind else ""
        yield f"{self.family.title}, read from {self.file}{kind}; nothing is kept yet."
        yield f"It holds {self.counts}."
        children = ", ".join(child.name for child in self.family.focus_children())
        if children:
            yield f"The work is about {children}."
        if not self.remarks:
            yield "Everything in the file was understood."
        else:
            yield from self.summary
        if self.already_here:
            yield self.refusal


def read_file(path: Path, ids: frozenset[str], progress: Progress = no_progress, letters: str = "") -> FamilyImport:
    """What stands in the family file at *path*, of ours or of another program; *ids* are the families that are here.

    *progress* is told how far the reading is, and may raise to stop it. *letters* is the encoding of the file as a
    person chose it; without it the bytes decide.

    Raises:
        FileFormatError, ForeignFileError: it is not a family file, with a sentence for each thing found.
        OSError: it cannot be read.
    """
    if not formats.is_foreign(path):
        family = load_family(path)
        return FamilyImport(family, path.name, already_here=family.id in ids)
    imported = formats.read_foreign(path, progress=progress, letters=letters)
    report = imported.report
    remarks = tuple(str(report).split("\n")) if report.remarks else ()
    here = imported.family.id in ids
    doubt = bool(letters) or bool(report.about("letters"))
    return FamilyImport(
        imported.family, path.name, remarks, here, tuple(report.summary()), imported.kind, str(path), doubt
    )

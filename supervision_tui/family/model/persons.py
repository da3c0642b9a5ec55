"""A person on the map: who they are as they say it, and what is known of them.

Gender is identity and is never worked out from a name, a role or a pronoun (NSGC 2022); sex at birth and
orientation are there only where someone was asked and it matters.
"""

from datetime import date
from typing import Literal

from pydantic import Field, field_validator

from supervision_tui.family.dates import NO_DATE, DateField, PartialDate
from supervision_tui.family.model.base import FrozenModel, Id
from supervision_tui.family.model.status_codes import STATUS_CODES
from supervision_tui.text import EMPTY_LINE, EMPTY_TEXT, NO_LINES, LineField, LinesField, TextField
from supervision_tui.text_folding import name_key

Kind = Literal["person", "unborn", "loss", "several", "unknown", "pet", "professional", "institution"]
Gender = Literal["female", "male", "non_binary", "other", "unknown"]
Pronouns = Literal["", "she", "he", "they"]
Loss = Literal["", "miscarriage", "termination", "stillbirth", "ectopic"]
UNNAMED_LOSS = {"stillbirth": "the stillborn baby"}
"""How somebody without a name is spoken of who was lost before birth; all others are a pregnancy that was lost."""
HealthArea = Literal[
    "physical", "psychological", "substance", "learning", "neurodivergence", "communication", "sensory", "smoking",
    "weight", "other",
]  # fmt: skip
HealthStatus = Literal["active", "recovering", "suspected", "past"]


class HealthMark(FrozenModel):
    """One thing about health or substances, with how it stands (genograms.md 4.7; statuses after OpenGenogram)."""

    area: HealthArea
    name: LineField
    status: HealthStatus = "active"
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    source: LineField = EMPTY_LINE
    note: TextField = EMPTY_TEXT


class Status(FrozenModel):
    """A legal or placement status in the United Kingdom, with its dates; codes in :data:`STATUS_CODES`."""

    code: str
    since: DateField = NO_DATE
    until: DateField = NO_DATE
    note: TextField = EMPTY_TEXT

    @field_validator("code")
    @classmethod
    def _known(cls, code: str) -> str:
        if code not in STATUS_CODES:
            message = f"'{code}' is not a status code this program knows. These are: {', '.join(STATUS_CODES)}."
            raise ValueError(message)
        return code


class Migration(FrozenModel):
    """A move from one country or place to another; *arrived* is open while the journey is."""

    left: DateField = NO_DATE
    arrived: DateField = NO_DATE
    from_place: LineField = EMPTY_LINE
    to_place: LineField = EMPTY_LINE
    note: TextField = EMPTY_TEXT


class Heritage(FrozenModel):
    """A culture of origin, as the person names it; *share* weighs it against the others (mixed heritage)."""

    culture: Id
    share: int = Field(default=1, ge=1, le=100)


NAME_NOT_KNOWN = "name not known"
NAMES_NOT_KNOWN = frozenset({"", "unknown", "not known", "name unknown", NAME_NOT_KNOWN, "n/k", "nk", "unnamed"})
"""What stands in place of a name that nobody knows, question marks and dots aside."""


class Person(FrozenModel):
    """Someone, or something with a place on the map.

    *count* goes with kind ``several`` (``None``: number not known); *loss* with kind ``loss``; *due* with ``unborn``.
    *deceased* is for a death whose date is not known. *called* is the name people use, else the first of *name*.
    *hidden_from* names those who must not learn that this person is on the map.
    *carried* are lines of a GEDCOM file that nothing here has a field for; they go out with it again.
    """

    id: Id
    name: LineField
    called: LineField = EMPTY_LINE
    kind: Kind = "person"
    gender: Gender = "unknown"
    pronouns: Pronouns = ""
    born: DateField = NO_DATE
    due: DateField = NO_DATE
    died: DateField = NO_DATE
    deceased: bool = False
    cause_of_death: LineField = EMPTY_LINE
    sex_at_birth: Literal["", "female", "male", "intersex", "unknown"] = ""
    orientation: Literal["", "lesbian", "gay", "bisexual", "heterosexual", "other"] = ""
    loss: Loss = ""
    count: int | None = Field(default=None, ge=1, le=999)
    role: LineField = EMPTY_LINE
    occupation: LineField = EMPTY_LINE
    education: LineField = EMPTY_LINE
    whereabouts: LineField = EMPTY_LINE
    languages: LinesField = NO_LINES
    name_said: LineField = EMPTY_LINE
    paper_formats: LineField = EMPTY_LINE
    faith: LineField = EMPTY_LINE
    heritage: tuple[Heritage, ...] = ()
    immigration: LineField = EMPTY_LINE
    migration: tuple[Migration, ...] = ()
    health: tuple[HealthMark, ...] = ()
    statuses: tuple[Status, ...] = ()
    consultand: bool = False
    secret: bool = False
    hidden_from: LinesField = NO_LINES
    note: TextField = EMPTY_TEXT
    carried: TextField = EMPTY_TEXT

    @property
    def short_name(self) -> str:
        """The name people use: *called*, else the first word of the name; of a loss without a name what it was."""
        unnamed = str(self.id) if self.kind != "loss" else UNNAMED_LOSS.get(self.loss, "the pregnancy that was lost")
        return self.called or (self.name.split() or [unnamed])[0]

    @property
    def unnamed(self) -> bool:
        """Whether this is a human being whose name nobody has said, by name or by what they are called."""
        return self.human and self.no_name

    @property
    def no_name(self) -> bool:
        """Whether nobody said a name, of whatever kind this is: none stands there, or "?", or "unknown"."""
        return not self.called and name_key(self.name).strip(" .?()") in NAMES_NOT_KNOWN

    @property
    def dead(self) -> bool:
        """Whether this person has died, or is a pregnancy that was lost."""
        return self.deceased or self.died is not None or self.kind == "loss"

    @property
    def human(self) -> bool:
        """Whether this is one living or dead human being who was born."""
        return self.kind in {"person", "unknown", "professional"}

    def alive_at(self, day: date) -> bool:
        """Whether this person can be alive on *day*: born or perhaps born by then, and not surely dead."""
        if self.kind == "loss" or (self.born is not None and not self.born.maybe_by(day)):
            return False
        return not self.died.certainly_by(day) if self.died is not None else not self.deceased

    def ages_at(self, when: date | PartialDate | str) -> tuple[int, int] | None:
        """Youngest and oldest this person can be at *when*, in whole years; ``None`` where the birth is not known.

        Death is not looked at: it is the age they would have. Never below 0.
        """
        if self.born is None or self.born.source == "words":
            return None
        if isinstance(when, str):
            when = PartialDate.read(when)
        first, last = (when, when) if isinstance(when, date) else (when.earliest, when.latest)
        return max(_years(self.born.latest, first), 0), max(_years(self.born.earliest, last), 0)

    def known_age(self, when: date | PartialDate | str) -> int | None:
        """The age at *when*, where the dates leave only one."""
        ages = self.ages_at(when)
        return ages[0] if ages is not None and ages[0] == ages[1] else None


def _years(born: date, at: date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))

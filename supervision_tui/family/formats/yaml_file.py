"""Family files: YAML and JSON read, YAML written; a file of another program is handed to its reader.

Every refusal names file, line and column, what was found and what would do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from supervision_tui.family.dates import DateFormatError, PartialDate
from supervision_tui.family.dates.partial import FROM_THE_DAY
from supervision_tui.family.dates.relative import birth_or_date_in
from supervision_tui.family.formats import foreign
from supervision_tui.family.model.family import FORMAT, Family
from supervision_tui.family.model.references import COLLECTING
from supervision_tui.family.model.validation import find_problems
from supervision_tui.yaml_files import MOST_PROBLEMS, FileFormatError, FileProblem, Source, load_yaml, validated


def load_family(path: str | Path) -> Family:
    """The family in the file at *path*: YAML or JSON of ours, or a file of another program, known by its bytes.

    :func:`~supervision_tui.family.formats.read_foreign` reports what became of each line of another program's file.

    Raises:
        FileFormatError: it is not a family file; a sentence for each problem, with line and column.
        ForeignFileError: a file of another program that cannot be read.
        OSError: the file cannot be read.
    """
    path = Path(path)
    if foreign.is_foreign(path):
        return foreign.read_foreign(path).family
    return _checked(load_yaml(path))


def family_from_yaml(text: str, name: str = "family") -> Family:
    """The family in *text*, YAML or JSON; *name* stands for the file in messages.

    Raises:
        FileFormatError: it is not a family; a sentence for each problem, with line and column.
    """
    return _checked(load_yaml(text, name))


def _checked(source: Source) -> Family:
    family = validated(Family, source, {COLLECTING: True, FROM_THE_DAY: _dates_from(source)})
    problems = find_problems(family)[:MOST_PROBLEMS]
    if problems:
        raise FileFormatError(
            [FileProblem(source.name, *source.place(problem.place), problem.sentence, "") for problem in problems]
        )
    return family


def _dates_from(source: Source) -> Callable[[str], PartialDate | None] | None:
    """Reads a date that is told from the day of the file, where *source* has one: "3 weeks ago", "6 weeks"."""
    as_of = source.value.get("as_of") if isinstance(source.value, dict) else None
    try:
        day = PartialDate.read(as_of) if isinstance(as_of, (str, date)) else None
    except DateFormatError:  # it is told with its place in the file
        return None
    if day is None or not day.exact:
        return None
    return lambda words: birth_or_date_in(words, day.latest)


def family_to_yaml(family: Family) -> str:
    """*family* as a YAML 1.2 file in the model's order, long words folded; what is at its default is left out."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only when a file is written

    writer = YAML()
    writer.width = 110
    writer.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    writer.dump({"format": family.format, **family.plain()}, out)
    return out.getvalue()


def family_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of what :func:`load_family` reads."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **Family.model_json_schema(),
    }

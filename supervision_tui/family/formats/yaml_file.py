"""Reading and writing family files; every refusal names file, line and column, what was found and what would do."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from supervision_tui.family.model.family import FORMAT, Family
from supervision_tui.family.model.validation import COLLECTING
from supervision_tui.yaml_files import MOST_PROBLEMS, FileFormatError, FileProblem, Source, load_yaml, validated

GEDCOM = frozenset({".ged", ".gedcom"})
"""Endings of GEDCOM files."""


def load(path: Path) -> Family:
    """The family in the file at *path*: GEDCOM by its ending, else YAML or JSON (see :meth:`Family.load`)."""
    if path.suffix.lower() in GEDCOM:
        from supervision_tui.family.formats import read_gedcom  # noqa: PLC0415 - only for GEDCOM

        return read_gedcom(path).family
    return _checked(load_yaml(path))


def from_yaml(text: str, name: str) -> Family:
    """The family in *text* (see :meth:`Family.from_yaml`)."""
    return _checked(load_yaml(text, name))


def _checked(source: Source) -> Family:
    family = validated(Family, source, {COLLECTING: True})
    found = family.problems()[:MOST_PROBLEMS]
    if found:
        raise FileFormatError(
            [FileProblem(source.name, *source.place(problem.place), problem.sentence, "") for problem in found]
        )
    return family


def to_yaml(family: Family) -> str:
    """*family* as YAML 1.2 in the model's order; long words are folded, so no line need be long."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only when a file is written

    writer = YAML()
    writer.width = 110
    writer.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    writer.dump({"format": family.format, **family.plain()}, out)
    return out.getvalue()


def family_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of what ``Family.load`` reads."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **Family.model_json_schema(),
    }

"""Reading and writing family files; every refusal names file, line, column, what was found and what would do."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML

from supervision_tui.family.family import Family


def load(path: Path) -> Family:
    """The family in the YAML or JSON file at *path* (see :meth:`Family.load`)."""
    return from_yaml(path.read_text(encoding="utf-8"), path.name)


def from_yaml(text: str, name: str) -> Family:
    """The family in *text* (see :meth:`Family.from_yaml`)."""
    family = Family.model_validate(YAML(typ="safe", pure=True).load(text))
    problems = family.problems()
    if problems:
        raise ValueError(f"{name}: " + " ".join(problem.sentence for problem in problems))
    return family


def to_yaml(family: Family) -> str:
    """*family* as YAML 1.2, fields in the model's order, lines of at most 110 characters where words allow."""
    writer = YAML()
    writer.width = 110
    writer.indent(mapping=2, sequence=4, offset=2)
    data = {"format": family.format, **family.plain()}
    out = StringIO()
    writer.dump(data, out)
    return out.getvalue()

"""Reads a content file into its model: quickly where the file is plain, wholly where it is not, or is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from supervision_tui.practice.library.fast_yaml import plain_value
from supervision_tui.yaml_files import LARGEST_FILE, load_yaml, validated

ModelT = TypeVar("ModelT", bound=BaseModel)


def read_content(path: Path, model: type[ModelT]) -> ModelT:
    """The *model* in the file at *path*.

    Raises:
        FileFormatError: the file is not one; a sentence for each thing found, with line and column.
        OSError: it cannot be opened.
    """
    quick = _quickly(path, model)
    return validated(model, load_yaml(path)) if quick is None else quick


def _quickly(path: Path, model: type[ModelT]) -> ModelT | None:
    """The same, or ``None`` where the whole reader is needed: it also finds the words for what is wrong."""
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    try:
        value = plain_value(data.decode("utf-8").replace("\r\n", "\n"))
        return None if value is None else model.model_validate(value)
    except (UnicodeDecodeError, ValidationError):
        return None

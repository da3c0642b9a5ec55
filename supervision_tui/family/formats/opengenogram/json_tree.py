"""JSON as a tree of nodes with the line that each value stands on: keys are tags, items of lists are ``item``."""

from __future__ import annotations

import json
from typing import Any

from supervision_tui.family.formats.nodes import Node
from supervision_tui.family.formats.report import ForeignFileError
from supervision_tui.yaml_files import FileFormatError, Source, load_yaml

LARGEST = 5_000_000
"""Bytes; what OpenGenogram itself takes."""
DEEPEST = 40
NOTHING = "Nothing was brought in."


def json_tree(data: bytes) -> Node:
    """The whole document as one node.

    Raises:
        ForeignFileError: it is no JSON, too large or too deep.
    """
    if len(data) > LARGEST:
        raise ForeignFileError(
            f"This file is too large: at most {LARGEST // 1_000_000} MB of JSON can be read. {NOTHING}"
        )
    try:
        text = data.decode("utf-8-sig")
        value = json.loads(text, parse_int=str)  # Python refuses to read a number of more than 4,300 digits
    except UnicodeDecodeError:
        raise ForeignFileError(f"The letters of this file are not UTF-8, as JSON must be. {NOTHING}") from None
    except (json.JSONDecodeError, RecursionError) as broken:
        where = f"line {broken.lineno}" if isinstance(broken, json.JSONDecodeError) else "it"
        raise ForeignFileError(f"This file is not whole: {where} cannot be read as JSON. {NOTHING}") from None
    return _node(value, "", (), _places(text))


def _places(text: str) -> Source | None:
    """Where each value stands: JSON is YAML too, but for a few odd ones whose lines are then not told."""
    try:
        return load_yaml(text, "the file")
    except FileFormatError:
        return None


def _node(value: Any, tag: str, path: tuple[str | int, ...], places: Source | None) -> Node:
    if len(path) > DEEPEST:
        raise ForeignFileError(f"This file is nested too deeply to be a family. {NOTHING}")
    line = places.place(path)[0] if places is not None else 0
    node = Node(line, tag, "", "")
    if isinstance(value, dict):
        node.below = [_node(part, str(key), (*path, str(key)), places) for key, part in value.items()]
    elif isinstance(value, list):
        node.below = [_node(part, "item", (*path, number), places) for number, part in enumerate(value)]
    elif isinstance(value, bool):
        node.value = "true" if value else "false"
    elif value is not None:
        node.value = str(value)
    return node

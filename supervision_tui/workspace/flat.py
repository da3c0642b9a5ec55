"""A document's data as single lines: each value with the way to it, for reading when nothing else draws it."""

from __future__ import annotations

from collections.abc import Iterator


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every single value of JSON data with the names of the parts that lead to it; empty ones are left out."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, str(name).replace("_", " ")))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            mark = str(inner["id"]) if isinstance(inner, dict) and inner.get("id") else str(at + 1)
            yield from leaves(inner, (*path, mark))
    elif value not in (None, "", False):
        yield " · ".join(path), str(value)

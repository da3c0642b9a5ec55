"""A document's data as single lines: each value with the way to it, for reading when nothing else draws it."""

from __future__ import annotations

from collections.abc import Iterator


def leaf_values(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every single value of JSON data with the names of the parts that lead to it; empty ones are left out."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaf_values(inner, (*path, str(name).replace("_", " ")))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            mark = str(inner["id"]) if isinstance(inner, dict) and inner.get("id") else str(at + 1)
            yield from leaf_values(inner, (*path, mark))
    elif value not in (None, "", False):
        yield " · ".join(path), str(value)


def objects_naming(
    value: object, marks: set[str], path: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, object]]]:
    """The smallest objects in JSON data that have one of *marks* among their own values, with the way to each.

    What belongs to others in the same document stays out: a list of objects is gone into, never given whole.
    """
    if isinstance(value, dict):
        own = {name: inner for name, inner in value.items() if not _is_list_of_objects(inner)}
        if any(_own_values(inner) & marks for inner in own.values()):
            yield " · ".join(path), own
        for name, inner in value.items():
            if _is_list_of_objects(inner):
                yield from objects_naming(inner, marks, (*path, str(name).replace("_", " ")))
    elif isinstance(value, list):
        for inner in value:
            yield from objects_naming(inner, marks, path)


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(inner, dict) for inner in value)


def _own_values(value: object) -> set[str]:
    """The texts of a value: itself, or the members of a list of texts."""
    found = value if isinstance(value, list) else [value]
    return {value for value in found if isinstance(value, str)}

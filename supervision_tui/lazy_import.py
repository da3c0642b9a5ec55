"""Packages whose names are loaded when they are first used, so that importing the package costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def load_on_use(package: str, names: Mapping[str, str]) -> Callable[[str], object]:
    """A package's ``__getattr__``.

    Args:
        package: the package's own ``__name__``.
        names: for each of its modules the public names that it holds, parted by blanks.

    Returns:
        What loads the module of a name and gives the name's value; it raises AttributeError for any other name.
    """
    homes = {name: module for module, held in names.items() for name in held.split()}

    def load(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return load

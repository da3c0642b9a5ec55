"""Modules of Python's own that other libraries load and this program seldom needs, loaded when they are used.

pydantic imports ``importlib.metadata``, and with it Python's libraries for mail and the network, to be able to look for
plugins of its own; this program forbids those. typer imports what starts other processes and describes the computer.
A stand-in for each of them saves a quarter of every command.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_METADATA = "importlib.metadata"
_SELDOM = ("platform", "subprocess", "secrets", "bz2", "lzma")
"""What a command hardly needs: typer's word on the system, pydantic's on tokens, shutil's on packed files."""


class _Delayed(ModuleType):
    """A module until something of it is used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") and name != "__all__":  # asked of every module by what looks through all of them
            raise AttributeError(name)
        return getattr(_loaded(self.__name__), name)


class _Metadata(_Delayed):
    """``importlib.metadata``, which is a package."""

    def __init__(self) -> None:
        super().__init__(_METADATA)
        self.__path__ = [f"{folder}/metadata" for folder in importlib.__path__]

    @staticmethod
    def entry_points(**chosen: object) -> object:
        """The entry points of installed packages, as the module itself gives them."""
        return getattr(_loaded(_METADATA), "entry_points")(**chosen)  # noqa: B009 - its overloads take each word by itself


def _loaded(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _Delayed):
        del sys.modules[name]
    return importlib.import_module(name)


def look_up_on_use(*, command: bool = False) -> None:
    """Put a stand-in in the place of what says which packages are installed, unless that is loaded already.

    For a *command*, which has one thread, also in the place of what it hardly needs.
    """
    if _METADATA not in sys.modules:
        sys.modules[_METADATA] = importlib.metadata = _Metadata()
    for name in _SELDOM if command else ():
        if name not in sys.modules:
            sys.modules[name] = _Delayed(name)

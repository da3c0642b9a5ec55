"""What installed packages say of themselves, loaded when it is asked for and not before.

pydantic imports ``importlib.metadata``, and with it Python's libraries for mail and the network, to be able to look for
plugins of its own; this program forbids those. A stand-in for that one module saves a fifth of every command.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_NAME = "importlib.metadata"


class _Delayed(ModuleType):
    """``importlib.metadata`` until something of it is used."""

    def __init__(self) -> None:
        super().__init__(_NAME)
        self.__path__ = [f"{folder}/metadata" for folder in importlib.__path__]

    @staticmethod
    def entry_points(**chosen: object) -> object:
        """The entry points of installed packages, as the module itself gives them."""
        return getattr(_loaded(), "entry_points")(**chosen)  # noqa: B009 - its overloads take each word by itself

    def __getattr__(self, name: str) -> object:
        if name in {"__file__", "__cached__"}:  # asked of every module by what looks through all of them
            raise AttributeError(name)
        return getattr(_loaded(), name)


def _loaded() -> ModuleType:
    if isinstance(sys.modules.get(_NAME), _Delayed):
        del sys.modules[_NAME]
    return importlib.import_module(_NAME)


def look_up_on_use() -> None:
    """Put the stand-in in the module's place, unless the module is loaded already."""
    if _NAME not in sys.modules:
        sys.modules[_NAME] = importlib.metadata = _Delayed()

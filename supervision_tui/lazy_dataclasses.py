"""Methods of data classes that are compiled when they are first called.

``dataclasses`` writes five or six methods of each frozen class as text and compiles every one, when most are never
called: comparing, showing, and refusing to change. In what a command loads that is an eighth of its time. Python 3.13
compiles all of a class at once; there nothing is changed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

_AT_ONCE = "__init__"
"""The method that nearly every class needs, and whose parameters are looked at."""


def compile_methods_on_use() -> None:
    """From now on compile the methods of data classes, but for ``__init__``, when one is first called."""
    now = vars(dataclasses).get("_create_fn")
    if now is not None and now.__module__ == dataclasses.__name__:
        vars(dataclasses)["_create_fn"] = _on_use(now)


def _on_use(now: Callable[..., Callable[..., Any]]) -> Callable[..., Callable[..., Any]]:
    def create(name: str, *how: Any, **named: Any) -> Callable[..., Any]:
        return now(name, *how, **named) if name == _AT_ONCE else _method(name, lambda: now(name, *how, **named))

    return create


def _method(name: str, compiled: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    made: list[Callable[..., Any]] = []

    def method(self: object, *given: object) -> object:
        if not made:
            made.append(compiled())
            made[0].__qualname__ = method.__qualname__
            for owner in type(self).__mro__:
                if vars(owner).get(name) is method:
                    type.__setattr__(owner, name, made[0])  # past what a class itself does when it is changed
        return made[0](self, *given)

    method.__name__ = name
    return method

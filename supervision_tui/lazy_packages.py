"""Modules that other libraries load and this program seldom needs, loaded when they are used.

pydantic imports ``importlib.metadata``, and with it Python's libraries for mail and the network, to be able to look for
plugins of its own; this program forbids those. It also loads what describes models as JSON schemas, and makes a hundred
classes that only type checkers read. ruamel brings what writes YAML to what reads it. typer imports what starts other
processes and describes the computer; asyncio imports OpenSSL, and this program speaks to no network. A stand-in for
each of them saves a third of every command, and a tenth of the memory of the program on the screen.
"""

from __future__ import annotations

import _thread
import builtins
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from supervision_tui.lazy_dataclasses import compile_methods_on_use

_METADATA = "importlib.metadata"
_PACKED = ("bz2", "lzma")
"""What reads packed files: shutil asks whether it is there."""
_SELDOM = ("subprocess", "secrets", "tokenize", *_PACKED)
"""What a command hardly needs: pydantic's word on tokens, inspect's on source."""
_PLATFORM = "platform"
_JSON_SCHEMA = "pydantic.json_schema"
_ZONES = "zoneinfo._tzpath"
_SCHEMAS = "pydantic_core.core_schema"
_YAML = "ruamel.yaml"
_YAML_ERRORS = tuple(f"{_YAML}.{name}" for name in ("composer", "constructor", "emitter", "representer", "serializer"))
_OPENSSL = ("ssl", "_ssl", "_hashlib")
_CHECKSUMS = (("_md5",), ("_sha1",), ("_sha256", "_sha2"), ("_sha512", "_sha2"), ("_sha3",), ("_blake2",))
"""Python's own checksums: each line is one family of them, by its names in different versions."""
_LOADING = _thread.RLock()


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


class _Platform(_Delayed):
    """``platform``, of which every model asks the name of the system alone."""

    @staticmethod
    def system() -> str:
        """The name of the system: "Linux", "Darwin"."""
        found: str = os.uname().sysname if sys.platform != "win32" else _loaded(_PLATFORM).system()
        return found


class _JsonSchema(_Delayed):
    """``pydantic.json_schema``: every model names a few things of it, and only a description of a format uses them."""

    DEFAULT_REF_TEMPLATE = "#/$defs/{model}"
    JsonSchemaValue = dict[str, object]
    JsonSchemaMode = JsonSchemaKeyT = str

    class PydanticJsonSchemaWarning(UserWarning):
        """What the module warns with."""

    class GenerateJsonSchema:
        """Makes the module's own where one is made."""

        def __new__(cls, *given: object, **named: object) -> Any:
            """One of the module's own."""
            return _loaded(_JSON_SCHEMA).GenerateJsonSchema(*given, **named)

    def model_json_schema(self, model: object, **how: object) -> Any:
        """What the module says of *model*."""
        module = _loaded(_JSON_SCHEMA)
        if how.get("schema_generator") is self.GenerateJsonSchema:
            how["schema_generator"] = module.GenerateJsonSchema
        return module.model_json_schema(model, **how)


class _TimeZones(_Delayed):
    """``zoneinfo._tzpath``, which reads how Python was built to know where the tables of time zones are."""

    class InvalidTZPathWarning(RuntimeWarning):
        """What the module warns with."""

    @staticmethod
    def find_tzfile(key: str) -> str | None:
        """The file of the time zone *key*."""
        found: str | None = _loaded(_ZONES).find_tzfile(key)
        return found

    @staticmethod
    def reset_tzpath(to: Sequence[str] | None = None) -> None:
        """Look in other folders from now on."""
        _loaded(_ZONES).reset_tzpath(to)

    @staticmethod
    def available_timezones() -> set[str]:
        """Every time zone that there is a file for."""
        found: set[str] = _loaded(_ZONES).available_timezones()
        return found


class _Yaml(_Delayed):
    """``ruamel.yaml``, of which the compiled parser needs a third; it becomes the package itself when that is used."""

    @property
    def __path__(self) -> list[str]:  # type: ignore[override] # of every package it is a plain attribute
        """Where its modules stand."""
        return list(_spec_of_yaml().submodule_search_locations or ())

    def __getattr__(self, name: str) -> object:
        """What the package has by that *name*; modules of it that are loaded already stay the same."""
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        if isinstance(self, _Yaml):
            spec, path = _spec_of_yaml(), self.__path__
            setattr(importlib.import_module("ruamel"), "yaml", self)  # noqa: B010 - the package has no such name yet
            self.__class__ = ModuleType  # type: ignore[assignment] # as importlib.util.LazyLoader does
            vars(self).update(__path__=path, __spec__=spec, __loader__=spec.loader, __file__=spec.origin)
            if spec.loader is not None:
                spec.loader.exec_module(self)
        return getattr(self, name)


def _spec_of_yaml() -> ModuleSpec:
    spec = PathFinder.find_spec(_YAML, importlib.import_module("ruamel").__path__)
    if spec is None:
        raise ModuleNotFoundError(name=_YAML)
    return spec


class _YamlErrors(_Delayed):
    """A module of ``ruamel.yaml`` of which the compiled parser takes the errors, and raises none while it reads."""

    def __getattr__(self, name: str) -> object:
        """A class that stands for an error of that *name*; of everything else the module's own."""
        return type(name, (Exception,), {}) if name.endswith("Error") else super().__getattr__(name)


class _ForTypeCheckers(type):
    """The class of a ``TypedDict`` of whose keys nobody asks while the program runs; calling one gives a dictionary."""

    def __new__(cls, name: str, bases: tuple[type, ...], inside: dict[str, object], **_how: object) -> type:
        """The class without a look at its keys: each is text that Python would compile."""
        return super().__new__(cls, name, bases, inside)

    def __init__(cls, name: str, bases: tuple[type, ...], inside: dict[str, object], **_how: object) -> None:
        """Nothing but a class."""
        super().__init__(name, bases, inside)

    def __call__(cls, *given: object, **named: object) -> dict[str, object]:
        """A dictionary, as of every ``TypedDict``."""
        made: dict[str, object] = dict(*given, **named)
        return made


class _Schemas(_Delayed):
    """``pydantic_core.core_schema``, loaded with a ``TypedDict`` that costs nothing."""

    def __getattr__(self, name: str) -> object:
        """What the module has by that *name*."""
        if name.startswith("__"):
            raise AttributeError(name)
        if isinstance(sys.modules.get(_SCHEMAS), _Schemas):
            _load_without_typed_dictionaries(_SCHEMAS)
        return getattr(sys.modules[_SCHEMAS], name)


class _Typing:
    """A *module* of types, but for its ``TypedDict``."""

    TypedDict = _ForTypeCheckers("TypedDict", (), {})

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        """What the module has by that *name*."""
        return getattr(self._module, name)


def _import_for_schemas(name: str, *how: Any, **named: Any) -> object:
    module = importlib.__import__(name, *how, **named)
    return _Typing(module) if name in {"typing", "typing_extensions"} else module


def _load_without_typed_dictionaries(name: str) -> None:
    """Load the module *name*, whose typed dictionaries say to type checkers what it takes and are never asked for."""
    del sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name=name)
    module = importlib.util.module_from_spec(spec)
    vars(module)["__builtins__"] = {**vars(builtins), "__import__": _import_for_schemas}
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, own = name.rpartition(".")
    setattr(sys.modules[package], own, module)


def _loaded(name: str) -> ModuleType:
    with _LOADING:
        if isinstance(sys.modules.get(name), _Delayed):
            del sys.modules[name]
    return importlib.import_module(name)


def look_up_on_use(*, command: bool = False) -> None:
    """Put stand-ins in the place of what is seldom used, unless it is loaded already.

    For a *command*, which has one thread and starts no other program, also for what it hardly needs.
    """
    compile_methods_on_use()
    if _METADATA not in sys.modules:
        sys.modules[_METADATA] = importlib.metadata = _Metadata()
    for name in _SELDOM if command else _PACKED:
        sys.modules.setdefault(name, _Delayed(name))
    kinds: dict[str, type[_Delayed]] = {_JSON_SCHEMA: _JsonSchema, _SCHEMAS: _Schemas, _ZONES: _TimeZones, _YAML: _Yaml}
    kinds |= dict.fromkeys(_YAML_ERRORS, _YamlErrors)
    kinds |= {_PLATFORM: _Platform} if command else {}
    for name, kind in kinds.items():
        if name not in sys.modules and (_YAML not in name or name == _YAML or isinstance(sys.modules[_YAML], _Yaml)):
            sys.modules[name] = kind(name)


def leave_out_network() -> None:
    """Load Python's event loop and its checksums without OpenSSL: nothing leaves the computer, and neither needs it.

    Whoever imports ``ssl`` later gets it. Where Python was built without checksums of its own, nothing is changed.
    """
    if "asyncio" in sys.modules or "hashlib" in sys.modules or not all(map(_is_built_in, _CHECKSUMS)):
        return
    for name in _OPENSSL:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type] # Python's own sign for what cannot be imported
    try:
        for name in ("asyncio", "hashlib", "hmac"):
            importlib.import_module(name)
    finally:
        for name in _OPENSSL:
            if sys.modules[name] is None:
                del sys.modules[name]
    vars(sys.modules["hashlib"]).update({name: _of_openssl(name) for name in ("pbkdf2_hmac", "scrypt")})


def _is_built_in(names: tuple[str, ...]) -> bool:
    return any(importlib.util.find_spec(name) is not None for name in names)


def _of_openssl(name: str) -> Callable[..., object]:
    def look_up(*given: object, **named: object) -> object:
        """What OpenSSL's function of that name gives."""
        function = getattr(importlib.import_module("_hashlib"), name)
        vars(sys.modules["hashlib"])[name] = function
        return function(*given, **named)

    return look_up

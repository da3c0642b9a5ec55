"""A field of a family's part as one line: what stands in it, and what is meant by what somebody typed there.

How a field is read follows from its type in the model, so that a new field of the model needs only its words.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError

from supervision_tui.family import PartialDate
from supervision_tui.family.edits import EditError
from supervision_tui.family.model.base import FrozenModel, Id
from supervision_tui.family.shorthand.tie import viewer_in_words
from supervision_tui.text import LONGEST_LINE, Line, SafeText

if TYPE_CHECKING:
    from supervision_tui.family import Family

ReadT = TypeVar("ReadT")
ModelT = TypeVar("ModelT", bound=FrozenModel)
InputKind = Literal["line", "text", "date", "choice", "yes", "number", "people", "who", "lines", "code", "culture"]
"""How a field is typed: a line, a longer text, a partial date, one of several words, yes or no, a whole number, names
of people on the drawing, names or words for anybody, words with commas, a status code, the name of a culture."""
_BY_NAME: dict[str, InputKind] = {"hidden_from": "who", "source": "who", "code": "code", "culture": "culture"}
YES, NO = "yes", "no"
NOT_KNOWN = "not known"


class FieldValueError(EditError):
    """What was said in *field* is not understood; the message says what would be."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def input_kind(model: type[FrozenModel], field: str) -> InputKind:
    """How *field* of *model* is typed."""
    kind = _bare(model.model_fields[field].annotation)
    if field in _BY_NAME:
        return _BY_NAME[field]
    if get_origin(kind) is Literal:
        return "number" if all(isinstance(value, int) for value in get_args(kind)) else "choice"
    if get_origin(kind) is tuple:
        return "people" if get_args(kind)[0] == Id else "lines"
    simple: dict[Any, InputKind] = {bool: "yes", int: "number", PartialDate: "date", SafeText: "text", Id: "people"}
    return simple.get(kind, "line")


def _bare(kind: Any) -> Any:
    """The type without "or nothing"."""
    if get_origin(kind) in {Union, types.UnionType}:
        (kind,) = (part for part in get_args(kind) if part is not type(None))
    return kind


def choices_of(model: type[FrozenModel], field: str) -> tuple[str, ...]:
    """The words to choose from where there are any."""
    way = input_kind(model, field)
    if way == "yes":
        return (YES, NO)
    if way != "choice":
        return ()
    return tuple(_words(value) for value in get_args(_bare(model.model_fields[field].annotation)) if value)


def is_needed(model: type[FrozenModel], field: str) -> bool:
    """Whether something must stand in it."""
    info = model.model_fields[field]
    if input_kind(model, field) in {"choice", "yes"}:
        return "" not in get_args(_bare(info.annotation))
    return info.is_required()


def _words(value: str) -> str:
    return NOT_KNOWN if value == "unknown" else value.replace("_", " ")


def initial_value(model: type[FrozenModel], field: str) -> str:
    """What stands in a new part before anybody typed there."""
    info = model.model_fields[field]
    value = None if info.is_required() else info.get_default(call_default_factory=True)
    if input_kind(model, field) == "yes":
        return YES if value else NO
    return _words(value) if input_kind(model, field) == "choice" and isinstance(value, str) and value else ""


def field_text(family: Family, part: FrozenModel, field: str) -> str:
    """What stands in *field* of *part*, as it could be typed."""
    value = getattr(part, field)
    way = input_kind(type(part), field)
    if value is None or value == "":
        return ""
    if way == "yes":
        return YES if value else NO
    if way in {"people", "who"}:
        return names_line(family, (value,) if isinstance(value, str) else value)
    if way == "lines":
        return ", ".join(value)
    if way == "culture":
        return next((str(culture.name) for culture in family.cultures if culture.id == value), value)
    return _words(value) if way == "choice" else " ".join(str(value).split())


def read_field(
    family: Family, model: type[FrozenModel], field: str, words: str, before: FrozenModel | None = None
) -> object:
    """What is meant by *words* in *field*; *before* is the part as it was, whose longer words a line cannot hold.

    Raises:
        FieldValueError: they mean nothing there.
    """
    words = words.strip()
    info = model.model_fields[field]
    way = input_kind(model, field)
    if not words and way not in {"people", "who", "lines"}:
        if info.is_required():
            raise FieldValueError(field, "Something must stand here.")
        return info.get_default(call_default_factory=True)
    readers: dict[InputKind, Callable[[], object]] = {
        "line": lambda: Line(words),
        "text": lambda: _text(words, str(getattr(before, field, ""))),
        "date": lambda: PartialDate.read(words),
        "choice": lambda: _chosen(model, field, words),
        "yes": lambda: words.casefold().startswith("y"),
        "number": lambda: _number(field, words),
        "people": lambda: _people(family, model, field, words),
        "who": lambda: _who(family, model, field, words),
        "code": words.upper,
        "culture": lambda: _culture(family, field, words),
        "lines": lambda: tuple(Line(part.strip()) for part in words.split(",") if part.strip()),
    }
    return attribute_refusal(field, readers[way])


def changed_part(family: Family, part: ModelT, answers: Mapping[str, str]) -> ModelT:
    """*part* with what was said in its fields.

    Raises:
        FieldValueError: something cannot be understood, or does not fit.
    """
    return _whole(
        lambda: part.replaced(**{name: read_field(family, type(part), name, answers[name], part) for name in answers}),
        answers,
    )


def new_part(family: Family, model: type[ModelT], answers: Mapping[str, str], **fixed: object) -> ModelT:
    """A new part of what was said, and what is *fixed*.

    Raises:
        FieldValueError: something cannot be understood, or does not fit.
    """
    return _whole(
        lambda: model.model_validate(
            {**fixed, **{name: read_field(family, model, name, answers[name]) for name in answers}}
        ),
        answers,
    )


def _whole(make: Callable[[], ModelT], answers: Mapping[str, str]) -> ModelT:
    try:
        return make()
    except ValidationError as trouble:
        first = trouble.errors()[0]
        field = next((str(place) for place in first["loc"] if str(place) in answers), next(iter(answers)))
        raise FieldValueError(field, first["msg"].removeprefix("Value error, ")) from None


def names_line(family: Family, who: tuple[str, ...]) -> str:
    """*who* as it is written in a line of names; the short name in the file where a name would not lead back."""
    return ", ".join(_leading_back(family, viewer) for viewer in who)


def _leading_back(family: Family, who: str) -> str:
    name = viewer_in_words(family, who)
    leads = family.find(who) is None or [person.id for person in family.named(name)] == [who]
    return name if leads and "," not in name else who


def read_viewpoints(family: Family, line: str) -> tuple[str, ...]:
    """People by id where the name is one person's, and the words themselves for anybody outside."""
    return tuple(dict.fromkeys(_each_viewpoint(family, line)))


def _each_viewpoint(family: Family, line: str) -> Iterator[str]:
    for words in filter(None, (part.strip() for part in line.split(","))):
        named = family.named(words)
        yield named[0].id if len(named) == 1 else words


def attribute_refusal(field: str, act: Callable[[], ReadT]) -> ReadT:
    """What *act* gives; what it refuses is told beside *field*."""
    try:
        return act()
    except FieldValueError:
        raise
    except ValueError as why:
        raise FieldValueError(field, str(why)) from None


def _text(words: str, before: str) -> SafeText:
    """*words*, or the text of *before* where one line of it came back untouched."""
    line = " ".join(before.split())
    cut = len(line) > LONGEST_LINE and line.startswith(words) and len(words) > LONGEST_LINE // 2
    return SafeText(before if cut or words == line else words)


def _chosen(model: type[FrozenModel], field: str, words: str) -> str:
    values = [value for value in get_args(_bare(model.model_fields[field].annotation)) if value]
    found = [value for value in values if _words(value) == words] or [
        value for value in values if _words(value).startswith(words)
    ]
    if len(found) != 1:
        raise FieldValueError(field, f"Please choose one of: {', '.join(map(_words, values))}.")
    return str(found[0])


def _number(field: str, words: str) -> int:
    if not words.isdecimal():
        raise FieldValueError(field, "Please write a whole number.")
    return int(words)


def _who(family: Family, model: type[FrozenModel], field: str, words: str) -> object:
    found = tuple(Line(viewer) for viewer in read_viewpoints(family, words))
    if get_origin(_bare(model.model_fields[field].annotation)) is tuple:
        return found
    return found[0] if found else Line()


def _culture(family: Family, field: str, words: str) -> str:
    low = words.casefold()
    found = [culture for culture in family.cultures if low in {culture.id.casefold(), culture.name.casefold()}]
    if not found:
        known = ", ".join(culture.name for culture in family.cultures) or "none is on the drawing yet"
        raise FieldValueError(field, f"Please name a culture of this family ({known}); a new one is added first.")
    return found[0].id


def _people(family: Family, model: type[FrozenModel], field: str, words: str) -> object:
    found = people_named(family, words)
    if get_origin(_bare(model.model_fields[field].annotation)) is tuple:
        return found
    if len(found) > 1:
        raise FieldValueError(field, "One name only, please.")
    return found[0] if found else None


def people_named(family: Family, line: str) -> tuple[str, ...]:
    """The ids of those named in *line*, with commas between the names.

    Raises:
        EditError: a name is nobody's on the drawing, or that of several people.
    """
    who = []
    for name in filter(None, (part.strip() for part in line.split(","))):
        named = family.named(name)
        if len(named) != 1:
            several = "is the name of several people" if named else "is nobody's name on the drawing"
            message = f"'{name[:40]}' {several}. Write whole names with commas between them. Nothing was changed."
            raise EditError(message)
        who.append(named[0].id)
    return tuple(dict.fromkeys(who))

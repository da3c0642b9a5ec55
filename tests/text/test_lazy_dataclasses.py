"""Data classes whose methods are compiled on use are data classes in every respect."""

import subprocess
import sys

import pytest

START = "from supervision_tui.lazy_dataclasses import compile_methods_on_use; compile_methods_on_use()\n"
CLASSES = """
import dataclasses, inspect, pickle, sys
from dataclasses import asdict, dataclass, field, replace

@dataclass(frozen=True, slots=True, order=True)
class Place:
    row: int
    name: str = "home"

@dataclass
class Open:
    place: Place
    seen: list = field(default_factory=list, compare=False)

class Inner(Place):
    pass

def refused(work):
    try:
        work()
    except Exception as error:
        return type(error).__name__, str(error)
    return "nothing"

first, second = Place(1), Place(2)
print(first, repr(Inner(3)), first == Place(1), first != second, Inner(1) == first, first == 1)
print(hash(first) == hash(Place(1)), {first: "a"}[Place(1)], sorted([second, first]), first < second, second >= first)
print(refused(lambda: first < 1), refused(lambda: setattr(first, "row", 2)), refused(lambda: delattr(first, "row")))
print(replace(first, name="away"), asdict(Open(first)), inspect.signature(Place), Place.__match_args__)
shown = Open(first)
shown.seen = [shown]
print(shown, shown == Open(first, [2]), Open.__hash__, [entry.name for entry in dataclasses.fields(Open)])
print(Place.__eq__.__qualname__, Place.__repr__.__qualname__, Place.__hash__.__name__, Open.__doc__)
"""


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_classes_compare_show_and_refuse_as_ever():
    told = run(START + CLASSES)
    assert told == run(CLASSES)
    assert "FrozenInstanceError" in told


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python compiles all methods of a class at once")
def test_a_method_is_compiled_when_it_is_first_called_and_then_stands_in_its_class():
    code = (
        "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Place:\n    row: int\n"
        "before = Place.__eq__.__code__.co_filename\nassert Place(1) == Place(1)\n"
        "print(before.endswith('lazy_dataclasses.py'), Place.__eq__.__code__.co_filename)"
    )
    assert run(START + code).split() == ["True", "<string>"]


def test_to_ask_for_it_twice_changes_nothing_more():
    code = "import dataclasses; once = vars(dataclasses).get('_create_fn'); compile_methods_on_use(); print(once is "
    assert run(START + code + "vars(dataclasses).get('_create_fn'))").strip() == "True"

"""What packages say of themselves is loaded when it is asked for, and then is Python's own."""

import subprocess
import sys

import pytest

START = "import sys; from supervision_tui import lazy_packages; lazy_packages.look_up_on_use(); "


def told(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_nothing_of_mail_or_network_is_loaded_for_it():
    code = "import importlib.metadata; from importlib.metadata import entry_points; "
    assert told(code + "print([name for name in ('email.message', 'csv', 'zipfile') if name in sys.modules])") == "[]"


@pytest.mark.parametrize(
    "code",
    [
        "from importlib.metadata import version; print(version('pydantic'))",
        "import importlib.metadata as metadata; print(metadata.version('pydantic'))",
        "from importlib import metadata; print(metadata.distribution('pydantic').version)",
        "import importlib.metadata._text; import importlib.metadata; print(importlib.metadata.version('pydantic'))",
    ],
)
def test_it_answers_as_the_module_itself_however_it_is_imported(code):
    import pydantic

    assert told(code) == pydantic.VERSION


def test_entry_points_are_those_that_are_installed():
    code = "from importlib.metadata import entry_points; print(len(entry_points(group='console_scripts')) > 0, "
    assert told(code + "type(sys.modules['importlib.metadata']).__name__)") == "True module"


def test_a_module_that_is_loaded_already_stays():
    code = f"import importlib.metadata as real; {START}print(sys.modules['importlib.metadata'] is real)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True"

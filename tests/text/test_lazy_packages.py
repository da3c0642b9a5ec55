"""What other libraries load and a command seldom needs is loaded when it is used, and then is Python's own."""

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


QUICK = "import sys; from supervision_tui import lazy_packages; lazy_packages.look_up_on_use(command=True); "


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import subprocess; print(subprocess.run([sys.executable, '-c', '']).returncode)", "0"),
        ("from subprocess import PIPE; print(PIPE)", "-1"),
        ("import platform; print(platform.python_implementation().casefold() == sys.implementation.name)", "True"),
        ("import secrets; print(len(secrets.token_bytes(9)))", "9"),
        (
            "import bz2, lzma; print(lzma.decompress(lzma.compress(b'a')), bz2.decompress(bz2.compress(b'b')))",
            "b'a' b'b'",
        ),
        ("import asyncio; print(asyncio.subprocess.PIPE)", "-1"),
        ("import shutil, tarfile, zipfile; print(shutil._BZ2_SUPPORTED, tarfile.TarError.__name__)", "True TarError"),
    ],
)
def test_what_a_command_seldom_needs_works_as_ever_once_it_is_used(code, answer):
    ran = subprocess.run([sys.executable, "-c", QUICK + code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == answer


def test_a_command_loads_nothing_of_it():
    code = QUICK + "import typer, pydantic, shutil; print('selectors' in sys.modules, 'hmac' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]

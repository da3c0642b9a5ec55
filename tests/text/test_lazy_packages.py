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


SCREEN = "import sys; from supervision_tui import lazy_packages; lazy_packages.leave_out_network(); " + START
OPENSSL = "[name for name in ('ssl', '_ssl', '_hashlib') if name in sys.modules]"


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (f"import asyncio, hashlib, hmac, pydantic; print({OPENSSL})", "[]"),
        ("import asyncio, ssl; print(ssl.create_default_context().__class__.__name__)", "SSLContext"),
        ("import hashlib; print(hashlib.sha256(b'a').hexdigest()[:8])", "ca978112"),
        ("import hashlib; print(hashlib.new('sha512', b'a').hexdigest()[:8])", "1f40fc92"),
        ("import hashlib; print(hashlib.pbkdf2_hmac('sha256', b'a', b'salt', 9).hex()[:16])", "73853c026416d59f"),
        ("import hashlib; print(hashlib.scrypt(b'a', salt=b's', n=2, r=1, p=1).hex()[:8])", "5bc2277e"),
        ("import hmac; print(hmac.new(b'k', b'a', 'sha256').hexdigest()[:8])", "78da9151"),
        ("import hmac; print(hmac.compare_digest(b'a', b'a'), hmac.compare_digest(b'a', b'b'))", "True False"),
        ("import asyncio; print(asyncio.run(asyncio.sleep(0, 'slept')))", "slept"),
    ],
)
def test_the_screen_does_without_openssl_until_something_asks_for_it(code, answer):
    assert run(SCREEN + code) == answer


DESCRIBED = """
from typing import Annotated
from pydantic import BaseModel, TypeAdapter, WithJsonSchema
class Model(BaseModel):
    days: Annotated[int, WithJsonSchema({'type': 'integer', 'title': 'D'})]
print(Model.model_json_schema(), TypeAdapter(list[Model]).json_schema())
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
class Own(GenerateJsonSchema):
    def int_schema(self, schema):
        return {'title': 'own'}
print(models_json_schema([(Model, 'validation')]), TypeAdapter(int).json_schema(schema_generator=Own))
"""


def test_a_model_is_described_as_ever_in_each_of_the_ways_that_pydantic_has():
    assert run(START + DESCRIBED) == run(DESCRIBED)
    assert "'title': 'own'" in run(START + DESCRIBED)


def test_what_describes_models_is_not_loaded_for_a_model_that_nobody_describes():
    code = "from pydantic import BaseModel\nclass Model(BaseModel):\n    days: int\nprint(Model(days=3), "
    assert told(code + "type(sys.modules['pydantic.json_schema']) is type(sys))") == "days=3 False"


def test_a_typed_dictionary_of_ones_own_is_one_and_those_of_pydantic_make_dictionaries():
    code = (
        "from typing_extensions import TypedDict\nimport pydantic_core.core_schema as made\n"
        "from pydantic import TypeAdapter\nclass Own(TypedDict):\n    days: int\n"
        "print(TypeAdapter(Own).validate_python({'days': '3'}), Own.__required_keys__ == {'days'}, "
        "made.CoreConfig(strict=True), TypedDict is __import__('typing_extensions').TypedDict)"
    )
    assert told(code) == "{'days': 3} True {'strict': True} True"


def test_time_zones_are_found_where_python_looks_for_them():
    code = "import zoneinfo; print(zoneinfo.TZPATH, len(zoneinfo.available_timezones()), zoneinfo.ZoneInfo('UTC'))"
    assert told("import pydantic.main; " + code) == run(code)


YAML = """
from supervision_tui.yaml_files import FileFormatError, load_yaml
for text in ("a: [1, two, {b: 'c'}]", "a: 1\\na: 2", "a: [", "? x\\n: y", "\\ta: 1", "a: &x 1\\nb: *x", ""):
    try:
        print(load_yaml(text, "family.yaml").value)
    except FileFormatError as refused:
        print(*map(str, refused.problems))
from ruamel.yaml import YAML
import io
written = io.StringIO()
YAML().dump({"a": ["b", 1.5, None]}, written)
print(written.getvalue(), YAML(typ="safe", pure=True).load("a: 2010-02-03"))
"""


def test_yaml_is_read_refused_and_written_as_ever():
    assert run(START + YAML) == run(YAML)
    assert "family.yaml" in run(START + YAML)


def test_what_reads_yaml_loads_nothing_that_writes_it():
    code = "from supervision_tui.yaml_files import load_yaml; print(load_yaml('a: b', 'x').value, "
    heavy = "[name for name in ('dumper', 'main', 'scalarfloat') if f'ruamel.yaml.{name}' in sys.modules])"
    assert told(code + heavy) == "{'a': 'b'} []"


def test_the_name_of_the_system_is_told_without_what_describes_it():
    code = "import uuid, platform; print(platform.system(), type(sys.modules['platform']) is type(sys))"
    assert run(QUICK + code).split() == [run("import platform; print(platform.system())"), "False"]

"""The wheel carries a bill of materials, and it says what the lock says."""

import json
from importlib.metadata import distribution

from docs.make_bill import BILL, ROOT, locked
from docs.make_notice import runtime

BILL_NOW = json.loads(BILL.read_text(encoding="utf-8"))


def test_the_bill_names_every_locked_library_with_its_version_and_hashes():
    libraries = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert len(libraries) > 50
    assert all(libraries.values())
    listed = {
        (part["name"], part["version"]): {entry["value"] for entry in part["properties"]}
        for part in BILL_NOW["components"]
    }
    assert listed == {library: set(hashes) for library, hashes in libraries.items()}


def test_a_library_with_a_version_for_each_python_stands_there_with_all_of_them():
    text = "a==1 ; python_full_version < '3.12' \\\n    --hash=sha256:{}\na==2 \\\n    --hash=sha256:{}\n"
    assert locked(text.format("1" * 64, "2" * 64)) == {("a", "1"): ("1" * 64,), ("a", "2"): ("2" * 64,)}


def test_the_bill_names_every_library_that_is_installed_here():
    listed = {(part["name"], part["version"]) for part in BILL_NOW["components"]}
    installed = {(name, distribution(name).version) for name in runtime()}
    assert len(installed) > 30
    assert installed <= listed


def test_it_is_cyclonedx_and_stands_inside_the_package():
    assert (BILL_NOW["bomFormat"], BILL_NOW["specVersion"]) == ("CycloneDX", "1.6")
    assert BILL.parent == ROOT / "supervision_tui"
    assert len({part["bom-ref"] for part in BILL_NOW["components"]}) == len(BILL_NOW["components"])


def test_every_library_has_its_licence():
    assert [part["name"] for part in BILL_NOW["components"] if not part.get("licenses")] == []
    assert not [part for part in BILL_NOW["components"] if part.get("licenses") == [{"license": {"name": ""}}]]

"""The wheel carries a bill of materials, and it says what the lock says."""

import json

from docs.make_bill import BILL, ROOT, locked

BILL_NOW = json.loads(BILL.read_text(encoding="utf-8"))


def test_the_bill_names_every_locked_library_with_its_version_and_hashes():
    libraries = locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert len(libraries) > 50
    assert all(hashes for _, hashes in libraries.values())
    listed = {
        part["name"]: (part["version"], {entry["value"] for entry in part["properties"]})
        for part in BILL_NOW["components"]
    }
    assert listed == {name: (version, set(hashes)) for name, (version, hashes) in libraries.items()}


def test_it_is_cyclonedx_and_stands_inside_the_package():
    assert (BILL_NOW["bomFormat"], BILL_NOW["specVersion"]) == ("CycloneDX", "1.6")
    assert BILL.parent == ROOT / "supervision_tui"
    assert len({part["bom-ref"] for part in BILL_NOW["components"]}) == len(BILL_NOW["components"])


def test_every_library_has_its_licence():
    assert [part["name"] for part in BILL_NOW["components"] if not part.get("licenses")] == []
    assert not [part for part in BILL_NOW["components"] if part.get("licenses") == [{"license": {"name": ""}}]]

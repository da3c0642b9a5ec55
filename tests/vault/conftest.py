"""A vault ready to use, made once and copied, with its state folder kept inside the test's own folder."""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from supervision_tui.vault import Cost, Save, Vault
from supervision_tui.vault.storage import database as databases

PASSPHRASE = "a lamp for the heron"


class Place:
    """A vault's folder and its state folder; opens it as often as a test likes."""

    def __init__(self, folder: Path, state: Path, words: str) -> None:
        self.folder = folder
        self.state = state
        self.words = words

    @property
    def records(self) -> Path:
        return self.folder / "records.db"

    def open(self, passphrase: str = PASSPHRASE, **way) -> Vault:
        return Vault.open(self.folder, passphrase, state=self.state, **way)

    def bytes(self) -> dict[str, str]:
        """A digest of every file of the vault."""
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="session")
def pattern(tmp_path_factory) -> Place:
    """An empty vault, closed."""
    home = tmp_path_factory.mktemp("pattern")
    vault, words = Vault.create(home / "vault", PASSPHRASE, cost=Cost.FAST, state=home / "state")
    vault.close()
    return Place(home / "vault", home / "state", str(words))


@pytest.fixture
def place(pattern, tmp_path) -> Place:
    """An empty vault of this test's own."""
    return copied(pattern, tmp_path)


@pytest.fixture
def vault(place):
    """The same, open."""
    opened = place.open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_pattern(pattern, tmp_path_factory) -> Place:
    """A closed vault with sixty documents of two versions each, about 400 kB."""
    home = tmp_path_factory.mktemp("filled")
    filled = copied(pattern, home)
    with filled.open() as vault:
        for number in range(60):
            for version in range(2):
                vault.documents.save(
                    Save(
                        "note",
                        f"n{number}",
                        "".join(hashlib.sha256(f"{number} {version} {at}".encode()).hexdigest() for at in range(60)),
                        author="Ann",
                        base=version,
                        title=f"Note {number}",
                        search=f"note {number} about the heron",
                    )
                )
    return filled


@pytest.fixture
def filled(filled_pattern, tmp_path) -> Place:
    """The same, of this test's own."""
    return copied(filled_pattern, tmp_path)


@pytest.fixture(scope="session")
def busy_pattern(pattern, tmp_path_factory) -> Place:
    """A vault with a document of two versions, a draft, a held one with a day to go, and a private entry; closed."""
    place = copied(pattern, tmp_path_factory.mktemp("busy"))
    with place.open() as vault:
        vault.private.create_on_this_device("Ann")
        for base in (0, 1):
            save = Save("note", "a", f"text {base}", author="Ann", base=base, title="One", search=f"heron {base}")
            vault.documents.save(save)
        vault.documents.save(Save("session", "s", "in hand", author="Ann", base=0, draft=True, search="in hand"))
        vault.documents.save(Save("note", "held", "kept", author="Ann", base=0, search="kept"))
        vault.documents.hold("note", "held", author="Ann", reason="a review")
        vault.documents.set_due("note", "held", date(2030, 1, 1), author="Ann", why="six years: the rule")
        vault.documents.save(Save("own", "p", "I felt small", author="Ann", base=0, sealed=True))
        assert vault.check() == []
    return place


@pytest.fixture
def busy(busy_pattern, tmp_path) -> Place:
    """The same, of this test's own."""
    return copied(busy_pattern, tmp_path)


def tamper(place, *statements):
    """Run *statements* as somebody with the right key and a database tool."""
    with place.open() as vault:
        key, salt = bytes(vault._opened.database._key), vault._opened.key_file.salt
    connection = databases.connect(place.records, key, salt)
    for statement, values in ((one, ()) if isinstance(one, str) else one for one in statements):
        connection.execute(statement, values)
    connection.close()


def copied(pattern: Place, home: Path) -> Place:
    """A copy of *pattern* in *home*, with its state."""
    shutil.copytree(pattern.folder, home / "vault")
    shutil.copytree(pattern.state, home / "state")
    return Place(home / "vault", home / "state", pattern.words)

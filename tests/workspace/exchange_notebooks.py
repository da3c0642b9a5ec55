"""Notebooks that exchange parcels: made, paired, sent to and taken from, each a real vault with quick keys."""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from supervision_tui.parcels import Contact, PairingWords
from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault
from supervision_tui.workspace.exchange import (
    find_contact,
    pair_by_showing,
    pair_by_typing,
    prepare_parcel,
    preview_parcel,
    take_card,
    take_parcel,
    write_card,
    write_parcel,
)

PASSPHRASE = "kettle bramble orbit lantern"


@dataclass
class Notebook:
    """An open notebook, whose it is, and the folder for what it writes."""

    name: str
    workspace: Workspace
    folder: Path

    def pair(self, other, shown_as="", typed_as=""):
        """Pair with *other*, this one showing the words."""
        pending, words = pair_by_showing(self.workspace, shown_as or other.name)
        theirs = pair_by_typing(other.workspace, typed_as or self.name, str(PairingWords(words.words)))
        write_card(pending, self.folder / "mine.card", force=True)
        write_card(theirs, self.folder / "theirs.card", force=True)
        take_card(self.workspace, self.folder / "theirs.card")
        take_card(other.workspace, self.folder / "mine.card")

    def contact(self, other) -> Contact:
        """The contact that *other* is here."""
        return find_contact(self.workspace, other.name)

    def make(self, family_id, other, **options):
        """A parcel for *other*; the path of its file."""
        ready = prepare_parcel(self.workspace, family_id, self.contact(other), "work together", **options)
        return write_parcel(self.workspace, ready, self.folder)

    def first_parcel(self, other):
        """Pair with *other*, and make a parcel of a new family for them; the path of its file."""
        self.workspace.new_family("The Marlowes")
        self.pair(other)
        return self.make("F1", other)

    def preview(self, path, as_family=""):
        """What taking the parcel in would do."""
        return preview_parcel(self.workspace, path, as_family=as_family)

    def take(self, path, as_family=""):
        """Take the parcel in; the sentences."""
        return take_parcel(self.workspace, self.preview(path, as_family))

    def text_beside(self, kind="family"):
        """The bodies of texts that wait beside others."""
        return [copy.body for copy in self.workspace.vault.documents.conflicts() if copy.kind == kind]


@contextmanager
def notebook(folder, name, families=()):
    """A notebook of *name* in *folder*, with those of the invented families."""
    opened, _ = create_vault(folder / name / "vault", PASSPHRASE, name, cost=Cost.FAST)
    (folder / name / "out").mkdir()
    for file in families:
        opened.import_family(str(content_folder("templates/families") / file))
    try:
        yield Notebook(name, opened, folder / name / "out")
    finally:
        opened.close()

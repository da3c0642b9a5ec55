"""Holding a session of any format in a terminal: every field gets a word of its own, every stage is gone through."""

import hashlib
import os
import re
from contextlib import contextmanager

from supervision_tui.practice import Destination
from supervision_tui.session import slots
from supervision_tui.session.fields import label_of
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault, open_vault

PASSPHRASE = "kettle harbour violet seven"
LONGEST_LABEL = 24


@contextmanager
def state_of(home):
    """The places where the program of a terminal in *home* keeps its things."""
    before = os.environ.get("XDG_STATE_HOME")
    os.environ["XDG_STATE_HOME"] = str(home / "state")
    try:
        yield home / "supervision" / "vault"
    finally:
        os.environ.pop("XDG_STATE_HOME")
        if before is not None:
            os.environ["XDG_STATE_HOME"] = before


def make_notebook(home, root, *families):
    """A notebook of Amina's with *families* (names of files), quick to open."""
    with state_of(home) as vault:
        workspace, _ = create_vault(vault, PASSPHRASE, "Amina", cost=Cost.FAST)
        for name in families:
            workspace.import_family(str(root / "templates" / "families" / f"{name}.yaml"))
        workspace.close()


@contextmanager
def reading(home, *, read_only=False):
    """The notebook in *home*, open for reading what was stored; *read_only* where a program has it open just now."""
    with state_of(home) as vault:
        workspace = open_vault(vault, PASSPHRASE, read_only=read_only)
        try:
            yield workspace
        finally:
            workspace.close()


def wait_until_stored(t, home, words):
    """Until *words*, half typed on the screen of *t*, stand in a session of the notebook in *home*."""

    def stored():
        with reading(home, read_only=True) as workspace:
            return any(words in draft.text for session in workspace.sessions.all() for draft in session.drafts)

    t.wait_for(f"'{words}' in the notebook", stored)


def unlock(t):
    """To Today."""
    t.wait("Passphrase", "F1 help")
    t.send(f"{PASSPHRASE}\r")
    t.wait("Today", "Start", "F1 help", gone=["Opening"])


def write_all(t):
    """From the close to what was written: everything in the list is looked at, and stays."""
    t.wait("everything that will be written", "Write all", gone=["being read over"])
    while match := re.search(r"(\d+) to look at", t.text):
        t.press("l")
        t.wait("Nothing is written yet", gone=[f"{match[1]} to look at"])
    t.press("w")
    t.wait("lose the session", "Not yet")
    t.press("enter")


def word(stage, field, child, family=""):
    """A word that stands nowhere else, and is soon typed."""
    place = ".".join((family, stage, field.id, child or ""))
    return "zq" + hashlib.sha256(place.encode()).hexdigest()[:8] + "qz"


def must_choose(slot, names):
    """Whether the note goes to the file of a child that has to be named."""
    to_a_file = slot.field.destination is Destination.CHILD_FILE
    return to_a_file and len(names) > 1 and slot.child is None and not slot.field.parts


def _is_private(slot):
    return slot.field.destination is Destination.PRIVATE


def fill_stage(t, stage, template, names, *, family="", most=None):
    """A word in every field of *stage* that takes one: (word, destination, child) of each.

    With *most*, in as many of its first fields, and in those that must not be empty.
    """
    written, rows = [], {}
    everything = slots(stage, template, tuple(names))
    here = [slot for slot in everything if slot.field.id != "facilitator"]
    private = bool(here) and _is_private(here[0])
    here.sort(key=lambda slot: _is_private(slot) is not private)  # Tab goes neither into what is private nor out of it
    before, tabs = None, 0
    for at, slot in enumerate(here):
        tabs += 1
        if most is not None and at >= most and not slot.field.needed:
            continue
        crosses = before is not None and _is_private(slot) is not _is_private(before)
        if crosses:
            above = everything[: everything.index(slot)]
            t.press("up", "home", *["down"] * sum(1 + rows.get(other.key, 0) for other in above), "enter")
        elif before is not None:
            t.press(*["tab"] * tabs)
        before, tabs = slot, 0
        if slot.field.parts and crosses:
            t.wait(slot.field.parts[0].label[:20])  # chosen in the list, a form opens at once
            t.press("escape")
        t.wait("▸ " + label_of(slot, names)[:LONGEST_LABEL])
        if slot.field.parts:
            continue
        if slot.field.kind == "seat":
            t.send("Lee\r")
            continue
        own = word(stage.id, slot.field, slot.child, family)
        t.send(f"{own}\r")
        if must_choose(slot, names):
            t.wait("For whom? ·")
            t.send("0\r")
        t.wait(own[:30], gone=["For whom? ·"])
        rows[slot.key] = 1
        written.append((own, slot.field.destination, slot.child))
    if written:
        t.wait(written[-1][0][:30])
    return written

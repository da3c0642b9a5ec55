"""A year in an afternoon: one team, six workers, twelve families; then everything that exists is read as its readers.

A fault is a paper that holds what its reader must not have, a raw name of a field, or a worker in what comes back over
many families. Seconds are those of the processor.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.__main__ import main
from benchmarks._year_of_a_team import PHRASE, STORE, WORKERS, YearOfATeam, move_clock
from benchmarks.table import Row
from supervision_tui.parcels import PairingWords, card_of, show_words, type_words, with_card
from supervision_tui.records.documents import render_document
from supervision_tui.text import Line
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault
from supervision_tui.workspace.disclosure import prepare_document
from supervision_tui.workspace.exchange import prepare_parcel, preview_parcel, take_parcel, write_parcel
from supervision_tui.workspace.reports import page_lines, page_of, team_patterns_of, team_themes_of, today_list
from supervision_tui.workspace.subject_access import search_subject

FAMILY = "V4"
"""The family in which somebody is harmed."""
YEAR_S, READ_S = 60.0, 15.0
RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|\{[a-z]+\}")
READERS = (
    ("transfer", FAMILY, "Jo Fell, social worker"),
    ("transfer", FAMILY, "Simon Fairhurst"),
    ("transfer", "V2", "Jo Fell, social worker"),
    ("chronology", f"{FAMILY}/oliver", "the reviewing officer"),
    ("genogram", FAMILY, "the inspector"),
)
"""Papers, about whom, for whom."""
ASKING = (f"{FAMILY}/oliver", f"{FAMILY}/agnieszka", f"{FAMILY}/simon", WORKERS[0])
"""Who asks what is held about them: a child, a mother, a father who harms, a worker."""


def run() -> list[Row]:
    """The year lived, everything read, and the faults that were found."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUPERVISION_TUI_HOME"], os.environ["SUPERVISION_TUI_STATE"] = folder, str(Path(folder) / "state")
        start = time.process_time()
        year = YearOfATeam(Path(folder))
        year.live()
        lived = time.process_time() - start
        start = time.process_time()
        papers = dict(_papers(year.workspace, Path(folder)))
        read = time.process_time() - start
        sessions = len(year.workspace.sessions.headings())
        year.workspace.close()
    faults = [f"{name}: {fault}" for name, text in papers.items() for fault in _faults(name, text)]
    for fault in faults:
        print(fault)
    return [
        Row(f"a year lived, {sessions} sessions", "-", lived, 0, "s CPU", f"< {YEAR_S:.0f} s", lived < YEAR_S),
        Row(f"{len(papers)} papers and pages read", "-", read, 0, "s CPU", f"< {READ_S:.0f} s", read < READ_S),
        Row("faults in them", "-", len(faults), 0, "faults", "none", not faults),
    ]


def _papers(workspace: Workspace, folder: Path) -> Iterator[tuple[str, str]]:
    """Everything that exists at the end, each by its name."""
    for kind, about, reader in READERS:
        ready = prepare_document(workspace, kind, about, recipient=reader, purpose="handing over")
        yield f"{kind} of {about} for {reader}", render_document(ready.document, "txt")
    for who in ASKING:
        yield (
            f"given to {who}",
            "\n".join(f"{piece.where}\n{piece.words}" for piece in search_subject(workspace, who).given),
        )
    rows = today_list(workspace, workspace.sessions.now()).rows
    yield "Today", "\n".join(str(row.words) for row in rows)
    page = "\n".join(page_lines(page_of(workspace, FAMILY)))
    yield "the family's page", page
    patterns = [pattern.in_words for pattern in team_patterns_of(workspace)]
    yield "over many families", "\n".join([*patterns, *team_themes_of(workspace).lines])
    yield "the page at the receiving worker", _received(workspace, folder)


def _received(workspace: Workspace, folder: Path) -> str:
    """The family's page in another notebook, after a parcel."""
    other, _ = create_vault(folder / "other", PHRASE, "Jo Fell", cost=Cost.FAST)
    move_clock(other, workspace.sessions.now)
    now = workspace.sessions.now()
    pending, words = show_words(Line("Jo Fell"), now)
    typed = type_words(Line("Grace Hall"), str(PairingWords(words.words)), now)
    contact = with_card(pending, card_of(typed), now)
    back = with_card(typed, card_of(pending), now)
    other.contacts.put(back, back.id)
    path = write_parcel(workspace, prepare_parcel(workspace, FAMILY, contact, "handing over"), folder / "a.parcel")
    take_parcel(other, preview_parcel(other, path))
    page = "\n".join(page_lines(page_of(other, FAMILY)))
    other.close()
    return page


def _faults(name: str, text: str) -> Iterator[str]:
    """What is wrong with a paper, a sentence each."""
    if not text.strip():
        yield "it is empty"
    for raw in dict.fromkeys(RAW.findall(text)):
        yield f"a raw name: {raw}"
    at_home = name.startswith(("transfer", "chronology", "given to V4"))
    for words in (STORE, "nappy box", "code word") if at_home else ():
        if words in text:
            yield f"it tells what keeps somebody safe: {words}"
    if name.endswith("/simon"):
        for words in ("broke her phone", "midwife", "oercive control"):
            if words in text:
                yield f"whoever harms is given: {words}"
    if name == "over many families":
        yield from (f"it names {worker}" for worker in WORKERS if worker in text)
    if name == "the page at the receiving worker" and "Halina" not in text:
        yield "the story did not come along"


if __name__ == "__main__":
    sys.exit(main(["a_year"]))

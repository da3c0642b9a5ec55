# ruff: noqa: S311 - faults are chosen by a seed so that they can be repeated; nothing secret depends on it
"""Damage done to a closed vault's file of records, and whether anyone would notice. Used by tests too."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from supervision_tui.vault import Vault, VaultError

PAGE = 4096
PASSPHRASE = "a lamp for the heron"

Texts = dict[tuple[str, str], str]


@dataclass
class Tally:
    """How often what happened; *silent* and *tracebacks* must stay empty."""

    told_at_opening: int = 0
    told_later: int = 0
    harmless: int = 0
    silent: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Whether every damage was told or harmless, in words."""
        return not self.silent and not self.tracebacks

    def __str__(self) -> str:
        bad = "; ".join([*self.silent, *self.tracebacks][:5])
        return (
            f"{self.told_at_opening} told at opening, {self.told_later} told by reading or checking, "
            f"{self.harmless} harmless, {len(self.silent)} silent, {len(self.tracebacks)} tracebacks {bad}"
        )


def texts(vault: Vault, kinds: tuple[str, ...] = ("note",)) -> Texts:
    """Every document's body."""
    return {
        (kind, one.id): vault.documents.get(kind, one.id).body
        for kind in kinds
        for one in vault.documents.headings(kind)
    }


def judge(folder: Path, what: str, truth: Texts, tally: Tally, state: Path) -> None:
    """Open the damaged vault in *folder*, compare it with *truth*, and count what came of it."""
    try:
        _judge(folder, what, truth, tally, state)
    except Exception as error:  # noqa: BLE001 - a traceback is what this looks for
        tally.tracebacks.append(f"{what}: {type(error).__name__}: {error}")


def _judge(folder: Path, what: str, truth: Texts, tally: Tally, state: Path) -> None:
    try:
        vault = Vault.open(folder, PASSPHRASE, state=state)
    except VaultError:
        tally.told_at_opening += 1
        return
    with vault:
        told = False
        for (kind, ident), body in truth.items():
            try:
                if vault.documents.get(kind, ident).body != body:
                    tally.silent.append(what)
                    return
            except VaultError:
                told = True
        told = any(finding.grave for finding in vault.check()) or told
    if told:
        tally.told_later += 1
    else:
        tally.harmless += 1


def damaged(vault: Path, work: Path, content: bytes) -> Path:
    """A copy of *vault* in *work* whose records are *content*."""
    target = work / "damaged"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(vault, target)
    (target / "records.db").write_bytes(content)
    return target


def cuts(content: bytes, every: int = PAGE) -> Iterator[tuple[str, bytes]]:
    """The file cut at every *every* bytes, and one byte before its end."""
    for size in [*range(0, len(content), every), len(content) - 1]:
        yield f"cut at {size}", content[:size]


def flips(content: bytes, times: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """One bit flipped, at random places."""
    rng = random.Random(seed)
    for _ in range(times):
        at, bit = rng.randrange(len(content)), rng.randrange(8)
        yield f"bit {bit} of byte {at} flipped", content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]


def pages(content: bytes, times: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """A page overwritten by noughts, by another page, or exchanged with it."""
    rng = random.Random(seed)
    count = len(content) // PAGE
    for _ in range(times):
        a, b = rng.sample(range(count), 2)
        first, second = content[a * PAGE : (a + 1) * PAGE], content[b * PAGE : (b + 1) * PAGE]
        kind = rng.choice(["zeroed", "doubled", "exchanged"])
        changed = bytearray(content)
        changed[a * PAGE : (a + 1) * PAGE] = bytes(PAGE) if kind == "zeroed" else second
        if kind == "exchanged":
            changed[b * PAGE : (b + 1) * PAGE] = first
        yield f"page {a} {kind} ({b})", bytes(changed)


def judge_all(vault: Path, work: Path, state: Path, damages: Iterator[tuple[str, bytes]], truth: Texts) -> Tally:
    """Do each of *damages* to a copy of *vault* and count what came of them."""
    tally = Tally()
    for what, content in damages:
        fresh = work / "state"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(state, fresh)
        judge(damaged(vault, work, content), what, truth, tally, fresh)
    return tally

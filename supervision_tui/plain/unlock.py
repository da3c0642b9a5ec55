"""Unlocking on a plain terminal: a notebook is made the first time, and opened after that."""

from __future__ import annotations

from pathlib import Path

from supervision_tui.plain.terminal_io import TerminalIO
from supervision_tui.vault import VaultError
from supervision_tui.workspace import Workspace, create_vault, open_vault

NOTHING_THERE = "This is the first start here. First, a locked notebook of your own."


def unlock_notebook(folder: Path, io: TerminalIO) -> Workspace:
    """The notebook in *folder*, open; asks until it is.

    Raises:
        InputClosedError: nobody answers any more.
    """
    new = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if new:
        io.say(NOTHING_THERE)
    while True:
        try:
            return _create(folder, io) if new else _open(folder, io)
        except (VaultError, OSError) as trouble:
            io.say(str(trouble))


def _open(folder: Path, io: TerminalIO) -> Workspace:
    workspace = open_vault(folder, io.ask_unseen("Passphrase"))
    for warning in workspace.vault.warnings:
        io.say(warning)
    return workspace


def _create(folder: Path, io: TerminalIO) -> Workspace:
    name = ""
    while not name:
        name = io.ask("Your name, as colleagues know you")
    workspace, words = create_vault(folder, _passphrase(io), name)
    io.say("If the passphrase is forgotten, only these words open your notebook. Write them on paper now:")
    io.say(words)
    try:
        _check_recovery_words(io, words)
    except BaseException:
        workspace.close()  # nobody answers any more
        raise
    return workspace


def _passphrase(io: TerminalIO) -> str:
    from supervision_tui.vault.keys.passphrase_policy import advice  # noqa: PLC0415 - reads a word list, only the first time

    while True:
        phrase = io.ask_unseen("A passphrase: three or four words that only you would put together")
        trouble = advice(phrase)
        if not trouble and io.ask_unseen("The same passphrase again") != phrase:
            trouble = "The two were not the same. Please start again."
        if not trouble:
            return phrase
        io.say(trouble)


def _check_recovery_words(io: TerminalIO, words: str) -> None:
    """Ask for two of the words, to be sure that they are on paper."""
    listed = [part for part in words.split() if not part.isdigit()]
    for at in (1, len(listed) - 1):
        while io.ask(f"To be sure: what is word number {at + 1} on your paper?").casefold() != listed[at].casefold():
            io.say(f"That is not it. The words again: {words}")

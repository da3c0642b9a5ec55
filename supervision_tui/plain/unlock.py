"""The door on a plain terminal: make a notebook the first time, open it after that."""

from __future__ import annotations

from pathlib import Path

from supervision_tui.plain.terminal_io import Voice
from supervision_tui.vault import VaultError
from supervision_tui.workspace import create_vault, open_vault
from supervision_tui.workspace.workspace import Workspace

NOTHING_THERE = "This is the first start here. First, a locked notebook of your own."


def enter(folder: Path, voice: Voice) -> Workspace:
    """The notebook in *folder*, open; asks until it is.

    Raises:
        InputClosedError: nobody answers any more.
    """
    new = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if new:
        voice.say(NOTHING_THERE)
    while True:
        try:
            return _create(folder, voice) if new else _open(folder, voice)
        except (VaultError, OSError) as trouble:
            voice.say(str(trouble))


def _open(folder: Path, voice: Voice) -> Workspace:
    workspace = open_vault(folder, voice.ask_unseen("Passphrase"))
    for warning in workspace.vault.warnings:
        voice.say(warning)
    return workspace


def _create(folder: Path, voice: Voice) -> Workspace:
    name = ""
    while not name:
        name = voice.ask("Your name, as colleagues know you")
    workspace, words = create_vault(folder, _passphrase(voice), name)
    voice.say("If the passphrase is forgotten, only these words open your notebook. Write them on paper now:")
    voice.say(words)
    try:
        _heard_back(voice, words)
    except BaseException:
        workspace.close()  # nobody answers any more
        raise
    return workspace


def _passphrase(voice: Voice) -> str:
    from supervision_tui.vault.keys.passphrase_policy import advice  # noqa: PLC0415 - reads a word list, only the first time

    while True:
        phrase = voice.ask_unseen("A passphrase: three or four words that only you would put together")
        trouble = advice(phrase)
        if not trouble and voice.ask_unseen("The same passphrase again") != phrase:
            trouble = "The two were not the same. Please start again."
        if not trouble:
            return phrase
        voice.say(trouble)


def _heard_back(voice: Voice, words: str) -> None:
    """Two of the words are asked for, so that paper and memory are not only promised."""
    listed = [part for part in words.split() if not part.isdigit()]
    for at in (1, len(listed) - 1):
        while voice.ask(f"To be sure: what is word number {at + 1} on your paper?").casefold() != listed[at].casefold():
            voice.say(f"That is not it. The words again: {words}")

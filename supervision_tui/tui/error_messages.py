"""What the vault refuses while people work is told in its own sentence; the program goes on.

A full disk, a vault that is open for reading only, a document that somebody deleted elsewhere: each error of the vault
says what happened, what is safe and what to do now. That is no reason to end.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

from supervision_tui.tui.navigation import screen
from supervision_tui.vault import VaultError


class VaultErrorHandling(MessagePump):
    """A screen or an application in whose handlers the vault may refuse something."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except VaultError as error:
            show(self.app, error)


def show(app: App[Any], error: VaultError) -> None:
    """Show what the vault said, unless nothing is open any more."""
    app.push_screen(screen("tell", "That was not done", str(error)))

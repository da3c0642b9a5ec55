"""Saving while people type: soon, once, and told truly."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock

from supervision_tui.session import Session
from supervision_tui.vault import StoredDocument
from supervision_tui.workspace.store import Sessions

SAVED, SAVING = "saved", "saving"


class JointSaveStatus:
    """One word for several documents that are saved side by side: "saved" only when every one of them is.

    Attributes:
        report: called, from any thread, with "saving", "saved" or "not saved: ...".
    """

    def __init__(self) -> None:
        self.report: Callable[[str], None] = lambda _status: None
        self._lock = Lock()
        self._statuses: dict[str, str] = {}

    def of(self, document: str) -> Callable[[str], None]:
        """What the autosave of *document* reports to."""

        def note(status: str) -> None:
            with self._lock:
                self._statuses[document] = status
                others = [other for other in self._statuses.values() if other != SAVED]
            refused = next((other for other in others if other != SAVING), "")
            self.report(refused or (SAVING if others else SAVED))

        return note


class Autosave:
    """Hands the newest state of one session to the writer and says what became of it.

    Args:
        shelf: where the session is kept.
        told: called, from any thread, with the words for the screen: "saving", "saved", or "not saved: ...".
    """

    def __init__(self, shelf: Sessions, on_status: Callable[[str], None]) -> None:
        self._shelf = shelf
        self._on_status = on_status
        self._lock = Lock()
        self._number = 0
        self._waiting = 0
        self._last: Session | None = None

    def save(self, session: Session) -> None:
        """Save *session* unless it is what was handed over last."""
        if session is self._last:
            return
        self._last = session
        with self._lock:  # first: an earlier save that ends from now on says nothing about this one
            self._number += 1
            number = self._number
        self._on_status(SAVING)
        futures = self._shelf.submit_session(session)
        with self._lock:
            self._waiting = len(futures)
        for future in futures:
            future.add_done_callback(lambda done: self._done(number, done))

    def _done(self, number: int, done: Future[StoredDocument]) -> None:
        error = None if done.cancelled() else done.exception()
        with self._lock:
            if number != self._number:
                return
            self._waiting -= 1
            if error is None and self._waiting:
                return
        if error is not None:
            self._last = None
        self._on_status(SAVED if error is None else f"not saved: {error}")

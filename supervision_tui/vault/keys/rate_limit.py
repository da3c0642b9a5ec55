"""Wrong passphrases: counted outside the vault, and answered after a wait that grows.

The count is written to the person's state folder before a passphrase is tried, so that neither ending the program nor
pulling the plug begins it anew. Honest limits: who can delete files of the same log-in can delete the count, and on
a stolen copy nothing is counted at all; there the cost of each guess (Argon2id) is the protection.

Source: Cyber Essentials 2025 (no more than ten guesses in five minutes), five of them without any wait.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from supervision_tui.days import moment_in_words
from supervision_tui.vault.disk import private_files
from supervision_tui.vault.errors import TooManyAttemptsError, WrongPassphraseError
from supervision_tui.vault.keys.key_file import KeyFile

FREE = 5
"""Wrong passphrases before the first wait."""
FIRST_WAIT, LONGEST_WAIT = 15.0, 600.0
"""Seconds: the first wait, doubled each time, and the longest."""
_WORTH_A_NOTICE = 3
_MOST = 1_000_000


def wait_after(failed: int) -> float:
    """Seconds to wait after *failed* wrong passphrases in a row."""
    if failed < FREE:
        return 0.0
    return min(FIRST_WAIT * 2.0 ** min(failed - FREE, 10), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class AttemptCount:
    """How many were *failed* in a row, and when the *last* was (seconds since 1970)."""

    failed: int = 0
    last: float = 0.0


class AttemptCounter:
    """The count of one vault on this machine.

    Args:
        vault: the vault's id; every copy of it shares the count.
        folder: the state folder, if not the person's own.
        clock: seconds since 1970.
    """

    def __init__(self, vault: str, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._path = (folder or private_files.state_folder()) / "attempts" / f"{vault}.json"
        self._clock = clock

    def recall(self) -> AttemptCount:
        """What is noted; nothing where the note is missing or unreadable."""
        try:
            noted = json.loads(self._path.read_bytes()[:200])
            failed, last = noted["failed"], noted["last"]
        except (OSError, ValueError, KeyError, TypeError):
            return AttemptCount()
        if isinstance(failed, int) and 0 <= failed <= _MOST and isinstance(last, int | float):
            return AttemptCount(failed, float(last))
        return AttemptCount()

    def seconds_left(self) -> float:
        """Seconds until the next passphrase may be tried; a clock that was turned back begins the wait afresh."""
        count, now = self.recall(), self._clock()
        wait = wait_after(count.failed)
        if wait and now < count.last:
            self._note(AttemptCount(count.failed, now))
            return wait
        return max(0.0, count.last + wait - now)

    def begin(self) -> AttemptCount:
        """Count a try before it is made, and give back what stood there.

        Raises:
            TooManyAttemptsError: the wait is not over; nothing was tried.
        """
        left = self.seconds_left()
        before = self.recall()
        if left > 0:
            raise TooManyAttemptsError(in_words(before.failed, left), seconds=left)
        self._note(AttemptCount(before.failed + 1, self._clock()))
        return before

    def clear(self) -> None:
        """The right passphrase was given: begin anew."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _note(self, count: AttemptCount) -> None:
        with contextlib.suppress(OSError):
            private_files.make_private_folder(self._path.parent)
            private_files.write_whole(self._path, json.dumps({"failed": count.failed, "last": count.last}).encode())


class RateLimitedKey:
    """A way to the data key whose failures are counted.

    Attributes:
        notice: a sentence about wrong tries before the right one, or "".
    """

    def __init__(self, unlock: Callable[[KeyFile], bytes], state: Path | None = None) -> None:
        self._unlock = unlock
        self._state = state
        self.notice = ""

    def __call__(self, key_file: KeyFile) -> bytes:
        """The data key.

        Raises:
            TooManyAttemptsError: the wait is not over.
            WrongPassphraseError: says also how long the wait is now.
        """
        attempts = AttemptCounter(key_file.vault, self._state)
        before = attempts.begin()
        try:
            data_key = self._unlock(key_file)
        except WrongPassphraseError as wrong:
            wait = wait_after(before.failed + 1)
            if not wait:
                raise
            raise WrongPassphraseError(f"{wrong} The next try is possible in {span(wait)}.") from None
        attempts.clear()
        if before.failed >= _WORTH_A_NOTICE:
            when = datetime.fromtimestamp(before.last).astimezone()
            last = moment_in_words(when)
            self.notice = (
                f"{before.failed} wrong passphrases were tried before this one, the last on {last}. "
                "If that was not you, ask who was at this computer, and change the passphrase."
            )
        return data_key


def in_words(failed: int, seconds: float) -> str:
    """What a person is told while the wait lasts."""
    return (
        f"{failed} wrong passphrases were tried, so the next try has to wait {span(seconds)}. Nothing was changed. "
        "The recovery words on paper open it without waiting."
    )


def span(seconds: float) -> str:
    """A length of time as people say it."""
    whole = max(1, round(seconds))
    if whole < 90:  # noqa: PLR2004 - a minute and a half reads better in seconds
        return f"{whole} second{'' if whole == 1 else 's'}"
    minutes = round(whole / 60)
    return f"{minutes} minutes"

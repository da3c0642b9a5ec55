"""A program on a pseudo-terminal, for benchmarks that start it as a person would."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

TIMEOUT = 30.0
"""Seconds until a picture that does not come is given up."""

HINDERING = {"PYTHONDONTWRITEBYTECODE"}
"""Variables that make Python compile a program at every start: its compiler would be measured."""


class Program:
    """*command* running on a terminal of 120 by 40, with *settings* added to the environment; ended on leaving."""

    def __init__(self, command: list[str], settings: dict[str, str]) -> None:
        inherited = {name: value for name, value in os.environ.items() if name not in HINDERING}
        env = {**inherited, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40", **settings}
        self._controller, follower = pty.openpty()
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=follower, env=env, start_new_session=True
        )
        os.close(follower)
        self._seen = b""

    def __enter__(self) -> Self:
        """The program, just started."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it whatever happened."""
        self._process.kill()
        self._process.wait()
        os.close(self._controller)

    def until(self, marker: str) -> float:
        """Wait until *marker* was written since the last wait; seconds since the start.

        Raises:
            TimeoutError: it never came.
        """
        end = time.monotonic() + TIMEOUT
        while marker.encode() not in self._seen:
            if not select.select([self._controller], [], [], max(0.0, end - time.monotonic()))[0]:
                message = f"the program never showed {marker!r}"
                raise TimeoutError(message)
            self._seen += os.read(self._controller, 65536)
        self._seen = b""
        return time.perf_counter() - self.started

    def seen_in(self, seconds: float) -> int:
        """Bytes that it writes in so many *seconds*."""
        end, count = time.monotonic() + seconds, len(self._seen)
        self._seen = b""
        while (rest := end - time.monotonic()) > 0:
            if select.select([self._controller], [], [], rest)[0]:
                count += len(os.read(self._controller, 65536))
        return count

    def cpu(self) -> float:
        """Seconds of processor time that it has taken until now (Linux)."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def type(self, keys: str) -> None:
        """Type *keys*."""
        os.write(self._controller, keys.encode())

    def resident(self) -> float:
        """Memory that it holds now, in MB (resident set; Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

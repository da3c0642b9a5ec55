"""Who may come in: those who know the key of this start, from the address that was printed, and nobody else.

Another account on this computer, a page in another tab, or a name that was made to point here ("DNS rebinding") reach
the same port. So the address carries a key, drawn anew at each start; the first visit turns it into a cookie, made from
the key for this server alone, that scripts cannot read; every request must show it, name the host by its own name, and
come from no other page.

Sources: OWASP Cheat Sheet Series, Cross-Site WebSocket Hijacking and Session Management (2025); RFC 6265 (cookies).
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

COOKIE = "supervision-door"
LOOPBACK_NAMES = frozenset({"localhost"})


def loopback(host: str) -> bool:
    """Whether *host* is this computer alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in LOOPBACK_NAMES


@dataclass(frozen=True, slots=True)
class Door:
    """The door of one start, on *host* (a name or address as the browser writes it) and *port*."""

    host: str
    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def cookie_name(self) -> str:
        """The cookie's name: cookies know no ports, so another server of this computer must not take it for its own."""
        return f"{COOKIE}-{self.port}"

    @property
    def cookie(self) -> str:
        """What the cookie holds: made from the key for this address alone, so that seeing it does not tell the key."""
        return hmac.new(self.key.encode(), self.origin.encode(), "sha256").hexdigest()

    def accepts(self, cookie: str | None) -> bool:
        """Whether *cookie* is the one that this server gave; takes as long for every wrong one."""
        return hmac.compare_digest((cookie or "").encode(), self.cookie.encode())

    @property
    def origin(self) -> str:
        """How a browser names pages of this door."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}"

    @property
    def address(self) -> str:
        """The address to print: it lets in everybody who has it."""
        return f"{self.origin}/?key={self.key}"

    def knows(self, key: str | None) -> bool:
        """Whether *key* is this start's key; takes as long for every wrong one."""
        return hmac.compare_digest((key or "").encode(), self.key.encode())

    def same_house(self, headers: Mapping[str, str]) -> bool:
        """Whether a request was meant for this door, and sent by none but its own page."""
        if headers.get("Host", "") != urlsplit(self.origin).netloc:
            return False
        return headers.get("Origin", self.origin) == self.origin

    @property
    def rules(self) -> dict[str, str]:
        """Headers of every answer: nothing is loaded from, sent to or framed by anybody else, and nothing is kept."""
        here = self.origin.removeprefix("http")
        return {
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                f"font-src 'self' data:; connect-src ws{here}; frame-ancestors 'none'; base-uri 'none'; "
                "form-action 'none'"
            ),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }

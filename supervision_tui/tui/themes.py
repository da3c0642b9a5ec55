"""The looks of the program: calm by day, calm by night, and high contrast. Colour never carries meaning alone."""

from __future__ import annotations

from textual.theme import Theme

HIGH_CONTRAST = "high-contrast"
"""The theme that promises 7 to 1."""
THEMES: tuple[Theme, ...] = (
    Theme(
        name="dusk",
        primary="#7fb4ca",
        secondary="#a3b8a0",
        accent="#8fc7b5",
        foreground="#dfe3e6",
        background="#1b2126",
        surface="#232b31",
        panel="#2c363d",
        warning="#e0b25c",
        error="#f08a7d",
        success="#8fc7a0",
        dark=True,
        variables={"footer-key-foreground": "#8fc7b5", "block-cursor-text-style": "none"},
    ),
    Theme(
        name="morning",
        primary="#1f5d78",
        secondary="#4b6650",
        accent="#1d6b57",
        foreground="#20282d",
        background="#f6f4ef",
        surface="#fdfcf9",
        panel="#e9e5dc",
        warning="#8a5a00",
        error="#a32a1c",
        success="#1f6b3a",
        dark=False,
        variables={"footer-key-foreground": "#1d6b57", "block-cursor-text-style": "none"},
    ),
    Theme(
        name=HIGH_CONTRAST,
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffe94d",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#0a0a0a",
        warning="#ffe94d",
        error="#ff9d94",
        success="#9dffb0",
        dark=True,
        variables={"footer-key-foreground": "#ffe94d"},
    ),
)

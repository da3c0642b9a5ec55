"""Keys in words, as they stand on a keyboard, and the keys that work on every screen."""

from __future__ import annotations

OWN_KEYS = "Keys can be changed: 'supervision-tui keys' writes them all out, and says where the file belongs."

EVERYWHERE = (
    ("", "Ctrl+P", "Everything that can be done here, found by a few letters."),
    ("", "Tab", "The next thing on the screen; Shift+Tab the one before."),
    ("", "Esc", "Out of a field, or back."),
    ("Jump", "ctrl+k", "Jump anywhere by a few letters, or search the words of sessions and records."),
    ("RoomView", "ctrl+r", "Room view: others see this screen, so mask what is not for them; again to leave it."),
    ("", "Ctrl+L", "Hide everything and lock the notebook; it opens again where you were."),
    ("", "F12", "Someone may be in danger now: what to do."),
    ("", "Ctrl+Q", "Save everything and close the program."),
)


ON_KEYBOARD = {
    "escape": "Esc",
    "slash": "/",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "plus_sign": "+",
    "minus": "-",
    "hyphen_minus": "-",
    "equals_sign": "=",
    "equal": "=",
    "question_mark": "?",
    "exclamation_mark": "!",
    "full_stop": ".",
    "asterisk": "*",
    "number_sign": "#",
    "comma": ",",
}
"""What a key is called as it stands on a keyboard, where its name is another."""


def keys_in_words(keys: str) -> str:
    """Key names as they stand on a keyboard."""
    return " or ".join(dict.fromkeys(_cap(part) for part in keys.split(",")))


def _cap(key: str) -> str:
    """``f6`` as F6, ``ctrl+z`` as Ctrl+Z, ``a`` as it is."""
    if "+" in key:
        return "+".join(_cap(part) if len(part) > 1 else part.upper() for part in key.split("+"))
    return ON_KEYBOARD.get(key, key.capitalize() if len(key) > 1 else key)

"""The keys of the whole program: they work on every screen and in every dialog, unless a field needs them."""

from __future__ import annotations

from textual.binding import Binding

PROGRAM_KEYS = (
    Binding(
        "ctrl+q",
        "quit",
        "Leave",
        tooltip="Save everything and close the program.",
        priority=True,
        show=False,
        id="Leave",
    ),
    Binding(
        "ctrl+l",
        "lock",
        "Lock",
        tooltip="Hide everything and lock the notebook.",
        priority=True,
        show=False,
        id="Lock",
    ),
    Binding(
        "ctrl+r",
        "room",
        "Room view",
        tooltip="Others see this screen: mask what is not for them. Again to leave it.",
        priority=True,
        show=False,
        id="RoomView",
    ),
    Binding(
        "ctrl+k",
        "jump",
        "Find",
        tooltip="Jump anywhere by a few letters, or search.",
        priority=True,
        show=False,
        id="Jump",
    ),
    Binding(
        "f3",
        "library",
        "Library",
        tooltip="Every prompt, card and tool, found by a few letters.",
        show=False,
        id="Library",
    ),
    Binding("f1", "help", "help", tooltip="What can be done here.", priority=True, id="Help"),
    Binding("question_mark", "help", "Help", tooltip="What can be done here.", show=False),
    Binding(
        "f12,ctrl+d",
        "danger",
        "Someone in danger",
        tooltip="What to do when somebody may be in danger now.",
        priority=True,
        show=False,
        id="Danger",
    ),
    Binding(
        "f4",
        "jot",
        "jot",
        tooltip="A line into the tray of the session behind; what is open here stays as it is.",
        priority=True,
        show=False,
        id="Jot",
    ),
)

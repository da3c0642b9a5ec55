"""Check-in: one way of arriving for everybody, what stays in the room, and what is said person to person afterwards.

Content specification 5.1 to 5.4. Nothing is typed here and nothing is kept: how somebody is belongs to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from supervision_tui.tui.activities.activity_panel import QUIET, ActivityPanel, heading
from supervision_tui.tui.content import content

if TYPE_CHECKING:
    from supervision_tui.tui.session_base import SessionBase

FORMS: dict[str, tuple[str, ...]] = {
    "Traffic light": (
        "● green: here and able", "▲ amber: carrying something", "■ red: not able to do this today", "– pass",
    ),
    "Battery": ("full", "enough", "low", "on reserve", "and: charging, or draining?", "– pass"),
    "Weather": ("clear", "bright spells", "cloudy", "foggy", "stormy", "still", "– pass"),
    "Feelings, up to two": (
        "calm · hopeful · glad · proud · grateful · curious · tired · flat",
        "numb · stretched · worried · scared · sad · angry · guilty · ashamed",
        "lonely · stuck · torn · irritable · overwhelmed · relieved · moved · protective", "– pass",
    ),
    "What I need from this group": ("listen", "ideas", "quiet", "laugh", "a break", "– pass"),
    "A landing line": ("“Before I can be here I need to put down ...”", "– pass"),
}  # fmt: skip
"""Ways to arrive: one for a session; word and shape, never colour alone."""
STAYS = (
    "What you say here about yourself stays with the people here. We would have to act if someone may be in danger, if "
    "a child or adult may be harmed, if practice was unsafe, or if the law says so. We will tell you first if we can. "
    "Nothing from this check-in is saved."
)
FOLLOW_UP = """\
Now: any hint of not wanting to live or of self-harm; red with distress; threatened or hurt at work; not safe to drive.
Stop, stay with them, F12.

Within two working days: red or on reserve; a child's death, serious injury, removal, violence or allegation in the
past fortnight; “I could not do that visit”.

Next supervision: amber or low twice running, as they say it; a pile-up of hard events; no leave for three months.

Ask in private: What has stayed with you? What would help this week? Who else knows? May I check in, and when?"""
"""What prompts somebody to ask again, in person; the program tells nobody and keeps no list."""


class CheckInPanel(ActivityPanel):
    """A card to arrive by, read aloud or shown; then what stays here, or what is said person to person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", "Another", show=False),
        Binding("right", "go(1)", "Another", show=False),
        Binding("f", "follow", "Person to person", show=False),
    ]
    KEYS = "←/→ another way to arrive · f afterwards, person to person"

    def __init__(self, screen: SessionBase) -> None:
        super().__init__(screen)
        self.at = 0
        self.after = False

    def content_lines(self) -> list[Content]:
        """The card, or what follows."""
        if self.after:
            paragraphs = (content(" ".join(words.split())) for words in FOLLOW_UP.split("\n\n"))
            spaced = (line for paragraph in paragraphs for line in (Content(""), paragraph))
            return [heading("Afterwards, person to person", "never automatic, no list"), *spaced]
        title, choices = list(FORMS.items())[self.at]
        rows = [heading(title, "one word is enough; a pass needs no reason"), Content("")]
        rows += [content(f"   {choice}", "bold") for choice in choices]
        return [*rows, Content(""), content(STAYS, QUIET)]

    def action_go(self, step: int) -> None:
        """Another way to arrive."""
        self.at, self.after = (self.at + step) % len(FORMS), False
        self.draw()

    def action_follow(self) -> None:
        """What to ask afterwards, in private; the same key goes back."""
        self.after = not self.after
        self.draw()

"""Who of a family is named in a text, in whatever way: the one recogniser behind every guard on names.

``mentions_in("kim ng saw it", [family])`` tells who, where, by what and how sure. :class:`Recogniser` is made once for
many texts; :func:`people_called` finds who is meant by a name that somebody typed.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "IDENTIFYING", "Grade", "Kind", "Mention", "Recogniser", "begins_like", "forget_recognisers",
    "mentions_in", "name_tokens", "people_called", "recogniser_of",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.recognition.forgetting import forget_recognisers
    from supervision_tui.family.recognition.mention import IDENTIFYING, Grade, Kind, Mention
    from supervision_tui.family.recognition.recogniser import (
        Recogniser,
        mentions_in,
        recogniser_of,
    )
    from supervision_tui.family.recognition.resolve import begins_like, people_called
    from supervision_tui.family.recognition.tokens import name_tokens
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "forgetting": "forget_recognisers",
            "mention": "IDENTIFYING Grade Kind Mention",
            "recogniser": "Recogniser mentions_in recogniser_of",
            "resolve": "begins_like people_called",
            "tokens": "name_tokens",
        },
    )

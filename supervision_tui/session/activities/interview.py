"""The interview: key words of what was said to the consultant's questions."""

from supervision_tui.practice.library.destinations import Destination
from supervision_tui.session.fields import Field

FIELDS = (
    Field(
        "key_words",
        "Key words, not whole sentences",
        Destination.FAMILY_WORK,
        hint="what made people lean forward; F4 keeps the question itself",
        heading="Key words of the interview",
    ),
)

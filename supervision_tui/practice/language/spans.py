"""Where a text is silent: quotations and terms that the law needs."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
"""A word; hyphens and apostrophes inside belong to it."""

_QUOTED = re.compile(
    r'“[^”\n]{0,2000}”|"[^"\n]{0,2000}"|‘[^’\n]{0,1000}(?:’\w[^’\n]{0,1000})*’(?!\w)'
    r"|(?<!\w)'(?=\S)[^'\n]{0,1000}(?:'\w[^'\n]{0,1000})*(?<=\S)'(?!\w)|^[ ]*>[^\n]*",
    re.MULTILINE,
)


def quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in *text*: in marks on one line, or a line that begins with ``>``."""
    return [match.span() for match in _QUOTED.finditer(text)]

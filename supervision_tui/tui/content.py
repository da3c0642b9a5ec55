"""Words on their way to a widget: always :class:`~textual.content.Content`, never markup.

A markup string loses bracketed words without a sound; ``Content`` shows every character.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from supervision_tui.text import SafeText, clean


def content(words: str, style: str = "") -> Content:
    """*words* as content for a widget, cleaned unless they are known to be clean, in *style*."""
    safe = words if isinstance(words, SafeText) else clean(words)
    return Content.styled(safe, style) if style else Content(safe)


def filled(words: str, width: int) -> str:
    """*words* followed by blanks up to *width* cells: always by one at least, so that no two words run together."""
    return f"{words}{' ' * max(width - cell_len(words), 1)}"


def stacked(*parts: Content | str) -> Content:
    """*parts* one below another."""
    return Content("\n").join([part if isinstance(part, Content) else content(part) for part in parts])


def inline(*parts: Content | str) -> Content:
    """*parts* one after another on a line."""
    return Content("").join([part if isinstance(part, Content) else content(part) for part in parts])


def show_changed(widget: Static, words: Content) -> None:
    """Show *words* in *widget* where they do not stand there yet, in the same styles.

    What is said again every second costs nothing so: a widget that is updated is laid out and painted anew, and with
    it all that stands beside it. Words that take the place of others of the same size are painted only.
    """
    shown = widget.content
    if not isinstance(shown, Content) or not shown.is_same(words):
        stays = isinstance(shown, Content) and _of_one_size(widget, shown, words)
        widget.update(words, layout=widget.styles.auto_dimensions and not stays)


def _of_one_size(widget: Static, shown: Content, words: Content) -> bool:
    """Whether *words* take the row of *shown* and leave *widget* as wide and as high as it is."""
    longer = max(shown.cell_length, words.cell_length)
    one_row = bool(shown and words) and "\n" not in shown.plain + words.plain and longer <= widget.content_size.width
    width = widget.styles.width
    return one_row and (shown.cell_length == words.cell_length or (width is not None and not width.is_auto))

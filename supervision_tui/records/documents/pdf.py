"""A document as PDF, tagged for screen readers (PDF/UA-1), set by Typst with the font that ships.

Words go in as data and are never read as Typst; no folder of this computer is open to it, and nothing is fetched.
Source: ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import typst

from supervision_tui.resources import content_folder

if TYPE_CHECKING:
    from supervision_tui.records.documents.model import Document

STANDARD = "ua-1"


def pdf(document: Document) -> bytes:
    """*document* as the bytes of a .pdf file.

    Where somebody wrote a letter that no font here has, the accessibility standard cannot be promised; the document is
    then made without the promise, and still tagged.
    """
    told = document.as_data
    files: dict[str, bytes] = {"main": (content_folder("templates/documents") / "document.typ").read_bytes()}
    drawn = (part["picture"] for part in (told, *told["parts"]) if part["picture"])
    for number, (picture, given) in enumerate(zip(document.pictures, drawn, strict=True)):
        given["file"] = f"picture{number}.svg"
        files[given["file"]] = picture.svg
    data = {"told": json.dumps(told)}
    fonts = [str(content_folder("templates/fonts"))]
    try:
        made = typst.compile(files, format="pdf", sys_inputs=data, font_paths=fonts, pdf_standards=[STANDARD])  # type: ignore[call-overload]
    except typst.TypstError:
        made = typst.compile(files, format="pdf", sys_inputs=data, font_paths=fonts)  # type: ignore[call-overload]
    return bytes(made)

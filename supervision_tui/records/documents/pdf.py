"""A document as PDF, tagged for screen readers (PDF/UA-1), set by Typst with the font that ships.

Words go in as data and are never read as Typst; no folder of this computer is open to it, and nothing is fetched.
Source: ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.genogram.graphviz import typeset, typeset_picture
from supervision_tui.resources import content_folder

if TYPE_CHECKING:
    from supervision_tui.records.documents.model import Document


def pdf(document: Document) -> bytes:
    """*document* as the bytes of a .pdf file.

    Where somebody wrote a letter that no font here has, the accessibility standard cannot be promised; the document is
    then made without the promise, and still tagged.
    """
    data = document.as_data
    files: dict[str, bytes] = {}
    drawn = (part["picture"] for part in (data, *data["parts"]) if part["picture"])
    for number, (picture, given) in enumerate(zip(document.pictures, drawn, strict=True)):
        given["typeset"], beside = typeset_picture(f"picture{number}", picture.svg.decode("utf-8"))
        files |= beside
    return typeset((content_folder("templates/documents") / "document.typ").read_bytes(), data, files)

"""An organisation's own templates: Jinja2 for text, Markdown and HTML, docxtpl for Word; all in a sandbox.

``document.html.j2``, ``document.md.j2``, ``document.txt.j2`` and ``document.docx`` in a folder win over ours.
A template is given one thing, ``document``, as plain data: it cannot call anything, reach a file, or fetch anything.

Traps measured: without autoescape docxtpl loses words at a ``<``; outside a sandbox a Word template runs any code.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supervision_tui.records.documents.model import Document

FORMS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt"}
LARGEST = 2_000_000
"""Bytes of a template; more is a mistake."""
NEEDS_DOCXTPL = (
    "Word templates of your own need one more package: pip install 'supervision-tui[word-templates]'. Nothing was "
    "written; .pdf, .html, .md and .txt work without it."
)


class DocumentTemplateError(ValueError):
    """A template of one's own cannot be used; the message names file and line."""


FAULTS = (TypeError, ValueError, AttributeError, ArithmeticError, LookupError, RecursionError, MemoryError)
"""What a template can raise beside Jinja's own errors."""


def own_maker(folder: Path, ending: str) -> Callable[[Document], bytes] | None:
    """What fills the organisation's own template for files with that *ending*; ``None`` where there is none."""
    name = "document.docx" if ending == ".docx" else f"document.{FORMS.get(ending, '')}.j2"
    path = folder / name
    if not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise DocumentTemplateError(f"{path} is larger than a template can be. Nothing was written.")
    return (lambda document: _word(path, document)) if ending == ".docx" else (lambda document: _text(path, document))


def own_template_names() -> tuple[str, ...]:
    """The names of files that are read as templates of one's own."""
    return (*dict.fromkeys(f"document.{form}.j2" for form in FORMS.values()), "document.docx")


def check_own_template(path: Path) -> bytes:
    """What the text template at *path* makes of a paper with a line of everything.

    Raises:
        DocumentTemplateError: it cannot be used; the message names file and line.
        OSError: it cannot be opened.
    """
    from supervision_tui.records.documents.model import (  # noqa: PLC0415 - only for a template of one's own
        Document,
        DocumentItem,
        DocumentPart,
    )

    if path.stat().st_size > LARGEST:
        raise DocumentTemplateError(f"{path} is larger than a template can be. Nothing was written.")
    part = DocumentPart("A heading", (DocumentItem("A line", "a mark"),), "A note")
    sample = Document(title="A title", about="About", opening="An opening", parts=(part,), closing=("An end",))
    return _text(path, sample)


def _text(path: Path, document: Document) -> bytes:
    from jinja2 import TemplateError  # noqa: PLC0415 - only for a template of one's own

    from supervision_tui.records.documents.template_sandbox import counted_steps, sandbox  # noqa: PLC0415 - as above

    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DocumentTemplateError(f"{path} is not UTF-8 text (byte {error.start}). Nothing was written.") from None
    environment = sandbox(escaped=path.name.endswith(".html.j2"))
    try:
        with counted_steps():
            return environment.from_string(source).render(document=document.as_data).encode("utf-8")
    except (TemplateError, *FAULTS) as error:
        raise _wrong(path, error) from None


def _word(path: Path, document: Document) -> bytes:
    try:
        from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, seldom used
    except ImportError:
        raise DocumentTemplateError(NEEDS_DOCXTPL) from None
    from zipfile import BadZipFile  # noqa: PLC0415 - as above

    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above
    from jinja2 import TemplateError  # noqa: PLC0415 - as above

    from supervision_tui.records.documents.template_sandbox import (  # noqa: PLC0415 - as above
        counted_steps,
        refuse_if_too_large,
        sandbox,
    )

    file = io.BytesIO()
    try:
        refuse_if_too_large(path)
        template = DocxTemplate(path)
        with counted_steps():
            template.render({"document": document.as_data}, jinja_env=sandbox(escaped=True))
        template.save(file)
    except (BadZipFile, PackageNotFoundError, KeyError):
        raise DocumentTemplateError(f"{path} cannot be opened as a Word document. Nothing was written.") from None
    except (TemplateError, *FAULTS) as error:
        raise _wrong(path, error) from None
    return file.getvalue()


def _wrong(path: Path, error: Exception) -> DocumentTemplateError:
    """What is wrong in the template, and on which line of it."""
    line = getattr(error, "lineno", None)
    trace = error.__traceback__
    while line is None and trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    at = f", line {line}" if line else ""
    why = str(error).replace("'dict object' has no attribute", "a document has no")
    return DocumentTemplateError(
        f"{path}{at}: {why}. Nothing was written; mend the template, or take it out of its folder."
    )

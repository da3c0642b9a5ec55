"""An organisation's own templates: Jinja2 for text, Markdown and HTML, docxtpl for Word; all in a sandbox.

``document.html.j2``, ``document.md.j2``, ``document.txt.j2`` and ``document.docx`` in a folder win over ours.
A template is given one thing, ``document``, as plain data: it cannot call anything, reach a file, or fetch anything.

Traps measured: without autoescape docxtpl loses words at a ``<``; outside a sandbox a Word template runs any code.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

    from supervision_tui.records.documents.model import Document

FORMS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt"}
WIDEST = 10_000
"""Characters that a template may pad words to."""
MOST_STEPS = 100_000
"""Numbers that all the loops of a template may count together."""
LARGEST = 2_000_000
"""Bytes of a template; more is a mistake."""
NEEDS_DOCXTPL = (
    "Word templates of your own need one more package: pip install 'supervision-tui[word-templates]'. Nothing was "
    "written; .pdf, .html, .md and .txt work without it."
)


class DocumentTemplateError(ValueError):
    """A template of one's own cannot be used; the message names file and line."""


FAULTS = (TypeError, ValueError, AttributeError, ArithmeticError, LookupError, RecursionError)
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


def _sandbox(*, escaped: bool) -> SandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415 - only for a template of one's own
    from jinja2.exceptions import SecurityError  # noqa: PLC0415 - as above
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - as above

    from supervision_tui.records.documents.text import markdown_words  # noqa: PLC0415 - as above

    class Sandbox(ImmutableSandboxedEnvironment):
        """Neither multiplies words, raises to a power nor pads words: each could fill the memory in one step."""

        intercepted_binops = frozenset({"*", "**", "%"})

        def call(self, context: Context, function: Any, *values: Any, **named: Any) -> Any:
            wide = [value for value in (*values, *named.values()) if isinstance(value, int) and value > WIDEST]
            if wide and isinstance(getattr(function, "__self__", None), str):
                message = f"words can be made at most {WIDEST:,} characters wide here, not {wide[0]:,}"
                raise SecurityError(message)
            return super().call(context, function, *values, **named)

        def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
            if operator == "%" and isinstance(left, str):
                message = "'%' can only be used with numbers here"
                raise SecurityError(message)
            if operator == "%":
                return super().call_binop(context, operator, left, right)
            if operator == "**" or not isinstance(left, int) or not isinstance(right, int):
                message = f"'{operator}' can only multiply whole numbers here"
                raise SecurityError(message)
            return super().call_binop(context, operator, left, right)

    made = Sandbox(
        autoescape=escaped, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    made.filters["markdown"] = markdown_words
    for name in ("batch", "center", "indent", "slice", "wordwrap"):
        made.filters[name] = _narrow(made.filters[name])
    made.filters.pop("format")
    made.globals["range"] = _counted_range()
    return made


def _counted_range() -> Callable[..., range]:
    """``range`` for one template: loops within loops come to an end."""
    steps = 0

    def counted(*bounds: int) -> range:
        nonlocal steps
        numbers = range(*bounds)
        steps += len(numbers)
        if steps > MOST_STEPS:
            raise OverflowError(f"the loops of this template count further than {MOST_STEPS:,}")
        return numbers

    return counted


def _narrow(words_filter: Callable[..., Any]) -> Callable[..., Any]:
    """*words_filter* that refuses a width which could fill the memory."""

    @functools.wraps(words_filter)
    def narrow(*values: Any, **named: Any) -> Any:
        if any(isinstance(value, int) and value > WIDEST for value in (*values, *named.values())):
            raise ValueError(f"a width of more than {WIDEST:,} is a mistake")
        return words_filter(*values, **named)

    return narrow


def _text(path: Path, document: Document) -> bytes:
    from jinja2 import TemplateError  # noqa: PLC0415 - only for a template of one's own

    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DocumentTemplateError(f"{path} is not UTF-8 text (byte {error.start}). Nothing was written.") from None
    environment = _sandbox(escaped=path.name.endswith(".html.j2"))
    try:
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

    file = io.BytesIO()
    try:
        template = DocxTemplate(path)
        template.render({"document": document.as_data}, jinja_env=_sandbox(escaped=True))
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

"""One's own folder and templates of documents: what is wrong with them is told at the start, not when it is late."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from supervision_tui.records.documents.custom_templates import (
    DocumentTemplateError,
    check_own_template,
    own_template_names,
)
from supervision_tui.workspace.paths import own_content

FOLDER = "documents"
UNREAD = "Until it is mended, the program's own layout is used or nothing is written."


def own_folder_problems() -> list[str]:
    """That the folder of one's own is none: a file of its name, or a link that leads nowhere."""
    own = own_content()
    if not os.path.lexists(own) or own.is_dir():
        return []
    return [f"{own}: this is no folder, so nothing of your own is read. Make it a folder of that name."]


def own_document_problems() -> list[str]:
    """What is wrong with templates of one's own for documents, a sentence each; each is tried on a paper of a line."""
    folder = own_content() / FOLDER
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if not path.name.startswith((".", "~")) and not path.name.casefold().startswith("readme"):
            problem = _problem(path)
            found += [problem] if problem else []
    return found


def _problem(path: Path) -> str:
    names = own_template_names()
    if path.name not in names:
        return f"{path}: nothing reads this. A template is called one of these: {', '.join(names)}."
    if not path.is_file():
        what = "a folder" if path.is_dir() else "a link that leads nowhere" if path.is_symlink() else "no file"
        return f"{path}: the template cannot be opened; it is {what}. {UNREAD}"
    if path.suffix == ".docx":
        return "" if zipfile.is_zipfile(path) else f"{path}: this is no Word document. {UNREAD}"
    try:
        made = check_own_template(path)
    except DocumentTemplateError as trouble:
        return f"{str(trouble).removesuffix(' Nothing was written.')} {UNREAD}"
    except OSError as trouble:
        return f"{path}: the template cannot be opened ({trouble.strerror or 'the disk refused'}). {UNREAD}"
    return "" if made.strip() else f"{path}: the template is empty, so every such paper would be. {UNREAD}"

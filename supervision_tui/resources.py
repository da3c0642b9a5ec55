"""Where the content that ships with the program stands: prompt packs and templates.

In a checkout they are the top-level folders ``prompts/`` and ``templates/``; in a wheel they are packed inside the
package. An editable install may hold a stale copy of the packed folder elsewhere, so the package's own folder is asked
first and the checkout second.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def content_folder(name: str) -> Path:
    """The folder *name* (``prompts`` or ``templates/...``) as shipped.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        folder = base / name
        if folder.is_dir():
            return folder
    message = f"The folder '{name}' that ships with the program is missing. Install the program again."
    raise FileNotFoundError(message)

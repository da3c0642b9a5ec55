"""What went wrong, as one sentence for whoever typed the command."""

from __future__ import annotations

from supervision_tui.whole_files import FileExistsAlreadyError


def sentence(trouble: object) -> str:
    """*trouble* in words; of a file that is there already, also how to write over it."""
    if isinstance(trouble, FileExistsAlreadyError):
        return f"{trouble} To write over it, add --force."
    if isinstance(trouble, OSError) and trouble.strerror:
        name = f"'{trouble.filename}': " if trouble.filename else ""
        return f"{name}{trouble.strerror}. Nothing was changed."
    return str(trouble)

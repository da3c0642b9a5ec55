"""What works on this computer and what does not, in plain words, each found out by doing it.

Nothing is taken from a version number: a vault is made and read back in a temporary folder, a family is drawn, a page
is set. A part that fails never stops the others.
"""

from __future__ import annotations

import getpass
import os
import platform
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from supervision_tui import __version__, genogram, practice
from supervision_tui.family import Family, load_family
from supervision_tui.resources import content_folder
from supervision_tui.vault import Save
from supervision_tui.workspace.organisation import NO_BROWSER, organisation, places
from supervision_tui.workspace.paths import content_folders, home, own_content, vault_folder

CheckStatus = Literal["works", "without", "trouble"]
"""It works; the program does without it; something must be mended."""

_PHRASE = "heron lantern quarry violet"
_MARK = "only a mark"


@dataclass(frozen=True, slots=True)
class SystemCheck:
    """One thing that was looked at: *what* it is, how it stands, the *words* for it, how to *mend* it if need be."""

    what: str
    standing: CheckStatus
    words: str
    mend: str = ""


def run_checks() -> Iterator[SystemCheck]:
    """Look at everything, one finding after the other, the most needed first."""
    for what, look in CHECKS:
        try:
            yield look(what)
        except Exception as error:  # noqa: BLE001 - whatever is broken here is what the person came to hear about
            mend = "Run the program's set-up again (python3 dev.py run), or tell whoever looks after your computer."
            yield SystemCheck(what, "trouble", f"This failed with {type(error).__name__}.", mend)


def help_desk_page(checks: Iterable[SystemCheck]) -> str:
    """A page to send to a help desk: the computer, the program, every check; no name of a person or of an account.

    The folder of the account stands as ``~``, its name as ``(account)``. Reports of failures hold no names by
    themselves (:mod:`supervision_tui.tui.app_services`).
    """
    settings = ("TERM", "COLORTERM", "LANG", "LC_ALL", "NO_COLOR", "TMUX", "SSH_TTY", "PYTHONPATH")
    lines = [
        f"supervision-tui {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        "Settings of the terminal: "
        + (", ".join(f"{name}={os.environ[name]}" for name in settings if name in os.environ) or "none"),
        "Set for this program: "
        + (", ".join(sorted(name for name in os.environ if name.startswith("SUPERVISION_TUI_"))) or "nothing"),
        "",
        *(f"{check.standing:<8} {check.what}: {check.words} {check.mend}".rstrip() for check in checks),
    ]
    return without_account("\n".join(lines)) + "\n"


def without_account(words: str) -> str:
    """*words* without the folder and the name of the account."""
    account = getpass.getuser()
    for folder in {str(Path.home()), str(Path.home().resolve())}:
        words = words.replace(folder, "~")
    pattern = rf"(?<![\w.-]){re.escape(account)}(?![\w-]|\.\w)"
    return re.sub(pattern, "(account)", words, flags=re.IGNORECASE) if len(account) > 1 else words


def _python(what: str) -> SystemCheck:
    return SystemCheck(what, "works", f"Python {platform.python_version()} on {platform.system() or 'this system'}.")


def _content(what: str) -> SystemCheck:
    library = practice.load_library(*content_folders())
    families = len(list(content_folder("templates/families").glob("*.yaml")))
    words = (
        f"{len(library.packs)} packs with {len(library.prompts):,} prompts, {len(library.templates)} session formats, "
        f"{len(library.frameworks)} frameworks, {families} invented families."
    )
    if library.problems:
        mend = f"`supervision-tui library check FILE` says where. The first: {library.problems[0]}"
        return SystemCheck(
            what, "trouble", f"{words} {len(library.problems)} things in your own files are wrong.", mend
        )
    return SystemCheck(what, "works", words)


def _locking(what: str) -> SystemCheck:
    from supervision_tui.vault import Cost, Vault  # noqa: PLC0415 - a broken database must not stop the rest

    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder) / "state"
        vault, _ = Vault.create(Path(folder) / "vault", _PHRASE, cost=Cost.FAST, state=state)
        vault.documents.save(Save("note", "a", f'"{_MARK}"', author="doctor", base=0))
        vault.close()
        again = Vault.open(Path(folder) / "vault", _PHRASE, state=state)
        body = again.documents.get("note", "a").body
        again.close()
        files = [path for path in (Path(folder) / "vault").rglob("*") if path.is_file()]
        readable = [path.name for path in files if _MARK.encode() in path.read_bytes()]
    if _MARK not in body or readable:
        return SystemCheck(what, "trouble", "A vault did not come back as it was written.", "Do not use it here.")
    return SystemCheck(
        what, "works", "A vault was made, closed and read back; without its passphrase its files say nothing."
    )


def _place(what: str) -> SystemCheck:
    from supervision_tui.vault.disk import filesystem, private_files, sync_conflicts  # noqa: PLC0415 - as above

    folder = vault_folder()
    for variable, place in (("SUPERVISION_TUI_STATE", private_files.state_folder()), ("SUPERVISION_TUI_HOME", folder)):
        there = next(path for path in (place, *place.parents) if path.exists())
        if not there.is_dir() or not os.access(there, os.W_OK):
            mend = f"Set {variable} to a folder of your own, or ask whoever looks after your computer."
            return SystemCheck(what, "trouble", f"Nothing can be written in {there}.", mend)
    lines = [
        *filesystem.examine(there).warnings(),
        sync_conflicts.conflict_warning(there),
        filesystem.space_warning(there),
    ]
    lines = [words for words in lines if words]
    state = "is there" if folder.exists() else "is made at the first start"
    if lines:
        return SystemCheck(what, "trouble", f"Your notebook {state}: {folder}.", " ".join(lines))
    return SystemCheck(what, "works", f"Your notebook {state}: {folder}. The disk is this computer's own.")


def _key_store(what: str) -> SystemCheck:
    import keyring  # noqa: PLC0415 - slow, and only asked for here
    from keyring.backends.fail import Keyring  # noqa: PLC0415 - as above

    found = keyring.get_keyring()
    if isinstance(found, Keyring):
        return SystemCheck(what, "without", "This system keeps no keys. You open your notebook by passphrase.")
    return SystemCheck(what, "works", "This system can keep the key, if you ask for it.")


def _family() -> Family:
    return load_family(min(content_folder("templates/families").glob("*.yaml")))


def _drawing(kind: str, words: str) -> Callable[[str], SystemCheck]:
    def look(what: str) -> SystemCheck:
        try:
            family = _family()
            made = genogram.render_file(genogram.Drawing(family, genogram.lay_out(family), genogram.Options()), kind)
        except genogram.GraphvizMissingError as missing:
            return SystemCheck(what, "without", "Drawings on paper cannot be made here.", str(missing))
        return SystemCheck(what, "works", f"{words} ({len(made) // 1024 or 1} KB).")

    return look


def _record(ending: str, words: str) -> Callable[[str], SystemCheck]:
    def look(what: str) -> SystemCheck:
        from supervision_tui.records.documents import (  # noqa: PLC0415 - as above
            Document,
            DocumentPart,
            file_content,
        )

        made = file_content(Document(title="A page", parts=(DocumentPart("A heading", note=_MARK),)), ending)
        return SystemCheck(what, "works", f"{words} ({len(made) // 1024 or 1} KB).")

    return look


def _browser(what: str) -> SystemCheck:
    from importlib.util import find_spec  # noqa: PLC0415 - only asked for here

    if not organisation().settings.browser:
        return SystemCheck(what, "without", NO_BROWSER)
    if find_spec("textual_serve") is None:
        return SystemCheck(
            what, "without", "Not installed; the program runs in the terminal.", "pip install 'supervision-tui[serve]'"
        )
    return SystemCheck(what, "works", "`supervision-tui serve` shows the program in a browser on this computer.")


def _home(what: str) -> SystemCheck:
    own = own_content()
    words = f"Everything of yours stands in {home()}."
    if own.is_dir():
        return SystemCheck(what, "works", f"{words} Your team's own packs and templates are in {own}.")
    return SystemCheck(what, "without", f"{words} Your team has no packs of its own yet ({own}).")


def _organisation(what: str) -> SystemCheck:
    ruled = organisation()
    if ruled.file is None:
        places_ = " or ".join(str(path) for path in places())
        return SystemCheck(what, "without", f"Your organisation has set nothing ({places_}).")
    if ruled.problem:
        mend = f"Mend {ruled.file}. Until then no file in clear is written, and the program is in no browser."
        return SystemCheck(what, "trouble", ruled.problem, mend)
    words = f"{ruled.file}: {'; '.join(ruled.lines()) or 'nothing that differs from the program itself'}."
    if ruled.changeable:
        return SystemCheck(what, "trouble", words, "The person who is logged in could change this file: look at it.")
    return SystemCheck(what, "works", words)


CHECKS: tuple[tuple[str, Callable[[str], SystemCheck]], ...] = (
    ("Python", _python),
    ("Questions and formats", _content),
    ("Locked notebook", _locking),
    ("Where it stands", _place),
    ("Your own files", _home),
    ("Set by your organisation", _organisation),
    ("Key store", _key_store),
    ("Genogram in the terminal", _drawing(".txt", "A family was drawn with characters")),
    ("Genogram as SVG", _drawing(".svg", "The same family was drawn for the screen")),
    ("Genogram as picture", _drawing(".png", "The same family was drawn as PNG")),
    ("Genogram on paper", _drawing(".pdf", "The same family was drawn as PDF")),
    ("Record for Word", _record(".docx", "A page with a heading was written as DOCX")),
    ("Record on paper", _record(".pdf", "The same page was set as PDF")),
    ("In a browser", _browser),
)

# ruff: noqa: S311 - what happens to a file is chosen by a seed, so that it can be repeated; nothing secret depends on it
"""Files of every kind that is read, after anything happened to them: read, or refused in a sentence, and soon.

What is tried next is chosen by what came before: a file that was answered in a way not met yet is changed further.
"""

from __future__ import annotations

import random
import re
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from time import process_time

from supervision_tui.family import load_family
from supervision_tui.family.formats import ForeignFileError, to_gedcom
from supervision_tui.resources import content_folder
from supervision_tui.text import clean
from supervision_tui.workspace.store.family_import import read_file
from supervision_tui.yaml_files import FileFormatError

LONGEST, MOST_MEMORY = 2.0, 256
"""Seconds of CPU that one file may take, and megabytes that all of them together may add."""
_KEPT = 300
_TOKENS = (
    b"\x1b]52;c;QQ==\x07", b"\x9b31m", "\u202e".encode(), b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"&a", b"*a",
    b"<<: *a", b"!!python/none", b"&amp;", b"&lol;", b"<!DOCTYPE a>", b"]]>", b"{", b"[" * 400, b"9" * 400, b"-1",
    b"1e308", b"null", b"true", b"\n0 HEAD\n", b"\n1 CONT ", b"\n99 NOTE x", b"@I1@", b"@@", b"1 JAN 2030",
    b"31 FEB 2020", b"'", b'"', "\ud800".encode("utf-16", "surrogatepass"), "é".encode("latin-1"), b"\r", b"\t",
    b": ", b"- ", b"#", b"x" * 5000,
)  # fmt: skip


def bases() -> dict[str, list[bytes]]:
    """Whole files of each kind."""
    from tests.family.test_other_programs import PLAIN, THREE, couple, genopro, gramps, gramps_person, project  # noqa: PLC0415

    paths = sorted(content_folder("templates/families").glob("*.yaml"))
    families = [load_family(path) for path in paths]
    tied = gramps_person("a", '<personref hlink="_b" rel="abused"/>') + gramps_person("b") + gramps_person("c")
    union = '<family handle="_f" id="F1"><father hlink="_a"/><mother hlink="_b"/><childref hlink="_c"/></family>'
    return {
        "yaml": [path.read_bytes() for path in paths],
        "gedcom 5.5.1": [to_gedcom(family, "5.5.1").encode() for family in families],
        "gedcom 7.0": [to_gedcom(family, "7.0").encode() for family in families],
        "gramps": [gramps(THREE), gramps(tied, families=union)],
        "genopro": [genopro(couple("Married")), genopro(couple("Divorced", "<Note>x</Note>"))],
        "opengenogram": [project(PLAIN, [("marriage", "a", "b")]), project(PLAIN, [("violence", "a", "b")])],
    }


def run(work: Path, times: int, seed: int, kind: str) -> tuple[str, list[str]]:
    """*times* files of one *kind*, each after something happened to it."""
    chance, corpus = random.Random(seed), [_bytes(base) for base in bases()[kind]]
    whole, answers, wrong = len(corpus), set[str](), list[str]()
    path, start, slowest, read = work / f"file.{ENDINGS[kind]}", _memory(), 0.0, 0
    for number in range(times):
        content = _changed(chance, corpus, whole)
        path.write_bytes(content)
        began = process_time()
        answer = _answered(path)
        took = process_time() - began
        slowest = max(slowest, took)
        read += answer.startswith("read")
        if answer.startswith("BROKEN") or took > LONGEST:
            wrong.append(f"file {number} of seed {seed}: {answer} after {took:.1f} s")
        if (shape := re.sub(r"[0-9]+|“[^”]*”|'[^']*'", "~", answer)) not in answers:
            answers.add(shape)
            if len(content) < 2_000_000 and len(corpus) < whole + _KEPT:
                corpus.append(content)
    if (more := _memory() - start) > MOST_MEMORY:
        wrong.append(f"{more:.0f} MB more memory than before")
    what = (
        f"{times} files: {read} read, {len(answers)} different answers, the slowest {slowest:.2f} s CPU, {more:.0f} MB"
    )
    return f"{kind}: {what}", wrong


ENDINGS = {
    "yaml": "yaml",
    "gedcom 5.5.1": "ged",
    "gedcom 7.0": "ged",
    "gramps": "gramps",
    "genopro": "xml",
    "opengenogram": "json",
}
"""Every kind that is read, with how its files' names end."""


def _bytes(base: bytes | str) -> bytes:
    return base if isinstance(base, bytes) else base.encode()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _answered(path: Path) -> str:
    """What came of reading the file at *path*."""
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(60)
    try:
        found = read_file(path, frozenset())
    except (FileFormatError, ForeignFileError) as error:
        words = str(error)
        bad = any(clean(line) != line for line in words.split("\n"))
        return f"BROKEN: a sentence that steers: {words[:100]!r}" if bad or not words.strip() else words[:300]
    except OSError as error:
        return f"BROKEN {type(error).__name__}: {error}"
    except Exception as error:  # noqa: BLE001 - a traceback is what this looks for
        return f"BROKEN {type(error).__name__}: {error}"
    finally:
        signal.alarm(0)
    shown = " ".join(found.words())
    if any(clean(line) != line for line in shown.split("\n")):
        return f"BROKEN: words that steer: {shown[:100]!r}"
    return f"read, {len(found.remarks)} remarks"


def _too_long(*_: object) -> None:
    message = "more than a minute"
    raise TimeoutError(message)


def _changed(chance: random.Random, corpus: list[bytes], whole: int) -> bytes:
    """One of *corpus*, a *whole* file half the time, after one to four things happened to it."""
    content = corpus[chance.randrange(whole)] if chance.random() < 0.5 else chance.choice(corpus)
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = chance.choice(_WAYS)(chance, content, corpus)
    return content


def _flipped(chance: random.Random, content: bytes, _: list[bytes]) -> bytes:
    at = chance.randrange(len(content) or 1)
    return content[:at] + bytes([(content[at] if content else 0) ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _cut(chance: random.Random, content: bytes, _: list[bytes]) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.randrange(1, 200) :]


def _token(chance: random.Random, content: bytes, _: list[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_TOKENS) + content[at + chance.choice((0, 0, 5)) :]


def _lines(chance: random.Random, content: bytes, corpus: list[bytes]) -> bytes:
    """A line taken out, doubled, moved, or taken from another file."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(4)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines[at:at] = [lines[at]] * chance.choice((1, 3, 200))
    elif kind == 2:
        lines.insert(chance.randrange(len(lines)), lines.pop(at))
    else:
        lines[at:at] = chance.choice(corpus).split(b"\n")[: chance.randrange(1, 40)]
    return b"\n".join(lines)


def _word(chance: random.Random, content: bytes, corpus: list[bytes]) -> bytes:
    """A word in the place of another."""
    ours, theirs = _WORD.findall(content), _WORD.findall(chance.choice(corpus))
    if not ours or not theirs:
        return content
    return content.replace(chance.choice(ours), chance.choice(theirs), chance.choice((1, -1)))


def _spliced(chance: random.Random, content: bytes, corpus: list[bytes]) -> bytes:
    other = chance.choice(corpus)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


_WORD = re.compile(rb"[\w.-]{2,40}")
_WAYS: tuple[Callable[[random.Random, bytes, list[bytes]], bytes], ...] = (
    _flipped,
    _cut,
    _token,
    _lines,
    _word,
    _spliced,
)

"""One gate for words out: no command lets a control sequence reach the terminal, a file, or a file's name."""

import contextlib
import io
import zipfile

import pytest
import typer

from supervision_tui.cli import output_cleaning
from supervision_tui.cli.root import app, run_command
from supervision_tui.records.documents import Document
from supervision_tui.records.documents.export import write
from supervision_tui.text import clean
from supervision_tui.vault.keys import wrapping as vault_keys
from supervision_tui.whole_files import TargetRefusedError, keep

EVIL = "zz\x1b]52;c;ZXZpbA==\x07\u202e\x9b31mzz"
"""Writes the clipboard, turns the direction of writing, sets a colour: in the three ways in which that is done."""
STARTS_SOMETHING = {("demo",), ("plain",)}
"""They open a screen or a conversation and take no words."""


def harmful(text: str) -> list[str]:
    return [repr(line) for line in text.replace("\t", "    ").split("\n") if clean(line) != line]


def every_command(group, path=()):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from every_command(command, (*path, name))
        elif (*path, name) not in STARTS_SOMETHING:
            yield (*path, name), command


COMMANDS = dict(every_command(typer.main.get_command(app)))


def takes_words(parameter) -> bool:
    flag = getattr(parameter, "is_flag", False) or getattr(parameter, "count", False)
    return not flag and parameter.name != "help"


def lines_with(command):
    """Command lines that give the evil words to each parameter in turn, and something to all that must be there."""
    for wanted in filter(takes_words, command.params):
        words = []
        for parameter in command.params:
            if parameter is not wanted and not parameter.required:
                continue
            value = EVIL if parameter is wanted else "x"
            is_option = parameter.param_type_name == "option"
            words += [parameter.opts[0], value] if is_option else [value]
        yield words


NOUNS = sorted({path[0] for path, command in COMMANDS.items() if list(lines_with(command))})


def test_the_walk_meets_every_noun():
    assert {"vault", "record", "family", "genogram", "session", "person", "search", "library"} < set(NOUNS)
    assert len(COMMANDS) > len(NOUNS)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SUPERVISION_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERVISION_TUI_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(vault_keys.Cost.STANDARD, "_value_", vault_keys.Cost.FAST.value)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def said_by(noun):
    for path, command in COMMANDS.items():
        for words in lines_with(command) if path[0] == noun else ():
            out = io.StringIO()
            with (
                pytest.MonkeyPatch.context() as patch,
                contextlib.redirect_stdout(out),
                contextlib.redirect_stderr(out),
            ):
                patch.setattr("sys.argv", ["supervision-tui", *path, *words])
                patch.setattr("sys.stdin", io.StringIO())
                run_command()
            yield (*path, *words), out.getvalue()


@pytest.mark.parametrize("noun", NOUNS)
def test_no_command_hands_a_control_sequence_on_to_the_terminal(noun, home):
    outputs = list(said_by(noun))
    assert outputs
    assert [(words, bad) for words, output in outputs if (bad := harmful(output))] == []
    assert [path for path in (home / "here").iterdir() if clean(path.name) != path.name] == []


def test_without_the_gate_the_walk_finds_some(home, monkeypatch):
    monkeypatch.setattr(output_cleaning, "clean", str)
    assert any(harmful(output) for _, output in said_by("family")), home


def test_an_error_that_ends_the_program_passes_the_gate_too(home, monkeypatch, capfd):
    monkeypatch.setattr("sys.argv", ["supervision-tui", "family", "show", str(home / f"{EVIL}.yaml")])
    assert run_command() == 1
    told = capfd.readouterr()
    assert "zz" in told.err
    assert harmful(told.err + told.out) == []


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx", "pdf"])
def test_neither_reader_nor_purpose_steers_whoever_opens_the_document(home, ending):
    made = Document(title="For Robin's file", opening="Words.").for_reader(EVIL, family=EVIL, purpose=EVIL)
    path = home / f"out.{ending}"
    write(made, path)
    content = path.read_bytes()
    if ending == "docx":
        content = zipfile.ZipFile(path).read("word/document.xml")
    for sequence in (b"\x1b", "\u202e".encode(), "\x9b".encode(), b"\x07"):
        assert sequence not in content or ending == "pdf"
    assert made.reader
    assert harmful(f"{made.reader} {made.family} {made.purpose} {made.made_out}") == []


def test_a_file_is_never_given_a_name_that_could_steer_a_terminal(home):
    for name in (f"{EVIL}.txt", "two\nlines.txt", "turned\u202etxt.exe"):
        with pytest.raises(TargetRefusedError, match="steer a terminal"):
            keep(lambda: b"words", home / "here" / name)
    keep(lambda: b"words", home / "here" / "Łukasz’s plan – für später.txt")
    assert [path.name for path in (home / "here").iterdir()] == ["Łukasz’s plan – für später.txt"]


@pytest.mark.parametrize("folder", [EVIL, f"{EVIL}/inside", "two\nlines"])
def test_no_command_makes_a_folder_whose_name_could_steer_a_terminal(home, folder):
    from supervision_tui.vault import Cost, NotSavedError, Vault
    from supervision_tui.whole_files import make_folder

    target = home / "here" / folder
    with pytest.raises(TargetRefusedError, match="steer a terminal"):
        make_folder(target)
    with pytest.raises(NotSavedError, match="steer a terminal"):
        Vault.create(target, "kettle harbour violet seven", cost=Cost.FAST)
    assert list((home / "here").iterdir()) == []

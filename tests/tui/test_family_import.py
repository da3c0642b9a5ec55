"""A family from a file is shown first, and kept only after a yes: on any of the ways in."""

import signal
import threading

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.family.family import app as family_command
from supervision_tui.family import family_to_yaml, load_family
from supervision_tui.genogram import to_text
from supervision_tui.plain import families
from supervision_tui.plain.families import browse_families
from supervision_tui.resources import content_folder
from supervision_tui.tui.dialogs.dialogs import NoticeScreen
from supervision_tui.tui.screens.families.families import FamiliesScreen
from supervision_tui.tui.screens.families.import_preview import ImportPreviewScreen
from supervision_tui.tui.screens.families.reading_file import ReadingFileScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault, open_demo, open_vault
from supervision_tui.workspace.store.family_import import FamilyExistsError
from tests.patience import PATIENCE
from tests.plain.conftest import Script
from tests.tui.driving import named
from tests.whole import rows
from tests.workspace.conftest import PASSPHRASE

GEDCOM = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Ann /Bell/
1 SEX F
1 BIRT
2 DATE 31 FEB 1980
1 _ODD something
0 @I2@ INDI
1 NAME Tom /Bell/
0 @I3@ INDI
1 NAME Robin /Bell/
0 @F1@ FAM
1 WIFE @I1@
1 HUSB @I2@
1 CHIL @I3@
0 @S1@ SOUR
1 TITL A parish book
0 @S2@ SOUR
1 TITL Another
0 TRLR
"""


@pytest.fixture
def file(tmp_path):
    """A family as YAML, JSON or GEDCOM, under another id than the demonstration's."""
    family = load_family(content_folder("templates/families") / "haile.yaml").replaced(id="new-one", title="The Hailes")

    def made(kind):
        words = {"yaml": lambda: family_to_yaml(family), "json": family.to_json, "ged": lambda: GEDCOM}[kind]()
        path = tmp_path / f"bells.{kind}"
        path.write_text(words, encoding="utf-8")
        return path

    return made


async def look_at(pilot, wait, path):
    await pilot.press("2")
    await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen))
    await pilot.press("a")
    await wait(pilot, lambda: named(pilot) == "AskScreen")
    pilot.app.screen.query_one("Input").value = str(path)
    await pilot.press("enter")
    await wait(pilot, lambda: isinstance(pilot.app.screen, (ImportPreviewScreen, NoticeScreen)))


def read(pilot):
    return str(pilot.app.screen.query_one("#read Static").render())


def kept(pilot):
    return [heading.id for heading in pilot.app.workspace.families.headings()]


@pytest.mark.parametrize(("kind", "size"), rows(("ged", (80, 24)), ("json", (120, 40)), ("yaml", (80, 24))))
async def test_it_is_shown_first_and_kept_only_after_a_yes(demo, wait, file, kind, size):
    family = "bells" if kind == "ged" else "new-one"
    async with demo(size) as pilot:
        await look_at(pilot, wait, file(kind))
        assert "nothing is kept yet" in read(pilot)
        assert "people" in read(pilot)
        await wait(pilot, lambda: bool(pilot.app.screen.query(GenogramView)))
        assert to_text(pilot.app.screen.query_one(GenogramView).scene).strip()
        assert family not in kept(pilot)
        await pilot.press("n")
        await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen))
        assert family not in kept(pilot)
        await look_at(pilot, wait, file(kind))
        await pilot.press("y")
        await wait(pilot, lambda: isinstance(pilot.app.screen, FamiliesScreen) and pilot.app.screen.chosen == family)
        assert family in kept(pilot)


async def test_what_was_not_understood_is_counted_and_can_be_read_line_by_line(demo, wait, file):
    async with demo((80, 24)) as pilot:
        await look_at(pilot, wait, file("ged"))
        assert "3 people, 1 couple" in read(pilot)
        assert "1 date not taken" in read(pilot)
        assert "are carried along" in read(pilot)
        await pilot.press("r")
        await wait(pilot, lambda: isinstance(pilot.app.screen, NoticeScreen))
        told = str(pilot.app.screen.query_one("#notice").render())
        assert "31 FEB 1980" in told
        assert "by birth or otherwise" in told
        await pilot.press("escape")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ImportPreviewScreen))


async def test_a_file_in_which_everything_is_understood_says_so_and_offers_no_list(demo, wait, file):
    async with demo((80, 24)) as pilot:
        await look_at(pilot, wait, file("yaml"))
        assert "Everything in the file was understood." in read(pilot)
        await pilot.press("r")
        assert isinstance(pilot.app.screen, ImportPreviewScreen)


async def test_a_family_that_is_here_already_is_said_to_be_and_cannot_be_kept(demo, wait):
    async with demo((80, 24)) as pilot:
        before = kept(pilot)
        await look_at(pilot, wait, content_folder("templates/families") / "haile.yaml")
        assert "is here already, and it was left as it is" in read(pilot)
        await pilot.press("y")
        assert isinstance(pilot.app.screen, ImportPreviewScreen)
        assert kept(pilot) == before


UNREADABLE = {"broken.yaml": "title: [unfinished", "broken.json": "{}", "broken.ged": "hello", "missing.yaml": None}


async def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(demo, wait, tmp_path):
    async with demo((80, 24)) as pilot:
        before = kept(pilot)
        for name, words in UNREADABLE.items():
            if words is not None:
                (tmp_path / name).write_text(words)
            await look_at(pilot, wait, tmp_path / name)
            assert isinstance(pilot.app.screen, NoticeScreen), name
            assert len(str(pilot.app.screen.query_one("#notice").render())) > 10, name
            assert kept(pilot) == before, name
            await pilot.press("escape")


async def test_a_room_sees_nothing_of_a_family_that_is_looked_at(demo, wait, file):
    async with demo((120, 40)) as pilot:
        await look_at(pilot, wait, file("yaml"))
        await wait(pilot, lambda: "Hailes" in pilot.app.export_screenshot())
        pilot.app.room.enter()
        await wait(pilot, lambda: "Hailes" not in pilot.app.export_screenshot())


@pytest.mark.parametrize(("answers", "stays"), [(("2", "1"), True), (("1",), True), ((), False)])
def test_in_plain_words_it_is_read_first_and_kept_after_a_yes(file, answers, stays):
    workspace = open_demo()
    try:
        numbers = [str(len(workspace.families.headings()) + 1)]
        script = Script(*numbers, str(file("ged")), *answers, "", "")
        browse_families(workspace, script)
        assert "3 people, 1 couple" in script.heard
        assert "31 FEB 1980" in script.heard
        assert ("bells" in [one.id for one in workspace.families.headings()]) == stays
        assert ("is here now" in script.heard) == stays
        assert ("Nothing was kept" in script.heard) != stays
    finally:
        workspace.close()


@pytest.fixture
def run(tmp_path):
    """``family bring-in`` on a notebook of its own."""
    folder, secret = tmp_path / "vault", tmp_path / "secret"
    workspace, _ = create_vault(folder, PASSPHRASE, "Amina", cost=Cost.FAST)
    workspace.close()
    secret.write_text(PASSPHRASE)

    def ran(*words, answer=None):
        where = ["--vault", str(folder), "--passphrase-file", str(secret)]
        return CliRunner().invoke(family_command, ["bring-in", *map(str, words), *where], input=answer)

    ran.kept = lambda: _kept(folder)
    return ran


def _kept(folder):
    workspace = open_vault(folder, PASSPHRASE)
    try:
        return [one.id for one in workspace.families.headings()]
    finally:
        workspace.close()


def test_on_the_command_line_it_is_told_first_and_kept_after_a_yes(run, file):
    no = run(file("ged"), answer="n\n")
    assert no.exit_code == 1
    assert "bells" not in no.stdout
    assert "31 FEB 1980" in no.stderr
    assert "carried along" in no.stderr
    assert run.kept() == []
    yes = run(file("ged"), answer="y\n")
    assert (yes.exit_code, yes.stdout.split()[-1]) == (0, "bells")
    assert run.kept() == ["bells"]
    again = run(file("ged"), "--yes")
    assert again.exit_code == 1
    assert "here already" in again.stderr
    assert run(file("yaml"), "--yes").stdout == "new-one\n"


def test_a_family_that_came_in_meanwhile_is_not_written_over(file):
    workspace = open_demo()
    try:
        first = workspace.preview_family_file(str(file("yaml")))
        second = workspace.preview_family_file(str(file("json")))
        workspace.families.keep_import(first)
        with pytest.raises(FamilyExistsError, match="left as it is"):
            workspace.families.keep_import(second)
    finally:
        workspace.close()


async def test_a_long_reading_says_how_far_it_is_and_can_be_stopped(demo, wait, file):
    async with demo((80, 24)) as pilot:
        told, go_on = [], threading.Event()

        def reading(path, progress):
            progress(1, 4)
            told.append("begun")
            go_on.wait(PATIENCE)
            progress(2, 4)
            told.append("never")

        await wait(pilot, lambda: named(pilot) != "Screen")
        before = pilot.app.screen
        answers = []
        pilot.app.push_screen(ReadingFileScreen("x.ged", reading), answers.append)
        await wait(pilot, lambda: bool(told))
        await wait(pilot, lambda: "25 % read" in str(pilot.app.screen.query_one("#how_far").render()))
        await pilot.press("escape")
        go_on.set()
        await wait(pilot, lambda: pilot.app.screen is before)
        assert answers == [None]
        assert told == ["begun"]


POLISH = GEDCOM.replace("1 CHAR UTF-8", "1 CHAR ANSI").replace("Ann /Bell/", "Łucja /Żółć/")


@pytest.fixture
def polish(tmp_path):
    """A file of Windows' Central European letters under a header that only says ANSI."""
    path = tmp_path / "polish.ged"
    path.write_bytes(POLISH.encode("cp1250"))
    return path


async def test_how_the_letters_are_written_is_chosen_on_the_preview_by_a_line_of_the_file(demo, wait, polish):
    async with demo((120, 40)) as pilot:
        await look_at(pilot, wait, polish)
        first = pilot.app.screen
        await pilot.press("l")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        choices = pilot.app.screen.query_one("OptionList")
        shown = {option.id: str(option.prompt) for option in choices.options}
        assert "Łucja" in shown["cp1250"]
        assert "Łucja" not in shown["cp1252"]
        choices.highlighted = choices.get_option_index("cp1252")
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ImportPreviewScreen) and pilot.app.screen is not first)
        assert "Łucja" not in [str(person.name) for person in pilot.app.screen.brought.family.persons]
        second = pilot.app.screen
        await pilot.press("l")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        choices = pilot.app.screen.query_one("OptionList")
        choices.highlighted = choices.get_option_index("cp1250")
        await pilot.press("enter")
        await wait(pilot, lambda: isinstance(pilot.app.screen, ImportPreviewScreen) and pilot.app.screen is not second)
        assert "Łucja Żółć" in [str(person.name) for person in pilot.app.screen.brought.family.persons]


async def test_a_file_whose_letters_are_sure_offers_no_choice(demo, wait, file):
    async with demo() as pilot:
        await look_at(pilot, wait, file("ged"))
        assert not pilot.app.screen.brought.letters_in_doubt
        await pilot.press("l")
        assert isinstance(pilot.app.screen, ImportPreviewScreen)


def test_plain_mode_offers_the_letters_too(polish):
    workspace = open_demo()
    try:
        script = Script("bring in", str(polish), "choose how", "cp1250", "keep it", "")
        browse_families(workspace, script)
        known = [workspace.families.get(heading.id) for heading in workspace.families.headings()]
        names = [person.name for family in known for person in family.persons]
        assert "Łucja Żółć" in names
    finally:
        workspace.close()


def test_plain_mode_says_how_far_a_long_reading_is_and_ctrl_c_stops_it_and_nothing_else(monkeypatch):
    def read(_workspace, _path, progress, _letters):
        progress(1, 5)
        progress(2, 5)
        signal.raise_signal(signal.SIGINT)

    workspace, before = open_demo(), signal.getsignal(signal.SIGINT)
    try:
        kept_before = len(workspace.families.headings())
        monkeypatch.setattr(families, "AT_ONCE", 0.0)
        monkeypatch.setattr(type(workspace), "preview_family_file", read)
        script = Script("bring in", "long.ged", "")
        browse_families(workspace, script)
        assert "20 per cent read." in script.heard
        assert "Stopped. Nothing was kept." in script.heard
        assert signal.getsignal(signal.SIGINT) is before
        assert len(workspace.families.headings()) == kept_before
    finally:
        workspace.close()


def test_bring_in_takes_the_letters_that_a_person_names(run, polish):
    assert run(polish, "--yes", "--letters", "cp1250").exit_code == 0
    assert len(run.kept()) == 1
    assert "How its letters are written" in run("--help").output
    assert "There are no letters" in run(polish, "--letters", "klingon").output

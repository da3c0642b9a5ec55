"""The studio: a family is drawn from the keyboard while people talk; all is kept, and all can be taken back."""

from datetime import date

import pytest
from textual.events import Paste

from supervision_tui.family import Family, Parentage, Person, Union
from supervision_tui.family.edits import Add
from supervision_tui.text import LONGEST_LINE, Line
from supervision_tui.tui.studio.person_search import find_by_prefix
from supervision_tui.tui.studio.screen import StudioScreen
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.studio.telling import presses, say
from tests.tui.driving import finished, named
from tests.tui.textual_internals import notices

V1 = (
    ("n", "Abel Yonas m b 2012-03"),
    ("u", "Selam Haile f b 1990-08"),
    ("u", "m Yonas Tesfay m b 1985-02 2010-"),
    ("b", "Rahwa Yonas f b 2015-11"),
    ("b", "Natan Yonas m b 2022-06"),
    ("/", "sel"),
    ("u", "Letebrhan Gebre f b 1963-03"),
    ("u", "m Haile Woldu m b 1958-06 d 1999-06"),
    ("b", "Filmon Haile m b 1996-05"),
    ("b", "Saba Haile f b 1987-01 d 2021-04"),
    ("c", "Merhawi Kidane m b 2010-07"),
    ("/", "fil"),
    ("p", "m Hana Bekele f b 1998-09 2024-"),
    ("c", "Baby due 2026-12"),
    ("/", "yon"),
    ("u", "Tesfay Araya m b 1955-05"),
    ("b", "Kudus Tesfay m b 1988-10"),
)
"""Family V1 of the demonstration, as it would be told: a key and a line each."""


def draw_family(family_editor, lines):
    """Say every line as its key does it: who is selected follows from the last one, as on the screen."""
    acts = {"b": family_editor.add_sibling, "c": family_editor.add_child, "p": family_editor.add_partner}
    selected = ""
    for key, line in lines:
        if key == "/":
            selected = find_by_prefix(family_editor.family, line)
        elif key == "n":
            selected = family_editor.add_first_person(line)
        elif key == "u":
            family_editor.add_parent(selected, line)
        else:
            selected = acts[key](selected, line)


def test_a_three_generation_family_of_fourteen_takes_few_keys_beside_names_and_dates(family_editor, workspace):
    draw_family(family_editor, V1)
    family = family_editor.family
    assert len(family.persons) == 14
    assert sum(presses(key, line) for key, line in V1) < 150
    parents = {link.child: set(link.parents) for link in family.parentages}
    for child in ("abel-yonas", "rahwa-yonas", "natan-yonas"):
        assert parents[child] == {"selam-haile", "yonas-tesfay"}
    assert parents["saba-haile"] == parents["filmon-haile"] == {"letebrhan-gebre", "haile-woldu"}
    assert parents["merhawi-kidane"] == {"saba-haile"}
    assert parents["baby"] == {"filmon-haile", "hana-bekele"}
    assert parents["kudus-tesfay"] == {"tesfay-araya"}
    assert family.focus == ("abel-yonas",)
    married = family.union_of("selam-haile", "yonas-tesfay")
    assert (married.kind, married.since.text) == ("married", "2010")
    assert family.person("baby").kind == "unborn"
    workspace.writer.flush()
    assert workspace.families.get(family.id) == family


async def test_each_key_asks_for_its_line_and_selects_who_was_said(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        selected = []
        for key, words in (*V1[:6], ("p", "Ada 40"), ("c", "Zaid 3")):
            await say(pilot, wait, key, words)
            selected.append(screen.selected)
        family = screen.editor.family
        abel, selam, rahwa, natan = (family.named(name)[0].id for name in ("Abel", "Selam", "Rahwa", "Natan"))
        assert selected[:6] == [abel, abel, abel, rahwa, natan, selam], "after a parent the child stays selected"
        assert selected[6:] == [family.named("Ada")[0].id, family.named("Zaid")[0].id]


async def test_who_is_selected_is_told_in_words_with_what_they_are_to_the_child(in_studio, wait):
    async with in_studio() as pilot:
        for key, words in V1[:3]:
            await say(pilot, wait, key, words)
        await say(pilot, wait, "/", "sel")
        assert "Selam Haile" in str(pilot.app.screen.query_one("#who").render())
        assert "mother of Abel" in str(pilot.app.screen.query_one("#about_who").render())


async def test_a_line_is_read_back_in_words_while_it_is_typed(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, *V1[0])
        await pilot.press("c", *"foster Kai 14 m")
        asked = screen.query_one("#asked")
        await wait(pilot, lambda: "Read as: Kai, 14 months, foster child of Abel." in str(asked.render()))
        await pilot.press("enter")
        await wait(pilot, lambda: not screen.writing)
        (link,) = screen.editor.family.parentages_of(screen.editor.family.named("Kai")[0].id)
        assert link.kind == "foster"


def test_steps_are_taken_back_and_made_again_to_the_first(family_editor):
    draw_family(family_editor, V1[:5])
    whole = family_editor.family
    steps = []
    while step := family_editor.undo():
        steps.append(step)
    assert family_editor.family.persons == ()
    assert len(steps) == 5
    while family_editor.redo():
        pass
    assert family_editor.family == whole


async def test_what_is_refused_stays_in_the_line_with_the_reason(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, *V1[0])
        await pilot.press("b", *"Rahwa", "enter")
        await wait(pilot, lambda: "Add a parent first" in str(screen.query_one("#asked").render()))
        assert screen.query_one("#line").value == "Rahwa"
        await pilot.press("escape")
        await wait(pilot, lambda: not screen.writing)


async def test_of_ten_thousand_pasted_lines_what_fits_is_taken_and_the_rest_told(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        await pilot.press("n")
        pilot.app.post_message(Paste("Robin Bell\n" * 10_000))
        await wait(pilot, lambda: len(screen.query_one("#line").value) == LONGEST_LINE)
        assert any("does not fit in one line" in note for note in notices(pilot.app))
        await pilot.press("enter")
        await wait(pilot, lambda: "too long" in str(screen.query_one("#asked").render()))
        assert screen.editor.family.persons == ()


NAMES = (
    "[bold]Robin[/]", "\x1b[31mRed", "مريم", "ሰላም", "R" * 200, "Zoe\u0301 \u200d\u200bBell",
    "👩\u200d👧👩🏽❤\ufe0f Ada",
)  # fmt: skip
"""Markup, an escape sequence, Arabic, Tigrinya, a very long one, joiners and nothing-wide letters, a picture."""


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_any_name_and_any_size_are_drawn(in_studio, wait, size):
    async with in_studio(size) as pilot:
        screen = pilot.app.screen
        for number, name in enumerate(NAMES, 1):
            screen.editor.apply(Add(Person(id=f"p{number}", name=Line(name))))
        screen.selected = "p1"
        screen.draw()
        for key in ("v", "z", "y", "left", "right", "up", "down"):
            await pilot.press(key)
        await finished(pilot)
        assert screen.query(GenogramView)


def crowd():
    """Somebody with thirty partners and a child with each, and many more: two hundred people."""
    persons = [Person(id="hub", name=Line("Hub Person"), gender="male")]
    unions, links = [], []
    for number in range(30):
        persons += [
            Person(id=f"p{number}", name=Line(f"Partner {number}")),
            Person(id=f"c{number}", name=Line("Child")),
        ]
        unions.append(Union(id=f"u{number}", partners=("hub", f"p{number}")))
        links.append(Parentage(id=f"l{number}", child=f"c{number}", parents=("hub", f"p{number}")))
    persons += [Person(id=f"o{number}", name=Line(f"Other {number}")) for number in range(139)]
    parts = {"persons": tuple(persons), "unions": tuple(unions), "parentages": tuple(links)}
    return Family(id="V9", title=Line("A crowd"), focus=("c0",), **parts)


async def test_two_hundred_people_and_thirty_partners_can_be_worked_with_in_a_narrow_window(in_studio, wait):
    async with in_studio((40, 20)) as pilot:
        pilot.app.workspace.families.submit(crowd(), "V9").result()
        screen = StudioScreen(pilot.app.workspace.family_editor("V9"))
        pilot.app.push_screen(screen)
        await wait(pilot, lambda: bool(screen.query(GenogramView)))
        await pilot.press("up", "right", "left", "z", "v")
        await finished(pilot)
        await say(pilot, wait, "/", "hub")
        assert screen.selected == "hub"
        await say(pilot, wait, "p", "Ada 40 f")
        assert len(screen.editor.family.persons) == 201
        await pilot.press("ctrl+z")
        await finished(pilot)
        assert screen.editor.family == crowd()


async def test_in_a_session_what_is_drawn_is_there_for_the_questions_at_once(in_session, wait):
    async with in_session() as pilot:
        session = pilot.app.screen
        await pilot.press("f2")
        await wait(pilot, lambda: bool(pilot.app.screen.query(GenogramView)))
        studio = pilot.app.screen
        await wait(pilot, lambda: bool(studio.selected))
        await say(pilot, wait, "e", "2024 moved to Nan")
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is session)
        assert "moved to Nan" in [str(event.what) for event in session.controller.family.events]


def test_a_partner_of_before_a_home_and_a_death_are_said_in_a_line(family_editor):
    mia = family_editor.add_first_person("Mia Harper 9 f")
    kelly = family_editor.add_parent(mia, "Kelly Harper 31 f") and "kelly-harper"
    dan = family_editor.add_partner(kelly, "m Dan Cole 2012-2019 div")
    sam = family_editor.add_partner(kelly, "Sam", former=True)
    family_editor.add_to_home(mia, "Nan's house")
    family_editor.add_to_home(kelly, "nan")
    family_editor.record_death(dan, "2021-04")
    family = family_editor.family
    assert family.union_of(kelly, dan).ended == "divorce"
    assert family.union_of(kelly, sam).over
    assert [member.person for member in family.households[0].members] == [mia, kelly]
    assert family.person(dan).died.text == "2021-04"


def test_taking_somebody_off_is_one_step_and_selects_somebody_near(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    assert family_editor.remove_person("kelly") == mia
    assert family_editor.undo()
    assert family_editor.family.find("kelly") is not None


def test_nobody_moves_when_words_are_added(family_editor):
    mia = family_editor.add_first_person("Mia 9")
    family_editor.add_parent(mia, "Kelly")
    family_editor.add_parent(mia, "Dan")
    before = {one.id: (one.x, one.y) for one in family_editor.lay_out().persons}
    family_editor.update_person("kelly", "b 1990 works nights")
    assert {one.id: (one.x, one.y) for one in family_editor.lay_out().persons} == before
    assert family_editor.family.person("kelly").born.earliest <= date(1990, 12, 31)


async def test_a_drawing_is_given_after_a_look_at_what_is_left_out(in_studio, wait, tmp_path):
    async with in_studio((100, 30), family="V5") as pilot:
        app = pilot.app
        await pilot.press("x")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("down", "enter")
        await wait(pilot, lambda: "left out" in getattr(app.screen, "_question", ""))
        assert "written for the team" in app.screen._words
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "AskScreen")
        app.screen.query_one("Input").value = str(tmp_path / "family.svg")
        await pilot.press("enter")
        await wait(pilot, (tmp_path / "family.svg").exists)


def test_everybody_stands_where_they_stood_when_it_is_opened_again(workspace):
    family_editor = workspace.family_editor("V2")
    first = family_editor.lay_out()
    workspace.writer.flush()
    again = workspace.family_editor("V2")
    assert again.placed == first
    assert again.lay_out().persons == first.persons


async def test_whoever_is_selected_stands_on_another_ground(in_studio, wait):
    async with in_studio((120, 40), family="V2") as pilot:
        view = pilot.app.screen.query_one(GenogramView)
        await wait(pilot, lambda: view.selected)
        region = view.scene.regions[view.selected]
        row = view._drawn(region.y + 1)
        inside = row.crop(region.x + 1, region.x + region.width - 1)
        outside = row.crop(0, max(region.x - 1, 1))
        grounds = [{str(one.style.bgcolor) for one in strip} for strip in (inside, outside)]
        assert grounds[0] - grounds[1]


async def test_the_arrow_keys_walk_along_the_family_and_back(in_studio, wait):
    async with in_studio((120, 40), family="V2") as pilot:
        screen = pilot.app.screen
        view = screen.query_one(GenogramView)
        await wait(pilot, lambda: view.selected and view.has_focus)
        screen.select_person("chidi")
        await pilot.press("up")
        parents = {one.id for one in screen.editor.family.parents_of("chidi")}
        assert view.selected in parents
        await pilot.press("down")
        assert view.selected == "chidi"


async def test_the_family_is_shown_as_it_was_year_by_year_and_today_again(in_studio, wait):
    async with in_studio((120, 40), family="V2") as pilot:
        screen = pilot.app.screen
        view = screen.query_one(GenogramView)
        today = set(view.scene.regions)
        await pilot.press(*["left_square_bracket"] * 12)
        await wait(pilot, lambda: set(view.scene.regions) < today)
        assert "What changed after" in str(screen.query_one("#asked").render())
        await pilot.press("c")
        assert not screen.writing
        await pilot.press(*["right_square_bracket"] * 12)
        await wait(pilot, lambda: set(view.scene.regions) == today)
        assert screen.as_at is None


async def test_what_is_open_about_a_line_is_asked_before_it_is_kept(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        await say(pilot, wait, "n", "Ivo Hart 9")
        await pilot.press("n")
        await wait(pilot, lambda: screen.writing)
        await pilot.press(*"Kit", "space", *"14", "space", "m", "space", *"PRU", "enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        assert len(screen.editor.family.persons) == 1
        await pilot.press("down", "enter")  # fourteen years, male
        await wait(pilot, lambda: named(pilot) == "ChooseScreen" and "PRU" in pilot.app.screen._question)
        await pilot.press("down", "enter")  # a note
        await wait(pilot, lambda: not screen.writing)
        kit = screen.editor.family.persons[-1]
        assert (kit.name, kit.gender, kit.known_age(screen.editor.today), kit.note) == ("Kit", "male", 14, "PRU")


async def test_going_back_from_a_question_keeps_the_line_and_nothing_else(in_studio, wait):
    async with in_studio() as pilot:
        screen = pilot.app.screen
        await pilot.press("n")
        await wait(pilot, lambda: screen.writing)
        await pilot.press(*"Kit", "space", *"Year", "space", *"6", "enter")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is screen and screen.query_one("#line").has_focus)
        assert screen.query_one("#line").value == "Kit Year 6"
        assert screen.editor.family.persons == ()

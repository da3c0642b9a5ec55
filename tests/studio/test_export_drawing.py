"""A drawing leaves in any form, for any reader, after a look at what is left out: genogram, ecomap and timeline."""

import pytest
from pypdf import PdfReader

from supervision_tui.family.views.redaction import READERS, redact
from supervision_tui.genogram import Drawing, Options, describe, lay_out
from supervision_tui.resources import content_folder
from supervision_tui.tui.dialogs.dialogs import AskScreen, ChooseScreen, NoticeScreen
from supervision_tui.tui.studio.export_drawing import PAPER, _content
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.shipped import load_family

BEGINS = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF", ".dot": b"digraph", ".txt": b""}
"""How a file of each kind begins."""
SECRETS = ("domestic abuse worker", "perpetrator worker", "told midwife", "protective order")
ORDER = [*READERS, "working"]


def family(name="kowalska-fairhurst"):
    return load_family(content_folder("templates") / "families" / f"{name}.yaml")


async def give(pilot, wait, reader, path, paper=0):
    """Press x, choose who reads it, read what is left out, name the file; gives what was said to be left out.

    *paper*: how far down the list of ways to write it the choice is.
    """
    app = pilot.app
    await pilot.press("x")
    await wait(pilot, lambda: isinstance(app.screen, ChooseScreen) and app.screen.focused)
    first = app.screen
    await pilot.press(*["down"] * ORDER.index(reader), "enter")
    await wait(pilot, lambda: isinstance(app.screen, ChooseScreen) and app.screen is not first and app.screen.focused)
    told = app.screen._words
    await pilot.press(*["down"] * paper, "enter")
    await wait(pilot, lambda: isinstance(app.screen, AskScreen) and app.screen.focused)
    app.screen.query_one("Input").value = str(path)
    await pilot.press("enter")
    return told


@pytest.mark.parametrize(
    ("kind", "reader"),
    [(".svg", "family"), (".pdf", "court"), (".txt", "working")],
)
async def test_each_form_is_written_from_the_studio(in_studio, wait, tmp_path, kind, reader):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        path = tmp_path / f"drawing{kind}"
        told = await give(pilot, wait, reader, path)
        await wait(pilot, path.exists)
        expected = [one.words for one in redact(pilot.app.workspace.families.get("V5"), reader).withheld]
        assert all(words in told for words in expected)
        assert bool(expected) == (reader != "working")
        content = path.read_bytes()
        assert content.lstrip().startswith(BEGINS[kind])
        assert len(content) > 500


@pytest.mark.parametrize(("key", "word"), [("o", "virtual school"), ("l", "came into care")])
async def test_the_ecomap_and_the_timeline_are_given_from_where_they_are(in_studio, wait, tmp_path, key, word):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        studio = pilot.app.screen
        await pilot.press(key)
        await wait(pilot, lambda: pilot.app.screen is not studio and bool(pilot.app.screen.query(GenogramView)))
        for kind in (".txt", ".svg"):
            await give(pilot, wait, "court", tmp_path / f"drawing{kind}")
            await wait(pilot, (tmp_path / f"drawing{kind}").exists)
            assert word in (tmp_path / f"drawing{kind}").read_text(encoding="utf-8")


async def test_a_drawing_is_laid_over_pages_for_the_court_with_the_owner_as_its_author(in_studio, wait, tmp_path):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        path = tmp_path / "drawing.pdf"
        await give(pilot, wait, "court", path, paper=1 + list(PAPER).index("a4"))
        await wait(pilot, path.exists)
        pages = PdfReader(path).pages
        assert len(pages) > 1
        head = f"Drawn by {pilot.app.workspace.me}; for the court"
        assert all(head in " ".join(page.extract_text().split()) for page in pages)


async def test_pages_under_another_ending_are_refused(in_studio, wait, tmp_path):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        await give(pilot, wait, "court", tmp_path / "drawing.svg", paper=1)
        await wait(pilot, lambda: isinstance(pilot.app.screen, NoticeScreen))
        assert list(tmp_path.glob("drawing*")) == []


async def test_another_ending_is_refused_with_what_there_is(in_studio, wait, tmp_path):
    async with in_studio((80, 24), "V5") as pilot:
        await wait(pilot, lambda: bool(pilot.app.screen.selected))
        await give(pilot, wait, "family", tmp_path / "drawing.docx")
        await wait(pilot, lambda: isinstance(pilot.app.screen, NoticeScreen))
        assert list(tmp_path.glob("drawing*")) == []


@pytest.mark.parametrize("reader", sorted(READERS))
def test_every_form_in_every_view_holds_only_what_the_copy_holds(reader):
    copy = redact(family(), reader)
    placed = lay_out(copy.family)
    others = dict.fromkeys(("ties", "household", "ecomap", "timeline"), (".dot", ".txt"))
    assert placed.persons
    for view, kinds in {"family": BEGINS, **others}.items():
        for kind in kinds:
            content = _content(Drawing(copy.family, placed, Options(view=view)), kind)
            assert content.lstrip().startswith(BEGINS[kind])
            if kind in {".svg", ".dot", ".txt"} and reader != "court":
                words = content.decode("utf-8")
                assert not [secret for secret in SECRETS if secret in words], "whoever harms may read it"
                assert reader != "training" or "Agnieszka" not in words


def test_the_ecomap_and_the_timeline_can_be_describe():
    told = family("haile")
    placed = lay_out(told)
    world = describe(Drawing(told, placed, Options(view="ecomap")))
    assert "Selam and Orthodox church: a strong link, energy flows both ways." in world
    assert "Abel and school running coach: a strong link, energy comes from it to Abel." in world
    time = describe(Drawing(told, placed, Options(view="timeline")))
    assert "April 2021: Saba died at sea (" in time
    empty = told.replaced(events=(), resources=())
    assert "Nothing is on the ecomap yet." in describe(Drawing(empty, placed, Options(view="ecomap")))
    assert "Nothing is on the timeline yet." in describe(Drawing(empty, placed, Options(view="timeline")))

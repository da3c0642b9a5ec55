"""Pictures of a few screens, compared with those that were looked at and found good.

After a change that is meant, make new ones (``python3 dev.py test tests/tui/test_pictures.py --snapshot-update``) and
look at them before they are kept.
"""

from datetime import date

import pytest
from textual.app import App

from supervision_tui.genogram import lay_out, terminal_scene
from supervision_tui.resources import content_folder
from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.themes import THEMES
from supervision_tui.tui.widgets.genogram_view import GenogramView
from tests.shipped import load_family
from tests.tui.driving import settled

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
DAY = date(2026, 9, 3)


class OneGenogram(App):
    """A drawing and nothing else."""

    def __init__(self, view, *, plain):
        super().__init__()
        family = load_family(content_folder("templates/families") / "pritchard-hussain.yaml")
        self.scene = terminal_scene(family, lay_out(family), view=view, ascii=plain, at=DAY)

    def on_mount(self):
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def compose(self):
        yield GenogramView(self.scene, selected=next(iter(self.scene.regions)))


@SIZES
def test_the_welcome(snap_compare, tmp_path, size):
    assert snap_compare(SupervisionApp(tmp_path / "new"), terminal_size=size, run_before=settled)


@SIZES
def test_somebody_in_danger(snap_compare, tmp_path, size):
    async def opened(pilot):
        await settled(pilot)
        await pilot.press("f12")
        await settled(pilot)

    assert snap_compare(SupervisionApp(tmp_path / "new"), terminal_size=size, run_before=opened)


@pytest.mark.parametrize("view", ["family", "ties"])
@pytest.mark.parametrize("plain", [False, True], ids=["lines", "ascii"])
def test_a_genogram(snap_compare, view, plain):
    assert snap_compare(OneGenogram(view, plain=plain), terminal_size=(120, 40), run_before=settled)

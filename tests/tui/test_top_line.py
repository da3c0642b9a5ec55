"""The top line says where one is in the fullest words that fit, and never half of them."""

import pytest
from textual.app import App
from textual.widgets import Static

from supervision_tui.tui.content import content
from supervision_tui.tui.widgets.top_line import TopLine

FORMS = ("Family Haile - a long journey, an eldest son · as at 3 May 2026", "Family Haile · as at 3 May 2026")


class OneLine(App):
    def compose(self):
        yield TopLine(*map(content, FORMS))

    def shown(self):
        return str(self.query_one("#where", Static).render())


@pytest.mark.parametrize(("width", "form"), [(100, 0), (80, 1), (40, 1)])
async def test_the_fullest_form_that_fits_is_shown_also_after_a_resize(width, form):
    app = OneLine(css_path="../../supervision_tui/tui/styles/app.tcss")
    async with app.run_test(size=(120, 10)) as pilot:
        await pilot.pause()
        assert app.shown() == FORMS[0]
        await pilot.resize_terminal(width, 10)
        await pilot.pause()
        assert app.shown() == FORMS[form]

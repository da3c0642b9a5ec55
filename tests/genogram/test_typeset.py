"""A PDF is set in the shipped fonts alone, so that it is the same on every computer; they are read once."""

import pytest

from supervision_tui.genogram.graphviz import render
from supervision_tui.resources import content_folder

MAIN = b'#set document(title: "T")\n#set text(font: ("DejaVu Sans",))\n#json(bytes(sys.inputs.data)).words _slanted_'


@pytest.fixture
def asked(monkeypatch):
    """Whether the fonts of this computer were asked for, for each document."""
    times = []
    real = render.typeset_fonts

    def fonts(*, of_this_computer):
        times.append(of_this_computer)
        return real(of_this_computer=of_this_computer)

    monkeypatch.setattr(render, "typeset_fonts", fonts)
    return times


@pytest.mark.parametrize(
    "words", ["Plain words", "Zoë Łukasz – “quoted” … ąęść", "Ayşe, Олена, Ελένη, አበባ", "R&amp;D", ""]
)
def test_words_in_shipped_letters_are_set_in_shipped_fonts_alone(asked, words):
    assert render.typeset(MAIN, {"words": words}, {}).startswith(b"%PDF")
    assert asked == [False]


@pytest.mark.parametrize("words", ["陈伟", "김민준", "Sam 陈"])
def test_a_letter_that_no_shipped_font_has_is_looked_for_on_the_computer(asked, words):
    assert render.typeset(MAIN, {"words": words}, {}).startswith(b"%PDF")
    assert asked == [True]


def test_the_same_holds_for_words_in_a_drawing_beside_it(asked):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&#38472;</text></svg>'
    render.typeset(MAIN, {"words": ""}, {"drawing.svg": drawing})
    assert asked == [True]


def test_the_shipped_fonts_have_upright_bold_and_slanted_letters_and_none_comes_from_elsewhere():
    folder = str(content_folder("templates") / "fonts")
    fonts = render.typeset_fonts(of_this_computer=False).fonts()
    assert all(font.path.startswith(folder) for font in fonts if font.path)
    ours = {font.path.rpartition("/")[2] for font in fonts if font.path}
    assert {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"} <= ours


def test_fonts_are_read_once():
    assert render.typeset_fonts(of_this_computer=False) is render.typeset_fonts(of_this_computer=False)

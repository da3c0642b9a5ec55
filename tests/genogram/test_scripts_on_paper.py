"""Names in every script on paper: shaped by Typst, whole, copied as they were written, or told to have no font here."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from supervision_tui.family import Family
from supervision_tui.genogram import Drawing, Options, lay_out, letters_note, render_file, render_pages
from supervision_tui.genogram.graphviz import fonts_here, typeset_picture
from supervision_tui.genogram.graphviz.font_metrics import font_files
from supervision_tui.genogram.graphviz.fonts_here import fonts_note, letters_without_font

NAMES = {
    "Bengali": "শ্রাবন্তী হাসান",
    "Hindi": "क्षितिज गांधी",
    "Gujarati": "ગુજરાતી પટેલ",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਕੌਰ",
    "Tamil": "தமிழ்செல்வி குமார்",
    "Thai": "กมล ใจดี",
    "Tigrinya": "ኣስመሮም ተስፋይ",
    "Arabic": "محمد تسنيم",
    "Hebrew": "תמר כהן",
    "Welsh": "Ŵyn Llŷr",
    "Vietnamese": "Nguyễn Thị Ẵn",
    "Polish": "Łukasz Żak",
}


def drawing(*names):
    people = [{"id": f"p{number}", "name": name, "gender": "male"} for number, name in enumerate(names)]
    told = Family.model_validate({"id": "f", "title": "Names", "as_of": "2026", "persons": people})
    return Drawing(told, lay_out(told), Options())


@pytest.fixture
def no_fonts_but_the_shipped(monkeypatch):
    monkeypatch.setattr(fonts_here, "_font_paths", lambda: iter(font_files()))


@pytest.mark.usefixtures("no_fonts_but_the_shipped")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_has_its_font_here_and_keeps_the_promise_of_an_accessible_pdf(name):
    assert fonts_note(name) == ""
    made = render_file(drawing(name), ".pdf")
    assert b"pdfuaid" in made or "pdfuaid" in str(PdfReader(io.BytesIO(made)).xmp_metadata and made.decode("latin-1"))


def test_every_word_of_a_picture_is_set_by_typst_in_its_place_and_none_by_the_picture():
    svg = render_file(drawing(*NAMES.values()), ".svg").decode()
    picture, files = typeset_picture("drawing", svg)
    assert b"<text" not in files["drawing.svg"]
    assert b":text" not in files["drawing.svg"]
    written = re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"[^>]*font-size="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    assert [word["text"] for word in picture["words"]] == [text for *_place, text in written]
    (shift,) = {
        (round(word["x"] - float(x), 2), round(word["y"] - float(y), 2))
        for word, (x, y, _size, _text) in zip(picture["words"], written, strict=True)
    }
    assert all(
        0 <= word["x"] <= picture["size"][0] and 0 <= word["y"] <= picture["size"][1] for word in picture["words"]
    )
    assert shift[0] >= 0


POPPLER = shutil.which("pdftotext")


@pytest.mark.skipif(POPPLER is None, reason="poppler is not on this computer: apt install poppler-utils")
@pytest.mark.parametrize("pages", [None, "a4"])
def test_what_is_copied_out_of_a_pdf_is_the_name_that_was_written(tmp_path, pages):
    drawn = drawing(*NAMES.values())
    file = tmp_path / "names.pdf"
    file.write_bytes(render_file(drawn, ".pdf") if pages is None else render_pages(drawn, pages).content)
    copied = subprocess.run([POPPLER, file, "-"], capture_output=True, check=True).stdout.decode()
    copied = " ".join(re.sub("[\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}]", "", copied).split())
    assert [word for name in NAMES.values() for word in name.split() if word not in copied] == []


@pytest.mark.usefixtures("no_fonts_but_the_shipped")
def test_letters_that_no_font_here_has_are_named_with_what_to_install():
    note = letters_note(drawing("山田 太郎", "Ann"), ".pdf")
    assert "No font here has these letters: 山田太郎 (Chinese or Japanese)." in note
    assert "fonts-noto-cjk" in note
    assert "Sinhala" in fonts_note("සිංහල")
    assert "fonts-noto-core" in fonts_note("සිංහල")
    assert "No font here has these letters: 👩 (Emoji)." in fonts_note("a 👩")
    assert "(fonts-noto-color-emoji on Debian" in fonts_note("a 👩")
    assert letters_note(drawing("山田 太郎"), ".svg") == letters_note(drawing("Ann"), ".png") == ""


@pytest.mark.parametrize(
    ("name", "letter"),
    [("AbyssinicaSIL-Regular.ttf", "ኣ"), ("NotoSansTamil-Regular.ttf", "தி"), ("NotoSansBengali-Regular.ttf", "শ্র")],
)
def test_a_font_of_the_computer_counts(monkeypatch, name, letter):
    path = next(path for path in font_files() if path.name == name)
    monkeypatch.setattr(fonts_here, "unknown_letters", lambda words: words)
    monkeypatch.setattr(fonts_here, "_font_paths", lambda: iter([path]))
    assert letters_without_font(f"{letter}山") == "山"


def test_a_file_that_is_no_font_holds_nothing(tmp_path, monkeypatch):
    for number, content in enumerate((b"", b"ttcf", b"not a font" * 100)):
        (tmp_path / f"{number}.ttf").write_bytes(content)
    monkeypatch.setattr(fonts_here, "_font_paths", tmp_path.iterdir)
    assert letters_without_font("山") == "山"


def test_the_fonts_of_this_computer_are_those_that_typst_finds():
    assert {Path(font.path) for font in typst.Fonts().fonts() if font.path} == set(fonts_here._font_paths())


@pytest.mark.parametrize("capital", ["Ŵyn", "Éva", "Ẵn", "Órla", "Štěpán"])
def test_the_accent_of_a_capital_stands_clear_of_the_symbol(capital):
    svg = render_file(drawing(f"{capital} Bellamy"), ".svg").decode()
    size, baseline = 10.0, float(re.search(rf'y="([-\d.]+)"[^>]*>{capital}<', svg)[1])
    corners = [float(y) for points in re.findall(r'<polygon[^>]*points="([^"]+)"', svg) for _x, y in
               (point.split(",") for point in points.split())]  # fmt: skip
    below = max(y for y in corners if y < baseline)
    assert baseline - below > 1.1 * size  # a capital with two accents, such as Ẵ, in DejaVu Sans

"""How a terminal counts cells is asked, and no word moves its neighbours, however it is counted."""

import pytest
from rich.cells import cell_len
from textual.events import CursorPosition

from supervision_tui.genogram.lettering import cells, clusters, give_cells_to_marks
from supervision_tui.tui.terminal.cell_counting import QUESTION, SAMPLES, CellCounting, CellReplies, place_words
from tests.every_row import every_row

BENGALI, HINDI, TAMIL, PUNJABI = "শ্রাবন্তী", "क्षितिज", "தமிழ்செல்வி", "ਗੁਰਪ੍ਰੀਤ"
WITHOUT, WITH = {BENGALI: 5, HINDI: 4, TAMIL: 6, PUNJABI: 5}, {BENGALI: 7, HINDI: 6, TAMIL: 9, PUNJABI: 6}
"""Cells in kitty and mlterm; and in xterm, konsole, alacritty, tmux and screen, where such a mark takes a cell."""


@pytest.fixture
def counted_anew():
    yield
    give_cells_to_marks(frozenset())


@pytest.mark.parametrize(("marks", "sizes"), [(frozenset(), WITHOUT), (frozenset({"Mc"}), WITH)])
@pytest.mark.usefixtures("counted_anew")
def test_words_take_the_cells_that_the_terminal_gives_them_in_drawings_and_on_the_screen(marks, sizes):
    give_cells_to_marks(marks)
    assert {word: cells(word) for word in sizes} == sizes
    assert {word: cell_len(word) for word in sizes} == sizes
    assert {word: sum(size for _letter, size in clusters(word)) for word in sizes} == sizes
    assert [cells(word) for word in ("Ŵyn", "Éva", "محمد", "山田", "ኣስመሮም", "a\N{COMBINING ACUTE ACCENT}")] == [
        3,
        3,
        4,
        4,
        5,
        1,
    ]


@pytest.mark.parametrize(
    ("columns", "counting"),
    [
        ((1, 1, 1, 1), CellCounting(frozenset(), wide_lines=False)),
        ((1, 2, 1, 1), CellCounting(frozenset({"Mc"}), wide_lines=False)),
        ((1, 2, 2, 1), CellCounting(frozenset({"Mc", "Mn"}), wide_lines=False)),
        ((1, 1, 1, 2), CellCounting(frozenset(), wide_lines=True)),
        ((0, 0, 0, 0), CellCounting(frozenset(), wide_lines=False)),  # always the same place: no answer
    ],
)
def test_the_cursor_tells_how_a_terminal_counts(columns, counting):
    replies = CellReplies()
    assert replies.take(1, 0) is None  # Shift+F3, which looks alike
    *first, last = columns
    assert [replies.take(column, 1) for column in first] == [None] * (len(SAMPLES) - 1)
    assert replies.take(last, 1) == counting
    assert replies.take(5, 1) is None  # nothing was asked


def test_the_question_leaves_nothing_on_the_screen():
    assert QUESTION.count("\x1b[6n") == len(SAMPLES)
    assert QUESTION.endswith("\x1b[2;1H    \x1b[2;1H")


SAVES = ("\x1b7", "\x1b8")


def on_a_screen(data, counts, columns=40):
    """What stands where after *data* in a terminal that counts each letter as *counts* says."""
    row, at, saved, place = [" "] * columns, 0, 0, 0
    while place < len(data):
        if data[place] == "\x1b":
            end = (
                place + 2
                if data[place + 1] in "78"
                else next(i for i in range(place, len(data)) if data[i].isalpha()) + 1
            )
            sequence, place = data[place:end], end
            if sequence == "\x1b7":
                saved = at
            elif sequence == "\x1b8":
                at = saved
            elif sequence.endswith("C"):
                at += int(sequence[2:-1])
            continue
        size = counts(data[place])
        if size:
            row[at] = data[place]
        at, place = at + size, place + 1
    return "".join(row)


@every_row("size_of_a_mark", [0, 1])
@every_row("word", [*WITH, "தமிழ்", "กิตติศักดิ์", "שָׁלוֹם", "👩‍👧‍👦", "é山"])
def test_what_follows_a_name_stands_where_it_was_put_however_the_terminal_counts(word, size_of_a_mark):
    def counts(letter):
        return cells(letter) or size_of_a_mark

    line = f"┃ {word} ┃ 16 ┃ Ŵyn ┃"
    shown = on_a_screen(place_words(line), counts)
    start = 3 + cells(word)
    assert shown[start : start + 14] == "┃ 16 ┃ Ŵyn ┃  "


@pytest.mark.parametrize("plain", ["words", "┌──┐│ é Ŵ ñ Ω Я ‘’ → ▲ ○", "\x1b[38;2;1;2;3mwords\x1b[0m", ""])
def test_what_every_terminal_counts_alike_goes_out_as_it_is(plain):
    assert place_words(plain) == plain


def test_colours_and_places_round_a_name_stay_as_they_are():
    assert place_words(f"\x1b[1;38;5;9m{BENGALI}\x1b[0m") == (
        f"\x1b[1;38;5;9m\x1b7     \x1b8\x1b7{BENGALI}\x1b8\x1b[5C\x1b[0m"
    )


@pytest.mark.usefixtures("counted_anew")
async def test_the_program_counts_as_its_terminal_answers(demo, wait):
    async with demo((80, 24)) as pilot:
        for column in (1, 2, 1, 1):
            pilot.app.post_message(CursorPosition(column, 1))
        await wait(pilot, lambda: cell_len(BENGALI) == 7)
        assert not pilot.app.ascii_only


@pytest.mark.usefixtures("counted_anew")
async def test_a_terminal_that_shows_lines_two_cells_wide_gets_plain_signs(demo, wait):
    async with demo((80, 24)) as pilot:
        for column in (1, 1, 1, 2):
            pilot.app.post_message(CursorPosition(column, 1))
        await wait(pilot, lambda: pilot.app.ascii_only)

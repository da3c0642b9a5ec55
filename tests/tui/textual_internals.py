"""The parts of Textual that are its own affair and that a test needs all the same: each here, once, with its reason.

A new version of Textual is tried against this module first; nothing else in the tests reaches into the framework.
"""

import asyncio
import contextlib
from contextvars import copy_context

import pytest
from textual._compositor import Compositor, LayoutUpdate
from textual._context import active_message_pump, visible_screen_stack
from textual.app import App, ScreenStackError
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

_PARSED = {}


def share_parsed_styles(monkeypatch):
    """Parse each style sheet once a theme in a whole run: an application keeps what it parsed to itself."""
    parse = Stylesheet._parse_rules

    def parse_once(sheet, css, read_from, **how):
        key = (css, read_from, *sorted(how.items()), frozenset(sheet._variables.items()))
        if key not in _PARSED:
            _PARSED[key] = parse(sheet, css, read_from, **how)
        return _PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)  # the same, without a call of Python for each rule


_PAINT = Compositor.render_update


def paint_at_rest(monkeypatch):
    """Put painting off until :func:`paint`: nobody sees what goes out where no terminal is."""

    def put_off(compositor, full=False, **how):
        return _PAINT(compositor, full=True, **how) if full else None  # in full: a picture is asked for

    monkeypatch.setattr(Compositor, "render_update", put_off)


def paint(app):
    """Paint what has changed on the screen in front alone; a widget that cannot be painted fails here.

    The screens behind a dialog were painted when they were in front: they are not painted darker with each key.
    """
    with contextlib.suppress(ScreenStackError):
        copy_context().run(_PAINT, app.screen._compositor)


def painted(app):
    """Every character on the screen, line by line. A screen has no public way to give what it paints but a picture."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def notices(app):
    """The messages told in a corner just now. They are public only as widgets, which a test run switches off."""
    return [notice.message for notice in app._notifications]


def painted_segments(app):
    """Every run of one style on the screen in front, as it goes out."""
    return [segment for strip in app.screen._compositor.render_strips() for segment in strip]


def paint_keys_alone(app):
    """Paint only while the line of keys waits for it: for a run in which nobody looks at the screen."""
    if any(keys.size and not keys.line for keys in app.screen.query("Keys")):
        paint(app)


AT_ONCE, PATIENCE = 40, 3_000
"""How often every message pump has its turn at once, and then now and again, before it is looked at as it stands."""


def _waits(pump):
    """Whether a message pump has answered all it was told, and waits for more."""
    queue = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


async def answered_without_asking(pilot):
    """Wait as :meth:`Pilot.pause` does, without a message to every widget that says so when it is answered."""
    app = pilot.app
    for turn in range(PATIENCE):
        await asyncio.sleep(0 if turn < AT_ONCE else 0.01)
        if all(map(_waits, (app, *app.screen.walk_children(with_self=True)))):
            break
    app.screen._on_timer_update()


_LAY_OUT = Screen._refresh_layout


def lay_out_when_looked_at(monkeypatch):
    """Put laying out off until :func:`look_at`: where nobody looks, places on a screen say nothing."""
    monkeypatch.setattr(Screen, "_refresh_layout", lambda *_args, **_how: None)


def look_at(app):
    """Lay out the screen in front as it stands, and give every character of it."""
    _LAY_OUT(app.screen, app.size)
    return painted(app)


def in_theme(app, name):
    """Give the screen in front another theme, at once, and leave those behind it as they are."""
    if app.theme == name:
        return
    app.set_reactive(App.theme, name)
    app._invalidate_css()
    sheet = app.stylesheet
    sheet.set_variables(app.get_css_variables())
    sheet.reparse()
    sheet.update(app.screen)
    app.screen._refresh_layout(app.size)


def painted_with_what_is_behind(app):
    """Every character on the screen, those of the screens behind a window too."""

    def paint_all():
        visible_screen_stack.set(app._background_screens)
        return painted(app)

    app.screen.refresh()
    return copy_context().run(paint_all)


@contextlib.contextmanager
def layouts(app):
    """A list of the times that the screen in front was laid out meanwhile."""
    done, lay_out = [], app.screen._compositor.reflow
    app.screen._compositor.reflow = lambda *how: done.append(1) or lay_out(*how)
    try:
        yield done
    finally:
        del app.screen._compositor.reflow


@contextlib.contextmanager
def lines_painted(app):
    """For each widget that was painted meanwhile, by its id, the numbers of its lines that were asked for anew."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for widget in app.screen.walk_children():

            def noted(y, widget=widget, paint=widget.render_line):
                found.setdefault(widget.id or type(widget).__name__, set()).add(y)
                return paint(y)

            patch.setattr(widget, "render_line", noted)
        yield found


class PaintedAnew:
    """What a terminal shows that began with the whole screen and was sent every change since."""

    def __init__(self, app):
        self._rows = [list(row) for row in painted(app).splitlines()]
        app.screen._compositor._dirty_regions.clear()
        app.screen.refresh()

    def paint(self, app):
        """Send the changes of the screen in front."""
        compositor = app.screen._compositor
        update = copy_context().run(_PAINT, compositor)
        if isinstance(update, LayoutUpdate):
            self._rows = [list("".join(strip.text for strip in row)) for row in update.strips]
        elif update is not None:
            for y, x1, x2 in update.spans:
                for at, strip in update.chops[y].items():
                    if strip is not None:
                        self._write(y, max(at, x1), strip.text[max(at, x1) - at : x2 - at])

    def _write(self, y, x, words):
        self._rows[y][x : x + len(words)] = words

    @property
    def text(self):
        """Every character on it, line by line."""
        return "\n".join("".join(row) for row in self._rows)


def painted_anew(app):
    """A terminal that shows what stands on the screen now."""
    return PaintedAnew(app)


def raise_in(app, screen, error):
    """*error* comes out of something that *screen* does."""
    token = active_message_pump.set(screen)
    try:
        app._handle_exception(error)
    finally:
        active_message_pump.reset(token)

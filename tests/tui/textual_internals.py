"""The parts of Textual that are its own affair and that a test needs all the same: each here, once, with its reason.

A new version of Textual is tried against this module first; nothing else in the tests reaches into the framework.
"""


def painted(app):
    """Every character on the screen, line by line. A screen has no public way to give what it paints but a picture."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def notices(app):
    """The messages told in a corner just now. They are public only as widgets, which a test run switches off."""
    return [notice.message for notice in app._notifications]


def painted_segments(app):
    """Every run of one style on the screen in front, as it goes out."""
    return [segment for strip in app.screen._compositor.render_strips() for segment in strip]

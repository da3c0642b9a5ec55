"""What a drawing shows, before any painter: symbols, lines, ties, marks, the ecomap, the timeline."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "AREAS",
    "ENDED_WORDS",
    "LOSSES",
    "LOSS_WORDS",
    "MARK_CELLS",
    "NOT_SAID",
    "PROFILES",
    "ROOM",
    "SHAPES",
    "STRENGTHS",
    "STROKES",
    "TIE_STYLES",
    "UNIONS",
    "VIEWS",
    "WIDEST",
    "Caption",
    "Cell",
    "Drawing",
    "Grid",
    "LineStyle",
    "Link",
    "Options",
    "Profile",
    "Symbol",
    "TieStyle",
    "Timeline",
    "View",
    "age_in_words",
    "as_on",
    "begins",
    "caption",
    "current",
    "describe_event",
    "ending_of",
    "group_words",
    "kind_to_draw",
    "links",
    "near",
    "parentage_style",
    "reference_date",
    "timeline_of",
    "with_ties",
    "year_in_words",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.notation.drawing import VIEWS, Drawing, Options, View, reference_date
    from supervision_tui.genogram.notation.ecomap import STRENGTHS, STROKES, Link, links
    from supervision_tui.genogram.notation.groups import group_words
    from supervision_tui.genogram.notation.head import Caption, caption
    from supervision_tui.genogram.notation.line_styles import (
        ENDED_WORDS,
        NOT_SAID,
        PROFILES,
        UNIONS,
        LineStyle,
        Profile,
        ending_of,
        kind_to_draw,
        parentage_style,
    )
    from supervision_tui.genogram.notation.obstacle_routing import ROOM, Cell, Grid
    from supervision_tui.genogram.notation.status_marks import AREAS, WIDEST
    from supervision_tui.genogram.notation.subset import as_on, near, with_ties
    from supervision_tui.genogram.notation.symbols import (
        LOSS_WORDS,
        LOSSES,
        SHAPES,
        Symbol,
        age_in_words,
        current,
        year_in_words,
    )
    from supervision_tui.genogram.notation.tie_styles import MARK_CELLS, TIE_STYLES, TieStyle
    from supervision_tui.genogram.notation.timeline import Timeline, begins, describe_event, timeline_of
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "head": "Caption caption",
            "drawing": "VIEWS Drawing Options View reference_date",
            "ecomap": "STRENGTHS STROKES Link links",
            "groups": "group_words",
            "line_styles": "ENDED_WORDS NOT_SAID PROFILES UNIONS LineStyle Profile ending_of kind_to_draw "
            "parentage_style",
            "obstacle_routing": "ROOM Cell Grid",
            "status_marks": "AREAS WIDEST",
            "subset": "as_on near with_ties",
            "symbols": "LOSSES LOSS_WORDS SHAPES Symbol age_in_words current year_in_words",
            "tie_styles": "MARK_CELLS TIE_STYLES TieStyle",
            "timeline": "Timeline begins describe_event timeline_of",
        },
    )

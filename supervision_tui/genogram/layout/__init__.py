"""Where everybody stands: layer assignment, crossing reduction, coordinates, routing (Sugiyama, with couples kept)."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "BETWEEN_PARTNERS", "SYMBOL_HEIGHT", "SYMBOL_WIDTH", "Compromise", "EdgePath", "FamilyCycleError", "Layout",
    "Placed", "PlacedUnion", "known", "lay_out",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.genogram.layout.api import lay_out
    from supervision_tui.genogram.layout.from_family import known
    from supervision_tui.genogram.layout.layout_input import SYMBOL_HEIGHT, SYMBOL_WIDTH
    from supervision_tui.genogram.layout.normalise import FamilyCycleError
    from supervision_tui.genogram.layout.result import Compromise, Layout, Placed, PlacedUnion
    from supervision_tui.genogram.layout.routing.edge_paths import BETWEEN_PARTNERS, EdgePath
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "api": "lay_out",
            "from_family": "known",
            "layout_input": "SYMBOL_HEIGHT SYMBOL_WIDTH",
            "normalise": "FamilyCycleError",
            "result": "Compromise Layout Placed PlacedUnion",
            "routing.edge_paths": "BETWEEN_PARTNERS EdgePath",
        },
    )

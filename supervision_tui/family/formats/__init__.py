"""Files of families: our own YAML and JSON; GEDCOM 5.5, 5.5.1 and 7 in and out; GraphML and networkx out.

Reading is careful with what comes from elsewhere: limits on size, depth and number; everything that could not be
carried is in the :class:`Report`, line by line. Nothing here reaches the network or runs anything from a file.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "GEDCOM_SUFFIXES", "GedcomFormatError", "Imported", "Remark", "Report", "family_from_yaml", "family_schema",
    "family_to_yaml", "load_family", "read_gedcom", "to_gedcom", "to_graph", "to_graphml",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.formats.gedcom_in import read_gedcom
    from supervision_tui.family.formats.gedcom_out import to_gedcom
    from supervision_tui.family.formats.graphs import to_graph, to_graphml
    from supervision_tui.family.formats.report import GedcomFormatError, Imported, Remark, Report
    from supervision_tui.family.formats.yaml_file import (
        GEDCOM_SUFFIXES,
        family_from_yaml,
        family_schema,
        family_to_yaml,
        load_family,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "gedcom_in": "read_gedcom",
            "gedcom_out": "to_gedcom",
            "graphs": "to_graph to_graphml",
            "report": "GedcomFormatError Imported Remark Report",
            "yaml_file": "GEDCOM_SUFFIXES family_from_yaml family_schema family_to_yaml load_family",
        },
    )

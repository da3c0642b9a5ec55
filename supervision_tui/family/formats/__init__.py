"""Other programs' formats: GEDCOM 5.5, 5.5.1 and 7 in and out, GraphML and networkx out.

Reading is careful with what comes from elsewhere: limits on size, depth and number; everything that could not be
carried is in the :class:`Report`, line by line. Nothing here reaches the network or runs anything from a file.
"""

from supervision_tui.family.formats.gedcom_in import read_gedcom
from supervision_tui.family.formats.gedcom_out import to_gedcom
from supervision_tui.family.formats.graphs import to_graph, to_graphml
from supervision_tui.family.formats.report import GedcomFormatError, Imported, Remark, Report

__all__ = ["GedcomFormatError", "Imported", "Remark", "Report", "read_gedcom", "to_gedcom", "to_graph", "to_graphml"]

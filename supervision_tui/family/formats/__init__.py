"""Files of families: our own YAML and JSON; GEDCOM in and out; other programs' files in; GraphML and networkx out.

Reading is careful with what comes from elsewhere: limits on size, depth and number; every line of a file is used,
carried along or told in the :class:`Report`. Nothing here reaches the network or runs anything from a file.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "LETTERS",
    "TOPICS",
    "ForeignFileError",
    "GedcomFormatError",
    "Imported",
    "Progress",
    "Remark",
    "Report",
    "family_from_yaml",
    "family_schema",
    "family_to_yaml",
    "is_foreign",
    "letter_examples",
    "load_family",
    "no_progress",
    "read_foreign",
    "read_gedcom",
    "to_gedcom",
    "to_graph",
    "to_graphml",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.formats.foreign import is_foreign, read_foreign, read_gedcom
    from supervision_tui.family.formats.gedcom.writing import to_gedcom
    from supervision_tui.family.formats.graphs import to_graph, to_graphml
    from supervision_tui.family.formats.ledger import Progress, no_progress
    from supervision_tui.family.formats.letters import LETTERS, letter_examples
    from supervision_tui.family.formats.report import (
        TOPICS,
        ForeignFileError,
        GedcomFormatError,
        Imported,
        Remark,
        Report,
    )
    from supervision_tui.family.formats.yaml_file import family_from_yaml, family_schema, family_to_yaml, load_family
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "foreign": "is_foreign read_foreign read_gedcom",
            "gedcom.writing": "to_gedcom",
            "graphs": "to_graph to_graphml",
            "ledger": "Progress no_progress",
            "letters": "LETTERS letter_examples",
            "report": "TOPICS ForeignFileError GedcomFormatError Imported Remark Report",
            "yaml_file": "family_from_yaml family_schema family_to_yaml load_family",
        },
    )

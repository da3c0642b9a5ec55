"""Other looks at one family: as at a day, beside another, cut down for a reader, described, who is missing."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "FOR_WHOM", "HARM_THEMES", "READERS", "Difference", "HiddenContent", "MissingPerson", "Perspective", "ReaderKind",
    "RedactedFamily", "as_at", "changes_between", "compare", "count_hidden", "days_to_compare", "describe_family",
    "doubted_parents", "homes_in_words", "name_by_kinship", "part_changes", "person_in_words", "perspectives_of",
    "placeholder_ids", "redact", "with_placeholders", "without_hidden", "worker_changes_in_words",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.family.views.comparison import (
        Difference,
        Perspective,
        compare,
        days_to_compare,
        perspectives_of,
    )
    from supervision_tui.family.views.copy_fields import ReaderKind
    from supervision_tui.family.views.description import describe_family, person_in_words, worker_changes_in_words
    from supervision_tui.family.views.hidden_content import HiddenContent, count_hidden, doubted_parents, without_hidden
    from supervision_tui.family.views.homes import homes_in_words
    from supervision_tui.family.views.missing_people import MissingPerson, placeholder_ids, with_placeholders
    from supervision_tui.family.views.redaction import FOR_WHOM, HARM_THEMES, READERS, RedactedFamily, redact
    from supervision_tui.family.views.snapshots import as_at, changes_between, part_changes
    from supervision_tui.family.views.unnamed import name_by_kinship
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "comparison": "Difference Perspective compare days_to_compare perspectives_of",
            "copy_fields": "ReaderKind",
            "description": "worker_changes_in_words describe_family person_in_words",
            "hidden_content": "HiddenContent count_hidden doubted_parents without_hidden",
            "homes": "homes_in_words",
            "missing_people": "MissingPerson placeholder_ids with_placeholders",
            "redaction": "FOR_WHOM HARM_THEMES READERS RedactedFamily redact",
            "snapshots": "as_at changes_between part_changes",
            "unnamed": "name_by_kinship",
        },
    )

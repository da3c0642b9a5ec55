"""Everything that is held about one person, by where it belongs, with what would be withheld and on which ground.

Source: content specification 7.3 (subject access: search by person, export by person, hidden-from flags shown, other
people's data balanced, nothing withheld by itself) and 6.4.
"""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "AmbiguousPersonError", "ExportedPages", "Ground", "NoSubjectDataError", "SubjectAccessItem",
    "SubjectAccessResult", "as_json", "search_subject", "write",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.subject_access.export import ExportedPages, as_json, write
    from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem, SubjectAccessResult
    from supervision_tui.workspace.subject_access.search import AmbiguousPersonError, NoSubjectDataError, search_subject
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "export": "ExportedPages as_json write",
            "model": "Ground SubjectAccessItem SubjectAccessResult",
            "search": "AmbiguousPersonError NoSubjectDataError search_subject",
        },
    )

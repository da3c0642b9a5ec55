"""Everything that is held about one person, by where it belongs, with what would be withheld and on which ground.

Source: content specification 7.3 (subject access: search by person, export by person, hidden-from flags shown, other
people's data balanced, nothing withheld by itself) and 6.4.
"""

from supervision_tui.workspace.subject_access.model import Ground, SubjectAccessItem, SubjectAccessResult
from supervision_tui.workspace.subject_access.search import AmbiguousPersonError, NoSubjectDataError, search_subject

__all__ = [
    "AmbiguousPersonError",
    "Ground",
    "NoSubjectDataError",
    "SubjectAccessItem",
    "SubjectAccessResult",
    "search_subject",
]

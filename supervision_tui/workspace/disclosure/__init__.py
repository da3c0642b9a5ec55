"""What leaves the notebook: documents issued, and the checks that run before."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "KINDS", "CloseItem", "Kind", "PreparedDocument", "RecordReview", "RecordRow", "WrittenPlace", "check_all",
    "checklist_evidence", "close_items", "draft_letter", "family_id_of", "family_of", "file_name_note", "issue_all",
    "issue_document", "letter_safety", "prepare_document", "record_rows", "review_of", "review_remarks",
    "safe_record_notes",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.disclosure.checks import file_name_note
    from supervision_tui.workspace.disclosure.closing_check import (
        CloseItem,
        RecordRow,
        WrittenPlace,
        close_items,
        record_rows,
    )
    from supervision_tui.workspace.disclosure.issue import (
        KINDS,
        Kind,
        PreparedDocument,
        check_all,
        draft_letter,
        issue_all,
        issue_document,
        letter_safety,
        prepare_document,
        safe_record_notes,
    )
    from supervision_tui.workspace.disclosure.record_review import (
        RecordReview,
        checklist_evidence,
        family_id_of,
        family_of,
        review_of,
        review_remarks,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "checks": "file_name_note",
            "closing_check": "CloseItem RecordRow WrittenPlace close_items record_rows",
            "issue": (
                "KINDS Kind PreparedDocument check_all draft_letter issue_all issue_document letter_safety "
                "prepare_document safe_record_notes"
            ),
            "record_review": "RecordReview checklist_evidence family_id_of family_of review_of review_remarks",
        },
    )

"""Records: cut from a session by destination, read before they are written, and taken out as documents."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "Addition", "CheckedItem", "Confirmation", "Correction", "EvidenceQuote", "EvidencedItem",
    "FileExistsAlreadyError", "Filing", "LookedAt", "NamesLeftError", "NoSuchLineError", "NotConfirmedError",
    "Omission", "Paragraph", "Record", "RecordFixedError", "RecordLine", "ReviewRemark", "Section",
    "SessionRecords", "UnknownFormatError", "add", "add_oversight", "answer_item", "answer_to", "confirm",
    "correct_line", "evidence_for", "export", "look_at", "mark_filed", "names_in", "private_card", "record_lines",
    "render_record", "review_record", "split_session",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.records.checklist_evidence import (
        EvidencedItem,
        EvidenceQuote,
        answer_item,
        answer_to,
        evidence_for,
    )
    from supervision_tui.records.corrections import (
        NoSuchLineError,
        RecordFixedError,
        RecordLine,
        correct_line,
        record_lines,
    )
    from supervision_tui.records.documents import FileExistsAlreadyError, UnknownFormatError, export, render_record
    from supervision_tui.records.lifecycle import NamesLeftError, NotConfirmedError, add, confirm, mark_filed
    from supervision_tui.records.model import (
        Addition,
        CheckedItem,
        Confirmation,
        Correction,
        Filing,
        LookedAt,
        Omission,
        Paragraph,
        Record,
        Section,
        SessionRecords,
    )
    from supervision_tui.records.name_leaks import names_in
    from supervision_tui.records.oversight import add_oversight
    from supervision_tui.records.review import ReviewRemark, look_at, review_record
    from supervision_tui.records.split_by_destination import private_card, split_session
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "checklist_evidence": "EvidenceQuote EvidencedItem answer_item answer_to evidence_for",
            "corrections": "RecordLine NoSuchLineError RecordFixedError correct_line record_lines",
            "documents": "FileExistsAlreadyError UnknownFormatError export render_record",
            "lifecycle": "NamesLeftError NotConfirmedError add confirm mark_filed",
            "model": (
                "Addition CheckedItem Confirmation Correction Filing LookedAt Omission Paragraph Record Section "
                "SessionRecords"
            ),
            "name_leaks": "names_in",
            "oversight": "add_oversight",
            "review": "ReviewRemark look_at review_record",
            "split_by_destination": "private_card split_session",
        },
    )

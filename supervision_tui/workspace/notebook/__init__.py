"""The notebook itself: opening, recovery, conflicts, retention, the doctor."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "FROM_A_PARCEL", "DisposalItem", "Recovery", "RetentionSchedule", "SystemCheck", "TextConflict", "TextDifference",
    "accept_waiting", "change_passphrase", "crash_reports", "create_vault", "differences", "discard_waiting",
    "folder_warnings", "integrity_report",
    "make_backup", "open_by_key_store", "open_conflicts", "open_demo", "open_vault", "renew_backups",
    "renew_recovery_words", "run_checks", "set_key_store", "status_of",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.notebook.conflicts import (
        FROM_A_PARCEL,
        TextConflict,
        TextDifference,
        accept_waiting,
        differences,
        discard_waiting,
        open_conflicts,
    )
    from supervision_tui.workspace.notebook.doctor import SystemCheck, run_checks
    from supervision_tui.workspace.notebook.opening import (
        create_vault,
        folder_warnings,
        open_by_key_store,
        open_demo,
        open_vault,
    )
    from supervision_tui.workspace.notebook.recovery import Recovery
    from supervision_tui.workspace.notebook.retention import DisposalItem, RetentionSchedule
    from supervision_tui.workspace.notebook.status import (
        change_passphrase,
        crash_reports,
        integrity_report,
        make_backup,
        renew_backups,
        renew_recovery_words,
        set_key_store,
        status_of,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "conflicts": (
                "FROM_A_PARCEL TextConflict TextDifference accept_waiting differences discard_waiting open_conflicts"
            ),
            "doctor": "SystemCheck run_checks",
            "opening": "create_vault folder_warnings open_by_key_store open_demo open_vault",
            "recovery": "Recovery",
            "retention": "DisposalItem RetentionSchedule",
            "status": (
                "change_passphrase crash_reports integrity_report make_backup renew_backups renew_recovery_words "
                "set_key_store status_of"
            ),
        },
    )

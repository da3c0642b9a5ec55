"""What the notebook holds: families, sessions, people, settings, drafts, disclosures; search over them."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "CHANGES", "LOCK_CHOICES", "PRIVATE", "Contacts", "Disclosure", "DisclosureLog", "Exchange", "Exchanges",
    "Families", "FamilyImport", "FamilyOutline", "FamilyOutlines", "FamilyStories", "FieldText", "FrameworkOption",
    "InvolvementRepository", "ItemKey", "Layouts", "LetGoRequest", "Owner", "OwnerRepository", "PendingPairings",
    "People", "Received", "ReceivedBatch", "RecordOutline", "RecordOutlines", "Records", "RecoveredInput",
    "RecoveredInputStore", "Repository", "RoleTurn", "SearchHit", "SessionFormats", "SessionIndex",
    "SessionSummary", "Sessions", "SettingsRepository", "StepChange", "StepChangeError", "StepHistory", "StepLog",
    "StepNote", "Store", "agreed_step", "due_day_of", "family_names_in", "family_of_record", "family_short_title",
    "frameworks", "leaf_values", "next_role_holders", "objects_naming", "search_vault", "step_outcomes",
    "unsaved_fields",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.store.contacts import Contacts, PendingPairings
    from supervision_tui.workspace.store.disclosure_log import Disclosure, DisclosureLog
    from supervision_tui.workspace.store.draft_recovery import (
        FieldText,
        RecoveredInput,
        RecoveredInputStore,
        unsaved_fields,
    )
    from supervision_tui.workspace.store.exchanges import (
        Exchange,
        Exchanges,
        ItemKey,
        LetGoRequest,
        Received,
        ReceivedBatch,
    )
    from supervision_tui.workspace.store.families import Families, Layouts, Records, family_short_title
    from supervision_tui.workspace.store.family_import import FamilyImport
    from supervision_tui.workspace.store.family_outlines import FamilyOutline, FamilyOutlines
    from supervision_tui.workspace.store.family_story import FamilyStories
    from supervision_tui.workspace.store.involvement import InvolvementRepository
    from supervision_tui.workspace.store.json_paths import leaf_values, objects_naming
    from supervision_tui.workspace.store.open_threads import RoleTurn, next_role_holders, step_outcomes
    from supervision_tui.workspace.store.people import People, family_names_in
    from supervision_tui.workspace.store.record_index import RecordOutline, RecordOutlines, family_of_record
    from supervision_tui.workspace.store.repository import Repository, Store
    from supervision_tui.workspace.store.search import SearchHit, search_vault
    from supervision_tui.workspace.store.session_changes import CHANGES
    from supervision_tui.workspace.store.session_formats import FrameworkOption, SessionFormats, frameworks
    from supervision_tui.workspace.store.session_index import SessionIndex, SessionSummary
    from supervision_tui.workspace.store.sessions import PRIVATE, Sessions
    from supervision_tui.workspace.store.settings import LOCK_CHOICES, Owner, OwnerRepository, SettingsRepository
    from supervision_tui.workspace.store.step_log import (
        StepChange,
        StepChangeError,
        StepHistory,
        StepLog,
        StepNote,
        agreed_step,
        due_day_of,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "contacts": "Contacts PendingPairings",
            "disclosure_log": "Disclosure DisclosureLog",
            "draft_recovery": "FieldText RecoveredInput RecoveredInputStore unsaved_fields",
            "exchanges": "Exchange Exchanges ItemKey LetGoRequest Received ReceivedBatch",
            "families": "Families Layouts Records family_short_title",
            "family_import": "FamilyImport",
            "family_outlines": "FamilyOutline FamilyOutlines",
            "family_story": "FamilyStories",
            "involvement": "InvolvementRepository",
            "json_paths": "leaf_values objects_naming",
            "open_threads": "RoleTurn next_role_holders step_outcomes",
            "people": "People family_names_in",
            "record_index": "RecordOutline RecordOutlines family_of_record",
            "repository": "Repository Store",
            "search": "SearchHit search_vault",
            "session_formats": "FrameworkOption SessionFormats frameworks",
            "session_index": "SessionIndex SessionSummary",
            "session_changes": "CHANGES",
            "sessions": "PRIVATE Sessions",
            "step_log": "StepChange StepChangeError StepHistory StepLog StepNote agreed_step due_day_of",
            "settings": "LOCK_CHOICES Owner OwnerRepository SettingsRepository",
        },
    )

"""Changes to one family: people, ties, events, resources, sensitive facts, each with its inverse."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "HARMS", "HARM_CHANGES", "KEPT_CHANGES", "NEW", "PARTNER", "WORDS", "FamilyEditor", "FieldValueError",
    "PersonDetail", "SensitiveFact", "add_detail", "change_detail", "choices_of", "clear_flag", "field_text",
    "initial_value", "input_kind", "is_needed", "is_sensitive", "list_sensitive_facts", "mark_home_unsafe",
    "names_line", "parentage", "remove_detail", "set_harm_flag", "set_hidden_fact", "set_parentage_care",
    "set_person_care",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import FamilyEditor
    from supervision_tui.workspace.editing.form_fields import (
        FieldValueError,
        choices_of,
        field_text,
        initial_value,
        input_kind,
        is_needed,
        names_line,
    )
    from supervision_tui.workspace.editing.person_details import (
        NEW,
        PARTNER,
        WORDS,
        PersonDetail,
        add_detail,
        change_detail,
        remove_detail,
    )
    from supervision_tui.workspace.editing.sensitive_facts import (
        HARM_CHANGES,
        HARMS,
        KEPT_CHANGES,
        SensitiveFact,
        clear_flag,
        is_sensitive,
        list_sensitive_facts,
        mark_home_unsafe,
        parentage,
        set_harm_flag,
        set_hidden_fact,
        set_parentage_care,
        set_person_care,
    )
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "family_editor": "FamilyEditor",
            "form_fields": "FieldValueError choices_of field_text initial_value input_kind is_needed names_line",
            "person_details": "NEW PARTNER WORDS PersonDetail add_detail change_detail remove_detail",
            "sensitive_facts": (
                "HARMS HARM_CHANGES KEPT_CHANGES SensitiveFact clear_flag is_sensitive list_sensitive_facts "
                "mark_home_unsafe parentage set_harm_flag set_hidden_fact set_parentage_care set_person_care"
            ),
        },
    )

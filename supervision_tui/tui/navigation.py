"""Every screen by name, loaded when somebody goes there: screens never import one another.

A screen that opens another says ``self.app.push_screen(screen("session", controller))``. Late loading is what keeps the
first paint quick; naming instead of importing is what keeps the screens free of circles. A house test binds every call
to the constructor that it leads to.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from textual.screen import Screen

SCREENS = {
    # the door
    "opening demo": "screens.entry.base:DemoOpeningScreen",
    "welcome": "screens.entry.first_run:WelcomeScreen",
    "unlock": "screens.entry.unlock:UnlockScreen",
    "recover": "screens.entry.recovery_words:RecoverAccessScreen",
    "recovery paper": "screens.entry.recovery_words:RecoveryWordsScreen",
    "restore backup": "screens.entry.restore_backup:RestoreBackupScreen",
    # places
    "today": "screens.today.today:TodayScreen",
    "families": "screens.families.families:FamiliesScreen",
    "people": "screens.people.people:PeopleScreen",
    "records": "screens.records.records:RecordsScreen",
    "notebook": "screens.notebook.notebook:NotebookScreen",
    # sessions
    "begin session": "screens.session.begin:BeginSessionScreen",
    "session": "screens.session.session:SessionScreen",
    "jot": "screens.session.jot:JotScreen",
    "tray": "screens.session.tray:TrayScreen",
    "since last time": "screens.session.since_last_time:SinceLastTimeScreen",
    "compare days": "studio.compare:ComparisonScreen",
    "close session": "screens.session.close:CloseSessionScreen",
    "choose families": "screens.session.choose_families:ChooseFamiliesScreen",
    "open steps": "screens.today.steps:OpenStepsScreen",
    # records
    "checklist": "screens.session.checklist:ChecklistScreen",
    "issue document": "screens.records.issue_document:IssueDocumentScreen",
    "waiting records": "screens.records.waiting:WaitingRecordsScreen",
    "review records": "screens.records.review:RecordReviewScreen",
    # the notebook
    "retention": "screens.notebook.retention:RetentionScreen",
    "conflicts": "screens.notebook.conflicts:ConflictsScreen",
    "recovered drafts": "screens.notebook.recovered_drafts:RecoveredDraftsScreen",
    # from notebook to notebook
    "contacts": "screens.parcels.contacts:ContactsScreen",
    "send parcel": "screens.parcels.send_parcel:SendParcelScreen",
    "take parcel": "screens.parcels.take_parcel:TakeParcelScreen",
    # families
    "family page": "screens.families.page:FamilyPageScreen",
    "studio": "studio.screen:StudioScreen",
    # everywhere
    "tell": "dialogs.dialogs:NoticeScreen",
    "help": "dialogs.help:HelpScreen",
    "library": "screens.library.library:LibraryScreen",
    "jump": "screens.jump:JumpScreen",
    "danger": "dialogs.danger:DangerScreen",
}
"""Module (below ``supervision_tui.tui``) and class of each screen, by the name that other screens use for it."""

PLACES = (
    ("Today", "today", "start, go on, what waits"),
    ("Families", "families", "who they are, drawn and in words"),
    ("People and pods", "people", "who works here, supervision due"),
    ("Records", "records", "what sessions left"),
    ("Notebook", "notebook", "copies, what should go, what opens it"),
)
"""The places: title, name in :data:`SCREENS`, what stands there."""


def screen_class(name: str) -> type[Screen[Any]]:
    """The class of the screen called *name*, loaded now if it was not before.

    Raises:
        KeyError: no screen has that name.
    """
    module, _, kind = SCREENS[name].partition(":")
    found: type[Screen[Any]] = getattr(import_module(f"{__package__}.{module}"), kind)
    return found


def screen(name: str, *arguments: object, **named: object) -> Screen[Any]:
    """A new screen of the kind called *name*, made with these arguments.

    Raises:
        KeyError: no screen has that name.
    """
    return screen_class(name)(*arguments, **named)  # type: ignore[arg-type] # a house test binds every call


def first_screen(folder: Path) -> Screen[Any]:
    """Where a person begins: the welcome when there is no vault in *folder* yet, otherwise the unlock screen.

    An empty or damaged vault is never taken for a missing one: only a folder that does not exist, or holds nothing,
    leads to a new vault.
    """
    missing = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    return screen("welcome" if missing else "unlock", folder)

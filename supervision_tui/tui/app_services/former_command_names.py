"""Names that commands had before: a file of keys that was written then still holds."""

from __future__ import annotations

from collections.abc import Mapping

FORMER_NAMES: dict[str, str] = {
    "GiveMinutes": "FiveMinutes", "ShowQuestions": "AnotherQuestion",
    "BackFromSubjectAccess": "BackFromHeld", "LeaveIssuing": "LeaveGiving", "SeeRecoveredInput": "SeeWordsPutAside",
    "NoteSupervision": "SupervisionHeld", "SeeRetention": "SeeWhatGoes", "SeeSubjectAccess": "SeeWhatIsHeld",
    "AddChild": "Child", "AddDetail": "AddPart", "AddFormerPartner": "FormerPartner", "AddOutsidePerson": "AddSomebody",
    "AddParent": "Parent", "AddPartner": "Partner", "AddPerson": "NewPerson", "AddSibling": "Sibling",
    "AddTimelineEvent": "AddEvent", "ChangeDetail": "ChangePart", "ChangeEvent": "Change", "ChangeLabels": "Zoom",
    "ChangeLink": "Change", "ChangeSensitiveFact": "ChangeCare", "ChooseTieLayers": "ChooseLayers",
    "ClearSensitiveFact": "TakeCareOff", "CompareDrawings": "SideBySide", "DescribePerson": "More",
    "DescribeTie": "Tie", "EarlierYear": "Earlier", "ExportDrawing": "Give", "FindPerson": "Find", "GoBack": "Back",
    "HidePerson": "NotKnownHere", "LaterYear": "Later", "LeaveComparison": "BackFromSides",
    "MarkHomeUnsafe": "UnsafeHome", "MarkParentage": "UnsureParent", "NoteHarm": "Worry", "NoteHiddenFact": "Secret",
    "OpenEcomap": "Ecomap", "OpenListPanel": "ListBelow", "OpenPersonDetails": "Particulars",
    "OpenSensitiveFacts": "WithCare", "OpenSuggestions": "Curious", "OpenTimeline": "Timeline",
    "PreviousPerson": "PersonBefore", "RecordDeath": "Died", "RecordEvent": "Happened", "RedoEdit": "Redo",
    "RemoveDetail": "TakePartOff", "RemoveEvent": "TakeAway", "RemoveLink": "TakeOff", "RemovePerson": "TakeOff",
    "SetConstellation": "Constellation", "SetEventMeaning": "Meant", "SetEventPeople": "ToWhom", "SetHome": "Home",
    "ShowNeighbourhood": "Near", "TidyDrawing": "Tidy", "UndoEdit": "Undo",
}  # fmt: skip
"""The former name of a command by the name it has now; one former name may have stood for several commands."""


def present_names(lines: Mapping[str, object], known: Mapping[str, object]) -> dict[str, object]:
    """*lines* of a file of keys (command to key), each under the names that its command has now.

    A line with a present name comes before one with a former name. A name that no command has, or had, stays.
    """
    renamed = {new: lines[old] for new, old in FORMER_NAMES.items() if old in lines and new in known}
    former = {FORMER_NAMES[new] for new in renamed}
    return renamed | {name: key for name, key in lines.items() if name in known or name not in former}

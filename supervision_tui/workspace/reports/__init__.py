"""What is due, counts, the calendar, trends."""

from typing import TYPE_CHECKING

from supervision_tui.lazy_import import load_on_use

__all__ = [
    "ChildStanding", "ConfirmationQueue", "DueItem", "FamilyPage", "NextMeeting", "OpenStep", "OwnerWorkload",
    "PageLine", "PageRow", "SinceLastTime", "TeamPattern", "TeamThemes", "TodayList", "TodayRow", "WaitingRecord",
    "calendar_days", "children_in_work", "count_activity", "count_feedback", "count_tags", "due_items",
    "feedback_in_words", "hold_again", "ics", "ideas_over_time", "last_meeting", "meeting_agenda_sheet",
    "newest_words_of", "noted_in_words", "one_to_one_sheet", "open_steps", "outcomes_in_words",
    "own_file_problems", "page_lines", "page_of", "row_lines", "safe_for_room", "scales", "session_dots",
    "sessions_about", "since_last_time", "steps_serving", "supervision_standing", "taken_back_in_words",
    "team_in_words", "team_patterns_of", "team_themes_of", "titles_in_words", "to_confirm", "today_list",
    "usual_role", "usual_system", "waiting_records", "workload_by_owner",
]  # fmt: skip

if TYPE_CHECKING:
    from supervision_tui.workspace.reports.balance import (
        count_feedback,
        count_tags,
        feedback_in_words,
        sessions_about,
        steps_serving,
    )
    from supervision_tui.workspace.reports.calendar import calendar_days, ics
    from supervision_tui.workspace.reports.child_page import PageLine, newest_words_of
    from supervision_tui.workspace.reports.confirmation import (
        WaitingRecord,
        to_confirm,
        usual_role,
        usual_system,
        waiting_records,
    )
    from supervision_tui.workspace.reports.confirmation_queue import ConfirmationQueue, titles_in_words
    from supervision_tui.workspace.reports.counts import count_activity
    from supervision_tui.workspace.reports.due import DueItem, OpenStep, due_items, open_steps, supervision_standing
    from supervision_tui.workspace.reports.family_page import FamilyPage, PageRow, page_of, safe_for_room
    from supervision_tui.workspace.reports.last_session import SinceLastTime, since_last_time
    from supervision_tui.workspace.reports.next_meeting import (
        NextMeeting,
        hold_again,
        last_meeting,
        meeting_agenda_sheet,
    )
    from supervision_tui.workspace.reports.noted_steps import noted_in_words, taken_back_in_words
    from supervision_tui.workspace.reports.one_to_one import ChildStanding, children_in_work, one_to_one_sheet
    from supervision_tui.workspace.reports.page_text import page_lines, row_lines
    from supervision_tui.workspace.reports.page_work import outcomes_in_words
    from supervision_tui.workspace.reports.team_patterns import (
        TeamPattern,
        TeamThemes,
        team_in_words,
        team_patterns_of,
        team_themes_of,
    )
    from supervision_tui.workspace.reports.today_rows import TodayList, TodayRow, own_file_problems, today_list
    from supervision_tui.workspace.reports.trends import (
        ideas_over_time,
        scales,
        session_dots,
    )
    from supervision_tui.workspace.reports.workload import OwnerWorkload, workload_by_owner
else:
    __getattr__ = load_on_use(
        __name__,
        {
            "balance": "count_feedback count_tags feedback_in_words sessions_about steps_serving",
            "child_page": "PageLine newest_words_of",
            "calendar": "calendar_days ics",
            "confirmation": "WaitingRecord to_confirm usual_role usual_system waiting_records",
            "confirmation_queue": "ConfirmationQueue titles_in_words",
            "counts": "count_activity",
            "due": "DueItem OpenStep due_items open_steps supervision_standing",
            "family_page": "FamilyPage PageRow page_of safe_for_room",
            "noted_steps": "noted_in_words taken_back_in_words",
            "one_to_one": "ChildStanding children_in_work one_to_one_sheet",
            "page_text": "page_lines row_lines",
            "page_work": "outcomes_in_words",
            "next_meeting": "NextMeeting hold_again last_meeting meeting_agenda_sheet",
            "last_session": "SinceLastTime since_last_time",
            "team_patterns": "TeamPattern TeamThemes team_in_words team_patterns_of team_themes_of",
            "today_rows": "TodayList TodayRow own_file_problems today_list",
            "trends": "ideas_over_time scales session_dots",
            "workload": "OwnerWorkload workload_by_owner",
        },
    )

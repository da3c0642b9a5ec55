"""Which lines of the tray wait, were placed or thrown away: read from the session, so that undo is true of them."""

from __future__ import annotations

from supervision_tui.session.model import Session, TrayLine


def waiting_lines(session: Session) -> tuple[TrayLine, ...]:
    """The lines that wait to be placed, the oldest first."""
    there = item_ids(session)
    return tuple(line for line in session.tray if line.placed not in there and not line.thrown_away)


def placed_lines(session: Session) -> tuple[TrayLine, ...]:
    """The lines that were placed, the oldest first."""
    there = item_ids(session)
    return tuple(line for line in session.tray if line.placed in there)


def discarded_lines(session: Session) -> tuple[TrayLine, ...]:
    """The lines that were thrown away; they stay to be brought back until the session closes."""
    there = item_ids(session)
    return tuple(line for line in session.tray if line.thrown_away and line.placed not in there)


def item_ids(session: Session) -> set[str]:
    """Ids of everything that a line can have become."""
    notes = {thing.id for thing in session.entries} | {thing.id for thing in session.hypotheses}
    forms = {thing.id for thing in session.actions} | {thing.id for thing in session.decisions}
    drafts = {draft.id for draft in session.drafts if draft.id}
    return notes | forms | drafts | {question.prompt_id for question in session.questions}


def without_item(session: Session, item_id: str) -> Session:
    """*session* after *item_id* was taken away by hand: the line that it came from does not wait again."""
    if not any(line.placed == item_id for line in session.tray):
        return session
    return session.model_copy(
        update={
            "tray": tuple(
                line.model_copy(update={"thrown_away": True}) if line.placed == item_id else line
                for line in session.tray
            )
        }
    )


def with_items_back(session: Session) -> Session:
    """*session* after a step was taken back or done again: a line whose item is there again is placed again."""
    there = item_ids(session)
    if not any(line.thrown_away and line.placed in there for line in session.tray):
        return session
    return session.model_copy(
        update={
            "tray": tuple(
                line.model_copy(update={"thrown_away": False}) if line.placed in there else line
                for line in session.tray
            )
        }
    )

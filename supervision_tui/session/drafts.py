"""Words that are still being typed in a slot, kept with the session so that they survive the process."""

from __future__ import annotations

from datetime import datetime

from supervision_tui.practice import Destination
from supervision_tui.session.fields import Slot
from supervision_tui.session.model import Draft, Session
from supervision_tui.text import SafeText


def draft_in(session: Session, slot: Slot) -> Draft | None:
    """What was being typed in *slot*."""
    return next((draft for draft in session.drafts if _in_slot(draft, slot)), None)


def with_draft(session: Session, slot: Slot, text: str, now: datetime, rewriting: str = "") -> Session:
    """*session* with *text* as what is typed in *slot*; nothing is kept where nothing is written, or of empty words.

    *rewriting* is the id of the entry whose words are being changed.
    """
    if slot.field.destination is Destination.NONE:
        return session
    others = tuple(draft for draft in session.drafts if not _in_slot(draft, slot))
    if not text and len(others) == len(session.drafts):
        return session
    draft = Draft(
        stage=slot.stage,
        field=slot.field.id,
        child=slot.child,
        text=SafeText(text),
        destination=slot.field.destination,
        rewriting=rewriting,
    )
    drafts = (*others, draft) if text else others
    return session.model_copy(update={"drafts": drafts, "touched": max(now, session.touched)})


def _in_slot(draft: Draft, slot: Slot) -> bool:
    return (draft.field, draft.child) == (slot.field.id, slot.child)

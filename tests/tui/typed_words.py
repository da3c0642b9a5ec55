"""Every text that a session holds, with the place where it stands."""

from __future__ import annotations


def words_kept(session):
    """(stage, field, child) and text of everything typed in *session*; an empty field or stage is not told apart."""
    for entry in session.entries:
        yield (entry.stage, entry.field, entry.child), f"{entry.text} {' '.join(map(str, entry.parts.values()))}"
    for draft in session.drafts:
        yield (draft.stage, draft.field, draft.child), str(draft.text)
    for things in (session.hypotheses, session.actions, session.decisions):
        for thing in things:
            yield (thing.stage, "", getattr(thing, "child", None)), thing.model_dump_json()
    for seat in session.seats:
        yield ("", seat.role, None), str(seat.name)
    for question in session.questions:
        yield (question.stage, "", None), f"{question.came_back}"
    for stage, time in session.times.items():
        yield (stage, "skipped", None), str(time.skipped or "")
    yield ("", "title", None), f"{session.family_ref} {session.opened_on}"

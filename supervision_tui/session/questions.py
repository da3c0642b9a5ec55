"""Questions taken along: put in order, marked as asked, with what came back."""

from __future__ import annotations

from datetime import datetime

from supervision_tui.session.editor import SessionEditor
from supervision_tui.session.model import AskedQuestion
from supervision_tui.text import SafeText


def kept_questions(editor: SessionEditor) -> tuple[AskedQuestion, ...]:
    """The questions that were kept, the most wanted first."""
    return tuple(question for question in editor.session.questions if question.kept)


def move_question(editor: SessionEditor, prompt_id: str, step: int, now: datetime) -> None:
    """Move a kept question *step* places down (up where it is below nought)."""
    order = list(kept_questions(editor))
    at = next((n for n, question in enumerate(order) if question.prompt_id == prompt_id), None)
    if at is None or not 0 <= at + step < len(order):
        return
    order.insert(at + step, order.pop(at))
    passed = tuple(question for question in editor.session.questions if not question.kept)
    editor.step("put the questions in order", now, questions=(*order, *passed))


def drop_question(editor: SessionEditor, prompt_id: str, now: datetime) -> None:
    """Keep a question no longer."""
    _change(editor, prompt_id, "let a question go", now, kept=False)


def note_reply(editor: SessionEditor, prompt_id: str, words: str, now: datetime) -> None:
    """Note that a question was asked, and what came back, as far as somebody says it."""
    _change(editor, prompt_id, "noted what came back", now, asked=True, came_back=SafeText(words.strip()))


def _change(editor: SessionEditor, prompt_id: str, words: str, now: datetime, **changed: object) -> None:
    new = tuple(
        question.model_copy(update=changed) if question.prompt_id == prompt_id else question
        for question in editor.session.questions
    )
    if new != editor.session.questions:
        editor.step(words, now, questions=new)

"""Opening a form of a session: what stands in it, where its draft is kept, and what becomes of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from supervision_tui.session.child_choice import ALL
from supervision_tui.session.drafts import draft_title, draft_values, new_draft_id
from supervision_tui.session.fields import items_in, label_of, place_in_words
from supervision_tui.session.form_filling import ChildRemovedError, NamesakeError
from supervision_tui.session.tray.jotting import follow_form
from supervision_tui.session.tray.typed_parts import typed_parts
from supervision_tui.text import Line
from supervision_tui.tui.activities import refocus_panel
from supervision_tui.tui.screens.session.entry_form import EntryFormScreen, FormSetting

if TYPE_CHECKING:
    from supervision_tui.session import Draft, Slot
    from supervision_tui.session.fields import SessionItem
    from supervision_tui.tui.session_base import SessionBase
    from supervision_tui.workspace.running import SessionPart


class OpenForm:
    """A form of *slot* while it is open: every key is its draft, Enter keeps it, Esc lets it wait.

    Args:
        screen: the session that it is opened over.
        slot: what is filled.
        draft: a draft that waits and is gone on with.
        changes: the id of what is changed, if something is.
        part: the part of the session that it belongs to; the one in hand unless told otherwise.
    """

    def __init__(
        self, screen: SessionBase, slot: Slot, draft: Draft | None, changes: str, part: SessionPart | None = None
    ) -> None:
        self._screen = screen
        self._slot = slot
        self._part = part or screen.controller.part
        self._editor = self._part.editor
        self._changes = draft.rewriting if draft is not None else changes
        self._draft_id = draft.id if draft is not None else new_draft_id(self._editor.session)
        self._as_opened: dict[str, str] = {}
        self._managers: dict[str, str] | None = None

    def show(self, begun: dict[str, str], *, typed: bool) -> None:
        """Put the form on the screen with what was *begun*; where it was *typed* in the box, it is this form's now."""
        editor, controller, now = self._editor, self._screen.controller, self._screen.controller.now()
        waits = editor.drafted(self._slot, self._draft_id)
        values = draft_values(waits) if waits else editor.values(self._slot, self._changes) if self._changes else begun
        values = self._with_manager(values)
        if typed:
            editor.draft(self._slot, "", now)
            editor.draft(self._slot, json.dumps(begun), now, draft_id=self._draft_id)
        else:
            self._as_opened = values
        setting = FormSetting(
            slot=self._slot,
            title=label_of(self._slot, controller.names),
            place=place_in_words(self._slot, controller.names, editor.session.children),
            values=values,
            children=self._part.children,
            suggest=self._part.suggest_children,
            today=now.date(),
            where=self._where,
            managers=self._managers,
        )
        self._screen.app.push_screen(EntryFormScreen(setting, self._drafted, self._keep), self._closed)

    @property
    def _where(self) -> str:
        """The stage, and the family by its name where everybody who sees the screen may know it.

        It is the family of the form: from the tray, a decision is opened for another than the one in hand.
        """
        controller, stage = self._screen.controller, self._editor.template.stage(self._slot.stage)
        name = controller.family_names.get(self._editor.session.family_id or "", "")
        if not name and self._part is controller.part:
            name = controller.family_name.partition(",")[0]
        return " · ".join(filter(None, (str(stage.title), "" if self._screen.app.room.on else name)))

    def _with_manager(self, values: dict[str, str]) -> dict[str, str]:
        """*values*, with the accountable manager as the one who decides; where nobody is, one can be named."""
        held_in = self._screen.controller.part_with_role("manager", self._part)
        if self._slot.field.kind != "decision" or held_in is None:
            return values
        seat = str(held_in.editor.session.seat("manager"))
        if seat:
            return {"decided_by": seat, **{part: words for part, words in values.items() if words}}
        self._managers = self._screen.app.workspace.people.decision_makers(self._screen.controller.now().date())
        return values

    def _drafted(self, words: dict[str, str]) -> None:
        answers = {part: answer for part, answer in words.items() if answer}
        touched = bool(answers) and answers != {part: answer for part, answer in self._as_opened.items() if answer}
        if touched or self._editor.drafted(self._slot, self._draft_id) is not None:
            text = json.dumps(answers) if answers else ""
            now = self._screen.controller.now()
            self._editor.draft(self._slot, text, now, rewriting=self._changes, draft_id=self._draft_id)
            self._screen.schedule_save()

    def _keep(self, words: dict[str, str]) -> None:
        now, part = self._screen.controller.now(), self._part
        for child in filter(None, words.get("child", "").split(",")):
            if child != ALL and child not in part.children:
                raise ChildRemovedError(part.names.get(child, "This child"))
        if self._managers is not None:
            name, directory = words["decided_by"], self._editor.directory
            if len(labels := directory.labels_for(name)) > 1:
                raise NamesakeError(name, labels, "decided_by")
            if (held_in := self._screen.controller.part_with_role("manager", part)) is not None:
                held_in.editor.seat("manager", Line(name), now)
        self._editor.fill(self._slot, words, now, item_id=self._changes)
        if not self._changes:
            follow_form(self._editor, self._draft_id, items_in(self._editor.session, self._slot)[-1].id, now)
        self._editor.draft(self._slot, "", now, draft_id=self._draft_id)

    def _closed(self, words: dict[str, str] | None) -> None:
        screen = self._screen
        waits = self._editor.drafted(self._slot, self._draft_id)
        if words is not None:
            screen.changed()
        elif waits is not None:
            screen.tell_draft(draft_title(waits, self._slot, screen.controller.names), self._slot)
        if self._editor is screen.editor and self._slot in self._editor.slots():
            screen.write_in(self._slot, just_kept=True)
            refocus_panel(screen)


def open_form(
    screen: SessionBase,
    slot: Slot,
    begun: dict[str, str],
    thing: SessionItem | None = None,
    draft: Draft | None = None,
    *,
    line: str = "",
    part: SessionPart | None = None,
) -> None:
    """Open the form of *slot*: clean, with what was *begun*, with *thing* to change, or with a *draft* that waits.

    A *line* typed in the box is read into the parts, and is this form's draft from now on. *part* is the part of a
    meeting that it belongs to, where that is not the one in hand.
    """
    if line:
        controller = screen.controller
        typed = typed_parts(screen.editor, slot, line, controller.now().date(), controller.workers)
        already = {part: words for part, words in begun.items() if words and part != slot.field.parts[0].id}
        begun = {**typed, **already}
    OpenForm(screen, slot, draft, thing.id if thing is not None else "", part).show(begun, typed=bool(line))

"""What a facilitator can do in a session: one class a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supervision_tui.tui.commands import Command

if TYPE_CHECKING:
    from supervision_tui.tui.screens.session.session import SessionScreen  # noqa: F401 - named in every base below


class NextStage(Command["SessionScreen"]):
    """Go to the next stage; after the last one, to the records."""

    key, words, priority = "f6", "Next", True

    def run(self) -> None:
        if not self.screen.controller.at_end:
            self.screen.go_on()
            return
        from supervision_tui.tui.screens.session.close import ClosingScreen  # noqa: PLC0415 - only at the end

        self.screen.save()
        self.screen.app.push_screen(ClosingScreen(self.screen.controller))


class StageBefore(Command["SessionScreen"]):
    """Go back to the stage before. Nothing is lost by it."""

    key, words, priority = "f5", "Back", True

    @property
    def possible(self) -> bool:
        return self.screen.controller.number > 1

    def run(self) -> None:
        self.screen.go_back()


class FiveMinutes(Command["SessionScreen"]):
    """Give this stage five more minutes."""

    key, words, priority = "f7", "+5 min", True

    def run(self) -> None:
        self.screen.editor.more_time(5, self.screen.controller.now())
        self.screen.save()
        self.screen.show_time()


class Genogram(Command["SessionScreen"]):
    """The family as a drawing: walk through it, and go on drawing it while you talk."""

    key, words = "f2", "Genogram"

    @property
    def possible(self) -> bool:
        return self.screen.controller.family is not None

    def run(self) -> None:
        from supervision_tui.tui.studio.screen import StudioScreen  # noqa: PLC0415 - heavy, and only now needed

        controller = self.screen.controller
        if controller.family is not None:
            family_editor = self.screen.app.workspace.family_editor(controller.family.id, controller.family_changed)
            self.screen.app.push_screen(StudioScreen(family_editor, self.screen.editor.session.children))


class ChooseFamilies(Command["SessionScreen"]):
    """Choose which families the meeting thinks about in depth, and in which order. What was written stays."""

    key, words = "ctrl+f", "Families"

    @property
    def possible(self) -> bool:
        return self.screen.controller.is_meeting

    def run(self) -> None:
        self.screen.choose_families()


class WorkTogether(Command["SessionScreen"]):
    """Work in another way than with notes: the grid of graces, numbers on a line, a round written unseen, roles."""

    key, words, priority = "ctrl+g", "Ways", True

    @property
    def possible(self) -> bool:
        from supervision_tui.session.working_methods import working_methods  # noqa: PLC0415 - asked once a session is open

        return bool(working_methods(self.screen.editor))

    def run(self) -> None:
        from supervision_tui.tui.widgets.activities import choose_panel  # noqa: PLC0415 - when somebody wants one

        choose_panel(self.screen)


class AnotherQuestion(Command["SessionScreen"]):
    """Show another question."""

    key, words, quiet = "f3", "Another question", True

    def run(self) -> None:
        from supervision_tui.tui.widgets.question_card import QuestionCard  # noqa: PLC0415 - a widget of the screen

        self.screen.query_one(QuestionCard).another()


class KeepQuestion(Command["SessionScreen"]):
    """Keep the question shown for the next visit."""

    key, words, quiet = "f4", "Keep the question", True

    def run(self) -> None:
        from supervision_tui.tui.widgets.question_card import QuestionCard  # noqa: PLC0415 - a widget of the screen

        card = self.screen.query_one(QuestionCard)
        if card.current is None:
            return
        if self.screen.controller.keep_question(card.current):
            self.screen.changed()
            self.screen.notify("Kept for the visit.", markup=False)
        else:
            self.screen.notify("This one is for your own thoughts; it is not written down.", markup=False)
        card.another()


class Pause(Command["SessionScreen"]):
    """Stop the clock, or let it run again. No reason is asked."""

    key, words = "f8", "Pause"

    def run(self) -> None:
        editor, now = self.screen.editor, self.screen.controller.now()
        if editor.session.since is None:
            editor.restart_clock(now)
        else:
            editor.pause_clock(now)
        self.screen.save()
        self.screen.show_time()


class Undo(Command["SessionScreen"]):
    """Take the last step back: a note, a stage, minutes. Inside a box with words, Ctrl+Z belongs to the box."""

    key, words = "ctrl+z", "Undo"

    def run(self) -> None:
        taken = self.screen.editor.undo()
        self.screen.after_undo(f"Taken back: {taken}." if taken else "There is nothing to take back.")


class Redo(Command["SessionScreen"]):
    """Do again what was taken back."""

    key, words, quiet = "ctrl+y", "Redo", True

    def run(self) -> None:
        taken = self.screen.editor.redo()
        self.screen.after_undo(f"Done again: {taken}." if taken else "There is nothing to do again.")


class SkipStage(Command["SessionScreen"]):
    """Leave this stage out, with a word why, and go on."""

    key, words, quiet = "f9", "Skip this stage", True

    @property
    def possible(self) -> bool:
        return not self.screen.controller.at_end

    def run(self) -> None:
        from supervision_tui.tui.screens.dialogs.dialogs import AskScreen  # noqa: PLC0415 - only now needed

        def decided(reason: str | None) -> None:
            if reason:
                self.screen.skip(reason)

        self.screen.app.push_screen(AskScreen("Why is this stage left out today?", "a few words"), decided)


class EndNow(Command["SessionScreen"]):
    """End the session here, before its last stage. No reason is asked; what was written is read before it is kept."""

    key, words, quiet = "ctrl+t", "End here", True

    def run(self) -> None:
        from supervision_tui.tui.screens.session.close import ClosingScreen  # noqa: PLC0415 - only at the end

        self.screen.save()
        self.screen.app.push_screen(ClosingScreen(self.screen.controller, early=True))


class LeaveSession(Command["SessionScreen"]):
    """Leave the session as it is. Today offers to go on with it."""

    key, words = "f10", "Leave"

    def run(self) -> None:
        editor = self.screen.editor
        if editor.session.since is not None:
            editor.pause_clock(self.screen.controller.now())
        self.screen.save()
        self.screen.dismiss()


SESSION_COMMANDS: tuple[type[Command[Any]], ...] = (
    NextStage,
    StageBefore,
    FiveMinutes,
    Genogram,
    ChooseFamilies,
    WorkTogether,
    AnotherQuestion,
    KeepQuestion,
    Pause,
    SkipStage,
    Undo,
    Redo,
    EndNow,
    LeaveSession,
)

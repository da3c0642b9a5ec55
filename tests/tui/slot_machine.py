"""Random keys on the real session screen, with marked words: each must stay where the screen said it would go.

A machine begins sessions (a meeting over several families, a group supervision with private fields), presses keys,
types marked words, locks, leaves, is killed and comes back. For every word it notes the slot whose name stood beside
the box at its first letter. :meth:`SlotMachine.strays` then looks at everything that is kept or shown.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.events import Paste
from textual.widgets import OptionList, Static

from supervision_tui.practice import Destination
from supervision_tui.session.fields import label_of
from supervision_tui.session.private_drafts import UNSEEN
from supervision_tui.session.working_methods import working_methods
from supervision_tui.tui.navigation import screen as screen_called
from supervision_tui.tui.screens.session.entry_form import EntryFormScreen
from supervision_tui.tui.screens.session.jot import JotScreen
from supervision_tui.tui.screens.session.session import SessionScreen
from supervision_tui.tui.screens.session.tray import TrayScreen
from supervision_tui.tui.widgets.composer import Composer
from supervision_tui.tui.widgets.jot_box import JotBox
from supervision_tui.tui.widgets.line_box import LineBox
from supervision_tui.tui.widgets.note_box import NoteBox
from supervision_tui.workspace.store.search import search_vault
from tests.tui.driving import named, settled, wait
from tests.tui.textual_internals import look_at, notices
from tests.tui.tray_machine import JOT, Placing, TrayHands
from tests.tui.typed_words import words_kept

MEETING, GROUP = "T1", "T2"
FAMILIES = ("V2", "V1", "V3")
WORDS = 22
"""How often a word is typed, against each key of weight 1."""
KEYS = {
    "enter": 4, "tab": 3, "shift+tab": 1, "ctrl+z": 4, "ctrl+y": 1, "f6": 3, "f5": 2, "escape": 2, "up": 2, "down": 1,
    "delete": 1, "ctrl+s": 1, "alt+w": 1, "f9": 1, "ctrl+o": 1, "n": 1, "s": 1, "ctrl+r": 1,
    "unseen": 1, "f4": 4, "f8": 4,
    ".": 1, "mark": 3,
    "lock": 0.1, "leave": 0.4, "kill": 0.4,
}  # fmt: skip
"""Keys with their weights; the last four are what people do in several keys, or what happens to a program."""
LETTERS = "bcdfghkmnp"
ANSWERS = (("escape",), ("enter",), ("down", "enter"), ("tab",), ("space", "tab"))
"""What is pressed in a dialog, and in a form where no line has the keys."""
BESIDE_BOX = ("#long_label", "#goes_to")
"""What stands beside the box: a label too long for its frame, and the tag that says where words go."""
CHOSEN = "*"
"""In the place of a child: the children are chosen in the form itself."""


class Home(NamedTuple):
    """Where a marked word belongs: *field* of *stage* in *session*, for *child* where it is asked for each."""

    session: str
    stage: str
    field: str
    child: str
    private: bool

    @property
    def slot(self):
        """What makes it one slot: a field that two stages show is the same field."""
        return self.session, self.field, self.child


class SlotMachine(TrayHands):
    """One program in the hands of chance.

    Args:
        pilot: drives the program; Today is open.
        random: where the keys come from, seeded.
    """

    def __init__(self, pilot, random):
        self.pilot, self.random = pilot, random
        self.homes: dict[str, Home] = {}
        self.placed: dict[str, set[Placing]] = {}
        self.faults: list[str] = []
        self.session = ""
        self._sessions: set[str] = set()
        self.pressed: list[str] = []

    # -- what is open -------------------------------------------------------------------------------------------------

    @property
    def app(self):
        return self.pilot.app

    def session_screen(self):
        """The session that is open, under whatever stands before it; ``None`` where none is."""
        return next((screen for screen in reversed(self.app.screen_stack) if isinstance(screen, SessionScreen)), None)

    async def begin(self, stage=""):
        """Begin a meeting, or a group supervision at *stage*, which chance chooses where it is not said."""
        workspace = self.app.workspace
        if not stage and self.random.random() < 0.5:
            families = self.random.sample(FAMILIES, 2)
            controller = workspace.begin_meeting(workspace.formats[MEETING], families, workspace.me)
        else:
            controller = workspace.begin(workspace.formats[GROUP], self.random.choice(FAMILIES[:2]), workspace.me)
            stage = stage or self.random.choice([known.id for known in controller.template.stages])
            controller.editor.go(stage, controller.now(), override=True)
        await self.open(controller)

    async def open(self, controller):
        """Show the session of *controller*."""
        self.session = controller.id
        self.app.push_screen(screen_called("session", controller))
        await wait(self.pilot, lambda: named(self.pilot) == "SessionScreen")

    async def end(self):
        """Leave whatever is open, back to Today."""
        await self.leave()
        if self.app.room.on:
            self.app.room.leave()

    # -- keys ---------------------------------------------------------------------------------------------------------

    async def drive(self, number):
        """Press *number* random keys, or type words in their place."""
        for _ in range(number):
            keys, weights = zip(*KEYS.items(), strict=True)
            key = self.random.choices(("word", *keys), (WORDS, *weights))[0]
            self.pressed.append(key)
            await self.step(key)
            self.faults += self.shown_strays()

    async def step(self, key):
        """One key, a word, or what happens to a program; a dialog that is no form is answered or left."""
        doings = {
            "unseen": self.think_alone, "lock": self.lock, "leave": self.leave_and_come_back, "kill": self.kill,
            "mark": self.mark,
        }  # fmt: skip
        if key in doings:
            await doings[key]()
            return
        screen = self.app.screen
        home = self.place()
        if key == "word":
            if home is not None:
                await self.type_word(home)
            return
        if isinstance(screen, TrayScreen):
            await self.in_tray(screen)
            return
        if not isinstance(screen, SessionScreen) and home is None and not self.in_panel():
            await self.pilot.press(*self.random.choice(ANSWERS))
            await self.come_back()
            return
        before = self.place()
        await self.pilot.press(key)
        self.check_move(key, before)

    async def type_word(self, home):
        """A marked word: its first letter is a key, the rest is pasted, for the machine's speed alone."""
        word = self.new_word()
        self.homes[word] = home
        await self.pilot.press(word[0])
        focused = self.app.focused
        if focused is not None:
            focused.post_message(Paste(f"{word[1:]} "))
        await settled(self.pilot)

    def new_word(self):
        """A marked word that was not typed before in this sequence."""
        word = ""
        while not word or word in self.homes:
            word = "zq" + "".join(self.random.choice(LETTERS) for _ in range(5))
        return word

    def check_move(self, key, before):
        """Enter stays in its field, or opens its form; Tab goes neither into a private field nor out of one."""
        after = self.place()
        if before is None or after is None or before.session != after.session or before.stage != after.stage:
            return
        of_the_field = {before.child, CHOSEN}
        if key == "enter" and (before.field != after.field or after.child not in of_the_field):
            self.faults.append(f"Enter went from {before} to {after}")
        if key in {"tab", "shift+tab"} and before.private is not after.private:
            self.faults.append(f"{key} went from {before} to {after}")

    async def come_back(self):
        """After a dialog led elsewhere: go on with the session from where the program stands."""
        for _ in range(6):
            if self.session_screen() is not None:
                return
            if named(self.pilot) == "TodayScreen":
                await self.open(self.app.workspace.resume(self.session))
                return
            await self.pilot.press("escape")

    async def lock(self):
        """Lock the program, and unlock it: everything is read from the disk again."""
        await self.pilot.press("ctrl+l")
        await wait(self.pilot, lambda: named(self.pilot) == "UnlockScreen" and self.app.lock.locked.done.is_set())
        picture = look_at(self.app)
        self.faults += [f"{word} stands on the locked screen" for word in self.homes if word in picture]
        await self.pilot.press("enter")
        await wait(self.pilot, lambda: named(self.pilot) in {"SessionScreen", "TodayScreen"})
        await self.come_back()

    async def leave_and_come_back(self):
        """F10, and the session again from Today."""
        await self.leave()
        await self.come_back()

    async def think_alone(self):
        """Somebody writes one thought unseen, and it is shown with those of the others."""
        session = self.session_screen()
        ways = {way.id for way in working_methods(session.editor)} if session is self.app.screen else set()
        if "round" not in ways or self.in_panel():
            return
        await self.pilot.press("alt+w")
        if len(ways) > 1:
            choices = self.app.screen.query_one(OptionList)
            choices.highlighted = choices.get_option_index("round")
            await self.pilot.press("enter")
        await self.pilot.press("n", *"Lee", "enter")
        home = self.place()
        if home is not None:
            shown_in = session.query_one(".activity")._slot
            if shown_in.field.destination is Destination.CHILD_FILE:
                self.faults.append(f"a thought written unseen goes to {shown_in.key}, a child's file")
            await self.type_word(home)
            await self.pilot.press("enter", "s")
        await self.pilot.press("escape")

    async def leave(self):
        """Go back to Today, as F10 does; whatever is open is left."""
        for _ in range(8):
            if named(self.pilot) == "TodayScreen":
                return
            await self.pilot.press("f10" if isinstance(self.app.screen, SessionScreen) else "escape")

    async def kill(self):
        """Everything in memory is gone at once; what is on the disk is gone on with."""
        while self.session_screen() is not None:
            self.app.pop_screen()
            await settled(self.pilot)
        self.app.workspace.writer.flush()
        await self.open(self.app.workspace.resume(self.session))

    # -- where words are ----------------------------------------------------------------------------------------------

    def in_panel(self):
        """Whether a panel of an activity has the keys."""
        return isinstance(self.app.screen, SessionScreen) and bool(self.app.screen.query(".activity"))

    def place(self):
        """Where a letter would go now, by what stands beside the cursor; ``None`` where nothing would take it."""
        screen, focused = self.app.screen, self.app.focused
        session = self.session_screen()
        if session is None:
            return None
        self._sessions.add(session.editor.session.id)
        if screen is session and isinstance(focused, NoteBox) and focused.display and focused.slot is not None:
            return self._beside_box(session, focused)
        if isinstance(focused, JotBox) and isinstance(screen, JotScreen):
            return self.jot_place(session, screen, focused)
        if isinstance(focused, LineBox) and isinstance(screen, EntryFormScreen):
            return self._in_form(session, screen)
        if isinstance(focused, LineBox) and named(self.pilot) == "HiddenInputScreen":
            slot = self._shown_later(session)
            return self._home(session, slot, private=False) if slot else None
        return None

    def _beside_box(self, session, box):
        composer = session.query_one("#composer", Composer)
        shown = (composer.border_title, *(session.query_one(name, Static).render() for name in BESIDE_BOX))
        told = " ".join(" ".join(map(str, shown)).split())
        label = " ".join(label_of(box.slot, session.controller.names).split())
        if label not in told or f"{box.slot.field.destination.about.tag} ›" not in told:
            self.faults.append(f"beside the box of {box.slot.key} stands: {told}")
        return self._home(session, box.slot)

    def _in_form(self, session, form):
        told = " ".join(str(form.query_one(name, Static).render()) for name in ("#form_title", "#form_place"))
        tags = [str(tag.render()) for tag in form.query(".tag").results(Static) if tag.display]
        label = " ".join(label_of(form.slot, session.controller.names).split())
        expected = f"{form.slot.field.destination.about.tag} ›"
        if label not in " ".join(told.split()) or "→" not in told or tags != [expected]:
            self.faults.append(f"over the form of {form.slot.key} stands: {told} {tags}")
        home = self._home(session, form.slot)._replace(session=self._told_in_form(session, form, told))
        return home._replace(child=CHOSEN) if any(part.choose for part in form.slot.field.parts) else home

    def _told_in_form(self, session, form, told):
        """The session that a form's words go to, by the family that is named over it, which may not be in hand."""
        names = session.controller.family_names
        if self.app.room.on:  # nobody is named: the children who can be chosen are still its own
            parts = session.controller._parts.values()
            of_children = [part for part in parts if form.setting.children and part.children == form.setting.children]
            return next((part.editor.session.id for part in of_children), session.editor.session.id)
        family = next((family for family, name in names.items() if name in told), None)
        if family is None:
            if names and form.setting.children:
                self.faults.append(f"over the form of {form.slot.key} stands no family: {told}")
            return session.editor.session.id
        return session.controller.part_about(family).editor.session.id

    @staticmethod
    def _shown_later(session):
        """Where a thought written unseen belongs: the field with the cursor, if a group writes notes there."""
        current = session.current
        if (
            current is not None
            and current.field.kind == "notes"
            and current.field.destination is Destination.FAMILY_WORK
        ):
            return current
        return session.query_one(".activity")._slot

    @staticmethod
    def _home(session, slot, *, private=None):
        private = slot.field.destination is Destination.PRIVATE if private is None else private
        return Home(session.editor.session.id, slot.stage, slot.field.id, slot.child or "", private)

    @staticmethod
    def home_in(session, stage, field, *, private):
        """The home of a word in a field that the stage does not name."""
        return Home(session.editor.session.id, stage, field, "", private)

    def shown_strays(self):
        """Words that stand in a box that is not theirs; private ones on the screen of a room."""
        found = []
        session = self.session_screen()
        boxes = [*session.query(NoteBox), *self.app.screen.query(JotBox)] if session is not None else []
        for box in boxes:
            if box.slot is not None and box.display:
                here = self._home(session, box.slot)
                found += [
                    f"{word} of {home} in the box of {here}"
                    for word, home in self.homes.items()
                    if word in box.text and home.slot != here.slot
                ]
        private = {word: home for word, home in self.homes.items() if home.private}
        if self.app.room.on and private:
            picture = look_at(self.app) + " ".join(map(str, notices(self.app)))
            found += [
                f"{word} of {home} is on a screen that others see" for word, home in private.items() if word in picture
            ]
        return found

    def strays(self):
        """Every fault so far, and every word that stands where it does not belong: kept, found, titled, copied."""
        found = [*self.faults, *self.shown_strays()]
        workspace, session = self.app.workspace, self.session_screen()
        workspace.writer.flush()
        open_sessions = [part.editor.session for part in session.controller._parts.values()] if session else []
        on_disk = [workspace.sessions.resume(key).session for key in self._known(workspace)]
        roles = {role.id for template in workspace.formats for role in template.roles}
        found += self.tray_strays([*open_sessions, *on_disk])
        for kept in (*open_sessions, *on_disk):
            found += [
                f"{word} of {home} in {place} of {kept.id}"
                for place, text in words_kept(kept)
                for word, home in self.homes.items()
                if word in text
                and home.field != JOT  # where those stand is looked at above
                and not self._belongs(home, kept.id, *place)
                and not {home.field, place[1]} <= roles  # a name that was typed once is offered for other roles
            ]
        told = f"{self.app.title} {self.app.sub_title} {self.app.clipboard}"
        found += [f"{word} is in a title or in the clipboard" for word in self.homes if word in told]
        private = [word for word, home in self.homes.items() if home.private]
        recovered = " ".join(str(field.text) for field in workspace.recovered_input.get().words)
        found += [f"private {word} is offered for recovery" for word in private if word in recovered]
        found += [f"private {word} is found by a search" for word in private if search_vault(workspace.vault, word)]
        return [*found, *self._in_records(session)]

    def _known(self, workspace):
        stored = {heading.id for heading in workspace.vault.documents.headings("session")}
        return sorted(self._sessions & stored)

    @staticmethod
    def _belongs(home, session, stage, field, child):
        """Whether a text in that place may hold a word of *home*; what has no field is of its stage as a whole."""
        if field == "" and stage not in {"", home.stage}:
            return False
        same = field in {"", home.field} or field.startswith(f"{home.field}{UNSEEN}")
        for_child = home.child == CHOSEN or (child or "") in {"", home.child}
        return session == home.session and same and for_child

    def _in_records(self, session):
        """Words in a record of another session or family; private ones in any."""
        if session is None:
            return []
        return [
            f"{word} of {home} in a record of {part.editor.session.id}"
            for part in session.controller._parts.values()
            for record in part.session_records().records
            for word, home in self.homes.items()
            if word in record.words
            and (home.private or (home.session != part.editor.session.id and word not in self.placed))
        ]

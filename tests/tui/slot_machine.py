"""Random keys on the real session screen, with marked words: each must stay where the box said it would go."""

from supervision_tui.tui.widgets.note_box import NoteBox

WORD = 6
"""How often a word is typed, against each other key once."""
KEYS = ("enter", "tab", "shift+tab", "ctrl+z", "ctrl+z", "ctrl+y", "f6", "f5", "escape", "up", "down", "ctrl+r")


def place(screen):
    """Session and slot that stand beside the box now."""
    return screen.editor.session.id, screen.query_one(NoteBox).slot.key


def slots_of_words(controller):
    """Every text that the sessions hold, kept or drafted, with the session and the slot in which it stands."""
    for part in controller._parts.values():
        session = part.editor.session
        for entry in session.entries:
            yield session.id, f"{entry.stage}:{entry.field}@{entry.child or ''}", str(entry.text)
        for draft in session.drafts:
            yield session.id, f"{draft.stage}:{draft.field}@{draft.child or ''}", str(draft.text)


async def drive(pilot, random, number, marks):
    """Press *number* random keys; *marks* gains where each marked word belongs."""
    for _ in range(number):
        screen = pilot.app.screen
        box = screen.query("#box")
        if type(screen).__name__ != "SessionScreen":
            await pilot.press("escape")
        elif random.randrange(WORD + len(KEYS)) < WORD and box and box.first().has_focus:
            word = "zq" + "".join(random.choice("bcdfghkmnp") for _ in range(5))
            marks[word] = place(screen)
            await pilot.press(*word, "space")
        else:
            key = random.choice(KEYS)
            if key == "f6" and screen.controller.number > 4:  # the round of families and the stages after it
                key = "f5"
            await pilot.press(key)


def strays(pilot, marks):
    """Marked words that stand in a slot, or in a box, that is not theirs."""
    controller = next(screen.controller for screen in pilot.app.screen_stack if hasattr(screen, "controller"))
    found = [
        f"{word} of {home} in {(session, slot)}"
        for session, slot, text in slots_of_words(controller)
        for word, home in marks.items()
        if word in text and home != (session, slot)
    ]
    for screen in pilot.app.screen_stack:
        for box in screen.query(NoteBox):
            if box.slot is not None and box.display:
                here = place(screen)
                found += [f"{word} of {home} in the box of {here}" for word, home in marks.items()
                          if word in box.text and home != here]  # fmt: skip
    return found

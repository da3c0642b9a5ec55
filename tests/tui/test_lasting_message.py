"""No message can stop the program, however late it is shown."""

from __future__ import annotations

import time

from supervision_tui.tui.app import SupervisionApp
from supervision_tui.tui.app_services.lasting_message import LEAST, LastingMessage
from tests.tui.textual_internals import painted


def test_a_message_whose_time_ran_out_before_it_was_shown_still_gives_its_timer_a_moment():
    late = LastingMessage("Saved.", timeout=5, raised_at=time.time() - 60)
    assert late.has_expired
    assert late.time_left == LEAST
    now = LastingMessage("Saved.", timeout=5)
    assert not now.has_expired
    assert LEAST < now.time_left <= 5


def test_every_message_of_the_program_is_such_a_one(tmp_path, monkeypatch):
    app = SupervisionApp(tmp_path)
    posted = []
    monkeypatch.setattr(app, "post_message", posted.append)
    app.notify("Saved.", markup=False, severity="warning", timeout=9)
    app.notify("Saved again.", markup=False)
    (first, second) = (message.notification for message in posted)
    assert isinstance(first, LastingMessage)
    assert (first.message, first.severity, first.timeout, first.markup) == ("Saved.", "warning", 9, False)
    assert second.timeout == app.NOTIFICATION_TIMEOUT


async def test_a_message_is_whole_whatever_its_length(tmp_path, wait):
    app = SupervisionApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for length in range(74, 79):
            app.notify("a" * (length % 2) + "b " * ((length - 4) // 2) + "End.", markup=False)
            await wait(pilot, lambda: "End." in painted(app))
            app.clear_notifications()
            await wait(pilot, lambda: "End." not in painted(app))

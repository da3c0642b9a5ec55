"""What leaves of a session is decided field by field; what is private, goes nowhere or is only begun stays."""

from datetime import UTC, datetime

from supervision_tui.practice import Destination
from supervision_tui.session import exporting
from supervision_tui.session.exporting import EXPORT_RULES, exported_session
from supervision_tui.session.model import Action, Carried, Draft, Entry, Session, TrayLine
from tests.every_row import every_row
from tests.model_parts import models_in

NOW = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)


@every_row("model", models_in(Session), ids=lambda model: model.__name__)
def test_every_field_of_every_model_is_decided(model):
    assert set(EXPORT_RULES[model]) == set(model.model_fields)


def session():
    def entry(number, destination):
        return Entry(
            id=f"e{number}", field="note", stage="s", text=f"zz{destination.value}", at=NOW, destination=destination
        )

    step = Action(id="a", stage="s", what="zzprivatestep", owner="Me", at=NOW, destination=Destination.PRIVATE)
    return Session(
        id="s1", template_id="T2", started=NOW, touched=NOW, facilitator="Amina", stage="s",
        entries=tuple(entry(number, destination) for number, destination in enumerate(Destination)),
        tray=(TrayLine(id="t", text="zzjotted", at=NOW),),
        drafts=(Draft(stage="s", field="note", text="zzbegun", destination=Destination.CHILD_FILE),),
        carried=(Carried(action=step, session_id="s0", since=NOW),),
        opened_on="zzrehearsed",
    )  # fmt: skip


def test_what_is_private_or_only_begun_does_not_leave():
    words = exported_session(session()).model_dump_json()
    assert [
        mark for mark in ("zzjotted", "zzbegun", "zzrehearsed", "zzprivatestep", "zzprivate") if mark in words
    ] == []
    assert f"zz{Destination.CHILD_FILE.value}" in words
    assert "Amina" in words


def test_a_field_that_nobody_decided_about_does_not_leave(monkeypatch):
    rules = {name: leaves for name, leaves in EXPORT_RULES[Entry].items() if name != "author"}
    monkeypatch.setattr(exporting, "EXPORT_RULES", {**EXPORT_RULES, Entry: rules})
    whole = session()
    told = whole.model_copy(update={"entries": (whole.entries[0].model_copy(update={"author": "zzme"}),)})
    assert "zzme" not in exported_session(told).model_dump_json()

"""A year of one team, by a moved clock: unit meetings, one-to-ones, steps between them, confirmations. All invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from supervision_tui.people import Practitioner
from supervision_tui.practice import Destination
from supervision_tui.records import confirm, mark_filed
from supervision_tui.resources import content_folder
from supervision_tui.session import SessionEditor
from supervision_tui.vault import Cost
from supervision_tui.workspace import Workspace, create_vault
from supervision_tui.workspace.reports import open_steps

PHRASE = "heron lantern quarry violet"
START = datetime(2026, 1, 6, 10, tzinfo=UTC)
WORKERS = ("Tom Reid", "Sana Malik", "Leah Ford", "Ben Ashe", "Amy Osei", "Raj Nair")
MANAGER, SUPERVISOR = "Dele Ade", "Grace Hall"
SMALL = (("Brandt", "Tobi"), ("Moss", "Ellie"), ("Rashid", "Zayn"), ("Doyle", "Kian"), ("Petrov", "Mila"),
         ("Quill", "Rosa"), ("Stone", "Max"))  # fmt: skip
"""Families beside those that come with the program: the surname, the child."""
VOICES = ("I like it when Nan comes on Sundays.", "I hear them when I am in bed.", "School is better now.",
          "I want to see my dad but not at home.", "Mum laughs more.")  # fmt: skip
STORE = "she has a bag at Halina's"
FACTS = ("School rang on Monday: late three times", "Mum said the heating is mended", "Nan was there and cooked")
HARM = f"Agnieszka said Simon broke her phone on Sunday and {STORE}"
"""What is written of the family in which somebody is harmed; the end of it must stand in no paper."""
STEPS = ("See the child alone at school", "Ring the school about mornings", "Ask Nan about weekends")
OUTCOMES = (("done", "it helped"), ("part", "school was shut"), ("not done", "no answer twice"),
            ("no longer needed", "they moved nearer"))  # fmt: skip


class YearOfATeam:
    """A notebook in *folder* that lives a year; *workspace* is open at its end, and *now* is its clock."""

    def __init__(self, folder: Path) -> None:
        self.now = START
        self.workspace, _ = create_vault(folder / "vault", PHRASE, SUPERVISOR, cost=Cost.FAST)
        move_clock(self.workspace, lambda: self.now)
        for path in sorted(content_folder("templates/families").glob("*.yaml")):
            self.workspace.import_family(str(path))
        for number, names in enumerate(SMALL, 6):
            path = folder / f"V{number}.yaml"
            path.write_text(_small_family(number, *names), encoding="utf-8")
            self.workspace.import_family(str(path))
        roster = self.workspace.people.roster
        for name in (*WORKERS, MANAGER):
            roster = roster.with_practitioner(Practitioner(id=name.split()[0].lower(), name=name, since=START.date()))
        self.workspace.people.change(roster, "the team")
        self.families = sorted(
            (head.id for head in self.workspace.families.headings()), key=lambda ident: int(ident[1:])
        )

    def live(self, weeks: int = 52) -> None:
        """A unit meeting a fortnight about six families, two in depth; one-to-ones every four weeks."""
        for turn in range(weeks // 2):
            self.now = START + timedelta(weeks=2 * turn)
            self._meeting(turn)
            self.now += timedelta(days=2)
            self._between(turn)
            if turn % 2 == 0:
                for number, worker in enumerate(WORKERS):
                    if (turn // 2 + number) % 7:  # now and then one is missed
                        self._one_to_one(turn + number, worker)
        self.workspace.writer.flush()
        self.now = START + timedelta(weeks=weeks, days=3)

    def _meeting(self, turn: int) -> None:
        six = [self.families[(turn * 6 + place) % len(self.families)] for place in range(6)]
        meeting = self.workspace.begin_meeting(self.workspace.formats["T1"], six, self.workspace.me)
        meeting.choose([six[turn // 2 % 6], six[(turn // 2 + 3) % 6]])
        while True:
            family = meeting.editor.session.family_id or ""
            self._fill(meeting.editor, turn, family)
            meeting.save()
            self.now += timedelta(minutes=1)
            if meeting.at_end:
                break
            meeting.forward(override=True)
        meeting.close()
        self.workspace.writer.flush()

    def _one_to_one(self, turn: int, worker: str) -> None:
        talk = self.workspace.begin(self.workspace.formats["T6"], "", self.workspace.me)
        while True:
            self._fill(talk.editor, turn, "", presenter=worker)
            if talk.editor.following is None:
                break
            talk.editor.go(talk.editor.following.id, self.now, override=True)
        talk.close()

    def _between(self, turn: int) -> None:
        """Every second time the manager confirms and files; the two steps that wait longest are looked at."""
        workspace = self.workspace
        for record in workspace.records.all() if turn % 2 == 0 else ():
            if record.destination is Destination.CHILD_FILE and record.confirmed is None:
                signed = confirm(record, by=MANAGER, role="team manager", at=self.now)
                filed = mark_filed(signed, system="LCS", on=self.now.date(), by=SUPERVISOR)
                workspace.records.put(filed, filed.id)
        for step in open_steps(workspace.sessions.threads())[:2]:
            state, why = ("part", "there is a waiting list") if turn % 3 == 0 else ("done", "")
            workspace.step_log.note_outcome(step.summary.family_id or "", step.action, state, why, at=self.now)

    def _fill(self, editor: SessionEditor, turn: int, family: str, *, presenter: str = "") -> None:
        """A few words in every field that a team fills in a year."""
        worker = WORKERS[(turn + len(family)) % len(WORKERS)]
        for slot in editor.slots():
            field, child = slot.field, slot.child or "*"
            if field.destination is Destination.NONE:
                continue
            if field.kind == "seat":
                seats = {"facilitator": SUPERVISOR, "manager": MANAGER, "presenter": presenter}
                editor.write(slot, seats.get(field.id) or worker, self.now)
            elif words := self._words(field.id, turn, family, child):
                editor.write(slot, words, self.now, whom=child)
            elif form := _form(field.kind, field.id, turn, family, worker):
                editor.fill(slot, form, self.now)

    def _words(self, field: str, turn: int, family: str, child: str) -> str:
        alone = "alone" if (turn + len(child) + turn // 4) % 3 == 0 else "with Mum"
        facts = (*FACTS[:2], HARM if family == "V4" else FACTS[2])
        return {
            "last_seen": f"{self.now - timedelta(days=3):%d %b} at home, {alone}",
            "child_voice": VOICES[(turn + len(child)) % len(VOICES)],
            "facts": facts[(turn + turn // 3) % 3],
            "impact": "They know who to ring",
            "difference": "they sleep",
            "next_review": "in three months",
            "tell_family": "by phone, by the worker",
            "question": "What would help the mornings?",
            "takeaway": "Ask before telling",
            "support": "A joint visit",
        }.get(field, "")


def move_clock(workspace: Workspace, now: object) -> None:
    """Let *workspace* take *now*, a function, for its clock."""
    vars(workspace.sessions)["now"] = now
    vars(workspace)["today"] = lambda: workspace.sessions.now().date()


def _form(kind: str, field: str, turn: int, family: str, worker: str) -> dict[str, str]:
    if field.startswith("step."):
        state, why = OUTCOMES[turn % len(OUTCOMES)]
        return {"state": state, "why": why}
    if kind == "decision" and (field == "round_decision" or turn % 3):
        return {}
    return {
        "hypothesis": {
            "statement": f"The quiet at home may be a way of keeping safe ({family}, {turn // 4})",
            "would_fit": "the children talk more at Nan's",
            "would_drop": "the children are as quiet at school",
        },
        "action": {
            "what": STEPS[turn % 3], "owner": worker, "when": ("in 2 weeks", "by Friday", "asap")[turn % 3],
            "child": "*",
        },
        "decision": {
            "what": "A child in need plan stays in place", "because": "school and home both see change",
            "decided_by": MANAGER, "family_told": "by the worker on the next visit", "child": "*",
            "child_words": "We will keep visiting",
        },
    }.get(kind, {})  # fmt: skip


def _small_family(number: int, surname: str, child: str) -> str:
    """A family of three as its file."""
    ident = child.lower()
    return f"""\
format: supervision-tui/family/1
id: V{number}
title: {surname} - a family of the team
as_of: 2026-01-01
focus: [{ident}]
persons:
  - {{id: {ident}, name: {child} {surname}, born: {2012 + number % 6}-03, gender: female, pronouns: she}}
  - {{id: mum, name: Karen {surname}, born: 1988-04, gender: female, pronouns: she}}
  - {{id: dad, name: Rob {surname}, born: 1986-02, gender: male, pronouns: he}}
unions:
  - {{id: u1, partners: [mum, dad], kind: married}}
parentages:
  - {{child: {ident}, parents: [mum, dad]}}
"""

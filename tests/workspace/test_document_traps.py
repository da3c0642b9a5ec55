"""Traps for what leaves and what is shown: letters, copies, chronologies, lists, screens; and the gate of each."""

import re
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from supervision_tui.family import family_to_yaml, load_family
from supervision_tui.family.formats import to_gedcom, to_graphml
from supervision_tui.family.kinship import kin
from supervision_tui.family.model import couples
from supervision_tui.family.views import copy_building, describe_family, hidden_content, person_in_words, redaction
from supervision_tui.genogram import Drawing, Options, describe, lay_out, render_file
from supervision_tui.practice import Destination
from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.records.kinds import LetterSafety
from supervision_tui.tui.screens.families import family_panels
from supervision_tui.tui.screens.jump_targets import all_targets
from supervision_tui.workspace.disclosure import checks, issue, prepare_document
from supervision_tui.workspace.reports import due
from supervision_tui.workspace.store.family_outlines import FamilyOutline
from supervision_tui.yaml_files import load_yaml

HERE = Path(__file__).parents[1]
SHIPPED = HERE.parent / "templates" / "families"
TODAY = date(2026, 11, 28)
ROWS = load_yaml(HERE / "workspace" / "traps" / "table.yaml").value
QUESTION_ROWS = load_yaml(HERE / "practice" / "traps" / "table.yaml").value
SAID = [
    ("said", "child_voice", "{child} likes the red bus."),
    ("said", "child_voice", "{child} said that Curt locks the fridge."),
    ("said", "child_voice", "{child} is scared when he hit the door."),
    ("said", "impact", "A refuge and a safety plan were spoken of."),
    ("said", "impact", "There is a bag at the allotment, for November, to leave."),
    ("said", "impact", "Opal brings cake."),
    ("said", "impact", "The father is not known to {child}."),
    ("decision", "", "A strategy discussion is held\nBecause: it is likely significant harm"),
    ("action", "", "Ring Larkfield and the midwife at the clinic"),
    ("action", "", "Maya brings felt pens"),
    ("question", "", "What would the MARAC or Okoro say?"),
]


def family(name):
    own = HERE / "practice" / "traps" / f"{name}.yaml"
    return read(own if own.is_file() else SHIPPED / f"{name}.yaml")


@cache
def text_of(path):
    return load_family(path)


def read(path):
    return text_of(path).model_copy()  # with nothing worked out yet: a gate may be open now


def entry(about, child):
    name = about.person(child).short_name
    paragraphs = tuple(Paragraph(text=text.format(child=name), kind=kind, field=field) for kind, field, text in SAID)
    return Record(
        id=f"s1.cf.{child}", destination=Destination.CHILD_FILE, subject=child, title="For the file", session_id="s1",
        family_ref=about.id, day=date(2026, 11, 3), author="Amina", opening="We met.",
        sections=(Section(heading="All", paragraphs=paragraphs),),
    )  # fmt: skip


def kept(workspace, about, child):
    workspace.families.put(about, about.id)
    workspace.records.put(entry(about, child), f"s1.cf.{child}")


def prepared(workspace, about, kind, child, recipient):
    kept(workspace, about, child)
    subject = {"chronology": f"{about.id}/{child}", "genogram": about.id}.get(kind, f"s1.cf.{child}")
    return prepare_document(workspace, kind, subject, recipient=recipient, purpose="to read")


def copies(about, reader):
    """A copy as data, drawn and told."""
    copy = redaction.redact(about, reader).family
    drawing = Drawing(copy, lay_out(copy), Options())
    told = [family_to_yaml(copy), to_gedcom(copy), to_graphml(copy), describe(drawing)]
    told += [render_file(drawing, kind).decode() for kind in (".svg", ".dot", ".txt")]
    return re.sub(rf"\b{re.escape(about.id)}\b", "", "\n".join(told)) if reader != "training" else "\n".join(told)


def chronology(workspace, about, child, *recipient):
    ready = prepared(workspace, about, "chronology", child, " ".join(recipient))
    return f"{ready.document.notice}\n{ready.document.words}"


def parents(_workspace, about, _of, child, _in, _copy, reader):
    copy = redaction.redact(about, reader)
    found = copy.family.parents_of(copy.ids[child])
    return "\n".join(person_in_words(parent, TODAY) for parent in found)


def jump(workspace, about):
    workspace.families.put(about, about.id)
    return "\n".join(target.words for target in all_targets(workspace))


def today(workspace, about):
    workspace.families.put(about, about.id)
    return "\n".join(item.words for item in due.due_items(workspace, datetime(2026, 11, 28, tzinfo=UTC)))


def warnings_about(workspace, about, _of, whose):
    """The warnings about a paper of this family, or of a worker, that names people."""
    workspace.families.put(about, about.id)
    paragraphs = (Paragraph(text="Selam Haile saw it, and asha too."),)
    paper = entry(about, about.focus[0]).model_copy(
        update={"sections": (Section(heading="All", paragraphs=paragraphs),)}
    )
    owner = about.id if whose == "another" else ""
    return "\n".join(
        checks.document_warnings(workspace, issue.of_record(paper), owner, about.focus[0] if owner else None)
    )


SHOW = {
    "letter": lambda workspace, about, child: prepared(workspace, about, "letter", child, "the child").document.words,
    "letter-warnings": lambda workspace, about, child: "\n".join(
        prepared(workspace, about, "letter", child, "the child").warnings
    ),
    "chronology": chronology,
    "record": lambda workspace, about, child, *whom: "\n".join(
        prepared(workspace, about, "record", child, " ".join(whom)).warnings
    ),
    "genogram": lambda workspace, about, *whom: (
        prepared(workspace, about, "genogram", about.focus[0], " ".join(whom)).document.notice
    ),
    "copy": lambda _workspace, about, reader: copies(about, reader),
    "parents": parents,
    "kin": lambda _workspace, about, one, other: "\n".join(
        (*kin(about, one, other).names, *kin(about, other, one).names)
    ),
    "words": lambda _workspace, about: describe(Drawing(about, lay_out(about), Options())),
    "told": lambda _workspace, about: describe_family(about, TODAY),
    "panel": lambda workspace, about, panel: family_panels.PANELS[panel][1](workspace, about).plain,
    "jump": jump,
    "today": today,
    "names": warnings_about,
}
"""What is shown of a family, by the first word of a row."""


def shown(workspace, about, what):
    first, *rest = what.split()
    return SHOW[first](workspace, about, *rest)


def fault(workspace, row):
    words = shown(workspace, family(row["family"]), row["show"])
    if "must" in row:
        return "" if re.search(row["must"], words, re.IGNORECASE | re.MULTILINE) else f"nothing says “{row['must']}”"
    found = re.search(row["never"], words, re.IGNORECASE | re.DOTALL if ".*" not in row["never"] else re.IGNORECASE)
    return f"“{found[0]}” is in it" if found else ""


def named(row):
    return f"{row['family']} {row['show']}: {row.get('never') or row['must']}"[:80]


def test_there_are_enough_traps_in_all_and_every_gate_has_one():
    assert len(ROWS) >= 50
    assert len(ROWS) + len(QUESTION_ROWS) >= 110
    assert {row["gate"] for row in ROWS} == set(GATES)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_nothing_that_leaves_or_is_shown_puts_somebody_at_risk(workspace, row):
    assert fault(workspace, row) == ""


# -- the gates, each taken away ------------------------------------------------------------------------------------


def opened(*changes):
    """A gate taken away: (owner, name, what stands in its place) of each of *changes*."""

    def patch(monkeypatch):
        for owner, name, value in changes:
            monkeypatch.setattr(owner, name, value)

    return patch


def nothing(*_args, **_kwargs):
    return None


REAL_REASON = LetterSafety.reason
NO_CHECK = opened((LetterSafety, "of", classmethod(lambda cls, about, child, *_args: cls(about, child, harm=False))))
GATES = {
    "kinds of lines": opened((LetterSafety, "reason", lambda self, text, *_kind: REAL_REASON(self, text))),
    "help and harm": opened((LetterSafety, "tells_of_help_or_harm", lambda _self, _text: "")),
    "hidden in a letter": opened((LetterSafety, "_is_hidden", lambda _self, _text: False)),
    "who lives there": NO_CHECK,
    "copy for a relative": opened(
        (import_module("supervision_tui.records.kinds.chronology"), "_for_family", lambda rows, *_rest: (rows, []))
    ),
    "readers at home": opened((issue, "family_safety", lambda *_args: None)),
    "mark": opened((issue, "with_mark", lambda document, *_args, **_kwargs: document)),
    "harm in copies": opened((redaction.RedactionBuilder, "keep_from_harm", nothing)),
    "hidden in copies": opened((redaction.RedactionBuilder, "keep_from_hidden", nothing)),
    "doubt in copies": opened((redaction.RedactionBuilder, "_parentages", nothing)),
    "fields": opened((copy_building, "rule_of", lambda *_args: "kept")),
    "fresh ids": opened((redaction, "with_fresh_ids", lambda copy, _ids: copy)),
    "couples": opened((couples, "may_be_shown_as_couple", lambda *_args: True)),
    "doubt in words": opened(
        (
            import_module("supervision_tui.genogram.prose.person_sentences"),
            "doubted_parents",
            lambda *_args: frozenset(),
        )
    ),
    "doubt in lists": opened((hidden_content, "_without_doubt", lambda _family, link: link)),
    "hidden in lists": opened(
        (import_module("supervision_tui.family.views.description"), "without_hidden", lambda about: about),
        (family_panels, "without_hidden", lambda about: about),
    ),
    "hidden people in lists": opened((FamilyOutline, "visible_people", property(lambda self: self.persons))),
    "hard days": opened((due, "UNSAID", frozenset())),
    "other families": opened((checks, "other_family_mentions", lambda *_args: ())),
    "worker's paper": opened((checks, "names_in", lambda *_args: [])),
}


@pytest.mark.parametrize("gate", sorted(GATES))
def test_without_any_one_gate_a_trap_is_walked_into(workspace, monkeypatch, gate):
    rows = [row for row in ROWS if row["gate"] == gate]
    assert all(fault(workspace, row) == "" for row in rows)
    GATES[gate](monkeypatch)
    assert any(fault(workspace, row) for row in rows), f"nothing fails without the gate “{gate}”"

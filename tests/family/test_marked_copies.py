"""Every text field of every model bears a mark of its own: only what the table keeps reaches a copy, in any form."""

import re

import pytest

from supervision_tui.family import family_from_yaml
from supervision_tui.family.model.base import FrozenModel
from supervision_tui.family.views.copy_fields import COPY_RULES, READER_ORDER, rule_of
from supervision_tui.family.views.redaction import redact
from supervision_tui.genogram import VIEWS
from supervision_tui.text import Line, SafeText
from tests.family.test_copies import forms

FULL = """
format: supervision-tui/family/1
id: zzfamily
title: x
focus: [zza]
persons:
  - id: zza
    name: x
    born: 2014-03-02
    heritage: [{culture: zzcult}]
    health: [{area: physical, name: x}]
    statuses: [{code: CIN}]
    migration: [{left: 2019}]
  - {id: zzb, name: x, gender: female, born: 1988, died: 2024-04-05}
  - {id: zzc, name: x, gender: male, born: 1985}
  - {id: zzd, name: x, kind: professional}
  - {id: zze, name: x, kind: unborn, due: 2026-09-09}
  - {id: zzf, name: x, kind: institution}
  - {id: zzg, name: x, kind: pet}
  - {id: zzh, name: x, kind: several, count: 3}
  - {id: zzi, name: x, kind: loss, loss: stillbirth}
  - {id: zzj, name: x, kind: unknown}
unions:
  - {id: zzu, partners: [zzb, zzc], kind: married, since: 2010-01-02, changes: [{kind: separated, date: 2019-03-04}]}
parentages:
  - {id: zzl, child: zza, parents: [zzb, zzc]}
  - {id: zzm, child: zze, parents: [zzb]}
  - {id: zzn, child: zzi, parents: [zzb]}
  - {id: zzo, child: zzh, parents: [zzb]}
  - {id: zzp, child: zzj, parents: [zzc], kind: foster}
households:
  - {id: zzhome, name: x, members: [{person: zza, since: 2020-05-05}, {person: zzb}, {person: zzg}]}
  - {id: zzother, name: x, kind: foster_home, members: [{person: zzc}]}
ties: [{id: zzt, a: zzb, b: zza, kind: close, since: 2021-01-09}]
events:
  - {id: zzd1, date: 2021-05-06, who: [zza], what: x, theme: school}
  - {id: zzd2, date: 2022-05-06, who: [zzb], what: x, theme: work}
contacts: [{id: zzk, who: [zza], kind: seen, date: 2023-05-05}]
quotes: [{id: zzq, who: zza, words: x, date: 2023-06-06}]
resources:
  - {id: zzr, kind: school, name: x, links: [{person: zza}]}
  - {id: zzs, kind: health, name: x, links: [{person: zzb}]}
cultures: [{id: zzcult, name: x}]
groups: [{id: zzgr, kind: alliance, name: x, members: [zzb, zza], hub: zzb}]
strengths: [{id: zzst, words: x, who: [zzb]}]
worries: [{id: zzw, words: x, who: [zzb]}]
hypotheses: [{id: zzhy, words: x, about: [zzb]}]
"""
HARM = """
harm_flags: [{id: zzfl, kind: neglect, by: x, to: [zza]}]
hidden_facts: [{id: zzhf, about: zzb, fact: x, show_anyone: false}]
"""
PEOPLE_OR_WORDS = {"by", "perspective", "hidden_from", "hide_from"}
"""Fields that hold the id of somebody; the kept-back ones are tried elsewhere."""


def mark_of(model, field):
    return f"zz{model.__name__}{field}".replace("_", "").lower() + "zz"


MARKS = {mark_of(model, field): (model, field) for model, rules in COPY_RULES.items() for field in rules}


def marked(part):
    """*part*, and every part of it, with a mark in each of its text fields."""
    put = {}
    for field, info in type(part).model_fields.items():
        value, kind = getattr(part, field), str(info.annotation)
        if field in PEOPLE_OR_WORDS:
            continue
        if info.annotation in (Line, SafeText):
            put[field] = mark_of(type(part), field)
        elif isinstance(value, tuple) and value and isinstance(value[0], FrozenModel):
            put[field] = tuple(marked(inner) for inner in value)
        elif kind.startswith("tuple") and "Line" in kind:
            put[field] = (mark_of(type(part), field),)
    return part.replaced(**put)


def family(*, harm):
    return marked(family_from_yaml(FULL + (HARM if harm else "")))


def test_every_text_field_of_every_model_is_marked():
    """So that a new field is tried below without anybody remembering."""
    texts = {
        mark_of(model, field)
        for model in COPY_RULES
        for field, info in model.model_fields.items()
        if field not in PEOPLE_OR_WORDS and (info.annotation in (Line, SafeText) or "Line" in str(info.annotation))
    }
    whole = family(harm=True).to_json().casefold()
    assert len(texts) > 60
    assert {mark for mark in texts if mark not in whole} == set()


@pytest.mark.parametrize("harm", [False, True], ids=["safe", "harm"])
@pytest.mark.parametrize("reader", READER_ORDER)
def test_what_reaches_any_form_of_a_copy_is_what_the_table_keeps(reader, harm):
    copy = redact(family(harm=harm), reader).family
    found = {}
    for name, form in forms(copy.replaced(id="f"), views=VIEWS if not harm else VIEWS[:1]).items():
        for mark in re.findall(r"zz[a-z]+?zz", form):
            found.setdefault(mark, name)
    assert bool(found) == (reader != "training")
    assert {mark: name for mark, name in found.items() if rule_of(*MARKS[mark], reader) != "kept"} == {}
    assert all("zz" not in form for form in forms(copy, views=VIEWS[:1]).values()) == (reader == "training")

"""Every file ending, every view, every reader: nothing of a person's words unescaped, nothing that is not to be drawn.

A new painter is held to this by standing in ``FILE_ENDINGS``; say in ``READ_BACK`` and ``SHAPE`` how to read its files.
"""

import io
import re
import struct
import xml.dom.minidom
from collections import Counter
from functools import cache

import pytest
from pypdf import PdfReader

from supervision_tui.family import family_from_yaml, family_to_yaml
from supervision_tui.family.views.redaction import READERS, redact
from supervision_tui.genogram import (
    FILE_ENDINGS,
    VIEWS,
    Drawing,
    Options,
    draw,
    export,
    listed_endings,
    render_file,
)
from supervision_tui.genogram.graphviz import compiled_graphviz
from tests.every_row import every_row
from tests.shipped import placed

HOSTILE = (
    '"];zz->yy[label="x',
    "<b onload='x'>zz</b>",
    "<script>alert(1)</script>",
    "&amp;&#x41;",
    "\\N \\G \\l",
    "zz\\",
    '#panic("zz") $x$',
    "[zz](http://x) `zz` %%{init}%%",
)
"""Names with the signs that DOT, markup, Graphviz, Typst, Markdown and Mermaid take for their own."""

MARKED = """
format: supervision-tui/family/1
id: M
title: The Marks
referral: zzreferral
team_question: zzquestion
notes: zzfamilynote
focus: [kid]
persons:
  - {id: kid, name: Kid Mark, born: 2014-03-02, note: zzpersonnote, heritage: [{culture: wales}]}
  - id: mum
    name: Mum Mark
    gender: female
    born: 1988
    health: [{area: psychological, name: zzdiagnosis, note: zzhealthnote}]
    immigration: zzpapers
    whereabouts: zzwhereabouts
    cause_of_death: zzcause
  - {id: dad, name: Dad Mark, gender: male, born: 1985, statuses: [{code: CO, note: zzstatusnote}]}
unions: [{partners: [mum, dad], kind: married, since: 2012, note: zzunionnote}]
parentages: [{child: kid, parents: [mum, dad], note: zzlinknote}]
households:
  - {id: safe, name: Mark home, address: zzaddress, members: [{person: kid}]}
  - {id: refuge, name: zzrefuge, safe_to_record: false, address: zzstreet, members: [{person: mum}]}
ties:
  - {a: dad, b: mum, kind: violence, words: zztiewords, source: zztiesource, note: zztienote}
events: [{date: 2021, who: [kid], what: changed class, effect_on_child: zzmeaning, where: zzplace, note: zzeventnote}]
resources: [{kind: school, name: School, links: [{person: kid, note: zzresourcenote}]}]
groups: [{kind: alliance, name: Two, members: [mum, kid], note: zzgroupnote}]
cultures: [{id: wales, name: Welsh}]
strengths: [{words: zzstrength, who: [mum]}]
harm_flags: [{kind: domestic_abuse, by: dad, to: [mum], note: zzflag}]
hidden_facts: [{about: kid, fact: zzfact}]
hypotheses: [{words: zzidea}]
"""


def svg_words(content):
    return xml.dom.minidom.parseString(content).toxml()  # noqa: S318 - our own


def pdf_words(content):
    reader = PdfReader(io.BytesIO(content))
    objects = [str(reader.get_object(number + 1)) for number in range(len(reader.xref[0]) if reader.xref else 0)]
    return "\n".join([page.extract_text() for page in reader.pages] + objects)


def png_words(content):
    """What a picture holds besides its dots."""
    words, at = [], 8
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        words.append("" if kind == b"IDAT" else content[at + 8 : at + 8 + length].decode("latin-1"))
        at += length + 12
    return "\n".join(words)


def text_words(content):
    return content.decode("utf-8")


READ_BACK = {".svg": svg_words, ".dot": text_words, ".txt": text_words, ".pdf": pdf_words, ".png": png_words}


def svg_shape(content):
    return Counter(node.tagName for node in xml.dom.minidom.parseString(content).getElementsByTagName("*"))  # noqa: S318


def dot_shape(content):
    return svg_shape(compiled_graphviz.render(content.decode("utf-8")))


def txt_shape(content):
    return {line.isspace() or not line for line in content.decode("utf-8").splitlines()}


def pdf_shape(content):
    return len(PdfReader(io.BytesIO(content)).pages)


def png_shape(content):
    return content[:8]


SHAPE = {".svg": svg_shape, ".dot": dot_shape, ".txt": txt_shape, ".pdf": pdf_shape, ".png": png_shape}
"""What stays the same, however somebody is called."""


@cache
def named(names):
    """The marked family, and a brother or sister of the child for every one of *names*."""
    family = family_from_yaml(MARKED)
    kid, link, home = family.person("kid"), family.parentages[0], family.households[0]
    ids = [f"k{number}" for number in range(len(names))]
    kids = [
        kid.model_copy(update={"id": id_, "name": name, "called": name}) for id_, name in zip(ids, names, strict=True)
    ]
    links = [link.model_copy(update={"id": f"l{id_}", "child": id_}) for id_ in ids]
    members = [home.members[0].model_copy(update={"person": id_}) for id_ in ids]
    update = {
        "focus": ("kid", *ids),
        "persons": (*family.persons, *kids),
        "parentages": (*family.parentages, *links),
        "households": (home.model_copy(update={"members": (*home.members, *members)}), *family.households[1:]),
    }
    return family.model_copy(update=update)


@cache
def copy_for(reader):
    """The marked family, as *reader* is given it."""
    family = family_from_yaml(MARKED)
    return redact(family, reader).family if reader in READERS else family


def drawn(family, ending, view, **options):
    return render_file(Drawing(family, placed(family), Options(view=view, **options)), ending)


def assert_shape_does_not_depend_on_names(ending, view):
    tame = tuple(re.sub(r"[^\w\s-]", "x", name) for name in HOSTILE)
    assert ending in SHAPE, f"Say in SHAPE what of a {ending} stays the same, however people are called."
    assert SHAPE[ending](drawn(named(HOSTILE), ending, view)) == SHAPE[ending](drawn(named(tame), ending, view))


def assert_nothing_more_is_in_it(ending, view, reader):
    copy = copy_for(reader)
    assert ending in READ_BACK, f"Say in READ_BACK how the words of a {ending} are read."
    words = READ_BACK[ending](drawn(copy, ending, view, hidden=True, identity=True))
    secrets = set(re.findall(r"zz\w+", MARKED))
    assert len(secrets) > 20
    assert {secret for secret in secrets if secret in words} == set()
    assert ending == ".png" or len(words) > 40, "something was read back"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("ending", FILE_ENDINGS)
def test_a_name_is_only_letters_in_every_file(ending, view):
    assert_shape_does_not_depend_on_names(ending, view)


@every_row("reader", ["working", *READERS])
@every_row("view", VIEWS)
@every_row("ending", [ending for ending in FILE_ENDINGS if ending not in {".png", ".pdf"}])
def test_nothing_that_is_not_drawn_is_in_the_file(ending, view, reader):
    assert_nothing_more_is_in_it(ending, view, reader)


@pytest.mark.parametrize(("ending", "view"), [(".png", "family"), (".pdf", "family"), (".pdf", "ties")])
def test_nothing_that_is_not_drawn_is_in_a_picture_or_a_page(ending, view):
    for reader in ("working", *READERS):
        assert_nothing_more_is_in_it(ending, view, reader)


def careless(drawing, _ascii_only):
    """A painter that escapes nothing."""
    names = "".join(f"<text>{person.name}</text>" for person in drawing.family.persons)
    return f"<svg>{names}</svg>".encode()


def talkative(drawing, ascii_only):
    """A painter that puts the whole family into its file."""
    return export._svg(drawing, ascii_only).replace(
        b"</svg>", b"<!-- %s --></svg>" % family_to_yaml(drawing.family).encode()
    )


def test_a_painter_that_forgets_to_escape_fails(monkeypatch):
    monkeypatch.setitem(export.PAINTERS, ".svg", careless)
    with pytest.raises((AssertionError, xml.parsers.expat.ExpatError)):
        assert_shape_does_not_depend_on_names(".svg", "family")


@pytest.mark.parametrize("reader", ["working", "court"])
def test_a_painter_that_copies_too_much_fails(monkeypatch, reader):
    monkeypatch.setitem(export.PAINTERS, ".svg", talkative)
    with pytest.raises(AssertionError):
        assert_nothing_more_is_in_it(".svg", "family", reader)


def test_every_ending_has_a_painter_and_a_way_to_read_it_back():
    assert FILE_ENDINGS.keys() == export.PAINTERS.keys() == READ_BACK.keys() == SHAPE.keys()


def test_draw_takes_a_day_in_words_and_says_which_endings_there_are():
    family = family_from_yaml(MARKED)
    assert b"Mum" in draw(family, ".txt", at="2020-05")
    assert draw(family, ".txt", at="2020") != draw(family, ".txt", at="2030")
    with pytest.raises(ValueError, match=re.escape(listed_endings())):
        draw(family, ".zz")

"""A letter or a copy that goes home holds nothing that could put somebody at risk, until a person brings it in."""

from datetime import date

import pytest
from typer.testing import CliRunner

from supervision_tui.cli.root import app
from supervision_tui.family import family_from_yaml, load_family
from supervision_tui.practice import Destination
from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.records.kinds import LetterLineError, LetterSafety, chronology, letter_draft
from supervision_tui.records.kinds.letter_words import in_words_to_child
from supervision_tui.resources import content_folder
from supervision_tui.workspace.disclosure import issue_document, prepare_document
from supervision_tui.workspace.disclosure.safe_record import MARK, readers_in_family
from tests.every_row import every_row
from tests.workspace.papers import ENDINGS

TODAY = date(2026, 11, 28)
HOME = """
format: supervision-tui/family/1
id: SP
title: A kitchen table
focus: [roop, tegan]
safe_record: true
persons:
  - {id: roop, name: Roop Price, born: 2019-03, pronouns: they}
  - {id: tegan, name: Tegan Price, born: 2014-01, gender: female}
  - {id: gurpreet, name: Gurpreet Sandhu, born: 1992-05, gender: female}
  - {id: lee, name: Lee Price, born: 1986-02, gender: male}
  - {id: jean, name: Jean Price, born: 1956, gender: female}
  - {id: jas, name: Jas Gill, born: 1990, gender: female, hidden_from: [lee]}
unions: [{partners: [gurpreet, lee], kind: married, since: 2013}]
parentages:
  - {child: roop, parents: [gurpreet, lee]}
  - {child: tegan, parents: [gurpreet, lee]}
  - {child: lee, parents: [jean]}
households:
  - {id: home, name: Price house, members: [{person: gurpreet}, {person: lee}, {person: roop}]}
  - {id: jeans, name: Jean's, members: [{person: jean}, {person: tegan}]}
resources:
  - {kind: police, name: MARAC, links: []}
  - {kind: service, name: Larkfield, links: [{person: gurpreet}]}
  - {kind: school, name: Elm Road school, links: [{person: roop}]}
harm_flags: [{kind: coercive_control, by: lee, to: [gurpreet]}]
hidden_facts: [{about: gurpreet, fact: plans to leave in October with a bag, hide_from: [lee]}]
events:
  - {date: 2025-09, who: [roop], what: started school, theme: school, effect_on_child: proud of the shoes}
  - {date: 2026-01, who: [roop], what: a midwife saw the bruises, theme: disclosure}
  - {date: 2026-02, who: [roop], what: police came, theme: violence}
"""
SAID = [
    ("said", "child_voice", "Roop likes the red bus and drew it for Gurpreet."),
    ("said", "child_voice", "Roop said that Lee locks the fridge."),
    ("said", "child_voice", "Roop is scared when it is loud."),
    ("said", "impact", "Roop was glad to be asked."),
    ("said", "impact", "There is a bag for October."),
    ("said", "impact", "Jas brings cake."),
    ("decision", "", "A strategy discussion is held today\nBecause: locked food is likely significant harm"),
    ("action", "", "Ring Larkfield to plan a talk at the clinic\nWho: Maya. By when: 3 December 2026."),
    ("action", "", "Maya brings felt pens\nWho: Maya. By when: 3 December 2026."),
    ("question", "", "What would the MARAC say has got better?"),
    ("question", "", "What do you like best at school?"),
]


def family(**changes):
    return family_from_yaml(HOME).replaced(**changes)


def entry(child="roop", said=SAID):
    paragraphs = tuple(Paragraph(text=text, kind=kind, field=field) for kind, field, text in said)
    return Record(
        id=f"sSP.cf.{child}", destination=Destination.CHILD_FILE, subject=child, title=f"For {child}'s file",
        session_id="s-SP", family_ref="SP", day=date(2026, 11, 3), author="Amina", opening="We met.",
        sections=(Section(heading="All", paragraphs=paragraphs),),
    )  # fmt: skip


def draft(child="roop", told=None, said=SAID):
    told = told or family()
    return letter_draft(entry(child, said), told, LetterSafety.of(told, child, TODAY), ["Maya Khan"])


TABOO = (
    "lee",
    "lock",
    "scared",
    "october",
    "bag",
    "jas",
    "strategy",
    "harm",
    "larkfield",
    "clinic",
    "marac",
    "felt pens",
)


def test_a_letter_home_holds_only_what_is_safe_on_the_kitchen_table():
    text = draft().text
    assert [word for word in TABOO if word in text.casefold()] == []
    assert "You like the red bus and drew it for Gurpreet (your mum)." in text
    assert "You were glad to be asked." in text
    assert "What do you like best at school?" in text


def test_what_is_left_out_is_told_with_its_reason_and_comes_in_only_in_words_of_the_writer():
    letter = draft()
    assert len(letter.left_out) == 8
    assert all(line.why for line in letter.left_out)
    number = next(line.number for line in letter.left_out if "felt pens" in line.words)
    said = letter.with_line(number, "Maya brings you felt pens on Thursday.")
    assert "Maya brings you felt pens on Thursday." in said.text
    assert len(said.left_out) == 7
    for wrong, words in ((99, "x"), (number, "  ")):
        with pytest.raises(LetterLineError, match="Nothing was written"):
            letter.with_line(wrong, words)


def test_a_letter_that_a_person_changed_is_written_as_they_left_it_and_lines_can_still_be_brought_in():
    letter = draft()
    changed = letter.with_text(letter.text.replace("You like the red bus", "You love the red bus"))
    number = next(line.number for line in letter.left_out if "felt pens" in line.words)
    words = changed.with_line(number, "Maya brings you pens.").document().words
    assert "You love the red bus" in words
    assert "Maya brings you pens." in words
    assert letter.with_text(letter.text).document().words == letter.document().words


@pytest.mark.parametrize(
    ("changes", "child", "said"),
    [
        ({}, "roop", "lives with Lee"),
        ({}, "tegan", "may see Lee"),
        ({"harm_flags": (), "hidden_facts": ()}, "roop", "Somebody in this family is harmed"),
        ({"harm_flags": (), "safe_record": False}, "roop", ""),
    ],
)
def test_who_else_may_read_it_is_said(changes, child, said):
    warning = LetterSafety.of(family(**changes), child, TODAY).warning
    assert said in warning
    assert bool(said) == bool(warning)


def test_a_harmer_whom_the_child_never_sees_still_leaves_the_family_one_in_which_somebody_is_harmed():
    tie = {"a": "tegan", "b": "lee", "kind": "cut_off"}
    told = family_from_yaml(HOME.replace("hidden_facts:", f"ties: [{tie}]\nhidden_facts:".replace("'", "")))
    safety = LetterSafety.of(told, "tegan", TODAY)
    assert (safety.at_home, safety.seen, safety.harm) == ((), (), True)
    assert "Larkfield" not in draft("tegan", told).text


def test_harm_that_is_only_drawn_as_a_tie_counts_and_so_does_one_outside_the_map():
    flag = "harm_flags: [{kind: coercive_control, by: lee, to: [gurpreet]}]"
    drawn = HOME.replace(flag, "ties: [{a: lee, b: roop, kind: physical_abuse}]")
    tie = family_from_yaml(drawn.replace("safe_record: true", "safe_record: false"))
    assert LetterSafety.of(tie, "roop", TODAY).at_home == ("lee",)
    outside = family(
        safe_record=False, harm_flags=({"kind": "criminal_exploitation", "by": "an older lad", "to": ["tegan"]},)
    )
    assert LetterSafety.of(outside, "roop", TODAY).harm


def test_where_nobody_is_harmed_the_letter_tells_what_was_decided_but_nothing_hidden():
    safe = family(harm_flags=(), safe_record=False)
    text = draft(told=safe).text
    assert "A strategy discussion is held today" in text
    assert "felt pens" in text
    assert "October" not in text
    assert "Jas" not in text


@every_row(
    ("text", "words"),
    [
        ("Roop is tired.", "You are tired."),
        ("Roop's bike", "Your bike"),
        ("We saw Roop’s drawing.", "We saw your drawing."),
        ("Roop Price goes to school", "You go to school"),
        ("Tegan said so", "Tegan (your sister) said so"),
        ("Lee and Lee", "Lee (your dad) and Lee"),
        ("Maya came", "Maya (who works with your family) came"),
        ("Roopa came", "Roopa came"),
    ],
)
def test_a_record_becomes_words_to_the_child(text, words):
    assert in_words_to_child(text, family(), "roop", ["Maya Khan"]) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They said that they like the bus.", "You said that you like the bus."),
        ("We saw them at school. They were proud.", "We saw you at school. You were proud."),
        ("They’re tired, and their eyes hurt.", "You’re tired, and your eyes hurt."),
        ("Roop told them so.", "You told them so."),
        ("They said that Gran is kind.", "They said that Gran is kind."),
        ("They said Tegan is kind.", "They said Tegan (your sister) is kind."),
    ],
)
def test_in_a_line_of_the_childs_own_the_pronoun_is_the_child_where_nobody_else_could_be_meant(text, words):
    assert in_words_to_child(text, family(), "roop", own=True) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She likes her room and was proud of herself.", "You like your room and were proud of yourself."),
        ("She told us that her bag is blue.", "You told us that your bag is blue."),
        ("We asked her about maths; she goes quiet.", "We asked you about maths; you go quiet."),
        ("She said Gurpreet rings her.", "She said Gurpreet (your mum) rings her."),
        ("He likes it.", "He likes it."),
    ],
)
def test_her_is_yours_or_you_by_what_stands_after_it(text, words):
    assert in_words_to_child(text, family(), "tegan", own=True) == words


# -- from the notebook ------------------------------------------------------------------------------------------


@pytest.fixture
def home(workspace):
    workspace.families.put(family(), "SP")
    workspace.records.put(entry(), "sSP.cf.roop")
    return workspace


def test_the_letter_bears_no_mark_and_the_screen_says_why(home, tmp_path):
    ready = prepare_document(home, "letter", "sSP.cf.roop", recipient="Roop", purpose="to read together")
    assert any("Safe record" in note and "No mark" in note for note in ready.notes)
    assert sum(note.startswith("Left out") for note in ready.notes) == 8
    assert any("lives with Lee" in warning for warning in ready.warnings)
    for ending in (".txt", ".html", ".md"):
        issue_document(home, ready, tmp_path / f"a{ending}")
        assert "Safe record" not in (tmp_path / f"a{ending}").read_text(encoding="utf-8")


def test_a_line_that_was_brought_in_is_looked_at_once_more(home):
    from supervision_tui.workspace.disclosure import draft_letter

    letter = draft_letter(home, "sSP.cf.roop")
    number = next(line.number for line in letter.left_out if "Larkfield" in line.words)
    told = letter.with_line(number, "You will go to Larkfield with Mum.")
    ready = prepare_document(home, "letter", "sSP.cf.roop", recipient="Roop", purpose="to read", draft=told)
    assert any("Larkfield" in warning and "service" in warning for warning in ready.warnings)


KINDS = {"record": "sSP.cf.roop", "chronology": "SP/roop", "transfer": "SP", "genogram": "SP"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending in {".txt", ".html", ".md"}])
def test_what_leaves_for_somebody_at_work_bears_the_mark_at_its_top(home, tmp_path, kind, ending):
    ready = prepare_document(home, kind, KINDS[kind], recipient="Ms Ahmed, reviewing officer", purpose="a review")
    assert any("The mark stands at its top" in note for note in ready.notes)
    issue_document(home, ready, tmp_path / f"a{ending}")
    text = (tmp_path / f"a{ending}").read_text(encoding="utf-8")
    assert MARK in text
    assert text.index(MARK) < 3000 if ending == ".html" else text.index(MARK) < 300


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("recipient", ["Gurpreet", "gurpreet sandhu", "Mum", "Roop"])
def test_what_goes_to_somebody_of_the_family_is_looked_at_and_bears_no_mark(home, kind, recipient):
    ready = prepare_document(home, kind, KINDS[kind], recipient=recipient, purpose="to read")
    assert MARK not in ready.document.words
    assert any("Lee" in warning for warning in ready.warnings)
    if kind in {"record", "transfer"}:
        assert any("of the family" in warning for warning in ready.warnings)


@pytest.mark.parametrize("kind", ["record", "transfer"])
@pytest.mark.parametrize("recipient", ["Gurpreet", "Mum", "Lee Price", "Roop's dad", "their stepsister Tegan", "Jean"])
def test_a_copy_for_the_family_leaves_out_decisions_steps_services_and_harm_and_lists_them(home, kind, recipient):
    ready = prepare_document(home, kind, KINDS[kind], recipient=recipient, purpose="asked for it")
    told = ready.document.words.casefold()
    assert [word for word in ("strategy", "larkfield", "clinic", "felt pens", "locks", "october") if word in told] == []
    assert "red bus" not in told  # a child's own words, where whoever harms may read them
    if kind == "record":
        assert "glad to be asked" in told
    assert any("a child's own words" in note for note in ready.notes)
    assert sum(note.startswith("Left out") for note in ready.notes) >= 5
    whole = prepare_document(home, kind, KINDS[kind], recipient="the court", purpose="a hearing").document.words
    assert "A strategy discussion is held" in whole
    assert "red bus" in whole


def test_every_record_at_once_for_somebody_of_the_family_leaves_the_same_out(home, tmp_path):
    from supervision_tui.workspace.disclosure import issue_all

    for reader, said in (("Mum", False), ("the court", True)):
        issue_all(
            home,
            home.records.all(),
            tmp_path / reader,
            ".txt",
            recipient=reader,
            purpose="x",
            on_progress=lambda _n: True,
        )
        [path] = (tmp_path / reader).iterdir()
        assert ("felt pens" in path.read_text(encoding="utf-8")) is said


@every_row(
    ("words", "told"),
    [
        ("You will go to Larkfield.", True), ("You will go to the Harbour with Mum.", True), ("The Harbour rang", True),
        ("We talked with Ms Odell", True), ("Odell’s letter came", True), ("the harbour wall is your place", False),
        ("You like Wednesday and your centre", False), ("Your school rang", False), ("Elm Road is near", False),
    ],
)  # fmt: skip
def test_a_service_is_known_by_the_word_that_people_say_for_it(words, told):
    services = [{"kind": "service", "name": "Harbour women's centre"}, {"kind": "legal", "name": "Ms Odell's firm"}]
    services += [{"kind": "community", "name": "Wednesday centre"}]
    map_ = family(resources=(*family().resources, *services))
    assert bool(LetterSafety.of(map_, "roop", TODAY).tells_of_help_or_harm(words)) is told


def test_who_came_is_left_out_where_it_would_tell(home):
    opening = "We met on Monday. There were: teacher, domestic abuse worker. It was short."
    home.records.put(entry().model_copy(update={"opening": opening}), "sSP.cf.roop")
    words = prepare_document(home, "record", "sSP.cf.roop", recipient="Mum", purpose="x").document.words
    assert "We met on Monday." in words
    assert "domestic" not in words


def test_what_goes_to_the_one_who_harms_says_so_first(home):
    ready = prepare_document(home, "chronology", "SP/roop", recipient="Lee Price", purpose="asked for it")
    assert any("Lee is the one about whom we are worried" in warning for warning in ready.warnings)


def test_a_chronology_for_the_family_tells_neither_harm_nor_help_nor_that_something_is_left_out():
    told = family()
    document = chronology(told, "roop", [entry()], TODAY, LetterSafety.of(told, "roop", TODAY))
    assert "started school" in document.words
    assert [
        word for word in ("police", "midwife", "bruises", "strategy", "left out", "bag") if word in document.words
    ] == []
    assert len(document.withheld) >= 3
    assert "red bus" not in document.words
    whole = chronology(told, "roop", [entry()], TODAY).words
    assert "red bus" in whole
    assert "police came" in whole


@every_row(
    ("recipient", "readers"),
    [
        ("Gurpreet", ("gurpreet",)), ("Mrs Sandhu", ("gurpreet",)), ("the children", ("roop", "tegan")),
        ("Roop's school", ()), ("Ms Ahmed, reviewing officer", ()), ("family court", ()), ("Robin", ()),
        ("Dad", ("lee",)), ("Roop's dad", ("lee",)), ("Tegan’s mother", ("gurpreet",)),
        ("mum & dad", ("gurpreet", "lee")),
        ("gran", ("jean",)), ("Roop's sister", ("tegan",)), ("her parents", ("gurpreet", "lee")),
        ("Nan Jean", ("jean",)), ("Mum's solicitor", ()), ("mother and baby unit", ()), ("uncle", ()),
    ],
)  # fmt: skip
def test_who_of_the_family_reads_it_is_known_by_name_or_by_kin(recipient, readers):
    assert readers_in_family(family(), recipient) == readers


def test_from_the_command_line_a_draft_is_printed_changed_and_written(home, tmp_path, monkeypatch):
    path = home.vault.folder
    home.close()
    key = tmp_path / "key"
    key.write_text("kettle bramble orbit lantern\n")
    options = ["--vault", str(path), "--passphrase-file", str(key)]

    def run(*words, given=""):
        return CliRunner().invoke(app, [*words, *options], input=given)

    shown = run("document", "draft", "sSP.cf.roop")
    assert shown.exit_code == 0, shown.output
    assert "You like the red bus" in shown.stdout
    assert not any(word in shown.stdout.casefold() for word in TABOO)
    assert "Left out" in shown.stderr
    letter = ("document", "write", "letter", "sSP.cf.roop", "--for", "Roop", "--purpose", "to read")
    target = tmp_path / "letter.txt"
    stopped = run(*letter, "-o", str(target))
    assert stopped.exit_code == 1
    assert "lives with Lee" in stopped.output
    assert not target.exists()
    number = next(line.number for line in draft().left_out if "felt pens" in line.words)
    done = run(*letter, "-o", str(target), "--looked", "--bring-in", f"{number}=Maya brings you pens.")
    assert done.exit_code == 0, done.output
    assert "Maya brings you pens." in target.read_text(encoding="utf-8")
    changed = run(
        *letter, "-o", str(target), "--looked", "--force", "--words", "-", given="Dear Roop\n\nI come on Friday.\n"
    )
    assert changed.exit_code == 0, changed.output
    assert "I come on Friday." in target.read_text(encoding="utf-8")
    assert "red bus" not in target.read_text(encoding="utf-8")
    wrong = run(*letter, "-o", str(target), "--looked", "--bring-in", "77=x")
    assert wrong.exit_code != 0
    assert "Traceback" not in wrong.output


@pytest.mark.parametrize("child", ["oliver", "hania"])
def test_in_the_invented_family_a_letter_into_the_home_of_the_one_who_harms_is_looked_at(child):
    told = load_family(content_folder("templates/families") / "kowalska-fairhurst.yaml")
    assert "Simon" in LetterSafety.of(told, child, TODAY).warning


# -- names that are words, one surname for everybody, three hundred people ------------------------------------------


def called(name, *others):
    people = "\n".join(f"  - {{id: p{at}, name: {other}, born: 1985}}" for at, other in enumerate(others))
    text = f"""
format: supervision-tui/family/1
id: W
title: Words
focus: [kid]
persons:
  - {{id: kid, name: {name}, born: 2015}}
{people}
"""
    return family_from_yaml(text)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("May Price", "We met on 3 May 2026 and May was glad.", "We met on 3 May 2026 and you were glad."),
        ("May Price", "In May we will see.", "In May we will see."),
        ("Will Price", "We will see what Will likes.", "We will see what you like."),
        ("Hope Price", "We hope that Hope sleeps.", "We hope that you sleep."),
    ],
)
def test_a_child_whose_name_is_a_word_is_addressed_only_where_it_is_a_name(name, text, words):
    assert in_words_to_child(text, called(name), "kid") == words


@pytest.mark.parametrize("recipient", ["Mr Price", "Mrs Price", "Lee"])
def test_where_everybody_has_one_surname_the_one_who_harms_is_thought_of(recipient):
    from supervision_tui.workspace.disclosure.safe_record import family_safety, reader_warnings

    told = family()
    safety = family_safety(told, recipient, TODAY)
    assert safety is not None
    assert any("about whom we are worried" in words for words in reader_warnings(told, safety, "record", TODAY))


def test_three_hundred_people_and_a_hidden_one_among_them():
    from supervision_tui.family.views import HiddenContent, without_hidden
    from supervision_tui.family.views.redaction import redact

    others = [f"Person{at} Mark{at % 7}" for at in range(300)]
    big = called("Will Mark0", *others)
    persons = tuple(one.replaced(hidden_from=("kid",)) if one.id == "p150" else one for one in big.persons)
    big = big.replaced(persons=persons)
    assert HiddenContent.of(big).tells("saw Person150 today")
    assert not HiddenContent.of(big).tells("saw Person151 today")
    assert len(without_hidden(big).persons) == 300
    assert "Person150" not in redact(big, "family").family.to_json()


@pytest.mark.parametrize(
    ("words", "tells"), [("We hope so", False), ("Hope came by", True), ("সে আশা ঘরে", True), ("তার ঘর", False)]
)
def test_a_hidden_person_whose_name_is_a_word_in_some_script_is_known_where_it_is_a_name(words, tells):
    from supervision_tui.family.views import HiddenContent

    told = called("Kid Price", "Hope Reid", "আশা")
    hidden = tuple(one.replaced(hidden_from=("kid",)) if one.id != "kid" else one for one in told.persons)
    assert HiddenContent.of(told.replaced(persons=hidden)).tells(words) is tells


def test_where_nobody_is_harmed_a_childs_own_words_stand_in_what_the_family_is_given():
    calm = family(safe_record=False, harm_flags=(), events=())
    assert "red bus" in chronology(calm, "roop", [entry()], TODAY, LetterSafety.of(calm, "roop", TODAY)).words

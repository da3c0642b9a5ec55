"""One family from notebook to notebook: what goes, what never does, and that neither side's words are ever lost."""

import json
import shutil

import pytest

from supervision_tui.parcels import (
    CardRefusedError,
    NotAParcelError,
    OwnParcelError,
    ParcelContents,
    ParcelError,
    ParcelForAnotherError,
    ParcelItem,
    ParcelTooLargeError,
    open_sealed,
    read_contents,
    seal,
    write_contents,
)
from supervision_tui.people import Practitioner
from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import DiskFullError, OnHoldError
from supervision_tui.workspace.exchange import (
    ContactNotFoundError,
    drop_contact,
    find_contact,
    pair_by_showing,
    pending_pairings,
    take_card,
    write_card,
)
from supervision_tui.workspace.notebook.conflicts import accept_waiting, open_conflicts
from supervision_tui.workspace.notebook.retention import RetentionSchedule
from supervision_tui.workspace.store.exchanges import ReceivedBatch
from supervision_tui.workspace.subject_access import Ground, search_subject
from tests.workspace.conftest import NOW
from tests.workspace.exchange_notebooks import notebook


@pytest.fixture
def sam(tmp_path):
    """Sam's notebook, with two families."""
    with notebook(tmp_path, "Sam", ("haile.yaml", "pritchard-hussain.yaml")) as made:
        yield made


@pytest.fixture
def ben(tmp_path):
    """Ben's notebook, without any family."""
    with notebook(tmp_path, "Ben") as made:
        yield made


@pytest.fixture
def paired(sam, ben):
    """Sam and Ben, paired."""
    sam.pair(ben)
    return sam, ben


def hailes(sam):
    """The id of the Hailes in Sam's notebook."""
    return next(one.id for one in sam.workspace.families.all() if "Haile" in one.title)


def retitled(book, family_id, title):
    """Give the family another title."""
    family = book.workspace.families.get(family_id)
    book.workspace.families.put(family.model_copy(update={"title": Line(title)}), family_id)


def opened(ben, path):
    """The contents of a parcel for Ben."""
    return read_contents(open_sealed(path.read_bytes(), ben.workspace.contacts.all())[1])


def forged(sam, ben, *items, subject="family-x"):
    """A parcel that Sam's keys seal and Sam's program would never write."""
    contents = ParcelContents(subject=subject, purpose=Line("p"), made=NOW, items=items)
    path = sam.folder / "forged.parcel"
    path.write_bytes(seal(write_contents(contents), sam.contact(ben)))
    return path


def record(family_id, words, destination=Destination.CHILD_FILE, ident="r1"):
    """A record of one paragraph."""
    return Record.model_validate(
        {
            "id": ident, "destination": destination, "subject": "robin", "title": "A talk", "session_id": "s1",
            "family_ref": family_id, "day": NOW.date(), "author": "Sam", "opening": words, "sections": (),
        }
    )  # fmt: skip


# -- pairing


def test_words_and_private_half_are_forgotten_once_the_two_are_paired(paired):
    sam, ben = paired
    assert [pending_pairings(book.workspace) for book in (sam, ben)] == [[], []]
    histories = [
        book.workspace.vault.documents.history("pairing", book.workspace.contacts.all()[0].id) for book in (sam, ben)
    ]
    assert [[line.text_kept for line in history] for history in histories] == [[False, False], [False, False]]


def test_a_pairing_goes_on_after_the_program_was_closed(sam, ben):
    sam_pending, words = pair_by_showing(sam.workspace, "Ben")
    assert [one.id for one in pending_pairings(sam.workspace)] == [sam_pending.id]
    with pytest.raises(ContactNotFoundError, match="waits for their card"):
        find_contact(sam.workspace, "Ben")
    assert words is not None


def test_a_card_taken_twice_changes_nothing(paired):
    sam, _ = paired
    with pytest.raises(CardRefusedError, match="nothing has to be done"):
        take_card(sam.workspace, sam.folder / "theirs.card")
    assert len(sam.workspace.contacts.all()) == 1


def test_a_card_finds_its_pairing_among_several_and_a_strangers_finds_none(sam, ben, tmp_path):
    stranger, _ = pair_by_showing(ben.workspace, "Nobody")
    write_card(stranger, tmp_path / "stranger.card")
    pair_by_showing(sam.workspace, "Zoe")
    sam.pair(ben)
    assert [str(one.name) for one in sam.workspace.contacts.all()] == ["Ben"]
    with pytest.raises(CardRefusedError):
        take_card(sam.workspace, tmp_path / "stranger.card")
    assert [str(one.name) for one in pending_pairings(sam.workspace)] == ["Zoe"]


def test_two_sams_are_two(ben, tmp_path):
    with notebook(tmp_path, "Sam") as one, notebook(tmp_path / "b", "Sam", ("haile.yaml",)) as two:
        one.pair(ben)
        two.pair(ben)
        with pytest.raises(ContactNotFoundError, match="Several contacts are called Sam"):
            find_contact(ben.workspace, "Sam")
        path = two.make(hailes(two), ben)
        with pytest.raises(ParcelForAnotherError):
            open_sealed(path.read_bytes(), [c for c in ben.workspace.contacts.all() if c.id == one.contact(ben).id])
        assert ben.preview(path).contact.receive_key == two.contact(ben).send_key


def test_a_dropped_contact_can_send_nothing_any_more(paired):
    sam, ben = paired
    path = sam.make(hailes(sam), ben)
    assert drop_contact(ben.workspace, ben.contact(sam).id) == "Sam"
    with pytest.raises(ParcelForAnotherError, match="was dropped"):
        ben.preview(path)


# -- what goes, and what never does


def test_a_family_goes_over_whole_and_is_drawn_there_as_here(paired):
    sam, ben = paired
    ident = hailes(sam)
    sentences = ben.take(sam.make(ident, ben))
    there, here = ben.workspace.families.get(ident), sam.workspace.families.get(ident)
    assert there == here
    assert sentences[0].startswith("Taken in from Sam, by their clock ")
    assert "as a new family" in sentences[0]


def test_ideas_steps_and_records_go_over_and_the_next_session_meets_them(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    sam.workspace.records.put(record(ident, "She likes the red bus."), "r1")
    ben.take(sam.make(ident, ben))
    assert [idea.statement for idea in ben.workspace.sessions.ideas(ident)] == ["The moves made her watchful"]
    controller = ben.workspace.begin(ben.workspace.formats["T2"], ident, Line("Ben"))
    session = controller.editor.session
    assert [carried.action.what for carried in session.carried] == ["Ring the school"]
    assert [idea.statement for idea in session.hypotheses] == ["The moves made her watchful"]
    assert ben.workspace.records.get("r1").opening == "She likes the red bus."


def test_no_supervision_record_and_no_other_family_is_in_a_parcel(paired):
    sam, ben = paired
    ident = hailes(sam)
    other = next(one for one in sam.workspace.families.all() if one.id != ident)
    sam.workspace.records.put(record(ident, "zqsupervision", Destination.SUPERVISION_RECORD, "r2"), "r2")
    sam.workspace.records.put(record(other.id, "zqother", ident="r3"), "r3")
    sam.workspace.records.put(record(ident, f"zqleak {other.persons[0].name}", ident="r4"), "r4")
    text = opened(ben, sam.make(ident, ben)).model_dump_json()
    for word in ("zqsupervision", "zqother", "zqleak", *(str(person.name) for person in other.persons)):
        assert word not in text
    kinds = {item.kind for item in opened(ben, sam.make(ident, ben)).items}
    assert kinds <= {"family", "record", "idea", "step"}


def test_a_text_that_names_another_family_is_held_back_and_told(paired):
    from supervision_tui.workspace.exchange import prepare_parcel

    sam, ben = paired
    ident = hailes(sam)
    other = next(one for one in sam.workspace.families.all() if one.id != ident)
    sam.workspace.records.put(record(ident, f"Seen with {other.persons[0].name}."), "r1")
    ready = prepare_parcel(sam.workspace, ident, sam.contact(ben), "hand over")
    assert any("names another family" in line for line in ready.held_back)
    assert not any(item.kind == "record" for item in ready.contents.items)


def test_a_fact_that_no_copy_may_show_stays_and_is_not_lost_when_the_family_comes_back(paired):
    sam, ben = paired
    ident = hailes(sam)
    family = sam.workspace.families.get(ident)
    secret = {"id": "h9", "about": family.persons[0].id, "fact": "zqsecret", "show_anyone": False}
    told = json.loads(family.model_dump_json()) | {"hidden_facts": [secret]}
    sam.workspace.families.put(type(family).model_validate(told), ident)
    ben.take(sam.make(ident, ben))
    assert "zqsecret" not in ben.workspace.families.get(ident).model_dump_json()
    retitled(ben, ident, "Hailes, as Ben knows them")
    sam.take(ben.make(ident, sam))
    back = sam.workspace.families.get(ident)
    assert back.title == "Hailes, as Ben knows them"
    assert [fact.fact for fact in back.hidden_facts] == ["zqsecret"]


def test_a_parcel_stands_in_the_log_of_what_left(paired):
    sam, ben = paired
    sam.make(hailes(sam), ben)
    (line,) = sam.workspace.disclosures.all()
    assert (line.kind, line.recipient, line.purpose, line.locked) == ("parcel", "Ben", "work together", True)


# -- taking in


def test_a_text_that_grew_from_what_stands_follows_it(paired):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    retitled(sam, ident, "Second")
    preview = ben.preview(sam.make(ident, ben))
    assert [(text.shared.kind, text.relation) for text in preview.texts] == [("family", "follows")]
    assert [(one.where, one.kept) for one in preview.texts[0].differences] == [("title", "Second")]
    ben.take(sam.make(ident, ben))
    assert ben.workspace.families.get(ident).title == "Second"
    assert open_conflicts(ben.workspace.vault) == []


def test_two_who_changed_the_same_family_both_keep_their_words_and_look_at_both(paired):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    retitled(sam, ident, "As Sam has it")
    retitled(ben, ident, "As Ben has it")
    parcel = sam.make(ident, ben)
    ben.take(parcel)
    assert ben.workspace.families.get(ident).title == "As Ben has it"
    (two,) = open_conflicts(ben.workspace.vault)
    assert two.kept.author.startswith("from Sam, by their clock")
    assert ("title", "As Sam has it", "As Ben has it") in [(d.where, d.kept, d.standing) for d in two.differences]
    assert [text.relation for text in ben.preview(parcel).texts] == ["waits"]
    ben.take(parcel)
    assert len(open_conflicts(ben.workspace.vault)) == 1


def test_while_two_texts_wait_what_is_sent_back_overwrites_nothing_and_afterwards_it_follows(paired):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    retitled(sam, ident, "As Sam has it")
    retitled(ben, ident, "As Ben has it")
    ben.take(sam.make(ident, ben))
    assert sam.preview(ben.make(ident, sam)).texts[0].relation == "differs"
    (two,) = open_conflicts(ben.workspace.vault)
    accept_waiting(ben.workspace, two)
    retitled(ben, ident, "As both have it")
    assert sam.preview(ben.make(ident, sam)).texts[0].relation == "follows"


def test_a_family_of_the_same_reference_that_was_never_exchanged_comes_in_as_another_one(paired):
    sam, ben = paired
    ident = hailes(sam)
    stranger = ben.workspace.new_family("Another family")
    ben.workspace.families.put(stranger.model_copy(update={"id": ident}), ident)
    preview = ben.preview(sam.make(ident, ben))
    assert preview.is_new
    assert preview.family_id != ident
    ben.take(sam.make(ident, ben))
    assert ben.workspace.families.get(ident).title == "Another family"
    assert "Haile" in ben.workspace.families.get(preview.family_id).title


def test_a_person_may_say_that_it_is_the_family_that_is_here_and_both_texts_stand(paired):
    sam, ben = paired
    ident = hailes(sam)
    mine = ben.workspace.new_family("The Hailes, as Ben drew them")
    ben.take(sam.make(ident, ben), as_family=mine.id)
    assert ben.workspace.families.get(mine.id).title == "The Hailes, as Ben drew them"
    assert len(open_conflicts(ben.workspace.vault)) == 1
    with pytest.raises(ParcelError, match="is F1 in this notebook already"):
        ben.preview(sam.make(ident, ben), as_family=ben.workspace.new_family("Third").id)


def test_a_receivers_notebook_that_was_restored_from_an_older_copy_takes_the_newest_in(paired, tmp_path):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    before = ben.workspace.families.get(ident)
    for title in ("Second", "Third"):
        retitled(sam, ident, title)
        parcel = sam.make(ident, ben)
    ben.workspace.families.put(before, ident)
    assert ben.preview(parcel).texts[0].relation == "follows"


def test_a_cloned_senders_notebook_makes_two_texts(paired):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    state = sam.workspace.exchanges.get(ident), sam.workspace.families.get(ident)
    retitled(sam, ident, "From the first copy")
    first = sam.make(ident, ben)
    sam.workspace.exchanges.find(ident)
    sam.workspace.exchanges.put(state[0], ident)
    sam.workspace.families.put(state[1], ident)
    retitled(sam, ident, "From the second copy")
    second = sam.make(ident, ben)
    ben.take(first)
    ben.take(second)
    assert ben.workspace.families.get(ident).title == "From the first copy"
    assert [json.loads(body)["title"] for body in ben.text_beside()] == ["From the second copy"]


def test_a_step_that_was_done_there_is_done_here(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    ben.take(sam.make(ident, ben))
    work = ben.workspace.received.get(ident)
    done = [step.model_copy(update={"state": "done"}) for step in work.batches[0].actions]
    ben.workspace.received.add(
        ident, ReceivedBatch(sender=Line("Ben"), at=ben.workspace.sessions.now(), actions=done), "Ben"
    )
    sam.take(ben.make(ident, sam))
    assert sam.workspace.begin(sam.workspace.formats["T2"], ident, Line("Sam")).editor.session.carried == ()


def test_ideas_that_differ_stand_side_by_side_once(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    ben.take(sam.make(ident, ben))
    idea = ben.workspace.sessions.ideas(ident)[0]
    other = idea.model_copy(update={"statement": SafeText("She watches because it is loud")})
    for book, changed in ((ben, other), (sam, idea.model_copy(update={"statement": SafeText("Sam thinks again")}))):
        book.workspace.received.add(
            ident,
            ReceivedBatch(sender=Line(book.name), at=book.workspace.sessions.now(), hypotheses=(changed,)),
            book.name,
        )
    for _ in range(2):
        sam.take(ben.make(ident, sam))
        ben.take(sam.make(ident, ben))
    statements = [sorted(str(one.statement) for one in book.workspace.sessions.ideas(ident)) for book in (sam, ben)]
    assert statements == [["Sam thinks again", "She watches because it is loud"]] * 2


def test_a_full_disk_half_way_loses_nothing_and_the_parcel_can_be_taken_in_again(paired, monkeypatch):
    sam, ben = paired
    ident = hailes(sam)
    sam.workspace.records.put(record(ident, "She likes the red bus."), "r1")
    parcel = sam.make(ident, ben)
    real = ben.workspace.records.put
    monkeypatch.setattr(ben.workspace.records, "put", _full_disk)
    with pytest.raises(DiskFullError):
        ben.take(parcel)
    monkeypatch.setattr(ben.workspace.records, "put", real)
    assert [text.relation for text in ben.preview(parcel).texts] == ["same", "new"]
    ben.take(parcel)
    assert ben.workspace.records.get("r1").opening == "She likes the red bus."


# -- asking to let go


def test_a_request_to_let_go_is_a_proposal_a_hold_wins_and_the_answer_goes_back(paired):
    sam, ben = paired
    ident = hailes(sam)
    ben.take(sam.make(ident, ben))
    schedule = RetentionSchedule(ben.workspace)
    schedule.hold(ident, "complaint 12")
    sentences = ben.take(sam.make(ident, ben, let_go="the work ended"))
    assert any("asks to let a family go (the work ended)" in line for line in sentences)
    item = next(one for one in schedule.disposals() if one.key == ("family", ident))
    assert (item.held, item.why) == ("complaint 12", "Sam asks to let it go: the work ended")
    assert ben.workspace.families.find(ident) is not None
    answers = sam.take(ben.make(ident, sam))
    assert any("it is kept, on hold: complaint 12" in line for line in answers)


# -- what an attacker, or an accident, might bring


def test_settings_smuggled_into_a_parcel_are_refused_and_told(paired):
    sam, ben = paired
    item = ParcelItem(kind="settings", id="notebook", text='{"lock_after": 30}', saved=NOW)
    ident = hailes(sam)
    family = opened(ben, sam.make(ident, ben)).items[0]
    preview = ben.preview(forged(sam, ben, family, item, subject=family.id))
    assert preview.refused == ("'settings' is nothing that a parcel may bring.",)
    before = ben.workspace.settings.now()
    ben.workspace.vault.documents.version("settings", "notebook")
    assert ben.workspace.settings.now() == before


@pytest.mark.parametrize("destination", [Destination.SUPERVISION_RECORD, Destination.PRIVATE, Destination.NONE])
def test_a_record_that_belongs_to_nobody_elses_file_is_refused(paired, destination):
    sam, ben = paired
    family = opened(ben, sam.make(hailes(sam), ben)).items[0]
    smuggled = record(family.id, "zqworker", destination)
    item = ParcelItem(kind="record", id="r1", text=smuggled.model_dump_json(), saved=NOW)
    preview = ben.preview(forged(sam, ben, family, item, subject=family.id))
    assert [text.shared.kind for text in preview.texts] == ["family"]
    assert "worker's own record" in preview.refused[0]


def test_a_record_about_another_family_is_refused(paired):
    sam, ben = paired
    family = opened(ben, sam.make(hailes(sam), ben)).items[0]
    item = ParcelItem(kind="record", id="r1", text=record("V9", "zq").model_dump_json(), saved=NOW)
    assert "another family" in ben.preview(forged(sam, ben, family, item, subject=family.id)).refused[0]


def test_hostile_words_are_cleaned_on_the_way_in(paired):
    sam, ben = paired
    family = opened(ben, sam.make(hailes(sam), ben)).items[0]
    hostile = json.loads(family.text) | {"title": "\x1b]0;gone\x07 [bold red]x[/] ../../etc"}
    item = family.model_copy(update={"text": json.dumps(hostile)})
    preview = ben.preview(forged(sam, ben, item, subject=family.id))
    take = ben.take(forged(sam, ben, item, subject=family.id))
    title = ben.workspace.families.get(preview.family_id).title
    assert "\x1b" not in title
    assert "\x07" not in "".join(take)


def test_ones_own_parcel_and_one_for_another_are_told_apart(paired, tmp_path):
    sam, ben = paired
    path = sam.make(hailes(sam), ben)
    with pytest.raises(OwnParcelError, match="for Ben"):
        sam.preview(path)
    with notebook(tmp_path, "Zoe") as zoe:
        sam.pair(zoe)
        with pytest.raises(ParcelForAnotherError):
            zoe.preview(path)


def test_a_file_that_is_no_parcel_or_too_large_changes_nothing(paired, tmp_path):
    sam, ben = paired
    (tmp_path / "letter.parcel").write_bytes(b"%PDF-1.7 and more")
    with pytest.raises(NotAParcelError):
        ben.preview(tmp_path / "letter.parcel")
    with (tmp_path / "large.parcel").open("wb") as large:
        large.truncate(2 * 1024**3)
    with pytest.raises(ParcelTooLargeError):
        ben.preview(tmp_path / "large.parcel")
    assert sam.workspace.families.headings()


def test_a_parcel_renamed_is_still_one(paired, tmp_path):
    sam, ben = paired
    path = shutil.copy(sam.make(hailes(sam), ben), tmp_path / "holiday.pdf")
    assert ben.preview(tmp_path / "holiday.pdf").contact.name == "Sam"
    assert path


def test_no_file_name_tells_anything(paired):
    sam, ben = paired
    path = sam.make(hailes(sam), ben)
    assert path.suffix == ".parcel"
    assert not any(word in path.name.casefold() for word in ("sam", "ben", "haile"))


def _full_disk(*_, **__):
    raise DiskFullError("The disk is full.")


def _session_with_an_idea_and_a_step(book, family_id):
    """A closed session with one idea and one step."""
    from supervision_tui.session import Action, Hypothesis, SessionStatus

    controller = book.workspace.begin(book.workspace.formats["T2"], family_id, Line("Sam"))
    session = controller.editor.session
    idea = Hypothesis(id=f"{session.id}.1", stage="x", statement=SafeText("The moves made her watchful"), at=NOW)
    step = Action(id=f"{session.id}.2", stage="x", what=SafeText("Ring the school"), owner=Line("Lee"), at=NOW)
    closed = session.model_copy(
        update={"hypotheses": (idea,), "actions": (step,), "status": SessionStatus.CLOSED, "ended": NOW}
    )
    book.workspace.sessions.put(closed, session.id)


def test_ids_of_people_stay_and_a_sam_of_another_notebook_is_nobody_here(paired):
    sam, ben = paired
    ident = sam.workspace.families.headings()[0].id
    _session_with_an_idea_and_a_step(sam, ident)
    summary = next(summary for summary in sam.workspace.summaries.all() if summary.actions)
    session = sam.workspace.sessions.get(summary.id)
    step = session.actions[0].model_copy(update={"owner": Line("Noor"), "owner_id": "zqidzq"})
    sam.workspace.sessions.put(session.model_copy(update={"actions": (step,)}), session.id)
    for book in (ben, sam):
        roster = book.workspace.people.roster
        book.workspace.people.change(roster.with_practitioner(Practitioner(id="zqidzq", name="Noor")), "added")
    parcel = sam.make(ident, ben)
    preview = ben.preview(parcel)
    assert "zqidzq" not in "".join(text.shared.text for text in preview.texts)
    ben.take(parcel)
    (received,) = [summary for summary in ben.workspace.sessions.threads() if summary.actions]
    assert (received.actions[0].owner, received.actions[0].owner_id) == (f"Noor (from {sam.name})", "")
    again = sam.preview(ben.make(received.family_id, sam))  # and it goes back as it came
    assert {text.relation for text in again.texts if text.shared.kind == "step"} <= {"same", "follows"}


def test_ideas_and_steps_that_came_are_found_by_the_search(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    ben.take(sam.make(ident, ben))
    for words in ("moves watchful", "ring school"):
        (hit,) = ben.workspace.find(words)
        assert (hit.kind, hit.id, hit.title) == ("received", ident, "Ideas and steps from Sam")


def test_answers_to_a_checklist_stay_in_their_notebook(paired):
    sam, ben = paired
    ident = hailes(sam)
    sam.workspace.records.put(_talked_over(record(ident, "She likes the red bus."), "zqsams"), "r1")
    parcel = sam.make(ident, ben)
    assert "zqsams" not in opened(ben, parcel).model_dump_json()
    ben.take(parcel)
    assert ben.workspace.records.get("r1").checks == ()
    ben.workspace.records.put(_talked_over(ben.workspace.records.get("r1"), "bens own"), "r1")
    changed = sam.workspace.records.get("r1").model_copy(update={"opening": SafeText("She likes two buses.")})
    sam.workspace.records.put(changed, "r1")
    preview = ben.preview(sam.make(ident, ben))
    assert [text.relation for text in preview.texts if text.shared.kind == "record"] == ["follows"]
    ben.take(sam.make(ident, ben))
    here = ben.workspace.records.get("r1")
    assert (here.opening, here.checks[0].evidence) == ("She likes two buses.", "bens own")


def _talked_over(one, evidence):
    from supervision_tui.practice import ChecklistAnswer
    from supervision_tui.records.model import CheckedItem

    answer = next(iter(ChecklistAnswer))
    said = CheckedItem(item="x", answer=answer, evidence=SafeText(evidence), by=Line("Lee"), on=NOW.date())
    return one.model_copy(update={"checks": (said,)})


# -- what came is the family's, like what was written here


def test_a_record_that_came_is_on_hold_with_its_family_and_goes_with_its_working_space(paired):
    sam, ben = paired
    ident = hailes(sam)
    for number, destination in enumerate((Destination.CHILD_FILE, Destination.FAMILY_WORK)):
        sam.workspace.records.put(record(ident, "words", destination, f"r{number}"), f"r{number}")
    ben.take(sam.make(ident, ben))
    schedule = RetentionSchedule(ben.workspace)
    assert {("record", "r0"), ("record", "r1")} <= set(schedule.about(ident))
    schedule.hold(ident, "complaint 12")
    with pytest.raises(OnHoldError):
        ben.workspace.records.drop("r1", "it was let go")
    schedule.release(ident, "it is over")
    schedule.end_involvement(ident, NOW.date())
    (going,) = [item for item in schedule.disposals() if item.key == ("family", ident)]
    assert ("record", "r1") in going.documents
    assert ("record", "r0") not in going.documents


def test_records_ideas_and_steps_that_came_are_found_for_the_person_and_weighed_as_those_written_here(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    family = sam.workspace.families.get(ident)
    child = family.focus_children()[0]
    other = next(person for person in family.persons if person.id != child.id)
    sam.workspace.records.put(
        record(ident, "zqwords").model_copy(update={"subject": Line(child.id), "title": Line("zqtitle")}), "r1"
    )
    idea = sam.workspace.sessions.ideas(ident)[0].model_copy(
        update={"id": "x.9", "about": (child.id, other.id), "would_fit": SafeText(f"{other.name} shouts zqfit")}
    )
    sam.workspace.received.add(ident, ReceivedBatch(sender=Line("Zoe"), at=NOW, hypotheses=(idea,)), "Zoe")
    ben.take(sam.make(ident, ben))
    for book in (sam, ben):
        pieces = search_subject(book.workspace, f"{ident}/{child.id}").pieces
        assert any("zqwords" in piece.words for piece in pieces)
        (guess,) = [piece for piece in pieces if "zqfit" in piece.words]
        assert guess.ground is not Ground.NONE
        assert "parcel taken in on " in guess.where


def test_a_cloned_sender_who_words_one_idea_twice_leaves_both_beside_ours(paired):
    sam, ben = paired
    ident = hailes(sam)
    _session_with_an_idea_and_a_step(sam, ident)
    ben.take(sam.make(ident, ben))
    idea = ben.workspace.sessions.ideas(ident)[0]
    exchange = sam.workspace.exchanges.get(ident)

    def words(book, statement):
        changed = idea.model_copy(update={"statement": SafeText(statement)})
        book.workspace.received.add(
            ident, ReceivedBatch(sender=Line("x"), at=book.workspace.sessions.now(), hypotheses=(changed,)), "x"
        )

    words(ben, "as Ben has it")
    for statement in ("as the first copy has it", "as the second copy has it"):
        words(sam, statement)
        ben.take(sam.make(ident, ben))
        sam.workspace.exchanges.find(ident)
        sam.workspace.exchanges.put(exchange, ident)
    assert sorted(idea.statement for idea in ben.workspace.sessions.ideas(ident)) == [
        "as Ben has it", "as the first copy has it", "as the second copy has it",
    ]  # fmt: skip

"""Everything that is held about a person is found, nothing of another's is given, and each ground is named."""

import base64
import json
import re
import shutil
import subprocess

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from supervision_tui.cli.notebook import person as commands
from supervision_tui.family import Event, Family, HiddenFact
from supervision_tui.practice import Destination
from supervision_tui.text import SafeText
from supervision_tui.vault import WeakPassphraseError, WrongPassphraseError
from supervision_tui.vault.keys.locked_page import LockedPage, seal, unseal
from supervision_tui.workspace.subject_access import AmbiguousPersonError, Ground, NoSubjectDataError, search_subject
from supervision_tui.workspace.subject_access.export import as_json, write
from tests.workspace.conftest import NOW, PASSPHRASE

PAGE_PASSPHRASE = "orchid gravel monsoon tailor"


def words(pieces):
    return "\n".join(f"{piece.where}\n{piece.words}\n{piece.others}" for piece in pieces)


def ids_in(value):
    """Every string in JSON data."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_in(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("family", ["V1", "V3"])
def test_no_part_of_the_map_that_names_somebody_is_passed_over(workspace, family):
    held = workspace.families.get(family)
    assert held.persons
    for person in held.persons:
        found = search_subject(workspace, f"{family}/{person.id}")
        naming = [
            part
            for name in Family.model_fields
            if isinstance(getattr(held, name), tuple)
            for part in getattr(held, name)
            if isinstance(part, BaseModel) and person.id in set(ids_in(part.model_dump(mode="json")))
        ]
        assert len(found.pieces) >= len(naming)
        assert all(piece.destination is Destination.FAMILY_WORK for piece in found.pieces)


def test_what_a_session_left_is_there_by_where_it_belongs(workspace, hold):
    hold(workspace, "T2", "V1")
    found = search_subject(workspace, "V1/abel")
    assert {piece.destination for piece in found.given} >= {Destination.CHILD_FILE, Destination.FAMILY_WORK}
    assert "red bus" in words(found.given)
    assert any("in full" in piece.where for piece in found.given)
    assert found.versions > 0


def test_a_brothers_record_is_never_given_only_put_to_whoever_decides(workspace, hold):
    hold(workspace, "T2", "V1")
    records = [one for one in workspace.records.all() if one.destination is Destination.CHILD_FILE]
    assert len({one.subject for one in records}) > 1
    for record in records:
        found = search_subject(workspace, f"V1/{record.subject}")
        whole = [piece for piece in found.pieces if "in full" in piece.where]
        assert [record.id in piece.where for piece in whole] == [True]


def test_other_families_never_stand_in_it(workspace, hold):
    hold(workspace, "T2", "V1")
    hold(workspace, "T2", "V3")
    other = {
        person.name.split()[0] for person in workspace.families.get("V3").persons if len(person.name.split()[0]) > 3
    }
    own = {word for person in workspace.families.get("V1").persons for word in person.name.split()} | {
        str(workspace.me)
    }
    text = words(search_subject(workspace, "V1/abel").pieces)
    assert [name for name in sorted(other - own) if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_what_workers_marked_is_left_out_and_named_by_its_ground(workspace):
    family = workspace.families.get("V3")
    marked = family.replaced(
        hidden_facts=(
            *family.hidden_facts,
            HiddenFact(id="h9", about="amina", fact="zqnotforherqz", hide_from=("amina",)),
            HiddenFact(id="h8", about="amina", fact="zqnobodyqz", show_anyone=False),
        ),
        events=(*family.events, Event(id="e9", who=("amina",), what="zqsecreteventqz", hidden_from=("amina",))),
    )
    workspace.families.put(marked, "V3")
    found = search_subject(workspace, "V3/amina")
    grounds = {mark: piece.ground for piece in found.pieces for mark in re.findall(r"zq\w+qz", piece.words)}
    assert grounds == {
        "zqnotforherqz": Ground.HIDDEN,
        "zqnobodyqz": Ground.SERIOUS_HARM,
        "zqsecreteventqz": Ground.HIDDEN,
    }
    assert "zq" not in words(found.given)
    assert not re.search(r"\bJack\b", words(found.given)), "an adopted brother whom she must not know of yet"
    assert not any("zq" in line for line in found.left_out_words())


def test_an_address_that_is_not_safe_to_record_is_a_matter_of_harm(workspace):
    found = search_subject(workspace, "V3/jack")
    assert any(piece.ground is Ground.SERIOUS_HARM for piece in found.pieces if "homes" in piece.where)


def test_when_a_parent_asks_a_childs_own_words_are_to_be_decided_about(workspace, hold):
    hold(workspace, "T2", "V1")
    asked = search_subject(workspace, "V1/abel", asked_by="Yonas Haile")
    assert "red bus" not in words(asked.given)
    assert any(piece.ground is Ground.EXPECTED and "red bus" in piece.words for piece in asked.pieces)


def test_a_worker_gets_their_own_supervision_and_private_notes_and_no_family(workspace, hold):
    hold(workspace, "T2", "V1")
    controller = workspace.begin(workspace.formats["T2"], "V1", workspace.me)
    editor = controller.editor
    while not (private := [slot for slot in editor.slots() if slot.field.destination == "private"]):
        editor.go(editor.following.id, NOW, override=True)
    editor.write(private[0], "zqmineqz", NOW, author=workspace.me)
    controller.save()
    workspace.writer.flush()
    with pytest.raises(AmbiguousPersonError, match="V3/amina, worker/amina"):
        search_subject(workspace, "amina")
    found = search_subject(workspace, "worker/amina")
    assert any("zqmineqz" in piece.words for piece in found.pieces)
    assert "Abel" not in words(found.pieces)
    assert "red bus" not in words(found.pieces)
    lee = search_subject(workspace, "Lee")
    assert lee.pieces
    assert "zqmineqz" not in words(lee.pieces)
    assert search_subject(workspace, "V1/abel").private == 1


def test_who_is_meant_is_asked_back(workspace):
    with pytest.raises(NoSubjectDataError):
        search_subject(workspace, "Nobody Known")
    with pytest.raises(NoSubjectDataError):
        search_subject(workspace, "V1/nobody")
    assert search_subject(workspace, "Abel").reference == "V1/abel"
    family = workspace.families.get("V1")
    double = family.persons[0].replaced(id="second-abel", name="Abel Other", called="Abel")
    workspace.families.put(family.replaced(persons=(*family.persons, double)), "V1")
    with pytest.raises(AmbiguousPersonError, match="V1/second-abel"):
        search_subject(workspace, "Abel")


def test_the_pages_are_apart_private_and_never_written_over(workspace, hold, tmp_path):
    hold(workspace, "T2", "V1")
    found = search_subject(workspace, "V1/abel")
    for form in ("html", "txt"):
        written = write(found, tmp_path / form, form=form)
        given, decide = written.given.read_text(), written.to_decide.read_text()
        assert "red bus" in given
        assert "not to be given away" in decide
        assert "Left out here" in given
        assert "abel" not in written.given.name.lower()
        assert written.given.stat().st_mode & 0o077 == 0
        with pytest.raises(FileExistsError, match="nothing goes over it"):
            write(found, tmp_path / form, form=form)
    data = json.loads(as_json(found))
    assert len(data["pieces"]) == len(found.pieces)


def test_a_locked_page_holds_no_word_and_opens_with_its_own_passphrase(workspace, hold, tmp_path):
    hold(workspace, "T2", "V1")
    found = search_subject(workspace, "V1/abel")
    with pytest.raises(WeakPassphraseError):
        write(found, tmp_path / "no", passphrase="short")
    assert not (tmp_path / "no").exists()
    written = write(found, tmp_path / "pages", passphrase=PAGE_PASSPHRASE)
    page = written.given.read_text()
    assert "Abel Yonas" not in page  # with a space: chance writes no such thing in base64
    assert "red bus" not in page
    parts = dict(re.findall(r'(salt|nonce|box): "([^"]+)"', page))
    assert "red bus" in unseal(LockedPage(**parts), PAGE_PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        unseal(LockedPage(**parts), "another one altogether")
    changed = bytearray(base64.b64decode(parts["box"]))
    changed[5] ^= 1
    with pytest.raises(WrongPassphraseError):
        unseal(LockedPage(**parts | {"box": base64.b64encode(changed).decode()}), PAGE_PASSPHRASE)


@pytest.mark.skipif(shutil.which("node") is None, reason="the browser's own cryptography is tried with node")
def test_a_browser_opens_a_locked_page(tmp_path):
    sealed = seal("zqhéllo Łukaszqz", PAGE_PASSPHRASE)
    from supervision_tui.records.documents.text import render_page

    html = render_page("locked", "html", salt=sealed.salt, nonce=sealed.nonce, box=sealed.box, rounds=sealed.rounds)
    script = re.search(r"<script>(.*?)document\.getElementById", html, re.DOTALL)[1]
    code = f"{script}\nopen_with({json.dumps(PAGE_PASSPHRASE)}).then((page) => console.log(page));"
    (tmp_path / "page.mjs").write_text(
        f"import {{ webcrypto }} from 'node:crypto'; globalThis.crypto ??= webcrypto;\n{code}"
    )
    node = shutil.which("node")
    done = subprocess.run([node, str(tmp_path / "page.mjs")], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "zqhéllo Łukaszqz"


def test_the_commands_list_and_write(workspace, hold, tmp_path):
    hold(workspace, "T2", "V1")
    folder = workspace.vault.folder
    workspace.close()
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE)
    where = ["--vault", str(folder), "--passphrase-file", str(secret)]
    listed = CliRunner().invoke(commands.app, ["show", "V1/abel", *where])
    assert listed.exit_code == 0, listed.output
    assert "the child's file" in listed.stdout
    data = CliRunner().invoke(commands.app, ["show", "V1/abel", "--json", *where])
    assert json.loads(data.stdout)["reference"] == "V1/abel"
    done = CliRunner().invoke(commands.app, ["export", "V1/abel", "--to", str(tmp_path / "out"), *where])
    assert done.exit_code == 0, done.output
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_workers_part_of_a_document_about_many_comes_without_the_others():
    from supervision_tui.workspace.store.json_paths import objects_naming

    data = {
        "practitioners": [
            {"id": "lee", "name": "Lee", "needs": "mine"},
            {"id": "nadia", "name": "Nadia", "needs": "hers"},
        ],
        "agreements": [
            {"id": "a1", "practitioner": "nadia", "supervisor": "lee", "rhythm": {"every": 28}},
            {"id": "a2", "practitioner": "nadia", "supervisor": "amina", "place": "elsewhere"},
        ],
        "pods": [{"id": "p", "facilitators": ["lee"], "members": [{"practitioner": "nadia"}, {"practitioner": "lee"}]}],
    }
    found = json.dumps(list(objects_naming(data, {"Lee", "lee"})))
    assert "mine" in found
    assert "28" in found
    assert "hers" not in found
    assert "elsewhere" not in found
    assert found.count("nadia") == 1


def test_what_a_meeting_keeps_for_itself_counts_only_where_it_names_the_person(workspace):
    meeting = workspace.begin_meeting(workspace.formats["T1"], ["V1", "V3"], workspace.me)
    editor = meeting.editor
    while not (slots := [one for one in editor.slots() if one.field.kind == "line"]):
        editor.go(editor.following.id, NOW, override=True)
    editor.write(slots[0], "zqsomethingelseqz", NOW)
    editor.write(slots[1], "Abel zqnamedqz", NOW)
    meeting.save()
    workspace.writer.flush()
    text = words(search_subject(workspace, "V1/abel").pieces)
    assert "zqnamedqz" in text
    assert "zqsomethingelseqz" not in text


@pytest.mark.parametrize("who", ["V4/simon", "V4/oliver"])
def test_what_tells_of_harm_is_decided_about_where_whoever_harms_would_read_it(demo_workspace, who):
    family = demo_workspace.families.get("V4")
    demo_workspace.families.put(
        family.model_copy(update={"referral": SafeText("Simon reads the diary she keeps")}), "V4"
    )
    pieces = search_subject(demo_workspace, who).pieces
    parts = {
        name: [piece.ground for piece in pieces if piece.where.endswith(name)]
        for name in ("why we are involved", "worry of harm", "what is between people")
    }
    assert parts["why we are involved"] == [Ground.SERIOUS_HARM]
    assert parts["worry of harm"] == [Ground.SERIOUS_HARM]
    assert Ground.SERIOUS_HARM in parts["what is between people"]
    given = "\n".join(piece.words for piece in search_subject(demo_workspace, who).given)
    assert "oercive control" not in given
    assert "code word" not in given


def test_a_child_who_lives_with_nobody_who_harms_is_given_what_is_theirs(demo_workspace):
    family = demo_workspace.families.get("V4")
    safe = family.model_copy(update={"households": ()})
    demo_workspace.families.put(safe, "V4")
    harm = [piece for piece in search_subject(demo_workspace, "V4/oliver").pieces if "worry of harm" in piece.where]
    assert [piece.ground for piece in harm] == [Ground.NONE]

"""People and pods on the screen: added, agreed, supervised, taken back; no family's name in a record of learning."""

from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from supervision_tui.people import Practitioner
from supervision_tui.tui.screens.people.panels import role_in_words
from tests.tui.driving import named


def said(app):
    return str(app.screen.query_one("#said").content)


@pytest.fixture
def people(demo, wait):
    @asynccontextmanager
    async def opened(size=(80, 24)):
        async with demo(size) as pilot:
            await pilot.press("3")
            await wait(pilot, lambda: named(pilot) == "PeopleScreen")
            yield pilot

    return opened


@pytest.fixture
def fill(wait):
    """Open a form with a key, fill its lines by id, keep it."""

    async def filled(pilot, key, **words):
        await pilot.press(key)
        await wait(pilot, lambda: named(pilot) == "FormScreen")
        for part, text in words.items():
            pilot.app.screen.query_one(f"#{part}").value = text
        await pilot.press("ctrl+s")
        await pilot.pause()

    return filled


async def test_somebody_is_added_and_supervision_is_due_by_the_framework(people, fill, wait):
    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Nadia Khan", since="1/9/2025")
        await wait(pilot, lambda: named(pilot) == "PeopleScreen")
        await fill(pilot, "s")
        await wait(pilot, lambda: bool(workspace.people.roster.held))
        one = workspace.people.roster.practitioners[0]
        due = workspace.people.due(one, workspace.framework, workspace.today())
        assert due.day == workspace.today() + timedelta(days=workspace.framework.rhythm.every_days)
        await wait(pilot, lambda: "the next is due" in str(pilot.app.screen.query_one("#person_words").content))


async def test_an_agreement_sets_the_rhythm_and_asks_for_its_yearly_review(people, fill, wait):
    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Amina Begum", role="supervisor", own="yes")
        await wait(pilot, lambda: len(workspace.people.roster.practitioners) == 1)
        await fill(pilot, "a", name="Lee Ford", stage="newly")
        await wait(pilot, lambda: len(workspace.people.roster.practitioners) == 2)
        await wait(pilot, lambda: pilot.app.screen.person is not None and pilot.app.screen.person.name == "Lee Ford")
        long_ago = workspace.today() - timedelta(days=400)
        since = f"{long_ago.day}/{long_ago.month}/{long_ago.year}"
        await fill(pilot, "g", supervisor="Am", since=since, rhythm="every 14", signed="yes")
        await wait(pilot, lambda: bool(workspace.people.roster.agreements))
        agreement = workspace.people.roster.agreements[0]
        assert agreement.both_signed
        assert agreement.rhythm.steps[0].every_days == 14
        await wait(pilot, lambda: "look at it again" in str(pilot.app.screen.query_one("#person_words").content))
        assert "Amina Begum" in str(pilot.app.screen.query_one("#person_words").content)


async def test_what_cannot_be_so_is_told_and_nothing_typed_is_lost(people, fill, wait):
    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Lee", since="yesterdayish")
        assert "not read as a day" in said(pilot.app)
        assert pilot.app.screen.query_one("#name").value == "Lee"
        pilot.app.screen.query_one("#since").value = "2/3/2026"
        pilot.app.screen.query_one("#left").value = "1/3/2026"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: "before the first" in said(pilot.app))
        assert not workspace.people.roster.practitioners


async def test_learning_names_no_family(people, fill, wait):
    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Lee Ford")
        await wait(pilot, lambda: pilot.app.screen.__class__.__name__ == "PeopleScreen" and pilot.app.screen.person)
        await fill(pilot, "l", words="Robin taught me to wait")
        assert "Robin" in said(pilot.app)
        assert not workspace.people.roster.learning
        pilot.app.screen.query_one("#words").value = "I learnt to wait"
        await pilot.press("ctrl+s")
        await wait(pilot, lambda: bool(workspace.people.roster.learning))


async def test_teams_and_pods_keep_their_people_and_a_change_is_taken_back(people, fill, wait):
    async with people((120, 40)) as pilot:
        workspace = pilot.app.workspace
        for name, own in (("Amina Begum", "yes"), ("Lee Ford", "")):
            await fill(pilot, "a", name=name, **({"own": own} if own else {}))
            await wait(pilot, lambda name=name: workspace.people.roster.named(name) is not None)
        await fill(pilot, "t", name="Riverside", members="Amina, Lee")
        await wait(pilot, lambda: len(workspace.people.roster.teams) == 1)
        await fill(pilot, "p", name="Thursday pod", members="Lee", facilitators="Amina, Lee")
        await wait(pilot, lambda: bool(workspace.people.roster.teams[0].pods))
        pod = workspace.people.roster.teams[0].pods[0]
        assert [workspace.people.roster.name_of(one) for one in pod.facilitators] == ["Amina Begum", "Lee Ford"]
        await fill(pilot, "t", name="Nobody's", members="Zebedee")
        assert "Zebedee" in said(pilot.app)
        await pilot.press("escape")  # words are never dropped in silence
        assert "not kept yet" in said(pilot.app)
        await pilot.press("escape", "ctrl+z")
        await wait(pilot, lambda: not workspace.people.roster.teams[0].pods)
        await pilot.press("ctrl+z")
        await wait(pilot, lambda: not workspace.people.roster.teams)


async def test_people_are_kept_in_the_vault(people, fill, wait):
    from supervision_tui.workspace.store.people import People
    from supervision_tui.workspace.store.repository import Store

    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Lee Ford")
        await wait(pilot, lambda: bool(workspace.people.roster.practitioners))
        again = People(Store(workspace.vault, workspace.writer, workspace.me), workspace.summaries)
        assert [str(one.name) for one in again.roster.practitioners] == ["Lee Ford"]


async def test_a_one_to_one_held_here_counts_as_supervision(people, fill, wait):
    async with people() as pilot:
        workspace = pilot.app.workspace
        await fill(pilot, "a", name="Lee Ford")
        await wait(pilot, lambda: bool(workspace.people.roster.practitioners))
        one = workspace.people.roster.practitioners[0]
        session = workspace.begin_meeting(workspace.formats["T6"], (), workspace.me).editor.session
        assert workspace.people.roster_with_sessions.last_supervision(one.id, workspace.today()) is None
        closed = {"status": "closed", "seats": ({"role": "presenter", "name": "Lee"},)}
        workspace.sessions.put(type(session).model_validate(session.model_dump() | closed), session.id)
        assert (
            workspace.people.roster_with_sessions.last_supervision(one.id, workspace.today()) == session.started.date()
        )
        assert not workspace.people.roster.held


@pytest.mark.parametrize(
    ("role", "along", "words"),
    [
        ("practitioner", "practitioner", "practitioner"),
        ("student", "student", "student"),
        ("practitioner", "newly_qualified", "practitioner, newly qualified"),
        ("foster_carer", "experienced", "foster carer, experienced"),
    ],
)
def test_a_role_is_said_once(role, along, words):
    assert role_in_words(Practitioner(id="p1", name="Maya", role=role, stage=along)) == words

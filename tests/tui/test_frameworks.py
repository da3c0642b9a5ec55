"""Each framework, chosen on Today, changes what is offered, how often, and in which words."""

from datetime import timedelta

import pytest

from supervision_tui.people import CompletedSupervision, Practitioner, Roster
from supervision_tui.text import Line
from tests.shipped import load_library
from tests.tui.driving import named

FRAMEWORKS = [one for one in load_library().frameworks if one != "plain"]


def texts(options):
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


@pytest.mark.parametrize("chosen", FRAMEWORKS)
async def test_choosing_a_framework_changes_formats_lenses_rhythm_cards_and_words(demo, wait, chosen):
    async with demo() as pilot:
        workspace, today = pilot.app.workspace, pilot.app.screen
        await pilot.press("f")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        which = pilot.app.screen.query_one("OptionList")
        which.highlighted = which.get_option_index(chosen)
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        framework = workspace.formats.library.frameworks[chosen]
        told = str(pilot.app.screen.query_one("#notice").content)
        assert framework.rhythm.words in told
        assert all(card.title in told for card in (*framework.values, *framework.cards))
        assert all(workspace.formats.library.checklists[one].title in told for one in framework.checklists)
        await pilot.press("escape")
        await wait(pilot, lambda: pilot.app.screen is today)

        offered = texts(today.query_one("#start OptionList"))
        offers = workspace.formats.library.templates_for(framework)
        assert [one.id for one in offers][: len(framework.templates)] == list(framework.templates)
        titles = [framework.reword(one.title) for one in offers]
        assert [line.rsplit("  ", 1)[1] for line in offered] == titles

        _rhythm_is_the_frameworks(workspace, framework)
        controller = workspace.begin(workspace.formats["T2"], "V2", Line("Amina"))
        packs = [
            workspace.formats.library.pack_of[one.prompt_id].id
            for one in controller.questions(every=True)
            if not one.chosen_for
        ]
        places = [framework.lenses.index(pack) if pack in framework.lenses else 99 for pack in packs]
        assert places == sorted(places)


def _rhythm_is_the_frameworks(workspace, framework):
    today = workspace.today()
    lee = Practitioner(id="lee", name="Lee", since=today - timedelta(days=900))
    new = Practitioner(id="new", name="New", stage="newly_qualified", since=today - timedelta(days=10))
    held = (CompletedSupervision(practitioner="lee", on=today), CompletedSupervision(practitioner="new", on=today))
    workspace.people.change(Roster(practitioners=(lee, new), held=held), "all")
    month = framework.rhythm.every_days == 31
    days = workspace.people.due(lee, framework, today).days
    assert (28 <= days <= 31) if month else days == framework.rhythm.every_days
    assert workspace.people.due(new, framework, today).days == framework.rhythm.first_year[0].every_days


@pytest.mark.parametrize(
    ("chosen", "word"),
    [
        ("telford", "Systemic reflective POD"),
        ("bristol", "Reflective group"),
        ("york", "Signs of Safety map"),
    ],
)
async def test_the_services_own_words_stand_on_the_screen(demo, wait, chosen, word):
    async with demo() as pilot:
        pilot.app.workspace.choose_framework(chosen)
        pilot.app.screen.fill()
        assert any(word in line for line in texts(pilot.app.screen.query_one("#start OptionList")))
        await pilot.press("3")
        await wait(pilot, lambda: named(pilot) == "PeopleScreen")
        title = str(pilot.app.screen.query_one("#teams").border_title)
        assert title == pilot.app.workspace.framework.reword("Teams and pods")


def test_words_keep_capitals_and_plurals_and_other_words_alone():
    frameworks = load_library().frameworks
    assert (
        frameworks["bristol"].reword("Two pods meet. Pod by pod.")
        == "Two reflective groups meet. Reflective group by reflective group."
    )
    assert frameworks["swindon"].reword("a child in care") == "a child we look after"
    assert frameworks["plain"].reword("Systemic reflective pod") == "Systemic reflective pod"
    assert frameworks["bristol"].reword("a podium, the map of the family") == "a podium, the map of the family"

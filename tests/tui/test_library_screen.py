"""The library on the screen: a key from anywhere, a few letters, and what can be done with what was found."""

from tests.tui.driving import named, painted


def rows(app):
    options = app.screen.query_one("#library_list")
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_a_key_opens_it_from_a_place_letters_find_and_esc_leaves(demo, wait):
    async with demo() as pilot:
        place = named(pilot)
        await pilot.press("f3")
        await wait(pilot, lambda: named(pilot) == "LibraryScreen")
        await pilot.press(*"restor")
        await wait(pilot, lambda: any("What happened, from each side?" in row for row in rows(pilot.app)))
        assert rows(pilot.app)[0].startswith("tool")
        await pilot.press("down")
        await wait(pilot, lambda: not pilot.app.screen.writing)
        await pilot.press("n", "n")
        await wait(pilot, lambda: all(row.startswith("prompt") for row in rows(pilot.app)))
        await pilot.press("o")
        await wait(pilot, lambda: named(pilot) == "NoticeScreen")
        assert "T10/" in painted(pilot.app)
        await pilot.press("escape", "escape")
        await wait(pilot, lambda: named(pilot) == place)


async def test_in_a_session_a_question_is_used_now_kept_for_the_visit_or_for_the_session(in_session, wait):
    async with in_session() as pilot:
        session = pilot.app.screen
        card = session.query_one("QuestionCard")
        await pilot.press("f3", "f3")
        await wait(pilot, lambda: named(pilot) == "LibraryScreen")
        await pilot.press(*"mornings best", "down")
        await wait(pilot, lambda: len(rows(pilot.app)) == 1 and not pilot.app.screen.writing)
        await pilot.press("k", "s", "u")
        await wait(pilot, lambda: pilot.app.screen is session)
        asked = session.editor.session.questions
        assert {(one.prompt_id, one.kept, one.for_session) for one in asked} >= {("DIF5", True, True)}
        assert card.current.prompt_id == "DIF5"
        await pilot.press("f6")
        await wait(pilot, lambda: card.questions and any("kept it" in one.chosen_for for one in card.questions))


async def test_outside_a_session_a_question_is_kept_for_the_next_visit_to_a_family(demo, wait):
    async with demo() as pilot:
        workspace = pilot.app.workspace
        family = workspace.families.headings()[0].id
        await pilot.press("f3")
        await wait(pilot, lambda: named(pilot) == "LibraryScreen")
        await pilot.press(*"mornings best", "down")
        await wait(pilot, lambda: len(rows(pilot.app)) == 1 and not pilot.app.screen.writing)
        await pilot.press("k")
        await wait(pilot, lambda: named(pilot) == "ChooseScreen")
        await pilot.press("enter")
        await wait(pilot, lambda: bool(workspace.suggestions.of(family).to_take_along))
        kept = workspace.suggestions.of(family).to_take_along["DIF5"]
        assert kept.words == "Who likes mornings best at home, and who finds them hard?"


async def test_tools_stand_in_the_palette_and_among_the_places_to_jump_to(demo, wait):
    async with demo() as pilot:
        titles = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert {"Library", "Cultural genogram", "The grid of graces"} <= set(titles)
        await pilot.press("slash")
        await wait(pilot, lambda: named(pilot) == "JumpScreen")
        await pilot.press(*"cultural geno")
        await wait(pilot, lambda: "tool" in painted(pilot.app) and "Cultural genogram" in painted(pilot.app))
        await pilot.press("enter")
        await wait(pilot, lambda: named(pilot) == "LibraryScreen")

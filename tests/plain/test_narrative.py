"""In plain mode a family is told in sentences: each is said back, what is open is asked, one step keeps it."""

from supervision_tui.plain.narrative import tell_family


def newest(workspace):
    heading = max(workspace.families.headings(), key=lambda one: int(one.id[1:]) if one.id[0] == "F" else 0)
    return workspace.families.get(heading.id)


def test_a_family_is_told_and_kept(workspace, script):
    talk = script("1", "Mia is 7. Her mum, Jo, is 30.", "", "The Lanes")
    tell_family(workspace, talk)
    family = newest(workspace)
    assert family.title == "The Lanes"
    assert [person.name for person in family.parents_of("mia")] == ["Jo"]
    assert "Read as: Mia, 7." in talk.heard
    assert "Kept as told: 2 people are new" in talk.heard


def test_what_is_open_is_asked_and_can_be_left_out(workspace, script):
    talk = script("1", "Mia is 7. Mia wants a dog.", "", "The Lanes", "Leave it out")
    tell_family(workspace, talk)
    assert "was not taken. What shall become of it?" in talk.heard
    assert [person.name for person in newest(workspace).persons] == ["Mia"]


def test_what_is_open_can_be_said_otherwise(workspace, script):
    answers = ("Take the sentence as it was read", "Say it otherwise", "Jo is Mia's mum.")
    talk = script("1", "Mia is 7. Mia may be Jo's.", "", "The Lanes", *answers)
    tell_family(workspace, talk)
    assert [person.name for person in newest(workspace).parents_of("mia")] == ["Jo"]


def test_nothing_is_kept_where_nothing_is_told(workspace, script):
    before = [heading.id for heading in workspace.families.headings()]
    talk = script("1", "")
    tell_family(workspace, talk)
    assert [heading.id for heading in workspace.families.headings()] == before
    assert "Nothing was told." in talk.heard

"""The forms of People and pods: what is typed becomes people, agreements, teams, supervision held and learning."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, cast, get_args

from pydantic import ValidationError

from supervision_tui.days import read_day
from supervision_tui.people import (
    LEARNING_KINDS,
    Agreement,
    CompletedSupervision,
    Learning,
    LearningKind,
    Membership,
    MissedSupervision,
    Pod,
    Practitioner,
    Rhythm,
    Role,
    Roster,
    Stage,
    Team,
    may_be_namesakes,
)
from supervision_tui.text import Line, SafeText
from supervision_tui.tui.dialogs.form import AnswerError, Part
from supervision_tui.vault import VaultError
from supervision_tui.workspace.store import family_names_in

if TYPE_CHECKING:
    from supervision_tui.workspace import Workspace

ROLES: tuple[Role, ...] = get_args(Role)
STAGES = {"student": "student", "newly qualified": "newly_qualified", "practitioner": "practitioner", "experienced": "experienced"}  # fmt: skip  # noqa: E501
RHYTHMS = ("every 28 days", "once a month", "newly qualified pattern", "every 14 days", "every 7 days")
YES = ("yes", "no")
A_DAY = "for example 3/11/2026"


def day(part: str, words: str, *, needed: bool = False) -> date | None:
    """The day that the *words* of a *part* name.

    Raises:
        AnswerError: they name none.
    """
    if not words and not needed:
        return None
    today = date.today()  # noqa: DTZ011 - a person's own calendar day
    if not words:
        return today
    reading = read_day(words, today)
    if reading.day is None:
        raise AnswerError(part, f"'{words}' is not read as a day. Please write it as 3/11/2026.")
    if reading.others:
        raise AnswerError(part, f"'{words}' can mean two days. {reading.ask} Please write the one that is meant.")
    return reading.day


def day_as_typed(on: date | None) -> str:
    """A day as people write it, and as :func:`day` reads it back."""
    return f"{on.day}/{on.month}/{on.year}" if on else ""


def own_answer(workspace: Workspace, practitioner: Practitioner | None) -> str | None:
    """What stands under "Is this you" in the form of a practitioner; ``None`` where it is known already."""
    linked = workspace.people.owner_on_the_list
    if linked:
        return "yes" if practitioner is not None and practitioner.id == linked.id else None
    return ""


def person_parts(practitioner: Practitioner | None, own: str | None = None) -> list[Part]:
    """The form of a practitioner; *own* is what stands under "Is this you", where it is asked."""
    stage = next((name for name, key in STAGES.items() if practitioner and key == practitioner.stage), "practitioner")
    role = (practitioner.role if practitioner else "practitioner").replace("_", " ")
    since, left = (practitioner.since, practitioner.left) if practitioner else (None, None)
    return [
        Part("name", "Name", practitioner.name if practitioner else "", "the name that colleagues use", needed=True),
        Part("role", "Role", role, choices=_spaced(ROLES), needed=True),
        Part("stage", "How far along", stage, choices=tuple(STAGES), needed=True),
        Part("pronouns", "Pronouns", practitioner.pronouns if practitioner else "", "she, they ..."),
        Part("since", "First day in this work", day_as_typed(since), A_DAY, day=True),
        Part("left", "Last day", day_as_typed(left), A_DAY, day=True),
        *([Part("own", "Is this you", own, choices=YES)] if own is not None else []),
    ]


def keep_person(workspace: Workspace, words: dict[str, str], before: Practitioner | None) -> Practitioner:
    """Keep a practitioner.

    Raises:
        AnswerError: something cannot be so.
    """
    roster, own = workspace.people.roster, words.get("own", "")
    if not own and own_answer(workspace, before) == "" and may_be_namesakes(words["name"], workspace.author):
        raise AnswerError("own", f"This notebook's owner is called {workspace.author}. Is this you, or somebody else?")
    since, left = day("since", words["since"]), day("left", words["left"])
    if since and left and left < since:
        raise AnswerError("left", "The last day is before the first. One of the two cannot be so.")
    practitioner = Practitioner(
        id=before.id if before else roster.free_id(words["name"]),
        name=Line(words["name"]),
        role=cast("Role", words["role"].replace(" ", "_")),
        stage=cast("Stage", STAGES[words["stage"]]),
        pronouns=Line(words["pronouns"]),
        since=since,
        left=left,
        noted=before.noted if before else None,
        hours=before.hours if before else None,
        registration=before.registration if before else Line(),
        needs=before.needs if before else SafeText(),
    )
    save(workspace, roster.with_practitioner(practitioner), "changed somebody" if before else "added somebody", "name")
    if own == "yes" or (own == "no" and before is not None and workspace.people.owner_on_the_list == before):
        workspace.note_owner_on_the_list(practitioner.id if own == "yes" else "")
    return practitioner


def agreement_parts(roster: Roster, practitioner: Practitioner, today: date) -> list[Part]:
    """The form of the supervision agreement of *practitioner*."""
    found = roster.agreement_of(practitioner.id, today)
    names = tuple(roster.name_of(other.id) for other in roster.practitioners if other.id != practitioner.id)
    rhythm = rhythm_words(found.rhythm) if found else ""
    signed = "yes" if found and found.both_signed else "no"
    return [
        Part("supervisor", "Supervisor", roster.name_of(found.supervisor) if found else "", choices=names, needed=True),
        Part("since", "Holds since", day_as_typed(found.since if found else today), A_DAY, needed=True, day=True),
        Part("rhythm", "How often", rhythm, choices=RHYTHMS, needed=True),
        Part("minutes", "How many minutes", str(found.minutes if found else 90), "90", needed=True),
        Part("place", "Where", found.place if found else "", "a room that is quiet and ours"),
        Part("what_helps", "What helps", found.what_helps if found else "", "what makes it easier to show unsure work"),
        Part("when_it_is_hard", "When it is hard between us", found.when_it_is_hard if found else ""),
        Part("if_we_disagree", "If we disagree", found.if_we_disagree if found else "", "whom we ask then"),
        Part(
            "difference",
            "How we speak of difference and power",
            found.difference if found else "",
            "who has more say here, and how we notice it",
        ),
        Part("where_notes_go", "Where notes go", found.where_notes_go if found else "", "who can read them, how long"),
        Part("signed", "Signed by both", signed, choices=YES, needed=True),
        Part("review_on", "Look at it again on", day_as_typed(found.review_on) if found else "", "empty: a year on"),
    ]


def keep_agreement(workspace: Workspace, words: dict[str, str], practitioner: Practitioner) -> None:
    """Keep the supervision agreement of *practitioner*.

    Raises:
        AnswerError: something cannot be so.
    """
    roster, today = workspace.people.roster, workspace.today()
    found = roster.agreement_of(practitioner.id, today)
    supervisor = roster.named(words["supervisor"])
    if supervisor is None:
        raise AnswerError("supervisor", "Please add the supervisor to the people here first, then name them.")
    if not words["minutes"].isdecimal() or not 15 <= int(words["minutes"]) <= 240:  # noqa: PLR2004 - minutes
        raise AnswerError("minutes", "Please write the minutes as a number from 15 to 240.")
    agreement = Agreement(
        id=found.id if found else roster.free_id(f"agreement-{practitioner.id}"),
        practitioner=practitioner.id,
        supervisor=supervisor.id,
        since=day("since", words["since"], needed=True) or today,
        rhythm=rhythm_of_choice(words["rhythm"]),
        minutes=int(words["minutes"]),
        place=Line(words["place"]),
        what_helps=SafeText(words["what_helps"]),
        when_it_is_hard=SafeText(words["when_it_is_hard"]),
        if_we_disagree=SafeText(words["if_we_disagree"]),
        difference=SafeText(words["difference"]),
        learning=found.learning if found else SafeText(),
        where_notes_go=SafeText(words["where_notes_go"]),
        signed=(practitioner.id, supervisor.id) if words["signed"] == "yes" else (),
        review_on=day("review_on", words["review_on"]),
    )
    save(workspace, roster.with_agreement(agreement), "changed an agreement" if found else "made an agreement", "since")


def rhythm_of_choice(words: str) -> Rhythm:
    """The rhythm that a choice of :data:`RHYTHMS` names."""
    if words == "once a month":
        return Rhythm.monthly()
    if words == "newly qualified pattern":
        return Rhythm.newly_qualified()
    return Rhythm.every(int(words.split()[1]))


def rhythm_words(rhythm: Rhythm) -> str:
    """A rhythm as one of :data:`RHYTHMS`, or nothing for one that was made otherwise."""
    return next((words for words in RHYTHMS if rhythm_of_choice(words) == rhythm), "")


def group_parts(roster: Roster, kind: Literal["team", "pod"], group: Team | Pod | None, today: date) -> list[Part]:
    """The form of a team or a pod."""
    members = ", ".join(roster.name_of(ident) for ident in group.at(today)) if group else ""
    parts = [
        Part("name", "Name", group.name if group else "", needed=True),
        Part("members", "Who belongs to it", members, "names of people here, with commas"),
    ]
    if kind == "pod":
        facilitators = (
            ", ".join(roster.name_of(facilitator) for facilitator in group.facilitators)
            if isinstance(group, Pod)
            else ""
        )
        parts.append(Part("facilitators", "Who facilitates, in turn", facilitators, "names, with commas"))
        if group is None:
            teams = tuple(str(team.name) for team in roster.teams)
            parts.append(Part("team", "Of which team", teams[0] if teams else "", choices=teams, needed=True))
    return parts


def keep_group(
    workspace: Workspace, words: dict[str, str], kind: Literal["team", "pod"], before: Team | Pod | None
) -> None:
    """Keep a team or a pod; memberships of those who stay keep their days, those who go get a last one.

    Raises:
        AnswerError: somebody named is not here.
    """
    roster, today = workspace.people.roster, workspace.today()
    members = _memberships(roster, words["members"], before.members if before else (), today)
    ident, name = (before.id if before else roster.free_id(words["name"])), Line(words["name"])
    if kind == "team":
        pods = before.pods if isinstance(before, Team) else ()
        team = Team(id=ident, name=name, members=members, pods=pods)
    else:
        turn = tuple(practitioner.id for practitioner in _people(roster, "facilitators", words["facilitators"]))
        pod = Pod(id=ident, name=name, members=members, facilitators=turn)
        team = next(team for team in roster.teams if (before in team.pods if before else team.name == words["team"]))
        others = tuple(pod if other.id == ident else other for other in team.pods)
        team = team.model_copy(update={"pods": others if pod in others else (*team.pods, pod)})
    save(workspace, roster.with_team(team), f"changed a {kind}" if before else f"added a {kind}", "members")


def keep_supervision(workspace: Workspace, words: dict[str, str], practitioner: Practitioner) -> None:
    """Note that supervision took place.

    Raises:
        AnswerError: the day or the minutes are not read, or the day has not come yet.
    """
    on = day("on", words["on"], needed=True) or workspace.today()
    if on > workspace.today():
        raise AnswerError("on", "That day has not come yet. Note it once it has taken place.")
    minutes = int(words["minutes"]) if words["minutes"].isdecimal() else None
    if words["minutes"] and (minutes is None or not 1 <= minutes <= 600):  # noqa: PLR2004 - minutes
        raise AnswerError("minutes", "Please write the minutes as a number.")
    held = CompletedSupervision(practitioner=practitioner.id, on=on, minutes=minutes)
    save(workspace, workspace.people.roster.with_supervision(held), "noted a supervision", "on")


def keep_missed(workspace: Workspace, words: dict[str, str], practitioner: Practitioner) -> None:
    """Note that a planned supervision did not take place, why, and the new day.

    Raises:
        AnswerError: a day is not read, or the new one is past.
    """
    on = day("on", words["on"], needed=True) or workspace.today()
    new_day = day("new_day", words["new_day"])
    if new_day is not None and new_day < workspace.today():
        raise AnswerError("new_day", "That day is past. Leave it empty where no new day is found yet.")
    missed = MissedSupervision(practitioner=practitioner.id, on=on, why=SafeText(words["why"]), new_day=new_day)
    save(workspace, workspace.people.roster.with_missed(missed), "noted a missed supervision", "on")


def keep_learning(workspace: Workspace, words: dict[str, str], practitioner: Practitioner) -> None:
    """Note a piece of learning, unless it names somebody of a family.

    Raises:
        AnswerError: it does, or the day is not read.
    """
    found = family_names_in(words["words"], workspace.families.all())
    if found:
        why = f"This names {', '.join(found)}. A record of learning holds no family: please say it without the name."
        raise AnswerError("words", why)
    on = day("on", words["on"], needed=True) or workspace.today()
    piece = Learning(
        practitioner=practitioner.id,
        on=on,
        words=SafeText(words["words"]),
        with_a_peer=words["with_a_peer"] == "yes",
        kind=learning_kind(words["kind"]),
    )
    save(workspace, workspace.people.roster.with_learning(piece), "noted learning", "words")


def learning_kind(words: str) -> LearningKind:
    """The kind of learning that was chosen; "" where none was."""
    return next((kind for kind in LEARNING_KINDS if kind == words), "")


def save(workspace: Workspace, roster: Roster, what: str, part: str) -> None:
    """Check the whole and keep it; what cannot be so is told at *part*.

    Raises:
        AnswerError: it cannot be so, or the disk refused.
    """
    try:
        whole = Roster.model_validate(roster.model_dump())
        workspace.people.change(whole, what)
    except ValidationError as trouble:
        why = str(trouble.errors()[0]["msg"]).removeprefix("Value error, ")
        raise AnswerError(part, why) from None
    except VaultError as trouble:
        raise AnswerError(part, str(trouble)) from None


def _memberships(roster: Roster, names: str, before: tuple[Membership, ...], today: date) -> tuple[Membership, ...]:
    wanted = {practitioner.id for practitioner in _people(roster, "members", names)}
    memberships = []
    for member in before:
        gone = member.at(today) and member.practitioner not in wanted
        if not gone:
            memberships.append(member)
        elif member.since != today:
            memberships.append(member.model_copy(update={"until": today - timedelta(days=1)}))
    here = {member.practitioner for member in before if member.at(today)}
    order = [practitioner.id for practitioner in _people(roster, "members", names) if practitioner.id not in here]
    return (*memberships, *(Membership(practitioner=ident, since=today) for ident in order))


def _people(roster: Roster, part: str, names: str) -> list[Practitioner]:
    found = []
    for name in (part.strip() for part in names.split(",")):
        practitioner = roster.named(name) if name else None
        if name and practitioner is None:
            raise AnswerError(part, f"Nobody here is called '{name}', or more than one person is. Add them first (a).")
        if practitioner is not None:
            found.append(practitioner)
    return list(dict.fromkeys(found))


def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words)

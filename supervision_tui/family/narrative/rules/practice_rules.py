"""How notes, reports and letters of practice say things: rows as in the catalogue, tried before and behind it."""

from __future__ import annotations

from functools import partial

from supervision_tui.family.narrative.rules import care_actions as care
from supervision_tui.family.narrative.rules import couple_actions as couples
from supervision_tui.family.narrative.rules import family_actions as family
from supervision_tui.family.narrative.rules import identity_actions as identity
from supervision_tui.family.narrative.rules import parent_actions as parents
from supervision_tui.family.narrative.rules import person_actions as person
from supervision_tui.family.narrative.rules import tie_actions as ties
from supervision_tui.family.narrative.rules.rule import Rule, rule

_HAVE = r"(?:has|have|had)"
_KNOWS = (
    r"(?:nobody|no one|P) (?:knows?|is sure|(?:do|does|did) not know|will not say|would not say|has not said|have not "
    r"said|has never said|have never said)"
)
_CARED = r"(?:came to|(?:is|are|was|were)(?: placed)? with|(?:has|have) been (?:placed )?with|joined)"


def _prison(run: object, who: int, *_: int, **__: str) -> None:
    person.home_with_kind(run, who, "prison")  # type: ignore[arg-type]  # a ClauseRun, as of every action


FIRST: tuple[Rule, ...] = (
    rule(rf"P (?:shares?|{_HAVE}) P", parents.shares, condition=parents.is_shared),
    rule(rf"{_KNOWS} P P is", parents.parent_unknown),
    rule(
        r"(?:nobody|no one|P) (?:knows?|is sure|(?:do|does|did) not know|(?:is|are) not sure) where P "
        r"(?:is|are|lives?)",
        person.place_unknown,
    ),
    rule(
        r"P (?:is|are|was|were) (?:believed|thought|said|understood|alleged|presumed|reported|likely) to be P",
        identity.is_doubted,
    ),
    rule(r"(?:his|her|their) whereabouts (?:is|are) (?:not known|unknown)", person.their_place_unknown),
    rule(r"P 's whereabouts (?:is|are) (?:not known|unknown)", person.place_unknown),
    rule(r"P (?:denies|denied|disputes?|disputed) (?:paternity|being the (?:father|dad))", parents.denies),
    rule(r"P (?:is|are) not P 's", parents.not_of),
    rule(
        r"P (?:is|are) P 's (?:from|with|by)(?: P| a| an)? (?:\w+ )?(?:relationship|marriage|time) with P",
        parents.of_former,
    ),
    rule(r"P (?:is|are) P 's (?:with|by) P", parents.of_former),
    rule(
        r"P (?:is|are|was|were) (?:born )?(?:from|of) P (?:[a-z]+ )?(?:relationship|marriage) (?:to|with) P"
        r"(?: which (?:ended|broke down|broke up|failed))?",
        parents.of_former,
    ),
    rule(
        r"P (?:has|have|shares?|share) (?:parental responsibility|pr|custody|residency|full care|day-to-day care) "
        r"(?:for|of) P",
        parents.has_responsibility,
    ),
    rule(
        r"P (?:has|have|rents?|owns?|(?:is|are) renting) (?:a|an|his own|her own|their own) (?:[a-z]+ )?"
        r"(?:flat|house|place|bedsit|room) L",
        person.where,
    ),
    rule(r"P (?:has|have) a (?:new )?family L", lambda run, who, place: run.set_place(run.subject(who), place)),
    rule(r"there (?:is|are) P", parents.next_children, condition=parents.is_next),
    rule(r"there (?:is|are) P(?: :)?", parents.list_people),
    rule(rf"P {_HAVE} P (?:to|from|than) P", parents.half_by_other_parent),
    rule(r"P (?:has |have )?remarried(?: to)?(?: P)?", couples.married_again),
    rule(r"P went on to have P(?: with P)?", family.has),
    rule(r"P (?:cohabited|lived together)(?: until (?:their|the) separation)?", couples.lived_together),
    rule(r"P (?:is|are) A(?: old)? L", person.age_from),
    rule(r"P (?:is|are) A with P", family.of_age_with_children, condition=family.are_children),
    rule(r"P (?:is|are|was|were) by P", family.is_of),
    rule(r"P (?:is|are|was|were) (?:back together|back with P|together again|reunited)", couples.together_again),
    rule(r"P (?:is|are|was|were) widowed", couples.partner_died),
    rule(
        r"P 's (?P<words>marriage|relationship) (?:to|with) P (?:ended|broke down|broke up|failed|was over|is over)",
        couples.marriage_ended,
    ),
    rule(
        r"P 's (?P<words>marriage|relationship) (?:is|was|has been|had been)(?: [a-z-]+){1,4}",
        couples.of_their_marriage,
        condition=couples.is_of_two,
    ),
    rule(r"P (?:works?|is|are) away L", person.where),
    rule(r"P (?:is|are) (?:alone|by (?:himself|herself|myself))", person.note),
    rule(r"P lives? with P (?:and )?(?:the other )?half(?: the week)? with P", parents.two_homes),
    rule(
        r"P (?:talks?|speaks?|meets?(?: up)?(?: regularly)?|chats?|texts?|facetimes?)(?: to each other)?",
        ties.in_touch,
        "tie",
    ),
    rule(r"P comes? to P", ties.sees, "tie", condition=ties.is_often),
    rule(
        r"(?:their|the|that) (?:relationship|marriage) (?:has |had )?(?:ended|broke down|broken down|finished|failed)|"
        r"P (?:ended|finished) (?:their|the) (?:relationship|marriage)",
        parents.ended,
    ),
    rule(
        r"P (?:is|are|was|were|lives?|stays?|(?:has|have) been(?: living)?|(?:is|are) living)(?: placed)?(?: \w+ly| "
        r"apart)? with P",
        care.placed_with,
        condition=care.with_carers,
    ),
    rule(
        r"P (?:has gone|have gone|went|moved|(?:was|were|has been|have been) moved|(?:is|are) going) to(?: live with)? "
        r"P(?: L)?",
        care.placed_at,
        condition=care.with_carers_at,
    ),
    rule(r"(?:P )?comes? P|next (?:is|are|comes?) P", parents.next_children),
    rule(rf"P {_CARED} P", parents.with_somebody, condition=parents.is_with),
    rule(r"P (?:moved|has moved|have moved|came) in with P", parents.comes_to_teller, condition=parents.is_with_teller),
    rule(r"P (?:is|are) alone with P", family.has_at_home),
    rule(rf"P {_HAVE} had P", parents.has_placed_child, condition=parents.is_placed_child),
    rule(rf"P {_HAVE} had P", parents.cares_since, condition=parents.is_care_since),
    rule(r"P (?:left|left behind|leaves(?: behind)?) P", family.left_children, condition=parents.is_new_child),
    rule(
        r"it was (?P<words>[a-z' -]*(?:cancer|suicide|overdose|stroke|heart attack|accident|covid|pneumonia|"
        r"sepsis)[a-z ]*)",
        person.died_by,
    ),
    rule(
        r"P (?:is|are|was|has been|have been)? ?(?:serving(?: [\w ]+)?(?: A)?(?: [\w ]+)?|(?:back )?inside|locked "
        r"up|on remand|remanded(?: in "
        r"custody)?|doing time|in jail|in custody)",
        _prison,
    ),
)
"""Rules that are tried before the catalogue's."""

LAST: tuple[Rule, ...] = (
    rule(
        r"P (?:trusts?|likes?|sees|has|knows|gets on with|works with|is supported by|is close to) P (?:from|at) "
        r"(?:the )?S",
        ties.has_worker_from,
        condition=ties.is_round_family,
    ),
    rule(r"P (?:went|goes|is going) on to marry P", partial(couples.couple, kind="married", begun=True)),
    rule(r"P (?:later|then|subsequently) married P", partial(couples.couple, kind="married", begun=True)),
    rule(
        r"P (?:is|are|has been|have been|(?:has|have) (?:since )?(?:begun|started|formed|entered(?: into)?)|began|"
        r"started|formed)(?: in)? (?:a|an) "
        r"(?:(?:new|long-term|long term|serious|casual|on-off|stable|committed|same-sex) )*relationship(?: with P)?",
        couples.couple,
    ),
    rule(
        rf"P {_HAVE} P (?:at|in) S(?: L)?|P {_HAVE} P S(?: L)?",
        lambda run, *at, **_: family.has_with_service(run, *[place for place in at if place is not None]),
    ),
    rule(
        r"P (?:is|are|lives?|stays?|(?:is|are) (?:away|studying))(?: away)? (?:at|in) S(?: L)?",
        ties.attends_at,
    ),
    rule(
        r"P (?P<words>(?:is|are|has|have|does|do|was|were) (?:a |an |the |very |really |in )*"
        r"(?:supportive|care leavers?|emergency contact|parental responsibility|pr|good with (?:him|her|them)|"
        r"bedridden|housebound|frail|non-verbal|nonverbal|(?:great|big|huge|real) (?:support|help)|"
        r"gay|lesbian|bisexual|trans|bereaved|grieving|illiterate|dyslexic|good at [a-z]+|doing well at [a-z]+|"
        r"rocky|not living together|not living together at the moment|together at the moment|next of kin|on a tag|"
        r"on bail|on licence|young carers?|"
        r"care-experienced|lovely|great|protective|"
        r"very involved|the main carer|main carer|primary carer|stressed|struggling|the best|"
        r"worried|unhappy|happy|isolated|lonely|quiet|angry|scared|frightened|tearful|settled|doing well|"
        r"in contact|reliable|busy|strict|kind|poorly|ill|unwell))",
        lambda run, who, **_: person.note(run, who),
    ),
    rule(
        rf"P (?:is being|are being|gets?|{_HAVE} been) (?:bullied|picked on)(?: (?:at|in) S| by P)?",
        lambda run, who, *_, **__: ties.event_of_harm(run, who),
    ),
    rule(r"P (?:self-harms|cuts (?:herself|himself|themselves)|self harms)", person.harm_to_own_body),
    rule(
        r"P (?:has|have|sees|is seen by) S (?:worker|nurse|therapist|counsellor|psychologist|social worker|"
        r"practitioner)"
        r"(?: (?:called|named))? P",
        ties.has_worker,
    ),
    rule(r"P smokes", person.note),
    rule(
        r"P (?:is|are|was|were) (?:very |really |always |quite )?(?:critical of|hostile (?:to|towards)|hard on|"
        r"negative "
        r"about)"
        r" P|P (?:criticises|criticised|blames|scapegoats|picks on|nags) P",
        partial(ties.tie, kind="focused_negatively"),
        "tie",
    ),
    rule(r"P (?:is|are) (?:scared|frightened|afraid|terrified|wary) of P", ties.tie_in_words, "tie"),
)
"""Rules that are tried behind the catalogue's."""

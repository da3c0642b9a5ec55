"""Words for relatives and for those round a family, each with what it makes of two people and the gender it says.

Source: the kinship words of British English (the catalogue in genograms.md 5) and UK care practice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from supervision_tui.family.model.persons import Gender
from supervision_tui.family.narrative.grammar.word_sets import word_set

_GENDERS: dict[str, Gender] = {"f": "female", "m": "male", "-": "unknown"}

_TABLE = """
parent f: mum mam mom mummy mammy mother ma
parent m: dad daddy father da
parent -: parent
birth_parent f: birth-mother birth-mum biological-mother biological-mum bio-mum bio-mother
birth_parent f: birth-mam real-mum own-mother own-mum
birth_parent m: birth-father birth-dad biological-father biological-dad bio-dad bio-father real-dad own-father own-dad
birth_parent -: birth-parent
adoptive_parent f: adoptive-mother adoptive-mum
adoptive_parent m: adoptive-father adoptive-dad
adoptive_parent -: adoptive-parent adopter
step_parent f: stepmum stepmother step-mum step-mother stepmam
step_parent m: stepdad stepfather step-dad step-father
step_parent -: step-parent stepparent
foster_carer f: foster-mother foster-mum
foster_carer m: foster-father foster-dad
foster_carer -: foster-carer carer foster-parent
guardian -: special-guardian guardian
surrogate -: surrogate surrogate-mother
donor -: donor sperm-donor egg-donor
kinship_carer -: kinship-carer
child f: daughter girl baby-girl little-girl
child m: son boy lad baby-boy little-boy
child -: child kid baby toddler newborn little-one teenager
step_child f: stepdaughter step-daughter
step_child m: stepson step-son
step_child -: stepchild step-child
foster_child f: foster-daughter
foster_child m: foster-son
foster_child -: foster-child foster-baby foster-kid foster-toddler
adopted_child f: adopted-daughter adoptive-daughter
adopted_child m: adopted-son adoptive-son
adopted_child -: adopted-child
sibling f: sister sis birth-sister
sibling m: brother bro birth-brother
sibling -: sibling
half_sibling f: half-sister
half_sibling m: half-brother
half_sibling -: half-sibling
step_sibling f: stepsister step-sister
step_sibling m: stepbrother step-brother
step_sibling -: stepsibling step-sibling
foster_sibling f: foster-sister
foster_sibling m: foster-brother
twin -: twin triplet
twin f: twin-sister twin-daughter twin-girl
twin m: twin-brother twin-son twin-boy
spouse f: wife
spouse m: husband hubby
spouse -: spouse
civil_partner -: civil-partner
partner -: partner other-half
partner f: girlfriend another-woman
partner m: boyfriend fella bloke new-man another-man
fiance f: fiancée fiancee
fiance m: fiancé fiance
ex -: ex ex-partner former-partner
ex f: ex-girlfriend former-girlfriend
ex m: ex-boyfriend former-boyfriend
ex_spouse f: ex-wife former-wife late-wife first-wife
ex_spouse m: ex-husband former-husband late-husband first-husband
grandparent f: nan nana nanna nanny gran granny grandma grandmother nain mamgu nonna gran-gran
grandparent m: grandad granddad grandpa grandfather grampa gramps taid tadcu pops
grandparent -: grandparent
grandchild f: granddaughter grand-daughter
grandchild m: grandson grand-son
grandchild -: grandchild grandkid
great_grandparent f: great-grandmother great-gran great-nan great-grandma
great_grandparent m: great-grandfather great-grandad
great_aunt f: great-aunt great-auntie
great_aunt m: great-uncle
aunt f: aunt auntie aunty
aunt m: uncle
nephew f: niece
nephew m: nephew
cousin -: cousin
parent_in_law f: mother-in-law mum-in-law
parent_in_law m: father-in-law dad-in-law
sibling_in_law f: sister-in-law
sibling_in_law m: brother-in-law
child_in_law f: daughter-in-law
child_in_law m: son-in-law
friend -: friend neighbour godparent mate best-friend best-mate schoolfriend
friend f: godmother
friend m: godfather
professional -: social-worker health-visitor teacher midwife doctor gp nurse support-worker family-support-worker iro
professional -: keyworker key-worker youth-worker headteacher head-teacher solicitor therapist counsellor mentor tutor
professional -: personal-adviser personal-advisor adviser outreach-worker family-worker independent-visitor idva
professional -: psychologist psychiatrist probation-officer police-officer senco school-nurse advocate
role -: victim suspect perpetrator complainant applicant respondent client defendant offender
pet -: dog cat puppy kitten rabbit hamster parrot pony horse budgie guinea-pig goldfish tortoise pet snake ferret
"""

_PLURALS = {
    "children": "child", "babies": "baby", "grandchildren": "grandchild", "stepchildren": "stepchild",
    "step-children": "step-child", "wives": "wife", "puppies": "puppy", "kittens": "kitten",
    "foster-family": "foster-carer", "foster-children": "foster-child",
    "adopted-children": "adopted-child", "aunties": "auntie", "kids": "kid",
    "little-ones": "little-one",
}  # fmt: skip

ROUND = frozenset({"friend", "professional", "pet", "role"})
"""Relations that make nobody kin."""
PARENTS = frozenset({"parent", "birth_parent", "adoptive_parent", "step_parent", "foster_carer", "guardian",
                     "kinship_carer", "surrogate", "donor"})  # fmt: skip
TWIN_SIBLINGS = frozenset({"twin-brother", "twin-sister"})
CHILDREN = frozenset({"child", "step_child", "foster_child", "adopted_child"})
SIBLINGS = frozenset({"sibling", "half_sibling", "step_sibling", "foster_sibling", "twin"})
PARTNERS = frozenset({"spouse", "civil_partner", "partner", "fiance", "ex", "ex_spouse"})


@dataclass(frozen=True, slots=True)
class KinNoun:
    """A word for somebody: the *word* as in the table, what it makes of two people, the gender it says, how many."""

    word: str
    relation: str
    gender: Gender
    plural: bool = False


@cache
def _nouns() -> dict[str, KinNoun]:
    found: dict[str, KinNoun] = {}
    for line in _TABLE.strip().splitlines():
        head, _, words = line.partition(": ")
        relation, gender = head.split()
        for word in words.split():
            found[word] = KinNoun(word, relation, _GENDERS[gender])
    plurals = {f"{word}s": noun for word, noun in found.items() if not word.endswith("s") and "-in-law" not in word}
    plurals |= {word.replace("-in-law", "s-in-law"): noun for word, noun in found.items() if word.endswith("-in-law")}
    plurals |= {plural: found[word] for plural, word in _PLURALS.items()}
    return {
        **{word: KinNoun(noun.word, noun.relation, noun.gender, plural=True) for word, noun in plurals.items()},
        **found,
    }


LONGEST = 3
"""Words of the longest kin noun."""


def noun_at(words: list[str], start: int) -> tuple[KinNoun, int] | None:
    """The longest kin noun that begins at *start* of the small-letter *words*, and how many of them it takes."""
    for length in range(min(LONGEST, len(words) - start), 0, -1):
        noun = _nouns().get("-".join(words[start : start + length]))
        if noun is not None:
            return noun, length
    return None


TITLES = word_set(
    "mum mam mom mummy mother dad daddy father nan nana nanny gran granny grandma grandad granddad grandpa "
    "auntie aunty "
    "victim suspect perpetrator complainant applicant respondent client defendant offender "
    "aunt uncle nain taid mamgu tadcu nonna baby grandmother grandfather ma da"
)
"""Kin nouns that stand for a person by themselves, or before a name: "Nan", "Auntie Jo", "baby Tobi"."""

ADJECTIVES = word_set(
    "own new older elder eldest younger youngest oldest middle big little only other good late current former "
    "first second third "
    "previous present estranged long-term close dear lovely maternal paternal identical small allocated old beloved "
    "eldest teenage adult single lone applicant respondent alleged putative current secret elderly widowed frail sick "
    "pregnant violent abusive alcoholic casual form class head grown-up full unborn stillborn "
    "newborn disabled pet best wee "
    "young real same one "
    "two three four five six seven eight nine ten both twin"
)
"""Words between whose somebody is and what: "her new partner", "his two older sisters"."""

NUMBERS = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
           "nine": 9, "ten": 10, "both": 2, "twin": 2}  # fmt: skip

FORMER = re.compile(r"former|previous|first|late|ex|old|estranged")
"""Adjectives that make a partner a former one."""

PARENT_TITLES = {
    "mum": "she",
    "mam": "she",
    "mom": "she",
    "mummy": "she",
    "mother": "she",
    "ma": "she",
    "dad": "he",
    "daddy": "he",
    "father": "he",
    "da": "he",
}
"""Titles of parents, with the pronoun each says."""

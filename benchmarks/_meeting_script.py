"""What is said in a two-hour unit meeting over six families: 120 things, written once, all of it invented.

Each family has a block: what is said while it is in front. A line is a kind, for whom it is (ids of children, "all", or
another family and its child where the talk wanders), and the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["fact", "idea", "question", "step", "for_presenter", "private", "decision"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that somebody says.

    Attributes:
        kind: what it is.
        words: as they are said.
        whom: ids of the children that it is for; empty where none has to be said, "all" for every child.
        family: whose it is, where the talk is about another family than the one in front; else "".
        more: what is said for the further parts of a form: the reason of a decision, how the family is told.
        kept: how the words stand in the end, where a name has to go or who and when are read from them; else "".
    """

    kind: Kind
    words: str
    whom: tuple[str, ...] = ()
    family: str = ""
    more: tuple[str, ...] = ()
    kept: str = ""


ALL = ("all",)
SIXTH = """\
format: supervision-tui/family/1
id: V6
title: Brandt-Adeyemi - a flat above the bakery
as_of: 2026-09-01
focus: [tobi, ife]
persons:
  - {id: tobi, name: Tobi Brandt, born: 2019-04, gender: male, pronouns: he}
  - {id: ife, name: Ife Brandt, born: 2022-01, gender: female, pronouns: she}
  - {id: folake, name: Folake Adeyemi, born: 1992-06, gender: female, pronouns: she}
  - {id: jonas, name: Jonas Brandt, born: 1990-02, gender: male, pronouns: he}
unions:
  - {id: u1, partners: [folake, jonas], kind: married}
parentages:
  - {child: tobi, parents: [folake, jonas]}
  - {child: ife, parents: [folake, jonas]}
"""
"""The sixth family, beside the five that come with the program."""


def _facts(*lines: tuple[str, str]) -> tuple[Saying, ...]:
    return tuple(Saying("fact", words, ALL if child == "all" else tuple(child.split())) for child, words in lines)


def _ideas(*lines: str) -> tuple[Saying, ...]:
    return tuple(Saying("idea", words) for words in lines)


def _questions(*lines: str) -> tuple[Saying, ...]:
    return tuple(Saying("question", words) for words in lines)


def _steps(*lines: tuple[str, str]) -> tuple[Saying, ...]:
    return tuple(Saying("step", words, ALL if child == "all" else (child,)) for child, words in lines)


def _worker(words: str, kept: str = "") -> Saying:
    return Saying("for_presenter", words, kept=kept)


def _private(words: str) -> Saying:
    return Saying("private", words)


def _decision(what: str, because: str, told: str) -> Saying:
    return Saying("decision", what, ALL, more=(because, told))


MEETING: tuple[tuple[str, tuple[Saying, ...]], ...] = (
    ("V2", (
        *_facts(
            ("zuri", "Zuri fell asleep twice at nursery this week (Ms Ward, 24 Nov)"),
            ("robin", "Robin was late for school four times in two weeks (Ms Ward, 24 Nov)"),
        ),
        *_ideas("Perhaps Robin cooks so that nobody sees the empty fridge"),
        *_facts(
            ("robin maisie", "Robin and Maisie slept at Pauline's on Saturday (Robin, 25 Nov)"),
            ("chidi", "Chidi says that Adaeze packs two bags now (Chidi, 20 Nov)"),
        ),
        *_questions("Who does Robin ring when Sue is at work?", "What would Maisie say has changed since August?"),
        Saying("fact", "Abel was late on three mornings (school, 23 Nov)", ("abel",), "V1"),
        *_ideas(
            "I wonder whether we keep Leanne ill by asking only about wine",
            "Maybe being late is the one hour that belongs to Robin",
        ),
        *_facts(("finley", "Finley has a new tooth and a new word, ball (Jade, 19 Nov)")),
        _worker("You stayed calm when Craig shouted at the door", "You stayed calm when a parent shouted at the door"),
        _private("I notice that I am cross with Leanne, and that I am tired"),
        *_steps(
            ("baby", "Amina rings the midwife about Tuesday by Friday"),
            ("zuri", "Priya sees Zuri at nursery by Wednesday"),
        ),
        *_ideas("Perhaps we have become the aunt who tells everybody off"),
        *_questions("What has Emeka never been asked by us?"),
        *_facts(("maisie", "Maisie had her inhaler every day this week (school nurse)")),
        *_steps(("all", "Tom sends the chronology to everybody who comes on Monday by Thursday")),
        _decision(
            "The child in need plan stays as it is; no strategy discussion now",
            "the children were safe by midnight, and Leanne asked for help herself",
            "Priya tells Leanne on Monday, at home, with Emeka there",
        ),
    )),
    ("V1", (
        *_facts(
            ("abel", "Abel read the letter from the landlord to his mother (Selam, 22 Nov)"),
            ("natan", "Natan put two words together at the clinic (health visitor)"),
            ("rahwa", "Rahwa was dry for five nights (Selam, 25 Nov)"),
        ),
        *_questions("Who would Abel be if nobody needed him to translate?"),
        *_ideas("Perhaps the mould is easier to speak of than the sea"),
        *_facts(("abel rahwa", "Abel and Rahwa walked to school alone on Tuesday (Abel)")),
        *_ideas("I wonder whether every form we bring makes Abel older", "Maybe Filmon is the one who sleeps least"),
        *_steps(("abel", "Sana books an interpreter who is no relative by Tuesday")),
        _worker("You waited, and the interpreter found the word", ""),
        *_facts(("natan", "Natan has his hearing test on 3 December (letter)")),
        _private("I felt useless in that kitchen"),
        *_questions("What does Selam hope that we never ask?", "Who in this street knows all three children?"),
        Saying("fact", "Zuri was collected by Sue on Monday (nursery)", ("zuri",), "V2"),
        *_ideas("What if lateness is the price of four in the morning?"),
        *_steps(
            ("all", "Tom writes to the landlord about the mould by Monday"),
            ("rahwa", "Amina asks the school nurse about the nights by Friday"),
        ),
        *_facts(("abel", "Abel won the 800 metres on Friday (school)")),
        _decision(
            "We ask the authority to pay for an interpreter at every visit",
            "Abel has carried every word of ours for two years",
            "Sana tells Selam with an interpreter on Thursday",
        ),
    )),
    ("V4", (
        *_facts(
            ("hania", "Hania spoke in class for the first time since June (teacher)"),
            ("oliver", "Oliver did not come down for tea when Simon rang (Agnieszka)"),
            ("leo", "Leo sleeps through since the cot was moved (Agnieszka)"),
        ),
        *_ideas("Perhaps the quiet keeps everybody safe", "I wonder who taught this house to whisper"),
        *_questions("Who in this house is allowed to be loud?"),
        *_facts(("oliver hania", "Oliver and Hania made a fire plan with the firefighter (Oliver)")),
        *_steps(("oliver", "Priya meets Oliver at school without his phone by Wednesday")),
        _worker("You asked him, and not about him", ""),
        *_ideas("Maybe school hears what home cannot"),
        *_facts(("leo", "Leo was weighed and is well (health visitor, 20 Nov)")),
        *_questions("What would Hania draw if nobody asked her to?", "When did somebody last laugh here?"),
        _private("This house makes me whisper as well"),
        *_steps(
            ("all", "Amina asks the police what became of the call by Tuesday"),
            ("hania", "Tom rings the teacher of Hania by Thursday"),
        ),
        *_facts(("hania", "Hania asked who will read what she writes (Hania, 26 Nov)")),
        *_ideas("What if we are the second people who tell her to wait?"),
        *_facts(("oliver", "Oliver has a key to his gran's house (Oliver)")),
        _decision(
            "We hold a strategy discussion before the end of next week",
            "two children changed how they speak when one name was said",
            "Priya and the manager decide with Agnieszka what is safe to say",
        ),
    )),
    ("V3", (
        *_facts(
            ("idris", "Idris counted to forty with Donna on the stairs (Donna)"),
            ("idris", "Idris asked where Jack lives now (Donna, 24 Nov)"),
        ),
        *_ideas("Perhaps nobody may be better off than Jack", "I wonder what Donna gave up for all of this"),
        *_questions("What does Kayleigh know of how she was missed?"),
        *_facts(
            ("all", "Both children saw Kayleigh on Saturday for two hours (Donna)"),
            ("idris", "Idris slept at Donna's and asked for the hall light (Donna)"),
        ),
        *_steps(("idris", "Sana asks the nursery about Fridays by Monday")),
        _worker("You let Nan be cross and did not defend us", ""),
        *_questions("Who was told first that Jack would go?", "What would be a good Friday for Donna?"),
        *_facts(("idris", "Idris has new shoes from Bilal (Donna)")),
        _private("I think of my own nan all the time here"),
        *_ideas("Maybe the house is full so that nobody sees who is not in it"),
        *_steps(
            ("all", "Tom sends Donna the form for respite by Friday"),
            ("idris", "Priya reads the story of Jack with Idris by Tuesday"),
        ),
        *_facts(("idris", "Idris drew five people and a dog (nursery, 25 Nov)")),
        *_ideas("What if our plan needs Donna never to be ill?"),
        *_facts(("all", "Both children were at the dentist (Donna, 21 Nov)")),
        _decision(
            "Donna is assessed as a special guardian from now on",
            "the children have lived with her for two years and want to",
            "Tom tells Donna and Kayleigh, each in her own home, on Friday",
        ),
    )),
    ("V5", (
        *_facts(
            ("callum", "Callum sat on the harbour wall again on Sunday (Ellie)"),
            ("callum", "Callum ate with Linda on three days (Linda, 23 Nov)"),
        ),
        *_ideas("Perhaps the wall is the one place where nobody asks", "I wonder who waits for whom at the harbour"),
        *_questions("What does Wayne see from his window?"),
        *_facts(("callum", "Callum's tutor says he stays for the whole lesson now (tutor)")),
        *_steps(("callum", "Priya walks to the harbour with Callum by Wednesday")),
        _worker("You sat on the wall with him and said nothing", ""),
        *_questions("When did Kian last ring?", "Who would notice first if it got better?"),
        *_facts(
            ("callum", "Callum has a mobile again, from Linda (Callum)"),
            ("callum", "Callum was seen at the clinic on 18 November (nurse)"),
        ),
        _private("I am frightened for this boy"),
        *_ideas("Maybe we ask about the wall because we cannot ask about Kian"),
        *_steps(
            ("callum", "Amina asks the clinic for the plan by Monday"),
            ("callum", "Sana tells Stacey what was decided by Friday"),
        ),
        *_facts(("callum", "Callum laughed when the dog fell in (Ellie, 25 Nov)")),
        *_ideas("What if being watched is what he needs to get away from?"),
        *_facts(("callum", "Callum says Linda's is where he sleeps best (Callum)")),
        _decision(
            "The safety plan is written anew with Callum and Linda",
            "he tells Linda first, and she is not in the plan",
            "Priya tells Stacey and Wayne on the telephone tonight",
        ),
    )),
    ("V6", (
        *_facts(
            ("tobi", "Tobi reads to Ife in the morning (Folake, 24 Nov)"),
            ("ife", "Ife has a rash from the flour (doctor, 21 Nov)"),
            ("tobi ife", "Tobi and Ife were alone from five to six on Monday (Tobi)"),
        ),
        *_ideas("Perhaps the bakery feeds more than one family", "I wonder who gets up when Jonas does"),
        *_questions("Who hears Ife when the ovens are on?"),
        *_facts(("tobi", "Tobi was at breakfast club on eight of ten days (school)")),
        *_steps(("ife", "Sana rings the doctor about the rash by Tuesday")),
        _worker("You made it possible to speak of money", ""),
        *_questions("What would Folake do with one free hour?", "Who minds Tobi in the holidays?"),
        *_facts(("ife", "Ife says bread for everything that is warm (nursery)")),
        _private("I buy my bread there and feel watched"),
        *_ideas("Maybe five in the morning is when they are a couple"),
        *_steps(
            ("all", "Tom asks about breakfast club for both by Thursday"),
            ("tobi", "Priya sees Tobi at school by Wednesday"),
        ),
        *_facts(("tobi", "Tobi knows the number of his aunt by heart (Tobi)")),
        *_ideas("What if we have come for the hour, and they fear for the flat?"),
        *_facts(("ife", "Ife was weighed at nursery and has grown (nurse)")),
        _decision(
            "No further action after the assessment, with a plan for mornings",
            "an aunt comes at five now, and both children told us so",
            "Sana tells Folake and Jonas together on Monday afternoon",
        ),
    )),
)  # fmt: skip
"""The meeting: a family in front, and what is said meanwhile."""

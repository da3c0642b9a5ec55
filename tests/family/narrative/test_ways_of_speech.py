"""One way of speech each: what is read of it, and what is not taken."""

import pytest

from supervision_tui.family.narrative import read_narrative
from tests.family.narrative import scoring


def told(text):
    return read_narrative(text, scoring.TODAY)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mia and Ella, 11 and 9, are Wayne's.", ["age Mia 11", "age Ella 9", "parent Wayne Ella"]),
        ("Kim has two boys, Ty and Jo (8 and 5).", ["age Ty 8", "age Jo 5", "parent Kim Jo"]),
        ("Ola and Tunde are brothers, 13 and 10.", ["age Ola 13", "age Tunde 10", "kin Ola Tunde brother"]),
        ("Jo has two girls, Ava and Bea. The girls are 7 and 5.", ["age Ava 7", "age Bea 5"]),
        ("Sue is 58, Colin 55 and Pat 51.", ["age Sue 58", "age Colin 55", "age Pat 51"]),
        ("Stuart has a son of 19, Reece, with his ex-wife Donna.", ["age Reece 19", "parent Donna Reece"]),
        ("Kim and Lee have a two-year-old, Lena.", ["age Lena 2", "parent Lee Lena", "asked couple"]),
        ("Rob is 42. Rob's girls from his marriage to Karen, Beth, 18, and Jo, 16, live in Hull.",
         ["parent Karen Beth", "parent Rob Jo", "couple Rob Karen married over"]),
        ("Louise has Ethan, 17, from her first marriage to Simon.",
         ["parent Simon Ethan", "parent Louise Ethan", "couple Louise Simon married over"]),
        ("Ellis lives with his mum, Joanne, his stepdad, Andrew, and his half brother, Noah, 4.",
         ["parent Joanne Ellis", "parent Andrew Ellis step", "lives Ellis Noah", "age Noah 4"]),
        ("Tia, 3, lives with her aunt Moira and Moira's wife, Rosa, as kinship carers.",
         ["parent Moira Tia kinship", "parent Rosa Tia kinship", "lives Tia Rosa"]),
        ("Callum, 16, is with foster carers, Sandra and Mike.",
         ["parent Sandra Callum foster", "not couple Callum Sandra"]),
        ("Ed and Debbie have fostered for years. They have Skye, 12, and two brothers, Riley and Mason, 6 and 4.",
         ["parent Debbie Skye foster", "parent Ed Mason foster", "kin Riley Mason brother", "age Mason 4"]),
        ("Sian and Beth had Nia, 5, through a donor.", ["parent Sian Nia", "parent Beth Nia"]),
        ("Imran is married to Farah. Imran left in January.",
         ["couple Imran Farah over until 2026-01", "asked parted"]),
        ("Priya is 17. Her dad is Sanjay and her mum is Anita. Her parents split up when she was ten.",
         ["couple Sanjay Anita over until 2019"]),
        ("Jake is 14. He was adopted by Helen and Peter when he was three.", ["event Jake adopted 2015"]),
        ("Natalia lost a baby boy at 30 weeks in 2024.", ["loss Natalia stillbirth"]),
        ("Natalia is 34 and from Poland.", ["age Natalia 34", "not where Natalia Poland"]),
        ("Danny is 20 now and in the army.", ["age Danny 20", "work Danny army"]),
        ("Iris and Walter are married. Walter has dementia and Iris is his carer.",
         ["tie Iris Walter caretaker", "not parent Iris Walter foster"]),
        ("Kasia lives with Tom. Kasia is due in January.", ["unborn Kasia 2027-01", "not dead Kasia"]),
        ("Mum is Shabana, 35, and dad is Tariq, 41. The children are Adeel, 15, and Sana, 13.",
         ["parent Shabana Adeel", "parent Tariq Sana", "not parent Tariq Shabana"]),
        ("Leon's parents, Yvette and Curtis, split up before he was born. He is 10.",
         ["age Leon 10", "not age Curtis 10"]),
        ("Tina has Kai, 8. Tina's mum, Bev, has him at weekends.", ["tie Bev Kai caretaker"]),
        ("Ann has Ed, 8. His dad is Lee. Lee has Ed at weekends.", ["tie Lee Ed plain"]),
        ("Rachel was with Lee. Rachel has a new partner, Simon. He is divorced.", ["couple Rachel Simon current"]),
        ("Kim and Lee were together for two years.", ["couple Kim Lee over", "not couple Kim Lee until 2024"]),
        ("Gary and Kim were together from 2012 until 2022.", ["couple Gary Kim over since 2012 until 2022"]),
        ("Zara, 16, can come back if Lee doesn't. Kane is 19.", ["age Kane 19"]),
    ],
)  # fmt: skip
def test_a_way_of_speech_is_read_as_it_is_meant(text, facts):
    reading = told(text)
    assert [fact for fact in facts if not scoring.holds(fact, reading)] == []


def test_a_prefix_is_never_read_where_an_age_goes_on_behind_it():
    reading = told("Mia is 12. Mia and Lee were seen, 11 and 9.")
    assert scoring.holds("age Mia 12", reading)
    assert not scoring.holds("age Lee 11", reading)


def test_what_stands_behind_a_sentence_that_was_read_stays_marked():
    reading = told("Kim is 34 because of a long story about Lee.")
    assert scoring.holds("age Kim 34", reading)
    assert [unknown.text for unknown in reading.sentences[0].unknown] == ["because of a long story about Lee"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Jean has Kai, 11, and Bo, 3. They are the children of her daughter, Nat, who died in 2024.",
         ["dead Nat", "not dead Bo"]),
        ("Zainab has not told her parents, who live in Lahore.",
         ["where mother:Zainab Lahore", "not where Zainab Lahore"]),
        ("Ebony's boyfriend is Tre. Ebony's mum, Simone, is an alcoholic and they have not spoken for years.",
         ["tie Ebony Simone cut_off", "not tie Ebony Tre cut_off"]),
        ("Debs was married to Andy. Debs lives with Steve, 36, and they have Noah, 2.",
         ["parent Steve Noah", "not parent Andy Noah"]),
        ("Maureen was married to Bill, who died in 2009.", ["couple Maureen Bill married", "died Bill 2009"]),
        ("Gary's partner is Jade, 28, who is due in February.", ["unborn Gary 2027-02", "asked other parent"]),
        ("Aaliyah's grandmother has a daughter, Natasha. Natasha is in prison.", ["not parent Aaliyah Natasha"]),
        ("Alfie, 3, is Jo's son. Their dog Rex and Jo's mother, Pat, who is 70, live there.", ["age Pat 70"]),
        ("Dylan, 2, lives with Kim. His mum was sectioned in 2023. His mum, Denise, is in a flat now.",
         ["parent Denise Dylan"]),
        ("Elspeth is Sarah's mum. Her mum, Elspeth, moved in last year after a fall.", ["lives Elspeth Sarah"]),
        ("Tyler is 20. He has a flat in Burnley and a baby son, Reggie, with his ex-girlfriend, Macy.",
         ["where Tyler Burnley", "parent Macy Reggie", "couple Tyler Macy over"]),
        ("Jo lives with her partner Lee and his mum Ann.", ["parent Ann Lee", "not parent Ann Jo"]),
        ("Ellie, 9, lives with mum Jo and step-dad Gary. Gary has Luke and Jack from a first marriage. MGM Pat helps.",
         ["parent Pat Jo", "parent Gary Ellie step", "not parent Jo Luke", "not parent Gary Ellie birth"]),
        ("Mum is Hayley. Dad is Jamie. Kai is 7. Jamie lives with Chantelle and her daughter, Ruby, 5.",
         ["parent Chantelle Ruby", "not parent Jamie Ruby"]),
        ("Donna's children are Connor, 16, Lacey, 14, and Evie, 6. Mark is Evie's dad. The older two live with Pat.",
         ["lives Connor Pat", "lives Lacey Pat", "not lives Evie Pat"]),
        ("Abby, 9, lives with her mum, Jill. Her dad is Rob. Abby stays with Rob on Thursdays.",
         ["lives Abby Jill", "lives Abby Rob", "not lives Jill Rob"]),
        ("Rob and Jill split up in April. Rob is with Di. Abby has not spoken to Rob since he left.",
         ["couple Rob Di current", "couple Rob Jill over"]),
        ("Sophie is a 26 year old woman with two children, Oliver, 6, and Grace, 2. Her partner of three years is Max.",
         ["age Sophie 26", "parent Sophie Grace", "not age Max 3"]),
        ("Tamsin lives with her husband, Rob, and their children, Jago, 9, and Merryn, 3. Rob is stepfather to Jago.",
         ["parent Rob Merryn", "parent Rob Jago step", "not parent Rob Jago birth"]),
        ("Sal has a son, Ollie, 19, at university.", ["parent Sal Ollie", "age Ollie 19"]),
        ("Kai, 9, is placed with foster carer Ann Cooper and her adult son, Jack.",
         ["parent Ann Kai foster", "not parent Jack Kai foster", "lives Kai Jack"]),
        ("Dane is Archie's dad but not Millie's.", ["parent Dane Archie", "not parent Dane Millie"]),
    ],
)  # fmt: skip
def test_who_is_meant_by_a_word_for_somebody(text, facts):
    reading = told(text)
    assert [fact for fact in facts if not scoring.holds(fact, reading)] == []

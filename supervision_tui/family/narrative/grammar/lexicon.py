"""Words by their part in a sentence: pronouns, helping verbs, what is no name, what is a place or a service."""

from __future__ import annotations

from supervision_tui.days.vocabulary import MONTHS, WEEKDAYS
from supervision_tui.family.narrative.grammar.first_person import TELLER, TELLERS
from supervision_tui.family.narrative.grammar.name_guide import is_usual
from supervision_tui.family.narrative.grammar.word_sets import word_set
from supervision_tui.family.narrative.grammar.words import Word
from supervision_tui.family.recognition.common_words import CALENDAR, is_common
from supervision_tui.lazy_pattern import lazy_pattern

SUBJECTS = {"she": "she", "he": "he", "they": "they", "him": "he", "her": "she", "them": "they", "hers": "she",
            "theirs": "they", "who": "who", "whom": "who"}  # fmt: skip
"""Pronouns, by the one for a subject."""
POSSESSIVES = {"his": "he", "her": "she", "their": "they", "my": TELLER, "our": TELLERS, "your": TELLER, "whose": "who"}

AUXILIARIES = word_set(
    "is are was were am be been being has have had having do does did can could will would shall should may might must"
)
_REGULAR = word_set(
    "live work look help stay move visit die marry divorce separate start like love hate call talk argue care "
    "adopt foster raise attend play "
    "need support adore trust share pass worry mind babysit turn report believe deny expect bully suffer use "
    "phone ring text pick drop collect "
    "cook miss remain return serve stop finish describe agree refuse disclose mention explain add smoke drink "
    "dote row clash bicker quarrel "
    "resent admire idolise control threaten assault attack abuse neglect exploit groom manipulate shout scream "
    "slap punch belittle struggle "
    "enjoy prefer want hope plan wait ask answer cry sleep walk watch clean shop manage own rent claim suspect "
    "describe shower bath feed wash "
    "dress check join train study volunteer retire arrive travel emigrate flee settle appear seem happen change "
    "improve relapse recover "
    "register refer assess discharge remarry reconcile drift avoid ignore blame accuse protect comfort cuddle "
    "hug kiss hurt cause carry dislike "
    "distrust fancy date cheat gamble steal offend self-harm cope isolate drown contact message email facetime "
    "chair lead own inherit"
)
_IRREGULAR = word_set(
    "sees see saw seen goes go went gone comes come came leaves leave left gets get got gives give gave given "
    "meets meet met takes take took "
    "taken makes make made says say said thinks think thought feels feel felt knows know knew finds find found "
    "keeps keep kept brings bring "
    "brought grows grow grew begins begin began loses lose lost hits hit speaks speak spoke spoken fights fight "
    "fought falls fall fell splits "
    "split sends send sent writes write wrote becomes become became tells tell told breaks break broke runs run "
    "ran drives drive drove teaches "
    "teach taught sets set puts put spends spend spent builds build built buys buy bought eats eat ate sits sit "
    "sat stands stand stood sleeps slept "
    "chooses chose wins won pays paid beats beat cuts cut swears swore hears hear heard reads read bullies "
    "bullied worries worried denies denied "
    "marries married dies died carries carried cries cried flees fled hits quits quit babysits babysat passes "
    "passed rings rang remarried stays "
    "flew flown rode drew threw caught fed led held sold shot stole stuck struck swam tore woke wore sank sang "
    "sought shook "
    "bit bled blew bred crept dealt forgave forgot froze hung hid knelt laid learnt lent lit rose wept bought hurt let "
    "allegedly"
)
_VERBS = frozenset(
    [*_IRREGULAR, *_REGULAR, *(f"{word}s" for word in _REGULAR), *(f"{word}es" for word in _REGULAR),
     *(f"{word.removesuffix('e')}ed" for word in _REGULAR)]
)  # fmt: skip
_ED = lazy_pattern(r"[a-z]{3,}ed$")
ADVERBS = word_set(
    "now still just also currently always really already only then recently actually later previously probably "
    "often sometimes "
    "usually sadly apparently clearly both all never not mostly rarely hardly mainly long ever since again once "
    "together "
    "even quite happily quietly finally eventually apparently reportedly allegedly first no longer"
)
"""Words that may stand between somebody and what they do."""

STOP = word_set(
    "i i'm the a an this that these those there here it its he she they we you him her them his their our my "
    "your who what "
    "when where while why how if in on at by for from to of with since until before after during as and but or "
    "so because "
    "although though however both neither either nobody nothing none no not all everyone everybody each every "
    "some many "
    "most other another one two three four five six seven eight nine ten mr mrs ms miss dr about around "
    "apparently according "
    "currently recently then now today also only just both sadly once later last next whilst whereas despite "
    "unlike like "
    "polish english welsh scottish irish british somali eritrean nigerian ghanaian jamaican pakistani indian "
    "bangladeshi "
    "romanian portuguese arabic kurdish turkish ukrainian albanian afghan syrian chinese french spanish italian german "
    "jews orthodox muslims christians catholics hindus sikhs shabbat sabbath passover lent "
    "muslim christian catholic hindu sikh jewish buddhist christmas easter eid diwali ramadan covid xmas "
    "referral update background summary visit concerns history note notes re meeting family sibling siblings parents "
    "vietnamese greek russian bulgarian hungarian lithuanian latvian czech slovak iranian iraqi kenyan ugandan "
    "sudanese "
    "ethiopian zimbabwean african asian european caribbean sri gambian congolese angolan brazilian filipino "
    "nepali thai "
    "urdu punjabi tigrinya bengali tamil gujarati hindi farsi dari pashto yoruba twi swahili amharic igbo hausa "
    "cantonese mandarin sinhala malayalam telugu kurmanji sorani romani sylheti mirpuri lingala oromo wolof krio "
    "hebrew yiddish tagalog japanese korean dutch "
    "antenatal postnatal strategy discussion contact client current relevant partner couple parties child "
    "youngest eldest "
    "year plus section plan order court police social health family school ofsted whatsapp facebook snapchat "
    "instagram tiktok facetime messenger teams zoom youtube xbox"
)
"""Words that are nobody's name, with a capital too."""

INSTITUTIONS = {
    "prison": "prison", "custody": "prison", "jail": "prison", "hospital": "hospital", "a refuge": "refuge",
    "refuge": "refuge", "a hostel": "hostel", "a women's refuge": "refuge", "rehab": "institution",
    "a children's home": "childrens_home", "a residential home": "childrens_home", "residential care": "childrens_home",
    "a care home": "institution", "a nursing home": "institution", "a hospice": "hospital",
    "temporary accommodation": "hostel", "supported accommodation": "hostel", "a b&b": "hostel", "remand": "prison",
    "secure accommodation": "institution", "a young offenders institution": "prison",
}  # fmt: skip
"""Where somebody can be, in words, to the kind of home."""

SERVICE_WORDS = word_set(
    "ysgol primary school academy nursery college high infants juniors hospital centre center team service "
    "services church "
    "mosque temple gurdwara synagogue club unit trust playgroup preschool pre-school university hub project "
    "clinic surgery "
    "scouts brownies cubs guides cadets charity council childminder respite"
)
_YEAR_DIGITS = 4
_BEFORE_MONTHS = word_set("in last next since until early late mid this every by")
_AFTER_NAMES = frozenset({"is", "was", "has", "'s", "(", "and", "lives"})
"""What a word of every day is followed by where it is a name at the beginning: "Faith is 12"."""
_ACRONYM = lazy_pattern(r"[A-Z]{2,7}s?$")
_SHORT_ACRONYM = 2
_NO_SERVICES = word_set(
    "uk usa eu i ok a tv adhd asd asc ptsd cptsd ocd ld dv ms copd hiv fasd fas eupd bpd odd pda semh ibs me cp dvt "
    "sgo cao pr la cin lac cic ehcp dob nfa covid hmp id hq fc"
)
"""Words in capitals that are no service: countries, conditions."""
_LONE_SERVICES = word_set("nursery school college playgroup preschool university probation church mosque counselling")

PREDICATES = word_set(
    "pregnant autistic disabled deaf blind unemployed retired single dead married divorced separated widowed "
    "engaged muslim christian away placed bailed remanded alone "
    "catholic hindu sikh jewish homeless sober clean expecting deceased"
)
"""Words after "is" that can follow "and" by themselves: "is 19 and pregnant"."""


PARTICIPLES = word_set(
    "living staying working seeing expecting attending struggling doing serving going residing dating"
)
"""Verbs that can follow "and" by themselves: "is on a tag and living at his mum's"."""


def is_verb(word: Word) -> bool:
    """Whether *word* is a verb in its form, as far as that can be told alone."""
    return word.low in AUXILIARIES or word.low in _VERBS or (not word.capital and bool(_ED.match(word.low)))


_TEEN_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEENS = {word: number for number, word in enumerate(_TEEN_WORDS.split())}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS.split(), 2)}


def number_word(low: str) -> int | None:
    """The number that a word says: "fifteen", "15", "thirty-eight"; ``None`` for none."""
    if low.isdigit():
        return int(low)
    tens, _, ones = low.partition("-")
    if tens in _TENS and (not ones or ones in _TEENS):
        return _TENS[tens] + _TEENS.get(ones, 0)
    return _TEENS.get(low)


ORDER_WORDS = word_set("then next plus also lastly")
"""Words before the next of a list: "Alfie, 12, then Lola"."""

STREETS = word_set("street road avenue lane close drive terrace crescent grove way court gardens row hill st rd ave")
"""Last words of addresses that begin with a number."""


def _in_address(words: list[Word], at: int) -> bool:
    """Whether the word at *at* stands in the name of a street: "14 Alma Street"."""
    first = at
    while first and words[first].capital and words[first - 1].capital:
        first -= 1
    numbered = first > 0 and words[first - 1].text[:1].isdigit()
    end = at
    while end + 1 < len(words) and words[end].low not in STREETS and words[end + 1].capital:
        end += 1
    return numbered and words[end].low in STREETS


def _behind_given_name(words: list[Word], at: int) -> bool:
    """Whether the word at *at* is a surname in capitals, as the police write it: "Kelly MARSH"."""
    before = words[at - 1] if at else None
    return (
        before is not None
        and before.capital
        and before.text[1:].islower()
        and before.low not in STOP
        and words[at].low not in SERVICE_WORDS
        and (is_usual(before.low) or not is_common(before.low))
    )


def is_name(words: list[Word], at: int, known: bool) -> bool:
    """Whether the word at *at* can be (part of) somebody's name; *known*: it is somebody's already."""
    word = words[at]
    if known or not word.capital or any(letter.isdigit() for letter in word.text) or word.low.endswith("'s"):
        return known and word.capital
    if len(word.text) > 1 and _ACRONYM.match(word.text):
        return len(word.text) > _SHORT_ACRONYM and _behind_given_name(words, at)
    no_name = (at and words[at - 1].low == "the") or word.low in STOP or word.low.removesuffix("s") in WEEKDAYS
    if no_name or _in_address(words, at):
        return False
    begins = at == 0 or words[at - 1].text in '.:;"“‘('
    after = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in MONTHS or word.low in CALENDAR:
        dated = (after.isdigit() and len(after) == _YEAR_DIGITS) or (at > 0 and words[at - 1].low in _BEFORE_MONTHS)
        return not dated and (not begins or after in AUXILIARIES | {",", "'s", "("} or after.isdigit())
    if begins and not is_usual(word.low) and is_common(word.low):
        return after in _AFTER_NAMES and not word.low.endswith(("ing", "ed", "s", "ly"))
    return not (begins and word.text.partition("-")[2].islower())  # "Catch-up"


def _goes_on(words: list[Word], start: int, at: int) -> bool:
    """Whether a name goes on behind the word for a service: "School of Music", "Ysgol Glan Morfa"."""
    return words[at - 1].low in {"of", "for", "the"} or words[start].low == "ysgol"


def service_at(words: list[Word], start: int) -> int:
    """How many words at *start* name a service, school or place of worship; nought for none."""
    at = start
    if words[at].low in _LONE_SERVICES and not words[at].capital:
        return 1
    if _ACRONYM.match(words[at].text) and words[at].low not in _NO_SERVICES:
        end = at + 1
        return end - start
    if not words[at].capital or words[at].low in STOP - {"family", "social", "health", "school", "police"}:
        return 0
    seen = False
    while at < len(words) and at - start < 7:  # noqa: PLR2004 - words of a name
        word = words[at]
        joins = (
            word.low in {"of", "and", "the", "for", "'s"}
            and at + 1 < len(words)
            and words[at + 1].capital
            and at > start
        )
        owned = word.low == "'s" and not seen and at > start
        if word.low in SERVICE_WORDS and (word.capital or at > start):
            seen, at = True, at + 1
        elif (
            (owned and any(after.low in SERVICE_WORDS and after.capital for after in words[at + 1 : at + 4]))
            or (word.capital and (not seen or _goes_on(words, start, at) or word.low in SERVICE_WORDS))
            or (joins and (not seen or word.low in {"of", "for"}) and word.low not in {"and", "'s"})
        ):
            at += 1
        else:
            break
    return at - start if seen else 0

"""A small notebook of which every kind of document can be written, with marked and hostile words in it."""

from contextlib import contextmanager
from datetime import date

from supervision_tui.people import Agreement, Learning, Practitioner
from supervision_tui.practice.library.destinations import Destination
from supervision_tui.records import Paragraph, Record, Section
from supervision_tui.resources import content_folder
from supervision_tui.vault import Cost
from supervision_tui.workspace import create_vault

FAMILIES = content_folder("templates/families")
HOSTILE = '<b>& "Zoë"</b> #panic("x") $x$ {{ 7*7 }} =1+1 *stars* [y](javascript:alert(1))'
ENDINGS = (".pdf", ".docx", ".html", ".md", ".txt")
ABOUT = {
    "record": "s1.cf.robin",
    "letter": "s1.cf.robin",
    "chronology": "V2/robin",
    "transfer": "V2",
    "genogram": "V2",
    "agreement": "nadia",
    "learning": "nadia",
}


def entry(family, child, word):
    """An entry with a word of its own in each kind of paragraph."""
    told = [("said", "child_voice"), ("said", "impact"), ("decision", ""), ("action", ""), ("question", "")]
    return Record(
        id=f"s{family[1:]}.cf.{child}",
        destination=Destination.CHILD_FILE,
        subject=child,
        title=f"For {child}'s file",
        session_id=f"s-{family}",
        family_ref=family,
        day=date(2026, 9, 3),
        author="Amina",
        opening="We met.",
        sections=tuple(
            Section(heading=kind, paragraphs=(Paragraph(text=f"{word}{at} {HOSTILE}", kind=kind, field=field),))
            for at, (kind, field) in enumerate(told)
        ),
    )


def idea(family, word):
    return Record(
        id=f"s{family[1:]}.fw",
        destination=Destination.FAMILY_WORK,
        subject=family,
        title="Working space",
        session_id=f"s-{family}",
        family_ref=family,
        day=date(2026, 9, 3),
        author="Amina",
        opening="Held.",
        sections=(Section(heading="Ideas", paragraphs=(Paragraph(text=word, kind="idea"),)),),
    )


@contextmanager
def notebook(folder):
    """A notebook with two families that hold marked words, and a worker with hers."""
    made, _ = create_vault(folder / "vault", "kettle bramble orbit lantern", "Amina", cost=Cost.FAST)
    for name in ("carter-okafor.yaml", "haile.yaml"):
        made.import_family(str(FAMILIES / name))
    for record in (
        entry("V2", "robin", "zqrobin").model_copy(update={"id": "s1.cf.robin"}),
        entry("V2", "maisie", "zqmaisie").model_copy(update={"id": "s2.cf.maisie"}),
        entry("V1", "selam", "zqselam"),
        idea("V2", "zqideavtwo"),
        idea("V1", "zqideavone"),
    ):
        made.records.put(record, record.id)
    roster = made.people.roster.with_practitioner(Practitioner(id="nadia", name="Nadia Shah"))
    roster = roster.with_practitioner(Practitioner(id="lee", name="Lee Wood", role="supervisor"))
    roster = roster.with_agreement(
        Agreement(
            id="a1", practitioner="nadia", supervisor="lee", since=date(2026, 1, 5), what_helps="zqagreed",
            signed=("nadia",),
        )
    )  # fmt: skip
    roster = roster.with_learning(Learning(practitioner="nadia", on=date(2026, 9, 1), words="zqlearnt"))
    made.people.change(roster, "people of a test")
    yield made
    made.close()

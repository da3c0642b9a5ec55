"""Common English short forms of given names, both ways: ``"bob"`` may be a Robert.

Compiled by hand after Patrick Hanks, Kate Hardcastle and Flavia Hodges, A Dictionary of First Names (Oxford University
Press, 2nd edition 2006), with the spellings that are usual in the United Kingdom. A short form that a family uses
belongs into *called*, and wins.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

_TABLE = """
abigail: abby abbie abi gail
abraham: abe bram
abel: abe
adam: ad adie
adelaide: addie ada
agnes: aggie nessie
agnieszka: aga agnes
aidan: ade
albert: al bert bertie albie
alexander: alex al alec alexi sandy xander lex sasha zander
alexandra: alex alexa sandra sandy lexi lexie ali sasha
alfred: alf alfie fred freddie
alice: ali
alison: ali allie
amanda: mandy manda
amelia: millie milly amy mel
amy: ames
andrew: andy drew dru
angela: angie ange
angelina: angie
ann: annie nan
anne: annie
anna: annie
annabel: anna bella bel annie
anthony: tony ant
antonia: toni tonia
archibald: archie
arthur: art artie
augustus: gus
barbara: barb babs barbie
barnaby: barney
bartholomew: bart
beatrice: bea trixie bee
benjamin: ben benny benji
bernadette: bernie
bernard: bernie
bethany: beth
brenda: bren
bridget: bridie biddy
bronwen: bron
callum: cal
calum: cal
cameron: cam
caroline: caro carrie caz
carolyn: carrie caz
catherine: cath cathy kate katie kat kitty cat
cecilia: cissy celia
charles: charlie chuck chas chaz
charlotte: charlie lottie char lotte chaz
chloe: clo
christian: chris
christina: chris chrissie tina
christine: chris chrissie tina
christopher: chris kit topher
clarence: clarrie
clement: clem
constance: connie
cordelia: delia
cynthia: cindy
daniel: dan danny
danielle: dani danni
daphne: daph
david: dave davy davey
dawn: dawnie
deborah: deb debbie debs
denise: den
dennis: den denny
diana: di
diane: di
dominic: dom nic
donald: don donnie
dorothy: dot dottie dolly dorrie
douglas: doug dougie
edith: edie
edmund: ed eddie ned ted
edward: ed eddie eddy ned ted teddy
edwin: ed eddie
eileen: lena
elaine: lainey
eleanor: ellie nell nelly nora lenny ella el
elizabeth: liz lizzie lizzy beth betty bess bessie betsy eliza libby elsie lisa liza elspeth lily
ellen: nell nelly ellie
eloise: ellie lou
emily: em emmy millie milly
emma: em emmie
ernest: ern ernie
esther: essie hetty
ethan: eth
eugene: gene
evelyn: evie eve
ezekiel: zeke
felicity: fliss flick fee
fergus: ferg
fiona: fi fee
florence: flo flossie florrie
frances: fran franny frankie fanny
francesca: fran frankie cesca chess
francis: frank frankie
franklin: frank
frederick: fred freddie freddy
gabriel: gabe
gabrielle: gabby gabi
gareth: gaz gary
gary: gaz gazza
gavin: gav
geoffrey: geoff
george: georgie
georgia: georgie
georgina: georgie gina
gerald: gerry jerry
geraldine: gerry
gillian: gill jill gilly
grace: gracie
graham: gray
gregory: greg
gwendolyn: gwen
hannah: han
harold: harry hal
harriet: hattie harry hatty
harry: haz hazza
heather: hev
helen: nell nellie hels
helena: lena nell
henrietta: etta hetty
henry: harry hal hank
herbert: herb bert bertie
hilary: hil
howard: howie
hubert: hugh bert
hugh: hughie
ian: iain
imogen: immy
ingrid: inga
irene: rene
isaac: zac ike
isabel: izzy issy bella belle
isabella: izzy issy bella belle
isabelle: izzy issy bella belle
jack: jackie
jacob: jake jay cobie
jacqueline: jackie jacqui
james: jim jimmy jamie jem
jane: janey janie
janet: jan
janice: jan
jasmine: jas jaz jazz
jason: jay jase
jean: jeannie
jeffrey: jeff
jennifer: jen jenny jenni
jeremiah: jerry jem
jeremy: jez jerry jem
jerome: jerry
jessica: jess jessie
jill: jilly
joan: joanie
joanna: jo anna
joanne: jo
jocelyn: jos
john: johnny jack jon johnnie
jonathan: jon jonny jonty
jordan: jordy jord
joseph: joe joey jo
josephine: jo josie jose posy
joshua: josh
judith: judy jude
julia: jules jools
julian: jules
julie: jules
karen: kaz
katharine: kath kathy kate katie kat kitty kit
katherine: kath kathy kate katie kat kitty kit
kathleen: kath kathy kate katie
kayleigh: kay kayls
kenneth: ken kenny
kerry: kez
kevin: kev
kieran: kie
kimberley: kim
kimberly: kim
kirsten: kirsty
kristina: kris tina
laura: laurie
lauren: loz laurie
laurence: larry laurie
lawrence: larry laurie
leonard: len lenny leo
leslie: les
letitia: letty
lewis: lew
lillian: lily lil
linda: lindy lin
louis: lou louie lewis
louisa: lou
louise: lou lulu
lucas: luke
lucinda: lucy cindy
lucy: lu
lydia: lyddie
madeleine: maddie maddy mads
madison: maddie maddy
magdalena: magda lena
malcolm: mal
marcus: marc mark
margaret: maggie meg peg peggy madge marge margie greta daisy rita mags
maria: ria mia
marian: mari
marie: mimi
marjorie: marge margie
martha: mattie
martin: marty
mary: molly polly may mamie
matilda: tilly tilda mattie
matthew: matt matty
maureen: mo reenie
maurice: mo
maximilian: max
maxwell: max
megan: meg meggie
melanie: mel
melissa: mel lissa missy
mercedes: mercy
meredith: merry
michael: mick mike mickey micky mikey
michaela: mick kayla
michelle: shell shelly chelle
mildred: millie
miranda: randy mandy
miriam: mim mimi
mohammed: mo mohamed muhammad mohammad mohd muhd
muhammad: mo mohammed mohamed mohammad md mohd muhd
nancy: nan
naomi: nomi
natalia: nat talia
natalie: nat
natasha: tasha nat tash
nathan: nate nat
nathaniel: nate nat nathan
nicholas: nick nicky nic
nicola: nicky nic nicki nikki
nicole: nicky nic nicki nikki
nigel: nige
norman: norm
oliver: ollie olly
olivia: liv livvy livi ollie
oscar: ozzy
oswald: oz ozzie
owen: wen
pamela: pam
patricia: pat patsy trish tricia patti paddy
patrick: pat paddy pad
pauline: paula
penelope: penny pen
peter: pete
phillip: phil pip
philip: phil pip
philippa: pippa pip
phoebe: phebs
priscilla: cilla prissy
rachel: rach rae
raymond: ray
rebecca: becky becca bex becs
reginald: reg reggie
richard: rich richie rick ricky dick dickie
robert: rob bob bobby robbie bobbie bert
roberta: bobbie bobby
robin: rob robbie
roderick: rod roddy rory
rodney: rod
roger: rog
roland: rolly
ronald: ron ronnie
rosalind: ros roz
rosamund: ros roz
rose: rosie
rosemary: rosie rose romy
rowena: ro
russell: russ
ruth: ruthie
salome: sally
samantha: sam sammy sammie
samuel: sam sammy
sandra: sandy san
sarah: sally sadie saz
sebastian: seb baz bastian
sharon: shaz shazza
sheila: shell
shirley: shirl
sidney: sid
simon: si sy
solomon: sol solly
sophia: sophie soph fi
sophie: soph
stacey: stace
stanley: stan
stella: stell
stephanie: steph stephie
stephen: steve stevie ste
steven: steve stevie ste
stuart: stu
susan: sue susie suzy suzie sukie
susanna: sue susie suzy
suzanne: sue suzie suzy
sylvia: syl
terence: terry tel
teresa: terry tess tessa
terry: tel
thaddeus: tad
theodora: theo dora
theodore: theo ted teddy
theresa: terry tess tessa
thomas: tom tommy
timothy: tim timmy
tobias: toby
tracy: trace
tracey: trace
valentine: val
valerie: val
vanessa: nessa ness
verity: vee
veronica: ronnie vera nica
victor: vic
victoria: vicky vikki tori vic vicki
vincent: vince vinnie vin
violet: vi
virginia: ginny ginger
vivien: viv
vivian: viv
walter: wally walt
warren: waz
wendy: wend
wilfred: wilf wilfie
wilhelmina: mina willa
william: will bill billy willie liam wills
winifred: winnie freda
yvonne: von vonnie
yvette: evie
zachary: zac zach zack
zachariah: zac zach
"""


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """The full names that each short form may stand for, all folded."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in _TABLE.strip().splitlines():
        full, _, short = line.partition(":")
        for word in short.split():
            found[word].add(full)
    return {short: frozenset(full) for short, full in found.items()}


@cache
def _long_forms() -> dict[str, frozenset[str]]:
    """The short forms of each full name."""
    found: dict[str, set[str]] = defaultdict(set)
    for short, full in short_forms().items():
        for name in full:
            found[name].add(short)
    return {full: frozenset(short) for full, short in found.items()}


def also_called(name: str) -> frozenset[str]:
    """What somebody with the folded given *name* may be called too: short forms, full forms, other short forms."""
    full = short_forms().get(name, frozenset()) | {name}
    return frozenset(short for name_form in full for short in _long_forms().get(name_form, ())) | full - {name}

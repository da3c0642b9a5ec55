"""Given names by whom they are usually borne, to tell whom "she" can mean. Never stored, and never anybody's gender.

Compiled by hand from names usual in the United Kingdom (Hanks, Hardcastle and Hodges 2006; ONS, Baby names in England
and Wales, 2023); names of several genders (Robin, Sam, Alex, Jordan) are left out.
"""

from __future__ import annotations

from typing import Literal

_SHE = """
amber faith autumn brooke willow crystal melody harmony cherry olive
aaliyah abbie abby abena abigail ada adaeze adele agnes agnieszka aisha alice alison amal amanda amelia amelie amina
amy ana anastasia andrea angela angie anita ann anna anne annie anya aoife aria asha asma audrey ava ayesha ayla bea
beatrice bella bernadette beth bethany betty brenda bridget bronwen carly carol caroline cath catherine cathy cerys
chantelle charlene charlotte chelsea cheryl chloe christina christine ciara claire clara clare colette daisy
danielle dawn deb debbie deborah debra denise diane donna doreen dorothy edith effie eileen elaine eleanor elena
elif elizabeth ella ellen ellie elsie emily emma erin esi esme esther eva eve evelyn evie ewa faith farah fatima
fatou fiona florence folake fran freya gail gemma georgia georgina gillian gina gladys grace gwen hana hanna hannah
harriet hayley hazel heather heidi helen helena holly hope imogen ingrid irene iris isabel isabella isabelle isla
ivy iwona jacqueline jade jane janet janice jasmine jean jeanette jen jennifer jenny jessica jill joan joanna joanne
josephine joy joyce judith judy julia julie june karen karina kasia kate katherine kathleen kathy katie kayleigh
keisha kelly kelsey kerry kiera kim kirsty laila lara laura lauren layla leah leanne leila lena lily linda lisa lola
lorna lorraine louise lucy lynn lynne mabel mabli magda maggie maisie mandy margaret maria mariam marian marie
marilyn marjorie martha mary maryam matilda maureen maya megan mel melanie melissa mia michelle millie miriam moira
molly mona monica nadia nadine nancy naomi natalie natasha niamh nicola nina noor nora norma olivia orla orlaith
ottilie paige pam pamela pat patience patricia paula pauline penny phoebe poppy precious priya rachel ramona rebecca
rhian rita ros rosa rose rosemary rosie roxanne ruby ruth sadia safiya sally salma samantha sandra sara sarah
scarlett shabana shanice shannon sharon sheila shelley shirley shona sian siobhan sofia sonia sophia sophie stacey
stella stephanie sue summer sunita susan susie suzanne sylvia tamara tania tanya tara tasha teresa tess tessa
theresa tina tracey tracy una valerie vanessa vera veronica vicky victoria violet wanda wendy yasmin yetunde yvonne
zahra zainab zara zoe zofia zuri
agata aleksandra alicja alina amira aneta ania anisa anjali bahar beata bianca bisi blessing bronagh bushra chanel
chantal chiara christelle comfort daniela danuta delores destiny dominika dorota ebony elise eloise esra ewelina faiza
farida fatema fawzia funmi giulia gloria grazyna hafsa halima hansa hawa hayat hazal hilary hoda hyacinth ifeoma ioana
irena izabela jamila jaswinder jodie justyna kavita khadija khadra kosar krystyna kulwinder lacey lamia lata latifa
leyla liliana linh lizzie loredana lubna maddison maisha malgorzata manjit maryan meena meera mehwish meliha mercy
michaela mihaela mina monika nabila nadira naima nasreen nasrin natalia neelam ngozi nicole nisha nkechi noreen
nosheen nusrat olga oluchi orsola parisa parveen pearl pooja priti rabia radhika raheela rebekah reem rehana roisin
romana rukhsana rupinder saba sadaf safina sahra saima saira sakina salima samina samira sana sanaa saoirse saskia
seema selam shabnam shagufta shaheen shakila shanelle shazia shelby sienna skye soraya stacie sukhwinder sumaya
sunaina svetlana swati tahmina talia tanisha tatiana tayo tia tsehay uzma veronika wiktoria yasmeen yolanda yuliia
zaynab zeinab zuzanna
"""

_HE = """
prince carter
jamal marlon cian declan jermaine kian tariq reuben darius kareem malik
aaron abdul abdullah abel adam adrian ahmed aidan alan albert alexander alfie alfred ali alistair amir andrew andy
angus anthony antonio archie arthur asif barry bartosz ben benjamin bill billy bob bobby brad bradley brandon brian
bruce callum carl chidi chris christopher clifford clive colin connor conor craig curtis dafydd dan daniel darren
dave david dawid dean declan delroy den dennis derek desmond dominic donald douglas duncan dylan ed eddie edward
edwin elijah elliot emeka emil eric ernest ethan evan felix finlay finley finn francis frank fraser fred freddie
gareth gary gavin geoff geoffrey george gerald gerard giles glen glenn gordon graham grant greg gregory guy gwilym
hakan hamza harold harrison harry harvey hassan henry howard hugh hugo hunter hussein ian ibrahim idris imran isaac
ismail ivan ivor jack jacob jake jakub james jason jayden jeff jeffrey jeremy jermaine jim jimmy joe joel john
johnny jonathan joseph josh joshua jude julian justin kacper karl keith ken kenneth kevin khalid kieran kofi kojo
kwame kwasi kyle lance lee leo leon leonard leroy lewis liam logan louis luca lucas luke malcolm marcus mario mark
martin marvin mason mateusz matt matthew max micah michael mick mike mohamed mohammed muhammad musa nathan nathaniel
neil niall nicholas nick nigel noah norman oliver ollie olu omar oscar osman owen patrick patryk paul pawel pete
peter phil philip piotr raj rajesh ralph ray raymond reece reggie reuben rhys richard riley rob robert roger roland
ron ronald ronan ronnie roy russell ryan samir samuel scott sean sebastian shane simon stan stanley stephen steve
steven stewart stuart suleiman tariq ted terence terry theo thomas tim timothy toby tom tomasz tommy tony trevor
tyler tyrone umar usman victor vincent walter wayne wilfred will william winston yusuf zac zach zachary zain
abdi abdirahman abid adeel adnan ahmad ajay akeem amar amit anand anders andrei anil anwar aram arif arjun arun ashok
asim ayaan aziz babatunde bashir bilal bogdan callan cezary chukwu colm conrad constantin cristian dai dale damian
damilola damon danny dariush dariusz daryl deepak dejan dev dilip dinesh dmitri duane dwayne emre enda eoin esteban
fabian faisal farhan farooq femi fergus florin franklin gerry gethin gheorghe giovanni grzegorz gurpreet habib haider
hakeem hamish haris harjit haroon hashim hussain ifan ilir imtiaz iqbal irfan ishaan jagdeep jai jalal jan janusz
javed jeevan jerzy jez jorge juan junaid kabir kamal kamran karim karol kayden kemal khurram kieron krishna krzysztof
kunal kwabena kyran lamar laszlo levi liban lorcan luis lukasz macca maciej mahmood majid mandeep manish mansoor
marcel marek mariusz mehmet mesut michal miguel mihai mikolaj minh mir mohan mustafa nabeel nadeem naeem nasir naveed
nikhil obinna omari osian padraig pardeep paulo pavel pedro pierre pradeep prakash qasim radu rafal rafiq rahul raja
rajan ramesh rashid ravi raza reza ricardo ricky ritchie ruairi sadiq sajid saleem salim salman samson sandeep sanjay
seamus sergio shabir shafiq shahid shakeel shaun siddiq slawomir stefan sukhdev sunil sylwester szymon tahir tahmid
tamas tendai tobi tunde tyreece tyrell tyrese vijay vikram viktor vlad waheed waqas wasim wesley wojciech yaw yonas
youssef yves zaheer zahid zbigniew zeeshan zubair
"""

_GUIDE: dict[str, Literal["she", "he"]] = {
    **dict.fromkeys(_SHE.split(), "she"),
    **dict.fromkeys(_HE.split(), "he"),
}


def usual_pronoun(name: str) -> Literal["", "she", "he"]:
    """The pronoun usual for the first word of *name*; empty where it is of several genders, or not known here."""
    first = (name.split() or [""])[0].casefold()
    return _GUIDE.get(first, "")


def is_usual(word: str) -> bool:
    """Whether *word* is a given name of this guide."""
    return word.casefold() in _GUIDE

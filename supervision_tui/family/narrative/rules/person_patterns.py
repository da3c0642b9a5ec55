"""What people do for a living, what they live with, what they believe: words, as patterns."""

from __future__ import annotations

from supervision_tui.family.model.persons import HealthArea

ARMED = r"in the (?:army|navy|raf|forces|police|marines|merchant navy)"
JOBS = (
    r"nurse|teacher|carer|driver|bus driver|taxi driver|lorry driver|cleaner|builder|plumber|electrician|"
    r"mechanic|chef|cook|waiter|waitress|"
    r"barista|hairdresser|doctor|solicitor|accountant|engineer|student|shop assistant|security guard|soldier|"
    r"pastor|imam|farmer|gardener|"
    r"painter|decorator|labourer|roofer|joiner|carpenter|care worker|support worker|teaching assistant|"
    r"childminder|receptionist|manager|"
    r"postman|postwoman|paramedic|firefighter|police officer|delivery driver|warehouse worker|factory worker|"
    r"midwife|social worker|"
    r"dinner lady|barber|baker|butcher|journalist|musician|artist|photographer|programmer|lecturer|pharmacist|"
    r"dentist|fisherman|scaffolder|vet|lawyer|barrister|bricklayer|plasterer|tiler|hgv driver|van driver|postie|"
    r"bin man|"
    r"beautician|nail technician|nursery nurse|personal trainer|dental nurse|healthcare assistant|hca|nursing "
    r"assistant|"
    r"shop worker|bar worker|bartender|landscaper|welder|fitter|estate agent|accounts assistant|civil servant|"
    r"translator"
)
HEALTH: dict[HealthArea, str] = {
    "physical": (
        r"asthma|epilepsy|epileptic|diabetes|diabetic|(?:breast |lung |bowel |skin |prostate |ovarian |throat |"
        r"terminal )?cancer|arthritis|ms|multiple sclerosis|copd|"
        r"a heart condition|sickle cell|cystic fibrosis|dementia|alzheimer's|parkinson's|a bad back|"
        r"chronic pain|fibromyalgia|eczema|kidney disease|hiv|sickle cell disease|a brain injury|cerebral palsy|"
        r"crohn's|high blood pressure|"
        r"angina|migraines?|anaemia|gout|ibs|coeliac disease|hepatitis(?: [bc])?|tb|long covid|a pacemaker|sciatica|"
        r"psoriasis|endometriosis|osteoporosis|emphysema|a stoma|lymphoma|leukaemia|motor neurone disease|"
        r"a heart problem|a hearing impairment|scoliosis|lupus|disabled|a disability"
    ),
    "psychological": (
        r"depression|depressed|anxiety|anxious|ptsd|bipolar(?: disorder)?|schizophrenia|schizophrenic|"
        r"psychosis|ocd|an eating disorder|anorexia|postnatal depression|post-natal depression|"
        r"a personality disorder|eupd|bpd|panic attacks|suicidal|mental health (?:problems|issues|difficulties)|"
        r"poor mental health|low mood|agoraphobia|bulimia"
    ),
    "neurodivergence": (
        r"adhd|autism|autistic|asd|asc|on the (?:autism |autistic )?spectrum|add|asperger's|tourette's|dyslexia|"
        r"dyslexic|dyspraxia"
    ),
    "learning": (
        r"a learning disability|learning difficulties|learning disabilities|a learning difficulty|down's syndrome|"
        r"global developmental delay"
    ),
    "sensory": (r"deaf|blind|partially sighted|hard of hearing"),
    "substance": (
        r"an alcoholic|alcoholic|an addict|addicted to \w+|a drink problem|a drug problem|a drinking problem|"
        r"(?:a |an )?(?:[a-z-]+ ){0,2}(?:problems?|issues|difficulties|history)(?: with| of| around) "
        r"(?:using |misusing )?"
        r"(?:alcohol|drugs|drink|drinking|drug use|substances?|substance misuse|heroin|cannabis|cocaine)|"
        r"alcohol (?:problems|issues)|drug (?:problems|issues)|"
        r"dependent on alcohol|an? (?:heroin|alcohol|drug|cocaine|crack|gambling|cannabis|drink) (?:addiction|"
        r"habit|dependency)"
    ),
}
"""Words for what somebody lives with, by the area of health."""
FAITHS = (
    r"muslim|christian|catholic|hindu|sikh|jewish|buddhist|a jehovah's witness|pentecostal|methodist|quaker|humanist"
)
LANGUAGES = (
    r"polish|english|welsh|arabic|urdu|punjabi|somali|tigrinya|romanian|bengali|"
    r"portuguese|french|spanish|kurdish|turkish|ukrainian|tamil|gujarati|hindi|farsi|dari|pashto|yoruba|twi|"
    r"vietnamese|greek|russian|italian|german|lithuanian|latvian|hungarian|bulgarian|czech|slovak|albanian|pashtu|"
    r"swahili|shona|amharic|igbo|hausa|cantonese|mandarin|chinese|nepali|sinhala|malayalam|telugu|kurmanji|sorani|"
    r"irish|scots|romani|bsl|sylheti|mirpuri|patois|creole|lingala|oromo|wolof|fula|krio|hebrew|yiddish|thai|"
    r"tagalog|japanese|korean|dutch|british sign language"
)
LIVES_WITH = (
    r"(?:has|have|has had|have had|has been|have been|is|are|suffers? from|(?:was|has been) diagnosed with|"
    r"is living with|lives with|takes? (?:medication|tablets|medicine) for|(?:is|are) on (?:medication|tablets) for|"
    r"(?:is|are) being treated for|struggles with|(?:has been|have been) (?:suffering from|struggling with))"
)
USES = (
    r"drinks(?: heavily| too much| a lot)?|takes drugs|uses? (?:heroin|cocaine|cannabis|drugs)|"
    r"smokes (?:cannabis|weed)|(?:is|are|has been|have been) (?:drinking(?: heavily| a lot| too much)?|"
    r"(?:using|taking|smoking|on) (?:drugs|heroin|cocaine|crack|cannabis|weed|amphetamines|spice))|"
    r"(?:is|are) (?:a heavy drinker|an alcoholic|addicted to [a-z]+|dependent on (?:alcohol|drugs))"
)

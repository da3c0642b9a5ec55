"""The letters of the Social GRACES, their grid and exercises.

After Burnham and Roper-Hall (from 1990; Burnham 2012 for the grid), exercises after Totsuka 2014; content
specification 2. The list is open: talking matters more than the list.
"""

from __future__ import annotations

GRACES: dict[str, str] = {
    "gender": "being seen as, and living as, woman, man, non-binary; roles expected",
    "geography": "place, neighbourhood, rural or urban, migration, postcode",
    "race": "how people are racialised; racism; whiteness",
    "religion": "organised faith, practice, community, rites",
    "age": "years, stage, being too young or too old",
    "ability": "disability, health, learning, what the world makes hard",
    "appearance": "body, dress, skin, hair; how we are read at the door",
    "class": "money and status we grew up with and have now",
    "culture": "shared ways, food, humour, rules of family life",
    "education": "schooling, literacy, trust in schools",
    "ethnicity": "heritage, people, language, nationhood",
    "employment": "paid and unpaid work, benefits, shifts, status",
    "sexuality": "how sexual life and desire are spoken of or silenced",
    "sexual orientation": "who we love",
    "spirituality": "meaning, belief, ancestors, hope beyond religion",
    "gender identity": "one's own sense of gender; being trans",
    "generation": "birth cohort; parents' times; what was normal",
    "caste": "inherited rank",
    "economics": "money now: debt, rent, heating, data",
    "accent and language": "first language, accent, interpreter, signing",
    "immigration status": "visa, waiting, no recourse, papers",
    "neurodivergence": "autism, ADHD, dyslexia, other ways of thinking",
    "family form": "single, step, kinship, adopted, fostered, care-experienced",
    "body history": "illness, pregnancy, loss, addiction and recovery",
}
"""Each grace with its plain meaning: the fifteen that are cited most, then those that were added later."""
SEEN = ("visible", "invisible")
SPOKEN = ("voiced", "unvoiced")
BOXES: dict[tuple[str, str], str] = {
    ("visible", "voiced"): "Is it the only thing spoken of?",
    ("visible", "unvoiced"): "What makes it hard to say?",
    ("invisible", "voiced"): "Who took that risk?",
    ("invisible", "unvoiced"): "What would make it safe? Must it be spoken?",
}
"""The question of each box of the grid (Burnham 2012)."""
EXERCISES = (
    "Which one pulls you? Alone, mark which grace you reach for and which you avoid. One story each, by choice.",
    "Grid of us and them. Fill your own grid, then the family's as far as known. One conversation to open.",
    "Swap one grace of the family in imagination. What would we write, feel, decide differently?",
    "Power line. Which graces give power at this door, in this room, in this court? Who can lay power down?",
    "The unspoken chair. Give one unvoiced grace a chair. What would it ask us?",
    "Two together. Pick two graces by lot. Where do they meet for this child?",
)
"""Short exercises for a group; nobody is asked to tell about themselves."""

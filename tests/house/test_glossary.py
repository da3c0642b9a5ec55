"""The words of this house: every name is made of terms of the glossary, or of plain programming words.

CONTRIBUTING.md holds both: the table under "Glossary" (term, meaning, room) and the words under "Plain words".
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "supervision_tui"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def words_of(name):
    """The words of a name in any of Python's styles, in small letters, without digits."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [word for word in re.split(r"[^a-z]+", spaced.lower()) if word]


def section(title):
    """What stands in CONTRIBUTING.md under the heading *title*, up to the next heading."""
    match = re.search(rf"^#+ {title}\n(.*?)(?=^#+ |\Z)", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert match, f"CONTRIBUTING.md has no section called '{title}'"
    return match.group(1)


def glossary():
    """Each term of the glossary with its meaning and its room."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section("Glossary").splitlines()]
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3 and row[0] not in {"term", "---"}}


def vocabulary():
    """Every word that a name may be made of."""
    return {word for term in glossary() for word in words_of(term)} | set(words_of(section("Plain words")))


OF_PYDANTIC = {"model_post_init"}
"""Methods that pydantic asks a model for by its own name."""
ENDINGS = {"ies": ("y",), "es": ("", "is", "e"), "s": ("",), "ied": ("y",), "ed": ("", "e"), "ing": ("", "e"),
           "er": ("", "e"), "or": ("", "e"), "ion": ("", "e")}  # fmt: skip


def base_forms(word):
    """The word itself and the words that it may be a form of: a plural, a past, who does it, several of these."""
    forms, waiting = {word}, [word]
    while waiting:
        form = waiting.pop()
        for ending, instead in ENDINGS.items():
            if form.endswith(ending) and len(form) > len(ending) + 2:
                bases = {form[: -len(ending)] + letters for letters in instead}
                bases |= {base[:-1] for base in bases if base[-1] == base[-2]}
                waiting += bases - forms
                forms |= bases
    return forms


def refusals(name, where, known):
    """A sentence for each word of *name* that is neither in the glossary nor plain."""
    for word in words_of(name):
        if not known & base_forms(word):
            yield (
                f"{where}: '{name}' has the word '{word}', which stands neither in the glossary nor among the plain "
                "words of CONTRIBUTING.md. Use a term that is there, or add the term with its meaning and its room."
            )


def public_names(path):
    """The module, its public classes, their public methods and its public functions, each with its line."""
    yield (path.parent.name if path.stem == "__init__" else path.stem), 1

    def within(body):
        for node in body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and not node.name.startswith("_") and node.name not in OF_PYDANTIC:
                yield node.name, node.lineno
                if isinstance(node, ast.ClassDef):
                    yield from within(node.body)

    yield from within(ast.parse(path.read_text(encoding="utf-8")).body)


def sources():
    return sorted(PACKAGE.rglob("*.py"))


def test_every_name_is_made_of_words_that_a_stranger_can_look_up():
    known = vocabulary()
    refused = [
        sentence
        for path in sources()
        for name, line in public_names(path)
        for sentence in refusals(name, f"{path.relative_to(ROOT)}:{line}", known)
    ]
    assert not refused, "\n".join(refused)


@pytest.mark.parametrize("name", ["shake_layout", "FurtherStandings", "held_and_told"])
def test_a_private_word_is_refused_with_what_to_do(name):
    refused = list(refusals(name, "somewhere.py:1", vocabulary()))
    assert refused, f"'{name}' should be refused"
    assert "add the term with its meaning and its room" in refused[0]


def test_every_term_has_a_meaning_and_a_room_that_exists():
    terms = glossary()
    assert len(terms) > 100
    for term, (meaning, room) in terms.items():
        assert len(meaning) > 10, term
        assert any((PACKAGE / place.strip("` /")).exists() for place in room.split(",")), f"{term}: no room {room}"


def test_no_term_of_the_glossary_is_there_for_nothing():
    names = {name for path in sources() for name, _ in public_names(path)}
    used = {form for name in names for word in words_of(name) for form in base_forms(word)}
    idle = [term for term in glossary() if not set(words_of(term)) & used]
    assert idle == []

"""Somebody of a family by the first letters of a name, and the key that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.text_folding import name_key
from supervision_tui.tui.commands import ScreenCommand

if TYPE_CHECKING:
    from supervision_tui.family import Family
    from supervision_tui.tui.studio.line_prompt import LinePromptScreen  # noqa: F401 - named in a base below


def find_by_prefix(family: Family, line: str) -> str:
    """The id of the first person whose name begins with *line*, or a later part of whose name does.

    Raises:
        ValueError: nobody's name does.
    """
    prefix = name_key(line)
    names = [(name_key(person.name), person.id) for person in family.persons if prefix]
    matches = [person_id for name, person_id in names if name.startswith(prefix)]
    matches += [person_id for name, person_id in names if any(part.startswith(prefix) for part in name.split()[1:])]
    if matches:
        return matches[0]
    message = f"Nobody's name begins with '{line.strip()[:40]}'."
    raise ValueError(message)


class FindPerson(ScreenCommand["LinePromptScreen"]):
    """Find somebody by the first letters of a name."""

    key, label, hide_in_footer = "slash", "Find", True

    @property
    def possible(self) -> bool:
        return bool(self.screen.editor.family.persons) and not self.screen.writing

    def run(self) -> None:
        screen = self.screen

        def select(line: str) -> str:
            screen.select_person(find_by_prefix(screen.editor.family, line))
            return screen.selected

        screen.ask("Whom are you looking for?", "the first letters of a name", select)

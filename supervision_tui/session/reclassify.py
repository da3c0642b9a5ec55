"""Moving words to another destination: a deliberate act, with a look at who can read them there.

Source: content specification 7.2: from private to the working space or the worker's record, and from the working space
to a child's file, only with a preview; nothing about a family moves to a worker's record.
"""

from __future__ import annotations

from typing import TypeVar

from supervision_tui.practice import Destination, SessionTemplate
from supervision_tui.session.model import Entry, Hypothesis
from supervision_tui.text import Line

MovedT = TypeVar("MovedT", Entry, Hypothesis)

ORDER = (Destination.PRIVATE, Destination.SUPERVISION_RECORD, Destination.FAMILY_WORK, Destination.CHILD_FILE)
"""Destinations by how many people can read what is there."""

_OF_A_FAMILY = {Destination.FAMILY_WORK, Destination.CHILD_FILE}


class PreviewRequiredError(ValueError):
    """More people could read the words there; they are read once more first."""


class ReclassifyError(ValueError):
    """The words may not go there."""


def readers(destination: Destination) -> str:
    """Where that is and who may read it, in a sentence."""
    about = destination.about
    return f"This would stand in {about.name}. Who may read it: {about.read}. Never there: {'; '.join(about.never)}."


def moved(thing: MovedT, destination: Destination, template: SessionTemplate, *, previewed: bool) -> MovedT:
    """*thing* with another destination; its author's name stays behind where it leaves what is private.

    Raises:
        PreviewRequiredError: more people could read it there, and it was not *previewed*.
        ReclassifyError: it may not go there at all.
    """
    if destination is Destination.NONE:
        raise ReclassifyError("What is written cannot be moved to nowhere. Take it back instead; undo brings it again.")
    if destination is Destination.SUPERVISION_RECORD and thing.destination in _OF_A_FAMILY:
        raise ReclassifyError(
            "What was said of a family does not go to a worker's own record. "
            "Write what you learned, without the family."
        )
    if destination in _OF_A_FAMILY and template.family == "none":
        raise ReclassifyError("This format is about no family, and nothing from it goes to one.")
    if isinstance(thing, Hypothesis) and destination is Destination.CHILD_FILE:
        raise ReclassifyError(
            "An idea is not a finding, and stays out of a child's file. "
            "What you then saw or heard can be written there."
        )
    if ORDER.index(destination) > ORDER.index(thing.destination) and not previewed:
        raise PreviewRequiredError(readers(destination))
    return _placed(thing, destination)


def _placed(thing: MovedT, destination: Destination) -> MovedT:
    changes: dict[str, object] = {"destination": destination}
    if isinstance(thing, Entry) and thing.destination is Destination.PRIVATE:
        changes["author"] = Line()
    return thing.model_copy(update=changes)

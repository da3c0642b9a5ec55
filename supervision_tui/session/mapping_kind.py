"""Which map a mapping group makes: safety, wellbeing or success; its title and the ends of its scales follow.

Source: Signs of Safety, Wellbeing and Success (Turnell); the words here are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.practice import SessionTemplate, Stage
    from supervision_tui.session.model import Session

FIELD = "map_kind"
"""Where a session says which map it makes."""
SCALE_ENDS: Mapping[str, str] = {
    "safety": "0 is so worried that the child must not be there today, 10 is safe enough for us to go",
    "wellbeing": "0 is getting worse fast, 10 is that the family has what it needs without us",
    "success": "0 is not able at all to live the life that the child wants, 10 is doing as well as we want for our own",
}
"""What 0 and 10 mean, by the kind of map."""


def mapping_kind(session: Session) -> str:
    """The kind of map that was chosen in *session*; "" for none, or for words that name several."""
    if FIELD not in map(attrgetter("field"), session.entries):  # asked at every key: quick in a long session too
        return ""
    words = name_key(" ".join(str(entry.text) for entry in session.entries if entry.field == FIELD))
    named = [kind for kind in SCALE_ENDS if kind in words]
    return named[0] if len(named) == 1 else ""


def reword_for_mapping(template: SessionTemplate, session: Session) -> SessionTemplate:
    """*template* with title and scales of the map that was chosen in *session*; as it is where none was chosen."""
    kind = mapping_kind(session)
    if not kind or template.title.startswith(title := f"{kind.capitalize()} map: "):
        return template
    stages = tuple(_scaled(stage, SCALE_ENDS[kind]) for stage in template.stages)
    words = f"{title}{template.title[:1].lower()}{template.title[1:]}"
    return template.model_copy(update={"title": type(template.title)(words), "stages": stages})


def _scaled(stage: Stage, ends: str) -> Stage:
    """*stage* with the *ends* of its scale in the lead and beside the number, where it has one."""
    if not any(record.kind == "scale" for record in stage.records):
        return stage
    records = tuple(
        record.model_copy(update={"hint": type(record.hint)(ends)}) if record.kind == "scale" else record
        for record in stage.records
    )
    return stage.model_copy(update={"lead": type(stage.lead)(f"{stage.lead} Here {ends}."), "records": records})

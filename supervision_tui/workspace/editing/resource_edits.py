"""The world round a family on the board: services, places and people outside, linked from one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.family import PartialDate, Resource, ResourceLink
from supervision_tui.family.edits import Add, Change, Edit, EditError, Remove
from supervision_tui.family.model.resources import ResourceKind
from supervision_tui.family.shorthand.resource_link import ParsedLink, kind_of, parse_link
from supervision_tui.text import Line, SafeText
from supervision_tui.text_folding import name_key

if TYPE_CHECKING:
    from supervision_tui.workspace.editing.family_editor import FamilyEditor


def add_link(family_editor: FamilyEditor, person: str, line: str, kind: ResourceKind) -> str:
    """Link *person* with what *line* names, one that is there already or a new one of *kind*; its id."""
    parsed = parse_link(line)
    found = next(
        (resource for resource in family_editor.family.resources if name_key(resource.name) == name_key(parsed.name)),
        None,
    )
    if found is None:
        exact = kind if kind in {"person", "peer_group"} else kind_of(parsed.name, kind)
        new = Resource(
            id=family_editor.free_id(parsed.name, {resource.id for resource in family_editor.family.resources}),
            kind=exact,
            name=Line(parsed.name),
            safety=Line(parsed.safety),
            safety_level=parsed.safety_level,
            links=(_link(ResourceLink(person=person), parsed),),
        )
        family_editor.apply(Add(new))
        return new.id
    family_editor.apply(Change(_linked(found, person, parsed)))
    return found.id


def change_link(family_editor: FamilyEditor, resource: str, person: str, line: str) -> str:
    """Say a link anew, with the name and the safety of what it leads to; its id."""
    parsed = parse_link(line)
    there = resource_of(family_editor, resource)
    named = there.replaced(name=Line(parsed.name), safety=Line(parsed.safety), safety_level=_level(there, parsed))
    family_editor.apply(Change(_linked(named, person, parsed)))
    return there.id


def remove_link(family_editor: FamilyEditor, resource: str, person: str) -> None:
    """Take a link away; what nobody is linked with any more goes too."""
    there = resource_of(family_editor, resource)
    left = tuple(link for link in there.links if link.person != person)
    edit: Edit = Change(there.replaced(links=left)) if left else Remove("resources", there.id)
    family_editor.apply(edit)


def add_worker_change(family_editor: FamilyEditor, resource: str, when: str) -> str:
    """Note that the worker at *resource* changed *when* ("March 2026"); its id.

    Raises:
        DateFormatError: *when* says no date.
    """
    there = resource_of(family_editor, resource)
    day = PartialDate.read(when)
    if day not in there.workers_changed:
        family_editor.apply(Change(there.replaced(workers_changed=(*there.workers_changed, day))))
    return there.id


def resource_of(family_editor: FamilyEditor, resource: str) -> Resource:
    """The service or place of that id.

    Raises:
        EditError: it is not there any more.
    """
    there = next((known for known in family_editor.family.resources if known.id == resource), None)
    if there is None:
        raise EditError("That is not on the ecomap any more. Nothing was changed.")
    return there


def _linked(resource: Resource, person: str, parsed: ParsedLink) -> Resource:
    """*resource* with the link of *person* as it was told; everything else about both stays."""
    if not any(link.person == person for link in resource.links):
        return resource.replaced(links=(*resource.links, _link(ResourceLink(person=person), parsed)))
    links = tuple(_link(link, parsed) if link.person == person else link for link in resource.links)
    return resource.replaced(links=links)


def _link(link: ResourceLink, parsed: ParsedLink) -> ResourceLink:
    note = SafeText("\n".join(part for part in (str(link.note), parsed.remark) if part))
    return link.replaced(strength=parsed.strength, direction=parsed.direction, note=note)


def _level(resource: Resource, parsed: ParsedLink) -> str:
    """The safety in one word: as it was while the words are the same."""
    return resource.safety_level if resource.safety == parsed.safety else parsed.safety_level

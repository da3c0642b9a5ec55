"""A notebook of an earlier program is carried over: people are ids from now on, and who was meant before is settled.

Nothing that was written is written anew: a record stays as it was confirmed. The list of people notes under which names
each of them stood until now, so that somebody of the same name who comes later is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from supervision_tui.text_folding import name_key
from supervision_tui.vault import VaultError
from supervision_tui.vault.backups import folder_of

if TYPE_CHECKING:
    from supervision_tui.workspace.workspace import Workspace

BACKUP = "before-people-have-ids"
"""The copy that is made before, among the backups of the vault."""
TWO_OF_ONE_NAME = (
    "More than one person here is called {name}. What was written under that name until now is shown as it was "
    "written; from now on you are asked which."
)


def carry_over_people(workspace: Workspace) -> list[str]:
    """Carry the notebook over, once, with a backup before; sentences for the person, and nothing changed on trouble."""
    if workspace.vault.read_only or workspace.has_person_ids:
        return []
    before = folder_of(workspace.vault.folder) / BACKUP
    try:
        if not before.exists():
            workspace.vault.backups.make_named(BACKUP)
        owner = name_key(workspace.author)
        same = [person.id for person in workspace.people.roster.practitioners if name_key(person.name) == owner]
        workspace.people.settle_names(owner_is=same[0] if len(same) == 1 else "")
        workspace.note_owner_on_the_list(same[0] if len(same) == 1 else "")
    except VaultError:
        return []  # a full or a read-only disk: names go on as they were, and it is tried again at the next opening
    return [TWO_OF_ONE_NAME.format(name=name) for name in workspace.people.directory.shared_names()]

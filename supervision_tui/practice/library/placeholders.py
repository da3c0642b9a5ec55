"""The names in braces that a prompt may use, and what each stands for (content specification 3.4)."""

from __future__ import annotations

CHILDREN = frozenset({"child", "sibling"})
"""People under eighteen, or brothers and sisters of such."""

PEOPLE = frozenset(
    {
        "child", "sibling", "parent", "mother", "father", "absent_parent", "partner", "ex_partner", "grandparent",
        "aunt_uncle", "carer", "friend", "pet", "ancestor", "person", "person2", "person3", "worker", "supervisor",
        "professional",
    }
)  # fmt: skip
"""Filled with a name; they take a possessive and pronoun forms."""

THINGS = frozenset(
    {"agency", "event", "event_date", "place", "behaviour", "worry", "strength", "household", "age_then", "language"}
)
"""Filled from the family with words."""

TYPED = frozenset(
    {"quote", "topic", "change", "sustain", "n", "m", "age", "date", "role", "name", "names", "A", "B"}
)  # fmt: skip
"""Typed by a worker, or given by the pattern that was found; never filled from the graph."""

KNOWN = PEOPLE | THINGS | TYPED
FORMS = frozenset({"they", "them", "their", "is"})

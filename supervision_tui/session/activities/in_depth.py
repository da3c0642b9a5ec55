"""A child in depth, one to one: beside what the format asks, the next conversation is rehearsed (Bostock 2019)."""

from supervision_tui.session.activities.actions import REHEARSED

FIELDS = (REHEARSED,)

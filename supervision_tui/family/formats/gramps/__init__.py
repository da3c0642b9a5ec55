"""Gramps XML in: people, families with their kinds of parents, events, places, notes."""

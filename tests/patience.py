"""How long a test waits: for what it names, however busy the machine."""

PATIENCE = 180.0
"""Seconds after which a test gives up: only ever reached when something never comes."""

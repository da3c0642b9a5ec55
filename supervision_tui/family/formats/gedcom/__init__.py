"""GEDCOM 5.5, 5.5.1 and 7 in and out: every line used, carried or told."""

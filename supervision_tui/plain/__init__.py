"""The same sessions as question and answer on a plain terminal, for a screen reader or a line-only connection."""

"""The refusal of a line."""


class ShorthandError(ValueError):
    """A line that cannot be taken: too long, nobody named, no such tie; a sentence says what would do."""

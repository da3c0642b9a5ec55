"""Whether a word that could be a name is one: by its capital, its place in the sentence, and the words beside it."""

from __future__ import annotations

from supervision_tui.family.recognition.common_words import (
    ABBREVIATIONS,
    ACTS,
    AFTER_ASKING,
    AFTER_WILL,
    BEFORE_A_CODE,
    BEFORE_A_MONTH,
    BEFORE_A_NAME,
    CALENDAR,
    DOES,
    is_common,
)
from supervision_tui.family.recognition.mention import Grade
from supervision_tui.family.recognition.names import Names
from supervision_tui.family.recognition.tokens import Token, Tokens


class Evidence:
    """What the words round a word say.

    Args:
        names: who is to be recognised.
        tokens: the words of the text.
    """

    def __init__(self, names: Names, tokens: Tokens) -> None:
        self._names = names
        self._tokens = tokens

    def is_plain_word(self, at: int) -> bool:
        """Whether the word *at* is one of every day, written like one."""
        token = self._tokens[at]
        return is_common(token.key) and not (token.capital and not token.opens)

    def weight(self, at: int, *, exact: bool) -> Grade | None:
        """How sure it is that the word *at*, which could be a name, is one; ``None``: it is a word of every day."""
        token, before, after = self._tokens[at], self._beside(at - 1), self._beside(at + 1)
        if token.key in CALENDAR and _is_in_a_date(before, after):
            return None
        if not exact:
            return "possible"
        common = is_common(token.key)
        if not token.cased:
            return "likely" if common else "certain"
        shouted = token.shouted and after is not None and after.shouted
        if token.capital and not shouted and self._of_another_name(at):
            return None if common and token.opens else "possible"
        if token.capital and not token.opens and not shouted:
            return "likely" if common else "certain"
        return self._of_a_common_word(token, before, after) if common else _of_an_uncommon_word(token, after)

    def may_be_short(self, at: int) -> bool:
        """Whether a word of two letters can be a short form: with a capital, or beside a word for an act."""
        before, after = self._beside(at - 1), self._beside(at + 1)
        return (
            not self._tokens[at].cased
            or self._tokens[at].capital
            or (after is not None and after.joined and after.key in DOES)
            or (before is not None and before.key in AFTER_ASKING)
        )

    def may_be_initials(self, at: int) -> bool:
        """Whether the word *at* is of capitals that can be somebody's initials: no term of the work, no shouting."""
        token = self._tokens[at]
        if not token.shouted or token.key in ABBREVIATIONS or is_common(token.key):
            return False
        before, after = self._beside(at - 1), self._beside(at + 1)
        if before is not None and (before.key[-1].isdigit() or before.key in BEFORE_A_CODE):
            return False
        return not any(
            beside is not None and (beside.shouted or beside.key[0].isdigit()) and len(beside.key) > 1
            for beside in (before, after)
        )

    def _of_a_common_word(self, token: Token, before: Token | None, after: Token | None) -> Grade | None:
        """A word of every day in small letters, or where a capital says nothing: only beside an act, or with an 's."""
        if (after is not None and after.key in AFTER_WILL) or (token.key in CALENDAR and not token.capital):
            return None
        does = after is not None and after.joined and after.key in DOES
        if token.capital:
            return "possible" if (does or token.possessive) and not token.shouted else None
        if token.opens and after is not None and after.joined and after.key in ACTS:
            return "possible"
        asked = before is not None and before.key in AFTER_ASKING
        named = before is not None and before.key in BEFORE_A_NAME and does
        return "possible" if asked or named else None

    def _beside(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def _of_another_name(self, at: int) -> bool:
        """Whether a first name is followed by a surname that is nobody's here: it may be somebody else."""
        after = self._beside(at + 1)
        return (
            after is not None
            and after.joined
            and not after.comma
            and after.capital
            and not after.opens
            and not is_common(after.key)
            and not self._names.of(after.key)
            and len(after.key) > 2  # noqa: PLR2004 - an initial
        )


def _of_an_uncommon_word(token: Token, after: Token | None) -> Grade:
    """A name in small letters, or at the beginning of a sentence."""
    if token.capital:
        return "certain"
    does = after is not None and after.joined and after.key in DOES
    return "likely" if len(token.key) > 2 or does else "possible"  # noqa: PLR2004 - two letters say little


def _is_in_a_date(before: Token | None, after: Token | None) -> bool:
    """Whether a word of the calendar is where one usually is."""
    return (before is not None and (before.key in BEFORE_A_MONTH or before.key[0].isdigit())) or (
        after is not None and after.joined and after.key[0].isdigit()
    )

"""Language that cares: hints on words, drifting actions and how easy a text is to read."""

from supervision_tui.practice.language.checking import Hint, LanguageReport, check
from supervision_tui.practice.language.readability import LongSentence, Readability, readability
from supervision_tui.practice.language.wordlist import WordList, load_words

__all__ = ["Hint", "LanguageReport", "LongSentence", "Readability", "WordList", "check", "load_words", "readability"]

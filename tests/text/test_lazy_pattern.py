import re

import pytest

from supervision_tui.lazy_pattern import lazy_pattern


@pytest.mark.parametrize(
    ("pattern", "flags"), [(r"(?P<word>[a-z]+) ?(\d)?", 0), (r"(?P<word>[a-z]+) ?(\d)?", re.IGNORECASE)]
)
def test_a_pattern_that_is_compiled_later_finds_what_a_compiled_one_finds(pattern, flags):
    compiled, lazy = re.compile(pattern, flags), lazy_pattern(pattern, flags)
    words = "One 1, two 2 THREE"
    assert [match.groups() for match in lazy.finditer(words)] == [match.groups() for match in compiled.finditer(words)]
    assert lazy.sub("-", words) == compiled.sub("-", words)
    assert lazy.split(words) == compiled.split(words)
    assert (lazy.fullmatch("one 1") is None) == (compiled.fullmatch("one 1") is None)
    assert lazy.groupindex == compiled.groupindex


def test_nothing_is_compiled_until_a_pattern_is_used(monkeypatch):
    compiled = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or compile_now(*given))
    lazy = lazy_pattern("a+", re.DOTALL)
    assert compiled == []
    assert lazy.match("aa")[0] == "aa"
    assert lazy.search("baa").start() == 1
    assert compiled == [("a+", re.DOTALL)]


def test_what_a_pattern_does_not_have_is_not_there():
    assert not hasattr(lazy_pattern("("), "nothing")
    with pytest.raises(re.error):
        lazy_pattern("(").match("")

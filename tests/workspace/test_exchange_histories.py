"""Three notebooks that edit, delete, hold, go back to older copies and send parcels in any order: no text is lost.

After every step, each text that anybody wrote stands in a notebook, waits in one for a person to look at both, was
deleted there on purpose, or gave way to one that grew from it and that a person took in or chose.
"""

import json

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from supervision_tui.text import Line
from supervision_tui.vault import OnHoldError
from supervision_tui.workspace.notebook.conflicts import accept_waiting, discard_waiting, open_conflicts
from tests.whole import examples
from tests.workspace.exchange_notebooks import notebook

STEP = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 2)),
    st.tuples(st.just("send"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("take again"), st.integers(0, 9)),
    st.tuples(st.just("look at both"), st.integers(0, 2), st.booleans()),
    st.tuples(st.just("older copy"), st.integers(0, 2)),
    st.tuples(st.just("clone"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("delete"), st.integers(0, 2)),
    st.tuples(st.just("hold"), st.integers(0, 2)),
)


class World:
    """Three paired notebooks with one family between them, and what was seen by whom."""

    def __init__(self, books):
        self.books = books
        self.parcels = []
        self.copies = {}
        self.number = 0
        self.grew = {}
        self.gone = set()

    def ident(self, book):
        """The family's id there, or ""."""
        return next((heading.id for heading in book.workspace.families.headings()), "")

    def standing(self, book):
        """The title that stands there, which tells the text; "" without the family."""
        ident = self.ident(book)
        return str(book.workspace.families.get(ident).title) if ident else ""

    def beside(self, book):
        """The titles that wait there."""
        return {json.loads(body)["title"] for body in book.text_beside()}

    def edit(self, at):
        book = self.books[at]
        if ident := self.ident(book):
            before = self.standing(book)
            self.number += 1
            title = f"zq{self.number}"
            self.grew[title] = {before, *self.grew.get(before, ())}
            family = book.workspace.families.get(ident)
            book.workspace.families.put(family.model_copy(update={"title": Line(title)}), ident)

    def send(self, sender, receiver):
        if sender != receiver and (ident := self.ident(self.books[sender])):
            path = self.books[sender].make(ident, self.books[receiver])
            self.parcels.append((receiver, path))
            self.take(receiver, path)

    def take_again(self, number):
        if self.parcels:
            self.take(*self.parcels[number % len(self.parcels)])

    def take(self, at, path):
        book = self.books[at]
        before, waited = self.standing(book), self.beside(book)
        (incoming,) = [text for text in book.preview(path).texts if text.shared.kind == "family"]
        title = str(incoming.shared.model.title)
        book.take(path)
        after, waits = self.standing(book), self.beside(book)
        assert waited <= waits, "taking in drops nothing that waits"
        assert title in {after, *waits}, "what came stands, or waits beside"
        if after != before and before:
            assert before in self.grew.get(title, ()), "what stood gives way only to what grew from it"
        else:
            assert before in {after, ""}

    def look_at_both(self, at, theirs):
        book = self.books[at]
        for two in open_conflicts(book.workspace.vault):
            if two.kept.kind == "family":
                standing, waiting = self.standing(book), json.loads(two.kept.body)["title"]
                if theirs:
                    accept_waiting(book.workspace, two)
                    chosen, other = waiting, standing
                else:
                    discard_waiting(book.workspace, two)
                    chosen, other = standing, waiting
                self.grew[chosen] = {*self.grew.get(chosen, ()), other, *self.grew.get(other, ())} - {chosen}

    def older_copy(self, at):
        book = self.books[at]
        ident = self.ident(book)
        if not ident:
            return
        now = book.workspace.families.get(ident), book.workspace.exchanges.get_or_start(ident)
        if at not in self.copies:
            self.copies[at] = now
            return
        family, exchange = self.copies.pop(at)
        self.gone.add(self.standing(book))
        book.workspace.families.put(family.model_copy(update={"id": ident}), ident)
        book.workspace.exchanges.find(ident)
        book.workspace.exchanges.put(exchange, ident)

    def clone(self, at, receiver):
        """A copy of the notebook, of which nobody here knows, is written in and sends to *receiver*."""
        book = self.books[at]
        ident = self.ident(book)
        if not ident or at == receiver:
            return
        now = book.workspace.families.get(ident), book.workspace.exchanges.get_or_start(ident)
        self.edit(at)
        written = self.standing(book)
        self.send(at, receiver)
        family, exchange = now
        self.gone.add(written)
        book.workspace.families.put(family, ident)
        book.workspace.exchanges.find(ident)
        book.workspace.exchanges.put(exchange, ident)
        assert written in {self.standing(self.books[receiver]), *self.beside(self.books[receiver])}

    def delete(self, at):
        book = self.books[at]
        if ident := self.ident(book):
            title = self.standing(book)
            try:
                book.workspace.families.drop(ident, "it was let go")
            except OnHoldError:
                assert self.standing(book) == title, "a hold beats a deletion"
            else:
                self.gone.add(title)

    def hold(self, at):
        book = self.books[at]
        if ident := self.ident(book):
            book.workspace.vault.documents.hold("family", ident, author=book.name, reason="a complaint")


@examples(10, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=8, max_size=25))
def test_no_text_is_ever_lost_between_three_notebooks(world, steps):
    for name, *arguments in steps:
        getattr(world, name.replace(" ", "_"))(*arguments)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Three notebooks, paired with one another; the family begins in Sam's. One history goes on from the one before."""
    folder = tmp_path_factory.mktemp("histories")
    patch = pytest.MonkeyPatch()
    patch.setenv("SUPERVISION_TUI_HOME", str(folder / "home"))
    patch.setenv("SUPERVISION_TUI_STATE", str(folder / "state"))
    with (
        notebook(folder, "Sam", ("haile.yaml",)) as sam,
        notebook(folder, "Ben") as ben,
        notebook(folder, "Zoe") as zoe,
    ):
        sam.pair(ben)
        sam.pair(zoe)
        ben.pair(zoe)
        yield World((sam, ben, zoe))
    patch.undo()

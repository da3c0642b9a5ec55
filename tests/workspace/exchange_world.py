"""Three paired notebooks in which anything happens, and a record of who wrote what and who saw it.

Every text that is written bears a word of its own (a mark), so that it can be followed wherever it goes.
"""

import re
import shutil
from datetime import timedelta
from itertools import combinations, count

from supervision_tui.practice import Destination
from supervision_tui.records import Record
from supervision_tui.records.model import Correction
from supervision_tui.session import Entry, Hypothesis, SessionStatus
from supervision_tui.session.model import Session
from supervision_tui.text import Line, SafeText
from supervision_tui.vault import OnHoldError
from supervision_tui.workspace import open_vault
from supervision_tui.workspace.exchange.shared_texts import step_notes, step_texts
from supervision_tui.workspace.notebook import RetentionSchedule, accept_waiting, discard_waiting, open_conflicts
from supervision_tui.workspace.notebook.retention import RetentionError
from supervision_tui.workspace.store import agreed_step
from tests.workspace.conftest import NOW
from tests.workspace.exchange_notebooks import PASSPHRASE, Notebook, notebook

MARK = re.compile(r"zq\d+q")
NEVER = ("znever-private", "znever-supervision", "znever-other", "znever-taken-out")
"""What must leave in no parcel: a private line, a worker's own record, another family, words taken out of a draft."""


def prepared_notebooks(folder):
    """The folders of three notebooks that are paired with one another, each with what must never leave it."""
    with notebook(folder, "Sam") as sam, notebook(folder, "Ben") as ben, notebook(folder, "Zoe") as zoe:
        for one, other in combinations((sam, ben, zoe), 2):
            one.pair(other)
        for book in (sam, ben, zoe):
            _with_what_never_leaves(book.workspace)
    return {name: folder / name for name in ("Sam", "Ben", "Zoe")}


def _with_what_never_leaves(workspace):
    other = workspace.new_family("znever-other")
    own = _record("own", other.id, "znever-supervision", Destination.SUPERVISION_RECORD)
    workspace.records.put(own, "own")
    workspace.records.put(_record("others", other.id, "znever-other", Destination.CHILD_FILE), "others")
    private = Entry(
        id="p.1", field="x", stage="x", text=SafeText("znever-private"), at=NOW, destination=Destination.PRIVATE
    )
    session = _session("p", workspace.me, other.id).model_copy(update={"entries": (private,)})
    workspace.sessions.submit_session(session)
    workspace.writer.flush()


def _record(ident, family_id, words, destination):
    return Record(
        id=ident, destination=destination, subject=Line("robin"), title=Line("A talk"), session_id=f"of-{ident}",
        family_ref=Line(family_id), day=NOW.date(), author=Line("Sam"), opening=SafeText(words), sections=(),
        corrections=(Correction(heading=Line("x"), before=SafeText("znever-taken-out"), by=Line("Sam"), at=NOW),),
    )  # fmt: skip


def _session(ident, who, family_id, at=NOW):
    return Session(
        id=ident, template_id="T2", status=SessionStatus.CLOSED, started=at, touched=at, ended=at, facilitator=who,
        family_id=family_id, family_ref=Line(family_id), stage="x",
    )  # fmt: skip


class World:
    """Three notebooks, the parcels between them, and for each mark what it grew from and where it was seen.

    *written* are all marks, *grew* the marks that each grew from, *gone* what somebody let go or went back behind,
    *seen* for each notebook what stood or waited in it at some time.
    """

    def __init__(self, prepared, folder):
        self.folder, self.books, self.parcels = folder, [], []
        self.numbers = count(1)
        self.written, self.grew, self.gone, self.copies = set(), {}, set(), {}
        for name, at in prepared.items():
            shutil.copytree(at, folder / name)
            self.books.append(self.opened(name, folder / name))
        self.seen = [set() for _ in self.books]
        first = self.books[0].workspace
        first.new_family(self.mark())
        for write in (self.write_record, self.write_idea, self.agree_step):
            write(0)

    def opened(self, name, folder):
        """The notebook in a folder, opened, with a clock that goes on by a minute at each look."""
        workspace = open_vault(folder / "vault", PASSPHRASE, accept_older=True)
        workspace.sessions.now = self.now
        return Notebook(name, workspace, folder / "out")

    def now(self):
        """A moment after every one before: everybody's clock is right."""
        return NOW + timedelta(minutes=next(self.numbers))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Close every notebook."""
        for book in self.books:
            book.workspace.close()

    def mark(self, *before):
        """A new word for a text that grows from those of the marks *before*."""
        new = f"zq{next(self.numbers)}q"
        self.written.add(new)
        self.grew[new] = set(before).union(*(self.grew[old] for old in before))
        return new

    def ident(self, at):
        """The family's id there, or ""."""
        families = self.books[at].workspace.families.all()
        return next((str(family.id) for family in families if MARK.search(family.title)), "")

    def visible(self, book):
        """The marks of every text that stands or waits in a notebook."""
        workspace, found = book.workspace, set()
        for family in workspace.families.all():
            found |= set(MARK.findall(family.title))
            for texts in (
                [idea.statement for idea in workspace.sessions.ideas(family.id)],
                [text.text for text in step_texts(workspace, family.id)],
                [note.why for note in step_notes(workspace, family.id)],
            ):
                found |= set(MARK.findall("\n".join(texts)))
        found |= {mark for record in workspace.records.all() for mark in MARK.findall(record.opening)}
        return found | self.waiting(book)

    def waiting(self, book):
        """The marks of texts that wait beside others."""
        kept = book.workspace.vault.documents.conflicts()
        return {mark for copy in kept if copy.body for mark in MARK.findall(copy.body)}

    # -- what people write

    def edit_family(self, at):
        """Give the family another title."""
        if ident := self.ident(at):
            families = self.books[at].workspace.families
            family = families.get(ident)
            title = Line(self.mark(*MARK.findall(family.title)))
            families.put(family.model_copy(update={"title": title}), ident)

    def write_record(self, at):
        """A new record of the family."""
        if ident := self.ident(at):
            number = next(self.numbers)
            where = (Destination.CHILD_FILE, Destination.FAMILY_WORK)[number % 2]
            key = f"s{number}.{'fw' if number % 2 else 'cf.robin'}"
            self.books[at].workspace.records.put(_record(key, ident, self.mark(), where), key)

    def edit_record(self, at, number):
        """Go on with a record of the family."""
        records = self.books[at].workspace.records
        known = [record for record in records.all() if MARK.search(record.opening)]
        if known and self.ident(at):
            record = known[number % len(known)]
            words = SafeText(self.mark(*MARK.findall(record.opening)))
            records.put(record.model_copy(update={"opening": words}), record.id)

    def write_idea(self, at):
        """A session in which an idea is told."""
        self._session_with(at, SafeText(self.mark()), f"i{next(self.numbers)}")

    def edit_idea(self, at, number):
        """A session in which an idea is put in other words."""
        ideas = self.books[at].workspace.sessions.ideas(self.ident(at)) if self.ident(at) else ()
        if ideas:
            idea = ideas[number % len(ideas)]
            self._session_with(at, SafeText(self.mark(*MARK.findall(idea.statement))), idea.id)

    def _session_with(self, at, words, idea_id):
        workspace, ident = self.books[at].workspace, self.ident(at)
        if not ident:
            self.gone |= set(MARK.findall(words))
            return
        when = self.now()
        idea = Hypothesis(id=idea_id, stage="x", statement=words, at=when)
        session = _session(f"s{next(self.numbers)}", workspace.me, ident, when)
        workspace.sessions.put(session.model_copy(update={"hypotheses": (idea,)}), session.id)

    def agree_step(self, at):
        """Agree a step outside a session."""
        if ident := self.ident(at):
            when = self.now()
            step = agreed_step(self.mark(), "Lee", "no day", (), at=when)
            self.books[at].workspace.step_log.note_new(ident, step, at=when)

    def note_step(self, at, number):
        """Note what became of a step, or its new day, and why."""
        workspace, ident = self.books[at].workspace, self.ident(at)
        steps = [text.model for text in step_texts(workspace, ident)] if ident else []
        if not steps:
            return
        step, why = steps[number % len(steps)], self.mark()
        if number % 3 == 0:
            day = (NOW + timedelta(days=200 + number)).date()
            workspace.step_log.note_day(ident, step, f"{day:%d/%m/%Y}", why, at=self.now())
        else:
            state = ("part", "not_done", "done")[number % 2 + (number % 7 == 0)]
            workspace.step_log.note_outcome(ident, step, state, why, at=self.now())

    # -- what goes between the notebooks

    def send(self, sender, receiver):
        """Make a parcel, and take it in."""
        if sender != receiver and self.ident(sender):
            self._send(self.books[sender], self.ident(sender), receiver)

    def _send(self, book, ident, receiver, **asked):
        path = book.make(ident, self.books[receiver], **asked)
        self.parcels.append((receiver, path))
        self.take(receiver, path)

    def take_again(self, number):
        """Take in a parcel that came before."""
        if self.parcels:
            self.take(*self.parcels[number % len(self.parcels)])

    def take(self, at, path):
        """Take a parcel in: what stood gives way only to what grew from it, and what came is shown."""
        book = self.books[at]
        before, waited = self.visible(book), self.waiting(book)
        contents = book.preview(path).contents.model_dump_json()
        assert not [word for word in NEVER if word in contents], "what is nobody else's leaves in no parcel"
        came = set(MARK.findall(contents))
        book.take(path)
        after = self.visible(book)
        assert waited <= self.waiting(book), "taking in drops nothing that waits"
        for mark in before - after:
            assert any(mark in self.grew[new] for new in came & after), f"{mark} gives way to what grew from it"
        known = after | self.seen[at]
        for mark in came - known:
            assert any(mark in self.grew[new] for new in known), f"{mark} came, and is shown or was grown out of"

    def hand_over(self, sender, receiver):
        """Send the family for good: ask to let it go, and let it go here unless it is on hold."""
        if sender != receiver and self.ident(sender):
            self._send(self.books[sender], self.ident(sender), receiver, let_go="the work ended")
            self.delete(sender)

    def look_at_both(self, at, theirs):
        """Look at each two texts, and let one stand."""
        book = self.books[at]
        for two in open_conflicts(book.workspace.vault):
            waiting = set(MARK.findall(two.kept.body))
            before = self.visible(book)
            (accept_waiting if theirs else discard_waiting)(book.workspace, two)
            after = self.visible(book)
            self.gone |= waiting - after
            for lost in before - after:
                for chosen in waiting & after:
                    self.grew[chosen] |= {lost, *self.grew[lost]} - {chosen}
                self.gone.add(lost)

    # -- what happens to a whole notebook

    def older_copy(self, at):
        """Keep a copy of the notebook; or, with one, go back to it: what was written since is gone here."""
        book = self.books[at]
        if at not in self.copies:
            self.copies[at] = self._copied(at), set(self.seen[at])
            return
        before = self.visible(book)
        folder, seen = self.copies.pop(at)
        book.workspace.close()
        self.books[at] = self.opened(book.name, folder)
        self.seen[at] = seen
        self.gone |= before - self.visible(self.books[at])

    def clone(self, at, receiver, number):
        """A copy of the notebook, of which nobody here knows, is written in and sends."""
        ident = self.ident(at)
        if not ident or at == receiver:
            return
        copy, seen = self._copied(at), set(self.seen[at])
        mine = self.books[at]
        self.books[at] = self.opened(mine.name, copy)
        (self.edit_family, self.write_idea, self.agree_step)[number % 3](at)
        self.gone |= self.visible(self.books[at]) - self.visible(mine)  # the copy is nowhere any more
        self._send(self.books[at], ident, receiver)
        self.books[at].workspace.close()
        self.books[at], self.seen[at] = mine, seen

    def _copied(self, at):
        """A copy of the notebook's folder, made as people make one: with the program closed."""
        book = self.books[at]
        book.workspace.close()
        here = book.folder.parent
        copy = self.folder / f"copy-{next(self.numbers)}"
        shutil.copytree(here, copy)
        self.books[at] = self.opened(book.name, here)
        return copy

    def delete(self, at):
        """Let the family's working space go, unless it is on hold."""
        ident = self.ident(at)
        if not ident:
            return
        book = self.books[at]
        before, schedule = self.visible(book), RetentionSchedule(book.workspace)
        held = bool(book.workspace.involvements.of(ident).hold)
        schedule.end_involvement(ident, NOW.date())
        (going,) = [item for item in schedule.disposals() if item.key == ("family", ident)]
        try:
            schedule.dispose(going, "it was let go")
        except (RetentionError, OnHoldError):
            assert self.visible(book) == before, "a hold beats a deletion"
            schedule.end_involvement(ident, None)
        else:
            assert not held
            self.gone |= before - self.visible(book)

    def hold(self, at):
        """Put all of the family on hold, what came in parcels too."""
        if ident := self.ident(at):
            RetentionSchedule(self.books[at].workspace).hold(ident, "a complaint")

    def release(self, at):
        """End the hold."""
        if ident := self.ident(at):
            RetentionSchedule(self.books[at].workspace).release(ident, "it is over")

    def check(self):
        """Every text that was ever written stands or waits somewhere, was grown out of, or let go on purpose."""
        anywhere = set()
        for at, book in enumerate(self.books):
            now = self.visible(book)
            self.seen[at] |= now
            anywhere |= now
        for mark in self.written - anywhere - self.gone:
            assert any(mark in self.grew[new] for new in anywhere | self.gone), f"{mark} is nowhere"

"""The writer: saved means on the disk, the newest text wins, nobody conflicts with themselves."""

import threading

import pytest

from supervision_tui.vault import ConflictError, DiskFullError, Save, VaultClosedError, Writer
from tests.patience import PATIENCE


@pytest.fixture
def writer(vault):
    made = Writer(vault)
    yield made
    made.close(PATIENCE)


def test_a_future_is_done_when_the_disk_has_the_text(vault, writer):
    saved = writer.submit(Save("note", "a", "words", author="Ann", base=0)).result(PATIENCE)
    assert vault.documents.get("note", "a") == saved


def test_typing_on_is_no_conflict_with_oneself(vault, writer):
    futures = [writer.submit(Save("note", "a", f"text {n}", author="Ann", base=0, draft=True)) for n in range(100)]
    assert writer.flush(PATIENCE)
    assert futures[-1].result().body == "text 99"
    assert all(future.done() for future in futures)
    assert vault.documents.get("note", "a").body == "text 99"
    assert vault.documents.conflicts() == []


def test_the_newest_text_takes_the_queue_slot(vault, writer):
    gate = threading.Event()
    slow = vault.documents.save

    def save(save):
        gate.wait(PATIENCE)
        return slow(save)

    vault.documents.save = save
    first = writer.submit(Save("note", "x", "holds the thread", author="Ann", base=0))
    futures = [writer.submit(Save("note", "a", f"text {n}", author="Ann", base=0)) for n in range(20)]
    gate.set()
    assert first.result(PATIENCE)
    assert {future.result(PATIENCE).version for future in futures} == {1}
    assert len(vault.documents.history("note", "a")) == 1


def test_a_deliberate_save_overtaken_in_the_queue_stays_deliberate(vault, writer):
    gate = threading.Event()
    slow = vault.documents.save
    vault.documents.save = lambda save: (gate.wait(PATIENCE), slow(save))[1]
    writer.submit(Save("note", "x", "holds the thread", author="Ann", base=0))
    writer.submit(Save("note", "a", "deliberate", author="Ann", base=0))
    writer.submit(Save("note", "a", "deliberate, typed on", author="Ann", base=0, draft=True))
    gate.set()
    writer.flush(PATIENCE)
    assert [line.draft for line in vault.documents.history("note", "a")] == [False]


def test_someone_elses_save_is_a_conflict(vault, writer):
    writer.submit(Save("note", "a", "mine", author="Ann", base=0)).result(PATIENCE)
    vault.documents.save(Save("note", "a", "theirs", author="Ben", base=1))
    with pytest.raises(ConflictError):
        writer.submit(Save("note", "a", "mine again", author="Ann", base=0)).result(PATIENCE)
    assert vault.documents.conflicts()[0].body == "mine again"


def test_a_document_made_anew_after_a_deletion_is_no_conflict(vault, writer):
    for n in range(3):
        writer.submit(Save("note", "a", f"text {n}", author="Ann", base=0)).result(PATIENCE)
    vault.documents.delete("note", "a", author="Ann", reason="filed")
    assert writer.submit(Save("note", "a", "anew", author="Ann", base=0)).result(PATIENCE).version == 4
    assert writer.submit(Save("note", "a", "anew, typed on", author="Ann", base=0)).result(PATIENCE).version == 5
    assert vault.documents.conflicts() == []


def test_many_threads_save_read_and_search_at_once(vault):
    wrong = []

    def work(name):
        try:
            for n in range(40):
                vault.documents.save(
                    Save("note", f"{name}{n % 8}", f"{name} {n}", author=name, base=n // 8, search=f"heron {n}")
                )
                assert vault.documents.get("note", f"{name}{n % 8}").body == f"{name} {n}"
                vault.documents.search("heron", limit=3)
        except Exception as error:  # noqa: BLE001 - told by the main thread
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(vault.documents.headings("note")) == 48
    assert vault.check() == []


def test_what_the_disk_refused_is_kept_and_tried_again(vault):
    told = []
    writer = Writer(vault, on_error=lambda save, error: told.append((save.id, type(error))))
    works = vault.documents.save

    def refuses(_save):
        message = "The disk is full."
        raise DiskFullError(message)

    vault.documents.save = refuses
    with pytest.raises(DiskFullError):
        writer.submit(Save("note", "a", "words", author="Ann", base=0)).result(PATIENCE)
    writer.flush(PATIENCE)
    assert told == [("a", DiskFullError)]
    assert writer.unsaved[("note", "a")].body == "words"
    vault.documents.save = works
    (again,) = writer.retry()
    assert again.result(PATIENCE).body == "words"
    assert writer.unsaved == {}
    writer.close(PATIENCE)


def test_closing_saves_what_is_queued_and_takes_no_more(vault):
    writer = Writer(vault)
    futures = [writer.submit(Save("note", str(n), "words", author="Ann", base=0)) for n in range(30)]
    assert writer.close(PATIENCE)
    assert all(future.result().version == 1 for future in futures)
    with pytest.raises(VaultClosedError):
        writer.submit(Save("note", "late", "words", author="Ann", base=0))


def test_an_unforeseen_error_is_told_in_words_and_the_thread_lives_on(vault, writer):
    works = vault.documents.save
    vault.documents.save = lambda _save: 1 / 0
    with pytest.raises(Exception, match="could not be saved") as caught:
        writer.submit(Save("note", "a", "secret words", author="Ann", base=0)).result(PATIENCE)
    assert "secret" not in str(caught.value)
    vault.documents.save = works
    assert writer.submit(Save("note", "a", "words", author="Ann", base=0)).result(PATIENCE).version == 1


def test_a_text_in_a_queue_is_not_shown_by_its_repr(vault):
    assert "secret" not in repr(Save("note", "a", "secret", "Ann", 0, title="secret", search="secret"))

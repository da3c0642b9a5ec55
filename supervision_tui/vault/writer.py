"""The one thread that saves: the newest text of a document wins its place in the queue, and order is kept.

A save is acknowledged (its future done) only when the disk has it. The base version of a queued text is carried forward
over the writer's own saves, so typing on while a save is under way is no conflict with oneself.
"""

from __future__ import annotations

import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from supervision_tui.vault.documents import Save, StoredDocument
from supervision_tui.vault.errors import ConflictError, VaultClosedError, VaultError
from supervision_tui.vault.vault import Vault

Key = tuple[str, str]


@dataclass(slots=True)
class Job:
    """One text waiting to be saved, and everyone who waits for it."""

    save: Save
    waiting: list[Future[StoredDocument]] = field(default_factory=list, repr=False)


class Writer:
    """Saves in the background. *on_saved* and *on_error* are called in the writer's thread.

    Attributes:
        unsaved: texts that the disk refused, newest of each document, kept in memory for :meth:`retry`.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        on_saved: Callable[[StoredDocument], None] | None = None,
        on_error: Callable[[Save, VaultError], None] | None = None,
    ) -> None:
        self._vault = vault
        self._on_saved = on_saved
        self._on_error = on_error
        self._queue: OrderedDict[Key, Job] = OrderedDict()
        self._own: dict[Key, dict[int, int]] = {}
        self._change = threading.Condition()
        self._busy = False
        self._stopping = False
        self.unsaved: dict[Key, Save] = {}
        self._thread = threading.Thread(target=self._work, name="vault-writer", daemon=True)
        self._thread.start()

    def submit(self, save: Save) -> Future[StoredDocument]:
        """Queue a save; the future is done when the disk has this text or a newer one of the same document.

        Raises:
            VaultClosedError: the writer was closed.
        """
        future: Future[StoredDocument] = Future()
        key = (save.kind, save.id)
        with self._change:
            if self._stopping:
                message = "The vault is being closed, so nothing more can be saved. Everything before is safe."
                raise VaultClosedError(message)
            job = Job(save)
            overtaken = self._queue.pop(key, None)
            if overtaken is not None:
                job = Job(replace(save, draft=save.draft and overtaken.save.draft), overtaken.waiting)
            job.waiting.append(future)
            self.unsaved.pop(key, None)
            self._queue[key] = job
            self._change.notify_all()
        return future

    def retry(self) -> list[Future[StoredDocument]]:
        """Queue once more every text that the disk refused and that no newer one has overtaken."""
        with self._change:
            again = list(self.unsaved.values())
            self.unsaved.clear()
        return [self.submit(save) for save in again]

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until nothing is queued or under way; false when *timeout* (seconds) passed first."""
        with self._change:
            return self._change.wait_for(lambda: not self._queue and not self._busy, timeout)

    def close(self, timeout: float | None = None) -> bool:
        """Save what is queued and stop; false when *timeout* passed first. Closing twice does nothing."""
        with self._change:
            self._stopping = True
            self._change.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        if hasattr(signal, "pthread_sigmask"):  # a signal taken here would not wake the thread that waits for a key
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        while True:
            with self._change:
                self._change.wait_for(lambda: self._queue or self._stopping)
                if not self._queue:
                    return
                _, job = self._queue.popitem(last=False)
                self._busy = True
            try:
                self._save(job)
            finally:
                with self._change:
                    self._busy = False
                    self._change.notify_all()

    def _save(self, job: Job) -> None:
        save = job.save
        own = self._own.setdefault((save.kind, save.id), {})
        try:
            base = self._carried(save, own)
            saved = self._vault.documents.save(replace(save, base=base))
        except VaultError as error:
            self._failed(job, error)
            return
        except Exception:  # noqa: BLE001 - whatever it is, the thread lives on and no local value is shown
            self._failed(job, VaultError("This could not be saved. What was saved before is safe; try again."))
            return
        if saved.version != base:
            own[base] = saved.version
        for future in job.waiting:
            future.set_result(saved)
        if self._on_saved:
            self._on_saved(saved)

    def _carried(self, save: Save, own: dict[int, int]) -> int:
        """The base of *save* carried forward over this writer's own saves; not over a deletion."""
        base = save.base
        while base in own:
            base = own[base]
        if base != save.base:
            own[save.base] = base  # a long way over many saves is gone once
        if base != save.base and not self._vault.documents.version(save.kind, save.id):
            own.clear()
            return save.base
        return base

    def _failed(self, job: Job, error: VaultError) -> None:
        key = (job.save.kind, job.save.id)
        with self._change:
            if not isinstance(error, ConflictError) and key not in self._queue:
                self.unsaved[key] = job.save
        for future in job.waiting:
            future.set_exception(error)
        if self._on_error:
            self._on_error(job.save, error)

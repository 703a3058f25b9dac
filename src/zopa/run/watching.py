"""A case that is held open while somebody works on it: read again only where something on disk has changed."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING, TypeVar, cast

from zopa.case import CASE_FILE
from zopa.errors import InputError
from zopa.folder.case_folder import SOURCES, case_home, is_case, read_case_text
from zopa.folder.documents_folder import list_documents
from zopa.folder.record_file import RECORD_FILE
from zopa.run.records import Records
from zopa.run.talks import open_folder, open_talks
from zopa.solve.budget import SolverBudget, SolverStoppedError, within
from zopa.sources import read_document
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from zopa.errors import Problem
    from zopa.run.talks import Talks
    from zopa.sources import Document

Made = TypeVar("Made")
Stamp = tuple[tuple[str, str], ...]
SOON = 50_000
"""Characters of text that are read for statements while a page waits: about a second; more are read behind the pages."""


class CaseWatch:
    """A case folder, opened when first asked for and again when a file of it has changed.

    Documents are kept by the hash of their file, records as long as the words of the case do not change (corrections are applied anew),
    and whatever `once` made until the case changes. One thread at a time reads, and one makes each thing; nobody waits for another one's.
    """

    def __init__(self, path: str | Path) -> None:
        self.home = case_home(path)
        self._lock = threading.Lock()
        self._work: dict[Hashable, threading.Lock] = {}
        self._budget = SolverBudget()
        self._reader: threading.Thread | None = None
        self._faulty: Talks | None = None
        self._documents: dict[tuple[str, str, str], tuple[Document | None, tuple[Problem, ...]]] = {}
        self._talks: Talks | None = None
        self._stamp: Stamp = ()
        self._made: dict[Hashable, object] = {}
        self.began_broken = False
        self.faults: tuple[Problem, ...] = ()

    def talks(self) -> Talks:
        """The case as it stands on disk now; while its file has errors, the last one without, and `faults` tells them.

        Raises:
            InputError: there is no case file that can be read, and there was none before.
        """
        with self._lock:
            stamp = self._read_stamp()
            if self._talks is None or stamp != self._stamp:
                fresh = self._opened()
                if fresh is None:
                    self._stamp = stamp
                    return cast("Talks", self._talks)
                same = _of(stamp, RECORD_FILE) == _of(self._stamp, RECORD_FILE)
                _keep_records(self._talks, fresh, same_corrections=same or _same_corrections(self._talks, fresh))
                self._budget.cancel()
                self._talks, self._made, self._budget = fresh, {}, SolverBudget()
                self._stamp = self._read_stamp()  # sources that the fresh case lists are watched from now on
            return self._talks

    def _opened(self) -> Talks | None:
        """The case as read anew; None where the one from before has to stay."""
        try:
            fresh = self._read_folder()
        except InputError as error:
            if self._talks is None:
                raise
            self.faults = error.problems
            return None
        self.faults = tuple(p for p in fresh.folder.loaded.problems if p.severity == "error")
        return None if self.faults and self._talks is not None and not self.began_broken else self._noted(fresh)

    def _read_folder(self) -> Talks:
        """The case; the documents alone where there never was one: a case file that is gone was there before."""
        begun = self._talks is not None and bool(self._talks.folder.sha256)
        if begun or is_case(self.home) or not self.home.is_dir():
            return open_talks(self.home, read=self._read, broken_ok=True)
        return open_folder(self.home, read=self._read)

    def _noted(self, fresh: Talks) -> Talks:
        self.began_broken = bool(self.faults)
        return fresh

    def sound(self) -> Talks:
        """The case as it stands on disk now, for who wants to change it.

        Raises:
            InputError: there is no case file, or it has errors, which have to be mended first; or as `talks`.
        """
        talks = self.talks()
        if not talks.folder.sha256:
            read_case_text(self.home)  # says that there is none, and what makes one
        if self.faults and (not self.began_broken or talks.folder.loaded.tree is None):
            raise InputError(self.faults)
        return talks

    def once(self, key: Hashable, make: Callable[[Talks], Made]) -> Made:
        """What `make` makes of the case, made once for the state of the folder; two that make different things do not wait for each other.

        Where the case changes meanwhile, solving for the old one is ended, and it is made of the new one.

        Raises:
            InputError: as `talks`, and what `make` raises; then it is tried again the next time.
        """
        if self.has(key):
            return cast("Made", self._made[key])
        with self._lock:
            lock = self._work.setdefault(key, threading.Lock())
        with lock:
            while True:
                talks, made, budget = self.talks(), self._made, self._budget
                try:
                    if key not in made:
                        with within(budget):
                            made[key] = make(talks)  # of an older case by now, perhaps: then it is forgotten with it
                    return cast("Made", made[key])
                except SolverStoppedError:
                    if not budget.cancelled:
                        raise

    def has(self, key: Hashable) -> bool:
        """Whether `once` would answer at once."""
        self.talks()
        return key in self._made

    def reading(self) -> tuple[int, int]:
        """How many documents have been read for their statements, and how many there are.

        Where much is left it is read from now on, behind whoever asks; a little is left to whoever needs it and counts as read.
        """
        talks = self.talks()
        known = talks.records.known
        left = [document for document in talks.documents if document.id not in known]
        busy = self._reader is not None and self._reader.is_alive()
        little = not busy and sum(len(document.text) for document in left) <= SOON
        if not left or little or self._faulty is talks:
            return len(talks.documents), len(talks.documents)
        with self._lock:
            if self._reader is None or not self._reader.is_alive():
                self._reader = threading.Thread(target=self._read_on, daemon=True)
                self._reader.start()
        return len(known), len(talks.documents)

    def _read_on(self) -> None:
        """Read the documents of the case for their statements, until it changes."""
        talks = self._talks
        try:
            for name in talks.records if talks else ():
                if talks is self._talks and talks is not None:
                    talks.records[name]
        except Exception:  # noqa: BLE001 - a fault of the reader is met again, and told, by the page that needs the document
            self._faulty = talks

    def _read(self, place: Path, /, *, language: str = "") -> tuple[Document | None, tuple[Problem, ...]]:
        try:
            key = (str(place), hashlib.sha256(read_plain(place)).hexdigest(), language)
        except (OSError, ValueError):
            return read_document(place, language=language)
        if key not in self._documents:
            self._documents[key] = read_document(place, language=language)
        return self._documents[key]

    def _read_stamp(self) -> Stamp:
        """What the case file and the corrections hold, and when each source was written."""
        files = [self.home / CASE_FILE, self.home / RECORD_FILE]
        if self._talks is not None:
            case = self._talks.case
            listed = [*(s.file for s in case.sources.values()), *(d.text for d in case.drafts.values() if d.text)]
            files += [self.home / name for name in listed]
        folder = self.home / SOURCES
        if self._talks is not None and not self._talks.folder.sha256:
            files += list_documents(self.home)
        else:
            files += sorted(folder.iterdir()) if folder.is_dir() else []
        return tuple((file.name if n < 2 else str(file), _state(file, whole=n < 2)) for n, file in enumerate(files))


def _state(file: Path, *, whole: bool) -> str:
    try:
        if whole:
            return hashlib.sha256(read_plain(file)).hexdigest()
        told = file.stat()
    except (OSError, ValueError):
        return ""
    return f"{told.st_mtime_ns} {told.st_size}"


def _of(stamp: Stamp, name: str) -> str | None:
    return dict(stamp).get(name)


def _same_corrections(before: Talks | None, now: Talks) -> bool:
    """True where a record file that was changed corrects the same statements and findings: what it says of parties changes no record."""
    return before is not None and before.corrections[0].corrections == now.corrections[0].corrections


def _keep_records(before: Talks | None, now: Talks, *, same_corrections: bool) -> None:
    """Give the case as opened again what reading its documents again would only repeat: their records, and their comparison."""
    if before is None or "records" not in before.__dict__ or before.vocabulary != now.vocabulary:
        return
    known, texts = before.records.known, {document.id: document.sha256 for document in before.documents}
    kept = {d.id: known[d.id] for d in now.documents if d.id in known and texts.get(d.id) == d.sha256}
    if not same_corrections:
        kept = {d.id: now.corrected(d, kept[d.id]) for d in now.documents if d.id in kept}
    now.__dict__["records"] = Records(now.documents, now.read_one, kept)  # where the cached property looks first
    if same_corrections and "comparison" in before.__dict__ and before.documents == now.documents:
        now.__dict__["comparison"] = before.comparison

"""The records of a set of documents, and who tells the evidence of a case: each found when it is first asked for and then kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case import Evidence
    from zopa.case.plain import Path
    from zopa.case.speakers import Teller
    from zopa.sources import Document
    from zopa.statements import Record


class Records(Mapping[str, "Record"]):
    """Records by the id of their document, in the order of the documents.

    Several threads may ask; one of them reads at a time, and those that ask for what is known do not wait.

    Args:
        documents: what is read.
        read: what reads one of them.
        known: records that were read before.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        read: Callable[[Document], Record],
        known: Mapping[str, Record] | None = None,
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._read = read
        self._known = dict(known or {})
        self._lock = threading.Lock()

    @property
    def known(self) -> Mapping[str, Record]:
        """Those that were read so far."""
        return dict(self._known)

    def fill(self, read_all: Callable[[Sequence[Document]], Iterable[Record]]) -> None:
        """Read all that is not yet known at once.

        Args:
            read_all: the records of documents, in their order; it is called where there are any.
        """
        with self._lock:
            left = [document for name, document in self._documents.items() if name not in self._known]
            if left:
                self._known.update(zip((document.id for document in left), read_all(left), strict=True))

    def __getitem__(self, name: str) -> Record:
        if name in self._known:
            return self._known[name]
        document = self._documents[name]
        with self._lock:
            if name not in self._known:
                self._known[name] = self._read(document)
            return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self._documents

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


class Tellers(Mapping["Path", "Teller"]):
    """Who says each piece of evidence, by its path; a document is read for it only where the answer is asked for.

    Args:
        evidence: all of the case's, by its path.
        find: who says one of them.
    """

    def __init__(self, evidence: Mapping[Path, Evidence], find: Callable[[Path, Evidence], Teller]) -> None:
        self._evidence = evidence
        self._find = find
        self._known: dict[Path, Teller] = {}

    def __getitem__(self, path: Path) -> Teller:
        if path not in self._known:
            self._known[path] = self._find(path, self._evidence[path])
        return self._known[path]

    def __contains__(self, path: object) -> bool:
        return path in self._evidence

    def __iter__(self) -> Iterator[Path]:
        return iter(self._evidence)

    def __len__(self) -> int:
        return len(self._evidence)

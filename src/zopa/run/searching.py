"""The statements of a case, found by words and by what they are; and what a person chose last in a drop-down."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.folder.atomic import hash_file, write_atomic
from zopa.folder.case_folder import OWN
from zopa.folder.index import Index, IndexEntry
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from zopa.run.talks import Talks
    from zopa.statements import Statement

FILTERS = ("source", "speaker", "party", "issue", "act", "form")
_KEPT = 12  # choices that are remembered for each drop-down


@dataclass(frozen=True, slots=True)
class Found:
    """Statements that were asked for, in the order of documents, and the choices that the filters have."""

    statements: tuple[Statement, ...]
    choices: Mapping[str, tuple[str, ...]]


def find_statements(talks: Talks, words: str, wanted: Mapping[str, str], cache: Path | None = None) -> Found:
    """The statements of a case that hold all `words` and are as `wanted` says; a filter left empty lets everything through.

    Args:
        talks: the case.
        words: beginnings or parts of words; "" for all.
        wanted: a value for any of `FILTERS`.
        cache: where the index lies instead of the case's folder.
    """
    everything = [s for document in talks.documents for s in talks.records[document.id].statements]
    kept = everything
    if words.strip():
        keys = set(Index(talks.folder.path, cache).search(words, _texts(everything), _state(talks)))
        kept = [s for s in kept if s.id in keys]
    for name, value in wanted.items():
        if value:
            kept = [s for s in kept if value in _values(s, name)]
    choices = {name: tuple(sorted({v for s in everything for v in _values(s, name) if v})) for name in FILTERS}
    return Found(tuple(kept), choices)


def _texts(statements: Iterable[Statement]) -> list[IndexEntry]:
    """The statements as texts to be found: their words, and who says them."""
    return [IndexEntry(s.id, f"{s.passage.text} {s.speaker.name if s.speaker else ''}") for s in statements]


def _values(statement: Statement, name: str) -> tuple[str, ...]:
    """What a statement has for a filter."""
    speaker = statement.speaker
    return {
        "source": (statement.source,),
        "speaker": (speaker.name,) if speaker else (),
        "party": tuple(p for p in (statement.party, speaker.party if speaker else None) if p),
        "issue": statement.issues,
        "act": (statement.act,),
        "form": (statement.form,),
    }[name]


def _state(talks: Talks) -> str:
    """A hash of everything that the statements were made from."""
    record = talks.accounts.corrections
    parts = [talks.folder.sha256, record.sha256 if record else "", *(d.sha256 for d in talks.documents)]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()


class Choices:
    """What was chosen last in each drop-down of a case, newest first; kept in the case's folder; deleting it loses nothing."""

    def __init__(self, home: Path, cache: Path | None = None) -> None:
        self.file = (cache or home / OWN) / "choices.json"

    def read(self) -> dict[str, list[str]]:
        """The choices of each drop-down; empty where nothing was chosen yet or the file is broken."""
        try:
            told = json.loads(read_plain(self.file))
            return {str(k): [str(v) for v in values] for k, values in told.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def note(self, chosen: Mapping[str, str]) -> None:
        """Put what was chosen first; where the folder cannot be written the choice is only forgotten."""
        known = self.read()
        for name, value in chosen.items():
            if value:
                known[name] = [value, *(v for v in known.get(name, []) if v != value)][:_KEPT]
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self.file, json.dumps(known).encode(), hash_file(self.file), private=True)
        except OSError:
            return

    def order(self, name: str, values: Sequence[str]) -> tuple[str, ...]:
        """Values with those chosen last in front."""
        last = [value for value in self.read().get(name, []) if value in values]
        return (*last, *(value for value in values if value not in last))

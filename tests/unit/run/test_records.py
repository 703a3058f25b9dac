"""Records are read when asked for, once."""

from __future__ import annotations

from typing import Any

import pytest

from zopa.run.records import Records
from zopa.sources import read_document


def test_each_is_read_when_asked_for_and_kept():
    """Listing and counting read nothing; what was known before is never read."""
    documents = [read_document(f"{name}.txt", data=b"Nothing was agreed, she said.")[0] for name in ("a", "b", "c")]
    read = []
    records = Records([d for d in documents if d], lambda d: read.append(d.id) or f"record of {d.id}", {"c": "older"})  # type: ignore[arg-type, func-returns-value, dict-item]
    assert (list(records), len(records), read) == (["a", "b", "c"], 3, [])
    assert [records["b"], records["b"], records["c"]] == ["record of b", "record of b", "older"]
    assert read == ["b"]
    assert set(records.known) == {"b", "c"}
    with pytest.raises(KeyError):
        records["d"]


def test_all_that_is_left_is_read_at_once():
    """Known ones are not read again, and where nothing is left nothing is asked."""
    documents = [read_document(f"{name}.txt", data=f"Text {name}".encode())[0] for name in "abc"]
    asked: list[list[str]] = []

    def read_all(left: Any) -> Any:
        asked.append([document.id for document in left])
        return [f"record of {document.id}" for document in left]

    records = Records([d for d in documents if d], lambda d: pytest.fail(d.id), {"b": "older"})  # type: ignore[arg-type, dict-item]
    records.fill(read_all)
    records.fill(read_all)
    assert asked == [["a", "c"]]
    assert dict(records) == {"a": "record of a", "b": "older", "c": "record of c"}

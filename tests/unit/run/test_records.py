"""Records are read when asked for, once."""

from __future__ import annotations

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

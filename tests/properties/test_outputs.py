"""Whatever stands in the documents, every passage of every output is exact, and the page keeps its form."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zopa import run
from zopa.accounts import compare_accounts
from zopa.json_output import brief_json, comparison_json, statement_json
from zopa.run import Accounts
from zopa.sources import read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary

# Pieces of what stands in articles, so that random documents hold quotations, figures, meetings, gates and conflicts.
PIECES = st.sampled_from(
    [
        "“", "”", '"', "«", "»", "„", "‘", "’", "'", "(", ")", ", ", ". ", "? ", "! ", ": ", "; ", " – ", "—", "…", "\n", "\n\n", "\r\n",
        "- ", "* ", "> ", "\t", "\u00a0", "\u2028", "\u200b", "\u202e", "\x1b[31m", "\x00", "<b>", "&amp;", "水", "🕊", "é", "e\u0301",
        "Abiy Ahmed ", "President el-Sisi ", "Egypt ", "Ethiopia’s ", "Kenya ", "Putin ", "officials ", "He ", "she ", "the envoy ",
        "said ", "said that ", "told reporters ", "according to ", "called it ", "reportedly ", "denied that ", "insists that ",
        "demands ", "rejected ", "agreed to ", "must be accepted before talks ", "has not signed an agreement ", "without a deal ",
        "met ", "met in Nairobi ", "called off the meeting with ", "was not invited ", "will meet ", "only if ", "if ", "after ",
        "the dam ", "an army of ", "6 hours ", "14 points ", "40 to 50 percent ", "$10 billion ", "on 12 March 2024 ", "last Thursday ",
        "next week ", "It was a charade. ", "The talks ended without a breakthrough. ", "“We will see,” said Abiy Ahmed. ",
        "Ethiopia rejected the limit on the dam. ", "Egypt must keep the dam. ", "Published: 2024-03-13\n", "Originator: Reuters\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=60).map("".join), st.text(min_size=1, max_size=80))


def read(texts: list[str]) -> Accounts:
    """The accounts of some texts, as `run.read_accounts` puts them together; texts that hold nothing are left out."""
    ids: set[str] = set()
    read_ = [read_document("story.txt", data=text.encode("utf-8", "replace"), ids=ids)[0] for text in texts]
    documents = tuple(document for document in read_ if document is not None)
    vocabulary = default_vocabulary()
    return Accounts(documents, tuple(read_record(d, vocabulary) for d in documents), vocabulary, ())


def passages(value: Any) -> list[dict[str, Any]]:
    """Every passage in a JSON value, however deep."""
    if isinstance(value, list):
        return [passage for item in value for passage in passages(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"source", "start", "end", "text"} <= value.keys() else []
    return own + [passage for item in value.values() for passage in passages(item)]


def outputs(accounts: Accounts) -> dict[str, Any]:
    """What statements, compare and brief would print as JSON."""
    comparison = compare_accounts(accounts.documents, accounts.records)
    return {
        "statements": [statement_json(s) for record in accounts.records for s in record.statements],
        "accounts": comparison_json(comparison, comparison.findings, 10_000),
        "brief": brief_json(run.brief(accounts)),
    }


def is_excerpt(text: str, found: list[dict[str, Any]]) -> bool:
    """True where a quotation stands in its passages, up to white space, ellipses and quotation marks at edges."""
    whole = " ".join(" ".join(passage["text"] for passage in found).split())
    return bool(found) and all(part.strip(" “”\"«»„'‘’") in whole for part in " ".join(text.split()).split(" …"))


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_output_of_random_documents_is_sound(texts: list[str]) -> None:
    """Passages are exact, quotations are excerpts, forty numbered lines at most, and reading again gives the same."""
    accounts = read(texts)
    known = {document.id: document.text for document in accounts.documents}
    printed = outputs(accounts)
    for passage in passages(printed):
        assert known[passage["source"]][passage["start"] : passage["end"]] == passage["text"] != ""
    page = [part for section in printed["brief"]["first_page"] for part in _lines(section)]
    numbers = [line["number"] for line in page]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) <= 40
    for piece in _pieces(printed["brief"]):
        if piece["tone"] == "quote":
            assert is_excerpt(piece["text"], piece["passages"]), piece
    ids = [statement["id"] for statement in printed["statements"]]
    assert len(set(ids)) == len(ids)
    assert json.dumps(outputs(read(texts))) == json.dumps(printed)


def _lines(section: dict[str, Any]) -> list[dict[str, Any]]:
    return section["lines"] + [row["head"] for row in section.get("table", {}).get("rows", [])]


def _pieces(value: Any) -> list[dict[str, Any]]:
    """Every piece of a line or a cell, however deep."""
    if isinstance(value, list):
        return [piece for item in value for piece in _pieces(item)]
    if not isinstance(value, dict):
        return []
    return [value] if "tone" in value else [piece for item in value.values() for piece in _pieces(item)]


@given(TEXTS, st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_copies_tell_nothing_new(text: str, copies: int) -> None:
    """Whatever a text says, its copies neither confirm nor contradict it; what it tells to be denied stays in one of them."""
    long = text + " " + " ".join(f"The dam of village {n} holds {n * 3} boats and no mill." for n in range(30))
    accounts = read([long] * (copies + 1))
    findings = compare_accounts(accounts.documents, accounts.records).findings
    told = [f for f in findings if f.slot != "denial"]
    assert {f.relation for f in told} <= {"single-source"}
    assert all(len({p.source for p in f.passages}) == 1 for f in findings)
    assert run.brief(accounts).speakers == run.brief(read([long])).speakers

"""The JSON contract (design, section 9): members, types, limits, passages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from views.checking import json_passages
from views.texts import COURIER, HERALD

from zopa import __version__, cli
from zopa.cli.shared import print_json
from zopa.json_output import limited

EXAMPLE = Path(__file__).parents[2] / "examples" / "moscow-2025"
TEXT, MAYBE, FLAG, NUMBER = str, (str, None), bool, (int, float)
PASSAGE = {"source": TEXT, "start": int, "end": int, "text": TEXT}
DOCUMENT = {
    "id": TEXT, "path": TEXT, "title": MAYBE, "author": MAYBE, "publisher": MAYBE, "published": MAYBE, "language": MAYBE,
    "sha256": TEXT, "originator": TEXT, "marks": [{"start": int, "end": int, "reason": TEXT}],
}  # fmt: skip
STATEMENT = {
    "id": TEXT, "within": MAYBE, "form": TEXT, "status": MAYBE, "passage": PASSAGE, "content": [PASSAGE],
    "speaker": ({"name": TEXT, "start": int, "end": int, "named_at": (PASSAGE, None), "inferred": FLAG}, None),
    "cue": (PASSAGE, None), "reported_by": [TEXT], "act": TEXT, "plover": MAYBE, "hedged": FLAG, "negated": FLAG,
    "party": MAYBE, "target": MAYBE, "issues": [TEXT],
    "figures": [{
        "value": NUMBER, "high": (int, float, None), "unit": TEXT, "of": TEXT, "approximate": FLAG, "passage": PASSAGE,
    }],
    "dates": [{"from": MAYBE, "to": MAYBE, "passage": PASSAGE}],
}  # fmt: skip
FINDING = {
    "relation": TEXT, "about": TEXT, "why": TEXT, "passages": [PASSAGE], "originators": [TEXT], "weight": NUMBER,
}  # fmt: skip
OVERLAP = {"a": TEXT, "b": TEXT, "share": NUMBER, "passages": [[PASSAGE]]}
PROBLEM = {"severity": TEXT, "file": TEXT, "line": (int, None), "code": TEXT, "message": TEXT, "cure": TEXT}
LINE = {"number": (int, None), "tag": MAYBE, "pieces": [{"text": TEXT, "tone": TEXT, "passages": [PASSAGE]}]}
SECTION = {"key": TEXT, "title": TEXT, "note": TEXT, "lines": [LINE]}
ENVELOPE = {"zopa": TEXT, "kind": TEXT, "problems": [PROBLEM]}
SHAPES: dict[str, dict[str, Any]] = {
    "statements": {"documents": [DOCUMENT], "statements": [STATEMENT], "statements_count": int},
    "accounts": {"documents": [DOCUMENT], "findings": [FINDING], "findings_count": int, "overlaps": [OVERLAP]},
    "text": {"documents": [DOCUMENT], "text": TEXT},
    "brief": {
        "documents": [DOCUMENT], "title": TEXT, "standfirst": [LINE], "first_page": [SECTION], "findings": [FINDING],
        "findings_count": int, "speakers": [{"name": TEXT, "party": MAYBE, "lines": [LINE]}], "figures": SECTION,
        "timeline": SECTION, "process": SECTION, "made": dict,
    },
}  # fmt: skip
FORMS = {"quotation", "reported", "own-voice"}
STATUSES = {"verbatim", "translated", "fragment", "paraphrase", None}
ACTS = set(
    "state assess predict propose demand offer accept reject concede threaten meet accuse support protest sanction coerce "
    "aid investigate cooperate".split()
)
PLOVER = set(
    "AGREE CONSULT SUPPORT COOPERATE CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST COERCE SANCTION AID INVESTIGATE "
    "RETREAT".split()
) | {None}
RELATIONS = {"corroborated", "contradicted", "opposed-judgement", "selective-quotation", "single-source"}


def misfits(value: Any, shape: Any, place: str = "$") -> list[str]:
    """Where a JSON value is not of a shape: a type, None, alternatives, a list of one shape, or members."""
    if isinstance(shape, tuple):
        return [] if any(not misfits(value, way) for way in shape) else [f"{place}: {value!r}"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{place}: no list"]
        return [bad for n, row in enumerate(value) for bad in misfits(row, shape[0], f"{place}[{n}]")]
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{place}: no object"]
        missing = [f"{place}.{key}: missing" for key in shape if key not in value]
        return missing + [bad for k, s in shape.items() if k in value for bad in misfits(value[k], s, f"{place}.{k}")]
    if shape is None:
        return [] if value is None else [f"{place}: {value!r}"]
    fits = isinstance(value, shape) and not (shape is int and isinstance(value, bool))
    return [] if fits else [f"{place}: {value!r} is no {shape.__name__}"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents with everything in them: two accounts, two of one name, a near copy, hostile words, a body twice."""
    folder = tmp_path_factory.mktemp("contract")
    row = " ".join(f"The dam of village {n} holds {n * 7} boats and {n} mills." for n in range(30))
    texts = {
        "Nile Courier (1).txt": COURIER + row,
        "herald.txt": HERALD,
        "copy.md": COURIER + row,
        "herald.html": "<html><body><article><p>“We shall see — \U0001f30a,” said Abiy Ahmed on 9 March 2024.</p></article></body></html>",
        "hostile.txt": "\ufeffThe \x1b[31mdam\u202e is “[bold]very[/bold]” high, William Ruto said: “It <b>is</b> 40 metres high.”\r\n",
    }
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return folder


def emit(*words: str) -> dict[str, Any]:
    """The one JSON document that a command prints."""
    result = CliRunner().invoke(cli.main, [*words, "--json"])
    assert result.exit_code in {0, 1}, result.output
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def emitted(folder: Path) -> dict[str, dict[str, Any]]:
    """The document of each command, by kind."""
    calls = {"statements": folder, "accounts": folder, "brief": folder, "text": folder / "hostile.txt"}
    return {kind: emit("compare" if kind == "accounts" else kind, str(path)) for kind, path in calls.items()}


@pytest.mark.parametrize("kind", SHAPES)
def test_every_member_of_the_contract_is_there_with_its_type(emitted: dict[str, Any], kind: str) -> None:
    """Members and types as in design, section 9; the version and the kind on each."""
    assert misfits(emitted[kind], {**ENVELOPE, **SHAPES[kind]}) == []
    assert (emitted[kind]["zopa"], emitted[kind]["kind"]) == (__version__, kind)


def test_the_check_of_shapes_can_fail() -> None:
    """A wrong type, a missing member and a boolean for a number are found."""
    assert misfits({"a": 1, "b": True}, {"a": str, "b": int, "c": str}) == [
        "$.c: missing", "$.a: 1 is no str", "$.b: True is no int"
    ]  # fmt: skip
    assert misfits([{"x": None}], [{"x": (str, int)}])


def test_closed_vocabularies(emitted: dict[str, Any]) -> None:
    """Forms, statuses, acts, codes and relations are those of the design."""
    for row in emitted["statements"]["statements"]:
        assert row["form"] in FORMS
        assert row["status"] in STATUSES
        assert (row["status"] is not None) == (row["form"] == "quotation")
        assert row["act"] in ACTS
        assert row["plover"] in PLOVER
    assert {row["relation"] for row in emitted["accounts"]["findings"]} <= RELATIONS


def test_every_passage_is_exact(emitted: dict[str, Any], folder: Path) -> None:
    """text[start:end] == passage.text against `zopa text FILE`, for every passage in every output, however deep."""
    paths = {row["id"]: row["path"] for row in emitted["statements"]["documents"]}
    texts = {key: emit("text", path)["text"] for key, path in paths.items()}
    for kind in ("statements", "accounts", "brief"):
        found = list(json_passages(emitted[kind]))
        assert len(found) > 20
        for passage in found:
            assert texts[passage["source"]][passage["start"] : passage["end"]] == passage["text"] != ""


def test_text_is_the_decoded_file(folder: Path) -> None:
    """The byte-order mark is gone, newlines and hostile characters are as they were."""
    told = emit("text", str(folder / "hostile.txt"))
    assert told["text"] == (folder / "hostile.txt").read_bytes().decode("utf-8-sig")
    assert "\r\n" in told["text"]


def test_ids_are_slugs_unique_by_suffix_and_the_same_everywhere(emitted: dict[str, Any]) -> None:
    """Of two files with one stem the second has a suffix; every command names them alike."""
    ids = [row["id"] for row in emitted["statements"]["documents"]]
    assert ids == ["nile-courier-1", "copy", "herald", "herald-2", "hostile"]
    for kind in ("accounts", "brief"):
        assert [row["id"] for row in emitted[kind]["documents"]] == ids


def test_statements_stand_in_document_order_with_unique_ids(emitted: dict[str, Any]) -> None:
    """Document by document, by place; `within` names a statement of the same document."""
    rows = emitted["statements"]["statements"]
    order = [row["id"] for row in emitted["statements"]["documents"]]
    places = [(order.index(row["passage"]["source"]), row["content"][0]["start"]) for row in rows]
    assert places == sorted(places)
    by_id = {row["id"]: row for row in rows}
    assert len(by_id) == len(rows)
    inner = [row for row in rows if row["within"]]
    assert inner
    assert all(by_id[row["within"]]["passage"]["source"] == row["passage"]["source"] for row in inner)


def test_a_finding_has_an_originator_for_each_passage(emitted: dict[str, Any]) -> None:
    """Beside each other, in the order of the documents; ids of statements that exist; weights between 0 and 1."""
    known = {row["id"] for row in emitted["statements"]["statements"]}
    order = [row["id"] for row in emitted["accounts"]["documents"]]
    assert emitted["accounts"]["findings"]
    for row in emitted["accounts"]["findings"]:
        assert len(row["originators"]) == len(row["passages"]) >= 1
        assert set(row["statements"]) <= known
        assert 0 <= row["weight"] <= 1
        places = [order.index(passage["source"]) for passage in row["passages"]]
        assert places == sorted(places)


def test_overlaps_set_equal_passages_beside_each_other(emitted: dict[str, Any]) -> None:
    """The near copy is found, its share is the larger one, each pair from its two documents."""
    (row,) = [o for o in emitted["accounts"]["overlaps"] if {o["a"], o["b"]} == {"nile-courier-1", "copy"}]
    assert row["share"] == max(row["share_a"], row["share_b"]) > 0.9
    for one, other in row["passages"]:
        assert (one["source"], other["source"]) == (row["a"], row["b"])


@pytest.mark.parametrize(
    ("command", "name"), [("statements", "statements"), ("compare", "findings"), ("brief", "findings")]
)
def test_limits_cut_with_an_exact_count(folder: Path, emitted: dict[str, Any], command: str, name: str) -> None:
    """--limit gives the first rows, the full count and `truncated`; a limit that cuts nothing says nothing."""
    whole = emitted["accounts" if command == "compare" else command][name]
    total = len(whole)
    assert total > 2
    cut = emit(command, str(folder), "--limit", "2")
    assert cut[name] == whole[:2]
    assert cut[f"{name}_count"] == total
    assert cut["truncated"] is True
    assert "truncated" not in emit(command, str(folder), "--limit", "10000")


@pytest.mark.parametrize(("limit", "truncated"), [(1, True), (2, None), (3, None)])
def test_limited(limit: int, truncated: bool | None) -> None:
    """Exactly as many rows as the limit are not cut."""
    rows = [{"a": 1}, {"a": 2}]
    cut = limited("rows", rows, limit)
    assert cut["rows"] == rows[:limit]
    assert cut["rows_count"] == 2
    assert cut.get("truncated") is truncated


def test_a_problem_is_in_the_document(folder: Path, tmp_path: Path) -> None:
    """What could not be read stands under `problems`, beside what could."""
    told = emit("statements", str(folder / "herald.txt"), str(tmp_path / "missing.txt"))
    assert [(p["code"], p["severity"]) for p in told["problems"]] == [("missing-file", "error")]
    assert misfits(told["problems"], [PROBLEM]) == []
    assert told["statements"]


def test_fractions_are_the_same_on_every_interpreter(capsys: pytest.CaptureFixture[str]) -> None:
    """Python 3.12 adds up more exactly than 3.11: what differs behind the twelfth digit is not printed; all else is as it was."""
    kept = {
        "exact": 1.0,
        "small": 1.5e-9,
        "large": 123456789012345,
        "text": "0.30000000000000004",
        "none": [None, True],
    }
    print_json({"sum": sum([0.1] * 10), "rows": [(0.1 + 0.2,)], **kept})
    assert json.loads(capsys.readouterr().out) == {"sum": 1.0, "rows": [[0.3]], **kept}


def test_a_redline_has_no_fraction_of_sixteen_digits() -> None:
    """How much two points have in common is a sum of many fractions."""
    files = [str(EXAMPLE / "drafts" / name) for name in ("us-28.md", "geneva-19.md")]
    told = CliRunner().invoke(cli.main, ["redline", *files, "--json"]).stdout
    assert re.search(r"0\.\d{6,12}\b", told)
    assert not re.search(r"0\.0*\d{13,}", told)


def test_deals_are_small_unless_asked_for() -> None:
    """The answer for four readings with the first deals of each, not every deal there is: well below a megabyte."""
    told = CliRunner().invoke(cli.main, ["deals", str(EXAMPLE), "--json"]).stdout
    assert len(told) < 500_000
    assert '"truncated"' in told

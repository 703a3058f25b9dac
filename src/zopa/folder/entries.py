"""One entry of ``record.yaml`` as a `Correction`: every value a string that is checked and typed, every problem told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, cast, get_args

from zopa.case.yaml_text import line_of
from zopa.errors import Problem
from zopa.sources.anchors import Quote, fold
from zopa.statements.corrections import Correction, Do, What
from zopa.statements.fields import SPEAKER_FIELDS, STATEMENT_FIELDS, Field, check_field, nearest

if TYPE_CHECKING:
    from zopa.folder.record_problems import RecordTeller

RELATIONS = ("corroborated", "contradicted", "opposed-judgement", "selective-quotation", "single-source")
FINDING_FIELDS = {"relation": Field("choice", RELATIONS), "about": Field("name"), "why": Field("name")}
FIELDS = {
    "statement": STATEMENT_FIELDS,
    "speaker": SPEAKER_FIELDS,
    "finding": FINDING_FIELDS,
    "alignment": FINDING_FIELDS,
}
_WAS = {
    "statement": ("form", "speaker"),
    "speaker": ("form", "speaker"),
    "finding": ("relation", "about"),
    "alignment": (),
}
TALKS_OF = ("party", "person", "issue")
TALKS_DO = ("rename", "join", "split", "reject")
_TALKS_KEYS = ("what", "do", "name", "to", "by", "on", "note", "private")
_KEYS = ("what", "do", "source", "prefix", "exact", "suffix", "others", "was", "set", "by", "on", "note", "private")
_QUOTE_KEYS = ("source", "prefix", "exact", "suffix")
_CURE = "Correct the entry; docs/corrections.md shows each kind."


@dataclass(slots=True)
class _Entry:
    """An entry while it is being read, with what is wrong with it."""

    node: Any
    tell: RecordTeller
    first: int | None
    problems: list[Problem] = field(default_factory=list[Problem])

    def wrong(self, code: str, message: str, key: str | None = None, cure: str = _CURE) -> None:
        """Note a problem, at the line of `key`."""
        line = line_of(self.node, key) if key is not None else None
        self.problems.append(self.tell(code, message, cure, line or self.first))

    def text(self, key: str) -> str:
        """The string under `key`, "" where there is none."""
        value = self.node.get(key, "")
        if isinstance(value, str):
            return str(value)
        if value is not None:
            self.wrong("record-shape", f"expected words for {key}, got a list or a mapping.", key)
        return ""


def parse_entry(
    node: Any, tell: RecordTeller, *, line: int | None, analyst: str
) -> tuple[Correction | None, list[Problem]]:
    """The correction that an entry holds, or None with what is wrong with it; every problem of the entry is told."""
    entry = _Entry(node, tell, line)
    if not isinstance(node, Mapping):
        entry.node = {}
        entry.wrong("record-shape", "expected an entry with `what`, `do`, `source` and `exact`, got something else.")
        return None, entry.problems
    _check_keys(entry, cast("Mapping[Any, Any]", node), _KEYS)
    what = _choice(entry, "what", get_args(What))
    do = _choice(entry, "do", get_args(Do))
    quote = _quote(entry, entry)
    others = _others(entry)
    values, was = _mapping(entry, "set"), _mapping(entry, "was")
    by, on, note = entry.text("by") or analyst, entry.text("on"), entry.text("note")
    _check_by_on(entry, by, on)
    if what:
        _check_values(entry, what, do, values, was)
        _check_needs(entry, what, do, values, others)
    if entry.problems:
        return None, entry.problems
    return Correction(
        cast("What", what), cast("Do", do), *_parts(quote), set=values, was=was, others=others,
        by=by, on=on, note=note, private=entry.text("private"), file=tell.path, line=line,
    ), []  # fmt: skip


def is_talks_entry(node: Any) -> bool:
    """True for an entry about a found party, person or issue."""
    return isinstance(node, Mapping) and cast("Mapping[Any, Any]", node).get("what") in TALKS_OF


def parse_talks_entry(
    node: Any, tell: RecordTeller, *, line: int | None, analyst: str
) -> tuple[dict[str, str] | None, list[Problem]]:
    """An entry about a found party, person or issue as plain words, or None with what is wrong with it."""
    entry = _Entry(node, tell, line)
    _check_keys(entry, cast("Mapping[Any, Any]", node), _TALKS_KEYS)
    do = _choice(entry, "do", TALKS_DO)
    found = {key: entry.text(key) for key in _TALKS_KEYS} | {"by": entry.text("by") or analyst}
    _check_by_on(entry, found["by"], found["on"])
    if not found["name"].strip():
        entry.wrong("record-shape", "expected the name that `zopa talks` shows for name, got nothing.", "name")
    if do in {"rename", "join"} and not found["to"].strip():
        entry.wrong("record-shape", f"expected another name in to for {do}, got nothing.", "to")
    if do in {"split", "reject"} and found["to"]:
        entry.wrong("record-shape", f"expected no to for {do}.", "to")
    return (None, entry.problems) if entry.problems else (found, [])


def _parts(quote: Quote) -> tuple[str, str, str, str]:
    return quote.source, quote.exact, quote.prefix, quote.suffix


def _check_keys(entry: _Entry, node: Mapping[Any, Any], keys: tuple[str, ...]) -> None:
    for key in node:
        if key not in keys:
            entry.wrong(
                "record-key", f"expected one of {', '.join(keys)}, got {str(key)[:60]!r}.{nearest(str(key), keys)}", key
            )


def _choice(entry: _Entry, key: str, choices: tuple[str, ...]) -> str:
    value = entry.text(key)
    if value not in choices:
        message = f"expected {key} to be one of {', '.join(choices)}, got {value[:60]!r}.{nearest(value, choices)}"
        entry.wrong("record-value", message, key)
        return ""
    return value


def _quote(entry: _Entry, home: _Entry) -> Quote:
    """The quote of an entry, or of one of its `others`; problems go to `home`."""
    quote = Quote(*(entry.text(key) for key in ("source", "exact", "prefix", "suffix")))
    if not quote.source.strip():
        home.wrong("record-shape", "expected the id of a document for source, got nothing.", "source")
    if not fold(quote.exact).text:
        home.wrong("record-shape", "expected the words of the document for exact, got none.", "exact")
    return quote


def _others(entry: _Entry) -> tuple[Quote, ...]:
    listed = entry.node.get("others")
    if listed is None:
        return ()
    if not isinstance(listed, list):
        entry.wrong("record-shape", "expected a list of quotes for others.", "others")
        return ()
    quotes: list[Quote] = []
    for node in cast("list[Any]", listed):
        inner = _Entry(node if isinstance(node, Mapping) else {}, entry.tell, line_of(node) or entry.first)
        _check_keys(inner, cast("Mapping[Any, Any]", inner.node), _QUOTE_KEYS)
        quotes.append(_quote(inner, inner))
        entry.problems += inner.problems
    return tuple(quotes)


def _mapping(entry: _Entry, key: str) -> dict[str, str]:
    """The fields under `set` or `was`, hyphens for underscores, a list joined by commas."""
    node = entry.node.get(key)
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        entry.wrong("record-shape", f"expected fields with values for {key}.", key)
        return {}
    values: dict[str, str] = {}
    for name, value in cast("Mapping[Any, Any]", node).items():
        parts = cast("list[Any]", value) if isinstance(value, list) else [value]
        if not isinstance(name, str) or not all(isinstance(part, str) for part in parts):
            entry.wrong("record-shape", f"expected words for {str(name)[:60]}, got something else.", key)
            continue
        values[str(name).replace("_", "-")] = ", ".join(str(part) for part in parts)
    return values


def _check_by_on(entry: _Entry, by: str, on: str) -> None:
    if not by.strip():
        cure = "Write `by: NAME`, or `analyst: NAME` at the top of the file."
        entry.wrong("record-shape", "expected a name for by: every judgement has its analyst.", "by", cure)
    if on:
        try:
            valid = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", on)) and bool(date.fromisoformat(on))
        except ValueError:
            valid = False
        if not valid:
            entry.wrong("record-value", f"expected a date such as 2025-12-04 for on, got {on[:40]!r}.", "on")


def _check_values(entry: _Entry, what: str, do: str, values: Mapping[str, str], was: Mapping[str, str]) -> None:
    for name, value in values.items():
        if message := check_field(FIELDS[what], name, value):
            entry.wrong("record-value", message, "set")
    for name in was:
        if name not in _WAS[what]:
            entry.wrong(
                "record-value", f"expected {' and '.join(_WAS[what]) or 'nothing'} in was, got {name[:60]!r}.", "was"
            )
    if do == "reject" and values:
        entry.wrong("record-shape", "expected no `set` where something is rejected.", "set")


def _check_needs(entry: _Entry, what: str, do: str, values: Mapping[str, str], others: tuple[Quote, ...]) -> None:
    """What an entry of its kind cannot do without."""
    if do == "change" and not values:
        entry.wrong("record-shape", "expected `set` with the fields to change.")
    if what == "alignment" and do == "change":
        entry.wrong("record-value", "expected do to be add (join) or reject (split) for an alignment.", "do")
    if what == "alignment" and len(others) != 1:
        entry.wrong("record-shape", f"expected one quote in others for an alignment, got {len(others)}.", "others")
    if what in {"statement", "speaker"} and others:
        entry.wrong("record-shape", f"expected no `others` for a {what}.", "others")
    if what == "speaker" and do != "reject" and not values:
        entry.wrong("record-shape", "expected `set: {speaker: NAME}`.")
    if what == "finding" and do == "add":
        relation = values.get("relation")
        if not relation:
            entry.wrong("record-shape", "expected `set: {relation: ...}` for a finding that is added.")
        elif relation != "single-source" and not others:
            entry.wrong("record-shape", "expected another quote in others for a finding between accounts.", "others")

"""The text of ``record.yaml``: corrections as YAML, both ways, with every problem at once.

YAML 1.2, every scalar a string that is then typed, so that `NO` stays Norway and a date stays as it was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from zopa.case.yaml_text import YamlError, dump_yaml, line_of, load_yaml, new_list, new_map, scalar, words
from zopa.errors import InputError
from zopa.folder.entries import is_talks_entry, parse_entry, parse_talks_entry
from zopa.folder.lines import keep_comments, keep_lines, unix_lines
from zopa.folder.record_file import RECORD_FILE, RecordFile
from zopa.folder.record_problems import RecordTeller
from zopa.statements.fields import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.sources.anchors import Quote
    from zopa.statements.corrections import Correction

_KEYS = ("analyst", "corrections")
HEAD = "# What people have added, corrected or rejected; zopa never changes an entry, it only adds some.\n"


def parse_record_file(text: str, path: str = RECORD_FILE) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections in a text, and every problem; an empty text holds none of either."""
    corrections, _, problems = parse_record_text(text, path)
    return corrections, problems


def parse_record_text(
    text: str, path: str
) -> tuple[tuple[Correction, ...], tuple[Mapping[str, str], ...], tuple[Problem, ...]]:
    """The corrections, the entries about parties, people and issues, and every problem."""
    tell = RecordTeller(path)
    try:
        body = load_yaml(text)
    except YamlError as error:
        cure = "Quote a value that holds ': ', ' #' or begins with a sign; indent with spaces."
        return (), (), (tell("record-syntax", f"expected plain YAML, got: {error}.", cure, error.line),)
    if body is None:
        return (), (), ()
    if not isinstance(body, Mapping):
        message = "expected `corrections:` with a list below it, got something else."
        return (), (), (tell("record-shape", message, "See the example in docs/corrections.md."),)
    problems: list[Problem] = []
    head = cast("Mapping[Any, Any]", body)
    analyst = _read_head(head, tell, problems)
    corrections: list[Correction] = []
    talks: list[Mapping[str, str]] = []
    for number, entry in enumerate(_entries(head, tell, problems)):
        line = line_of(head["corrections"], number)
        if is_talks_entry(entry):
            edit, found = parse_talks_entry(entry, tell, line=line, analyst=analyst)
            problems += found
            talks += [edit | {"line": str(line or "")}] if edit is not None else []
            continue
        correction, found = parse_entry(entry, tell, line=line, analyst=analyst)
        problems += found
        if correction is not None:
            corrections.append(correction)
    return tuple(corrections), tuple(talks), tuple(problems)


def print_record_file(
    corrections: Sequence[Correction], before: str = "", talks: Sequence[Mapping[str, str]] = ()
) -> str:
    """The text `before` with `corrections` and `talks` added at its end, comments and order kept.

    Raises:
        YamlError: `before` is no YAML.
        TypeError: `before` is no mapping whose `corrections` are a list.
    """
    plain = unix_lines(before)
    loaded = load_yaml(plain) if plain.strip() else None
    body: Any = new_map({}) if loaded is None else loaded
    if not isinstance(body, Mapping):
        raise TypeError("the file is no mapping")
    listed: Any = cast("Any", body).get("corrections")
    if listed is None or listed in ("", "~", "null"):
        listed = cast("Any", body)["corrections"] = new_list([])
    if not isinstance(listed, list):
        raise TypeError("corrections are no list")
    cast("Any", listed).fa.set_block_style()
    for correction in corrections:
        cast("list[Any]", listed).append(_entry(correction))
    for edit in talks:
        told = {key: scalar(value) for key, value in edit.items() if value and key != "line"}
        cast("list[Any]", listed).append(new_map(told))
    head = HEAD if not plain.strip() else plain if loaded is None else ""
    text = keep_comments(plain, head + ("\n" if head and not head.endswith("\n") else "") + dump_yaml(body))
    return keep_lines(before.encode("utf-8"), text).decode("utf-8")


def extend_record_text(
    file: RecordFile, corrections: Sequence[Correction], talks: Sequence[Mapping[str, str]], tell: RecordTeller
) -> str:
    """The file's text with the corrections added; they read back as they are meant, or nothing is written."""
    cure = "Mend it first, or name another with --record; nothing was written."
    if file.broken:
        raise InputError((tell("record-unreadable", "expected a file of corrections that can be read.", cure),))
    try:
        text = print_record_file(corrections, file.text, talks)
    except (YamlError, TypeError) as error:
        message = f"expected a file of corrections, got: {error}."
        raise InputError((tell("record-syntax", message, cure, getattr(error, "line", None)),)) from error
    read, edits, _ = parse_record_text(text, file.path)
    told = [{k: v for k, v in edit.items() if v and k != "line"} for edit in edits[len(edits) - len(talks) :]]
    meant = [{k: v for k, v in edit.items() if v and k != "line"} for edit in talks]
    if read[len(read) - len(corrections) :] != tuple(corrections) or told != meant:
        raise InputError((tell("record-shape", "expected entries that read back as they were written.", cure),))
    return text


def _read_head(body: Mapping[Any, Any], tell: RecordTeller, problems: list[Problem]) -> str:
    """The analyst named at the top, "" for none; problems with the keys there."""
    for key in body:
        if key not in _KEYS:
            message = f"expected one of {', '.join(_KEYS)}, got {str(key)[:60]!r}.{nearest(str(key), _KEYS)}"
            problems.append(tell("record-key", message, "Correct the key, or make it a comment.", line_of(body, key)))
    analyst = body.get("analyst") or ""
    if isinstance(analyst, str):
        return str(analyst)
    message = "expected a name for analyst, got a list or a mapping."
    problems.append(tell("record-shape", message, "Write one name.", line_of(body, "analyst")))
    return ""


def _entries(body: Mapping[Any, Any], tell: RecordTeller, problems: list[Problem]) -> list[Any]:
    """The entries under `corrections`."""
    entries = body.get("corrections")
    if entries is None or entries in ("", "~", "null"):
        return []
    if isinstance(entries, list):
        return cast("list[Any]", entries)
    line = line_of(body, "corrections")
    problems.append(tell("record-shape", "expected a list under corrections.", "Begin each entry with `- `.", line))
    return []


def _entry(correction: Correction) -> Any:
    """One correction as it is written: what is empty is left out, words of a text stand in quotation marks."""
    entry: dict[str, Any] = {"what": correction.what, "do": correction.do, **_quote(correction.quote)}
    if correction.others:
        entry["others"] = new_list([new_map(_quote(quote)) for quote in correction.others])
    for key, values in (("was", correction.was), ("set", correction.set)):
        if values:
            entry[key] = new_map({name: scalar(value) for name, value in values.items()})
    for key in ("by", "on", "note", "private"):
        if value := getattr(correction, key):
            entry[key] = scalar(value)
    return new_map(entry)


def _quote(quote: Quote) -> dict[str, Any]:
    parts = {"prefix": quote.prefix, "exact": quote.exact, "suffix": quote.suffix}
    return {"source": scalar(quote.source), **{key: words(value) for key, value in parts.items() if value}}

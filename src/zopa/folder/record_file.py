"""``record.yaml``: the corrections that people have made, read with every problem at once and written with care.

YAML 1.2, every scalar a string that is then typed, so that `NO` stays Norway and a date stays as it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from zopa.errors import InputError, Problem
from zopa.folder.atomic import hash_file, write_atomic
from zopa.folder.entries import Teller, parse_entry
from zopa.record.fields import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.record.corrections import Correction

RECORD_FILE = "record.yaml"
PROBLEM_CODES = {
    "record-missing": "the file of corrections that was named does not exist",
    "record-unreadable": "the file of corrections cannot be opened or written, or is no UTF-8 text",
    "record-syntax": "the file of corrections is no YAML",
    "record-shape": "the file of corrections, or an entry in it, is not built as expected",
    "record-key": "an entry of the file of corrections has a key that is not known",
    "record-value": "a value in the file of corrections is none of those allowed",
    "record-changed": "the file of corrections was changed by somebody else meanwhile; nothing was written",
}
_MAX_BYTES = 20_000_000  # some ten thousand corrections; more is another file
_KEYS = ("analyst", "corrections")
_HEAD = "# What people have added, corrected or rejected; zopa never changes an entry, it only adds some.\n"


class _Strings(BaseResolver):
    """No scalar means anything but its characters."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The corrections of a file, with its text and the hash of its bytes ("" for a file that does not exist yet)."""

    path: str
    corrections: tuple[Correction, ...] = ()
    text: str = ""
    sha256: str = ""


def read_record_file(path: str | Path, *, missing_ok: bool = False) -> tuple[RecordFile, tuple[Problem, ...]]:
    """Read a file of corrections, with every problem in it; entries with an error are left out, the others stand."""
    place = Path(path)
    tell = Teller(str(path))
    try:
        if place.stat().st_size > _MAX_BYTES:
            message = f"expected at most {_MAX_BYTES:,} bytes, got {place.stat().st_size:,}."
            return RecordFile(str(path)), (tell("record-unreadable", message, "Split it; name one with --record."),)
        data = place.read_bytes()
    except FileNotFoundError:
        if missing_ok:
            return RecordFile(str(path)), ()
        message = "expected a file of corrections, found none of this name."
        return RecordFile(str(path)), (tell("record-missing", message, "Check the spelling and the folder."),)
    except (OSError, ValueError) as error:
        message = f"expected a file that can be opened, got: {getattr(error, 'strerror', None) or error}."
        return RecordFile(str(path)), (tell("record-unreadable", message, "Check its permissions."),)
    return _decode(data, str(path), tell)


def _decode(data: bytes, path: str, tell: Teller) -> tuple[RecordFile, tuple[Problem, ...]]:
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = tell("record-unreadable", "expected UTF-8, got another encoding.", "Save the file as UTF-8.", line)
        return RecordFile(path, sha256=sha256), (problem,)
    corrections, problems = parse_record_file(text, path)
    return RecordFile(path, corrections, text, sha256), problems


def parse_record_file(text: str, path: str = RECORD_FILE) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections in a text, and every problem; an empty text holds none of either."""
    tell = Teller(path)
    loaded, problem = _load(text, tell)
    if problem:
        return (), (problem,)
    if loaded is None:
        return (), ()
    if not isinstance(loaded, Mapping):
        message = "expected `corrections:` with a list below it, got something else."
        return (), (tell("record-shape", message, "See the example in docs/corrections.md."),)
    body = cast("CommentedMap", loaded)
    problems = [
        tell("record-key", f"expected one of {', '.join(_KEYS)}, got {str(key)[:60]!r}.{nearest(str(key), _KEYS)}",
             "Correct the key, or make it a comment.", tell.line(body, key))
        for key in body if key not in _KEYS
    ]  # fmt: skip
    analyst = body.get("analyst", "")
    if not isinstance(analyst, str):
        line = tell.line(body, "analyst")
        problems.append(
            tell("record-shape", "expected a name for analyst, got a list or a mapping.", "Write one name.", line)
        )
        analyst = ""
    corrections: list[Correction] = []
    for number, entry in enumerate(_entries(body, tell, problems)):
        correction, found = parse_entry(entry, tell, line=tell.line(body["corrections"], number), analyst=analyst)
        problems += found
        if correction is not None:
            corrections.append(correction)
    return tuple(corrections), tuple(problems)


def print_record_file(corrections: Sequence[Correction], before: str = "") -> str:
    """The text `before` (which must parse without a problem of its shape) with `corrections` added at its end."""
    yaml = _yaml()
    loaded = yaml.load(before) if before.strip() else None
    body = cast("CommentedMap", CommentedMap() if loaded is None else loaded)
    if not isinstance(body.get("corrections"), list):
        body["corrections"] = CommentedSeq()
    listed = cast("CommentedSeq", body["corrections"])
    listed.fa.set_block_style()
    for correction in corrections:
        listed.append(_entry(correction))
    out = StringIO()
    yaml.dump(body, out)
    head = _HEAD if not before.strip() else before if loaded is None else ""
    text = head + ("\n" if head and not head.endswith("\n") else "") + out.getvalue()
    return text.replace("\n", "\r\n") if "\r\n" in before else text


def append_corrections(file: RecordFile, corrections: Sequence[Correction]) -> RecordFile:
    """Add corrections to a file, made where it does not exist, and return it as it is now.

    Raises:
        InputError: the file was changed since it was read, or cannot be written; nothing was written then.
    """
    tell = Teller(file.path)
    text = print_record_file(corrections, file.text)
    path = Path(file.path)
    try:
        done = write_atomic(path, text.encode("utf-8"), file.sha256)
    except OSError as error:
        message = f"expected a file that can be written, got: {error.strerror}."
        raise InputError((tell("record-unreadable", message, "Check the folder and its permissions."),)) from error
    if not done:
        message = "expected the file as it was read, found it changed by somebody else; nothing was written."
        raise InputError((tell("record-changed", message, "Give the command again."),))
    again, problems = parse_record_file(text, file.path)
    if problems or not again[len(again) - len(corrections) :] == tuple(
        corrections
    ):  # what was written is what was meant
        raise AssertionError(f"{file.path} does not read back as it was written")
    return RecordFile(file.path, again, text, hash_file(path))


def _yaml() -> YAML:
    """A round trip loader in which every scalar is a string; long lines are not broken."""
    yaml = YAML(typ="rt")
    yaml.Resolver = _Strings
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _load(text: str, tell: Teller) -> tuple[Any, Problem | None]:
    """The YAML as mappings, lists and strings, or the problem with its line."""
    cure = "Quote a value that holds ': ', ' #' or begins with a sign; indent with spaces."
    try:
        return _yaml().load(text), None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join((error.problem or error.context or "it cannot be parsed").split())
        return None, tell("record-syntax", f"expected YAML, got: {what[:200]}.", cure, mark.line + 1 if mark else None)
    except YAMLError as error:
        return None, tell("record-syntax", f"expected YAML, got: {' '.join(str(error).split())[:200]}.", cure)
    except (RecursionError, ValueError, AttributeError, TypeError, NotImplementedError) as error:
        # what the YAML library itself trips over: nesting without end, tags and merges that it does not expect
        return None, tell(
            "record-syntax", f"expected plain YAML, got what cannot be read ({type(error).__name__}).", cure
        )


def _entries(body: CommentedMap, tell: Teller, problems: list[Problem]) -> list[Any]:
    """The entries under `corrections`."""
    entries = body.get("corrections")
    if entries is None or entries == "":
        return []
    if isinstance(entries, list):
        return cast("list[Any]", entries)
    line = tell.line(body, "corrections")
    problems.append(tell("record-shape", "expected a list under corrections.", "Begin each entry with `- `.", line))
    return []


def _entry(correction: Correction) -> CommentedMap:
    """One correction as it is written: what is empty is left out, words of a text stand in quotation marks."""
    entry = CommentedMap()
    entry["what"], entry["do"] = correction.what, correction.do
    _put_quote(entry, correction.quote.source, correction.exact, correction.prefix, correction.suffix)
    if correction.others:
        listed = CommentedSeq()
        for quote in correction.others:
            other = CommentedMap()
            _put_quote(other, quote.source, quote.exact, quote.prefix, quote.suffix)
            listed.append(other)
        entry["others"] = listed
    for key, values in (("was", correction.was), ("set", correction.set)):
        if values:
            entry[key] = CommentedMap({name: _scalar(value) for name, value in values.items()})
    for key, value in (("by", correction.by), ("on", correction.on), ("note", correction.note)):
        if value:
            entry[key] = _scalar(value)
    return entry


def _put_quote(entry: CommentedMap, source: str, exact: str, prefix: str, suffix: str) -> None:
    entry["source"] = _scalar(source)
    for key, value in (("prefix", prefix), ("exact", exact), ("suffix", suffix)):
        if value:
            entry[key] = DoubleQuotedScalarString(value)


def _scalar(value: str) -> str:
    """A value without quotation marks where it is plain words, with them where YAML could read it otherwise."""
    plain = value.replace(" ", "").replace("-", "").isalnum() and value == value.strip() and value[0] != "-"
    return value if plain and value.isascii() else DoubleQuotedScalarString(value)

"""A correction as a person types it: the id of a statement, then `reject`, or fields with their values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from zopa.errors import UsageError
from zopa.sources.anchors import quote_at
from zopa.statements.corrections import Correction
from zopa.statements.fields import STATEMENT_FIELDS, check_field, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.sources import Document
    from zopa.statements.corrections import Do, What
    from zopa.statements.types import Record, Statement
    from zopa.text.vocabulary import Vocabulary

_FORM = 'Write "ID reject" or "ID field=value field=value".'
_ASSIGNED = re.compile(r"(?:^|\s)([A-Za-z][A-Za-z_-]*)=")
_TYPO = 0.85  # likeness from which on a name that is not known is taken for a known one misspelt


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be done with one statement: `values` are the fields to set, none to reject it."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def rejects(self) -> bool:
        """True where the statement is to be rejected."""
        return not self.values


def parse_edit(text: str) -> Edit:
    """The edit that `text` means: "ID reject", "ID speaker=Yuri Ushakov act=reject".

    Raises:
        UsageError: it means none; the message names the nearest field or value.
    """
    words = text.split(maxsplit=1)
    if len(words) < 2:
        raise UsageError(f"Expected an id and what to do with it, got {text!r}. {_FORM}")
    key, rest = words[0], words[1].strip()
    if rest.lower() == "reject":
        return Edit(key)
    found = list(_ASSIGNED.finditer(rest))
    if not found or found[0].start() != 0:
        raise UsageError(f"Expected reject or a field with a value after {key}, got {rest!r}. {_FORM}")
    values: dict[str, str] = {}
    for match, following in zip(found, [*found[1:], None], strict=True):
        name = match.group(1).lower().replace("_", "-")
        value = rest[match.end() : following.start() if following else len(rest)].strip()
        if message := check_field(STATEMENT_FIELDS, name, value):
            raise UsageError(message)
        if name in values:
            raise UsageError(f"Expected {name} once, got it twice in {text!r}.")
        values[name] = value
    return Edit(key, values)


def find_statement(records: Sequence[Record], key: str) -> Statement:
    """The statement with this id.

    Raises:
        UsageError: there is none; the message names the nearest ids, or says that it was rejected.
    """
    known = {statement.id: statement for record in records for statement in record.statements}
    if key in known:
        return known[key]
    if any(statement.id == key for record in records for statement in record.rejected):
        raise UsageError(f"{key} has been rejected. To bring it back, take the entry out of the file of corrections.")
    near = _nearest_ids(known, key)
    hint = f" Nearest: {', '.join(near)}." if near else ""
    raise UsageError(f"Expected the id of a statement, got {key!r}.{hint} `zopa statements` shows them all.")


def build_correction(
    document: Document, statement: Statement, edit: Edit, *, by: str, on: str, vocabulary: Vocabulary
) -> Correction:
    """The correction that an edit of a statement means, anchored by its quote and context.

    Raises:
        UsageError: a party or an issue is not known and nearly like one that is.
    """
    _check_names(edit.values, vocabulary, document.text)
    quote = quote_at(document, statement.content[0].start, statement.content[-1].end)
    only_speaker = bool(edit.values) and set(edit.values) <= {"speaker", "speaker-party"}
    nobody = only_speaker and name_of(edit.values.get("speaker", "x")) is None
    what: What = "speaker" if only_speaker else "statement"
    do: Do = "reject" if edit.rejects or nobody else "change"
    was = {"form": statement.form, "speaker": statement.speaker.name if statement.speaker else "none"}
    return Correction(
        what, do, quote.source, quote.exact, quote.prefix, quote.suffix,
        set={} if do == "reject" else dict(edit.values), was=was, by=by, on=on,
    )  # fmt: skip


def _check_names(values: Mapping[str, str], vocabulary: Vocabulary, text: str) -> None:
    """Issues must be known; a name may be new, but one that the document does not hold is no known one misspelt."""
    keys = [issue.key for issue in vocabulary.issues]
    for value in values.get("issues", "").split(","):
        if name_of(value) is not None and value.strip() not in keys:
            raise UsageError(
                f"Expected issues among {', '.join(keys)}, got {value.strip()!r}.{_hint(value.strip(), keys, 0.5)}"
            )
    known = {name for entry in vocabulary.names for name in (entry.name, *entry.aliases, entry.party) if name}
    for name in ("party", "target", "speaker-party", "speaker"):
        value = name_of(values.get(name, "none"))
        if value is None or value in known or value in text:
            continue
        if hint := _hint(value, sorted(known), _TYPO):
            raise UsageError(f"Expected a name for {name} that is known or stands in the text, got {value!r}.{hint}")


def _hint(word: str, words: Sequence[str], likeness: float) -> str:
    near = get_close_matches(word, words, 1, likeness)
    return f" Did you mean {near[0]}?" if near else ""


def _nearest_ids(known: Mapping[str, Statement], key: str) -> list[str]:
    """Ids of the same source that begin nearest to the place named, else those that look most alike."""
    source, _, place = key.rpartition(":")
    start = re.match(r"\d+", place)
    same = [statement for statement in known.values() if statement.source == source]
    if same and start:
        same.sort(key=lambda statement: abs(statement.content[0].start - int(start.group())))
        return [statement.id for statement in same[:3]]
    return get_close_matches(key, list(known), 3, 0.4)

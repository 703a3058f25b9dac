"""The fields of a statement that a person may set, and how the words they write become values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, cast

from zopa.statements.acts import KINDS, OWN_ACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.statements.types import Form, Statement, Status

Kind = Literal["choice", "truth", "name", "names", "keys"]

ACTS = tuple(dict.fromkeys(("state", "assess", "predict", "propose", "offer", *OWN_ACT.values())))
NOBODY = ("none", "nobody", "-", "")
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Field:
    """How a field is written: its kind, the words that it allows ((): any), and whether "none" is one of them."""

    kind: Kind
    choices: tuple[str, ...] = ()
    may_be_none: bool = False


STATEMENT_FIELDS: dict[str, Field] = {
    "form": Field("choice", ("quotation", "reported", "own-voice")),
    "status": Field("choice", ("verbatim", "translated", "fragment", "paraphrase"), may_be_none=True),
    "speaker": Field("name", may_be_none=True),
    "speaker-party": Field("name", may_be_none=True),
    "reported-by": Field("names", may_be_none=True),
    "act": Field("choice", ACTS),
    "plover": Field("choice", KINDS, may_be_none=True),
    "party": Field("name", may_be_none=True),
    "target": Field("name", may_be_none=True),
    "hedged": Field("truth"),
    "negated": Field("truth"),
    "prediction": Field("truth"),
    "judgement": Field("truth"),
    "issues": Field("keys", may_be_none=True),
}
SPEAKER_FIELDS = {name: STATEMENT_FIELDS[name] for name in ("speaker", "speaker-party")}


def check_field(fields: Mapping[str, Field], name: str, value: str) -> str | None:
    """What is wrong with a field and its value, with the nearest that is right; None where nothing is."""
    field = fields.get(name)
    if field is None:
        return f"Expected one of the fields {', '.join(fields)}, got {name!r}.{nearest(name, fields)}"
    if value.strip().lower() in NOBODY:
        return None if field.may_be_none else f"Expected a value for {name}, got {value!r}."
    if field.kind == "truth" and value.lower() not in _TRUTHS:
        return f"Expected yes or no for {name}, got {value!r}."
    if field.kind == "choice" and value not in field.choices:
        low = {choice.lower(): choice for choice in field.choices}
        hint = f" Did you mean {low[value.lower()]}?" if value.lower() in low else nearest(value, field.choices)
        return f"Expected one of {', '.join(field.choices)} for {name}, got {value!r}.{hint}"
    return None


def nearest(word: str, words: Mapping[str, Any] | tuple[str, ...] | list[str]) -> str:
    """ " Did you mean X?" with the nearest of `words`; "" where none is near."""
    near = get_close_matches(word, list(words), 1, 0.5)
    return f" Did you mean {near[0]}?" if near else ""


def name_of(value: str) -> str | None:
    """A name, or None for "none" and "nobody"."""
    return None if value.strip().lower() in NOBODY else value.strip()


def set_plain(statement: Statement, values: Mapping[str, str]) -> Statement:
    """The statement with every field set that needs nothing but its value; form and status are kept in step."""
    changes: dict[str, Any] = {}
    for name, value in values.items():
        field = STATEMENT_FIELDS[name]
        if name in {"speaker", "speaker-party", "form", "status"}:
            continue
        if field.kind == "truth":
            changes[name] = _TRUTHS[value.lower()]
        elif field.kind in {"names", "keys"}:
            listed = () if name_of(value) is None else value.split(",")
            changes[name.replace("-", "_")] = tuple(part.strip() for part in listed if part.strip())
        else:
            changes[name] = name_of(value)
    return replace(_with_form(statement, values), **changes)


def _with_form(statement: Statement, values: Mapping[str, str]) -> Statement:
    """Own voice has neither speaker nor status; a quotation has a status; reported speech has none."""
    form = cast("Form", values.get("form", statement.form))
    given = name_of(values["status"]) if "status" in values else statement.status
    if form != "quotation":
        speaker = None if form == "own-voice" else statement.speaker
        return replace(statement, form=form, status=None, speaker=speaker, cue=statement.cue if speaker else None)
    return replace(statement, form=form, status=cast("Status", given or statement.status or "verbatim"))

"""What all entries of the case file share, and the evidence that any of them may carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from zopa.case.values import Day, Words, parse_several

Several = Annotated[tuple[Words, ...], BeforeValidator(parse_several)]
Status = Literal["confirmed", "proposed"]
QuotationStatus = Literal["verbatim", "translated", "fragment", "paraphrase"]
_BLANK = {"", "~", "null"}
_YES = re.compile(
    r"\s*(?:(?:yes|true)\b|on\s*$)", re.IGNORECASE
)  # "yes, from a contact" must never be shared by mistake
_NO = {"no", "false", "off"}


def _hyphened(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def marks_private(text: str) -> bool:
    """Whether what stands under `private` means the whole entry, not a remark."""
    return bool(_YES.match(text))


class Entry(BaseModel):
    """What all entries share: frozen, no unknown keys, blank values left out; `_short` is the field that one scalar fills.

    `private` marks what is never shared: ``yes`` the whole entry, any other words a remark that is left out of it.
    """

    # a class is built when first read: most are only read as a part of `Case`, whose building includes them
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_hyphened, populate_by_name=True, defer_build=True
    )
    _short = ""
    private: Words = ""

    @property
    def is_private(self) -> bool:
        """True where the whole entry is for those who write the case only."""
        return marks_private(self.private)

    @property
    def remark(self) -> str:
        """What is written for those who write the case only, "" for nothing."""
        return "" if self.is_private or self.private.strip().lower() in _NO else self.private

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, value: Any) -> Any:
        if value is None or (isinstance(value, str) and value.strip() in _BLANK):
            return {}
        short = cast("Any", cls.__private_attributes__["_short"]).default
        if short and isinstance(value, (str, int, float)):
            return {short: value}
        if not isinstance(value, Mapping):
            return value
        items = cast("Mapping[Any, Any]", value).items()
        known = {field.alias or name for name, field in cls.model_fields.items()} | cls.model_fields.keys()
        # a blank key that is not known stays, to be told: in {name: a, b} it is the second half of a value with a comma
        kept = {
            k: v for k, v in items if k not in known or not (v is None or (isinstance(v, str) and v.strip() in _BLANK))
        }
        return cast("Any", kept)


class Evidence(Entry):
    """A quote of a source, found in it word for word, and what it is evidence for.

    `said_by` is a person or a party of the case, `reported_by` whoever passes it on; `credibility` is the Admiralty digit that
    a person gave (6 means it cannot be judged); `prefix` and `suffix` tell equal quotes apart and find them again.
    """

    source: Words
    quote: Words
    for_: Literal["position", "red-line", "salience", "no-deal", "interest", "opening", "denial"] = "position"
    said_by: Words = ""
    reported_by: Words = ""
    said: Day = ""
    status: QuotationStatus | None = None
    original: Words = ""
    language: Words = ""
    credibility: Annotated[int | None, BeforeValidator(lambda v: int(v) if str(v).strip() in "123456" else v)] = Field(
        None, ge=1, le=6
    )
    prefix: Words = ""
    suffix: Words = ""
    note: Words = ""


EvidenceList = tuple[Evidence, ...]

"""Small values of the case file, each read from one scalar and printed back as it is written by hand.

A value is read from a string (or from a number, for callers in Python) and raises ValueError with a sentence that says what
was expected; `zopa.case.read` turns that into a problem with its line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS_OF_SALIENCE = {"high": Decimal(75), "medium": Decimal(50), "low": Decimal(25)}  # design, section 6
WORDS_OF_PATIENCE = {
    "very patient": Decimal("0.99"), "patient": Decimal("0.97"), "impatient": Decimal("0.9"), "very impatient": Decimal("0.75"),
}  # fmt: skip
"""What a gain in a month is worth now: a tenth, a third, three quarters and nearly all of it are lost in a year."""
_RANGE = re.compile(r"\s*(\S+?)\s*(?:\.\.|–|—|\bto\b)\s*(\S+)\s*")
_ID = re.compile(r"[^\s.,;:=<>!&|()\[\]{}\"']+")
_TRUTHS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range of them; `low` and `high` are equal for a number."""

    low: Decimal
    high: Decimal

    @property
    def middle(self) -> Decimal:
        """The midpoint, as which a range counts outside `whatif`."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return plain(self.low) if self.low == self.high else f"{plain(self.low)}..{plain(self.high)}"


@dataclass(frozen=True, slots=True)
class Salience:
    """How much an issue matters to a party: a word (high 75, medium 50, low 25), a number or a range."""

    amount: Amount
    word: str = ""

    def __str__(self) -> str:
        return self.word or str(self.amount)


@dataclass(frozen=True, slots=True)
class Patience:
    """What a gain in a month is worth to a party now, 0 to 1: a word, a number or a range, None where only a cost is told.

    `cost`: what a month of talks costs it whatever is agreed in the end, as a part of the best that it could have.
    """

    amount: Amount | None
    word: str = ""
    cost: Decimal = Decimal(0)

    def __str__(self) -> str:
        told = self.word or (str(self.amount) if self.amount else "")
        return ", ".join(part for part in (told, f"costs {plain(self.cost)}" if self.cost else "") if part)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Options from best to worst; those of one tier are tied."""

    tiers: tuple[tuple[str, ...], ...]

    @property
    def options(self) -> tuple[str, ...]:
        """All options ranked, best first."""
        return tuple(option for tier in self.tiers for option in tier)

    def __str__(self) -> str:
        return " > ".join(" = ".join(tier) for tier in self.tiers)


@dataclass(frozen=True, slots=True)
class RedLine:
    """Options that a party says it will never take: ``not`` those named, or all ``only`` those named are not."""

    kind: Literal["not", "only"]
    options: tuple[str, ...]

    def excluded(self, options: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `options` that cross the line, in their order."""
        return tuple(o for o in options if (o in self.options) == (self.kind == "not"))

    def __str__(self) -> str:
        return f"{self.kind} {' or '.join(self.options)}"


@dataclass(frozen=True, slots=True)
class NoDeal:
    """What a party has without agreement: as good as, better than or worse than a draft, or a number or range in 0..1."""

    kind: Literal["as good as", "better than", "worse than", "amount"]
    draft: str = ""
    amount: Amount | None = None

    def __str__(self) -> str:
        return str(self.amount) if self.amount else f"{self.kind} {self.draft}"


def plain(number: Decimal) -> str:
    """A decimal number without exponent and without closing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_decimal(value: object) -> Decimal:
    """A finite decimal number; a decimal comma and thousands are not read."""
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        raise ValueError(f"expected a number such as 0.3, got {_shown(value)}") from None
    if not number.is_finite() or number.adjusted() > 12 or len(number.as_tuple().digits) > 24:
        raise ValueError(f"expected a number of ordinary size, got {_shown(value)}")
    return number


def parse_amount(value: object) -> Amount:
    """A number or a range ``low..high``."""
    text = str(value)
    if match := _RANGE.fullmatch(text):
        low, high = parse_decimal(match[1]), parse_decimal(match[2])
        if low > high:
            raise ValueError(f"expected the lower number first, got {_shown(text)}")
        return Amount(low, high)
    number = parse_decimal(text)
    return Amount(number, number)


def parse_salience(value: object) -> Salience:
    """high, medium, low, a number of at least 0, or a range."""
    word = str(value).strip().lower()
    if word in WORDS_OF_SALIENCE:
        return Salience(Amount(WORDS_OF_SALIENCE[word], WORDS_OF_SALIENCE[word]), word)
    try:
        amount = parse_amount(word)
    except ValueError:
        raise ValueError(
            f"expected high, medium, low, a number or a range such as 60..80, got {_shown(value)}"
        ) from None
    if amount.low < 0:
        raise ValueError(f"expected a salience of 0 or more, got {_shown(value)}")
    return Salience(amount)


def parse_patience(value: object) -> Patience:
    """Very patient, patient, impatient, very impatient, or what a gain in a month is worth now: above 0 up to 1, or a range.

    Beside it or alone, behind a comma: ``costs 0.02``, what a month of talks costs.
    """
    text = " ".join(str(value).lower().split())
    parts = [part.strip() for part in text.split(",")]
    costs = [part.removeprefix("costs ") for part in parts if part.startswith("costs ")]
    told = ", ".join(part for part in parts if not part.startswith("costs "))
    expected = (
        f"expected {', '.join(WORDS_OF_PATIENCE)}, or a number or range above 0 up to 1; beside it or alone costs 0.02"
    )
    try:
        cost = _cost(costs)
        if told in WORDS_OF_PATIENCE:
            return Patience(Amount(WORDS_OF_PATIENCE[told], WORDS_OF_PATIENCE[told]), told, cost)
        amount = parse_amount(told) if told or not costs else None
    except ValueError:
        raise ValueError(f"{expected}, got {_shown(value)}") from None
    if amount is not None and not 0 < amount.low <= amount.high <= 1:
        raise ValueError(f"{expected}, got {_shown(value)}")
    if cost and amount is not None and amount.middle == 1:
        raise ValueError(
            "expected a patience below 1 beside a cost: who loses nothing by waiting could hold out without end"
        )
    return Patience(amount, cost=cost)


def _cost(told: list[str]) -> Decimal:
    """The one cost that is told, above 0 up to 1; 0 for none."""
    if not told:
        return Decimal(0)
    amount = parse_amount(told[0])
    if len(told) > 1 or amount.low != amount.high or not 0 < amount.low <= 1:
        raise ValueError(told)
    return amount.low


def parse_ranking(value: object) -> Ranking:
    """Options as ``a > b = c``: best first, ties with =."""
    text = str(value)
    tiers = tuple(tuple(_option(part, text) for part in tier.split("=")) for tier in text.split(">"))
    named = [option for tier in tiers for option in tier]
    if twice := {option for option in named if named.count(option) > 1}:
        raise ValueError(f"expected every option once, got {', '.join(sorted(twice))} more than once")
    return Ranking(tiers)


def parse_red_line(value: object) -> RedLine:
    """``not x``, ``not x or y``, ``only x`` or ``only x or y``."""
    text = str(value).strip()
    kind, _, rest = text.partition(" ")
    if kind.lower() not in {"not", "only"} or not rest.strip():
        raise ValueError(f"expected `not OPTION` or `only OPTION or OPTION`, got {_shown(value)}")
    options = tuple(_option(part, text) for part in re.split(r"\s+(?:or|and|nor)\s+|\s*[,|]\s*", rest.strip()))
    return RedLine("not" if kind.lower() == "not" else "only", tuple(dict.fromkeys(options)))


def parse_no_deal(value: object) -> NoDeal:
    """``as good as DRAFT``, ``better than DRAFT``, ``worse than DRAFT``, or a number or range from 0 to 1."""
    text = " ".join(str(value).split())
    for kind in ("as good as", "better than", "worse than"):
        if text.lower().startswith(kind + " "):
            return NoDeal(kind, _option(text[len(kind) :], text))
    try:
        amount = parse_amount(text)
    except ValueError:
        raise ValueError(
            "expected `as good as`, `better than` or `worse than` and a draft, or a number or range from 0 to 1, "
            f"got {_shown(value)}"
        ) from None
    if not 0 <= amount.low <= amount.high <= 1:
        raise ValueError(f"expected a no-deal value from 0 to 1, got {_shown(value)}")
    return NoDeal("amount", amount=amount)


def parse_truth(value: object) -> bool:
    """Yes, no, true or false."""
    if isinstance(value, bool):
        return value
    try:
        return _TRUTHS[str(value).strip().lower()]
    except KeyError:
        raise ValueError(f"expected yes or no, got {_shown(value)}") from None


def parse_day(value: object) -> str:
    """A date as precise as it is known: 2025, 2025-12, 2025-12-04, or a span 2025-12-01..2025-12-04."""
    text = str(value).strip()
    ends = [part.strip() for part in text.split("..")]
    if len(ends) > 2 or not all(_is_day(end) for end in ends):
        raise ValueError(f"expected a date such as 2025-12-04, 2025-12 or 2025-12-01..2025-12-04, got {_shown(value)}")
    if first_day(ends[0]) > last_day(ends[-1]):
        raise ValueError(f"expected the earlier date first, got {_shown(value)}")
    return "..".join(ends)


def first_day(day: str) -> str:
    """The first day that a date of any precision may mean, ISO."""
    year, month, number = _day_parts(day.split("..", maxsplit=1)[0])
    return f"{year:04d}-{month or 1:02d}-{number or 1:02d}"


def last_day(day: str) -> str:
    """The last day that a date of any precision may mean, ISO."""
    year, month, number = _day_parts(day.rsplit("..", maxsplit=1)[-1])
    month = month or 12
    return f"{year:04d}-{month:02d}-{number or monthrange(year, month)[1]:02d}"


def _day_parts(day: str) -> tuple[int, int, int]:
    parts = [int(part) for part in day.split("-")]
    return (*parts, 0, 0)[:3]  # type: ignore[return-value]  # one to three parts


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def parse_words(value: object) -> str:
    """Words on one scalar; numbers and the like are taken as they are written."""
    if isinstance(value, (dict, list, tuple)):
        raise ValueError("expected words, got a list or a mapping")  # noqa: TRY004 - pydantic reads ValueError
    return str(value)


def parse_several(value: object) -> object:
    """A list, or one item that stands for a list of one."""
    if isinstance(value, (list, tuple)):
        return tuple(cast("list[Any]", value))
    return (value,)


def parse_keys(value: object) -> object:
    """A mapping, or a list of ids that stands for a mapping without details."""
    if not isinstance(value, (list, tuple)):
        return value
    items = cast("list[Any]", value)
    return dict.fromkeys(items, "") if all(isinstance(item, str) for item in items) else items


def _option(part: str, whole: str) -> str:
    name = part.strip()
    if not _ID.fullmatch(name):
        raise ValueError(f"expected the name of one option or draft, got {_shown(name)} in {_shown(whole)}")
    return name


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return repr(text if len(text) <= 60 else text[:60] + "…")


class _Scalar:
    """How pydantic reads a kind of value from a scalar (by `parse`), prints it (by `str`) and describes it in a schema."""

    def __init__(self, kind: type, parse: Callable[[object], object], schema: dict[str, Any]) -> None:
        self.kind, self.parse, self.schema = kind, parse, schema

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, self.kind) else self.parse(value),
            serialization=core_schema.to_string_ser_schema(),
        )

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return dict(self.schema)


_SCALAR: dict[str, Any] = {"type": ["string", "number"]}
Words = Annotated[str, BeforeValidator(parse_words), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Day = Annotated[str, BeforeValidator(parse_day), WithJsonSchema(_SCALAR)]
Truth = Annotated[bool, BeforeValidator(parse_truth), PlainSerializer(lambda v: "yes" if v else "no", return_type=str),
                  WithJsonSchema({"enum": [True, False, "yes", "no"]})]  # fmt: skip
Number = Annotated[
    Decimal, BeforeValidator(parse_decimal), PlainSerializer(plain, return_type=str), WithJsonSchema(_SCALAR)
]
AmountField = Annotated[Amount, _Scalar(Amount, parse_amount, _SCALAR)]
SalienceField = Annotated[Salience, _Scalar(Salience, parse_salience, _SCALAR)]
PatienceField = Annotated[Patience, _Scalar(Patience, parse_patience, _SCALAR)]
RankingField = Annotated[Ranking, _Scalar(Ranking, parse_ranking, {"type": "string"})]
RedLineField = Annotated[RedLine, _Scalar(RedLine, parse_red_line, {"type": "string"})]
NoDealField = Annotated[NoDeal, _Scalar(NoDeal, parse_no_deal, _SCALAR)]

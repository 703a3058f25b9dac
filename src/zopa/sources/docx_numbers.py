"""Numbers that Word counts by itself: of lists, headings and articles (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.sources.docx_package import local_name

if TYPE_CHECKING:
    from zopa.sources.docx_package import Element
    from zopa.sources.docx_styles import Styles

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
            "twelve": "twelfth"}  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # Word leaves out ё, й, ъ, ы, ь
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_MAX_NUMBER = 30_000  # of a list's points; Word itself counts no further
_MAX_ROMAN = 3_999
_LEVEL = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict[int, _Level])
    link: str = ""  # the style that holds the list's real numbering
    counts: dict[int, int] = field(default_factory=dict[int, int])


@dataclass(slots=True)
class _Instance:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict[int, int])
    own: dict[int, _Level] = field(default_factory=dict[int, _Level])
    used: set[int] = field(default_factory=set[int])


class Numbers:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, roots: list[Element], styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        self._styles = styles
        for root in roots:
            for one in root:
                if local_name(one) == "abstractNum":
                    self._lists[attribute(one, "abstractNumId")] = _read_list(one)
                elif local_name(one) == "num":
                    self._instances[attribute(one, "numId")] = _read_instance(one)

    def next_label(self, properties: Element | None, style: str) -> str:
        """The number in front of the next paragraph with these properties, with the space behind it; "" for none."""
        number, rank = self._find(properties, style)
        instance = self._instances.get(number)
        of = self._list(instance) if instance is not None else None
        if instance is None or of is None:
            return ""
        if rank is None:
            rank = next((at for at, level in of.levels.items() if style and level.style == style), 0)
        level = instance.own.get(rank) or of.levels.get(rank)
        if level is None:
            return ""
        self._count(of, instance, rank, level)
        return _render(of, instance, level)

    def _find(self, properties: Element | None, style: str) -> tuple[str, int | None]:
        """The list and level that the paragraph names, or its style."""
        own = None if properties is None else next((c for c in properties if local_name(c) == "numPr"), None)
        number, rank = read_list_properties(own) if own is not None else ("", None)
        styled, styled_rank = self._styles.numbering(style)
        return number or styled, rank if rank is not None else styled_rank

    def _list(self, instance: _Instance) -> _List | None:
        of = self._lists.get(instance.abstract)
        if of is not None and of.link and not of.levels:
            other = self._instances.get(self._styles.numbering(of.link)[0])
            return self._lists.get(other.abstract) if other is not None else None
        return of

    @staticmethod
    def _count(of: _List, instance: _Instance, rank: int, level: _Level) -> None:
        """One more on this level; deeper levels begin anew."""
        first = instance.starts.get(rank, level.start)
        anew = rank not in of.counts or (rank in instance.starts and rank not in instance.used)
        of.counts[rank] = first if anew else min(of.counts[rank] + 1, _MAX_NUMBER)
        instance.used.add(rank)
        for deeper in [at for at in of.counts if at > rank]:
            known = instance.own.get(deeper) or of.levels.get(deeper)
            asked = known.restart if known is not None else None
            if asked != 0 and (asked is None or rank < asked):
                del of.counts[deeper]


def attribute(element: Element, name: str) -> str:
    """The value of the attribute of that name, in whichever namespace; "" where there is none."""
    return next((str(value) for key, value in element.items() if key.rsplit("}", 1)[-1] == name), "")


def read_list_properties(element: Element) -> tuple[str, int | None]:
    """The list's number and the level of a ``w:numPr``; "" and None where it does not say."""
    values = {local_name(one): attribute(one, "val") for one in element}
    return values.get("numId", ""), _whole(values.get("ilvl", ""))


def _whole(value: str) -> int | None:
    return int(value) if re.fullmatch(r"\d{1,6}", value) else None


def _read_list(element: Element) -> _List:
    read = _List()
    for one in element:
        if local_name(one) == "lvl":
            read.levels[_whole(attribute(one, "ilvl")) or 0] = _read_level(one)
        elif local_name(one) == "numStyleLink":
            read.link = attribute(one, "val")
    return read


def _read_level(element: Element) -> _Level:
    values = {local_name(one): attribute(one, "val") for one in element}
    legal = any(local_name(one) == "isLgl" for one in element)
    form = values.get("numFmt") or "decimal"
    start = _whole(values.get("start", "1"))
    return _Level(
        1 if start is None else start, form, values.get("lvlText", ""), values.get("suff", "tab"),
        _whole(values.get("lvlRestart", "")), legal, values.get("pStyle", ""),
    )  # fmt: skip


def _read_instance(element: Element) -> _Instance:
    read = _Instance("")
    for one in element:
        if local_name(one) == "abstractNumId":
            read.abstract = attribute(one, "val")
        elif local_name(one) == "lvlOverride":
            rank = _whole(attribute(one, "ilvl")) or 0
            for part in one:
                if local_name(part) == "startOverride":
                    read.starts[rank] = _whole(attribute(part, "val")) or 0
                elif local_name(part) == "lvl":
                    read.own[rank] = _read_level(part)
    return read


def _render(of: _List, instance: _Instance, level: _Level) -> str:
    if level.form == "bullet":
        label = "•" if level.text.strip() else ""
    else:
        label = _LEVEL.sub(lambda match: _number(of, instance, int(match.group(1)) - 1, level), level.text)
    return label + ("" if level.suffix == "nothing" else " ") if label.strip() else ""


def _number(of: _List, instance: _Instance, rank: int, level: _Level) -> str:
    other = instance.own.get(rank) or of.levels.get(rank) or _Level()
    count = of.counts.get(rank, instance.starts.get(rank, other.start))
    return render_number(count, "decimal" if level.legal else other.form)


def render_number(count: int, form: str) -> str:
    """A number in one of Word's forms ("upperRoman"); in digits where the form is not known here."""
    upper = form.startswith("upper") or form == "russianUpper"
    words = {"cardinalText": _cardinal, "ordinalText": _ordinal}
    if form == "none":
        return ""
    if form.endswith("Roman") and 0 < count <= _MAX_ROMAN:
        made = _roman(count)
    elif form.endswith("Letter") and count > 0:
        made = _letters(count, _LATIN)
    elif form.startswith("russian") and count > 0:
        made = _letters(count, _RUSSIAN)
    elif form == "decimalZero":
        made = f"{count:02d}"
    elif form == "ordinal":
        made = f"{count}{_ending(count)}"
    elif form in words and 0 <= count < 100:
        made = words[form](count).capitalize()
    else:
        made = str(count)
    return made.upper() if upper else made


def _roman(count: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        made += sign * times
    return made


def _letters(count: int, alphabet: str) -> str:
    """Letters a to z, then aa, bb: Word repeats the letter."""
    times, at = divmod(count - 1, len(alphabet))
    return alphabet[at] * (min(times, 20) + 1)


def _ending(count: int) -> str:
    return "th" if count % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _cardinal(count: int) -> str:
    tens, ones = divmod(count, 10)
    return _ONES[count] if count < 20 else _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal(count: int) -> str:
    head, _, last = _cardinal(count).rpartition("-")
    ending = _ORDINAL.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head}-{ending}" if head else ending

"""Letters of another script inside a word, and words without a space between them: pointed at, never altered."""

from __future__ import annotations

import re
from collections import Counter

from zopa.sources.dates import MONTH_NUMBERS
from zopa.sources.plausibility import script_of
from zopa.sources.reasons import LOOK_ALIKE, RUN_TOGETHER
from zopa.sources.types import Mark

LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
        "ABEKMHOPCTYXIJSaeopcyxijsdhqwABEZHIKMNOPTYXovp",
        strict=True,
    )
)
"""Cyrillic and Greek letters with the Latin letter that they look like."""

_FROM_LATIN = set(LOOK_ALIKES.values())
_WORD = re.compile(r"[^\W\d_]{2,}")
_FOREIGN = re.compile("[" + "".join(LOOK_ALIKES) + "]")
_GREEK_OR_CYRILLIC = re.compile(
    "[\u0370-\u1fff\ua640-\ua69f\uab65]"
)  # and what lies between: without any there is no mixture
_CAMEL = re.compile(r"\b([^\W\d_]*[a-zà-ÿа-яёіїєґ]{2})([A-ZÀ-ÞА-ЯЁІЇЄҐ][a-zà-ÿа-яёіїєґ]{2,})\b")
_AFTER_DOMAIN = re.compile(
    r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|info|ru|ua|su|eu|uk|de|fr|io|tv|news)([A-ZА-Я][a-zа-яё]{2,})\b"
)
_AFTER_STOP = re.compile(
    r"\b([a-zà-ÿ]{3,})[.?!](The|He|She|It|They|We|In|On|At|But|And|This|That|If|As|For|His|Her|Their|There|However|Meanwhile)\b"
)
_CHANNELS = frozenset(
    [
        "Telegram",
        "Twitter",
        "Facebook",
        "YouTube",
        "Instagram",
        "WhatsApp",
        "LinkedIn",
        "Reddit",
        "TikTok",
        "Email",
        "Print",
        "Share",
        "Viber",
        "RSS",
    ]
)
_BRANDS = frozenset(
    [
        "YouTube",
        "LinkedIn",
        "WhatsApp",
        "TikTok",
        "PayPal",
        "BlackRock",
        "FedEx",
        "SpaceX",
        "OpenAI",
        "DeepMind",
        "MasterCard",
    ]
)
_DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
_MAX_SEEN = 3  # a joined form that stands more often is a name, not a slip


def fold_look_alikes(text: str) -> str:
    """`text` with look-alikes inside Latin words as Latin letters, same length: for comparing, never for showing."""
    if not _FOREIGN.search(text):
        return text
    return _WORD.sub(lambda word: _fold_word(word.group()), text)


def find_look_alikes(text: str) -> tuple[Mark, ...]:
    """Marks (pointed at) on words that mix Latin with Cyrillic or Greek letters that look Latin; empty if none."""
    marks: list[Mark] = []
    for word in _WORD.finditer(text) if _GREEK_OR_CYRILLIC.search(text) else ():
        if word.group().isascii():
            continue
        detail = _describe_mixture(word.group())
        if detail:
            marks.append(Mark(word.start(), word.end(), f"{LOOK_ALIKE}: {detail}", left_out=False))
    return tuple(marks)


def find_run_together(text: str) -> tuple[Mark, ...]:
    """Marks (pointed at) on words without a space between them; precision before completeness.

    Two halves count only if both are names of channels, or one is a day or month, or both stand apart elsewhere in the
    text; ``McDonald``, ``iPhone`` and ``YouTube`` are left alone.

    Returns:
        Marks in order; empty where nothing is clearly run together.
    """
    seen = Counter(re.findall(r"[^\W\d_]+", text))
    spans = {match.span() for match in _AFTER_DOMAIN.finditer(text)}
    ends = {end for _, end in spans}
    camels = (match for match in _CAMEL.finditer(text) if match.end() not in ends)
    spans |= {match.span() for match in camels if _is_run_together(match, seen)}
    spans |= {match.span() for match in _AFTER_STOP.finditer(text) if seen[match.group(1)] > 1}
    return tuple(Mark(start, end, RUN_TOGETHER, left_out=False) for start, end in sorted(spans))


def _is_run_together(match: re.Match[str], seen: Counter[str]) -> bool:
    word, first, second = match.group(), match.group(1), match.group(2)
    if word in _BRANDS or seen[word] > _MAX_SEEN or first in {"Mc", "Mac", "Le", "La", "De", "Di", "Fitz", "O"}:
        return False
    if {first, second} <= _CHANNELS:
        return True
    if second in _DAYS or (second.lower() in MONTH_NUMBERS and len(second) > 3):
        return True
    return len(first) > 2 and first.islower() and seen[first] > 0 and seen[second] > 0


def _fold_word(word: str) -> str:
    if word.isascii() or not any("a" <= char.lower() <= "z" for char in word):
        return word
    return "".join(LOOK_ALIKES.get(char, char) for char in word)


def _describe_mixture(word: str) -> str:
    """Which letters of the rarer script in `word` pass for the commoner one, "" if none or not only such."""
    scripts = Counter(script_of(char) for char in word)
    if len(scripts) < 2 or not set(scripts) <= {"LATIN", "CYRILLIC", "GREEK"}:
        return ""
    host = scripts.most_common(1)[0][0]
    if scripts["LATIN"] == scripts[host]:
        host = "LATIN"
    guests = [char for char in word if script_of(char) != host]
    posing = [char for char in guests if (char in LOOK_ALIKES if host == "LATIN" else char in _FROM_LATIN)]
    if len(posing) < len(guests):
        return ""
    named = ", ".join(sorted({f"{script_of(char).capitalize()} {char}" for char in posing}))
    return f"{named} in a {host.capitalize()} word"

# ruff: noqa: E501 - a rule or table row stands on one line
"""Who published a text, as far as its own small print says so; and the language it is written in."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from zopa.sources.types import Guess

if TYPE_CHECKING:
    from zopa.sources.lines import TextLine

_PROPER = r"(?P<name>[A-ZÀ-Þ][\w&.'’-]*(?:\s+(?:of|for|and|the|on|de|du|la|&)\s+(?=[A-ZÀ-Þ])|\s+|$)(?:[A-ZÀ-Þ][\w&'’-]*(?:\s+(?:(?:of|for|and|the|on|de|du|la|&)\s+(?=[A-ZÀ-Þ]))?|(?=\W|$)))*)"
_RULES = (
    (
        "disclaimer",
        re.compile(
            r"\b(?:[Vv]iews?|[Oo]pinions?|[Aa]rticles?|[Cc]ontents?|[Mm]aterials?|[Ss]tatements?|[Pp]osts?|[Aa]nalys[ei]s|[Cc]olumns?)\b.{0,120}?"
            r"\b(?:represents?|reflects?|coincides? with)\s+(?:(?:those|the (?:views?|opinions?|positions?|policy|editorial (?:line|position)))"
            rf"(?: or \w+)* of )?(?:the )?{_PROPER}"
        ),
    ),
    ("copyright line", re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)[,.]?\s*(?:by )?(?:[Tt]he )?{_PROPER}")),
)  # fmt: skip
_MAIL = re.compile(r"\b[\w.+-]+@(?P<name>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})", re.IGNORECASE)
_MAIL_HOSTS = re.compile(r"(?:gmail|yahoo|hotmail|outlook|proton(?:mail)?|mail|yandex|icloud|gmx|ukr)\.", re.IGNORECASE)
_MAX_WORDS = 60
_MAX_CHARS = 600

LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "it", "ja", "ka",
    "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""Languages told apart; more of them would make short texts look like rare ones."""
_MIN_LETTERS = 40
_MIN_PROBABILITY = 0.9
_SAMPLE_CHARS = 6_000


def guess_publisher(lines: tuple[TextLine, ...]) -> Guess | None:
    """The publisher named in a disclaimer, a copyright line or the domain of a contact address, in that order."""
    for how, rule in _RULES:
        for line in lines:
            match = rule.search(line.text) if line.words <= _MAX_WORDS and len(line.text) <= _MAX_CHARS else None
            if match is not None and len(match["name"].strip()) > 1:
                return _guess(line, match, how)
    for line in lines:
        match = _MAIL.search(line.text) if line.words <= 12 and len(line.text) <= _MAX_CHARS else None
        if match is not None and not _MAIL_HOSTS.match(match["name"]):
            return _guess(line, match, "domain of the contact address")
    return None


def guess_language(sample: str) -> Guess | None:
    """The language of a text.

    Args:
        sample: what is analysed of a document.

    Returns:
        ISO 639-1 code; None for fewer than 40 letters and where no language is at least 90 % probable.
    """
    sample = sample[:_SAMPLE_CHARS]
    if sum(char.isalpha() for char in sample) < _MIN_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    if float(probability) < _MIN_PROBABILITY:
        return None
    return Guess(str(code), f"py3langid, probability {float(probability):.2f}")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    langid: Any = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def _guess(line: TextLine, match: re.Match[str], how: str) -> Guess:
    value = match["name"].strip().rstrip(".")
    start = line.start + match.start("name")
    return Guess(value, f"line {line.number}, {how}", start, start + len(value))

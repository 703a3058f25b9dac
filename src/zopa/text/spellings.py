"""Whether two names are spellings of one person's: "Büchner" and "Buechner", "Sarraj" and "al-Sarraj"."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from zopa.text.lexicon import words_of

_UMLAUT = re.compile(r"(?<=[aou])e")  # "Buechner" for "Büchner"
_ALIKE, _ALIKE_WITH_FIRST = (
    0.86,
    0.6,
)  # likeness of family names (Ratcliff and Obershelp 1988), alone and behind the same first name
_SHORTEST = 6  # letters of a family name that may be told by likeness alone


def is_one_person(one: str, two: str) -> bool:
    """True where two names may be one person's in two spellings; a surname alone is whoever bears it.

    Accents, umlauts and articles ("al-") tell nothing; other family names are alike behind the same first name only if most of their
    letters are, and alone only if nearly all are. False for two first names that differ, and for an empty name.
    """
    a, b = _parts(one), _parts(two)
    if not a or not b:
        return False
    family, other = a[-1], b[-1]
    first = len(a) == 1 or len(b) == 1 or a[0] == b[0] or (1 in {len(a[0]), len(b[0])} and a[0][0] == b[0][0])
    if not first:
        return family == other and _is_short_for(a[0], b[0])
    if family == other:
        return True
    known = len(a) > 1 and len(b) > 1 and a[0] == b[0] and len(a[0]) > 1
    likeness = SequenceMatcher(None, family, other).ratio()
    return likeness >= _ALIKE_WITH_FIRST if known else min(len(family), len(other)) >= _SHORTEST and likeness >= _ALIKE


def _is_short_for(one: str, two: str) -> bool:
    """True for "Benny" beside "Benjamin", "Alex" beside "Alexander"."""
    short, full = sorted((one, two), key=len)
    stem = re.sub(r"(?:y|ie)$", "", short)
    stem = stem[:-1] if stem != short and stem[-1:] == stem[-2:-1] else stem
    return len(stem) >= _STEM and full.startswith(stem)


_STEM = 3  # letters of a first name that its short form keeps


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, without articles before the family name."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ß", "ss"))
    words = re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    told = [w for n, w in enumerate(words) if n == 0 or n == len(words) - 1 or w not in words_of("name_article")]
    told = told[1:] if len(told) > 1 and told[0] in words_of("name_article") else told
    return tuple(_UMLAUT.sub("", word) for word in told)

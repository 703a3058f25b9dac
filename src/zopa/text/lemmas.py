"""Base forms that an English word may have, by a table of irregular verbs and the rules of spelling for the rest.

No dictionary: a rule gives every base that the spelling allows, the likeliest first ("accused": accuse, accus),
and whoever asks compares them with the words of a table. Nouns in the plural fall under the same rules.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

_VOWELS = frozenset("aeiouy")
_SILENT_E = (
    "bl",
    "cl",
    "dl",
    "fl",
    "gl",
    "kl",
    "pl",
    "tl",
    "zl",
    "c",
    "s",
    "z",
    "v",
    "u",
    "dg",
    "rg",
    "ng",
    "at",
    "it",
    "ut",
    "ir",
    "ur",
    "or",
    "ib",
    "in",
    "iz",
    "ok",
    "ak",
    "ik",
    "rs",
    "id",
    "ed",
    "ad",
    "od",
    "iv",
    "am",
    "um",
)
_LONG_VOWELS = frozenset({"ai", "ea", "ee", "ei", "oa", "oi", "oo"})  # behind which no silent e stands
_CACHE = 16384  # words; a few documents' worth of distinct forms


def word_set(words: str) -> frozenset[str]:
    """The words of a string as a set; keeps long closed classes readable."""
    return frozenset(words.split())


@cache
def irregular_verbs() -> dict[str, str]:
    """The shipped table: each irregular form to its base."""
    table: dict[str, str] = {}
    text = files("zopa.text").joinpath("en", "irregular_verbs.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            base, forms = line.split("\t")
            table.update((form, base) for form in forms.split(","))
    return table


@lru_cache(maxsize=_CACHE)
def lemma(word: str) -> tuple[str, ...]:
    """Candidate base forms of `word` in lower case, the likeliest first; the word itself is always among them."""
    low = word.lower()
    found: list[str] = []
    base = irregular_verbs().get(low)
    if base:
        found.append(base)
    if low.endswith("ies") and len(low) > 4:
        found.append(low[:-3] + "y")
    elif low.endswith("s") and not low.endswith(("ss", "us")) and len(low) > 3:
        if low.endswith(("shes", "ches", "sses", "xes", "zzes", "oes")):
            found.append(low[:-2])
        found.append(low[:-1])
    elif low.endswith("ied") and len(low) > 4:
        found.append(low[:-3] + "y")
    elif low.endswith("ed") and len(low) > 3:
        found.extend(_stems(low[:-2]))
    elif low.endswith("ing") and len(low) > 4:
        found.extend(_stems(low[:-3]))
        if low.endswith("ying"):
            found.append(low[:-4] + "ie")
    found.append(low)
    return tuple(dict.fromkeys(found))


def _would_double(stem: str) -> bool:
    """True where -ed would double the last letter ("hop", "hopped"), so that "hoped" has lost an e (Huddleston & Pullum 2002, ch. 18)."""
    return (
        len(stem) > 1
        and stem[-1] not in "aeiouwxy"
        and stem[-2] in _VOWELS
        and not any(letter in _VOWELS for letter in stem[:-2])
    )


def _stems(stem: str) -> list[str]:
    """What a verb was before -ed or -ing: with a silent e, as it stands, or with its last letter single."""
    if not any(letter in _VOWELS for letter in stem):
        return []
    options = [stem, stem + "e"]
    long = stem[-1] in "dkmn" and stem[-3:-1] in _LONG_VOWELS  # "bargain", "load", "soak", "claim"
    silent = stem.endswith(_SILENT_E) and not long and not stem.endswith(("ss", "ou"))
    if (
        silent
        or _would_double(stem)
        or (len(stem) > 2 and stem[-1] == "l" and stem[-2] not in _VOWELS | {"l", "r", "w"})
    ):
        options.reverse()
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "se":
        options.insert(0, stem[:-1])
        expelled = stem.endswith("ell") and any(letter in _VOWELS for letter in stem[:-3])  # of two syllables
        if stem[-1] in "lfz" and not expelled:  # "called" is call, "controlled" control, "unravelled" unravel
            options[0], options[1] = options[1], options[0]
    return options

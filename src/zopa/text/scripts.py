"""Names written in Cyrillic or Arabic letters, joined to the Latin spelling of the tables: "Путина", "Зеленський", "لافروف".

A word is parted into consonants and the vowels between them. Two spellings are one name where the consonants are of the same
classes in the same order and the vowels can stand for each other. Case endings (Cyrillic) and clitics (Arabic) may be added.
The classes follow the BGN/PCGN romanisations of Russian, Ukrainian and Arabic, with letters that languages exchange in names
in one class: g, h and kh; s, z and ts; sh, ch, zh and j; v, f and w; in Arabic, which has neither, p is b.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.text.tokens import Token
    from zopa.text.vocabulary import Name, Vocabulary

_LATIN = {
    "shch": "C", "sch": "C", "tch": "C", "dzh": "C", "sh": "C", "ch": "C", "zh": "C", "cz": "C", "dj": "C", "j": "C",
    "ts": "S", "tz": "S", "sz": "S", "z": "S", "s": "S", "x": "KS", "ph": "V", "kh": "H", "gh": "H", "g": "H", "h": "H",
    "ck": "K", "q": "K", "k": "K", "ce": "Se", "ci": "Si", "cy": "Si", "c": "K", "th": "T", "w": "V", "v": "V", "f": "V",
    "b": "B", "p": "P", "d": "D", "t": "T", "l": "L", "m": "M", "n": "N", "r": "R", "y": "i",
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
}  # fmt: skip
_CYRILLIC = {
    **dict(zip("бвгґдзклмнпрстфхцчшщж", "BVHHDSKLMNPRSTVHSCCCC", strict=True)),
    **dict(zip("аеёиійїоуўыэєюя", "aeeiiiiouuieeua", strict=True)), "дж": "C", "ь": "", "ъ": "", "’": "", "'": "",
}  # fmt: skip
_ARABIC = {
    **dict(zip("بپتثجچحخدذرزژسشصضطظغفڤقكکگلمنه", "BBTTCCHHDDRSCSCSDTSHVVKKKHLMNH", strict=True)),
    **dict(zip("اأإآىةويیئؤ", "aaaaaauiiiu", strict=True)), "تس": "S", "ع": "", "ء": "", "ـ": "",
}  # fmt: skip
_SOUNDS = {"a": set("aoeu"), "e": set("eia"), "i": set("ie"), "o": set("oau"), "u": set("uoa")}
"""Vowels that may stand for each other in two spellings."""
_ENDINGS = re.compile(r"(?:ого|ому|ові|еві|єві|ами|ями|ах|ях|ам|ям|ом|ем|ём|єм|ым|им|ім)$")
_STEM_ENDINGS = re.compile(
    r"(?:(?<![аеёиійїоуўыэєюяьъ])[аеёиійїоуўыэєюяьъ]+|[аеиіоуыюя]?[мх]|ого|ому|ові|еві|ами|ями)$"
)
_CLITICS = ("", "و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "ولل", "لل")
_OFFICES = tuple(
    "президент министр міністр премьер прем глава голова канцлер посол генерал спикер спікер секретар".split()
)
"""Beginnings of offices; one that begins a sentence is no given name."""
_PATRONYMIC = re.compile(r"[ыиоеєйії]?(?:вич|вн)(?:[аеуоюыиі]|ем|ом|ой|ою|ові)?$|(?:ьич|їч)\w{0,3}$")
_SHORT = 5  # sounds that a spelling with only two consonants must have to be told from a common word
_ALIKE_WORD = re.compile(r"[^\W\d_]+")
_STEM_LETTERS = 4  # a shorter stem is too common to be taken for a name with another ending
_DIACRITICS = str.maketrans(
    {"č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ş": "sh", "ž": "zh", "ğ": "g", "ł": "l", "ø": "o"}
)


@dataclass(frozen=True, slots=True)
class Sound:
    """How a spelling sounds: classes of its consonants, and the vowels before, between and behind them."""

    consonants: str
    vowels: tuple[str, ...]


@dataclass(slots=True)
class Spellings:
    """Spellings of a vocabulary by sound (from Latin letters) and by stem (from Cyrillic and Arabic ones)."""

    by_sound: dict[str, list[tuple[Sound, Name, str]]] = field(
        default_factory=dict[str, "list[tuple[Sound, Name, str]]"]
    )
    by_stem: dict[str, list[tuple[Name, str]]] = field(default_factory=dict[str, "list[tuple[Name, str]]"])

    def find(self, word: str) -> list[tuple[Name, str]]:
        """(entry, sort) of the names that `word` may spell; empty for a Latin word, and where nothing fits."""
        script = script_of(word)
        if not script or (script == "cyrillic" and not word[0].isupper()):
            return []
        low = word.lower()
        found: list[tuple[Name, str]] = []
        for form in _forms(low, script):
            stem = _stem(form) if script == "cyrillic" else form
            known = self.by_stem.get(form, []) + (self.by_stem.get(stem, []) if len(stem) >= _STEM_LETTERS else [])
            sound = sound_of(form, script)
            key = _key(sound, script)
            heard = [(n, s) for other, n, s in self.by_sound.get(key, ()) if _alike(sound, other, script)]
            found += [way for way in (*known, *heard) if way not in found]
        return found


def name_at(known: Spellings, tokens: list[Token], i: int) -> tuple[int, Name, str] | None:
    """The name that begins at token `i` in Cyrillic or Arabic letters: (tokens it takes, entry, sort), or None.

    A given name and a surname of one person, with a patronymic between or not, or a word alone; a surname beside another
    capitalised word is somebody else's ("Михаил Путин").
    """
    for size in (2, 3):
        surname = i + size - 1
        if surname >= len(tokens) or (size == 3 and not _PATRONYMIC.search(tokens[i + 1].low)):
            break
        for entry, sort in known.find(tokens[surname].text):
            if entry.kind == "person" and sounds_like(tokens[i].text, entry.name.split()[0]):
                return size, entry, sort
    for entry, sort in known.find(tokens[i].text):
        beside = [tokens[at] for at in (i - 1, i + 1) if 0 <= at < len(tokens)]
        others = [t for t in beside if t.is_word and t.is_capital and not t.low.startswith(_OFFICES)]
        if entry.kind != "person" or not others:
            return 1, entry, sort
    return None


def script_of(word: str) -> str:
    """cyrillic, arabic, or "" for any other."""
    first = next((letter for letter in word if letter.isalpha()), "")
    return "cyrillic" if "\u0400" <= first <= "\u052f" else "arabic" if "\u0600" <= first <= "\u06ff" else ""


def sounds_like(word: str, latin: str) -> bool:
    """True when a Cyrillic or Arabic word, whatever its case ending or clitic, may spell a Latin one."""
    script, other = script_of(word), sound_of(latin, "")
    sounds = [sound_of(form, script) for form in _forms(word.lower(), script)]
    return any(_key(sound, script) == _key(other, script) and _alike(sound, other, script) for sound in sounds)


@lru_cache(maxsize=8)
def spellings(vocabulary: Vocabulary) -> Spellings:
    """The spellings of one word in a vocabulary, those in capitals and those that are given names aside."""
    result = Spellings()
    given = {name for name, _ in vocabulary.given_names}  # "Petro" is many people
    for entry in vocabulary.names:
        ways = [(way, "name") for way in (entry.name, *entry.aliases)] + [(seat, "seat") for seat in entry.seats]
        for way, sort in ways:
            bare = re.sub(r"^(?:al|el)-", "", way)
            if not _ALIKE_WORD.fullmatch(bare) or bare.isupper() or bare in given:
                continue
            script = script_of(bare)
            if script:
                for stem in {bare.lower(), _stem(bare.lower())}:
                    result.by_stem.setdefault(stem, []).append((entry, sort))
            else:
                sound = sound_of(bare, "")
                for key in {_key(sound, "cyrillic"), _key(sound, "arabic")}:
                    result.by_sound.setdefault(key, []).append((sound, entry, sort))
    return result


def sound_of(word: str, script: str) -> Sound:
    """The sound of a word; `script` is cyrillic, arabic, or "" for Latin letters. Letters of no table are passed over."""
    low = word.lower()
    if script == "cyrillic":
        low, table = re.sub(r"^у(?=[иэеоа])", "в", low), _CYRILLIC  # "Уиткофф"
    elif script == "arabic":
        low, table = re.sub(r"^و(?=[اي])", "ف", low), _ARABIC
    else:
        low, table = _plain(low), _LATIN
    consonants, vowels, at = "", [""], 0
    while at < len(low):
        size = next((n for n in (4, 3, 2, 1) if low[at : at + n] in table and len(low[at : at + n]) == n), 0)
        for sound in table[low[at : at + size]] if size else "":
            if sound.islower():
                vowels[-1] += sound
            elif vowels[-1] or not consonants.endswith(sound):  # a doubled consonant sounds once
                consonants += sound
                vowels.append("")
        at += size or 1
    return Sound(consonants, tuple(vowels))


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_DIACRITICS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _key(sound: Sound, script: str) -> str:
    return script + (sound.consonants.replace("P", "B") if script == "arabic" else sound.consonants)


def _forms(low: str, script: str) -> list[str]:
    """The word as it stands, and without a case ending or clitic."""
    if script == "arabic":
        return [low[len(clitic) :] for clitic in _CLITICS if low.startswith(clitic) and len(low) - len(clitic) >= 3]
    return list(dict.fromkeys((low, _ENDINGS.sub("", low))))


def _stem(low: str) -> str:
    return _STEM_ENDINGS.sub("", low)


def _alike(here: Sound, latin: Sound, script: str) -> bool:
    """True when vowels fit; behind the last consonant may stand a case ending, but not in a short name."""
    size = len(here.consonants)
    pairs = list(zip(here.vowels, latin.vowels, strict=True))
    if size < 3:
        long_enough = size == 2 and size + sum(map(len, here.vowels)) >= _SHORT
        return long_enough and all(_fit(own, other) for own, other in pairs) and (script == "arabic" or here == latin)
    left_out = sum(bool(other and not own) for own, other in pairs[:-1])
    if script == "cyrillic":
        return not left_out and all(_fit(own, other) for own, other in pairs[:-1])
    if size < 4 and any(other not in {"", "a", "e"} and not own for own, other in pairs[:-1]):
        return False
    short = size - 2 if size < 4 else 2  # Arabic leaves short vowels unwritten
    written = [(own, other) for own, other in pairs if own]
    return bool(written) and left_out <= short and all(_fit(own, other) for own, other in written)


def _fit(own: str, other: str) -> bool:
    return (not own and not other) or any(sound in _SOUNDS[vowel] for vowel in other for sound in own)

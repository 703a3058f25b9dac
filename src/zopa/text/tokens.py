"""Words and punctuation with their places; the unit that all rules of the reader look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zopa.text.split import UNSEEN, seen

# Abbreviations keep their dots ("U.S.", "a.m."), numbers their separators, words their inner apostrophes and hyphens.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:-\w+)*"
    rf"|\w[\w{UNSEEN}]*(?:['’\-‑][\w{UNSEEN}]+)*"
    r"|\.{3}|…"
    rf"|[^\w\s{UNSEEN}]"
)


_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|ed|ez|es)[-‑][A-Z]")


@dataclass(slots=True, unsafe_hash=True)  # a text has thousands, and to fill a frozen one takes three times as long
class Token:
    """One word or punctuation mark: `start`, `end` in the text as read, `text` without invisible characters, `low` in lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """True for words and numbers, False for punctuation."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """True when the first letter is upper case, or the first behind an Arabic article ("al-Ansari")."""
        return self.text[0].isupper() or bool(_ARTICLE.match(self.text))


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]`` in order; the possessive ending ("'s") is a token of its own."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if (not word.isascii() or "\x00" in word) and (shown := seen(word)) != word:
            end_of = match.start() + len(word.rstrip(UNSEEN))
            tokens.append(Token(match.start(), end_of, shown, shown.lower().replace("’", "'")))
            continue
        cut = _possessive_at(word)
        if cut:
            tokens.append(Token(match.start(), match.start() + cut, word[:cut], word[:cut].lower()))
            tokens.append(Token(match.start() + cut, match.end(), word[cut:], "'s"))
        else:
            tokens.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'")))
    return tokens


def _possessive_at(word: str) -> int:
    """Where the possessive ending of `word` begins, 0 if it has none."""
    if len(word) > 2 and word[-2] in "'’" and word[-1] in "sS":
        return len(word) - 2
    return 0

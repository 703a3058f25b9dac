"""The words that attribute: verbs of saying and thinking with what may follow them, and nouns ("his warning that ...").

The lexicon is ``en/cues.tsv`` and ``en/cue_nouns.tsv``; this module inflects it and finds its words in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from zopa.text.vocabulary import table_rows

if TYPE_CHECKING:
    from zopa.text.tokens import Token

_IRREGULAR = {
    "say": ("says", "said", "said", "saying"), "tell": ("tells", "told", "told", "telling"),
    "think": ("thinks", "thought", "thought", "thinking"), "feel": ("feels", "felt", "felt", "feeling"),
    "know": ("knows", "knew", "known", "knowing"), "write": ("writes", "wrote", "written", "writing"),
    "understand": ("understands", "understood", "understood", "understanding"), "read": ("reads", "read", "read", "reading"),
    "hear": ("hears", "heard", "heard", "hearing"), "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"), "swear": ("swears", "swore", "sworn", "swearing"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"), "begin": ("begins", "began", "begun", "beginning"),
    "speak": ("speaks", "spoke", "spoken", "speaking"), "go": ("goes", "went", "gone", "going"),
    "come": ("comes", "came", "come", "coming"),
    "make": ("makes", "made", "made", "making"), "teach": ("teaches", "taught", "taught", "teaching"),
    "lie": ("lies", "lied", "lied", "lying"), "admit": ("admits", "admitted", "admitted", "admitting"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"), "quip": ("quips", "quipped", "quipped", "quipping"),
    "plead": ("pleads", "pleaded", "pled", "pleading"), "dub": ("dubs", "dubbed", "dubbed", "dubbing"),
    "slam": ("slams", "slammed", "slammed", "slamming"), "be": ("is", "was", "been", "being"),
}  # fmt: skip
# Forms that are nouns as often as verbs: they need more around them before they count as a cue.
NOUNLIKE = frozenset(
    "claim claims state states note notes report reports comment comments remark remarks demand demands request requests "
    "promise promises pledge pledges estimate estimates forecast forecasts question questions answer answers call calls "
    "charge charges post posts object objects protest protests fear fears hope hopes wish wishes doubt doubts threat "
    "worry worries brief briefs counter counters reason reasons rule rules read reads guess term terms label labels "
    "brand brands show shows find finds lies lie express signal signals quote quotes voice caution blame cry shout joke "
    "vow vows urge urges hail praise blast echo echoes muse ponder relates reply replies offer offers plan plans".split()
)


@dataclass(frozen=True, slots=True)
class CueVerb:
    """An entry of the lexicon: `frames` are the letters explained at the top of the table."""

    lemma: str
    kind: str
    frames: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a sentence: tokens `first` to `last` (inclusive), its entry and its form.

    `form` is finite, participle ("adding", "saying") or infinitive.
    """

    first: int
    last: int
    verb: CueVerb
    form: str


def inflect(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, past participle and -ing form of a verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], CueVerb, str]]]:
    """First word -> (words, entry, form) of every inflected cue, longest first."""
    forms: dict[str, list[tuple[tuple[str, ...], CueVerb, str]]] = {}
    for lemma, kind, frames in table_rows("cues.tsv", "statements"):
        verb = CueVerb(lemma, kind, frames)
        head, *rest = lemma.split()
        third, past, participle, ing = inflect(head)
        ways = {third: "finite", past: "finite", head: "base", participle: "finite", ing: "participle"}
        if head == "be":
            ways = dict.fromkeys(("is", "was", "are", "were", "am"), "finite")
        for word, form in ways.items():
            forms.setdefault(word, []).append(((word, *rest), verb, form))
    for entries in forms.values():
        entries.sort(key=lambda way: -len(way[0]))
    return forms


@cache
def cue_nouns() -> dict[str, str]:
    """Noun, singular and plural -> kind."""
    rows = table_rows("cue_nouns.tsv", "statements")
    return {form: kind for noun, kind in rows for form in (noun, noun + "s")}


def find_cues(tokens: list[Token], usable: list[bool]) -> list[Cue]:
    """Cue verbs of a sentence, in order; only tokens with `usable` True (outside quotations and brackets) are looked at."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        found = _cue_at(tokens, at) if usable[at] else None
        if found:
            cues.append(found)
            at = found.last + 1
        else:
            at += 1
    return cues


def _cue_at(tokens: list[Token], at: int) -> Cue | None:
    for words, verb, form in _forms().get(tokens[at].low, ()):
        size = len(words)
        window = tokens[at : at + size]
        if tuple(t.low for t in window) == words:
            return Cue(at, at + size - 1, verb, form)
        around = size == 2 and len(tokens) > at + 2 and (tokens[at].low, tokens[at + 2].low) == words
        if around and (words[0] in {"is", "was", "are", "were"} or tokens[at + 1].low == "it"):
            return Cue(at, at + 2, verb, form)  # "is deeply concerned", "made it clear"
    return None

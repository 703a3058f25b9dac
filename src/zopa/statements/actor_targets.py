"""Whom a takeover is for: the body behind "bid for", "takeover of", "take over", "acquire". Its board is "the board" that answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.statements.name_runs import name_run
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence

_NEAR = 6  # words behind the bid among which its target stands ("a bid for the gambling group Betfair")


def find_target(text: Text) -> str | None:
    """The name that is told most often as what is bid for, None for none and for a tie."""
    told = Counter(name for sentence in text.sentences for name in _targets(sentence))
    most = told.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _targets(sentence: Sentence) -> list[str]:
    tokens = sentence.tokens
    found: list[str] = []
    for k, token in enumerate(tokens[:-2]):
        behind = tokens[k + 1].low
        noun = token.lemma in words_of("bid") and behind in words_of("bid_for")
        verb = token.tag == "VERB" and (
            token.lemma in words_of("acquires") or (token.lemma == "take" and behind == "over")
        )
        if noun or verb:
            at = next((j for j in range(k + 1, min(k + _NEAR, len(tokens))) if tokens[j].tag == "PROPN"), -1)
            between = tokens[k + 1 : max(k + 1, at)]
            if at > 0 and not any(t.form == "Fin" or t.text in {",", ";", "."} for t in between):
                first, last = name_run(sentence, at)
                found.append(" ".join(t.text for t in tokens[first : last + 1]))
    return found

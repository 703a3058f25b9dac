"""Who says what without a verb: "according to X, ...", "in the words of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.attribution_types import Attribution, Span
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


def find_according(sentence: Sentence, frames: tuple[Frame, ...], level: int) -> Iterator[Attribution]:
    """ "according to X, ...", "in the words of X"."""
    for frame in frames:
        yield from _in_the_words_of(sentence, frame, level)
    for at, token in enumerate(sentence.tokens):
        if token.low != "according" or sentence.quote[at] != level or at + 2 >= len(sentence.tokens):
            continue
        head = token.head if token.relation == "case" else next((k for k in sentence.under(at, "obl", "obj")), -1)
        if head < 0:
            continue
        words = [k for k in sentence.tree(head, without=("acl:relcl", "parataxis")) if k >= at]
        last = next(
            (
                k - 1
                for k in range(head, len(sentence.tokens))
                if sentence.tokens[k].low in {",", ";", "—"} and k not in _inner_commas(sentence, head)
            ),
            words[-1],
        )
        last = max(head, min(last, words[-1]))
        before, after = at - 1, last + 1
        spans: list[Span] = []
        if before >= 0 and sentence.tokens[before].low in {",", "—", "–"}:
            before -= 1
        relative = next((k for k in sentence.above(head) if sentence.tokens[k].relation == "acl:relcl"), -1)
        inside = (
            [k for k in sentence.tree(relative) if not at <= k <= last and sentence.tokens[k].is_word]
            if relative > last
            else []
        )
        if inside and inside[0] < at:  # "the offer, which according to X carries a premium"
            behind = [k for k in inside if k > last]
            spans.append((sentence.tokens[behind[0]].start, sentence.tokens[behind[-1]].end))
        elif before >= 1:
            start = next((k + 1 for k in range(before, -1, -1) if sentence.tokens[k].low in {";", ":"}), 0)
            spans.append((sentence.tokens[start].start, sentence.tokens[before].end))
        if after < len(sentence.tokens) and sentence.tokens[after].low == ",":
            after += 1
        if (
            after < len(sentence.tokens) - 1
            and spans
            and sentence.tokens[after].form == "Fin"
            and not _finite_before(sentence, at)
        ):
            spans.append(
                (sentence.tokens[after].start, _sentence_end(sentence))
            )  # "Both dams, according to X, will be open"
        if after < len(sentence.tokens) - 1 and not spans:
            spans.append((sentence.tokens[after].start, _sentence_end(sentence)))
        first = next((k for k in range(at + 1, head + 1) if sentence.tokens[k].low != "to"), head)
        if spans:
            yield Attribution(
                (sentence.tokens[first].start, sentence.tokens[last].end), (token.start, sentence.tokens[at + 1].end), tuple(spans),
                "say", "according-to", "according to",
            )  # fmt: skip


def _in_the_words_of(sentence: Sentence, frame: Frame, level: int) -> Iterator[Attribution]:
    for head in frame.oblique("in"):
        token = sentence.tokens[head]
        owner = sentence.behind(head, {"of"}) or sentence.under(head, "nmod:poss")
        if token.lemma not in words_of("opinion") or not owner or sentence.quote[head] != level:
            continue
        inserted = set(sentence.tree(head))
        words = [k for k in range(len(sentence.tokens)) if k not in inserted and sentence.tokens[k].is_word]
        if words:
            phrase = phrase_at(sentence, owner[0])
            first, last = (
                (words[0], words[-1]) if words[0] > max(inserted) else (words[0], min(words[-1], min(inserted) - 1))
            )
            yield Attribution(
                (phrase.start, phrase.end), (token.start, token.end), ((sentence.tokens[first].start, sentence.tokens[last].end),), "say",
                "according-to", "word",
            )  # fmt: skip


def _finite_before(sentence: Sentence, at: int) -> bool:
    return any(t.form == "Fin" for t in sentence.tokens[:at])


def _inner_commas(sentence: Sentence, head: int) -> set[int]:
    """Commas that open an apposition of the head ("according to the minister, Ann Lee,")."""
    return {k for a in sentence.under(head, "appos") for k in range(head, a)}


def _sentence_end(sentence: Sentence) -> int:
    last = len(sentence.tokens) - 1
    while last > 0 and sentence.tokens[last].low in {".", "!", "?"}:
        last -= 1
    return sentence.tokens[last].end

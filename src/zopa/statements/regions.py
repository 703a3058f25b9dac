"""Where the words of an attribution end and what is said begins, in a sentence with its tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.text.frames import Frame
    from zopa.text.quotations import Quoted
    from zopa.text.tagged import Sentence

Span = tuple[int, int]
_CLAUSES = ("ccomp", "xcomp", "parataxis", "conj", "advcl", "acl", "csubj")


@dataclass(frozen=True, slots=True)
class Region:
    """Words of a sentence that attribute: verb group, subject, addressee, time; `first` to `last` inclusive."""

    first: int
    last: int


def cluster_of(sentence: Sentence, frame: Frame) -> Region:
    """The words that belong to the saying itself and not to what is said."""
    words = {*frame.group.words, frame.head}
    direct = [
        k
        for k in sentence.children[frame.head]
        if sentence.tokens[k].relation.split(":")[0] in {"nsubj", "iobj", "advmod", "aux"}
    ]
    direct += [k for k in sentence.under(frame.head, "obl") if sentence.quote[k] == sentence.quote[frame.head]]
    direct += list(frame.recipient)
    for k in direct:
        if sentence.tokens[k].head != frame.head:
            continue
        tree = sentence.tree(k)
        if sentence.tokens[k].relation.startswith("nsubj") or k > frame.head:
            while tree and sentence.tokens[tree[0]].relation == "punct":
                tree = tree[1:]
            words.update(w for w in tree if sentence.quote[w] == sentence.quote[frame.head])
    content = set(sentence.tree(frame.complement)) if frame.complement >= 0 else set[int]()
    words -= content
    first, last = frame.head, frame.head
    for k in sorted(w for w in words if w < frame.head)[::-1]:
        if any(w in content for w in range(k, first)) or any(
            sentence.quote[w] != sentence.quote[frame.head] for w in range(k, first)
        ):
            break
        first = k
    for k in sorted(w for w in words if w > frame.head):
        if any(w in content for w in range(last + 1, k)) or any(
            sentence.quote[w] != sentence.quote[frame.head] for w in range(last + 1, k)
        ):
            break
        last = k
    return Region(first, last)


def source_span(sentence: Sentence, frame: Frame) -> tuple[Span | None, tuple[Span, ...]]:
    """The words that tell who speaks, and one span for each of several; None where nobody does."""
    if not frame.subject:
        return None, ()
    spans: list[Span] = []
    for head in frame.subject:
        phrase = phrase_at(sentence, head)
        last = phrase.last
        for k in [
            *phrase.appositions,
            *(a for w in sentence.tree(head, without=("acl", "conj")) for a in sentence.under(w, "appos")),
        ]:
            if 0 < k - last <= 12:
                last = max(last, phrase_at(sentence, k).last)
        for k in sentence.under(head, "acl"):
            if sentence.tokens[k].relation == "acl" and k == last + 1 and sentence.tree(k)[-1] < frame.head:
                last = sentence.tree(k)[-1]  # "a memo obtained by The Herald"
        for k in sentence.under(head, "nmod"):
            cases = [c for c in sentence.under(k, "case") if sentence.tokens[c].low in words_of("aside_preposition")]
            if cases and head < cases[0] <= last:
                last = cases[0] - 1  # "the letter to X": X does not speak
        spans.append((sentence.tokens[phrase.first].start, sentence.tokens[last].end))
    spans.sort()
    far = spans[-1][1] - spans[0][0] > 400
    whole = spans[-1] if far else (spans[0][0], max(b for _, b in spans))
    return whole, tuple(spans) if len(spans) > 1 else ()


def right_content(sentence: Sentence, frames: dict[int, Frame], frame: Frame, complement: int) -> list[Span]:
    """The clause behind the verb, without the word that opens it, up to where another clause of the same level begins."""
    tokens = sentence.tokens
    tree = [k for k in sentence.tree(complement) if k > frame.head]
    if not tree:
        return []
    first = _opening(sentence, frame, complement, tree[0])
    last = _cut_at(sentence, frame, complement, max(tree[-1], _end_of(sentence, frames, frame, complement, tree[-1])))
    last = min(last, _before_another(sentence, frames, frame, complement, set(tree)))
    last = max(last, _listed_to(sentence, frames, frame, last))
    while last > first and sentence.quote[frame.head] >= 0 and sentence.quote[last] != sentence.quote[frame.head]:
        last -= 1  # what a quoted speaker says ends with the quotation
    while (
        last > first
        and tokens[last].low in words_of("closing_mark")
        and not any(t.low in words_of("opening_mark") for t in tokens[first:last])
    ):
        last -= 1
    return [(tokens[first].start, tokens[last].end)] if last >= first else []


def _listed_to(sentence: Sentence, frames: dict[int, Frame], frame: Frame, last: int) -> int:
    """The last word of a list of clauses behind semicolons, of which the first is said ("X must leave; Y must pay; and Z must go").

    -1 where no semicolon follows, no "and" opens the last clause, or somebody says something in it.
    """
    tokens = sentence.tokens
    marks = [
        k
        for k in range(last + 1, len(tokens))
        if tokens[k].low == ";" and sentence.quote[k] == sentence.quote[frame.head]
    ]
    if (
        not marks
        or marks[0] > last + 1
        or marks[-1] + 1 >= len(tokens)
        or tokens[marks[-1] + 1].low not in words_of("gate_and")
    ):
        return -1
    behind = (other for other in frames.values() if other.head > marks[0])
    if any(other.predicate in words_of("said") or tokens[other.head].lemma in words_of("said") for other in behind):
        return -1
    return next(k for k in range(len(tokens) - 1, marks[-1], -1) if tokens[k].is_word)


def _before_another(sentence: Sentence, frames: dict[int, Frame], frame: Frame, complement: int, tree: set[int]) -> int:
    """The last word before a clause with a subject of its own that does not belong to what is said."""
    stop = len(sentence.tokens)
    for other in frames.values():
        if (
            other.kind == "noun"
            or other.head <= complement
            or other.head in tree
            or sentence.quote[other.head] != sentence.quote[frame.head]
        ):
            continue
        own = [k for k in sentence.under(other.head, "nsubj") if k > complement]
        if own and other.link in {"conj", "parataxis", "root", "ccomp"} and not other.marker:
            stop = min(stop, sentence.tree(own[0])[0])
    last = stop - 1
    while last > complement and sentence.tokens[last].relation in {"punct", "cc", "mark"}:
        last -= 1
    return last


def _opening(sentence: Sentence, frame: Frame, complement: int, first: int) -> int:
    """The first word of what is said: behind "that"; without it, behind the verb and whoever is told."""
    tokens = sentence.tokens
    that = [
        k
        for k in sentence.children[complement]
        if tokens[k].low == "that"
        and frame.head < k < complement
        and not tokens[k].relation.startswith(("nsubj", "det"))
    ]
    if that:
        return that[0] + 1
    if frame.opened == "bare":
        behind = frame.head
        for k in [
            *frame.recipient,
            *sentence.under(frame.head, "compound:prt", "iobj"),
            *(k for k in frame.times if k < complement),
        ]:
            if tokens[k].head == frame.head and frame.head < k < complement:
                behind = max(behind, sentence.tree(k)[-1])
        inside = behind + 1 < len(tokens) and sentence.quote[behind + 1] == sentence.quote[complement]
        first = min(first, behind + 1) if inside else first
    while first - 1 > frame.head and tokens[first - 1].low in words_of("question"):
        first -= 1
    first = min([first, *_conceded(sentence, frame, complement)])
    while first < complement and tokens[first].relation == "punct" and tokens[first].low not in {"$", "€", "£"}:
        if sentence.quote[first] != sentence.quote[frame.head]:
            break
        first += 1
    return first


def _conceded(sentence: Sentence, frame: Frame, complement: int) -> list[int]:
    """Where a clause with "although" or "if" between the verb and what is said begins: it is said too."""
    return [
        sentence.tree(k)[0]
        for k in sentence.under(frame.head, "advcl")
        if frame.head < k < complement
        and any(sentence.tokens[m].low in words_of("concession") for m in sentence.under(k, "mark"))
    ]


def _cut_at(sentence: Sentence, frame: Frame, complement: int, last: int) -> int:
    """The last word before a semicolon, or before a participle that goes on with the report (", adding that ...")."""
    tokens = sentence.tokens
    for k in range(complement + 1, last):
        if sentence.quote[k] != sentence.quote[frame.head]:
            continue
        if tokens[k].low == ";":
            return k - 1
        if tokens[k].low in words_of("contrast") and tokens[k - 1].low == "," and _own_clause(sentence, k, last):
            return k - 2
        if tokens[k].low in {",", "—", "–"} and any(_participle(sentence, m) for m in (k + 1, k + 2) if m <= last):
            return k - 1
    return last


def _own_clause(sentence: Sentence, at: int, last: int) -> bool:
    """True where a clause with a subject of its own and no "that" follows a contrasting word: the author goes on."""
    tokens = sentence.tokens
    if at + 1 <= last and tokens[at + 1].low == "that":
        return False
    return any(
        tokens[k].relation.startswith("nsubj") and tokens[k].tag in {"NOUN", "PROPN"} and tokens[k].head > k
        for k in range(at + 1, min(last, at + 6) + 1)
    )


def _end_of(sentence: Sentence, frames: dict[int, Frame], frame: Frame, complement: int, reached: int) -> int:
    """The last word before a clause that belongs to the saying again: "..., adding that", "and rejected", "as he arrived"."""
    tokens = sentence.tokens
    stop = len(tokens)
    for k in _later(sentence, frame.head):
        other = frames.get(k)
        if k > complement and (
            (other is not None and tokens[k].relation in {"conj", "parataxis"})
            or (tokens[k].relation == "advcl" and _participle(sentence, k))
        ):
            begins = (
                min(w for w in sentence.tree(k) if w > frame.head)
                if any(w > frame.head for w in sentence.tree(k))
                else k
            )
            stop = min(stop, max(begins, reached + 1))
    last = stop - 1
    while last > reached and (
        (tokens[last].relation in {"punct", "cc"} and sentence.quote[last] == sentence.quote[frame.head])
        or tokens[last].low in {".", ",", ";"}
    ):
        last -= 1
    return last


def _later(sentence: Sentence, head: int) -> list[int]:
    """Children of the verb, and of the verbs that it is coordinated with."""
    found = list(sentence.children[head])
    if (
        sentence.tokens[head].relation in {"conj", "ccomp", "xcomp", "parataxis", "advcl"}
        and sentence.tokens[head].head >= 0
    ):
        found += [k for k in sentence.children[sentence.tokens[head].head] if k > head]
    return found


def _participle(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].low.endswith("ing") and sentence.tokens[at].lemma in words_of("saying_on")


def left_content(sentence: Sentence, frames: dict[int, Frame], frame: Frame, region: Region) -> list[Span]:
    """What stands in front of "X said", and what goes on behind it; empty where nothing in front is said."""
    tokens = sentence.tokens
    before = region.first - 1
    if before < 1 or tokens[before].low not in {",", "—", "–", "”", '"', "’", "'", "»", "?", "!"}:
        return []
    above = sentence.tokens[frame.head].head
    said = (
        frame.complement
        if 0 <= frame.complement < frame.head
        else above
        if frame.link in {"parataxis", "conj", "ccomp", "advcl", "root"}
        else -1
    )
    if said < 0 or said >= region.first:
        said = next((k for k in range(before, -1, -1) if k in frames and frames[k].kind != "noun"), -1)
    if said < 0 or not _is_clause(sentence, said):
        return _around(sentence, region)
    if frame.link == "advcl" and frame.marker in words_of("subordinate"):
        return []
    end = before
    while end > 0 and (tokens[end].low in {",", "—", "–"}):
        end -= 1
    start = _clause_start(sentence, frame, end)
    if start > end or end - start < 1:
        return []
    # "Came to Lund, where, it proposes, both would meet".
    opened = tokens[end].low in words_of("question") | words_of("relative")
    spans = [] if opened else [(tokens[start].start, tokens[end].end)]
    after = region.last + 1
    if after < len(tokens) - 2 and tokens[after].low in {",", "—", "–"} and _goes_on(sentence, after + 1, said):
        last = len(tokens) - 1
        while last > after and tokens[last].low in {".", "!", "?"}:
            last -= 1
        spans.append((tokens[after + 1].start, tokens[last].end))
    return spans


def _around(sentence: Sentence, region: Region) -> list[Span]:
    """ "The aim, said X, was to keep both": a subject in front of the inserted words and its verb behind them."""
    tokens = sentence.tokens
    after = region.last + 1
    if after >= len(tokens) - 1 or tokens[after].low not in {",", "—", "–"} or tokens[after + 1].form != "Fin":
        return []
    end = region.first - 2
    last = len(tokens) - 1
    while last > after and tokens[last].low in {".", "!", "?"}:
        last -= 1
    return [(tokens[0].start, tokens[end].end), (tokens[after + 1].start, tokens[last].end)] if end >= 0 else []


def _is_clause(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    finite = token.form == "Fin" or any(sentence.tokens[k].form == "Fin" for k in sentence.under(at, "aux", "cop"))
    return finite or bool(sentence.under(at, "nsubj"))


def _clause_start(sentence: Sentence, frame: Frame, end: int) -> int:
    """The first word of the clause in front: behind a semicolon, or the start of the sentence."""
    for k in range(end, -1, -1):
        if sentence.tokens[k].low == ";" and sentence.quote[k] == sentence.quote[frame.head]:
            return k + 1
    return 0


def _goes_on(sentence: Sentence, at: int, said: int) -> bool:
    """True where the words behind ", X said," still hang on what was said in front."""
    if sentence.tokens[at].low.endswith("ing") or sentence.tokens[at].low in words_of("relative"):
        return False
    return any(k >= at for k in sentence.tree(said)) and sentence.tokens[at].low not in {"who", "which"}


def quotation_near(
    sentence: Sentence,
    frame: Frame,
    region: Region,
    quotations: Sequence[Quoted],
    *,
    strict: bool = False,
    behind_only: bool = False,
) -> list[Span]:
    """Quotations right before and right behind the words that attribute; `strict`: right behind the verb only."""
    tokens = sentence.tokens
    start, end = tokens[region.first].start, tokens[region.last].end
    own = {w for k in frame.subject for w in sentence.tree(k) if sentence.tokens[w].is_word}
    whole = [q for q in quotations if not any(q.start <= sentence.tokens[w].start < q.end for w in own)]
    before = [q for q in whole if q.end <= start and _nothing_between(sentence, q.end, start)]
    from_ = tokens[frame.head].end if strict or behind_only else end
    behind = [
        q for q in quotations if q.start >= from_ and _only_openers(sentence, frame, from_, q.start, strict=strict)
    ]
    if not before and not strict and not behind_only:
        inside = [
            q
            for q in quotations
            if tokens[frame.head].end <= q.start <= end
            and _only_openers(sentence, frame, tokens[frame.head].end, q.start, strict=False)
        ]
        behind = inside or behind
    spans = [(q.start, q.end) for q in (before[-1:] if not strict and not behind_only else [])]
    spans += [
        (q.start, q.end) for q in behind[:1] if _ends_unit(sentence, q) and not (spans and _is_title(sentence, q))
    ]
    return spans


def _nothing_between(sentence: Sentence, a: int, b: int) -> bool:
    return not any(t.is_word and a <= t.start < b for t in sentence.tokens)


def _only_openers(sentence: Sentence, frame: Frame, a: int, b: int, *, strict: bool) -> bool:
    """True where nothing but an addressee, a time or an opening word stands between the verb and the quotation."""
    between = [k for k, t in enumerate(sentence.tokens) if a <= t.start < b and t.is_word]
    if any(sentence.tokens[k].low in words_of("concession") and sentence.tokens[k].relation == "mark" for k in between):
        return False  # "said although it rains “nobody stays”": the clause is said too
    if strict:
        return not between
    mine = set(sentence.tree(frame.head))
    others = [frame.complement] if frame.complement >= 0 else []
    for k in [*others, *(k for k in sentence.under(frame.head, "conj") if k > frame.head)]:
        mine -= set(sentence.tree(k))  # what is said, and what is said with another verb
    return (
        len(between) <= 12
        and all(k in mine or sentence.tokens[k].low == "that" for k in between)
        and _announced(sentence, a, b, between)
    )


def _announced(sentence: Sentence, a: int, b: int, between: list[int]) -> bool:
    marks = [t.low for t in sentence.tokens if a <= t.start < b and not t.is_word]
    return not between or any(mark in {":", ","} for mark in marks) or sentence.tokens[between[-1]].low == "that"


def _is_title(sentence: Sentence, quotation: Quoted) -> bool:
    """True for a name in quotation marks: every longer word begins with a capital."""
    words = [t.text for t in sentence.tokens if quotation.start <= t.start < quotation.end and t.is_word]
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or len(word) < 4 for word in words)


def _ends_unit(sentence: Sentence, quotation: Quoted) -> bool:
    """True where the quotation is a whole saying: what follows it is no part of the same clause."""
    behind = [k for k, t in enumerate(sentence.tokens) if t.start >= quotation.end and t.is_word]
    if not behind:
        return True
    low = sentence.tokens[behind[0]].low
    mark = next((t.low for t in sentence.tokens if quotation.end <= t.start < sentence.tokens[behind[0]].start), "")
    return mark in {",", ";", "—", "–", "(", "-"} or low in {
        "and",
        "but",
        "while",
        "as",
        "after",
        "before",
        "when",
        "in",
        "on",
        "at",
        "during",
    }

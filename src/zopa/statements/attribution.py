"""Who says what in a unit of text: source, cue and content, by named rows over the frames of its sentences.

A row looks only at predicates, members of frames and phrases. Rows are tried in the order of their weight, the heaviest first; each can be
switched off by its name and measured (`make ablate`). Pareti (2015), PARC 3.0, names the three spans.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.statements.cues import CueVerb, cue_nouns, find_cue_verb
from zopa.statements.regions import Region, cluster_of, left_content, quotation_near, right_content, source_span
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at
from zopa.text.words import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from zopa.text.frames import Frame
    from zopa.text.quotations import Quoted
    from zopa.text.tagged import Sentence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as spans of the text as read.

    Attributes:
        source: the words that tell who, or None where nobody in particular says it ("it is believed that").
        cue: the words that attribute.
        content: what is said; several spans where the attribution stands in the middle.
        kind: say, think or show.
        row: name of the row that found it.
        lemma: of the cue.
        negated: the saying is denied ("did not say").
        hedged: nobody in particular says it.
        members: one span for each of several who say it together.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str
    row: str
    lemma: str
    negated: bool = False
    hedged: bool = False
    members: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A frame in its sentence, with the quotations of the unit and the level (quotation number or -1) at which it is read."""

    sentence: Sentence
    frames: dict[int, Frame]
    frame: Frame
    verb: CueVerb
    quotations: tuple[Quoted, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """One way to attribute: its name, its weight (which row wins where two claim one cue) and what finds the content."""

    name: str
    weight: int
    find: Callable[[Clause, Region], list[Span]]
    example: str


def find_attributions(
    sentences: Sequence[tuple[Sentence, tuple[Frame, ...]]],
    quotations: Sequence[Quoted],
    level: int = -1,
    off: Collection[str] = (),
) -> list[Attribution]:
    """All attributions of a unit, in the order of their cues.

    Args:
        sentences: those of the unit with their frames.
        quotations: outer quotations of the text.
        level: -1 for the author's words, or the number of a quotation to look inside it.
        off: names of rows that are not used.
    """
    found: list[Attribution] = []
    for sentence, frames in sentences:
        here = _at_hand(quotations, sentence, sentences[0][0].start) if level < 0 else ()
        by_head = {frame.head: frame for frame in frames}
        for frame in frames:
            if sentence.quote[frame.head] != level or _bracketed(sentence, frame.head):
                continue
            made = _by_verb(sentence, by_head, frame, here, level, off) or _by_noun(
                sentence, by_head, frame, here, level, off
            )
            if made and not _is_preposition(sentence, made.source):
                found.append(made)
        if "according-to" not in off:
            found.extend(_according(sentence, frames, level))
    return _without_doubles(sorted(found, key=lambda a: a.cue))


def _is_preposition(sentence: Sentence, source: Span | None) -> bool:
    """True for "Amid" in "Amid fears that ...", a name to the tagger."""
    return any((t.start, t.end) == source and t.low in PREPOSITIONS for t in sentence.tokens)


def _at_hand(quotations: Sequence[Quoted], sentence: Sentence, start: int) -> tuple[Quoted, ...]:
    """Quotations in the sentence, and the one in front of it in the unit that begins at `start` ("“Who pays?” X asked.")."""
    before = max(start, sentence.start - 2)
    near = quotations[
        bisect_right(quotations, before, key=lambda q: q.end) : bisect_left(
            quotations, sentence.end, key=lambda q: q.start
        )
    ]
    return tuple(q for q in near if q.start >= start)


def _bracketed(sentence: Sentence, at: int) -> bool:
    depth = 0
    for k, token in enumerate(sentence.tokens[:at]):
        if sentence.quote[k] != sentence.quote[at]:
            continue  # brackets of somebody else's words
        depth += token.text in {"(", "["}
        depth -= token.text in {")", "]"} and depth > 0
    return depth > 0


def _by_verb(
    sentence: Sentence,
    by_head: dict[int, Frame],
    frame: Frame,
    quotations: tuple[Quoted, ...],
    level: int,
    off: Collection[str],
) -> Attribution | None:
    here = {-1, sentence.quote[frame.head]}  # no word of another quotation tells who says it
    frame = replace(frame, subject=tuple(k for k in frame.subject if sentence.quote[k] in here))
    verb = find_cue_verb(sentence, frame)
    if verb is None or not _can_attribute(sentence, frame, verb):
        return None
    clause = Clause(sentence, by_head, frame, verb, quotations, level)
    region = cluster_of(sentence, frame)
    for row in ROWS:
        if row.name in off:
            continue
        spans = row.find(clause, region)
        if spans:
            feels = verb.lemma.startswith("be ") and frame.group.voice == "passive"
            source, members = source_span(sentence, replace(frame, subject=frame.object) if feels else frame)
            nobody = source is None
            cue = _cue_span(sentence, frame)
            return Attribution(
                source, cue, tuple(spans), verb.kind, row.name, verb.lemma, negated=frame.group.negated,
                hedged=nobody or frame.group.hedged, members=members,
            )  # fmt: skip
    return None


def _cue_span(sentence: Sentence, frame: Frame) -> Span:
    words = [frame.head, *sentence.under(frame.head, "compound:prt")]
    return sentence.tokens[min(words)].start, sentence.tokens[max(words)].end


def _can_attribute(sentence: Sentence, frame: Frame, verb: CueVerb) -> bool:
    """False for a plan to say, an order to say, and a thing that cannot speak."""
    token = sentence.tokens[frame.head]
    first = frame.head  # of several infinitives only the first has "to"
    while sentence.tokens[first].relation == "conj" and sentence.tokens[sentence.tokens[first].head].form == "Inf":
        first = sentence.tokens[first].head
    marks = [sentence.tokens[k].low for k in sentence.under(first, "mark")]
    if token.form == "Inf" and "to" in marks and sentence.tokens[first].relation != "ccomp":
        return False
    if frame.marker in words_of("condition"):
        return False
    if frame.link in {"amod", "compound"} or (frame.link == "acl" and "c" in verb.frames):
        return False  # "a village called X"
    told = {sentence.tokens[k].low for k in frame.recipient}
    if (
        told & words_of("author_hearer")
        and all(sentence.tokens[k].tag != "PROPN" for k in frame.subject)
        and sentence.quote[frame.head] < 0
    ):
        thing = all(
            sentence.tokens[k].low in words_of("thing_pronoun") or sentence.tokens[k].tag == "NOUN"
            for k in frame.subject
        )
        if thing:
            return False  # "this tells me that": the author judges
    if (
        frame.group.voice == "passive"
        and not frame.subject
        and verb.lemma in words_of("hearer")
        and "c" not in verb.frames
    ):
        return False
    if frame.link == "acl" and token.form == "Part" and not token.low.endswith("ing") and not frame.subject:
        return False  # "results published in May": what stands beside them is not what was published
    heads = [sentence.tokens[k] for k in frame.subject]
    if heads and all(
        sentence.tokens[k].lemma in words_of("time_noun") and not sentence.under(k, "flat") for k in frame.subject
    ):
        return False
    if frame.group.voice == "passive" and not frame.subject and verb.lemma in words_of("charge"):
        return False  # "was accused of": nobody in particular says it
    return not (
        verb.kind == "show" and verb.lemma != "read" and heads and heads[0].tag == "PRON" and heads[0].low == "it"
    )


# -- rows ---------------------------------------------------------------------------------------------------------


def _quotation(clause: Clause, region: Region) -> list[Span]:
    """Quotations right before and right behind the words that attribute."""
    if not set(clause.verb.frames) & set("qcagQ") and not clause.verb.frames.startswith("t"):
        return []
    if clause.frame.marker in words_of("concession"):
        return []
    return quotation_near(
        clause.sentence,
        clause.frame,
        region,
        clause.quotations,
        strict="Q" in clause.verb.frames,
        behind_only=_is_participle(clause),
    )


def _is_participle(clause: Clause) -> bool:
    """True for ", telling them ...": what stands before it was said with another verb."""
    token = clause.sentence.tokens[clause.frame.head]
    return (
        clause.frame.link in {"advcl", "acl"}
        and token.low.endswith("ing")
        and not clause.sentence.under(clause.frame.head, "aux")
    )


def _that_clause(clause: Clause, region: Region) -> list[Span]:
    """ "said that ...", "said ...", "asked whether ...", behind the verb."""
    frame, flags = clause.frame, clause.verb.frames
    if frame.complement <= frame.head or frame.opened in {"to", "ing", ""}:
        return []
    if frame.opened == "if" and "w" not in clause.verb.frames:
        return []  # "would answer if ..." is a condition, not what is answered
    allowed = {"that": "t", "bare": "t", "wh": "tw", "if": "tw"}[frame.opened]
    if not set(allowed) & set(flags):
        return []
    if "s" in flags and frame.opened == "bare" and not frame.subject:
        return []
    spans = right_content(clause.sentence, clause.frames, frame, frame.complement)
    if spans and frame.opened == "bare":
        before = [k for k in clause.sentence.under(frame.complement, "nsubj") if k < region.first]
        if before:  # "The talks, X said, are a waste"
            phrase = phrase_at(clause.sentence, before[0])
            spans.insert(0, (phrase.start, phrase.end))
    return spans


def _to_clause(clause: Clause, region: Region) -> list[Span]:
    """ "promised to ...", "urged Y to ...", "denied signing ..."."""
    frame = clause.frame
    flag = {"to": "i", "ing": "n"}.get(frame.opened, "-")
    if flag not in clause.verb.frames or frame.complement <= frame.head:
        return []
    return right_content(clause.sentence, clause.frames, frame, frame.complement)


def _clause_before(clause: Clause, region: Region) -> list[Span]:
    """ "..., X said": the clause in front."""
    if not set(clause.verb.frames) & set("qt") or clause.verb.kind == "show" or _is_participle(clause):
        return []
    if clause.frame.complement > clause.frame.head and clause.frame.opened == "to":
        return []  # "if Y signs, the truce will continue to hold"
    spans = left_content(clause.sentence, clause.frames, clause.frame, region)
    tokens = clause.sentence.tokens  # "X, who left in May, condemned Y": X says nothing there
    own = [tokens[k].start for k in clause.frame.subject if tokens[k].tag != "NUM"]
    return [] if any(a <= at < b for a, b in spans for at in own) else spans


def _as_told(clause: Clause, region: Region) -> list[Span]:
    """ "As X told Y, ...": the clause behind the comma."""
    frame, sentence = clause.frame, clause.sentence
    if frame.marker != "as" or frame.link != "advcl" or frame.above <= region.last:
        return []
    words = [k for k in range(region.last + 1, len(sentence.tokens)) if sentence.tokens[k].relation != "punct"]
    return [(sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)] if words else []


def _called(clause: Clause, region: Region) -> list[Span]:
    """ "called the plan a farce", "described it as a farce", "has been called a farce"."""
    frame, sentence = clause.frame, clause.sentence
    if not set("ca") & set(clause.verb.frames):
        return []
    naming = [k for k in sentence.under(frame.head, "xcomp") if "c" in clause.verb.frames]
    naming += [
        k
        for k in sentence.under(frame.head, "obl", "advcl", "xcomp")
        if "a" in clause.verb.frames and any(sentence.tokens[m].low == "as" for m in sentence.under(k, "case", "mark"))
    ]
    naming = [k for k in naming if k > frame.head]
    if not naming:
        return []
    words = sentence.tree(naming[0], without=("parataxis",))
    told = [k for k in frame.object if k > frame.head] if frame.group.voice == "active" else []
    first = phrase_at(sentence, told[0]).first if told else next(k for k in words if sentence.tokens[k].low != "as")
    return [(sentence.tokens[first].start, sentence.tokens[words[-1]].end)]


def _charged_with(clause: Clause, region: Region) -> list[Span]:
    """ "accused Y of lying", "warned against X", "ruled out a truce"."""
    frame, sentence = clause.frame, clause.sentence
    if "g" not in clause.verb.frames:
        return []
    clauses = sentence.under(frame.head, "advcl", "obl", "xcomp", "ccomp")
    for k in [*clauses, *(m for o in frame.object for m in sentence.under(o, "acl", "nmod"))]:
        openers = sentence.under(k, "case", "mark")
        if (
            k < frame.head
            or k in frame.times
            or not openers
            or sentence.tokens[openers[0]].low not in words_of("charge_opener")
        ):
            continue
        words = [w for w in sentence.tree(k) if w > openers[0] and sentence.tokens[w].relation != "punct"]
        last = words[-1]
        for other in sentence.under(frame.head, "obl"):
            if other == last + len(sentence.tree(other)) and other not in frame.times:
                last = sentence.tree(other)[-1]  # "of war on the border"
        return [(sentence.tokens[words[0]].start, sentence.tokens[last].end)]
    if " " in frame.predicate and frame.object:
        words = sentence.tree(frame.object[0])
        return [(sentence.tokens[words[0]].start, sentence.tokens[words[-1]].end)]
    return []


ROWS: tuple[Row, ...] = (
    Row("quotation", 9, _quotation, "“We will stay,” X said"),
    Row("that-clause", 8, _that_clause, "X said that Y would stay"),
    Row("to-clause", 7, _to_clause, "X promised to stay"),
    Row("clause-before", 6, _clause_before, "Y would stay, X said"),
    Row("as-told", 5, _as_told, "As X told Y, Z would stay"),
    Row("called", 5, _called, "X called the plan a farce"),
    Row("charged-with", 4, _charged_with, "X accused Y of lying"),
)
ROW_NAMES = (*(row.name for row in ROWS), "noun-that", "noun-quotation", "according-to")


def _by_noun(
    sentence: Sentence,
    by_head: dict[int, Frame],
    frame: Frame,
    quotations: tuple[Quoted, ...],
    level: int,
    off: Collection[str],
) -> Attribution | None:
    """ "X's warning that ...", "in a statement by X: “...”"."""
    if frame.kind != "noun" or frame.predicate not in cue_nouns():
        return None
    source_frame, denies = frame, False
    if not any(sentence.quote[k] == level for k in frame.subject):
        above = next(
            (by_head[k] for k in sentence.above(frame.head) if k in by_head and by_head[k].kind == "verb"), None
        )
        if above is None or not above.subject or above.group.voice == "passive":
            return None
        source_frame, denies = replace(frame, subject=above.subject), above.predicate in words_of("claim_denial")
    spans: list[Span] = []
    row = ""
    if frame.opened == "that" and "noun-that" not in off:
        spans, row = right_content(sentence, by_head, frame, frame.complement), "noun-that"
    elif level < 0 and "noun-quotation" not in off:
        spans, row = (
            quotation_near(sentence, frame, Region(frame.head, frame.head), quotations, behind_only=True),
            "noun-quotation",
        )
    if not spans:
        return None
    source, members = source_span(sentence, source_frame)
    token = sentence.tokens[frame.head]
    return Attribution(
        source,
        (token.start, token.end),
        tuple(spans),
        cue_nouns()[frame.predicate],
        row,
        frame.predicate,
        negated=denies,
        members=members,
    )


def _according(sentence: Sentence, frames: tuple[Frame, ...], level: int) -> Iterator[Attribution]:
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
        owner = [
            k
            for k in sentence.under(head, "nmod")
            if any(sentence.tokens[c].low == "of" for c in sentence.under(k, "case"))
        ]
        owner = owner or sentence.under(head, "nmod:poss")
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


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """A noun and a verb, or two verbs, may announce the same words: the verb's attribution stays, of two the nearer one's."""
    weight = {row.name: row.weight for row in ROWS}
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (-weight.get(a.row, 0), abs(a.content[0][0] - a.cue[1]))):
        if not any(attribution.content[0][0] == other.content[0][0] for other in kept):
            kept.append(attribution)
    return sorted(kept, key=lambda a: a.cue)


def is_bare_cue(sentence: Sentence, frames: Sequence[Frame], *, question: bool) -> bool:
    """True for a sentence that only tells who says the quotation before it: "Ann Lee asked.", "the envoy told the council".

    Args:
        sentence: the one behind a quotation that ends as a sentence does.
        frames: its frames.
        question: the quotation ends in a question or exclamation mark, as it does in front of a cue; behind a full stop it takes a
            verb that says nothing else.
    """
    outside = [frame for frame in frames if frame.kind != "noun" and sentence.quote[frame.head] < 0]
    frame = min(outside, key=lambda one: one.head, default=None)
    verb = find_cue_verb(sentence, frame) if frame else None
    if frame is None or verb is None or verb.kind == "show" or not frame.subject or frame.subject[0] > frame.head:
        return False
    if "q" not in verb.frames or ("s" in verb.frames and not question) or frame.group.voice == "passive":
        return False
    if any(token.low == ":" for token in sentence.tokens) or frame.group.negated:
        return False
    told = sentence.tree(frame.complement) if frame.complement >= 0 else ()
    if any(sentence.quote[k] < 0 and sentence.tokens[k].is_word and k > frame.head for k in told):
        return False
    who = sentence.tokens[frame.subject[0]]
    person = who.tag in {"PROPN", "PRON"} or who.lemma in words_of("office") or who.lemma in words_of("collective")
    hears = "o" in verb.frames or verb.lemma in words_of("hearer")
    return (person or "s" not in verb.frames) and (not frame.object or hears)


def find_announcement(
    sentences: Sequence[tuple[Sentence, tuple[Frame, ...]]], quotations: Sequence[Quoted], *, bare: bool = False
) -> tuple[Span, Span] | None:
    """Who is announced as a speaker before a colon or comma that ends a unit, or before a colon and a quotation: source and cue.

    "The envoy stated," announces what follows by its verb; "He was blunt: “...”" by its subject alone. With
    `bare` the layout announces, so that a verb of saying without words is enough ("The envoy posted on Monday."). None where nobody is
    announced.
    """
    if not sentences:
        return None
    sentence, frames = sentences[-1]
    tokens = sentence.tokens
    last = len(tokens) - 1
    mark = next((k for k in range(last, 0, -1) if tokens[k].low == ":" and sentence.quote[k] < 0), -1)
    if mark < 0 and tokens[last].low == "," and sentence.quote[last] < 0:
        mark = last
    if mark < 0 and bare:
        mark = last + 1
    if mark < 0 or (
        mark < last and not any(q.start >= tokens[mark].end and q.start - tokens[mark].end <= 2 for q in quotations)
    ):
        return None
    before = [
        frame for frame in frames if frame.head < mark and sentence.quote[frame.head] < 0 and frame.kind != "noun"
    ]
    for frame in reversed(before):
        told = bare and frame.complement >= 0
        if find_cue_verb(sentence, frame) is not None and tokens[frame.head].form != "Inf" and not told:
            source, _ = source_span(sentence, frame)
            if source is not None:
                return source, _cue_span(sentence, frame)
    if mark <= last and tokens[mark].low == ":" and before:
        source, _ = source_span(sentence, before[0])
        if source is not None:
            return source, (tokens[mark].start, tokens[mark].end)
    return None

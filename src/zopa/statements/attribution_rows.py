"""The rows by which the clause of a verb attributes words: each finds what is said, where it is told in its way."""

from __future__ import annotations

from zopa.statements.attribution_types import Clause, Row, Span
from zopa.statements.regions import Region, left_content, quotation_near, right_content
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at


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
    if clause.verb.kind == "think" and _is_due(clause):
        return []  # "Peru should understand that ..." tells what Peru does not think
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


def _is_due(clause: Clause) -> bool:
    """True for what somebody ought to do or has not done yet."""
    due = words_of("modal_must") | words_of("modal_should")
    return any(clause.sentence.tokens[k].low in due for k in clause.sentence.under(clause.frame.head, "aux"))


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

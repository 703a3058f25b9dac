"""What a frame does in a negotiation: its stance by ``en/deeds.tsv``, where its matter stands, how sure and in what manner it is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from zopa.statements.demands import stranded
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at
from zopa.text.vocabulary import table_rows

if TYPE_CHECKING:
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class _Way:
    stance: str
    slots: tuple[str, ...]


@cache
def _ways() -> dict[str, _Way]:
    return {row[0]: _Way(row[1], tuple(row[2].split(","))) for row in table_rows("deeds.tsv", "statements")}


def to_figure(sentence: Sentence, head: int, last: int) -> int:
    """The end of a phrase about a sum, with the number that stands a few words behind it ("sums in the region of 20,000")."""
    if sentence.tokens[head].lemma not in words_of("sum_noun"):
        return last
    near = range(last + 1, min(len(sentence.tokens), last + _FIGURE_NEAR))
    return next(
        (
            k
            for k in near
            if sentence.tokens[k].tag == "NUM"
            and all(sentence.tokens[m].is_word or sentence.tokens[m].tag == "SYM" for m in range(last + 1, k))
        ),
        last,
    )


def measured(sentence: Sentence, frame: Frame) -> tuple[int, ...]:
    """The noun that stands as complement with a measure before it: "wants 9 percent more pay"."""
    nouns = [k for k in sentence.under(frame.head, "xcomp") if sentence.tokens[k].tag == "NOUN" and k > frame.head]
    return tuple(m for k in nouns for m in sentence.together(k))


def with_gerund(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> Frame:
    """The frame with what stands behind its preposition as its clause: "objects to sharing the grounds", "insists on staying"."""
    if frame.complement >= 0:
        return frame
    behind = next((k for k, _ in _gerunds(sentence, frame) if k in by_head), -1)
    return replace(frame, complement=behind, opened="ing") if behind >= 0 else frame


def _gerunds(sentence: Sentence, frame: Frame) -> list[tuple[int, str]]:
    """Clauses in -ing behind a predicate, each with the preposition that opens it."""
    return [
        (k, sentence.tokens[m].low)
        for k in sentence.under(frame.head, "advcl")
        if k > frame.head and sentence.tokens[k].low.endswith("ing")
        for m in sentence.under(k, "mark")
        if sentence.tokens[m].low in words_of("before_gerund")
    ]


def opened_with(sentence: Sentence, at: int) -> bool:
    """True for a phrase behind "with"."""
    return any(sentence.tokens[c].low == "with" for c in sentence.under(at, "case"))


def stance_of(sentence: Sentence, frame: Frame) -> tuple[str, tuple[str, ...]]:
    """The stance of a frame's predicate and where its matter stands; ("", ()) where the table does not know it."""
    table = _ways()
    token = sentence.tokens[frame.head]
    if (told := _told_otherwise(sentence, frame)) is not None:
        return told
    names: list[str] = []
    if frame.kind == "copula":
        names = [f"be {sentence.tokens[k].low}" for k in sentence.together(frame.head)]
        if any(sentence.tokens[k].low in words_of("opposed_to") for k in sentence.under(frame.head, "case")):
            return "refuses", ("head",)  # "is firmly against a rise"
        if token.lemma == "line" and any(sentence.tokens[k].low == "red" for k in sentence.under(frame.head, "amod")):
            return "never", ("subject",)
    elif frame.kind == "noun":
        names = [f"n {token.lemma}"]
    else:
        names = [f"{token.lemma} {sentence.tokens[k].lemma}" for k in frame.object]
        behind = [preposition for preposition, _ in frame.obliques] + [p for _, p in _gerunds(sentence, frame)]
        behind += [preposition] if (preposition := stranded(sentence, frame)) else []
        names += [f"{token.lemma} {preposition}" for preposition in behind] + [
            frame.predicate,
            token.lemma,
            *([] if frame.object and not is_adjectival(sentence, frame) else [f"be {token.low}"]),
        ]
    for name in names:
        if name in table:
            if table[name].stance in _BARS and _is_only_able(sentence, frame):
                return "", ()
            left = table[name].stance == "yields" and any(
                sentence.tokens[k].lemma in words_of("talks") for k in frame.oblique("from")
            )
            return "leaves" if left else table[name].stance, table[name].slots  # "withdrew his party from the talks"
    if terms_holder(sentence, frame) >= 0:
        return "offers", ("obj",)  # "the district's proposal includes a raise"
    restated = frame.predicate in words_of("restate") and any(
        sentence.tokens[k].lemma in words_of("stand_noun") for k in frame.object
    )
    return ("wants", ("including",)) if restated else ("", ())  # "repeated its demands, including a shorter week"


def _told_otherwise(sentence: Sentence, frame: Frame) -> tuple[str, tuple[str, ...]] | None:
    """The stance that more than the predicate tells, ("", ()) where another sense is meant, None where the table decides."""
    body = frame.kind == "noun" and sentence.tokens[frame.head].lemma in words_of("collective")
    if body and not frame.oblique("to", "of"):
        return "", ()  # "the opposition"
    if (verdict := _judges(sentence, frame)) is not None:
        return verdict
    if _raises_own(sentence, frame):
        return "offers", ("obj", "to", "from")
    if frame.group.negated and frame.predicate in words_of("likes"):
        return "", ()  # news that is "not exactly warmly welcomed" is refused by nobody
    return ("", ()) if frame.kind == "verb" and _is_no_stance(sentence, frame) else None


def _raises_own(sentence: Sentence, frame: Frame) -> bool:
    """True for "sweetened its bid to 615 pence": a side tells what it offers now."""
    offers = words_of("offer_noun") | words_of("bid")
    own = any(sentence.tokens[k].lemma in offers and _is_own(sentence, k) for k in frame.object)
    changes = frame.predicate in words_of("changes_bid")
    return own and changes and frame.group.voice == "active" and not frame.group.negated


def _judges(sentence: Sentence, frame: Frame) -> tuple[str, tuple[str, ...]] | None:
    """The stance of a verdict on an offer: "called the cut unacceptable", "is not enough", "is too low"; None for no verdict."""
    if frame.kind == "copula":
        word = sentence.tokens[frame.head]
        papers = words_of("offer_noun") | words_of("pact") | words_of("bid")
        if not {sentence.tokens[k].lemma for k in frame.subject} & papers:
            return None
        too = any(sentence.tokens[k].low == "too" for k in sentence.under(frame.head, "advmod"))
        if word.low in words_of("not_enough") or (too and word.low in words_of("small_word")):
            return ("", ()) if frame.group.negated else ("refuses", ("subject",))
        return ("accepts", ("subject",)) if word.low in words_of("enough_word") and frame.group.negated else None
    calls = frame.predicate in words_of("calls_so") and not frame.group.negated and frame.group.voice == "active"
    told = [k for k in sentence.under(frame.head, "xcomp", "obl") if k > frame.head]
    poor = any(sentence.tokens[k].low in words_of("not_enough") | words_of("no_go") for k in told)
    return ("refuses", ("obj",)) if calls and poor and frame.object else None


def is_adjectival(sentence: Sentence, frame: Frame) -> bool:
    """True for "is prepared to pay": a participle that tells what somebody is like, done by nobody (Quirk et al. 1985, 3.74)."""
    told = frame.group.voice == "passive" and sentence.tokens[frame.head].low in words_of("adjectival_participle")
    return told and not frame.oblique("by")


_BARS = frozenset({"refuses", "leaves"})


def _is_only_able(sentence: Sentence, frame: Frame) -> bool:
    """True for what somebody has the power to do, done or not: "its share means that it can block a sale"."""
    able = any(sentence.tokens[k].lemma in words_of("modal_can") for k in sentence.under(frame.head, "aux"))
    return able and not frame.group.negated


def _is_to_be_done(sentence: Sentence, frame: Frame) -> bool:
    """True for an object with a passive "to be ..." behind it, which nobody in particular is to do."""
    behind = [k for k in sentence.tree(frame.head) if k > frame.head]
    passive = [k for k in behind if sentence.under(k, "aux:pass") and sentence.tokens[k].form == "Part"]
    return any(sentence.tokens[m].low == "to" for k in passive for m in sentence.under(k, "mark"))


def _tells_otherwise(sentence: Sentence, frame: Frame) -> bool:
    """True for another sense of the predicate: "adopted a tough tone", "claiming papers had been withheld", fighters who fight."""
    lemma = sentence.tokens[frame.head].lemma
    if lemma in words_of("gives_up_verb") and any(
        sentence.tokens[k].lemma in words_of("own_task")
        or (sentence.tokens[k].lemma in words_of("offer_noun") and _is_own(sentence, k))
        or any(
            sentence.tokens[m].lemma in words_of("pact") for m in (*sentence.under(k, "nmod"), *frame.oblique("for"))
        )
        for k in frame.object
    ):
        return True  # whoever gives up the mandate, or plans for a deal, concedes nothing
    if lemma == "prefer" and any(
        sentence.tokens[k].low in words_of("naming") for k in sentence.under(frame.head, "xcomp")
    ):
        return True  # "as the Finns prefer to call them"
    if lemma in words_of("presents") and frame.oblique("as"):
        return True  # "presents its betrayal as a victory" offers nothing
    if lemma == "fight" and frame.link in {"acl", "relcl"}:
        return True  # "groups fighting for control" tells who they are
    if any(sentence.tokens[k].lemma in words_of("bearing") for k in frame.object):
        return True
    if lemma == "expect" and all(sentence.tokens[k].tag in {"PRON", "DET"} for k in frame.object):
        return True  # "expected this from them" wants nothing
    if lemma == "expect" and _is_to_be_done(sentence, frame):
        return True  # "expects the grain to be shipped soon" foretells it
    if frame.predicate in words_of("takes_back") and any(
        sentence.tokens[k].lemma in words_of("offer_noun") | words_of("bid") or sentence.tokens[k].tag in {"NUM", "SYM"}
        for k in frame.object
    ):
        return True  # whoever withdraws an offer offers nothing
    ends = [phrase_at(sentence, k).last + 1 for k in frame.object]
    told = any(k < len(sentence.tokens) and sentence.tokens[k].form == "Fin" for k in ends)
    return lemma == "claim" and (told or frame.group.voice == "passive")


def _is_no_stance(sentence: Sentence, frame: Frame) -> bool:
    """True for another sense of a verb, and for a verdict on a deed ("condemned the decision", "claims to act in good faith")."""
    judged = any(sentence.tokens[k].lemma in words_of("act_noun") for k in frame.object)
    verdict = (frame.predicate in words_of("censures") and judged) or (
        frame.predicate in words_of("claims_to") and frame.opened == "to"
    )
    return verdict or _tells_otherwise(sentence, frame) or _stands_by(sentence, frame)


def _is_own(sentence: Sentence, at: int) -> bool:
    """True for "its plan"."""
    return any(sentence.tokens[k].low in words_of("own_possessive") for k in sentence.under(at, "nmod:poss"))


def is_asserted(sentence: Sentence, frame: Frame, inner: Frame | None) -> bool:
    """True for a clause that tells a fact behind a verb of asking: with an inflected verb and no modal ("insist that studies show")."""
    if (
        frame.predicate not in words_of("asserts_or_asks")
        or inner is None
        or inner.group.modality
        or inner.group.tense not in {"present", "past"}
    ):
        return False
    verb = sentence.tokens[min(inner.group.words)]
    plural = any(sentence.tokens[k].low != sentence.tokens[k].lemma for k in inner.subject)
    return verb.form == "Fin" and (verb.low != verb.lemma or plural)  # "insisted that Peru withdraw" asks


def is_question(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for a verb of asking with a question behind it, and for what stands in the question ("asked if they would sign")."""
    for k in (frame.head, *sentence.above(frame.head)):
        inner = (
            by_head.get(by_head[k].complement)
            if k in by_head and by_head[k].predicate in words_of("inquires")
            else None
        )
        if inner is not None and inner.marker in words_of("question"):
            return True
    return False


def is_only_thought(above: Frame | None, frame: Frame) -> bool:
    """True behind "it is understood", "it is believed": nobody in particular stands for it."""
    passive = above is not None and above.group.voice == "passive" and frame.link == "ccomp"
    return above is not None and passive and above.predicate in words_of("understands")


def is_taken_back(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for the proposal in "withdrew its proposal", the demand in "gave up its demand": nobody makes it any more."""
    above = by_head.get(frame.above)
    return (
        frame.kind == "noun"
        and above is not None
        and (above.predicate in words_of("takes_back") | words_of("call_off") or _is_given_up(sentence, above))
        and frame.head in above.object
    )


def _is_given_up(sentence: Sentence, frame: Frame) -> bool:
    """True for "gave up its demand", "dropped the call"."""
    gives = sentence.tokens[frame.head].lemma in words_of("gives_up_verb")
    return gives and frame.predicate != "give"


def terms_holder(sentence: Sentence, frame: Frame) -> int:
    """The noun of an offer that is told to hold something ("the board's proposal includes a raise"), or -1."""
    holds = frame.kind == "verb" and frame.predicate in words_of("holds_terms") and bool(frame.object)
    return next((k for k in frame.subject if holds and sentence.tokens[k].lemma in words_of("offer_noun")), -1)


def turned(stance: str, *, negated: bool) -> tuple[str, bool]:
    """A stance with its negation folded in: not accepting refuses, not yielding draws a line."""
    if not negated:
        return ("offers", False) if stance == "yields" else (stance, False)
    return {
        "accepts": ("refuses", False),
        "wants": ("refuses", False),
        "yields": ("never", False),
        "offers": ("refuses", False),
        "refuses": ("", True),
    }.get(stance, (stance, True))


def will_not(sentence: Sentence, frame: Frame, *, negated: bool, sure: str) -> bool:
    """True for what somebody says not to do: "we will not meet them", "it would not change its bid", "we are not going to leave".

    That it does not happen must be in the speaker's hands: no states, no saying, nothing passive.
    """
    if not negated or sure not in {"future", "possible"} or frame.kind != "verb" or frame.group.voice != "active":
        return False
    able = any(sentence.tokens[k].lemma in words_of("modal_able") for k in sentence.under(frame.head, "aux"))
    return not able and frame.predicate not in words_of("not_chosen")


def _is_provided(sentence: Sentence, frame: Frame) -> bool:
    """True in a clause behind "provided that", which the tree may take for a verb."""
    tokens = sentence.tokens
    above = [k for k in (frame.head, *sentence.above(frame.head)) if tokens[k].low in words_of("provided_word")]
    return any(k + 1 < len(tokens) and (tokens[k + 1].low == "that" or tokens[k - 1].text == ",") for k in above)


def certainty(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> str:
    """How surely a frame is told: told, future, possible, a condition or a wish."""
    if (
        frame.marker in words_of("condition")
        or any(
            by_head[k].marker in words_of("condition")
            for k in sentence.above(frame.head)
            if k in by_head and sentence.tokens[frame.head].relation != "root"
        )
        or any(sentence.tokens[k].low == "whether" for k in sentence.under(frame.head, "mark"))
        or _is_unreal(sentence, frame)
        or _is_hoped(by_head, frame)
        or _is_provided(sentence, frame)
    ):
        return "condition"
    if _is_intended(sentence, by_head, frame):
        return "wish"
    if _is_gerund(sentence, frame):
        return _certainty_of_gerund(by_head, frame)
    if (
        frame.marker in words_of("subordinate")
        and (frame.group.tense in {"present", ""} or _is_perfect(sentence, frame))
        and frame.marker not in {"because", "since", "as", "although", "though", "whereas"}
    ):
        return "condition"  # "after a treaty is signed" tells of no signing
    if frame.group.modality in {"possible", "conditional"}:
        return "possible"
    if frame.group.modality == "must":
        return "wish"
    if frame.group.tense == "future":
        return "future"
    if (
        not frame.group.tense
        and sentence.tokens[frame.head].form == "Inf"
        and frame.link in {"xcomp", "acl", "advcl", "ccomp"}
    ):
        return "wish"
    return "told"


def _is_unreal(sentence: Sentence, frame: Frame) -> bool:
    """True behind "as though", "as if": what something only looks like (Quirk et al. 1985, 15.50)."""
    marks = [sentence.tokens[k].low for k in sentence.under(frame.head, "mark")]
    return any(" ".join(marks[k : k + 2]) in words_of("as_though") for k in range(len(marks)))


def _is_hoped(by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for "that Y will accept" behind "hopes", "expects": whoever is hoped of does nothing."""
    above = by_head.get(frame.above)
    hoped = above is not None and above.predicate in words_of("hoping")
    return hoped and frame.link == "ccomp" and frame.group.tense == "future"


def _is_gerund(sentence: Sentence, frame: Frame) -> bool:
    """True for a clause in -ing behind a preposition or conjunction: "about reaching a deal", "after signing"."""
    low = sentence.tokens[frame.head].low
    return low.endswith("ing") and bool(frame.marker) and not sentence.under(frame.head, "aux", "nsubj")


def _certainty_of_gerund(by_head: dict[int, Frame], frame: Frame) -> str:
    """ "After signing" is as sure as what followed; what stands behind "about", "of" or "for" is only spoken of."""
    above = by_head.get(frame.above)
    if frame.marker in words_of("done_first"):
        return "told" if above is not None and above.group.tense == "past" else "condition"
    return "told" if frame.marker == "without" else "wish"


def _is_intended(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for "bent on striking a deal": what somebody means to do is not done."""
    above = by_head.get(frame.above)
    if above is not None and above.kind == "copula" and above.predicate in words_of("intent_on"):
        return True
    marks = sentence.under(frame.head, "mark")
    return any(0 < k < frame.head and sentence.tokens[k - 1].low in words_of("intent_on") for k in marks)


def _is_perfect(sentence: Sentence, frame: Frame) -> bool:
    """True for the present perfect ("once a treaty has been concluded")."""
    helpers = (sentence.tokens[k] for k in sentence.under(frame.head, "aux"))
    return any(t.lemma == "have" and t.low != "had" for t in helpers)


def is_to_do(sentence: Sentence, at: int) -> bool:
    """True for an infinitive with "to"."""
    return sentence.tokens[at].form == "Inf" and any(sentence.tokens[k].low == "to" for k in sentence.under(at, "mark"))


def manner_of(sentence: Sentence, frame: Frame) -> tuple[str, ...]:
    """Preposition and noun of what tells how it ended ("in stalemate", "without deal")."""
    return tuple(
        f"{'without' if preposition == 'with' and _is_none(sentence, k) else preposition} {sentence.tokens[k].lemma}"
        for preposition, k in frame.obliques
        if preposition in {"in", "without", "with"}
    )


def _is_none(sentence: Sentence, at: int) -> bool:
    """True for "no deal"."""
    return any(sentence.tokens[k].low in words_of("negation") for k in sentence.under(at, "det", "advmod"))


_FIGURE_NEAR = 7  # words


def _stands_by(sentence: Sentence, frame: Frame) -> bool:
    """True for "the union backs its members", "the government, which Peru supports": who stands by people accepts nothing."""
    people = words_of("collective") | words_of("worker") | words_of("side_noun")
    told_of = [*frame.object, *(sentence.above(frame.head)[:2] if frame.link == "relcl" else [])]
    return frame.predicate in words_of("backs") and any(sentence.tokens[k].low in people for k in told_of)


def is_called_untrue(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for what is called a lie or not true: "it is false to say that Peru left", "the claim that Peru left is not true"."""
    above = by_head.get(frame.above)
    said = above is not None and above.predicate in words_of("claims") and sentence.tokens[above.head].form == "Inf"
    if above is not None and (said or above.kind == "noun"):
        above = _judged(by_head, above)
    if above is None or above.kind != "copula" or frame.marker not in {"that", ""}:
        return False
    untrue = words_of("untrue_to_say" if said else "untruth")
    return above.predicate in (words_of("truth") if above.group.negated else untrue)


def _judged(by_head: dict[int, Frame], told: Frame) -> Frame | None:
    """The clause that judges a claim: the one above it, or the one behind its noun ("the claim that Peru left is a lie")."""
    if told.kind != "noun":
        return by_head.get(told.above)
    if told.predicate not in words_of("claims"):
        return None
    judges = (f for f in by_head.values() if f.head > told.head and f.kind == "copula")
    near = (f for f in judges if told.above in {f.head, f.above})
    return next((f for f in near if not f.subject or told.head in f.subject), None)

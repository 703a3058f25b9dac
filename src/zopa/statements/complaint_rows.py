"""The rows that tell what one side holds against another: each a way to say it, read over the roles of a clause and classes of words.

What counts as foul follows the duty to bargain in good faith (US National Labor Relations Act, section 8 (d), and what boards have held to
breach it: to refuse to meet, to delay, to bring new demands late, to mislead) and the tricky tactics of Fisher & Ury (1981, ch. 8:
deception, pressure, refusal to negotiate, extreme and escalating demands, calculated delay).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class ComplaintRoles:
    """The roles of a clause that complains, as heads of phrases.

    Attributes:
        charged: whom it is held against, or whose offer, demand or account it is.
        chargers: who complains; None where only whoever says the clause can.
    """

    charged: tuple[int, ...]
    chargers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """One way to complain: its name, what finds the roles, an example."""

    name: str
    roles: Callable[[ToldClause], ComplaintRoles | None]
    example: str


@dataclass(frozen=True, slots=True)
class ToldClause:
    """A clause as the rows look at it.

    Attributes:
        sentence, frame: what it is read from.
        subject: heads of the grammatical subject, shared with a clause above too.
        verbs: lemmas of the predicate and of what it takes ("keeps moving", "is trying to sabotage"), with their particles ("go back").
        about: lemmas of all objects and phrases behind those, with the words beside them.
        joined: True where the predicate takes another.
        denied: "not" or "never" stands in it, or its predicate undoes what it takes ("failed to honour").
    """

    sentence: Sentence
    frame: Frame
    subject: tuple[int, ...]
    verbs: frozenset[str]
    about: frozenset[str]
    joined: bool
    denied: bool

    @property
    def is_copula(self) -> bool:
        """True where it tells what somebody or something is."""
        return self.frame.kind == "copula"

    @property
    def head(self) -> set[str]:
        """The predicate as a lemma and as written."""
        return lemmas(self.sentence, [self.frame.head])

    def does(self, *classes: str) -> bool:
        """True where a verb of the clause is in one of the classes."""
        return _in(self.verbs, classes)

    def tells(self, *classes: str) -> bool:
        """True where an object or phrase of the clause is in one of the classes."""
        return _in(self.about, classes)

    def is_a(self, *classes: str) -> bool:
        """True where the clause says that its subject is something in one of the classes."""
        return self.is_copula and _in(self.head, classes)

    def of_thing(self, *classes: str) -> bool:
        """True where the subject is a thing in one of the classes."""
        return _in(lemmas(self.sentence, self.subject), classes)

    def against_subject(self, *things: str) -> ComplaintRoles:
        """Roles in which the subject is charged, or whoever has it where it is one of the things."""
        return ComplaintRoles(whose(self.sentence, self.subject) if things and self.of_thing(*things) else self.subject)


def clause_at(sentence: Sentence, frame: Frame) -> ToldClause:
    """A frame as the rows look at it."""
    taken = [frame.head]
    for k in taken:
        taken += [m for m in sentence.under(k, "xcomp") if m not in taken]
    verbs = lemmas(sentence, taken)
    for k in taken:
        beside = [m for m in sentence.under(k, "compound:prt", "advmod") if m == k + 1]
        verbs |= {f"{sentence.tokens[k].lemma} {sentence.tokens[m].low}" for m in beside}
    heads = [m for k in taken for m in sentence.under(k, "obj", "obl", "nmod", "ccomp", "acl")]
    about = lemmas(sentence, (m for k in heads for m in (k, *sentence.under(k, "compound", "amod", "nmod", "conj"))))
    joined = len(taken) > 1
    undone = joined and _in(lemmas(sentence, taken[:1]), ("undone", "denial"))
    subject = tuple(sentence.under(frame.head, "nsubj", "nsubj:pass")) or frame.subject
    return ToldClause(
        sentence, frame, subject, frozenset(verbs), frozenset(about), joined, frame.group.negated or undone
    )


def lemmas(sentence: Sentence, heads: Iterable[int]) -> set[str]:
    """Words as lemmas and as written."""
    return {word for k in heads for word in (sentence.tokens[k].lemma, sentence.tokens[k].low)}


def _in(words: Collection[str], classes: Iterable[str]) -> bool:
    return any(not words_of(name).isdisjoint(words) for name in classes)


def whose(sentence: Sentence, heads: Iterable[int]) -> tuple[int, ...]:
    """Whose thing a noun names: "Peru's offer", "the offer of Peru", "the Corsair offer", "a step on Peru's part"; empty for nobody's."""
    found: list[int] = []
    for k in heads:
        own = sentence.under(k, "nmod:poss") or sentence.behind(k, ("of", "by", "from"))
        if not own:
            parts = [n for n in sentence.behind(k, ("on",)) if sentence.tokens[n].lemma == "part"]
            own = [m for n in parts for m in sentence.behind(n, ("of",))]
        named = [m for m in sentence.under(k, "compound", "amod") if sentence.tokens[m].text[0].isupper()]
        found += own or named
    return tuple(found)


_FOUL = (
    "foul_word",
    "foul_noun",
    "not_enough",
    "no_go",
    "untruth",
)  # of conduct, and of what is asked or offered beyond measure
_PAPERS = ("offer_noun", "bid", "demand_noun", "plan_paper")
_JUDGES = ("calls_so", "censures", "criticises", "disputes_account", "declines_to")
_TALKS = ("talks", "pact", "process_noun", "headway")


# -- rows --------------------------------------------------------------------------------------------------------------


def _will_not_bargain(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y refuses to engage", "has not responded", "was unwilling to go below", "is not ready to decide", "lacks the will"."""
    frame, not_so = clause.frame, clause.frame.group.negated
    refuses = (
        frame.kind == "verb" and clause.does("bargains") and (not_so or _in(clause.head, ("undone", "declines_to")))
    )
    unwilling = _in(clause.head, ("unwilling_word",)) and not not_so  # may be taken for a verb
    unready = not_so and clause.is_a("willing_word")
    will = _in(lemmas(clause.sentence, frame.object), ("will_noun",))
    lacks = will and (frame.predicate in words_of("lack_verb") or (not_so and frame.predicate in words_of("shows")))
    return clause.against_subject() if refuses or unwilling or unready or lacks else None


def _breaks_word(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y broke its word", "is backtracking on", "keeps moving the goalposts", "did not honour the truce", "raised new demands"."""
    kept = clause.tells("kept_noun", "pact")
    if clause.denied:
        return clause.against_subject() if kept and clause.does("keeps_word") else None
    breaks = clause.does("reneges") or (kept and clause.does("breaks_word"))
    moves = clause.does("moves_mark") and clause.tells("mark_noun")
    adds = clause.does("brings_up") and clause.tells("new_word") and clause.tells("demand_noun")
    wrong = clause.does("commits_wrong") and clause.tells("illegal_word")
    return clause.against_subject() if breaks or moves or adds or wrong else None


def _delays(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y is stalling", "is dragging its feet", "wants to buy time", "took a wait-and-see approach"."""
    feet = any(verb.split()[0] in words_of("drags") for verb in clause.verbs) and clause.tells("dragged_noun")
    time = clause.does("spends_time") and "time" in clause.about
    slow = clause.does("plays_for_time") or clause.tells("delay_tactic")
    return clause.against_subject() if (feet or time or slow) and not clause.denied else None


def _too_little(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y's offer is insufficient", "falls short", "undervalues the firm", "their demands are excessive", "no basis for talks"."""
    sentence, frame = clause.sentence, clause.frame
    not_so = frame.group.negated
    if not not_so and frame.predicate in words_of("undervalues"):
        return clause.against_subject(*_PAPERS)
    if not clause.of_thing(*_PAPERS):
        return None
    less = clause.is_a("worth_word") and _in(lemmas(sentence, sentence.tree(frame.head)), ("less_word",))
    beside = sentence.under(frame.head, "det", "advmod")
    no_basis = clause.is_a("basis_noun") and _in(lemmas(sentence, beside), ("negation",))
    bad = not not_so and (clause.is_a(*_FOUL) or less or clause.does("falls_short"))
    short = clause.denied and clause.does("suffices")
    return clause.against_subject(*_PAPERS) if bad or no_basis or short else None


def _presses(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y is blackmailing us", "holds school meals hostage", "tries to divide and rule", "exerted massive pressure"."""
    holds = "hold" in clause.verbs and clause.tells("held_hostage")
    rules = {"divide", "rule"} <= lemmas(clause.sentence, clause.sentence.tree(clause.frame.head))
    presses = clause.frame.kind == "verb" and clause.does("presses_foul")
    exerts = clause.does("exerts") and clause.tells("pressure_noun")
    return clause.against_subject() if (holds or rules or presses or exerts) and not clause.denied else None


def _misleads(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y misrepresented the offer", "is lying", "Y's account is false"."""
    if clause.denied:
        return None
    if clause.frame.kind == "verb" and clause.does("misleads"):
        return clause.against_subject()
    told = clause.is_a("untruth") and clause.of_thing("told_noun", "account_noun")
    return clause.against_subject("told_noun", "account_noun") if told else None


def _wrecks(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y is trying to sabotage the talks", "its demands could sink the deal", "wants to bring down the government"."""
    means = clause.joined and clause.does("means_ill")
    harms = clause.does("brings_down") if means else clause.does("hinders", "wrecks") and clause.tells(*_TALKS)
    return clause.against_subject(*_PAPERS, "act_noun") if harms and not clause.denied else None


def _temper(clause: ToldClause) -> ComplaintRoles | None:
    """ "Y is irresponsible", "became confrontational", "has hardened its position", "makes unreasonable demands", "it is a stunt"."""
    sentence, frame = clause.sentence, clause.frame
    if clause.denied:
        return None
    told = [frame.head] if clause.is_copula else sentence.under(frame.head, "xcomp", "acomp")
    is_so = clause.is_copula or _in({frame.predicate}, ("becoming", "seems_so", "acts_as"))
    if is_so and _in(lemmas(sentence, told), ("foul_word", "foul_noun")):
        return clause.against_subject("act_noun", "offer_noun", "demand_noun", "told_noun")
    acts = frame.predicate in words_of("acts_as") and _in(
        lemmas(sentence, sentence.under(frame.head, "advmod")), ("foul_manner",)
    )
    hardens = clause.does("hardens") and clause.tells("position_noun", "line_noun")
    makes = not _in({frame.predicate}, _JUDGES) and _is_foul(sentence, sentence.under(frame.head, "obj"))
    return clause.against_subject() if acts or hardens or makes else None


def _is_foul(sentence: Sentence, heads: Iterable[int]) -> bool:
    """True for "unreasonable demands", "a form of blackmail", "a cynical ploy"."""
    things = ("offer_noun", "demand_noun", "act_noun", "position_noun", "told_noun")
    for k in heads:
        parts = [k, *sentence.under(k, "nmod")]
        beside = {sentence.tokens[m].low for n in parts for m in sentence.under(n, "amod")}
        if _in(lemmas(sentence, parts), ("foul_noun",)) or (
            _in(lemmas(sentence, parts), things) and _in(beside, _FOUL)
        ):
            return True
    return False


def _calls(clause: ToldClause) -> ComplaintRoles | None:
    """ "X called Y's disclosure irresponsible", "dismissed the offer of Y as a trick", "condemned Y's decision", "disputes Y's account"."""
    sentence, frame = clause.sentence, clause.frame
    behind = lemmas(sentence, (k for k in sentence.tree(frame.head) if k > frame.head))
    bad = _in(behind, _FOUL) or (frame.predicate in words_of("dismisses") and "as" in behind)
    named = frame.predicate in words_of("calls_so") and bad
    censures = _in({frame.predicate}, ("censures", "criticises", "disputes_account"))
    if frame.group.negated or frame.kind != "verb" or not frame.subject or not (named or censures):
        return None
    things = [
        k
        for k in (*frame.object, *sentence.under(frame.head, "ccomp", "xcomp"))
        if sentence.tokens[k].tag in {"NOUN", "ADJ"}
    ]
    inside = [k for h in things for k in sentence.under(h, "nsubj")]  # "called the letter a trick"
    charged = [*whose(sentence, (*things, *inside)), *inside]
    charged += [k for k in frame.object if sentence.tokens[k].tag in {"PROPN", "PRON"} or not charged]
    return ComplaintRoles(tuple(charged), frame.subject)


def _finds_fault(clause: ToldClause) -> ComplaintRoles | None:
    """ "X finds fault with Y", "has no confidence in Y's board", "has lost patience with Y"."""
    sentence, frame = clause.sentence, clause.frame
    nouns = [k for k in frame.object if sentence.tokens[k].lemma in words_of("found_fault")]
    if not nouns or not _in({frame.predicate}, ("shows", "finds")):
        return None
    fault = any(sentence.tokens[k].lemma == "fault" for k in nouns)
    if frame.predicate != "lose" and fault == clause.denied:  # "finds no fault", "has confidence"
        return None
    on = [*frame.oblique("with", "in"), *(k for h in nouns for k in sentence.behind(h, ("with", "in")))]
    return ComplaintRoles(tuple(m for k in on for m in (whose(sentence, [k]) or (k,))), frame.subject)


def _onus(clause: ToldClause) -> ComplaintRoles | None:
    """ "The ball is in Y's court", "the onus is on Y"."""
    sentence, frame = clause.sentence, clause.frame
    if frame.group.negated or not clause.of_thing("onus_noun"):
        return None
    courts = [k for k in sentence.tree(frame.head) if sentence.tokens[k].lemma in words_of("court_noun")]
    on = [*frame.oblique("on", "upon", "with")]
    on += (
        [frame.head]
        if clause.is_copula
        and any(sentence.tokens[k].low in {"on", "with"} for k in sentence.under(frame.head, "case"))
        else []
    )
    return ComplaintRoles(whose(sentence, courts) if courts else tuple(on))


ROWS: tuple[ComplaintRow, ...] = (
    ComplaintRow("will-not-bargain", _will_not_bargain, "Peru refuses to engage, the union said"),
    ComplaintRow("breaks-word", _breaks_word, "Peru has gone back on its word, the union said"),
    ComplaintRow("delays", _delays, "Peru is stalling, the union said"),
    ComplaintRow("too-little", _too_little, "Peru's offer was insufficient, the union said"),
    ComplaintRow("presses", _presses, "Peru is holding the port hostage, the union said"),
    ComplaintRow("misleads", _misleads, "Peru misrepresented the offer, the union said"),
    ComplaintRow("wrecks", _wrecks, "Peru is trying to sabotage the talks, the union said"),
    ComplaintRow("temper", _temper, "Peru has hardened its position, the union said"),
    ComplaintRow("calls", _calls, "the union called Peru's letter irresponsible"),
    ComplaintRow("finds-fault", _finds_fault, "the union has no confidence in Peru"),
    ComplaintRow("onus", _onus, "the ball is in Peru's court, the union said"),
)

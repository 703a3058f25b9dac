"""The act of a statement held against the frames of what it says: named rules; each can be switched off and measured.

`acts` finds words that tell deeds; here a word counts only where it is the predicate of a clause, a refusal told of another side is an
accusation, a denied deed is denied, and who does what to whom is read off the frame.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.places import ByPlace
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from zopa.statements.deed_types import Deed
    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence

_REFUSING = frozenset({"refuses", "never", "leaves"})


def refine_acts(
    statements: Sequence[Statement],
    deeds: Sequence[Deed],
    text: Text,
    lemmas: dict[str, str],
    off: Collection[str] = (),
) -> tuple[Statement, ...]:
    """The statements with act, kind, party and target as the frames of their content tell.

    Args:
        statements: as coded by their words.
        deeds: of the same text.
        text: the analysed text.
        lemmas: lemma of the cue by id of the statement.
        off: names of rules that are not used.
    """
    heads = {
        s.tokens[f.head].start: _sense(s, f)
        for s, frames in zip(text.sentences, text.frames, strict=True)
        for f in frames
    }
    by_place = {deed.at: deed for deed in deeds}
    deeds_at = ByPlace((deed, [(deed.at, deed.at + 1)]) for deed in deeds)
    made: list[Statement] = []
    for statement in statements:
        near = deeds_at.near((c.start, c.end) for c in statement.content)
        inside = [d for d in near if any(c.start <= d.at < c.end for c in statement.content)]
        if statement.cue and "charge" not in off:
            statement = _charged(statement, by_place.get(statement.cue.start))  # noqa: PLW2901
        main = min(inside, key=lambda d: (d.depth, d.at), default=None)
        for name, rule in RULES.items():
            if name not in off:
                statement = rule(statement, main, inside, heads, lemmas.get(statement.id, ""))  # noqa: PLW2901 - each rule goes on from the last
        made.append(statement)
    return tuple(made)


def _charged(statement: Statement, deed: Deed | None) -> Statement:
    """ "X accused Y of lying", "Y was urged by X to sign": whom the saying itself is done to."""
    if deed is None or statement.target or statement.act not in {"accuse", "demand"} or statement.form == "quotation":
        return statement
    party = next((d.side for d in deed.doers if d.side), None) or statement.party
    target = next((d.side for d in deed.others if d.side and d.side != party), None)
    return replace(statement, party=party, target=target) if target else statement


def _needs_predicate(
    statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str
) -> Statement:
    """ "The march was long", "the weather was fine", "the needs were met": a word that is no predicate, or another sense, tells no deed."""
    deed = statement.deed
    if deed is None:
        return statement
    if any(heads.get(at, "thing") != "thing" for at in range(deed.start, deed.end)):
        return statement
    act = statement.act if lemma in words_of("own_act_cue") else "predict" if statement.prediction else "state"
    return replace(statement, act=act, plover=None, deed=None, target=None)


def _sense(sentence: Sentence, frame: ClauseFrame) -> str:
    """The kind of a frame; "thing" where no deed is told: "meet the needs", "is free", "is fine"."""
    if frame.kind == "copula" and sentence.tokens[frame.head].tag == "ADJ":
        participle = sentence.tokens[frame.head].low.endswith("ed")
        return "thing" if not participle and frame.complement < 0 and not frame.oblique("to") else frame.kind
    things = [sentence.tokens[k] for k in frame.object]
    meets = frame.predicate in words_of("meet_alone") and things
    nobody = all(
        t.tag == "NOUN" and t.lemma not in words_of("office") | words_of("collective") | words_of("talks")
        for t in things
    )
    return "thing" if meets and nobody else frame.kind


def _refusal(
    statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str
) -> Statement:
    """ "Y refuses", said by X, accuses Y; said by Y, it rejects."""
    told = [d for d in inside if d.stance in _REFUSING and not d.negated and d.sure != "condition"]
    refusing = (
        main
        if main in told
        else next((d for d in told if main is not None and (main.stance in {"fails", "ends"} or not main.stance)), None)
    )
    if refusing is None or (statement.form == "own-voice" and refusing is not main):
        return statement
    side = statement.speaker.party or statement.speaker.name if statement.speaker else None
    doer = next((d.side or d.name for d in refusing.doers), None)
    other = statement.form != "own-voice" and doer is not None and doer != side
    act = "accuse" if other else "reject"
    return replace(statement, act=act, plover="REJECT", party=doer or statement.party)


def _failure(
    statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str
) -> Statement:
    """ "The talks have failed" is no meeting, "failed to offer aid" no aid; whoever breaks off the talks still reduces relations."""
    if main is None or main.stance not in {"fails", "ends"} or statement.act in {"accuse", "reject", "sanction"}:
        return statement
    return replace(statement, act="state", plover=None)


def _doer(statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str) -> Statement:
    """ "Ukraine was attacked by Russia", told by the author: the one to whom it is done does not do it."""
    if (
        statement.form != "own-voice"
        or statement.plover is not None
        or main is None
        or main.depth
        or statement.terms_of
    ):
        return statement
    party = next((d.side for d in main.doers if d.side), None)
    done_to = [d.side for d in main.others if d.side and d.side != party]
    return replace(statement, party=party, target=done_to[0]) if party and statement.party in done_to else statement


def _denial(
    statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str
) -> Statement:
    """ "denied that she had signed": the deed is said not to have been done."""
    return replace(statement, negated=True) if lemma in words_of("denial") else statement


def _roles(statement: Statement, main: Deed | None, inside: list[Deed], heads: dict[int, str], lemma: str) -> Statement:
    """Who does what to whom, where the frame of the coded deed has actors."""
    deed = statement.deed
    if deed is None or statement.plover is None:
        return statement
    told = next((d for d in inside if deed.start <= d.at < deed.end and d.doers), None)
    if told is None:
        return statement
    party = next((d.side for d in told.doers if d.side), None)
    target = next((d.side for d in told.others if d.side and d.side != party), None)
    return replace(
        statement,
        party=party or statement.party,
        target=target or (None if statement.target == party else statement.target),
    )


RULES: dict[str, Callable[[Statement, Deed | None, list[Deed], dict[int, str], str], Statement]] = {
    "needs-predicate": _needs_predicate,
    "refusal": _refusal,
    "failure": _failure,
    "denial": _denial,
    "roles": _roles,
    "doer": _doer,
}

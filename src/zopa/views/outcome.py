"""The bottom line: what came of the talks, who is blamed for it, and what is disputed most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.views.blamed import build_blame_lines
from zopa.views.compared import is_of_length
from zopa.views.excerpts import cut
from zopa.views.letters import label
from zopa.views.silence import say_silence
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from zopa.accounts.outcome import TalksOutcome, ToldOutcome
    from zopa.sources import Passage
    from zopa.views.material import Material

_PROOFS, _SPLIT = 2, 3  # accounts that the first line quotes: where they tell one thing, where two
_READS = 3  # words of a quotation that reads by itself
_HOW = {
    "failed": "The talks failed.", "stalemate": "The talks ended without an agreement.", "postponed": "The talks were put off.",
    "stalled": "The talks are stalled.", "lapsed": "What was agreed for a time has run out.", "continuing": "The talks go on.",
    "no-agreement": "No agreement was reached, by these accounts.",
    "refused": "An offer was refused; no wording known to zopa tells how the talks ended.", None: "Nothing was settled.",
}  # fmt: skip


def build_bottom_line(material: Material) -> list[Line]:
    """What the accounts tell of the outcome: what came of the talks first, then who blames whom and what is disputed."""
    blamed = build_blame_lines(material)
    lines = [_settled(material), *blamed, _disputed(material, blame=not blamed)]
    return [line for line in lines if line is not None]


def headline(outcome: TalksOutcome) -> str:
    """The outcome in one sentence."""
    if outcome.state == "settled" and all(told.part for told in outcome.accounts if told.state == "settled"):
        return "Something was agreed."
    if outcome.state == "settled":
        return "The talks ended in an agreement."
    if outcome.state == "announced":
        return "An agreement is announced; a step that it still needs is named."
    if outcome.state == "disputed":
        return "Whether anything was agreed is disputed."
    return _HOW[outcome.how]


def _settled(material: Material) -> Line | None:
    outcome = material.talks.outcome
    if outcome.state in {"not-told", "cannot-tell"}:
        return say_silence(material, "outcome", tag="bottom")
    both = _in_part(outcome)
    pieces: list[Piece] = [Piece("Something was agreed, and something was not." if both else headline(outcome))]
    seen: set[str] = set()
    shown: list[Passage] = []
    split = both or outcome.state == "disputed"
    proofs = (
        outcome.accounts if split else [t for t in outcome.accounts if _settles(t.state) == _settles(outcome.state)]
    )
    # That a pact settles the matter is shown by who tells the pact; what can only be cut to a word or two goes last.
    bare = {t: len(_proof(material, t).text.split()) < _READS for t in proofs}
    proofs = sorted(proofs, key=lambda t: (t.part and not split and outcome.state == "settled", bare[t]))
    aside = [t for t in outcome.accounts if t not in proofs and t.part][
        :1
    ]  # a round that failed may still leave a promise
    for told in (*proofs, *aside):
        if told in aside:
            pieces.append(Piece(" Still, something was agreed."))
        key = f"{told.source}{told.state}" if split else told.source
        if told.passage in shown or (
            told not in aside and (key in seen or len(seen) == (_SPLIT if split else _PROOFS))
        ):
            continue
        seen.add(key)
        shown.append(told.passage)
        says = f", {told.says}" if told.says and not _is_paper(told.says) else ""
        pieces += [
            Piece(" "),
            label(material.letters[told.source], (told.passage,)),
            Piece(f"{says}: "),
            _proof(material, told),
            Piece("."),
        ]
    return Line(tuple(pieces), tag="bottom")


def _proof(material: Material, told: ToldOutcome) -> Piece:
    return cut(material, told.core or told.passage, 20, 34)


def _settles(state: str) -> bool:
    return state != "not-settled"


def _is_paper(name: str) -> bool:
    """True for "statement on the website", "copy of the declaration": whoever reports is told by the letter."""
    return name[:1].islower() or name.startswith("not named")


def _in_part(outcome: TalksOutcome) -> bool:
    """True where one account of the last day tells of a pact and that no agreement came: the talks end with a part."""
    if outcome.state not in {"settled", "not-settled"} or any(told.denies for told in outcome.accounts):
        return False
    if outcome.state == "settled" and any(told.part for told in outcome.accounts):
        return any(told.state == "not-settled" for told in outcome.accounts)
    last = [t for t in outcome.accounts if t.date is None or t.date == outcome.as_of]
    agreed = {t.source for t in last if t.state == "settled"}
    without = {
        t.source for t in last if t.state == "not-settled" and t.how in {"stalemate", "no-agreement", "continuing"}
    }
    return bool(agreed & without)


_CLAUSE = 36  # words of a clause that a line has room for
_WORD = re.compile(r"[^\W\d_]+")


def _disputed(material: Material, *, blame: bool) -> Line | None:
    """What accounts dispute or judge differently; who is to `blame` only where no line before tells it."""
    contradicted = material.findings("contradicted")
    opposed = material.findings("opposed-judgement")
    if not contradicted and not opposed:
        return None
    disputed, judged = (
        [
            f.about.rstrip("?.")
            for f in found
            if _names_question(f.about.rstrip("?.")) and not is_of_length(f) and (blame or f.slot != "blame")
        ]
        for found in (contradicted, opposed)
    )
    topics = disputed[:3] or judged[:2]
    if not topics:
        return None
    listed = "; ".join(dict.fromkeys(_lower(topic) for topic in topics))
    return Line((Piece(f"They {'dispute' if disputed else 'judge differently'}: {listed}."),), tag="bottom")


def _names_question(topic: str) -> bool:
    """True for "who broke off the talks", "who is to blame: Norway or Peru"; not for words cut out of accounts."""
    return topic.split(" ", maxsplit=1)[0].lower() in _QUESTIONS and "“" not in topic


_QUESTIONS = frozenset({"any", "how", "the", "what", "whether", "which", "who"})


def _lower(topic: str) -> str:
    return topic[:1].lower() + topic[1:] if topic.split(" ", maxsplit=1)[0].lower() in _QUESTIONS else topic

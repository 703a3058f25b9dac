"""The bottom line: what came of the talks, what is disputed most, and why documents alone give no deal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.views.letters import label
from zopa.views.silence import say_silence
from zopa.views.types import Line, Piece
from zopa.views.wants import cut, find_unheard

if TYPE_CHECKING:
    from zopa.accounts.outcome import TalksOutcome
    from zopa.views.material import Material

_HOW = {
    "failed": "The talks failed.", "stalemate": "The talks ended without an agreement.", "postponed": "The talks were put off.",
    "continuing": "Nothing is agreed so far.", None: "Nothing was settled.",
}  # fmt: skip


def build_bottom_line(material: Material) -> list[Line]:
    """What came of the talks, who blames whom, what is disputed, why no deal is computed."""
    return [*build_told(material), _no_deal(material)]


def build_told(material: Material) -> list[Line]:
    """What the accounts tell of the outcome: what came of the talks first, then who blames whom and what is disputed."""
    lines = [_settled(material), _causes(material), _disputed(material)]
    return [line for line in lines if line is not None]


def headline(outcome: TalksOutcome) -> str:
    """The outcome in one sentence."""
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
    for told in outcome.accounts:
        key = f"{told.source}{told.state}" if both or outcome.state == "disputed" else told.source
        if key in seen or len(seen) == 3:
            continue
        seen.add(key)
        says = f", {told.says}" if told.says and not told.says.startswith("not named") else ""
        pieces += [
            Piece(" "),
            label(material.letters[told.source], (told.passage,)),
            Piece(f"{says}: "),
            cut(told.passage, 20),
            Piece("."),
        ]
    return Line(tuple(pieces), tag="bottom")


def _in_part(outcome: TalksOutcome) -> bool:
    """True where one account of the last day tells of a pact and that no agreement came: the talks end with a part."""
    if outcome.state not in {"settled", "not-settled"} or any(told.denies for told in outcome.accounts):
        return False
    last = [t for t in outcome.accounts if t.date is None or t.date == outcome.as_of]
    agreed = {t.source for t in last if t.state == "settled"}
    without = {t.source for t in last if t.state == "not-settled" and t.how in {"stalemate", "continuing"}}
    return bool(agreed & without)


def _causes(material: Material) -> Line | None:
    pieces: list[Piece] = []
    seen: set[tuple[str, str]] = set()
    for cause in material.talks.causes:
        key = (cause.says or "", cause.blamed)
        if key in seen or cause.says == cause.blamed or len(seen) == 3:
            continue
        seen.add(key)
        who = cause.says or "the author"
        pieces += [Piece(" ")] if pieces else []
        pieces += [Piece(f"{who[:1].upper()}{who[1:]} lays it on {cause.blamed}: ")]
        pieces += [
            label(material.letters[cause.passage.source], (cause.passage,)),
            Piece(" "),
            cut(cause.passage, 16),
            Piece("."),
        ]
    return Line(tuple(pieces), tag="blame") if pieces else None


def _disputed(material: Material) -> Line | None:
    contradicted = material.findings("contradicted")
    opposed = material.findings("opposed-judgement")
    if not contradicted and not opposed:
        return say_silence(material, "contradiction" if len(material.documents) > 1 else "single", tag="bottom")
    topics = [f.about.rstrip("?.") for f in contradicted[:3]] or [_judged(f.about) for f in opposed[:2]]
    listed = "; ".join(_lower(topic) for topic in topics)
    kind = "dispute" if contradicted else "judge differently"
    return Line((Piece(f"They {kind}: {listed}."),), tag="bottom")


def _judged(about: str) -> str:
    return about.rstrip("?.").removeprefix("How it is judged: ")


def _lower(topic: str) -> str:
    return (
        topic[:1].lower() + topic[1:]
        if topic.split(" ", maxsplit=1)[0] in {"Any", "Who", "What", "How", "Which"}
        else topic
    )


def _no_deal(material: Material) -> Line:
    unheard = find_unheard(material)
    heard = say_silence(material, "unheard", names=", ".join(unheard)) if unheard else None
    line = say_silence(material, "no-deal", tag="no-deal") or Line(())
    extra = (Piece(" "), *heard.pieces) if heard else ()
    return replace(line, pieces=(*line.pieces, *extra))

"""The bottom line: was anything settled, what is disputed most, and why documents alone give no deal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.views.letters import around, label
from zopa.views.settled import CONDITIONAL, DENIED, SETTLED, UNSETTLED
from zopa.views.types import Line, Piece
from zopa.views.wants import find_unheard

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements import Statement
    from zopa.views.material import Material


def build_bottom_line(material: Material) -> list[Line]:
    """Three lines: settled or not, what is disputed, why no deal is computed."""
    return [_settled(material), _disputed(material), _no_deal(material)]


def _told(material: Material, pattern: re.Pattern[str]) -> dict[str, tuple[Statement, Passage]]:
    """For each document the first statement in which the pattern stands, with the words; no predictions."""
    told: dict[str, tuple[Statement, Passage]] = {}
    for statement in material.statements:
        if statement.prediction or statement.within is not None or statement.source in told:
            continue
        for part in statement.content:
            match = pattern.search(part.text)
            if (
                match
                and not CONDITIONAL.search(part.text[: match.end()])
                and (
                    pattern is UNSETTLED or (_about_talks(statement) and not DENIED.search(part.text[: match.start()]))
                )
            ):
                words = material.by_id[part.source].passage(part.start + match.start(), part.start + match.end())
                told[statement.source] = (statement, words)
                break
    return told


def _about_talks(statement: Statement) -> bool:
    """True where a sentence that tells of a deal names two who made it, or the talks in which it was made."""
    parties = {m.party for m in statement.mentions if m.party}
    return len(parties) > 1 or bool(re.search(r"\b(?:talks|negotiations|meeting|summit|mediat\w+)\b", statement.said))


def _published(material: Material, source: str) -> str:
    """ISO date of a document, "" where it has none: the latest word on the outcome comes first."""
    document = material.by_id[source]
    return document.published.value if document.published else ""


def _settled(material: Material) -> Line:
    against, for_ = _told(material, UNSETTLED), _told(material, SETTLED)
    if against and not for_:
        head = "Nothing was settled, as told." if len(against) < len(material.documents) else "Nothing was settled."
    elif for_ and not against:
        head = "Something was settled, as told."
    elif for_:
        head = "They tell both of things settled and of things not settled; which is which has to be read."
    else:
        return Line((Piece("Whether anything was settled, these documents do not say.", tone="gap"),), tag="bottom")
    pieces: list[Piece] = [Piece(head)]
    told = sorted({**for_, **against}.items(), key=lambda row: _published(material, row[0]), reverse=True)
    for source, (statement, words) in told[:3]:
        pieces += [
            Piece(" "),
            label(material.letters[source], (statement.passage,)),
            Piece(": "),
            around(statement, [words], 9),
            Piece("."),
        ]
    return Line(tuple(pieces), tag="bottom")


def _disputed(material: Material) -> Line:
    contradicted = material.findings("contradicted")
    opposed = material.findings("opposed-judgement")
    if not contradicted and not opposed:
        gap = "No contradiction found between them; that may mean that they speak of different things."
        return Line(
            (Piece(gap if len(material.documents) > 1 else "One document: nothing to compare it with.", tone="gap"),),
            tag="bottom",
        )
    topics = [f.about.rstrip("?.") for f in contradicted[:3]] or [f.about.rstrip("?.") for f in opposed[:2]]
    listed = "; ".join(_lower(topic) for topic in topics)
    kind = "dispute" if contradicted else "judge differently"
    return Line((Piece(f"They {kind}: {listed}."),), tag="bottom")


def _lower(topic: str) -> str:
    return (
        topic[:1].lower() + topic[1:]
        if topic.split(" ", maxsplit=1)[0] in {"Any", "Who", "What", "How", "Which"}
        else topic
    )


def _no_deal(material: Material) -> Line:
    unheard = find_unheard(material)
    gap = f" Not quoted in any document: {', '.join(unheard)}." if unheard else ""
    text = "A deal cannot be computed from these texts: no case gives each side's values, and what each would take instead of a deal."
    return Line((Piece(text + gap, tone="gap"),), tag="bottom")

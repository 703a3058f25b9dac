"""How talks stand, as a clause tells it: in deadlock, without progress, without a pact so far, put off, going on.

"Talks are at a standstill", "no progress was made", "a deal remains elusive", "the sides were unable to bridge their differences",
"talks on the price are ongoing". What is told under a condition, in a question, of a time before ("after talks stalled") or in a clause
that only describes ("the talks, which stalled in May, ...") tells nothing of how they stand. The rows are in `standing_rows`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.deed_passages import clause_of, date_of, gist_of
from zopa.statements.stances import certainty, is_question
from zopa.statements.standing_rows import ROWS, could_not, may_tell
from zopa.statements.types import ToldStanding
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


def find_standings(text: Text, statements: Sequence[Statement], off: Collection[str] = ()) -> tuple[ToldStanding, ...]:
    """How a text says that talks stand, in document order; empty where it tells nothing of the kind.

    Args:
        text: the annotated document.
        statements: its statements, for who says so.
        off: names of rows that are switched off.
    """
    found: list[ToldStanding] = []
    for sentence, frames in zip(text.sentences, text.frames, strict=True):
        if not may_tell(sentence):
            continue
        by_head = {frame.head: frame for frame in frames}
        for frame in frames:
            if not _is_told(sentence, by_head, frame):
                continue
            row = next((row for row in ROWS if row.name not in off and row.tells(sentence, frame)), None)
            unsure = certainty(sentence, by_head, frame) in {"possible", "wish"} and not could_not(sentence, frame)
            if row is None or (unsure and row.how != "continuing"):
                continue  # "would go on" in reported speech was "will"
            first, last = sentence.tokens[min(frame.group.words)].start, _end(sentence, frame)
            teller = _teller(statements, sentence.tokens[frame.head].start)
            found.append(
                ToldStanding(
                    row.how, teller.speaker.name if teller is not None and teller.speaker else None,
                    date_of(text.document, sentence, frame), text.document.passage(sentence.start, sentence.end),
                    clause_of(text.document, sentence, frame), gist_of(text.document, sentence, frame, first, last),
                    bool(teller is not None and teller.hedged) or frame.group.hedged, row.name,
                )
            )  # fmt: skip
    return tuple(found)


def _teller(statements: Sequence[Statement], at: int) -> Statement | None:
    """The innermost statement of somebody else in which a word stands, None for the author's own words."""
    inside = (s for s in statements if s.form != "own-voice" and any(c.start <= at < c.end for c in s.content))
    return min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)


def _is_told(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for a clause that tells how it is now: no condition, question, time before, description or denial of what is said."""
    if not frame.group.tense or frame.link in {"relcl", "acl", "advcl", "xcomp"}:
        return False  # also nouns, and what somebody only proposes ("that the talks be resumed")
    if frame.group.modality == "can" and not could_not(sentence, frame):
        return False
    if any(k in by_head and by_head[k].link in {"relcl", "acl", "advcl"} for k in sentence.above(frame.head)):
        return False
    above = by_head.get(frame.above)
    denied = above is not None and (above.predicate in words_of("denial") or above.group.negated)
    return (
        not denied and not is_question(sentence, by_head, frame) and certainty(sentence, by_head, frame) != "condition"
    )


def _end(sentence: Sentence, frame: Frame) -> int:
    """Where the words that tell it end: its predicate, object and what it takes as complement."""
    behind = [
        frame.head,
        *frame.object,
        frame.complement,
        *sentence.under(frame.head, "obj", "xcomp", "advmod", "nsubj"),
    ]
    near = [k for k in behind if k >= frame.head]
    inside = [m for k in near for m in sentence.tree(k, without=("advcl", "acl", "acl:relcl", "parataxis", "conj"))]
    return max(sentence.tokens[k].end for k in (*near, *(m for m in inside if sentence.tokens[m].is_word)))

"""What blocks: where what one side wants meets what another refuses, or their figures differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.accounts.issues import FoundIssue
    from zopa.accounts.wants import Want
    from zopa.text.types import Figure


@dataclass(frozen=True, slots=True)
class Block:
    """What blocks: an issue on which one side wants what another refuses, each with its passages.

    One side alone stands here where no account is seen to tell who asks for what it refuses.
    """

    issue: str
    sides: tuple[tuple[str, Want], ...]


def find_blocks(issues: Sequence[FoundIssue], wants: Sequence[Want]) -> list[Block]:
    """Issues on which one side wants or offers what another refuses, two draw a line, or a side refuses what somebody must have asked for.

    What both sides speak to comes first.
    """
    found: list[Block] = []
    for issue in issues:
        mine = [w for w in wants if w.issue == issue.label]
        refusing = [w for w in mine if w.stance in {"refuses", "never"}]
        asking = [w for w in mine if w.stance in {"wants", "offers", "never"}]
        pairs = [(a, r) for a in asking for r in refusing if a.party != r.party]
        pairs += _unequal(asking)
        if not pairs:
            told_of = [r for r in refusing if r.voice == "other-side" and r.by is not None]
            told_of = told_of or [r for r in refusing if r.sure in {"told", "future"} and _answers(r, issue)]
            if told_of:
                found.append(Block(issue.label, ((told_of[0].party, told_of[0]),)))
            continue
        sides = {w.party: w for pair in pairs[::-1] for w in pair}
        found.append(Block(issue.label, tuple(sorted(sides.items()))))
    return sorted(found, key=lambda block: len(block.sides) < _BOTH)


def _answers(want: Want, issue: FoundIssue) -> bool:
    """True for a refusal that somebody must have asked for, and of the pact itself; whoever opposes something may not have been asked."""
    opposes = {base for word in want.core.text.lower().split() for base in lemma(word)} & class_of("opposes")
    return want.stance == "refuses" and (not opposes or not issue.words)


_BOTH = 2  # sides of a block that the texts tell in full


def _unequal(asking: Sequence[Want]) -> list[tuple[Want, Want]]:
    """What one side wants and another offers with unlike figures of one unit: nine percent asked for, four offered."""
    return [
        (a, o) for a in asking for o in asking
        if (a.stance, o.stance) == ("wants", "offers") and a.party != o.party and _differ(a.figures, o.figures)
    ]  # fmt: skip


def _differ(one: Sequence[Figure], two: Sequence[Figure]) -> bool:
    units = {f.unit for f in one} & {f.unit for f in two} - {""}
    return any({f.value for f in one if f.unit == u}.isdisjoint(f.value for f in two if f.unit == u) for u in units)


def is_left_open(block: Block, settled_at: Mapping[str, int]) -> bool:
    """True where all sides want and refuse in the present, behind the words that tell the settlement in their account.

    `settled_at` gives where each account tells it; what stands before came before.
    """
    return len(block.sides) > 1 and all(
        _present(want) and want.passage.start > settled_at.get(want.passage.source, -1) for _, want in block.sides
    )


def _present(want: Want) -> bool:
    """True for a red line, and for a predicate in the present ("refuses to discuss"); nouns and past forms tell no time."""
    word = want.core.text.split()[0].lower()
    return want.stance == "never" or (
        word.endswith("s") and any(word in (f"{base}s", f"{base}es") for base in lemma(word))
    )

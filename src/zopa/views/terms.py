"""Deals, demands and ways out in the words of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.types import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.solve.deadlock import Member, WayOut
    from zopa.sources import Passage
    from zopa.views.grid import CaseEvidence


def deal_words(case: Case, deal: Mapping[str, str], issues: Sequence[str] = ()) -> str:
    """A deal as "Rest of Donetsk: zone; Forces: 800,000"; only some issues where they are named."""
    return "; ".join(
        f"{case.issue_name(i)}: {case.option_name(i, o)}" for i, o in deal.items() if not issues or i in issues
    )


def member_words(case: Case, frame: Frame, member: Member) -> str:
    """A demand in words: whose, on what, what it excludes."""
    if member.kind == "red-line":
        line = next(r for r in frame.red_lines if r.id == member.id)
        never = " or ".join(case.option_name(member.issue, frame.options[line.issue][o]) for o in line.options)
        told = "stated" if member.stated else "inferred"
        return f"{case.party_name(member.party)} on {case.issue_name(member.issue)}: never {never} ({told} red line)"
    if member.kind == "no-deal":
        party = case.parties[member.party]
        filed = party.no_deal
        told = f" ({filed.kind} {case.drafts[filed.draft].name or filed.draft})" if filed and filed.draft else ""
        return f"{case.party_name(member.party)}: nothing below what it has without a deal{told}"
    if member.kind == "condition":
        tie = next(c for c in frame.conditions if c.id == member.id)
        return f"condition {member.id}: {tie.why or tie.kind}"
    law = next(x for x in frame.legal if x.id == member.id)
    return f"law on {case.issue_name(member.issue)}: needs {law.needs}{f' ({law.text})' if law.text else ''}"


def ask_words(case: Case, frame: Frame, member: Member) -> str:
    """What a way out asks, as "accept this on Rest of Donetsk: a zone"."""
    if member.kind in {"red-line", "legal"}:
        option = case.option_name(member.issue, str(member.to))
        told = (
            f"accept this on {case.issue_name(member.issue)}: {option}"  # an option's name may be a noun or a sentence
        )
        return (
            told
            if member.kind == "red-line"
            else f"change the law so that {option} on {case.issue_name(member.issue)} is possible"
        )
    if member.kind == "no-deal":
        return "settle for less than what it is said to have without a deal"
    return f"lift {member_words(case, frame, member)}"


def way_words(case: Case, frame: Frame, way: WayOut) -> str:
    """A way out as "asks Russia to accept this on Rest of Donetsk: a zone; and Ukraine to ..."."""
    asked = [
        f"{case.party_name(party)} to "
        + " and ".join(ask_words(case, frame, m) for m in way.give_up if m.party == party)
        for party in way.asks
    ]
    others = "; and needs somebody to ".join(ask_words(case, frame, m) for m in way.give_up if not m.party)
    if not asked:
        return f"asks no party; needs somebody to {others}"
    return "asks " + "; and ".join(asked) + (f"; and needs somebody to {others}" if others else "")


def needed_acts(case: Case, deal: Mapping[str, str]) -> list[str]:
    """Legal acts that a deal needs, which no way out relaxes silently."""
    return [
        f"{law.needs}{f' ({law.text})' if law.text else ''}"
        for issue, option in deal.items()
        for law in case.issues[issue].legal
        if option in law.option
    ]


def member_passages(evidence: CaseEvidence, member: Member) -> tuple[Passage, ...]:
    """The passages behind a red line, without those that deny it; none for other demands."""
    if member.kind != "red-line":
        return ()
    path = ("positions", member.party, member.issue)
    return tuple(p for key, p in evidence.passages.items() if key[:3] == path and key not in evidence.denials)


def part_words(hundredths: int) -> str:
    """A part of the best that a party could have, in words, because the scale behind it is no finer."""
    return next(words for end, words in _PARTS if hundredths <= end or end == _PARTS[-1][0])


_PARTS = (
    (0, "nothing"), (15, "little"), (29, "about a quarter"), (41, "about a third"), (58, "about half"), (71, "about two thirds"),
    (84, "about three quarters"), (99, "nearly all"), (100, "all"),
)  # fmt: skip


def span_words(least: int, most: int) -> str:
    """From one such part to another, one word where they are the same."""
    low, high = part_words(least), part_words(most)
    return low if low == high else f"from {low} to {high}"


def gap(text: str) -> Piece:
    """Words that say what is not known."""
    return Piece(text, tone="gap")

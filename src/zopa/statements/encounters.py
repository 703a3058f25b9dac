"""Meetings that deeds tell of: "X met Y", "X, Y and Z conducted the fourth round in Lima", "X talked by telephone with Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.types import ReportedMeeting
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.deed_types import Deed, Doer
    from zopa.statements.types import Statement


def find_encounters(
    deeds: Sequence[Deed], statements: Sequence[Statement], known: Sequence[ReportedMeeting]
) -> tuple[ReportedMeeting, ...]:
    """The meetings that `known` does not have, joined with those, in document order."""
    speakers = {s.id: s.speaker for s in statements}
    found = list(known)
    for deed in deeds:
        made = _encounter(deed, speakers.get(deed.statement))
        if made is None:
            continue
        found = add_meeting(found, made)
    return tuple(sorted(found, key=lambda m: m.passage.start))


def add_meeting(found: list[ReportedMeeting], made: ReportedMeeting) -> list[ReportedMeeting]:
    """The meetings with one more, which gives way to a richer telling of the same passage, or takes the place of poorer ones."""
    same = [m for m in found if m.passage.start < made.passage.end and made.passage.start < m.passage.end]
    richer = [
        m
        for m in same
        if len(set(m.participants)) >= len(set(made.participants)) or set(made.participants) <= set(m.participants)
    ]
    if not richer:
        poorer = [m for m in same if set(m.participants) <= set(made.participants)]
        place = made.place or next((m.place for m in poorer if m.place), None)
        date = made.date or next((m.date for m in poorer if m.date), None)
        return [*(m for m in found if m not in poorer), replace(made, place=place, date=date)]
    whole = next((m for m in richer if set(made.participants) <= set(m.participants) and m.status == made.status), None)
    if whole is None or (whole.place and whole.date):
        return found
    filled = replace(whole, place=whole.place or made.place, date=whole.date or made.date)
    return [filled if m is whole else m for m in found]


def _encounter(deed: Deed, speaker: object) -> ReportedMeeting | None:
    """The meeting of one deed; None where fewer than two take part."""
    nouns = set(deed.nouns) | {m.head for m in deed.matters}
    meets = deed.predicate.split()[0] in words_of("meet_alone")
    holds = deed.predicate in words_of("meet_holding") and bool(nouns & words_of("talks"))
    if not (meets or holds) or deed.sure in {"condition", "possible"}:
        return None
    if deed.negated and "have" in lemma(deed.core.text.lower().split()[0]):
        return None  # "had not spoken since July" cancels nothing
    who = _unique([*deed.doers, *deed.others])
    if len(who) < 2 or (len({d.side or d.name for d in who}) < 2 and not all(d.kind == "person" for d in who)):
        return None
    status = "held"
    if deed.negated or deed.stance == "refuses":
        status = "refused" if deed.stance == "refuses" else "cancelled"
    elif deed.sure in {"future", "wish"}:
        status = "planned"
    sides = tuple(sorted({d.side for d in who if d.side}))
    what = next((w for w in ("phone", "telephone") if w in deed.words.text.lower()), "")
    return ReportedMeeting(
        tuple(d.name for d in who), sides, deed.place or None, deed.date, status, None, (), deed.words, speaker, deed.hedged,  # type: ignore[arg-type]
        what="phone call" if what else "",
    )  # fmt: skip


def _unique(doers: Sequence[Doer]) -> list[Doer]:
    """Each once; "officials from X" give way to X where X itself is among them."""
    named = {d.name: d for d in doers}
    made = list(named.values())
    plain = [d for d in made if not d.named and d.side and d.side in named and d.kind == "person"]
    replaced = [d for d in made if d not in plain]
    return [
        d if d.named or not d.side or d.kind != "person" else type(d)(d.side, d.side, "state", True, d.passage)
        for d in (replaced or made)
    ]

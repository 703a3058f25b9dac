"""What came of the talks, as each document tells it: settled, announced, not settled, disputed, or not told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.fact_rows import find_rows
from zopa.accounts.outcome_deeds import (
    are_several,
    goes_on_with_but,
    is_commitment,
    is_conceded,
    is_joint,
    is_of_earlier,
    is_of_some,
    is_term,
    none_at,
    plain_words,
    read_outcome,
)
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed


_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """What one passage tells of the outcome.

    Attributes:
        source: id of the document.
        state: "settled", "announced" or "not-settled".
        how: "failed", "stalemate" (ended without an agreement), "stalled" (neither goes on nor has ended), "lapsed" (what was
            agreed for a time has run out), "no-agreement" (told only not to be reached), "continuing" (they go on, or a
            further round is announced), "postponed", "refused" or None.
        says: who says so, or None for the author.
        date: the day that it is told of, or None.
        passage: the words.
        core: the shortest of them that tell it.
        denies: True where a side denies that there is an agreement.
        part: True for what the sides agree to do, where no pact is told that settles the matter.
        hedged: told with a hedge; it counts only where nothing is told plainly.
    """

    source: str
    state: str
    how: str | None
    says: str | None
    date: date | None
    passage: Passage
    denies: bool = False
    part: bool = False
    hedged: bool = False
    core: Passage | None = None


@dataclass(frozen=True, slots=True)
class TalksOutcome:
    """The outcome over all documents: state, how, the latest day told, and what each tells, the latest first."""

    state: str
    how: str | None
    as_of: date | None
    accounts: tuple[ToldOutcome, ...]


def find_outcome(
    records: Sequence[Record], published: Mapping[str, date | None], unread: Sequence[str] = ()
) -> TalksOutcome:
    """The outcome that the documents tell.

    Args:
        records: of the documents that are read.
        published: day of each document by id.
        unread: ids of documents in a language that is not read.

    Returns:
        "not-told" where no wording known here tells an outcome; "cannot-tell" where nothing but unread documents could.
    """
    told = _all_told(records, published)
    if not told:
        return TalksOutcome("cannot-tell" if unread and len(unread) >= len(published) else "not-told", None, None, ())
    days = {t: t.date or published.get(t.source) for t in told}
    ordered = sorted(
        told,
        key=lambda t: (_ordinal(days[t]), t.passage.start if len({x.source for x in told}) == 1 else 0),
        reverse=True,
    )
    last = _last_of(ordered, days)
    state = _state_of(last)
    hows = Counter(t.how for t in last if t.how and t.state == state)
    # As most tell it; of those told as often the latest, and that they are stalled last.
    how = max(hows, key=lambda h: (hows[h], h != "stalled"), default=None)
    as_of = days[ordered[0]]
    ordered.sort(key=lambda t: (-_ordinal(days[t]), (t.state, t.how) != (state, how)))  # what it rests on first
    return TalksOutcome(state, how, as_of, tuple(ordered))


def _all_told(records: Sequence[Record], published: Mapping[str, date | None]) -> list[ToldOutcome]:
    """What all documents tell; what is hedged, and how an earlier round ended, only where nothing else is told."""
    by_record = {record.source: _told(record) for record in records}
    told = [t for found in by_record.values() for t in found]
    if all(t.state == "not-settled" for t in told):  # where no pact is told, how the talks stand says it
        silent = (record for record in records if not by_record[record.source])
        weak = [t for record in silent for t in _standing(record) or _continuing(record, published.get(record.source))]
        # What is true too where more is told, in another account, undoes nothing: the least telling go first.
        least = min((_WEAK.get(t.how or "", 0) for t in (*told, *weak)), default=0)
        told += [t for t in weak if _WEAK.get(t.how or "", 0) == least or t.how not in _WEAK]
    told = told or [refused for record in records for refused in _refused(record)]
    told = [
        t for t in told if not t.hedged
    ] or told  # "it is understood that they also agreed", beside what is told plainly
    latest_day = max((day for day in (*published.values(), *(t.date for t in told)) if day is not None), default=None)
    if latest_day is None:
        return told
    return [t for t in told if t.date is None or (latest_day - t.date).days <= _PAST] or told


_WEAK = {"no-agreement": 1, "continuing": 2}  # what is true too where more is told: the higher the less it tells
_OPEN = frozenset({"continuing", "no-agreement"})  # what tells of no end of the talks


def _last_of(ordered: Sequence[ToldOutcome], days: Mapping[ToldOutcome, date | None]) -> list[ToldOutcome]:
    """What counts for the state, of all told with the latest first: the last day, and who says the contrary of it."""
    latest = _ordinal(days[ordered[0]])
    last = [t for t in ordered if _ordinal(days[t]) == latest or not latest]
    if len({t.source for t in last}) == 1:
        if all(t.how in _OPEN for t in last):  # how the talks ended goes before that nothing is agreed yet
            ended = (t for t in ordered if t.how == "failed" and t.says is None and t.source == last[0].source)
            last += [t for t in ended if t not in last]
        last = [max(last, key=lambda t: (t.says is None, t.how not in _OPEN, t.passage.start))]
    last += [t for t in ordered if t not in last and _gainsays(t, last)]
    undated = [t for t in ordered if t not in last and days[t] is None and t.state == "not-settled"]
    if len({t.source for t in undated}) >= _SEVERAL and len({t.source for t in last}) == 1:
        last += undated  # several accounts of an unknown day, against one of a known
    return last


def _state_of(last: Sequence[ToldOutcome]) -> str:
    """The state that the last accounts tell together."""
    states = {t.state for t in last}
    if "not-settled" in states and len(states) > 1 and _is_in_part(last):
        states -= {"not-settled"}  # a part is agreed, and what is not agreed is no denial of it
    failed = any(t.how == "failed" for t in last)
    if "not-settled" in states and failed and all(t.part for t in last if t.state == "settled"):
        states -= {"settled"}  # points that were agreed on the way do not dispute that the talks failed
    if "not-settled" in states and len(states) > 1:
        return "disputed"
    return "announced" if "announced" in states else next(iter(states))


def _is_in_part(last: Sequence[ToldOutcome]) -> bool:
    """True where nobody denies an agreement and it is told of a part: by what the sides agree to do, or by a text that tells both."""
    if any(t.denies or t.how == "failed" for t in last):
        return False
    agreed, without = ({t.source for t in last if (t.state != "not-settled") == told} for told in (True, False))
    return bool(agreed & without) or all(t.part for t in last if t.state != "not-settled")


def _gainsays(told: ToldOutcome, last: Sequence[ToldOutcome]) -> bool:
    """True for what another side than the latest tells the other way: a claim that somebody denies a day later stays a claim."""
    settled = told.state != "not-settled"
    return told.says is not None and all(
        t.says is not None and t.says != told.says and (t.state != "not-settled") != settled for t in last
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _told(record: Record) -> list[ToldOutcome]:
    remaining = any(_remains(deed) for deed in record.deeds)
    found: list[ToldOutcome] = []
    before: set[ToldOutcome] = set()
    for deed in record.deeds:
        read = read_outcome(deed)
        if read is None:
            continue
        state, how = read
        if state == "not-settled" and denied_by(record, deed) is not None:
            continue  # "dismissed the idea that the talks had failed"
        if state == "settled" and (_signed_alone(record, deed) or is_conceded(deed) or is_term(deed)):
            continue
        if deed.stance == "accepts" and any(d.stance == "refuses" and d.passage == deed.passage for d in record.deeds):
            continue  # "accepted by Y, while Z rejected it"
        if state == "settled" and (denial := denied_by(record, deed)) is not None:
            says = denial.doers[0].name if denial.doers else denial.says
            found.append(
                ToldOutcome(record.source, "not-settled", "no-agreement", says, None, denial.words, denies=True)
            )
            continue
        if state == "settled" and remaining:
            state = "announced"
        day = deed.date.from_ if deed.date else _only_day(record, deed)
        denies = deed.predicate == "be" and deed.negated
        part = state != "not-settled" and (
            is_commitment(deed) or are_several(deed) or goes_on_with_but(deed) or is_of_some(deed)
        )
        found.append(
            ToldOutcome(record.source, state, how, deed.says, day, deed.words, denies, part, deed.hedged, deed.gist)
        )
        if state == "not-settled" and not denies and (_came_before(deed) or is_of_earlier(deed)):
            before.add(found[-1])
        if part and none_at(plain_words(deed)):  # "signed nine pacts, but no agreement on the river"
            found.append(ToldOutcome(record.source, "not-settled", "stalemate", deed.says, day, deed.words))
    if any(t.state != "not-settled" for t in found):  # "a deal was reached after negotiations stalled"
        found = [t for t in found if t not in before]
    return found or [t for t in _standing(record) if t.state != "not-settled"] or _without_result(record)


def _without_result(record: Record) -> list[ToldOutcome]:
    """The first sentence in the author's words in which talks end and nothing came of them ("ended with envoys unable to close a deal")."""
    for statement in record.statements:
        if statement.form != "own-voice" or statement.hedged or statement.prediction or statement.within is not None:
            continue
        passage = statement.passage
        bases = {base for word in _WORDS.findall(passage.text.lower()) for base in (word, *lemma(word))}
        ended = bool(bases & words_of("talks") and bases & class_of("comes_to_end")) and not statement.judgement
        for name, start, end in find_rows(passage.text):
            collapsed = passage.text[start:].lower().split(maxsplit=1)[0] in words_of("collapse_noun")
            still = passage.text[:start].lower().split()[-1:] == ["still"]  # "another round, and still no accord"
            if name == "no-result" and (ended or collapsed or (still and not statement.judgement)):
                core = replace(
                    passage, start=passage.start + start, end=passage.start + end, text=passage.text[start:end]
                )
                return [ToldOutcome(record.source, "not-settled", "stalemate", None, None, passage, core=core)]
    return []


def _standing(record: Record) -> list[ToldOutcome]:
    """How a text says that the talks stand, first in its own words; plainly told before what is told with a hedge."""
    if not record.standings:
        return []
    one = min(record.standings, key=lambda s: (s.hedged, _WEAK.get(s.how, 0)))
    day = one.date.from_ if one.date else None
    state, how = ("settled", None) if one.how == "settled" else ("not-settled", one.how)
    if state == "settled" and any(_remains(deed) for deed in record.deeds):
        state = "announced"
    return [ToldOutcome(record.source, state, how, one.says, day, one.words, hedged=one.hedged, core=one.core)]


def _refused(record: Record) -> list[ToldOutcome]:
    """An offer, a bid or a pact that a side is plainly told to have refused: the last answer, where no account tells how it ended."""
    return [
        ToldOutcome(record.source, "not-settled", "refused", None, deed.date.from_ if deed.date else None, deed.words)
        for deed in record.deeds
        if deed.stance == "refuses" and deed.sure == "told" and not deed.negated and not deed.hedged
        and deed.voice == "author" and any(doer.side for doer in deed.doers)
        and any(m.head in words_of("offer_noun") | words_of("bid") | words_of("pact") for m in deed.matters)
    ]  # fmt: skip


def _signed_alone(record: Record, deed: Deed) -> bool:
    """True for what one side is told to have signed, in a text in which another leaves or refuses without signing."""
    if deed.stance != "signs" or is_joint(deed):
        return False
    return any(
        d is not deed and ((d.stance == "signs" and d.negated) or (d.stance == "refuses" and "sign" in d.core.text))
        for d in record.deeds
    )


def _came_before(deed: Deed) -> bool:
    """True for "after negotiations stalled", "last week, talks with X collapsed": what was before the pact that the account tells."""
    sentence = deed.passage.text
    at = deed.words.start - deed.passage.start
    told = [word.strip(",.;:–-").lower() for word in sentence[at : deed.words.end - deed.passage.start].split()]
    front = [word.strip(",.;:–-").lower() for word in sentence[:at].split()[-_OPENING:]]
    return bool({*front, *told[:_OPENING]} & words_of("gate_after")) or bool(set(told) & class_of("came_before"))


_OPENING = 3  # words in front of a clause, and first ones of it, among which it is told what it came after
_SEVERAL = 2  # accounts of an unknown day that stand against one of a known
_PAST = 45  # days before a document that its talks can have ended


def _only_day(record: Record, deed: Deed) -> date | None:
    """The first day of the only date in a deed's clause, else of the only one in its sentence, where it is shorter than a year."""
    for place in (deed.words, deed.passage):
        told = {
            d.from_ for s in record.statements for d in s.dates
            if place.start <= d.passage.start < place.end and d.precision in {"day", "week", "month"}
        }  # fmt: skip
        if len(told) == 1:
            return next(iter(told))
    return None


def denied_by(record: Record, deed: Deed) -> Deed | None:
    """The clause above that denies a deed ("denied that a deal was reached"), or None."""
    above = (
        d for d in record.deeds
        if (d.predicate in words_of("denial") or _denies_claim(d)) and d.passage == deed.passage and d.depth < deed.depth
        and d.words.start <= deed.words.start and deed.words.end <= d.words.end
    )  # fmt: skip
    return next(above, None)


def _denies_claim(deed: Deed) -> bool:
    """True for "dismissed the idea", "would not accept that": what is told behind it is denied."""
    clause = deed.stance == "refuses" and any(m.clause for m in deed.matters)
    if clause and deed.predicate not in words_of("claim_denial"):
        words = deed.core.text.lower().split()[:_OPENING]
        return bool(set(words) & words_of("negation")) or deed.predicate in class_of("takes_for_true")
    return deed.predicate in words_of("claim_denial") and any(
        m.head in class_of("claim_noun") | class_of("idea_noun") and not m.clause for m in deed.matters
    )


def _continuing(record: Record, published: date | None) -> list[ToldOutcome]:
    """Talks that go on, where a text tells no other outcome: a round to come, or an agreement to go on."""
    for deed in record.deeds:
        on = {*deed.nouns, *(m.head for m in deed.matters)} & words_of("talks")
        agreed = deed.stance in {"agrees", "accepts"} and deed.predicate in class_of("go_on")
        ahead = deed.predicate in class_of("go_on") and (
            deed.sure == "future" or bool(published and deed.date and deed.date.from_ and deed.date.from_ > published)
        )
        alone = deed.predicate in class_of("go_on_talks")
        if (on or alone) and (agreed or ahead) and not deed.negated and deed.sure not in {"condition", "possible"}:
            return [ToldOutcome(record.source, "not-settled", "continuing", deed.says, None, deed.words)]
    for meeting in record.meetings:
        to_come = bool(published and meeting.date and meeting.date.to and meeting.date.to > published)
        if meeting.status == "planned" and len(meeting.parties) > 1 and to_come and not meeting.what:
            return [ToldOutcome(record.source, "not-settled", "continuing", None, None, meeting.passage)]
    return []


def _remains(deed: Deed) -> bool:
    """True where a text names a step that a pact still needs: approval, ratification, a vote."""
    must = deed.core.text.split()[0].lower() in words_of("modal_must")
    needs = deed.predicate in words_of("need_verb") or deed.sure in {"future", "condition", "possible"} or must
    words = {w for m in deed.matters for w in m.words} | set(deed.nouns) | {deed.predicate}
    to_sign = deed.stance == "signs" and deed.sure == "future" and any(m.head in words_of("pact") for m in deed.matters)
    return to_sign or (needs and bool(words & words_of("ratify")))

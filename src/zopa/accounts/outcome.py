"""What came of the talks, as each document tells it: settled, announced, not settled, disputed, or not told; and who blames whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed


_SAYING = frozenset(base for word in words_of("said") for base in lemma(word))


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """What one passage tells of the outcome.

    Attributes:
        source: id of the document.
        state: "settled", "announced" or "not-settled".
        how: "failed", "stalemate", "continuing", "postponed", "refused" or None.
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


@dataclass(frozen=True, slots=True)
class Cause:
    """Whom somebody blames for what: names as the texts give them, and the passage."""

    blamed: str
    for_: str
    says: str | None
    passage: Passage
    core: Passage
    charged: bool = True  # told as blame or an accusation; else as the cause of what did not come about


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
    told: list[ToldOutcome] = []
    for record in records:
        told.extend(_told(record, published.get(record.source)))
    if not told:
        told = [refused for record in records for refused in _refused(record)]
    told = [
        t for t in told if not t.hedged
    ] or told  # "it is understood that they also agreed", beside what is told plainly
    latest_day = max((day for day in (*published.values(), *(t.date for t in told)) if day is not None), default=None)
    if latest_day is not None:  # how an earlier round ended is no outcome of this one
        told = [t for t in told if t.date is None or (latest_day - t.date).days <= _PAST] or told
    if not told:
        return TalksOutcome("cannot-tell" if unread and len(unread) >= len(published) else "not-told", None, None, ())
    days = {t: t.date or published.get(t.source) for t in told}
    ordered = sorted(
        told,
        key=lambda t: (_ordinal(days[t]), t.passage.start if len({x.source for x in told}) == 1 else 0),
        reverse=True,
    )
    latest = _ordinal(days[ordered[0]])
    last = [t for t in ordered if _ordinal(days[t]) == latest or not latest]
    one = len({t.source for t in last}) == 1
    if one:
        last = [max(last, key=lambda t: (t.says is None, t.passage.start))]
    last += [t for t in ordered if t not in last and _gainsays(t, last)]
    undated = [t for t in ordered if t not in last and days[t] is None and t.state == "not-settled"]
    if len({t.source for t in undated}) >= _SEVERAL and len({t.source for t in last}) == 1:
        last += undated  # several accounts of an unknown day, against one of a known
    states = {t.state for t in last}
    if "not-settled" in states and len(states) > 1 and _is_in_part(last):
        states -= {"not-settled"}  # a part is agreed, and what is not agreed is no denial of it
    if (
        "not-settled" in states
        and all(t.part for t in last if t.state == "settled")
        and any(t.how == "failed" for t in last)
    ):
        states -= {"settled"}  # points that were agreed on the way do not dispute that the talks failed
    if ("settled" in states and "not-settled" in states) or ("announced" in states and "not-settled" in states):
        state = "disputed"
    elif "announced" in states:
        state = "announced"
    else:
        state = next(iter(states))
    how = next((t.how for t in last if t.how and t.state == state), None)
    return TalksOutcome(state, how, days[ordered[0]], tuple(ordered))


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


def _told(record: Record, published: date | None) -> list[ToldOutcome]:
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
        if state == "settled" and (_signed_alone(record, deed) or _is_conceded(deed) or _is_term(deed)):
            continue
        if deed.stance == "accepts" and any(d.stance == "refuses" and d.passage == deed.passage for d in record.deeds):
            continue  # "accepted by Y, while Z rejected it"
        if state == "settled" and (denial := denied_by(record, deed)) is not None:
            says = denial.doers[0].name if denial.doers else denial.says
            found.append(ToldOutcome(record.source, "not-settled", "continuing", says, None, denial.words, denies=True))
            continue
        if state == "settled" and remaining:
            state = "announced"
        day = deed.date.from_ if deed.date else _only_day(record, deed)
        denies = deed.predicate == "be" and deed.negated
        part = state != "not-settled" and (_is_commitment(deed) or _are_several(deed) or _but_more(deed))
        found.append(
            ToldOutcome(record.source, state, how, deed.says, day, deed.words, denies, part, deed.hedged, deed.gist)
        )
        if state == "not-settled" and not denies and _came_before(deed):
            before.add(found[-1])
        if part and _none_at(_plain(deed)):  # "signed nine pacts, but no agreement on the river"
            found.append(ToldOutcome(record.source, "not-settled", "stalemate", deed.says, day, deed.words))
    if any(t.state != "not-settled" for t in found):  # "a deal was reached after negotiations stalled"
        found = [t for t in found if t not in before]
    return found or _continuing(record, published)


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
    if deed.stance != "signs" or _is_joint(deed):
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
_PAST = 45  # days before a document that its talks can have ended


def _only_day(record: Record, deed: Deed) -> date | None:
    """The first day of the only date in a deed's clause, else of the only one in its sentence, where it is shorter than a year."""
    for place in (deed.words, deed.passage):
        told = {
            d.from_ for s in record.statements for d in s.dates
            if place.start <= d.passage.start < place.end and d.precision in {"day", "month"}
        }  # fmt: skip
        if len(told) == 1:
            return next(iter(told))
    return None


def denied_by(record: Record, deed: Deed) -> Deed | None:
    """The clause above that denies a deed ("denied that a deal was reached"), or None."""
    above = (
        d for d in record.deeds
        if (d.predicate in words_of("denial") or _denies_claim(d)) and d.passage == deed.passage and d.at < deed.at and d.depth < deed.depth
    )  # fmt: skip
    return next(above, None)


def _denies_claim(deed: Deed) -> bool:
    """True for "dismissed the idea", "rejected reports": what is told behind the noun is denied."""
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


def read_outcome(deed: Deed) -> tuple[str, str | None] | None:
    """State ("settled" or "not-settled") and manner that a deed tells, or None where it tells no outcome."""
    opened = deed.words.text.split()[:1]
    if (
        deed.sure != "told"
        or (deed.voice != "author" and deed.hedged)
        or (opened and opened[0].lower() in words_of("condition"))
    ):
        return None
    if deed.core.text.split()[:1] and deed.core.text.split()[0].lower() in words_of("modal_must") | words_of(
        "modal_can"
    ):
        return None  # what must or can be reached is not reached
    about_talks = bool(set(deed.nouns) & words_of("talks"))
    if deed.stance == "ends" and not about_talks:  # "ended two days of talks"
        about_talks = any(b in words_of("talks") for w in deed.gist.text.lower().split() for b in lemma(w))
    failed = _failed(deed, about_talks=about_talks)
    if failed == ("not-settled", "failed") and is_for_a_time(deed):
        return "not-settled", "postponed"
    return failed or _reached(deed)


def is_for_a_time(deed: Deed) -> bool:
    """True for "temporarily withdrew", "broke off for the night": who pauses means to come back."""
    front = deed.words.text[: max(0, deed.core.start - deed.words.start)].lower().split()
    behind = [w.strip(",.;") for w in deed.passage.text[deed.core.start - deed.passage.start :].lower().split()]
    end = next(
        (k for k, word in enumerate(behind) if word in words_of("gate_after") | class_of("next_clause")), len(behind)
    )
    words = behind[: min(end, _NEAR)]
    if {*front[-_SEVERAL:], *words} & class_of("for_a_time"):
        return True
    return any(
        word == "for" and set(words[k + 1 : k + 3]) & class_of("pause_noun") and words[k + 1] not in class_of("ordinal")
        for k, word in enumerate(words[:-1])
    )


_NEAR = 10  # words from the predicate on


def _is_put_off(deed: Deed) -> bool:
    """True for "the talks are on hold", "put the talks on ice"."""
    told = f" {' '.join(_plain(deed))} "
    return any(f" {phrase} " in told for phrase in class_of("on_hold")) and not deed.negated


def _failed(deed: Deed, *, about_talks: bool) -> tuple[str, str | None] | None:
    """Talks that fail, end, are left or put off."""
    if deed.stance == "fails" and (
        about_talks or set(deed.nouns) & words_of("pact") or deed.predicate in words_of("pact_verb")
    ):
        return None if deed.negated else ("not-settled", "failed")
    if deed.stance == "ends" and (about_talks or set(deed.manner) & words_of("end_manner")):
        return _ended(set(deed.manner))
    if deed.stance == "leaves" and (about_talks or any(m.head in words_of("talks") for m in deed.matters)):
        return "not-settled", "failed"
    of_talks = about_talks or any(m.head in words_of("talks") for m in deed.matters)
    if (deed.predicate in words_of("postpone") and about_talks) or (of_talks and _is_put_off(deed)):
        return "not-settled", "postponed"
    bid = any(m.head in words_of("bid") for m in deed.matters) and bool(deed.doers) and not deed.negated
    if bid and deed.predicate in words_of("call_off") | words_of("takes_back"):
        return "not-settled", "failed"  # whoever withdraws its bid ends the talks on it
    no_progress = deed.negated and {m.head for m in deed.matters} & words_of("progress") and _is_joint(deed)
    if deed.predicate in words_of("yield_result") and ((about_talks and deed.negated) or no_progress):
        return "not-settled", "stalemate"
    if deed.stance == "refuses" and deed.predicate == "agree" and any(m.head in words_of("pact") for m in deed.matters):
        return ("not-settled", "stalemate") if _is_joint(deed) else None
    return None


def _is_joint(deed: Deed) -> bool:
    """True for what those who talk do together: two doers, or "the two sides", "both", "they" as subject."""
    if len({d.side or d.name for d in deed.doers}) > 1:
        return True
    before = deed.words.text[: max(0, deed.core.start - deed.words.start)].lower().replace(",", " ").split()
    several = {word for word in words_of("nobody_body") if word.endswith("s")} | class_of("together")
    return bool((set(before[-_SUBJECT:]) | {d.name.lower() for d in deed.doers}) & several)


_SUBJECT = 4  # words in front of a predicate in which "the two sides" stands


def _is_commitment(deed: Deed) -> bool:
    """True for what the sides agree to do or not to do ("agreed not to use force"); to go on talking is none."""
    if deed.stance != "agrees" or not _is_joint(deed) or deed.link in {"relcl", "acl", "advcl"}:
        return False
    words = deed.core.text.lower().split()
    at = next(
        (k for k, word in enumerate(words) if "agree" in lemma(word) or set(lemma(word)) & class_of("decides")), 0
    )
    about = {deed.predicate, *(m.head for m in deed.matters)}
    on = about & (
        words_of("talks") | class_of("go_on") | class_of("go_on_talks") | words_of("pact") | words_of("offer_noun")
    )
    return not on and not set(words[:at]) & (words_of("negation") | words_of("modal_can"))


def _but_more(deed: Deed) -> bool:
    """True for "agreed on wages and benefits, but on Tuesday ...": a pact on named matters, in a sentence that goes on with "but"."""
    text = deed.passage.text[deed.core.start - deed.passage.start :].lower()
    agreed, but, _ = text.partition(" but ")
    words = agreed.split()
    on = next((k for k, word in enumerate(words) if word == "on"), len(words))
    return bool(but) and any(set(lemma(word)) & words_of("pact") for word in words[max(0, on - _NO_PACT) : on])


def _is_term(deed: Deed) -> bool:
    """True for "the two states agree on trade" as a sentence: in the present it is what a draft says; a headline has no full stop."""
    first, base = deed.core.text.split()[0].lower(), deed.predicate.split()[0]
    present = first in {base, f"{base}s", f"{base}es"}
    return present and deed.says is None and deed.passage.text.rstrip(" ”\"'").endswith(".")


def _is_conceded(deed: Deed) -> bool:
    """True for "despite both signing an accord": what stands beside what happened, and is no outcome of it."""
    before = deed.passage.text[: max(0, deed.core.start - deed.passage.start)].lower().split()[-_BESIDE:]
    return bool(set(before) & class_of("conceding"))


_BESIDE = 5  # words before a predicate in which "despite" opens its phrase


def _are_several(deed: Deed) -> bool:
    """True for "new agreements were reached on humanitarian issues": pacts in the plural are on single matters."""
    words = _plain(deed)
    told = [w for w in words[: _none_at(words)] if set(lemma(w)) & words_of("pact")]
    return bool(told) and all(word not in words_of("pact") for word in told)


def _plain(deed: Deed) -> list[str]:
    return [word.strip(",.;:“”\"'") for word in deed.words.text.lower().split()]


def _none_at(words: Sequence[str]) -> int | None:
    """Where "no agreement", "no final deal" stands behind other words; None where it does not."""
    for at, word in enumerate(words):
        if at and word == "no" and any(set(lemma(w)) & words_of("pact") for w in words[at + 1 : at + _NO_PACT]):
            return at
    return None


_SEVERAL = 2
_NO_PACT = 4  # words from "no" to the pact


def _reached(deed: Deed) -> tuple[str, str | None] | None:
    """A pact that is signed, agreed or accepted, or told not to be."""
    if deed.predicate == "be" and set(deed.nouns[:1]) & words_of("pact") and not deed.doers and deed.says is not None:
        return ("not-settled", "continuing") if deed.negated else None  # "There is no agreement", says one side
    decided = deed.stance == "agrees" and set(lemma(deed.core.text.split()[0].lower())) & class_of("decides")
    if decided and (not _votes_for(deed) or all(d.kind == "state" for d in deed.doers)):
        return None  # "the Swiss voted in a referendum" settles no talks
    if decided and deed.doers:
        return None if deed.negated else ("settled", None)
    to_sign = deed.stance == "agrees" and deed.predicate in class_of("signs") and not deed.negated
    if to_sign or _is_commitment(deed):
        return ("announced" if to_sign else "settled"), None  # "agreed to sign an accord": it is still to be signed
    if deed.stance not in {"signs", "agrees", "accepts"} or (not deed.negated and _tells_of_none(deed)):
        return None
    if any(word.strip(",.;").lower() in words_of("side_pact") for m in deed.matters for word in m.text.split()):
        return None  # a confidentiality agreement opens talks and settles nothing
    matter_pact = any(m.head in words_of("pact") and not m.clause for m in deed.matters)
    if matter_pact or (deed.stance != "accepts" and set(deed.nouns) & words_of("pact")):
        return ("not-settled", "continuing") if deed.negated else ("settled", None)
    if deed.negated and set(deed.nouns) & words_of("nothing"):
        return "not-settled", "continuing"
    offer = any(m.head in words_of("offer_noun") or m.figures for m in deed.matters)
    return ("settled", None) if deed.stance == "accepts" and deed.doers and offer else None


def _votes_for(deed: Deed) -> bool:
    """True for "voted on Tuesday to merge the schools"; not for "all voted no", nor for "voted to strike"."""
    behind = deed.passage.text[deed.core.start - deed.passage.start :].lower().split()[1:_VOTE]
    words = [word.strip(",.;") for word in behind]
    at = next((k for k, word in enumerate(words) if word == "to"), len(words))
    done = set(lemma(words[at + 1])) if at + 1 < len(words) else set[str]()
    return bool(done) and not done & class_of("walks_out") and not set(words[:at]) & words_of("negation")


_VOTE = 14  # words from a vote on in which it is told what was decided


def _tells_of_none(deed: Deed) -> bool:
    """True for a clause without a subject of its own that names an older pact or one to come ("reached in July", "and reach a deal")."""
    opener = deed.words.text[: max(0, deed.core.start - deed.words.start)].split()
    if opener and opener[0].lower() in class_of("not_yet"):
        return True
    if any(word.lower() not in class_of("joins_clause") for word in opener):
        return False
    verb = deed.core.text.split()[0].lower()
    return verb == deed.predicate.split()[0] or bool(deed.depth and not deed.doers)


def _ended(manner: set[str]) -> tuple[str, str | None] | None:
    if manner & {f"without {w}" for w in words_of("pact") | words_of("progress")} or manner & {
        f"in {w}" for w in words_of("stalemate")
    }:
        return "not-settled", "stalemate"
    if manner & {f"with {w}" for w in words_of("pact")} or manner & {f"in {w}" for w in words_of("pact")}:
        return "settled", None
    if manner & {f"in {w}" for w in words_of("failure")}:
        return "not-settled", "failed"
    return None


def _remains(deed: Deed) -> bool:
    """True where a text names a step that a pact still needs: approval, ratification, a vote."""
    must = deed.core.text.split()[0].lower() in words_of("modal_must")
    needs = deed.predicate in words_of("need_verb") or deed.sure in {"future", "condition", "possible"} or must
    words = {w for m in deed.matters for w in m.words} | set(deed.nouns) | {deed.predicate}
    to_sign = deed.stance == "signs" and deed.sure == "future" and any(m.head in words_of("pact") for m in deed.matters)
    return to_sign or (needs and bool(words & words_of("ratify")))


def _teller(record: Record, deed: Deed, participants: Participants) -> str | None:
    """Whoever says what a deed tells: its speaker's party, else who "said" in the same sentence; None for the author."""
    said = participants.party_of_person(record.source, deed.says_side, deed.says) or deed.says
    around = [
        d for d in record.deeds
        if d.passage == deed.passage and not d.stance and d.doers and d.predicate in _SAYING
    ]  # fmt: skip
    if said is None and around:
        doer = around[0].doers[0]
        return participants.party_of_person(record.source, doer.side, doer.name) or doer.name
    return said


def find_causes(records: Sequence[Record], participants: Participants) -> tuple[Cause, ...]:
    """Who blames whom for what: "failed due to Y's refusal", "blamed Y for", "because Y erected roadblocks"."""
    causes: list[Cause] = []
    for record in records:
        names = {a.name: a for a in record.actors}
        for deed in record.deeds:
            if deed.stance == "blames" and deed.others:
                matter = deed.matters[-1].text if deed.matters else deed.words.text
                told = deed.doers[0] if deed.doers else None
                says = participants.party_of_person(record.source, told.side, told.name) if told else None
                says = says or (told.name if told else _teller(record, deed, participants))
                if says is None and deed.link != "root":
                    continue  # whoever accuses is not read
                other = deed.others[0]
                blamed = participants.party_of_person(record.source, other.side, other.name) or other.name
                causes.append(Cause(blamed, matter, says, deed.words, deed.core))
            elif deed.because is not None and (deed.stance in {"fails", "ends"} or deed.negated):
                blamed = next((n for n in names if n in deed.because.text and names[n].kind != "person"), None)
                if blamed:
                    causes.append(
                        Cause(
                            participants.party_of(record.source, blamed) or blamed,
                            deed.words.text,
                            _teller(record, deed, participants),
                            deed.because,
                            deed.because,
                            charged=False,
                        )
                    )
    return tuple(causes)

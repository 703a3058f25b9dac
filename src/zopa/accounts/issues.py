"""What the talks are about and who wants what: issues from what is demanded, offered and refused, joined across wordings; what blocks.

An issue is a noun phrase of the texts that stands as the matter of wanting, offering or refusing. A claim of one side about another is
kept apart (voice "other-side") and never counts as the other's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.accounts.blocks import Block, find_blocks
from zopa.accounts.charges import is_means, with_charges
from zopa.accounts.classes import class_of
from zopa.accounts.edits import edit_issues
from zopa.accounts.parties import about_press
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from zopa.accounts.edits import TalksEdit
    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed, Doer, Matter
    from zopa.text.types import Figure

STANCES = ("wants", "offers", "accepts", "refuses", "never")


@dataclass(frozen=True, slots=True)
class Want:
    """What one side wants, offers, accepts or refuses, as a text tells it.

    Attributes:
        party: name of the party.
        issue: label of the issue.
        stance: wants, offers, accepts, refuses or never (a red line).
        figures: told with it.
        to: the party that it is addressed to, or None.
        date: day, or None.
        draft: the draft whose term it is, or None.
        voice: "quoted", "reported", "author", or "other-side" where another side says so.
        says: who says so, or None for the author.
        passage: the clause.
        core: the words from the verb to the end of what is wanted.
        sure: "told", "future", "possible", "condition" or "wish".
        statement: id of the statement in which it stands, "" for the author's own words.
        by: party of whoever says so, None for the author and for somebody of no party.
        link: how the clause that tells it is governed ("root", "ccomp", "conj", "noun", ...).
    """

    party: str
    issue: str
    stance: str
    figures: tuple[Figure, ...]
    to: str | None
    date: date | None
    draft: str | None
    voice: str
    says: str | None
    passage: Passage
    core: Passage
    sure: str
    statement: str = ""
    by: str | None = None
    link: str = "root"


@dataclass(slots=True)
class FoundIssue:
    """An issue: its label in the texts' own words, the words that join wordings, where it stands, who speaks to it."""

    key: str
    label: str
    words: set[str]
    heads: set[str]
    passages: list[Passage] = field(default_factory=list["Passage"])
    sides: set[str] = field(default_factory=set[str])
    labels: dict[str, int] = field(default_factory=dict[str, int])
    apart: str = ""  # the wording that a person split off: nothing else joins it


@dataclass(frozen=True, slots=True)
class Dispute:
    """Issues, the wants on them, and what blocks."""

    issues: tuple[FoundIssue, ...]
    wants: tuple[Want, ...]
    blocks: tuple[Block, ...]


def _is_no_pact(deed: Deed) -> bool:
    """True for "they could not agree on X": that there is no pact is nobody's refusal."""
    words = deed.core.text.lower().split()
    return deed.predicate == "agree" and len(deed.doers) != 1 and bool(set(words) & words_of("negation"))


def find_dispute(records: Sequence[Record], participants: Participants, edits: Sequence[TalksEdit] = ()) -> Dispute:
    """Issues, wants and blocks of all documents, as edited; empty where nobody wants, offers or refuses anything."""
    records = [with_charges(record) for record in records]
    told = [
        (record.source, deed, matter)
        for record in records
        for deed in record.deeds
        if deed.stance in {*STANCES, "yields", "agrees"}
        and deed.sure != "condition"
        and not about_press(deed)
        and not _is_no_pact(deed)
        for matter in deed.matters
        if (_tells(matter, participants) or _is_offer(matter))
        and not (matter.head in class_of("portfolio") and deed.predicate in class_of("addresses"))
        and not (
            matter.head in class_of("claim_noun") and not matter.clause
        )  # "rejected the allegations" refuses nothing
        and not _is_stated(deed, matter)
        and not is_means(deed)
    ]
    apart = {edit.name.lower() for edit in edits if edit.what == "issue" and edit.do == "split"}
    found: list[FoundIssue] = []
    placed: list[_Placed] = []
    for source, deed, matter in sorted(told, key=lambda row: (row[2].clause, -len(row[2].words))):
        placed.append((source, deed, matter, _place(found, matter, participants, apart)))
    placed.sort(key=lambda row: (row[0], row[1].words.start))
    answers = _answers(records, placed, participants)
    answered = {(row[0], row[1].at, row[2].passage.start) for row in answers}
    placed = [row for row in placed if (row[0], row[1].at, row[2].passage.start) not in answered] + answers
    placed.sort(key=lambda row: (row[0], row[1].words.start))
    for source, deed, matter, issue in placed:
        issue.passages.append(matter.passage)
        answer = (source, deed.at, matter.passage.start) in answered and issue.words
        if not answer and (
            _tells(matter, participants) or not issue.words
        ):  # "the offer" is no name for what it is about
            issue.labels[_label(matter)] = issue.labels.get(_label(matter), 0) + 1
        issue.sides |= {held.party for held in _held(source, deed, participants)}
    kept = [issue for issue in found if issue.sides and (issue.words or _is_disputed(placed, issue, participants))]
    for issue in kept:
        issue.label = max(
            issue.labels, key=lambda text: (not _has_digit(text), issue.labels[text], -abs(len(text) - 18))
        )
    kept, places = edit_issues(kept, edits)
    for issue in kept:
        issue.key = "-".join(issue.label.lower().split())[:60]
    wants = [
        want for source, deed, matter, issue in placed if places.get(id(issue), -1) >= 0
        for want in _wants(source, deed, matter, kept[places[id(issue)]].label, participants)
    ]  # fmt: skip
    kept.sort(key=lambda i: (-len(i.sides), -len(i.passages), i.label))
    unique = tuple(dict.fromkeys(wants))
    aside = {
        party.name for party in participants.parties
        if party.role == "mediates" or (party.kind == "state" and party.role == "comments")
    }  # fmt: skip
    return Dispute(tuple(kept), unique, tuple(find_blocks(kept, [w for w in unique if w.party not in aside])))


def _is_stated(deed: Deed, matter: Matter) -> bool:
    """True for "suggested that the problem was X": it says how things are, and offers nothing."""
    words = [word.strip(",;.") for word in matter.text.lower().split()]
    told = class_of("is_so") & {base for word in words for base in lemma(word) if word != base}
    return deed.stance == "offers" and matter.clause and bool(told) and not set(words) & words_of("modal_conditional")


_Placed = tuple[str, "Deed", "Matter", "FoundIssue"]


def _answers(records: Sequence[Record], placed: Sequence[_Placed], participants: Participants) -> list[_Placed]:
    """Offers and demands refused or accepted with no word of what they are: they are about what the other side offered or demanded before.

    The nearest bid of another side in the same account counts, else where all accounts have bids on one issue, that.
    """
    bids = [
        (row, held.party) for row in placed if row[1].stance in {"wants", "offers"} and row[3].words
        for held in _held(row[0], row[1], participants)
    ]  # fmt: skip
    found: list[_Placed] = [*_bare_bids(records, placed, participants)]
    for record in records:
        for deed in record.deeds:
            if deed.stance not in {"refuses", "accepts", "never"} or deed.sure == "condition" or about_press(deed):
                continue
            mine = {held.party for held in _held(record.source, deed, participants)}
            inside = [
                (record.source, deed, m, row[3]) for m in deed.matters if _is_bid(m) for row, party in bids
                if party not in mine and _stands_in(row, record.source, m)
            ]  # fmt: skip
            if inside and mine:  # "rejected BHP's plea to extend the deadline"
                found.append(inside[0])
                continue
            matter = next((m for m in deed.matters if _is_bid(m) and not _tells(m, participants)), None)
            if matter is None or not mine or _goes_on(deed, matter):
                continue
            others = [row for row, party in bids if party not in mine and _kind_fits(matter, row[1])]
            near = [row for row in others if row[0] == record.source]
            before = [row for row in near if row[1].at < deed.at]
            issues = {id(row[3]): row for row in others}
            if before or near:  # the last one before, else the first that follows
                row = max(before, key=lambda r: r[1].at) if before else min(near, key=lambda r: r[1].at)
            else:
                row = next(iter(issues.values())) if len(issues) == 1 else None
            if row is not None:
                found.append((record.source, deed, matter, row[3]))
    return found


def _goes_on(deed: Deed, matter: Matter) -> bool:
    """True for "a request to extend the deadline": the words behind a bid tell themselves what it is."""
    behind = deed.passage.text[matter.passage.end - deed.passage.start :].split(maxsplit=1)
    return bool(behind) and behind[0].lower() in class_of("tells_bid")


def _bare_bids(records: Sequence[Record], placed: Sequence[_Placed], participants: Participants) -> Iterator[_Placed]:
    """ "Russia refused a truce despite Ukraine's proposals": a bid with no word of what it is, in the clause of another's refusal."""
    refused = [row for row in placed if row[1].stance in {"refuses", "never"} and row[3].words]
    for record in records:
        bare = [d for d in record.deeds if d.link == "noun" and d.stance in {"wants", "offers"} and not d.matters]
        for bid in bare:
            mine = {held.party for held in _held(record.source, bid, participants)}
            for source, deed, matter, issue in refused:
                inside = source == record.source and deed.words.start <= bid.at < deed.words.end
                if inside and mine and not mine & {held.party for held in _held(source, deed, participants)}:
                    yield source, bid, matter, issue


def _stands_in(row: _Placed, source: str, matter: Matter) -> bool:
    """True for a bid that is told within a matter."""
    return row[0] == source and matter.passage.start <= row[1].at < matter.passage.end


def _is_bid(matter: Matter) -> bool:
    return not matter.clause and matter.head in class_of("bid_noun") | class_of("demand_noun")


def _kind_fits(matter: Matter, deed: Deed) -> bool:
    """True where what is refused may be this bid: a demand is wanted, an offer offered."""
    if matter.head in class_of("demand_noun"):
        return deed.stance == "wants"
    return deed.stance == "offers" and _bids(deed)


def _bids(deed: Deed) -> bool:
    """True where the words of a deed hold a verb or noun of bidding ("had offered", "its offer of")."""
    return any(base in class_of("bid_verb") for word in deed.core.text.split() for base in lemma(word.lower()))


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text) or text.split(maxsplit=1)[0].lower() in class_of("quantifier")


def _tells(matter: Matter, participants: Participants) -> frozenset[str]:
    """The words of a matter that tell what is meant; none for a party, people, the talks themselves, a day, "the latest offer"."""
    if (
        matter.head in words_of("time_noun")
        and len(matter.words) < _SEVERAL
        and not any(f.unit for f in matter.figures)
    ):
        return frozenset()  # "Monday"; not "a four-day week" or "500 million a year"
    if (
        participants.is_called(matter.text)
        or participants.is_called(_label(matter))
        or (_label(matter).isupper() and len(_label(matter)) <= _INITIALS)
        or (not matter.clause and {matter.head, f"{matter.head}s"} & _PEOPLE)
    ):
        return frozenset()
    if matter.head in words_of("talks") | words_of("no_matter") and not matter.figures:
        return frozenset()
    first = {word.lower() for word in matter.text.split()}
    if matter.clause and (matter.text.split()[0].lower() in _EXPLETIVE or first & words_of("we_us")):
        return frozenset()  # "move in our direction"
    short = {w.lower() for w in matter.text.split() if w.isupper() and len(w) <= _INITIALS}  # "the EU proposal"
    own = {w for w in matter.words if w.lower() not in _EMPTY | short and not _names_party(w, participants)}
    if matter.clause:
        return frozenset(own) if len(own) >= _SEVERAL else frozenset()
    if own or not matter.figures:
        return frozenset(own)
    return frozenset(" ".join(f.passage.text.lower().split()) for f in matter.figures)


_PEOPLE = (
    (words_of("collective") | words_of("office") | words_of("own_pronoun"))
    - class_of("not_people")
    - class_of("portfolio")
)
_EMPTY = (
    words_of("talks")
    | words_of("no_matter")
    | words_of("pact")
    | words_of("offer_noun")
    | class_of("no_issue")
    | words_of("time_noun")
)
_EXPLETIVE = {"it", "there", "this", "that", "be"}  # clauses that begin so tell that something is so
_WHEN = words_of("next_word") | {"this", "last"}  # before a noun of time
_INITIALS = 3  # letters of what is mostly a short name of somebody ("the EU")
_SEVERAL = 2
_LABEL = 8  # words of a label
_LIST = 5  # words from which on a label is cut at its first comma


def _is_disputed(
    placed: Sequence[tuple[str, Deed, Matter, FoundIssue]], issue: FoundIssue, participants: Participants
) -> bool:
    """True for an offer of which nothing else is told, where one side refuses it and another makes, wants or misses it; and for the pact.

    Whoever refuses the pact itself stands against all others at the table, who need not be told to want it.
    """
    pact = any(
        matter.head in words_of("pact") and deed.sure == "told"
        for _, deed, matter, other in placed if other is issue and deed.stance in {"refuses", "never"}
    )  # fmt: skip
    against: dict[bool, set[str]] = {True: set(), False: set()}
    for source, deed, _, other in placed:
        if other is issue:
            for held in _held(source, deed, participants):
                against[held.stance in {"refuses", "never"}].add(held.party)
                if held.by is not None and held.voice == "other-side":
                    against[False].add(held.by)  # whoever complains of a refusal wants what is refused
    return bool(against[True]) and (pact or bool(against[False] - against[True]))


def _names_party(word: str, participants: Participants) -> bool:
    """True for a name of a party and the adjective of a state ("ethiopian")."""
    return any(
        word in name.lower().split() or (len(name) >= _LONG and word.startswith(name.lower()[:-1]))
        for party in participants.parties for name in (party.name, *party.aliases)
    )  # fmt: skip


_LONG = 4  # letters of a name whose adjective can be told by how it begins


def _is_offer(matter: Matter) -> bool:
    """True for an offer, plan or deal of which nothing else is told: an issue only where two sides speak to it."""
    if matter.clause:  # "pushed for X to back the merger"
        return matter.head in class_of("consents") and bool(matter.words & words_of("pact"))
    return matter.head in words_of("offer_noun") | words_of("pact")


def _label(matter: Matter) -> str:
    """The matter without the figures in front of it ("46% pay raise": pay raise), unless nothing else is left."""
    if matter.head in words_of("sum_noun") & class_of("no_issue") and matter.figures and not matter.clause:
        return matter.figures[0].passage.text  # "sums in the region of 20,000"
    text = re.split(r"[“”\"—–]", matter.text.strip('“”" '))[0].strip() or matter.text
    for figure in matter.figures:
        inside = figure.passage.text
        if (
            text.startswith(inside)
            and len(text) > len(inside) + 3
            and not matter.clause
            and not set("-‑") & set(inside)
        ):
            rest = text[len(inside) :].lstrip(" -‑%")
            opener = rest.split()[0].lower() in class_of("leading_preposition")
            when = {word.lower().strip(",;") for word in rest.split()} <= words_of("time_noun") | words_of(
                "label_opener"
            ) | _WHEN
            text = text if opener or when else rest  # "£500 this year"
            break
    for figure in matter.figures:
        tail = f" of {figure.passage.text}"
        if tail in text and not matter.clause and len(text.split(tail)[0]) > 3:
            text = text.split(tail)[0]  # "pay rise of 9 percent"
    words = text.split()
    besides = next((k for k in range(1, len(words)) if _leaves(words, k)), len(words))
    words = words[:besides]  # "unconditional ceasefire despite Kyiv's proposals"
    while len(words) > 1 and words[0].lower() in words_of("label_opener") | {"of", "to"}:
        words = words[1:]
    words = words[:_LABEL]
    while len(words) > 1 and words[-1].lower().rstrip(",;") in words_of("label_tail"):
        words = words[:-1]
    label = " ".join(words).rstrip(" ,;")
    return label.split(", ")[0] if len(words) > _LIST else label


def _leaves(words: Sequence[str], at: int) -> bool:
    """True where what follows tells when or beside what: "offer about 4 a.m.", "ceasefire despite the proposals"."""
    low = words[at].lower()
    when = (
        low in words_of("label_tail")
        and at + 1 < len(words)
        and words[at + 1][0].isdigit()
        and not words[at + 1].endswith("%")
    )
    return low in class_of("besides") or (when and low not in words_of("label_joins"))


def _place(issues: list[FoundIssue], matter: Matter, participants: Participants, apart: set[str]) -> FoundIssue:
    """The issue that a matter belongs to, a new one where none is alike; a wording that a person split off stands alone."""
    words = _tells(matter, participants)
    own = _label(matter).lower()
    if own in apart:
        issue = next((i for i in issues if i.apart == own), None) or FoundIssue(
            "", "", set(words), {matter.head}, apart=own
        )
        issues += [] if issue in issues else [issue]
        return issue
    best: tuple[float, FoundIssue] | None = None
    for issue in issues:
        alike = _likeness(words, matter, issue)
        if alike >= _ALIKE and not issue.apart and (best is None or alike > best[0]):
            best = (alike, issue)
    if best is not None:
        if not matter.clause:
            best[1].heads.add(matter.head)
        return best[1]
    issue = FoundIssue("", "", set(words), {matter.head})
    issues.append(issue)
    return issue


_ALIKE = 0.6  # of the words that tell what is meant; below that "water shares" and "water quality" would be one


def _likeness(words: frozenset[str], matter: Matter, issue: FoundIssue) -> float:
    if not words or not issue.words:
        return 1.0 if not words and not issue.words else 0.0
    common = words & issue.words
    if not common:
        return 0.0
    if words <= issue.words or issue.words <= words:
        return 1.0 if matter.head in issue.heads or matter.head in issue.words or not matter.clause else _ALIKE
    return len(common) / len(words | issue.words) + (0.2 if matter.head in issue.heads else 0)


@dataclass(frozen=True, slots=True)
class _Held:
    """Who holds what a deed tells: the party, its stance, to whom, in whose voice, and the party of whoever says so."""

    party: str
    stance: str
    to: str | None
    voice: str
    by: str | None


_ACROSS = frozenset(
    {"refuses", "never", "wants"}
)  # stances that show the other side; "they" may offer and accept anything


def _held(source: str, deed: Deed, participants: Participants) -> list[_Held]:
    """Whose stance a deed tells; what one side says that another must do is its own demand, an author's "must" is nobody's."""
    stance = {"yields": "offers", "agrees": "accepts"}.get(deed.stance, deed.stance)
    by = participants.party_of_person(source, deed.says_side, deed.says)
    to = next((p for d in deed.others if (p := participants.party_of(source, d.side))), None)
    must = next((word.lower() for word in deed.core.text.split()), "") in words_of("modal_must")
    found: list[_Held] = []
    for doer in deed.doers:
        party = participants.party_of_person(source, doer.side, doer.name)
        if party is not None and party == by and deed.across:
            party = participants.across_from(source, party)  # nobody says "they" of their own side
        if party is None:
            continue
        if must and not (stance == "wants" and party == by):
            found += [_Held(by, "wants", party, deed.voice, by)] if by not in {None, party} and by else []
            continue
        others = by != party if by is not None else _is_anothers(source, deed, doer, participants)
        unknown = by is None and doer.name != deed.says  # somebody of whom no side is known
        voice = (
            "other-side"
            if deed.voice != "author" and others
            else "reported"
            if unknown and deed.voice == "quoted"
            else deed.voice
        )
        found.append(_Held(party, stance, to, voice, by))
    opposite = participants.across_from(source, by) if by is not None else None
    if deed.across and not deed.doers and stance in _ACROSS and opposite is not None:
        found.append(_Held(opposite, stance, to, "other-side", by))
    return found


def _is_anothers(source: str, deed: Deed, doer: Doer, participants: Participants) -> bool:
    """True for what somebody of a body that is no party says of another, or somebody named of whom no side is told."""
    if deed.says is None or deed.says in {doer.name, doer.side}:
        return False
    if deed.says_side is not None:
        return deed.says_side != doer.side and participants.party_of(source, deed.says_side) is None
    return deed.says.lower() in participants.others


def _draft_of(deed: Deed) -> str | None:
    """The plan or pact whose term a deed is told as ("Under the truce, X will"), in the text's words, or None."""
    words = deed.passage.text[: deed.at - deed.passage.start].split()
    for k, word in enumerate(words):
        if word.lower() in class_of("under_draft"):
            for end in range(k + 1, min(len(words), k + _DRAFT)):
                noun = words[end].strip(",;:").lower()
                if noun in words_of("offer_noun") | words_of("pact"):
                    inside = [
                        w.strip(",;:") for w in words[k + 1 : end + 1] if w.lower() not in words_of("label_opener")
                    ]
                    return " ".join(inside)
    return None


_DRAFT = 8  # words behind "under" in which the plan stands


def _wants(source: str, deed: Deed, matter: Matter, label: str, participants: Participants) -> list[Want]:
    day = deed.date.from_ if deed.date else None
    draft = _draft_of(deed)
    return [
        Want(
            held.party, label, held.stance, matter.figures, held.to, day, draft, held.voice, deed.says, deed.words, deed.core, deed.sure,
            deed.statement, held.by, deed.link,
        )
        for held in _held(source, deed, participants)
    ]  # fmt: skip

"""What the talks are about and who wants what: issues from what is demanded, offered and refused, joined across wordings; what blocks.

An issue is a noun phrase of the texts that stands as the matter of wanting, offering or refusing. Who holds what is read in `wants`, what a
matter is called in `matters`, and which bid "the offer" means in `answers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.accounts.answers import find_answers
from zopa.accounts.blocks import Block, find_blocks
from zopa.accounts.charges import is_means, with_charges
from zopa.accounts.classes import class_of
from zopa.accounts.edits import edit_issues
from zopa.accounts.matters import has_digit, is_bare_offer, label_of, tells
from zopa.accounts.party_signs import about_press
from zopa.accounts.wants import STANCES, held_in, wants_of
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.accounts.answers import Placed
    from zopa.accounts.edits import TalksEdit
    from zopa.accounts.parties import Participants
    from zopa.accounts.wants import Want
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed, Matter


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
    """True for "they could not agree on X", "it could not agree on terms": that there is no pact is nobody's refusal."""
    words = deed.core.text.lower().split()
    none = deed.negated or bool(set(words) & words_of("negation"))
    return deed.predicate == "agree" and none and (len(deed.doers) != 1 or deed.stance == "agrees")


def find_matters(records: Sequence[Record], tells_of: Callable[[Matter], bool]) -> list[tuple[str, Deed, Matter]]:
    """Each matter that somebody wants, offers, accepts or refuses and that tells of something, with the deed and the document."""
    return [
        (record.source, deed, matter)
        for record in records
        for deed in record.deeds
        if _takes_position(deed)
        for matter in deed.matters
        if tells_of(matter) and _is_held(deed, matter)
    ]


def _takes_position(deed: Deed) -> bool:
    """False for what is told under a condition or to the press, and for deeds that only look like a position."""
    stance = deed.stance in {*STANCES, "yields", "agrees"} and deed.sure != "condition"
    return stance and not (about_press(deed) or _is_no_pact(deed) or is_means(deed) or _is_walkout(deed))


def _is_held(deed: Deed, matter: Matter) -> bool:
    """False where what is told is no position on the matter: allegations rejected, a portfolio addressed, a bid taken back."""
    if matter.head in class_of("portfolio") and deed.predicate in class_of("addresses"):
        return False
    if matter.head in class_of("claim_noun") and not matter.clause:
        return False  # "rejected the allegations" refuses nothing
    if deed.stance == "accepts" and matter.head in class_of("borne") | class_of("own_act") and not matter.clause:
        return False  # "accepted responsibility", "adopted a resolution" accept nobody's offer
    taken_back = deed.predicate in words_of("takes_back") | words_of("call_off")
    return not _is_stated(deed, matter) and not (matter.head in class_of("bid_noun") and taken_back)


def find_dispute(records: Sequence[Record], participants: Participants, edits: Sequence[TalksEdit] = ()) -> Dispute:
    """Issues, wants and blocks of all documents, as edited; empty where nobody wants, offers or refuses anything."""
    records = [with_charges(record) for record in records]
    apart = {edit.name.lower() for edit in edits if edit.what == "issue" and edit.do == "split"}
    found: list[FoundIssue] = []
    placed: list[Placed] = []
    told = find_matters(records, lambda matter: bool(tells(matter, participants)) or is_bare_offer(matter))
    for source, deed, matter in sorted(told, key=lambda row: (row[2].clause, -len(row[2].words))):
        placed.append((source, deed, matter, _place(found, matter, participants, apart)))
    placed.sort(key=lambda row: (row[0], row[1].words.start))
    answers = find_answers(records, placed, participants)
    answered = {(row[0], row[1].at, row[2].passage.start) for row in answers}
    placed = [row for row in placed if (row[0], row[1].at, row[2].passage.start) not in answered] + answers
    placed.sort(key=lambda row: (row[0], row[1].words.start))
    for source, deed, matter, issue in placed:
        issue.passages.append(matter.passage)
        answer = (source, deed.at, matter.passage.start) in answered and issue.words
        if not answer and (
            tells(matter, participants) or not issue.words
        ):  # "the offer" is no name for what it is about
            issue.labels[label_of(matter)] = issue.labels.get(label_of(matter), 0) + 1
        issue.sides |= {held.party for held in held_in(source, deed, participants)}
    kept = [issue for issue in found if issue.sides and (issue.words or _is_disputed(placed, issue, participants))]
    for issue in kept:
        issue.label = max(
            issue.labels, key=lambda text: (not has_digit(text), issue.labels[text], -abs(len(text) - 18))
        )
    kept, places = edit_issues(kept, edits)
    for issue in kept:
        issue.key = "-".join(issue.label.lower().split())[:60]
    wants = [
        want for source, deed, matter, issue in placed if places.get(id(issue), -1) >= 0
        for want in wants_of(source, deed, matter, kept[places[id(issue)]].label, participants)
    ]  # fmt: skip
    kept.sort(key=lambda i: (-len(i.sides), -len(i.passages), i.label))
    unique = tuple(dict.fromkeys(wants))
    aside = {
        party.name for party in participants.parties
        if party.role == "mediates" or (party.kind == "state" and party.role == "comments")
    }  # fmt: skip
    return Dispute(tuple(kept), unique, tuple(find_blocks(kept, [w for w in unique if w.party not in aside])))


def _is_walkout(deed: Deed) -> bool:
    """True for "voted to strike": whoever decides to strike accepts nothing."""
    return deed.stance == "agrees" and deed.predicate in class_of("walks_out")


def _is_stated(deed: Deed, matter: Matter) -> bool:
    """True for "suggested that the problem was X": it says how things are, and offers nothing."""
    words = [word.strip(",;.") for word in matter.text.lower().split()]
    told = class_of("is_so") & {base for word in words for base in lemma(word) if word != base}
    return deed.stance == "offers" and matter.clause and bool(told) and not set(words) & words_of("modal_conditional")


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
            for held in held_in(source, deed, participants):
                against[held.stance in {"refuses", "never"}].add(held.party)
                if held.by is not None and held.voice == "other-side":
                    against[False].add(held.by)  # whoever complains of a refusal wants what is refused
    return bool(against[True]) and (pact or bool(against[False] - against[True]))


def _place(issues: list[FoundIssue], matter: Matter, participants: Participants, apart: set[str]) -> FoundIssue:
    """The issue that a matter belongs to, a new one where none is alike; a wording that a person split off stands alone."""
    words = tells(matter, participants)
    own = label_of(matter).lower()
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


def is_alike(words: frozenset[str], other: frozenset[str], *, same_head: bool) -> bool:
    """True where the words of two matters tell one thing: all of the one's in the other, or most of both."""
    common = words & other
    if words <= other or other <= words:
        return bool(common)
    return len(common) / len(words | other) + (0.2 if same_head else 0) >= _ALIKE


def _likeness(words: frozenset[str], matter: Matter, issue: FoundIssue) -> float:
    if not words or not issue.words:
        return 1.0 if not words and not issue.words else 0.0
    common = words & issue.words
    if not common:
        return 0.0
    if words <= issue.words or issue.words <= words:
        return 1.0 if matter.head in issue.heads or matter.head in issue.words or not matter.clause else _ALIKE
    return len(common) / len(words | issue.words) + (0.2 if matter.head in issue.heads else 0)

"""What the talks are about and who wants what: issues from what is demanded, offered and refused, joined across wordings; what blocks.

An issue is a noun phrase of the texts that stands as the matter of wanting, offering or refusing. A claim of one side about another is
kept apart (voice "other-side") and never counts as the other's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deeds import Deed, Matter
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


@dataclass(frozen=True, slots=True)
class Block:
    """What blocks: an issue on which one side wants what another refuses, each with its passages."""

    issue: str
    sides: tuple[tuple[str, Want], ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Issues, the wants on them, and what blocks."""

    issues: tuple[FoundIssue, ...]
    wants: tuple[Want, ...]
    blocks: tuple[Block, ...]


def find_dispute(records: Sequence[Record], participants: Participants) -> Dispute:
    """Issues, wants and blocks of all documents; empty where nobody wants, offers or refuses anything."""
    told = [
        (record.source, deed, matter)
        for record in records
        for deed in record.deeds
        if deed.stance in {*STANCES, "yields", "agrees"} and deed.sure != "condition"
        for matter in deed.matters
        if _is_matter(matter)
    ]
    issues: list[FoundIssue] = []
    wants: list[Want] = []
    placed: list[tuple[str, Deed, Matter, FoundIssue]] = []
    for source, deed, matter in sorted(told, key=lambda row: (row[2].clause, -len(row[2].words))):
        issue = _place(issues, matter)
        placed.append((source, deed, matter, issue))
    for source, deed, matter, issue in sorted(placed, key=lambda row: (row[0], row[1].words.start)):
        issue.passages.append(matter.passage)
        issue.labels[_label(matter)] = issue.labels.get(_label(matter), 0) + 1
        for doer in deed.doers:
            party = participants.party_of(source, doer.side)
            if party is not None:
                issue.sides.add(party)
    kept = [issue for issue in issues if issue.sides]
    for issue in kept:
        issue.label = max(issue.labels, key=lambda text: (issue.labels[text], -abs(len(text) - 18)))
        issue.key = "-".join(issue.label.lower().split())[:60]
    kept.sort(key=lambda i: (-len(i.sides), -len(i.passages), i.label))
    labels = {id(issue): issue.label for issue in kept}
    for source, deed, matter, issue in sorted(placed, key=lambda row: (row[0], row[1].words.start)):
        if id(issue) in labels:
            wants.extend(_wants(source, deed, matter, labels[id(issue)], participants))
    unique = tuple(dict.fromkeys(wants))
    return Dispute(tuple(kept), unique, tuple(_blocks(kept, unique)))


def _is_matter(matter: Matter) -> bool:
    """False for what is no matter of talks: the talks themselves, a day, an empty phrase."""
    if not matter.words and not matter.figures:
        return False
    if matter.head in words_of("time_noun"):
        return len(matter.words) > 1 or any(f.unit for f in matter.figures)  # "a four-day week", "500 million a year"; not "Monday"
    return matter.head not in words_of("talks") | words_of("no_matter")


def _label(matter: Matter) -> str:
    """The matter without the figures in front of it ("46% pay raise": pay raise), unless nothing else is left."""
    text = matter.text
    for figure in matter.figures:
        inside = figure.passage.text
        if text.startswith(inside) and len(text) > len(inside) + 3 and not matter.clause and not set("-‑") & set(inside):
            text = text[len(inside) :].lstrip(" -‑%")
            break
    words = text.split()
    while len(words) > 1 and words[0].lower() in words_of("label_opener"):
        words = words[1:]
    return " ".join(words[:8])


def _place(issues: list[FoundIssue], matter: Matter) -> FoundIssue:
    """The issue that a matter belongs to: the same head and no word that parts them, or all words of one in the other."""
    words = set(matter.words)
    best: tuple[float, FoundIssue] | None = None
    for issue in issues:
        common = words & issue.words
        if not words or not issue.words:
            alike = 1.0 if not words and not issue.words and matter.head in issue.heads else 0.0
        elif words <= issue.words or issue.words <= words:
            alike = 1.0 if matter.head in issue.heads or matter.head in issue.words or not matter.clause else 0.6
        else:
            alike = len(common) / len(words | issue.words) + (0.2 if matter.head in issue.heads else 0)
        if (alike >= 0.6 and common) or (alike == 1.0 and not words):
            if best is None or alike > best[0]:
                best = (alike, issue)
    if best is not None:
        issue = best[1]
        if not matter.clause:
            issue.heads.add(matter.head)
        return issue
    issue = FoundIssue("", "", words, {matter.head})
    issues.append(issue)
    return issue


def _wants(source: str, deed: Deed, matter: Matter, label: str, participants: Participants) -> list[Want]:
    made: list[Want] = []
    stance = {"yields": "offers", "agrees": "accepts"}.get(deed.stance, deed.stance)
    says = participants.party_of(source, deed.says_side)
    to = next((p for d in deed.others if (p := participants.party_of(source, d.side))), None)
    day = deed.date.from_ if deed.date else None
    for doer in deed.doers:
        party = participants.party_of(source, doer.side)
        if party is None:
            continue
        voice = deed.voice if deed.voice == "author" or says in {None, party} else "other-side"
        made.append(Want(party, label, stance, matter.figures, to, day, None, voice, deed.says, deed.words, deed.core, deed.sure, deed.statement))
    return made


def _blocks(issues: Sequence[FoundIssue], wants: Sequence[Want]) -> list[Block]:
    """Issues on which one side wants or offers what another refuses, or two sides draw a line."""
    found: list[Block] = []
    for issue in issues:
        mine = [w for w in wants if w.issue == issue.label]
        refusing = [w for w in mine if w.stance in {"refuses", "never"}]
        asking = [w for w in mine if w.stance in {"wants", "offers", "never"}]
        pairs = [(a, r) for a in asking for r in refusing if a.party != r.party]
        if not pairs:
            continue
        sides = {w.party: w for pair in pairs[::-1] for w in pair}
        found.append(Block(issue.label, tuple(sorted(sides.items()))))
    return found

"""The comparison of accounts: each kind of slot has its judge, and their findings are ranked by consequence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zopa.accounts.align import Pair, align
from zopa.accounts.blame import compare_blame
from zopa.accounts.clashes import compare_clashes
from zopa.accounts.closeness import compare_closeness
from zopa.accounts.conduct import compare_conduct, find_conduct
from zopa.accounts.content import are_apart, compare_content, offered_by_two
from zopa.accounts.dates import compare_dates
from zopa.accounts.deeds import compare_assent, compare_authorship
from zopa.accounts.denials import compare_denials
from zopa.accounts.drafts import drafts_differ
from zopa.accounts.endings import compare_endings
from zopa.accounts.evaluations import compare_evaluations
from zopa.accounts.events import compare_events
from zopa.accounts.exclusions import compare_exclusions
from zopa.accounts.facts import compare_facts, outcome_facts
from zopa.accounts.figures import compare_figures
from zopa.accounts.inner import find_inner
from zopa.accounts.items import build_items
from zopa.accounts.judgements import compare_judgements, compare_prescriptions
from zopa.accounts.lengths import compare_lengths
from zopa.accounts.measures import compare_measures
from zopa.accounts.meetings import compare_meetings, find_common_meetings
from zopa.accounts.parties import find_participants
from zopa.accounts.positions import compare_positions
from zopa.accounts.quoting import compare_quotations
from zopa.accounts.retellings import compare_retellings
from zopa.accounts.rival_figures import compare_rival_figures
from zopa.accounts.single import find_single
from zopa.accounts.stories import Stories
from zopa.accounts.tellings import find_tellings, ranks_differ
from zopa.accounts.versions import compare_versions
from zopa.accounts.wording import compare_wordings
from zopa.sources import find_originators, find_overlaps
from zopa.text.languages import is_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.errors import Problem
    from zopa.sources import Document, Originator, Overlap, Passage
    from zopa.statements import Record

_ORDER = ("contradicted", "opposed-judgement", "selective-quotation", "corroborated", "single-source")
_Spot = tuple[str, int, int]  # a passage by its document, start and end
_COPIED = 0.8  # of a passage that must be shared for it to count as a copy
_TAKES_BACK = frozenset(
    {"speaker", "polarity", "act", "place", "extent", "actor"}
)  # slots whose dispute leaves no agreement of the sentences
_PLAIN = frozenset({"figure", "date", "speaker"})  # slots that differ whatever draft or round is meant
_OPPOSED = frozenset({"contradicted", "opposed-judgement"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings, ranked: contradictions first, each relation by weight; overlaps; the originator of each document.

    `as_read` is the comparison before corrections, None where there were none; `problems` are those with corrections.
    """

    findings: tuple[Finding, ...]
    overlaps: tuple[Overlap, ...]
    originators: dict[str, Originator]
    problems: tuple[Problem, ...] = ()
    as_read: Comparison | None = None


def compare_accounts(documents: Sequence[Document], records: Sequence[Record]) -> Comparison:
    """Compare what `records` (one for each document, in the same order) say.

    Copies of one text count once: nothing is confirmed between them, and the only contradictions are slots in which
    versions of a text differ. One document gives at most what it contradicts in itself. A document in a language that is not read is
    compared with none: that it says nothing of a thing could not be seen.
    """
    overlaps = find_overlaps(documents)
    originators = find_originators(documents, overlaps)
    read = [n for n, document in enumerate(documents) if is_read(document)]
    if len(read) < len(documents):
        inner = compare_accounts([documents[n] for n in read], [records[n] for n in read])
        return Comparison(inner.findings, overlaps, originators)
    items = build_items(records, originators, overlaps, [published_day(document) for document in documents])
    pairs = align(items)
    participants = find_participants(records)
    stories = Stories(items, sides_of(participants))
    findings = [
        *compare_figures(items, stories),
        *compare_assent(items),
        *compare_authorship(items),
        *compare_meetings(records, items, originators),
        *compare_quotations(items, find_common_meetings(records)),
        *compare_judgements(items),
        *compare_prescriptions(items),
    ]
    findings += _without(compare_events(pairs), findings)
    findings = _by_content(documents, records, items, findings, participants, stories)
    versions = compare_versions(items, overlaps)
    findings = [f for f in findings if f.relation not in _OPPOSED or not versions.settles(f)]
    findings += _not_told(versions.findings, findings)
    findings = [f for f in findings if f.relation != "contradicted" or not drafts_differ(f.passages)]
    shared = {(overlap.a, overlap.b): overlap for overlap in overlaps}
    findings = [f for f in findings if f.relation != "corroborated" or not _is_copied(f, shared)] + find_inner(items)
    findings += find_single(items, findings, _aligned(pairs))
    return Comparison(rank_findings(findings), overlaps, originators)


def sides_of(participants: Participants) -> dict[str, set[str]]:
    """The parties of each document by its id."""
    sides: dict[str, set[str]] = {}
    for (source, _), name in participants.names.items():
        sides.setdefault(source, set()).add(name)
    return sides


def _by_content(
    documents: Sequence[Document],
    records: Sequence[Record],
    items: Sequence[Sequence[Item]],
    told: Sequence[Finding],
    participants: Participants,
    stories: Stories,
) -> list[Finding]:
    """`told` less what the deeds tell otherwise, and the findings over remarks, facts, deeds and measures that it lacks."""
    items = [
        own if own and own[0].group == own[0].order else [] for own in items
    ]  # the first copy speaks for the others
    people = {actor.name for record in records for actor in record.actors if actor.kind == "person"}
    tellings = find_tellings(records, items, participants)
    conducts = find_conduct(tellings, participants)
    lengths = compare_lengths(documents, items, stories)
    positions = compare_positions(records, items, participants, stories)
    held = _ToldFindings(positions)  # who wants what tells more than that two sentences are alike
    kept = _without_marked(_held(told, tellings), lengths)
    kept = [f for f in kept if (f.relation, f.slot) != ("corroborated", "act") or not held.has(f)]
    more = [
        *lengths,
        *positions,
        *compare_wordings(documents, items, people, stories),
        *compare_facts(documents, items, stories, outcome_facts(documents, records, items)),
        *compare_content(tellings),
        *compare_measures(items, tellings, stories),
        *compare_rival_figures(items, stories),
        *compare_blame(records, tellings, participants, conducts),
        *compare_evaluations(items, stories),
        *compare_conduct(conducts),
        *compare_clashes(records, items, tellings, participants, stories),
        *compare_exclusions(tellings, stories),
        *compare_denials(items, tellings, stories),
        *compare_closeness(items, stories),
        *compare_dates(records, items, [published_day(document) for document in documents], stories),
        *compare_endings(records, items, [published_day(document) for document in documents], stories),
        *compare_retellings(items, tellings, stories),
    ]
    new = _new(more, kept)
    exact = _ToldFindings([f for f in new if _told_of_words(f)])
    kept = [f for f in kept if not (_gives_way(f) and not _told_of_words(f) and exact.has(f))]
    return _shown_once(_undisputed([*kept, *new]))


def _without_marked(findings: Sequence[Finding], better: Sequence[Finding]) -> list[Finding]:
    """Findings less those whose deciding words are all told in one of `better`, which knows what they are of."""
    told = [{(p.source, p.start) for p in f.marked} for f in better]
    return [f for f in findings if not f.marked or not any({(p.source, p.start) for p in f.marked} <= t for t in told)]


def _gives_way(finding: Finding) -> bool:
    """True for sentences that are alike as wholes, and for a whole quotation: the words that they have in common tell more."""
    return finding.relation == "corroborated" and finding.slot in {"wording", "act"} and not finding.marked


def _shown_once(findings: Sequence[Finding]) -> list[Finding]:
    """Without whole quotations told alike where the common words of the same speaker in the same documents are told by themselves."""
    exact = [f for f in findings if _told_of_words(f) and f.marked]
    return [f for f in findings if not _told_of_words(f) or f.marked or not any(_covers(e, f) for e in exact)]


def _told_of_words(finding: Finding) -> bool:
    return (finding.relation, finding.slot) == ("corroborated", "wording")


def _covers(exact: Finding, whole: Finding) -> bool:
    same = exact.about.partition(":")[0] == whole.about.partition(":")[0]
    return same and set(whole.passages) <= set(exact.passages)


def _held(findings: Sequence[Finding], tellings: Sequence[Telling]) -> list[Finding]:
    """Findings less agreements on acts whose deeds are told otherwise: done and refused, told and only foreseen, on two days."""
    by_statement: dict[str, list[Telling]] = {}
    by_figure: dict[tuple[str, int], Telling] = {}
    for telling in tellings:
        by_statement.setdefault(telling.item.statement.id, []).append(telling)
        by_figure.update({(f.passage.source, f.passage.start): telling for f in telling.figures})

    def is_told(finding: Finding) -> bool:
        if (finding.relation, finding.slot) == ("corroborated", "act"):
            first, last = (by_statement.get(s, []) for s in (finding.statements[0], finding.statements[-1]))
            return not are_apart(first, last)
        if (finding.relation, finding.slot) == ("corroborated", "figure"):
            deeds = [by_figure.get((p.source, p.start)) for p in finding.marked]
            return not offered_by_two([deed for deed in deeds if deed is not None])
        return finding.relation != "contradicted" or finding.slot in _PLAIN or not ranks_differ(finding.passages)

    return [finding for finding in findings if is_told(finding)]


def _undisputed(findings: Sequence[Finding]) -> list[Finding]:
    """Findings less agreements of sentences as wholes of which a contradiction has two accounts' sentences; one speaker's words stay."""
    disputed = _ToldFindings([f for f in findings if f.relation == "contradicted" and f.slot in _TAKES_BACK])
    return [
        f for f in findings
        if f.relation != "corroborated"
        or f.slot not in {"act", "wording", "meeting"}
        or not (disputed.has(f) or (": " not in f.about and f.slot != "meeting" and disputed.meets(f)))
    ]  # fmt: skip


def _new(more: Iterable[Finding], findings: Sequence[Finding]) -> list[Finding]:
    """Findings of which none of the same relation has the same passages; words in common go before sentences that are alike as wholes."""
    told = {relation: _ToldFindings([f for f in findings if f.relation == relation]) for relation in _ORDER}
    sure = _ToldFindings([f for f in findings if f.relation == "corroborated" and not _gives_way(f)])
    new: list[Finding] = []
    for finding in more:
        known = told[finding.relation]
        has = sure.has(finding) if _told_of_words(finding) else known.has(finding)
        if not has and not (finding.relation == "contradicted" and known.meets(finding)):
            known.add(finding)
            if finding.relation == "corroborated":
                sure.add(finding)
            new.append(finding)
    return new


class _ToldFindings:
    """Which passages stand together in findings."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.groups: list[frozenset[_Spot]] = []
        self.at: dict[_Spot, list[int]] = {}
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        spots = _spots(finding)
        for spot in spots:
            self.at.setdefault(spot, []).append(len(self.groups))
        self.groups.append(spots)

    def meets(self, finding: Finding) -> bool:
        """True where passages of two documents stand together in one of them already."""
        near = [k for spot in _spots(finding) for k in self.at.get(spot, [])]
        return any(len({s for s, _, _ in _spots(finding) & self.groups[k]}) > 1 for k in set(near))

    def has(self, finding: Finding) -> bool:
        """True where all passages of a finding stand in one of them."""
        spots = _spots(finding)
        rarest = min((self.at.get(spot, []) for spot in spots), key=len, default=list[int]())
        return any(spots <= self.groups[k] for k in rarest)


def _spots(finding: Finding) -> frozenset[_Spot]:
    return frozenset((p.source, p.start, p.end) for p in finding.passages)


def _is_copied(finding: Finding, shared: Mapping[tuple[str, str], Overlap]) -> bool:
    """True when every passage of an agreement stands word for word in the first one's document: one report, told again."""
    if finding.slot == "wording":
        return False  # its reason says that it goes back to one speaker
    first, *others = finding.passages
    return all(_copies(shared, first, other) for other in others)


def _copies(shared: Mapping[tuple[str, str], Overlap], one: Passage, two: Passage) -> bool:
    if (one.source, two.source) not in shared:
        one, two = two, one
    overlap = shared.get((one.source, two.source))
    return overlap is not None and any(
        (x := _shared_part(a, one)) > 0 and (y := _shared_part(b, two)) > 0 and max(x, y) >= _COPIED
        for a, b in overlap.passages
    )


def _shared_part(shared: Passage, passage: Passage) -> float:
    """How much of a passage lies in what two documents share; 0 or less for nothing."""
    return (min(shared.end, passage.end) - max(shared.start, passage.start)) / (passage.end - passage.start)


def _not_told(new: Iterable[Finding], findings: list[Finding]) -> list[Finding]:
    """Contradictions of which none of the same slot has the same passages."""
    told: dict[str, _ToldFindings] = {}
    for finding in findings:
        if finding.relation == "contradicted":
            told.setdefault(finding.slot, _ToldFindings([])).add(finding)
    return [f for f in new if f.slot not in told or not told[f.slot].has(f)]


def rank_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Contradictions first, each relation by weight."""
    return tuple(sorted(findings, key=lambda f: (_ORDER.index(f.relation), -f.weight, f.passages)))


def _without(events: list[Finding], findings: list[Finding]) -> list[Finding]:
    """Findings on aligned statements less those that a judge of a single slot has already told."""
    told: dict[str, list[set[str]]] = {}
    for finding in findings:
        if finding.relation in {"contradicted", "corroborated"}:
            statements = set(finding.statements)
            for statement in statements:
                told.setdefault(statement, []).append(statements)
    return [e for e in events if not any(set(e.statements) <= known for known in told.get(e.statements[0], []))]


def _aligned(pairs: list[Pair]) -> set[str]:
    return {item.statement.id for pair in pairs if pair.cosine >= 0.5 for item in (pair.a, pair.b)}


def published_day(document: Document) -> date | None:
    """When a document was published, or None."""
    return date.fromisoformat(document.published.value) if document.published else None

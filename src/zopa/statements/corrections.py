"""What a person adds, corrects or rejects: kept by source, quote and context, applied to whatever was read.

Flow: ``Correction -> its quote is found in the document -> the statement at that place -> changed, added or rejected``. The
machine's statements are recomputed at every reading; a correction always wins. It is never dropped and never applied in a
place that may be the wrong one: a quote that is absent or ambiguous is a Problem that names the nearest passages. Corrections
are applied in order, so that a later one wins over an earlier one, and always to the record as it was read, so that applying
them twice gives the same as once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from zopa.errors import Problem
from zopa.sources.anchors import Quote, core, find_quote, nearest_passages
from zopa.statements.building import Site, build_site, build_statement, place_speaker
from zopa.statements.fields import name_of, set_plain
from zopa.text.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.sources import Document
    from zopa.statements.types import Form, Record, Speaker, Statement
    from zopa.text.vocabulary import Vocabulary

What = Literal["statement", "speaker", "finding", "alignment"]
Do = Literal["add", "change", "reject"]

PROBLEM_CODES = {
    "quote-absent": "the quote of a correction stands nowhere in its source",
    "quote-ambiguous": "the quote of a correction may mean more than one place, or stands where its context does not",
    "correction-ambiguous": "more than one statement or finding at the place of a correction may be meant",
    "correction-without-object": "nothing stands at the place of a correction that it could concern",
    "unknown-source": "a correction names a source that was not read",
}
_CUT = 90  # characters of a passage that a problem shows
_SAME_PLACE = (
    0.8  # share of common characters from which on a statement whose borders have moved is still the one meant
)


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person adds, changes or rejects.

    Attributes:
        what: what it concerns.
        do: add, change or reject; an alignment is joined by add and split by reject.
        source: id of the document.
        exact, prefix, suffix: the words, and those before and after (W3C TextQuoteSelector).
        set: fields with their new values, as written.
        was: `form` and `speaker` as the machine gave them (of a finding: `relation`), to tell apart what shares one place.
        others: the other quotes that a finding or an alignment concerns.
        by: the analyst.
        on: ISO date.
        note: why.
        private: ``yes`` where it is for those who write the record only; other words are a remark for them.
        file, line: where it is written; they make no difference to what it means.
    """

    what: What
    do: Do
    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    set: Mapping[str, str] = field(default_factory=dict[str, str])
    was: Mapping[str, str] = field(default_factory=dict[str, str])
    others: tuple[Quote, ...] = ()
    by: str = ""
    on: str = ""
    note: str = ""
    private: str = ""
    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)

    @property
    def quote(self) -> Quote:
        """Its own quote."""
        return Quote(self.source, self.exact, self.prefix, self.suffix)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All its quotes, its own first."""
        return (self.quote, *self.others)

    @property
    def person(self) -> str:
        """Its author as `found_by` tells it."""
        return f"person:{self.by or 'unnamed'}"


def apply_corrections(
    document: Document, record: Record, corrections: Sequence[Correction], vocabulary: Vocabulary | None = None
) -> tuple[Record, tuple[Problem, ...]]:
    """The record of `document` as corrected, and a problem for each correction that could not be applied.

    Corrections of other sources, of findings and of alignments are passed over; `vocabulary` (the shipped one by default)
    gives names their party. A statement that the reader no longer finds is restored where a person had changed it.
    """
    chosen = [c for c in corrections if c.source == document.id and c.what in {"statement", "speaker"}]
    record = record.as_read or record
    if not chosen:
        return record, ()
    as_read, site = record, build_site(document, vocabulary or default_vocabulary())
    problems: list[Problem] = []
    for correction in chosen:
        record, found = _apply(site, record, correction)
        problems.extend(found)
    return replace(record, as_read=as_read), tuple(problems)


def check_sources(documents: Sequence[Document], corrections: Iterable[Correction]) -> tuple[Problem, ...]:
    """A problem for each correction with a quote of a source that is not among `documents`."""
    ids = {document.id for document in documents}
    return tuple(
        _tell_unknown(documents, correction, quote)
        for correction in corrections
        for quote in correction.quotes
        if quote.source not in ids
    )


def locate(document: Document, correction: Correction, quote: Quote) -> tuple[tuple[int, int] | None, Problem | None]:
    """Where a quote of a correction stands, or the problem."""
    found = find_quote(document.text, quote)
    if found.span is not None:
        return found.span, None
    if found.places:
        places = "; ".join(_show(document, a, b) for a, b in found.places[:3])
        number = len(found.places)
        times = "once, but not between the words given" if number == 1 else f"{number} times"
        message = f"Expected the quote at one place of {document.id!r}, found it {times}: “{_cut(quote.exact)}”."
        cure = f"Not applied. Write prefix and suffix as they stand there: {places}."
        return None, tell(correction, "quote-ambiguous", message, cure)
    near = nearest_passages(document, quote.exact)
    message = f"Expected the quote in {document.id!r}, found it nowhere: “{_cut(quote.exact)}”."
    listed = "; ".join(f"“{_cut(p.text)}” ({p.start}-{p.end})" for p in near)
    cure = (
        f"Not applied. Nearest: {listed}. Copy the words from `zopa text`."
        if near
        else "Not applied. Copy the words from `zopa text`."
    )
    return None, tell(correction, "quote-absent", message, cure)


def tell(correction: Correction, code: str, message: str, cure: str) -> Problem:
    """A problem with a correction, at the line where it is written."""
    if code not in PROBLEM_CODES:
        raise KeyError(code)
    severity = "warning" if code == "unknown-source" else "error"
    return Problem(severity, correction.file, correction.line, code, " ".join(message.split()), " ".join(cure.split()))


def _apply(site: Site, record: Record, correction: Correction) -> tuple[Record, list[Problem]]:
    """One correction."""
    span, problem = locate(site.document, correction, correction.quote)
    if span is None:
        return record, [problem] if problem else []
    span = core(site.document.text, *span)
    meant = _meant(site, record.statements, span, correction)
    if len(meant) > 1:
        return record, [_tell_several(correction, meant)]
    statement = meant[0] if meant else None
    if correction.what == "statement" and correction.do == "reject":
        return (_rejected(record, statement), []) if statement else _nothing(site, record, span, correction)
    values = {"speaker": "none"} if correction.do == "reject" else dict(correction.set)
    if statement is None:
        if correction.do == "reject" or not _can_build(correction):
            return _nothing(site, record, span, correction)
        return _added(record, _build(site, span, correction, values)), []
    return _replaced(record, statement, _changed(site, statement, values, correction.person)), []


def _meant(
    site: Site, statements: Sequence[Statement], span: tuple[int, int], correction: Correction
) -> list[Statement]:
    """The statements that a correction may mean: those at its place, told apart by what they were and what they become."""
    here = [s for s in statements if _extent(site, s) == span]
    if correction.do == "add" and "form" in correction.set:
        here = [s for s in here if s.form == correction.set["form"]]
    if not here:
        moved = [s for s in statements if _overlap(_extent(site, s), span) >= _SAME_PLACE]
        return [s for s in moved if correction.was and _was(s, correction)]
    if len(here) == 1:
        return here
    return next((alike for alike in (
        [s for s in here if s.found_by == correction.person and _has(s, correction.set)],
        [s for s in here if correction.was and _was(s, correction)],
        [s for s in here if s.form == correction.was.get("form")],
    ) if len(alike) == 1), here)  # fmt: skip


def _was(statement: Statement, correction: Correction) -> bool:
    """True where form and speaker are those that the machine gave when the correction was made."""
    form, speaker = correction.was.get("form"), correction.was.get("speaker")
    said_by = statement.speaker.name if statement.speaker else "none"
    return form in {None, statement.form} and speaker in {None, said_by}


def _has(statement: Statement, values: Mapping[str, str]) -> bool:
    """True where the statement has the form and the speaker that a correction gives it."""
    said_by = statement.speaker.name if statement.speaker else "none"
    return values.get("form", statement.form) == statement.form and values.get("speaker", said_by) == said_by


def _extent(site: Site, statement: Statement) -> tuple[int, int]:
    return core(site.document.text, statement.content[0].start, statement.content[-1].end)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]))


def _rejected(record: Record, statement: Statement) -> Record:
    """The record without the statement; fragments that stood in it stand for themselves."""
    kept = [replace(s, within=None) if s.within == statement.id else s for s in record.statements if s is not statement]
    return replace(record, statements=tuple(kept), rejected=(*record.rejected, statement))


def _replaced(record: Record, before: Statement, after: Statement) -> Record:
    """The record with `after` for `before`; fragments inside it follow its speaker."""

    def follow(statement: Statement) -> Statement:
        follows = statement.within == before.id and statement.speaker == before.speaker != after.speaker
        return replace(statement, speaker=after.speaker, found_by=after.found_by) if follows else statement

    return replace(record, statements=tuple(after if s is before else follow(s) for s in record.statements))


def _added(record: Record, statement: Statement) -> Record:
    """The record with one more statement, in document order, its id made unique by suffix."""
    ids = {s.id for s in record.statements} | {s.id for s in record.rejected}
    unique, number = statement.id, 2
    while unique in ids:
        unique, number = f"{statement.id}-{number}", number + 1
    statements = [*record.statements, replace(statement, id=unique)]
    statements.sort(key=lambda s: (s.content[0].start, -s.content[-1].end, s.within is not None))
    return replace(record, statements=tuple(statements))


def _can_build(correction: Correction) -> bool:
    """True where a statement can be made of a correction alone: it is added, or what it was is known."""
    return correction.do == "add" or bool(correction.set.get("form") or correction.was.get("form"))


def _build(site: Site, span: tuple[int, int], correction: Correction, values: Mapping[str, str]) -> Statement:
    """The statement that a person adds, or had changed before the reader ceased to find it."""
    named = values.get("speaker", correction.was.get("speaker", "none"))
    speaker = name_of(named)
    default = "own-voice" if speaker is None else "quotation" if site.is_quoted(*span) else "reported"
    form: Form = values.get("form", correction.was.get("form", default))  # type: ignore[assignment] # checked when it was read
    built = build_statement(site, [span], _speaker(site, speaker, span), form=form, found_by=correction.person)
    return _changed(site, built, values, correction.person)


def _speaker(site: Site, name: str | None, span: tuple[int, int]) -> Speaker | None:
    return place_speaker(site, name, span) if name else None


def _changed(site: Site, statement: Statement, values: Mapping[str, str], person: str) -> Statement:
    """The statement with the fields set, marked with who set them; act and party follow a new speaker where they did before."""
    if values.get("form") != "own-voice" and "speaker" in values:
        statement = _with_speaker(site, statement, name_of(values["speaker"]), values)
    if "speaker-party" in values and statement.speaker:
        party = name_of(values["speaker-party"])
        statement = replace(statement, speaker=replace(statement.speaker, party=party), party=_follow(statement, party))
    return replace(set_plain(statement, values), found_by=person)


def _with_speaker(site: Site, statement: Statement, name: str | None, values: Mapping[str, str]) -> Statement:
    span = (statement.content[0].start, statement.content[-1].end)
    speaker = _speaker(site, name, span)
    if speaker and statement.speaker and speaker.inferred:  # the mention beside the cue stays; whom it means is another
        speaker = replace(speaker, start=statement.speaker.start, end=statement.speaker.end)
    party = _follow(statement, speaker.party if speaker else None)
    form = "reported" if speaker and statement.form == "own-voice" and "form" not in values else statement.form
    return replace(statement, speaker=speaker, form=form, party=party)


def _follow(statement: Statement, party: str | None) -> str | None:
    """Who does the deed: the new speaker's party where it was the old one's and the words name no other."""
    old = statement.speaker.party if statement.speaker else None
    named = any(m.party == statement.party for m in statement.mentions)
    return party if statement.party == old and not (named and old) else statement.party


def _nothing(site: Site, record: Record, span: tuple[int, int], correction: Correction) -> tuple[Record, list[Problem]]:
    """The problem that no statement stands at the place; none for a rejection of what the reader does not find any more."""
    near = [s for s in record.statements if _overlap(_extent(site, s), span) > 0]
    if correction.do == "reject" and not near:
        return record, []
    message = f"Expected a statement of just these words, found none: “{_cut(correction.exact)}”."
    listed = "; ".join(f"“{_cut(s.said)}” ({s.id})" for s in near[:3])
    cure = f"Not applied. Statements there: {listed}." if near else "Not applied. Give it a form, or write `do: add`."
    return record, [tell(correction, "correction-without-object", message, cure)]


def _tell_several(correction: Correction, statements: Sequence[Statement]) -> Problem:
    told = "; ".join(f"{s.form} by {s.speaker.name if s.speaker else 'none'} ({s.id})" for s in statements[:4])
    message = f"Expected one statement at “{_cut(correction.exact)}”, found {len(statements)}."
    return tell(
        correction,
        "correction-ambiguous",
        message,
        f"Not applied. Write `was: {{form, speaker}}` of one of them: {told}.",
    )


def _tell_unknown(documents: Sequence[Document], correction: Correction, quote: Quote) -> Problem:
    elsewhere = [d.id for d in documents if find_quote(d.text, quote).span is not None]
    message = f"Expected a source among those read, got {quote.source!r}."
    if elsewhere:
        return tell(
            correction,
            "unknown-source",
            message,
            f"Not applied. Its words stand in {', '.join(elsewhere)}: write that.",
        )
    known = ", ".join(d.id for d in documents[:8])
    return tell(
        correction, "unknown-source", message, f"Not applied. Read that document too; these were read: {known}."
    )


def _show(document: Document, start: int, end: int) -> str:
    around = document.text[max(0, start - 20) : end + 20]
    return f"“…{_cut(around)}…” ({start}-{end})"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _CUT else f"{words[:_CUT]}…"

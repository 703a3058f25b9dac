"""Days that matter to the talks: what must be done by when, and when those who talk meet next, as each document tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.coming import find_coming, is_only_wished
from zopa.text.datewords import WEEKDAYS
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from zopa.sources import Passage
    from zopa.statements import Record, ReportedMeeting, Statement
    from zopa.statements.deed_types import Deed
    from zopa.text.types import DateRef

_AHEAD = timedelta(days=1200)  # how far ahead talks set dates for themselves: some three years
_MISSED = timedelta(days=60)  # a day "by" which something was due is told of that long after; older ones are history
_JUST = timedelta(days=7)  # a truce or an offer that ended so long ago is told as one that just ended
_WORDS = 14  # of what is due
_NEAR = 4  # words in front of a day among which its round of talks stands
_FIRST = 8  # words of a sentence in which its subject stands


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and what is due by then.

    Attributes:
        what: what is due, in the text's words, or who meets.
        date: the day, the last where the text gives several; None where no day can be worked out.
        passage: the sentence.
        kind: "due", "meeting", or "event" for anything else that is planned for a day ahead.
        told: words for a span longer than a day ("by 2035"), "" where a day is told.
        when: the words that give the day, or None where only the deed tells it.
    """

    what: str
    date: date | None
    passage: Passage
    kind: str
    told: str = ""
    when: Passage | None = None


def find_deadlines(records: Sequence[Record], published: Mapping[str, date | None]) -> tuple[Deadline, ...]:
    """Deadlines and next meetings of all documents, the earliest first, undated ones last; one told twice stands once."""
    found: dict[tuple[str, str], Deadline] = {}
    for record in records:
        day = published.get(record.source)
        for deadline in (*_due(record, day), *_meetings(record, day), *_coming(record, day)):
            key = str(deadline.date or deadline.what)
            if deadline.kind != "event" or not {("due", key), ("meeting", key)} & found.keys():
                found.setdefault((deadline.kind, key), deadline)
    return tuple(sorted(found.values(), key=lambda d: (d.date is None, d.date.toordinal() if d.date else 0, d.passage)))


def _coming(record: Record, published: date | None) -> Iterator[Deadline]:
    for one in find_coming(record, published):
        what = _cut(deed.words if (deed := _deed_at(record, one.when)) else one.statement.passage)
        yield Deadline(what, one.date, one.statement.passage, "due" if one.due else "event", one.told, one.when)


def _due(record: Record, published: date | None) -> Iterator[Deadline]:
    for statement in record.statements:
        if statement.within is not None:
            continue
        for when in statement.dates:
            if _by(statement, when) and _is_ahead(statement, when, published):
                deed = _deed_at(record, when.passage)
                what = _cut(deed.words if deed else statement.passage)
                opener = _opener(statement, when)
                denied = deed is None or deed.negated
                if (opener == "before" and deed is not None and deed.negated) or _is_no_end(
                    statement, when, opener, denied=denied
                ):
                    continue  # "did not feel left out until this week"; "no crane will be automated before 2035" puts nothing off to an end
                long = when.precision in {"year", "season", "month", "unresolved"}
                told = f"{opener} {_span(statement, when)}" if long else ""
                yield Deadline(what, when.to, statement.passage, "due", told, when.passage)
    for deed in record.deeds:
        told = {*deed.nouns, *(m.head for m in deed.matters)} & class_of("deadline_noun")
        day = _day_of_noun(record, deed.passage)
        handed = deed.predicate in class_of("hands_over")  # "issued an ultimatum late Thursday": not the day it ends
        if day is None and not handed:
            day = deed.date.to if deed.date else _day_in(record, deed.words)
        ends = deed.predicate in class_of("runs_out") and not deed.negated and deed.nouns
        ends = ends and bool(day and published and day >= published - _JUST)
        if (told or ends) and deed.sure != "condition" and not (published and day and day < published - _MISSED):
            span = deed.date if deed.date is not None and deed.date.precision != "day" and day == deed.date.to else None
            told = span.passage.text if span is not None else ""
            yield Deadline(_cut(deed.words), day, deed.passage, "due", told, span.passage if span is not None else None)


def _is_no_end(statement: Statement, when: DateRef, opener: str, *, denied: bool) -> bool:
    """True for what had not happened by a day, for "until last week", and for what was only hoped for by a day."""
    told = statement.passage.text[: max(0, when.passage.start - statement.passage.start)]
    words = {word.lower() for word in re.findall(r"[\w'’]+", re.split(r"[,;:]", told)[-1])}
    ahead = words & (words_of("modal_future") | words_of("modal_must"))
    bases = {base for word in words for base in lemma(word)}
    if bases & words_of("inquires") and words & words_of("question"):
        return True  # "asked if a deal could be done within the week"
    if not bases & class_of("deadline_noun") and any(_ends_at(other, when, opener) for other in statement.dates):
        return True  # "dating back to 2012 until May 2017"
    past_form = denied and words & class_of("was_so") and not words & words_of("condition")
    if bool(words & words_of("negation")) and not ahead and (opener == "until" or past_form):
        return True  # "did not feel left out until this week", "no deal was announced by Monday"
    if opener == "until" and bases & class_of("lasts") and not bases & (words_of("pact") | words_of("talks")):
        return True  # "the reserves would last until December"
    past = {word.lower() for word in when.passage.text.split()} & class_of("came_before")
    return bool(past) or bool(
        words & class_of("hope_noun")
    )  # "had raised hope of an agreement by the end of this week"


def _ends_at(start: DateRef, end: DateRef, opener: str) -> bool:
    """True where one date leads "until" another: the end of a stretch of time, not of a time to answer."""
    between = end.passage.start - start.passage.end
    return opener == "until" and 0 < between <= len(opener) + _BLANKS


_BLANKS = 2  # around the word between two dates


def _span(statement: Statement, when: DateRef) -> str:
    """The words of a span longer than a day; the year or month itself where they lean on another day ("this year")."""
    text = when.passage.text
    before = statement.passage.text[: max(0, when.passage.start - statement.passage.start)].rstrip().lower()
    if before.endswith(" the end of") and when.to is not None and when.precision == "month":
        return f"the end of {when.to:%B %Y}"
    if when.to is None or any(c.isdigit() for c in text) or when.precision not in {"year", "month"}:
        return text
    return f"the end of {when.to.year}" if when.precision == "year" else f"{when.to:%B %Y}"


def _by(statement: Statement, when: DateRef) -> bool:
    """True for a day behind "by", "before", "until"."""
    return _opener(statement, when) in class_of("by_day")


def _is_ahead(statement: Statement, when: DateRef, published: date | None) -> bool:
    """False for history, for "until today", and for a year that names something ("the 1966 treaty"); a day just missed is told as one."""
    words = _words_before(statement, when)
    if when.precision == "year" and words[-1:] and words[-1] in words_of("tag_det"):
        return False
    if published is not None and when.to is not None and when.to > published + _AHEAD:
        return False  # "to halve emissions by 2050" is a term of a pact, and no date of these talks
    if published is None or when.to is None or when.to > published:
        return when.to is not None or when.precision == "unresolved"
    if (
        when.to == published
        and when.passage.text.lower() != "today"
        and _opener(statement, when) in class_of("by_day") - {"before"}
    ):
        return True  # "by Monday morning", told on Monday
    if any(when.passage.text.lower().endswith(day) for day in WEEKDAYS):
        return False  # "before the Monday deadline" is of a Monday to come, and which one was not read
    bases = {base for word in re.findall(r"[\w']+", statement.passage.text.lower()) for base in lemma(word)}
    missed = bases & (class_of("deadline_noun") | words_of("modal_must") | words_of("overdue"))
    low = f" {' '.join(statement.passage.text.lower().split())} "
    missed = missed or {word for word in words_of("overdue") if " " in word and f" {word} " in low}
    return bool(missed) and when.to >= published - _MISSED


def _opener(statement: Statement, when: DateRef) -> str:
    """The word in front of a day, in lower case; "" at the beginning."""
    words = _words_before(statement, when)
    while words and words[-1] in class_of("part_of_time"):
        words.pop()
    if " ".join(words[-3:]) in class_of("by_day"):
        return " ".join(words[-3:])  # "no later than"
    return words[-1] if words else ""


def _words_before(statement: Statement, when: DateRef) -> list[str]:
    before = statement.passage.text[: max(0, when.passage.start - statement.passage.start)].split()
    return [word.lower() for word in before[-5:]]


def _deed_at(record: Record, place: Passage) -> Deed | None:
    """The innermost deed whose clause holds a place."""
    inside = [d for d in record.deeds if d.words.start <= place.start < d.words.end]
    return min(inside, key=lambda d: d.words.end - d.words.start, default=None)


def _meetings(record: Record, published: date | None) -> Iterator[Deadline]:
    for meeting in record.meetings:
        day = meeting.date.to if meeting.date else None
        if meeting.status == "planned" and published and meeting.date and day and day > published:
            when = meeting.date.passage
            told = "" if meeting.date.precision == "day" else when.text
            yield Deadline(_who(meeting), day, meeting.passage, "meeting", told, when)
    for statement in record.statements:
        for when in statement.dates if statement.within is None else ():
            ahead = published and when.precision == "day" and when.to and when.to > published
            ahead = ahead and not _is_that_day(statement, when, published) and not _is_called_off(statement, when)
            # "Whether he will attend the summit on 27 March" leaves the summit as it is.
            near = _words_before(statement, when)[-_NEAR:]
            arranged = {base for word in near for base in lemma(word)} & class_of(
                "is_set"
            )  # "is planned for 3 December"
            certain = bool(set(near) & words_of("definite") or arranged)
            certain = certain or not is_only_wished(record, statement, when.passage)
            if ahead and certain and _next_round(statement, when):
                yield Deadline(_cut(statement.passage), when.to, statement.passage, "meeting", "", when.passage)
    for deed in record.deeds:
        on = _of_talks(deed) or deed.predicate in class_of("go_on_talks")
        span = deed.date if deed.date is not None and deed.date.precision != "day" else None
        begun = span is not None and span.from_ is not None and published is not None and span.from_ <= published
        on = on and not (begun and deed.sure == "told")  # "the talks, held this week, brought them together"
        day = deed.date.to if deed.date else _day_in(record, deed.words)
        if on and not deed.negated and deed.predicate in class_of("go_on") and day and published and day > published:
            told = span.passage.text if span else ""
            yield Deadline(_cut(deed.words), day, deed.passage, "meeting", told, span.passage if span else None)


def _is_that_day(statement: Statement, when: DateRef, published: date | None) -> bool:
    """True for a bare weekday, a week after its account, of plans that are past ("told them that he would return on Thursday")."""
    if (
        published is None
        or when.to is None
        or (when.to - published).days != _WEEK
        or when.passage.text.lower() not in WEEKDAYS
    ):
        return False
    before = statement.passage.text[: max(0, when.passage.start - statement.passage.start)].lower().split()
    return bool(set(before) & words_of("modal_conditional"))


_WEEK = 7  # days


def _is_called_off(statement: Statement, when: DateRef) -> bool:
    """True for a day behind which its clause goes on with "not": "the round planned for 20 March will not be held"."""
    behind = statement.passage.text[max(0, when.passage.end - statement.passage.start) :]
    words = re.split(r"[,;:.]", behind)[0].lower().split()
    return bool(set(words) & words_of("negation"))


def _next_round(statement: Statement, when: DateRef) -> bool:
    """True for a day right behind a round of talks or a verb of meeting ("a new meeting on 11 March", "are to begin on 4 August")."""
    words = _words_before(statement, when)
    if not words or words[-1] not in class_of("on_day"):
        return False
    bases = {base for word in words[-_NEAR:] for base in lemma(word)}
    if bases & (words_of("encounter") | words_of("talks") | words_of("meet_alone") | words_of("goes_on")):
        return True
    talks = {base for word in statement.passage.text.split()[:_FIRST] for base in lemma(word.lower())} & words_of(
        "talks"
    )
    return bool(talks and bases & class_of("is_set"))


def _day_in(record: Record, place: Passage) -> date | None:
    """The only date told inside a clause, where it is a day."""
    told = {
        (d.to, d.precision) for s in record.statements for d in s.dates if place.start <= d.passage.start < place.end
    }
    day, precision = next(iter(told)) if len(told) == 1 else (None, "")
    return day if precision == "day" else None


def _day_of_noun(record: Record, place: Passage) -> date | None:
    """The day that describes a deadline itself ("the April 26 deadline that they set on April 5"), None where none does."""
    for statement in record.statements:
        for when in statement.dates:
            if not (place.start <= when.passage.start < place.end) or when.precision != "day":
                continue
            behind = place.text[when.passage.end - place.start :].lower().split()[:1]
            if {base for word in behind for base in lemma(word.strip(",.;"))} & class_of("deadline_noun"):
                return when.to
    return None


def _of_talks(deed: Deed) -> bool:
    return bool({*deed.nouns, *(m.head for m in deed.matters)} & words_of("talks"))


def _who(meeting: ReportedMeeting) -> str:
    who = " and ".join(meeting.participants) or "they"
    return f"{who} meet{f' in {meeting.place}' if meeting.place else ''}"


def _cut(passage: Passage) -> str:
    words = re.split(r"[“”\"]", passage.text.strip(" ,;:.“”\"'"))[0].rstrip(" ,;").split()
    words = words[1:] if words[:1] in (["that"], ["after"], ["and"], ["but"]) else words
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

"""The chain over the process: a case or documents -> meetings, channels, gates, calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.values import last_day
from zopa.exchange.ical import CalendarEvent
from zopa.run.documents import build_material, compare_all, made
from zopa.run.talks import Talks, page
from zopa.views.charts.timeline import draft_days
from zopa.views.letters import assign_letters
from zopa.views.pages import build_page
from zopa.views.process_page import build_process_sections
from zopa.views.timeline import ProcessView, process_of_case, process_of_documents
from zopa.views.unread import unread_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.run.documents import Accounts
    from zopa.views import Brief, Material
    from zopa.views.types import Section


def process(source: Talks | Accounts) -> ProcessView:
    """The process of a case, or of documents alone."""
    return (
        process_of_case(source.case, source.evidence, source.quoted_parties, unread_words(source.documents))
        if isinstance(source, Talks)
        else process_of_documents(material_of(source))
    )


def process_page(source: Talks | Accounts) -> Brief:
    """The process as a page."""
    letters = assign_letters(source.documents)
    drafts = draft_days(source.case) if isinstance(source, Talks) else []
    return build_page_of(source, "Process", build_process_sections(process(source), letters, drafts))


def process_events(found: ProcessView) -> list[CalendarEvent]:
    """Meetings and what is due, as entries of a calendar; those without a date are left out."""
    meetings = [
        CalendarEvent(m.date, " – ".join(part for part in (f"{', '.join(m.participants)}", m.place) if part), m.status,
              "\n".join(p.text for p in m.passages), m.place)
        for m in found.meetings
        if m.date
    ]  # fmt: skip
    due = [CalendarEvent(c.date, c.what, c.status, "\n".join(p.text for p in c.passages)) for c in found.calendar]
    return [*meetings, *due]


def told_on(source: Talks | Accounts) -> str:
    """The day as of which a source tells things: asked for, written in the case, or that of its latest document; the same every day."""
    as_of = source.as_of
    case = getattr(source, "case", None)
    told = str(as_of) if as_of else case.as_of if case is not None else ""
    days = [told] if told else sorted(d.published.value for d in source.documents if d.published)
    try:
        return last_day(days[-1]) if days else _NO_DAY
    except ValueError:
        return _NO_DAY


_NO_DAY = "1970-01-01"  # a calendar has to name a day


def material_of(accounts: Accounts) -> Material:
    """What pages of documents are made from."""
    return build_material(accounts, compare_all(accounts))


def build_page_of(source: Talks | Accounts, what: str, sections: Sequence[Section]) -> Brief:
    """A page of a case or of documents, headed by what it tells of."""
    if isinstance(source, Talks):
        return page(source, what, sections)
    return build_page(what, sections, source.documents, problems=source.problems, made=made(source))

"""The screens of analysis: each is one small function from a case to the data of a page, which one template shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.errors import InputError, Problem
from zopa.run import case_brief, changes, deals, documents, kept, pace, plans, process, stability, whatif
from zopa.run import talks as run
from zopa.views.ledger import build_ledger_section
from zopa.views.types import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zopa.run.talks import Talks
    from zopa.views import Brief

PROBLEM_CODES = {"no-day": "a screen was asked for a day that is none"}

_NOTHING = Section("none", "")


@dataclass(frozen=True, slots=True)
class Control:
    """A choice above a screen: its name in the address, its label, (value, words) to choose from (none: a date), the default."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    default: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen.

    Attributes:
        key: its name in the address.
        title: as the navigation shows it.
        note: one sentence under the title.
        build: the page, for the values of its controls.
        empty: what to do where there is nothing to show yet.
        controls: what may be chosen.
        slow: whether it may take more than a moment, so that the page comes first and this part after it.
    """

    key: str
    title: str
    note: str
    build: Callable[[Talks, Mapping[str, str]], Brief]
    empty: str
    controls: Callable[[Talks], tuple[Control, ...]] = lambda _: ()
    slow: bool = False


def chosen(screen: Screen, talks: Talks, query: Mapping[str, str]) -> dict[str, str]:
    """The values of a screen's controls: as asked for where that is a choice, else the default."""
    values: dict[str, str] = {}
    for control in screen.controls(talks):
        value = query.get(control.name, control.default)
        known = {option for option, _ in control.options}
        values[control.name] = value if value in known or not known else control.default
    return values


def is_bare(talks: Talks) -> bool:
    """Whether a case has nothing in it yet, so that every screen says how to begin."""
    case = talks.case
    return not (talks.documents or case.parties or case.issues or case.drafts or case.moves.movers)


def is_empty(page: Brief) -> bool:
    """Whether a page has nothing to show."""
    sections = (*page.first_page.sections, *page.parts)
    return not page.findings and not any(section.filled for section in sections)


def _compare(talks: Talks, _: Mapping[str, str]) -> Brief:
    """All findings, without the rest of a brief."""
    title = "What the accounts agree on and dispute"
    made = documents.brief(talks.accounts, title=title, comparison=talks.comparison)
    page = replace(made.first_page, sections=(), standfirst=())
    return replace(made, first_page=page, speakers=(), figures=_NOTHING, timeline=_NOTHING, process=_NOTHING)


def _changes(talks: Talks, values: Mapping[str, str]) -> Brief:
    try:
        since = date.fromisoformat(values["since"]).isoformat()
    except ValueError as error:
        message = f"Expected a day such as 2025-12-04, got {values['since'][:40]!r}."
        raise InputError((Problem("error", "", None, "no-day", message, "Choose a day above."),)) from error
    return changes.changes_page(talks, changes.changes(talks, since))


def _redline(talks: Talks, values: Mapping[str, str]) -> Brief:
    if not values.get("a") or not values.get("b"):
        return run.page(talks, "Redline", [])
    return plans.redline_page(plans.redline_drafts(talks, values["a"], values["b"]))


def _deadlock(talks: Talks, _: Mapping[str, str]) -> Brief:
    return deals.deadlock_page(talks, deals.deadlock(talks))


def _deals(talks: Talks, _: Mapping[str, str]) -> Brief:
    return deals.deals_page(talks, deals.deals(talks))


def _stability(talks: Talks, values: Mapping[str, str]) -> Brief:
    return stability.stability_page(stability.stability_of(talks, values["reading"]))


def _pace(talks: Talks, _: Mapping[str, str]) -> Brief:
    return pace.pace_page(talks, pace.pace(talks))


def _whatif(talks: Talks, values: Mapping[str, str]) -> Brief:
    """The page, and what it says is worth knowing kept for the first page."""
    made = whatif.whatif(talks, whatif.EnsembleSettings(int(values["draws"])))
    kept.keep(talks, made)
    return whatif.whatif_page(talks, made)


def _draws(_: Talks) -> tuple[Control, ...]:
    return (Control("draws", "Draws", tuple((count, f"{int(count):,}") for count in ("100", "500", "2000")), "500"),)


def _assumptions(talks: Talks, _: Mapping[str, str]) -> Brief:
    return run.page(talks, "What the case assumes", [build_ledger_section(talks.case, talks.ledger)])


def _since(talks: Talks) -> tuple[Control, ...]:
    day = talks.as_of or talks.case.as_of
    start = date.fromisoformat(day) if len(day) == 10 else date.today()
    return (Control("since", "Since", (), (start - timedelta(days=case_brief.PERIOD_DAYS)).isoformat()),)


def _drafts(talks: Talks) -> tuple[Control, ...]:
    written = tuple((name, draft.name or name) for name, draft in talks.case.drafts.items() if draft.text)
    if len(written) < 2:
        return ()
    return (Control("a", "From", written, written[0][0]), Control("b", "To", written, written[1][0]))


def _readings(talks: Talks) -> tuple[Control, ...]:
    told = tuple((r, run.reading_title(talks.case, r)) for r in talks.readings)
    return (
        (Control("reading", "Reading", told, "base"),)
        if len(told) > 1
        else (Control("reading", "Reading", told[:1], "base"),)
    )


_ADD = "Add documents: drag them into this window, or choose them under Documents."
SCREENS: dict[str, Screen] = {
    screen.key: screen
    for screen in (
        Screen("compare", "Compare", "What the documents agree on, dispute, and what only one of them says.", _compare, _ADD, slow=True),
        Screen("process", "Process", "Who meets whom, in what order, through which channel; what is due; who is not heard.",
               lambda talks, _: process.process_page(talks),
               "Write meetings and gates under `process:` in the case file, or code passages that tell of them."),
        Screen("changes", "Changes", "What is new, hardened, softened, denied, dropped or gone silent.", _changes,
               "Nothing changed since that day. Choose an earlier one, or add later documents.", _since, slow=True),
        Screen("redline", "Redline", "Two drafts point by point.", _redline,
               "Write at least two drafts under `drafts:` in the case file, each with `text:`, the file of its numbered points.", _drafts),
        Screen("deals", "Deals", "Which deals remain possible, under each reading.", _deals,
               "Give the issues options, say who prefers what, and confirm it.", slow=True),
        Screen("deadlock", "Deadlock", "What blocks a deal, and what each way out asks of whom.", _deadlock,
               "Give the issues options, say who prefers what, and confirm it.", slow=True),
        Screen("stability", "Stability", "Who could walk away, what they would gain, what deters them.", _stability,
               "Write who can do what under `moves:` in the case file.", _readings, slow=True),
        Screen("pace", "Pace", "Who says that time helps whom, and what follows if they are right.", _pace,
               "Give the issues options, say who prefers what, and confirm it.", slow=True),
        Screen("whatif", "What if", "Which answers hold whatever is vague, and what to find out next.", _whatif,
               "Give the issues options, say who prefers what, and confirm it.", _draws, slow=True),
        Screen("assumptions", "Assumptions", "Every value that rests on a judgement, a default or nothing.", _assumptions,
               "Every value rests on evidence, or there is none yet: write positions in the case file."),
        Screen("brief", "Brief", "Everything in one page, as the mailed file holds it.", lambda talks, _: case_brief.case_brief(talks),
               _ADD, slow=True),
    )
}  # fmt: skip

"""Statements: found by words and filters, and corrected where the reader was wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.errors import UsageError
from zopa.run.documents import correct
from zopa.run.searching import FILTERS, find_statements
from zopa.views.letters import assign_letters
from zopa.web.workbench import page_number

if TYPE_CHECKING:
    from starlette.responses import Response

    from zopa.run.talks import Talks
    from zopa.web.workbench import Call

PAGE = 60
"""Statements on one page."""


def listing(call: Call) -> Response:
    """Statements that the filters let through; only the rows where only they are asked for."""
    talks = call.bench.watch.talks()
    wanted = {name: call.query.get(name, "") for name in FILTERS}
    words = call.query.get("q", "")[:200]
    found = find_statements(talks, words, wanted, call.bench.cache)
    last = max(0, (len(found.statements) - 1) // PAGE)
    number = min(last, page_number(call))
    values: dict[str, Any] = {
        "talks": talks, "rows": found.statements[number * PAGE : (number + 1) * PAGE], "count": len(found.statements),
        "total": sum(len(r.statements) for r in talks.records.values()), "choices": found.choices, "wanted": wanted, "words": words,
        "number": number, "last": last, "letters": assign_letters(talks.documents), "record": _record_hash(talks),
        "names": {d.id: d.title.value if d.title else d.id for d in talks.documents},
        "issue_names": {i: talks.case.issue_name(i) for i in talks.case.issues},
    }  # fmt: skip
    return call.part("statement_rows.html.j2", **values) if call.partial else call.page("statements.html.j2", **values)


def change(call: Call) -> Response:
    """Correct or reject one statement in ``record.yaml``; where the corrections changed meanwhile, both are shown with the choice."""
    talks = call.bench.watch.talks()
    name = call.form.get("id", "")
    fields = {key: call.form.get(key, "").strip() for key in ("speaker", "party", "act", "issues")}
    statement = next((s for record in talks.records.values() for s in record.statements if s.id == name), None)
    if call.form.get("record") != _record_hash(talks):
        return call.page(
            "correction_conflict.html.j2", 409, talks=talks, id=name, statement=statement, fields=fields,
            record=_record_hash(talks), reject=call.form.get("do") == "reject",
        )  # fmt: skip
    if statement is None:
        raise UsageError("Expected a statement of the case; it may have been rejected meanwhile.")
    if call.form.get("do") == "reject":
        edit = f"{name} reject"
    else:
        was = {
            "speaker": statement.speaker.name if statement.speaker else "", "party": statement.party or "", "act": statement.act,
            "issues": ", ".join(statement.issues),
        }  # fmt: skip
        told = [f"{key}={value or 'none'}" for key, value in fields.items() if value != was[key]]
        if not told:
            return call.back(call.form.get("back", "/statements"), "Nothing was changed.")
        edit = f"{name} {' '.join(told)}"
    after = correct(talks.accounts, [edit], by=call.bench.by(talks), on=date.today().isoformat())[0]
    if talks.accounts.corrections and after.corrections:
        call.bench.history.noted_record(edit, talks.accounts.corrections, after.corrections)
    return call.back(_inside(call.form.get("back", "")), f"Written to record.yaml: {edit}.")


def _inside(address: str) -> str:
    """An address on the statements page, and no other."""
    return address if address.startswith("/statements") else "/statements"


def _record_hash(talks: Talks) -> str:
    return talks.accounts.corrections.sha256 if talks.accounts.corrections else ""

"""Documents: the list, adding some, and one with its passages, where a selection becomes evidence."""

from __future__ import annotations

import re
import tempfile
from bisect import bisect_left
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from zopa.errors import InputError, Problem, UsageError
from zopa.report.hidden import visible_slices
from zopa.report.naming import document_byline, document_language, document_name
from zopa.report.text import render_text
from zopa.run.editing import KINDS, STANCES, Coding, code_passage, drop_evidence, evidence_of
from zopa.run.talks import add_documents
from zopa.views.letters import assign_letters
from zopa.web.patience import asking_again
from zopa.web.workbench import whole_number

if TYPE_CHECKING:
    from starlette.responses import Response

    from zopa.run.talks import Talks
    from zopa.sources import Document
    from zopa.web.workbench import Call

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_OPENING = re.compile(r'<span class="p"(?P<id>[^>]*) data-p="(?P<span>\d+-\d+)">')
_LONGEST_NAME, _LONGEST_ENDING = 160, 12  # bytes, well below what a file system takes
_CONTEXT = 700
"""Characters shown on either side of a passage beside a page."""


def listing(call: Call) -> Response:
    """All documents of the case, and how to add more; the count of statements is blank for those that are still to be read."""
    done, count = call.bench.watch.reading()
    talks = call.bench.watch.talks()
    letters = assign_letters(talks.documents)
    known = talks.records if done == count else talks.records.known
    rows = [
        {
            "letter": letters[d.id], "document": d, "name": document_name(d), "byline": document_byline(d),
            "statements": len(known[d.id].statements) if d.id in known else None, "evidence": len(evidence_of(talks, d.id)),
        }
        for d in talks.documents
    ]  # fmt: skip
    page = call.page("documents.html.j2", talks=talks, rows=rows, done=done, count=count)
    return page if done == count else asking_again(page)


def add(call: Call) -> Response:
    """Copy uploaded files into the case."""
    given: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, upload in enumerate(call.uploads):
            name = _file_name(upload.filename or "")
            if not name:
                continue
            place = Path(folder, str(number), name)
            place.parent.mkdir()
            place.write_bytes(upload.file.read())
            given.append(place)
        if not given:
            raise UsageError("Expected at least one file, got none.")
        added, problems = add_documents(call.bench.home, given, today=date.today().isoformat())
    told = [f"{Path(item.given).name}: {'there already' if item.already else 'added'} as {item.id}" for item in added]
    told += [f"{Path(p.file).name}: {p.message} {p.cure}" for p in problems if p.severity == "error"]
    return call.back("/documents", "; ".join(told) + ".")


def _file_name(given: str) -> str:
    """The name of an uploaded file without its folders, its ending kept where it has to be cut; "" for none.

    Raises:
        UsageError: it is no name of a file.
    """
    name = "".join(c for c in given.replace("\\", "/").rpartition("/")[2] if c.isprintable()).strip()
    if name and not name.strip("."):
        raise UsageError(f"Expected the name of a file, got {name!r}.")
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    room = _LONGEST_NAME - len(ending.encode()) - 1
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + dot + ending


def show(call: Call) -> Response:
    """One document: its text with statements and evidence marked, and the form that codes a selection."""
    talks = call.bench.watch.talks()
    document = _document(call, talks)
    if document is None:
        advice = "It may have been taken out of the case. Look at the list of documents."
        return call.page("message.html.j2", 404, talks=talks, title="No such document", problems=(), advice=advice)
    return call.page("document.html.j2", talks=talks, **_shown(call, talks, document, _asked(call, document)))


def passage(call: Call) -> Response:
    """A passage with what stands around it, to be shown beside a page."""
    talks = call.bench.watch.talks()
    document = _document(call, talks)
    span = _asked(call, document) if document else None
    if document is None or span is None:
        return call.part("passage.html.j2", 404, document=None)
    start, end = max(0, span[0] - _CONTEXT), min(len(document.text), span[1] + _CONTEXT)
    cuts = [start, span[0], span[1], end]
    before, words, after = visible_slices(document.text, cuts)
    return call.part(
        "passage.html.j2", document=document, letter=assign_letters(talks.documents)[document.id], name=document_name(document),
        byline=document_byline(document), language=document_language(document), before=before, words=words, after=after,
        cut_before=start > 0, cut_after=end < len(document.text), span=span,
    )  # fmt: skip


def code(call: Call) -> Response:
    """Add the selected passage as evidence; the document comes back with it marked, or the conflict with the choice."""
    talks = call.bench.watch.sound()
    document = _document(call, talks)
    if document is None or call.form.get("sha256") != document.sha256:
        message = (
            "The document was changed or taken out since this page was shown, so the selection may be another one now."
        )
        raise InputError(
            (Problem("error", "", None, "case-changed", message, "Load the page again and select once more."),)
        )
    coding = _coding(call, document)
    try:
        done = _coded(call, coding)
    except InputError as error:
        if any(problem.code == "stance-changed" for problem in error.problems):
            position = talks.case.position(coding.party, coding.issue)
            stance = position.stance if position else ""
            return call.part("stance_conflict.html.j2", 409, document=document, coding=coding, now=stance)
        raise
    call.bench.choices.note(
        {
            "party": coding.party,
            "issue": coding.issue,
            "kind": coding.kind,
            "stance": coding.stance,
            "said_by": coding.said_by,
        }
    )
    if not call.partial:
        return call.back(f"/documents/{document.id}", done)
    talks = call.bench.watch.talks()
    fresh = _document(call, talks) or document
    return call.part(
        "document_body.html.j2", talks=talks, said=done, **_shown(call, talks, fresh, (coding.start, coding.end))
    )


def drop(call: Call) -> Response:
    """Take one piece of evidence out again."""
    talks = call.bench.watch.sound()
    before = talks.folder.text
    done = drop_evidence(talks, parse_path(call.form.get("path", "")))
    call.bench.history.noted(done, before)
    source = call.form.get("source", "")
    known = any(d.id == source for d in talks.documents)
    return call.back(f"/documents/{source}" if known else "/documents", done.what)


def parse_path(text: str) -> tuple[str | int, ...]:
    """A path of the case as a form holds it: parts on lines, which a browser ends with CR LF; numbers as numbers."""
    parts = [part for part in text.replace("\r\n", "\n").split("\n") if part]
    return tuple(part if (number := whole_number(part)) is None else number for part in parts)


def true_offsets(text: str, *places: int) -> tuple[int, ...]:
    """Places in the shown text, counted as a browser counts (UTF-16), as code points of the text as read."""
    widths = [len(shown.encode("utf-16-le")) // 2 for shown in visible_slices(text, range(len(text) + 1))]
    ends = [0, *accumulate(widths)]
    return tuple(min(len(text), bisect_left(ends, place)) for place in places)


def _coded(call: Call, coding: Coding) -> str:
    """Code, once more where somebody wrote the case file in just that moment: adding loses nothing."""
    for last in (False, True):
        talks = call.bench.watch.talks()
        try:
            done = code_passage(talks, coding)
        except InputError as error:
            if last or all(problem.code != "case-changed" for problem in error.problems):
                raise
            continue
        call.bench.history.noted(done, talks.folder.text)
        return done.what
    raise AssertionError("one of the two tries returns or raises")


def _coding(call: Call, document: Document) -> Coding:
    form = call.form
    first, last, begin, finish = (whole_number(form.get(name, "")) for name in ("start", "end", "from", "to"))
    if first is not None and last is not None:
        start, end = first, last
    elif begin is not None and finish is not None:
        start, end = true_offsets(document.text, begin, finish)
    else:
        raise UsageError(
            "Expected a selected passage, got none. Select words in the text, or press n for the next statement."
        )
    party, issue = form.get("party", ""), form.get("issue", "")
    return Coding(
        document.id, start, end, party, issue, kind=form.get("kind", "position"), stance=form.get("stance", ""),
        was=form.get("was", ""), said_by=form.get("said_by", ""),
    )  # fmt: skip


def _shown(call: Call, talks: Talks, document: Document, at: tuple[int, int] | None) -> dict[str, Any]:
    """Everything the page of a document shows."""
    evidence = evidence_of(talks, document.id)
    statements = talks.records[document.id].statements
    said = {(s.content[0].start, s.content[-1].end) for s in statements}
    coded = {f"{a}-{b}" for _, (a, b) in evidence}
    spans = {*(span for _, span in evidence), *said, *([at] if at else [])}
    order = call.bench.choices.order
    case = talks.case
    stances = {
        f"{p} {i}": position.stance
        for p, row in case.positions.items()
        for i, position in row.items()
        if position.stance
    }
    return {
        "document": document, "letter": assign_letters(talks.documents)[document.id], "name": document_name(document),
        "byline": document_byline(document), "language": document_language(document), "at": at,
        "text": _marked(render_text(document, spans), coded), "statements": statements,
        "evidence": [
            {"path": "\n".join(map(str, path)), "place": _place(talks, path), "passage": document.passage(*span)} for path, span in evidence
        ],
        "parties": [(p, case.party_name(p)) for p in order("party", tuple(case.parties))],
        "issues": [(i, case.issue_name(i)) for i in order("issue", tuple(case.issues))],
        "kinds": order("kind", KINDS), "stances": order("stance", STANCES), "stances_now": stances,
        "people": sorted({n for party in case.parties.values() for n in party.people} | set(call.bench.choices.read().get("said_by", []))),
    }  # fmt: skip


def _marked(text: Markup, coded: set[str]) -> Markup:
    """The text with the passages that are evidence told apart; its own words are escaped, so they hold no such tag."""

    def tag(match: re.Match[str]) -> str:
        kind = "p coded" if match["span"] in coded else "p"
        return f'<span class="{kind}"{match["id"]} data-p="{match["span"]}">'

    return Markup(_OPENING.sub(tag, text))  # noqa: S704 - only the class of our own tags has changed


def _place(talks: Talks, path: tuple[str | int, ...]) -> str:
    """Where a piece of evidence belongs, in words."""
    case, parts = talks.case, [str(part) for part in path]
    if parts[0] == "positions":
        return f"{case.party_name(parts[1])} on {case.issue_name(parts[2])}"
    if parts[0] == "parties":
        return f"{case.party_name(parts[1])}: {parts[2]}"
    if parts[0] == "moves":
        return f"what {case.party_name(parts[1])} prefers in the graph model"
    if parts[0] == "process":
        return f"the process: {parts[1]}, entry {int(parts[2]) + 1}"
    return f"{parts[0]}: {parts[1]}"


def _document(call: Call, talks: Talks) -> Document | None:
    name = call.request.path_params["name"]
    return next((d for d in talks.documents if d.id == name), None)


def _asked(call: Call, document: Document) -> tuple[int, int] | None:
    """The passage that the address names, None where it names none that the document has."""
    match = _AT.fullmatch(call.query.get("at", ""))
    if not match:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= len(document.text) else None

"""Parties, people and issues as found: each with the passages that show it, to be merged, split, renamed and rejected by a person."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from zopa.errors import UsageError
from zopa.report.hidden import one_line
from zopa.run.participants import case_talks, drop_said, edit_found, edit_words, list_said, make_edit
from zopa.run.watching import SOON
from zopa.views.found import list_found
from zopa.views.letters import assign_letters
from zopa.web.workbench import whole_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from starlette.responses import Response

    from zopa.run.talks import Talks
    from zopa.sources import Passage
    from zopa.views.found import FoundName
    from zopa.web.workbench import Call

HOME = "/parties"
SHOWN = 100
"""Parties, and issues, on the page; the search finds the others."""
PASSAGES = 30
"""Passages shown of each."""
_SHORT, _LONGEST, _AROUND = 40, 300, 90
"""Characters of a passage: below which what stands around it is shown, how many at most, and how many around it."""
_PARAGRAPH = "\n\n"
_KEY = ("found",)


def listing(call: Call) -> Response:
    """What was found; only the rows where only they are asked for, and later where finding it takes more than a moment."""
    talks = call.bench.watch.talks()
    words = call.query.get("q", "")[:200].strip()
    frame: dict[str, Any] = {"talks": talks, "words": words, "asked": urlencode({"q": words}) if words else ""}
    large = sum(len(document.text) for document in talks.documents) > SOON
    if large and not call.partial and not call.bench.watch.has(_KEY):
        return call.page("participants.html.j2", later=True, **frame)
    found = call.bench.watch.once(_KEY, case_talks)
    listed = list_found(found)
    kept = [item for item in listed if _holds(item, words)]
    values: dict[str, Any] = frame | {
        "groups": [_group(kept, listed, "party"), _group(kept, listed, "issue")], "said": list_said(talks),
        "problems": (*talks.corrections[1], *found.problems), "record": record_hash(talks), "anchor": anchor,
        "letters": assign_letters(talks.documents), "most": PASSAGES, "by": call.bench.by(talks), "quoted": _quoter(talks),
    }  # fmt: skip
    if call.partial:
        return call.part("participant_rows.html.j2", **values)
    return call.page("participants.html.j2", later=False, **values)


def change(call: Call) -> Response:
    """Write what a person says of one of them; where the corrections were changed meanwhile, what is there now, with the choice."""
    talks = call.bench.watch.talks()
    form = call.form
    edit = make_edit(form.get("what", ""), form.get("do", ""), form.get("name", ""), form.get("to", ""))
    home = form.get("home", "")
    row = anchor("party", home) if home else anchor(edit.what, edit.to or edit.name)
    if form.get("record") != record_hash(talks):
        return call.page(
            "participant_conflict.html.j2", 409, talks=talks, edit=edit, told=edit_words(edit), said=list_said(talks)[-5:],
            record=record_hash(talks), words=form.get("q", ""), home=home,
        )  # fmt: skip
    after = edit_found(talks, edit, by=call.bench.by(talks))
    call.bench.history.noted_record(edit_words(edit), talks.corrections[0], after)
    return call.back(_address(form.get("q", ""), row), f"Written to record.yaml: {edit_words(edit)}.")


def take_out(call: Call) -> Response:
    """Take one entry out of the corrections again."""
    talks = call.bench.watch.talks()
    line = whole_number(call.form.get("line", ""))
    if line is None:
        raise UsageError("Expected the line of an entry, got none.")
    if call.form.get("record") != record_hash(talks):
        return call.back(HOME, "record.yaml was changed meanwhile. Nothing was taken out; look at the list again.")
    told, after = drop_said(talks, line)
    call.bench.history.noted_record(f"taken out: {told}", talks.corrections[0], after)
    return call.back(HOME, f"Taken out of record.yaml: {told}.")


def record_hash(talks: Talks) -> str:
    """The hash of the corrections as they were read; "" where there are none yet."""
    return talks.corrections[0].sha256


def anchor(what: str, name: str) -> str:
    """The id of a row on the page."""
    return f"{what}-{hashlib.sha256(name.lower().encode('utf-8', 'replace')).hexdigest()[:12]}"


def _address(words: str, row: str) -> str:
    """The page again, at a row, with the words that were searched for."""
    asked = f"?{urlencode({'q': words[:200]})}" if words else ""
    return f"{HOME}{asked}#{row}"


def _group(kept: Iterable[FoundName], listed: Sequence[FoundName], what: str) -> dict[str, Any]:
    """What one part of the page shows: the first of those that the search left, how many there are, and all names."""
    rows = [item for item in kept if item.what == what]
    everything = [item for item in listed if item.what == what]
    return {"what": what, "rows": rows[:SHOWN], "count": len(rows), "names": [item.name for item in everything]}


def _quoter(talks: Talks) -> Callable[[Passage], tuple[str, str, str]]:
    """What shows a passage: the words before it, its own and those after it; only a short one needs what stands around it."""
    texts = {document.id: document.text for document in talks.documents}

    def quoted(passage: Passage) -> tuple[str, str, str]:
        if passage.end - passage.start >= _SHORT:
            cut = passage.text[:_LONGEST]
            return "", one_line(cut) + (" …" if cut != passage.text else ""), ""
        text = texts[passage.source]
        before = text[max(0, passage.start - _AROUND) : passage.start]
        after = text[passage.end : passage.end + _AROUND]
        if passage.start > _AROUND and _PARAGRAPH not in before:
            before = f"… {before.partition(' ')[2]}"
        if passage.end + _AROUND < len(text) and _PARAGRAPH not in after:
            after = f"{after.rpartition(' ')[0]} …"
        before, after = before.rpartition(_PARAGRAPH)[2], after.partition(_PARAGRAPH)[0]
        ahead = " " if before[-1:].isspace() else ""
        behind = " " if after[:1].isspace() else ""
        return one_line(before) + ahead, one_line(passage.text), (behind + one_line(after)).rstrip()

    return quoted


def _holds(item: FoundName, words: str) -> bool:
    """Whether any word for it, or for one of its people, holds what is searched for."""
    low = words.lower()
    return any(low in word.lower() for each in (item, *item.people) for word in each.words)

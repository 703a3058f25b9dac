"""The case file: edited with its problems beside it, confirmed entry by entry, taken back step by step."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from zopa.errors import InputError, UsageError
from zopa.run import sketching
from zopa.run.editing import check_text, proposals, save_text, set_confirmed
from zopa.run.talks import check, read_case_text
from zopa.web.documents import parse_path

if TYPE_CHECKING:
    from starlette.responses import Response

    from zopa.web.workbench import Call

LONGEST = 5 * 2**20
"""Characters of a case file that the editor takes."""


def editor(call: Call) -> Response:
    """The case file as text, and what is wrong with it."""
    talks = call.bench.watch.talks()
    if not talks.folder.sha256:
        advice = "This folder holds documents. `zopa sketch FOLDER -o talks/` proposes a case from them, which `zopa serve talks/` opens."
        return call.page("message.html.j2", talks=talks, title="No case here", problems=(), advice=advice)
    text, sha256 = read_case_text(call.bench.home)
    return call.page(
        "editor.html.j2", talks=talks, text=text, sha256=sha256, problems=call.bench.watch.faults or check(talks), saved=True,
        proposals=[("\n".join(map(str, path)), words) for path, words in proposals(talks)],
    )  # fmt: skip


def live(call: Call) -> Response:
    """What would be wrong with the text as it stands in the editor."""
    text = _text(call)
    return call.part("problems.html.j2", problems=check_text(call.bench.watch.talks(), text), saved=False)


def save(call: Call) -> Response:
    """Write the case file; where it was changed meanwhile, both versions and the choice."""
    talks = call.bench.watch.talks()
    text = _text(call)
    before = read_case_text(call.bench.home)[0]
    try:
        done = save_text(call.bench.home, text, call.form.get("sha256", ""))
    except InputError as error:
        if all(problem.code != "case-changed" for problem in error.problems):
            raise
        theirs, sha256 = read_case_text(call.bench.home)
        return call.page(
            "conflict.html.j2", 409, talks=talks, mine=text, theirs=theirs, sha256=sha256,
            difference=_difference(theirs, text.replace("\r\n", "\n")),
        )  # fmt: skip
    call.bench.history.noted(done, before)
    errors = sum(p.severity == "error" for p in call.bench.watch.talks().problems) + len(call.bench.watch.faults)
    return call.back("/case", f"Saved. {errors} error(s)." if errors else "Saved.")


def _text(call: Call) -> str:
    """The text of the editor, whole.

    Raises:
        UsageError: it is longer than the editor takes; nothing is cut.
    """
    text = call.form.get("text", "")
    if len(text) > LONGEST:
        raise UsageError(
            f"Expected a case file of at most {LONGEST:,} characters, got {len(text):,}; nothing was written."
        )
    return text


def propose(call: Call) -> Response:
    """Write what the documents propose into a case that has nothing in it yet."""
    talks = call.bench.watch.sound()
    done = sketching.propose(talks)
    call.bench.history.noted(done, talks.folder.text)
    return call.back("/", f"{done.what[:1].upper()}{done.what[1:]}. Nothing counts until you confirm it.")


def confirm(call: Call) -> Response:
    """Confirm an entry that was proposed, or take that back."""
    talks = call.bench.watch.sound()
    done = set_confirmed(talks, parse_path(call.form.get("path", "")), confirmed=call.form.get("to") != "proposed")
    call.bench.history.noted(done, talks.folder.text)
    return call.back("/case", f"{done.what}.")


def undo(call: Call) -> Response:
    """Take back the last edit that was made here."""
    done = call.bench.history.undo(call.bench.home)
    back = call.form.get("back", "/")
    inside = back if back.startswith("/") and not back.startswith("//") else "/"
    return call.back(inside, f"Taken back: {done}." if done else "There is nothing to take back.")


def _difference(theirs: str, mine: str) -> list[tuple[str, str]]:
    """Lines of the two versions: (sign, line), with some that are the same around each change."""
    lines = difflib.unified_diff(theirs.splitlines(), mine.splitlines(), lineterm="", n=2)
    return [(line[:1], line[1:]) for line in lines if not line.startswith(("---", "+++"))]

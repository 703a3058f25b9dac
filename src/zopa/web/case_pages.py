"""The case file: edited with its problems beside it, confirmed entry by entry, taken back step by step."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from zopa.errors import InputError
from zopa.run import sketching
from zopa.run.editing import check_text, proposals, save_text, set_confirmed
from zopa.run.talks import check
from zopa.web.documents import parse_path

if TYPE_CHECKING:
    from starlette.responses import Response

    from zopa.web.workbench import Call

LONGEST = 5 * 2**20
"""Characters of a case file that the editor takes."""


def editor(call: Call) -> Response:
    """The case file as text, and what is wrong with it."""
    talks = call.bench.watch.talks()
    return call.page(
        "editor.html.j2", talks=talks, text=talks.folder.text, sha256=talks.folder.sha256, problems=check(talks), saved=True,
        proposals=[("\n".join(map(str, path)), words) for path, words in proposals(talks)],
    )  # fmt: skip


def live(call: Call) -> Response:
    """What would be wrong with the text as it stands in the editor."""
    text = call.form.get("text", "")[:LONGEST]
    return call.part("problems.html.j2", problems=check_text(call.bench.watch.talks(), text), saved=False)


def save(call: Call) -> Response:
    """Write the case file; where it was changed meanwhile, both versions and the choice."""
    talks = call.bench.watch.talks()
    text = call.form.get("text", "")[:LONGEST]
    try:
        done = save_text(call.bench.home, text, call.form.get("sha256", ""))
    except InputError as error:
        if all(problem.code != "case-changed" for problem in error.problems):
            raise
        talks = call.bench.watch.talks()
        return call.page(
            "conflict.html.j2", 409, talks=talks, mine=text, theirs=talks.folder.text, sha256=talks.folder.sha256,
            difference=_difference(talks.folder.text, text.replace("\r\n", "\n")),
        )  # fmt: skip
    call.bench.history.noted(done, talks.folder.text)
    errors = sum(p.severity == "error" for p in call.bench.watch.talks().problems)
    return call.back("/case", f"Saved. {errors} error(s)." if errors else "Saved.")


def propose(call: Call) -> Response:
    """Write what the documents propose into a case that has nothing in it yet."""
    talks = call.bench.watch.talks()
    done = sketching.propose(talks)
    call.bench.history.noted(done, talks.folder.text)
    return call.back("/", f"{done.what[:1].upper()}{done.what[1:]}. Nothing counts until you confirm it.")


def confirm(call: Call) -> Response:
    """Confirm an entry that was proposed, or take that back."""
    talks = call.bench.watch.talks()
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

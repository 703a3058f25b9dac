"""The rule of the contrary: whatever says that something is absent, or that a deal is possible, is written in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from zopa.views.silence import SILENCES, say_silence

from .stories import Story, material

VIEWS = Path(__file__).parents[3] / "src" / "zopa" / "views"
NEGATIVE = re.compile(
    r"\bnot (?:quoted|found|heard|told|searched)\b|\bno contradiction\b|\bnobody\b|\bnone\b|\bcannot (?:tell|be told)\b"
    r"|\bno [\w ,-]*\b(?:found|filed|told)\b|\bdo(?:es)? not say\b|\ba deal (?:is|becomes) possible\b|\ba deal exists\b",
    re.IGNORECASE,
)
# What may stand elsewhere: (file, words that begin it) and why the contrary could have been seen there.
VALUES = {"none", "cannot tell"}  # answers that are compared, not printed
ELSEWHERE = {
    ("case_brief.py", " by nobody who is named"): "the case file has no analyst: the file is read whole",
    ("case_brief.py", "Who is not heard"): "a heading",
    ("case_brief.py", "Not searched: "): "what the case itself says was not searched",
    ("deadlock.py", " No way out was found that needs no law to change."): "the search of ways out was complete",
    ("deals.py", "; but cannot tell: not filed yet is "): "says what is missing for the answer",
    ("deals.py", "no acceptable deal is better for one party and worse for none."): "the solver has seen every deal",
    ("deadlock.py", ": one more red line there leaves none."): "the solver has tried every red line",
    ("deadlock.py", "If every party expected a little more without a deal"): "the solver has computed it",
    ("deals.py", "In none"): "a heading: options that no acceptable deal has",
    ("redline_parts.py", "Words that stand in a point"): "both texts are read whole, word by word",
    ("redline.py", "(none)"): "a point that the other version, read whole, does not have",
    ("deals.py", " would leave nobody worse off."): "the solver has compared both deals for every party",
    ("first_page.py", "Who is not heard in their own words"): "a heading",
    ("process_page.py", "not searched"): "a column of the case itself",
    ("process_page.py", "Not searched: "): "what the case itself says was not searched",
    ("process_page.py", "Who is not heard, what was not searched"): "a heading",
    ("process_page.py", " — nobody is named as saying so"): "the gate that is shown has no such entry",
    (
        "grid.py",
        "Unknown is not neutral: nothing is filed. ",
    ): "explains the sign of an empty cell of a case",
    ("sharing.py", "No-deal values are left out"): "what was shared is known",
    ("stability.py", "Nash: nobody has anything better to move to"): "a definition",
    ("stability.py", "Cannot tell: whether "): "says what is missing for the answer",
    (
        "stability.py",
        " would hold turns on preferences that are not filed.",
    ): "preferences of the case are read whole",
    ("stability.py", ") holds: nobody gains by moving"): "the solver has seen every move",
    ("unread.py", ". zopa reads English; nothing below"): "says which documents are not read",
    ("pace.py", "no deal is possible on what is filled in"): "the solver has seen every deal",
    ("pace.py", "nobody would agree."): "the solver has gone through every offer",
    ("whatif.py", "Of the draws in which a deal is possible"): "says which draws are counted",
    ("whatif.py", "What is left where a deal is possible"): "a heading",
    ("whatif_annex.py", "a deal is possible"): "the name of a question, its share beside it",
    ("wants.py", "As far as the documents say it; not found is not neutral."): "explains an empty cell",
    ("stability.py", "No other state would hold, so there is nowhere to go."): "the solver has seen every state",
}


def _sentences(path: Path) -> list[str]:
    """All string constants of a module that are no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    homes = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docs = {id(n.body[0].value) for n in homes if n.body and isinstance(n.body[0], ast.Expr)}
    return [
        n.value for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs and n.value.lower() not in VALUES
    ]  # fmt: skip


@pytest.mark.parametrize("path", sorted(p for p in VIEWS.glob("*.py") if p.name != "silence.py"), ids=lambda p: p.name)
def test_negative_sentences_stand_in_one_place(path: Path) -> None:
    """No other view writes one, save those listed with the reason."""
    allowed = [words for name, words in ELSEWHERE if name == path.name]
    wrong = [s for s in _sentences(path) if NEGATIVE.search(s) and not any(s.startswith(words) for words in allowed)]
    assert wrong == []


def test_the_list_holds_nothing_that_is_gone() -> None:
    """Each exemption is still a sentence of its file."""
    gone = [key for key in ELSEWHERE if not any(s.startswith(key[1]) for s in _sentences(VIEWS / key[0]))]
    assert gone == []


def test_what_could_not_be_seen_is_not_said() -> None:
    """Documents of a language that is not read: each sentence is either left out or says that nothing could be looked for."""
    foreign = Story("a", "Die Gespräche sind gescheitert.", language="de")
    told = material(foreign)
    assert told.unread == ("a",)
    for key in ("part", "unheard", "omission"):
        assert say_silence(told, key, names="x", source="A", told_by="B") is None
    for key in ("outcome", "figures", "dates", "process"):
        line = say_silence(told, key)
        assert line is not None
        assert line.pieces[0].text == SILENCES[key].otherwise != SILENCES[key].words

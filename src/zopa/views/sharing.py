"""What a receiver of a shared case is told: what is in it, what was left out by kind and number, and how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.sharing import KINDS as OF_CASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.case import Case

KINDS = {
    **OF_CASE,
    "correction": "corrections marked private, or of what is left out",
    "comment": "comments in case.yaml and record.yaml",
    "file": "texts of drafts that are no file of this folder alone",
    "properties": "documents whose file named its author, its editor or their comments; the file only, its text stays",
    "way-out": "ways out, next concessions and trades; from the brief only",
    "allegation": "allegations about named people; from the brief only, they stand in the documents",
}
_WITHOUT = {
    "no-deal": "No-deal values are left out of what was shared: whether a deal is possible is computed without them.",
    "private": "What its analysts keep for themselves is left out of what was shared, with what named it or rested on it.",
}
_INSIDE = {
    "case.yaml": "the case: parties, issues, positions, each with its passages and its analyst",
    "record.yaml": "corrections of what was read in the documents",
}


def case_sentences(case: Case) -> tuple[str, ...]:
    """What a page says of what a shared case does without, wherever that changes its answers."""
    return tuple(_WITHOUT[kind] for kind in case.left_out)


def brief_sentences(left_out: Mapping[str, int]) -> tuple[str, ...]:
    """What a shared brief says of what it does without beyond its case."""
    told = ["Ways out are left out."] if left_out.get("way-out") else []
    if count := left_out.get("allegation"):
        many = "allegation about named people is" if count == 1 else "allegations about named people are"
        told.append(f"{count} {many} left out; they stand in the documents.")
    return tuple(told)


def build_readme(
    case: Case, files: Iterable[str], left_out: Mapping[str, int], *, brief: str, version: str, sha256: str
) -> str:
    """The text file beside a shared case.

    Args:
        case: as it is shared.
        files: paths inside, without this file.
        left_out: how much of each of `KINDS`.
        brief: path of the brief among them.
        version: of zopa.
        sha256: of the case file that it was made from.
    """
    rows = [f"  {name:<14}{what}" for name, what in _inside(sorted(files), brief)]
    gone = [f"  {KINDS[kind]}: {count}" for kind, count in left_out.items() if count] or ["  Nothing."]
    until = [f"It tells what was known on {case.as_of}."] if case.as_of else []
    lines = [
        case.title or "A case", "", "A case of zopa, to be passed on: without what its analysts keep for themselves.", *until, "",
        "Inside", *rows, "", "Left out", *gone, "  Files that the case does not list are never inside.", "", "To use it",
        f"  Open {brief} in a browser; it loads nothing and sends nothing.",
        "  With zopa: unpack everything into a folder of its own, then `zopa check FOLDER` or `zopa brief FOLDER`.", "",
        f"Made with zopa {version} from the case.yaml whose SHA-256 is", f"  {sha256}", "",
    ]  # fmt: skip
    return "\n".join(lines)


def _inside(files: list[str], brief: str) -> Iterable[tuple[str, str]]:
    yield brief, "the brief"
    yield from ((name, what) for name, what in _INSIDE.items() if name in files)
    others = [name for name in files if name != brief and name not in _INSIDE]
    for folder in dict.fromkeys(name.partition("/")[0] + "/" if "/" in name else name for name in others):
        count = sum(name.startswith(folder) for name in others)
        yield folder, "a document" if not folder.endswith("/") else f"{count} document{'s' if count != 1 else ''}"

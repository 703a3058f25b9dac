"""What only one account says: items with a figure, a date, a quotation or a named party's act that no other has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding

if TYPE_CHECKING:
    from zopa.accounts.items import Item
    from zopa.accounts.types import Finding


def find_single(documents: list[list[Item]], findings: list[Finding], aligned: set[str]) -> list[Finding]:
    """One finding for each such item of two documents or more; `aligned` are ids of statements that have a counterpart."""
    if len({item.group for items in documents for item in items}) < 2:
        return []
    used = {statement for finding in findings for statement in finding.statements} | aligned
    copied = _copied(documents)
    result: list[Finding] = []
    for items in documents:
        for item in items:
            slot = _slot(item)
            if slot and item.statement.id not in used and item.statement.id not in copied:
                why = f"Only this account says it ({slot}); nothing here confirms or denies it."
                result.append(build_finding("single-source", slot, _about(item), why, [item]))
    return result


def _slot(item: Item) -> str:
    """What makes an item worth a line of its own; "" where nothing does."""
    statement = item.statement
    if statement.within is not None and len(statement.said.split()) < 3:
        return ""
    if statement.form == "quotation":
        return "quotation" if statement.speaker else ""
    if statement.figures:
        return "figure"
    if any(d.from_ for d in statement.dates):
        return "date"
    return "act" if statement.plover and statement.party else ""


def _copied(documents: list[list[Item]]) -> set[str]:
    """Statements of the second and further copies of one text: the first copy speaks for them."""
    seen: set[int] = set()
    copied: set[str] = set()
    for items in documents:
        if items and items[0].group in seen:
            copied.update(item.statement.id for item in items)
        elif items:
            seen.add(items[0].group)
    return copied


def _about(item: Item) -> str:
    statement = item.statement
    who = statement.speaker.name if statement.speaker and statement.form == "quotation" else statement.party
    words = statement.said.split()
    what = " ".join(words[:12]).rstrip(",;:.") + (" …" if len(words) > 12 else "")
    return f"{who}: {what}" if who and statement.form == "quotation" else what

"""How a finding is put together: passages in the order of the documents, originators beside them, a weight for ranking."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.accounts.items import UNKNOWN, Item
from zopa.accounts.types import Finding, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage

# How much hangs on a relation, before what it is about is looked at; only the order of the sums means anything.
_BASE = {
    "contradicted": 0.7,
    "selective-quotation": 0.6,
    "corroborated": 0.5,
    "opposed-judgement": 0.5,
    "single-source": 0.2,
}


def build_finding(
    relation: Relation, slot: str, about: str, why: str, items: Sequence[Item], *, marked: Sequence[Passage] = ()
) -> Finding:
    """A finding over `items`, one or more for each document concerned."""
    ordered = sorted(items, key=lambda item: (item.order, item.statement.content[0].start))
    return Finding(
        relation=relation,
        about=about,
        why=why,
        passages=tuple(item.statement.passage for item in ordered),
        originators=tuple(item.originator for item in ordered),
        weight=weigh(relation, ordered),
        slot=slot,
        issues=tuple(sorted({issue for item in ordered for issue in item.statement.issues})),
        statements=tuple(item.statement.id for item in ordered),
        marked=tuple(marked),
    )


def weigh(relation: Relation, items: Sequence[Item]) -> float:
    """A number between 0 and 1 to rank by: deeds of parties, issues and figures count, hedges and judgements less."""
    weight = _BASE[relation]
    weight += 0.08 * any(item.statement.issues for item in items)
    weight += 0.06 * any(item.statement.figures for item in items)
    weight += 0.08 * any(item.statement.plover for item in items)
    weight += 0.04 * any(item.statement.form == "quotation" for item in items)
    weight += 0.02 * min(len({item.group for item in items}), 5)
    weight -= 0.04 * any(item.statement.hedged for item in items)
    weight -= 0.03 * any(item.statement.judgement for item in items)
    return round(max(0.0, min(1.0, weight)), 3)


def independence(items: Sequence[Item]) -> str:
    """A clause that says how far the sources of a common report are independent of each other."""
    accounts = {item.order: item.originator for item in reversed(items)}
    known = Counter(_joined(set(accounts.values()), name) for name in accounts.values() if name != UNKNOWN)
    name, count = known.most_common(1)[0] if known else (UNKNOWN, 0)
    if count == len(accounts):
        many = "it goes" if count == 2 else f"all {count} accounts go"
        return f"{many} back to one originator, {name}"
    if count > 1:
        return f"{count} of the {len(accounts)} accounts go back to one originator, {name}"
    if sum(known.values()) < len(accounts):
        return "whether they know it independently of each other is unknown"
    return f"it goes back to {len(known)} originators"


def _joined(names: set[str], name: str) -> str:
    """The shortest of the names that means the same source: "Ushakov's call with reporters" is Yuri Ushakov."""
    words = set(re.findall(r"\w+", name))
    same = [other for other in names if other != UNKNOWN and len(other.split()) > 1 and other.split()[-1] in words]
    return min(same, key=len, default=name)

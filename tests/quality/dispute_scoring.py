"""How much of what was planted in invented disputes a comparison and a brief find: one count of (found, asked) for each slot.

A dispute is a folder with accounts (``*.txt``) and ``facts.json``, written before any run: what must be found and what must not.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zopa.run import brief, compare_all, read_accounts
from zopa.run.documents import build_material
from zopa.views.wants import find_unheard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zopa.accounts import Finding
    from zopa.views.material import Material

OPPOSED = frozenset({"contradicted", "opposed-judgement"})
AGREED = frozenset({"corroborated"})


@dataclass
class DisputeScore:
    """Found and asked by slot; `missed` names what was not found, `wrong` what was found and must not be."""

    found: Counter[str] = field(default_factory=Counter[str])
    asked: Counter[str] = field(default_factory=Counter[str])
    missed: list[str] = field(default_factory=list[str])
    wrong: list[str] = field(default_factory=list[str])

    def add(self, slot: str, what: object, *, found: bool) -> None:
        self.asked[slot] += 1
        self.found[slot] += found
        if not found:
            self.missed.append(f"{slot}: {what}")

    def share(self, slot: str) -> float:
        """Found of asked, 1 where nothing was asked."""
        return self.found[slot] / self.asked[slot] if self.asked[slot] else 1.0

    def __iadd__(self, other: DisputeScore) -> DisputeScore:
        self.found += other.found
        self.asked += other.asked
        self.missed += other.missed
        self.wrong += other.wrong
        return self


def score_dispute(folder: Path) -> DisputeScore:
    """All slots of one dispute."""
    facts: dict[str, Any] = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    accounts = read_accounts(sorted(folder.glob("*.txt")))
    comparison = compare_all(accounts)
    material = build_material(accounts, comparison)
    brief(accounts, comparison=comparison)
    score = DisputeScore()
    _score_talks(score, facts, material)
    _score_findings(
        score, facts, comparison.findings, {d.id: d.path.rsplit("/", 1)[-1].split(".")[0] for d in accounts.documents}
    )
    return score


def _score_talks(score: DisputeScore, facts: dict[str, Any], material: Material) -> None:
    talks = material.talks
    score.add("outcome", (facts["outcome"], talks.outcome.state), found=talks.outcome.state in facts["outcome"])
    parties = {p.name.lower(): " ".join((p.name, *p.aliases)).lower() for p in talks.participants.parties}
    shown = [p.lower() for p in material.negotiating]
    for name in facts["parties"]:
        score.add("parties", name, found=any(name in parties.get(p, p) for p in shown))
    score.wrong += [f"party: {p}" for p in shown if any(name in p for name in facts["not_parties"])]
    labels = [issue.label.lower() for issue in talks.dispute.issues]
    for words in facts["issues"]:
        score.add("issues", words, found=any(word in label for word in words for label in labels))
    score.wrong += [f"issue: {label}" for label in labels if label in facts["not_issues"]]
    for party, words, stance in facts["wants"]:
        held = [
            w for w in talks.dispute.wants
            if party in parties.get(w.party.lower(), w.party.lower()) and words in w.passage.text
            and (w.stance == stance or {w.stance, stance} == {"refuses", "never"})
        ]  # fmt: skip
        score.add("wants", (party, words, stance), found=bool(held))
    blocks = [" ".join([b.issue, *(w.core.text for _, w in b.sides)]).lower() for b in talks.dispute.blocks]
    for words in facts["blocks"]:
        score.add("blocks", words, found=any(word in block for word in words for block in blocks))
    gates = [f"{g.before.text} {g.after.text}".lower() for r in material.records for g in r.gates]
    for words in facts["gates"]:
        score.add("gates", words, found=any(words in gate for gate in gates))
    days = {d.date.isoformat() for d in talks.deadlines if d.date}
    for day in facts["deadlines"]:
        score.add("deadlines", day, found=day in days)
    unheard = [p.lower() for p in find_unheard(material)]
    score.wrong += [f"not quoted: {p}" for p in unheard if any(h in parties.get(p, p) for h in facts["heard"])]


def _score_findings(
    score: DisputeScore, facts: dict[str, Any], findings: Iterable[Finding], names: dict[str, str]
) -> None:
    found = list(findings)
    for slot, relations in (("agree", AGREED), ("against", OPPOSED)):
        for pair in facts[slot]:
            score.add(slot, pair, found=any(f.relation in relations and _tells(f, pair, names) for f in found))
        others = frozenset({"contradicted"}) if slot == "agree" else AGREED
        score.wrong += [
            f"{f.relation} {f.about}: {pair}"
            for pair in facts[slot] for f in found
            if f.relation in others and f.slot != "no-result" and _tells(f, pair, names, near=True)
        ]  # fmt: skip
    score.wrong += [
        f"{f.relation} {f.about}: {pair}"
        for pair in facts["apart"] for f in found
        if f.relation in OPPOSED | AGREED and _tells(f, pair, names, near=True)
    ]  # fmt: skip


def _tells(finding: Finding, pair: list[str], names: dict[str, str], *, near: bool = False) -> bool:
    """True where a finding has the words of both accounts in its passages; `near`: in what it marks in them."""
    spots = (finding.marked or finding.passages) if near else finding.passages
    by_name = {one: [p for p in spots if names[p.source] == one] for one in (pair[0], pair[2])}
    held = [" ".join(w.split()) for w in (pair[1], pair[3])]

    def holds(text: str, words: str) -> bool:
        text = " ".join(text.split())
        return words in text or (near and len(text) > 3 and text in words)

    return all(
        any(holds(p.text, words) for p in by_name[name]) for name, words in zip((pair[0], pair[2]), held, strict=True)
    )

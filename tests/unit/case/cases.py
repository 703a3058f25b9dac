"""A small invented case that tests share: Alba and Boria quarrel over a bridge; Cordia mediates."""

from __future__ import annotations

from zopa.case import Case, parse_case

TEXT = """\
# yaml-language-server: $schema=.zopa/case.schema.json
title: Bridge talks
as-of: 2025-12-04
analyst: desk-1   # whose judgements these are
sources:
  courier: {file: sources/courier.md, publisher: Courier, class: press, grade: B, published: 2025-12-03}
  herald: {file: sources/herald.md, publisher: Herald, published: 2025-12-01, originator: Alban News Agency}
parties:
  alba:
    name: Alba
    aliases: [Albaport]
    people: {Anna Orlin: {office: president}, Piet Marn: {office: aide, mandate: no}}
    no-deal: better than first
  boria: {name: Boria, people: {Bela Kost: prime minister}, no-deal: 0.25}
  cordia: {name: Cordia, role: mediator}
issues:
  bridge:
    name: Who holds the bridge
    track: peace
    options: {alba: Alba holds it, joint: both hold it, boria: Boria holds it}
    scale: {alba: 0, joint: 50, boria: 100}
    legal: [{option: boria, needs: a vote of the Alban senate, text: "Act of 1920, section 3", by: alba}]
  toll:
    name: Toll
    track: business
    options: [none, low, high]
positions:
  alba:
    bridge:
      prefers: alba > joint > boria
      red-line: not boria
      salience: high
      evidence:
        - {source: courier, quote: "will never leave the bridge", for: red-line, said-by: Anna Orlin, status: fragment}
    toll: {values: {none: 0, low: 0.4, high: 1}, salience: 20..40}
  boria:
    bridge: {prefers: boria > joint, others: worst, salience: medium}
conditions:
  - {if: {bridge: joint}, then: {toll: [none, low]}, why: Boria ties the two}
drafts:
  first: {name: First draft, date: 2025-11-20, by: [cordia], terms: {bridge: joint, toll: [none, low]}}
process:
  meetings: [{date: 2025-12-02, place: Cordia City, people: [Anna Orlin, Bela Kost], status: held}]
  gates: [{before: troops leave, after: toll talks, says: [boria]}]
readings:
  patient: {title: Alba can wait, set: {parties.alba.no-deal: 0.9}}
"""

COURIER = """Outlet: Courier
Published: 2025-12-03

President Anna Orlin said that Alba "will never leave the bridge". Her aide Piet Marn called the talks useful.
"""
HERALD = """Outlet: Herald
Published: 2025-12-01

Boria wants both sides to hold the bridge, Prime Minister Bela Kost said.
"""


def case(text: str = TEXT) -> Case:
    """The case of a text that has no error."""
    loaded = parse_case(text)
    assert not [p for p in loaded.problems if p.severity == "error"], loaded.problems
    return loaded.case


def codes(text: str) -> list[tuple[str, int | None]]:
    """(code, line) of every error in a text."""
    return [(p.code, p.line) for p in parse_case(text).problems if p.severity == "error"]


def changed(old: str, new: str) -> str:
    """The text with one part replaced."""
    assert old in TEXT
    return TEXT.replace(old, new)

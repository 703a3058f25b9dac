"""What is true of every case that is shared: wherever `private` is put, nothing so marked is left, and what is left is a case."""

from __future__ import annotations

from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.case.cases import case

from zopa.case import Case, parse_case, print_case
from zopa.case.entry import Entry
from zopa.case.sharing import share_case
from zopa.case.to_conflict import to_conflict

SECRET = "zzsecretzz"
FREE = {
    "note",
    "name",
    "title",
    "what",
    "why",
    "publisher",
    "author",
    "office",
    "place",
    "opening",
    "justification",
    "before",
}
WHOLE = case(
    """\
title: Bridge talks
as-of: 2025-12-04
analyst: desk-1
sources:
  courier: {file: sources/courier.md, publisher: Courier, published: 2025-12-03}
  herald: {file: sources/herald.md, publisher: Herald, published: 2025-12-01, originator: Alba}
parties:
  alba:
    name: Alba
    people: {Anna Orlin: {office: president, dissents: [toll]}, Piet Marn: aide}
    no-deal: better than first
    interests: [{what: peace, evidence: [{source: herald, quote: q, for: interest}]}, {what: trade}]
    evidence: [{source: herald, quote: q, for: no-deal, said-by: Orlin}, {source: courier, quote: r}]
  boria: {name: Boria, people: {Bela Kost: prime minister}, no-deal: 0.25, note: tired}
  cordia: {name: Cordia, role: mediator}
issues:
  bridge:
    name: Bridge
    options: {a: Alba holds it, j: both hold it, b: Boria holds it}
    scale: {a: 0, j: 50, b: 100}
    legal: [{option: [b, j], needs: a vote, by: alba, evidence: [{source: courier, quote: r}]}, {option: a, needs: a law, text: Act 3}]
  toll: {name: Toll, options: {none: no toll, low: low, high: high}}
positions:
  alba:
    bridge:
      {prefers: a > j > b, red-line: not b, salience: high, opening: all of it, note: firm, evidence: [
        {source: courier, quote: r, for: red-line, said-by: Anna Orlin}, {source: herald, quote: q, for: salience},
        {source: herald, quote: q}]}
    toll: {values: {none: 0, low: 0.4, high: 1}, salience: 20..40}
  boria:
    bridge: {prefers: b > j, others: worst, red-line: only b or j, evidence: [{source: herald, quote: q, said-by: boria}]}
    toll: {accepts: [none, low], opposes: high, justification: fair}
  cordia: {toll: {stance: open}}
conditions:
  - {if: {bridge: j}, then: {toll: [none, low]}, why: tied}
  - {at-most: {count: 1, of: [{bridge: a}, {toll: high}]}}
  - {forbid: {bridge: b, toll: high}, evidence: [{source: courier, quote: r}]}
drafts:
  first: {name: First, date: 2025-11-20, by: [cordia], terms: {bridge: j, toll: [none, low]}, evidence: [{source: herald, quote: q}]}
  second: {name: Second, date: 2025-12-01, by: [boria], terms: {bridge: b}, aligns: {first: {"1": "2"}}}
process:
  meetings: [{date: 2025-12-02, place: Port, people: [Anna Orlin, Kost], parties: [alba, boria], absent: [cordia], sent-by: boria}]
  channels: [{parties: [alba, boria], people: [Marn], what: phone, evidence: [{source: courier, quote: r}]}]
  gates: [{before: guns leave, after: ministers meet, says: [alba], disputed-by: boria, holder: boria}]
  calendar: [{date: 2025-12-24, what: talks}]
moves:
  alba: {options: {stay: {name: keep the guns}}, prefers: ["!fire", stay], evidence: [{source: courier, quote: r}]}
  boria: {options: {fire: {name: fire}}, prefers: ["!stay", "!fire"]}
  status-quo: {stay: yes, fire: no}
readings:
  patient: {title: Alba can wait, set: {parties.alba.no-deal: 0.9, positions.alba.toll.salience: low}}
  other: {title: Other, set: {conditions.1.why: tied, issues.bridge.legal.0.blocks: yes, positions.boria.bridge.salience: high}, why: told,
          evidence: [{source: courier, quote: r, said-by: Kost}]}
"""
)


def parts(value: Any) -> list[tuple[str, Any]]:
    """The fields of an entry, the items of a mapping or a list; nothing of a scalar."""
    if isinstance(value, Entry):
        return [(name, getattr(value, name)) for name in type(value).model_fields]
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value).items())
    return (
        [(str(n), item) for n, item in enumerate(cast("tuple[Any, ...]", value))]
        if isinstance(value, (tuple, list))
        else []
    )


def entries(value: Any) -> int:
    """How many entries a value holds, itself included."""
    return isinstance(value, Entry) + sum(entries(item) for _, item in parts(value))


def marked(value: Any, marks: list[str]) -> Any:
    """The value with marks given out to its entries in order; what is private as a whole says the secret in its free words."""
    if not isinstance(value, Entry):
        items = [(name, marked(item, marks)) for name, item in parts(value)]
        return (
            dict(items)
            if isinstance(value, dict)
            else tuple(i for _, i in items)
            if isinstance(value, tuple)
            else value
        )
    mark = marks.pop(0)
    update = {name: marked(item, marks) for name, item in parts(value)}
    if mark == "yes" and not isinstance(value, Case):
        update |= {name: f"{SECRET} {name}" for name in update if name in FREE}
    update["private"] = f"{SECRET} remark" if mark == "yes" and isinstance(value, Case) else mark
    return value.model_copy(update=update)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The case with private marks anywhere: mostly none, some remarks, a few whole entries."""
    often = draw(st.sampled_from([("", "", ""), ("", ""), ("",)]))
    kinds = st.sampled_from((*often, "", "", "", "no", f"a remark: {SECRET}", "yes"))
    size = entries(WHOLE)
    return marked(WHOLE, draw(st.lists(kinds, min_size=size, max_size=size)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(cases(), st.booleans(), st.sampled_from(["", "2025-12-02", "2025-11-01"]))
def test_nothing_private_is_left_and_what_is_left_is_a_case(whole: Case, keep: bool, day: str) -> None:
    """No secret word, no value without a deal unless asked for; it reads back without an error, and shares as itself."""
    made = share_case(whole, no_deal_values=keep, day=day)
    text = print_case(made.case)
    assert SECRET not in text
    assert "private:" not in text
    assert keep or not any(party.no_deal for party in made.case.parties.values())
    assert keep or "no-deal:" not in text.replace("left-out:", "")
    back = parse_case(text)
    assert [p for p in back.problems if p.severity == "error"] == []
    assert back.case == made.case
    assert [f for f in to_conflict(made.case)[1] if f.severity == "error" and made.case.moves.movers] == []
    again = share_case(made.case, no_deal_values=keep, day=day)
    assert (again.case, again.left_out) == (made.case, {})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE.parties)), st.booleans())
def test_a_private_party_or_person_is_named_nowhere(party: str, person: bool) -> None:
    """In no list of names, as no speaker, under no key."""
    entry = WHOLE.parties[party]
    people = {n: p.model_copy(update={"private": "yes"}) for n, p in entry.people.items()} if person else entry.people
    whole = WHOLE.model_copy(
        update={
            "parties": {
                **WHOLE.parties,
                party: entry.model_copy(update={"people": people, "private": "" if person else "yes"}),
            }
        }
    )
    plain = share_case(whole).case.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    names = {n.split()[-1] for n in entry.people} | ({*entry.people} if person else {party, entry.name, *entry.people})
    assert not names & _told(plain)


def _told(value: Any) -> set[str]:
    """Every key, and every value that is one name."""
    if not isinstance(value, (dict, list)):
        return {str(value)}
    keys = {name for name, _ in parts(value)} if isinstance(value, dict) else set[str]()
    return keys.union(*(_told(item) for _, item in parts(cast("Any", value))))

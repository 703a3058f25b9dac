"""A case for others: what is private goes, with all that names it or rests on it; what is left is a case."""

from __future__ import annotations

from tests.unit.case.cases import TEXT, case, changed

from zopa.case import Case, parse_case, print_case
from zopa.case.sharing import Shared, share_case

SECRET = "zzsecretzz"


def shared(text: str, *, no_deal_values: bool = False) -> Shared:
    """The shared case of a text that has no error, which reads back without one."""
    made = share_case(case(text), no_deal_values=no_deal_values)
    back = parse_case(print_case(made.case))
    assert not [p for p in back.problems if p.severity == "error"]
    assert back.case == made.case
    again = share_case(made.case, no_deal_values=no_deal_values)
    assert (again.case, again.left_out) == (made.case, {})
    return made


def test_no_deal_values_go_with_the_readings_that_set_them() -> None:
    """Neither a value nor a reading that would give one away is left; on request both stay."""
    made = shared(TEXT)
    assert made.left_out == {"no-deal": 2, "reading": 1}
    assert all(party.no_deal is None for party in made.case.parties.values())
    assert made.case.left_out == ("no-deal",)  # so that a blank is not read as something that nobody has said
    assert print_case(made.case).count("no-deal") == 1
    kept = shared(TEXT, no_deal_values=True)
    assert (kept.case, kept.left_out) == (case(TEXT), {})


def test_a_note_beside_a_no_deal_value_goes_with_it() -> None:
    """It may explain the value; so may the quotes for it."""
    note = "no-deal: 0.25, note: because zzsecretzz, evidence: [{source: herald, quote: both sides, for: no-deal}]"
    assert SECRET not in print_case(shared(changed("no-deal: 0.25", note)).case)
    assert SECRET in print_case(shared(changed("no-deal: 0.25", note), no_deal_values=True).case)


def test_a_remark_goes_and_its_entry_stays() -> None:
    """Words under `private` are a remark; `no` says that nothing is private."""
    made = shared(changed("name: Toll\n", "name: Toll\n    private: zzsecretzz\n") + "private: zzsecretzz too\n")
    assert made.left_out["remark"] == 2
    assert made.case.issues["toll"].name == "Toll"
    assert SECRET not in print_case(made.case)
    assert "remark" not in shared(TEXT + "private: no\n").left_out


def test_yes_with_a_reason_is_still_yes() -> None:
    """Who writes `private: yes, from a contact` never meant to share the entry."""
    for mark in ("yes", "Yes, from a contact", "true", "on"):
        made = shared(changed("salience: medium}", f'salience: medium, private: "{mark}"}}'))
        assert "boria" not in made.case.positions, mark


def test_a_private_source_takes_what_rests_on_it() -> None:
    """The quote goes; the red line that it was evidence for, and a position that had no other, go too."""
    made = shared(changed("publisher: Courier", "private: yes, publisher: Courier"))
    assert "courier" not in made.case.sources
    assert made.case.position("alba", "bridge") is None
    assert made.case.position("alba", "toll") is not None
    assert made.left_out["private"] == 1
    both = changed("status: fragment}\n", "status: fragment}\n        - {source: herald, quote: both sides}\n")
    left = shared(both.replace("publisher: Courier", "private: yes, publisher: Courier")).case.position(
        "alba", "bridge"
    )
    assert left is not None
    assert (left.red_line, str(left.prefers)) == (None, "alba > joint > boria")


def test_a_private_party_is_named_nowhere() -> None:
    """Positions, meetings, gates, laws, drafts and evidence lose its names and those of its people."""
    text = changed("name: Boria,", "private: yes, name: Boria, aliases: [Boriaport],").replace(
        "by: [cordia]", "by: [boria, cordia]"
    )
    text = text.replace("evidence:\n", "evidence:\n        - {source: herald, quote: both sides, said-by: Kost}\n")
    text = text.replace("by: alba}]", "by: Boriaport}]").replace("why: Boria ties", "why: one ties")
    made = shared(text)
    told = print_case(made.case)
    assert not any(name in told for name in ("Kost", "Boriaport", "name: Boria\n"))
    assert made.case.process.gates == ()  # only this party said it
    assert made.case.process.meetings[0].people == ("Anna Orlin",)
    assert made.case.drafts["first"].by == ("cordia",)
    assert set(made.case.parties) == set(made.case.positions) | {"cordia"} == {"alba", "cordia"}


def test_a_private_option_is_taken_out_of_every_order() -> None:
    """The rest of the order stays; a condition and a draft that name it lose it."""
    made = shared(changed("joint: both hold it", "joint: {name: both hold it, private: yes}"))
    position = made.case.position("alba", "bridge")
    assert position is not None
    assert str(position.prefers) == "alba > boria"
    assert made.case.conditions == ()
    assert made.case.drafts["first"].terms == {"toll": ("none", "low")}
    assert "joint" not in print_case(made.case)


def test_a_private_draft_takes_the_value_that_is_told_by_it() -> None:
    """`better than first` would name it."""
    made = shared(changed("{name: First draft", "{private: yes, name: First draft"), no_deal_values=True)
    assert made.case.parties["alba"].no_deal is None
    assert "first" not in print_case(made.case)


def test_a_reading_goes_if_it_sets_what_is_gone_or_counts_in_a_shorter_list() -> None:
    """By path, by value, by a key inside a value, and by the number of an entry."""
    base = changed("salience: medium}", "salience: medium, private: yes}")
    cut = base.replace("{if: {bridge", "{private: yes, if: {bridge").replace(
        "conditions:\n", "conditions:\n  - {forbid: {toll: high}}\n"
    )
    for path, value, stays in (
        ("positions.boria.bridge.salience", "high", False),
        ("positions.boria.bridge", "{prefers: boria > joint, others: worst}", False),
        ("positions.boria", "{bridge: {prefers: boria > joint, others: worst}}", False),
        ("conditions.0.status", "proposed", False),
        ("parties.alba", "{name: Alba, no-deal: 0.5}", False),
        ("parties.alba.private", "zzsecretzz", False),
        ("positions.alba.toll", "{salience: high, private: zzsecretzz}", False),
        ("positions.alba.toll.salience", "high", True),
    ):
        text = cut + f"  other: {{title: Other, set: {{{path}: {value}}}}}\n"
        made = shared(text)
        assert ("other" in made.case.readings) is stays, path


def test_a_graph_model_without_one_of_its_movers_is_another_model() -> None:
    """It goes whole, so that what would hold is not computed on half of it."""
    moves = "moves:\n  alba: {options: {stay: stay}, prefers: [stay]}\n  boria: {options: {fire: {name: fire%s}}, prefers: [fire]}\n"
    assert shared(TEXT + moves % "").case.moves.movers.keys() == {"alba", "boria"}
    assert not shared(TEXT + moves % ", private: yes").case.moves.movers
    assert not shared(changed("name: Boria,", "private: yes, name: Boria,") + moves % "").case.moves.movers


def test_as_of_a_day_what_came_later_is_left_out() -> None:
    """Sources, drafts and what rested on them, interests too; undated ones stay."""
    made = share_case(case(), day="2025-12-02")
    assert set(made.case.sources) == {"herald"}
    assert made.left_out["later"] == 1
    assert made.case.as_of == "2025-12-02"
    assert share_case(case(), day="2025-11-01").case.drafts == {}
    assert set(share_case(case(), day="2025-12-04", later=["herald"]).case.sources) == {"courier"}


def test_an_empty_case_is_shared_as_it_is() -> None:
    """Nothing to leave out is no error."""
    assert share_case(Case()).case == Case()

"""Drafts in the deal space: worth, acceptance, what dominates, concessions and trades."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.generate_frames import Shape, generate_frame
from tests.properties.deal_oracle import all_deals

from zopa.model import Frame, FrameCondition, FrameDraft, FrameLegal, FrameRedLine, build_frame
from zopa.solve.deals import place_draft


def logroll() -> Frame:
    """Each party cares mostly for one of two issues: splitting both is worse for both than each taking its own."""
    salience = [[Fraction(80), Fraction(20)], [Fraction(20), Fraction(80)]]
    ours = [Fraction(1), Fraction(1, 2), Fraction(0)]
    values = [[ours, ours], [ours[::-1], ours[::-1]]]
    options = [["mine", "split", "yours"]] * 2
    return build_frame(["a", "b"], ["land", "ports"], options, salience, values, [Fraction(2, 5), Fraction(2, 5)])


def draft(*terms: frozenset[int] | None) -> FrameDraft:
    """A draft of the first two issues."""
    return FrameDraft("d", "Draft", terms)


SPLIT = draft(frozenset({1}), frozenset({1}))


def test_trade_across_issues() -> None:
    """From splitting both, each taking its own issue helps both; and that deal dominates the draft."""
    found = place_draft(logroll(), SPLIT)
    assert found.utility == {"a": (0.5, 0.5), "b": (0.5, 0.5)}
    assert (found.completions, found.in_zopa, found.acceptable_to) == (1, True, ("a", "b"))
    assert found.dominated_by is not None
    assert found.dominated_by.deal == {"land": "mine", "ports": "yours"}
    assert found.joint_gain == pytest.approx(0.6)
    best = found.trades[0]
    assert (best.issues, best.options) == (("land", "ports"), ("mine", "yours"))
    assert best.utility_change == pytest.approx({"a": 0.3, "b": 0.3})


def test_cheapest_concession() -> None:
    """Each party gives first where it cares least and the other most."""
    found = place_draft(logroll(), SPLIT)
    assert [(c.party, c.issue, c.option) for c in found.concessions] == [("a", "ports", "yours"), ("b", "land", "mine")]
    assert (found.concessions[0].cost, found.concessions[0].gain) == (pytest.approx(0.1), pytest.approx(0.4))


def test_brackets_are_ranges() -> None:
    """Brackets and silence leave completions open; worth is told from the worst to the best of them."""
    found = place_draft(logroll(), draft(frozenset({0, 2}), None))
    assert found.completions == 6
    assert found.utility["a"] == (0.0, 1.0)
    assert found.reference is not None
    assert found.reference.deal == {"land": "mine", "ports": "yours"}


def test_refusals_are_told() -> None:
    """Who refuses, and why: a red line crossed, or worth less than no deal. A red line of a party without veto bars nothing."""
    frame = replace(logroll(), red_lines=(FrameRedLine("r", 1, 0, (0,)),), names={"land": "Land"})
    found = place_draft(frame, draft(frozenset({0}), frozenset({0})))
    assert found.refused_by == {"b": ("crosses its red line on Land", "worth less to it than no deal")}
    assert (found.in_zopa, found.acceptable_to) == (False, ("a",))


def test_efficient_draft() -> None:
    """Nothing dominates an efficient draft and no joint gain is left."""
    found = place_draft(logroll(), draft(frozenset({0}), frozenset({2})))
    assert (found.dominated_by, found.joint_gain, found.trades) == (None, 0.0, ())


def test_draft_against_law_or_condition() -> None:
    """A draft that breaks a condition or takes what the law bars has no completion, and no reference."""
    tie = FrameCondition("c", "forbid", "", clauses=(((0, frozenset({0, 2})),),))
    found = place_draft(replace(logroll(), conditions=(tie,)), SPLIT)
    assert (found.completions, found.reference, found.in_zopa) == (0, None, False)
    barred = replace(logroll(), legal=(FrameLegal("l", 0, (1,), "referendum", blocks=True),))
    assert place_draft(barred, SPLIT).reference is None


def test_brute_force_agrees() -> None:
    """Ranges, membership and domination are what looking at each completion gives."""
    for seed in range(40):
        frame = generate_frame(
            seed, Shape(issues=4, options=3, parties=3, grid=4, conditions=2, red_lines=2, no_deal=0.5, drafts=2)
        )
        for each in frame.drafts:
            found = place_draft(frame, each)
            fits = [d for d in all_deals(frame) if all(t is None or o in t for o, t in zip(d, each.terms, strict=True))]
            fits = [d for d in fits if frame.in_deal_space(d)]
            assert found.completions == len(fits)
            assert (found.reference is not None) is bool(fits)
            assert found.in_zopa is any(frame.in_zopa(d) for d in fits)
            for p, party in enumerate(frame.parties):
                worths = [frame.utility(frame.total(d))[p] for d in fits] or [0.0]
                assert found.utility[party] == (min(worths), max(worths))
            if found.reference is not None:
                check_domination(frame, found.reference.points, found.dominated_by is not None)


def check_domination(frame: Frame, points: tuple[int, ...], dominated: bool) -> None:
    """Some acceptable deal is at least as good for all and better for one, exactly where one was named."""
    others = [frame.total(d) for d in all_deals(frame) if frame.in_zopa(d)]
    assert dominated is any(o != points and all(x >= y for x, y in zip(o, points, strict=True)) for o in others)

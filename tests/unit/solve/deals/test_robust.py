"""Packages under several readings, and negotiation arithmetic."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.generate_frames import Shape, generate_frame
from tests.properties.deal_oracle import all_deals, two_party_frame

from zopa.model import Frame, FrameRedLine, build_frame
from zopa.solve.deals import drop_issues, find_effects, find_robust


def reading(*no_deal: int) -> Frame:
    """Three deals between two parties."""
    return two_party_frame([(80, 20), (50, 50), (20, 80)], (no_deal[0], no_deal[1]))


def test_holds_in_all() -> None:
    """The deal that holds under every reading, with the smallest gain that it leaves anybody."""
    (found,) = find_robust({"base": reading(40, 40), "firm": reading(45, 10)})
    assert (found.outcome.choice, found.readings, found.except_for) == ((1,), ("base", "firm"), "")
    assert found.margin == pytest.approx(0.05)


def test_all_but_a_named_one() -> None:
    """Where no deal holds under all, each reading is left out in turn."""
    found = find_robust({"base": reading(40, 40), "proud": reading(70, 0), "low": reading(10, 10)})
    assert {package.except_for: package.outcome.choice for package in found} == {"base": (0,), "proud": (1,)}


def test_none() -> None:
    """No package: two readings without a common deal, and no readings at all."""
    assert find_robust({"a": reading(70, 0), "b": reading(0, 70)}) == ()
    assert find_robust({}) == ()


def test_red_lines_of_each_reading_count() -> None:
    """A red line of one reading binds the common package."""
    lined = replace(reading(10, 10), red_lines=(FrameRedLine("r", 0, 0, (1, 2)),))
    (found,) = find_robust({"base": reading(10, 10), "lined": lined})
    assert found.outcome.choice == (0,)


def test_different_issues_are_refused() -> None:
    """Readings of one case share parties, issues and options."""
    with pytest.raises(ValueError, match="same parties"):
        find_robust({"a": reading(0, 0), "b": two_party_frame([(1, 1)])})


def test_robust_agrees_with_brute_force() -> None:
    """A package is found exactly where some deal lies in every zone, and its margin is the greatest."""
    shape = Shape(issues=4, options=3, parties=3, grid=10, conditions=2, red_lines=2)
    for seed in range(40):
        base = generate_frame(seed, shape)
        frames = {
            str(n): replace(base, no_deal=tuple(int(s * part) for s in base.scale))
            for n, part in enumerate((0.3, 0.4, 0.5))
        }
        common = [d for d in all_deals(base) if all(f.in_zopa(d) for f in frames.values())]
        found = [package for package in find_robust(frames) if not package.except_for]
        assert bool(found) is bool(common)
        if found:
            best = max(
                min((f.total(d)[p] - (f.no_deal[p] or 0)) / f.scale[p] for f in frames.values() for p in range(3))
                for d in common
            )
            assert found[0].margin == pytest.approx(best, abs=1e-6)


def two_tracks() -> Frame:
    """Peace alone divides the parties; business makes a deal worth it to the second; dignity blocks."""
    salience = [[Fraction(50), Fraction(50)], [Fraction(50), Fraction(50)]]
    values = [
        [[Fraction(1), Fraction(0)], [Fraction(1), Fraction(0)]],
        [[Fraction(0), Fraction(1)], [Fraction(1), Fraction(0)]],
    ]
    return build_frame(
        ["a", "b"], ["land", "trade"], [["mine", "yours"], ["open", "shut"]], salience, values,
        [Fraction(3, 5), Fraction(1, 2)], tracks=["peace", "business"],
    )  # fmt: skip


def test_what_a_track_opens() -> None:
    """Without the business track there is no deal: adding it opens one (Sebenius 1983)."""
    effects = {(e.what, e.id): e.effect for e in find_effects(two_tracks())}
    assert effects["track", "business"] == "closes"
    assert effects["issue", "trade"] == "closes"
    assert effects["track", "peace"] == "none"
    assert effects["party", "a"] == "none"


def test_what_dropping_a_party_opens() -> None:
    """A party whose no-deal value blocks: without it the others agree."""
    frame = two_party_frame([(80, 20), (20, 80)], (50, 50))
    effects = {(e.what, e.id): (e.effect, e.with_it, e.without) for e in find_effects(frame)}
    assert effects == {("party", "a"): ("opens", False, True), ("party", "b"): ("opens", False, True)}


def test_dropped_issue_leaves_the_rest_in_proportion() -> None:
    """What is left is worth 0 to 1 again, and a no-deal value is the same part of it."""
    smaller = drop_issues(two_tracks(), [1])
    assert smaller.issues == ("land",)
    assert smaller.utility(smaller.total((0,))) == (1.0, 0.0)
    assert [Fraction(least or 0, scale) for least, scale in zip(smaller.no_deal, smaller.scale, strict=True)] == [
        Fraction(3, 5),
        Fraction(1, 2),
    ]
    assert smaller.tracks == ("peace",)


def test_conditions_go_with_their_issue() -> None:
    """A condition that names a dropped issue is dropped; an at-most loses the literal."""
    frame = generate_frame(3, Shape(issues=5, options=3, parties=2, conditions=4, at_mosts=2, red_lines=4, drafts=1))
    smaller = drop_issues(frame, [0])
    assert all(i < 4 for c in smaller.conditions for clause in c.clauses for i, _ in clause)
    assert all(len(c.literals) == 4 for c in smaller.conditions if c.kind == "at-most")
    assert [line.id for line in smaller.red_lines] == [line.id for line in frame.red_lines if line.issue]
    assert len(smaller.drafts[0].terms) == 4

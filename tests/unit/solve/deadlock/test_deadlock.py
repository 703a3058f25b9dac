"""Conflicts and ways out against brute force, what ways ask, and how near a zone is to closing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from benchmarks.generate_frames import Shape, generate_frame, with_no_deal_at
from tests.properties.deal_oracle import all_deals, small_frame, two_party_frame, zone

from zopa.model import Frame, FrameCondition, FrameLegal, FrameRedLine, build_frame
from zopa.solve.deadlock import DeadlockResult, Member, conflicts, corrections, find_deadlock, labels, ways
from zopa.solve.deadlock.members import Demands, list_demands


def minimal(sets: set[frozenset[int]]) -> set[frozenset[int]]:
    """Those that hold no other."""
    return {s for s in sets if not any(other < s for other in sets)}


def numbers(demands: Demands, members: tuple[Member, ...]) -> frozenset[int]:
    """Members by number."""
    place = {(m.kind, m.id): n for n, m in enumerate(demands.members)}
    return frozenset(place[m.kind, m.id] for m in members)


def check_against_brute_force(frame: Frame) -> bool:
    """Whether it is a deadlock; conflicts and ways out are what looking at each deal gives."""
    demands = list_demands(frame)
    broken = {demands.broken_by(deal) for deal in all_deals(frame)}
    result = find_deadlock(frame, limit=10_000)
    assert result.zopa_exists is (frozenset() in broken) is bool(zone(frame))
    if result.zopa_exists:
        assert (result.conflicts, result.ways_out) == ((), ())
        return False
    ways = [numbers(demands, way.give_up) for way in (*result.ways_out, *result.legal_ways_out)]
    least = minimal(broken)
    assert len(ways) == len(set(ways))
    assert set(ways) == least
    every = range(len(demands.members))
    hitting: set[frozenset[int]] = set()
    for size in range(1, len(demands.members) + 1):
        for some in map(frozenset, itertools.combinations(every, size)):
            if all(some & s for s in least) and not any(h <= some for h in hitting):
                hitting.add(some)
    assert {numbers(demands, conflict) for conflict in result.conflicts} == hitting
    assert result.complete
    check_ways(frame, demands, result)
    return True


def check_ways(frame: Frame, demands: Demands, result: DeadlockResult) -> None:
    """What a way opens is a deal once its members are given up, no-deal values falling as far as told and, alone, no further."""
    every = frozenset(range(len(demands.members)))
    for way in (*result.ways_out, *result.legal_ways_out):
        freed = demands.only(every - numbers(demands, way.give_up))
        assert freed.in_zopa(way.opens.choice)
        assert way.needs_law is any(m.kind == "legal" for m in way.give_up)
        assert way.asks == tuple(sorted({m.party for m in way.give_up if m.party}))
        lowered = [m for m in way.give_up if m.kind == "no-deal"]
        asked = list(freed.no_deal)
        for member in lowered:
            party = frame.parties.index(member.party)
            assert isinstance(member.to, float)
            asked[party] = round(member.to * frame.scale[party])
            assert asked[party] < (frame.no_deal[party] or 0)
        opened = [d for d in all_deals(frame) if replace(freed, no_deal=tuple(asked)).in_zopa(d)]
        assert way.opens.choice in opened
        assert way.opens_count == len(opened)
        if len(lowered) == 1:
            party = frame.parties.index(lowered[0].party)
            assert asked[party] == max(frame.total(d)[party] for d in all_deals(frame) if freed.in_zopa(d))


def test_brute_force_agrees() -> None:
    """Random small frames, with laws, conditions, red lines and parties without veto."""
    seen = sum(check_against_brute_force(firm(seed)) for seed in range(120))
    assert seen > 40


def firm(seed: int) -> Frame:
    """A small frame with high no-deal values."""
    frame = small_frame(seed)
    return with_no_deal_at(frame, 0.7) if seed % 3 else frame


def test_programme_and_listing_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the deals are too many to look at and to merge, the integer programme finds the same sets."""
    monkeypatch.setattr(corrections, "MAX_LISTED", -1)
    monkeypatch.setattr(labels, "MAX_LABELS", -1)
    monkeypatch.setattr(ways, "MERGED", -1)
    seen = sum(check_against_brute_force(firm(seed)) for seed in range(40))
    assert seen > 10


def test_merging_and_listing_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the deals are too many to look at, merging finds the same sets of red lines, laws and no-deal values."""
    monkeypatch.setattr(corrections, "MAX_LISTED", -1)
    for sizes in ((1, 2, 3), (), (2,)):
        monkeypatch.setattr(corrections, "SIZES", sizes)
        seen = sum(check_against_brute_force(replace(firm(seed), conditions=())) for seed in range(60))
        assert seen > 10


def test_merging_that_grows_too_large_goes_on_as_programme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small sets found by merging, larger ones by programme: together all of them."""
    frame = with_no_deal_at(generate_frame(0, Shape(issues=8, options=3, parties=4, red_lines=12)), 0.85)
    whole = find_deadlock(frame, limit=1_000)
    monkeypatch.setattr(corrections, "MAX_LISTED", -1)
    merged = find_deadlock(frame, limit=1_000)
    monkeypatch.setattr(labels, "MAX_LABELS", 100)
    mixed = find_deadlock(frame, limit=1_000)
    for other in (merged, mixed):
        assert {frozenset(m.id for m in way.give_up) for way in other.ways_out} == {
            frozenset(m.id for m in way.give_up) for way in whole.ways_out
        }
        assert other.conflicts == whole.conflicts
        assert other.complete


def test_conflicts_one_by_one_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hitting sets are too many to hold, candidates put to the solver one by one give the same conflicts."""
    monkeypatch.setattr(conflicts, "MAX_PARTIAL", 0)
    seen = sum(check_against_brute_force(firm(seed)) for seed in range(30))
    assert seen > 8


def blocked() -> Frame:
    """The south will not cede, the north takes nothing else; a ports clause ties the north to a referendum."""
    salience = [[Fraction(3), Fraction(1)], [Fraction(3), Fraction(1)]]
    values = [
        [[Fraction(1), Fraction(0)], [Fraction(1), Fraction(0)]],
        [[Fraction(0), Fraction(1)], [Fraction(0), Fraction(1)]],
    ]
    return build_frame(
        ["south", "north"], ["land", "ports"], [["cede", "keep"], ["shared", "shut"]], salience, values[::-1],
        [Fraction(1, 4), Fraction(3, 4)], red_lines=[FrameRedLine("never", 0, 0, (0,), stated=False)],
        names={"south": "South", "north": "North"},
    )  # fmt: skip


def test_what_ways_ask() -> None:
    """Either the south gives up its red line, or the north asks for less: grouped by whom they ask, in alphabetical order."""
    result = find_deadlock(blocked())
    assert [[(m.kind, m.party) for m in conflict] for conflict in result.conflicts] == [
        [("red-line", "south"), ("no-deal", "north")]
    ]
    assert list(result.by_party) == ["north", "south"]
    (north,), (south,) = result.by_party["north"], result.by_party["south"]
    assert [(m.kind, m.to) for m in north.give_up] == [("no-deal", 0.25)]
    assert [(m.kind, m.to, m.stated) for m in south.give_up] == [("red-line", "cede", False)]
    assert south.opens.deal["land"] == "cede"
    assert (
        result.sentence
        == "There is no deal. North does better without a deal than with any deal that crosses no red line."
    )


def test_law_is_listed_apart() -> None:
    """A way that needs a law to change is no way out among the others."""
    frame = replace(blocked(), red_lines=(), legal=(FrameLegal("article", 0, (0,), "referendum", blocks=True),))
    result = find_deadlock(frame)
    assert [way.needs_law for way in result.legal_ways_out] == [True]
    assert [m.to for m in result.legal_ways_out[0].give_up] == ["cede"]
    assert all(m.kind != "legal" for way in result.ways_out for m in way.give_up)
    reported = replace(frame, legal=(replace(frame.legal[0], blocks=False),))
    assert find_deadlock(reported).zopa_exists


def test_way_that_asks_nobody() -> None:
    """Lifting a condition asks no party; it stands under no name."""
    tie = FrameCondition("tie", "if-then", "", clauses=(((0, frozenset({1})),),))
    result = find_deadlock(replace(blocked(), red_lines=(), conditions=(tie,)))
    assert [way.asks for way in result.by_party[""]] == [()]


@pytest.mark.parametrize("merged", [2_000, -1])
def test_largest_fall_is_made_smallest(merged: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two no-deal values fall together as evenly as they can, by merging and by integer programme."""
    monkeypatch.setattr(ways, "MERGED", merged)
    frame = two_party_frame([(90, 0), (50, 60), (0, 90)], (95, 95))
    (way,) = find_deadlock(frame).ways_out
    assert way.opens.choice == (1,)
    assert [m.to for m in way.give_up] == [0.5, 0.6]


def test_one_plain_sentence() -> None:
    """How large the smallest conflict is and how many ways out there are."""
    told = find_deadlock(two_party_frame([(100, 0), (0, 100)], (50, 50))).sentence
    assert (
        told
        == "There is no deal: the smallest conflict is between 2 demands, and there are 2 minimal ways out without a change of law."
    )
    tied = FrameCondition("c", "forbid", "", clauses=(((0, frozenset()),),))
    alone = find_deadlock(replace(two_party_frame([(50, 50)]), conditions=(tied,))).sentence
    assert (
        alone
        == "There is no deal: one demand alone cannot be met, and there is 1 minimal way out without a change of law."
    )


def test_limit_is_said() -> None:
    """Only so many are listed, and the result says that there may be more."""
    frame = with_no_deal_at(generate_frame(0, Shape(issues=8, options=3, parties=4, red_lines=12)), 0.85)
    whole = find_deadlock(frame, limit=1_000)
    cut = find_deadlock(frame, limit=2)
    assert whole.complete
    assert len(whole.ways_out) > 2
    assert len(cut.ways_out) == 2
    assert not cut.ways_complete
    assert [len(way.give_up) for way in cut.ways_out] == [len(way.give_up) for way in whole.ways_out[:2]]


def test_interrupt_keeps_what_is_known() -> None:
    """Stopped at the first way, that way and the conflicts stand."""

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    result = find_deadlock(blocked(), progress=stop)
    assert (result.interrupted, len(result.ways_out), result.complete) == (True, 1, False)
    assert result.conflicts


def test_plain_reason_is_the_sentence() -> None:
    """No option left, or no-deal above the best possible, is said as such."""
    frame = replace(blocked(), red_lines=(FrameRedLine("r", 0, 0, (0,)), FrameRedLine("s", 1, 0, (1,))))
    assert (
        find_deadlock(frame).sentence
        == "There is no deal. No option is left for land: red lines and law bar each of them."
    )


def test_how_near_a_zone_is_to_closing() -> None:
    """The room of each no-deal value, of all together, and options that every acceptable deal has."""
    frame = two_party_frame([(80, 40), (60, 60), (10, 90)], (50, 30))
    result = find_deadlock(frame)
    assert result.zopa_exists
    near = result.nearness
    assert near is not None
    assert near.room == {"a": 0.8, "b": 0.6}
    assert near.rise == pytest.approx(0.1)
    assert near.red_lines == ()
    narrow = find_deadlock(replace(frame, no_deal=(70 * frame.scale[0] // 100, frame.no_deal[1]))).nearness
    assert narrow is not None
    assert narrow.red_lines == (("i", "o0"),)


def test_room_is_exact() -> None:
    """At the room told there is a deal, a point above there is none."""
    for seed in range(25):
        frame = small_frame(seed)
        result = find_deadlock(frame)
        if result.nearness is None:
            continue
        for party, room in result.nearness.room.items():
            p = frame.parties.index(party)
            points = round(room * frame.scale[p])
            at, above = ([*frame.no_deal[:p], points + more, *frame.no_deal[p + 1 :]] for more in (0, 1))
            assert zone(replace(frame, no_deal=tuple(at)))
            assert not zone(replace(frame, no_deal=tuple(above)))

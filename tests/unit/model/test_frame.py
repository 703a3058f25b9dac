"""Frames: exact integer points, what is allowed, what is in the zone of possible agreement."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zopa.model import Frame, FrameCondition, FrameLegal, FrameRedLine, build_frame

F = Fraction
OPTIONS = (("cede", "zone", "freeze"), ("yes", "no"))


def frame(**changes: object) -> Frame:
    """Two parties with opposite wishes on two issues."""
    members: dict[str, object] = {
        "salience": [[F(75), F(25)], [F(50), F(50)]],
        "values": [[[F(1), F(1, 3), F(0)], [F(1), F(0)]], [[F(0), F(1, 2), F(1)], [F(0), F(1)]]],
        "no_deal": [F(1, 2), None],
    }
    members.update(changes)
    return build_frame(["north", "south"], ["land", "aid"], OPTIONS, **members)  # type: ignore[arg-type]


def test_points_are_exact() -> None:
    """Points over scale are the utilities as fractions, and a threshold between two points is kept exact."""
    built = frame(no_deal=[F(1, 7), None])
    for deal in ((0, 0), (1, 1), (2, 0)):
        weights = (F(3, 4), F(1, 4))
        values = ((F(1), F(1, 3), F(0)), (F(1), F(0)))
        utility = sum(weights[i] * values[i][o] for i, o in enumerate(deal))
        assert F(built.total(deal)[0], built.scale[0]) == utility
    assert F(built.no_deal[0] or 0, built.scale[0]) == F(1, 7)
    assert not built.rounded


def test_several_deals_are_totalled_as_one_by_one() -> None:
    built = frame(no_deal=[F(1, 7), None])
    deals = [(land, aid) for land in range(3) for aid in range(2)]
    assert [tuple(row) for row in built.totals(deals).tolist()] == [built.total(deal) for deal in deals]
    assert built.totals([]).shape == (0, 2)


def test_utility_is_on_the_zero_to_one_scale() -> None:
    """The best deal of a party with values up to 1 is worth 1."""
    built = frame()
    assert built.utility(built.total((0, 0))) == (1.0, 0.0)


def test_party_that_cares_for_nothing() -> None:
    """All saliences 0: utility 0 everywhere, so that a positive no-deal value can never be met."""
    built = frame(salience=[[F(0), F(0)], [F(1), F(1)]])
    assert built.total((0, 0))[0] == 0
    assert not built.in_zopa((0, 0))
    assert frame(salience=[[F(0), F(0)], [F(1), F(1)]], no_deal=[F(0), None]).in_zopa((0, 0))


def test_rounding_is_said() -> None:
    """Denominators that no total below 2**53 can hold are rounded, and the frame says so."""
    primes = [F(1, 10007), F(1, 10009), F(1, 10037), F(1, 10039), F(1, 10061)]
    built = build_frame(["a"], ["i"], [[str(p) for p in primes]], [[F(1)]], [[primes]], [None])
    assert built.rounded
    assert built.utility(built.total((0,)))[0] == pytest.approx(1 / 10007, rel=1e-9)


def test_red_lines_filter_only_for_those_who_must_agree() -> None:
    """A red line of a party without veto is reported and bars nothing."""
    lines = (FrameRedLine("r1", 0, 0, (2,)), FrameRedLine("r2", 1, 1, (0,)))
    assert frame(red_lines=lines).allowed == ((0, 1), (1,))
    assert frame(red_lines=lines, veto=[True, False]).allowed == ((0, 1), (0, 1))


def test_law_bars_only_where_it_blocks() -> None:
    """A legal constraint that can be met by an act is reported and bars nothing."""
    law = FrameLegal("l1", 0, (0,), "referendum")
    assert frame(legal=(law,)).allowed[0] == (0, 1, 2)
    blocking = FrameLegal("l1", 0, (0,), "referendum", blocks=True)
    assert frame(legal=(blocking,)).allowed[0] == (1, 2)


def test_conditions() -> None:
    """Clauses need one literal each; at most n literals may hold."""
    tied = FrameCondition("c", "if-then", "tied", clauses=(((0, frozenset({1, 2})), (1, frozenset({0}))),))
    assert [tied.holds(d) for d in ((0, 1), (0, 0), (1, 1))] == [False, True, True]
    few = FrameCondition("m", "at-most", "few", literals=((0, frozenset({0})), (1, frozenset({0}))), at_most=1)
    assert [few.holds(d) for d in ((0, 0), (0, 1), (2, 1))] == [False, True, True]
    assert not frame(conditions=(tied,)).in_zopa((0, 1))


def test_wrong_shapes_are_refused() -> None:
    """Numbers of parties, issues and options must agree; saliences are not negative."""
    with pytest.raises(ValueError, match="salience for each issue"):
        frame(salience=[[F(1)], [F(1), F(1)]])
    with pytest.raises(ValueError, match="0 or more"):
        frame(salience=[[F(-1), F(1)], [F(1), F(1)]])
    with pytest.raises(ValueError, match="options for 2 issues"):
        build_frame(["a"], ["i", "j"], [["x"]], [[F(1), F(1)]], [[[F(1)], [F(1)]]], [None])
    with pytest.raises(ValueError, match="saliences and values"):
        frame(salience=[[F(1), F(1)]])
    with pytest.raises(ValueError, match="no-deal value"):
        frame(no_deal=[None])


def test_labels_and_names() -> None:
    """Results speak in ids; names fall back to ids."""
    built = frame(names={"land": "Rest of Donetsk", "land/cede": "withdraw"})
    assert built.label((0, 1)) == {"land": "cede", "aid": "no"}
    assert (built.name("land"), built.name("land", "cede"), built.name("aid", "no")) == (
        "Rest of Donetsk",
        "withdraw",
        "no",
    )
    assert built.deal_count == 6

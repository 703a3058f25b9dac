"""Worked examples of bargaining from the literature, and the traps that other programs fell into.

Nash (1950), The bargaining problem, Econometrica 18(2), page 161: Bill and Jack barter.
Raiffa (1982), The Art and Science of Negotiation, chapter 13, for the shape of a log-rolling table.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tests.properties.deal_oracle import two_party_frame

from zopa.model import Frame, build_frame
from zopa.solve.deals import CONCEPTS, Solution, SolverTask, find_existence, find_frontier, find_share

# Goods with their worth to Bill and to Jack (Nash 1950, page 161).
OF_BILL = {"book": (2, 4), "whip": (2, 2), "ball": (2, 1), "bat": (2, 2), "box": (4, 1)}
OF_JACK = {"pen": (10, 1), "toy": (4, 1), "knife": (6, 2), "hat": (2, 2)}


def barter() -> Frame:
    """Each good stays or changes hands; without a deal each keeps what he has."""
    goods = OF_BILL | OF_JACK
    keeps = ["Bill"] * len(OF_BILL) + ["Jack"] * len(OF_JACK)
    options = [["keep", "give"]] * len(goods)
    most = [max(worth[n] for worth in goods.values()) for n in range(2)]
    salience = [[Fraction(most[n])] * len(goods) for n in range(2)]
    values = [
        [
            [Fraction(worth[n] if (owner == who) else 0, most[n]), Fraction(0 if (owner == who) else worth[n], most[n])]
            for worth, owner in zip(goods.values(), keeps, strict=True)
        ]
        for n, who in enumerate(("Bill", "Jack"))
    ]
    own = [sum(w[0] for w in OF_BILL.values()), sum(w[1] for w in OF_JACK.values())]
    no_deal = [Fraction(own[n], most[n] * len(goods)) for n in range(2)]
    return build_frame(["Bill", "Jack"], list(goods), options, salience, values, no_deal)


def solve(frame: Frame, concept: str) -> Solution:
    """A solution from the frontier; by integer programme it must be among the same deals."""
    whole = CONCEPTS[concept](SolverTask(frame, find_frontier(frame)))
    alone = CONCEPTS[concept](SolverTask(frame, None, find_existence(frame).witness))
    assert {o.choice for o in alone.outcomes} <= {o.choice for o in whole.outcomes}
    return whole


def test_bill_and_jack() -> None:
    """Bill gives book, whip, ball and bat; Jack gives pen, toy and knife."""
    (deal,) = solve(barter(), "nash").outcomes
    given = {good for good, choice in deal.deal.items() if choice == "give"}
    assert given == {"book", "whip", "ball", "bat", "pen", "toy", "knife"}


def choices(frame: Frame, concept: str) -> set[int]:
    """Options named by a solution of a frame with one issue."""
    return {o.choice[0] for o in solve(frame, concept).outcomes}


def test_kalai_smorodinsky_is_not_the_smallest_spread() -> None:
    """Ratios (.5, .5) have no spread; (.6, .9) have the greater smallest ratio and are the solution."""
    frame = two_party_frame([(100, 0), (0, 100), (50, 50), (60, 90)])
    assert choices(frame, "kalai-smorodinsky") == {3}


def test_kalai_smorodinsky_counts_best_gains_inside_the_zone() -> None:
    """A deal that the other side refuses raises nobody's best gain."""
    with_refused = two_party_frame([(100, 10), (60, 40), (45, 80)], (0, 20))
    without = two_party_frame([(60, 40), (45, 80)], (0, 20))
    assert choices(with_refused, "kalai-smorodinsky") == {2}
    assert choices(without, "kalai-smorodinsky") == {1}


def test_indifferent_party_does_not_make_everything_optimal() -> None:
    """A party to whom all deals are alike has best gain 0 and is left out of the ratio."""
    frame = two_party_frame([(10, 30), (50, 30), (90, 30)], (None, 30))
    assert choices(frame, "kalai-smorodinsky") == {2}


def test_two_losses_make_no_gain() -> None:
    """A deal below both no-deal values is in no zone, however large the product of its losses."""
    frame = two_party_frame([(0, 0), (60, 60)], (50, 50))
    assert choices(frame, "nash") == {1}
    assert solve(two_party_frame([(0, 0)], (50, 50)), "nash").outcomes == ()


def test_all_products_zero() -> None:
    """Where every deal leaves somebody without gain, Nash names every acceptable deal, dominated ones too."""
    frame = two_party_frame([(50, 90), (50, 60), (40, 99)], (50, 20))
    assert choices(frame, "nash") == {0, 1}
    assert choices(frame, "leximin") == {0}


def test_egalitarian_deals_may_be_inefficient() -> None:
    """All deals with the greatest smallest gain tie; leximin takes the efficient one."""
    frame = two_party_frame([(50, 50), (50, 90), (40, 100)])
    assert choices(frame, "egalitarian") == {0, 1}
    assert choices(frame, "leximin") == {1}


def test_greatest_sum_is_another_solution() -> None:
    """The greatest sum is utilitarian and neither egalitarian nor Kalai-Smorodinsky."""
    frame = two_party_frame([(100, 10), (54, 54), (0, 60)])
    assert choices(frame, "utilitarian") == {0}
    assert choices(frame, "egalitarian") == choices(frame, "kalai-smorodinsky") == {1}


def test_equal_deals_are_all_kept() -> None:
    """Distinct deals of equal utilities are all on the frontier and all named."""
    frame = two_party_frame([(60, 60), (60, 60), (10, 10)])
    assert find_frontier(frame).count == 2
    assert choices(frame, "nash") == {0, 1}


def test_party_without_no_deal_value_gains_from_zero() -> None:
    """Gains are 50 above nothing for the first and 10 above 40 for the second."""
    frame = two_party_frame([(50, 50), (90, 45)], (None, 40))
    assert choices(frame, "nash") == {0}
    assert choices(replace(frame, no_deal=(40 * frame.scale[0] // 100, None)), "nash") == {1}


def test_sampler_that_finds_nothing_says_so() -> None:
    """A zone of one deal in 4 ** 20: no sampled deal lies in it, and the share is not called 0."""
    values = [[[Fraction(1), Fraction(0), Fraction(0), Fraction(0)]] * 20] * 2
    frame = build_frame(
        ["a", "b"], [f"i{n}" for n in range(20)], [["w", "x", "y", "z"]] * 20, [[Fraction(n + 1) for n in range(20)]] * 2,
        values, [Fraction(999, 1000)] * 2,
    )  # fmt: skip
    found = find_share(frame, exists=find_existence(frame).exists, samples=100)
    assert found.count == 1 or (found.share is None and found.interval[0] > 0)

"""Whether there is a deal, how certain that is, and the plain sentences for bad input."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tests.properties.deal_oracle import two_party_frame, with_unknown

from zopa.model import Frame, FrameCondition, FrameLegal, FrameRedLine, Unknown, build_frame
from zopa.solve.deals import find_existence

HALF = Fraction(1, 2)


def three_issues(**changes: object) -> Frame:
    """Two parties, opposed on land, agreed on aid; nothing said of the third issue by the first party."""
    members: dict[str, object] = {
        "salience": [[Fraction(50), Fraction(50), Fraction(0)], [Fraction(50), Fraction(50), Fraction(50)]],
        "values": [
            [[Fraction(1), Fraction(0)], [Fraction(1), Fraction(0)], [Fraction(0), Fraction(0)]],
            [[Fraction(0), Fraction(1)], [Fraction(1), Fraction(0)], [Fraction(1), Fraction(0)]],
        ],
        "no_deal": [HALF, HALF],
    }
    members.update(changes)
    options = [["ours", "theirs"], ["yes", "no"], ["open", "shut"]]
    return build_frame(["a", "b"], ["land", "aid", "border"], options, **members)  # type: ignore[arg-type]


def test_yes_with_a_witness() -> None:
    """An acceptable deal is named."""
    found = find_existence(three_issues())
    assert (found.exists, found.certain, found.flips) == (True, "yes", ())
    assert found.witness is not None
    assert three_issues().in_zopa(found.witness)


def test_threshold_is_exact() -> None:
    """A deal worth exactly the no-deal value is acceptable; a hair more is not, however fine the scale."""
    third = Fraction(1, 3)
    fine = build_frame(["a"], ["i"], [["x"]], [[Fraction(1)]], [[[third]]], [third])
    assert find_existence(fine).exists is True
    finer = build_frame(["a"], ["i"], [["x"]], [[Fraction(1)]], [[[third]]], [third + Fraction(1, 10**12)])
    assert find_existence(finer).exists is False


def test_two_deals_a_hair_below() -> None:
    """Deals that a floating-point solver takes for acceptable are seen through in integers."""
    tiny = Fraction(1, 10**13)
    values = [[[HALF - tiny, HALF - 2 * tiny, HALF]], [[HALF, HALF, HALF - tiny]]]
    frame = build_frame(["a", "b"], ["i"], [["x", "y", "z"]], [[Fraction(1)]] * 2, values, [HALF, HALF])
    assert find_existence(frame).exists is False


def test_issue_without_options_left() -> None:
    """One sentence that names the issue."""
    frame = replace(
        three_issues(), red_lines=(FrameRedLine("r", 0, 0, (1,)), FrameRedLine("s", 1, 0, (0,))), names={"land": "Land"}
    )
    found = find_existence(frame)
    assert (found.exists, found.certain) == (False, "no")
    assert found.reason == "No option is left for Land: red lines and law bar each of them."


def test_no_deal_above_the_best() -> None:
    """One sentence that names the party."""
    found = find_existence(two_party_frame([(30, 30)], (40, None)))
    assert found.exists is False
    assert found.reason == "a does better without a deal than with any deal that crosses no red line."


def test_contradictory_conditions() -> None:
    """One sentence, apart for conditions alone and for conditions with red lines."""
    both = tuple(FrameCondition(f"c{o}", "forbid", "", clauses=(((0, frozenset({1 - o})),),)) for o in (0, 1))
    found = find_existence(replace(three_issues(), conditions=both))
    assert found.reason == "The conditions contradict each other: no deal satisfies all of them."
    lined = replace(three_issues(), conditions=both[:1], red_lines=(FrameRedLine("r", 0, 0, (1,)),))
    assert find_existence(lined).reason == "No deal satisfies the conditions without crossing a red line or the law."
    barred = replace(three_issues(), conditions=both[:1], legal=(FrameLegal("l", 0, (1,), "treaty", blocks=True),))
    assert find_existence(barred).reason == "No deal satisfies the conditions without crossing a red line or the law."


def test_plain_deadlock_needs_no_sentence() -> None:
    """Where wishes clash and nothing is contradictory, the reason is left to the deadlock."""
    found = find_existence(two_party_frame([(100, 0), (0, 100)], (50, 50)))
    assert (found.exists, found.certain, found.reason) == (False, "no", "")


def test_unknown_no_deal_value() -> None:
    """A party that never said what it has without a deal may be better off than any deal leaves it."""
    unknown = Unknown("no-deal", 0, None, "a has not said what it does without a deal")
    frame = with_unknown(two_party_frame([(60, 60), (90, 10)], (None, 50)), unknown)
    found = find_existence(frame)
    assert (found.exists, found.certain, found.flips) == (True, "cannot tell", (unknown,))


def test_unknown_no_deal_value_that_decides_nothing() -> None:
    """Where the deal that gives the party all that it could want suits all others too, no no-deal value closes the zone."""
    unknown = Unknown("no-deal", 0, None, "")
    found = find_existence(with_unknown(two_party_frame([(100, 60), (10, 90)], (None, 50)), unknown))
    assert (found.certain, found.flips) == ("yes", ())


def test_unknown_no_deal_value_that_opens() -> None:
    """An assumed no-deal value that blocks, and nobody has said it."""
    unknown = Unknown("no-deal", 0, None, "")
    found = find_existence(with_unknown(two_party_frame([(60, 60)], (70, 50)), unknown))
    assert (found.exists, found.certain, found.flips) == (False, "cannot tell", (unknown,))


def test_unknown_position_may_close() -> None:
    """What the first party wants of the border is unknown, so it may draw a red line where the deal needs an option."""
    unknown = Unknown("position", 0, 2, "")
    needs_open = FrameCondition("c", "require", "", clauses=(((2, frozenset({0})),),))
    frame = with_unknown(replace(three_issues(), conditions=(needs_open,)), unknown)
    assert find_existence(frame).flips == (unknown,)


def test_unknown_position_may_open() -> None:
    """An empty zone opens if the unknown issue means everything to the party."""
    unknown = Unknown("position", 0, 2, "")
    frame = with_unknown(three_issues(no_deal=[Fraction(3, 5), Fraction(9, 10)]), unknown)
    found = find_existence(frame)
    assert (found.exists, found.flips) == (False, (unknown,))


def test_unknown_position_that_decides_nothing() -> None:
    """A party without a no-deal value accepts any option of an issue on which all options are possible."""
    unknown = Unknown("position", 0, 2, "")
    found = find_existence(with_unknown(three_issues(no_deal=[None, HALF]), unknown))
    assert (found.certain, found.flips) == ("yes", ())


def test_unknown_of_a_party_without_veto() -> None:
    """It filters nothing, so nothing it might say matters."""
    unknown = Unknown("no-deal", 0, None, "")
    frame = replace(with_unknown(two_party_frame([(60, 60)], (None, 50)), unknown), veto=(False, True))
    assert find_existence(frame).certain == "yes"


def test_unknown_salience_at_an_end() -> None:
    """A party that might care for land alone closes a zone that rests on aid."""
    unknown = Unknown("salience", 0, 1, "")
    frame = with_unknown(three_issues(no_deal=[HALF, Fraction(9, 10)]), unknown)
    assert find_existence(frame).flips == (unknown,)


def test_unknown_salience_between_the_ends() -> None:
    """One deal suits at a low salience, another at a high one, none between."""
    values = [[[Fraction(3, 5), Fraction(0)], [Fraction(0), Fraction(3, 5)]]]
    same = FrameCondition(
        "c",
        "require",
        "",
        clauses=(((0, frozenset({0})), (1, frozenset({1}))), ((0, frozenset({1})), (1, frozenset({0})))),
    )
    unknown = Unknown("salience", 0, 1, "")
    frame = build_frame(
        ["a"], ["i", "j"], [["x", "y"], ["x", "y"]], [[Fraction(50), Fraction(0)]], values, [Fraction(35, 100)],
        conditions=[same], unknown=[unknown],
    )  # fmt: skip
    assert find_existence(frame).exists is True
    # At salience s of the second issue the deals are worth 0.6 * 50 / (50 + s) and, its values being unseen at weight 0, nothing.
    assert find_existence(frame).flips == (unknown,)


def test_only_together() -> None:
    """Either party alone may ask for its best, both together cannot have it."""
    first, second = Unknown("no-deal", 0, None, ""), Unknown("no-deal", 1, None, "")
    frame = with_unknown(two_party_frame([(100, 0), (0, 100)]), first, second)
    found = find_existence(frame)
    assert (found.certain, found.flips) == ("cannot tell", (first, second))


def test_known_deal_is_taken() -> None:
    """An acceptable deal found before is not looked for again; a wrong one is not believed."""
    frame = two_party_frame([(60, 60), (0, 0)], (50, 50))
    assert find_existence(frame, known=(0,)).witness == (0,)
    assert find_existence(frame, known=(1,)).witness == (0,)

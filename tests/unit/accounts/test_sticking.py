"""Sticking points of several accounts: one for two wordings, those that more name first, none where all is settled."""

from __future__ import annotations

from .told import talks

PAY = "The talks broke down over sick pay."


def test_two_wordings_are_one_point_and_what_more_name_comes_first() -> None:
    """Under the most open words for it."""
    found = talks(
        "The yard and the union differ. The main obstacle is the roster.",
        f"{PAY} Rain fell on the yard.",
        "The parties are deadlocked over the sick pay of crane drivers.",
    ).sticking
    assert [(point.what, len(point.points)) for point in found] == [("sick pay", 2), ("the roster", 1)]


def test_what_is_settled_sticks_at_nothing() -> None:
    """A signed deal ends what stood in its way; a failure does not."""
    assert (
        talks("The union and the yard signed a deal on Sunday. In May they were deadlocked over sick pay.").sticking
        == ()
    )
    assert [p.what for p in talks("The talks failed on Sunday. They were deadlocked over sick pay.").sticking] == [
        "sick pay"
    ]


def test_nothing_named_gives_nothing() -> None:
    assert talks("The yard offered a rise. The union rejected the rise.").sticking == ()

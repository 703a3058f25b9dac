"""What blocks, in one sentence that reads well."""

from __future__ import annotations

from zopa.run.deals import deadlock
from zopa.views.deadlock import first_sentence

from .charts.talks import bridge_talks

FREE = ("    no-deal: better than first\n", "")
ALBA = ("      red-line: not boria\n", "      red-line: only alba\n")
BORIA = ("others: worst, salience: medium}", "others: worst, red-line: only boria, salience: medium}")


def _sentence(talks) -> str:
    under = deadlock(talks, ("base",))[0]
    return first_sentence(talks.case, under.frame, under.result)


def test_an_issue_is_named_once_where_both_sides_draw_the_line_on_it(tmp_path):
    told = _sentence(bridge_talks(tmp_path, FREE, (", no-deal: 0.25}", "}"), ALBA, BORIA))
    assert told == (
        "No deal clears every red line, no-deal value and condition unless Alba were to accept this on Who holds the bridge: "
        "Boria holds it; or Boria this: Alba holds it. Whether they would is not filed yet."
    )


def test_what_asks_for_more_than_a_red_line_is_told_whole(tmp_path):
    told = _sentence(bridge_talks(tmp_path, FREE, (", no-deal: 0.25}", ", no-deal: 0.9}"), ALBA))
    assert "Boria were to settle for less than what it is said to have without a deal" in told

"""Meetings that deeds tell of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.unit.text.trees import analysed

from zopa.statements.actors import Actors
from zopa.statements.deeds import find_deeds
from zopa.statements.encounters import find_encounters
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.statements.types import ReportedMeeting

MET = "Norway/PROPN>2:nsubj met/VERB-Fin-Past>0:root Kenya/PROPN>2:obj"


def encounters(*trees: str, known: tuple[ReportedMeeting, ...] = ()) -> tuple[ReportedMeeting, ...]:
    text = analysed(*trees)
    return find_encounters(find_deeds(text, Actors(text, default_vocabulary()), ()), (), known)


@pytest.mark.parametrize(
    ("tree", "status"),
    [
        (MET, "held"),
        ("Norway/PROPN>3:nsubj will/AUX-Fin>3:aux meet/VERB-Inf>0:root Kenya/PROPN>3:obj", "planned"),
        ("Norway/PROPN>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod meet/VERB-Inf>0:root Kenya/PROPN>4:obj", "cancelled"),
        ("Norway/PROPN>2:nsubj talked/VERB-Fin-Past>0:root with/ADP>4:case Kenya/PROPN>2:obl", "held"),
        ("Norway/PROPN>4:nsubj and/CCONJ>3:cc Kenya/PROPN>1:conj held/VERB-Fin-Past>0:root talks/NOUN>4:obj", "held"),
        ("Norway/PROPN>2:nsubj plans/VERB-Fin-Pres>0:root to/PART>4:mark meet/VERB-Inf>2:xcomp Kenya/PROPN>4:obj", "planned"),
    ],
)  # fmt: skip
def test_status(tree: str, status: str) -> None:
    """Held, planned, cancelled; met, talked with, held talks."""
    (meeting,) = encounters(tree)
    assert (meeting.participants, meeting.parties, meeting.status) == (("Norway", "Kenya"), ("Kenya", "Norway"), status)


@pytest.mark.parametrize(
    "tree",
    [
        "Norway/PROPN>2:nsubj met/VERB-Fin-Past>0:root needs/NOUN>2:obj",
        "Norway/PROPN>2:nsubj held/VERB-Fin-Past>0:root talks/NOUN>2:obj",
        "Norway/PROPN>4:nsubj and/CCONJ>3:cc Kenya/PROPN>1:conj held/VERB-Fin-Past>0:root boats/NOUN>4:obj",
        "Norway/PROPN>2:nsubj praised/VERB-Fin-Past>0:root Kenya/PROPN>2:obj",
        "Norway/PROPN>3:nsubj may/AUX-Fin>3:aux meet/VERB-Inf>0:root Kenya/PROPN>3:obj",
        "if/SCONJ>3:mark Norway/PROPN>3:nsubj meets/VERB-Fin-Pres>6:advcl Kenya/PROPN>3:obj talks/NOUN>6:nsubj resume/VERB-Fin-Pres>0:root",
    ],
)  # fmt: skip
def test_no_meeting(tree: str) -> None:
    """Fewer than two, nothing to meet about, a mere possibility or condition."""
    assert encounters(tree) == ()


def test_place_date_and_telephone() -> None:
    """Where, when, and whether only by telephone."""
    (meeting,) = encounters(
        f"{MET} in/ADP>5:case Tolvik/PROPN>2:obl on/ADP>7:case Monday/PROPN>2:obl over/ADP>9:case telephone/NOUN>2:obl"
    )
    assert (meeting.place, meeting.what) == ("Tolvik", "phone call")
    assert meeting.date is not None
    assert str(meeting.date.from_) == "2025-03-10"
    assert encounters(MET)[0].what == ""


def test_the_richer_of_two_tellings_stays() -> None:
    """A meeting that is known with as many stays; one with fewer gives way; both stand in order with others."""
    (met,) = encounters(MET)
    assert encounters(MET, known=(met,)) == (met,)
    poorer = replace(met, participants=("Norway",), parties=("Norway",))
    assert encounters(MET, known=(poorer,)) == (met,)
    two = encounters(MET, "Peru/PROPN>2:nsubj met/VERB-Fin-Past>0:root Chile/PROPN>2:obj")
    assert [m.participants[0] for m in two] == ["Norway", "Peru"]


def test_officials_stand_for_their_state() -> None:
    """ "Officials from Norway met Kenya" is a meeting of the two states."""
    (meeting,) = encounters(
        "officials/NOUN>4:nsubj from/ADP>3:case Norway/PROPN>1:nmod met/VERB-Fin-Past>0:root Kenya/PROPN>4:obj"
    )
    assert meeting.participants == ("Norway", "Kenya")

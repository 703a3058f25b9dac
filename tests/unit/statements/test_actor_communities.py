"""Peoples inside a state that bear the name of another are neither state."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Greek Cypriots rejected the plan.", "Greek Cypriots"),
        ("Bosnian Serb leader Nils Arden rejected the plan.", "Bosnian Serbs"),
        ("The Turkish Cypriot side rejected the plan.", "Turkish Cypriots"),
        ("The Turkish-Cypriot leader Sela Brod rejected the plan.", "Turkish Cypriots"),
        ("Georgian Armenians left. The Georgian Armenian leader Sela Brod rejected the plan.", "Georgian Armenians"),
        ("Kosovo Serbs rejected the plan.", "Kosovo Serbs"),
        ("The leader of the Latvian Russians, Sela Brod, rejected the plan.", "Latvian Russians"),
    ],
)
def test_a_people_inside_a_state_is_a_side_of_its_own(text: str, side: str) -> None:
    """As noun, before an office or "side", behind "of", with a hyphen; in the singular where the plural is told or it is a noun."""
    (deed,) = [d for d in read(text).deeds if d.stance == "refuses"]
    assert [x.side for x in deed.doers] == [side]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Serbs rejected the plan.", "Serbia"),
        ("The Cypriot envoy rejected the plan.", "Cyprus"),
        ("The Greek and Cypriot envoys met. Cyprus rejected the plan.", "Cyprus"),
        ("The Greek Turkish border is closed. Greece rejected the plan.", "Greece"),
        ("The Serb-Croat border is closed. Serbs rejected the plan.", "Serbia"),
    ],
)
def test_two_states_are_no_community(text: str, side: str) -> None:
    """One word alone, two joined by "and", and a border of two lands."""
    assert [x.side for d in read(text).deeds if d.stance == "refuses" for x in d.doers] == [side]


def test_communities_stand_beside_their_states() -> None:
    """Turkey and the Turkish Cypriots are two, in one text."""
    deeds = read("Turkey wants the plan. The Turkish Cypriots reject the plan, and so does Cyprus.").deeds
    sides = {d.stance: [x.side for x in d.doers] for d in deeds if d.stance}
    assert sides["wants"] == ["Turkey"]
    assert sides["refuses"] == ["Turkish Cypriots"]


@pytest.mark.parametrize("people", ["Greek Cypriots", "Bosnian Serbs", "Georgian Armenians"])
def test_what_a_people_says_neither_state_says(people: str) -> None:
    """As speakers, and as names that a text mentions."""
    record = read(f"{people} say that the plan is dead.")
    assert [(s.speaker.name, s.speaker.party) for s in record.statements if s.speaker] == [(people, people)]
    assert [(m.name, m.kind) for m in record.mentions] == [(people, "group")]
    plain = read("Greek and Cypriot envoys met.").mentions
    assert [m.name for m in plain] == ["Greece", "Cyprus"]

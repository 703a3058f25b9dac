"""Bodies that a text calls by a bare name, groups told by a noun, family names that stand first."""

from __future__ import annotations

import pytest

from .reading import read


def kinds(text: str) -> dict[str, str]:
    return {actor.name: actor.kind for actor in read(text).actors}


@pytest.mark.parametrize(
    "text",
    [
        "Unia Verde's Lund leader struck back. Unia Verde wants a vote.",
        "Ana Brod of Unia Verde saw it otherwise. Unia Verde wants a vote.",
        "The talks between the HDU and Unia Verde failed. Unia Verde wants a vote.",
        "Members of Unia Verde walked out. Unia Verde wants a vote.",
    ],
)
def test_who_has_leaders_or_members_is_a_body(text: str) -> None:
    """Two words in capitals are a body where somebody leads it, belongs to it, or it deals with a body told by initials."""
    assert kinds(text)["Unia Verde"] != "person"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brod's aide struck back. Ana Brod wants a vote.",
        "The talks between the minister and Ana Brod failed. Ana Brod left.",
    ],
)
def test_a_person_stays_a_person(text: str) -> None:
    """People have aides, and talk with people."""
    assert kinds(text)["Ana Brod"] == "person"


def test_a_family_name_that_stands_first() -> None:
    """ "Liu He": a pronoun with a capital is a part of the name, and "Liu" is he; no headline in capitals makes one."""
    text = "Vice Premier Liu He spoke in Lund. Liu rejected the levy. The talks, Liu said, went well."
    found = read(text)
    assert [a.name for a in found.actors if a.kind == "person"] == ["Liu He"]
    assert [[d.name for d in deed.doers] for deed in found.deeds if deed.stance == "refuses"] == [["Liu He"]]
    assert {s.speaker.name for s in found.statements if s.speaker} == {"Liu He"}
    assert "Norway He" not in kinds("What Peru Told Norway He Wants\n\nPeru told Norway that he wants a vote.")


def test_officials_behind_a_name_are_not_that_person() -> None:
    """ "Sitting across from Arden, Peruvian officials told him": Arden is none of them."""
    found = read(
        "Envoy Nils Arden sat down. Sitting across from Arden, Peruvian officials told him no. Arden said the levy must go."
    )
    assert {s.speaker.party for s in found.statements if s.speaker and s.speaker.name == "Nils Arden"} == {None}


def test_the_rebels_are_the_group_told_of() -> None:
    """ "The rebels", "the guerrillas": the armed group that acts, whatever it is called."""
    text = (
        "Delegates of the Marxist guerrillas, known as the HFA, met Peru. The HFA wants a truce. The rebels refused a levy. "
        "The insurgents rejected a vote."
    )
    found = read(text)
    refused = [[d.side for d in deed.doers] for deed in found.deeds if deed.stance == "refuses"]
    assert refused == [["HFA"], ["HFA"]]
    assert "Marxist" not in kinds(text)


def test_a_view_before_a_colon_is_gone_on_with() -> None:
    """ "Arden took another view: the sides had agreed. ... he said": he is Arden, not whoever was told before."""
    text = (
        "Envoy Tom Arlen said the talks had failed. Envoy Nils Arden took another view: the two sides had agreed to go on. The tone was firm. "
        "“We will pay,” he said."
    )
    said = [s.speaker.name for s in read(text).statements if s.form == "quotation" and s.speaker]
    assert said == ["Nils Arden"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The offer was fair, Baltex said; it was an insult, the union replied.",
            [("Baltex", "The offer was fair"), ("union", "it was an insult")],
        ),
        (
            "Peru said the fee must go; the quota must match demand; and the text must be fair.",
            [("Peru", "the fee must go; the quota must match demand; and the text must be fair")],
        ),
    ],
)
def test_a_semicolon_parts_speakers_or_lists_what_one_says(text: str, told: list[tuple[str, str]]) -> None:
    """Behind "X said;" another speaks; a list of clauses behind "X said" is X's to its end."""
    found = [(s.speaker.name, " ".join(c.text for c in s.content)) for s in read(text).statements if s.speaker]
    assert found == told


def test_the_country_is_the_state_that_acts() -> None:
    """ "The country" is no party of its own: the state told of last, else nobody."""
    found = read("Norway met the funds. The country rejected a levy.")
    assert [[d.side for d in deed.doers] for deed in found.deeds if deed.stance == "refuses"] == [["Norway"]]
    assert "country" not in kinds("The funds met. The country rejected a levy.")


def test_a_plural_that_opens_a_sentence_is_no_body() -> None:
    """ "Matters had come to a head": a plural noun with the capital of a first word."""
    assert "Matters" not in kinds("Matters came to a head. The union met, and its delegates accepted the offer.")


def test_western_diplomats_are_of_no_land() -> None:
    """A quarter of the world is nobody's side."""
    assert "Western" not in {a.side for a in read("Western diplomats rejected the draft.").actors}


def test_a_body_does_not_quote_itself_by_name() -> None:
    """A quotation that names whoever was inferred to say it is somebody else's."""
    text = (
        "The City of Lund now insists on new fees, and it wants ten of them from Baltex. They stem from conditions of the permit. "
        "“Baltex was not prepared to fund the fees that were introduced by the City following our July pact.”"
    )
    assert [s.speaker for s in read(text).statements if s.form == "quotation"] == [None]


def test_she_is_no_he() -> None:
    """A pronoun of the other sex, and several people, are not meant."""
    told = read("Envoy Tom Arlen met the mayor. He left. She wanted a levy.").deeds
    assert [[x.name for x in d.doers] for d in told if d.stance == "wants"] == [["mayor"]]
    told = read("Peru's envoys met the funds. He wanted a levy.").deeds
    assert [[x.name for x in d.doers] for d in told if d.stance == "wants"] == [[]]

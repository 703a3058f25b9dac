"""What hangs on a statement: hedges, predictions, judgements, figures, dates, names, issues, parties."""

from __future__ import annotations

import pytest

from .reading import only, read


@pytest.mark.parametrize(
    ("text", "hedged", "prediction", "judgement"),
    [
        ("Egypt signed the treaty.", False, False, False),
        ("Egypt reportedly signed the treaty.", True, False, False),
        ("Egypt may have signed the treaty.", True, False, False),
        ("Egypt signed the treaty in May.", False, False, False),
        ("Egypt will sign the treaty.", False, True, False),
        ("Egypt is expected to sign the treaty.", True, True, False),
        ("Egypt should sign the treaty.", False, False, True),
        ("The treaty is a sham.", False, False, True),
        ("I think the treaty holds.", False, False, True),
    ],
)
def test_what_kind_of_telling(text: str, hedged: bool, prediction: bool, judgement: bool) -> None:
    """An allegation, a prediction, a judgement and a plain report are told apart; the month of May is no hedge."""
    (statement,) = read(text).statements
    assert (statement.hedged, statement.prediction, statement.judgement) == (hedged, prediction, judgement)


def test_a_thought_is_a_judgement() -> None:
    """What somebody believes is no fact."""
    assert only("Egypt believes that the dam leaks.").judgement
    assert not only("Egypt said that the dam leaks.").judgement


def test_figures_dates_and_issues() -> None:
    """They are those of the content, not of the words around it."""
    statement = only(
        "On 3 March, in the second of 4 sessions, Egypt said the dam would hold 74 billion cubic metres from 1 June 2025."
    )
    assert [(f.value, f.unit) for f in statement.figures] == [(74e9, "cubic metre")]
    assert [str(d.from_) for d in statement.dates] == ["2025-06-01"]
    assert "water" in statement.issues


def test_who_does_it_to_whom() -> None:
    """The deed's doer and target are parties; where the words name no doer it is the speaker's party."""
    deed = only("Officials said that Sudan rejected the Egyptian plan.")
    assert (deed.party, deed.plover) == ("Sudan", "REJECT")
    assert only("Ilham Aliyev said that the road was open.").party == "Azerbaijan"
    (own,) = read("Armenia released the prisoners.").statements
    assert (own.party, own.subject) == ("Armenia", "Armenia")


def test_the_deed_is_a_passage() -> None:
    """The words that tell the deed stand in the content, also of a split quotation."""
    text = "“In the end,” said Abdel Fattah el-Sisi, “we will sign the treaty with Sudan.”"
    statement = only(text)
    assert statement.plover == "AGREE"
    assert statement.deed is not None
    assert "sign" in statement.deed.text
    assert text[statement.deed.start : statement.deed.end] == statement.deed.text


def test_mentions_are_those_of_the_content() -> None:
    """The speaker is not among the names of the words."""
    assert [m.name for m in only("Ilham Aliyev said that Armenia left.").mentions] == ["Armenia"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway accuses Kenya of hiding its catch.", ("accuse", "ACCUSE", "Norway", "Kenya")),
        ("Norway insists that Kenya must free the crew.", ("demand", "REQUEST", "Norway", "Kenya")),
        ("Norway said that Kenya had freed the crew.", ("concede", "RETREAT", "Kenya", None)),
        ("Norway said that Kenya had signed the treaty.", ("accept", "SUPPORT", "Kenya", None)),
        ("Norway says Kenya threatened Peru with sanctions.", ("threaten", "THREATEN", "Kenya", "Peru")),
        ("Norway said that the weather was fine.", ("state", None, "Norway", None)),
        ("“We reject the Kenyan plan,” Norway said.", ("reject", "REJECT", "Norway", "Kenya")),
        ("“Kenya,” Norway said, “must withdraw its boats.”", ("state", None, "Norway", None)),
        ("Ana Lind said that the boats had left.", ("state", None, None, None)),
    ],
)
def test_act_kind_doer_and_target(text: str, told: tuple[str, str | None, str | None, str | None]) -> None:
    """A charge and a wish are the speaker's, against whom they are told; another deed is of whoever is told to do it."""
    (statement,) = [s for s in read(text).statements if s.speaker][:1]
    assert (statement.act, statement.plover, statement.party, statement.target) == told

"""Comparison by content: remarks, deeds, facts of talks and figures of independently written accounts."""

from __future__ import annotations

import pytest

from zopa.accounts.compare import sides_of
from zopa.accounts.content import compare_content
from zopa.accounts.items import build_items, find_stems
from zopa.accounts.parties import find_participants
from zopa.accounts.stories import Stories
from zopa.accounts.tellings import find_tellings
from zopa.sources import Document, Guess, find_originators, find_overlaps
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .comparing import findings, told

AGREE = [
    ("Kenya has not delivered its response to mediators, a Kenyan official told Reuters.",
     "A senior Kenyan official said that Kenya had not yet delivered its response."),
    ("The talks ended without a breakthrough on Monday in Oslo.", "No breakthrough was reached in Oslo on Monday, both teams said."),
    ("The round in Lima on Friday failed to produce an agreement.", "There was no deal in Lima on Friday, the envoys said."),
    ("Norway and Peru agreed to continue the talks in Lima.", "In Lima both sides decided to resume the talks, Peru and Norway said."),
    ("The talks in Lima were indirect: mediators carried messages.", "The envoys didn’t speak directly to each other in Lima."),
    ("The talks in Lima were indirect: mediators carried messages.", "The envoys refused to speak directly to each other in Lima."),
    ("The exchange in Doha was mediated by Qatar.", "Qatar mediated between the rooms in Doha."),
    ("“The levy is nothing but a paltry gesture,” Lena Orr said.", "Lena Orr called it “a paltry gesture” and left."),
    ("The council pledged $40 million for the harbour by 2030.", "A new $40 million fund for the harbour was announced."),
]  # fmt: skip
AGAINST = [
    ("The delegations met for six hours in the port office on Tuesday.", "Tuesday's meeting in the port office took four hours.", "figure"),
    ("The envoys talked for two and a half hours in Oslo on Friday.", "The session in Oslo on Friday lasted two hours.", "figure"),
    ("The talks in Lima were indirect: mediators carried messages.", "The delegations sat face to face in Lima.", "form"),
    ("The talks in Lima were indirect: mediators carried messages.", "The envoys spoke directly to each other in Lima.", "form"),
    ("Norway signed the river treaty on Monday.", "Norway denied that it had signed the river treaty on Monday.", "polarity"),
    ("Kenya released the ship on Friday.", "Kenya failed to release the ship on Friday.", "polarity"),
    ("Kenya demanded partial relief from the tolls, Norway said.", "Kenya demanded full relief from the tolls, Peru said.", "extent"),
    ("On Monday Korden offered a raise of 12 percent.", "On Monday Baltex offered a 12% raise, and Korden a 9% raise.", "figure"),
]  # fmt: skip
NEITHER = [
    ("Ana Orr of Kenya signed the river treaty.", "Omar Tal of Kenya did not sign the river treaty."),
    ("Kenyan president Orr signed the treaty.", "Kenyan general Tal left without signing the treaty."),
    ("“Talks take place in a hall,” Lena Orr said.", "“Do they want this to take place?” Lena Orr asked."),
    ("Norway accused Peru of bad faith.", "Norway accused Peru of a theft of maps."),
    ("The Peruvian team dismissed the request.", "Peru resisted key demands."),
    ("The four parties met in Lima on Friday.", "He called the four parties to Lima for Friday."),
    ("The next round may not be held in Lima, Peru said.", "The talks will resume on 19 March 2025, Norway said."),
    ("Norway signed the treaty on Monday.", "Norway will sign the treaty on Monday."),
    (
        "The talks in Lima ended without a deal.",
        "Norway pays a fee if the regulators of Peru in Lima fail to approve the deal.",
    ),
    ("The union asked for a raise of 30 percent.", "The company offered a raise of 11 percent to the union."),
    ("Norway rejected the first draft.", "Norway accepted the third draft."),
    ("If the talks fail, Norway would leave.", "Norway left the hall."),
    ("The delegations met for six hours in Lima on Monday.", "The delegations met for four hours in Lima on Thursday."),
    (
        "The talks in Lima were indirect: mediators carried messages.",
        "The envoys didn’t speak directly to each other in Oslo.",
    ),
    (
        "The delegations met for six hours in Lima on Monday.",
        "On Monday in Lima everybody waited three hours until talks began.",
    ),
]


@pytest.mark.parametrize(("one", "two"), AGREE)
def test_agreement(one: str, two: str) -> None:
    """Two accounts that tell one thing in other words agree, and nothing else is found."""
    assert {relation for relation, _ in told(one, two)} == {"corroborated"}


@pytest.mark.parametrize(("one", "two", "slot"), AGAINST)
def test_contradiction(one: str, two: str, slot: str) -> None:
    """What cannot both be so is found with the slot that excludes, and is no agreement."""
    assert ("contradicted", slot) in told(one, two)
    assert not [s for relation, s in told(one, two) if relation == "corroborated"]


@pytest.mark.parametrize(("one", "two"), NEITHER)
def test_neither(one: str, two: str) -> None:
    """A forecast, a demand beside an offer, another draft, a condition, another day: no agreement and no contradiction."""
    assert told(one, two) == []


def test_each_blames_the_other() -> None:
    """Two sides that charge each other in different accounts are an opposed judgement."""
    one = "Norway said the talks failed because of Kenya's refusal to share the river."
    two = "Kenya said the talks failed because Norway erected obstacles."
    assert ("opposed-judgement", "blame") in told(one, two)


def test_verdicts() -> None:
    """Praise by one speaker and blame by another are opposed; praise by both is not."""
    praise = "“This is a historic deal,” Lars Hald of Norway said in Lima."
    blame = "“This is a complete failure,” Ana Rojo of Peru said in Lima."
    assert ("opposed-judgement", "evaluation") in told(praise, blame)
    assert "opposed-judgement" not in [r for r, _ in told(praise, blame.replace("complete failure", "historic step"))]


def test_as_part_of_is_no_part() -> None:
    """ "Relief as part of a pact" is no partial relief."""
    assert ("contradicted", "extent") not in told(
        "Kenya demanded relief as part of a pact.", "Kenya demanded full relief from the pact."
    )


def test_what_is_blamed_for_is_no_verdict() -> None:
    """ "Blamed each other for the failure" judges no result, where "called it a failure" does."""
    praise = "Norway and Kenya met in Lima. Norway called the treaty a success."
    assert ("opposed-judgement", "evaluation") in told(
        praise, "Norway and Kenya met in Lima. Kenya called the treaty a failure."
    )
    blames = "Norway and Kenya met in Lima. They blamed each other for the failure, Kenya said."
    assert ("opposed-judgement", "evaluation") not in told(praise, blames)


@pytest.mark.parametrize(
    "blame",
    [
        "“A failure to give the mill a clear aim would cost the board its seats,” Ana Rojo of Peru said in Lima.",
        "“This is no room in which insults are traded,” Ana Rojo of Peru said in Lima.",
    ],
)
def test_a_word_of_blame_for_something_else_is_no_verdict(blame: str) -> None:
    """What somebody leaves undone, and insults of others, judge no result; neither does what something has to become."""
    praise = "“This is a historic deal,” Lars Hald of Norway said in Lima."
    assert ("opposed-judgement", "evaluation") not in told(praise, blame)
    aim = "“To become successful the mill must be free of any state,” Lars Hald of Norway said in Lima."
    fails = "“This is a complete failure,” Ana Rojo of Peru said in Lima."
    assert ("opposed-judgement", "evaluation") not in told(aim, fails)


def test_two_wordings_are_no_halves() -> None:
    """One remark in two wordings is told as one remark; two days are two occasions."""
    one = "“Now a calmer and fuller reading of our aims is there,” Lena Orr said on Friday."
    two = "Lena Orr said on Friday that “there is a calmer and fuller reading” of these aims."
    assert [relation for relation, _ in told(one, two)] == ["corroborated"]
    assert told("“The door is open,” Lena Orr said on Monday.", "“There is a door,” Lena Orr said on Friday.") == []


def test_what_documents_of_one_event_share_is_told_once() -> None:
    """Three accounts of one fact give one finding with a passage of each."""
    texts = (
        "Talks in Oslo ended without a breakthrough.", "No breakthrough was reached in Oslo.", "The Oslo round failed to produce a deal.",
    )  # fmt: skip
    found = [f for f in findings(*texts) if f.slot == "no-result"]
    assert [[p.source for p in f.passages] for f in found] == [["d0", "d1", "d2"]]


def test_index_gives_what_all_pairs_give() -> None:
    """The index leaves out no pair that the judge would have told."""
    texts = [t for pair in (*AGREE, *NEITHER) for t in pair] + [t for one, two, _ in AGAINST for t in (one, two)]
    documents = [
        Document(
            f"d{n}", "-", text, str(n), "text", published=Guess("2025-03-12", "given"), language=Guess("en", "given")
        )
        for n, text in enumerate(texts)
    ]
    records = [read_record(document, default_vocabulary()) for document in documents]
    overlaps = find_overlaps(documents)
    items = build_items(records, find_originators(documents, overlaps), overlaps, [None] * len(documents))
    participants = find_participants(records)
    tellings = find_tellings(records, items, participants)
    found = compare_content(tellings)
    assert found
    assert found == compare_content(tellings, exhaustive=True)
    assert Stories(items, sides_of(participants)).one(items[0][0], items[1][0])


def test_one_speakers_two_quotations_do_not_contradict() -> None:
    """Who goes on to speak does not gainsay themselves; what another account reports of them may."""
    one = "“We accept the levy on the river,” Envoy Nils Arden of Norway said in Oslo."
    on = "“Let nobody doubt it, we reject any levy on the river and its lakes for years to come,” Envoy Nils Arden of Norway said."
    assert told(one, on) == []
    assert told(one, "In Oslo Norway rejected any levy on the river.") == [("contradicted", "act")]


@pytest.mark.parametrize(
    "aside",
    [
        "The item could not be discussed before Norway passed to the next without an agreement.",
        "No solution can begin while Norway waits, she said.",
        "On Friday Norway said that no deal existed as yet.",
        "There is no deal on the table, Norway said.",
    ],
)
def test_no_deal_that_tells_of_no_end(aside: str) -> None:
    """What must come first, what cannot begin, what is still open and what nobody proposes is not that talks ended without a deal."""
    plain = "Talks with Norway in Oslo ended without a breakthrough."
    assert [f for f in findings(plain, "No breakthrough was reached with Norway in Oslo.") if f.slot == "no-result"]
    assert not [f for f in findings(plain, f"Norway came to Oslo. {aside}") if f.slot == "no-result"]


def test_forms_of_an_irregular_verb_are_one_stem() -> None:
    """ "Paid" and "pays", "left" and "leaves": what accounts tell of one deed in another tense."""
    assert find_stems("paid a ransom") == find_stems("pays a ransom") == find_stems("pay a ransom")
    assert find_stems("left") == find_stems("leaves")


def test_a_bare_word_is_no_deed_in_common() -> None:
    """ "The Saudi demand" and "new Saudi demands" are demands of something, and of what neither tells."""
    one = "Norway called the Peruvian demand unreasonable in Lima."
    two = "When new Peruvian demands dimmed hopes, Norway left Lima."
    assert ("corroborated", "act") not in told(one, two)

"""One fact told by two accounts in words of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zopa.accounts import retellings
from zopa.accounts.items import build_items
from zopa.accounts.retellings import MEASURES, RetellingCorpus, find_retellings, likelihood
from zopa.accounts.stories import Stories
from zopa.sources import Document, Guess, find_originators, find_overlaps
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .comparing import findings, items_of

COAST = (
    "The ferry pilots of Lorne meet the harbour board again in the old customs house.",
    "Their leader, Ada Brook, spoke to reporters in the rain.",
    "Passengers waited on the quay with their luggage until dawn.",
    "Nobody at the harbour wanted to guess how the week would end.",
)
INLAND = (
    "For a month the harbour of Lorne has been the quietest place on the lake.",
    "Hotels along the shore count their empty rooms, and the fishmongers have closed.",
    "A second mediator is on her way from the capital.",
    "The mayor hopes for an early end of the quarrel.",
)
ONE = "The board tabled a pay rise of six percent for the pilots, spread over three winters."
TWO = "Pilots would receive six percent more pay over three winters under what the board tabled."


def retold(one: str, two: str, published: str | None = "2025-03-12") -> list[tuple[str, str]]:
    """Pairs of sentences of two accounts, each with a sentence set into it, that are taken for one fact."""
    texts = " ".join([*COAST[:2], one, *COAST[2:]]), " ".join([*INLAND[:2], two, *INLAND[2:]])
    documents = [
        Document(
            f"d{n}",
            "-",
            text,
            f"{n}.txt",
            "text",
            published=Guess(published, "given") if published else None,
            language=Guess("en", "given"),
        )
        for n, text in enumerate(texts)
    ]
    records = [read_record(document, default_vocabulary()) for document in documents]
    overlaps = find_overlaps(documents)
    items = build_items(records, find_originators(documents, overlaps), overlaps, [None, None])
    return [(found.a.passage.text.strip(), found.b.passage.text.strip()) for found in find_retellings(items)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (ONE, TWO),
        (
            "The union wants the night shift paid double from the first of June.",
            "Double pay for the night shift, starting in June, is what the union wants.",
        ),
        (
            "Demonstrators broke a window of the customs house and shouted at the delegates.",
            "Delegates were shouted at by demonstrators, who broke a window of the customs house.",
        ),
        (
            "Delegates fled the customs house, where talks to avert Monday's strike were abandoned.",
            "Talks to avert the strike were abandoned on Saturday when delegates fled the customs house.",
        ),
        (
            "The merger still needs the consent of the cartel office in Marn.",
            "The cartel office in Marn has yet to give its consent to the merger.",
        ),
    ],
)
def test_other_words_for_one_fact(one: str, two: str) -> None:
    """Two sentences that share most of what they tell are one fact, whatever their order of words."""
    assert (one, two) in retold(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (ONE, "Two pilots left the board for the tugs of Marn in the third winter of the quarrel."),
        (ONE, TWO.replace("six percent", "nine percent")),
        (ONE, TWO.replace("would receive", "would not receive")),
        (ONE, TWO.replace("under what the board tabled", "under what the board withdrew").replace("receive", "lose")),
        (
            "The board tabled the first draft of a pay rise for the pilots, spread over three winters.",
            "The board tabled the third draft of a pay rise for the pilots, spread over three winters.",
        ),
        (
            "On Monday the board tabled a pay rise for the pilots, spread over three winters.",
            "On Tuesday the board tabled a pay rise for the pilots, spread over three winters.",
        ),
        ("Lorne Herald, 12 March 2025.", "Lorne Courier, 12 March 2025."),
        (
            "Ada Brook, the leader of the Lorne Ferry Pilots, praised the cook.",
            "Ada Brook, the leader of the Lorne Ferry Pilots, missed the train to Marn.",
        ),
    ],
)
def test_likeness_is_not_enough(one: str, two: str) -> None:
    """Another deed, figure, day or draft, a denial, an outlet and its day, a person's title alike: no fact in common."""
    assert (one, two) not in retold(one, two)


def test_a_weekday_is_held_against_a_day_with_its_date() -> None:
    """ "On Monday" of an account without a date is not 12 March 2025, a Wednesday, of the other."""
    one = "On {} the board tabled a pay rise for the pilots, spread over three winters."
    dated = one.format("12 March 2025")
    assert (one.format("Monday"), dated) not in retold(one.format("Monday"), dated, None)
    assert (one.format("Wednesday"), dated) in retold(one.format("Wednesday"), dated, None)


def test_the_finding_names_both_passages() -> None:
    """A fact in two accounts is told with the words of each."""
    texts = " ".join([*COAST[:2], ONE, *COAST[2:]]), " ".join([*INLAND[:2], TWO, *INLAND[2:]])
    found = [f for f in findings(*texts) if f.relation == "corroborated"]
    assert any({ONE, TWO} <= {p.text.strip() for p in f.passages} for f in found), found


def test_who_says_it_is_no_part_of_what_is_told() -> None:
    """Two remarks of one speaker have neither the name nor the office in common as what happened."""
    one = "“We mended the torn nets before dawn,” said Ada Brook, chief negotiator of the pilots."
    document = Document("d", "-", one, "d.txt", "text", language=Guess("en", "given"))
    items = build_items([read_record(document, default_vocabulary())], {}, [], [None])
    corpus = RetellingCorpus(items)
    assert {"ada", "brook"}.isdisjoint(corpus.sentences[0].keys)
    assert {"chief"} <= corpus.names


def test_more_in_common_is_likelier() -> None:
    """Each measure but the cosine's complement raises the likelihood; it lies between 0 and 1."""
    least = likelihood([0.0] * len(MEASURES))
    most = likelihood([1.0, 1.0, 8.0, 3.0, 1.0, 1.0, 4.0, 1.0])
    assert 0 < least < 0.05 < 0.9 < most < 1
    for k in range(len(MEASURES)):
        assert likelihood([1.0 if n == k else 0.0 for n in range(len(MEASURES))]) > least


def test_no_documents() -> None:
    """Nothing is retold where there are no sentences."""
    assert find_retellings([]) == []
    assert find_retellings([[], []]) == []


@pytest.mark.parametrize(
    "later",
    ["The count is due in about two weeks.", "The boats lie two weeks in port.", "It snowed for two weeks."],
)
def test_numbers_and_times_alone_are_no_fact_in_common(later: str) -> None:
    """ "Two parties since the first week" and "in two weeks"."""
    assert retold("The two parties had bargained since the first week of May.", later) == []


@pytest.mark.parametrize(("likely", "accounts"), [(0.9, 3), (0.36, 2)])
def test_a_third_account_tells_it_only_where_that_is_likely(
    monkeypatch: pytest.MonkeyPatch, likely: float, accounts: int
) -> None:
    """Of a likely pair and a third sentence that is only perhaps the same fact, the pair is told, as likely as it is."""
    three = "The board tabled six percent more pay for the pilots, spread over three winters."
    items = items_of(*(" ".join(text) for text in ((*COAST[:2], ONE), (*INLAND[:2], TWO), (three,))))
    found = [
        replace(f, likely=likely if 2 in {f.a.order, f.b.order} else 0.95) for f in retellings.find_retellings(items)
    ]
    monkeypatch.setattr(retellings, "find_retellings", lambda *_: found)
    (told,) = retellings.compare_retellings(items, [], Stories(items, {}))
    assert (len(told.passages), told.likely) == (accounts, 0.9 if accounts > 2 else 0.95)


def test_accounts_of_other_days_must_be_more_alike() -> None:
    """Two sentences that are only perhaps one fact on one day are two facts ten days apart."""
    near = (
        "Norway sent three ships to the island of Selma.",
        "Ships from Norway, three of them, lay off the island of Selma in fog.",
    )
    told = [f.likely for f in findings(*near) if f.slot == "act"]
    assert len(told) == 1
    assert told[0] < 0.55
    assert not [f for f in findings(*near, published=("2025-03-12", "2025-03-22")) if f.slot == "act"]
    sure = (
        "Demonstrators broke a window of the customs house and shouted at the delegates.",
        "Delegates were shouted at by demonstrators, who broke a window of the customs house.",
    )
    assert [f.slot for f in findings(*sure, published=("2025-03-12", "2025-03-22"))] == ["act"]


def test_a_list_of_names_is_no_fact_in_common() -> None:
    """Words that are small elsewhere are names where both sentences write them large ("the Union of Right-Wing Parties")."""
    small = "Both parties want a union with a right wing, he said."
    one = "He needed Lorne First, Shore Unity and the Union of Right-Wing Parties."
    two = "Against him voted Lorne First, Shore Unity and the Union of Right-Wing Parties."
    assert retold(f"{one} {small}", f"{two} {small}") == [(small, small)]


def test_two_sides_that_meet_are_no_fact_in_common() -> None:
    """Words of any talks, and a small number, tie nothing."""
    one = "It is important that the two sides make no promises that are hard for them to meet."
    assert (one, "The two sides had not met for a while.") not in retold(one, "The two sides had not met for a while.")

"""Deeds: who wants, offers, accepts, refuses what, how surely, and who says so. Trees are written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.unit.text.trees import analysed

from zopa.statements.actors import Actors
from zopa.statements.deeds import find_deeds
from zopa.text import default_vocabulary
from zopa.text.vocabulary import table_rows

from .reading import read
from .told import facts

if TYPE_CHECKING:
    from zopa.statements.deed_types import Deed

N, K = "Norway/PROPN>2:nsubj", "Kenya/PROPN"


def deeds(*trees: str) -> list[Deed]:
    text = analysed(*trees)
    return list(find_deeds(text, Actors(text, default_vocabulary()), ()))


@pytest.mark.parametrize(
    ("tree", "stance", "matter"),
    [
        (f"{N} demanded/VERB-Fin-Past>0:root a/DET>4:det raise/NOUN>2:obj", "wants", "raise"),
        (f"{N} called/VERB-Fin-Past>0:root for/ADP>5:case a/DET>5:det truce/NOUN>2:obl", "wants", "truce"),
        (f"{N} proposed/VERB-Fin-Past>0:root a/DET>4:det freeze/NOUN>2:obj", "offers", "freeze"),
        (f"{N} accepted/VERB-Fin-Past>0:root their/PRON>4:nmod:poss plan/NOUN>2:obj", "accepts", "plan"),
        (f"{N} rejected/VERB-Fin-Past>0:root the/DET>4:det levy/NOUN>2:obj", "refuses", "levy"),
        (f"{N} ruled/VERB-Fin-Past>0:root out/ADP>2:compound:prt levies/NOUN>2:obj", "refuses", "levies"),
        (f"{N} signed/VERB-Fin-Past>0:root the/DET>4:det pact/NOUN>2:obj", "signs", "pact"),
        (f"{N} agreed/VERB-Fin-Past>0:root on/ADP>5:case a/DET>5:det border/NOUN>2:obl", "agrees", "border"),
        (f"{N} blamed/VERB-Fin-Past>0:root {K}>2:obj for/ADP>5:case delays/NOUN>2:obl", "blames", "delays"),
        (f"{N} threatened/VERB-Fin-Past>0:root strikes/NOUN>2:obj", "threatens", "strikes"),
        (f"{N} walked/VERB-Fin-Past>0:root away/ADV>2:compound:prt from/ADP>5:case talks/NOUN>2:obl", "leaves", "talks"),
        ("Norway/PROPN>3:nsubj is/AUX-Fin-Pres>3:cop willing/ADJ>0:root to/PART>5:mark talk/VERB-Inf>3:xcomp", "offers", "talk"),
        ("Norway/PROPN>3:nmod:poss 's/PART>1:case refusal/NOUN>0:root of/ADP>5:case levies/NOUN>3:nmod", "refuses", "levies"),
        ("pay/NOUN>5:nsubj is/AUX-Fin-Pres>5:cop a/DET>5:det red/ADJ>5:amod line/NOUN>0:root", "never", "pay"),
        # not accepting refuses, not yielding draws a line, yielding offers
        ("Norway/PROPN>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod accept/VERB-Inf>0:root levies/NOUN>4:obj", "refuses", "levies"),
        ("Norway/PROPN>4:nsubj will/AUX-Fin>4:aux not/PART>4:advmod give/VERB-Inf>0:root up/ADP>4:compound:prt dams/NOUN>4:obj", "never", "dams"),
        (f"{N} gave/VERB-Fin-Past>0:root up/ADP>2:compound:prt dams/NOUN>2:obj", "offers", "dams"),
        # two clauses are one deed
        (f"{N} refused/VERB-Fin-Past>0:root to/PART>4:mark accept/VERB-Inf>2:xcomp levies/NOUN>4:obj", "refuses", "levies"),
        (f"{N} refused/VERB-Fin-Past>0:root to/PART>4:mark cede/VERB-Inf>2:xcomp dams/NOUN>4:obj", "never", "dams"),
        (f"{N} offered/VERB-Fin-Past>0:root to/PART>4:mark cede/VERB-Inf>2:xcomp dams/NOUN>4:obj", "offers", "dams"),
        (f"{N} insisted/VERB-Fin-Past>0:root that/SCONJ>7:mark it/PRON>7:nsubj will/AUX-Fin>7:aux not/PART>7:advmod cede/VERB-Inf>2:ccomp dams/NOUN>7:obj", "never", "dams"),
        (f"{N} wants/VERB-Fin-Pres>0:root to/PART>4:mark reject/VERB-Inf>2:xcomp levies/NOUN>4:obj", "refuses", "levies"),
    ],
)  # fmt: skip
def test_stance_and_matter(tree: str, stance: str, matter: str) -> None:
    """What a predicate does in a negotiation, with its negation folded in, and what it is about in the text's own words."""
    (deed,) = [d for d in deeds(tree) if d.stance]
    assert (deed.stance, [m.text for m in deed.matters]) == (stance, [matter])
    assert not deed.negated


def test_a_deed_that_cannot_be_turned_stays_negated() -> None:
    """Not signing is no refusal."""
    (deed,) = deeds(
        "Norway/PROPN>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod sign/VERB-Inf>0:root pacts/NOUN>4:obj"
    )
    assert (deed.stance, deed.negated) == ("signs", True)


@pytest.mark.parametrize(
    ("tree", "doers", "others"),
    [
        (f"{N} met/VERB-Fin-Past>0:root {K}>2:obj", ["Norway"], ["Kenya"]),
        ("pacts/NOUN>3:nsubj:pass were/AUX-Fin-Past>3:aux:pass signed/VERB-Part-Past>0:root by/ADP>5:case Norway/PROPN>3:obl:agent", ["Norway"], []),
        ("Norway/PROPN>4:nsubj and/CCONJ>3:cc Kenya/PROPN>1:conj signed/VERB-Fin-Past>0:root pacts/NOUN>4:obj", ["Norway", "Kenya"], []),
        (f"{N} signed/VERB-Fin-Past>0:root pacts/NOUN>2:obj with/ADP>5:case {K}>2:obl", ["Norway"], ["Kenya"]),
        (f"{N} signed/VERB-Fin-Past>0:root pacts/NOUN>2:obj with/ADP>5:case {K}>3:nmod", ["Norway"], ["Kenya"]),
        ("officials/NOUN>4:nsubj from/ADP>3:case Norway/PROPN>1:nmod left/VERB-Fin-Past>0:root", ["officials"], []),
        ("officials/NOUN>6:nsubj from/ADP>3:case Norway/PROPN>1:nmod and/CCONJ>5:cc Kenya/PROPN>3:conj met/VERB-Fin-Past>0:root", ["officials", "Kenya"], []),
    ],
)  # fmt: skip
def test_who_does_it_to_whom(tree: str, doers: list[str], others: list[str]) -> None:
    """Active and passive, several, all of "officials from X and Y"."""
    (deed,) = deeds(tree)
    assert ([d.name for d in deed.doers], [d.name for d in deed.others]) == (doers, others)


def test_pronouns_mean_who_was_told_before() -> None:
    """ "it" as subject is the last doer; "both" as object the matters before."""
    first, second = deeds(
        f"{N} demanded/VERB-Fin-Past>0:root pay/NOUN>2:obj and/CCONJ>5:cc rest/NOUN>3:conj",
        "it/PRON>2:nsubj refused/VERB-Fin-Past>0:root both/PRON>2:obj",
    )
    assert [d.name for d in second.doers] == ["Norway"]
    assert [m.text for m in second.matters] == [m.text for m in first.matters] == ["pay", "rest"]


@pytest.mark.parametrize(
    ("tree", "sure"),
    [
        (f"{N} signed/VERB-Fin-Past>0:root pacts/NOUN>2:obj", "told"),
        ("Norway/PROPN>3:nsubj will/AUX-Fin>3:aux sign/VERB-Inf>0:root pacts/NOUN>3:obj", "future"),
        ("Norway/PROPN>3:nsubj may/AUX-Fin>3:aux sign/VERB-Inf>0:root pacts/NOUN>3:obj", "possible"),
        ("if/SCONJ>3:mark Norway/PROPN>3:nsubj signs/VERB-Fin-Pres>5:advcl talks/NOUN>5:nsubj resume/VERB-Fin-Pres>0:root", "condition"),
        ("after/SCONJ>3:mark Norway/PROPN>3:nsubj signs/VERB-Fin-Pres>5:advcl talks/NOUN>5:nsubj resume/VERB-Fin-Pres>0:root", "condition"),
        (f"{N} tried/VERB-Fin-Past>0:root to/PART>4:mark sign/VERB-Inf>2:xcomp pacts/NOUN>4:obj", "wish"),
    ],
)  # fmt: skip
def test_how_sure(tree: str, sure: str) -> None:
    """Told, future, possible, a condition, a mere wish."""
    (deed,) = [d for d in deeds(tree) if d.stance == "signs"]
    assert deed.sure == sure


def test_time_place_cause_and_manner() -> None:
    """The day that it is told of, the town, why, and how it ended."""
    (deed,) = deeds(
        "talks/NOUN>2:nsubj ended/VERB-Fin-Past>0:root in/ADP>4:case stalemate/NOUN>2:obl in/ADP>6:case Tolvik/PROPN>2:obl on/ADP>8:case "
        "Monday/PROPN>2:obl due/ADP>11:case to/ADP>9:fixed rain/NOUN>2:obl"
    )
    assert (deed.stance, deed.place, deed.nouns) == ("ends", "Tolvik", ("talk",))
    assert "in stalemate" in deed.manner
    assert deed.date is not None
    assert str(deed.date.from_) == "2025-03-10"
    assert deed.because is not None
    assert deed.because.text.endswith("rain")
    (other,) = [d for d in deeds(
        "talks/NOUN>2:nsubj failed/VERB-Fin-Past>0:root because/SCONJ>5:mark envoys/NOUN>5:nsubj left/VERB-Fin-Past>2:advcl"
    ) if d.stance]  # fmt: skip
    assert other.because is not None
    assert other.because.text == "envoys left"


def test_matters_carry_figures_and_the_words_that_count() -> None:
    """Figures apart; words without articles, owners and such as "new"; a clause as a whole."""
    (deed,) = deeds(f"{N} demanded/VERB-Fin-Past>0:root a/DET>6:det new/ADJ>6:amod 5/NUM>6:nummod boats/NOUN>2:obj")
    (matter,) = deed.matters
    assert (matter.head, matter.words, [f.value for f in matter.figures]) == ("boat", {"boat"}, [5])
    (clause,) = deeds(
        f"{N} demanded/VERB-Fin-Past>0:root that/SCONJ>5:mark dams/NOUN>5:nsubj close/VERB-Fin-Pres>2:ccomp"
    )
    assert (clause.matters[0].text, clause.matters[0].clause) == ("dams close", True)


def test_what_tells_nothing_is_no_deed() -> None:
    """Nobody acts, and it is not about the talks."""
    assert deeds("it/PRON>2:nsubj rained/VERB-Fin-Past>0:root") == []
    assert deeds("ready/ADJ>0:root") == []
    (talks,) = deeds("talks/NOUN>2:nsubj resumed/VERB-Fin-Past>0:root")
    assert (talks.stance, talks.doers, talks.nouns) == ("", (), ("talk",))


def test_whose_words_tell_it() -> None:
    """The author's, reported, quoted; "we" is the speaker's side; who says so stands beside."""
    by_author, = (d for d in read("Norway rejected the plan.").deeds if d.stance)  # fmt: skip
    assert (by_author.voice, by_author.says, by_author.statement) == ("author", None, "")
    reported = next(d for d in read("Mira Colt said that Norway rejected the plan.").deeds if d.stance)
    assert (reported.voice, reported.says, [x.name for x in reported.doers]) == ("reported", "Mira Colt", ["Norway"])
    quoted = next(d for d in read("“We reject the plan,” said Norway.").deeds if d.stance)
    assert (quoted.voice, [x.name for x in quoted.doers]) == ("quoted", ["Norway"])


def test_places_lie_in_the_text() -> None:
    """Sentence, clause, predicate and core are spans of the text; the core runs from the predicate to its matter."""
    record = read("Norway said on Monday that Kenya has firmly rejected the levy on boats.")
    deed = next(d for d in record.deeds if d.stance)
    assert deed.passage.text.startswith("Norway said")
    assert "rejected the levy" in deed.core.text
    assert deed.core.start <= deed.at < deed.core.end
    assert deed.depth == 1


@pytest.mark.parametrize("row", table_rows("deeds.tsv", "statements"), ids=lambda row: row[0])
def test_every_row_of_the_table_is_whole(row: list[str]) -> None:
    """A predicate, a stance and slots that the reader knows, and an example."""
    predicate, stance, slots, example = row
    assert stance in {
        "never",
        "wants",
        "offers",
        "accepts",
        "refuses",
        "yields",
        "agrees",
        "signs",
        "meets",
        "fails",
        "ends",
        "blames",
        "threatens",
        "leaves",
        "starts",
    }
    known = {
        "obj",
        "to",
        "that",
        "none",
        "for",
        "on",
        "of",
        "at",
        "in",
        "with",
        "without",
        "from",
        "over",
        "against",
        "by",
        "into",
        "subject",
    }
    assert set(slots.split(",")) <= known
    assert predicate
    assert example


def test_no_row_stands_twice() -> None:
    """A predicate has one way."""
    names = [row[0] for row in table_rows("deeds.tsv", "statements")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("tree", "who"),
    [
        # nobody in particular does what stands in the passive, or what a noun names
        (f"{N} said/VERB-Fin-Past>0:root plans/NOUN>5:nsubj:pass were/AUX-Fin-Past>5:aux:pass rejected/VERB-Part-Past>2:ccomp", []),
        (f"{N} said/VERB-Fin-Past>0:root the/DET>4:det offer/NOUN>5:nsubj fell/VERB-Fin-Past>2:ccomp", []),
        (f"{N} said/VERB-Fin-Past>0:root nobody/PRON>4:nsubj accepts/VERB-Fin-Pres>2:ccomp plans/NOUN>4:obj", []),
        ("pay/NOUN>5:nsubj is/AUX-Fin-Pres>5:cop a/DET>5:det red/ADJ>5:amod line/NOUN>0:root for/ADP>7:case Norway/PROPN>5:nmod", ["Norway"]),
    ],
)  # fmt: skip
def test_nobody_does_what_no_subject_tells(tree: str, who: list[str]) -> None:
    """Whoever tells of a deed in the passive, by its noun or of nobody does not do it; a red line is its holder's."""
    (deed,) = [d for d in deeds(tree) if d.stance]
    assert [d.name for d in deed.doers] == who


def test_he_and_it_are_not_each_other() -> None:
    """ "He" is a person, "it" a body; neither takes what cannot be meant."""
    found = read("Tolvik Motors sacked the envoy Nils Arden. He demanded a raise. It rejected the levy.").deeds
    assert [(d.predicate, [x.name for x in d.doers]) for d in found if d.stance] == [
        ("demand", ["Nils Arden"]), ("reject", ["Tolvik Motors"]),
    ]  # fmt: skip


def test_an_opinion_is_no_agreement() -> None:
    """ "Analysts agree that X will have to pay" agrees on nothing; "X agreed that it would pay" does."""
    opinion = read("Analysts agree that Norway will have to pay.").deeds
    assert not any(d.stance == "agrees" for d in opinion)
    assert any(d.stance in {"agrees", "accepts"} for d in read("Norway agreed that it would pay the levy.").deeds)


def test_what_stands_behind_an_object_belongs_to_the_matter() -> None:
    """ "any withdrawal from the valley"; a day does not."""
    found = read("Norway rejected any withdrawal from the valley. Norway rejected the plan on Monday.").deeds
    assert [m.text for d in found for m in d.matters] == ["withdrawal from the valley", "plan"]


def test_what_is_still_to_come_is_a_condition() -> None:
    """ "Once a treaty has been concluded" tells of none; "after it had been concluded" does."""
    found = read(
        "Norway will pay once a treaty has been concluded. Norway left after a treaty had been concluded."
    ).deeds
    assert [d.sure for d in found if d.stance == "signs"] == ["condition", "told"]


def test_what_is_provided_is_a_condition() -> None:
    """ "Provided that" opens one; whoever provides somebody with something does so."""
    (accepts,) = [
        d for d in read("A deal could be had, provided that Peru consented to a truce.").deeds if d.stance == "accepts"
    ]
    assert accepts.sure == "condition"
    (accepts,) = [
        d for d in read("Norway provided Peru with grain and accepted the plan.").deeds if d.stance == "accepts"
    ]
    assert accepts.sure == "told"


def test_a_claim_that_something_is_so_demands_nothing() -> None:
    """ "Claimed the islands" wants them; "claimed that they were lost" and "expects that it will rain" want nothing."""
    assert [d.stance for d in read("Norway claimed the islands.").deeds] == ["wants"]
    for text in (
        "Norway claimed that the islands were lost.",
        "Norway expects that the levy will fall.",
        "Norway expects the whole quota of grain to be shipped soon.",
    ):
        assert not any(d.stance == "wants" for d in read(text).deeds)
    assert any(d.stance == "offers" for d in read("Norway promised that it would pay the levy.").deeds)


@pytest.mark.parametrize(
    ("text", "stance", "matters"),
    [
        ("Norway pushed back against giving up more territory.", "never", ["more territory"]),
        ("Norway objects to sharing the fishing grounds.", "refuses", ["fishing grounds"]),
        ("Norway insists on keeping the harbour.", "wants", ["harbour"]),
        ("Norway repeated its demands, including a shorter week.", "wants", ["shorter week"]),
        ("Norway requested security guarantees.", "wants", ["security guarantees"]),
    ],
)
def test_what_stands_behind_the_verb_turns_the_deed(text: str, stance: str, matters: list[str]) -> None:
    """What is resisted is not offered; a demand that is told again is still one; its noun is whole."""
    (deed,) = [d for d in read(text).deeds if d.stance and d.matters]
    assert (deed.stance, [m.text for m in deed.matters]) == (stance, matters)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway is hopeful about signing a treaty.", [("signs", "wish", False)]),
        ("Norway left without signing a treaty.", [("signs", "told", True)]),
        ("After signing a treaty, Norway left.", [("signs", "told", False)]),
        ("Norway will leave after signing a treaty.", [("signs", "condition", False)]),
    ],
)
def test_a_clause_in_ing_is_as_sure_as_its_opener(text: str, told: list[tuple[str, str, bool]]) -> None:
    """What is only spoken of, or did not come, is not told as done."""
    assert [(d.stance, d.sure, d.negated) for d in read(text).deeds if d.stance == "signs"] == told


def test_what_a_proposal_holds_is_offered() -> None:
    """By whoever owns the proposal; what a report holds is nobody's offer."""
    (offered,) = [d for d in read("Norway's proposal includes a raise of 2 percent.").deeds if d.matters]
    assert (offered.stance, offered.doers[0].name, offered.matters[0].text) == (
        "offers",
        "Norway",
        "raise of 2 percent",
    )
    assert not any(d.stance == "offers" for d in read("Norway's report includes a raise of 2 percent.").deeds)


def test_what_somebody_is_urged_to_do_is_wanted() -> None:
    """Not the one who is urged."""
    (urged,) = [d for d in read("Kenya urged Norway to sign the treaty.").deeds if d.stance == "wants"]
    assert ([m.text for m in urged.matters], [o.name for o in urged.others]) == (["treaty"], ["Norway"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway adopted a tougher tone.", []),
        ("Norway left, claiming papers had been withheld.", []),
        ("Norway presented unreasonable demands.", [("Norway", "wants")]),
        ("Peru asked whether Norway will withdraw from the port.", []),
        ("Asked if Norway would request a delay, the envoy laughed.", []),
        ("Peru wondered if Norway would accept the levy.", []),
        ("Peru asked for a delay.", [("Peru", "wants")]),
        ("Peru hopes that Norway will accept the levy.", []),
        ("Norway withdrew its offer.", []),
        ("Norway withdrew its team from the talks.", [("Norway", "leaves")]),
        ("Norway was unable to accept the levy.", [("Norway", "refuses")]),
        ("Norwegians voted down the levy.", [("Norway", "refuses")]),
    ],
)
def test_what_is_no_offer_and_no_acceptance(text: str, told: list[tuple[str, str]]) -> None:
    """Another sense of the word, what is only hoped or asked, what is taken back."""
    verbs = [
        x for x in read(text).deeds if x.stance in STANCES and x.sure != "condition" and x.link not in {"noun", "obj"}
    ]
    found = list(dict.fromkeys((d.name, x.stance) for x in verbs for d in x.doers))
    assert found == told


STANCES = {"wants", "offers", "accepts", "refuses", "leaves"}


def test_whom_somebody_pushes_for_does_what_follows() -> None:
    """ "Norway pushed for Kenya to support the pact": Kenya's support, not Norway's."""
    doers = {x.stance: [d.name for d in x.doers] for x in read("Norway pushed for Kenya to support the pact.").deeds}
    assert doers["wants"] == ["Norway"]
    assert "Norway" not in doers.get("accepts", [])


def test_what_a_side_says_must_be_done_it_wants() -> None:
    """ "The limit must be put in writing", says Norway; an author's "must" is nobody's."""
    (deed,) = (
        x for x in read("The limit must be put in writing, the Norwegian minister said.").deeds if x.stance == "wants"
    )
    assert [d.side for d in deed.doers] == ["Norway"]
    assert [m.head for m in deed.matters] == ["limit"]
    assert not [x for x in read("The limit must be put in writing.").deeds if x.stance == "wants"]


def test_what_did_not_happen_is_told_as_not_done() -> None:
    """ "Said that the talks did not fail" is no wish."""
    (deed,) = (x for x in read("Lena Orr said that the talks did not fail.").deeds if x.predicate == "fail")
    assert (deed.sure, deed.negated) == ("told", True)


TOLD = [
    (
        '"If they want water," Amina Farouk told the crowd, "let them ask. If they want land," she added, "they cannot."',
        [
            "- want | water | wants condition quoted hedged | Amina Farouk (?)",
            "Amina Farouk (?) tell | - told author",
            "- ask | wants wish quoted hedged | Amina Farouk (?)",
            "- want | land | wants condition quoted hedged | Amina Farouk (?)",
            "Amina Farouk (?) add | - told author",
        ],
    ),
    (
        "The press, which had waited since noon in the rain on the square in front of the old town hall, wrote that the envoys of Velmar agreed to lower the dam by two metres.",
        [
            "envoys (Velmar) lower | dam | agrees told reported | press (?)",
        ],
    ),
    (
        "Norway insists on keeping the harbour.",
        [
            "Norway keep | harbour | wants told author",
        ],
    ),
    (
        'Amina Farouk said: "We\'ve told the envoys that the road is closed."',
        [
            "Amina Farouk (?) say | - told author",
            "Amina Farouk (?) tell -> envoys (?) | - told quoted | Amina Farouk (?)",
            "- close | ends told quoted | Amina Farouk (?)",
        ],
    ),
    (
        "Norway refused to accept the plan.",
        [
            "Norway accept | plan | refuses told author",
        ],
    ),
    (
        "After signing a treaty, Norway left.",
        [
            "Norway sign | treaty | signs told author",
            "Norway leave | - told author",
        ],
    ),
    (
        "Norway left without signing a treaty.",
        [
            "Norway leave | - told author",
            "Norway not sign | treaty | signs told author",
        ],
    ),
    (
        "The queen is willing to forgive the rebels.",
        [
            "queen (?) forgive | forgive the rebels | offers told author",
        ],
    ),
    (
        "Freedonia promised to withdraw its brigades.",
        [
            "Freedonia withdraw | brigades | offers told author",
        ],
    ),
    (
        "Norway pushed for Kenya to support the pact.",
        [
            "Norway push | support the pact | wants told author",
            "Kenya support | pact | accepts wish author",
        ],
    ),
    (
        "The limit must be put in writing, the Norwegian minister said.",
        [
            "Norwegian minister (Norway) put | limit | wants wish reported | Norwegian minister (Norway) | how: in writing",
            "Norwegian minister (Norway) say | - told author",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_deeds_of_a_text(text: str, expected: list[str]) -> None:
    """Each deed with doer, matter, stance, how surely and by whom it is told; no other."""
    assert facts(text, "deeds") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway withdrew its proposal for a dam.",
        "Norway is giving up the mandate.",
        '"We must all use it," the Norwegian minister Oto Lind said.',
        "Norway insisted that the studies show a rise.",
    ],
)
def test_what_offers_and_asks_for_nothing(text: str) -> None:
    """A proposal taken back, a task given up, and what a speaker's own side must do."""
    assert not [d for d in read(text).deeds if d.stance in {"offers", "wants", "yields"}]


def test_insisting_that_somebody_do_it_asks_for_it() -> None:
    """The subjunctive asks, where the indicative asserts."""
    assert [d.stance for d in read("Norway insisted that Peru close the dam.").deeds if d.stance] == ["wants"]


def test_what_is_not_welcomed_is_refused_by_nobody() -> None:
    """A cool reception is no refusal."""
    assert not [d for d in read("News of the treaty was not warmly welcomed by Norway.").deeds if d.stance]


def test_whoever_is_reproached_did_it() -> None:
    """ "Reproached Peru for having agreed": Peru agreed."""
    (deed,) = [d for d in read("Norway reproached Peru for having agreed to a levy.").deeds if d.predicate == "agree"]
    assert [doer.name for doer in deed.doers] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "doer", "matter"),
    [
        ("The talks fell after Norway, one of the owners, refused to back the merger.", "Norway", "merger"),
        ("The Norwegian side rejected signing written pledges.", "Norway", "written pledges"),
        ("Norway said that it would not open the dam.", "Norway", "dam"),
    ],
)
def test_who_refuses_what(text: str, doer: str, matter: str) -> None:
    """Behind an insertion, told by its adjective, and in reported speech."""
    (deed,) = [d for d in read(text).deeds if d.stance == "refuses"]
    assert ([d.name for d in deed.doers], [m.text for m in deed.matters]) == ([doer], [matter])


def test_they_in_a_quotation_are_the_others() -> None:
    """Whoever is quoted speaks of others as "they"; outside quotation marks the sentence before tells who is meant."""
    text = "Norway closed the port. Peru left the talks. “They wanted a dam,” the foreign minister of Peru, Ana Rojo, said."
    assert not [d for d in read(text).deeds if d.stance == "wants" and any(doer.side == "Peru" for doer in d.doers)]
    told = "Norway closed the port. Peru left the talks. They wanted a dam."
    assert [doer.name for d in read(told).deeds if d.stance == "wants" for doer in d.doers] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway has a share that means it can block the sale of the mill.", set()),
        ("Norway could veto the treaty with Peru.", {"refuses"}),
        ("Norway blocked the sale of the mill.", {"refuses"}),
        ("Norway cannot accept the sale of the mill.", {"refuses"}),
        ("Norway is abandoning plans for a treaty with Peru.", set()),
        ("Norway is abandoning its claim to the river.", {"offers"}),
    ],
)
def test_a_power_and_a_given_up_plan_are_no_stance(text: str, stances: set[str]) -> None:
    """What somebody can block is not blocked; whoever gives up plans for a pact concedes nothing by it."""
    assert {d.stance for d in read(text).deeds if d.stance} == stances


def test_her_refusal_is_that_of_the_person_before() -> None:
    """Whose a deed told by a noun is stands in "her", the nearest person before it; a body is none."""
    text = "The mayor Ana Rojo spoke, and her refusal to sign the treaty upset Peru."
    assert [[doer.name for doer in d.doers] for d in read(text).deeds if d.stance == "refuses"] == [["Ana Rojo"]]


def test_a_clause_begins_behind_its_and() -> None:
    """The words of a deed have neither the conjunction that joins its clause nor the full stop."""
    deeds = read("Norway closed the port, and Peru left the talks.").deeds
    assert deeds[-1].words.text == "Peru left the talks"


def test_it_is_not_whom_its_clause_names() -> None:
    """Whoever is named behind "it" in one clause is another than "it"; without the name it is the body before."""
    text = "The dock union left. Baltex closed the port. It wants 5 percent more pay, pointing to Baltex's profits."
    assert not [d for d in read(text).deeds if d.stance == "wants" and any(o.name == "Baltex" for o in d.doers)]
    plain = "The dock union left. Baltex closed the port. It wants longer shifts."
    assert [o.name for d in read(plain).deeds if d.stance == "wants" for o in d.doers] == ["Baltex"]


def test_he_is_who_last_did_something_though_a_body_stood_between() -> None:
    """At most two sentences back, and never somebody known to be called by the other pronoun."""
    told = "Nils Arden said the toll was high. Tolvik Motors pays the toll. {} demanded a rebate."
    assert [d.doers[0].name for d in read(told.format("He")).deeds if d.stance == "wants"] == ["Nils Arden"]
    assert [d.doers for d in read(told.format("It")).deeds if d.predicate == "demand"] != [("Nils Arden",)]
    far = "Nils Arden said the toll was high. Rain fell. Snow fell. Hail fell. He demanded a rebate."
    assert [d.doers for d in read(far).deeds if d.stance == "wants"] == [()]


@pytest.mark.parametrize("party", ["party", "union", "company"])
def test_her_party_is_the_one_she_speaks_for(party: str) -> None:
    """ "Her party cannot agree", says the leader of the RTP: the RTP."""
    found = read(f"RTP leader Sela Brod said that her {party} rejected the toll.").deeds
    assert [[x.side for x in d.doers] for d in found if d.stance == "refuses"] == [["RTP"]]


@pytest.mark.parametrize(
    "told", ["The other side refused to cut the toll", "They refused to cut the toll", "He refused to cut the toll"]
)
def test_what_a_side_tells_of_the_other_is_across(told: str) -> None:
    """Nobody says "they" or "he" of their own side; whom they mean, only all accounts tell."""
    (deed,) = [d for d in read(f"“{told},” said Reds leader Sela Brod.").deeds if d.stance == "refuses"]
    assert deed.across
    assert deed.doers == ()


def test_names_read_as_common_nouns_act() -> None:
    """Short forms in capitals, and what the text writes as a name elsewhere."""
    found = read(
        "The union said UPS refused a rebate. On Monday the Teamsters signed. Teamsters rejected the toll."
    ).deeds
    assert [[x.name for x in d.doers] for d in found if d.stance == "refuses"] == [["UPS"], ["Teamsters"]]


def test_management_needs_no_article() -> None:
    """ "Management refused": a body, though nothing stands before it; "a firm" is still nobody in particular."""
    (deed,) = [
        d
        for d in read("The unions wanted a rebate, but management rejected the rebate.").deeds
        if d.stance == "refuses"
    ]
    assert [x.name for x in deed.doers] == ["management"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway neither signed nor rejected the pact.", [("signs", True)]),
        ("Norway has neither accepted nor refused the toll.", [("refuses", False)]),
        ("Norway denied that it had offered a loan.", []),
        ("Norway denied that it had rejected the toll.", []),
        ("Norway's envoy denied having offered a loan.", []),
        ("Norway voted against joining the pact.", [("refuses", False)]),
        ("Norway decided against signing the pact.", [("refuses", False)]),
        ("Norway voted for joining the pact.", [("agrees", False)]),
        ("Norway did not ask for titles.", []),
        ("Norway did not demand a toll.", []),
        ("Norway does not want a truce.", [("refuses", False)]),
        ("Norway and Kenya agreed that the river is shallow.", []),
        ("“We agreed that we have balance,” the envoy of Norway said.", []),
        ("Norway and Kenya agreed that a canal will be dug.", [("agrees", False)]),
        ("Both sides agreed that Peru should pay the toll.", [("agrees", False)]),
        ("Norway agreed that Peru should pay.", []),
    ],
)
def test_what_is_denied_opposed_or_only_so(text: str, told: list[tuple[str, bool]]) -> None:
    """Neither, nor, "denied that", "against" before a clause; not to ask refuses nothing; to find that something is so settles nothing."""
    assert [(d.stance, d.negated) for d in read(text).deeds if d.stance] == told


@pytest.mark.parametrize("noun", ["belief", "impression", "fear", "claim"])
def test_what_somebody_believes_is_hedged(noun: str) -> None:
    """ "The belief that they have agreed" tells no agreement; that of a day does."""
    for text, hedged in (("The delay fed the {} that {}.", True), ("The delay went on until the day that {}.", False)):
        deeds = read(text.format(*([noun] if hedged else []), "Norway and Kenya agreed on a pact")).deeds
        assert [d.hedged for d in deeds if d.stance == "agrees"] == [hedged]


@pytest.mark.parametrize("way", ["bent on striking", "intent on striking", "keen to strike", "set on striking"])
@pytest.mark.parametrize("rest", ["a deal with Kenya.", "a deal before flying home."])
def test_what_somebody_is_bent_on_is_not_done(way: str, rest: str) -> None:
    """A purpose is a wish or a condition, never told as done."""
    for be in ("is", "was"):
        deeds = [d for d in read(f"Norway {be} {way} {rest}").deeds if d.stance == "signs"]
        assert [d for d in deeds if d.sure not in {"wish", "condition"}] == []


@pytest.mark.parametrize("noun", ["assurances", "a guarantee", "a promise"])
def test_what_somebody_is_assured_of_is_no_line_of_whoever_is_to_keep_it(noun: str) -> None:
    """Norway wants an assurance that Peru would not give up the port: Peru draws no line."""
    deeds = read(f"Norway received {noun} that Peru would not give up the port.").deeds
    assert not [d for d in deeds if d.stance in {"never", "refuses", "offers"}]


@pytest.mark.parametrize("noun", ["pledge", "commitment", "undertaking"])
def test_an_assurance_itself_can_be_rejected(noun: str) -> None:
    """ "The pledge that Norway rejected": what is rejected is the pledge, and Norway does."""
    deeds = [d for d in read(f"The {noun} that Norway rejected on Monday cost little.").deeds if d.stance]
    assert [(d.stance, [x.name for x in d.doers]) for d in deeds] == [("refuses", ["Norway"])]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway sweetened its bid to 615 pence a share.", "offers"),
        ("Norway has raised its offer to 5 percent.", "offers"),
        ("Norway did not raise its offer.", ""),
        ("Norway raised its flag.", ""),
        ("Norway raised the offer of Peru.", ""),
    ],
)
def test_who_raises_its_own_offer_makes_one(text: str, stance: str) -> None:
    """Not who raises another's, or raises nothing."""
    told = [d.stance for d in read(text).deeds if any(x.side == "Norway" for x in d.doers) and d.link == "root"]
    assert told == [stance]

"""Where the words of an attribution end and what is said begins. Trees are written by hand."""

from __future__ import annotations

import pytest
from tests.unit.text.trees import sentence, text_of

from zopa.statements.regions import cluster_of, left_content, quotation_near, right_content, source_span
from zopa.text.frames import find_frames
from zopa.text.quotations import Quoted

from .told import facts


def at_verb(tree: str, verb: str, quoted: tuple[int, int] | None = None) -> tuple:
    """The sentence, its frames by head, and the frame of a verb."""
    made = sentence(tree, quoted)
    by_head = {frame.head: frame for frame in find_frames(made)}
    return made, by_head, next(f for f in by_head.values() if made.tokens[f.head].text == verb)


@pytest.mark.parametrize(
    ("tree", "verb", "words"),
    [
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>4:nsubj stay/VERB-Fin-Pres>2:ccomp", "said", "Mira said"),
        ("Mira/PROPN>3:nsubj has/AUX-Fin-Pres>3:aux told/VERB-Part-Past>0:root Olmira/PROPN>3:iobj gates/NOUN>6:nsubj stay/VERB-Fin-Pres>3:ccomp", "told", "Mira has told Olmira"),
        ("gates/NOUN>2:nsubj stay/VERB-Fin-Pres>0:root ,/PUNCT>5:punct Mira/PROPN>5:nsubj said/VERB-Fin-Past>2:parataxis on/ADP>7:case Monday/PROPN>5:obl", "said", "Mira said on Monday"),
        ("Mira/PROPN>3:nsubj openly/ADV>3:advmod said/VERB-Fin-Past>0:root it/PRON>5:nsubj stays/VERB-Fin-Pres>3:ccomp", "said", "Mira openly said"),
        ("said/VERB-Fin-Past>0:root Mira/PROPN>1:nsubj of/ADP>4:case Olmira/PROPN>2:nmod", "said", "said Mira of Olmira"),
    ],
)  # fmt: skip
def test_words_that_attribute(tree: str, verb: str, words: str) -> None:
    """Verb, subject, hearer, time; nothing of what is said."""
    made, _, frame = at_verb(tree, verb)
    region = cluster_of(made, frame)
    assert " ".join(t.text for t in made.tokens[region.first : region.last + 1]) == words


def test_words_in_quotation_marks_do_not_attribute() -> None:
    """The region ends before them."""
    made, _, frame = at_verb(
        "Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root “/PUNCT>4:punct here/ADV>2:advmod ”/PUNCT>4:punct", "said", (3, 5)
    )
    region = cluster_of(made, frame)
    assert (region.first, region.last) == (0, 1)


@pytest.mark.parametrize(
    ("tree", "verb", "source", "members"),
    [
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root it/PRON>2:obj", "said", "Mira", []),
        ("the/DET>2:det envoy/NOUN>5:nsubj Mira/PROPN>2:appos Colt/PROPN>3:flat said/VERB-Fin-Past>0:root", "said", "the envoy Mira Colt", []),
        ("Mira/PROPN>4:nsubj and/CCONJ>3:cc Colt/PROPN>1:conj said/VERB-Fin-Past>0:root", "said", "Mira and Colt", ["Mira", "Colt"]),
        ("it/PRON>3:expl is/AUX-Fin-Pres>3:aux:pass said/VERB-Part-Past>0:root", "said", None, []),
    ],
)  # fmt: skip
def test_who_speaks(tree: str, verb: str, source: str | None, members: list[str]) -> None:
    """The subject with its apposition; one span for each of several; None for nobody."""
    made, _, frame = at_verb(tree, verb)
    span, spans = source_span(made, frame)
    text = text_of(tree)
    assert (text[slice(*span)] if span else None, [text[a:b] for a, b in spans]) == (source, members)


@pytest.mark.parametrize(
    ("tree", "content"),
    [
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root that/SCONJ>5:mark gates/NOUN>5:nsubj stay/VERB-Fin-Pres>2:ccomp but/CCONJ>8:cc without/ADP>8:case pay/NOUN>5:obl", ["gates stay but without pay"]),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>4:nsubj stay/VERB-Fin-Pres>2:ccomp ;/PUNCT>7:punct Colt/PROPN>7:nsubj left/VERB-Fin-Past>2:parataxis", ["gates stay"]),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>4:nsubj stay/VERB-Fin-Pres>2:ccomp ,/PUNCT>6:punct adding/VERB-Part-Pres>2:advcl much/ADJ>6:obj", ["gates stay"]),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>4:nsubj stay/VERB-Fin-Pres>2:ccomp and/CCONJ>6:cc rejected/VERB-Fin-Past>2:conj pay/NOUN>6:obj", ["gates stay"]),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root ,/PUNCT>2:punct", []),
    ],
)  # fmt: skip
def test_what_is_said_behind(tree: str, content: list[str]) -> None:
    """The whole clause and no more: up to a semicolon, a participle that goes on, another verb of the speaker."""
    made, frames, frame = at_verb(tree, "said")
    text = text_of(tree)
    found = right_content(made, frames, frame, frame.complement) if frame.complement >= 0 else []
    assert [text[a:b] for a, b in found] == content


@pytest.mark.parametrize(
    ("tree", "content"),
    [
        ("gates/NOUN>2:nsubj stay/VERB-Fin-Pres>0:root ,/PUNCT>5:punct Mira/PROPN>5:nsubj said/VERB-Fin-Past>2:parataxis ./PUNCT>2:punct", ["gates stay"]),
        ("it/PRON>2:nsubj rains/VERB-Fin-Pres>0:root ;/PUNCT>5:punct gates/NOUN>5:nsubj stay/VERB-Fin-Pres>2:parataxis ,/PUNCT>8:punct Mira/PROPN>8:nsubj said/VERB-Fin-Past>5:parataxis ./PUNCT>2:punct", ["gates stay"]),
        ("aims/NOUN>7:nsubj ,/PUNCT>4:punct Mira/PROPN>4:nsubj said/VERB-Fin-Past>7:parataxis ,/PUNCT>4:punct are/AUX-Fin-Pres>7:cop clear/ADJ>0:root ./PUNCT>7:punct", ["aims", "are clear"]),
        ("gates/NOUN>2:nsubj stay/VERB-Fin-Pres>4:ccomp Mira/PROPN>4:nsubj said/VERB-Fin-Past>0:root", []),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root it/PRON>2:obj ./PUNCT>2:punct", []),
    ],
)  # fmt: skip
def test_what_is_said_in_front(tree: str, content: list[str]) -> None:
    """The clause before a comma, from the last semicolon on; its other half behind the speaker; nothing where no mark parts them."""
    made, frames, frame = at_verb(tree, "said")
    text = text_of(tree)
    assert [text[a:b] for a, b in left_content(made, frames, frame, cluster_of(made, frame))] == content


def quoted(made, first: int, last: int) -> Quoted:
    a, b = made.tokens[first - 1], made.tokens[last - 1]
    return Quoted(a.start, b.end, a.end, b.start, 0, True)


@pytest.mark.parametrize(
    ("tree", "place", "strict", "found"),
    [
        ("“/PUNCT>2:punct Stay/VERB-Inf>5:ccomp ”/PUNCT>2:punct ,/PUNCT>5:punct said/VERB-Fin-Past>0:root Mira/PROPN>5:nsubj", (1, 3), False, True),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root :/PUNCT>2:punct “/PUNCT>5:punct Stay/VERB-Inf>2:ccomp ”/PUNCT>5:punct", (4, 6), False, True),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root on/ADP>4:case Monday/PROPN>2:obl ,/PUNCT>2:punct “/PUNCT>7:punct Stay/VERB-Inf>2:ccomp ”/PUNCT>7:punct", (6, 8), False, True),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root on/ADP>4:case Monday/PROPN>2:obl ,/PUNCT>2:punct “/PUNCT>7:punct Stay/VERB-Inf>2:ccomp ”/PUNCT>7:punct", (6, 8), True, False),
        ("Mira/PROPN>2:nsubj said/VERB-Fin-Past>0:root gates/NOUN>7:nsubj “/PUNCT>5:punct stay/VERB-Inf>7:amod ”/PUNCT>5:punct rust/VERB-Fin-Pres>2:ccomp", (4, 6), False, False),
    ],
)  # fmt: skip
def test_quotations_beside_the_verb(tree: str, place: tuple[int, int], strict: bool, found: bool) -> None:
    """Right before, or behind an opening mark or a time; `strict`: right behind the verb; never inside a clause."""
    made, _, frame = at_verb(tree, "said", place)
    q = quoted(made, *place)
    assert quotation_near(made, frame, cluster_of(made, frame), [q], strict=strict) == (
        [(q.start, q.end)] if found else []
    )


TOLD = [
    (
        '"We will open the gates," Amina Farouk said, "but not today," and left.',
        [
            "Amina Farouk (?) | quotation verbatim predict negated prediction | We will open the gates … but not today | said",
        ],
    ),
    (
        "The harbour master told the quay that nothing had been signed. She would go home, she said, and wait for a letter from the mainland. The letter is expected before the spring tide. A clerk counted 40,000 crowns twice and locked them away again in the old blue safe.",
        [
            "harbour master (?) | reported accept negated | nothing had been signed | told",
            "not named (she) (?) | reported state | She would go home … and wait for a letter from the mainland | said",
            "- | own-voice predict | The letter is expected before the spring tide.",
            "- | own-voice state | A clerk counted 40,000 crowns twice and locked them away again in the old blue safe.",
        ],
    ),
    (
        "He said no. Sudan left.",
        [
            "not named (he) (?) | reported state | no | said",
            "- | own-voice state | Sudan to - | Sudan left.",
        ],
    ),
    (
        "Norway urged Peru to share the catch.",
        [
            "Norway | reported demand | Norway to Peru | to share the catch | urged",
        ],
    ),
    (
        "Ilham Aliyev repeated his threat: “We will close the road for good.”",
        [
            "Ilham Aliyev (Azerbaijan) | quotation translated state prediction | Azerbaijan to - | We will close the road for good. | repeated",
        ],
    ),
    (
        "Amina Farouk said that the dam is full and warned that it may burst.",
        [
            "Amina Farouk (?) | reported state | the dam is full | said",
            "Amina Farouk (?) | reported threaten hedged | it may burst | warned",
        ],
    ),
    (
        'The envoy warned of "illusions," telling parliament that he would go.',
        [
            "envoy (?) | quotation fragment threaten | illusions | warned",
            "envoy (?) | reported state | he would go | telling",
        ],
    ),
    (
        "The pits are full, with both sides blaming each other, the envoy said.",
        [
            "envoy (?) | reported accuse | The pits are full, with both sides blaming each other | said",
        ],
    ),
    (
        "The aim, explained the minister, Amina Farouk, was to keep both dams open.",
        [
            "Amina Farouk (?) | reported state | The aim … was to keep both dams open | explained",
        ],
    ),
    (
        "Lena Orr said on Friday that “there is a calmer and fuller reading” of these aims.",
        [
            "Lena Orr (?) | reported state | “there is a calmer and fuller reading” of these aims | said",
            "Lena Orr (?) | quotation fragment state | there is a calmer and fuller reading | said",
        ],
    ),
    (
        "Although it rained, Lena Orr said, the boats would stay.",
        [
            "Lena Orr (?) | reported state | the boats would stay | said",
        ],
    ),
    (
        "The boats will stay in the bay, according to officials in Nairobi.",
        [
            "officials in Nairobi (?) | reported predict prediction | The boats will stay in the bay | according to",
        ],
    ),
    (
        "Lena Orr demanded that Norway lift the toll, which she called a theft.",
        [
            "Lena Orr (?) | reported demand | Norway lift the toll, which she called a theft | demanded",
        ],
    ),
    (
        "The union rejected the offer, saying that it was too low.",
        [
            "union | reported state | union to - | it was too low | saying",
        ],
    ),
    (
        "Baltex has said it would close the mill if the union walked out; the union called that blackmail.",
        [
            "Baltex | reported state hedged | Baltex to - | it would close the mill if the union walked out | said",
            "union | reported state | union to - | that blackmail | called",
        ],
    ),
    (
        "Lena Orr said Norway had agreed to the quota, but Tomas Averin denied it.",
        [
            "Lena Orr (?) | reported accept | Norway to - | Norway had agreed to the quota | said",
        ],
    ),
    (
        '"The toll," Lena Orr said, "is a theft, and we will not pay it."',
        [
            "Lena Orr (?) | quotation verbatim reject negated prediction | Lena Orr to - | The toll … is a theft, and we will not pay it. | said",
        ],
    ),
    (
        "Kenya said on Tuesday it would leave the talks unless the toll was lifted.",
        [
            "Kenya | reported threaten hedged | Kenya to - | it would leave the talks unless the toll was lifted | said",
        ],
    ),
    (
        "Asked about the toll, Lena Orr said it would stay.",
        [
            "Lena Orr (?) | reported state | it would stay | said",
        ],
    ),
    (
        'The toll will stay, Lena Orr said, adding: "We have no choice."',
        [
            "Lena Orr (?) | reported predict prediction | The toll will stay | said",
            "Lena Orr (?) | quotation verbatim state negated | We have no choice. | adding",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements_of_a_text(text: str, expected: list[str]) -> None:
    """Who says exactly which words, in marks and outside them."""
    assert facts(text, "statements") == expected

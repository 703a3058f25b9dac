"""Acts and kinds of sentences in our own words, about countries that do not exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.statements.actpatterns import act_patterns, parse_act_patterns
from zopa.statements.actroles import find_roles
from zopa.statements.acts import KINDS, OWN_ACT, code_act
from zopa.text.lemmas import lemma
from zopa.text.tokens import find_tokens

from .told import facts

ACTS = frozenset(
    {"state", "assess", "predict", "propose", "demand", "offer", "accept", "reject", "concede", "threaten", "meet"}
    | {"accuse", "support", "protest", "sanction", "coerce", "aid", "investigate", "cooperate"}
)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Ruritania agreed on Monday to reopen the crossing.", "AGREE"),
        ("Freedonia promised to withdraw its brigades.", "AGREE"),
        ("Ruritania is ready to accept the plan.", "AGREE"),
        ("The minister said that Ruritania would release the sailors.", "AGREE"),
        ("Freedonia signalled its willingness to talk.", "AGREE"),
        ("The two sides reached an understanding.", "AGREE"),
        ("The envoys held talks in the capital.", "CONSULT"),
        ("President Anders met with his counterpart.", "CONSULT"),
        ("The chancellor hosted the prime minister of Freedonia.", "CONSULT"),
        ("Talks between Ruritania and Freedonia", "CONSULT"),
        ("Ruritania praised the mediator.", "SUPPORT"),
        ("Freedonia voiced its support for the plan.", "SUPPORT"),
        ("The two countries signed a border treaty.", "SUPPORT"),
        ("Ruritania restored diplomatic relations with Freedonia.", "SUPPORT"),
        ("The queen apologised for the raid.", "SUPPORT"),
        ("The navies held joint exercises.", "COOPERATE"),
        ("Ruritania extradited a banker to Freedonia.", "COOPERATE"),
        ("Both agencies share intelligence.", "COOPERATE"),
        ("Ruritania sent emergency food to the valley.", "AID"),
        ("Freedonia granted asylum to the general.", "AID"),
        ("The government lifted the state of emergency.", "CONCEDE"),
        ("Ruritania gave in to the demands.", "CONCEDE"),
        ("The junta allowed the opposition to vote.", "CONCEDE"),
        ("Ruritania pulled back its troops.", "RETREAT"),
        ("The rebels laid down their arms.", "RETREAT"),
        ("Freedonia freed forty prisoners.", "RETREAT"),
        ("Ruritania lifted the sanctions.", "RETREAT"),
        ("The general declared a ceasefire.", "RETREAT"),
        ("The troops completed their withdrawal.", "RETREAT"),
        ("The council opened an inquiry.", "INVESTIGATE"),
        ("Prosecutors are investigating the minister.", "INVESTIGATE"),
        ("Ruritania demanded that Freedonia leave the valley.", "REQUEST"),
        ("The envoy called on both sides to stop.", "REQUEST"),
        ("The minister made clear that Ruritania must leave.", "REQUEST"),
        ("Freedonia appealed for help.", "REQUEST"),
        ("Ruritania accused its neighbour of spying.", "ACCUSE"),
        ("The minister condemned the raid.", "ACCUSE"),
        ("Freedonia filed a complaint with the court.", "ACCUSE"),
        ("The minister expressed concern over the raid.", "ACCUSE"),
        ("Ruritania ruled out a ceasefire.", "REJECT"),
        ("Freedonia refused to withdraw its troops.", "REJECT"),
        ("The plan was rejected by Ruritania.", "REJECT"),
        ("A pause is out of the question.", "REJECT"),
        ("Ruritania pushed back against the draft.", "REJECT"),
        ("The president has no intention of signing.", "REJECT"),
        ("Ruritania will not meet the envoy.", "REJECT"),
        ("Ruritania backed away from the deal.", "REJECT"),
        ("Ruritania threatened to close the strait.", "THREATEN"),
        ("Freedonia would impose an embargo.", "THREATEN"),
        ("The army gave the rebels an ultimatum.", "THREATEN"),
        ("Thousands demonstrated in the square.", "PROTEST"),
        ("Workers went on strike.", "PROTEST"),
        ("Farmers blocked the main road.", "PROTEST"),
        ("The teachers began a hunger strike.", "PROTEST"),
        ("Ruritania expelled two diplomats.", "SANCTION"),
        ("Freedonia imposed sanctions on Ruritania.", "SANCTION"),
        ("Ruritania broke off the talks.", "SANCTION"),
        ("Freedonia suspended its aid.", "SANCTION"),
        ("The summit was cancelled.", "SANCTION"),
        ("Police arrested the editor.", "COERCE"),
        ("The junta imposed a curfew.", "COERCE"),
        ("Ruritania seized two ships.", "COERCE"),
        ("Freedonia banned the opposition party.", "COERCE"),
    ],
)
def test_kind_of_the_main_deed(text: str, plover: str) -> None:
    """Each kind is found by its verbs, its light verbs with nouns, and its turns of phrase."""
    coding = code_act(text)
    assert coding.plover == plover
    assert coding.act in ACTS
    assert not coding.negated


@pytest.mark.parametrize(
    "text",
    [
        "The ball is in the court of the other side.",
        "The foundation was built long ago.",
        "Why would Ruritania encourage them?",
        "Will Freedonia accept the plan?",
        "The envoy spoke of a plan aimed at ending the war.",
        "",
    ],
)
def test_no_deed_no_kind(text: str) -> None:
    """A sentence that tells no deed, a question, and a mere purpose have no kind."""
    assert code_act(text).plover is None


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Ruritania promised to sever relations.", "THREATEN"),
        ("Ruritania agreed to impose an embargo.", "THREATEN"),
        ("Ruritania agreed to resume the talks.", "AGREE"),
        ("Ruritania did not agree to the plan.", "REJECT"),
        ("Ruritania will not attack its neighbour.", "AGREE"),
        ("Ruritania urged the council to support the rebels.", "SUPPORT"),
        ("Ruritania urged the council to lift the embargo.", "REQUEST"),
        ("The queen is willing to forgive the rebels.", "SUPPORT"),
    ],
)
def test_frames_read_the_deed_below_them(text: str, plover: str) -> None:
    """A frame and the deed that it governs are read together, and denial turns an intent round."""
    assert code_act(text).plover == plover


def test_main_deed_comes_before_subordinate_ones() -> None:
    """Deeds told by a relative clause, by the way or as a purpose do not outdo the main one."""
    assert code_act("Ruritania freed the sailors who had been arrested in May.").plover == "RETREAT"
    assert code_act("Farmers blocked the port to demand higher prices.").plover == "PROTEST"
    assert code_act("With the signing of the treaty, both agreed to disarm.").plover == "AGREE"


@pytest.mark.parametrize(
    ("text", "cue", "act", "plover"),
    [
        ("Ruritania leave the valley", "demanded that", "demand", "REQUEST"),
        ("to withdraw the brigades", "promised", "offer", "AGREE"),
        ("the talks were useful", "said", "state", None),
        ("Ruritania has agreed to the plan", "said", "accept", "AGREE"),
        ("they would never recognise the border", "vowed", "reject", "REJECT"),
        ("a summit will follow", "said", "predict", None),
        ("nothing was settled", "believes", "assess", None),
    ],
)
def test_cue(text: str, cue: str, act: str, plover: str | None) -> None:
    """The deed in the content counts before the saying; the cue names the act where it is one."""
    coding = code_act(text, cue)
    assert (coding.act, coding.plover) == (act, plover)


def test_negation_hedge_and_prediction() -> None:
    """A deed not done keeps its kind; hedges and the future are marked."""
    undone = code_act("Ruritania did not withdraw its troops.")
    assert (undone.plover, undone.negated) == ("RETREAT", True)
    assert code_act("They left without conceding anything.").negated
    assert code_act("Ruritania reportedly agreed to some points.").hedged
    assert not code_act("Ruritania agreed to some points.").hedged
    future = code_act("There will be a summit in spring.")
    assert (future.act, future.prediction) == ("predict", True)


def test_denial_is_no_kind() -> None:
    """Denying that one did something rejects a claim and is no deed of PLOVER's."""
    coding = code_act("Ruritania denied that it attacked the port.")
    assert (coding.act, coding.plover) == ("reject", None)


def spans(text: str) -> tuple[list[str], list[str]]:
    coding = code_act(text)
    return [text[a:b] for a, b in coding.agents], [text[a:b] for a, b in coding.targets]


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Ruritania accused Freedonia of spying.", ["Ruritania"], ["Freedonia"]),
        ("On Monday, Ruritania condemned Freedonia.", ["Ruritania"], ["Freedonia"]),
        ("The plan of Freedonia was rejected by Ruritania.", ["Ruritania"], ["The plan of Freedonia"]),
        ("Ruritania and Freedonia agreed on a truce.", ["Ruritania", "Freedonia"], []),
        ("Ruritania, a close ally of the island, has refused to pay.", ["Ruritania"], []),
        ("The Red League (RL) demanded an answer from Freedonia.", ["The Red League"], ["Freedonia"]),
        ("Ruritania said that it will release the hostages.", ["Ruritania"], ["hostages"]),
        ("Ruritania said Freedonia must leave.", ["Ruritania"], ["Freedonia"]),
        ("Ruritania withdrew its troops.", ["Ruritania"], []),
        ("Up to 100 students demonstrated in Strelsau.", ["100 students"], ["Strelsau"]),
    ],
)
def test_who_does_it_to_whom(text: str, agents: list[str], targets: list[str]) -> None:
    """Doer and target stand beside the deed; the passive turns them round; two joined names are two doers."""
    assert spans(text) == (agents, targets)


def test_table_is_sound() -> None:
    """Every row of the shipped table has a known kind, act and weight, and begins with a word."""
    kinds = {*KINDS, "INTENT", "ASSAULT", "MOBILIZE", "NONE"}
    for word, patterns in act_patterns().items():
        assert word
        for pattern in patterns:
            assert pattern.kind in kinds, pattern
            assert not pattern.act or pattern.act in ACTS, pattern
            assert 1 <= pattern.weight <= 5, pattern
    assert set(OWN_ACT.values()) <= ACTS


@pytest.mark.parametrize("row", ["agree to\tAGREE\t-", "agree @nobody\tAGREE\t-\t3"])
def test_broken_table(row: str) -> None:
    """A row that is short of a column, or names an unknown class, is refused with what was expected."""
    with pytest.raises(ValueError, match="expected"):
        parse_act_patterns(row)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("accused", "accuse"),
        ("agreed", "agree"),
        ("admitted", "admit"),
        ("called", "call"),
        ("controlled", "control"),
        ("withdrew", "withdraw"),
        ("imposing", "impose"),
        ("dying", "die"),
        ("policies", "policy"),
        ("refuses", "refuse"),
        ("reaches", "reach"),
        ("met", "meet"),
        ("Vowed", "vow"),
        ("denied", "deny"),
        ("freed", "free"),
        ("xyzed", "xyzed"),
    ],
)
def test_lemma(word: str, base: str) -> None:
    """The base form is among the candidates, and so is the word itself."""
    assert base in lemma(word)
    assert word.lower() in lemma(word)


_WORDS = (
    "Ruritania and Freedonia will not agree to accuse , . ? refused the plan by said that must “ ” ( ) 's was rejected "
    "troops withdraw sanctions lift who which On Monday its would won't they'll —"
)
_PIECES = st.sampled_from(_WORDS.split())


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join)), st.none() | st.text(max_size=12))
def test_spans_stand_in_the_text(text: str, cue: str | None) -> None:
    """Whatever the text, nothing raises, acts and kinds are known, and spans are not empty and lie in the text."""
    coding = code_act(text, cue)
    assert coding.act in ACTS
    assert coding.plover is None or coding.plover in KINDS
    for first, last in (*coding.agents, *coding.targets, *([coding.event] if coding.event else [])):
        assert 0 <= first < last <= len(text)


@pytest.mark.parametrize("many", [30, 3_000])
def test_frames_within_frames_are_each_read_once(many: int):
    """A chain of frames takes no exponential time and no deep recursion, and tells what its last word tells."""
    assert (
        code_act("The minister " + "will " * many + "meet the envoy.").plover
        == code_act("The minister will will meet the envoy.").plover
    )


TOLD = [
    (
        "Velmar demands the lower dam. The dockers rejected the lower dam. “No,” Ana Brod said.",
        [
            "- | own-voice demand | Velmar to - | Velmar demands the lower dam.",
            "- | own-voice reject | dockers to - | The dockers rejected the lower dam.",
            "Ana Brod (?) | quotation verbatim state | No | said",
        ],
    ),
    (
        "The council of the island met on Tuesday and the mayor said that the ferry would sail again in spring. ",
        [
            "- | own-voice meet | council to - | The council of the island met on Tuesday",
            "mayor (?) | reported state | the ferry would sail again in spring | said",
        ],
    ),
    (
        "Egypt plans to tell Sudan that the gates stay shut.",
        [
            "- | own-voice predict prediction | Egypt to - | Egypt plans to tell Sudan that the gates stay shut.",
        ],
    ),
    (
        "The Egyptians offer it.",
        [
            "- | own-voice offer | Egypt to - | The Egyptians offer it.",
        ],
    ),
    (
        "Ruritania will not attack its neighbour.",
        [
            "- | own-voice offer negated prediction | Ruritania to - | Ruritania will not attack its neighbour.",
        ],
    ),
    (
        "Armenian media and Prime Minister Pashinyan called the round useful.",
        [
            "Nikol Pashinyan (Armenia) | with Armenian media | reported state judgement | Armenia to - | the round useful | called",
        ],
    ),
    (
        "“In the end,” said Abdel Fattah el-Sisi, “we will sign the treaty with Sudan.”",
        [
            "Abdel Fattah el-Sisi (Egypt) | quotation translated accept prediction | Egypt to Sudan | In the end … we will sign the treaty with Sudan. | said",
        ],
    ),
    (
        "If Armenia changes its constitution, then the two sides will sign a peace treaty.",
        [
            "- | own-voice accept hedged prediction | Armenia to - | If Armenia changes its constitution, then the two sides will sign a peace treaty.",
        ],
    ),
    (
        "Sudan should sign the useful water treaty with Egypt in the old palace of Khartoum.",
        [
            "- | own-voice support judgement | Sudan to Egypt | Sudan should sign the useful water treaty with Egypt in the old palace of Khartoum.",
        ],
    ),
    (
        "“Armenia would answer if its posts were hit and Yerevan would not wait,” Pashinyan said.",
        [
            "Nikol Pashinyan (Armenia) | quotation paraphrase state hedged negated | Armenia to - | Armenia would answer if its posts were hit and Yerevan would not wait | said",
        ],
    ),
    (
        '"Who pays?" Lena Orr asked.',
        [
            "Lena Orr (?) | quotation verbatim state | Who pays? | asked",
        ],
    ),
    (
        "Lena Orr denied that Kenya had sent boats.",
        [
            "Lena Orr (?) | reported reject negated | Kenya had sent boats | denied",
        ],
    ),
    (
        "Lena Orr promised to lift the toll by June.",
        [
            "Lena Orr (?) | reported offer | to lift the toll by June | promised",
        ],
    ),
    (
        "Tomas Averin accused Kenya of lying about the catch.",
        [
            "Tomas Averin (?) | reported accuse | - to Kenya | lying about the catch | accused",
        ],
    ),
    (
        "Norway is likely to sign the treaty.",
        [
            "- | own-voice predict hedged prediction | Norway to - | Norway is likely to sign the treaty.",
        ],
    ),
    (
        "Norway, which rejected the quota, signed the treaty.",
        [
            "- | own-voice accept | Norway to - | Norway, which rejected the quota, signed the treaty.",
        ],
    ),
    (
        "By refusing to sign, Norway angered Kenya.",
        [
            "- | own-voice reject | Norway to - | By refusing to sign, Norway angered Kenya.",
        ],
    ),
    (
        "With the signing of the treaty, Norway agreed to a quota.",
        [
            "- | own-voice accept | Norway to - | With the signing of the treaty, Norway agreed to a quota.",
        ],
    ),
    (
        "Norway did not accept the quota.",
        [
            "- | own-voice reject negated | Norway to - | Norway did not accept the quota.",
        ],
    ),
    (
        "Norway may impose sanctions on Kenya.",
        [
            "- | own-voice sanction hedged | Norway to Kenya | Norway may impose sanctions on Kenya.",
        ],
    ),
    (
        "Norway agreed to withdraw its boats from the bay.",
        [
            "- | own-voice accept | Norway to - | Norway agreed to withdraw its boats from the bay.",
        ],
    ),
    (
        "Norway refused to meet the Kenyan envoy.",
        [
            "- | own-voice reject | Norway to Kenya | Norway refused to meet the Kenyan envoy.",
        ],
    ),
    (
        "Kenya was accused by Norway of spying.",
        [
            "- | own-voice accuse | Norway to Kenya | Kenya was accused by Norway of spying.",
        ],
    ),
    (
        "Norway and Kenya signed a treaty.",
        [
            "- | own-voice accept | Norway to - | Norway and Kenya signed a treaty.",
        ],
    ),
    (
        "Norway offered to free the crew.",
        [
            "- | own-voice offer | Norway to - | Norway offered to free the crew.",
        ],
    ),
    (
        "Norway rejects Kenya's demand to withdraw.",
        [
            "- | own-voice reject | Norway to Kenya | Norway rejects Kenya's demand to withdraw.",
        ],
    ),
    (
        "The Norwegian minister thanked Kenya for its help.",
        [
            "- | own-voice support | Norway to Kenya | The Norwegian minister thanked Kenya for its help.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements_of_a_text(text: str, expected: list[str]) -> None:
    """Who says what, and the act that it is, with its doer and target."""
    assert facts(text, "statements") == expected


ROLES = """
Norway [met] Peru | Norway | Peru
Norway was [met] by Peru | Peru | Norway
Norway was recently [caught] by Peru | Peru | Norway
Norway is [sought] by Peru and Kenya | Peru, Kenya | Norway
Norway was [shot] at |  | Norway
The bridge was [cut] by Peru | Peru |
Peru [cut] the bridge | Peru |
The plan has been [rejected] by Norway | Norway | The plan
The plan was [drawn] by Norway | Norway | The plan
The plan was [taken] by Norway | Norway | The plan
Norway and Peru [signed] a pact with Kenya | Norway, Peru | Kenya
Norway, a neighbour of Peru, has [attacked] Kenya | Norway | Kenya
Norway (a neighbour) has [attacked] Kenya | Norway | Kenya
Norway said that Peru [must] leave | Norway | Peru
Norway says the envoys of Peru [must] leave | Norway | the envoys of Peru
Peru [must] leave |  | Peru
Norway, which left, [rejected] the plan of Peru | Norway | Peru
It [rejected] the plan |  |
They came and [attacked] Kenya |  | Kenya
In May Norway [attacked] Kenya | Norway | Kenya
On Monday, Norway [attacked] Kenya | Norway | Kenya
Norway will [attack] Kenya | Norway | Kenya
Norway did not [attack] Kenya | Norway | Kenya
Norway has often [attacked] Kenya and Peru | Norway | Kenya, Peru
Norway [accused] Peru of lying | Norway | Peru
Norway [demanded] that Peru leave | Norway | Peru
Norway [gave] the port to Kenya | Norway | Kenya
Norway [sent] 450 observers to Kenya | Norway | Kenya
Two of the envoys [left] Kenya | Two of the envoys | Kenya
Some of the envoys [left] Kenya | envoys | Kenya
The workers of Norway [left] Kenya | The workers of Norway | Kenya
Norwegian troops [attacked] villages in Kenya | Norwegian troops | Kenya
When Peru left, Norway [attacked] Kenya | Norway | Kenya
Norway left, but Peru [attacked] Kenya | Peru | Kenya
Peru, Norway said, [attacked] Kenya | Peru | Kenya
Norway's envoy [rejected] Peru's plan | Norway's envoy | Peru
"""


@pytest.mark.parametrize("line", ROLES.strip().splitlines())
def test_who_does_the_deed_in_brackets_and_to_whom(line: str) -> None:
    """The text | the doers | whom it is done to: over insertions, coordination and auxiliaries, and right in the passive."""
    marked, doers, targets = (part.strip() for part in line.split("|"))
    text = marked.replace("[", "").replace("]", "")
    words = list(find_tokens(text, 0, len(text)))
    at = next(k for k, word in enumerate(words) if word.start == marked.index("["))
    found = [", ".join(text[a:b] for a, b in spans) for spans in find_roles(words, at, at + 1)]
    assert found == [doers, targets]


@pytest.mark.parametrize(
    "no",
    [
        "will not",
        "won't",
        "cannot",
        "can't",
        "does not",
        "doesn't",
        "did not",
        "didn't",
        "never",
        "would not",
        "wouldn't",
        "has not",
        "hasn't",
    ],
)
def test_each_way_to_deny_a_deed(no: str) -> None:
    """A denied deed is told as denied or as rejected, in whole words and contractions alike."""
    coding = code_act(f"Ruritania {no} accept the plan.")
    assert coding.negated or coding.plover == "REJECT"
    assert not code_act("Ruritania will accept the plan.").negated


@pytest.mark.parametrize("be", "is are was were".split())
def test_a_progressive_form_is_the_main_deed(be: str) -> None:
    """Behind "be" a form in -ing tells what is done."""
    assert code_act(f"They {be} threatening to close the strait.").plover == "THREATEN"


def test_a_table_of_patterns() -> None:
    """Classes, gaps, exact forms and signs of a row; lines that begin with # and empty ones are passed over."""
    found = parse_act_patterns(
        "# head\n\n@big = sign ratify\nback|@big *2 treaty\tAGREE\taccept\t5\n=cut|trim + > ! ~ *\tCONCEDE\t-\t3\n"
    )
    assert set(found) == {"back", "sign", "ratify", "cut", "trim"}
    (pact,), (less,) = found["sign"], found["cut"]
    assert (pact.kind, pact.act, pact.weight, pact.frame) == ("AGREE", "accept", 5, False)
    assert [element.gap for element in pact.elements] == [0, 2, 0]
    assert (less.kind, less.act, less.weight, less.frame) == ("CONCEDE", "", 3, True)
    assert less.elements[0].exact == {"cut"}
    assert less.elements[0].bases == {"trim"}
    assert len(less.elements) == 2
    assert less.elements[1].one

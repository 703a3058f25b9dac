"""One remark in many places of its sentence: who says it, and which words are said."""

from __future__ import annotations

import pytest

from .told import facts

TOLD = [
    (
        "“The mill stays shut,” said Petra Voll, “and the ferry stays too.”",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut … and the ferry stays too. | said",
        ],
    ),
    (
        "«The mill stays shut», said Petra Voll.",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut | said",
        ],
    ),
    (
        "Petra Voll said: “The mill stays shut. The ferry stays too.”",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut. The ferry stays too. | said",
        ],
    ),
    (
        "“The mill stays shut” – Petra Voll said on Monday.",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut | said",
        ],
    ),
    (
        "Petra Voll told reporters that the mill stays shut; the ferry left at noon.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | told",
        ],
    ),
    (
        "Petra Voll said that the mill, which burned in May, stays shut.",
        [
            "Petra Voll (?) | reported state | the mill, which burned in May, stays shut | said",
        ],
    ),
    (
        "Petra Voll said the mill stays shut, but the ferry left at noon.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | said",
        ],
    ),
    (
        "The mill stays shut, Petra Voll said before the ferry left.",
        [
            "Petra Voll (?) | reported state | The mill stays shut | said",
        ],
    ),
    (
        "The mill, Petra Voll said, stays shut until May.",
        [
            "Petra Voll (?) | reported state | The mill … stays shut until May | said",
        ],
    ),
    (
        "Petra Voll said if the ferry leaves the mill stays shut.",
        [
            "Petra Voll (?) | reported state hedged | if the ferry leaves the mill stays shut | said",
        ],
    ),
    (
        "Petra Voll said that although the ferry leaves, the mill stays shut.",
        [
            "Petra Voll (?) | reported state | although the ferry leaves, the mill stays shut | said",
        ],
    ),
    (
        "Petra Voll, who owns the ferry, said the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | said",
        ],
    ),
    (
        "Petra Voll told the council in a letter on Monday that the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | told",
        ],
    ),
    (
        "Petra Voll has told the council the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | told",
        ],
    ),
    (
        "Petra Voll added that the mill stays shut, noting that the crew has left.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | added",
            "Petra Voll (?) | reported assess | the crew has left | noting",
        ],
    ),
    (
        "“The mill stays shut!” Petra Voll shouted.",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut! | shouted",
        ],
    ),
    (
        "“Does the mill stay shut?” asked Petra Voll. “Nobody knows.”",
        [
            "Petra Voll (?) | quotation verbatim state | Does the mill stay shut? | asked",
            "Petra Voll (?) | quotation verbatim state negated | Nobody knows.",
        ],
    ),
    (
        "In a statement on Monday, the ministry said that the mill stays shut.",
        [
            "ministry | reported state | ministry to - | the mill stays shut | said",
        ],
    ),
    (
        "A report by the ministry says the mill stays shut.",
        [
            "report by the ministry (ministry) | reported state | ministry to - | the mill stays shut | says",
        ],
    ),
    (
        "Petra Voll has repeatedly said the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | said",
        ],
    ),
    (
        "Speaking in Lund, Petra Voll said the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | said",
        ],
    ),
    (
        "The mill stays shut, two officials told The Ledger.",
        [
            "two officials (?) | reported state | The mill stays shut | told",
        ],
    ),
    (
        "Officials say the mill stays shut, but Petra Voll says it opens in May.",
        [
            "Officials (?) | reported state | the mill stays shut | say",
            "Petra Voll (?) | reported state | it opens in May | says",
        ],
    ),
    (
        "“The mill stays shut,” Petra Voll said, adding that the crew has left.",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut | said",
            "Petra Voll (?) | reported state | the crew has left | adding",
        ],
    ),
    (
        "“The mill stays shut,” said Petra Voll, who owns the ferry. “The crew has left.”",
        [
            "Petra Voll (?) | quotation verbatim state | The mill stays shut | said",
            "Petra Voll (?) | quotation verbatim state | The crew has left.",
        ],
    ),
    (
        "Petra Voll rejected the claim that the mill stays shut.",
        [
            "Petra Voll (?) | reported state negated | the mill stays shut | claim",
        ],
    ),
    (
        "It was Petra Voll who said that the mill stays shut.",
        [
            "Petra Voll (?) | reported state | the mill stays shut | said",
        ],
    ),
    (
        "The mill, according to Petra Voll, stays shut.",
        [
            "Petra Voll (?) | reported state | The mill … stays shut | according to",
        ],
    ),
    (
        "The port stays shut, Petra Voll said, adding that the crew had left.",
        [
            "Petra Voll (?) | reported state | The port stays shut | said",
            "Petra Voll (?) | reported state | the crew had left | adding",
        ],
    ),
    (
        "The port, Petra Voll said, was shut at noon!",
        [
            "Petra Voll (?) | reported state | The port … was shut at noon | said",
        ],
    ),
    (
        "The old port — Petra Voll said — was shut.",
        [
            "Petra Voll (?) | reported state | The old port … was shut | said",
        ],
    ),
    (
        "“The port stays shut,” Petra Voll said during the talks.",
        [
            "Petra Voll (?) | quotation verbatim state | The port stays shut | said",
        ],
    ),
    (
        "Petra Voll said the port stays shut; the crew, too, stays.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll said the port stays shut, although the crew had returned.",
        [
            "Petra Voll (?) | reported state | the port stays shut, although the crew had returned | said",
        ],
    ),
    (
        "Petra Voll said the port stays shut, but that the crew would return.",
        [
            "Petra Voll (?) | reported state | the port stays shut, but that the crew would return | said",
        ],
    ),
    (
        "Petra Voll said the port stays shut, whereas the mayor wants it open.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll said the port stays shut and warned that the crew would leave.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
            "Petra Voll (?) | reported threaten | the crew would leave | warned",
        ],
    ),
    (
        "“Is the port shut?” Petra Voll asked the crew.",
        [
            "Petra Voll (?) | quotation verbatim state | Is the port shut? | asked",
        ],
    ),
    (
        "‘The port stays shut,’ Petra Voll said.",
        [
            "Petra Voll (?) | quotation verbatim state | The port stays shut | said",
        ],
    ),
    (
        "“The port stays shut!” Petra Voll told the crew on Monday.",
        [
            "Petra Voll (?) | quotation verbatim state | The port stays shut! | told",
        ],
    ),
    (
        "Petra Voll said “the port stays shut” before the crew left.",
        [
            "Petra Voll (?) | quotation fragment state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll read “The Old Port of Lund” to the crew.",
        [
            "- | own-voice state | Petra Voll read “The Old Port of Lund” to the crew.",
        ],
    ),
    (
        "Petra Voll told the crew: “The port stays shut.”",
        [
            "Petra Voll (?) | quotation verbatim state | The port stays shut. | told",
        ],
    ),
    (
        "Petra Voll said that “the port stays shut”.",
        [
            "Petra Voll (?) | quotation fragment state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll, in a letter to the crew, said: “The port stays shut.”",
        [
            "Petra Voll (?) | quotation verbatim state | The port stays shut. | said",
        ],
    ),
    (
        "Petra Voll said that if the port stays shut the crew will leave.",
        [
            "Petra Voll (?) | reported predict hedged prediction | if the port stays shut the crew will leave | said",
        ],
    ),
    (
        "As Petra Voll said, the port stays shut.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
        ],
    ),
    (
        "A memo obtained by the Ledger says the port stays shut.",
        [
            "memo obtained by the Ledger (Ledger) | reported state | Ledger to - | the port stays shut | says",
        ],
    ),
    (
        "The letter to the crew says the port stays shut.",
        [
            "letter (?) | reported state | the port stays shut | says",
        ],
    ),
    (
        "Petra Voll and the mayor said the port stays shut.",
        [
            "Petra Voll (?) | with mayor | reported state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll said on Monday in Lund that the port stays shut.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll also said that the port stays shut.",
        [
            "Petra Voll (?) | reported state | the port stays shut | said",
        ],
    ),
    (
        "Petra Voll said $5 million was enough.",
        [
            "Petra Voll (?) | reported state | $5 million was enough | said",
        ],
    ),
    (
        "“We stay,” Petra Voll said; “the crew leaves.”",
        [
            "Petra Voll (?) | quotation verbatim state | We stay … the crew leaves. | said",
        ],
    ),
    (
        "“We stay”, Petra Voll said, “while the crew leaves.”",
        [
            "Petra Voll (?) | quotation verbatim state | We stay … while the crew leaves. | said",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements(text: str, expected: list[str]) -> None:
    """Speaker, form, act, the words that are said and those that attribute them, of each statement; no other."""
    assert facts(text, "statements") == expected

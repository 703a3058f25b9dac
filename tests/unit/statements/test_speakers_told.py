"""Who speaks: names, offices, sides, pronouns, several at once."""

from __future__ import annotations

import pytest

from .told import facts

TOLD = [
    (
        "Ana Lind said the toll was fair. She said it would stay.",
        [
            "Ana Lind (?) | reported state | the toll was fair | said",
            "Ana Lind (?) | reported state | it would stay | said",
        ],
    ),
    (
        "Ana Lind met Otto Brand. He said the toll would stay.",
        [
            "- | own-voice meet | Ana Lind met Otto Brand.",
            "Otto Brand (?) | reported state | the toll would stay | said",
        ],
    ),
    (
        "Norway said the toll was fair. It said the toll would stay.",
        [
            "Norway | reported state | Norway to - | the toll was fair | said",
            "Norway | reported state | Norway to - | the toll would stay | said",
        ],
    ),
    (
        "A Norwegian official said the toll would stay.",
        [
            "Norwegian official (Norway) | reported state | Norway to - | the toll would stay | said",
        ],
    ),
    (
        "The spokesman for Baltex said the mill would close.",
        [
            "spokesman for Baltex (Baltex) | reported state | Baltex to - | the mill would close | said",
        ],
    ),
    (
        "Baltex spokesman Olof Rask said the mill would close. Rask said the ferry would stay.",
        [
            "Olof Rask (Baltex) | reported state | Baltex to - | the mill would close | said",
            "Olof Rask (Baltex) | reported state | Baltex to - | the ferry would stay | said",
        ],
    ),
    (
        "The Norwegian ministry of ports said the toll would stay.",
        [
            "Norwegian ministry of ports (Norway) | reported state | Norway to - | the toll would stay | said",
        ],
    ),
    (
        "Officials and Ana Lind said the toll would stay.",
        [
            "Ana Lind (?) | with Officials | reported state | the toll would stay | said",
        ],
    ),
    (
        "Ana Lind's office said the toll would stay.",
        [
            "Ana Lind's office (?) | reported state | the toll would stay | said",
        ],
    ),
    (
        "One diplomat said the toll would stay. He said nobody had asked.",
        [
            "One diplomat (?) | reported state | the toll would stay | said",
            "One diplomat (?) | reported demand negated | nobody had asked | said",
        ],
    ),
    (
        "President Karim Haddad of Lebanon said the toll would stay. The president said nobody had asked.",
        [
            "Karim Haddad (Lebanon) | reported state | Lebanon to - | the toll would stay | said",
            "Karim Haddad (Lebanon) | reported demand negated | Lebanon to - | nobody had asked | said",
        ],
    ),
    (
        "Two people briefed on the talks said the toll would stay.",
        [
            "Two people (?) | reported state | the toll would stay | said",
        ],
    ),
    (
        "Ana Lind, a lawyer for the drivers, said the toll would stay.",
        [
            "Ana Lind (drivers) | reported state | drivers to - | the toll would stay | said",
        ],
    ),
    (
        "Drivers' leader Ana Lind said the toll would stay.",
        [
            "Ana Lind (drivers) | reported state | drivers to - | the toll would stay | said",
        ],
    ),
    (
        'Ana Lind left. "The toll stays," she said.',
        [
            "- | own-voice state | Ana Lind left.",
            "Ana Lind (?) | quotation verbatim state | The toll stays | said",
        ],
    ),
    (
        'Ana Lind and Otto Brand left. "The toll stays," they said.',
        [
            "- | own-voice state | Ana Lind and Otto Brand left.",
            "Ana Lind (?) | with Otto Brand | quotation verbatim state | The toll stays | said",
        ],
    ),
    (
        "The Lund Institute said the toll would stay.",
        [
            "Lund Institute | reported state | Lund Institute to - | the toll would stay | said",
        ],
    ),
    (
        "Critics say the toll is a theft.",
        [
            "Critics (?) | reported state | the toll is a theft | say",
        ],
    ),
    (
        "The union said on Monday, through its lawyer, that the toll was a theft.",
        [
            "union | reported state | union to - | the toll was a theft | said",
        ],
    ),
    (
        "“It failed,” Eva Sund, 61, told the Coast News on Friday.",
        [
            "Eva Sund (?) | quotation verbatim state judgement | It failed | told",
        ],
    ),
    (
        "Nadu Vale Chief Minister J Sund met Brod Chief Minister Nils Arden. Water went to Nadu Vale and Brod. "
        "“They refused,” said the Nadu Vale Chief Minister.",
        [
            "- | own-voice meet | Nadu Vale to Brod | Nadu Vale Chief Minister J Sund met Brod Chief Minister Nils Arden.",
            "- | own-voice state | Water went to Nadu Vale and Brod.",
            "J Sund (Nadu Vale) | quotation verbatim accuse | Brod to - | They refused | said",
        ],
    ),
    (
        "The talks on the dam, as suggested by Norway, failed with both sides in a rage.",
        [
            "- | own-voice state judgement | The talks on the dam, as suggested by Norway, failed with both sides in a rage.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements(text: str, expected: list[str]) -> None:
    """Speaker, form, act, the words that are said and those that attribute them, of each statement; no other."""
    assert facts(text, "statements") == expected

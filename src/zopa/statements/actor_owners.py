"""Whose office or part a noun is: possessors, what describes it, what stands behind "of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.actor_names import joined, with_of
from zopa.statements.name_runs import name_run, names_body
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.statements.actor_memory import ActorMemory
    from zopa.text.tagged import Sentence

_INITIALS = 6  # letters of a body's short name ("FPÖ leader X")


def owner_of(memory: ActorMemory, sentence: Sentence, at: int, not_: set[str]) -> str | None:
    """Whose office or part a noun is: its possessor, what describes it, what stands behind "of", "for", "from"."""
    tokens = sentence.tokens
    if (owner := _army_before(memory, sentence, at) or _land_before(memory, sentence, at)) is not None:
        return owner
    described = sorted(
        sentence.under(at, "compound", "amod", "nmod:desc", "flat"), key=lambda k: not tokens[k].text.isupper()
    )  # "the Gauteng ANC chairperson" is of the ANC
    before = [*sentence.under(at, "nmod:poss"), *described]
    before += [
        k for j in sentence.under(at, "compound", "amod") for k in sentence.under(j, "compound", "amod", "nmod:poss")
    ]
    behind = sentence.behind(at, {"of", "for", "from", "at", "with"})
    for k in [*before, *behind]:
        if tokens[k].low in words_of("own_possessive"):
            return next(iter(reversed(memory.acting)), None)  # "its chairwoman"
        found = body_at(memory, sentence, k)
        if found and found not in not_ and not (k in behind and _is_sent(memory, sentence, at, found)):
            return found
    run = [
        k
        for k in range(max(0, at - 4), at)
        if tokens[k].tag in {"PROPN", "ADJ"} and tokens[k].text[0].isupper() and k not in before
    ]
    for k in run:
        known = memory.known_name(sentence, k)
        if (
            known is not None
            and known.kind != "person"
            and all(tokens[j].tag in {"ADJ", "NOUN", "PROPN", "CCONJ"} for j in range(k + 1, at))
        ):
            return known.party or known.name
    if (
        at
        and tokens[at - 1].tag == "PROPN"
        and tokens[at - 1].low not in words_of("office") | words_of("title") | words_of("time_noun")
    ):
        first, last = at - 1, at - 1
        while (
            first
            and tokens[first - 1].tag == "PROPN"
            and tokens[first - 1].low not in words_of("office") | words_of("title")
        ):
            first -= 1
        name = joined([t.text for t in tokens[first : last + 1]])  # "Baltex Motors chief X"
        portfolio = tokens[at].low in words_of("portfolio_office") and name not in memory.by_name
        if (
            name not in not_
            and not portfolio
            and not (
                memory.full_name(name) in memory.by_name and memory.by_name[memory.full_name(name)].kind == "person"
            )
        ):
            return name
    if tokens[at].low in words_of("company_office") and (body := memory.leant_on("company")):
        return body  # "the chief executive X said": of the company that acts
    head = tokens[at].head
    if tokens[at].relation == "conj" and head >= 0 and (tokens[head].lemma in words_of("office")):
        return owner_of(memory, sentence, head, not_)
    return None


def side_before(memory: ActorMemory, sentence: Sentence, first: int) -> str | None:
    """Whose title stands before a name, read from right to left: "Boltek chief executive X", "India's Trade and Industry Minister X".

    Offices, ranks, fields of government and small words that tell a rank are passed; what is left is a land, a body by its name, or nobody.
    """
    at, offices = _before_titles(memory, sentence, first - 1)
    if not offices or at < 0:
        return None
    token = sentence.tokens[at]
    if {t.low for t in sentence.tokens[max(0, at - 2) : at]} & words_of("past_office"):
        return None  # "former Norwegian envoy X"
    if token.low in words_of("possessive_mark") and at:
        return body_at(memory, sentence, at - 1)
    known = memory.known_name(sentence, at)
    if known is not None and known.kind != "person":
        return known.party or known.name
    named = token.text[0].isupper() and token.tag in {"PROPN", "NOUN"} and token.low not in words_of("time_noun")
    if not named or (token.tag == "NOUN" and not token.text.isupper()):
        return None
    begin, end = memory.run(sentence, at)
    if end > at or memory.is_person(sentence, at, begin, at):
        return None
    return joined([t.text for t in sentence.tokens[begin : at + 1]])


def _before_titles(memory: ActorMemory, sentence: Sentence, at: int) -> tuple[int, int]:
    """The last word before a chain of titles that ends at a place, and how many offices the chain has."""
    tokens, offices = sentence.tokens, 0
    ranks = words_of("office_opener") | words_of("portfolio")
    while at >= 0:
        token, behind = tokens[at], tokens[at + 1].low
        if token.low in words_of("past_office"):
            return at, 0  # who was envoy speaks for nobody now
        if token.text == ")" and at > 1 and tokens[at - 2].text == "(":
            at -= 3  # "Libyan National Army (LNA) commander X"
            continue
        office = token.low in words_of("office") | words_of("title")
        field = (
            behind in words_of("portfolio_office")
            and memory.known_name(sentence, at) is None
            and not token.text.isupper()
        )
        field = field and token.text[0].isupper()  # "Fisheries Minister X", and "Trade and" before it
        joined_field = (
            token.low in words_of("gate_and")
            and at + 2 < len(tokens)
            and tokens[at + 2].low in words_of("portfolio_office")
        )
        beside = behind in words_of("gate_and") and token.text[0].isupper() and memory.known_name(sentence, at) is None
        small = token.tag in {"NOUN", "ADJ"} and token.text.islower() and token.low not in words_of("collective")
        if not (
            office or token.low in ranks or token.low in words_of("dash") or field or joined_field or beside or small
        ):
            break
        offices += office
        at -= 1
    return at, offices


def _is_sent(memory: ActorMemory, sentence: Sentence, at: int, land: str) -> bool:
    """True for "the special envoy for Yemen", who is nobody of that land."""
    before = {t.low for t in sentence.tokens[max(0, at - 2) : at]}
    return (
        sentence.tokens[at].low in words_of("sent_office")
        and bool(before & words_of("sent_by"))
        and _is_land(memory, land)
    )


def _is_land(memory: ActorMemory, name: str) -> bool:
    known = memory.known.get(name.lower())
    return known is not None and known.kind == "state"


def _army_before(memory: ActorMemory, sentence: Sentence, at: int) -> str | None:
    """The army of one side right before an office ("Libyan National Army commander"), else None."""
    tokens, first = sentence.tokens, at
    while first > 0 and tokens[first - 1].tag in {"PROPN", "ADJ", "NOUN"} and tokens[first - 1].text[0].isupper():
        first -= 1
    return joined([t.text for t in tokens[first:at]]) if memory.is_of_one_side(sentence, first, at - 1) else None


def _land_before(memory: ActorMemory, sentence: Sentence, at: int) -> str | None:
    """The land with which the words in capitals before an office begin: "Tamil Nadu Water Resources Minister"."""
    while at > 0 and sentence.tokens[at - 1].low in words_of("office_opener"):
        at -= 1  # "Tamil Nadu chief minister"
    first = at
    while first > 0 and sentence.tokens[first - 1].is_word and sentence.tokens[first - 1].text[0].isupper():
        first -= 1
    words = [t.low for t in sentence.tokens[first:at]]
    own = words_of("office") | words_of("title") | words_of("office_opener")
    for size in range(len(words), 0, -1):
        known = memory.known.get(" ".join(words[:size]))
        rest = sentence.tokens[first + size : at]
        field = sentence.tokens[at].low in words_of("portfolio_office")  # "Water Resources Minister"
        plain = all(t.low in own or (field and not t.text.isupper() and t.low not in memory.known) for t in rest)
        if known is not None and known.kind == "state" and plain:  # "Gauteng ANC chairperson" is of the ANC
            return known.party or known.name
    return None


def land_of_part(memory: ActorMemory, sentence: Sentence, first: int, last: int) -> str | None:
    """The state with which the name of one of its parts begins ("US State Department"), else None."""
    if first == last or sentence.tokens[last].low not in words_of("part_of"):
        return None
    land = memory.known.get(sentence.tokens[first].low)
    return (land.party or land.name) if land is not None and land.kind == "state" else None


def _whole(memory: ActorMemory, sentence: Sentence, first: int, last: int) -> str | None:
    """The state or group of the shipped table that all words of a name name ("European Union foreign policy chief"), else None."""
    known = memory.known.get(" ".join(t.low for t in sentence.tokens[first : last + 1]))
    return (known.party or known.name) if known is not None and known.kind != "person" else None


def body_at(memory: ActorMemory, sentence: Sentence, k: int) -> str | None:
    """The body that a modifier names: a people inside a state, a state by its adjective, a name, a collective noun."""
    return memory.community(sentence, k) or _body_named(memory, sentence, k)


def _body_named(memory: ActorMemory, sentence: Sentence, k: int) -> str | None:
    tokens = sentence.tokens
    if tokens[k].tag == "PROPN":
        first, last = name_run(sentence, k)
        land = _whole(memory, sentence, first, last) or land_of_part(memory, sentence, first, last)
        if land or (last > first and tokens[k].relation == "compound" and names_body(sentence, first, last)):
            return land or named_body(memory, sentence, k)  # "Dublin Teachers Association" is no city
    known = memory.known_name(sentence, k)
    if known is not None and known.kind != "person":
        return known.party or known.name
    if tokens[k].low in words_of("portfolio") and tokens[k - 1].low == "of":
        return None
    if tokens[k].tag == "PROPN":
        return None if tokens[k].low in words_of("compass") else named_body(memory, sentence, k)  # "Western diplomats"
    if tokens[k].low in words_of("org_council") and tokens[k].low in memory.last_body:
        return memory.last_body[tokens[k].low]
    if tokens[k].low in words_of("part_of") or tokens[k].lemma in words_of("part_of"):
        return owner_of(memory, sentence, k, set())
    if tokens[k].lemma in words_of("collective") or tokens[k].low in words_of("collective"):
        for j in sentence.under(k, "nmod:poss"):  # "the Duma's committee" is part of the Duma
            if tokens[j].tag == "PROPN" and (owner := body_at(memory, sentence, j)):
                return owner
        return memory.last_body.get(tokens[k].low, tokens[k].low)
    described = tokens[k].tag in {"ADJ", "NOUN"} and tokens[k].relation in {"amod", "compound"}
    parts = tokens[k].low.replace("–", "-").split("-")
    described = described and not (len(parts) > 1 and any(part in memory.known for part in parts))  # "British-Dutch"
    described = described and tokens[k].low not in words_of("office_opener")  # "Prime Minister X" is of no party
    initials = tokens[k].text.isupper() and tokens[k].text.isalpha() and 1 < len(tokens[k].text) <= _INITIALS
    return (
        tokens[k].text if described and (initials or tokens[k].text in memory.capitals) else None
    )  # "Liberal leader X"


def named_body(memory: ActorMemory, sentence: Sentence, k: int) -> str | None:
    """The body that a name tells; a person's for "Lena Orr's office", None for an office."""
    tokens = sentence.tokens
    first, last = memory.run(sentence, k)
    if tokens[last].text in memory.given and any(t.text[0].isupper() for t in tokens[last + 1 : last + 2]):
        return None  # "Health Secretary Jeremy Hunt" is of no Jeremy
    name = joined([t.text for t in tokens[first : last + 1]])
    if name.lower() in words_of("collective") and name.lower() in memory.last_body:
        return memory.last_body[name.lower()]  # "Council leader X", of the council told before
    nations = [part for part in name.lower().replace("–", "-").split("-") if part in memory.known]
    offices = {name.lower(), tokens[k].low, tokens[last].low} & (words_of("office") | words_of("time_noun"))
    if offices or ("-" in name and nations):
        return None  # "the British-Dutch owner" too
    if memory.is_person(sentence, k, first, last) and not names_body(sentence, first, last):
        return memory.full_name(name)
    return with_of(sentence, k, first, last)

"""Bodies of a text: by their names, and by common nouns ("the union", "the rich nations")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.actor_names import as_place, joined, kind_of, members, own_possessor, with_of
from zopa.statements.actor_owners import land_of_part, owner_of
from zopa.statements.name_runs import is_glued_whole, name_run, names_body
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from zopa.statements.actor_memory import Actor, ActorMemory
    from zopa.text.tagged import Sentence, TaggedToken

_PLACED = 5  # words behind a name among which "-based" makes it a place


def learn_named_body(memory: ActorMemory, number: int, sentence: Sentence, head: int, run: tuple[int, int]) -> None:
    """A body by its name, with what stands before and behind the run of capitals ("Union of X"); itself its side unless a part."""
    tokens, (first, last) = sentence.tokens, run
    told = names_body(sentence, first, last)
    if as_place(sentence, head) and (not told or not names_body(sentence, last, last)):
        return  # "in Port Selma"
    if not told and "based" in [t.low for t in tokens[last + 1 : last + 1 + _PLACED]]:
        return  # "the Auburn Hills, Michigan-based carmaker"
    start = min(members(sentence, first, last), own_possessor(sentence, head, first))
    name = joined([t.text for t in tokens[first : last + 1]])
    full = with_of(sentence, head, start, last) if told else name
    part = {tokens[last].low, tokens[first].low} & words_of("part_of")
    opens = start - 1 if start and tokens[start - 1].text[0].isupper() and tokens[start - 1].tag == "ADJ" else start
    if memory.is_of_one_side(sentence, opens, last):
        body = memory.note(joined([t.text for t in tokens[opens : last + 1]]), "armed group", (number, head))
        body.side = body.name
        return
    own = first < last and tokens[last].low in words_of("org_council")  # "Korden County Council" is nobody's part
    side = owner_of(memory, sentence, head, {full}) if part and not own else None
    side = side or land_of_part(memory, sentence, first, last) or _land_that_owns(memory, sentence, head, full)
    told_kinds = [kind for k in sentence.under(head, "appos") if (kind := kind_of(tokens[k].low)) != "group"]
    body = memory.note(full, told_kinds[0] if told_kinds else kind_of(full), (number, head), side=side or full)
    if told_kinds:
        body.kind = told_kinds[0]  # "District Council 33, the largest union"
    led_by_possessor(memory, sentence, head, body)
    told_with_nation(memory, sentence, first, body)
    note_traits(memory, sentence, head, body)
    if told:
        memory.last_body[tokens[last].low] = full
        memory.last_body[tokens[first].low] = full


def _land_that_owns(memory: ActorMemory, sentence: Sentence, head: int, name: str) -> str | None:
    """The state to which a body of government belongs ("Iran's National Security Council", "Iranian Atomic Agency"), else None."""
    if kind_of(name) not in {"council", "government body"}:
        return None
    for k in sentence.under(head, "nmod:poss", "amod"):
        known = memory.known_name(sentence, k)
        if known is not None and known.kind == "state":
            return known.party or known.name
    return None


def led_by_possessor(memory: ActorMemory, sentence: Sentence, head: int, body: Actor) -> None:
    """ "Wilders' Party for Freedom", "the Reds party of President Wilders": whose party it is stands for it."""
    if body.kind == "party":
        for k in sentence.behind(head, {"of"}):
            first, last = name_run(sentence, k)
            while first < last and sentence.tokens[first].low in words_of("office") | words_of("title"):
                first += 1
            memory.heads_of[memory.full_name(joined([t.text for t in sentence.tokens[first : last + 1]]))] = body.name
    for k in sentence.under(head, "nmod:poss") if body.kind in {"party", "company"} else ():
        name = memory.full_name(sentence.tokens[k].text)
        person = memory.by_name.get(name)
        if person is not None and person.kind == "person" and (person.side is None or _is_state(memory, person.side)):
            person.side = body.name  # a premier too speaks for the party that is told to be theirs


def _is_state(memory: ActorMemory, name: str) -> bool:
    known = memory.known.get(name.lower())
    return known is not None and known.kind == "state"


def told_with_nation(memory: ActorMemory, sentence: Sentence, first: int, body: Actor) -> None:
    """Remember "French" for the body in "the French materials group X", so that "the French company" is X."""
    noun = first - 1
    if noun < 1 or sentence.tokens[noun].low not in words_of("org_company"):
        return
    for k in range(noun - 1, max(-1, noun - 5), -1):
        token = sentence.tokens[k]
        if token.tag not in {"ADJ", "NOUN", "PROPN"}:
            return
        if (land := _land(memory, token)) is not None:
            memory.by_nation[token.low] = body.name
            body.traits.add(land)
            return


def _land(memory: ActorMemory, token: TaggedToken) -> str | None:
    """The state that a word names, by its name, adjective or seat; else None."""
    known = memory.known.get(token.low)
    return known.name if known is not None and known.kind == "state" else None


def note_traits(memory: ActorMemory, sentence: Sentence, head: int, body: Actor) -> None:
    """Keep adjectives before a name ("the liberal TRP"), its seat ("Lima-based"), and the nation behind it ("X, the US drugmaker")."""
    tokens = sentence.tokens
    own = [k for k in sentence.under(head, "amod") if k < head and tokens[k].text.islower()]
    based = [k for k in own if k > 1 and tokens[k].low == "based"]
    body.traits |= {land for k in based if (land := _land(memory, tokens[k - 2])) is not None}
    own = [k for k in own if k not in based]
    body.traits |= {tokens[k].low for k in own} | {
        tokens[k].low for m in own for k in sentence.under(m, "conj") if k < head
    }
    for k in sentence.under(head, "appos"):
        if tokens[k].low not in words_of("org_company"):
            continue
        for m in sentence.under(k, "amod", "compound", "nmod:poss"):
            if (land := _land(memory, tokens[m])) is not None:
                memory.by_nation.setdefault(tokens[m].low, body.name)
                body.traits.add(land)


def learn_described(memory: ActorMemory, number: int, sentence: Sentence, head: int) -> None:
    """A body told by a common noun, by that of the name behind it ("the US drugmaker Boltek") or by the noun alone."""
    if _named_behind(memory, number, sentence, head):
        return
    if sentence.tokens[head].low in words_of("land_noun") and _is_bare(sentence, head):
        land = memory.leant_on("state")  # "the country": the state that acts; else nobody in particular
        if land is not None:
            memory.note(land, "state", (number, head))
        return
    _learn_body(memory, number, sentence, head)


def _is_bare(sentence: Sentence, head: int) -> bool:
    """True for a noun with its article and nothing else in front."""
    first = phrase_at(sentence, head).first
    return first == head - 1 and sentence.tokens[first].low in words_of("definite")


def _learn_body(memory: ActorMemory, number: int, sentence: Sentence, head: int) -> None:
    """A body told by a common noun: "the union", "the rich nations", "the nurses' union"."""
    token = sentence.tokens[head]
    side = _whose(memory, sentence, head) if token.low in words_of("part_of") else None
    if token.low in words_of("company_part"):
        side = _whose_part(memory, sentence, head, side)
    phrase = phrase_at(sentence, head)
    whole = sentence.tokens[phrase.first : head + 1]
    inner = _behind_number(whole)
    described = _described(inner)
    if any(t.low in words_of("relational") for t in described[:-1]):
        return  # "the neighbouring state": one that another word names
    bare = len([t for t in described if t.low not in {"'s", "'", "-"}]) == 1
    definite = any(t.low in {"the", "this", "its", "their"} for t in whole) or token.low in memory.last_body
    if bare and definite and token.low in memory.last_body:
        memory.note(memory.last_body[token.low], "", (number, head))
        return
    kind = "group" if token.low == "group" else kind_of(token.low)  # a group of people, not a company
    stands = token.low in words_of("short_for_body") | words_of("short_for_armed")
    leant = memory.leant_on(kind) if bare and definite and stands else None
    if leant is not None:
        memory.note(leant, "", (number, head))
        return
    if any(t.low == "based" for t in inner):  # "the Lund-based company": the one that acts
        if (leant := memory.leant_on(kind)) is not None:
            memory.note(leant, "", (number, head))
        return
    name = joined([t.text for t in described]) if described else token.text
    nation = next((t.low for t in described if t.low in memory.by_nation), "")
    if nation and definite and token.low in words_of("org_company"):
        memory.note(memory.by_nation[nation], "", (number, head))  # "the French company"
        return
    if bare and token.text[0].isupper() and (longer := with_of(sentence, head, head, head)) != token.text:
        memory.note(longer, kind_of(longer), (number, head), side=longer)  # "Parents for Korden"
        return
    plain = token.low in words_of("bare_body")  # "management refused": of the one body that has one
    if not definite and not plain and not token.low.endswith("s") and (bare or _is_any(whole, memory)):
        return  # "a union", "a Dutch firm": nobody in particular
    own = next((k + 1 for k in range(len(described) - 1, 0, -1) if described[k].low in {"'s", "'"}), 0)
    if (
        len(described) > own + 1
        and kind in _CALLED
        and all(_is_name(t, memory) or t.low in words_of("dash") for t in described[own:-1])
    ):
        name = joined([t.text for t in described[own:-1]]).strip("-")  # "the Podemos party", "Orr's Podemos party"
        body = memory.note(name, kind, (number, head), side=side or name)
        body.aliases.add(f"{name} {token.text}")
        body.kind = kind
        led_by_possessor(memory, sentence, head, body)
        return
    body = memory.note(name, kind, (number, head), side=side or name)
    body.traits |= {land for t in described[:-1] if (land := _land(memory, t)) is not None}
    if not bare:
        memory.last_body[token.low] = name


def _whose(memory: ActorMemory, sentence: Sentence, head: int) -> str | None:
    """Whose part a body is; "the government of President X" is nobody's, and X stands for it."""
    side = owner_of(memory, sentence, head, set())
    return None if side is not None and memory.is_known_person(side) else side


def _whose_part(memory: ActorMemory, sentence: Sentence, head: int, side: str | None) -> str | None:
    """Of which body "the board" is: whose it is told to be, here or before, or whoever leads it; else what is bid for, else who acts."""
    part = sentence.tokens[head].low
    own = any(sentence.tokens[k].tag == "PROPN" for k in sentence.under(head, "nmod:poss", "compound"))
    told = side if own else _side_of_head(memory, sentence, head)
    if told:
        memory.parts[part] = told
    return told or memory.parts.get(part) or memory.target or side or memory.leant_on("company")


def _side_of_head(memory: ActorMemory, sentence: Sentence, head: int) -> str | None:
    """The side of somebody named in the phrase of a part: "the board, under chairman X", "the board, led by X"."""
    for k in sentence.tree(head):
        if k > head and sentence.tokens[k].tag == "PROPN":
            first, last = name_run(sentence, k)
            person = memory.by_name.get(memory.full_name(joined([t.text for t in sentence.tokens[first : last + 1]])))
            if person is not None and person.kind == "person" and person.side:
                return person.side
    return None


def _named_behind(memory: ActorMemory, number: int, sentence: Sentence, head: int) -> bool:
    """True for "the US drugmaker Boltek", "the union, RHTU,": the noun tells what the name behind it is, which is learned."""
    tokens, kind = sentence.tokens, kind_of(sentence.tokens[head].low)
    at = head + 1 + (head + _TWO < len(tokens) and tokens[head + 1].low == "," and _renames(sentence, head + 2, head))
    tells = kind in {"company", "union", "party"} and tokens[head].text.islower() and not tokens[head].low.endswith("s")
    if not tells or at >= len(tokens) or tokens[at].tag != "PROPN" or not tokens[at].text[0].isupper():
        return False
    first, last = memory.run(sentence, at)
    name = joined([t.text for t in tokens[at : last + 1]])
    another = memory.known_name(sentence, at) is not None or memory.is_person(sentence, at, at, last)
    if first < at or another or tokens[at].low in words_of("office") | words_of("title") | words_of("time_noun"):
        return False
    learn_named_body(memory, number, sentence, at, (at, last))
    body = memory.at(number, at)
    if body is None:
        return False
    memory.places[number, head] = body.name
    body.kind = kind if body.kind == "group" else body.kind
    memory.last_body.setdefault(tokens[head].low, name)
    return True


def _renames(sentence: Sentence, at: int, noun: int) -> bool:
    """True for a name in apposition to a noun, no office behind it ("the union, its leader X")."""
    return any(m.head == noun and m.relation == "appos" for m in sentence.tokens[at : at + _TWO]) and not any(
        sentence.tokens[k].low in words_of("office") for k in (noun, sentence.tokens[noun].head) if k >= 0
    )


_TWO = 2

_CALLED = frozenset(
    {"party", "armed group"}
)  # kinds whose noun is put behind the name; "the Boeing union" is not Boeing


def _is_glued(before: TaggedToken | None, token: TaggedToken) -> bool:
    """True for "owned" in "state-owned company"."""
    glued = before is not None and before.low in words_of("dash") and before.end == token.start
    return glued and token.low in words_of("held_by")


def _is_half(words: tuple[TaggedToken, ...], token: TaggedToken) -> bool:
    """True for a word that a hyphen glues to a small one, where one of the two has a capital, and for the hyphen between."""
    at = words.index(token)
    return any(
        small.text.islower()
        and small.end == dash.start
        and dash.low in words_of("dash")
        and dash.end == capital.start
        and capital.text[0].isupper()
        for small, dash, capital in zip(
            words[max(0, at - 2) :], words[max(1, at - 1) :], words[max(2, at) :], strict=False
        )
        if token in {small, dash, capital}
    )


def _described(inner: tuple[TaggedToken, ...]) -> list[TaggedToken]:
    """The words of a phrase that its body is named by, without what only describes ("far-Right Reds party", "pro-Western Reds party")."""
    kept = [
        t
        for before, t in zip((None, *inner), inner, strict=False)
        if t.tag in {"NOUN", "PROPN", "ADJ"} or t.low in {"'s", "'", "-"} or _is_glued(before, t)
    ]
    kept = [t for t in kept if not _is_half(inner, t)]
    if any(t.tag == "PROPN" and not is_glued_whole(t.text) for t in kept):
        kept = [t for t in kept if not is_glued_whole(t.text)]
    while kept and not kept[0].is_word:
        kept = kept[1:]  # "-Liberal party" of "far-left Liberal party"
    return kept


def _is_name(token: TaggedToken, memory: ActorMemory) -> bool:
    return token.tag == "PROPN" and token.low not in memory.known and token.low not in words_of("creed")


def _is_any(whole: tuple[TaggedToken, ...], memory: ActorMemory) -> bool:
    """True for one of a nation's companies that is not told which ("a Dutch firm")."""
    nation = any(t.low in memory.known for t in whole)
    return whole[0].low in {"a", "an"} and nation and whole[-1].low in words_of("org_company")


def opens_name(sentence: Sentence, body: int) -> bool:
    """True where the name of a body has a plural possessor in it."""
    first, last = name_run(sentence, body)
    return names_body(sentence, first, last) and own_possessor(sentence, body, first) < first


def _behind_number(words: tuple[TaggedToken, ...]) -> tuple[TaggedToken, ...]:
    """A phrase from its article on, less a number and what is glued to it: "union" of "circa 3,000-member union"."""
    numbers = [k for k, t in enumerate(words) if t.tag == "NUM" or t.text[0].isdigit()]
    at = numbers[-1] if numbers else -1
    articles = (k for k, t in enumerate(words[:-1]) if k and t.low in words_of("definite"))  # "dated 8 March the union"
    at = max([at, *articles])
    while numbers and at + 1 < len(words) and words[at + 1].start == words[at].end:
        at += 1
    return words[at + 1 :] or words

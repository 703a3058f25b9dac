"""Names of people and bodies in a tree: where they begin and end, what kind of body their words tell, what stands for what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.name_runs import BODY_KINDS, name_run, names_body
from zopa.text.lexicon import words_of
from zopa.text.name_words import tells_seat

if TYPE_CHECKING:
    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence
    from zopa.text.vocabulary import Name, Vocabulary


def is_only_name(sentence: Sentence) -> bool:
    """True for a line that is a name and nothing else: a byline or the name of a paper acts nowhere."""
    words = [t for t in sentence.tokens if t.is_word]
    return 1 < len(words) <= _BYLINE and all(t.tag == "PROPN" and t.text[0].isupper() for t in words)


_BYLINE = 4  # words


def alone(text: Text) -> frozenset[str]:
    """Names of one word that stand with no other capitalised word beside them."""
    found: set[str] = set()
    for sentence in text.sentences:
        names = [t.tag == "PROPN" and t.text[0].isupper() and t.low not in words_of("title") for t in sentence.tokens]
        for k, token in enumerate(sentence.tokens):
            if names[k] and not any(names[max(0, k - 1) : k]) and not any(names[k + 1 : k + 2]):
                found.add(token.text)
    return frozenset(found)


def small(text: Text) -> frozenset[str]:
    """Nouns that the text writes with a small letter."""
    return frozenset(t.text for s in text.sentences for t in s.tokens if t.tag == "NOUN" and t.text.islower())


def capitals(text: Text) -> frozenset[str]:
    """Words of other kinds than names that the text writes with a capital inside a sentence."""
    return frozenset(
        token.text
        for sentence in text.sentences
        for k, token in enumerate(sentence.tokens)
        if token.tag in {"NOUN", "ADJ", "PROPN"}
        and token.text[0].isupper()
        and not token.text.isupper()
        and not opens(sentence, k)
    )


def proper(text: Text) -> frozenset[str]:
    """Words that the text writes as a name inside a sentence, and short forms in capitals; for where one is read as a common noun."""
    found: set[str] = set()
    for sentence in text.sentences:
        shouted = sum(t.text.isupper() for t in sentence.tokens if t.is_word) * 2 > sum(
            t.is_word for t in sentence.tokens
        )
        for k, token in enumerate(sentence.tokens):
            name = token.tag == "PROPN" and not opens(sentence, k) and token.text[0].isupper()
            if not shouted and (name or (token.tag == "NOUN" and token.text.isupper() and len(token.text) > _SHORTEST)):
                found.add(token.text)
    return frozenset(found)


_SHORTEST = 2  # letters of what may be a unit or a sign ("TV", "MW")


def divided(text: Text, known: dict[str, Name]) -> frozenset[str]:
    """States of which the text tells that two sides in them stand against each other ("Libya's rival leaders", "Libyan warring sides")."""
    return frozenset(
        known[token.low].name
        for sentence in text.sentences
        for k, token in enumerate(sentence.tokens)
        if token.low in known and known[token.low].kind == "state"
        and {t.low for t in sentence.tokens[k + 1 : k + _APART]} & words_of("rivals")
    )  # fmt: skip


_APART = 4  # words from a state's name on in which its sides are told to be rivals


def owning(text: Text) -> frozenset[str]:
    """Names of two words or more that the text treats as a body: told to be one, with a board or shares, bought, or called "it"."""
    return (
        text.names.bodies
        | frozenset(
            joined([t.text for t in sentence.tokens[slice(first, last + 1)]])
            for sentence in text.sentences
            for head, token in enumerate(sentence.tokens)
            if token.tag == "PROPN"
            for first, last in [_with_adjective(sentence, *name_run(sentence, head))]
            if first < last
            and head in range(first, last + 1)
            and (_is_owning(sentence, head, first) or _opens_body(sentence, last))
        )
        | _led(text)
    )


def _led(text: Text) -> frozenset[str]:
    """Names of two words or three that somebody leads or belongs to, or that deal with a body told by initials; whatever the tree."""
    found: set[str] = set()
    for sentence in text.sentences:
        named = [t.tag == "PROPN" and t.text[0].isupper() and t.low not in words_of("title") for t in sentence.tokens]
        first = 0
        while first < len(named):
            last = first
            while last + 1 < len(named) and named[first] and named[last + 1]:
                last += 1
            if 0 < last - first < _LONG_NAME and (
                _is_led(sentence, first, last) or _is_beside_short_form(sentence, first)
            ):
                found.add(joined([t.text for t in sentence.tokens[first : last + 1]]))
            first = last + 1
    return frozenset(found)


_LONG_NAME = 3  # words of a name, less one


def with_members(text: Text) -> frozenset[str]:
    """Last words of names before a member of a house ("Unidas Verdes lawmaker X"): no person has lawmakers."""
    return frozenset(
        token.text
        for sentence in text.sentences
        for token in sentence.tokens
        if token.tag == "PROPN" and token.relation == "compound" and token.head >= 0
        and sentence.tokens[token.head].low in words_of("house_member")
        and sentence.tokens[token.head - 1] is token
    )  # fmt: skip


def _with_adjective(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    before = sentence.tokens[first - 1]
    return (first - 1, last) if first and before.tag == "ADJ" and before.text[0].isupper() else (first, last)


def _is_owning(sentence: Sentence, head: int, first: int) -> bool:
    tokens = sentence.tokens
    if (
        first
        and tokens[first - 1].tag == "NOUN"
        and tokens[first - 1].low
        in words_of("org_company") | words_of("trade_noun") | words_of("short_for_body") | words_of("org_union")
    ):
        return True  # "mining giant Anglo American", "the union Unia Lotnik"
    above = tokens[head].head
    if _is_told_body(sentence, head):
        return True
    if above < 0:
        return False
    if tokens[head].relation == "nmod:poss" or tokens[head].relation == "nmod":
        owned = words_of("company_part") | words_of("company_owned")
        bought = {tokens[k].low for k in sentence.under(head, "case")} & {"for", "with", "in"}
        return tokens[above].lemma in (owned if tokens[head].relation == "nmod:poss" else words_of("bought")) and (
            tokens[head].relation == "nmod:poss" or bool(bought)
        )
    if not tokens[head].relation.startswith("nsubj"):
        return False
    own = [m for k in sentence.under(above, "obj") for m in sentence.under(k, "nmod:poss") if tokens[m].low == "its"]
    bids = any(tokens[tokens[m].head].lemma in words_of("offer_noun") | words_of("company_owned") for m in own)
    told = [m for k in sentence.under(above, "ccomp") if tokens[k].tag == "VERB" for m in sentence.under(k, "nsubj")]
    return bids or any(tokens[m].low == "it" and m > above for m in told)


def _is_led(sentence: Sentence, first: int, last: int) -> bool:
    """True for "Unia Verde's leader", "members of Unia Verde", "Ana Brod of Unia Verde": whoever has a leader or is stood for is a body."""
    tokens = sentence.tokens
    behind = [t.low for t in tokens[last + 1 : last + 4]]
    if behind[:1] and behind[0] in words_of("possessive_mark"):
        return bool(set(behind[1:]) & words_of("head_of_body"))
    if first < _TWO or tokens[first - 1].low != "of":
        return False
    if tokens[first - 2].low in words_of("head_of_body"):
        return True
    start = first - 2
    while start and tokens[start].tag == tokens[start - 1].tag == "PROPN":
        start -= 1
    return tokens[first - 2].tag == "PROPN" and start < first - 2 and not names_body(sentence, start, first - 2)


def _is_beside_short_form(sentence: Sentence, first: int) -> bool:
    """True for "between the DUP and Unia Verde": beside a body in capitals, with which it deals."""
    between, the, short, _ = (t.text for t in sentence.tokens[first - 4 : first]) if first >= _FOUR else ("",) * _FOUR
    joined_by = sentence.tokens[first - 1].low
    return (
        [between, the] == ["between", "the"]
        and short.isupper()
        and len(short) > 1
        and joined_by in words_of("gate_and")
    )


_FOUR = 4  # "between the DUP and"


def _opens_body(sentence: Sentence, last: int) -> bool:
    """True for "Unia Zeglarz" in "the Unia Zeglarz sailors' union": the name goes on with whose union it is."""
    behind = [t.low for t in sentence.tokens[last + 1 : last + 4]]
    return behind[1:2] == ["'"] and behind[0] in words_of("collective") and behind[2:3] == ["union"]


def _is_told_body(sentence: Sentence, head: int) -> bool:
    """True where a noun beside a name tells a body: "the union, Unia Zeglarz, which", "Unia Zeglarz, a union"; no leader of one."""
    tokens = sentence.tokens
    beside = [k for k in sentence.under(head, "appos") if k > head]
    if tokens[head].relation in {"appos", "flat"} and tokens[head].head < head:
        beside.append(tokens[head].head)
    bodies = words_of("short_for_body").union(*(words_of(f"org_{kind}") for kind in BODY_KINDS if kind != "company"))
    return any(
        tokens[k].tag == "NOUN" and tokens[k].low in bodies and tokens[k].text.islower()
        and not (tokens[k].relation.startswith(("nmod", "compound")) and tokens[tokens[k].head].low in words_of("office"))
        for k in beside if k >= 0
    )  # fmt: skip


def bare_family(name: str) -> str:
    """A family name without its article: "Jaafari" of "Al-Jaafari"."""
    article, mark, rest = name.partition("-")
    return rest if mark and article.lower() in words_of("name_article") else name


def opens(sentence: Sentence, at: int) -> bool:
    """True for the first word of a sentence or of what is quoted in it."""
    possessive = at > 1 and sentence.tokens[at - 2].end == sentence.tokens[at - 1].start  # "the Dockworkers' Union"
    return (
        at == 0
        or (sentence.tokens[at - 1].low in words_of("opening_mark") and not possessive)
        or (at == 1 and not sentence.tokens[0].is_word)
    )


def known_names(vocabulary: Vocabulary) -> dict[str, Name]:
    """States, groups and organisations of the vocabulary by their names, adjectives and seats in lower case."""
    found: dict[str, Name] = {}
    for entry in vocabulary.names:
        if entry.kind == "person":
            continue
        for word in (entry.name, *entry.aliases, *entry.adjectives, *entry.seats):
            found.setdefault(word.lower(), entry)
    return found


def is_head(sentence: Sentence, at: int) -> bool:
    """True for a word that may stand for an actor by itself: no part of a longer name, no office before one."""
    token = sentence.tokens[at]
    if token.tag not in {"NOUN", "PROPN", "ADJ"} or not token.is_word:
        return False
    if token.tag == "ADJ":
        return token.relation in {"nsubj", "obj", "obl", "conj", "nsubj:pass", "nmod:poss"} and token.text[0].isupper()
    if (
        token.head > at
        and token.low in words_of("office") | words_of("title")
        and sentence.tokens[token.head].tag == "PROPN"
    ):
        return False  # "President X": the name stands for both
    return token.relation not in {"compound", "flat", "amod", "fixed", "case", "goeswith"} and not (
        token.relation == "nmod:desc" and token.head > at
    )


def joined(words: list[str]) -> str:
    """Words as one name, hyphens and apostrophes close up."""
    text = " ".join(words).replace("’", "'")
    for mark in (" - ", " -", "- "):
        text = text.replace(mark, "-")
    return text.replace(" 's", "'s").replace(" '", "'")


def own_possessor(sentence: Sentence, head: int, first: int) -> int:
    """The first word of a body's name with a plural possessor in it ("Harbour Workers' Union")."""
    tokens = sentence.tokens
    for k in sentence.under(head, "nmod:poss"):
        plural = (
            k + 2 == first and tokens[k + 1].low == "'" and tokens[k].text[0].isupper() and tokens[k].low.endswith("s")
        )
        if plural:
            while k > 0 and tokens[k - 1].tag in {"PROPN", "NOUN", "ADJ"} and tokens[k - 1].text[0].isupper():
                k -= 1  # noqa: PLW2901 - back to the first word of the name
            return k
    return first


def with_of(sentence: Sentence, head: int, first: int, last: int) -> str:
    """The name with what belongs to it behind "of" ("Alliance of Low Islands")."""
    tokens = sentence.tokens
    behind = [k for k in (last + 2,) if k < len(tokens) and tokens[last].low in words_of("collective")]
    opens = last + 1
    for k in [*sentence.under(head, "nmod"), *behind]:
        cases = sentence.under(k, "case") or ([opens] if k in behind else [])
        named = tokens[k].tag == "PROPN" or (tokens[k].tag == "NOUN" and tokens[k].text[0].isupper())
        if cases and tokens[cases[0]].low in {"of", "for"} and named and cases[0] == last + 1:
            _, end = name_run(sentence, k)
            last = max(last, end)
    return joined([t.text for t in tokens[first : last + 1]])


def members(sentence: Sentence, first: int, last: int) -> int:
    """Where a name begins that opens with its members ("Korden Dockworkers' Union")."""
    tokens = sentence.tokens
    if (
        first < _TWO
        or tokens[first - 1].low != "'"
        or tokens[first - 2].tag != "PROPN"
        or kind_of(tokens[last].low) == "group"
    ):
        return first
    start, _ = name_run(sentence, first - 2)
    return start


_TWO = 2  # the members and the mark behind them


def offices_of(sentence: Sentence, head: int, first: int) -> list[int]:
    """Nouns of office that belong to a name: before it, in apposition, or what the name itself is in apposition to."""
    tokens = sentence.tokens
    offices = words_of("office")
    found = [
        k
        for k in sentence.under(head, "nmod:desc", "compound", "appos", "nmod", "flat")
        if (tokens[k].low in offices or tokens[k].lemma in offices) and not (k > head and tokens[k].relation == "flat")
    ]  # "Ana Pope" holds no office
    above = tokens[head].head
    if (
        above >= 0
        and tokens[head].relation in {"appos", "flat", "compound", "nmod:desc"}
        and (tokens[above].low in offices or tokens[above].lemma in offices)
    ):
        found.append(above)
    found += [k for k in (first - 1,) if k >= 0 and tokens[k].low in offices and k not in found]
    found += [m for k in found for m in sentence.under(k, "conj") if tokens[m].low in offices]
    return list(dict.fromkeys(found))


def as_place(sentence: Sentence, head: int) -> bool:
    """True for a name that only tells where ("in Ohio", "near Lima", "London-based")."""
    glued = sentence.tokens[head : head + 3]
    if tells_seat("".join(t.text for t in glued)) and glued[0].end == glued[1].start:
        return True
    cases = [sentence.tokens[k].low for k in sentence.under(head, "case")]
    return bool(cases) and cases[0] in words_of("place_preposition")


def kind_of(name: str) -> str:
    """The kind of body that the words of a name tell ("Baltex Motors": company); "group" where they tell none."""
    words = {word.rstrip(".") for word in name.lower().split()}
    words -= {"group"} if name.lower().startswith("group ") else set()  # "Group of Seven"
    told = {"armed": "armed group", "body": "government body"}
    if "union" in words and words & (words_of("union_of_party") | words_of("union_of_lands")):
        return (
            "party" if words & words_of("union_of_party") else "group"
        )  # "Christian Democratic Union", "African Union"
    for kind in BODY_KINDS:
        if words & words_of(f"org_{kind}"):
            return told.get(kind, kind)
    return "group"


def unnumbered(short: str, full: str) -> tuple[str, str]:
    """Two names without the number in which both end ("DC 33", "District Council 33"); ("", full) where they end in two numbers."""
    numbers = [_NUMBERED.fullmatch(name) for name in (short, full)]
    if not all(numbers):
        return short, full
    (a, one), (b, two) = (m.groups() for m in numbers if m is not None)
    return (a, b) if one == two and a != b else ("" if one != two else short, full)


_NUMBERED = re.compile(r"(.*?\D) ?(\d{1,3})")


def stands_for(short: str, full: str) -> bool:
    """True for the first word, the last name or the initials of a longer name; one with a number stands for none with another."""
    short, full = unnumbered(short, full)
    if not short:
        return False
    words = [w for w in full.replace("-", " ").split() if w[0].isupper()]
    initials = "".join(w if w.isupper() else w[0] for w in words)  # "NHLPA" of the "NHL Players' Association"
    if short.isupper() and len(short) > 1 and short in {initials, initials[:-1]}:
        return short.lower() not in words_of("press_name")
    if short + "s" == full or (
        len(words) == 2 and words[1].lower() in words_of("org_party") and short in {words[0], words[0] + "s"}
    ):
        return True  # "Liberal", "Liberals", "Liberal Party"
    if len(words) > 1 and words[1].lower().strip("'’") in words_of("worker"):
        return False  # "SRL Players' Association": those who work for the SRL
    return len(words) > 1 and short == words[0] and short.lower() not in words_of("generic_first")

"""Rules that mend slips of the tree around offices: who holds one, whose it is, forms of address."""

from __future__ import annotations

from zopa.text.lexicon import words_of
from zopa.text.tree_draft import TreeDraft, climb, words_below


def office_before_name(draft: TreeDraft) -> None:
    """ "Baltex CEO X left": an office right before a name that hangs where the name hangs describes the name."""
    for office in range(len(draft.lows) - 1):
        name = office + 1
        same = draft.heads[office] == draft.heads[name] and draft.relations[office] == draft.relations[name]
        if (
            same
            and draft.lows[office] in words_of("office")
            and draft.tags[name] == "PROPN"
            and draft.tags[office] != "PROPN"
        ):
            draft.heads[office], draft.relations[office] = name, "nmod:desc"
            for k in draft.under(office, "cc", "conj"):
                draft.heads[k] = name


def portfolio(draft: TreeDraft) -> None:
    """ "Secretary of State X said": the field of an office is no part of the name behind it."""
    for field in range(2, len(draft.lows) - 1):
        office, of, name = field - 2, field - 1, field + 1
        told = (
            draft.lows[office] in words_of("office")
            and draft.lows[of] == "of"
            and draft.lows[field] in words_of("portfolio")
        )
        if not told or draft.tags[name] != "PROPN":
            continue
        top = name
        top = climb(
            draft, top, lambda k, office=office: draft.heads[k] > office and draft.tags[draft.heads[k]] == "PROPN"
        )
        if draft.heads[top] == office:
            draft.heads[top], draft.relations[top] = draft.heads[office], draft.relations[office]
        elif draft.heads[office] != top:
            continue
        draft.heads[office], draft.relations[office] = top, "nmod:desc"
        draft.heads[field], draft.relations[field] = office, "nmod"
        draft.heads[of], draft.relations[of] = field, "case"


def sent_to_land(draft: TreeDraft) -> None:
    """ "the envoy for Yemen X Y said": of three names behind "for" the first is the land, of four the first two; the others are sent."""
    for office in range(len(draft.lows) - 2):
        told = draft.lows[office] in words_of("sent_office") and draft.lows[office + 1] in words_of("sent_to")
        first = office + 2 + (draft.lows[office + 2] == "the")
        end = first
        while end < len(draft.tags) and draft.tags[end] in {"PROPN", "ADJ"} and draft.forms[end][0].isupper():
            end += 1
        name = first + {3: 1, 4: 2}.get(end - first, 0)
        if not told or name == first:
            continue
        run = range(first, end)
        top = climb(draft, office, lambda k, run=run: draft.heads[k] in run)
        land, role = name - 1, (draft.heads[top], draft.relations[top])
        for k in run:
            draft.heads[k], draft.relations[k] = (name, "flat") if k > name else (land, "compound")
        draft.heads[name], draft.relations[name] = role
        draft.heads[office], draft.relations[office] = name, "nmod:desc"
        draft.heads[land], draft.relations[land] = office, "nmod"
        draft.heads[office + 1], draft.relations[office + 1] = land, "case"


def holder_of_office(draft: TreeDraft) -> None:
    """ "the chairman of the board, X,": a name behind a comma tells who holds the office, not what the board is."""
    for name, relation in enumerate(draft.relations):
        body = draft.heads[name]
        named = draft.tags[name] == "PROPN" and relation in {"appos", "conj"} and 0 <= body < name
        if not named or draft.under(name, "cc", "det", "case") or draft.lows[words_below(draft, name)[0] - 1] != ",":
            continue
        if not any(draft.tags[k] == "PROPN" and abs(k - name) == 1 for k in draft.under(name, "flat", "compound")):
            continue
        office = body
        office = climb(draft, office, lambda k: draft.relations[k] == "nmod" and draft.heads[k] >= 0)
        if office != body and draft.lows[office] in words_of("office"):
            draft.heads[name], draft.relations[name] = office, "appos"


def title_before_name(draft: TreeDraft) -> None:
    """ "Ms X had refused": a form of address belongs to the name behind it, and the name takes its place."""
    for title in range(len(draft.lows) - 1):
        name = title + 1
        if draft.lows[title] not in words_of("title") or draft.tags[name] != "PROPN" or draft.heads[name] != title:
            continue
        draft.tags[title] = "PROPN"
        draft.heads[name], draft.relations[name] = draft.heads[title], draft.relations[title]
        verb = draft.heads[name]
        stray = draft.relations[name] in {"discourse", "vocative", "dep", "parataxis"}
        if stray and verb > name and not draft.under(verb, "nsubj"):
            draft.relations[name] = "nsubj:pass" if draft.under(verb, "aux:pass") else "nsubj"
        for k, head in enumerate(draft.heads):
            if head == title:
                draft.heads[k] = name
        draft.heads[title], draft.relations[title] = name, "nmod:desc"


def office_in_between(draft: TreeDraft) -> None:
    """ "Port Teachers Association President X says": of two subjects with nothing but names between, the office describes the second."""
    if not draft.doubles("nsubj"):
        return
    for verb in range(len(draft.lows)):
        subjects = [k for k in draft.under(verb, "nsubj") if k < verb]
        if len(subjects) != 2:
            continue
        first, name = subjects
        office = name - 1
        run = range(first, name)
        if (
            office <= first
            or draft.lows[office] not in words_of("office")
            or not all(draft.forms[k][0].isupper() for k in run[:-1])
        ):
            continue
        draft.heads[office], draft.relations[office] = name, "nmod:desc"
        for k in range(first, office):
            draft.heads[k], draft.relations[k], draft.tags[k] = office, "compound", "PROPN"


def of_the_second(draft: TreeDraft) -> None:
    """ "trust between X and Y leader Z", "Ana Orr and Y leader Z met": the office belongs to the second of two names, not to both."""
    for office in range(4, len(draft.lows) - 1):
        name, second = office + 1, office - 1
        while second > 1 and draft.relations[second - 1] != "cc" and _in_capitals(draft, second - 1):
            second -= 1
        link = second - 1
        told = (
            draft.lows[office] in words_of("office") and draft.tags[name] == "PROPN" and draft.relations[link] == "cc"
        )
        if not told or not _in_capitals(draft, office - 1) or draft.tags[link - 1] != "PROPN":
            continue
        first = link - 1
        while (
            first > 0
            and draft.tags[first - 1] == "PROPN"
            and draft.lows[first - 1] not in words_of("office") | words_of("title")
        ):
            first -= 1
        opens = first
        while opens > 0 and draft.lows[opens - 1] in words_of("office") | words_of("office_opener") | words_of("title"):
            opens -= 1
        between = opens > 0 and draft.lows[opens - 1] == _BETWEEN
        if between or link - first > 1:
            _put_apart(draft, (opens, first, link, second, office), between=between)


def _put_apart(draft: TreeDraft, places: tuple[int, int, int, int, int], *, between: bool) -> None:
    """Coordinate the name behind an office with the one before "and"; what stands between describes the second."""
    opens, first, link, second, office = places
    name = office + 1
    inside = range(opens, name + 1)
    tops = [k for k in (first, name, office) if draft.heads[k] not in inside]
    above, relation = (draft.heads[tops[0]], draft.relations[tops[0]]) if tops else (-1, "root")
    if between and opens > 1 and draft.tags[opens - 2] == "NOUN":
        above, relation = opens - 2, "nmod"
    for k in range(first + 1, link):
        draft.heads[k], draft.relations[k] = first, "flat"
    if opens < first and draft.lows[first - 1] in words_of("office") | words_of("title"):
        draft.heads[first - 1], draft.relations[first - 1] = first, "nmod:desc"
    draft.heads[first], draft.relations[first] = above, relation
    if between:
        draft.heads[opens - 1] = first
    draft.heads[link] = name
    draft.heads[name], draft.relations[name] = first, "conj"
    draft.heads[office], draft.relations[office] = name, "nmod:desc"
    for k in range(second, office):
        if draft.lows[k] in words_of("office_opener"):
            draft.heads[k], draft.relations[k] = office, "amod"  # "Prime"
        else:
            draft.heads[k], draft.relations[k], draft.tags[k] = office, "compound", "PROPN"


def _in_capitals(draft: TreeDraft, at: int) -> bool:
    return draft.forms[at][0].isupper() and draft.tags[at] in {"PROPN", "ADJ"}


_BETWEEN = "between"


def head_of_body(draft: TreeDraft) -> None:
    """ "the secretary of the Security Council X Y left": who heads a body stands right behind its name, and is no part of it."""
    for office in range(len(draft.lows) - 3):
        if draft.lows[office] not in words_of("office") or draft.lows[office + 1] != "of":
            continue
        end = office + 2
        while end < len(draft.lows) and (draft.tags[end] in _IN_A_NAME or draft.forms[end] in _POSSESSIVE):
            end += 1
        body = next((k for k in range(end - 1, office + 1, -1) if _tells_body(draft, k)), None)
        person = range(body + 1, end) if body is not None else range(0)
        named = all(draft.tags[k] == "PROPN" and draft.lows[k].replace("-", "").isalpha() for k in person)
        if body is None or not 0 < len(person) <= _NAME or not named:
            continue
        if draft.heads[office] in person:  # the office hung on the name: it takes the place of the whole
            top = climb(draft, draft.heads[office], lambda k, inside=range(office, end): draft.heads[k] in inside)
            draft.heads[office], draft.relations[office] = draft.heads[top], draft.relations[top]
        for k, head in enumerate(draft.heads):
            if head in person:
                draft.heads[k] = body if office < k < body else person[0]
        draft.heads[body], draft.relations[body] = office, "nmod"
        draft.heads[office + 1], draft.relations[office + 1] = body, "case"
        draft.heads[person[0]], draft.relations[person[0]] = office, "appos"
        for k in person[1:]:
            draft.heads[k], draft.relations[k] = person[0], "flat"


_IN_A_NAME = frozenset({"PROPN", "ADJ", "DET"})
_POSSESSIVE = ("'s", "’s")
_NAME = 3  # words of somebody's name


def _tells_body(draft: TreeDraft, at: int) -> bool:
    return draft.forms[at][0].isupper() and any(draft.lows[at] in words_of(f"org_{kind}") for kind in _BODIES)


_BODIES = ("armed", "body", "company", "council", "party", "union")


def seat_before_name(draft: TreeDraft) -> None:
    """ "although London-based X said": where somebody sits is no part of the name and no clause of its own."""
    for based in range(2, len(draft.lows) - 1):
        name, seat = based + 1, based - 2
        if draft.lows[based] not in words_of("seated") or draft.lows[based - 1] not in words_of("dash"):
            continue
        if draft.tags[seat] != "PROPN" or draft.tags[name] != "PROPN":
            continue
        if seat > 1 and draft.lows[seat - 1] == "," and draft.heads[name] == seat - 2:
            _behind_two_places(draft, seat - 2, name)
        glued = {seat, based - 1, based}
        top = climb(draft, seat, lambda k, glued=glued: draft.heads[k] in glued)
        top = draft.heads[top] if top >= 0 and draft.heads[top] == based else top
        if draft.heads[name] not in glued or top < 0:
            continue
        above, relation = draft.heads[top], draft.relations[top]
        if relation in _CLAUSES:
            if not (above > name and draft.is_finite(above) and not draft.under(above, "nsubj")):
                continue
            relation = "nsubj"
        draft.heads[name], draft.relations[name] = above, relation
        draft.heads[based], draft.relations[based] = name, "amod"
        draft.heads[seat], draft.relations[seat] = based, "compound"
        draft.heads[based - 1], draft.relations[based - 1] = seat, "punct"


def _behind_two_places(draft: TreeDraft, place: int, name: int) -> None:
    """ "The Lima, Peru-based X said": the first of two places is no subject; what hangs on it hangs on the name."""
    draft.heads[name], draft.relations[name] = draft.heads[place], draft.relations[place]
    for k, head in enumerate(draft.heads):
        if head == place and k != name:
            draft.heads[k] = name
            if name < k and draft.tags[k] == "PROPN" and all(draft.tags[m] == "PROPN" for m in range(name, k)):
                draft.relations[k] = "flat"
    draft.heads[place], draft.relations[place] = name, "compound"


_CLAUSES = frozenset({"advcl", "acl", "csubj", "ccomp", "xcomp", "parataxis"})


def apposed_not_joined(draft: TreeDraft) -> None:
    """ "Boltek, owner of Tarn and Dorvan, left": where no "and" joins a noun between commas to a name, it tells what the name is."""
    for noun, relation in enumerate(draft.relations):
        name = draft.heads[noun]
        if relation != "conj" or not 0 <= name < noun or (draft.tags[name], draft.tags[noun]) != ("PROPN", "NOUN"):
            continue
        first, behind = min(k for k in words_below(draft, noun) if draft.lows[k] != ","), draft.last_of(noun) + 1
        alone = draft.under(name, "conj") == [noun] and not draft.under(noun, "cc")
        enclosed = draft.lows[first - 1] == "," and "," in draft.lows[behind - 1 : behind + 1]
        if alone and enclosed:
            draft.relations[noun] = "appos"


def joined_not_apposed(draft: TreeDraft) -> None:
    """ "Ekman and the union's chair left": what "and" joins to a name stands beside it and is no other word for it."""
    for noun, relation in enumerate(draft.relations):
        above = draft.heads[noun]
        if relation != "appos" or above < 0 or above > noun or draft.tags[above] != "PROPN":
            continue
        first = min(words_below(draft, noun))
        link = next((k for k in range(above + 1, noun) if draft.lows[k] == "and"), -1)
        if link >= 0 and link in {first, first - 1} and link == draft.last_before(above, link) + 1:
            draft.relations[noun] = "conj"
            draft.heads[link], draft.relations[link] = noun, "cc"

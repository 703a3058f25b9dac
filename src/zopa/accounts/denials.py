"""What somebody denies in so many words, beside whoever says it.

A deed denies where its predicate does ("denied that it had walked away", "denies backing the group"), or where it turns away a claim
("dismissed reports that the plane was held"). What is denied is told by the words behind it, in the passive by those before; "denied
this" and "a claim that the firm denied" point to the words before. Of each account the sentence that has most of those words is set
beside the denial.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import find_proper, find_stems, generic_stems
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.statements.deed_types import Deed

_SHARE, _LEAST = 0.5, 2  # share and number of the words of what is denied that a sentence has which tells it
_LONG_BEFORE = 40  # characters before a denial in its sentence that tell what it points to
_MOST = 2  # tellings of other accounts that are set beside it
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_ENDS = re.compile(
    r",? (?:saying|adding|insisting|but|although|while)\b|, \w+ing\b|;|(?<=[\w”\"')][\w”\"')])[.!?](?:\s|$)"
)
_POINTS = re.compile(r"\b(?:this|that|it|such|similar|the [A-Z]\w+)(?: was the case| \w+s?)?[\s.,;]*$")
_POINTS_AT_ONCE = re.compile(r"\w+ (?:it|this|that|so|both)\b(?: all)?[\s]*(?:[.,;]|$)")


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial.

    Attributes:
        telling: the deed.
        name: who denies.
        stems: of what is denied; empty where the words point to what stands before.
        negated: what is denied is told not to be so: "denied that it had not paid".
        figures: in digits, of what is denied.
    """

    telling: Telling
    name: str
    stems: frozenset[str]
    negated: bool
    figures: frozenset[str]


def find_denials(tellings: Sequence[Telling]) -> list[Denial]:
    """The denials among deeds, in document order; none that is itself denied, foreseen, or whose doer is not told."""
    return [_denial(telling) for telling in tellings if _denies(telling)]


def _denies(telling: Telling) -> bool:
    deed = telling.deed
    if deed.sure not in {"told", "wish"} or telling.denied or not deed.doers:
        return False
    claim = any(m.head in class_of("claim_noun") | class_of("idea_noun") for m in deed.matters)
    if deed.predicate not in words_of("denial"):
        return claim and deed.predicate in words_of("claim_denial") and deed.link not in {"advcl", "acl"}
    if deed.predicate == "deny":
        return not any(m.head in class_of("may_be_denied") for m in deed.matters)
    return claim or _tells_clause(deed) or _is_pointing(deed)  # "disputed the quota" is no denial


def _behind(deed: Deed) -> str:
    """The words from the predicate of a deed on, up to what is said instead."""
    text = deed.passage.text[max(0, deed.core.start - deed.passage.start) :]
    end = _ENDS.search(text)
    return " ".join(text[: end.start() if end else None].split())


def _tells_clause(deed: Deed) -> bool:
    return _behind(deed).split(maxsplit=2)[1:2] == ["that"]


def _is_pointing(deed: Deed) -> bool:
    """True where what is denied stands before: "denied this", "denied that was the case", "a claim that the firm denied"."""
    behind = _behind(deed)
    return deed.link == "relcl" or bool(_POINTS.search(behind) or _POINTS_AT_ONCE.match(behind) or _points_back(behind))


def _points_back(behind: str) -> bool:
    """True for "rejected that description": a claim told before."""
    words = [word.strip(".,;").lower() for word in behind.split()[1:3]]
    claims = class_of("claim_noun") | class_of("idea_noun")
    return len(words) > 1 and words[0] in words_of("demonstrative") and bool(set(lemma(words[1])) & claims)


def _denial(telling: Telling) -> Denial:
    deed, name = telling.deed, telling.deed.doers[0].name
    words = _behind(deed).partition(" ")[2]
    if "be" in lemma(_behind(deed).split(maxsplit=1)[0].lower()):  # "that any ransom was paid was denied by both"
        words = deed.passage.text[: max(0, deed.core.start - deed.passage.start)]
    stems = frozenset[str]() if _is_pointing(deed) else find_stems(words) - _empty(words)
    negated = bool(set(words.lower().replace("n't", " not").split()) & words_of("negation"))
    return Denial(telling, f"the {name}" if name.split()[-1].islower() else name, stems, negated, _digits(words))


def _digits(words: str) -> frozenset[str]:
    return frozenset(_FIGURE.findall(words))


def _empty(words: str) -> frozenset[str]:
    """Stems that tell nothing of what is denied: the claim itself, and names, which any sentence of the talks has."""
    return generic_stems() | find_stems(" ".join(class_of("claim_noun") | find_proper(words)))


def _stands_alone(denial: Denial) -> bool:
    """True where the sentence of a denial tells what is denied: in a clause behind it, or in one before that it points to."""
    deed = denial.telling.deed
    return bool(denial.stems) or deed.at - deed.passage.start > _LONG_BEFORE


def compare_denials(
    documents: Sequence[Sequence[Item]], tellings: Sequence[Telling], stories: Stories
) -> list[Finding]:
    """One finding for each denial that tells what is denied, or of which somebody else tells it, in the same account or in another."""
    denials = find_denials(tellings)
    theirs = {d.telling.item.statement.id for d in denials}
    found: list[Finding] = []
    for denial in denials:
        item = denial.telling.item
        told = [i for own in documents for i in _told(denial, own, stories) if i.statement.id not in theirs][:_MOST]
        if told or _stands_alone(denial):
            why = "One denies in so many words what another tells." if told else "One denies it in so many words."
            found.append(
                build_finding(
                    "contradicted",
                    "denial",
                    f"denied by {denial.name}",
                    why,
                    [item, *told],
                    marked=[denial.telling.deed.core, *(i.statement.passage for i in told)],
                )
            )
    return found


def _told(denial: Denial, own: Sequence[Item], stories: Stories) -> Iterator[Item]:
    """The statement of an account that tells most of what is denied."""
    mine = denial.telling.item
    whole = [i for i in own if i.statement.within is None]
    if not whole or not stories.one(mine, whole[0]):
        return
    if not denial.stems:
        if not _stands_alone(denial) and whole[0].order == mine.order:
            before = [i for i in whole if i.statement.passage.end <= mine.statement.passage.start]
            last = [i for i in before if i.statement.passage == before[-1].statement.passage]
            yield from sorted(last, key=lambda i: -len(i.statement.said))[:1]
        return
    alike = [
        (n, i) for n, i in enumerate(whole)
        if _is_other(i, mine) and i.statement.negated == denial.negated and denial.figures <= _digits(i.statement.passage.text)
    ]  # fmt: skip
    shared = [(len(denial.stems & i.stems), n) for n, i in alike]
    count, n = max(shared, key=lambda pair: (pair[0], -pair[1]), default=(0, 0))
    if count >= max(_LEAST, _SHARE * len(denial.stems)):
        yield whole[n]


def _is_other(item: Item, denier: Item) -> bool:
    """False for the denial's own sentence, and for what the same side says."""
    one, two = item.statement.speaker, denier.statement.speaker
    if one is not None and two is not None and (one.name == two.name or (one.party and one.party == two.party)):
        return False
    return item.statement.passage != denier.statement.passage

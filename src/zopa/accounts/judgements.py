"""Assessments and predictions of one subject that lean opposite ways. They contradict no fact: both are somebody's view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import Item, find_stems, sign_patterns, with_article
from zopa.text.lemmas import lemma

if TYPE_CHECKING:
    from zopa.accounts.types import Finding
    from zopa.sources import Passage

_SUBJECTS = {"@meeting": "the talks", "@plan": "the plan"}
_NEAR = 16  # characters before a word in which a denial turns it
_DENIED = re.compile(
    r"(?:\bno|\bnot|n['’]t|\bnever|\bwithout|\bfar from)(?: (?:an?|the|any|yet|been|very))?\s*$", re.IGNORECASE
)
_MOST = 6  # opposed judgements told for one set of documents; the strongest pairs


def signed_words(item: Item, table: str, *, whole: bool = False) -> tuple[int, tuple[Passage, ...]]:
    """(sum of signs, the words that carry them) by a table of signed words; 0 and nothing where it leans neither way.

    With `whole` the words around what is said are looked at too.
    A word behind "no", "not", "without a" or "n't" counts for the other side; under a condition nothing is judged.
    """
    total = 0
    words: list[Passage] = []
    for sign, pattern in sign_patterns(table):
        for part in (item.statement.passage,) if whole else item.statement.content:
            for match in pattern.finditer(part.text):
                if _CONDITION.search(part.text[: match.start()]):
                    continue
                negated = is_denied(part.text, match.start())
                total += -sign if negated else sign
                words.append(
                    type(part)(part.source, part.start + match.start(), part.start + match.end(), match.group())
                )
    return total, tuple(words)


def is_denied(text: str, at: int) -> bool:
    """True for a word at a place that a denial right in front of it turns."""
    return bool(_DENIED.search(text[max(0, at - _NEAR) : at]))


_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|would|could|might|[Ss]hould)\b[^.;:!?]*$")


def subject_of(item: Item) -> str | None:
    """What a judgement is about: the talks, the plan, or a party as its own subject; None where that cannot be told."""
    statement = item.statement
    opening = statement.said[:90]
    stems = find_stems(opening)
    for kind, subject in _SUBJECTS.items():
        if kind in stems:
            return subject
    if statement.form == "own-voice" and opening.split(" ")[0].lower() in {"it", "this"}:
        return "the talks"
    bases = {base for word in statement.said.lower().split() for base in lemma(word.strip(",.;:"))}
    own = statement.form == "own-voice" and statement.subject and bases & class_of("intends")
    return f"{with_article(statement.subject)}’s intentions" if own and statement.subject else None


def compare_judgements(documents: list[list[Item]]) -> list[Finding]:
    """The strongest opposed pairs, one for each subject and pair of documents, at most `_MOST`."""
    leaning: dict[str, list[tuple[int, Item, tuple[Passage, ...]]]] = {}
    for items in documents:
        for item in items:
            if item.statement.within is not None or not (item.statement.judgement or item.statement.prediction):
                continue
            sign, words = signed_words(item, "tendency.tsv")
            subject = subject_of(item) if sign else None
            if subject:
                leaning.setdefault(subject, []).append((sign, item, words))
    found: list[tuple[int, Finding]] = []
    for subject, rows in sorted(leaning.items()):
        found.extend(_opposed(subject, rows))
    found.sort(key=lambda pair: -pair[0])
    return [finding for _, finding in found[:_MOST]]


def _opposed(subject: str, rows: list[tuple[int, Item, tuple[Passage, ...]]]) -> list[tuple[int, Finding]]:
    """The strongest opposed pair of each pair of documents."""
    best: dict[tuple[int, int], tuple[int, Finding]] = {}
    for sign, item, words in rows:
        for other_sign, other, other_words in rows:
            if item.order >= other.order or item.group == other.group or sign * other_sign >= 0:
                continue
            if subject in _SUBJECTS.values() and not (_is_verdict(item) and _is_verdict(other)):
                continue  # that talks are "serious" in one sentence and "failed" in another is no dispute
            strength = (
                abs(sign)
                + abs(other_sign)
                + len(item.stems & other.stems)
                + 3 * (_is_verdict(item) + _is_verdict(other))
            )
            key = (item.order, other.order)
            if key not in best or strength > best[key][0]:
                best[key] = (strength, _finding(subject, (item, words), (other, other_words)))
    return list(best.values())


def compare_prescriptions(documents: list[list[Item]]) -> list[Finding]:
    """What authors urge one party to do, where one urges it towards terms and another towards pressure."""
    urged: dict[str, list[tuple[int, Item, tuple[Passage, ...]]]] = {}
    for items in documents:
        for item in items:
            match = _URGES.search(item.statement.said) if item.statement.form == "own-voice" else None
            if match is None or not item.statement.mentions:
                continue
            party = next(
                (m.party for m in item.statement.mentions if m.passage.text in match.group() and m.party), None
            )
            sign, words = signed_words(item, "prescription.tsv")
            if party and sign:
                urged.setdefault(party, []).append((sign, item, words))
    findings: list[Finding] = []
    for party, rows in sorted(urged.items()):
        pair = next(
            (
                (a, b)
                for a in rows
                for b in rows
                if a[1].order < b[1].order and a[1].group != b[1].group and a[0] * b[0] < 0
            ),
            None,
        )
        if pair:
            (_, one, words), (_, two, others) = pair
            urged_to = f"“{words[0].text}” against “{others[0].text}”"
            why = f"They urge {with_article(party)} to opposite things ({urged_to}); both are the authors’ wishes."
            findings.append(
                build_finding(
                    "opposed-judgement",
                    "prescription",
                    f"What {with_article(party)} should do",
                    why,
                    [one, two],
                    marked=[words[0], others[0]],
                )
            )
    return findings


_URGES = re.compile(
    r"\b(?:[Ii]t is (?:now )?up to (?:\w+ ){0,3}[A-Z]\w+|[Oo]nly [A-Z]\w+ can|[A-Z]\w+ (?:must|should|ought to|has to|needs to|can only))\b"
)


def _is_verdict(item: Item) -> bool:
    """True for a sentence that sets out to judge: "This meeting ...", "It was ...", "The talks ..."."""
    return bool(_VERDICT.match(item.statement.said))


_VERDICT = re.compile(
    r"(?:This|It|The (?:talks|meeting|session|negotiations|summit|round)|These talks)\b (?:\w+ ){0,2}?(?:is|was|are|were|mark\w*)\b"
)


def _finding(subject: str, one: tuple[Item, tuple[Passage, ...]], two: tuple[Item, tuple[Passage, ...]]) -> Finding:
    why = f"They judge {subject} opposite ways (“{one[1][0].text}” against “{two[1][0].text}”); both are judgements, not facts."
    about = f"What is to be thought of {subject}" if subject.startswith("the ") else f"What drives {subject}"
    return build_finding(
        "opposed-judgement", "authorship of a judgement", about, why, [one[0], two[0]], marked=[*one[1], *two[1]]
    )

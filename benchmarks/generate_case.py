"""A whole case for benchmarks: invented talks of three countries about a river, told in as many reports as asked for.

Everything is the same for the same seed. The reports hold what reading looks for (names, quotations with speakers, reported speech,
figures, dates, meetings, preconditions); the case quotes them word for word.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

START = date(2024, 3, 1)
PARTIES = {  # id: name, role, people with their offices
    "arden": ("Arden", "negotiator", {"Ilse Brandt": "president", "Jonas Kray": "foreign minister"}),
    "belmar": ("Belmar", "negotiator", {"Mina Okoro": "prime minister", "Tomas Reyl": "chief negotiator"}),
    "corvia": ("Corvia", "negotiator", {"Adele Varga": "president", "Piet Sandor": "defence minister"}),
    "dunmore": ("Dunmore", "mediator", {"Omar Haddan": "envoy"}),
    "league": ("Northern League", "guarantor", {"Petra Lund": "secretary general"}),
    "valley": ("Valley Assembly", "affected", {"Rosa Imber": "speaker"}),
}
ISSUES = {  # id: name, words of texts, options from one end to the other
    "dam": ("The high dam", "dam", "stop, share, build"),
    "water": ("Water in dry months", "dry months", "half, third, none"),
    "toll": ("Toll on barges", "toll", "none, low, high"),
    "border": ("The river border", "border", "middle, bank, islands"),
    "troops": ("Troops on the islands", "troops", "leave, police, stay"),
    "monitors": ("Monitors", "monitors", "none, joint, league"),
    "customs": ("Customs union", "customs", "none, goods, full"),
    "fishing": ("Fishing grounds", "fishing", "closed, quota, open"),
    "power": ("Electricity", "electricity", "none, hourly, grid"),
    "debt": ("Old debts", "debt", "paid, halved, waived"),
    "prisoners": ("Prisoners", "prisoners", "none, sick, all"),
    "schools": ("Schools of the minority", "schools", "closed, bilingual, own"),
    "rail": ("The rail bridge", "rail", "shut, freight, all"),
    "port": ("The free port", "port", "national, leased, free"),
    "fund": ("A fund for the valley", "fund", "none, small, large"),
    "courts": ("A court for claims", "court", "none, panel, court"),
    "mines": ("Clearing of mines", "mines", "own, joint, league"),
    "pilots": ("River pilots", "pilots", "own, mixed, foreign"),
    "archives": ("Archives", "archives", "shut, copies, returned"),
    "transit": ("Transit of grain", "grain", "none, licensed, free"),
}
_OUTLETS = (
    "Courier",
    "Herald",
    "Morning Post",
    "River Gazette",
    "Lowland Radio",
    "Quay Wire",
    "Capital Review",
    "Valley Sheet",
)
_PLACES = ("Port Lowe", "Sandvik", "Greyholm", "Lindow")
_SALT = (
    "old new slow bitter quiet late early open shared northern southern wooden narrow costly public private broken empty winter summer "
    "budget letter table window engine rope lamp market road island tide crew cargo vote promise answer question offer signature harvest"
).split()
_SAID = ("said", "told reporters", "warned", "insisted")
_CLAIMS = (
    "We will never accept a {word} that leaves the {a} {b} to others",
    "We are ready to talk about the {word} once the {a} {b} is settled",
    "Our country must have a say in the {word} before any {a} {b}",
    "There can be an agreement on the {word} if the {a} {b} is shared",
    "We reject the last offer on the {word}, for the {a} {b} belongs to us",
    "Nobody has shown us a {a} {b} that would make the {word} work",
)
_TOLD = (
    "{person} said that {name} would accept a review of the {word} in {month}, after the {a} {b}.",
    "{name} rejected the proposal on the {word} and asked for a {a} {b} instead, according to {person}.",
    "{name} offered {n} million crowns for the {word}, up from {m} million in the {a} {b} of last year.",
    "{person} and {other} met in {place} on {day} and spoke for {h} hours about the {word} and a {a} {b}.",
    "{name} says that the {word} must be settled before the {a} {b} is discussed.",
    "The dispute over the {word} is likely to last, because the {a} {b} still divides the delegations.",
    "According to two officials, {name} has moved {n} people to the {a} {b} since the quarrel over the {word} began.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody in a report, on an issue."""

    source: str
    party: str
    person: str
    issue: str
    words: str
    day: str


def write_case(folder: Path, documents: int, quotes: int, *, sentences: int = 24) -> None:
    """Write a case of twenty issues and six parties into an empty folder.

    Args:
        folder: exists.
        documents: reports; every tenth is a copy of the one before, with the outlet's own head.
        quotes: pieces of evidence, at most as many as the reports hold quotations.
        sentences: of a report, the least; with 24 of them it holds some 25 statements in 4,000 characters.
    """
    (folder / "sources").mkdir()
    (folder / "drafts").mkdir()
    said: list[Said] = []
    body = ""
    for number in range(documents):
        if number % 10 != 9 or not body:
            body, quoted = _report(number, sentences)
            said += quoted
        (folder / "sources" / f"{_source(number)}.md").write_text(_head(number) + body, encoding="utf-8")
    for name, seed in (("first", 1), ("second", 2)):
        (folder / "drafts" / f"{name}.md").write_text(_draft_text(seed), encoding="utf-8")
    (folder / "case.yaml").write_text("\n".join(_case(documents, _dealt(said, quotes))) + "\n", encoding="utf-8")


def _source(number: int) -> str:
    return f"report-{number:03}"


def _day(number: int) -> date:
    return START + timedelta(days=number // 2)


def _head(number: int) -> str:
    outlet = _OUTLETS[number % len(_OUTLETS)]
    return f"---\ntitle: The talks on the river, report {number}\noutlet: {outlet}\npublished: {_day(number)}\nlanguage: en\n---\n\n"


def _report(number: int, sentences: int) -> tuple[str, list[Said]]:
    """The body of a report, and who is quoted in it."""
    dice = random.Random(number)
    paragraphs: list[str] = []
    said: list[Said] = []
    count = 0
    while count < sentences:
        lines: list[str] = []
        for _ in range(dice.randint(2, 4)):
            line, quoted = _sentence(dice, number)
            lines.append(line)
            said += quoted
        count += len(lines)
        paragraphs.append(" ".join(lines))
    return "\n\n".join(paragraphs) + "\n", said


def _sentence(dice: random.Random, number: int) -> tuple[str, list[Said]]:
    party = dice.choice(tuple(PARTIES))
    name, _, people = PARTIES[party]
    person = dice.choice(tuple(people))
    issue = dice.choice(tuple(ISSUES))
    slots = {
        "word": ISSUES[issue][1], "name": name, "person": person, "a": " ".join(dice.sample(_SALT, 2)), "b": dice.choice(_SALT),
        "other": dice.choice([p for _, _, others in PARTIES.values() for p in others if p != person]), "place": dice.choice(_PLACES),
        "n": dice.randint(20, 900), "m": dice.randint(2, 19), "h": dice.randint(2, 9), "month": f"{_day(number + 60):%B}",
        "day": f"{_day(number - dice.randint(0, 3)):%-d %B %Y}",
    }  # fmt: skip
    if dice.random() < 0.5:
        words = dice.choice(_CLAIMS).format(**slots)
        line = f"“{words},” {dice.choice(_SAID)} {person}, the {people[person]} of {name}."
        return line, [Said(_source(number), party, person, issue, words, _day(number).isoformat())]
    return dice.choice(_TOLD).format(**slots), []


def _dealt(said: Sequence[Said], quotes: int) -> dict[tuple[str, str], list[Said]]:
    """Quotations by party and issue, taken in turn so that every position has some."""
    heap: dict[tuple[str, str], list[Said]] = {}
    for item in said:
        heap.setdefault((item.party, item.issue), []).append(item)
    dealt: dict[tuple[str, str], list[Said]] = {}
    left = quotes
    while left and any(heap.values()):
        for key in sorted(heap):
            if heap[key] and left:
                dealt.setdefault(key, []).append(heap[key].pop(0))
                left -= 1
    return dealt


def _case(documents: int, dealt: dict[tuple[str, str], list[Said]]) -> Iterator[str]:
    """The lines of ``case.yaml``."""
    dice = random.Random(documents)
    yield f"title: The talks on the river\nas-of: {_day(documents)}\nanalyst: bench\nsources:"
    for number in range(documents):
        outlet = _OUTLETS[number % len(_OUTLETS)]
        yield (
            f"  {_source(number)}: {{file: sources/{_source(number)}.md, publisher: {outlet}, class: press, grade: B, "
            f"published: {_day(number)}, language: en}}"
        )
    yield "parties:"
    for party, (name, role, people) in PARTIES.items():
        stands = ", no-deal: 0.2" if role == "negotiator" else f", role: {role}"
        yield f"  {party}: {{name: {name}, people: {{{', '.join(f'{p}: {{office: {o}}}' for p, o in people.items())}}}{stands}}}"
    yield "issues:"
    for issue, (name, word, options) in ISSUES.items():
        told = ", ".join(f"{option}: {option} ({name.lower()})" for option in options.split(", "))
        yield f"  {issue}: {{name: {name}, track: {'peace' if len(issue) > 4 else 'trade'}, words: [{word}], options: {{{told}}}}}"
    yield "positions:"
    for party in PARTIES:
        yield f"  {party}:"
        for issue in ISSUES:
            yield from _position(dice, issue, dealt.get((party, issue), []))
    yield "conditions:\n  - {if: {dam: build}, then: {water: [half, third]}, why: the dam holds the water back}"
    yield "drafts:"
    for n, name in enumerate(("first", "second")):
        terms = ", ".join(
            f"{issue}: {options.split(', ')[(n + k) % 3]}" for k, (issue, (_, _, options)) in enumerate(ISSUES.items())
        )
        yield f"  {name}: {{name: The {name} draft, date: {_day(20 * n + 5)}, by: dunmore, text: drafts/{name}.md, terms: {{{terms}}}}}"
    yield from _rest(dealt)


def _position(dice: random.Random, issue: str, said: Sequence[Said]) -> Iterator[str]:
    order = ISSUES[issue][2].split(", ")
    order = order if dice.random() < 0.5 else order[::-1]
    line = dice.random() < 0.15
    yield f"    {issue}:\n      prefers: {' > '.join(order)}\n      salience: {dice.choice(('high', 'medium', 'low'))}"
    if line:
        yield f"      red-line: not {order[-1]}"
    if said:
        yield "      evidence:"
    for n, item in enumerate(said):
        what = ", for: red-line" if line and n == 0 else ""
        yield (
            f"        - {{source: {item.source}, quote: {json.dumps(item.words)}{what}, said-by: {item.person}, said: {item.day}, "
            "status: verbatim}"
        )


def _rest(dealt: dict[tuple[str, str], list[Said]]) -> Iterator[str]:
    """Process, moves and readings."""
    some = [item for row in dealt.values() for item in row][:6]
    yield "process:\n  meetings:"
    for item in some:
        quote = f"evidence: [{{source: {item.source}, quote: {json.dumps(item.words)}}}]"
        yield f"    - {{date: {item.day}, place: Sandvik, people: [{item.person}, Omar Haddan], what: talks, {quote}}}"
    yield "  gates:\n    - {before: troops leave, after: talks on the dam, says: [arden]}"
    yield "moves:"
    for party, moves in (("arden", "build, sign-a"), ("belmar", "press, sign-b"), ("corvia", "close, sign-c")):
        first, second = moves.split(", ")
        yield f'  {party}: {{options: {{{first}: {first}, {second}: {second}}}, prefers: ["{second} if !press", "!{first}"]}}'
    yield "  status-quo: {build: no, press: yes, close: no, sign-a: no, sign-b: no, sign-c: no}"
    yield "readings:\n  patient: {title: Arden can wait, set: {parties.arden.no-deal: 0.3}, by: bench}"


def _draft_text(seed: int) -> str:
    """Twenty numbered points, of which two drafts share most."""
    dice = random.Random(seed)
    lines = [
        f"{n}. On {name.lower()} the parties choose: {dice.choice(options.split(', ')) if n % 3 == 0 else options.split(', ')[1]}."
        for n, (name, _, options) in enumerate(ISSUES.values(), 1)
    ]
    return "\n".join(lines) + "\n"

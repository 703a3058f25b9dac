"""Meetings that sentences tell of: who met whom, where, when, with what status.

Precision before recall: a meeting needs two who meet, or one and a place.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.types import ReportedMeeting, Speaker, Statement
from zopa.text.dates import find_dates
from zopa.text.figures import find_figures
from zopa.text.measured import is_time_passed

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene
    from zopa.text.types import DateRef, Figure, Mention

_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|meetings|talks|summit|session|negotiations|held (?:\w+ ){0,3}talks|press conference|"
    r"phone call|telephone call|speaking to reporters|spoke to reporters|conversation|round of talks|consultations|visit(?:ed)?|"
    r"hosted|received)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meets|met with|was meeting|were meeting|are meeting|is meeting|held (?:\w+ ){0,3}(?:talks|meetings?)|hosted|received|"
    r"sat down|spoke (?:by phone )?(?:with|to)|summit between|meetings? between|talks between|joined|engaged in (?:\w+ ){0,3}negotiations|"
    r"(?:recent |latest )?negotiations with|talks with (?:\w+ ){0,2}negotiators|plan(?:ned)? to meet|(?:will|to|would) meet|"
    r"meeting with|meeting of [^,.;]{3,40} with|summit with|press conference in|(?:speaking|spoke) to reporters in|follow-up summit)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\A(?:\w+ ){0,2}(?:[Ww]hile|As|[Aa]fter|[Bb]efore|[Ww]hen)\b[^,;]{10,160}, (?=[A-Z])|; |,[”\"]? but "
)
_MENTIONED = re.compile(r"\b(?:about|on|regarding|from) (?:the|his|her|their|its) $")  # a meeting spoken of, not told
_LEFT_OUT = re.compile(
    r"\b(?:fait accompli[”\"’']? (?:to|for)|over the heads? of|behind the backs? of|without (?:consulting|informing|involving)|"
    r"bypassing|sidelining|excluding|shutting out|keep(?:ing)? out|present(?:ed|ing)? (?:it|them|the (?:text|plan|deal)) to)\b",
    re.IGNORECASE,
)
_CONFINED = re.compile(r"\b(?:restrict|limit|confin)\w* (?:the )?(?:negotiations|talks|contacts) to\b", re.IGNORECASE)
_SENT = re.compile(r"\b(?:sent|dispatched|sends|dispatches|is sending|delegated)\b")
_KINDS = (
    ("press conference", re.compile(r"\bpress conference|to reporters\b", re.IGNORECASE)),
    ("phone call", re.compile(r"\b(?:phone|telephone) (?:call|conversation)|by phone|on the phone\b", re.IGNORECASE)),
)
_CANCELLED = re.compile(
    r"\b(?:cancell?ed|called off|scrapped|did not take place|fell through|abandoned|never happened)\b", re.IGNORECASE
)
_REFUSED = re.compile(r"\b(?:refused to meet|declined to meet|rejected (?:a|the) meeting|turned down)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:will (?:meet|hold|travel|visit|occur|be held|take place)|plans? to|planned|slated|scheduled|(?:is|are) to [a-z]+|"
    r"due to meet|is expected|are expected|upcoming|next round|would meet|could meet|may meet|summit .{0,40}will)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(?:absence|absent|stayed away|was not (?:present|invited|consulted|at)|were not (?:present|invited|consulted|at)|"
    r"not consulted|without (?:inviting|consulting)|excluded|left out|did not attend|no seat)\b",
    re.IGNORECASE,
)


def find_meetings(
    scene: Scene, units: tuple[ClauseUnit, ...], statements: tuple[Statement, ...]
) -> tuple[ReportedMeeting, ...]:
    """Meetings told in the units, in document order."""
    found: list[ReportedMeeting] = []
    for unit in units:
        for start, end in _clauses(scene.document.plain, unit):
            meeting = _meeting(scene, unit, (start, end), statements) or _confined(
                scene, unit, (start, end), statements
            )
            if meeting is not None:
                found.append(meeting)
                found += [replace(meeting, place=place) for place in _further_places(scene, meeting, (start, end))]
    sent = _sent(scene, units)
    return tuple(replace(m, sent_by=_sender(m, sent)) for m in found)


def _further_places(scene: Scene, meeting: ReportedMeeting, span: tuple[int, int]) -> list[str]:
    """Places joined to that of the meeting by "and": negotiations in two towns are two meetings."""
    mentions = [m for m in scene.names.within(*span) if m.kind == "place"]
    at = next((n for n, m in enumerate(mentions) if m.name == meeting.place), len(mentions))
    places: list[str] = []
    for before, after in itertools.pairwise(mentions[at:]):
        if scene.document.plain[before.passage.end : after.passage.start].strip(" ,") not in {"and", ""}:
            break
        places.append(after.name)
    return places if meeting.place and meeting.status == "held" else []


def _confined(
    scene: Scene, unit: ClauseUnit, span: tuple[int, int], statements: tuple[Statement, ...]
) -> ReportedMeeting | None:
    """Talks said to be confined to some parties, with those who are to be left out."""
    start, end = span
    text = scene.document.plain[start:end]
    match = _CONFINED.search(text)
    if match is None:
        return None
    mentions = [
        m
        for m in scene.names.within(start + match.end(), end)
        if m.kind in {"state", "group", "organisation", "person"}
    ]
    out = _left_out(mentions, text, start)
    who = tuple(dict.fromkeys(m.name for m in mentions if m.name not in out))
    if len(who) < 2:
        return None
    speaker, hedged = _teller(unit, statements)
    parties = tuple(sorted({party for m in mentions if m.name in who and (party := _party(scene, m))}))
    passage = scene.document.passage(unit.start, unit.end)
    return ReportedMeeting(who, parties, None, None, "reported", None, (), passage, speaker, hedged, not_consulted=out)


def _left_out(mentions: list[Mention], text: str, start: int) -> tuple[str, ...]:
    """Names within reach behind words that leave somebody out: "a fait accompli to Europe and Ukraine"."""
    match = _LEFT_OUT.search(text)
    if match is None:
        return ()
    names: list[str] = []
    at = start + match.end()
    for mention in (m for m in mentions if m.passage.start >= at):
        between = text[at - start : mention.passage.start - start].strip(" ,’'")
        if between not in {"", "the", "and", "and the", "both", "or"}:
            break
        names.append(mention.name)
        at = mention.passage.end
    return tuple(dict.fromkeys(names))


def _sent(scene: Scene, units: tuple[ClauseUnit, ...]) -> list[tuple[int, str, tuple[str, ...]]]:
    """(place, who sends, who is sent) wherever somebody is said to have sent people."""
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for unit in units:
        match = _SENT.search(scene.document.plain[unit.start : unit.end])
        if match is None:
            continue
        mentions = [m for m in scene.names.within(unit.start, unit.end) if m.kind == "person" and not m.possessive]
        verb, end = unit.start + match.start(), unit.start + match.end()
        before = [m for m in mentions if m.passage.end <= verb and verb - m.passage.end <= _NEAR_VERB]
        after = tuple(m.name for m in mentions if end <= m.passage.start < end + _REACH)
        if before and after:
            found.append((verb, before[-1].name, after))
    return found


def _sender(meeting: ReportedMeeting, sent: list[tuple[int, str, tuple[str, ...]]]) -> str | None:
    """Who is said, beside the meeting, to have sent somebody who takes part in it."""
    near = [
        (abs(at - meeting.passage.start), sender)
        for at, sender, people in sent
        if set(people) & set(meeting.participants) and sender not in meeting.participants
    ]
    distance, sender = min(near, default=(_BESIDE, None))
    return sender if distance < _BESIDE else None


_BESIDE = 600  # characters: what stands further off tells of another occasion
_REACH, _NEAR_VERB = 90, 12  # characters behind "sent" in which those who are sent are named; before it, who sends


def _clauses(text: str, unit: ClauseUnit) -> list[tuple[int, int]]:
    """The unit cut at semicolons, ", but" and behind a leading clause with "while": each part may tell its own meeting."""
    cuts = [unit.start + m.end() for m in _SPLIT.finditer(text[unit.start : unit.end])]
    borders = [unit.start, *cuts, unit.end]
    return [(a, b) for a, b in itertools.pairwise(borders) if b > a]


def _meeting(
    scene: Scene, unit: ClauseUnit, span: tuple[int, int], statements: tuple[Statement, ...]
) -> ReportedMeeting | None:
    start, end = span
    text = scene.document.plain[start:end]
    met = _MET.search(text)
    if not _MEETING.search(text) or not (met or _ABSENT.search(text)):
        return None
    if met and _MENTIONED.search(text[: met.start()]) and not _ABSENT.search(text[: met.start()]):
        return None
    mentions = scene.names.within(start, start + _scope(text))
    absent = _absent(mentions, text, start)
    if met and met.group().endswith("between"):
        mentions = [m for m in mentions if m.passage.start - start >= met.start()]
    speaker, hedged = _teller(unit, statements)
    what = next((kind for kind, pattern in _KINDS if pattern.search(text)), "")
    who = tuple(
        n
        for n in _participants(scene, mentions, text, start)
        if what == "press conference" or not (speaker and _only_tells(n, speaker, mentions, met))
    )
    place = _place(mentions, text, start, met.start() if met else 0)
    status = _status(text)
    out = _left_out(mentions, text, start)
    who = tuple(name for name in who if name not in absent and name not in out)
    if len(who) < 2 and not (who and (place or status == "cancelled")):
        return None
    return ReportedMeeting(
        participants=who,
        parties=tuple(sorted({party for m in mentions if m.name in who and (party := _party(scene, m))})),
        place=place,
        date=_date(find_dates(scene.document, start, end), start + (met.start() if met else 0)),
        status=status,
        called_off_by=_called_off_by(scene, mentions, text, start) if status == "cancelled" else None,
        duration=_duration(find_figures(scene.document, start, end), scene.document.passage(start, end)),
        absent=absent,
        passage=scene.document.passage(unit.start, unit.end),
        speaker=speaker,
        hedged=hedged or bool(_MAYBE.search(text)),
        not_consulted=out,
        what=what,
    )


_MAYBE = re.compile(r"\b(?:potentially|possibly|perhaps|tentatively|may|might|could)\b", re.IGNORECASE)


def _scope(text: str) -> int:
    """Where the part of a clause ends that tells who met: before its purpose ("to press for", "aimed at")."""
    match = _MET.search(text) or _ABSENT.search(text)
    if match is None:
        return len(text)
    end = _PURPOSE.search(text, match.end() + 12)
    return end.start() if end else len(text)


_PURPOSE = re.compile(r"\s(?:to (?!the\b|meet\b)|aimed at|in order|which|so that)\b")


def _party(scene: Scene, mention: Mention) -> str | None:
    person = scene.names.people.get(mention.name)
    return person.party if person else mention.party


def _participants(scene: Scene, mentions: list[Mention], text: str, start: int) -> tuple[str, ...]:
    """People named, and states where no person of theirs is; whoever is only a possessor takes no part."""
    people = [
        m
        for m in mentions
        if m.kind == "person" and _takes_part(m, text, start) and not _only_describes(m, text, start)
    ]
    parties = {scene.names.people[m.name].party for m in people}
    names = [m.name for m in people]
    for mention in mentions:
        delegation = re.match(
            r"\s+(?:officials|negotiators|delegation|representatives|envoys|side|team|diplomats)\b",
            text[mention.passage.end - start :],
        )
        if (
            mention.kind in {"state", "group"}
            and (delegation or not mention.possessive)
            and mention.party not in parties
        ):
            before = text[: mention.passage.start - start].rstrip().split(" ")[-1].lower()
            if (
                delegation
                or _ENVOYS_OF.search(text[: mention.passage.start - start])
                or before not in {"of", "in", "on", "against", "about", "for", "from"}
            ):
                names.append(mention.name)
    return tuple(dict.fromkeys(names))


def _only_tells(name: str, speaker: Speaker, mentions: list[Mention], met: re.Match[str] | None) -> bool:
    """True for whoever only tells of the meeting: named as the speaker, and nowhere else in the clause."""
    if name != speaker.name or met is None:
        return False
    return not any(m.name == name and not (speaker.start <= m.passage.start < speaker.end) for m in mentions)


_ENVOYS_OF = re.compile(
    r"\b(?:[Ee]nvoys|[Dd]elegations?|[Oo]fficials|[Nn]egotiators|[Tt]eams?|[Rr]epresentatives|[Mm]inisters|[Ll]eaders|[Pp]residents) "
    r"of (?:the )?(?:[\w’']+(?:, | and )(?:the )?)*$"
)


def _takes_part(mention: Mention, text: str, start: int) -> bool:
    """People named, and "Kushner's plan to meet"; not "Putin's investment guru"."""
    return not mention.possessive or bool(
        re.match(r"['’]s\s+(?:\w+\s+){0,2}(?:plan|meeting|talks|visit|call)\b", text[mention.passage.end - start :])
    )


def _only_describes(mention: Mention, text: str, start: int) -> bool:
    """True for "Putin" in "Putin aide Yuri Ushakov"."""
    after = text[mention.passage.end - start :]
    return bool(re.match(r"\s+(?:aide|adviser|advisor|envoy|ally|spokes\w+|negotiator)\b", after))


def _place(mentions: list[Mention], text: str, start: int, met: int) -> str | None:
    """The place named nearest behind the words that tell of the meeting, else before them."""
    near = sorted(mentions, key=lambda m: (m.passage.start - start < met, abs(m.passage.start - start - met)))
    for mention in near:
        before = (
            text[: mention.passage.start - start].rstrip().split(" ")[-1].lower()
            if mention.passage.start > start
            else ""
        )
        if mention.kind == "place" and before in {"in", "at", "from", "to"}:
            return mention.name
    return next((m.name for m in near if m.kind == "place"), None)


def _absent(mentions: list[Mention], text: str, start: int) -> tuple[str, ...]:
    """Names beside a word of absence: "Lavrov's absence", "Kyiv was not invited"."""
    names: list[str] = []
    for match in _ABSENT.finditer(text):
        before = [
            m
            for m in mentions
            if m.passage.end - start <= match.start() + 1 and match.start() - (m.passage.end - start) <= 12
        ]
        after = [m for m in mentions if 0 <= m.passage.start - start - match.end() <= 14]
        chosen = before[-1:] or (
            after[:1] if match.group().lower().startswith(("absence", "without", "excluded", "not")) else []
        )
        names.extend(m.name for m in chosen if m.kind != "place")
    return tuple(dict.fromkeys(names))


def _called_off_by(scene: Scene, mentions: list[Mention], text: str, start: int) -> str | None:
    """The party whose name is the subject of an active "called off", or None."""
    match = re.search(r"\b(?<!was )(?<!were )(?<!been )(?:called off|cancell?ed|scrapped)\b", text)
    if match is None:
        return None
    before = [m for m in mentions if m.passage.end - start <= match.start() and m.kind != "place" and not m.possessive]
    if not before or re.search(r"[.;:]|\b(?:was|were|been|be)\b", text[before[-1].passage.end - start : match.start()]):
        return None
    return _party(scene, before[-1])


def _status(text: str) -> str:
    if _CANCELLED.search(text):
        return "cancelled"
    if _REFUSED.search(text):
        return "refused"
    if _PLANNED.search(text):
        return "planned"
    return "reported" if re.search(r"\b(?:reportedly|rumou?red|is said to|secretly)\b", text, re.IGNORECASE) else "held"


def _date(dates: tuple[DateRef, ...], met: int) -> DateRef | None:
    """The date nearest to the words that tell of the meeting, a resolved one before one that is not."""
    resolved = [d for d in dates if d.from_ is not None]
    return min(resolved or dates, key=lambda d: abs(d.passage.start - met), default=None)


def _duration(figures: tuple[Figure, ...], passage: Passage) -> Figure | None:
    """The first length of time that is none of waiting or travelling."""
    return next((f for f in figures if f.unit in {"hour", "minute"} and not is_time_passed(f, passage)), None)


def _teller(unit: ClauseUnit, statements: tuple[Statement, ...]) -> tuple[Speaker | None, bool]:
    for statement in statements:
        if statement.passage.start == unit.start and statement.form == "reported":
            return statement.speaker, statement.hedged
    hedged = any(s.hedged for s in statements if s.passage.start == unit.start)
    return None, hedged

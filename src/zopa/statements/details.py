"""What hangs on a statement besides its words: act, deed, hedges, figures, dates, names, issues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from zopa.statements.acts import ActCoding, code_act
from zopa.statements.types import Form, Speaker, Statement, Status
from zopa.text.dates import find_dates
from zopa.text.figures import find_figures
from zopa.text.lexicon import words_of
from zopa.text.vocabulary import table_rows

if TYPE_CHECKING:
    from zopa.sources import Document, Passage
    from zopa.statements.scene import Scene
    from zopa.text.types import Mention

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|presumably|possibly|perhaps|maybe|seemingly|probably|"
    r"potentially|potential|rumou?red|said to (?:have|be)|believed to|understood to|reported to|appears? to|seems? to|"
    r"(?-i:may)|might|could|unconfirmed|it is unclear|expected to)\b",
    re.IGNORECASE,
)
_PREDICTION = re.compile(
    r"\b(?:will|won't|shall|is going to|are going to|is set to|are set to|is expected to|are expected to|is likely to|"
    r"would (?:be|have|gladly|gleefully)|plans? to|slated for|scheduled for|"
    r"(?:is|are) to (?:meet|hold|visit|travel|sign|begin|start|take place|present|be))\b",
    re.IGNORECASE,
)
# Cues that tell the speaker's own wish, whoever is to fulfil it.
_WISHES = frozenset("demand insist urge propose recommend request ask want require suggest".split())
_NEGATION = re.compile(
    r"\b(?:not|no|never|n't|without|nothing|none|neither|nor|cannot|denie[sd]|deny)\b|n['’]t\b", re.IGNORECASE
)


@dataclass(slots=True)
class DraftMention:
    """A statement while it is being read; spans are offsets of the text as read."""

    form: Form
    unit: tuple[int, int]
    content: list[tuple[int, int]]
    speaker: Speaker | None = None
    others: tuple[str, ...] = ()
    cue: tuple[int, int] | None = None
    lemma: str = ""
    status: Status | None = None
    reported_by: tuple[str, ...] = ()
    within: DraftMention | None = None
    thought: bool = False
    denied: bool = False
    hedged: bool = False
    words_of: Speaker | None = field(default=None)
    subject: str | None = None
    terms_of: str | None = None

    def id(self, source: str) -> str:
        """Document id, then start and end of the content, then a letter for the form."""
        return f"{source}:{self.content[0][0]}-{self.content[-1][1]}{self.form[0]}"


@dataclass(frozen=True, slots=True)
class ListIntro:
    """Who speaks before a colon, to whom the items below belong; quoted where the sentence only announces their words."""

    speaker: Speaker | None
    others: tuple[str, ...]
    cue: tuple[int, int]
    plan_of: str | None
    is_quoted: bool


@cache
def _judgements() -> re.Pattern[str]:
    words = "|".join("|".join(row) for row in table_rows("judgements.tsv", "statements"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def complete(draft: DraftMention, scene: Scene) -> Statement:
    """The finished statement of a draft."""
    document = scene.document
    content = tuple(document.passage(a, b) for a, b in draft.content)
    said = " ".join(part.text for part in content)
    coding = code_act(said, draft.lemma or None)
    mentions = tuple(m for a, b in draft.content for m in scene.names.within(a, b))
    act, plover, party, target = _who_does_what(draft, scene, coding, mentions)
    return Statement(
        id=draft.id(document.id),
        within=draft.within.id(document.id) if draft.within else None,
        form=draft.form,
        status=draft.status,
        passage=document.passage(*draft.unit),
        content=content,
        speaker=draft.speaker,
        cue=document.passage(*draft.cue) if draft.cue else None,
        reported_by=draft.reported_by,
        also_said_by=draft.others,
        act=act,
        plover=plover,
        deed=_deed(draft, document, coding.event),
        hedged=draft.hedged or bool(_HEDGE.search(said)) or coding.hedged,
        negated=draft.denied or coding.negated or (coding.plover is None and bool(_NEGATION.search(said))),
        prediction=coding.prediction or bool(_PREDICTION.search(said)),
        judgement=draft.thought or bool(_judgements().search(said)),
        party=party,
        target=target,
        subject=draft.subject,
        terms_of=draft.terms_of,
        issues=scene.vocabulary.find_issues(said),
        figures=tuple(f for a, b in draft.content for f in find_figures(document, a, b)),
        dates=tuple(d for a, b in draft.content for d in find_dates(document, a, b)),
        mentions=mentions,
    )


def _who_does_what(
    draft: DraftMention, scene: Scene, coding: ActCoding, mentions: tuple[Mention, ...]
) -> tuple[str, str | None, str | None, str | None]:
    """Act, PLOVER kind, the party that does the deed, and the one it is done to."""
    own = draft.form == "own-voice"
    speaker = draft.speaker.party if draft.speaker else None
    if draft.lemma in words_of("charge") and draft.cue and draft.cue[1] < draft.content[0][0]:
        accused = (
            m.party for m in scene.names.within(draft.cue[1], draft.content[0][0]) if m.party and m.party != speaker
        )
        return "accuse", "ACCUSE", speaker, next(accused, None)  # the charge is the deed, not what it tells of
    agent, target = _actor(draft, mentions, coding.agents), _actor(draft, mentions, coding.targets)
    wished = draft.lemma in _WISHES and speaker is not None and draft.form != "quotation"
    party = draft.terms_of or (speaker if wished else agent) or (draft.subject if own else speaker)
    if wished and agent != speaker:
        target = agent or target  # "Baku insists that Armenia amend ...": the wish is Baku's
    return coding.act, coding.plover, party, target


def _actor(draft: DraftMention, mentions: tuple[Mention, ...], spans: tuple[tuple[int, int], ...]) -> str | None:
    """The party named in the spans that the act coder points at (offsets in the joined content)."""
    for start, end in spans:
        for a, b in _in_document(draft.content, start, end):
            for mention in mentions:
                overlaps = mention.passage.start < b and a < mention.passage.end
                if overlaps and mention.party:
                    return mention.party
    return None


def _deed(draft: DraftMention, document: Document, event: tuple[int, int] | None) -> Passage | None:
    spans = _in_document(draft.content, *event) if event else []
    return document.passage(*spans[0]) if spans else None


def _in_document(content: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Offsets in the content joined by single spaces, as spans of the document."""
    spans: list[tuple[int, int]] = []
    at = 0
    for a, b in content:
        size = b - a
        if start < at + size and end > at:
            spans.append((a + max(0, start - at), a + min(size, end - at)))
        at += size + 1
    return spans

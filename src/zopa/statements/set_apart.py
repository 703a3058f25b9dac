"""Who speaks in a block quotation, or in a quotation that the line behind it signs: what the reader knows of it paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.announcements import find_announcement
from zopa.statements.blocks import find_signatures
from zopa.statements.clauses import build_unit
from zopa.statements.spans import tokens_of
from zopa.statements.speakers import carried, find_speaker

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.scene import Scene
    from zopa.statements.types import Speaker
    from zopa.text.annotate import Text
    from zopa.text.sentences import Paragraph

Span = tuple[int, int]


class SetApart:
    """The block quotation that is being read, if any.

    Attributes:
        speaker: whose words it holds, None where nothing tells.
        cue: the words that tell, None where the speaker is only carried over from the sentence before.
    """

    def __init__(self, scene: Scene, analysed: Text) -> None:
        self.scene = scene
        self.analysed = analysed
        self.signatures = find_signatures(analysed)
        self.speaker: Speaker | None = None
        self.cue: Span | None = None
        self._number = -1  # of the block quotation, -1 outside

    def signs_only(self, sentence: int) -> bool:
        """True for the start of a sentence that only signs the words above it."""
        return sentence in self.signatures.lines

    def enter(
        self, paragraph: Paragraph, announced: tuple[Speaker, Span] | None, before: ClauseUnit | None
    ) -> tuple[Speaker, Span] | None:
        """Take note of a paragraph before it is read.

        Args:
            paragraph: the next one.
            announced: who was announced at the end of the sentence before, with the cue.
            before: that sentence.

        Returns:
            Who is announced now: whoever signs a quotation; nobody once a block quotation has taken the announcement up.
        """
        source = self.signatures.by_start.get(paragraph.start)
        if source and paragraph.set_apart < 0:
            self._number, self.speaker, self.cue = -1, None, None
            return self._signer(source)
        if paragraph.set_apart < 0 or paragraph.set_apart == self._number:
            if paragraph.set_apart < 0:
                self._number, self.speaker, self.cue = -1, None, None
            return announced
        follows_text, self._number = self._number < 0, paragraph.set_apart
        told = self._signer(source) if source else announced or (self._told_before(before) if before else None)
        self.speaker, self.cue = told or (None, None)
        if told is None and self.scene.last_speaker and follows_text and self._just_spoke():
            self.speaker = carried(self.scene, self.scene.last_speaker)
        return None

    def pulled(self, paragraph: Paragraph) -> tuple[Speaker, Span] | None:
        """Whose words a paragraph without quotation marks holds, by the credit line below it; None for any other."""
        return (
            self._signer(self.signatures.by_start[paragraph.start])
            if paragraph.start in self.signatures.pulled
            else None
        )

    def holds(self, unit: ClauseUnit, *, tells_itself: bool) -> bool:
        """True for words of the block quotation; not where they tell themselves who speaks, and nothing before or behind them does."""
        if self.speaker is not None and self.cue is not None:
            return True
        return self._number >= 0 and not unit.quotations and not tells_itself

    def _told_before(self, before: ClauseUnit) -> tuple[Speaker, Span] | None:
        """Who has just been told to speak without words of theirs: "The envoy posted on Monday."."""
        told = find_announcement(self.analysed.within(before.start, before.end), self.analysed.quotations, bare=True)
        if told is None or self._just_spoke():
            return None
        return find_speaker(self.scene, before, tokens_of(before, told[0]))[0], told[1]

    def _just_spoke(self) -> bool:
        """True where the sentence before gave somebody's words."""
        return self.scene.sentence - self.scene.last_sentence <= 1

    def _signer(self, source: Span) -> tuple[Speaker, Span]:
        """Who signs with the words `source`, and those words."""
        mentions = [(m.passage.start, m.passage.end) for m in self.scene.names.within(*source)]
        unit = build_unit(self.scene.document.plain, *source, (), mentions)
        return find_speaker(self.scene, unit, (0, len(unit.tokens) - 1))[0], source

"""From a document to its statements: quotations, reported speech, fragments inside it, and the author's own voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.actors import Actors
from zopa.statements.announcements import find_announcement
from zopa.statements.attributed import add_fragments, attributed, chain_reports, coordinated_with
from zopa.statements.attribution import find_attributions
from zopa.statements.clauses import ClauseUnit, build_unit, has_verb
from zopa.statements.complaints import find_complaints
from zopa.statements.deed_acts import refine_acts
from zopa.statements.deeds import find_deeds
from zopa.statements.details import DraftMention, ListIntro, complete
from zopa.statements.embedded import find_embedded
from zopa.statements.encounters import add_meeting, find_encounters
from zopa.statements.gates import find_gates
from zopa.statements.layout import find_layout_attributions
from zopa.statements.meetings import find_meetings
from zopa.statements.meetings_named import find_named_meetings
from zopa.statements.plan_terms import find_plan_terms
from zopa.statements.scene import Scene
from zopa.statements.set_apart import SetApart
from zopa.statements.sides import with_side
from zopa.statements.spans import covering, inner_span, lines_of, said_span, tokens_of, trimmed_span
from zopa.statements.speakers import carried, find_speaker, is_author
from zopa.statements.standing import find_standings
from zopa.statements.status import is_scare, quotation_status
from zopa.statements.sticking_points import find_sticking_points
from zopa.statements.stretches import find_uncovered, join_cues
from zopa.statements.subjects import note_subject, subject_of_stretch
from zopa.statements.terms import plan_of, whose_terms
from zopa.statements.turns import Turns, find_turns
from zopa.statements.types import Record, ReportedMeeting, Speaker, Statement
from zopa.statements.wholes import find_wholes
from zopa.text.annotate import Text, annotate
from zopa.text.lands import with_lands
from zopa.text.sentences import Paragraph, find_sentences, merge_sentences

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.attribution_types import Attribution
    from zopa.statements.deed_types import Deed
    from zopa.text.vocabulary import Vocabulary

_OWN_VOICE_WORDS = (
    6  # a stretch outside every attribution needs as many words (and a verb) to be the author's statement
)
_FREE_SHARE = 0.8  # share of a unit's words inside quotation marks from which on it is a free-standing quotation


def read_record(document: Document, vocabulary: Vocabulary) -> Record:
    """All statements, meetings and gates of a document, in document order; an empty Record where it says nothing."""
    vocabulary = with_lands(document, vocabulary)
    text = annotate(document, vocabulary)
    scene = Scene(document, text.names, vocabulary, text)
    reader = _StatementReader(scene, text, find_turns(document, list(text.paragraphs), text.names, vocabulary))
    for paragraph in text.paragraphs:
        reader.read(paragraph)
    actors = Actors(text, vocabulary)
    statements = _ordered(tuple(with_side(complete(draft, scene), actors) for draft in reader.drafts))
    lemmas = {draft.id(document.id): draft.lemma for draft in reader.drafts if draft.cue}
    deeds = find_deeds(text, actors, statements)
    statements = refine_acts(statements, deeds, text, lemmas)
    units = tuple(reader.units)
    return Record(
        document.id,
        statements,
        meetings=_all_meetings(text, actors, deeds, statements, find_meetings(scene, units, statements)),
        gates=find_gates(text, statements),
        sticking_points=find_sticking_points(text, statements),
        standings=find_standings(text, statements),
        complaints=find_complaints(text, actors, deeds, statements),
        terms=find_plan_terms(text, actors, statements),
        mentions=tuple(text.names.mentions),
        oddities=tuple(text.names.oddities),
        deeds=deeds,
        actors=tuple(actors.all()),
        wholes=find_wholes(text),
        sentences=tuple((sentence.start, sentence.end) for sentence in text.sentences),
    )


def _all_meetings(
    text: Text,
    actors: Actors,
    deeds: tuple[Deed, ...],
    statements: tuple[Statement, ...],
    known: tuple[ReportedMeeting, ...],
) -> tuple[ReportedMeeting, ...]:
    """Meetings that sentences, deeds and nouns tell of, each once."""
    found = list(find_encounters(deeds, statements, known))
    for meeting in find_named_meetings(text, actors, statements):
        found = add_meeting(found, meeting)
    return tuple(sorted(found, key=lambda m: m.passage.start))


def _ordered(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """In document order, ids made unique by suffix where two speakers say the same words."""
    ordered = sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.within is not None))
    seen: dict[str, int] = {}
    result: list[Statement] = []
    for statement in ordered:
        count = seen.get(statement.id, 0)
        seen[statement.id] = count + 1
        result.append(replace(statement, id=f"{statement.id}-{count + 1}") if count else statement)
    return tuple(result)


class _StatementReader:
    """One pass over a document, paragraph by paragraph."""

    def __init__(self, scene: Scene, analysed: Text, turns: Turns) -> None:
        self.scene = scene
        self.analysed = analysed
        self.turns = turns
        self.apart = SetApart(scene, analysed)
        self.text = scene.document.plain
        self.drafts: list[DraftMention] = []
        self.units: list[ClauseUnit] = []
        self.open: int | None = None  # draft whose quotation the next paragraph may take up
        self.plan: str | None = None  # party whose plan the sentences are telling the terms of
        self.announced: tuple[Speaker, tuple[int, int]] | None = (
            None  # who spoke before a colon that ended the last unit
        )
        self.list_speaker: ListIntro | None = None

    def read(self, paragraph: Paragraph) -> None:
        """Add the statements of one paragraph."""
        self.plan = None
        if paragraph.start in self.turns.labels:
            return
        if not paragraph.is_item and self.list_speaker and not self.text[: paragraph.start].rstrip().endswith(":"):
            self.list_speaker = None
        turn = self.turns.by_start.get(paragraph.start)
        if turn is None:
            self.announced = self.apart.enter(paragraph, self.announced, self.units[-1] if self.units else None)
        for sentence, end in join_cues(merge_sentences(paragraph, self.text), paragraph, self.analysed):
            if self.apart.signs_only(sentence):
                continue
            start = max(sentence, turn.start) if turn and turn.start < end else sentence
            mentions = [(m.passage.start, m.passage.end) for m in self.scene.names.within(start, end)]
            unit = build_unit(self.text, start, end, paragraph.quoted, mentions)
            if not any(token.text[0].isalpha() for token in unit.tokens):
                continue
            self.units.append(unit)
            if turn:
                self._spoken(unit, turn.speaker, turn.label)
            elif pulled := self.apart.pulled(paragraph):
                self._spoken(unit, *pulled)
            elif paragraph.set_apart >= 0 and self.apart.holds(unit, tells_itself=bool(self._attributions(unit))):
                self._spoken(unit, self.apart.speaker, self.apart.cue)
            else:
                self._unit(unit, paragraph)
            self.scene.sentence += 1

    def _unit(self, unit: ClauseUnit, paragraph: Paragraph) -> None:
        unit = self._continue(unit)
        if not unit.tokens:
            return
        self.scene.unit_speaker = None
        attributions = [
            a for a in self._attributions(unit) if not (a.source and is_author(unit, tokens_of(unit, a.source)))
        ]
        made = [draft for a in attributions if (draft := attributed(self.scene, unit, a)) is not None]
        chain_reports(made)
        for draft in made:
            add_fragments(self.scene, self.drafts, unit, draft)
        self.drafts.extend(made)
        self._inside_quotations(unit, made)
        introduced = find_announcement(self.analysed.within(unit.start, unit.end), self.analysed.quotations)
        if not made and not introduced and self._free_quotation(unit):
            self.announced = None
            return
        self.announced = None
        subject = note_subject(self.scene, unit)
        for draft in made:
            if draft.speaker and not draft.reported_by:
                self.scene.spoke(draft.speaker)
        if introduced and not any(d.cue and d.form == "quotation" for d in made):
            self._introduced(unit, made, *introduced)
        self._loose_quotations(unit, made)
        before = len(self.drafts)
        self._own_voice(unit, made, paragraph)
        self.plan = whose_terms(unit, subject, self.plan)
        for draft in self.drafts[before:]:
            if draft.form == "own-voice":
                about = (
                    subject
                    if draft.content[0][0] == unit.start
                    else subject_of_stretch(self.scene, unit, draft.content[0])
                )
                draft.subject = about.party if about else None
                draft.terms_of = self.plan
        self._list_intro(unit, made)
        self._keep_open(unit, made)

    def _spoken(self, unit: ClauseUnit, speaker: Speaker | None, cue: tuple[int, int] | None) -> None:
        """A sentence of a transcript or a block quotation: the words of whoever's turn it is, and what others say in them."""
        whole = covering(unit, unit.start, unit.end)
        span = (inner_span(self.text, whole) if whole else None) or trimmed_span(self.text, unit.start, unit.end)
        spans = lines_of(self.scene.document, *span)
        outer = DraftMention(
            form="quotation", unit=(unit.start, unit.end), content=spans, speaker=speaker, cue=cue, lemma="say",
            status=quotation_status(self.scene, spans, speaker),
        )  # fmt: skip
        told = self._attributions(unit)
        self.drafts += [outer, *find_embedded(self.scene, unit, outer, told)]
        self._said_inside(unit, outer, told)
        note_subject(self.scene, unit)
        if speaker:
            self.scene.spoke(speaker)

    # -- attributed ---------------------------------------------------------------------------------------------

    def _attributions(self, unit: ClauseUnit, level: int = -1) -> list[Attribution]:
        """Attributions of the unit's sentences, and what only their layout tells ("Name: ...")."""
        found = find_attributions(self.analysed.within(unit.start, unit.end), self.analysed.quotations, level)
        if level < 0 and not found:
            sentences = self.analysed.within(unit.start, unit.end)
            finite = {t.start for sentence, _ in sentences for t in sentence.tokens if t.form == "Fin"}
            found = list(find_layout_attributions(unit, finite))
        return found

    def _inside_quotations(self, unit: ClauseUnit, made: list[DraftMention]) -> None:
        """What somebody quoted says that a third one says: "They told us that ..." has the quoted speaker behind it."""
        for quotation in unit.quotations:
            outer = next(
                (
                    d
                    for d in made
                    if any(a <= quotation.inner_start + 1 and quotation.inner_end - 2 <= b for a, b in d.content)
                ),
                None,
            )
            if outer is None or outer.speaker is None:
                continue
            mentions = [
                (m.passage.start, m.passage.end)
                for m in self.scene.names.within(quotation.inner_start, quotation.inner_end)
            ]
            level = self.analysed.quotations.index(quotation)
            for start, end in find_sentences(self.text, quotation.inner_start, quotation.inner_end):
                inner = build_unit(self.text, start, end, (), mentions)
                told = self._attributions(inner, level)
                self.drafts.extend(find_embedded(self.scene, inner, outer, told))
                self._said_inside(inner, outer, told)

    def _said_inside(self, inner: ClauseUnit, outer: DraftMention, told: list[Attribution]) -> None:
        """What others are said to say in `inner`, a sentence of the words of `outer`."""
        for attribution in told:
            if attribution.source is None or is_author(inner, tokens_of(inner, attribution.source)):
                continue
            draft = attributed(self.scene, inner, attribution)
            if draft is not None and outer.speaker is not None:
                draft.reported_by = (outer.speaker.name, *outer.reported_by)
                draft.unit = outer.unit
                self.drafts.append(draft)

    def _introduced(
        self, unit: ClauseUnit, made: list[DraftMention], subject: tuple[int, int], place: tuple[int, int]
    ) -> None:
        """Words behind a colon belong to the subject before it: a quotation in the unit, or in the next one."""
        speaker, _ = find_speaker(self.scene, unit, tokens_of(unit, subject))
        behind = [q for q in unit.quotations if q.start > place[1]]
        if unit.tokens[-1].text in {":", ","}:
            self.announced = (speaker, place)
        elif behind and (span := inner_span(self.text, behind[-1])) and not is_scare(self.text, unit, behind[-1]):
            draft = DraftMention(
                form="quotation", unit=(unit.start, unit.end), content=[span], speaker=speaker, cue=place, lemma="say"
            )
            draft.status = quotation_status(self.scene, [span], speaker)
            made.append(draft)
            self.drafts.append(draft)
            self._inside_quotations(unit, [draft])
            self.scene.spoke(speaker)

    # -- quotations without a cue -------------------------------------------------------------------------------

    def _continue(self, unit: ClauseUnit) -> ClauseUnit:
        """Add a quotation that goes on from the paragraph before to its statement; the rest of the unit, if any, stays."""
        first = unit.quotations[0] if unit.quotations else None
        if not (first and first.continues and self.open is not None and first.start - unit.start <= 1):
            return unit
        draft, span = self.drafts[self.open], inner_span(self.text, first)
        longer: DraftMention | None = draft
        while span and longer:  # a fragment goes on together with the reported words it stands in
            longer.content.append(span)
            longer.unit = (longer.unit[0], max(longer.unit[1], first.end))
            longer = longer.within
        if first.closed:
            self.open = None
        told = [
            a
            for a in self._attributions(unit)
            if a.source and covering(unit, *a.content[0]) is first and not is_author(unit, tokens_of(unit, a.source))
        ]
        if told and told[0].source:  # "... the last of it," she said.
            if draft.speaker is None:
                draft.speaker, draft.others = find_speaker(self.scene, unit, tokens_of(unit, told[0].source))
                draft.cue = told[0].cue
                draft.lemma, draft.status = told[0].lemma, quotation_status(self.scene, draft.content, draft.speaker)
            draft.content += [part for a, b in told[0].content[1:] if (part := said_span(self.text, unit, a, b))]
            draft.unit = (draft.unit[0], unit.end)
            if draft.speaker:
                self.scene.spoke(draft.speaker)
            return replace(unit, tokens=())
        if first.end >= unit.end - 1:
            return replace(unit, tokens=())
        rest = [(m.passage.start, m.passage.end) for m in self.scene.names.within(first.end, unit.end)]
        return build_unit(self.text, first.end, unit.end, unit.quotations, rest)

    def _free_quotation(self, unit: ClauseUnit) -> bool:
        """A unit that is nothing but a quotation goes on with the last speaker, if one spoke close by."""
        words = [i for i, t in enumerate(unit.tokens) if t.is_word]
        inside = [i for i in words if unit.quote[i] >= 0]
        if not inside or len(inside) < _FREE_SHARE * len(words) or not unit.quotations:
            return False
        if len(words) <= 3 and len(self.drafts) == 0:
            return False
        near = self.scene.sentence - self.scene.last_sentence <= 2
        bare = len(words) - len(inside) <= 1  # words beside it may name another
        last = self.scene.last_speaker if near and bare else None
        speaker, cue = self.announced or (carried(self.scene, last) if last else None, None)
        spans = [span for q in unit.quotations if (span := inner_span(self.text, q))]
        draft = DraftMention(form="quotation", unit=(unit.start, unit.end), content=spans, speaker=speaker, cue=cue)
        draft.status = quotation_status(self.scene, spans, speaker)
        number = len(self.drafts)
        self.drafts.append(draft)
        self._inside_quotations(unit, [draft])
        if speaker:
            self.scene.spoke(speaker)
        if not unit.quotations[-1].closed:
            self.open = number
        return True

    def _loose_quotations(self, unit: ClauseUnit, made: list[DraftMention]) -> None:
        """Longer quotations in a sentence without a cue: somebody's words, the text does not say whose."""
        covered = [span for d in made for span in d.content]
        for quotation in unit.quotations:
            if any(a <= quotation.inner_start and quotation.inner_end <= b + 1 for a, b in covered):
                continue
            span = inner_span(self.text, quotation)
            if span is None:
                continue
            first = coordinated_with(self.analysed, unit, quotation, made)
            if first is not None:
                again = replace(first, content=[span], status=quotation_status(self.scene, [span], first.speaker))
                made.append(again)
                self.drafts.append(again)
                covered.append(span)
            elif not is_scare(self.text, unit, quotation):
                self.drafts.append(
                    DraftMention(
                        form="quotation", unit=(unit.start, unit.end), content=[span], speaker=None, status="fragment"
                    )
                )

    def _keep_open(self, unit: ClauseUnit, made: list[DraftMention]) -> None:
        self.open = None
        if unit.quotations and not unit.quotations[-1].closed:
            inner = unit.quotations[-1].inner_start
            for number in range(len(self.drafts) - 1, max(-1, len(self.drafts) - 1 - len(made) - 4), -1):
                if (
                    any(a <= inner < b for a, b in self.drafts[number].content)
                    and self.drafts[number].form == "quotation"
                ):
                    self.open = number
                    return

    # -- the author ---------------------------------------------------------------------------------------------

    def _own_voice(self, unit: ClauseUnit, made: list[DraftMention], paragraph: Paragraph) -> None:
        if paragraph.is_item and self.list_speaker is not None:
            intro = self.list_speaker
            passed_on = carried(self.scene, intro.speaker) if intro.speaker else None
            content = [trimmed_span(self.text, unit.start, unit.end)]
            self.drafts.append(
                DraftMention(
                    form="quotation" if intro.is_quoted else "reported", unit=(unit.start, unit.end), content=content,
                    speaker=passed_on, others=intro.others, cue=intro.cue, lemma="say", terms_of=intro.plan_of,
                    status=quotation_status(self.scene, content, passed_on) if intro.is_quoted else None,
                )
            )  # fmt: skip
            return
        if not made:
            span = trimmed_span(self.text, unit.start, unit.end)
            self.drafts.append(DraftMention(form="own-voice", unit=(unit.start, unit.end), content=[span]))
            return
        for first, last in find_uncovered(unit, made):
            words = sum(unit.tokens[i].is_word for i in range(first, last + 1))
            if words >= _OWN_VOICE_WORDS and has_verb(unit, first, last):
                span = trimmed_span(self.text, unit.tokens[first].start, unit.tokens[last].end)
                self.drafts.append(DraftMention(form="own-voice", unit=(unit.start, unit.end), content=[span]))

    def _list_intro(self, unit: ClauseUnit, made: list[DraftMention]) -> None:
        """Remember who speaks when a sentence ends with a colon: the items of the list below are theirs."""
        ends = self.text[unit.start : unit.end].rstrip().endswith(":")
        if ends and made and made[0].cue:
            plan = plan_of(self.scene, unit)
            self.list_speaker = ListIntro(made[0].speaker, made[0].others, made[0].cue, plan, is_quoted=False)
        elif ends and self.announced and self.text[slice(*self.announced[1])] != ":":
            self.list_speaker = ListIntro(self.announced[0], (), self.announced[1], None, is_quoted=True)
        elif ends:
            self.list_speaker = None

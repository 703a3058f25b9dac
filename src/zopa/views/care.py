"""What to handle with care: quotation marks without a quotation, unnamed sources, texts that contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.excerpts import excerpt_of
from zopa.views.letters import label
from zopa.views.types import Line, Piece
from zopa.views.wants import short_name

if TYPE_CHECKING:
    from zopa.views.material import Material


def build_care(material: Material) -> list[Line]:
    """One line a kind of trouble, each naming the documents and passages."""
    kinds = (_paraphrases, _self_contradictions, _offices, _twice, _look_alikes, _originators)
    return [line for kind in kinds for line in kind(material)]


def _paraphrases(material: Material) -> list[Line]:
    lines: list[Line] = []
    for statement in material.statements:
        if statement.status == "paraphrase" and statement.speaker:
            letter = label(material.letters[statement.source], (statement.passage,))
            who = short_name(material, statement.speaker.name)
            lines.append(
                Line(
                    (
                        letter,
                        Piece(
                            f" puts {who} in quotation marks, but in the third person: a paraphrase, not {who}’s words "
                        ),
                        Piece("("),
                        excerpt_of(statement, 8),
                        Piece(")."),
                    )
                )
            )
    return lines[:2]


def _self_contradictions(material: Material) -> list[Line]:
    """What one document contradicts in itself: "only X can" and "only Y can", two figures for one measure."""
    lines: list[Line] = []
    for finding in material.inner_contradictions:
        letter = label(material.letters[finding.passages[0].source])
        alone = finding.slot == "agent"
        pieces: list[Piece] = [letter, Piece(" says both " if alone else f" gives two figures for {finding.about}: ")]
        for number, (words, passage) in enumerate(zip(finding.marked, finding.passages, strict=True)):
            pieces += [Piece(" and ")] if number else []
            pieces.append(Piece(words.text.rsplit(" ", 1)[0] if alone else words.text, (passage,), "quote"))
        lines.append(Line((*pieces, Piece(" can." if alone else "."))))
    return lines[:3]


def _offices(material: Material) -> list[Line]:
    """Offices that the dated table of office-holders has otherwise."""
    lines: list[Line] = []
    for record in material.records:
        letter = material.letters[record.source]
        for oddity in record.oddities:
            if oddity.kind == "office":
                words = Piece(oddity.passage.text, (oddity.passage,), "quote")
                tail = f"; the table of office-holders has: {oddity.known}."
                lines.append(Line((label(letter, (oddity.passage,)), Piece(" writes "), words, Piece(tail))))
    return lines[:2]


def _twice(material: Material) -> list[Line]:
    lines: list[Line] = []
    for document in material.documents:
        repeat = next((m for m in document.marks if m.reason.startswith("repeats")), None)
        if repeat:
            passage = document.passage(repeat.start, repeat.end)
            lines.append(
                Line(
                    (
                        label(material.letters[document.id], (passage,)),
                        Piece(" holds its body twice; it is counted once."),
                    )
                )
            )
    copies = [o for o in material.comparison.overlaps if o.share_a >= 0.8 and o.share_b >= 0.8]
    if copies:
        pairs = ", ".join(f"{material.letters[o.a]} and {material.letters[o.b]}" for o in copies[:4])
        lines.append(Line((Piece(f"Copies of one text, counted once: {pairs}."),)))
    return lines


def _look_alikes(material: Material) -> list[Line]:
    pieces: list[Piece] = []
    for document in material.documents:
        mark = next((m for m in document.marks if m.reason.startswith("look-alike")), None)
        if mark:
            pieces += [Piece(", ")] if pieces else []
            pieces.append(label(material.letters[document.id], (document.passage(mark.start, mark.end),)))
    return [Line((Piece("Letters of another script that look Latin: "), *pieces, Piece(".")))] if pieces else []


def _originators(material: Material) -> list[Line]:
    """Which documents say that they go back to one originator: what they share counts once."""
    origins = [o.name for d in material.documents if (o := material.comparison.originators.get(d.id)) and o.named]
    named: list[Piece] = []
    for document in material.documents:
        origin = material.comparison.originators.get(document.id)
        if origin and origin.named and origins.count(origin.name) > 1:
            passages = (origin.evidence,) if origin.evidence else ()
            named += [Piece("; ")] if named else []
            named += [label(material.letters[document.id], passages), Piece(f" {origin.name}")]
    return [Line((Piece("Goes back to: "), *named, Piece(".")))] if named else []

"""What accounts say of one thing, as lines: what several say, where they contradict each other, whose words they halve."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.accounts.items import find_stems
from zopa.accounts.retellings import SURE
from zopa.views.excerpts import around, said_of
from zopa.views.letters import balanced, label
from zopa.views.types import Line, Piece
from zopa.views.wants import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts import Finding
    from zopa.sources import Passage
    from zopa.statements import Statement
    from zopa.views.material import Material

_BOTH, _AGAINST, _HALVES = 8, 6, 3  # lines of each kind that a first page has room for
_QUOTES = 2  # accounts whose words a line of what several say shows; the others are named
_VERDICTS = 2  # lines of opposite verdicts
_TWO = 2  # accounts that have halves
_MOST_OF = 0.6  # of the stems of a quotation that make it the same one in another wording
_A_HALF = 5  # words of a quotation that is more than a phrase


def build_agreed(material: Material) -> list[Line]:
    """What several say, the weightiest first.

    What repeats one told before (two passages, or one of a slot) stands behind the page, and so does what is only perhaps one thing.
    """
    told: list[Finding] = []
    for finding in material.findings("corroborated"):
        if finding.likely < SURE and finding.found_by == "rules":
            continue
        shared = [(known, len(set(finding.passages) & set(known.passages))) for known in told]
        home, count = max(shared, key=lambda found: found[1], default=(None, 0))
        if home is None or not count or (count == 1 and finding.slot != home.slot):
            told.append(finding)
    return [
        _meeting_line(material, finding)
        if finding.slot == "meeting"
        else Line(tuple(_agreed(material, finding)), tag="corroborated")
        for finding in told[:_BOTH]
    ]


def _agreed(material: Material, finding: Finding) -> list[Piece]:
    """What several say: its name and the words of each, or one quotation where all have the same."""
    named = finding.slot == "wording" and ": " in finding.about  # the speaker stands before all of them
    sides = _quoted(material, _statements(material, finding), finding.marked, _QUOTES, each=True, speakers=not named)
    about = _bare(finding) if finding.slot != "act" else ""
    if finding.slot == "wording":
        speaker, told_by, _ = about.partition(": ")
        about = speaker if told_by else ""  # the quotations beside it tell what is said
    quotes = [piece for piece in sides if piece.tone == "quote"]
    one = finding.slot == "wording" and "one originator" in finding.why
    soft = [Piece(" One originator, the speaker.", tone="soft")] if one else []
    longest = max(quotes, key=lambda piece: len(piece.text))
    if len(quotes) > 1 and all(_letters_of(piece.text) in _letters_of(longest.text) for piece in quotes):
        labels = [piece for piece in sides if piece.tone == "label"]
        named = [piece for n, found in enumerate(labels) for piece in ((Piece(", "), found) if n else (found,))]
        about = about or next((name for s in _statements(material, finding) if (name := _not_in(s, longest.text))), "")
        name = [Piece(f"{about}: ")] if finding.slot == "wording" and about else []
        return [*name, longest, Piece(" ("), *named, Piece(")."), *soft]
    told = finding.slot != "figure" and any(_letters_of(about) in _letters_of(piece.text) for piece in quotes)
    mark = ":" if finding.slot == "wording" else "."
    return [*([Piece(f"{_headline(about)}{mark} ")] if about and not told else []), *sides, Piece("."), *soft]


def _letters_of(text: str) -> str:
    """The letters and digits alone, to see whether two quotations are the same words."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _bare(finding: Finding) -> str:
    """What a finding is about, without what its figure measures: the passages beside it tell that."""
    measured = finding.slot == "figure" and "length of" not in finding.about
    about = finding.about.split(" (")[0] if measured else finding.about
    return balanced(about)


def _meeting_line(material: Material, finding: Finding) -> Line:
    pieces: list[Piece] = [Piece(f"{_headline(finding.about)}: ")]
    for number, passage in enumerate(finding.passages):
        pieces += [Piece(", ")] if number else []
        pieces.append(label(material.letters[passage.source], (passage,)))
    return Line((*pieces, Piece(".")), tag="corroborated")


def _headline(about: str) -> str:
    return about[:1].upper() + about[1:]


def agreed_note(material: Material) -> str:
    """Whether those who agree know it independently of each other; "" where two originators are named."""
    known = {o.name for o in material.comparison.originators.values() if o.named}
    return "" if len(known) > 1 else "Whether they know it independently of each other is unknown."


def build_contradicted(material: Material) -> list[Line]:
    """One line for each contradiction and opposed judgement, the gravest first, accounts beside each other."""
    lines: list[Line] = []
    opposed = material.findings("opposed-judgement")
    # Whose conduct it is goes before what is only said of the talks; verdicts of the same accounts are shown once.
    judged = sorted((f for f in opposed if f.slot in {"conduct", "evaluation"}), key=lambda f: f.slot)
    told: list[Finding] = []
    for finding in judged:
        mine = {p.source for p in finding.passages}
        if len(told) < _VERDICTS and not any(mine <= {p.source for p in known.passages} for known in told):
            told.append(finding)
    opposed = [f for f in opposed if f not in judged or f in told]
    contradicted = material.findings("contradicted")
    told = [*(f for f in contradicted if not is_of_length(f)), *opposed, *(f for f in contradicted if is_of_length(f))]
    ranked = list({f.about: f for f in told[::-1]}.values())[::-1]  # a matter once
    for finding in ranked[:_AGAINST]:
        note = finding.why.split("; ", 1)[1] if finding.relation == "contradicted" and "; " in finding.why else ""
        if finding.relation == "opposed-judgement":
            note = "predictions, not facts." if finding.slot == "prediction" else "judgements, not facts."
        mark = "" if finding.about.endswith("?") else "."
        pieces = [Piece(f"{_headline(finding.about)}{mark} "), *_sides(material, finding), Piece(". ")]
        pieces += [Piece(note[:1].upper() + note[1:], tone="soft")] if note else []
        lines.append(Line(tuple(pieces), tag=finding.relation))
    return lines


def is_of_length(finding: Finding) -> bool:
    """True for how long something lasted, which is plain, and of the least consequence."""
    return finding.slot == "figure" and finding.about.startswith("the length of")


def build_halves(material: Material) -> list[Line]:
    """One line for each speaker of whom two accounts quote different things, with what only each of them has."""
    lines: list[Line] = []
    for finding in material.findings("selective-quotation")[:_HALVES]:
        by_letter: dict[str, list[Statement]] = {}
        for statement in _statements(material, finding):
            by_letter.setdefault(material.letters[statement.source], []).append(statement)
        name = finding.about.split(" on one occasion")[0]
        pieces: list[Piece] = [Piece(f"{short_name(material, name)}. ")]
        for letter, statements in by_letter.items():
            own = [s for s in statements if len(s.said.split()) >= _A_HALF and not _told_elsewhere(material, s)]
            longest = sorted(own, key=lambda s: -len(s.said))[:2]
            if not longest:
                continue
            pieces += [Piece("Only "), label(letter), Piece(": ")]
            for number, statement in enumerate(longest):
                pieces += [Piece(", ")] if number else []
                pieces.append(said_of(material, statement))
            pieces.append(Piece(". "))
        if sum(piece.text == "Only " for piece in pieces) < _TWO:
            continue
        lines.append(
            Line((*pieces, Piece("Get the full text of what was said.", tone="soft")), tag="selective-quotation")
        )
    return lines


def _told_elsewhere(material: Material, statement: Statement) -> bool:
    """True where another account has most of a quotation's words in one sentence: in another wording, or reported."""
    stems = find_stems(statement.said)
    return any(
        len(stems & find_stems(other.passage.text)) >= _MOST_OF * len(stems)
        for other in material.statements if other.source != statement.source
    )  # fmt: skip


def _sides(material: Material, finding: Finding) -> list[Piece]:
    """Each passage of a finding behind its document's letter and whoever says it."""
    return _quoted(material, _statements(material, finding), finding.marked, 4, speakers=True)


def _quoted(
    material: Material,
    chosen: list[Statement],
    marked: Sequence[Passage],
    most: int,
    *,
    each: bool = False,
    speakers: bool = False,
) -> list[Piece]:
    """Statements behind the letters of their documents, at most so many: with `each` one a document, with `speakers` who says it."""
    pieces: list[Piece] = []
    last = ""
    if each:  # of several sentences of a document the one in which the words stand that decide
        ranked = sorted(chosen, key=lambda s: not any(_holds(s, words) for words in marked))
        first = {statement.source: statement for statement in reversed(ranked)}
        chosen = [statement for statement in chosen if first[statement.source] is statement]
    common = _common_stems(chosen)
    for number, statement in enumerate(chosen[:most]):
        letter = material.letters[statement.source]
        pieces += [Piece("; ")] if number else []
        if letter != last:
            pieces += [label(letter, (statement.passage,)), Piece(" ")]
        shown = around(material, statement, marked, common=common)
        if speakers and (name := _not_in(statement, shown.text)):
            pieces.append(Piece(f"{name}: "))
        pieces.append(shown)
        last = letter
    if each and (more := [s for s in chosen[most:] if material.letters[s.source] != last]):
        pieces.append(Piece("; also "))
        for number, statement in enumerate(more):
            pieces += [Piece(", ")] if number else []
            pieces.append(label(material.letters[statement.source], (statement.passage,)))
    return pieces


def _not_in(statement: Statement, shown: str) -> str:
    """Who says it, where the words shown do not name them; "" for an author's own words."""
    speaker = statement.speaker
    if speaker is None or statement.form == "own-voice" or speaker.anonymous or _DESCRIBED.search(speaker.name):
        return ""
    return "" if any(word in shown for word in speaker.name.split() if word[0].isupper()) else speaker.name


_DESCRIBED = re.compile(r"\d|-[a-z]{4,}")  # "Laval-based", "the 15-member board": no name of anybody


def _holds(statement: Statement, words: Passage) -> bool:
    home = statement.passage
    return words.source == home.source and home.start <= words.start and words.end <= home.end


def _common_stems(statements: Sequence[Statement]) -> frozenset[str]:
    """The stems that stand in statements of two documents or more."""
    by_source: dict[str, set[str]] = {}
    for statement in statements:
        by_source.setdefault(statement.source, set()).update(find_stems(statement.passage.text))
    counts = Counter(stem for stems in by_source.values() for stem in stems)
    return frozenset(stem for stem, count in counts.items() if count > 1)


def _statements(material: Material, finding: Finding) -> list[Statement]:
    """The statements of a finding, one for each passage of a document, fragments behind nothing they stand in."""
    chosen: dict[tuple[int, int, str], Statement] = {}
    for key in finding.statements:
        statement = material.by_statement[key]
        place = (statement.passage.start, statement.passage.end, statement.source)
        if finding.relation == "selective-quotation":
            place = (statement.content[0].start, statement.content[-1].end, statement.source)
        chosen.setdefault(place, statement)
    return list(chosen.values())

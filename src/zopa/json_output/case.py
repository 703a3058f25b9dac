"""Documents about a case as plain dictionaries: check, grid, ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.documents import Json, limited, passage_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.case import Assumption, Case
    from zopa.folder.case_folder import Added
    from zopa.views.grid import Cell, Grid, Side, StanceWord


def case_json(case: Case) -> Json:
    """What every document about a case says of it."""
    return {"title": case.title, "as_of": case.as_of or None, "analyst": case.analyst or None}


def added_json(added: Iterable[Added]) -> list[Json]:
    """What became of each file that was to be added."""
    return [{"given": item.given, "id": item.id, "file": item.file, "already": item.already} for item in added]


def assumptions_json(ledger: Iterable[Assumption]) -> list[Json]:
    """The assumption ledger."""
    return [
        {
            "path": ".".join(str(part) for part in a.path), "party": a.party or None, "issue": a.issue or None, "what": a.what,
            "value": a.value, "basis": a.basis, "by": a.by or None, "on": a.on or None,
        }
        for a in ledger
    ]  # fmt: skip


def grid_json(grid: Grid, limit: int) -> Json:
    """The grid: cells by issue, then party."""
    return {
        "parties": [{"id": p, "name": grid.case.party_name(p)} for p in grid.parties],
        "issues": [
            {"id": i, "name": grid.case.issue_name(i), "track": grid.case.issues[i].track or None} for i in grid.issues
        ],
        **limited("cells", [cell_json(cell) for cell in grid.cells], limit),
    }


def cell_json(cell: Cell) -> Json:
    """One cell."""
    return {
        "party": cell.party, "issue": cell.issue, "stance": cell.stance, "options": list(cell.options), "red_line": cell.red_line,
        "excluded": list(cell.excluded), "salience": cell.salience, "statements": [_word(word) for word in cell.words],
        "sides": [_side(side) for side in cell.sides], "last": cell.last or None, "voice": _voice(cell), "basis": cell.basis,
        "proposed": cell.proposed,
    }  # fmt: skip


def sketch_json(case: Case, limit: int) -> Json:
    """A proposed case as the file would hold it, and on what nothing was found."""
    missing = [{"party": p, "issue": i} for p in case.parties for i in case.issues if case.position(p, i) is None]
    return {
        "case": case.model_dump(by_alias=True, exclude_defaults=True, mode="json"),
        **limited("not_found", missing, limit),
    }


def _voice(cell: Cell) -> str | None:
    """The contract knows three voices: what another side says of a party is reported."""
    return {"other-side": "reported"}.get(cell.voice, cell.voice) if cell.voice else None


def _word(word: StanceWord) -> Json:
    return {
        "passage": passage_json(word.passage), "speaker": word.teller.name or None, "speaker_party": word.teller.party or None,
        "voice": word.voice, "for": word.for_, "said": word.day or None, "status": word.status, "credibility": word.credibility,
        "reported_by": word.reported_by or None,
    }  # fmt: skip


def _side(side: Side) -> Json:
    return {"what": side.what, "of": side.of, "passages": [passage_json(passage) for passage in side.passages]}

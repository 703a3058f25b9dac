"""The case: one negotiation as an analyst writes it down, every position tied to a passage, every judgement to a name.

Types: `Case` and its entries (`types`), small values read from one scalar (`values`), `Loaded` (a case with all that is wrong with
its file). Flow: ``text -> YAML, every scalar a string -> typed -> references checked -> Case``; then ``Case -> reading -> Frame``
(`to_frame`) for the solvers of deals, ``Case -> Conflict`` (`to_conflict`) for the graph model, ``Case + documents -> Anchored`` for
the passages behind it.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.case.as_of import case_as_of
    from zopa.case.entry import Evidence
    from zopa.case.evidence import Anchored, anchor_evidence
    from zopa.case.ledger import Assumption, build_ledger
    from zopa.case.process import Gate, Meeting, Process
    from zopa.case.read import CASE_FILE, Loaded, parse_case, print_case
    from zopa.case.readings import BASE, apply_reading, reading_ids, reading_title
    from zopa.case.types import Case, Draft, Issue, Party, Position, Reading, Source

__all__ = [
    "BASE", "CASE_FILE", "Anchored", "Assumption", "Case", "Draft", "Evidence", "Gate", "Issue", "Loaded", "Meeting", "Party", "Position",
    "Process", "Reading", "Source", "anchor_evidence", "apply_reading", "build_ledger", "case_as_of", "parse_case", "print_case",
    "reading_ids", "reading_title",
]  # fmt: skip

__getattr__ = names_from(
    __name__,
    {
        "as_of": "case_as_of",
        "entry": "Evidence",
        "evidence": "Anchored anchor_evidence",
        "ledger": "Assumption build_ledger",
        "process": "Gate Meeting Process",
        "read": "CASE_FILE Loaded parse_case print_case",
        "readings": "BASE apply_reading reading_ids reading_title",
        "types": "Case Draft Issue Party Position Reading Source",
    },
)

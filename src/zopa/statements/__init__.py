"""Statements in a document: who says what, in which passage, of what kind.

Flow: an analysed text (`zopa.text`) -> attributions -> statements, with act, deed, figures, dates and issues; meetings and gates
beside them. `read_record` does it all for one document. Its words are tables in a folder a language (`en/`); it knows nothing of a case.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.statements.read import read_record
    from zopa.statements.types import Record, ReportedGate, ReportedMeeting, Speaker, Statement

__all__ = ["Record", "ReportedGate", "ReportedMeeting", "Speaker", "Statement", "read_record"]

__getattr__ = names_from(
    __name__, {"read": "read_record", "types": "Record ReportedGate ReportedMeeting Speaker Statement"}
)

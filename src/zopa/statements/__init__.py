"""Statements in a document: who says what, in which passage, of what kind, with figures, dates and names.

Flow: sentences and quotation marks -> names -> attributions by the frames of the cue lexicon -> statements, with act, deed,
figures, dates and issues; meetings and gates beside them. `read_record` does it all for one document. The words it knows
beforehand are a `Vocabulary` (plain data; `tables/` ships a default one); it knows nothing of a case.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.statements.dates import find_dates
    from zopa.statements.figures import find_figures
    from zopa.statements.read import read_record
    from zopa.statements.types import (
        DateRef,
        Figure,
        Mention,
        Oddity,
        Record,
        ReportedGate,
        ReportedMeeting,
        Speaker,
        Statement,
    )
    from zopa.statements.vocabulary import IssueWords, Name, Vocabulary, default_vocabulary

__all__ = [
    "DateRef",
    "Figure",
    "IssueWords",
    "Mention",
    "Name",
    "Oddity",
    "Record",
    "ReportedGate",
    "ReportedMeeting",
    "Speaker",
    "Statement",
    "Vocabulary",
    "default_vocabulary",
    "find_dates",
    "find_figures",
    "read_record",
]  # fmt: skip

__getattr__ = names_from(
    __name__,
    {
        "dates": "find_dates",
        "figures": "find_figures",
        "read": "read_record",
        "types": "DateRef Figure ReportedGate ReportedMeeting Mention Oddity Record Speaker Statement",
        "vocabulary": "IssueWords Name Vocabulary default_vocabulary",
    },
)

"""Readers: whatever finds statements in a document stands behind one small interface, and is checked in one place.

Types: `Reader` (a name, and ``read(document, vocabulary) -> (Record, problems)``).

Flow: ``build_readers("rules+llm:MODEL") -> readers``; for each document every reader reads, `verify` drops what does not stand
verbatim in the document at its offsets and says so, `merge_records` joins what several have found. Each statement says who
found it. Meetings, gates and names are always read by the rules. Where a reader fails, the statements of the rules are kept.

`rules` is the default: offline and deterministic. `spacy` and `llm` are extras, off unless they are asked for by name.
"""

from zopa.statements.readers.choose import build_readers, read_with
from zopa.statements.readers.merge import merge_records
from zopa.statements.readers.problems import PROBLEM_CODES
from zopa.statements.readers.rules import RulesReader
from zopa.statements.readers.types import Reader
from zopa.statements.readers.verify import verify

__all__ = ["PROBLEM_CODES", "Reader", "RulesReader", "build_readers", "merge_records", "read_with", "verify"]

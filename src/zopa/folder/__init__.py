"""A case on disk: what zopa keeps in a folder beside the documents, and how it is read and written.

Types: `RecordFile` (``record.yaml``: the corrections that people have made, with the hash of the file they were read from).

Flow: ``bytes -> YAML, every scalar a string -> typed, all problems at once``; back by ``append_corrections``: the hash is
compared, comments and order are kept, and the new file takes the old one's place in one step or not at all.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.folder.record_file import RECORD_FILE, RecordFile, append_corrections, read_record_file
    from zopa.folder.record_problems import PROBLEM_CODES
    from zopa.folder.record_text import parse_record_file, print_record_file

__all__ = [
    "PROBLEM_CODES",
    "RECORD_FILE",
    "RecordFile",
    "append_corrections",
    "parse_record_file",
    "print_record_file",
    "read_record_file",
]

__getattr__ = names_from(
    __name__,
    {
        "record_file": "RECORD_FILE RecordFile append_corrections read_record_file",
        "record_problems": "PROBLEM_CODES",
        "record_text": "parse_record_file print_record_file",
    },
)

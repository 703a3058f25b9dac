"""The JSON contract that scripts rely on (design, section 9): each command's one document, as plain dictionaries.

More members may be added; these stay. Lists stop at `LIMIT` rows, with an exact count beside them and ``truncated``. One
module for each group of commands.
"""

from zopa.json_output.documents import (
    LIMIT,
    Json,
    brief_json,
    comparison_json,
    documents_json,
    envelope,
    limited,
    passage_json,
    problem_json,
    statement_json,
)
from zopa.json_output.talks import talks_json

__all__ = [
    "LIMIT",
    "Json",
    "brief_json",
    "comparison_json",
    "documents_json",
    "envelope",
    "limited",
    "passage_json",
    "problem_json",
    "statement_json",
    "talks_json",
]

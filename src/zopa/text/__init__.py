"""One analysed text a document: computed once, and above it nobody looks at characters.

Flow: paragraphs, sentences and quotation marks -> words with lemma, part of speech and form -> a tree -> noun phrases, verb groups ->
clauses with their frame (who does what to whom, when, how sure); names, figures and dates beside them. `annotate` does it all for one
document. The words that it knows beforehand are tables in a folder a language (`en/`) and a `Vocabulary` of names; it knows
nothing of who says what.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.text.dates import find_dates
    from zopa.text.figures import find_figures
    from zopa.text.types import DateRef, Figure, Mention, Oddity
    from zopa.text.vocabulary import IssueWords, Name, Vocabulary, default_vocabulary

__all__ = [
    "DateRef",
    "Figure",
    "IssueWords",
    "Mention",
    "Name",
    "Oddity",
    "Vocabulary",
    "default_vocabulary",
    "find_dates",
    "find_figures",
]

__getattr__ = names_from(
    __name__,
    {
        "dates": "find_dates",
        "figures": "find_figures",
        "types": "DateRef Figure Mention Oddity",
        "vocabulary": "IssueWords Name Vocabulary default_vocabulary",
    },
)

"""What people read, as data: the first page, who wants what, the process, speakers, figures, timeline, documents.

Flow: `Material` (documents, records, comparison) -> sections of lines made of pieces, each with its passages -> Brief.
`report` renders them and calculates nothing.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.views.brief import build_brief
    from zopa.views.material import Material
    from zopa.views.types import Brief, DocumentEntry, FirstPage, Line, Piece, Section, SpeakerEntry, Table

__all__ = [
    "Brief",
    "DocumentEntry",
    "FirstPage",
    "Line",
    "Material",
    "Piece",
    "Section",
    "SpeakerEntry",
    "Table",
    "build_brief",
]

__getattr__ = names_from(
    __name__,
    {
        "brief": "build_brief",
        "material": "Material",
        "types": "Brief DocumentEntry FirstPage Line Piece Section SpeakerEntry Table",
    },
)

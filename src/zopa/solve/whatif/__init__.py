"""What if: the record is vague, so many frames are consistent with it; which answers hold in all of them, and what do they turn on.

VagueCase -> draw (coordinates, batches of frames) -> possible, piece, ensemble (each frame solved exactly) -> likelihood (words),
worth (what to find out next, by information on facets), flips (values at which an answer flips), blocking, packages
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from

if TYPE_CHECKING:
    from zopa.solve.whatif.blocking import BlockingConflict
    from zopa.solve.whatif.ensemble import Ensemble, EnsembleSettings, ReadingEnsemble, solve_ensemble
    from zopa.solve.whatif.flips import FlipValue, find_flip
    from zopa.solve.whatif.hold import hold_inputs
    from zopa.solve.whatif.likelihood import Tally, say_likelihood, span, tally
    from zopa.solve.whatif.packages import SafePackage
    from zopa.solve.whatif.piece import Question
    from zopa.solve.whatif.state import find_state
    from zopa.solve.whatif.worth import WorthKnowing, WorthUnder, rank_inputs

__all__ = [
    "BlockingConflict",
    "Ensemble",
    "EnsembleSettings",
    "FlipValue",
    "Question",
    "ReadingEnsemble",
    "SafePackage",
    "Tally",
    "WorthKnowing",
    "WorthUnder",
    "find_flip",
    "find_state",
    "hold_inputs",
    "rank_inputs",
    "say_likelihood",
    "solve_ensemble",
    "span",
    "tally",
]  # fmt: skip

__getattr__ = names_from(
    __name__,
    {
        "blocking": "BlockingConflict",
        "ensemble": "Ensemble EnsembleSettings ReadingEnsemble solve_ensemble",
        "flips": "FlipValue find_flip",
        "hold": "hold_inputs",
        "likelihood": "Tally say_likelihood span tally",
        "packages": "SafePackage",
        "piece": "Question",
        "state": "find_state",
        "worth": "WorthKnowing WorthUnder rank_inputs",
    },
)

"""The deal space: is there a deal, which deals are efficient, which do theories of bargaining name, where do drafts stand.

Frame -> exists (is the zone empty) -> share -> merge (frontier; cover where too large) -> concepts (solutions) -> drafts -> arithmetic

`analyse` is the whole answer for one frame, `find_robust` for several readings. Decisions are made by integer programme (`programme`) or by
exact merging (`merge`, `listing`), and every deal named is checked in integers.
"""

from zopa.solve.deals.analyse import DealsResult, Settings, Stage, analyse
from zopa.solve.deals.arithmetic import Effect, drop_issues, drop_veto, find_effects
from zopa.solve.deals.concepts import CONCEPTS, check_certificate
from zopa.solve.deals.cover import Cover, find_cover
from zopa.solve.deals.drafts import Concession, DraftResult, Trade, place_draft
from zopa.solve.deals.exists import Existence, find_existence
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.listing import Listing, list_zopa
from zopa.solve.deals.merge import Frontier, find_frontier
from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.robust import RobustPackage, find_robust
from zopa.solve.deals.share import Share, find_share
from zopa.solve.deals.solution import Certificate, Concept, Solution, SolverTask
from zopa.solve.deals.surviving import Surviving, find_surviving

__all__ = [
    "CONCEPTS",
    "Certificate",
    "Concept",
    "Concession",
    "Cover",
    "DealsResult",
    "DraftResult",
    "Effect",
    "Existence",
    "Frontier",
    "Listing",
    "Outcome",
    "RobustPackage",
    "Settings",
    "Share",
    "Solution",
    "SolverTask",
    "Stage",
    "Surviving",
    "TooLargeError",
    "Trade",
    "analyse",
    "build_outcome",
    "check_certificate",
    "drop_issues",
    "drop_veto",
    "find_cover",
    "find_effects",
    "find_existence",
    "find_frontier",
    "find_robust",
    "find_share",
    "find_surviving",
    "list_zopa",
    "place_draft",
]  # fmt: skip

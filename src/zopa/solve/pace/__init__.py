"""What waiting does: patience, deadlines, offers over time, attrition.

`rubinstein` (a pie between two), `offers` (deals of a frame by backward induction), `patience` (the weighted Nash solution, months,
drifting no-deal values), `war` (what can be agreed before a war, commitment, attrition, obstinacy). Gains count over no-deal.
"""

from zopa.solve.pace.offers import Offers, offers_in_turn
from zopa.solve.pace.patience import EVEN, PatientDeal, closing_month, offered_deal, patient_deal
from zopa.solve.pace.rubinstein import finite_share, limit_weights, rubinstein, rubinstein_breakdown, rubinstein_outside
from zopa.solve.pace.war import (
    Attrition,
    Obstinacy,
    attrition,
    attrition_time,
    bargaining_range,
    best_demand,
    breaks_agreement,
    obstinacy,
)

__all__ = [
    "EVEN", "Attrition", "Obstinacy", "Offers", "PatientDeal", "attrition", "attrition_time", "bargaining_range", "best_demand",
    "breaks_agreement", "closing_month", "finite_share", "limit_weights", "obstinacy", "offered_deal", "offers_in_turn", "patient_deal",
    "rubinstein", "rubinstein_breakdown", "rubinstein_outside",
]  # fmt: skip

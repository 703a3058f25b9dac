"""What would hold: the graph model for conflict resolution. Who could walk away, what it would gain, what deters it.

`analyse` answers for a whole conflict; the modules behind it hold one concept each. Moves are never listed where options give
them (`moves`), legal sequences are exact (`graph`), and every concept is a sweep over all states at once.

analysis     everything, in the labels of the case
nash gmr smr seq sim      the five concepts; equilibria: stable for everybody
coalitions   what a group could leave together
uncertain    where preferences are unknown
explain      the tempting move and what deters it, in words
paths        from the status quo, and who must move first
inverse      the fewest changes of preference that make a state hold
counting     how many preference profiles make a state hold
robustness   how often a state holds where preferences are vague, tied or unknown
"""

from zopa.solve.stability.analysis import Explanation, Route, StabilityResult, analyse
from zopa.solve.stability.coalitions import coalition_stable, universally_stable
from zopa.solve.stability.counting import ProfileCount, count_profiles
from zopa.solve.stability.equilibria import CONCEPTS, Concept, StableSets, find_stable
from zopa.solve.stability.explain import Reason, explain, narrate
from zopa.solve.stability.graph import Graph, build_graph, graph_of_moves
from zopa.solve.stability.inverse import Persuasion, PreferenceChange, find_persuasion
from zopa.solve.stability.moves import StabilityLimitError
from zopa.solve.stability.paths import PathStep, Way, find_way
from zopa.solve.stability.robustness import Robustness, sample_equilibria
from zopa.solve.stability.uncertain import EXTENSIONS, Extension, find_uncertain

__all__ = [
    "CONCEPTS",
    "EXTENSIONS",
    "Concept",
    "Explanation",
    "Extension",
    "Graph",
    "PathStep",
    "Persuasion",
    "PreferenceChange",
    "ProfileCount",
    "Reason",
    "Robustness",
    "Route",
    "StabilityLimitError",
    "StabilityResult",
    "StableSets",
    "Way",
    "analyse",
    "build_graph",
    "coalition_stable",
    "count_profiles",
    "explain",
    "find_persuasion",
    "find_stable",
    "find_uncertain",
    "find_way",
    "graph_of_moves",
    "narrate",
    "sample_equilibria",
    "universally_stable",
]

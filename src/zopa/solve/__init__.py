"""The solvers: pure functions on `model`, one concept per module, frozen results in the case's own labels.

deals      is there a deal, which are efficient, which do theories of bargaining name, where do drafts stand
budget     how long that may take, and how to end it from outside
deadlock   when there is none: what conflicts, and every minimal way out
"""

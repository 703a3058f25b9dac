"""Two invented accounts of one round of talks on a dam, for tests that read."""

COURIER = """Outlet: Nile Courier
Published: 2024-03-13

Envoys of Egypt and Ethiopia met in Nairobi for six hours on 12 March 2024. The talks ended without an agreement.
"We have found no formula for the dam yet," Egypt's President Abdel Fattah el-Sisi told reporters. Ethiopia must accept
a limit of 40 to 50 percent on the filling of the dam, he said. Officials said that Ethiopia rejected the limit on the
dam. Kenya sent nobody. The plan has 14 points. Talks will resume only after both sides accept the draft.
"""
HERALD = """Outlet: Highland Herald
Published: 2024-03-13
Originator: Reuters

Ethiopian and Egyptian delegations met in Nairobi for four hours on 12 March 2024. Prime Minister Abiy Ahmed called the
talks "very useful" and said that "the dam belongs to everybody". President el-Sisi said: "There are great prospects for
trade between our nations." The plan has 14 points. Ethiopia rejected a limit on the filling of the dam. Kenya was silent.
"""

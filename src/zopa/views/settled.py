"""Words that tell whether talks settled something, and those that make a sentence a condition rather than a report."""

from __future__ import annotations

import re

UNSETTLED = re.compile(
    r"\bno (?:[\w\-]+ ){0,3}(?:agreements?|breakthrough|compromise|deal|accord|wording|provisions|decisions?|progress)\b"
    r"|\bnothing (?:was|has been) (?:settled|agreed|decided|conceded|signed)\b"
    r"|\bwithout (?:an? )?(?:agreement|result|deal|breakthrough|conceding)\b"
    r"|\bfailed to (?:reach|agree|produce)\b|\bno compromise\b"
    r"|\b(?:not|never) (?:been )?(?:finali[sz]ed|agreed|settled|reached|signed|struck|concluded)\b"
    r"|\bended without\b|\bdid not (?:reach|agree|produce|sign|strike|conclude)\b",
    re.IGNORECASE,
)
SETTLED = re.compile(
    r"\b(?:deal|agreement|accord|treaty|ceasefire|truce) (?:was|has been|is|were) (?:reached|signed|struck|agreed|concluded|sealed)\b"
    r"|\b(?:signed|reached|struck|concluded) (?:an?|the) (?:[\w\-]+ ){0,3}(?:agreement|deal|accord|treaty|ceasefire|truce)\b"
    r"|\b(?:text|treaty|agreement|deal|accord)\b[^.;]{0,30}\b(?:has been|was|is|were|have been) "
    r"(?:finali[sz]ed|agreed|concluded|completed|initialled|ready (?:for|to be) sign\w+)\b"
    r"|\bagreed (?:on |to )?the text\b"
    r"|\bagreed (?:on|to) (?:an?|the) (?:[\w\-]+ ){0,2}(?:ceasefire|truce|deal|text)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|none|nobody|without|fail\w*|refus\w+|den(?:y|ied|ies|ying))\b|n['’]t\b)[^.;]{0,60}$",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:if|after|once|until|unless|before|when|would|should|will|only)\b[^.;]{0,80}$", re.IGNORECASE
)

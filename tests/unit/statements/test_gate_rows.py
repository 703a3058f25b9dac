"""Rows that tell a gate: each alone, each switched off, and the sentences that open nothing. Trees are written by hand."""

from __future__ import annotations

import pytest
from tests.unit.text.trees import analysed

from zopa.statements.gates import ROW_NAMES, ROWS, find_gates

OPENS = {
    "if-outcome": [
        (
            "Wendra/PROPN>3:nsubj could/AUX-Fin>3:aux strike/VERB-Inf>0:root if/SCONJ>6:mark talks/NOUN>6:nsubj fail/VERB-Fin-Pres>3:advcl",
            "talks fail", "Wendra could strike",
        ),
        (
            "Wendra/PROPN>2:nsubj voted/VERB-Fin-Past>0:root to/PART>4:mark strike/VERB-Inf>2:advcl unless/SCONJ>7:mark talks/NOUN>7:nsubj "
            "stall/VERB-Fin-Pres>4:advcl",
            "talks stall", "Wendra voted to strike",
        ),
    ],
    "without-pact": [
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux leave/VERB-Inf>0:root without/ADP>6:case a/DET>6:det deal/NOUN>3:obl",
            "a deal", "Wendra will leave",
        ),
        (
            "Wendra/PROPN>2:nsubj threatened/VERB-Fin-Past>0:root to/PART>4:mark leave/VERB-Inf>2:advcl without/ADP>6:case progress/NOUN>4:obl",
            "progress", "Wendra threatened to leave",
        ),
    ],
    "vote-to-come": [
        (
            "Members/NOUN>3:nsubj will/AUX-Fin>3:aux vote/VERB-Inf>0:root on/ADP>6:case the/DET>6:det deal/NOUN>3:obl",
            "Members will vote", "the deal",
        ),
        (
            "The/DET>2:det budget/NOUN>3:nsubj has/VERB-Fin-Pres>0:root to/PART>5:mark pass/VERB-Inf>3:xcomp the/DET>7:det senate/NOUN>5:obj",
            "pass the senate", "The budget",
        ),
        (
            "Clerks/NOUN>3:nsubj will/AUX-Fin>3:aux hold/VERB-Inf>0:root a/DET>5:det ballot/NOUN>3:obj on/ADP>8:case the/DET>8:det pact/NOUN>5:nmod",
            "Clerks will hold a ballot", "the pact",
        ),
    ],
    "linked": [
        (
            "The/DET>2:det truce/NOUN>4:nsubj:pass is/AUX-Fin-Pres>4:aux:pass tied/VERB-Part-Past>0:root to/ADP>7:case a/DET>7:det release/NOUN>4:obl",
            "a release", "The truce",
        ),
        (
            "Wendra/PROPN>2:nsubj conditioned/VERB-Fin-Past>0:root the/DET>4:det meeting/NOUN>2:obj on/ADP>6:case payment/NOUN>4:nmod",
            "payment", "the meeting",
        ),
    ],
    "key-to": [
        (
            "An/DET>2:det amnesty/NOUN>4:nsubj is/AUX-Fin-Pres>4:cop key/ADJ>0:root to/ADP>7:case a/DET>7:det deal/NOUN>4:obl",
            "An amnesty", "a deal",
        ),
        (
            "The/DET>2:det key/NOUN>7:nsubj to/ADP>4:case progress/NOUN>2:nmod is/AUX-Fin-Pres>7:cop their/PRON>7:nmod:poss input/NOUN>0:root",
            "their input", "progress",
        ),
    ],
    "prerequisite": [
        (
            "The/DET>2:det handover/NOUN>5:nsubj is/AUX-Fin-Pres>5:cop a/DET>5:det precondition/NOUN>0:root for/ADP>7:case talks/NOUN>5:nmod",
            "The handover", "talks",
        ),
        (
            "Wendra/PROPN>2:nsubj calls/VERB-Fin-Pres>0:root the/DET>4:det handover/NOUN>2:obj a/DET>6:det prerequisite/NOUN>2:xcomp for/ADP>8:case talks/NOUN>6:nmod",
            "the handover", "talks",
        ),
    ],
    "would-require": [
        (
            "A/DET>2:det withdrawal/NOUN>4:nsubj would/AUX-Fin>4:aux require/VERB-Inf>0:root a/DET>6:det law/NOUN>4:obj",
            "a law", "A withdrawal",
        ),
    ],
    "must-precede": [
        (
            "The/DET>2:det scale/NOUN>5:nsubj:pass must/AUX-Fin>5:aux be/AUX-Inf>5:aux:pass applied/VERB-Part-Past>0:root before/ADP>8:case any/DET>8:det "
            "pause/NOUN>5:obl",
            "The scale must be applied", "any pause",
        ),
        (
            "Relief/NOUN>3:nsubj must/AUX-Fin>3:aux come/VERB-Inf>0:root after/ADP>5:case compliance/NOUN>3:obl",
            "compliance", "Relief",
        ),
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux consult/VERB-Inf>0:root clerks/NOUN>3:obj before/SCONJ>6:mark signing/VERB-Ger>3:advcl",
            "Wendra will consult clerks", "signing",
        ),
    ],
    "on-condition": [
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root on/ADP>5:case condition/NOUN>3:obj that/PRON>8:nsubj clerks/NOUN>8:nsubj leave/VERB-Fin-Pres>5:acl:relcl",
            "clerks leave", "Wendra will pay",
        ),
        (
            "Wendra/PROPN>3:nsubj is/AUX-Fin-Pres>3:cop ready/ADJ>0:root only/ADV>7:advmod on/ADP>7:case the/DET>7:det condition/NOUN>3:obl of/ADP>9:case payment/NOUN>7:nmod",
            "payment", "Wendra is ready",
        ),
    ],
    "provided-that": [
        (
            "Wendra/PROPN>2:nsubj pledged/VERB-Fin-Past>0:root to/PART>4:mark pay/VERB-Inf>2:xcomp provided/VERB-Part-Past>4:xcomp that/SCONJ>8:mark clerks/NOUN>8:nsubj leave/VERB-Fin-Pres>5:ccomp",
            "clerks leave", "Wendra pledged to pay",
        ),
    ],
    "contingent": [
        (
            "An/DET>2:det end/NOUN>7:nsubj to/ADP>5:case the/DET>5:det strike/NOUN>2:nmod was/AUX-Fin-Past>7:cop contingent/ADJ>0:root on/ADP>10:case a/DET>10:det raise/NOUN>7:obl",
            "a raise", "An end to the strike",
        ),
    ],
    "needs-for": [
        (
            "Wendra/PROPN>2:nsubj needs/VERB-Fin-Pres>0:root votes/NOUN>2:obj to/PART>5:mark win/VERB-Inf>3:acl",
            "votes", "win",
        ),
    ],
    "must-suit": [
        (
            "A/DET>2:det deal/NOUN>4:nsubj will/AUX-Fin>4:aux have/VERB-Inf>0:root to/PART>7:mark be/AUX-Inf>7:cop acceptable/ADJ>4:xcomp to/ADP>9:case Olmira/PROPN>7:obl",
            "to be acceptable to Olmira", "A deal",
        ),
    ],
    "lacks": [
        (
            "Wendra/PROPN>3:nsubj would/AUX-Fin>3:aux reject/VERB-Inf>0:root any/DET>5:det deal/NOUN>3:obj that/PRON>7:nsubj lacked/VERB-Fin-Past>5:acl:relcl the/DET>9:det backing/NOUN>7:obj of/ADP>11:case Olmira/PROPN>9:nmod",
            "the backing of Olmira", "Wendra would reject any deal",
        ),
    ],
    "after-clause": [
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root once/SCONJ>6:mark Olmira/PROPN>6:nsubj signs/VERB-Fin-Pres>3:advcl ./PUNCT>3:punct",
            "Olmira signs", "Wendra will pay",
        ),
        (
            "talks/NOUN>2:nsubj resume/VERB-Fin-Pres>0:root only/ADV>6:advmod after/SCONJ>6:mark clerks/NOUN>6:nsubj leave/VERB-Fin-Pres>2:advcl",
            "clerks leave", "talks resume",
        ),
        (
            "Wendra/PROPN>4:nsubj will/AUX-Fin>4:aux not/PART>4:advmod pay/VERB-Inf>0:root until/SCONJ>7:mark clerks/NOUN>7:nsubj leave/VERB-Fin-Pres>4:advcl",
            "clerks leave", "Wendra will not pay",
        ),
        (
            "unless/SCONJ>3:mark clerks/NOUN>3:nsubj leave/VERB-Fin-Pres>6:advcl ,/PUNCT>3:punct talks/NOUN>6:nsubj stop/VERB-Fin-Pres>0:root",
            "clerks leave", "talks stop",
        ),
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root as/ADV>5:advmod soon/ADV>3:advmod as/SCONJ>8:mark Olmira/PROPN>8:nsubj signs/VERB-Fin-Pres>5:advcl",
            "Olmira signs", "Wendra will pay",
        ),
        (
            "Wendra/PROPN>4:nsubj would/AUX-Fin>4:aux only/ADV>4:advmod pay/VERB-Inf>0:root if/SCONJ>7:mark it/PRON>7:nsubj sells/VERB-Fin-Past>4:advcl",
            "it sells", "Wendra would only pay",
        ),
        (
            "Wendra/PROPN>2:nsubj had/VERB-Fin-Past>0:root no/DET>4:det wish/NOUN>2:obj to/PART>6:mark talk/VERB-Inf>4:acl unless/SCONJ>9:mark Olmira/PROPN>9:nsubj "
            "pays/VERB-Fin-Pres>6:advcl", "Olmira pays", "Wendra had no wish to talk",
        ),
        (
            "they/PRON>2:nsubj told/VERB-Fin-Past>0:root Olmira/PROPN>2:obj unless/SCONJ>6:mark Wendra/PROPN>6:nsubj pays/VERB-Fin-Pres>2:advcl talks/NOUN>9:nsubj "
            "will/AUX-Fin>9:aux end/VERB-Inf>2:ccomp", "Wendra pays", "talks will end",
        ),
    ],
    "before-clause": [
        (
            "pacts/NOUN>4:nsubj:pass must/AUX-Fin>4:aux be/AUX-Inf>4:aux:pass read/VERB-Part-Past>0:root before/SCONJ>7:mark talks/NOUN>7:nsubj "
            "begin/VERB-Fin-Pres>4:advcl", "pacts must be read", "talks begin",
        ),
        (
            "Wendra/PROPN>4:nsubj will/AUX-Fin>4:aux not/PART>4:advmod pay/VERB-Inf>0:root before/SCONJ>7:mark clerks/NOUN>7:nsubj leave/VERB-Fin-Pres>4:advcl",
            "clerks leave", "Wendra will not pay",
        ),
        (
            "pacts/NOUN>2:nsubj need/VERB-Fin-Pres>0:root to/PART>5:mark be/AUX-Inf>5:aux:pass read/VERB-Part-Past>2:xcomp before/SCONJ>8:mark "
            "talks/NOUN>8:nsubj begin/VERB-Fin-Pres>5:advcl", "pacts need to be read", "talks begin",
        ),
    ],
    "before-noun": [
        (
            "Wendra/PROPN>2:nsubj wants/VERB-Fin-Pres>0:root a/DET>4:det study/NOUN>2:obj before/ADP>7:case the/DET>7:det talks/NOUN>2:obl",
            "a study", "the talks",
        ),
        (
            "Wendra/PROPN>5:nsubj would/AUX-Fin>5:aux have/AUX-Inf>5:aux not/PART>5:advmod signed/VERB-Part-Past>0:root without/ADP>7:case guarantees/NOUN>5:obl",
            "guarantees", "Wendra would have not signed",
        ),
        (
            "there/PRON>4:expl will/AUX-Fin>4:aux not/PART>4:advmod be/VERB-Inf>0:root truces/NOUN>4:nsubj without/ADP>7:case pay/NOUN>4:obl",
            "pay", "truces",
        ),
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root only/ADV>6:advmod after/ADP>6:case votes/NOUN>3:obl",
            "votes", "Wendra will pay",
        ),
    ],
    "needs": [
        (
            "a/DET>2:det deal/NOUN>3:nsubj hinges/VERB-Fin-Pres>0:root on/ADP>6:case a/DET>6:det retreat/NOUN>3:obl",
            "a retreat", "a deal",
        ),
        ("pacts/NOUN>2:nsubj need/VERB-Fin-Pres>0:root approval/NOUN>2:obj by/ADP>5:case clerks/NOUN>3:nmod", "approval by clerks", "pacts"),
        ("that/PRON>3:nsubj is/AUX-Fin-Pres>3:cop subject/ADJ>0:root to/ADP>5:case votes/NOUN>3:obl", "votes", "that"),
        ("talks/NOUN>3:nsubj are/AUX-Fin-Pres>3:cop conditional/ADJ>0:root on/ADP>5:case pay/NOUN>3:obl", "pay", "talks"),
    ],
    "waits-for": [
        (
            "Wendra/PROPN>3:nsubj would/AUX-Fin>3:aux wait/VERB-Inf>0:root for/ADP>6:case a/DET>6:det ruling/NOUN>3:obl",
            "a ruling", "Wendra would wait",
        ),
    ],
    "or-else": [
        (
            "Wendra/PROPN>3:nsubj must/AUX-Fin>3:aux pay/VERB-Inf>0:root ;/PUNCT>8:punct otherwise/ADV>8:advmod clerks/NOUN>8:nsubj will/AUX-Fin>8:aux "
            "strike/VERB-Inf>3:parataxis", "Wendra must pay", "clerks will strike",
        ),
        (
            "Wendra/PROPN>2:nsubj has/VERB-Fin-Pres>0:root weeks/NOUN>2:obj ,/PUNCT>8:punct failing/VERB-Ger>8:advcl which/PRON>5:obj tolls/NOUN>9:nsubj "
            "would/AUX-Fin>9:aux rise/VERB-Inf>2:parataxis", "Wendra has weeks", "tolls would rise",
        ),
    ],
    "depending": [
        (
            "tolls/NOUN>3:nsubj may/AUX-Fin>3:aux go/VERB-Inf>0:root depending/VERB-Ger>6:case on/ADP>6:case votes/NOUN>3:obl",
            "votes", "tolls may go",
        ),
    ],
    "must-for-pact": [
        (
            "if/SCONJ>3:mark there/PRON>3:expl is/VERB-Fin-Pres>9:advcl to/PART>5:mark be/VERB-Inf>3:xcomp truces/NOUN>5:nsubj Wendra/PROPN>9:nsubj must/AUX-Fin>9:aux "
            "pay/VERB-Inf>0:root tolls/NOUN>9:obj", "Wendra must pay tolls", "there is to be truces",
        ),
        (
            "for/ADP>2:case deals/NOUN>7:obl to/PART>4:mark last/VERB-Inf>2:acl tolls/NOUN>7:nsubj must/AUX-Fin>7:aux go/VERB-Inf>0:root",
            "tolls must go", "deals to last",
        ),
        (
            "to/PART>2:mark reach/VERB-Inf>6:advcl deals/NOUN>2:obj Wendra/PROPN>6:nsubj must/AUX-Fin>6:aux pay/VERB-Inf>0:root",
            "Wendra must pay", "reach deals",
        ),
        (
            "tolls/NOUN>4:nsubj:pass must/AUX-Fin>4:aux be/AUX-Inf>4:aux:pass cut/VERB-Part-Past>0:root if/SCONJ>9:mark sides/NOUN>9:nsubj are/AUX-Fin>9:cop "
            "to/PART>9:mark reach/VERB-Inf>4:advcl deals/NOUN>9:obj", "tolls must be cut", "sides are to reach deals",
        ),
    ],
    "in-exchange": [
        (
            "Wendra/PROPN>2:nsubj wants/VERB-Fin-Pres>0:root boats/NOUN>2:obj in/ADP>5:case return/NOUN>3:nmod for/ADP>7:case pay/NOUN>5:nmod",
            "pay", "boats",
        ),
        (
            "Wendra/PROPN>2:nsubj offered/VERB-Fin-Past>0:root boats/NOUN>2:obj in/ADP>5:case exchange/NOUN>3:nmod for/ADP>7:case pay/NOUN>2:obl",
            "pay", "boats",
        ),
    ],
    "must-approve": [
        (
            "parliament/NOUN>3:nsubj must/AUX-Fin>3:aux approve/VERB-Inf>0:root treaties/NOUN>3:obj",
            "parliament must approve", "treaties",
        ),
        (
            "contracts/NOUN>2:nsubj need/VERB-Fin-Pres>0:root to/PART>5:mark be/AUX-Inf>5:aux:pass ratified/VERB-Part-Past>2:xcomp by/ADP>7:case members/NOUN>5:obl:agent",
            "need to be ratified by members", "contracts",
        ),
    ],
    "needs-somebody": [
        (
            "Wendra/PROPN>2:nsubj needs/VERB-Fin-Pres>0:root Olmira/PROPN>2:obj to/PART>5:mark abstain/VERB-Inf>2:xcomp",
            "Olmira to abstain", "Wendra needs",
        ),
        (
            "bids/NOUN>4:nsubj:pass would/AUX-Fin>4:aux be/AUX-Inf>4:aux:pass needed/VERB-Part-Past>0:root to/PART>6:mark reach/VERB-Inf>4:advcl deals/NOUN>6:obj",
            "bids", "reach deals",
        ),
    ],
    "accepts-only": [
        (
            "Wendra/PROPN>3:nsubj would/AUX-Fin>3:aux accept/VERB-Inf>0:root only/ADV>7:advmod a/DET>7:det written/ADJ>7:amod accord/NOUN>3:obj",
            "a written accord", "Wendra would accept",
        ),
        (
            "Wendra/PROPN>4:nsubj will/AUX-Fin>4:aux only/ADV>4:advmod sign/VERB-Inf>0:root texts/NOUN>4:obj",
            "texts", "Wendra will only sign",
        ),
    ],
    "without-clause": [
        (
            "Wendra/PROPN>4:nsubj will/AUX-Fin>4:aux not/PART>4:advmod bid/VERB-Inf>0:root without/SCONJ>6:mark seeing/VERB-Ger>4:advcl books/NOUN>6:obj",
            "seeing books", "Wendra will not bid",
        ),
        (
            "Wendra/PROPN>4:nsubj is/AUX-Fin-Pres>4:cop not/PART>4:advmod able/ADJ>0:root to/PART>6:mark sign/VERB-Inf>4:xcomp without/SCONJ>8:mark "
            "asking/VERB-Ger>6:advcl clerks/NOUN>8:obj", "asking clerks", "Wendra is not able to sign",
        ),
    ],
    "should-clause": [
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root should/AUX-Fin>6:aux clerks/NOUN>6:nsubj object/VERB-Inf>3:advcl",
            "clerks object", "Wendra will pay",
        ),
    ],
    "imperative": [
        (
            "cut/VERB-Fin-Pres>0:root tolls/NOUN>1:obj and/CCONJ>6:cc we/PRON>6:nsubj will/AUX-Fin>6:aux sign/VERB-Inf>1:conj",
            "cut tolls", "we will sign",
        ),
    ],
    "if-clause": [
        (
            "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux leave/VERB-Inf>0:root if/SCONJ>6:mark Olmira/PROPN>6:nsubj refuses/VERB-Fin-Pres>3:advcl",
            "Olmira refuses", "Wendra will leave",
        ),
        (
            "Wendra/PROPN>2:nsubj threatened/VERB-Fin-Past>0:root to/PART>4:mark leave/VERB-Inf>2:xcomp if/SCONJ>7:mark Olmira/PROPN>7:nsubj refuses/VERB-Fin-Pres>4:advcl",
            "Olmira refuses", "Wendra threatened to leave",
        ),
        (
            "unions/NOUN>3:nsubj are/AUX-Fin-Pres>3:cop ready/ADJ>0:root if/SCONJ>6:mark Olmira/PROPN>6:nsubj pays/VERB-Fin-Pres>3:advcl",
            "Olmira pays", "unions are ready",
        ),
        (
            "if/SCONJ>3:mark Wendra/PROPN>3:nsubj votes/VERB-Fin-Pres>7:advcl ,/PUNCT>3:punct sides/NOUN>7:nsubj will/AUX-Fin>7:aux sign/VERB-Inf>0:root "
            "treaties/NOUN>7:obj", "Wendra votes", "sides will sign treaties",
        ),
    ],
}  # fmt: skip
CASES = [(name, *case) for name, cases in OPENS.items() for case in cases]
OPENS_NOTHING = [
    # anonymity; nobody's backing; no purpose; what is not barred
    "Wendra/PROPN>2:nsubj spoke/VERB-Fin-Past>0:root on/ADP>4:case condition/NOUN>2:obl of/ADP>6:case anonymity/NOUN>4:nmod",
    "Wendra/PROPN>2:nsubj needs/VERB-Fin-Pres>0:root votes/NOUN>2:obj",
    "A/DET>2:det deal/NOUN>4:nsubj is/AUX-Fin-Pres>4:cop acceptable/ADJ>0:root to/ADP>6:case Olmira/PROPN>4:obl",
    "Wendra/PROPN>2:nsubj signed/VERB-Fin-Past>0:root a/DET>4:det deal/NOUN>2:obj that/PRON>6:nsubj lacked/VERB-Fin-Past>4:acl:relcl backing/NOUN>6:obj",
    # done already; a plain order of time; the talks themselves; not what a pact waits for; no clause above
    "Wendra/PROPN>2:nsubj paid/VERB-Fin-Past>0:root once/SCONJ>5:mark Olmira/PROPN>5:nsubj signed/VERB-Fin-Past>2:advcl",
    "Wendra/PROPN>2:nsubj ate/VERB-Fin-Past>0:root before/SCONJ>5:mark she/PRON>5:nsubj slept/VERB-Fin-Past>2:advcl",
    "Wendra/PROPN>2:nsubj pays/VERB-Fin-Pres>0:root after/SCONJ>5:mark clerks/NOUN>5:nsubj leave/VERB-Fin-Pres>2:advcl",
    "Wendra/PROPN>2:nsubj waits/VERB-Fin-Pres>0:root until/SCONJ>5:mark clerks/NOUN>5:nsubj leave/VERB-Fin-Pres>2:advcl",
    "if/SCONJ>3:mark talks/NOUN>3:nsubj succeed/VERB-Fin-Pres>7:advcl ,/PUNCT>3:punct sides/NOUN>7:nsubj will/AUX-Fin>7:aux sign/VERB-Inf>0:root treaties/NOUN>7:obj",
    "if/SCONJ>3:mark it/PRON>3:nsubj rains/VERB-Fin-Pres>7:advcl ,/PUNCT>3:punct children/NOUN>7:nsubj will/AUX-Fin>7:aux stay/VERB-Inf>0:root",
    # what is merely good; as soon as one can; done already; past; a need of time; a question; no demand before "and"; past again
    "if/SCONJ>3:mark Wendra/PROPN>3:nsubj pays/VERB-Fin-Pres>6:advcl ,/PUNCT>3:punct that/PRON>6:nsubj is/VERB-Fin-Pres>0:root good/ADJ>6:xcomp",
    "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root as/ADV>5:advmod soon/ADV>3:advmod as/SCONJ>9:mark they/PRON>9:nsubj can/AUX-Fin>9:aux pay/VERB-Inf>5:advcl",
    "Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root without/SCONJ>4:mark seeing/VERB-Ger>2:advcl books/NOUN>4:obj",
    "Wendra/PROPN>3:nsubj did/AUX-Fin-Past>3:aux accept/VERB-Inf>0:root only/ADV>5:advmod texts/NOUN>3:obj",
    "Wendra/PROPN>2:nsubj needs/VERB-Fin-Pres>0:root time/NOUN>2:obj to/PART>5:mark think/VERB-Inf>2:xcomp",
    "should/AUX-Fin>3:aux clerks/NOUN>3:nsubj object/VERB-Inf>0:root ?/PUNCT>3:punct",
    "they/PRON>2:nsubj cut/VERB-Fin-Past>0:root tolls/NOUN>2:obj and/CCONJ>7:cc we/PRON>7:nsubj will/AUX-Fin>7:aux sign/VERB-Inf>2:conj",
    "Wendra/PROPN>4:nsubj did/AUX-Fin-Past>4:aux not/PART>4:advmod leave/VERB-Inf>0:root until/SCONJ>7:mark clerks/NOUN>7:nsubj came/VERB-Fin-Past>4:advcl",
    "Wendra/PROPN>2:nsubj held/VERB-Fin-Past>0:root votes/NOUN>2:obj before/ADP>6:case the/DET>6:det talks/NOUN>2:obl",
    "Wendra/PROPN>2:nsubj wants/VERB-Fin-Pres>0:root pay/NOUN>2:obj before/ADP>5:case noon/NOUN>2:obl",
    "clerks/NOUN>2:nsubj need/VERB-Fin-Pres>0:root approval/NOUN>2:obj",
    "Wendra/PROPN>2:nsubj waits/VERB-Fin-Pres>0:root once/SCONJ>5:mark talks/NOUN>5:nsubj ended/VERB-Fin-Past>2:advcl",
    "ships/NOUN>4:nsubj that/PRON>3:nsubj wait/VERB-Fin-Pres>1:acl:relcl leak/VERB-Fin-Pres>0:root for/ADP>6:case berths/NOUN>3:obl",
    "Wendra/PROPN>3:nsubj is/AUX-Fin-Pres>3:cop wrong/ADJ>0:root as/ADV>5:advmod long/ADV>3:advmod as/SCONJ>8:mark sides/NOUN>8:nsubj talk/VERB-Fin-Pres>5:advcl",
    "without/SCONJ>2:mark waiting/VERB-Ger>6:advcl for/ADP>4:case votes/NOUN>2:obl Wendra/PROPN>6:nsubj paid/VERB-Fin-Past>0:root",
    "laws/NOUN>4:nsubj would/AUX-Fin>4:aux have/AUX-Inf>4:aux required/VERB-Part-Past>0:root clerks/NOUN>4:obj to/PART>7:mark pay/VERB-Inf>4:xcomp",
    "tolls/NOUN>2:nsubj went/VERB-Fin-Past>0:root depending/VERB-Ger>5:case on/ADP>5:case votes/NOUN>2:obl",
    "Wendra/PROPN>2:nsubj paid/VERB-Fin-Past>0:root ;/PUNCT>6:punct otherwise/ADV>6:advmod clerks/NOUN>6:nsubj struck/VERB-Fin-Past>2:parataxis",
    "deals/NOUN>4:nsubj do/AUX-Fin-Pres>4:aux not/PART>4:advmod need/VERB-Inf>0:root approval/NOUN>4:obj",
    "deals/NOUN>2:nsubj need/VERB-Fin-Pres>0:root time/NOUN>2:obj",
    "Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root without/ADP>4:case pay/NOUN>2:obl",
    "Wendra/PROPN>3:nsubj will/AUX-Fin>3:aux pay/VERB-Inf>0:root after/ADP>5:case votes/NOUN>3:obl",
    "to/PART>2:mark reach/VERB-Inf>6:advcl towns/NOUN>2:obj Wendra/PROPN>6:nsubj must/AUX-Fin>6:aux walk/VERB-Inf>0:root",
    "to/PART>2:mark reach/VERB-Inf>6:advcl deals/NOUN>2:obj Wendra/PROPN>6:nsubj will/AUX-Fin>6:aux wait/VERB-Inf>0:root",
    "clerks/NOUN>2:nsubj pay/VERB-Fin-Pres>0:root in/ADP>4:case return/NOUN>2:obl for/ADP>6:case beds/NOUN>4:nmod",
    "Wendra/PROPN>2:nsubj left/VERB-Fin-Past>0:root towns/NOUN>2:obj in/ADP>5:case return/NOUN>3:nmod",
    "Wendra/PROPN>4:nsubj will/AUX-Fin>4:aux not/PART>4:advmod stop/VERB-Inf>0:root until/ADP>8:case the/DET>8:det last/ADJ>8:amod moment/NOUN>4:obl",
]  # fmt: skip


def gates(tree: str, off: set[str]) -> list[tuple[str, str]]:
    return [(g.before.text, g.after.text) for g in find_gates(analysed(tree), (), off)]


@pytest.mark.parametrize(("name", "tree", "before", "after"), CASES)
def test_a_row_tells_what_comes_first_and_what_it_opens(name: str, tree: str, before: str, after: str) -> None:
    """By this row alone; the same with all rows, since no other tells it otherwise."""
    assert gates(tree, set(ROW_NAMES) - {name}) == [(before, after)]
    assert gates(tree, set()) == [(before, after)]


@pytest.mark.parametrize(("name", "tree", "before", "after"), CASES)
def test_a_row_that_is_off_tells_nothing(name: str, tree: str, before: str, after: str) -> None:
    """`off` switches each row off by its name."""
    assert gates(tree, {name}) == []


@pytest.mark.parametrize("tree", OPENS_NOTHING)
def test_no_gate(tree: str) -> None:
    """Past order, a mere condition, a need of nothing that decides."""
    assert gates(tree, set()) == []


def test_every_row_is_tested_and_says_what_it_is_for() -> None:
    """Names are unique; each row has its kind and its example."""
    assert set(OPENS) == set(ROW_NAMES)
    assert len(ROWS) == len(set(ROW_NAMES))
    assert {row.kind for row in ROWS} == {"precondition", "sequence", "condition"}
    assert all(row.example for row in ROWS)


def test_gates_of_several_sentences_stand_in_order_with_their_passage() -> None:
    """The passage is the sentence; the kind is the row's."""
    text = analysed(OPENS["if-clause"][-1][0], OPENS["needs"][0][0])
    first, second = find_gates(text, ())
    assert (first.kind, second.kind) == ("condition", "condition")
    assert first.passage.text.startswith("if Wendra")
    assert second.passage.text == "a deal hinges on a retreat"
    assert text.document.text[second.before.start : second.before.end] == "a retreat"

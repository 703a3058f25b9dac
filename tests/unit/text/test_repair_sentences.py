"""Rules that mend a tree, on whole sentences as the trained table parses them: who hangs on what afterwards."""

from __future__ import annotations

import pytest

from .test_repair_variants import applied
from .trees import parsed

# (rule, tree, {number of a word: (number of the word that it hangs on, relation)})
MENDED: list[tuple[str, str, dict[int, tuple[int, str]]]] = [
    ('verb-behind-name', 'Peru/PROPN>2:nsubj dismissed/VERB-Part-Past>3:amod reports/NOUN>0:root that/SCONJ>7:mark it/PRON>7:nsubj had/AUX-Fin-Past>7:aux signed/VERB-Part-Past>3:acl:relcl the/DET>9:det pact/NOUN>7:obj ./PUNCT>2:punct', {2: (0, 'root'), 3: (2, 'obj')}),
    ('clause-behind-preposition', 'The/DET>2:det talks/NOUN>3:nsubj fell/VERB-Fin-Past>0:root after/ADP>5:case Norway/PROPN>3:obl ,/PUNCT>7:punct one/NUM>12:nsubj of/ADP>10:case the/DET>10:det owners/NOUN>7:nmod ,/PUNCT>12:punct refused/VERB-Fin-Past>3:conj to/PART>14:mark back/VERB-Inf>12:xcomp the/DET>16:det merger/NOUN>14:obj ./PUNCT>3:punct', {4: (12, 'mark'), 5: (12, 'nsubj'), 7: (5, 'appos'), 12: (3, 'advcl')}),
    ('seat-before-name', 'The/DET>2:det Lima/PROPN>9:nsubj ,/PUNCT>4:punct Peru/PROPN>6:compound -/PUNCT>4:punct based/VERB-Part-Past>7:amod AB/PROPN>2:conj Dorvan/PROPN>2:nmod said/VERB-Fin-Past>0:root earlier/ADV>9:advmod that/SCONJ>13:mark it/PRON>13:nsubj went/VERB-Fin-Past>9:ccomp public/ADJ>13:xcomp ./PUNCT>9:punct', {1: (7, 'det'), 2: (7, 'compound'), 7: (9, 'nsubj'), 8: (7, 'flat')}),
    ('of-the-second', 'Reds/NOUN>2:compound leader/NOUN>3:compound Ana/PROPN>10:nsubj Lind/PROPN>3:flat and/CCONJ>6:cc Reds/PROPN>3:conj negotiator/NOUN>8:nmod Bo/PROPN>3:flat Ek/PROPN>8:flat left/ADJ>0:root ./PUNCT>10:punct', {2: (3, 'nmod:desc'), 5: (8, 'cc'), 6: (7, 'compound'), 7: (8, 'nmod:desc'), 8: (3, 'conj')}),
    ('head-of-body', "The/DET>2:det secretary/NOUN>11:nsubj of/ADP>10:case Kenya/PROPN>10:nmod:poss 's/PART>4:case Supreme/ADJ>7:amod Security/PROPN>8:compound Council/PROPN>9:compound Omar/PROPN>10:compound Tal/PROPN>2:nmod rejected/VERB-Fin-Past>0:root the/DET>13:det map/NOUN>11:obj ./PUNCT>11:punct", {3: (8, 'case'), 4: (8, 'nmod:poss'), 8: (2, 'nmod'), 9: (2, 'appos'), 10: (9, 'flat')}),
    ('apposed-behind', 'Members/NOUN>12:nsubj of/ADP>3:case Harbour/PROPN>1:nmod Local/PROPN>3:flat 33/NUM>3:flat ,/PUNCT>9:punct the/DET>9:det largest/ADJ>9:amod union/NOUN>1:appos ,/PUNCT>1:punct have/AUX-Fin-Pres>12:aux left/VERB-Part-Past>0:root ./PUNCT>12:punct', {9: (3, 'appos')}),
    ('that-opens', 'Amina/PROPN>3:nsubj Farouk/PROPN>1:flat told/VERB-Fin-Past>0:root reporters/NOUN>3:iobj that/SCONJ>8:mark the/DET>7:det gates/NOUN>8:nsubj stay/VERB-Fin-Pres>4:acl:relcl shut/ADJ>8:xcomp ./PUNCT>3:punct', {8: (3, 'ccomp')}),
    ('speaker-before', '"/PUNCT>3:punct They/PRON>3:nsubj wanted/VERB-Fin-Past>17:ccomp a/DET>5:det dam/NOUN>3:obj ,/PUNCT>10:punct "/PUNCT>10:punct the/DET>10:det foreign/ADJ>10:amod minister/NOUN>3:obj of/ADP>12:case Peru/PROPN>10:nmod ,/PUNCT>14:punct Ana/PROPN>10:appos Rojo/PROPN>14:flat ,/PUNCT>10:punct said/VERB-Fin-Past>0:root ./PUNCT>17:punct', {10: (17, 'nsubj')}),
    ('speaker-behind', '"/PUNCT>3:punct We/PRON>3:nsubj go/VERB-Fin-Pres>6:ccomp ,/PUNCT>3:punct "/PUNCT>3:punct said/VERB-Fin-Past>0:root Pashinyan/ADJ>6:ccomp ./PUNCT>6:punct', {7: (6, 'nsubj')}),
    ('speaker-behind', "'/PUNCT>3:punct Nobody/PRON>3:nsubj asked/VERB-Fin-Past>0:root us/PRON>3:iobj ,/PUNCT>8:punct '/PUNCT>3:punct moaned/VERB-Part-Past>8:amod skipper/NOUN>3:obj Olga/PROPN>8:appos Nilsen/PROPN>9:flat ./PUNCT>3:punct", {7: (3, 'parataxis'), 8: (7, 'nsubj')}),
    ('speaker-behind', '"/PUNCT>5:punct The/DET>3:det boats/NOUN>5:nsubj are/AUX-Fin-Pres>5:cop full/ADJ>0:root of/ADP>7:case rust/NOUN>5:obl ,/PUNCT>5:punct "/PUNCT>5:punct growled/VERB-Part-Past>5:parataxis Erik/PROPN>10:obj Sund/PROPN>11:flat ./PUNCT>5:punct', {11: (10, 'nsubj')}),
    ('hearer', 'Olga/PROPN>3:nsubj Nilsen/PROPN>1:flat told/VERB-Fin-Past>0:root the/DET>5:det press/NOUN>3:obj ,/PUNCT>11:punct "/PUNCT>3:punct when/ADV>11:advmod boats/NOUN>11:nsubj are/AUX-Fin-Pres>11:cop full/ADJ>3:advcl ?/PUNCT>3:punct "/PUNCT>3:punct', {5: (3, 'iobj')}),
    ('speaker-before', '"/PUNCT>6:punct This/PRON>6:nsubj is/AUX-Fin-Pres>6:cop a/DET>6:det complete/ADJ>6:amod failure/NOUN>13:ccomp ,/PUNCT>9:punct "/PUNCT>9:punct Ana/PROPN>6:appos Rojo/PROPN>9:flat of/ADP>12:case Peru/PROPN>9:nmod said/VERB-Fin-Past>0:root in/ADP>15:case Lima/PROPN>13:obl ./PUNCT>13:punct', {9: (13, 'nsubj')}),
    ('speaker-before', '"/PUNCT>4:punct The/DET>3:det boats/NOUN>4:nsubj stay/VERB-Fin-Pres>17:ccomp in/ADP>7:case the/DET>7:det bay/NOUN>4:obl ,/PUNCT>10:punct "/PUNCT>10:punct Lena/PROPN>4:parataxis Orr/PROPN>10:flat ,/PUNCT>15:punct the/DET>15:det Kenyan/PROPN>15:amod minister/NOUN>10:appos ,/PUNCT>10:punct said/VERB-Fin-Past>0:root on/ADP>19:case Monday/PROPN>17:obl ./PUNCT>4:punct', {10: (17, 'nsubj')}),
    ('ampersand-name', 'Lowe/PROPN>8:nsubj &/CCONJ>3:cc Sons/NOUN>1:conj of/ADP>6:case the/DET>6:det pier/NOUN>1:nmod were/AUX-Fin-Past>8:cop late/ADJ>0:root in/ADP>10:case May/PROPN>8:obl ./PUNCT>8:punct', {2: (1, 'flat'), 3: (1, 'flat')}),
    ('particle-name', 'Juan/PROPN>5:nsubj de/PROPN>1:flat la/PROPN>1:flat Cruz/PROPN>1:flat met/VERB-Fin-Past>0:root Ana/PROPN>7:compound van/NOUN>1:flat der/ADP>9:nmod Berg/PROPN>5:obj in/ADP>11:case Lima/PROPN>5:obl ./PUNCT>5:punct', {6: (5, 'obj'), 7: (6, 'flat'), 8: (6, 'flat'), 9: (6, 'flat')}),
]  # fmt: skip
LEFT_ALONE: list[tuple[str, str]] = [
    ('object-is-subject', 'Tor/PROPN>2:compound Beck/PROPN>3:nsubj said/VERB-Fin-Past>0:root the/DET>5:det negotiations/NOUN>7:nsubj were/AUX-Fin-Past>7:cop over/ADV>3:ccomp ,/PUNCT>12:punct but/CCONJ>12:cc Rosa/PROPN>12:nsubj Wessel/PROPN>10:flat said/VERB-Fin-Past>3:conj they/PRON>12:obj were/AUX-Fin-Past>15:cop not/PART>12:ccomp ./PUNCT>3:punct'),
    ('present-as-noun', 'Egypt/PROPN>3:nmod:poss ’s/PART>1:case claim/NOUN>0:root that/SCONJ>8:mark the/DET>7:det dam/NOUN>7:compound leaks/NOUN>8:nsubj angered/VERB-Fin-Past>3:acl:relcl them/PRON>8:obj ./PUNCT>3:punct'),
    ('clause-behind-preposition', 'Stopped/VERB-Fin-Past>0:root before/ADP>4:case the/DET>4:det frontier/NOUN>1:obl ,/PUNCT>4:punct the/DET>7:det answer/NOUN>9:nsubj still/ADV>9:advmod says/VERB-Fin-Pres>1:parataxis whether/SCONJ>12:mark there/PRON>12:expl is/VERB-Fin-Pres>9:ccomp a/DET>14:det deal/NOUN>12:nsubj ./PUNCT>9:punct'),
    ('apposed-not-joined', 'The/DET>3:det Lund/PROPN>3:compound Hills/PROPN>9:nsubj ,/PUNCT>8:punct Ohio/PROPN>7:compound -/PUNCT>5:punct based/VERB-Part-Past>8:amod carmaker/NOUN>3:conj withdrew/VERB-Fin-Past>0:root its/PRON>11:nmod:poss bid/NOUN>9:obj ./PUNCT>9:punct'),
    ('joined-not-apposed', 'The/DET>2:det Dock/PROPN>11:nsubj ,/PUNCT>4:punct Crane/PROPN>2:conj and/CCONJ>6:cc Ferry/PROPN>2:conj (/PUNCT>8:punct DCF/PROPN>2:appos )/PUNCT>8:punct union/NOUN>2:conj called/VERB-Fin-Past>0:root a/DET>13:det strike/NOUN>11:obj ./PUNCT>11:punct'),
    ('agent', 'The/DET>2:det pier/NOUN>4:nsubj:pass was/AUX-Fin-Past>4:aux:pass built/VERB-Part-Past>0:root by/ADP>6:case 4/NUM>4:obl May/PROPN>6:nmod 1931/NUM>6:nmod ./PUNCT>4:punct'),
    ('apposed-behind', "Mr/PROPN>2:nmod:desc Ekman/PROPN>13:nsubj and/CCONJ>4:cc Dolk/PROPN>8:nmod:poss 's/PART>4:case other/ADJ>8:amod joint/ADJ>8:amod secretary/NOUN>2:appos ,/PUNCT>10:punct Tom/PROPN>8:appos Wood/PROPN>10:flat ,/PUNCT>2:punct looked/VERB-Fin-Past>0:root angry/ADJ>13:xcomp when/ADV>17:advmod they/PRON>17:nsubj left/VERB-Fin-Past>13:advcl the/DET>19:det hall/NOUN>17:obj ./PUNCT>13:punct"),
    ('with-saying', 'It/PRON>3:nsubj:pass is/AUX-Fin-Pres>3:aux:pass read/VERB-Part-Past>0:root as/ADP>6:mark browsers/NOUN>6:nsubj read/VERB-Fin-Past>3:advcl it/PRON>6:obj :/PUNCT>12:punct with/SCONJ>12:case the/DET>12:det quotation/NOUN>12:compound marks/NOUN>6:obl of/ADP>14:case Windows/PROPN>12:nmod ./PUNCT>3:punct'),
    ('numbered-name', 'Local/ADJ>2:amod 5/NUM>5:nsubj is/AUX-Fin-Pres>5:cop not/PART>5:advmod Local/ADJ>6:amod 33/NUM>0:root ./PUNCT>6:punct'),
    ('split-name', 'Kim/PROPN>0:root Jong/PROPN>1:flat Un/PROPN>1:flat left/VERB-Part-Past>1:acl ./PUNCT>1:punct'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "tree", "changed"), MENDED)
def test_a_sentence_is_mended(name: str, tree: str, changed: dict[int, tuple[int, str]]) -> None:
    """The named words hang where they should, every other word where it hung."""
    before, after = parsed(tree)[1], parsed(applied(name, tree))[1]
    hung = {
        k: (head + 1, relation)
        for k, (head, relation) in enumerate(zip(before.heads, before.relations, strict=True), 1)
    }
    now = {
        k: (head + 1, relation) for k, (head, relation) in enumerate(zip(after.heads, after.relations, strict=True), 1)
    }
    assert now == hung | changed


@pytest.mark.parametrize(("name", "tree"), LEFT_ALONE)
def test_a_sound_sentence_stays(name: str, tree: str) -> None:
    """A sentence that only looks like a slip of the rule."""
    assert applied(name, tree) == tree

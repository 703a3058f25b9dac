"""The rows that tell how talks stand: each a way to say it, read over the roles of a clause and classes of words.

The phases of talks follow the Oxford Learner's Thesaurus (entries deadlock, progress) and Levin (1993), 48 (appearance and
disappearance), 51 (motion) and 55 (aspect).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from zopa.statements.declining import is_still_to_come
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One way to tell how talks stand: its name, what it tells, whether a clause tells it, an example."""

    name: str
    how: str
    tells: Callable[[Sentence, Frame], bool]
    example: str


# -- what stands in a clause -------------------------------------------------------------------------------------------


def could_not(sentence: Sentence, frame: Frame) -> bool:
    """True for "could not agree", "were not able to agree": what cannot be done is not done."""
    return frame.group.negated and any(sentence.tokens[k].low in words_of("modal_could") for k in frame.group.words)


def _lemmas(sentence: Sentence, heads: Iterable[int]) -> set[str]:
    """The lemmas of words, of what they are a part of ("round of talks", "sign of a deal") and of what is named before them."""
    found: set[str] = set()
    for k in heads:
        found |= {sentence.tokens[k].lemma, sentence.tokens[k].low}
        parts = sentence.under(k, "nmod", "conj", "compound")
        found |= {sentence.tokens[m].lemma for m in parts if sentence.tokens[m - 1 if m else 0].low != "on"}
    return found


def _subject(sentence: Sentence, frame: Frame) -> list[int]:
    """The grammatical subjects, in the passive too; of a clause that shares it, the one above; of "there is", what there is."""
    return sentence.under(frame.head, "nsubj", "nsubj:pass") or list(frame.subject)


def _is_of_talks(sentence: Sentence, frame: Frame) -> bool:
    """True where talks, a round or a meeting are the subject."""
    return bool(_lemmas(sentence, _subject(sentence, frame)) & (words_of("encounter") | words_of("process_noun")))


def _is_of_sides(sentence: Sentence, frame: Frame) -> bool:
    """True where those who talk are the subject together: two that are joined, or "the two sides", "they"."""
    heads = _subject(sentence, frame)
    joined = {m for k in heads for m in (k, *sentence.under(k, "conj"))}
    several = {sentence.tokens[k].low for k in joined} & (words_of("at_table") | words_of("sides_noun"))
    plural = any(word.endswith("s") or word in {"they", "we", "both"} for word in several)
    pair = len(joined) > 1 or any(sentence.under(k, "nummod") and sentence.tokens[k].low.endswith("s") for k in joined)
    return plural or pair or any(sentence.tokens[k].tag == "PROPN" for k in joined if len(joined) > 1)


def _behind(sentence: Sentence, frame: Frame) -> set[str]:
    """Lemmas of what stands behind the predicate in its clause: objects, complements, adverbs, phrases; with the predicate of a copula."""
    heads = [
        *sentence.under(frame.head, "obj", "xcomp", "advmod", "acomp", "compound:prt"),
        *(k for _, k in frame.obliques), *((frame.head,) if frame.kind == "copula" else ()),
    ]  # fmt: skip
    return _lemmas(sentence, heads) - _lemmas(sentence, [k for k in heads if k in _subject(sentence, frame)])


def _is_none(sentence: Sentence, frame: Frame, heads: Iterable[int]) -> bool:
    """True where the clause, or a word of a phrase, denies it: "not", "no", "little", "without any"."""
    few = words_of("negation") | words_of("little_word")
    told = {sentence.tokens[m].low for k in heads for m in (k, *sentence.under(k, "det", "amod", "advmod"))}
    return frame.group.negated or bool(told & few)


# -- rows --------------------------------------------------------------------------------------------------------------


def _stuck(sentence: Sentence, frame: Frame) -> bool:
    """ "Talks have stalled", "are deadlocked", "are at a standstill", "hit an impasse", "remain stuck"; "the stalemate continues"."""
    subject = _lemmas(sentence, _subject(sentence, frame))
    if frame.group.negated:
        return False
    if subject & words_of("stalemate") and frame.predicate in words_of("goes_on") | words_of("lasting"):
        return True
    behind = _behind(sentence, frame)
    if frame.predicate in words_of("be") and behind & words_of("talks") and subject & words_of("stalemate"):
        return True
    if not (_is_of_talks(sentence, frame) or _is_of_sides(sentence, frame)):
        return False
    if _is_of_talks(sentence, frame) and frame.predicate in words_of("sticks_fast"):
        return True
    at = behind & (words_of("stalemate") | words_of("sticks_fast") | words_of("snag_noun"))
    return bool(at) and frame.predicate.split()[0] in words_of("comes_to") | at


def _no_progress(sentence: Sentence, frame: Frame) -> bool:
    """ "No progress was made", "made little headway", "reported no progress", "there was no movement"; "have not budged"."""
    nouns = [k for k in (*_subject(sentence, frame), *frame.object) if sentence.tokens[k].lemma in words_of("headway")]
    made = frame.predicate in words_of("brings_forth") | words_of("be") | words_of("tells_of")
    if made and nouns and _is_none(sentence, frame, nouns):
        return True
    ours = _is_of_talks(sentence, frame) or _is_of_sides(sentence, frame)
    if ours and frame.kind == "copula" and sentence.tokens[frame.head].low in words_of("closer_word"):
        return frame.group.negated  # "no closer to a deal"
    if frame.predicate in words_of("goes_on") and frame.group.negated and _is_of_talks(sentence, frame):
        return True  # "the talks have not resumed"
    moved = ours and frame.predicate in words_of("gets_on")
    return moved and frame.group.negated and not sentence.under(frame.head, "obj")


def _far_off(sentence: Sentence, frame: Frame) -> bool:
    """ "A deal remains elusive", "a breakthrough is not in sight"; "the sides are far from a deal"; "wide gaps remain"."""
    lasts = frame.predicate in words_of("lasting") | words_of("stays") | words_of("be")
    heads = {sentence.tokens[k].lemma for k in _subject(sentence, frame)}
    if lasts and not frame.group.negated and heads & words_of("divide_noun"):
        open_ = _behind(sentence, frame) & words_of("left_open")
        return bool(open_ or (heads & words_of("gap_noun") and frame.predicate not in words_of("be")))
    away = _behind(sentence, frame) & words_of("far_from")
    if away and _is_of_sides(sentence, frame) and frame.kind == "copula":
        return bool(_behind(sentence, frame) & words_of("pact")) and not frame.group.negated
    is_so = frame.kind == "copula" or frame.predicate in words_of("seems_so")
    if not is_so or not _lemmas(sentence, _subject(sentence, frame)) & (words_of("pact") | words_of("progress")):
        return False
    return bool(_behind(sentence, frame) & words_of("close_by" if frame.group.negated else "far_off"))


def _not_reached(sentence: Sentence, frame: Frame) -> bool:
    """ "No consensus has been reached", "there was no breakthrough", "no sign of a deal", "the issue was not resolved"."""
    subject = _subject(sentence, frame)
    none = _is_none(sentence, frame, subject)
    told = _lemmas(sentence, subject)
    if none and "table" in told | _behind(sentence, frame):
        return False  # what nobody proposes may still be agreed
    pact = told & (words_of("pact") | words_of("progress"))
    if none and pact and frame.predicate in words_of("be") | words_of("comes_about"):
        return frame.group.voice == "passive" or frame.predicate in words_of("be") | words_of("appears")
    open_ = told & words_of("question_noun") | told & words_of("divide_noun")
    passive = frame.group.voice == "passive" and frame.predicate in words_of("gets_over")
    return bool(open_) and passive and (none or _is_still_to_be(sentence, frame))


def _is_still_to_be(sentence: Sentence, frame: Frame) -> bool:
    """ "Are still to be agreed", "remain to be settled"."""
    before = [token.low for token in sentence.tokens[max(0, frame.head - 4) : frame.head]]
    return before[-2:] == ["to", "be"] and bool(set(before[:-2]) & (words_of("still_word") | words_of("stays")))


def _not_agreed(sentence: Sentence, frame: Frame) -> bool:
    """ "The sides have not reached a deal", "have yet to agree", "remain at odds", "are far apart", "could not agree"."""
    with_whom = any(sentence.tokens[k].low == "with" for k in sentence.tree(frame.head))
    if not (_is_of_sides(sentence, frame) or with_whom):
        return False
    behind = _behind(sentence, frame)
    stays = frame.predicate in words_of("becoming") | words_of("stays")
    if behind & words_of("at_odds") and (stays or (frame.kind == "copula" and _is_now(sentence, frame))):
        return not frame.group.negated
    if frame.predicate in words_of("having") and frame.complement > frame.head:
        yet = {token.low for token in sentence.tokens[frame.head : frame.complement]} & words_of("still_word")
        return bool(yet) and _is_to_agree(sentence, frame)  # "have yet to agree"
    to = [k for k in frame.oblique("to") if sentence.tokens[k].lemma in words_of("pact") | words_of("progress")]
    if frame.predicate in words_of("arrives") and to and _is_none(sentence, frame, to):
        return True  # "came to no agreement"
    minds = words_of("pact") | words_of("common_noun")
    reaches = frame.predicate in words_of("comes_about") and _lemmas(sentence, frame.object) & minds
    done = frame.group.tense == "past" or could_not(sentence, frame) or is_still_to_come(sentence, frame)
    return frame.group.negated and done and bool(reaches or frame.predicate == "agree")


def _is_now(sentence: Sentence, frame: Frame) -> bool:
    """True for "are far apart"; "have been at odds for years" tells why they talk."""
    auxiliary = [sentence.tokens[k].low for k in frame.group.words if k < frame.head]
    return not set(auxiliary) & words_of("having_been")


def _fails_to(sentence: Sentence, frame: Frame) -> bool:
    """ "Failed to agree on a levy", "were unable to bridge their differences", "the round yielded no result", "was inconclusive"."""
    talks, sides = _is_of_talks(sentence, frame), _is_of_sides(sentence, frame)
    if not (talks or sides):
        return False
    behind = _behind(sentence, frame)
    if talks and behind & words_of("without_end") and not frame.group.negated:
        return True
    if sides and any(sentence.tokens[k].low == "empty-handed" for k in sentence.tree(frame.head)):
        return not frame.group.negated
    led = _lemmas(sentence, frame.oblique("to", "in", "with")) & (words_of("pact") | words_of("progress"))
    if talks and led and frame.group.negated and frame.predicate in words_of("leads_to"):
        return True
    brought = frame.predicate in words_of("brings_forth") and _lemmas(sentence, frame.object) & words_of("progress")
    if talks and brought and _is_none(sentence, frame, frame.object):
        return True
    return not frame.group.negated and frame.predicate in words_of("undone") and _is_to_agree(sentence, frame)


def _is_to_agree(sentence: Sentence, frame: Frame) -> bool:
    """True where what a verb of failing takes is to agree: "to agree", "to reach a deal", "to end their dispute"."""
    inner = [frame.complement] if frame.complement >= 0 else []
    inner += [k for k in sentence.under(frame.head, "xcomp", "advcl") if k > frame.head and k not in inner]
    for k in inner:
        lemma = sentence.tokens[k].lemma
        about = _lemmas(sentence, sentence.under(k, "obj", "obl", "xcomp"))
        if lemma == "agree" or (
            lemma in words_of("comes_about") | words_of("gets_over") | words_of("brings_forth")
            and about & (words_of("pact") | words_of("progress") | words_of("divide_noun"))
        ):
            return True
    return False


def _without(sentence: Sentence, frame: Frame) -> bool:
    """ "The round closed without agreement", "broke up with no result", "the sides parted without a deal", "the deadline passed"."""
    subject = {sentence.tokens[k].lemma for k in _subject(sentence, frame)}
    parted = frame.predicate in words_of("parts_ways") and _is_of_sides(sentence, frame)
    passed = frame.predicate in words_of("passes_by") and subject & words_of("time_limit")
    talks = _is_of_talks(sentence, frame) or _lemmas(sentence, frame.object) & words_of("talks")
    ended = frame.predicate in words_of("closes") and talks
    ended = bool(ended or parted or passed) and not frame.group.negated
    missed = _lemmas(sentence, frame.oblique("without")) & (
        words_of("pact") | words_of("progress") | words_of("headway")
    )
    none = [k for k in frame.oblique("with") if _is_none(sentence, frame, [k])]
    return ended and bool(missed or _lemmas(sentence, none) & (words_of("pact") | words_of("progress")))


def _broken_off(sentence: Sentence, frame: Frame) -> bool:
    """ "Norway left the talks", "walked away from the table", "the sides ended their talks", "called off the round"; "came to nothing"."""
    if frame.group.negated or not _subject(sentence, frame):
        return False
    if _is_of_talks(sentence, frame) and frame.predicate == "come":
        return bool(_lemmas(sentence, frame.oblique("to")) & words_of("nothing"))
    objects = sentence.under(frame.head, "obj")
    near = [k for k in sentence.tree(frame.head) if frame.head < k <= frame.head + _NEAR]
    last = next((k for k in near if sentence.tokens[k].tag in _STOPS), len(sentence.tokens))
    about = _lemmas(sentence, [*objects, *frame.oblique("of", "from", "out", "in"), *(k for k in near if k < last)])
    if not about & (words_of("talks") | {"table"}) or about & words_of("meeting_place"):
        return False
    if frame.predicate in words_of("leaves_behind"):
        return frame.predicate != "leave" or bool(frame.oblique("over"))  # who leaves for lunch comes back
    part = frame.predicate in words_of("calls_an_end") | words_of("postpone") and about & words_of("taking_part")
    partners = [m for k in objects for m in sentence.tree(k) if sentence.tokens[m].low == "with"]
    both = _is_of_sides(sentence, frame) or partners or frame.predicate in words_of("calls_off")
    return bool(part or (frame.predicate in words_of("calls_an_end") and both))


_STOPS = frozenset({"PUNCT", "VERB", "AUX", "SCONJ", "PRON"})
_NEAR = 6  # words behind a verb in which stands what is left


def _settles(sentence: Sentence, frame: Frame) -> bool:
    """ "Came to an agreement on the toll", "hammered out a deal", "shook hands on a contract"; told as done, and of no "no agreement"."""
    if frame.group.negated or frame.group.voice != "active":
        return False
    if not (_is_of_sides(sentence, frame) or frame.oblique("with")):
        return False
    come = frame.oblique("to", "at") if frame.predicate in words_of("arrives") else ()
    shook = frame.oblique("on") if frame.predicate == "shake" and "hand" in _lemmas(sentence, frame.object) else ()
    clinched = frame.object if frame.predicate in words_of("clinches") else ()
    pacts = [k for k in (*come, *shook, *clinched) if _lemmas(sentence, [k]) & words_of("pact")]
    return bool(pacts) and not _is_none(sentence, frame, pacts)


def _voted_for(sentence: Sentence, frame: Frame) -> bool:
    """ "Members voted to approve the contract", "shareholders approved the deal"."""
    return _vote(sentence, frame) == "for"


def _voted_against(sentence: Sentence, frame: Frame) -> bool:
    """ "Members rejected the contract", "voted down the deal", "voted against the offer"."""
    return _vote(sentence, frame) == "against"


def _vote(sentence: Sentence, frame: Frame) -> str:
    """How those whom a side asks answer: "for", "against", or "" for no answer on a pact or an offer."""
    if not _lemmas(sentence, _subject(sentence, frame)) & words_of("asked_people") or frame.group.negated:
        return ""
    on = words_of("pact") | words_of("bid")  # a "plan to strike" is none
    acts = [k for k in (frame.complement, *sentence.under(frame.head, "advcl", "xcomp")) if k > frame.head]
    to_act = (k for k in acts if any(sentence.tokens[m].low == "to" for m in sentence.under(k, "mark")))
    inner = next(to_act, -1) if frame.predicate in words_of("votes") else -1
    verb = sentence.tokens[inner].lemma if inner >= 0 else frame.predicate
    about = _lemmas(sentence, sentence.under(inner, "obj") if inner >= 0 else frame.object)
    if frame.predicate in words_of("votes") and inner < 0:
        sides = {way: _lemmas(sentence, frame.oblique(way)) & on for way in ("for", "against")}
        return next((way for way, told in sides.items() if told), "")
    if not about & on:
        return ""
    ways = {"for": words_of("approve_verb") | {"accept"}, "against": words_of("votes_down")}
    return next((way for way, verbs in ways.items() if verb in verbs), "")


def _put_off(sentence: Sentence, frame: Frame) -> bool:
    """ "The talks were adjourned", "agreed to pause the talks", "stopped the clock", "postponed the vote"."""
    if frame.group.negated:
        return False
    inner = frame.complement if frame.predicate in words_of("agrees_to") and frame.opened == "to" else -1
    verb = sentence.tokens[inner].lemma if inner >= 0 else frame.predicate
    about = sentence.under(inner, "obj") if inner >= 0 else [*_subject(sentence, frame), *frame.object]
    lemmas = _lemmas(sentence, about)
    held = {sentence.tokens[k].lemma for k in frame.oblique("on")}
    held |= {sentence.tokens[frame.head].lemma} if frame.kind == "copula" else set()
    if lemmas & words_of("encounter") and held & words_of("on_hold_noun"):
        return True  # "the talks are on hold", "were put on ice"
    if frame.predicate in words_of("calls_break") and lemmas & words_of("break_noun"):
        return True
    if verb in words_of("postpone"):
        return bool(lemmas & (words_of("encounter") | words_of("decides_by"))) or inner >= 0
    return verb == "stop" and "clock" in lemmas


def _goes_on(sentence: Sentence, frame: Frame) -> bool:
    """ "Talks are ongoing", "will resume", "were extended by a day"; "the sides keep talking", "agreed to meet again"."""
    if frame.group.negated:
        return False
    talks, sides = _is_of_talks(sentence, frame), _is_of_sides(sentence, frame)
    behind = _behind(sentence, frame)
    way = (
        frame.kind == "copula"
        and sentence.tokens[frame.head].low == "way"
        and sentence.tokens[frame.head - 1].low == "under"
    )
    if talks and (
        way or behind & words_of("ongoing_word") or frame.predicate in words_of("keeps_on") | words_of("extends")
    ):
        return not behind & words_of("negation")
    inner = frame.complement
    taken = sentence.tokens[inner].lemma if inner >= 0 else ""
    to_talk = inner >= 0 and bool(_lemmas(sentence, sentence.under(inner, "obj", "obl")) & words_of("encounter"))
    if frame.predicate in words_of("keeps_on"):  # "keep talking", "continue its dialogue with"
        talking = taken in words_of("talk_verb") or bool(_lemmas(sentence, frame.object) & words_of("encounter"))
        partner = [m for m in sentence.tree(frame.head) if sentence.tokens[m].low == "with"]
        return talking and (sides or bool(partner))
    table = frame.oblique("to", "at") + ((frame.head,) if frame.kind == "copula" else ())
    back = frame.predicate in words_of("comes_back") or "back" in behind
    if sides and back and _lemmas(sentence, table) & {"table", *words_of("talks")}:
        return True  # "returned to the table", "are back at the table"
    if sides and frame.group.tense == "future" and frame.predicate in words_of("talk_verb") | words_of("talks_anew"):
        return frame.predicate in words_of("talks_anew") or _is_again(sentence, frame.head)
    if frame.predicate in words_of("agrees_to") and frame.opened == "to" and sides:
        again = taken in words_of("talks_anew") or (taken in words_of("talk_verb") and _is_again(sentence, inner))
        return again or (to_talk and taken in words_of("keeps_on") | words_of("takes_up"))
    resumes = talks and taken in words_of("keeps_on") and frame.opened == "to"  # "are set to resume"
    return resumes and frame.predicate in words_of("about_to") | words_of("plans_for")


def _is_again(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[k].low in words_of("once_more") for k in sentence.under(head, "advmod", "obl"))


ROWS: tuple[StandingRow, ...] = (
    StandingRow("settles", "settled", _settles, "the sides came to an agreement"),
    StandingRow("voted-for", "settled", _voted_for, "members voted to approve the contract"),
    StandingRow("voted-against", "refused", _voted_against, "members voted down the contract"),
    StandingRow("broken-off", "failed", _broken_off, "Norway walked out of the talks"),
    StandingRow("without", "stalemate", _without, "the round closed without agreement"),
    StandingRow("fails-to", "stalemate", _fails_to, "the sides were unable to bridge their differences"),
    StandingRow("stuck", "stalled", _stuck, "the talks are at a standstill"),
    StandingRow("no-progress", "stalled", _no_progress, "no progress was made"),
    StandingRow("put-off", "postponed", _put_off, "the talks were adjourned"),
    StandingRow("far-off", "no-agreement", _far_off, "a deal remains elusive"),
    StandingRow("not-reached", "no-agreement", _not_reached, "no consensus has been reached"),
    StandingRow("not-agreed", "no-agreement", _not_agreed, "the sides remain at odds"),
    StandingRow("goes-on", "continuing", _goes_on, "the talks are ongoing"),
)


def may_tell(sentence: Sentence) -> bool:
    """False for a sentence without any word that a row needs: most of a text, which is then not looked at row by row."""
    needed = _needed()
    return any(token.lemma in needed or token.low in needed for token in sentence.tokens)


@cache
def _needed() -> frozenset[str]:
    classes = (
        "encounter", "process_noun", "stalemate", "sticks_fast", "snag_noun", "headway", "gets_on", "pact", "progress", "divide_noun",
        "question_noun", "at_odds", "talk_verb", "talks_anew", "decides_by", "common_noun", "offer_noun", "talks", "keeps_on", "time_limit",
        "break_noun",
    )  # fmt: skip
    return frozenset[str]().union(*(words_of(name) for name in classes)) | {"agree", "table", "hand", "clock"}


def tells_no_pact(sentence: Sentence, frame: Frame) -> bool:
    """True for a clause that says that talks are stuck or that no pact came about, whenever it was."""
    told = bool(frame.group.tense) and may_tell(sentence)
    return told and any(row.name in _NO_PACT and row.tells(sentence, frame) for row in ROWS)


_NO_PACT = frozenset({"without", "fails-to", "stuck", "no-progress", "far-off", "not-reached", "not-agreed"})

"""What one deed tells of the outcome: a pact that is reached or not, talks that failed or are put off, and what only looks like either."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of
from zopa.text.numerals import find_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.deed_types import Deed, Matter


def read_outcome(deed: Deed) -> tuple[str, str | None] | None:
    """State ("settled" or "not-settled") and manner that a deed tells, or None where it tells no outcome."""
    opened = deed.words.text.split()[:1]
    if _is_too_early(deed):
        return None
    if _will_be_none(deed):
        return "not-settled", "stalemate"
    if (
        deed.sure != "told"
        or (deed.voice != "author" and deed.hedged)
        or (opened and opened[0].lower() in words_of("condition"))
    ):
        return None
    if deed.core.text.split()[:1] and deed.core.text.split()[0].lower() in words_of("modal_must") | words_of(
        "modal_can"
    ):
        return None  # what must or can be reached is not reached
    about_talks = bool(set(deed.nouns) & words_of("talks"))
    if (deed.stance == "ends" or deed.predicate in words_of("yield_result")) and not about_talks:  # "two days of talks"
        about_talks = any(b in words_of("talks") for w in deed.gist.text.lower().split() for b in lemma(w))
    failed = _run_out(deed) or _failed(deed, about_talks=about_talks) or _given_up(deed, about_talks=about_talks)
    if failed and deed.disowned:
        return None  # whoever denies that the talks failed tells no failure
    if failed in {("not-settled", "failed"), ("not-settled", "stalled")} and is_for_a_time(deed):
        return "not-settled", "postponed"
    in_general = opened and opened[0].lower() in class_of("in_general")  # "the law says how contracts are reached"
    return failed or (None if in_general or _agreed_before(deed) else _reached(deed))


def _is_too_early(deed: Deed) -> bool:
    """True behind "it is premature to say that", "too early to say that": who says so holds the contrary open."""
    before = deed.passage.text[: max(0, deed.at - deed.passage.start)].lower().split()[-_SAID_BEFORE:]
    if deed.depth > 0 and any(set(lemma(word)) & class_of("implies") for word in before[-_IMPLIED:]):
        return True  # "a statement which implied that agreement had been reached"
    early = any(word in class_of("early") and before[max(0, k - 1)] == "too" for k, word in enumerate(before))
    return deed.depth > 0 and (early or bool(set(before) & class_of("premature")))


_IMPLIED = 6  # words before a deed in which "implied that" stands
_SAID_BEFORE = 14  # words before a deed in which "it is premature to say that" stands


def _will_be_none(deed: Deed) -> bool:
    """True for "no deal on quotas will be made": told as settled that there is none to come."""
    about = {*deed.nouns, *(m.head for m in deed.matters)} & words_of("pact")
    none = set(plain_words(deed)) & words_of("negation")
    return bool(about and none) and deed.negated and deed.sure == "future" and deed.predicate in class_of("makes_pact")


def is_for_a_time(deed: Deed) -> bool:
    """True for "temporarily withdrew", "broke off for the night": who pauses means to come back."""
    front = deed.words.text[: max(0, deed.core.start - deed.words.start)].lower().split()
    behind = [w.strip(",.;") for w in deed.passage.text[deed.core.start - deed.passage.start :].lower().split()]
    end = next(
        (k for k, word in enumerate(behind) if word in words_of("gate_after") | class_of("next_clause")), len(behind)
    )
    words = behind[: min(end, _NEAR)]
    if {*front[-_FRONT:], *words} & class_of("for_a_time"):
        return True
    return any(
        word == "for" and set(words[k + 1 : k + 3]) & class_of("pause_noun") and words[k + 1] not in class_of("ordinal")
        for k, word in enumerate(words[:-1])
    )


_NEAR = 10  # words from the predicate on


def _is_put_off(deed: Deed) -> bool:
    """True for "the talks are on hold", "put the talks on ice"."""
    told = f" {' '.join(plain_words(deed))} "
    return any(f" {phrase} " in told for phrase in class_of("on_hold")) and not deed.negated


def _run_out(deed: Deed) -> tuple[str, str | None] | None:
    """A pact made for a time that has run out ("the truce lapsed", "the ceasefire came to an end")."""
    if deed.negated or not set(deed.nouns[:1]) & class_of("for_a_while"):
        return None
    ended = deed.predicate == "come" and " to an end" in f" {' '.join(plain_words(deed))} "
    return ("not-settled", "lapsed") if ended or deed.predicate in class_of("has_lapsed") else None


def _failed(deed: Deed, *, about_talks: bool) -> tuple[str, str | None] | None:
    """Talks that fail, end, are left or put off."""
    if deed.stance == "fails" and (
        about_talks or set(deed.nouns) & words_of("pact") or deed.predicate in words_of("pact_verb")
    ):
        how = "stalled" if deed.predicate in class_of("stalls") else "failed"
        return None if deed.negated else ("not-settled", how)
    front = deed.words.text[: max(0, deed.core.start - deed.words.start)].lower().split()
    several = is_joint(deed) or bool(set(front) & class_of("joins_two"))
    if deed.stance == "fails" and not deed.negated and several and _is_to_agree(deed):
        return "not-settled", "stalemate"  # "the yard and the union failed to reach a contract"
    if deed.stance == "ends" and (about_talks or set(deed.manner) & words_of("end_manner")):
        return _ended(set(deed.manner))
    if deed.stance == "leaves" and (about_talks or any(m.head in words_of("talks") for m in deed.matters)):
        called_home = {base for word in deed.core.text.lower().split() for base in lemma(word)}
        # whoever withdraws a delegation may send it back
        return "not-settled", "stalled" if called_home & words_of("team_at_talks") else "failed"
    of_talks = about_talks or any(m.head in words_of("talks") for m in deed.matters)
    if (deed.predicate in words_of("postpone") and about_talks) or (of_talks and _is_put_off(deed)):
        return "not-settled", "postponed"
    tried = any(m.head in words_of("bid") for m in deed.matters) or _is_attempt(deed)
    bid = tried and bool(deed.doers) and not deed.negated
    if (bid and deed.predicate in words_of("call_off") | words_of("takes_back")) or _backs_out(deed):
        return "not-settled", "failed"  # whoever withdraws its bid ends the talks on it
    no_progress = deed.negated and {m.head for m in deed.matters} & words_of("progress") and is_joint(deed)
    if deed.predicate in words_of("yield_result") and ((about_talks and deed.negated) or no_progress):
        return "not-settled", "stalemate"
    if deed.stance == "refuses" and deed.predicate == "agree" and any(m.head in words_of("pact") for m in deed.matters):
        return ("not-settled", "stalemate") if is_joint(deed) else None
    return None


def _given_up(deed: Deed, *, about_talks: bool) -> tuple[str, str | None] | None:
    """Talks that were abandoned or came to an end without result, a pact out of reach, sides that have none."""
    told = f" {' '.join(plain_words(deed))} "
    about = {*deed.nouns, *(m.head for m in deed.matters)}
    of_talks = about_talks or bool(about & words_of("talks"))
    if of_talks and deed.predicate in class_of("abandons"):
        return None if deed.negated else ("not-settled", "failed")
    if of_talks and deed.predicate == "come" and " to an end " in told:
        words = plain_words(deed)
        return _ended({*deed.manner, *(f"{one} {base}" for one, two in pairwise(words) for base in (two, *lemma(two)))})
    none = " out of reach " in told or (deed.predicate == "have" and deed.negated and is_joint(deed))
    return ("not-settled", "stalemate") if about & words_of("pact") and none else None


def _is_attempt(deed: Deed) -> bool:
    """True for "efforts to form a government", "attempts to reach a deal", "the talks": what was tried is to agree."""
    tried = any(m.head in class_of("attempt") for m in deed.matters)
    aims = words_of("pact") | words_of("talks") | class_of("joint_body") | class_of("joins_firms")
    return tried and any(base in aims for word in plain_words(deed) for base in lemma(word))


def _backs_out(deed: Deed) -> bool:
    """True for "backed out of the coalition talks"."""
    left = deed.predicate in class_of("leaves_talks")
    return left and not deed.negated and any(b in words_of("talks") for w in plain_words(deed) for b in lemma(w))


def _is_to_agree(deed: Deed) -> bool:
    """True for "failed to reach a contract": what was not done is to agree."""
    reaching = words_of("yield_result") | class_of("signs") | class_of("decides") | {"agree"}
    return any(m.clause and m.head in reaching and m.words & words_of("pact") for m in deed.matters)


def is_of_earlier(deed: Deed) -> bool:
    """True for "a truce made in September broke down", "that agreement collapsed": another pact than the one that the account tells."""
    if deed.stance != "fails" or set(deed.nouns) & words_of("talks"):
        return False
    words = [word.strip(",.;:“”\"'") for word in deed.passage.text[: deed.at - deed.passage.start].lower().split()]
    told = [k for k, word in enumerate(words) if set(lemma(word)) & words_of("pact")]
    return any(set(words[max(0, k - _NO_PACT) : k]) & class_of("earlier_pact") for k in told)


def is_joint(deed: Deed) -> bool:
    """True for what those who talk do together: two doers, or "the two sides", "both", "they" as subject."""
    if len({d.side or d.name for d in deed.doers}) > 1 or any(" and " in d.name for d in deed.doers):
        return True  # "the Indian and Chinese ministers"
    before = deed.words.text[: max(0, deed.core.start - deed.words.start)].lower().replace(",", " ").split()
    several = {word for word in words_of("nobody_body") if word.endswith("s")} | class_of("together")
    return bool((set(before[-_SUBJECT:]) | {d.name.lower() for d in deed.doers}) & several)


_SUBJECT = 4  # words in front of a predicate in which "the two sides" stands


def is_commitment(deed: Deed) -> bool:
    """True for what the sides agree to do or not to do ("agreed not to use force"); to go on talking is none."""
    if deed.stance != "agrees" or not is_joint(deed) or deed.link in {"relcl", "acl", "advcl"}:
        return False
    words = deed.core.text.lower().split()
    at = next(
        (k for k, word in enumerate(words) if "agree" in lemma(word) or set(lemma(word)) & class_of("decides")), 0
    )
    about = {deed.predicate, *(m.head for m in deed.matters)}
    on = about & (
        words_of("postpone")
        | words_of("clock_noun")
        | words_of("talks")
        | class_of("go_on")
        | class_of("go_on_talks")
        | words_of("pact")
        | words_of("offer_noun")
    )
    return not on and not set(words[:at]) & (words_of("negation") | words_of("modal_can"))


def goes_on_with_but(deed: Deed) -> bool:
    """True for "agreed on wages and benefits, but on Tuesday ...": a pact on named matters, in a sentence that goes on with "but"."""
    text = deed.passage.text[deed.core.start - deed.passage.start :].lower()
    agreed, but, _ = text.partition(" but ")
    words = agreed.split()
    on = next((k for k, word in enumerate(words) if word == "on"), len(words))
    return bool(but) and any(set(lemma(word)) & words_of("pact") for word in words[max(0, on - _NO_PACT) : on])


def is_of_some(deed: Deed) -> bool:
    """True for "agreed on three of the four conditions": a pact on a part of what there is to agree on."""
    words = plain_words(deed)
    return any(
        words[k - 1 : k] == ["on"] and words[k + 1 : k + 3] == ["of", "the"] and find_numbers(word, 0, len(word))
        for k, word in enumerate(words) if k
    )  # fmt: skip


def is_term(deed: Deed) -> bool:
    """True for "the two states agree on trade" as a sentence: in the present it is what a draft says; a headline has no full stop."""
    first, base = deed.core.text.split()[0].lower(), deed.predicate.split()[0]
    present = first in {base, f"{base}s", f"{base}es"}
    return present and deed.says is None and deed.passage.text.rstrip(" ”\"'").endswith(".")


def is_conceded(deed: Deed) -> bool:
    """True for "despite both signing an accord": what stands beside what happened, and is no outcome of it."""
    before = deed.passage.text[: max(0, deed.core.start - deed.passage.start)].lower().split()[-_BESIDE:]
    return bool(set(before) & class_of("conceding"))


_BESIDE = 5  # words before a predicate in which "despite" opens its phrase


def are_several(deed: Deed) -> bool:
    """True for "new agreements were reached on humanitarian issues": pacts in the plural are on single matters."""
    words = plain_words(deed)
    told = [w for w in words[: none_at(words)] if set(lemma(w)) & words_of("pact")]
    return bool(told) and all(word not in words_of("pact") for word in told)


def plain_words(deed: Deed) -> list[str]:
    """The words of a deed in lower case, without marks."""
    return [word.strip(",.;:“”\"'") for word in deed.words.text.lower().split()]


def none_at(words: Sequence[str]) -> int | None:
    """Where "no agreement", "no final deal" stands behind other words; None where it does not."""
    for at, word in enumerate(words):
        if at and word == "no" and any(set(lemma(w)) & words_of("pact") for w in words[at + 1 : at + _NO_PACT]):
            return at
    return None


_FRONT = 2  # words in front of a predicate among which "temporarily" stands
_NO_PACT = 4  # words from "no" to the pact


def _reached(deed: Deed) -> tuple[str, str | None] | None:
    """A pact that is signed, agreed or accepted, or told not to be."""
    if deed.predicate == "be" and set(deed.nouns[:1]) & words_of("pact") and not deed.doers and deed.says is not None:
        told = deed.negated and not is_only_proposed(deed)
        return ("not-settled", "no-agreement") if told else None  # "There is no agreement", says one side
    decided = deed.stance == "agrees" and set(lemma(deed.core.text.split()[0].lower())) & class_of("decides")
    if decided and (not _votes_for(deed) or all(d.kind == "state" for d in deed.doers)):
        return None  # "the Swiss voted in a referendum" settles no talks
    if decided and deed.doers:
        return None if deed.negated else ("settled", None)
    to_sign = deed.stance == "agrees" and deed.predicate in class_of("signs") and not deed.negated
    if to_sign or is_commitment(deed):
        return ("announced" if to_sign else "settled"), None  # "agreed to sign an accord": it is still to be signed
    if deed.stance not in {"signs", "agrees", "accepts"} or (not deed.negated and _tells_of_none(deed)):
        return None
    if any(word.strip(",.;").lower() in words_of("side_pact") for m in deed.matters for word in m.text.split()):
        return None  # a confidentiality agreement opens talks and settles nothing
    matter_pact = any(m.head in words_of("pact") and not m.clause and _is_in_words(deed, m) for m in deed.matters)
    if matter_pact or (deed.stance != "accepts" and set(deed.nouns) & words_of("pact")):
        return ("not-settled", "no-agreement") if deed.negated else ("settled", None)
    if deed.negated and set(deed.nouns) & words_of("nothing"):
        return "not-settled", "no-agreement"
    return ("settled", None) if _takes_offer(deed) else None


def is_only_proposed(deed: Deed) -> bool:
    """True for "there is no compromise on the table": what nobody proposes may still be agreed."""
    return "on the table" in " ".join(deed.words.text.lower().split())


def _agreed_before(deed: Deed) -> bool:
    """True for "had agreed that an accord would be made", and for "had accepted the compromise": what came before what is told now."""
    if deed.negated:
        return False  # "no truce had been agreed, and the cabinet would not meet"
    if deed.stance == "accepts" and set(deed.core.text.lower().split()[:1]) & class_of("had_word"):
        return True
    words = plain_words(deed) if deed.stance == "agrees" else []
    told = next((k for k, word in enumerate(words) if "agree" in lemma(word)), 0)
    ahead = set(words[told:]) & words_of("modal_conditional")
    return bool(ahead and set(words[max(0, told - _FRONT) : told]) & class_of("had_word"))


def _takes_offer(deed: Deed) -> bool:
    """True for an offer, a bid or a sum that somebody takes; "more than it had previously accepted" tells of an earlier answer."""
    taken = deed.stance == "accepts" and bool(deed.doers) and deed.link not in {"relcl", "acl"}
    return taken and any(m.head in words_of("offer_noun") | words_of("bid") or m.figures for m in deed.matters)


def _is_in_words(deed: Deed, matter: Matter) -> bool:
    """False for a pronoun of acceptance: what "them" is, that both backed, is too uncertain to tell an outcome."""
    return deed.stance != "accepts" or deed.link in {"relcl", "acl"} or deed.words.start <= matter.passage.start


def _votes_for(deed: Deed) -> bool:
    """True for "voted on Tuesday to merge the schools"; not for "all voted no", nor for "voted to strike"."""
    behind = deed.passage.text[deed.core.start - deed.passage.start :].lower().split()[1:_VOTE]
    words = [word.strip(",.;") for word in behind]
    at = next((k for k, word in enumerate(words) if word == "to"), len(words))
    done = set(lemma(words[at + 1])) if at + 1 < len(words) else set[str]()
    return bool(done) and not done & class_of("walks_out") and not set(words[:at]) & words_of("negation")


_VOTE = 14  # words from a vote on in which it is told what was decided


def _tells_of_none(deed: Deed) -> bool:
    """True for a clause without a subject of its own that names an older pact or one to come ("reached in July", "and reach a deal")."""
    opener = deed.words.text[: max(0, deed.core.start - deed.words.start)].split()
    if opener and opener[0].lower() in class_of("not_yet"):
        return True
    if any(word.lower() not in class_of("joins_clause") for word in opener):
        return False
    verb = deed.core.text.split()[0].lower()
    return verb == deed.predicate.split()[0] or bool(deed.depth and not deed.doers)


def _ended(manner: set[str]) -> tuple[str, str | None] | None:
    if manner & {f"without {w}" for w in words_of("pact") | words_of("progress")} or manner & {
        f"in {w}" for w in words_of("stalemate")
    }:
        return "not-settled", "stalemate"
    if manner & {f"with {w}" for w in words_of("pact")} or manner & {f"in {w}" for w in words_of("pact")}:
        return "settled", None
    if manner & {f"in {w}" for w in words_of("failure")}:
        return "not-settled", "failed"
    return None

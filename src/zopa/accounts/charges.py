"""Whose charge a deed is: what somebody is blamed for is told by whoever blames, not by the text.

A deed in the clause of a deed of blame ("Peru blamed the failure on Chile not offering enough") has the blamer's voice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed


def with_charges(record: Record) -> Record:
    """The record with the blamer as whoever says what is blamed; the same where nobody blames anybody."""
    blames = [d for d in record.deeds if d.stance == "blames" and d.doers and d.says is None]
    if not blames:
        return record
    return replace(record, deeds=tuple(_charge(deed, blames) for deed in record.deeds))


def _charge(deed: Deed, blames: list[Deed]) -> Deed:
    above = next((b for b in blames if b is not deed and b.at < deed.at < b.words.end and b.depth < deed.depth), None)
    if above is None or deed.says is not None or deed.voice != "author":
        return deed
    teller = above.doers[0]
    return replace(deed, voice="reported", says=teller.name, says_side=teller.side)


def is_means(deed: Deed) -> bool:
    """True for "needed the escort to get out": what somebody needed for a thing done, as a text tells it, is no demand."""
    verb = deed.core.text.lower().split(maxsplit=1)[0]
    past = verb.endswith("ed") and bool(set(lemma(verb)) & words_of("need_verb"))
    return past and deed.voice == "author"

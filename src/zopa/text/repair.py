"""Slips of the trained tree that grammar forbids, mended by named rules; each can be switched off and measured (`make ablate`).

A small network takes each word's head by itself; what the whole clause demands (a finite verb has its subject) it sees only in part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text import repair_clauses as clauses
from zopa.text import repair_joined as joined
from zopa.text import repair_names as names
from zopa.text import repair_offices as offices
from zopa.text import repair_phrases as phrases
from zopa.text import repair_reported as reported
from zopa.text import repair_saying as saying
from zopa.text import repair_speakers as speakers
from zopa.text import repair_subjects as subjects
from zopa.text.network import LONGEST, Parsed
from zopa.text.tree_draft import TreeDraft, is_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


def mend(forms: Sequence[str], parsed: Parsed, off: Collection[str] = ()) -> Parsed:
    """The tree after all rules but those in `off`; as it was where the sentence is so long that it was parsed in pieces."""
    if len(forms) > LONGEST:
        return parsed
    draft = TreeDraft(
        list(forms), [form.lower() for form in forms], list(parsed.tags), list(parsed.heads), list(parsed.relations)
    )
    for name, rule in RULES.items():
        if name in off:
            continue
        before = list(draft.tags), list(draft.heads), list(draft.relations)
        rule(draft)
        if draft.heads != before[1] and not is_tree(draft.heads):
            draft.tags, draft.heads, draft.relations = (
                before  # where rules meet that do not fit together, the earlier tree stays
            )
    return Parsed(tuple(draft.tags), tuple(draft.heads), tuple(draft.relations))


RULES: dict[str, Callable[[TreeDraft], None]] = {
    "closed-class": names.closed_class,
    "pronoun-in-name": names.pronoun_in_name,
    "ampersand-name": names.ampersand_name,
    "inverted": clauses.inverted,
    "over-the-mark": speakers.over_the_mark,
    "hearer-before-mark": speakers.hearer_before_mark,
    "subject-in-quotation": speakers.subject_in_quotation,
    "hearer-behind": speakers.hearer_behind,
    "passed-over": speakers.passed_over,
    "said-is-above": saying.said_is_above,
    "root-noun": subjects.root_noun,
    "title-before-name": offices.title_before_name,
    "subject-with-preposition": phrases.subject_with_preposition,
    "noun-for-verb": phrases.noun_for_verb,
    "recipient": phrases.recipient,
    "no-passive": phrases.no_passive,
    "particle-name": names.particle_name,
    "apposed-opener": names.apposed_opener,
    "numbered-name": names.numbered_name,
    "split-name": names.split_name,
    "office-in-between": offices.office_in_between,
    "noun-beside-verb": phrases.noun_beside_verb,
    "asked-to": clauses.asked_to,
    "noun-with-infinitive": phrases.noun_with_infinitive,
    "seat-before-name": offices.seat_before_name,
    "office-before-name": offices.office_before_name,
    "portfolio": offices.portfolio,
    "sent-to-land": offices.sent_to_land,
    "holder-of-office": offices.holder_of_office,
    "of-the-second": offices.of_the_second,
    "head-of-body": offices.head_of_body,
    "subordinate": clauses.subordinate,
    "finite-beside-infinitive": clauses.finite_beside_infinitive,
    "verb-behind-name": subjects.verb_behind_name,
    "present-as-noun": subjects.present_as_noun,
    "calls-for": phrases.calls_for,
    "particle": phrases.particle,
    "as-well-as": phrases.as_well_as,
    "as-clause": clauses.as_clause,
    "that-opens": saying.that_opens,
    "told-clause": saying.told_clause,
    "noun-that-says": saying.noun_that_says,
    "with-saying": saying.with_saying,
    "clause-for-object": saying.clause_for_object,
    "bare-complement": saying.bare_complement,
    "past-with-subject": subjects.past_with_subject,
    "second-complement": clauses.second_complement,
    "joined-complement": clauses.joined_complement,
    "name-behind-opening": subjects.name_behind_opening,
    "joined-behind-while": clauses.joined_behind_while,
    "joined-subjects": subjects.joined_subjects,
    "no-relative": clauses.no_relative,
    "relative-before-verb": clauses.relative_before_verb,
    "clause-behind-preposition": clauses.clause_behind_preposition,
    "subject-before": subjects.subject_before,
    "subject-behind-joint": joined.subject_behind_joint,
    "object-is-subject": subjects.object_is_subject,
    "number-said": phrases.number_said,
    "inserted": speakers.inserted,
    "speaker-before": speakers.speaker_before,
    "stray-copula": saying.stray_copula,
    "nested-saying": saying.nested_saying,
    "goes-on-saying": saying.goes_on_saying,
    "it-says": saying.it_says,
    "behind-preposition": phrases.behind_preposition,
    "crossing": saying.crossing,
    "said-before-semicolon": saying.said_before_semicolon,
    "said-and-warned": speakers.said_and_warned,
    "apposed": phrases.apposed,
    "apposed-behind": phrases.apposed_behind,
    "apposed-not-joined": offices.apposed_not_joined,
    "joined-not-apposed": offices.joined_not_apposed,
    "agent": phrases.agent,
    "named-so": names.named_so,
    "named-behind": names.named_behind,
    "speaker-behind": speakers.speaker_behind,
    "trade-before-name": names.trade_before_name,
    "hearer": speakers.hearer,
    "root-before-relative": joined.root_before_relative,
    "noun-with-article": reported.noun_with_article,
    "preposition-not-opener": reported.preposition_not_opener,
    "infinitive-not-phrase": reported.infinitive_not_phrase,
    "only-verb": reported.only_verb,
    "two-subjects": reported.two_subjects,
    "clause-of-opener": joined.clause_of_opener,
    "joined-that": joined.joined_that,
    "joined-to-nearest": joined.joined_to_nearest,
}

"""The reader's vocabulary with the words of a case: its parties, their people, their aliases, its issues."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.text import Name, Vocabulary, default_vocabulary
from zopa.text.vocabulary import IssueWords, build_issue

if TYPE_CHECKING:
    from zopa.case import Case


def case_vocabulary(case: Case) -> Vocabulary:
    """The shipped tables with the names and issue words of a case; what both know, the case decides."""
    base = default_vocabulary()
    known = {entry.name.lower(): entry for entry in base.names}
    names = {entry.name: entry for entry in base.names}
    for party_id, party in case.parties.items():
        name = party.name or party_id
        entry = known.get(name.lower()) or Name(name, "group", party=name)
        taken = {spelling.lower() for e in base.names for spelling in (e.name, *e.aliases, *e.seats)}
        aliases = tuple(a for a in party.aliases if a.lower() not in taken and a.strip())
        names[entry.name] = replace(entry, party=entry.party or entry.name, aliases=(*entry.aliases, *aliases))
        for person, details in party.people.items():
            if _known_person(base, person) is None:
                names[person] = Name(
                    person, "person", party=entry.name, aliases=tuple(a for a in details.aliases if a.strip())
                )
    own = [build_issue(i, issue.name or i, issue.words) for i, issue in case.issues.items() if issue.words]
    keys = {issue.key for issue in own}
    issues: tuple[IssueWords, ...] = (*own, *(issue for issue in base.issues if issue.key not in keys))
    return Vocabulary(tuple(names.values()), issues, base.given_names)


def _known_person(base: Vocabulary, person: str) -> Name | None:
    """The shipped entry of a person of this name or surname."""
    return next((e for e in base.names if e.kind == "person" and person in (e.name, *e.aliases)), None)

"""What a person says about found parties, people and issues: renamed, joined, split off, rejected; it always wins and survives re-reading.

An entry names a party, person or issue by any word that the texts have for it, so that it holds when another document gives it a new name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.accounts.issues import FoundIssue
    from zopa.accounts.parties import PartyPerson

EditOf = Literal["party", "person", "issue"]
EditDo = Literal["rename", "join", "split", "reject"]
EDITED: tuple[str, ...] = get_args(EditOf)
WITH_OTHER_NAME = ("rename", "join")
EDITS: tuple[str, ...] = get_args(EditDo)


@dataclass(frozen=True, slots=True)
class TalksEdit:
    """One judgement of a person about who takes part or what it is about.

    Attributes:
        what: party, person or issue.
        do: rename (NAME is called TO), join (NAME is the same as TO), split (NAME, one word for a party or issue, is one of its own;
            a person NAME belongs to no other of that name), reject (NAME is none).
        name: a name, or another word for it.
        to: the other name, "" for split and reject.
        by, on, note: the analyst, the ISO date, why.
        file, line: where it is written; they make no difference to what it means.
    """

    what: EditOf
    do: EditDo
    name: str
    to: str = ""
    by: str = ""
    on: str = ""
    note: str = ""
    file: str = field(default="", compare=False)
    line: int | None = field(default=None, compare=False)


def edit_sides(
    names: Mapping[tuple[str, str], str], aliases: Mapping[tuple[str, str], set[str]], edits: Sequence[TalksEdit]
) -> dict[tuple[str, str], str]:
    """The party of each side, as edited; `aliases` are other words for each side in its document."""
    edited = dict(names)
    for edit in (e for e in edits if e.what == "party"):
        own = {key for key in edited if _same(key[1], edit.name)}
        own |= {
            key for key in edited if edit.do != "split" and any(_same(word, edit.name) for word in aliases.get(key, ()))
        }
        called = {edited[key] for key in own} if edit.do in WITH_OTHER_NAME else set[str]()
        called |= {name for name in edited.values() if _same(name, edit.name)}
        if edit.do == "split":
            edited |= dict.fromkeys(own, edit.name)
        elif edit.do == "reject":
            edited = {key: name for key, name in edited.items() if name not in called and key not in own}
        else:
            to = next((name for name in edited.values() if _same(name, edit.to)), edit.to)
            to = next((name for key, name in edited.items() if edit.do == "join" and _same(key[1], edit.to)), to)
            edited = {key: to if name in called else name for key, name in edited.items()}
    return edited


def edit_people(parties: Mapping[str, dict[str, PartyPerson]], edits: Sequence[TalksEdit]) -> None:
    """Rename, join, split and reject people within their parties."""
    told = [e for e in edits if e.what == "person"]
    for number, edit in enumerate(told):
        if edit.do == "join" and _is_split({edit.name.lower()}, told[number:]):
            continue
        for people in parties.values():
            entry = next(
                (k for k, p in people.items() if _same(k, edit.name) or any(_same(a, edit.name) for a in p.aliases)),
                None,
            )
            if entry is None:
                continue
            if edit.do == "reject":
                del people[entry]
            elif edit.do == "split":
                _split_person(people, entry, edit.name)
            else:
                _move_person(people, entry, edit.to)


def _move_person(people: dict[str, PartyPerson], entry: str, to: str) -> None:
    person = people.pop(entry)
    other = people.setdefault(to, person)
    other.aliases |= {a for a in (*person.aliases, entry) if a != to}
    if other is person:
        person.name = to
        return
    other.offices += [office for office in person.offices if office not in other.offices]
    other.passages += person.passages


def _split_person(people: dict[str, PartyPerson], entry: str, name: str) -> None:
    person = people[entry]
    if _same(entry, name):
        return
    person.aliases = {a for a in person.aliases if not _same(a, name)}
    own = set(name.lower().split()) - set(entry.lower().split())
    mine = [p for p in person.passages if name.lower() in p.text.lower() or set(p.text.lower().split()) <= own]
    person.passages = [p for p in person.passages if p not in mine]
    people[name] = type(person)(name, [], mine)


def edit_issues(issues: Sequence[FoundIssue], edits: Sequence[TalksEdit]) -> tuple[list[FoundIssue], dict[int, int]]:
    """The issues as edited; and, for each issue that was joined or rejected, the place in the new list or -1 (by `id`)."""
    kept = list(issues)
    moved: dict[int, FoundIssue | None] = {}
    told = [e for e in edits if e.what == "issue"]
    for number, edit in enumerate(told):
        found = find_issue(kept, edit.name) if edit.do != "split" else None
        if found is None or (edit.do == "join" and _is_split({edit.name.lower(), found.apart.lower()}, told[number:])):
            continue
        other = find_issue(kept, edit.to) if edit.do == "join" else None
        if edit.do == "reject" or (other is not None and other is not found):
            kept.remove(found)
            moved[id(found)] = other
        if other is not None and other is not found:
            other.passages += found.passages
            other.sides |= found.sides
            for label, count in found.labels.items():
                other.labels[label] = other.labels.get(label, 0) + count
        elif edit.do in WITH_OTHER_NAME:
            found.label = edit.to
    places = {id(issue): number for number, issue in enumerate(kept)}
    for old, joined in moved.items():
        target = joined
        while target is not None and id(target) in moved:
            target = moved[id(target)]
        places[old] = places[id(target)] if target is not None else -1
    return kept, places


def _is_split(names: set[str], later: Sequence[TalksEdit]) -> bool:
    """True where a later entry takes a join back: it says that what was joined, by one of these names, is one of its own."""
    return any(edit.do == "split" and edit.name.lower() in names for edit in later)


def find_issue(issues: Sequence[FoundIssue], name: str) -> FoundIssue | None:
    """The issue of this label, else the one of which this is a wording."""
    labelled = next((i for i in issues if _same(i.label, name)), None)
    return labelled or next((i for i in issues if any(_same(label, name) for label in i.labels)), None)


def unused_edits(
    edits: Sequence[TalksEdit], parties: Sequence[str], people: Sequence[str], issues: Sequence[str]
) -> tuple[TalksEdit, ...]:
    """Edits whose name is no word for a party, person or issue of these documents."""
    known = {"party": parties, "person": people, "issue": issues}
    return tuple(e for e in edits if not any(_same(word, e.name) for word in known[e.what]))


def _same(one: str, two: str) -> bool:
    return one.lower() == two.lower()

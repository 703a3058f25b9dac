"""One name for each side over all documents: spellings, short names, initials, and nouns that only describe ("the authority").

A describing noun joins a named body of its kind: the only one of its own document, else the only one of all documents. One person who
speaks for a describing noun in one account and for a named body in another joins the two.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of, described_kinds
from zopa.accounts.introduced import called_by_trait, lands
from zopa.statements.actor_names import kind_of, unnumbered
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Side = tuple[str, str]  # document, and the side as that document calls it


@dataclass(frozen=True, slots=True)
class KnownSides:
    """What is known of the sides of all documents before they are joined.

    Attributes:
        keys: (document, side).
        kinds: kind of each.
        weight: how much each does.
        people: names of those who stand for each.
        mediators: sides that mediate.
        short_names: short name in capitals -> names of bodies that some text explains by it.
        same: groups of names that some text introduces as one body's.
        apart: pairs of sides that do something together or to each other.
        traits: what the texts tell of bodies beside their names: adjectives, states whose they are.
    """

    keys: tuple[Side, ...]
    kinds: Mapping[Side, str]
    weight: Mapping[Side, int]
    people: Mapping[Side, frozenset[str]]
    mediators: frozenset[Side]
    short_names: Mapping[str, frozenset[str]] = field(default_factory=dict[str, "frozenset[str]"])
    same: tuple[frozenset[str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    traits: Mapping[Side, frozenset[str]] = field(default_factory=dict[Side, "frozenset[str]"])

    def traits_of(self, named: Mapping[Side, str]) -> dict[str, frozenset[str]]:
        """What all texts tell of each name beside it."""
        found: dict[str, frozenset[str]] = {}
        called = {side: name for (_, side), name in named.items()}
        for key, told in self.traits.items():
            alike = (
                {body for side, body in called.items() if stands_for(key[1], side)}
                if key[1] not in called
                else set[str]()
            )
            name = named.get(key) or called.get(key[1]) or (next(iter(alike)) if len(alike) == 1 else None)
            if name is not None:
                found[name] = found.get(name, frozenset()) | told
        return found


def describes(name: str) -> bool:
    """True for words that describe a body and do not name it: the last is written small ("the authority", "Vulnerable countries")."""
    last = name.rsplit(maxsplit=1)[-1]
    first, _, rest = name.partition(" ")
    name = f"Its {rest}" if rest and first.lower() in class_of("nation_letters") else name  # "US drugmaker"
    capitals = sum(1 if word.istitle() else sum(c.isupper() or c.isdigit() for c in word) for word in name.split())
    return "&" not in name and last[:1].islower() and capitals <= name[:1].isupper()


def join_sides(sides: KnownSides) -> dict[Side, str]:
    """The name of the party for each side; a side that joins nothing keeps its own."""
    joined = _join_names(sides)
    named = {key: _final(joined, key[1]) for key in sides.keys if not describes(key[1])}
    kinds = _kinds_of(sides, named)
    kinds |= {name: "company" for name in _employers(sides, named) if kinds.get(name) == "group"}
    result = dict(named)
    for key in sides.keys:
        if key not in named and (shared := _shared(sides, key, named)):
            result[key] = shared  # told by whoever speaks for it
    described = [key for key in sides.keys if key not in result]
    for _ in range(_TWO):  # what the first pass joins tells the second whose firm is whose
        known = dict(result)
        result |= {key: body for key in described if (body := _described(sides, key, known, kinds)) is not None}
    return result | {key: _final(joined, key[1]) for key in described if key not in result}


def _shared(sides: KnownSides, key: Side, named: Mapping[Side, str]) -> str | None:
    """The named body for which somebody speaks who also speaks for a side; of several the one in most documents, None for a tie."""
    mine = sides.people.get(key, frozenset())
    shared = Counter(name for other, name in named.items() if sides.people.get(other, frozenset()) & mine)
    ranked = shared.most_common(_TWO)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _join_names(sides: KnownSides) -> dict[str, str]:
    """Short name -> longer name, of names told anywhere: same letters, first words, initials."""
    full = sorted({side for _, side in sides.keys}, key=lambda s: (-len(s.split()), -sum(c.isupper() for c in s), s))
    joined: dict[str, str] = {}
    for side in full:
        longer = _with_kind(sides, side, full) or _longer_name(sides, side, full, joined)
        if longer is not None and _final(joined, longer) != side:  # never round in a circle
            joined[side] = longer
    _join_introduced(sides, joined)
    return joined


def _join_introduced(sides: KnownSides, joined: dict[str, str]) -> None:
    """Join names that a text introduces as one body's, and a plural for what texts call one body ("the Liberals"); none told apart."""
    names = {side for _, side in sides.keys}
    states = {name for (_, name), kind in sides.kinds.items() if kind == "state"}
    told = sides.traits_of({key: _final(joined, key[1]) for key in sides.keys})
    plurals = [{side, body} for side in sorted(names) if (body := called_by_trait(side, told)) is not None]
    for group in (*sides.same, *plurals):
        finals = sorted(
            {_final(joined, name) for name in group & names} - states, key=lambda s: (-len(s.split()), s)
        )  # fmt: skip
        for other in finals[1:]:
            full = _final(joined, finals[0])
            mine = {name for name in names if _final(joined, name) in {full, other}}
            if other != full and not any(pair <= mine for pair in sides.apart):
                joined[other] = full


def _with_kind(sides: KnownSides, side: str, full: Sequence[str]) -> str | None:
    """The name in "Union Satawu", "RMT union", "rival BHP"; None where the words tell no name besides."""
    first, _, rest = side.partition(" ")
    front, _, last = side.rpartition(" ")
    if last.lower() in words_of("worker"):
        return None  # "Boltek pilots" work for Boltek, and are not Boltek
    for word, name in ((first, rest), (last, front)):
        if word.lower() in words_of("collective") and name != name.lower():
            if name in full:
                return name
            if name in sides.short_names:
                return min(sides.short_names[name])
    unions = {name for (_, name), kind in sides.kinds.items() if kind == "union" and not describes(name)}
    if last in words_of("org_union") and (
        own := [name for name in full if name in unions and _adds_members(name, side)]
    ):
        return own[0]  # "Unia Zeglarz sailors' union"
    words = list(dropwhile(lambda word: not word[0].isupper(), side.split()))
    while len(words) > 1 and words[-1] in words_of("collective"):
        words = words[:-1]  # "conservative KDU/KSU alliance"
    named = " ".join(words)
    return named if named != side and named in full and not describes(named) else None


def _longer_name(sides: KnownSides, side: str, full: Sequence[str], joined: Mapping[str, str]) -> str | None:
    """The only longer name that a name stands for, None where there is none or are several."""
    states = {name for (_, name), kind in sides.kinds.items() if kind == "state"}
    lands = [o for o in full if o in states and o.startswith(f"{side} ")] if side.lower() in words_of("compass") else []
    if len(lands) == 1:
        return lands[0]  # "the North"
    if not lands and (rest := _other_half(side, states)) is not None:
        return rest
    plain = next((o for o in full if o != side and o not in states and not describes(o) and _adds_body(o, side)), None)
    if plain is not None:
        return plain
    longer = [o for o in full if o != side and o not in joined and side not in states and stands_for(side, o)]
    told = {_final(joined, o) for o in sides.short_names.get(side, ())} - {side}
    longer += sorted(o for o in told if o not in longer)
    for group in sides.same if len(longer) > 1 else ():  # "InBev": of two longer names that are one body's, the first
        longer = [o for k, o in enumerate(longer) if o not in group or not group & set(longer[:k])]
    if len(longer) > 1:
        longer = [o for o in longer if not any(o != other and stands_for(o, other) for other in longer)]
    if len(longer) > 1:  # of a company and its parts, the one that does something here
        acting = [o for o in longer if any(sides.weight.get(key, 0) for key in sides.keys if key[1] == o)]
        longer = acting if len(acting) == 1 else longer
    exact = [other for other in longer if other.lower() == side.lower()]
    found = exact[:1] or (longer if len(longer) == 1 else [])
    return found[0] if found else None


def _other_half(side: str, states: set[str]) -> str | None:
    """ "The North", where South Tarn and Tarn are told of: Tarn; None where no such pair is, or more than one."""
    opposite = next((row[1] for row in _OPPOSITES if row[0] == side.lower()), None)
    halves = [name for name in states if opposite and f"{opposite.capitalize()} {name}" in states]
    return halves[0] if len(halves) == 1 else None


_OPPOSITES = (("north", "south"), ("south", "north"), ("east", "west"), ("west", "east"))


def _adds_body(short: str, full: str) -> bool:
    """True for a name and what kind of group it is or a part of it: "M23" and "M23 rebels", "M23 delegation"."""
    words = full.split()
    rest = [word.lower() for word in words[len(short.split()) :]]
    return (
        full.startswith(f"{short} ")
        and bool(rest)
        and rest[-1] in words_of("org_armed") | words_of("at_table") | class_of("fighting")
    )


def _adds_members(short: str, full: str) -> bool:
    """True for a union's name and the same with whose union it is behind it."""
    behind = full.removeprefix(f"{short} ").replace("'", "").split()
    return full.startswith(f"{short} ") and len(behind) == _TWO and behind[0] in words_of("worker")


def _final(joined: Mapping[str, str], side: str) -> str:
    while side in joined:
        side = joined[side]
    return side


def _kinds_of(sides: KnownSides, named: Mapping[Side, str]) -> dict[str, str]:
    """Kind of each name; a kind that tells something goes before "group"."""
    kinds: dict[str, str] = {}
    for name in sorted(set(named.values())):
        if kind := told_kind(name, [sides.kinds.get(key, "") for key, other in named.items() if other == name]):
            kinds[name] = kind
    for key, name in named.items():
        kind = sides.kinds.get(key, "group")
        kind = (
            kind_of(name) if kind in {"group", ""} else kind
        )  # told by its name, where its own text lets it do nothing
        if kinds.get(name, "group") in {"group", ""}:
            kinds[name] = kind
    return kinds


def told_kind(name: str, kinds: Sequence[str]) -> str:
    """The kind that texts tell of a body whose name tells another ("Council 33, the largest union"); "" where they do so less often."""
    own = kind_of(name)
    others = Counter(kind for kind in kinds if kind not in {"", "group", "person", own})
    best = others.most_common(1)
    return best[0][0] if best and own != "group" and best[0][1] >= sum(kind == own for kind in kinds) else ""


def _whose(sides: KnownSides, name: str, named: Mapping[Side, str]) -> str | None:
    """The body of whom words name as its own: "Orr's party", where Orr stands for one body only."""
    owner, mark, _ = name.replace("’", "'").partition("'")
    last = owner.rsplit(maxsplit=1)[-1] if owner.split() else ""
    if not mark or not last[:1].isupper():
        return None
    found = {
        body for other, body in named.items()
        if any(person.rsplit(maxsplit=1)[-1] == last for person in sides.people.get(other, ()))
    }  # fmt: skip
    return next(iter(found)) if len(found) == 1 else None


def _employers(sides: KnownSides, named: Mapping[Side, str]) -> set[str]:
    """Bodies for whom somebody is told to work: Boltek, where a text tells of "Boltek pilots"."""
    return {body for _, name in sides.keys if describes(name) and (body := _worked_for(name, named)) is not None}


def _worked_for(name: str, named: Mapping[Side, str]) -> str | None:
    """The body for whom those work whom words describe ("Boltek pilots", "Boltek's staff", "Boltek pilots' union"); else None."""
    words = name.replace("’", "'").replace("'s ", " ").replace("'", "").split()
    words = words[: len(words) - (words[-1].lower() in words_of("org_union"))]
    owner = " ".join(words[:-1])
    if not owner or words[-1].lower() not in words_of("worker"):
        return None
    return next((body for (_, side), body in named.items() if owner in {side, body}), None)


def _counted(sides: KnownSides, name: str) -> str | None:
    """The only group of powers that some text counts ("six powers"), for "the world powers"; else None."""
    counted = {side for _, side in sides.keys if side.endswith(" powers") and side != name}
    return next(iter(counted)) if name == "world powers" and len(counted) == 1 else None


def _described(sides: KnownSides, key: Side, named: Mapping[Side, str], kinds: Mapping[str, str]) -> str | None:
    """The named body that a describing noun stands for, or None where it could be several or nobody."""
    if (owned := _whose(sides, key[1], named) or _counted(sides, key[1])) is not None:
        return owned
    noun, opener = key[1].split()[-1].lower(), key[1].split()[0]
    if opener.lower() in class_of("opposing_side") or set(key[1].replace("-", " ").split()) & words_of("held_by"):
        return None  # "the opposition party" is another one than the one just told of; who is state-owned is not told
    written = {key[1].lower(), opener.lower(), f"{opener.lower()}s"}
    same = {name for other, name in named.items() if opener[0].isupper() and other[1].lower() in written}
    employer = _worked_for(key[1], named)
    if len(same) == 1 and employer is None:
        return next(
            iter(same)
        )  # "European states": the Europeans; "Socialist party": the Socialist Party of another text
    wanted = described_kinds(noun)
    if not wanted or (wanted[0] == "state" and opener[0].isupper()):
        return None  # "the Syrian regime" tells whose it is: never another state's
    everywhere = {name for name in named.values() if name.lower() not in class_of("of_states")}
    near = {name for other, name in named.items() if other[0] == key[0]} & everywhere
    nations = {name: lands(told) for name, told in sides.traits_of(named).items()}
    whose = lands(sides.traits.get(key, ()))
    told_apart = {named[other] for other in named if frozenset({key[1], other[1]}) in sides.apart}
    if noun in words_of("worker"):
        told_apart = {
            name for name in told_apart if kinds.get(name) != "union"
        }  # who works is told of beside their union
    rival = _has_foreign_rival(sides, key, wanted)
    for candidates in (everywhere,) if rival else (near, everywhere):
        for kind in wanted:
            of_kind = {name for name in candidates if kinds.get(name) == kind} - told_apart - {employer}
            fitting = _of_nation(of_kind, whose, nations, rival=rival)
            if len(fitting) == 1:
                return next(iter(fitting))
            if fitting:
                return None
    if wanted == ("state",):
        return None
    rivals = {k[:1] for s in sides.keys if describes(s[1]) and (k := described_kinds(s[1].split()[-1].lower()))}
    if len(rivals) > 1 and wanted[0] != "company":
        return None  # a company and a union are told of: a name of no kind is not the union
    mediating = {named[m] for m in sides.mediators if m in named}
    unknown = {
        name for other, name in named.items()
        if kinds.get(name) == "group" and name not in mediating | told_apart and sides.weight.get(other, 0) > 0
        and name in everywhere
    }  # fmt: skip
    return next(iter(unknown)) if len(unknown) == 1 else None


def _has_foreign_rival(sides: KnownSides, key: Side, wanted: tuple[str, ...]) -> bool:
    """True where the document tells of "the British firm" and "the US drugmaker": the only name near by may be either."""
    whose = lands(sides.traits.get(key, ()))
    return any(
        other[0] == key[0] and describes(other[1]) and lands(sides.traits.get(other, ())) - whose
        and described_kinds(other[1].split()[-1].lower())[:1] == wanted[:1]
        for other in sides.keys if whose
    )  # fmt: skip


def _of_nation(
    names: set[str], whose: frozenset[str], nations: Mapping[str, frozenset[str]], *, rival: bool
) -> set[str]:
    """Of some bodies those told to be of a nation, else those of which no nation is told; all of them for no nation.

    Where a firm of another nation is told of, one that is left over is either's.
    """
    same = {name for name in names if nations.get(name, frozenset()) & whose}
    if same or (rival and len(names) < _TWO):
        return same
    return {name for name in names if not whose or not nations.get(name)}


def stands_for(short: str, full: str) -> bool:
    """True where a name is a part of a longer one that tells nothing else: same words, its first word, its initials."""
    short, full = unnumbered(short, full)
    if not short:
        return False
    a, b = short.lower().split(), full.lower().split()
    if short.lower() == full.lower():
        return short != full
    if _letters(short) == _letters(full) or (short[0].isupper() and _stem_of(short) == _stem_of(full) != ""):
        return (len(a), full) < (len(b), short)  # "AkzoNobel" and "Akzo Nobel", "Sinn Fein" and "Sinn Féin"
    if len(a) == 1 and (_of_party(a[0], b) or _is_adjective(a[0], b)):
        return True
    if len(a) > 1 and short[0].isupper() and _kernel(a) == _kernel(b) and len(_kernel(a)) > 1:
        return len(a) > len(b) or (
            len(a) == len(b) and short > full
        )  # "Freedom Party of Austria" and "Austrian Freedom Party"
    if len(a) >= len(b):
        return _adds_party(short, a, b)
    shorter = _adds_party(short, a, b) or (
        len(a) > _TWO and (a[0], a[-1]) == (b[0], b[-1]) and short[0].isupper() and _in_order(a, b)
    )
    if shorter or a == [word for word in b if word not in class_of("title")]:
        return True  # "Finnish Transport Union" and "Finnish Transport Workers' Union"
    if short.isupper() and len(short) > 1 and short in _initials(full):
        return short.lower() not in words_of("press_name")
    return _begins(short, full) or _ends(short, full)


def _letters(name: str) -> str:
    """The letters and digits of a name without their accents, to tell one spelling from another name."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalnum())


def _stem_of(name: str) -> str:
    """A movement's name without article, plural and kind ("Al Houthi", "Houthis", "Houthi group": "houthi"), "" for other names."""
    words = name.lower().replace("-", " ").split()
    bare = [word for word in words if word not in words_of("name_article")]
    while len(bare) > 1 and bare[-1] in words_of("org_armed") | class_of("fighting") | class_of("kind_of_movement"):
        bare = bare[:-1]
    return bare[0].removesuffix("s") if len(bare) == 1 and (bare != words or words[0].endswith("s")) else ""


def _initials(full: str) -> frozenset[str]:
    """Initials of a name, without its last word's, and without those of a parent's initials in front ("AFSCME District Council")."""
    words = [w for w in full.replace("-", " ").split() if w[0].isupper()]
    whole = "".join(w[0] for w in words)
    grown = "".join(
        w if w.isupper() and len(w) > 1 else w[0] for w in words
    )  # "NHLPA" of the "NHL Players' Association"
    return frozenset({grown, whole, whole[:-1], whole[1:] if full.split(maxsplit=1)[0].isupper() else whole})


def _begins(short: str, full: str) -> bool:
    """True for the first words of a longer name; "AKT port operators" is no longer name of AKT."""
    a, words = short.lower().split(), full.split()
    goes_on = not words[len(a)][0].islower() or words[len(a)].lower() in words_of("org_company")
    same = a == [word.lower() for word in words[: len(a)]]
    if any(word.lower() in words_of("office") | words_of("title") for word in words[len(a) :]):
        return False  # "DUP MP Gregory Campbell" is nobody but himself
    if words[len(a)].lower().strip("'’") in words_of("worker"):
        return False  # "Boltek Pilots' Union": those who work for Boltek
    return short[0].isupper() and same and goes_on and short.lower() not in words_of("generic_first")


def _ends(short: str, full: str) -> bool:
    """True for the last words of a longer name, less its legal form: "Couche-Tard" beside "Alimentation Couche-Tard Inc."."""
    a, b = short.lower().split(), full.lower().split()
    while len(b) > len(a) and b[-1].rstrip(".") in words_of("legal_form"):
        b = b[:-1]
    return a == b[-len(a) :] and (a[-1] in words_of("collective") or short[0].isupper())


_TWO = 2


def _adds_party(short: str, a: list[str], b: list[str]) -> bool:
    """True for "Christian Democrats" and "Christian Democratic Union": the same words, and the kind of body besides."""
    mine, longer = _kernel(a), _kernel(b[b[0].endswith("'s") :])
    return len(a) > 1 and short[0].isupper() and mine < longer and longer - mine <= _PARTIES


_PARTIES = frozenset({"party", "union"})


def _kernel(words: list[str]) -> frozenset[str]:
    """The beginnings of the words of a name, in no order, less what only links them."""
    bare = [word.replace("'", "") for word in words if word not in words_of("inside_name")]
    return frozenset(word[:_ROOT] for word in bare if word.isalpha())


_ROOT = 5  # letters that an adjective shares with its noun: "Austrian", "Austria"


def _in_order(words: list[str], among: list[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


def _is_adjective(short: str, full: list[str]) -> bool:
    """True for "walloon" beside "wallonia": a people's adjective shares the beginning of the land's name."""
    same = len(full) == 1 and short[:_ROOT] == full[0][:_ROOT] and len(short) > _ROOT
    return same and short != full[0] and full[0].endswith("ia") and not short.endswith("ia")


def _of_party(short: str, full: list[str]) -> bool:
    """True for "nationals" or "national" beside "national party", and "liberal" beside "liberals"."""
    if len(full) == 1:
        return full[0] == f"{short}s"
    return len(full) == 2 and full[1] in words_of("org_party") and short.removesuffix("s") == full[0].removesuffix("s")

"""Who takes part: found by what they do, one name each, with a role and a kind."""

from __future__ import annotations

import pytest

from zopa.accounts.joining import stands_for
from zopa.statements.actor_names import kind_of

from .told import parties, record, talks

UNION = "The Saro Boatmen Union demands a lower toll."
PORT = "The Saro Port Authority rejects the lower toll."


def test_whoever_demands_or_refuses_is_a_party() -> None:
    """A state that is only a place is none, nor is anything that does nothing."""
    assert parties(f"{UNION} {PORT} It rained in Norway.") == {
        "Saro Boatmen Union": "negotiates",
        "Saro Port Authority": "negotiates",
    }


@pytest.mark.parametrize(
    "other",
    [
        "The Karsk rebels want a truce.",
        "The Karsk delegation wants a truce.",
        "Karsk Rebels want a truce.",
    ],
)
def test_a_name_with_its_kind_of_group_is_the_name(other: str) -> None:
    """ "M23 rebels", "M23 delegation": M23."""
    assert "Karsk" in parties(f"Karsk demands a road. {PORT}", other)
    assert len(parties(f"Karsk demands a road. {PORT}", other)) == 2


@pytest.mark.parametrize("other", ["The Karski group", "The Karski movement", "The Al Karskis", "The Al-Karski rebels"])
def test_articles_plurals_and_kinds_of_a_movement_are_one_name(other: str) -> None:
    """ "Al Houthi", "the Houthis", "the Houthi group"."""
    assert len(parties(f"The Karskis demand a road. {PORT}", f"{other} rejected the road.")) == 2


def test_two_movements_stay_two() -> None:
    """Another name, and a name of two words, are no form of it."""
    assert len(parties(f"The Karskis demand a road. {PORT}", "The Tolviks rejected the road.")) == 3
    assert not stands_for("Al Karski", "Karski Dawn movement")


@pytest.mark.parametrize(
    ("one", "two", "name"),
    [
        (
            "The Saro Transport Union demands a raise.",
            "The Saro Transport Workers' Union wants a raise.",
            "Saro Transport Workers' Union",
        ),
        ("The Freedom Party of Saro demands a vote.", "The Saro Freedom Party wants a vote.", "Saro Freedom Party"),
        (
            "The United Dockers Transport Union (Udtu) demands a raise.",
            "Udtu wants a raise.",
            "United Dockers Transport Union",
        ),
        ("The Saro Boatmen Union (SBU) demands a raise.", "Union SBU wants a raise.", "Saro Boatmen Union"),
    ],
)
def test_one_body_under_two_names(one: str, two: str, name: str) -> None:
    """A word more, another order, initials that another text explains."""
    found = {party for party in parties(f"{one} {PORT}", two) if party != "Saro Port Authority"}
    assert found == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The Declaration demands a raise.",
        "The Defence Minister demands a raise.",
        "The prospective parties want a raise.",
    ],
)
def test_papers_offices_and_whoever_talks_are_no_party(text: str) -> None:
    """What is signed and what somebody holds demand nothing."""
    assert parties(f"{UNION} {PORT} {text} {text}").keys() == {"Saro Boatmen Union", "Saro Port Authority"}


def test_a_side_that_hosts_its_own_talks_mediates_nothing() -> None:
    """Norway negotiates with Kenya and hosts the next round; who only hosts mediates."""
    text = "Norway refused the tolls and rejected the map. Kenya demanded the tolls. Norway will host the next round."
    assert parties(text)["Norway"] == "negotiates"


def test_nothing_told_gives_nobody() -> None:
    """Weather has no parties."""
    assert parties("It rained all day.") == {}


@pytest.mark.parametrize("noun", ["union", "boatmen union"])
def test_a_describing_noun_joins_the_only_body_of_its_kind(noun: str) -> None:
    """In its own document first, then in all; the words are kept as another name."""
    found = talks(f"{UNION} {PORT}", f"The {noun} wants a night ferry.").participants
    assert [p.name for p in found.parties] == ["Saro Boatmen Union", "Saro Port Authority"]
    assert found.party_of("d1", noun) in {"Saro Boatmen Union", None}


def test_a_describing_noun_that_could_be_two_joins_none() -> None:
    """Two unions: "the union" of a third text is neither."""
    text = "The Saro Boatmen Union demands a lower toll. The Saro Pilots Union demands a night ferry."
    found = talks(text, "The union wants a longer pier.").participants
    assert {"Saro Boatmen Union", "Saro Pilots Union"} <= {party.name for party in found.parties}
    assert found.party_of("d1", "union") not in {"Saro Boatmen Union", "Saro Pilots Union"}


def test_the_kind_comes_from_the_noun_that_joins() -> None:
    """A name that tells no kind, and "the union" beside it: it is the union."""
    found = talks("Zerrin demands a lower toll. The union rejects the new rota.", PORT).participants
    assert found.parties[0].name == "Zerrin"
    assert found.parties[0].kind == "union"


@pytest.mark.parametrize(
    "text",
    [
        "Several countries demand a lower toll.",
        "Talks demand a lower toll.",
        "The region backs a lower toll.",
        "Leaders of the region demand a lower toll.",
        "The nation rejects a lower toll.",
        "The Coast News demands a lower toll.",
        "Reuters demands a lower toll.",
    ],
)
def test_nobody_in_particular_is_no_party(text: str) -> None:
    """A number of whoever, the talks themselves and the press are none."""
    assert parties(text) == {}


def test_mediators_are_told_apart() -> None:
    """Whoever is called a mediator, or brings a proposal together with one, mediates."""
    text = "Qatar brokered the talks. Norway demands the lower dam. Peru rejects the lower dam."
    assert parties(text) == {"Norway": "negotiates", "Peru": "negotiates", "Qatar": "mediates"}


def test_people_stand_under_their_party_once() -> None:
    """Forms of address make no second person."""
    first = "Norway demands the lower dam. Norway's foreign minister Ana Brod said that Norway wants peace."
    found = talks(first, "Norway rejects the lower toll. Norway's foreign minister Ana Brod spoke.").participants
    (norway,) = found.parties
    assert list(norway.people) == ["Ana Brod"]
    assert found.people["Ana Brod"] == "Norway"


def test_an_adjective_is_the_land() -> None:
    """ "Walloon" and "Wallonia" are one."""
    assert set(
        parties(
            f"Tolvonia rejects the map. {PORT}",
            "The Tolvon government rejected the map. Tolvonian leaders refused the toll.",
        )
    ) <= {
        "Tolvonia",
        "Saro Port Authority",
        "Tolvon government",
    }


@pytest.mark.parametrize(
    ("one", "two", "name"),
    [
        ("DC 33 demands a raise.", "AFSCME District Council 33 wants a raise.", "AFSCME District Council 33"),
        ("BHP demands a raise. The rival BHP wants more.", "BHP Group Limited wants a raise.", "BHP Group Limited"),
        ("Couche-Tard demands a raise.", "Arden Couche-Tard Inc. wants a raise.", "Arden Couche-Tard Inc."),
        ("The North demands a raise.", "North Korea wants a raise.", "North Korea"),
    ],
)
def test_names_of_one_body(one: str, two: str, name: str) -> None:
    """Initials with a number, a company's legal form, a word that describes, a compass point for a land."""
    assert set(parties(f"{one} {PORT}", two)) == {name, "Saro Port Authority"}


def test_other_numbers_are_other_bodies() -> None:
    """Local 5 is not Local 33."""
    assert "Harbour Local 5" in parties("Harbour Local 5 demanded a raise.", "Harbour Local 33 wanted a raise.")


def test_what_a_text_tells_goes_before_what_the_name_tells() -> None:
    """A council of workers is a union where a text says so."""
    told = talks(
        "Members of Harbour Council 33, the city's largest union, demanded a raise. Harbour Council 33 rejected it."
    )
    assert [(p.name, p.kind) for p in told.participants.parties if "33" in p.name] == [("Harbour Council 33", "union")]


@pytest.mark.parametrize("text", ["The talks end at 5pm. 5pm demands it.", "The Coast Treaty demands a raise."])
def test_hours_and_treaties_are_no_parties(text: str) -> None:
    """Nor is "the French carmaker" where nobody tells which."""
    assert set(parties(f"{text} {PORT} {UNION}")) == {"Saro Port Authority", "Saro Boatmen Union"}


def test_a_member_of_parliament_is_not_the_party() -> None:
    """ "DUP MP Gregory Campbell" is no longer name of the DUP, and the leader in the north leads the party itself."""
    told = talks(
        "The DUP demands a raise. DUP MP Gregory Campbell rejects it. Coast Party Northern leader Lena Orr demands a toll.",
        PORT,
    )
    names = {party.name for party in told.participants.parties}
    assert "DUP" in names
    assert not {name for name in names if "Campbell" in name or "Northern" in name}


@pytest.mark.parametrize(
    ("one", "two", "name"),
    [
        ("The far-left Unidas Verdes party demands a vote.", "Verdes wants a vote.", "Unidas Verdes"),
        (
            "The Socialist Party (PXD) demands a vote.",
            "The PXD wants a vote. The Socialist party asks for a vote.",
            "Socialist Party",
        ),
    ],
)
def test_spellings_of_one_body(one: str, two: str, name: str) -> None:
    """Without what describes it, by its last word, by initials that another text explains."""
    found = {party.lower() for party in parties(f"{one} {PORT}", two) if party != "Saro Port Authority"}
    assert found == {name.lower()}


@pytest.mark.parametrize("body", ["regime", "government", "junta", "administration"])
def test_a_government_told_by_its_nation_is_no_other_state(body: str) -> None:
    """ "The Kenyan regime" of one account is Kenya, though Norway is the only state of the other that acts."""
    told = talks(
        f"The Kenyan {body} rejects the tolls. {PORT}",
        f"Norway demanded the tolls and accused the Kenyan {body} of delay.",
    )
    (norway,) = (p for p in told.participants.parties if p.name == "Norway")
    assert {passage.source for passage in norway.passages} == {"d1"}
    assert "Kenya" in {p.name for p in told.participants.parties}


@pytest.mark.parametrize(
    ("short", "full"), [("AkzoNobel", "Akzo Nobel"), ("Sinn Fein", "Sinn Féin"), ("Co-op", "Coop")]
)
def test_a_name_with_and_without_a_blank_or_an_accent(short: str, full: str) -> None:
    """One spelling stands for the other, never both for each other."""
    assert stands_for(short, full) != stands_for(full, short)
    assert not stands_for(short, f"{full}s")


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The secretary of Kenya's Supreme Security Council Omar Tal rejected the map.", "Omar Tal", "Kenya"),
        ("The head of the Saro Port Authority Ana Orr rejected the map.", "Ana Orr", "Saro Port Authority"),
        (
            "A lack of trust between Lind and Verdes leader Ana Orr delays the vote. Tomas Lind left. The Verdes party left.",
            "Ana Orr",
            "Verdes",
        ),
        ("Oslo • The chief negotiator for Kenya, Ana Pope, rejected the map.", "Ana Pope", "Kenya"),
    ],
)
def test_whose_side_somebody_with_an_office_is(text: str, person: str, side: str) -> None:
    """The body whose head stands behind its name, the second of two names, the land behind "for" after a dateline."""
    actors = {actor.name: actor.side for actor in record("a", text).actors}
    told = actors[person]
    assert actors.get(told, told) == side  # through the body that belongs to it


def test_the_land_where_political_parties_talk_is_no_party() -> None:
    """Its parliament and its premier act; a second state makes it talks of states."""
    text = "The Red Party demands a vote. The Green Party rejects the vote. Norway demands a new road. "
    assert parties(text) == {"Red Party": "negotiates", "Green Party": "negotiates", "Norway": "comments"}
    assert parties(f"{text} Peru rejects the new road.")["Norway"] == "negotiates"


def test_a_nations_company_is_nobody_in_particular() -> None:
    """ "A Norwegian firm is the target": not whoever acted last; "the Group of Seven" is no company."""
    found = parties("Baltex Motors demands a lower toll. A Norwegian firm rejects the toll.")
    assert set(found) == {"Baltex Motors"}
    assert (kind_of("Group of Seven"), kind_of("Baltex Group")) == ("group", "company")


def test_names_that_stand_for_each_other_are_joined_once() -> None:
    """ "Tarn union" is Tarn, "Tarn" the first word of "Tarn union": neither goes round in a circle, whichever is told first."""
    one, two = "Tarn demands a raise.", "The Tarn union wants a raise. The Tarn Union asks for a raise."
    assert len(parties(f"{one} {PORT}", two)) == len(parties(two, f"{one} {PORT}")) == 2


def test_an_army_named_after_a_divided_land_is_one_of_its_sides() -> None:
    """Where a text tells of rivals in a land; else the army is the state's."""
    army = "The Kenyan National Army commander Ana Pope left. The Kenyan National Army rejected the map."
    rivals = {a.name: a.side for a in record("a", f"Kenya's rival leaders met in Oslo. {army}").actors}
    assert rivals["Ana Pope"] == rivals["Kenyan National Army"] == "Kenyan National Army"
    state = {a.name: a.side for a in record("a", army).actors}
    assert state["Ana Pope"] == state["Kenyan National Army"] == "Kenya"


BOLTEK = "Boltek offered a rise of 3 percent on Monday. The company will not pay more."


@pytest.mark.parametrize(
    ("told", "union"),
    [
        ("The pilots' union Unia Lotnik rejected the offer.", "Unia Lotnik"),
        ("The union, Unia Lotnik, which represents 900 pilots, rejected the offer.", "Unia Lotnik"),
        ("Unia Lotnik, the union, rejected the offer.", "Unia Lotnik"),
    ],
)
def test_a_body_told_by_the_noun_beside_it_is_nobodys_name(told: str, union: str) -> None:
    """Two words with capitals look like somebody's name; "the union" beside them tells what they are."""
    assert parties(f"{BOLTEK} {told}") == {"Boltek": "negotiates", union: "negotiates"}


@pytest.mark.parametrize("worker", ["pilots", "drivers", "nurses"])
def test_those_who_work_for_somebody_are_not_their_employer(worker: str) -> None:
    """ "Boltek pilots" stand across the table from Boltek, and beside their union."""
    found = talks(f"{BOLTEK} Boltek {worker} reject the offer. The union, Unia Lotnik, demands 6 percent.").participants
    assert {name for (_, side), name in found.names.items() if side == f"Boltek {worker}"} == {"Unia Lotnik"}
    alone = talks(f"{BOLTEK} Boltek {worker} reject the offer.").participants
    assert {name for (_, side), name in alone.names.items() if side == f"Boltek {worker}"} == {f"Boltek {worker}"}


def test_a_union_told_with_its_members_is_the_union() -> None:
    """ "The Unia Lotnik pilots' union", where another account tells that Unia Lotnik is one; "the Boltek pilots' union" is not Boltek."""
    long = "The Unia Lotnik pilots' union rejected the offer."
    assert set(parties(f"{BOLTEK} {long}", "The union Unia Lotnik wants 6 percent.")) == {"Boltek", "Unia Lotnik"}
    assert set(parties(f"{BOLTEK} The Boltek pilots' union rejected the offer.")) == {"Boltek", "Boltek pilots' union"}


def test_a_leader_beside_a_body_is_no_body() -> None:
    """ "The head of the union, Ana Brod": a person, who speaks for it."""
    found = parties(f"{BOLTEK} The head of the Harbour Union, Sela Brod, rejected the offer.")
    assert found == {"Boltek": "negotiates", "Harbour Union": "negotiates"}


def test_a_paper_that_reports_takes_no_part() -> None:
    """ "The Karsk Mirror reported that": it tells what others do."""
    text = f"{UNION} {PORT} Karsk Mirror reported that the toll will fall."
    assert set(parties(text)) == {"Saro Boatmen Union", "Saro Port Authority"}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Christian Democrats", "Christian Democratic Union"),
        ("Social Democrats", "Germany's Social Democratic Party"),
    ],
)
def test_who_belongs_to_a_party_is_the_party(short: str, full: str) -> None:
    """Whose first word is also a given name too."""
    assert stands_for(short, full)
    assert not stands_for(full, short)
    assert parties(f"The {short} demand a lower toll. {PORT}").get(short) == "negotiates"


def test_the_owner_of_something_is_not_of_its_side() -> None:
    """ "Boltek, the owner of Dove and Flora, rejected": neither Dove nor Flora did."""
    found = parties(
        f"Boltek, the Norwegian-Kenyan owner of Dove and Flora, rejected the toll. {UNION} Boltek wants a rebate."
    )
    assert set(found) == {"Boltek", "Saro Boatmen Union"}


def test_initials_that_hold_the_initials_of_a_parent() -> None:
    """ "SRLPA" of the "SRL Players' Association": one union, and not the league."""
    found = parties(
        "The SRL Players' Association demands a raise. The SRL rejected the raise.",
        "The SRLPA wants a raise. The SRL rejected the raise.",
    )
    assert set(found) == {"SRL", "SRL Players' Association"}


@pytest.mark.parametrize("people", ["players", "actors", "writers"])
def test_those_who_play_and_write_are_their_union(people: str) -> None:
    """ "The players want a raise": the one union of the other account."""
    found = parties(
        "The Saro Stage Guild demands a raise. Saro League rejected the raise.",
        f"The {people} want a raise. Saro League rejected the raise.",
    )
    assert set(found) == {"Saro League", "Saro Stage Guild"}


@pytest.mark.parametrize("who", ["rebels", "militia"])
def test_a_body_of_states_is_nobodys_other_name(who: str) -> None:
    """The only body of no told kind is not the United Nations: whoever is told by a noun alone stays that."""
    text = (
        f"The {who} offered Norway a list of prisoners. U.N. officials said that the United Nations would offer a hall "
        "and rejected the levy. Norway rejected the list."
    )
    names = talks(text).participants.names
    assert names["d0", "United Nations"] == "United Nations"
    assert names["d0", who] == who


def test_both_sides_of_talks_take_part() -> None:
    """ "Talks between X and Y" tells both, whatever else they do; so do two accounts of one meeting."""
    told = parties("Talks between Norway and Peru ended on Monday.", f"{UNION} {PORT}")
    assert told["Norway"] == told["Peru"] == "negotiates"
    met = "Envoys of Norway met envoys of Peru in Lima."
    assert "Norway" not in parties(met, f"{UNION} {PORT}")
    assert parties(met, f"{met} It rained.", f"{UNION} {PORT}")["Peru"] == "negotiates"


@pytest.mark.parametrize("body", ["the United Nations", "the OSCE", "the African Union"])
def test_a_body_of_states_that_meets_a_side_is_no_side_by_that(body: str) -> None:
    """It mostly brings others together."""
    met = f"Envoys of {body} met envoys of Peru in Lima."
    assert set(parties(met, f"{met} It rained.", f"{UNION} {PORT}")) == {"Saro Boatmen Union", "Saro Port Authority"}


@pytest.mark.parametrize(
    ("deed", "role"),
    [
        ("Norway facilitated the talks between Peru and Chile.", "mediates"),
        ("Norway said that a border would facilitate trade.", "comments"),
        ("Norway did not mediate.", None),
    ],
)
def test_who_mediates(deed: str, role: str | None) -> None:
    """Whoever eases the talks; not who eases anything else, nor who does not."""
    assert parties(deed, f"{UNION} {PORT}").get("Norway") == role


def test_what_a_person_does_is_the_party_s_of_which_another_account_tells() -> None:
    """ "Mr Tell accepted": his party, which only the other account names."""
    one = "Tolv Karsk accepted the lower toll."
    two = "The Reds party of President Tolv Karsk met in Lima."
    assert parties(one, two, UNION)["Reds"] == "negotiates"
    assert "Reds" not in parties(two, UNION)


def test_a_body_with_a_land_s_name_in_front_keeps_its_own() -> None:
    """ "Peru's Movement for Democratic Change (MDC)" is no movement of Peru's; "8 March the union" is the union."""
    told = parties("The leader of Peru's Movement for Democratic Change (MDC) demands a road.", PORT)
    assert set(told) == {"Movement for Democratic Change", "Saro Port Authority"}
    assert "union" in parties("In a letter dated 8 March the union rejected the offer. The union wants a raise.", PORT)


def test_the_government_of_a_president_is_a_side() -> None:
    """And not the president."""
    told = parties("The interim government of President Tolv Karsk demands a truce and rejected the map.", UNION)
    assert told == {"interim government": "negotiates", "Saro Boatmen Union": "negotiates"}

"""Every screen answers, says what to do where it is empty, and shows hostile text as text."""

from __future__ import annotations

import re

import pytest

from zopa.run.talks import init_case
from zopa.web.screens import SCREENS

from .talks import ARABIC, CASE, make_case, make_client

ADDRESSES = [
    "/",
    "/documents",
    "/documents/gazette",
    "/statements",
    "/parties",
    "/case",
    *(f"/screen/{key}" for key in SCREENS),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return make_client(make_case(tmp_path_factory.mktemp("web") / "talks"))


@pytest.mark.parametrize("address", [*ADDRESSES, "/first-page", *(f"/part/{key}" for key in SCREENS)])
def test_every_page_answers(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert len(answer.text) > 100


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_case_says_what_to_do_next(tmp_path, address):
    """A case just made has nothing to show; each of its screens names the next step and leads there."""
    init_case(tmp_path / "talks", title="New talks", analyst="desk", today="2031-03-15")
    client = make_client(tmp_path / "talks")
    if address == "/documents/gazette":
        assert client.get(address).status_code == 404
        return
    page = client.get(address).text
    key = address.removeprefix("/screen/")
    if key in SCREENS and SCREENS[key].slow:
        page = client.get(f"/part/{key}").text
    assert any(
        word in page
        for word in ("Drag", "drag", "Add documents", "Write", "Give the issues", "Choose an earlier", "case file")
    )


def test_what_cannot_be_found_is_said_with_a_way_on(client):
    for address in ("/documents/nothing", "/screen/nothing"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert 'href="/documents"' in answer.text


def test_a_script_in_a_document_stays_text(client):
    """Tags of a document are shown as characters, in its page, beside a page, and among the statements."""
    for address in ("/documents/hostile", "/passage/hostile?at=0-90", "/statements?source=hostile"):
        page = client.get(address).text
        assert "<script>window.pwned" not in page
        assert "<img src=x" not in page
        assert "&lt;" in page
    assert "‹U+202E›" in client.get("/documents/hostile").text


@pytest.mark.parametrize("words", ['"><script>x</script>', "' OR 1=1 --", '"', "*", "a" * 5000, "\x00", "NEAR(", "^"])
def test_hostile_words_in_the_search_find_nothing_and_break_nothing(client, words):
    answer = client.get("/statements", params={"q": words})
    assert answer.status_code == 200
    assert "<script>x" not in answer.text


@pytest.mark.parametrize(
    ("words", "found"), [("pier", "gazette"), ("اتفاق", "arabic"), ("الرسوم", "arabic"), ("tol fal", "gazette")]
)
def test_parts_of_words_are_found_in_any_script(client, words, found):
    """A beginning or a stem is enough, behind an article too."""
    page = client.get("/statements", params={"q": words}).text
    assert f"/documents/{found}" in page


def test_filters_hold_together(client):
    everything = client.get("/statements").text.count('class="who"')
    gazette = client.get("/statements", params={"source": "gazette"}).text.count('class="who"')
    assert 0 < gazette < everything
    assert (
        client.get("/statements", params={"source": "gazette", "q": "no such words at all"}).text.count('class="who"')
        == 0
    )


def test_a_right_to_left_text_says_so_itself(client):
    page = client.get("/documents/arabic").text
    assert 'id="text" dir="auto"' in page
    assert ARABIC.split()[0] in page


def test_a_passage_opens_with_what_stands_around_it(client):
    page = client.get("/passage/gazette?at=120-140").text
    assert 'class="hit"' in page
    assert client.get("/passage/gazette?at=140-120").status_code == 404
    assert client.get("/passage/gazette?at=0-99999").status_code == 404


def test_the_brief_comes_as_a_file_in_three_forms(client):
    for form, start in (("html", b"<!doctype html>"), ("md", b"#"), ("docx", b"PK")):
        answer = client.get(f"/brief.{form}")
        assert answer.status_code == 200
        assert answer.content.lstrip().startswith(start)
        assert "attachment" in answer.headers["content-disposition"]
    assert client.get("/brief.exe").status_code == 404


def test_sliders_tell_every_reading_and_write_nothing(client):
    """The city wants the pier kept; moving what it has without a deal to the top leaves no deal or only its own."""
    assert 'name="parties.city.no-deal"' in client.get("/levers?party=city").text
    page = client.post("/levers/move", data={"party": "city", "parties.city.no-deal": "100"}).text
    assert "1 slider moved" in page
    assert "the case as written" in page
    assert client.get("/levers?party=nobody").status_code == 400
    assert client.post("/levers/move", data={"party": "city", "parties.city.no-deal": "101"}).status_code == 400


TWO = (
    CASE.replace(", status: proposed", "")
    + "  guild:\n    pier: {prefers: sell > keep}\n    toll: {prefers: same > half}\n"
)


@pytest.fixture
def two(tmp_path):
    """A client of a case between two parties that want the opposite."""
    return make_client(make_case(tmp_path / "two", TWO))


def test_sliders_tell_the_draws_in_words_beside_what_they_were(two):
    """With all else as vague as it is: a word of the scale for a deal and for each draft, and no share anywhere."""
    still = two.post("/levers/draws", data={"party": "guild"}).text
    assert "Is a deal possible" in still
    assert "before:" not in still
    moved = two.post("/levers/draws", data={"party": "guild", "parties.guild.no-deal": "100"}).text
    assert "<b>in no draw</b>" in moved
    assert "before: " in moved
    assert not re.search(r"\d ?%|0\.\d", still + moved)
    assert two.post("/levers/draws", data={"party": "guild", "parties.guild.no-deal": "101"}).status_code == 400


def test_both_screens_have_the_sliders_and_no_other(two):
    """The deals and what if; they tell of one engine."""
    pages = {key: two.get(f"/screen/{key}").text for key in ("deals", "whatif", "deadlock")}
    assert [key for key, page in pages.items() if 'hx-post="/levers/move"' in page] == ["deals", "whatif"]


def test_who_must_agree_stands_first_among_the_sliders(tmp_path):
    """Only they turn an answer."""
    home = make_case(tmp_path / "mediated", TWO.replace("city: {name: City,", "city: {name: City, role: mediator,"))
    page = make_client(home).get("/screen/deals").text
    assert page.index('<option value="guild"') < page.index('<option value="city"')


def test_home_asks_first_what_the_screen_of_what_if_ranks_first(two):
    """The first page is made anew once the screen has run, with what that says."""
    assert "has not been run on this case" in two.get("/first-page").text
    assert two.get("/part/whatif?draws=100").status_code == 200
    assert "has not been run on this case" in two.get("/first-page").text  # too few to say what comes first
    assert two.get("/part/whatif").status_code == 200
    assert "By zopa whatif, 500 draws" in two.get("/first-page").text


@pytest.mark.parametrize("key", SCREENS)
def test_every_screen_is_in_the_navigation(two, key):
    """What is there can be reached from Home."""
    assert f'<a href="/screen/{key}"' in two.get("/").text

"""Nobody reaches the workbench without its token, under another name, or from another page."""

from __future__ import annotations

import pytest

from zopa.web.guard import POLICY
from zopa.web.serve import write_opener

from .talks import PORT, TOKEN, make_case, make_client


@pytest.fixture
def home(tmp_path):
    return make_case(tmp_path / "talks")


@pytest.mark.parametrize("address", ["/", "/documents", "/case", "/static/workbench.js", "/brief.html", "/nothing"])
def test_without_the_token_there_is_nothing_to_see(home, address):
    """Every address refuses, also those that do not exist, and tells nothing of the case."""
    answer = make_client(home, known=False).get(address)
    assert answer.status_code == 403
    assert "Harbour" not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", TOKEN[:-1], "ü"])
def test_a_wrong_token_buys_no_cookie(home, token):
    answer = make_client(home, known=False).get("/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_token_becomes_a_strict_cookie_and_leaves_the_address(home):
    """The first answer sends the browser to the same page without the token, and no script can read the cookie."""
    client = make_client(home, known=False)
    answer = client.get(f"/documents?a=1&token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/documents?a=1"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/documents").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.1.evil.example:{PORT}", ""]
)
def test_another_name_for_this_machine_is_refused(home, host):
    """A page elsewhere that points its own name at this machine gets no answer, cookie or not."""
    answer = make_client(home).get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Harbour" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": f"https://127.0.0.1:{PORT}"}, {"sec-fetch-site": "cross-site"},
     {"sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_changes_are_taken_only_from_its_own_pages(home, headers):
    before = (home / "case.yaml").read_bytes()
    answer = make_client(home).post("/confirm", data={"path": "parties\nguild"}, headers=headers)
    assert answer.status_code == 403
    assert (home / "case.yaml").read_bytes() == before


def test_a_body_without_end_or_too_large_is_refused(home):
    client = make_client(home)
    assert client.post("/case/check", content=b"", headers={"content-length": str(2**30)}).status_code == 413


@pytest.mark.parametrize(
    "address", ["/", "/documents", "/documents/hostile", "/nothing", "/static/workbench.js", "/screen/deals", "/case"]
)
def test_every_answer_carries_the_strict_policy(home, address):
    """No inline script or style, no eval, nothing from elsewhere; and no page of ours asks for any of it."""
    answer = make_client(home).get(address)
    assert answer.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    if "html" in answer.headers["content-type"]:
        assert " style=" not in answer.text
        assert "<style" not in answer.text
        assert " onclick" not in answer.text
        assert 'src="http' not in answer.text
        assert 'href="http' not in answer.text
        assert '<script type="application/json"' in answer.text or "<script>" not in answer.text


def test_the_key_stands_in_no_argument_of_the_browser(tmp_path):
    """The browser is given a page that only its owner can read; the page leads to the address with the key."""
    shown = write_opener(tmp_path, "http://127.0.0.1:1/?token=secret&x=1")
    assert "secret" not in shown
    page = tmp_path / "open.html"
    assert page.as_uri() == shown
    assert page.stat().st_mode & 0o077 == 0
    assert "token=secret&amp;x=1" in page.read_text(encoding="utf-8")


def test_a_page_elsewhere_gets_the_cookie_by_a_page_of_ours(home):
    """After a redirect from elsewhere the browser would keep a strict cookie back."""
    client = make_client(home, known=False)
    answer = client.get(
        f"/screen/process?token={TOKEN}&page=2", headers={"Sec-Fetch-Site": "cross-site"}, follow_redirects=False
    )
    assert answer.status_code == 200
    assert "url=/screen/process?page=2" in answer.text
    assert TOKEN not in answer.text
    assert TOKEN in answer.headers["set-cookie"]

"""A case file that is broken empties no screen: the last good case stays, and every screen says so."""

from __future__ import annotations

import pytest
from tests.unit.web.talks import CASE, hidden, make_case, make_client

BROKEN = (
    CASE + "parties: [x\n",
    CASE.replace("keep: stays", "keep: stays, keep: goes"),
    CASE.replace("prefers: keep > sell", "prefers: kept > sell"),
    "- nothing\n- here\n",
    "<<<<<<< mine\n" + CASE + "=======\n>>>>>>> theirs\n",
)
SCREENS = ("/", "/documents", "/statements", "/screen/process", "/screen/assumptions", "/screen/deals", "/case")


@pytest.mark.parametrize("text", BROKEN)
def test_the_last_good_case_stays(tmp_path, text):
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    assert 'id="faults"' not in client.get("/").text
    assert client.get("/part/deals").status_code == 200
    seen = hidden(client.get("/case").text, "sha256")
    client.post("/case", data={"text": text, "sha256": seen})
    assert (home / "case.yaml").read_text(encoding="utf-8") == text
    for address in SCREENS:
        page = client.get(address).text
        assert 'id="faults"' in page, address
        assert "Harbour talks" in page
    assert "Old pier" in client.get("/").text
    assert client.get("/part/deals").status_code == 200
    assert client.get("/levers?party=city").status_code == 200


def test_the_editor_shows_the_broken_text_and_its_mending_brings_the_case_back(tmp_path):
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    client.get("/")
    (home / "case.yaml").write_text("title: [half\n", encoding="utf-8")
    page = client.get("/case").text
    assert "title: [half" in page
    assert "case-syntax" in page
    client.post("/case", data={"text": CASE.replace("Harbour talks", "Pier talks"), "sha256": hidden(page, "sha256")})
    mended = client.get("/").text
    assert "Pier talks" in mended
    assert 'id="faults"' not in mended


def test_nothing_is_written_into_a_broken_file(tmp_path):
    """Confirming and coding would write over what somebody is in the middle of."""
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    client.get("/")
    (home / "case.yaml").write_text(BROKEN[0], encoding="utf-8")
    answer = client.post("/confirm", data={"path": "parties\nguild"})
    assert answer.status_code == 422
    assert (home / "case.yaml").read_text(encoding="utf-8") == BROKEN[0]


def test_a_file_that_is_gone_or_no_text(tmp_path):
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    client.get("/")
    (home / "case.yaml").write_bytes(b"\xff\xfe\x00\x00")
    assert "Old pier" in client.get("/").text
    (home / "case.yaml").unlink()
    page = client.get("/").text
    assert "Old pier" in page
    assert 'id="faults"' in page


def test_the_editor_cuts_no_long_file(tmp_path, monkeypatch):
    monkeypatch.setattr("zopa.web.case_pages.LONGEST", 100)
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    seen = hidden(client.get("/case").text, "sha256")
    assert client.post("/case", data={"text": CASE, "sha256": seen}).status_code == 400
    assert (home / "case.yaml").read_text(encoding="utf-8") == CASE

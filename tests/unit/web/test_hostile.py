"""Whatever is asked or sent: an answer of ours, never a fault of the server."""

from __future__ import annotations

import itertools
import os

import pytest
from tests.unit.web.talks import HARBOUR, hidden, make_case, make_client

from zopa.web.app import ASKED, CHANGING

ODD = (
    "²",
    "٣",
    "-1",
    "--5",
    "9" * 5_000,
    "1.5",
    "",
    "..",
    "a\x00b",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "x" * 3_000,
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return make_client(make_case(tmp_path_factory.mktemp("case") / "harbour"))


@pytest.mark.parametrize("name", ["..", ".", "...", "a/..", "..\\..", "/", "C:\\..", ""])
def test_uploads_with_no_name(client, name):
    """Refused with a reason."""
    answer = client.post("/documents", files={"files": (name, HARBOUR)}, follow_redirects=False)
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    "name",
    ["x" * 900 + ".txt", "é" * 400 + ".md", "a." + "b" * 400, ".hidden.txt", "../../up.txt", "a\nb.txt", "名" * 300],
)
def test_uploads_with_long_and_odd_names(tmp_path, name):
    """Taken under a name that a disk can hold, inside the folder."""
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    before = {p for p in tmp_path.rglob("*") if "cache" not in str(p)}
    answer = client.post("/documents", files={"files": (name, f"{name[:9]} {HARBOUR}")}, follow_redirects=False)
    assert answer.status_code == 303
    new = {p for p in tmp_path.rglob("*") if p.is_file() and "cache" not in str(p)} - before
    assert {p.parent for p in new} == {home / "sources"}


@pytest.mark.parametrize("address", (
    "/part/nosuch /part/%2e%2e /screen/nosuch /brief.exe /documents/nosuch /passage/nosuch /static/nosuch /static/%2e%2e%2fapp.py "
    "/static/noending /levers /levers?party=nosuch"
).split())  # fmt: skip
def test_what_is_not_there(client, address):
    assert 400 <= client.get(address).status_code < 500


@pytest.mark.parametrize(("path", "odd"), list(itertools.product([path for path, _ in ASKED], ODD)))
def test_odd_questions(client, path, odd):
    """Every address with odd names in it and odd values behind it."""
    safe = "".join(c for c in odd if c.isprintable() and c not in "/?#.") or "x"
    names = ("at", "page", "party", "since", "a", "b", "reading", "q", "source", "speaker")
    answer = client.get(path.format(key=safe, form=safe, name=safe), params=dict.fromkeys(names, odd))
    assert answer.status_code < 500


@pytest.mark.parametrize(("path", "odd"), list(itertools.product([path for path, _ in CHANGING], ODD)))
def test_odd_forms(client, path, odd):
    """Every form with odd values in every field, alone and with a document that exists."""
    names = ("path", "start", "end", "from", "to", "party", "issue", "kind", "stance", "was", "said_by", "sha256", "text", "to", "id",
             "record", "do", "speaker", "act", "issues", "back", "source", "parties.city.no-deal")  # fmt: skip
    data = dict.fromkeys(names, odd)
    assert client.post(path.format(name="gazette"), data=data, follow_redirects=False).status_code < 500
    known = data | {
        "party": "city",
        "issue": "pier",
        "kind": "position",
        "sha256": hidden(client.get("/case").text, "sha256"),
    }
    if path != "/case":
        assert client.post(path.format(name="gazette"), data=known, follow_redirects=False).status_code < 500


@pytest.mark.parametrize("code", [28, 30])
def test_a_full_disk_is_told(tmp_path, monkeypatch, code):
    """By upload, by the editor and by coding; what was there stays."""
    home = make_case(tmp_path / "harbour")
    client = make_client(home)
    page = client.get("/case").text
    before = (home / "case.yaml").read_bytes()

    def full(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("zopa.folder.atomic._write_draft", full)
    for path, data in (
        ("/case", {"text": "title: y\n", "sha256": hidden(page, "sha256")}),
        ("/confirm", {"path": "parties\nguild"}),
    ):
        answer = client.post(path, data=data, follow_redirects=False)
        assert answer.status_code == 422
        assert os.strerror(code) in answer.text
    answer = client.post("/documents", files={"files": ("a.txt", HARBOUR + "More.")}, follow_redirects=False)
    assert answer.status_code == 422
    assert (home / "case.yaml").read_bytes() == before

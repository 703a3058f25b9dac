"""What cannot be seen is never denied: languages that are not read, speakers whom no evidence quotes, reported speech, blanks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.unit.web.talks import CASE, make_case

from zopa import cli
from zopa.run import process as run
from zopa.run import sketching
from zopa.run.changes import changes
from zopa.run.documents import brief, compare, read_accounts
from zopa.run.talks import grid, open_talks
from zopa.sources import read_document
from zopa.views.process_page import build_process_sections
from zopa.views.unread import unread_lines, unread_words

MOSCOW = Path(__file__).parents[3] / "examples" / "moscow-2025"
ENGLISH = """Mayor Olin of Velmar met Captain Reve of Ostrana in the harbour on Friday.

President Anna Orlin of Russia did not speak. "The toll must fall," said Volodymyr Zelensky, President of Ukraine.
Russia rejected the plan. Russia demands that Ukraine withdraws its troops. Ukraine rejected the demand of Russia.
"""
RUSSIAN = """Помощник президента России Юрий Ушаков заявил журналистам в Москве, что переговоры были полезными и содержательными.
«Компромиссный вариант пока не найден», — сказал Ушаков. Он добавил, что стороны продолжат контакты в ближайшее время.
"""
FRENCH = """Le conseiller du Kremlin Iouri Ouchakov a déclaré aux journalistes que les pourparlers avaient été utiles pour les deux parties.
« Nous n'avons pas trouvé de compromis », a dit Ouchakov mardi soir à Moscou, devant la presse internationale réunie.
"""


def shown(section) -> str:
    cells = [piece.text for _, row in (section.table.rows if section.table else ()) for cell in row for piece in cell]
    return " ".join([*(piece.text for line in section.lines for piece in line.pieces), *cells])


def accounts(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return read_accounts([str(folder)])


@pytest.mark.parametrize(
    "texts",
    [{"ru": RUSSIAN}, {"fr": FRENCH}, {"ru": RUSSIAN, "fr": FRENCH}, {"a": ENGLISH, "ru": RUSSIAN, "fr": FRENCH}],
)
def test_a_language_that_is_not_read_counts_in_no_negative_sentence(tmp_path, texts):
    """Named at the top; nobody is said not to be quoted, nor that everybody is."""
    made = accounts(tmp_path, **texts)
    page = brief(made).first_page
    top = " ".join(piece.text for line in page.standfirst for piece in line.pieces)
    assert all(name in top for name, there in (("Russian", "ru" in texts), ("French", "fr" in texts)) if there)
    everything = top + " ".join(shown(section) for section in page.sections)
    for negative in ("Not quoted", "No speaker of theirs", "is quoted at least once", "own words of"):
        assert negative not in everything
    found = run.process(made)
    assert found.not_heard == ()
    assert any("Russian" in what or "French" in what for what in found.not_searched)


def test_english_alone_is_told_as_before(tmp_path):
    made = accounts(tmp_path, a=ENGLISH)
    assert unread_lines(made.documents) == ()
    assert run.process(made).not_heard


def test_what_is_not_read_is_named_by_letter_and_language():
    documents = [
        d
        for name, text in (("a.txt", ENGLISH), ("b.txt", RUSSIAN))
        if (d := read_document(name, data=text.encode())[0])
    ]
    assert unread_words(documents) == "the text B (Russian)"


def test_who_is_quoted_in_a_document_is_heard(tmp_path):
    """Though no evidence for a position quotes them; a case of whom no document quotes a speaker is not heard."""
    home = make_case(tmp_path / "harbour", CASE.replace(", status: proposed", ""))
    (home / "sources" / "arabic.txt").write_text("Captain Reve left early, he told reporters.\n", encoding="utf-8")
    (home / "sources" / "hostile.txt").write_text("The guild said that the toll stays.\n", encoding="utf-8")
    (home / "case.yaml").write_text(
        (home / "case.yaml").read_text(encoding="utf-8").replace(", language: ar", ""), encoding="utf-8"
    )
    talks = open_talks(home)
    assert not any(position.evidence for row in talks.case.positions.values() for position in row.values())
    assert run.process(talks).not_heard == ("Guild",)  # "We will never give up the old pier," said Mayor Olin


def test_a_case_with_a_text_that_is_not_read(tmp_path):
    talks = open_talks(make_case(tmp_path / "harbour", CASE.replace(", status: proposed", "")))
    found = run.process(talks)
    assert found.not_heard == ()
    assert any("Arabic" in what for what in found.not_searched)


def test_a_sketch_gives_reported_speech_no_sign_of_a_quotation(tmp_path):
    """Said in the document's own words: paraphrase, in the file and in the grid."""
    text = 'Russia demands that Ukraine leaves Donbas, Dmitry Peskov said on Monday. "We will not leave Donbas," Volodymyr Zelensky said.\n'
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = read_accounts([str(tmp_path / "a.txt")])
    talks = sketching.write_sketch(sketching.sketch(made), made, tmp_path / "case", today="2025-12-04")
    words = [word for cell in grid(talks).cells for word in cell.words]
    assert words
    for word in words:
        quoted = '"' in text[word.passage.start - 2 : word.passage.end + 2]
        assert (word.voice == "quoted") is (quoted and word.teller.party != "")


def test_evidence_without_a_status_is_heard_as_the_document_has_it(tmp_path):
    """Words of a reported sentence are reported, words between quotation marks are quoted."""
    evidence = """
    toll: {prefers: half > same, evidence: [{source: gazette, quote: "the toll must fall by half"}]}
    pier: {stance: opposes, evidence: [{source: gazette, quote: "it accepts a lower toll"}]}
  """
    text = CASE.replace(", status: proposed", "") + f"  guild: {evidence.replace('  ', '    ').rstrip()}\n"
    text = text.replace("  guild: \n", "  guild:\n")
    talks = open_talks(make_case(tmp_path / "harbour", text))
    assert not [p for p in talks.problems if p.severity == "error"]
    voices = {word.voice for cell in grid(talks).cells for word in cell.words}
    assert "quoted" not in voices


@pytest.mark.parametrize("command", ["grid", "check", "deals"])
def test_a_blank_is_not_filed_yet(tmp_path, command):
    """A case does not know what was said in the world, only what is filed in it."""
    home = make_case(tmp_path / "harbour", CASE.replace(", status: proposed", ""))
    told = " ".join(CliRunner().invoke(cli.main, [command, str(home)]).stdout.split())
    assert "not filed" in told
    for denied in ("nobody has said", "nobody in the documents", "nobody has stated", "is not said"):
        assert denied not in told


def test_what_is_not_read_is_compared_with_none(tmp_path):
    """No "only this account says it" against a text that nobody read, and none about what stands in it; it is told."""
    told = compare(accounts(tmp_path, a=ENGLISH, ru=RUSSIAN, fr=FRENCH))
    assert [f.relation for f in told.findings if f.relation == "single-source"] == []
    assert [(p.code, p.file[-6:]) for p in told.problems] == [
        ("unread-language", "fr.txt"),
        ("unread-language", "ru.txt"),
    ]
    more = compare(
        accounts(tmp_path, b="Captain Reve of Ostrana said the toll would rise to 7 percent on 9 December 2025.\n")
    )
    assert {p.source for f in more.findings for p in f.passages} == {"a", "b"}
    assert any(f.relation == "single-source" for f in more.findings)


def test_process_and_changes_deny_nothing_of_what_is_not_read(tmp_path):
    """Each negative line names the texts in which nothing could be looked for; nobody goes silent there."""
    (tmp_path / "a").mkdir()
    made = accounts(tmp_path / "a", fr=FRENCH, ru=RUSSIAN)
    page = " ".join(shown(section) for section in build_process_sections(run.process(made), {}))
    assert page.count("but in the texts A (French) and B (Russian) nothing could be looked for.") == 4
    english = "Published: 2025-12-01\n\nRussia demands that Ukraine withdraws its troops from the port. Ukraine rejected the demand.\n"
    made = accounts(tmp_path / "a", en=english)
    found = changes(made, "2025-12-03")
    assert "Russian" in found.unread
    assert not [change for change in found.positions if change.kind == "silent"]


HARBOURS = """title: Tolls
as-of: 2031-03-15
analyst: desk-1
sources:
  a: {file: sources/a.txt, published: 2031-03-14}
parties:
  velmar: {name: Velmar, people: {Ines Maro: {office: foreign minister}}}
  ostrana: {name: Ostrana, people: {Otto Lind: {office: president}}}
issues:
  toll: {name: Toll, options: {half: falls, same: stays}}
positions:
  velmar: {toll: {prefers: half > same}}
"""


@pytest.mark.parametrize(
    "text",
    [
        'Deputy Minister Ines Maro told the Tide Post that the draft was new. "Very few things are left," Maro said.',
        'The foreign minister of Velmar was angry. "We leave," the foreign minister said.',
        "“The toll stays,” the foreign ministry of Velmar said on Friday.",
        "“The toll stays,” a Velmar official said on Friday.",
        '"The toll stays," a Velmari spokesman said on Friday.',
        '"The toll stays," INES MARO said.',
        "Ines Maro said that Velmar would “never” pay the toll.",
        "Ines Maro wrote to the council:\n\n“The toll stays. We shall not pay it.”",
        '"The toll stays," said Lena Brod, spokeswoman for Velmar.',
    ],
)
def test_nobody_who_is_quoted_is_not_heard(tmp_path, text):
    """By surname, office, ministry or no name, in capitals, by a fragment or a block: the other side alone is not heard."""
    (tmp_path / "talks" / "sources").mkdir(parents=True)
    (tmp_path / "talks" / "sources" / "a.txt").write_text(f"{text}\n", encoding="utf-8")
    (tmp_path / "talks" / "case.yaml").write_text(HARBOURS, encoding="utf-8")
    assert run.process(open_talks(tmp_path / "talks")).not_heard == ("Ostrana",)


def test_nobody_of_the_example_is_not_heard():
    """Kyslytsya of Ukraine is quoted in document N, though no evidence of a position quotes him."""
    talks = open_talks(MOSCOW)
    quoted = {
        s.speaker.name for s in talks.records["2025-11-25-xinhua"].statements if s.form == "quotation" and s.speaker
    }
    assert "Serhiy Kyslytsya" in quoted
    assert talks.quoted_parties({"ukraine", "us", "russia", "europeans"}) >= {"ukraine"}
    assert run.process(talks).not_heard == ()


FRAGMENT = """Ines Maro of Velmar said on Monday that her country “will never” accept the toll. Velmar demands that Ostrana lowers the
toll, Maro said. "We will not lower the toll," Otto Lind of Ostrana said.
"""
ADDED = """"We wait," Ines Maro of Velmar said, adding that Velmar demands that Ostrana lowers the toll. Ostrana rejects the demand, said
Otto Lind of Ostrana.
"""
BEFORE = """“We are ready,” said Ines Maro of Velmar. Velmar demands that Ostrana lowers the toll, she added. Otto Lind of Ostrana said:
“We refuse to lower the toll.”
"""


@pytest.mark.parametrize(("text", "lind"), [(FRAGMENT, "quoted"), (ADDED, "reported"), (BEFORE, "quoted")])
def test_a_sketch_tells_reported_from_quoted(tmp_path, text, lind):
    """Also where one sentence, or the one before, quotes the same speaker."""
    (tmp_path / "a.txt").write_text(f"{text.replace(chr(10), ' ')}\n", encoding="utf-8")
    made = read_accounts([str(tmp_path / "a.txt")])
    talks = sketching.write_sketch(sketching.sketch(made), made, tmp_path / "case", today="2031-03-14")
    told = {word.teller.name: word.voice for cell in grid(talks).cells for word in cell.words if word.teller.name}
    assert told == {"Ines Maro": "reported", "Otto Lind": lind}

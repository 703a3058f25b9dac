from __future__ import annotations

import pytest

from zopa.sources import read_document

RUSSIAN = (
    "Делегации двух островов встретились во вторник и разошлись без новой даты. Мы не сдвинулись, сказала начальница "
    "гавани. Деньги на паром должны найтись до печати зимнего расписания."
)
UKRAINIAN = (
    "Делегації двох островів зустрілися у вівторок і розійшлися без нової дати. Ми не зрушили з місця, сказала "
    "начальниця гавані. Гроші на пором мають знайтися ще до зими."
)
FRENCH = (
    "Les deux délégations se sont rencontrées mardi et se sont séparées sans nouvelle date. L'envoyée, très fâchée, a "
    "déclaré que la subvention doit être réglée avant l'été."
)
GERMAN = "Die Räte gingen ohne neuen Termin auseinander. Über die Zuschüsse müsse man später sprechen, hieß es im Büro."
ENGLISH = "The councils met for four hours – without a date. “We did not move,” said the harbour master’s envoy."
POLISH = (
    "Obie delegacje rozeszły się bez terminu. Dotacja musi zostać ustalona przed zimą, gdyż rozkład trzeba wydrukować."
)
ARABIC = (
    "التقى وفدا الجزيرتين يوم الثلاثاء في الميناء وافترقا دون تحديد موعد جديد للمحادثات. "
    "وقالت رئيسة الميناء إن المجلس لم يغير موقفه."
)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN, "iso-8859-5", "iso-8859-5"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "iso-8859-1", "cp1252"),  # which holds all of it
        (GERMAN, "iso-8859-15", "cp1252"),  # the two differ in signs that do not stand here
        (ENGLISH, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso-8859-2", "iso-8859-2"),
        (ARABIC, "cp1256", "cp1256"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
def test_legacy_encodings(text: str, encoding: str, name: str):
    """A paragraph comes out right, and a note names the encoding."""
    document, problems = read_document("a.txt", data=text.encode(encoding))
    assert document is not None
    assert (document.text, document.encoding) == (text, name)
    assert [(problem.severity, problem.code) for problem in problems] == [("note", "encoding-guessed")]
    assert name in problems[0].message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str):
    """A byte-order mark settles the encoding without a note and is no part of the text."""
    document, problems = read_document("a.txt", data=RUSSIAN.encode(encoding))
    assert document is not None
    assert document.text == RUSSIAN
    assert problems == ()


def test_damaged_utf8():
    """A few broken bytes in UTF-8 are shown as such, with a warning, and the rest is read."""
    data = RUSSIAN.encode()
    document, problems = read_document("a.txt", data=data[:41] + data[42:])
    assert document is not None
    assert document.encoding == "utf-8"
    assert "\ufffd" in document.text
    assert [(problem.severity, problem.code) for problem in problems] == [("warning", "encoding-damaged")]

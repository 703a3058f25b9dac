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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("הנמל יישאר סגור עד יום ראשון בבוקר", "cp1255"), ("הנמל יישאר סגור עד יום ראשון בבוקר", "iso-8859-8"),
        ("Το λιμάνι μένει κλειστό, είπε η δήμαρχος.", "cp1253"), ("Το λιμάνι μένει κλειστό, είπε η δήμαρχος.", "iso-8859-7"),
        ("The pier costs £7 a night, the mayor said.", "cp1252"), ("A fine of £1,200, or 3 § of the code – “fair”.", "cp1252"),
        ("港は来週まで閉鎖されると市長が述べた。", "euc_jp"), ("港は来週まで閉鎖されると市長が述べた。", "cp932"),
        ("港は来週まで閉鎖されると市長が述べた。", "iso2022_jp"), ("会談は延期となった。", "euc_jp"),
        ("港口将关闭到下周,市长说会谈没有结果。", "gb18030"), ("港口将关闭到下周,市长说会谈没有结果。", "hz"),
        ("港口將關閉到下週,市長說會談沒有結果。", "big5"), ("항구는 다음 주까지 닫힌다고 시장이 말했다.", "euc_kr"),
        ("Görüşmeler bugün sona erdi, köprü açılacak dedi bakan.", "cp1254"),
    ],
)  # fmt: skip
def test_one_sentence_is_enough(text: str, encoding: str):
    """Even a short text comes out right."""
    document, _ = read_document("a.txt", data=text.encode(encoding))
    assert document is not None
    assert document.text == text


@pytest.mark.parametrize("name", ["iso-8859-1", "latin1", "ISO_8859-1", "us-ascii", "windows-1252"])
def test_a_page_that_declares_latin(name: str):
    """It is read as browsers read it: with the quotation marks of Windows."""
    page = f"<html><head><meta charset='{name}'></head><body><p>“We stay,” she said – twice.</p></body></html>"
    document, problems = read_document("a.html", data=page.encode("cp1252"))
    assert document is not None
    assert "“We stay,” she said – twice." in document.text
    assert document.encoding == "cp1252"
    assert problems == ()


@pytest.mark.parametrize(
    "name", ["unicode_escape", "raw_unicode_escape", "utf-7", "rot13", "base64", "idna", "nonsense", "undefined"]
)
def test_a_page_that_declares_no_encoding_of_text(name: str):
    """Names that are no encoding, or make half characters, are passed over."""
    page = f"<meta charset='{name}'><p>Le café \\ud800 reste fermé, a dit le maire.</p>"
    document, _ = read_document("a.html", data=page.encode("cp1252"))
    assert document is not None
    assert "café \\ud800 reste" in document.text
    document.text.encode("utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_zero_byte_is_told_and_the_text_read(name: str):
    """One or two of them are damage, not a reason to refuse."""
    text = "<p>“We stay,” the mayor said.\0 She left the pier before noon.</p>"
    document, problems = read_document(name, data=text.encode())
    assert document is not None
    assert "“We stay,” the mayor said." in document.text
    assert [one.code for one in problems] == ["encoding-damaged"]
    assert "zero byte" in problems[0].message


def test_many_zero_bytes_are_no_text():
    """A format of its own is refused."""
    assert read_document("a.txt", data=b"a\0b\1c\0d\2" * 200)[1][0].code == "binary-file"


@pytest.mark.parametrize("odd", [b"\xe9", b"\xf6", b"\xd8", b"\x96"])
@pytest.mark.parametrize(
    "text", ["“We stay,” said Ren{} Lund.", "Ми не підемо, сказала {} мер.", "Le café est fermé, dit Ren{} Å."]
)
def test_one_foreign_byte(text: str, odd: bytes):
    """UTF-8 stays UTF-8; the odd byte is shown as damage."""
    before, after = text.split("{}")
    document, problems = read_document("a.txt", data=before.encode() + odd + after.encode())
    assert document is not None
    assert document.text == f"{before}\ufffd{after}"
    assert document.encoding == "utf-8"
    assert [one.code for one in problems] == ["encoding-damaged"]


@pytest.mark.parametrize("wrong", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", ["“We stay,” she said.", "It’s done – for now.", "«Nous restons», dit René."])
def test_text_garbled_before_it_was_saved(text: str, wrong: str):
    """It is told with an example, and not altered."""
    try:
        garbled = text.encode().decode(wrong)
    except UnicodeDecodeError:
        garbled = "".join(
            chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode(wrong) for byte in text.encode()
        )
    document, problems = read_document("a.txt", data=garbled.encode())
    assert document is not None
    assert document.text == garbled
    assert [one.code for one in problems] == ["encoding-twice"]


@pytest.mark.parametrize(
    "text",
    ["São Tomé Â is a letter", "«РС» и «ВС», сказал он", "“We stay,” she said – “for good”. Ça va."],
)
def test_text_that_is_not_garbled(text: str):
    """Rare letters and signs beside one another are no damage."""
    assert read_document("a.txt", data=text.encode())[1] == ()

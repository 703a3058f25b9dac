"""Word files: what a reader sees with all changes accepted, nothing twice, nothing lost without a word."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from zopa.sources import Document, docx, read_document
from zopa.sources.docx_numbers import render_number

from .pages import W, build_word, paragraph, run

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources.docx_text import WordLine

INS, DEL = '<w:ins w:id="1" w:author="A">{}</w:ins>', "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
MC = f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    document, problems = read_document("a.docx", data=data, language="en")
    assert document is not None, problems
    assert all(document.text[m.start : m.end] == document.passage(m.start, m.end).text for m in document.marks)
    return document, problems


def text_of(body: str, **parts: str) -> str:
    return read(build_word(body, **parts))[0].text


def marks(document: Document, reason: str) -> list[str]:
    return [document.text[m.start : m.end] for m in document.marks if m.reason == reason]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in problems]


def test_tracked_changes_are_read_as_accepted():
    """What was put in is there, what was taken out is not, and a note counts both."""
    body = paragraph("The ferry shall ", INS.format(run("not ")), "sail", DEL.format(" at dawn"), ".")
    document, problems = read(build_word(body))
    assert document.text == "The ferry shall not sail."
    assert codes(problems) == ["docx-changes"]
    assert "4 characters inserted, 8 deleted" in problems[0].message


def test_a_moved_paragraph_stands_where_it_was_moved_to():
    """It is read once."""
    moved = paragraph(f"<w:moveFrom>{run('The pier is shut.')}</w:moveFrom>", properties="<w:rPr><w:moveFrom/></w:rPr>")
    there = paragraph(f"<w:moveTo>{run('The pier is shut.')}</w:moveTo>")
    assert text_of(moved + paragraph("The crew left.") + there) == "The crew left.\nThe pier is shut."


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    """As a word processor does when the deletion is accepted."""
    first = paragraph("The crew ", properties="<w:rPr><w:del/></w:rPr>")
    assert text_of(first + paragraph("left.")) == "The crew left."


def test_a_deleted_row_is_gone():
    """A row of a table that was taken out is not read."""
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    table = row.format("", paragraph("kept")) + row.format("<w:trPr><w:del/></w:trPr>", paragraph(DEL.format("gone")))
    assert text_of(f"<w:tbl>{table}</w:tbl>") == "kept"


@pytest.mark.parametrize("place", ["inside", "around"])
def test_content_controls(place: str):
    """Fields of a form are read, in a paragraph or around it."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    filled = {
        "inside": paragraph("Paid by ", control.format(run("Port Lowe")), "."),
        "around": control.format(paragraph("Paid by Port Lowe.")),
    }
    assert text_of(filled[place]) == "Paid by Port Lowe."


def test_links_and_smart_tags_are_read():
    """Whatever stands around a run."""
    body = paragraph(
        "See ", f"<w:hyperlink>{run('the list')}</w:hyperlink>", f"<w:smartTag>{run(' of ferries')}</w:smartTag>"
    )
    assert text_of(body) == "See the list of ferries"


@pytest.mark.parametrize(
    ("base", "how", "expected"), [("not ", "nott", "shall not (nott)sail"), ("港", "みなと", "shall 港(みなと)sail")]
)
def test_how_a_word_is_read_stands_behind_it(base: str, how: str, expected: str):
    """Signs above the line tell how those on it are read: glued to them they would make another word."""
    ruby = f"<w:r><w:ruby><w:rt>{run(how)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
    assert text_of(paragraph("shall ", ruby, "sail")) == expected


def test_a_part_in_another_file_is_told():
    """A master document names the files that hold its chapters: what stands there was not read."""
    _, problems = read(build_word(paragraph("The crew left.") + '<w:subDoc xmlns:r="r" r:id="r9"/>'))
    assert codes(problems) == ["docx-incomplete"]


def test_nested_tables():
    """The inner table's rows stand on lines of their own; a plain row stays on one."""
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('top')}{inner}{paragraph('end')}</w:tc></w:tr></w:tbl>"
    assert text_of(outer) == "top\na\tb\nend"


def test_a_span_of_a_thousand_million_columns():
    """The number of columns that a cell claims costs nothing."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>{paragraph("wide")}</w:tc>'
    assert text_of(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == "wide"


def test_a_cell_merged_over_many_rows_is_read_once():
    """Its continuations are no cells."""
    first = f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("North")}</w:tc><w:tc>{paragraph("0")}</w:tc></w:tr>'
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{paragraph(str(n))}</w:tc></w:tr>"
        for n in range(1, 600)
    )
    assert text_of(f"<w:tbl>{first}{rows}</w:tbl>") == "\n".join(["North\t0", *map(str, range(1, 600))])


def test_a_text_box_is_read_once():
    """Of its two forms the one that holds text is read; it follows the paragraph that it hangs on, and is pointed at."""
    box = BOX.format(paragraph("Tolls are up."))
    forms = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    document, problems = read(build_word(paragraph("The crew left.", f"<w:r>{forms}</w:r>"), MC))
    assert document.text == "The crew left.\nTolls are up."
    assert marks(document, "text box") == ["Tolls are up."]
    assert problems == ()


def test_a_box_whose_first_form_is_empty():
    """The other form is read."""
    box = BOX.format(paragraph("Tolls are up."))
    forms = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(build_word(paragraph(f"<w:r>{forms}</w:r>"), MC))[0].text == "Tolls are up."


def test_a_box_in_a_cell():
    """It is read there too."""
    cell = paragraph("Box", f"<w:r><w:pict>{BOX.format(paragraph('Tolls are up.'))}</w:pict></w:r>")
    assert text_of(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>") == "Box\nTolls are up."


def test_notes_stand_behind_the_body():
    """Their marks stand behind their paragraphs, so that no figure has a digit too many."""
    body = paragraph(
        "They lost 300",
        '<w:r><w:footnoteReference w:id="7"/></w:r>',
        " boats",
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        ".",
    )
    rule = f'<w:footnote w:type="separator" w:id="0">{paragraph("----")}</w:footnote>'
    note = f'<w:footnote w:id="7">{paragraph("<w:r><w:footnoteRef/></w:r>", " By their own count.")}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph("In spring.")}</w:endnote>'
    document, problems = read(build_word(body, footnotes=rule + note, endnotes=end))
    assert document.text == "They lost 300 boats. [1] [i]\n[1] By their own count.\n[i] In spring."
    assert marks(document, "note") == ["[1] By their own count.", "[i] In spring."]
    assert [document.text[a:b].strip() for a, b in document.analysed() if document.text[a:b].strip()] == [
        "They lost 300 boats.",
        "By their own count.",
        "In spring.",
    ]
    assert problems == ()


@pytest.mark.parametrize(
    ("before", "raised", "expected"),
    [
        ("They lost 300", "4", "They lost 300 boats 4"),
        ("They lost 5 percent", "12", "They lost 5 percent boats 12"),
        ("The zone of 45 km", "2", "The zone of 45 km² boats"),
        ("A lock of 9 m", "3", "A lock of 9 m³ boats"),
        ("On the 2", "nd", "On the 2nd boats"),
        ("Some 3×10", "6", "Some 3×10⁶ boats"),
        ("They lost 300", "*", "They lost 300 boats *"),
    ],
)
def test_raised_text(before: str, raised: str, expected: str):
    """The mark of a note is parted from the word, a power and an ending are not."""
    up = run(raised, '<w:vertAlign w:val="superscript"/>')
    assert text_of(paragraph(before, up, " boats")) == expected


def numbering(*levels: tuple[str, str], extra: str = "") -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}'


def point(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_of_several_levels():
    """They are counted as the word processor counts them: a deeper level begins anew below each number."""
    body = point("Piers") + point("north", 1) + point("south", 1) + point("Boats") + point("old", 1)
    told = numbering(("decimal", "%1."), ("lowerLetter", "%1.%2)"))
    assert text_of(body, numbering=told) == "1. Piers\n1.a) north\n1.b) south\n2. Boats\n2.a) old"


def test_numbers_in_cells_and_of_articles():
    """A list in a cell has lines of its own; forms of numbers are Word's."""
    table = f"<w:tbl><w:tr><w:tc>{point('Piers')}{point('Boats')}</w:tc></w:tr></w:tbl>"
    assert text_of(table, numbering=numbering(("upperRoman", "Article %1"))) == "Article I Piers\nArticle II Boats"


def test_a_list_that_starts_anew():
    """A second list of the same kind starts where it is told to."""
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = point("a") + point("b") + point("c", number=2) + point("d", number=2)
    assert text_of(body, numbering=numbering(("decimal", "%1."), extra=again)) == "1. a\n2. b\n5. c\n6. d"


def test_numbers_from_a_style():
    """A style numbers its paragraphs, also through the style that it is based on; number 0 takes it away."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Point"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Own"/><w:basedOn w:val="P"/></w:style>'
    )
    body = paragraph("a", properties='<w:pStyle w:val="Q"/>') + paragraph("b", properties='<w:pStyle w:val="P"/>')
    body += paragraph("c", properties='<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert text_of(body, numbering=numbering(("decimal", "(%1)")), styles=styles) == "(1) a\n(2) b\nc"


def test_a_point_that_was_deleted_is_not_counted():
    """The numbers are those of the accepted document."""
    gone = paragraph(
        DEL.format("old"),
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert text_of(point("a") + gone + point("b"), numbering=numbering(("decimal", "%1."))) == "1. a\n2. b"


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (28, "lowerLetter", "bb"), (3, "upperLetter", "C"),
        (7, "decimalZero", "07"), (22, "ordinal", "22nd"), (13, "ordinal", "13th"), (21, "cardinalText", "Twenty-one"),
        (30, "ordinalText", "Thirtieth"), (12, "ordinalText", "Twelfth"), (3, "russianLower", "в"), (5, "none", ""), (6, "unheard", "6"),
        (0, "upperRoman", "0"), (500, "ordinalText", "500"),
    ],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, expected: str):
    """Each as Word writes it; in digits where it is not known."""
    assert render_number(count, form) == expected


def test_struck_and_hidden_words_are_marked():
    """They are in the text and left out of analysis; a switch that is off counts as off."""
    body = paragraph(
        "Pay ", run("7 ", "<w:strike/>"), run("secret ", "<w:vanish/>"), run("5 crowns", '<w:strike w:val="0"/>')
    )
    document, _ = read(build_word(body))
    assert document.text == "Pay 7 secret 5 crowns"
    assert (marks(document, "struck out"), marks(document, "hidden text")) == (["7 "], ["secret "])


def test_a_quotation_style_is_pointed_at():
    """A paragraph in the style Quote is a block quotation."""
    styles = '<w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Intense Quote"/></w:style>'
    document, _ = read(build_word(paragraph("We stay.", properties='<w:pStyle w:val="Z"/>'), styles=styles))
    assert marks(document, "block quotation") == ["We stay."]


def test_page_heads_stand_at_the_end():
    """Headers and footers are read and left out of analysis."""
    document, _ = read(
        build_word(paragraph("The crew left."), header1=paragraph("Port Lowe Council"), footer1=paragraph("secret"))
    )
    assert document.text == "The crew left.\nPort Lowe Council\nsecret"
    assert marks(document, "page header or footer") == ["Port Lowe Council", "secret"]


def test_the_strict_form_is_read():
    """The same elements under other names."""
    space = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert read(build_word(paragraph("The crew left."), space))[0].text == "The crew left."


def test_a_missing_part_is_told():
    """A part that the file names and does not hold costs a warning, not the text."""
    data = build_word(paragraph("The crew left."), footnotes="", numbering="", styles="")
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            if name != "word/numbering.xml":
                archive.writestr(name, source.read(name) if name != "word/styles.xml" else b"<broken")
    document, problems = read(out.getvalue())
    assert document.text == "The crew left."
    assert codes(problems) == ["docx-incomplete"]
    assert "styles.xml" in problems[0].message
    assert "numbering.xml" in problems[0].message


def test_what_is_not_read_is_told(monkeypatch: pytest.MonkeyPatch):
    """Were a kind of element passed over, the count of characters would tell."""
    body = paragraph("The crew left.") + run("Loose words.")
    _, problems = docx.read_docx(build_word(body), "a.docx")
    assert codes(problems) == ["docx-incomplete"]
    assert "12 of 26 characters" in problems[0].message
    kept = docx.Walker.read

    def lose(self: docx.Walker, container: object) -> list[WordLine]:
        self.counts.read -= 5
        return kept(self, container)

    monkeypatch.setattr(docx.Walker, "read", lose)
    assert codes(docx.read_docx(build_word(paragraph("The crew left.")), "a.docx")[1]) == ["docx-incomplete"]


def test_a_title_of_300_characters():
    """It is a title like any other."""
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    title = "Ferry talks " * 25
    document, _ = read(
        build_word(paragraph(title, properties='<w:pStyle w:val="T"/>') + paragraph("The crew left."), styles=styles)
    )
    assert document.title is not None
    assert document.title.value == title.strip()


@pytest.mark.parametrize("size", [70_000_000, 400_000_000])
def test_a_small_file_that_unpacks_to_far_more(size: int):
    """It is refused, whatever it says of itself, without being unpacked."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    document, problems = read_document("a.docx", data=stream.getvalue())
    assert document is None
    assert codes(problems) == ["docx-broken"]
    assert "far more than a document" in problems[0].message


def test_elements_nested_too_deep():
    """Depth is a fault of the file, told as one."""
    document, problems = read_document("a.docx", data=build_word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))
    assert document is None
    assert codes(problems) == ["docx-broken"]


def test_entities_are_not_expanded():
    """A bomb of entities and a file on this machine are not read."""
    body = paragraph("a &b; c")
    data = build_word(body)
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            held = source.read(name).decode()
            if name == "word/document.xml":
                held = f'<!DOCTYPE d [<!ENTITY b SYSTEM "file:///etc/hostname">]>{held}'
            archive.writestr(name, held)
    document, _ = read_document("a.docx", data=out.getvalue())
    assert document is not None
    assert document.text == "a &b; c"

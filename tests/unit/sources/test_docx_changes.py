"""Who changed what in a Word file and who remarked on it, with the paragraph in which it stands."""

from __future__ import annotations

from zopa.sources import Document, read_document

from .pages import build_word, paragraph, run

BY = 'w:author="Ines Maro" w:date="2031-05-04T10:00:00Z"'
INS, DEL = f"<w:ins {BY}>{{}}</w:ins>", f"<w:del {BY}><w:r><w:delText>{{}}</w:delText></w:r></w:del>"


def read(body: str, **parts: str) -> Document:
    document, problems = read_document("a.docx", data=build_word(body, **parts), language="en")
    assert document is not None, problems
    return document


def told(document: Document) -> list[tuple[str, str, str, str]]:
    """Kind, author, text and the beginning of the paragraph in which it stands."""
    return [(r.kind, r.author, r.text, document.text[r.start : r.start + 10]) for r in document.revisions]


def test_insertions_and_deletions_have_author_and_date():
    """Runs that hang together are one change; two authors are two."""
    other = f'<w:ins w:author="Tor Beck">{run("never ")}</w:ins>'
    body = paragraph("The crew left.") + paragraph(
        "The ferry ", INS.format(run("shall ")), INS.format(run("not ")), other, DEL.format("may "), "sail."
    )
    document = read(body)
    assert told(document) == [
        ("inserted", "Ines Maro", "shall not ", "The ferry "),
        ("inserted", "Tor Beck", "never ", "The ferry "),
        ("deleted", "Ines Maro", "may ", "The ferry "),
    ]
    assert [r.date for r in document.revisions] == ["2031-05-04", "", "2031-05-04"]


def test_what_is_gone_stands_where_the_text_goes_on():
    """A paragraph and a row struck as a whole; at the end they stand at the last line; moves name both places."""
    gone = paragraph(DEL.format("The pier is shut."), properties="<w:rPr><w:del/></w:rPr>")
    row = f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{paragraph('Cod')}</w:tc></w:tr></w:tbl>"
    assert told(read(gone + paragraph("The crew left."))) == [
        ("deleted", "Ines Maro", "The pier is shut.", "The crew l")
    ]
    assert told(read(paragraph("The crew left.") + row)) == [("deleted", "Ines Maro", "Cod", "The crew l")]
    moved = paragraph(f"<w:moveFrom {BY}>{run('The pier.')}</w:moveFrom>", properties="<w:rPr><w:moveFrom/></w:rPr>")
    there = paragraph(f"<w:moveTo {BY}>{run('The pier.')}</w:moveTo>")
    assert [r[0] for r in told(read(moved + paragraph("The crew left.") + there))] == ["moved away", "moved here"]


def test_changes_in_cells_boxes_and_notes_are_told_once():
    """Wherever they stand."""
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('Cod', INS.format(run(' and crab')))}</w:tc><w:tc>{paragraph('9')}</w:tc></w:tr></w:tbl>"
    box = paragraph(
        f"<w:r><w:pict><w:txbxContent>{paragraph(INS.format(run('Boxed.')))}</w:txbxContent></w:pict></w:r>"
    )
    note = f'<w:footnote w:id="1">{paragraph(INS.format(run("Reserved.")))}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document = read(cell + box + paragraph("The crew left.", mark), footnotes=note)
    assert [(r[2], r[3].split()[0]) for r in told(document)] == [
        (" and crab", "Cod"),
        ("Boxed.", "Boxed."),
        ("Reserved.", "[1]"),
    ]


def test_comments_are_read_from_their_part():
    """Only those that the text refers to, in the text's order; a file without the part has none."""
    comments = "".join(
        f'<w:comment w:id="{n}" {BY}>{paragraph(text)}{paragraph("See annex.")}</w:comment>'
        for n, text in enumerate(["Alba objects.", "Unused."])
    )
    body = paragraph("The crew left.") + paragraph("The toll is low.", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert told(read(body, comments=comments)) == [("comment", "Ines Maro", "Alba objects. See annex.", "The toll i")]
    assert told(read(body)) == []

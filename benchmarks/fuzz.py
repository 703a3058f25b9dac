"""Random and mutated files through every reader, under the limits of reading: ``python -m benchmarks.fuzz --help``.

Held for each input: no exception; a document or an error; the process that reads stays within its limits; every problem is one
clear line; ``text[start:end] == passage.text`` for every mark, guess and line; the text can be written as UTF-8.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
from typing import TYPE_CHECKING

from zopa.sources import PROBLEM_CODES, Limits, read_document
from zopa.sources.pool import end_workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.errors import Problem
    from zopa.sources import Document

LIMITS = Limits(seconds=20, memory_mb=1_024)
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORDS = (
    "“We stay,” said Ines Maro. ", "The tolls rose by 9 percent[2] in May 2025. ", "PORT LOWE (Reuters) - ", "Порт закрыт. ",
    "By Ines Maro\n", "Published: 3 May 2025\n", "> quoted\n", "- item\n", "# Head\n", "---\ntitle: a\n---\n", "\0", "\ufeff", "\u200b",
    "\u202e", "\uffff", "\ud7ff", "â€œ", "&amp;quot;", "\r\n", "\t", "�", "港は閉鎖。", "קול", "قال ", "a" * 300, "0f3a" * 99, "\n\n",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<div style='display:none'>", "</div>", "<q>", "</q>", "<sup>", "</sup>", "<blockquote>", "<li>", "<table><tr><td>",
    "</table>", "<script>", "</script>", "<style>.a{display:none}</style>", "<p class=a>", "<time datetime='2025-05-03'>", "<h1>",
    "<!--", "-->", "<![CDATA[", "&#xD800;", "&#xFFFF;", "&#0;", "<pre>", "<meta charset='utf-7'>", "<article>", "<svg>", "<br>",
)  # fmt: skip
PARTS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>words</w:t>", "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "<w:tbl>", "</w:tbl>",
    "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "<w:footnoteReference w:id='1'/>",
    "<w:txbxContent>", "</w:txbxContent>", "<w:sym w:char='F0B7'/>", "<w:sym w:char='D800'/>", "<w:br/>", "<w:sdt>", "</w:sdt>",
    "<w:tcPr><w:gridSpan w:val='1000000000'/></w:tcPr>", "<w:p><w:r><w:t>The crew left.</w:t></w:r></w:p>",
)  # fmt: skip


def make_text(chance: random.Random) -> bytes:
    """Words in some encoding, or bytes of no meaning."""
    text = "".join(chance.choices(WORDS, k=chance.randint(1, 60)))
    encoding = chance.choice(
        ("utf-8", "utf-8", "utf-16", "utf-16-le", "cp1252", "cp1251", "euc_jp", "koi8-r", "iso2022_jp", "utf-32")
    )
    return mutate(text.encode(encoding, "replace"), chance)


def make_html(chance: random.Random) -> bytes:
    """Elements and words in any order."""
    pieces = chance.choices((*WORDS, *TAGS, *TAGS), k=chance.randint(1, 120))
    return mutate(f"<html><body>{''.join(pieces)}".encode("utf-8", "replace"), chance)


def make_docx(chance: random.Random) -> bytes:
    """A Word file whose elements stand in any order, sometimes well-formed, sometimes with the archive damaged."""
    if chance.random() < 0.6:
        body = _nested(chance, 0)
    else:
        body = "".join(chance.choices(PARTS, k=chance.randint(1, 60)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_SPACE}><w:body>{body}</w:body></w:document>")
        numbers = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>" * chance.randint(0, 2)
        archive.writestr("word/numbering.xml", f"<w:numbering {_SPACE}>{numbers}</w:numbering>")
    data = stream.getvalue()
    return mutate(data, chance) if chance.random() < 0.3 else data


def make_pdf(chance: random.Random) -> bytes:
    """A PDF with some operators, damaged or not."""
    operators = (
        "(The crew left.) Tj", "1 0 0 1 60 {} Tm", "3 Tr", "1 1 1 rg", "/F1 {} Tf", "<feff> Tj", "T*", "ET BT", "0 0 9 9 re f",
        "(\\377\\0) Tj",
        "(Page 1 of 9) Tj", "/X Do", "q", "Q", "[(a) -900 (b)] TJ",
    )  # fmt: skip
    drawn = "\n".join(
        one.format(chance.randint(-99, 900)) for one in chance.choices(operators, k=chance.randint(1, 40))
    )
    stream = f"BT /F1 11 Tf\n{drawn}\nET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )  # fmt: skip
    body = "%PDF-1.4\n" + "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, start=1))
    data = f"{body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF".encode("latin-1", "replace")
    return mutate(data, chance) if chance.random() < 0.7 else data


MAKERS: dict[str, tuple[str, Callable[[random.Random], bytes]]] = {
    "text": ("a.txt", make_text),
    "markdown": ("a.md", make_text),
    "html": ("a.html", make_html),
    "docx": ("a.docx", make_docx),
    "pdf": ("a.pdf", make_pdf),
    "unknown": ("a", lambda chance: chance.choice((make_text, make_html, make_docx, make_pdf))(chance)),
}
"""By reader: the name under which its inputs are read, and what makes one."""


def mutate(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few bytes changed, cut, doubled or moved; often as it is."""
    held = bytearray(data)
    for _ in range(chance.choice((0, 0, 1, 3, 20))):
        at = chance.randrange(len(held) + 1)
        kind = chance.randrange(4)
        if kind == 0 and at < len(held):
            held[at] = chance.randrange(256)
        elif kind == 1:
            del held[at : at + chance.randint(1, 50)]
        elif kind == 2:
            held[at:at] = held[at : at + chance.randint(1, 200)] * chance.randint(1, 9)
        else:
            held[at:at] = chance.randbytes(chance.randint(1, 9))
    return bytes(held)


def find_faults(document: Document | None, problems: tuple[Problem, ...]) -> list[str]:
    """What does not hold of what was read; empty where all does."""
    faults = [f"no such code: {one.code}" for one in problems if one.code not in PROBLEM_CODES]
    faults += [f"no clear line: {one}" for one in problems if not one.message or not one.cure or "\n" in str(one)]
    faults += [
        f"{one.code}: {one.message}" for one in problems if one.code in {"reader-failed", "too-slow", "too-much-memory"}
    ]
    if document is None:
        return (
            faults if any(one.severity == "error" for one in problems) else [*faults, "neither a document nor an error"]
        )
    spans = [(mark.start, mark.end) for mark in document.marks] + list(document.analysed())
    guesses = (document.title, document.author, document.publisher, document.published, document.originator)
    spans += [
        (one.start, one.end) for one in guesses if one is not None and one.start is not None and one.end is not None
    ]
    for start, end in spans:
        if not 0 <= start < end <= len(document.text) or document.passage(start, end).text != document.text[start:end]:
            faults.append(f"a span that is none: {start}-{end} of {len(document.text)}")
    try:
        document.text.encode("utf-8")
        str([one.value.encode("utf-8") for one in guesses if one is not None])
    except UnicodeEncodeError as error:
        faults.append(f"half a character: {error}")
    return faults


def _nested(chance: random.Random, depth: int) -> str:
    """Well-formed elements, in one another as chance will have it."""
    names = (
        "p",
        "r",
        "t",
        "ins",
        "del",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "txbxContent",
        "hyperlink",
        "moveTo",
        "rPr",
        "pPr",
        "strike",
    )
    made = ""
    for _ in range(chance.randint(0, 6 if depth < 7 else 1)):
        name = chance.choice(names)
        inside = "words " if name == "t" else _nested(chance, depth + 1) if depth < 8 else ""
        made += f"<w:{name}>{inside}</w:{name}>"
    return made


def run(names: list[str], count: int, seed: int) -> int:
    """Read `count` inputs for each reader; print every fault with what makes it again; the number of faults."""
    told = 0
    for name in names:
        file, make = MAKERS[name]
        begun = time.monotonic()
        for number in range(count):
            data = make(random.Random(f"{seed} {name} {number}"))
            faults = find_faults(*read_document(file, data=data, language="en", limits=LIMITS))
            told += bool(faults)
            for fault in faults:
                print(f"{name} {number} (seed {seed}): {fault}", flush=True)
        print(f"{name}: {count} inputs in {time.monotonic() - begun:.0f} s", flush=True)
    end_workers()
    return told


def main() -> int:
    """The command line; 1 where anything did not hold."""
    parser = argparse.ArgumentParser(description="Random files through every reader.")
    parser.add_argument(
        "readers", nargs="*", default=sorted(MAKERS), metavar="READER", help=f"of {', '.join(MAKERS)}; all by default"
    )
    parser.add_argument("--count", type=int, default=10_000, help="inputs for each reader")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    told = run(given.readers, given.count, given.seed)
    print(f"{told} input(s) with faults" if told else "no faults")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())

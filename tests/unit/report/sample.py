"""A brief such as `views` would build, from the invented documents in `sample_texts`."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from zopa.sources import Document, Guess, Mark
from zopa.views.types import Brief, DocumentEntry, FirstPage, Line, Piece, Section, Table

from .sample_annex import build_figures, build_findings, build_gates, build_process, build_speakers, build_timeline
from .sample_pieces import gap, label, line, p, passage, q, soft, voice
from .sample_texts import BANK, GAZETTE, REVIEW


def build_documents() -> tuple[Document, Document, Document]:
    gazette = _document(
        "harbour-gazette",
        GAZETTE,
        "Velmar and Ostrana end river talks without a text",
        "Ines Maro",
        "Harbour Gazette",
        "14",
        "en",
    )
    bank = _document("al-diffa", BANK, "مفاوضات نهر سارو: ست ساعات بلا نتيجة", "سلمى حداد", "الضفة", "13", "ar")
    review = _document(
        "upland", REVIEW, "<script>alert('title')</script> The dam comes first", None, "Upland Review", "12", "en"
    )
    again = GAZETTE.rindex("Velmar and Ostrana end river talks without a text.")
    menu = GAZETTE.index("Home | World")
    gazette_marks = (
        Mark(menu, menu + len("Home | World | Water | Subscribe for full access"), "navigation"),
        Mark(again, len(GAZETTE), "body stands twice: the first is analysed"),
    )
    letter = REVIEW.index("p\u0430ypal")
    review_marks = (Mark(letter, letter + 6, "look-alike letters: Cyrillic а in a Latin word", left_out=False),)
    return _with(gazette, gazette_marks), bank, _with(review, review_marks)


def build_brief() -> Brief:
    a, b, c = build_documents()
    page = FirstPage("River Saro talks, Brenn, 12 March 2031", _standfirst(), _sections(a, b, c))
    return Brief(
        first_page=page,
        findings=build_findings(a, b, c),
        speakers=build_speakers(a, b, c),
        figures=build_figures(a, b, c),
        timeline=build_timeline(a, b, c),
        process=build_process(a, b),
        documents=(
            DocumentEntry(
                "A",
                a,
                _facts(a, "press"),
                (line(soft("0.4 % of its words stand in C as well: "), q(a, "cubic metres")),),
            ),
            DocumentEntry("B", b, _facts(b, "press")),
            DocumentEntry("C", c, _facts(c, "commentary")),
        ),
        problems=("minutes.pdf: error [no-text]: holds only pictures. Run it through text recognition first.",),
        made=(
            ("Made by", "zopa 0.1.0, reader rules-1"),
            ("As of", "14 March 2031"),
            ("Documents", ", ".join(f"{d.path} {d.sha256[:12]}" for d in (a, b, c))),
        ),
    )


def _document(key: str, text: str, title: str, author: str | None, publisher: str, day: str, language: str) -> Document:
    return Document(
        id=key,
        path=f"sources/{key}.txt",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        format="text",
        encoding="utf-8",
        title=Guess(title, "first line"),
        author=Guess(author, "line 3, after 'By'") if author else None,
        publisher=Guess(publisher, "line 3"),
        published=Guess(f"2031-03-{day}", "line 3"),
        language=Guess(language, "letters and words"),
    )


def _with(document: Document, marks: tuple[Mark, ...]) -> Document:
    return replace(document, marks=marks)


def _facts(document: Document, kind: str) -> tuple[tuple[str, str, str], ...]:
    author = document.author.value if document.author else "not found"
    return (
        ("class", kind, "proposed by zopa, no analyst has confirmed it"),
        ("author", author, "line 3, after 'By'" if document.author else ""),
        ("published", document.published.value if document.published else "not found", "line 3"),
        ("originator", "unknown", ""),
        ("grade", "ungraded", ""),
        ("file", f"{document.path}, {document.encoding}", f"sha256 {document.sha256[:16]}…"),
    )


def _standfirst() -> tuple[Line, ...]:
    return (
        line(
            p("Confidence in this picture: low. No official or wire source is among the documents."), tag="confidence"
        ),
        line(label("A"), p("Ines Maro, Harbour Gazette, 14 March. The body appears twice and is counted once.")),
        line(label("B"), p("Salma Haddad, الضفة, 13 March, in Arabic.")),
        line(label("C"), p("Upland Review, 12 March, unsigned. Ungraded.")),
    )


def _sections(a: Document, b: Document, c: Document) -> tuple[Section, ...]:
    return (
        Section(
            "bottom-line",
            "Bottom line",
            (
                line(
                    p("Nothing was settled at Brenn."),
                    label("A"),
                    q(a, "No text was agreed and none was promised"),
                    p("."),
                    n=1,
                ),
                line(
                    p("They dispute whether Ostrana accepted a figure, and how many points the draft has (see 6, 7)."),
                    n=2,
                ),
                line(
                    p("On these texts a deal cannot be computed:"),
                    Piece("nobody states what they would accept instead of one", (), "gap"),
                    p("."),
                    n=3,
                ),
            ),
        ),
        Section(
            "both-say",
            "Both say",
            _both(a, b, c),
            note="Neither shows its source for most of this, so independence is unknown.",
        ),
        Section("contradict", "They contradict", _contradict(a, b, c)),
        Section("halves", "Same speaker, different halves", _halves(a, b)),
        Section("who-wants-what", "Who wants what", table=_grid(a, b, c)),
        Section("gates", "Meetings and gates", build_gates(a, b)),
        Section(
            "not-heard",
            "Not heard",
            (
                line(
                    p("The delta villages:", passage(a, "The fishing villages of the delta")),
                    *gap("no voice in any document"),
                    n=17,
                ),
            ),
        ),
        Section(
            "handle-with-care",
            "Handle with care",
            (
                line(label("C"), p("rests on one unnamed official and speaks for Ostrana throughout."), n=18),
                line(label("B"), p("reports a draft that nobody else has seen; the translation here is ours."), n=19),
            ),
        ),
    )


def _both(a: Document, b: Document, c: Document) -> tuple[Line, ...]:
    return (
        line(
            p("The delegations met at Brenn for six hours."),
            label("A"),
            q(a, "some six hours in one room"),
            p(";"),
            label("B"),
            q(b, "بعد ست ساعات"),
            p("."),
            n=4,
            tag="corroborated",
        ),
        line(
            p(
                "The dam at Karsk begins to fill on",
                passage(a, "is to begin filling on 1 June"),
                passage(b, "في الأول من يونيو"),
            ),
            p("1 June"),
            soft("(A reports it, B says so in its own voice)"),
            p("."),
            n=5,
            tag="corroborated",
        ),
    )


def _contradict(a: Document, b: Document, c: Document) -> tuple[Line, ...]:
    return (
        line(
            p("Did Ostrana accept a figure?"),
            label("A"),
            q(a, "accepted a minimum flow of 450 cubic metres per second"),
            soft("officials of the commission, unnamed"),
            label("B"),
            q(b, "لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط"),
            soft("the minister, quoted"),
            label("C"),
            q(c, "a number of the commission, not of Ostrana"),
            soft("The author’s judgement. Accepting in the room is not the same as accepting in public."),
            n=6,
            tag="contradicted",
        ),
        line(
            p("Which text?"),
            label("A"),
            q(a, "12 points, down from 17"),
            label("B"),
            q(b, "تضم مسودة اللجنة ١٧ نقطة، ولم يُحذف منها شيء"),
            soft("May be two states of one draft."),
            n=7,
            tag="contradicted",
        ),
        line(
            p("What was it for?"),
            label("A"),
            q(a, "the talks were a beginning"),
            label("B"),
            q(b, "عرضاً لكسب الوقت"),
            soft("Judgements of the authors."),
            n=8,
            tag="opposed-judgement",
        ),
    )


def _halves(a: Document, b: Document) -> tuple[Line, ...]:
    return (
        line(
            p("Leda Orsk on the river."),
            label("A"),
            q(a, "nobody sells the roof of a house that they share"),
            label("B"),
            q(b, "السد ملك لمن بناه"),
            soft("Get the full statement."),
            n=9,
            tag="selective-quotation",
        ),
    )


def _grid(a: Document, b: Document, c: Document) -> Table:
    pays = passage(c, "Velmar must pay a third of the cost of Karsk")
    return Table(
        ("Issue", "Ostrana", "Velmar", "Lake Commission", "Delta villages"),
        (
            (
                line(p("Dry-season flow"), n=10),
                (
                    (
                        voice("~"),
                        label("A"),
                        q(a, "450 cubic metres per second"),
                        voice("*"),
                        label("B"),
                        q(b, "لم نقبل أي رقم"),
                    ),
                    (voice("~"), label("A"), p("600", passage(a, "Velmar wants 600"))),
                    (voice("!"), label("C"), q(c, "a number of the commission")),
                    gap(),
                ),
            ),
            (
                line(p("Filling of the dam"), n=11),
                (
                    (voice("*"), label("C"), q(c, "will fill the dam whatever the commission writes")),
                    gap(),
                    gap(),
                    gap(),
                ),
            ),
            (
                line(p("Cost of Karsk"), n=12),
                (
                    (voice("!"), label("B"), p("a third from Velmar", passage(b, "ثلث كلفة السد"), pays)),
                    gap(),
                    gap(),
                    gap(),
                ),
            ),
            (
                line(p("Turbine safety"), n=13),
                ((voice("*"), label("A"), q(a, "when the turbines are safe")), gap(), gap(), gap()),
            ),
        ),
    )

"""A brief such as `views` would build, from the invented documents in `sample_texts`."""

# ruff: noqa: E501 the passages stand as the documents have them

from __future__ import annotations

from hashlib import sha256

from zopa.accounts import Finding
from zopa.sources import Document, Guess, Mark, Passage
from zopa.views.types import Brief, DocumentEntry, FirstPage, Line, Piece, Section, SpeakerEntry, Table

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
        findings=_findings(a, b, c),
        speakers=_speakers(a, b, c),
        figures=_figures(a, b, c),
        timeline=_timeline(a, b, c),
        process=_process(a, b),
        documents=(
            DocumentEntry(
                "A",
                a,
                _facts(a, "press"),
                (_line(_soft("0.4 % of its words stand in C as well: "), _q(a, "cubic metres")),),
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


def passage(document: Document, quote: str) -> Passage:
    start = document.text.index(quote)
    return document.passage(start, start + len(quote))


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
    fields = {name: getattr(document, name) for name in document.__dataclass_fields__}
    return Document(**(fields | {"marks": marks}))


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


def _q(document: Document, quote: str, *more: Passage) -> Piece:
    return Piece(quote, (passage(document, quote), *more), "quote")


def _p(text: str, *passages: Passage) -> Piece:
    return Piece(text, passages)


def _label(text: str) -> Piece:
    return Piece(text, (), "label")


def _soft(text: str) -> Piece:
    return Piece(text, (), "soft")


def _voice(sign: str) -> Piece:
    return Piece(sign, (), "voice")


def _gap(text: str = "not found") -> tuple[Piece, ...]:
    return (Piece(text, (), "gap"),)


def _line(*pieces: Piece, n: int | None = None, tag: str | None = None) -> Line:
    return Line(pieces, n, tag)


def _standfirst() -> tuple[Line, ...]:
    return (
        _line(
            _p("Confidence in this picture: low. No official or wire source is among the documents."), tag="confidence"
        ),
        _line(_label("A"), _p("Ines Maro, Harbour Gazette, 14 March. The body appears twice and is counted once.")),
        _line(_label("B"), _p("Salma Haddad, الضفة, 13 March, in Arabic.")),
        _line(_label("C"), _p("Upland Review, 12 March, unsigned. Ungraded.")),
    )


def _sections(a: Document, b: Document, c: Document) -> tuple[Section, ...]:
    return (
        Section(
            "bottom-line",
            "Bottom line",
            (
                _line(
                    _p("Nothing was settled at Brenn."),
                    _label("A"),
                    _q(a, "No text was agreed and none was promised"),
                    _p("."),
                    n=1,
                ),
                _line(
                    _p("They dispute whether Ostrana accepted a figure, and how many points the draft has (see 6, 7)."),
                    n=2,
                ),
                _line(
                    _p("On these texts a deal cannot be computed:"),
                    Piece("nobody states what they would accept instead of one", (), "gap"),
                    _p("."),
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
        Section("gates", "Meetings and gates", _gates(a, b)),
        Section(
            "not-heard",
            "Not heard",
            (
                _line(
                    _p("The delta villages:", passage(a, "The fishing villages of the delta")),
                    *_gap("no voice in any document"),
                    n=17,
                ),
            ),
        ),
        Section(
            "handle-with-care",
            "Handle with care",
            (
                _line(_label("C"), _p("rests on one unnamed official and speaks for Ostrana throughout."), n=18),
                _line(
                    _label("B"), _p("reports a draft that nobody else has seen; the translation here is ours."), n=19
                ),
            ),
        ),
    )


def _both(a: Document, b: Document, c: Document) -> tuple[Line, ...]:
    return (
        _line(
            _p("The delegations met at Brenn for six hours."),
            _label("A"),
            _q(a, "some six hours in one room"),
            _p(";"),
            _label("B"),
            _q(b, "بعد ست ساعات"),
            _p("."),
            n=4,
            tag="corroborated",
        ),
        _line(
            _p(
                "The dam at Karsk begins to fill on",
                passage(a, "is to begin filling on 1 June"),
                passage(b, "في الأول من يونيو"),
            ),
            _p("1 June"),
            _soft("(A reports it, B says so in its own voice)"),
            _p("."),
            n=5,
            tag="corroborated",
        ),
    )


def _contradict(a: Document, b: Document, c: Document) -> tuple[Line, ...]:
    return (
        _line(
            _p("Did Ostrana accept a figure?"),
            _label("A"),
            _q(a, "accepted a minimum flow of 450 cubic metres per second"),
            _soft("officials of the commission, unnamed"),
            _label("B"),
            _q(b, "لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط"),
            _soft("the minister, quoted"),
            _label("C"),
            _q(c, "a number of the commission, not of Ostrana"),
            _soft("The author’s judgement. Accepting in the room is not the same as accepting in public."),
            n=6,
            tag="contradicted",
        ),
        _line(
            _p("Which text?"),
            _label("A"),
            _q(a, "12 points, down from 17"),
            _label("B"),
            _q(b, "تضم مسودة اللجنة ١٧ نقطة، ولم يُحذف منها شيء"),
            _soft("May be two states of one draft."),
            n=7,
            tag="contradicted",
        ),
        _line(
            _p("What was it for?"),
            _label("A"),
            _q(a, "the talks were a beginning"),
            _label("B"),
            _q(b, "عرضاً لكسب الوقت"),
            _soft("Judgements of the authors."),
            n=8,
            tag="opposed-judgement",
        ),
    )


def _halves(a: Document, b: Document) -> tuple[Line, ...]:
    return (
        _line(
            _p("Leda Orsk on the river."),
            _label("A"),
            _q(a, "nobody sells the roof of a house that they share"),
            _label("B"),
            _q(b, "السد ملك لمن بناه"),
            _soft("Get the full statement."),
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
                _line(_p("Dry-season flow"), n=10),
                (
                    (
                        _voice("~"),
                        _label("A"),
                        _q(a, "450 cubic metres per second"),
                        _voice("*"),
                        _label("B"),
                        _q(b, "لم نقبل أي رقم"),
                    ),
                    (_voice("~"), _label("A"), _p("600", passage(a, "Velmar wants 600"))),
                    (_voice("!"), _label("C"), _q(c, "a number of the commission")),
                    _gap(),
                ),
            ),
            (
                _line(_p("Filling of the dam"), n=11),
                (
                    (_voice("*"), _label("C"), _q(c, "will fill the dam whatever the commission writes")),
                    _gap(),
                    _gap(),
                    _gap(),
                ),
            ),
            (
                _line(_p("Cost of Karsk"), n=12),
                (
                    (_voice("!"), _label("B"), _p("a third from Velmar", passage(b, "ثلث كلفة السد"), pays)),
                    _gap(),
                    _gap(),
                    _gap(),
                ),
            ),
            (
                _line(_p("Turbine safety"), n=13),
                ((_voice("*"), _label("A"), _q(a, "when the turbines are safe")), _gap(), _gap(), _gap()),
            ),
        ),
    )


def _gates(a: Document, b: Document) -> tuple[Line, ...]:
    return (
        _line(
            _p(
                "Delegations, Brenn, 12 March: six hours.",
                passage(a, "after some six hours in one room"),
                passage(b, "بعد ست ساعات"),
            ),
            n=14,
            tag="held",
        ),
        _line(
            _p(
                "Flow guaranteed in writing → Quell travels.",
                passage(a, "before the flow of the river is guaranteed in writing"),
            ),
            _label("A"),
            _p("understands it so; nobody is named."),
            n=15,
            tag="gate",
        ),
        _line(_p("Another round:"), *_gap("no date given"), n=16, tag="planned"),
    )


def _findings(a: Document, b: Document, c: Document) -> tuple[Finding, ...]:
    accepted = passage(
        a,
        "Officials of the Lake Commission said that Ostrana had accepted a minimum flow of 450 cubic metres per second in the dry months.",
    )
    refused = passage(b, "وقالت وزيرة المياه ليدا أورسك: «لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط».")
    number = passage(c, 'A flow of 450 cubic metres is "a number of the commission, not of Ostrana".')
    points_a = passage(a, "According to two people in the room, the commission's draft has 12 points, down from 17.")
    points_b = passage(b, "وبحسب مصدر في الوفد، تضم مسودة اللجنة ١٧ نقطة، ولم يُحذف منها شيء.")
    hours_a = passage(a, "left the lake town of Brenn on Wednesday night after some six hours in one room")
    hours_b = passage(b, "انتهت محادثات برين بين فيلمار وأوسترانا بعد ست ساعات.")
    return (
        _finding("contradicted", "a minimum flow accepted by Ostrana", "The act differs: accepted in A, denied by the speaker herself in B.",
                 (accepted, refused, number), "polarity", (passage(a, "accepted"), passage(b, "لم نقبل"), passage(c, "not of Ostrana"))),
        _finding("contradicted", "points in the commission’s draft", "The figure differs: 12 points in A, 17 in B.",
                 (points_a, points_b), "figure", (passage(a, "12 points"), passage(b, "١٧ نقطة"))),
        _finding("opposed-judgement", "what the talks were for", "Two authors assess the same talks with opposite tendency.",
                 (passage(a, "The Gazette judges that the talks were a beginning"), passage(b, "المحادثات كانت عرضاً لكسب الوقت")), "authorship"),
        _finding("selective-quotation", "Leda Orsk on the common house", "One speaker on one occasion; each account quotes another half.",
                 (passage(a, '"and nobody sells the roof of a house that they share."'), passage(b, "«النهر بيت مشترك، لكن السد ملك لمن بناه»")), "wording"),
        _finding("corroborated", "six hours at Brenn", "Same figure, same unit, same meeting.", (hours_a, hours_b), "figure",
                 (passage(a, "six hours"), passage(b, "ست ساعات"))),
        *(
            _finding("single-source", about, f"Only {letter} says it.", (passage(doc, quote),), "figure")
            for about, letter, doc, quote in (
                ("80,000 people in the delta", "A", a, "where 80,000 people live"),
                ("the height of the dam", "A", a, "The dam at Karsk, 140 metres high"),
                ("2.4 billion thalers", "B", b, "أي 2.4 مليار تالر"),
                ("<img src=x onerror=alert(3)> the dam whatever happens", "C", c,
                 '"Ostrana will fill the dam whatever the commission writes,"[/bold] said a deputy minister who asked not to be named.'),
                ("$ and a return", "C", c, "The colours: \x1b[31mred alert\x1b[0m, a bell \x07 and a return \rover it."),
            )
        ),
    )  # fmt: skip


def _finding(relation, about, why, passages, slot, marked=()) -> Finding:
    return Finding(relation, about, why, passages, ("unknown",) * len(passages), 0.5, slot, marked=marked)


def _speakers(a: Document, b: Document, c: Document) -> tuple[SpeakerEntry, ...]:
    return (
        SpeakerEntry(
            "Leda Orsk",
            "Ostrana",
            (
                _line(_label("A"), _q(a, "We will talk about numbers when the turbines are safe,"), tag="verbatim"),
                _line(_label("A"), _q(a, "The river is a common house"), tag="verbatim"),
                _line(_label("B"), _q(b, "لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط"), tag="verbatim"),
            ),
        ),
        SpeakerEntry("Tomas Vel", "Velmar", (_line(_label("A"), _q(a, "No text was agreed and none was promised,")),)),
        SpeakerEntry(
            "a deputy minister",
            None,
            (_line(_label("C"), _q(c, "Ostrana will fill the dam whatever the commission writes,")),),
        ),
    )


def _figures(a: Document, b: Document, c: Document) -> Section:
    return Section(
        "figures",
        "Figures",
        note="What is measured, and what each document gives.",
        table=Table(
            ("What is measured", "A", "B", "C"),
            (
                (_line(_p("minimum flow, cubic metres per second")), ((_q(a, "450 cubic metres per second"),), _gap(), (_p("450", passage(c, "A flow of 450")),))),
                (_line(_p("points in the draft")), ((_q(a, "12 points"),), (_q(b, "١٧ نقطة"),), _gap())),
                (_line(_p("length of the talks")), ((_q(a, "six hours"),), (_q(b, "ست ساعات"),), _gap())),
            ),
        ),
    )  # fmt: skip


def _timeline(a: Document, b: Document, c: Document) -> Section:
    return Section(
        "timeline",
        "Timeline",
        (
            _line(
                _label("12 March 2031"),
                _p("The delegations meet at Brenn.", passage(a, "on Wednesday night")),
                tag="held",
            ),
            _line(
                _label("1 June 2031"),
                _p("The dam at Karsk begins to fill.", passage(a, "on 1 June"), passage(b, "في الأول من يونيو")),
            ),
            _line(
                _label("no date"),
                _p("Another round.", passage(a, "She gave no date for another round.")),
                tag="planned",
            ),
        ),
    )


def _process(a: Document, b: Document) -> Section:
    return Section("process", "Meetings, channels and gates", _gates(a, b))

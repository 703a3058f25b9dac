"""What stands behind the sample's first page: findings, speakers, figures, timeline, process."""

# ruff: noqa: E501 the passages stand as the documents have them

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts import Finding
from zopa.views.types import Line, Section, SpeakerEntry, Table

from .sample_pieces import gap, label, line, p, passage, q

if TYPE_CHECKING:
    from zopa.sources import Document


def build_findings(a: Document, b: Document, c: Document) -> tuple[Finding, ...]:
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


def build_speakers(a: Document, b: Document, c: Document) -> tuple[SpeakerEntry, ...]:
    return (
        SpeakerEntry(
            "Leda Orsk",
            "Ostrana",
            (
                line(label("A"), q(a, "We will talk about numbers when the turbines are safe,"), tag="verbatim"),
                line(label("A"), q(a, "The river is a common house"), tag="verbatim"),
                line(label("B"), q(b, "لم نقبل أي رقم، ولن نقبل رقماً تحت الضغط"), tag="verbatim"),
            ),
        ),
        SpeakerEntry("Tomas Vel", "Velmar", (line(label("A"), q(a, "No text was agreed and none was promised,")),)),
        SpeakerEntry(
            "a deputy minister",
            None,
            (line(label("C"), q(c, "Ostrana will fill the dam whatever the commission writes,")),),
        ),
    )


def build_figures(a: Document, b: Document, c: Document) -> Section:
    return Section(
        "figures",
        "Figures",
        note="What is measured, and what each document gives.",
        table=Table(
            ("What is measured", "A", "B", "C"),
            (
                (line(p("minimum flow, cubic metres per second")), ((q(a, "450 cubic metres per second"),), gap(), (p("450", passage(c, "A flow of 450")),))),
                (line(p("points in the draft")), ((q(a, "12 points"),), (q(b, "١٧ نقطة"),), gap())),
                (line(p("length of the talks")), ((q(a, "six hours"),), (q(b, "ست ساعات"),), gap())),
            ),
        ),
    )  # fmt: skip


def build_timeline(a: Document, b: Document, c: Document) -> Section:
    return Section(
        "timeline",
        "Timeline",
        (
            line(
                label("12 March 2031"),
                p("The delegations meet at Brenn.", passage(a, "on Wednesday night")),
                tag="held",
            ),
            line(
                label("1 June 2031"),
                p("The dam at Karsk begins to fill.", passage(a, "on 1 June"), passage(b, "في الأول من يونيو")),
            ),
            line(
                label("no date"),
                p("Another round.", passage(a, "She gave no date for another round.")),
                tag="planned",
            ),
        ),
    )


def build_process(a: Document, b: Document) -> Section:
    return Section("process", "Meetings, channels and gates", build_gates(a, b))


def build_gates(a: Document, b: Document) -> tuple[Line, ...]:
    return (
        line(
            p(
                "Delegations, Brenn, 12 March: six hours.",
                passage(a, "after some six hours in one room"),
                passage(b, "بعد ست ساعات"),
            ),
            n=14,
            tag="held",
        ),
        line(
            p(
                "Flow guaranteed in writing → Quell travels.",
                passage(a, "before the flow of the river is guaranteed in writing"),
            ),
            label("A"),
            p("understands it so; nobody is named."),
            n=15,
            tag="gate",
        ),
        line(p("Another round:"), *gap("no date given"), n=16, tag="planned"),
    )

"""Corrections win over what was read, at the right place or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from statements.reading import document, read
from zopa.errors import UsageError
from zopa.sources.anchors import Quote, quote_at
from zopa.statements.corrections import Correction, apply_corrections, check_sources, tell
from zopa.statements.editing import build_correction, find_statement, parse_edit
from zopa.statements.fields import STATEMENT_FIELDS, check_field
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.statements import Record, Statement

TEXT = (
    "Amina Farouk, an Egyptian diplomat, said that the talks had failed. "
    'Nikol Pashinyan told reporters: "We have signed nothing at all." '
    'Officials called it "a farce" and said that Russia had rejected the plan.'
)


def at(exact: str, **members: Any) -> Correction:
    """A change of the statement at these words."""
    given: dict[str, Any] = {"what": "statement", "do": "change", "source": "d", "exact": exact, "by": "ann", **members}
    return Correction(**given)


def corrected(*corrections: Correction, text: str = TEXT) -> Record:
    """The record of the text as corrected, without a problem."""
    record, problems = apply_corrections(document(text), read(text), corrections)
    assert problems == ()
    return record


def codes(*corrections: Correction, text: str = TEXT) -> list[str]:
    """Codes of the problems; the record stays as it was."""
    record, problems = apply_corrections(document(text), read(text), corrections)
    assert record.statements == read(text).statements
    assert all(problem.cure for problem in problems)
    return [problem.code for problem in problems]


def said(record: Record, words: str) -> Statement:
    return next(s for s in record.statements if words in s.said)


def test_without_corrections_nothing_changes() -> None:
    """Corrections of other sources and of findings are passed over."""
    other = at("signed nothing", source="e")
    finding = at("signed nothing", what="finding", do="reject")
    assert apply_corrections(document(TEXT), read(TEXT), [other, finding]) == (read(TEXT), ())


def test_a_field_is_changed_and_marked() -> None:
    """The new value stands, and who gave it."""
    record = corrected(
        at("We have signed nothing at all", set={"act": "reject", "issues": "territory, forces", "hedged": "yes"})
    )
    statement = said(record, "signed nothing")
    assert (statement.act, statement.issues, statement.hedged) == ("reject", ("territory", "forces"), True)
    assert statement.found_by == "person:ann"
    assert record.as_read == read(TEXT)


def test_a_speaker_is_changed_with_party() -> None:
    """The name is joined to the tables; who does the deed follows; the mention beside the cue stays."""
    before = said(read(TEXT), "signed nothing")
    after = said(
        corrected(at("We have signed nothing at all", what="speaker", set={"speaker": "Ilham Aliyev"})), "signed"
    )
    assert before.speaker
    assert after.speaker
    assert (after.speaker.name, after.speaker.party) == ("Ilham Aliyev", "Azerbaijan")
    assert (after.speaker.start, after.speaker.end) == (before.speaker.start, before.speaker.end)


def test_a_speaker_may_be_nobody() -> None:
    """Rejecting a speaker leaves the words without one."""
    assert said(corrected(at("We have signed nothing at all", what="speaker", do="reject")), "signed").speaker is None


def test_a_speakers_party_is_changed() -> None:
    """Only the party."""
    after = said(corrected(at("the talks had failed", what="speaker", set={"speaker-party": "Qatar"})), "failed")
    assert after.speaker
    assert after.speaker.party == "Qatar"


def test_a_statement_is_rejected() -> None:
    """It counts for nothing and stays to be seen."""
    record = corrected(at("We have signed nothing at all", do="reject"))
    assert not any("signed" in s.said for s in record.statements)
    assert ["signed" in s.said for s in record.rejected] == [True]


def test_a_rejected_statement_sets_its_fragments_free() -> None:
    """Fragments do not point to what is not there; their speaker follows a change of the outer one."""
    text = 'Amina Farouk said the plan was "a step forward" for Egypt.'
    outer = next(s for s in read(text).statements if s.form == "reported")
    assert any(s.within == outer.id for s in read(text).statements)
    record = corrected(at(outer.said, do="reject", was={"form": "reported"}), text=text)
    assert [s.within for s in record.statements] == [None]
    record = corrected(at(outer.said, set={"speaker": "Egypt"}), text=text)
    assert {s.speaker.name for s in record.statements if s.speaker} == {"Egypt"}


def test_a_statement_is_added() -> None:
    """With act, figures and names read as in any other; adding what is there changes it."""
    text = TEXT + " The ambassador of Qatar was heard to complain about 40 trucks."
    record = corrected(at("complain about 40 trucks", do="add", set={"speaker": "Qatar", "act": "protest"}), text=text)
    statement = said(record, "complain about 40 trucks")
    added = next(s for s in record.statements if s.found_by == "person:ann")
    assert (added.form, added.act, added.speaker and added.speaker.name) == ("reported", "protest", "Qatar")
    assert [figure.value for figure in added.figures] == [40]
    assert statement.passage.text.startswith("The ambassador")
    again = corrected(at("We have signed nothing at all", do="add", set={"act": "offer"}))
    assert len(again.statements) == len(read(TEXT).statements)


def test_own_voice_has_no_speaker() -> None:
    """Form, status and speaker are kept in step."""
    statement = said(corrected(at("We have signed nothing at all", set={"form": "own-voice"})), "signed")
    assert (statement.form, statement.status, statement.speaker) == ("own-voice", None, None)
    text = "Egypt opened the border for an hour."
    voiced = said(corrected(at("Egypt opened the border for an hour", set={"speaker": "Qatar"}), text=text), "border")
    assert (voiced.form, voiced.speaker and voiced.speaker.name) == ("reported", "Qatar")
    quoted = said(corrected(at("the talks had failed", set={"form": "quotation"})), "failed")
    assert (quoted.form, quoted.status) == ("quotation", "verbatim")


def test_a_later_correction_wins() -> None:
    """In the order in which they stand."""
    first, second = (at("the talks had failed", set={"act": act}) for act in ("offer", "accept"))
    assert said(corrected(first, second), "failed").act == "accept"


def test_twice_is_once_and_a_shorter_list_takes_back() -> None:
    """Corrections are applied to what was read, never on top of each other."""
    add = at("The plan", do="add", set={"form": "own-voice"})
    text = TEXT + " The plan."
    reject = at("the talks had failed", do="reject")
    once = corrected(add, reject, text=text)
    assert apply_corrections(document(text), once, [add, reject])[0] == once
    assert apply_corrections(document(text), once, [])[0] == read(text)


def test_a_changed_source_keeps_its_corrections() -> None:
    """White space, quotation marks and sentences around the words may change."""
    statement = said(read(TEXT), "signed nothing")
    quote = quote_at(document(TEXT), statement.content[0].start, statement.content[-1].end)
    correction = at(quote.exact, prefix=quote.prefix, suffix=quote.suffix, set={"act": "reject"})
    edited = "An update. " + TEXT.replace(" have signed", "\u00a0have   signed").replace('"We', "“We").replace(
        'all."', "all.”"
    )
    assert said(corrected(correction, text=edited), "signed").act == "reject"


def test_a_statement_that_is_no_longer_found_is_restored() -> None:
    """A person had changed it: it stands."""
    text = "The border was closed. Nothing moved there for an hour"
    correction = at("Nothing moved there", set={"act": "reject"}, was={"form": "reported", "speaker": "Egypt"})
    restored = next(s for s in corrected(correction, text=text).statements if s.found_by == "person:ann")
    assert (restored.speaker and restored.speaker.name, restored.act) == ("Egypt", "reject")


def test_borders_that_moved_a_little() -> None:
    """The reader cuts the words in another place now: form and speaker tell that it is the same statement."""
    statement = said(read(TEXT), "signed nothing")
    was = {"form": "quotation", "speaker": statement.speaker.name if statement.speaker else ""}
    shorter = statement.said[: -len(" all")].rstrip(".")
    assert said(corrected(at(shorter.removesuffix(" all"), set={"act": "offer"}, was=was)), "signed").act == "offer"


# -- what cannot be applied ------------------------------------------------------------------------------------------


def test_an_absent_quote_names_the_nearest() -> None:
    """The sentence that is most like it stands in the cure."""
    _, problems = apply_corrections(
        document(TEXT), read(TEXT), [at("the talks had not failed", do="reject", file="r", line=7)]
    )
    assert [(p.code, p.file, p.line) for p in problems] == [("quote-absent", "r", 7)]
    assert "Amina Farouk" in problems[0].cure
    assert codes(at("zebras")) == ["quote-absent"]


def test_an_ambiguous_quote() -> None:
    """Words that stand twice are not guessed at."""
    assert codes(at("the", do="reject")) == ["quote-ambiguous"]
    assert codes(at("failed", prefix="something else altogether ", suffix=" and more of it", do="reject")) == [
        "quote-ambiguous"
    ]


def test_no_statement_at_the_place() -> None:
    """A change needs one, a rejection that touches another asks; one that touches none has nothing left to do."""
    assert codes(at("Nikol Pashinyan told", set={"act": "offer"})) == ["correction-without-object"]
    assert codes(at("signed nothing", do="reject")) == ["correction-without-object"]
    assert codes(at("Nikol Pashinyan told", do="reject")) == []


def test_several_statements_at_the_place() -> None:
    """Two who say the same words are told apart by what they were; otherwise it is a problem."""
    text = TEXT
    record = read(text)
    one = said(record, "signed nothing")
    assert one.speaker
    two = replace(one, id=f"{one.id}-2", speaker=replace(one.speaker, name="Egypt"))
    both = replace(record, statements=(*record.statements, two))
    words = "We have signed nothing at all"
    changed, problems = apply_corrections(document(text), both, [at(words, do="reject")])
    assert [p.code for p in problems] == ["correction-ambiguous"]
    changed, problems = apply_corrections(
        document(text), both, [at(words, do="reject", was={"form": "quotation", "speaker": "Egypt"})]
    )
    assert problems == ()
    assert [s.id for s in changed.rejected] == [two.id]


def test_sources_that_were_not_read() -> None:
    """A warning, with the document that holds the words if one does."""
    problems = check_sources(
        [document(TEXT)], [at("the talks had failed", source="elsewhere"), at("no such words", source="x")]
    )
    assert [(p.code, p.severity) for p in problems] == [("unknown-source", "warning")] * 2
    assert "stand in d" in problems[0].cure
    assert check_sources([document(TEXT)], [at("x", others=(Quote("d", "y"),))]) == ()


def test_only_known_codes_are_told() -> None:
    """A code without a place in the manual is a bug."""
    with pytest.raises(KeyError):
        tell(at("x"), "no-such-code", "a", "b")


# -- as typed --------------------------------------------------------------------------------------------------------


def test_an_edit_as_typed() -> None:
    """Reject, or fields whose values may hold spaces."""
    assert parse_edit(" d:1-2q  reject ").rejects
    edit = parse_edit("d:1-2q speaker=Yuri Ushakov act=reject reported_by=A, B")
    assert (edit.id, edit.values) == ("d:1-2q", {"speaker": "Yuri Ushakov", "act": "reject", "reported-by": "A, B"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("d:1-2q", "Expected an id and what to do"),
        ("d:1-2q remove", "Expected reject or a field"),
        ("d:1-2q x act=reject", "Expected reject or a field"),
        ("d:1-2q speker=Ann", "Did you mean speaker?"),
        ("d:1-2q act=rejct", "Did you mean reject?"),
        ("d:1-2q plover=reject", "Did you mean REJECT?"),
        ("d:1-2q act=none", "Expected a value for act"),
        ("d:1-2q hedged=perhaps", "Expected yes or no"),
        ("d:1-2q act=reject act=offer", "twice"),
    ],
)
def test_an_edit_that_means_nothing(text: str, told: str) -> None:
    """The message names the nearest."""
    with pytest.raises(UsageError, match=told.replace("?", r"\?")):
        parse_edit(text)


def test_an_id_that_is_not_there() -> None:
    """The nearest in the same document, or those alike; one that was rejected is said to be."""
    record = corrected(at("We have signed nothing at all", do="reject"))
    gone = record.rejected[0]
    assert find_statement([record], record.statements[0].id) is record.statements[0]
    with pytest.raises(UsageError, match="has been rejected"):
        find_statement([record], gone.id)
    with pytest.raises(UsageError, match=f"Nearest: {record.statements[0].id}"):
        find_statement([record], f"d:{record.statements[0].content[0].start + 1}-999q")
    with pytest.raises(UsageError, match="Expected the id"):
        find_statement([record], "nonsense")


def test_a_correction_of_every_statement_finds_it_again() -> None:
    """What is built from an edit is applied to just that statement."""
    record = read(TEXT)
    for statement in record.statements:
        edit = parse_edit(f"{statement.id} reject")
        correction = build_correction(
            document(TEXT), statement, edit, by="a", on="2025-01-01", vocabulary=default_vocabulary()
        )
        after = corrected(correction)
        assert [s.id for s in after.rejected] == [statement.id]


def test_names_and_issues_as_typed() -> None:
    """Issues must be known; a name that is nearly a known one is asked about; a new one is taken."""
    statement = said(read(TEXT), "signed nothing")

    def build(words: str) -> Correction:
        edit = parse_edit(f"{statement.id} {words}")
        return build_correction(document(TEXT), statement, edit, by="a", on="", vocabulary=default_vocabulary())

    with pytest.raises(UsageError, match="Did you mean territory"):
        build("issues=teritory")
    with pytest.raises(UsageError, match="Did you mean Azerbaijan"):
        build("party=Azerbajan")
    assert build("party=Freedonia issues=none").set == {"party": "Freedonia", "issues": "none"}
    assert (build("speaker=none").what, build("speaker=none").do) == ("speaker", "reject")
    assert (build("speaker=Egypt").what, build("speaker=Egypt").do) == ("speaker", "change")


def test_every_field_of_the_table_can_be_set() -> None:
    """Each allows what it says it allows."""
    for name, field in STATEMENT_FIELDS.items():
        value = field.choices[0] if field.choices else "yes" if field.kind == "truth" else "Egypt"
        assert check_field(STATEMENT_FIELDS, name, value) is None
        corrected(at("the talks had failed", set={name: value}))
        if field.may_be_none:
            corrected(at("the talks had failed", set={name: "none"}))

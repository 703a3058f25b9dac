"""Meetings told by several are one; gates in order of strength; who stayed away."""

from __future__ import annotations

from zopa.accounts import compare_accounts
from zopa.sources import read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary
from zopa.views import Material
from zopa.views.process import build_gates, build_meetings, build_process, describe, group_meetings
from zopa.views.timeline import process_of_documents

from .checking import false_quotes, line_pieces, section_pieces, text_of
from .stories import DAY, Story, long_text, material

MET = "Ana Brod of Velmar met Oto Lind of Ostrana in Brenn on 11 March for six hours."


def meeting(name: str, text: str = MET, *who: str, **fields: object) -> Story:
    story = Story(name, f"{text} {long_text(name, 10)}")  # unlike the others, so that none is a copy
    fields.setdefault("parties", ["Ostrana", "Velmar"])
    story.meet(text, *(who or ("Ana Brod", "Oto Lind")), **fields)
    return story


def test_tellings_of_one_meeting_are_one_line_with_all_letters() -> None:
    """The fullest list of who met, place, day and length from whichever telling has them; the day as a date."""
    one = meeting("a", place="Brenn")
    two = meeting("b", MET, "Ana Brod", "Oto Lind", "Kai Sten")
    two.meetings[0] = two.meet(
        MET, "Ana Brod", "Oto Lind", "Kai Sten", parties=["Ostrana", "Velmar"],
        date=two.day("11 March", "2031-03-11"), duration=two.figure("six hours", 6, "hour"),
    )  # fmt: skip
    two.meetings = two.meetings[:1]
    told = material(one, two)
    (group,) = group_meetings(told)
    assert (
        "".join(p.text for p in describe(told, group))
        == "Brod, Lind and Sten in Brenn, 11 March 2031, six hours (A, B)"
    )


def test_other_days_and_other_outcomes_are_other_meetings() -> None:
    """A meeting on another day, or called off, is not grouped with it."""
    one, two, three = meeting("a"), meeting("b"), meeting("c", status="cancelled")
    for story, first in ((one, "2031-03-11"), (two, "2031-03-12")):
        story.meetings = [
            story.meet(MET, "Ana Brod", "Oto Lind", parties=["Ostrana", "Velmar"], date=story.day("11 March", first))
        ]
        story.meetings = story.meetings[-1:]
    assert len(group_meetings(material(one, two, three))) == 3


def test_meetings_by_status_those_told_of_most_first() -> None:
    """One line for each status; what has no room is counted."""
    text = "A met B. C met D. E met F. G met H. I met J."
    one, two = Story("a", text), Story("b", "C met D.")
    for sentence in ("A met B.", "C met D.", "E met F.", "G met H."):
        day = one.day(sentence[:3], DAY)
        one.meet(
            sentence, sentence[0], sentence[-2], parties=["Ostrana", "Velmar"], place=f"Brenn {sentence[0]}", date=day
        )
    two.meet("C met D.", "C", "D", parties=["Ostrana", "Velmar"], place="Brenn C")
    one.meet("I met J.", "I", "J", status="cancelled", called_off_by="I")
    one.meet("G met H.", "K", "L", status="held")  # told once, with neither day nor place: behind the page
    lines = build_meetings(material(one, two))
    assert [line.tag for line in lines] == ["held", "cancelled"]
    assert text_of(lines[0]).startswith("Met: C and D in Brenn C, 12 March 2031 (A, B); ")
    assert text_of(lines[0]).endswith("; 1 more behind this page.")
    assert text_of(lines[1]) == "Cancelled: I and J (A)."
    assert "more behind" not in text_of(build_meetings(material(one, two), limit=None)[0])


def test_each_status_has_its_heading() -> None:
    """What is only planned or reported is not told as held."""
    story = Story("a", "They talk.")
    for status in ("planned", "refused", "reported"):
        story.meet("They talk.", "Velmar", "Ostrana", status=status, date=story.day("They talk", DAY))
    heads = {line.tag: text_of(line).split(":")[0] for line in build_meetings(material(story))}
    assert heads == {"reported": "Reported to have met", "refused": "Refused", "planned": "Spoken of, not fixed"}


def test_absences_have_lines_of_their_own() -> None:
    """Who stayed away, with the letter that opens the sentence."""
    story = Story("a", "Velmar and Ostrana met without Kai Sten.")
    story.meet(story.document.text, "Velmar", "Ostrana", absent=("Kai Sten",))
    (line,) = build_meetings(material(story))
    assert line.tag == "absent"
    assert text_of(line) == "Absent from the meeting with Velmar and Ostrana: Sten (A)."


def test_a_first_page_has_room_for_few_absences() -> None:
    """Many absences do not push what comes after them off the page."""
    text = " ".join(f"Velmar and Ostrana met without K{n}." for n in range(12))
    story = Story("a", text)
    for n in range(12):
        story.meet(f"Velmar and Ostrana met without K{n}.", "Velmar", "Ostrana", absent=(f"K{n}",))
    assert len(build_meetings(material(story))) <= 4


def test_gates_preconditions_first_and_who_says_so() -> None:
    """A precondition before a sequence before a condition; the sentence whole, and a long one behind the first page only."""
    text = "If it rains, talks will end. The list must be accepted before Monday talks. Lunch comes before talks."
    story = Story("a", text)
    story.gate("If it rains, talks will end.", "it rains", "talks will end", "Ana Brod", "condition")
    story.gate("Lunch comes before talks.", "Lunch", "talks", None, "sequence")
    story.gate("The list must be accepted before Monday talks.", "The list must be accepted", "Monday talks")
    lines = build_gates(material(story))
    assert [line.tag for line in lines] == ["precondition", "sequence", "condition"]
    assert text_of(lines[0]) == "Gate (A): The list must be accepted before Monday talks."
    assert text_of(lines[2]) == "Gate (A, says Brod): If it rains, talks will end."
    long = Story("b", f"The list, {'which is long and ' * 12}old, must be accepted before talks.")
    long.gate(long.document.text, "must be accepted", "talks")
    assert text_of(build_gates(material(long))[0]) == f"Gate (A): {long.document.text}"
    assert text_of(build_gates(material(long), 2)[0]) == "Gate (A): must be accepted before talks."
    wordy = Story("c", f"Tolls {'which are long and ' * 12} old must go before talks.")
    wordy.gate(wordy.document.text, wordy.document.text[:-14], "talks")
    assert build_gates(material(wordy), 2) == []
    assert len(build_gates(material(story), 2)) == 2
    assert not false_quotes(line_pieces(lines))


def test_process_tells_the_sentence_of_each() -> None:
    """Behind the first page each meeting and gate comes with its whole sentence; without any, the gap."""
    story = meeting("a", absent=("Kai Sten",))
    text_ = text_of(build_process(material(story)).lines[0])
    assert MET in text_
    assert "Absent: Kai Sten." in text_
    assert not false_quotes(section_pieces(build_process(material(story))))
    empty = build_process(material(Story("a", "Nothing.")))
    assert [p.tone for p in empty.lines[0].pieces] == ["gap"]


def test_copies_of_one_text_tell_a_gate_and_an_absence_once() -> None:
    """A copy adds no gate, no meeting and no absence."""
    text = f"{long_text('dam')} Velmar met Ostrana without Karsk. The list comes before talks."
    one, copy = Story("one", text), Story("copy", text)
    for story in (one, copy):
        story.meet("Velmar met Ostrana without Karsk.", "Velmar", "Ostrana", absent=("Karsk",))
        story.gate("The list comes before talks.", "The list", "talks")
    told = material(one, copy)
    assert len(build_gates(told)) == 1
    assert len(build_meetings(told)) == 1
    assert len(build_process(told).lines) == 2


def test_what_is_due_is_told_as_to_come() -> None:
    """A date ahead in a sentence about what is to come; not one in a sentence about what was, and not the year that runs."""
    text = (
        "Published: 2025-12-04\n\nThe text will be presented to Kyiv this week. The envoys were in Geneva in 2025. "
        "The talks of this year were hard. "
        "A vote is scheduled for 9 December. Guests of the hall on 20 December 2025 were named in a list.\n"
    )
    document, _ = read_document("a.md", data=text.encode())
    assert document is not None
    vocabulary = default_vocabulary()
    records = (read_record(document, vocabulary),)
    material = Material((document,), records, compare_accounts((document,), records), vocabulary)
    assert [row.date for row in process_of_documents(material).calendar] == ["2025-12-01..2025-12-07", "2025-12-09"]

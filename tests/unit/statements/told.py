"""What was read in a text, one line a fact, so that a test holds everything that a text tells and nothing else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .reading import read

if TYPE_CHECKING:
    from zopa.statements import Record, ReportedGate, ReportedMeeting, Statement
    from zopa.statements.actors import Actor
    from zopa.statements.deed_types import Deed

read_once = cache(read)


def facts(text: str, kind: str) -> list[str]:
    """The facts of one kind ("statements", "deeds", "actors", "meetings", "gates", "wholes"), in order."""
    record = read_once(text)
    return [_TOLD[kind](fact, record) for fact in getattr(record, kind)]  # type: ignore[operator]


def _line(*parts: str | None) -> str:
    return " | ".join(part for part in parts if part)


def _statement(s: Statement, record: Record) -> str:
    """Who (for whom, with whom, told by whom) | what it is | the words | the words that attribute it."""
    sides = s.speaker.parties or (s.speaker.party,) if s.speaker else ()
    who = _who(s.speaker.name if s.speaker else "-", *sides)
    flags = [f for f in ("hedged", "negated", "prediction", "judgement") if getattr(s, f)]
    return _line(
        who,
        "with " + ", ".join(s.also_said_by) if s.also_said_by else None,
        "told by " + ", ".join(s.reported_by) if s.reported_by else None,
        " ".join([s.form, *([s.status] if s.status else []), s.act, *flags]),
        f"{s.party or '-'} to {s.target or '-'}" if s.party or s.target else None,
        s.said,
        s.cue.text if s.cue else None,
    )


def _deed(d: Deed, record: Record) -> str:
    """Who does what to whom | what it is about | how it is told | by whom | when, where, how, why."""
    doers = " + ".join(_who(x.name, x.side) for x in d.doers) or "-"
    others = " + ".join(_who(x.name, x.side) for x in d.others)
    return _line(
        f"{doers} {'not ' * d.negated}{d.predicate}" + (f" -> {others}" if others else ""),
        "; ".join(m.text for m in d.matters),
        " ".join([d.stance or "-", d.sure, d.voice, *(["hedged"] if d.hedged else [])]),
        _who(d.says, d.says_side) if d.says else None,
        f"{d.date.from_}" if d.date else None,
        d.place and "at " + d.place,
        "how: " + ", ".join(d.manner) if d.manner else None,
        "because " + d.because.text if d.because else None,
    )


def _actor(a: Actor, record: Record) -> str:
    """Name (side) | kind | offices | other names | the words that mean it."""
    return _line(
        _who(a.name, a.side),
        a.kind if a.named else a.kind + " unnamed",
        ", ".join(a.offices),
        "also " + ", ".join(sorted(a.aliases)) if a.aliases else None,
        "; ".join(p.text for p in a.passages),
    )


def _meeting(m: ReportedMeeting, record: Record) -> str:
    """Who | how it stands | where, when, how long | who stayed away, who called it off | what it was."""
    return _line(
        ", ".join(m.participants) + " (" + ", ".join(m.parties) + ")",
        m.status + " hedged" * m.hedged,
        m.place and "at " + m.place,
        f"{m.date.from_}" if m.date else None,
        f"{m.duration.value:g} {m.duration.unit}" if m.duration else None,
        "absent " + ", ".join(m.absent) if m.absent else None,
        "off by " + m.called_off_by if m.called_off_by else None,
        "not asked " + ", ".join(m.not_consulted) if m.not_consulted else None,
        "sent by " + m.sent_by if m.sent_by else None,
        m.what,
        m.speaker.name if m.speaker else None,
    )


def _gate(g: ReportedGate, record: Record) -> str:
    """What comes first > what it opens | kind | who says so."""
    return _line(f"{g.before.text} > {g.after.text}", g.kind, g.says)


def _who(name: str | None, *sides: str | None) -> str:
    told = [side or "?" for side in sides]
    return f"{name} ({', '.join(told)})" if told and told != [name] else str(name)


_TOLD = {
    "statements": _statement,
    "deeds": _deed,
    "actors": _actor,
    "meetings": _meeting,
    "gates": _gate,
}

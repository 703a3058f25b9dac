"""A case read as if no allegation about a named person stood in its documents, for a brief that is passed on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.run.records import Records
from zopa.statements.allegations import find_allegations, touches

if TYPE_CHECKING:
    from zopa.run.talks import Talks


def without_allegations(talks: Talks) -> tuple[Talks, int]:
    """The talks as if the reader had found no allegation about a named person in them, and how many there are.

    Statements whose sentence holds words of one, meetings, gates and passages of evidence go too: a page shows the whole sentence.
    Documents stay as they are.
    """
    found = {d.id: find_allegations(talks.records[d.id], talks.vocabulary) for d in talks.documents}
    records = {
        name: replace(
            record,
            statements=tuple(s for s in record.statements if not touches(s.passage.start, s.passage.end, found[name])),
            meetings=tuple(m for m in record.meetings if not touches(m.passage.start, m.passage.end, found[name])),
            gates=tuple(g for g in record.gates if not touches(g.passage.start, g.passage.end, found[name])),
        )
        for name in found
        for record in (talks.records[name],)
    }
    passages = {at: p for at, p in talks.anchored.passages.items() if not touches(p.start, p.end, found[p.source])}
    told = replace(talks, anchored=replace(talks.anchored, passages=passages))
    # where the cached properties look first: who speaks, and which red lines are stated, does not change
    kept = Records(talks.documents, talks.read_one, records)
    told.__dict__.update(records=kept, tellers=talks.tellers, stated=talks.stated)
    return told, sum(map(len, found.values()))

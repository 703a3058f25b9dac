"""Who takes part, over what, what blocks and what came of it, as plain dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zopa.accounts.blame import Charge
    from zopa.accounts.blocks import Block
    from zopa.accounts.deadlines import Deadline
    from zopa.accounts.issues import FoundIssue
    from zopa.accounts.omissions import Omission
    from zopa.accounts.outcome import TalksOutcome
    from zopa.accounts.papers import ToldTerm
    from zopa.accounts.parties import FoundParty
    from zopa.accounts.sticking import DividedOver
    from zopa.accounts.talks import ReportedTalks
    from zopa.accounts.wants import Want

Json = dict[str, Any]


def talks_json(talks: ReportedTalks, limit: int) -> Json:
    """The members of a brief of documents that answer the first questions."""
    from zopa.json_output.documents import limited  # noqa: PLC0415 - documents calls this module

    return {
        "outcome": outcome_json(talks.outcome),
        **limited("parties", [party_json(party) for party in talks.participants.parties], limit),
        **limited("issues", [issue_json(issue) for issue in talks.dispute.issues], limit),
        **limited("wants", [want_json(want) for want in talks.dispute.wants], limit),
        **limited("blocks", [block_json(block) for block in talks.dispute.blocks], limit),
        **limited("sticking_points", [sticking_json(point) for point in talks.sticking], limit),
        **limited("terms", [term_json(told) for told in talks.terms], limit),
        **limited("causes", [charge_json(charge) for charge in talks.charges], limit),
        **limited("deadlines", [deadline_json(deadline) for deadline in talks.deadlines], limit),
        **limited("theses", [{"source": t.source, "passage": _passage(t.passage)} for t in talks.theses], limit),
        **limited("omissions", [omission_json(omission) for omission in talks.omissions], limit),
    }


def _passage(passage: Any) -> Json:
    from zopa.json_output.documents import passage_json  # noqa: PLC0415 - documents calls this module

    return passage_json(passage)


def outcome_json(outcome: TalksOutcome) -> Json:
    """State, how, the day, and what each document tells."""
    return {
        "state": outcome.state,
        "how": outcome.how,
        "as_of": outcome.as_of.isoformat() if outcome.as_of else None,
        "accounts": [
            {
                "source": told.source, "state": told.state, "how": told.how, "says": told.says,
                "date": told.date.isoformat() if told.date else None, "passage": _passage(told.passage),
            }
            for told in outcome.accounts
        ],
    }  # fmt: skip


def party_json(party: FoundParty) -> Json:
    """A party with its people and what shows that it takes part."""
    return {
        "name": party.name,
        "kind": party.kind,
        "role": party.role,
        "aliases": sorted(party.aliases),
        "people": [{"name": p.name, "offices": list(p.offices)} for _, p in sorted(party.people.items())],
        "passages": [_passage(p) for p in party.passages],
    }


def issue_json(issue: FoundIssue) -> Json:
    """An issue in the texts' own words."""
    return {
        "key": issue.key,
        "label": issue.label,
        "sides": sorted(issue.sides),
        "passages": [_passage(p) for p in issue.passages],
    }


def want_json(want: Want) -> Json:
    """What one side wants, offers, accepts or refuses."""
    from zopa.json_output.documents import figure_json  # noqa: PLC0415 - documents calls this module

    return {
        "party": want.party, "issue": want.issue, "stance": want.stance, "figures": [figure_json(f) for f in want.figures],
        "to": want.to, "date": want.date.isoformat() if want.date else None, "draft": want.draft, "voice": want.voice,
        "says": want.says, "passage": _passage(want.passage), "sure": want.sure,
    }  # fmt: skip


def block_json(block: Block) -> Json:
    """What blocks: an issue and the sides that stand against each other."""
    return {
        "issue": block.issue,
        "sides": [
            {"party": party, "stance": want.stance, "says": want.says, "passage": _passage(want.passage)}
            for party, want in block.sides
        ],
    }


def sticking_json(point: DividedOver) -> Json:
    """What accounts name as what divides the sides, and each of them."""
    return {
        "what": point.what,
        "named_by": [{"says": p.says, "kind": p.kind, "passage": _passage(p.passage)} for p in point.points],
    }


def term_json(told: ToldTerm) -> Json:
    """What an offer, a draft or a pact holds."""
    term = told.term
    return {
        "paper": term.paper.text, "owner": told.owner, "kind": term.kind, "says": term.says,
        "what": _passage(term.what), "passage": _passage(term.passage),
    }  # fmt: skip


def charge_json(charge: Charge) -> Json:
    """Whom somebody blames for what."""
    return {"blamed": charge.blamed, "for": charge.for_, "says": charge.says, "passage": _passage(charge.passage)}


def deadline_json(deadline: Deadline) -> Json:
    """What is due, or who meets, on which day."""
    day = deadline.date.isoformat() if deadline.date else None
    return {"what": deadline.what, "date": day, "kind": deadline.kind, "passage": _passage(deadline.passage)}


def omission_json(omission: Omission) -> Json:
    """What one document does not touch that another tells."""
    return {
        "source": omission.source,
        "told_by": omission.told_by,
        "kind": omission.kind,
        "passage": _passage(omission.passage),
    }

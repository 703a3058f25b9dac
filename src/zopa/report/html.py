"""The brief as one self-contained HTML file: no network, a strict content-security policy, readable without a script."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from itertools import zip_longest
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from zopa.report import flow, naming, words
from zopa.report.hidden import visible
from zopa.report.passages import anchor_link, find_passages
from zopa.report.text import mark_id, render_marked, render_text

if TYPE_CHECKING:
    from zopa.accounts import Finding
    from zopa.sources import Document, Mark, Passage
    from zopa.views.types import Brief, DocumentEntry, Line, Section

_ANSWER_KEYS = frozenset({"bottom-line", "bottom_line", "answer"})
_SIDE_BY_SIDE = frozenset({"contradicted", "opposed-judgement", "selective-quotation"})


def render_html(brief: Brief) -> str:
    """The whole brief as one HTML document, to be written as UTF-8."""
    css, js = _asset("brief.css"), _asset("brief.js")
    template = _environment().get_template("page.html.j2")
    return template.render(page=_Page(brief), brief=brief, policy=content_policy(css, js), css=Markup(css), js=Markup(js))


def content_policy(css: str, js: str) -> str:
    """A policy that allows this style and this script, by their hashes, and nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_source_hash(css)}'; script-src '{_source_hash(js)}'; "
        "base-uri 'none'; form-action 'none'"
    )


@dataclass(frozen=True)
class _Page:
    """What the templates ask about a brief, beyond the brief itself."""

    brief: Brief

    @cached_property
    def spans(self) -> dict[str, frozenset[tuple[int, int]]]:
        return find_passages(self.brief)

    @cached_property
    def entries(self) -> dict[str, DocumentEntry]:
        return {entry.document.id: entry for entry in self.brief.documents}

    @cached_property
    def letters(self) -> frozenset[str]:
        return frozenset(entry.letter for entry in self.brief.documents)

    @cached_property
    def kicker(self) -> tuple[str, ...]:
        return naming.kicker(self.brief)

    @cached_property
    def answer(self) -> tuple[Line, ...]:
        """The bottom line, which stands apart from the numbered sections."""
        found = (section.lines for section in self.brief.first_page.sections if section.key in _ANSWER_KEYS)
        return tuple(line for lines in found for line in lines if line.tag != "confidence")

    @cached_property
    def confidence(self) -> tuple[Line, ...]:
        page = self.brief.first_page
        answer = (line for section in page.sections if section.key in _ANSWER_KEYS for line in section.lines)
        return tuple(line for line in (*page.standfirst, *answer) if line.tag == "confidence")

    @cached_property
    def standfirst(self) -> tuple[Line, ...]:
        return tuple(line for line in self.brief.first_page.standfirst if line.tag != "confidence")

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(section for section in self.brief.first_page.sections if section.key not in _ANSWER_KEYS)

    @cached_property
    def groups(self) -> list[tuple[str, words.RelationWords, list[Finding]]]:
        """Findings by relation, in the order of `words.RELATIONS`; relations without findings are left out."""
        found = [(key, told, [f for f in self.brief.findings if f.relation == key]) for key, told in words.RELATIONS.items()]
        return [group for group in found if group[2]]

    @property
    def made(self) -> tuple[tuple[str, str], ...]:
        """How the brief was made, always with what was not searched."""
        told = any("not searched" in label.lower() for label, _ in self.brief.made)
        return self.brief.made if told else (*self.brief.made, ("Not searched", words.NOT_SEARCHED))

    def link(self, passage: Passage) -> str | None:
        return anchor_link(passage, self.spans)

    def letter(self, passage: Passage) -> str:
        entry = self.entries.get(passage.source)
        return entry.letter if entry else passage.source

    def language(self, passage: Passage) -> str | None:
        entry = self.entries.get(passage.source)
        return naming.document_language(entry.document) if entry else None

    def byline(self, passage: Passage) -> tuple[str, ...]:
        entry = self.entries.get(passage.source)
        return naming.document_byline(entry.document) if entry else (passage.source,)

    def marked(self, finding: Finding, passage: Passage) -> Markup:
        return render_marked(passage, finding.marked)

    def text(self, document: Document) -> Markup:
        return render_text(document, self.spans.get(document.id, frozenset[tuple[int, int]]()))

    def sides(self, line: Line, section: Section) -> flow.Sides | None:
        """The accounts of a line that sets them beside each other, None for a line that runs on."""
        apart = line.tag in _SIDE_BY_SIDE or (line.tag is None and "contradict" in section.key)
        return flow.find_sides(line, self.letters) if apart else None

    def tag(self, section: Section) -> str | None:
        """The tag that all lines of a section carry, which then stands at its heading instead of on each line."""
        tags = {line.tag for line in section.lines}
        return next(iter(tags)) if len(tags) == 1 else None


def marks_by_reason(document: Document) -> list[tuple[str, bool, list[tuple[str, Mark]]]]:
    """What is marked in a document, by reason in order of appearance: reason, whether left out, (target id, mark)."""
    groups: dict[tuple[str, bool], list[tuple[str, Mark]]] = {}
    for number, mark in enumerate(document.marks):
        groups.setdefault((mark.reason, mark.left_out), []).append((mark_id(document.id, number), mark))
    return [(reason, left_out, marks) for (reason, left_out), marks in groups.items()]


def accounts_of(finding: Finding) -> list[tuple[Passage, str]]:
    """A finding's passages, each with its originator, "unknown" where none is given."""
    padded = zip_longest(finding.passages, finding.originators[: len(finding.passages)], fillvalue="unknown")
    return [(passage, originator) for passage, originator in padded if not isinstance(passage, str)]


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("zopa.report", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(  # pyright: ignore[reportUnknownMemberType]
        spaced=flow.spaced,
        split_voices=flow.split_voices,
        is_gap=flow.is_gap,
        relation_words=words.relation_words,
        tag_words=words.tag_words,
        voices=words.VOICES,
        voice_words=words.voice_words,
        document_name=naming.document_name,
        document_byline=naming.document_byline,
        document_language=naming.document_language,
        marks_by_reason=marks_by_reason,
        accounts_of=accounts_of,
    )
    return env


def _shown(value: object) -> object:
    """Every string that a template prints shows its hidden characters; markup has been through this already."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _asset(name: str) -> str:
    return files("zopa.report").joinpath("assets", name).read_text(encoding="utf-8")


def _source_hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()

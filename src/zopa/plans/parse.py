"""A text as its parts: numbered points of any depth, headings, preamble, annexes, footnotes, closing lines; no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.plans.lines import count_words, read_lines
from zopa.plans.markers import RANKS
from zopa.plans.outline import Outline
from zopa.plans.types import Plan, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.plans.outline_text import Branch
    from zopa.plans.types import Part, Span

_WORD_CHAR = re.compile(r"[^\W_]")


def parse_plan(
    text: str, left_out: Sequence[tuple[int, int, str]] = (), titles: Sequence[Span] = (), *, whole: bool = False
) -> Plan:
    """The parts of a text; every word is in exactly one of them or in `unplaced`.

    Args:
        text: the text as read; may be empty.
        left_out: spans that belong to no part (a page's header, a page's menu), each with its reason.
        titles: spans that the document's format sets as headings.
        whole: each line is a paragraph, as in Word.
    """
    lines = read_lines(text, [(start, end) for start, end, _ in left_out], titles, whole=whole)
    outline = Outline(lines)
    nodes = [node for node in outline.read() if node.label or node.head or node.body]
    numbered = any(node.run is not None for node in nodes)
    _settle(nodes, numbered=numbered)
    paths = _paths(nodes)
    points: list[Point] = []
    parts: list[Point] = []
    title = ""
    for node in nodes:
        if node.part == "heading" or node.kind in RANKS or node.kind == "annex":
            title = node.title
        point, head = _point(text, node, paths, title)
        if head is not None:
            parts.append(head)
        if point is not None:
            (points if point.part == "point" else parts).append(point)
    parts.sort(key=lambda p: p.start)
    unplaced = tuple(sorted(span for span in left_out if _WORD_CHAR.search(text, span[0], span[1])))
    words = count_words(text)
    lost = words - sum(count_words(text[s:e]) for p in (*points, *parts) for s, e in p.spans)
    return Plan(
        tuple(points),
        tuple(parts),
        unplaced,
        words,
        words - max(0, lost),
        numbered,
        sum(n.kind == "option" for n in nodes),
    )


def parse_points(text: str) -> tuple[Point, ...]:
    """The numbered points of a text, in order; () where it has none."""
    plan = parse_plan(text)
    return plan.points if plan.numbered else ()


def _settle(nodes: list[Branch], *, numbered: bool) -> None:
    """What stands behind the last numbered point under a heading or a rule closes the text; without numbers paragraphs are points."""
    last = max((n for n, node in enumerate(nodes) if node.run is not None), default=-1)
    if not numbered:
        count = 0
        for node in nodes:
            if node.part == "preamble" and node.body:
                count += 1
                node.part, node.token, node.kind, node.value = "point", "¶", "¶", count
                node.parent = None
        return
    headed = False
    annexed = any(node.kind == "annex" for node in nodes)
    for n, node in enumerate(nodes):
        headed = headed or (n > last and node.part == "heading")
        if n > last and node.kind == "¶" and headed and not (node.parent and node.parent.kind in RANKS) and not annexed:
            node.part = "closing"


def _paths(nodes: list[Branch]) -> dict[int, str]:
    """The whole path of each node by its identity."""
    seen = Counter((node.kind, node.token.lower(), id(_annex(node))) for node in nodes if node.kind in RANKS)
    paths: dict[int, str] = {}
    counts: Counter[str] = Counter()
    learned = {node.word.lower() for node in nodes if node.learned}
    for node in nodes:
        above = node.parent
        while above is not None and id(above) not in paths:
            above = above.parent
        prefix = paths[id(above)] if above is not None else ""
        if (
            node.kind in RANKS
            and RANKS[node.kind] <= RANKS["article"]
            and (node.kind == "article" or not _is_below(node))
        ):
            plain = node.kind == "article" and not (node.learned and len(learned) > 1)
            bare = node.token if plain else f"{node.word.lower()} {node.token}"
            annex = _annex(node)
            unique = seen[node.kind, node.token.lower(), id(annex)] == 1
            paths[id(node)] = _joined(paths.get(id(annex), "") if unique and annex else "" if unique else prefix, bare)
        elif node.kind == "annex":
            paths[id(node)] = f"annex {node.token}".strip()
        elif node.kind == "option" or node.learned:
            paths[id(node)] = _joined(
                prefix, f"{node.word.lower()} {node.token}" if node.learned else f"option {node.token}"
            )
        elif node.kind == "¶" and node.part not in {"preamble", "closing"}:
            paths[id(node)] = _joined(prefix, f"¶{node.value}")
        elif len(node.parts) > 1 and above is not None and prefix.endswith(node.token.rsplit(".", 1)[0]):
            paths[id(node)] = f"{prefix}.{node.token.rsplit('.', 1)[1]}"
        elif len(node.parts) > 1 and above is not None and above.kind in RANKS and above.value == node.parts[0]:
            paths[id(node)] = _joined(paths.get(id(_annex(node)), ""), node.token)  # 1.1 in article I
        elif node.kind in RANKS and above is not None and node.token.startswith((f"{above.token}.", f"{above.token}-")):
            paths[id(node)] = f"{prefix}.{node.token[len(above.token) + 1 :]}"  # section 5.1 of article 5
        elif node.run is not None and node.run.crosses and node.part == "point":
            paths[id(node)] = _joined(paths.get(id(_annex(node)), ""), node.token)
        elif node.part in {"preamble", "closing", "footnote"}:
            counts[node.part] += 1
            paths[id(node)] = f"{node.part} {node.token.strip('¶') or counts[node.part]}"
        else:
            paths[id(node)] = _joined(prefix, node.token)
    return paths


def _is_below(node: Branch) -> bool:
    """Whether a section stands below an article."""
    above = node.parent
    while above is not None:
        if above.kind == "article":
            return True
        above = above.parent
    return False


def _joined(prefix: str, token: str) -> str:
    return f"{prefix}.{token}" if prefix else token


def _annex(node: Branch) -> Branch | None:
    above: Branch | None = node
    while above is not None and above.kind != "annex":
        above = above.parent
    return above


def _owner(node: Branch) -> Branch | None:
    """The article or annex that a node stands in; an option is one only where it stands in no other."""
    above: Branch | None = node
    option: Branch | None = None
    while above is not None and (above.kind == "option" or (above.kind not in RANKS and above.kind != "annex")):
        option = above if above.kind == "option" else option
        above = above.parent
    return above or option


def _point(text: str, node: Branch, paths: dict[int, str], title: str) -> tuple[Point | None, Point | None]:
    """The point of a node and its heading, each None where it has no words of its own."""
    owner = _owner(node)
    within = paths[id(owner)] if owner is not None else ""
    holder = node
    while not holder.title and holder.parent is not None:
        holder = holder.parent
    heading = holder.title or title
    number = paths[id(node)]
    body = _body(text, node.body)
    head = [span for span in node.head if _WORD_CHAR.search(text, *span)]
    part: Part = node.part
    if part == "point" and (node.kind == "annex" or (_annex(node) is not None and node.kind in {"¶", "row"})):
        part = "annex"
    if node.part == "heading":
        return None, _made(text, number or node.title, "heading", node.head)
    if not body:
        if not any(_WORD_CHAR.search(text, *span) for span in (*node.label, *node.head, *node.body)):
            return None, None  # a rule, a lone sign
        spans = sorted((*node.label, *node.head, *node.body))
        made = _made(text, number, "heading", head or node.label or spans, spans)
        return None, replace(made, heading=heading, within=within)
    made = _made(text, number, part, body, sorted((*node.label, *node.body)))
    return replace(made, heading=heading, within=within), _made(text, number, "heading", head) if head else None


def _body(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans with words, those on the lines of one paragraph joined where nothing stands between them."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined if any(_WORD_CHAR.search(text, s, e) or "[" in text[s:e] for s, e in joined) else []


def _made(text: str, number: str, part: Part, body: Sequence[Span], spans: Sequence[Span] = ()) -> Point:
    """A point whose words are in `body` and which owns `spans`, or else only its words."""
    words = " ".join(text[s:e] for s, e in body) if len(body) > 1 else text[body[0][0] : body[0][1]]
    words = re.sub(r"^(\[+) ", r"\1", words)
    return Point(number, words, body[0][0], body[-1][1], part, spans=tuple(spans or body))

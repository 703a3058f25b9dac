"""Trees written by hand, so that a rule is tested apart from what the trained table makes of a sentence.

One word is ``word/TAG>head:relation``; heads count from 1, 0 is the root; a blank parts the words.
"""

from __future__ import annotations

from tests.unit.statements.reading import document

from zopa.text import default_vocabulary
from zopa.text.annotate import Text
from zopa.text.base_forms import base_form
from zopa.text.frames import ClauseFrame, find_frames
from zopa.text.names import find_names
from zopa.text.network import Parsed
from zopa.text.tagged import Sentence, TaggedToken


def parsed(tree: str) -> tuple[list[str], Parsed]:
    """The words as written and their tree."""
    rows = [_row(word) for word in tree.split()]
    return [word for word, *_ in rows], Parsed(
        tuple(tag for _, tag, _, _ in rows),
        tuple(head - 1 for _, _, head, _ in rows),
        tuple(relation for *_, relation in rows),
    )


def written(lows: list[str], found: Parsed) -> str:
    """A tree in the notation that `parsed` reads."""
    rows = zip(lows, found.tags, found.heads, found.relations, strict=True)
    return " ".join(f"{word}/{tag}>{head + 1}:{relation}" for word, tag, head, relation in rows)


def sentence(tree: str, quoted: tuple[int, int] | None = None, start: int = 0) -> Sentence:
    """A sentence of words parted by one blank; `quoted`: first and last word of a quotation; `start`: where it begins in the text."""
    tokens: list[TaggedToken] = []
    at = start
    for word in tree.split():
        text, tag, head, relation = _row(word)
        tag, form, tense = (*tag.split("-"), "", "")[:3]
        low = text.lower()
        tokens.append(
            TaggedToken(at, at + len(text), text, low, base_form(low, tag, form), tag, form, tense, head - 1, relation)
        )
        at += len(text) + 1
    inside = range(quoted[0] - 1, quoted[1]) if quoted else range(0)
    return Sentence(start, at - 1, tuple(tokens), tuple(0 if k in inside else -1 for k in range(len(tokens))), 0)


def text_of(tree: str) -> str:
    """The words of a tree."""
    return " ".join(_row(word)[0] for word in tree.split())


def analysed(*trees: str) -> Text:
    """An analysed text of these trees, one sentence a line."""
    text, found = "", []
    for tree in trees:
        found.append(sentence(tree, start=len(text)))
        text += text_of(tree) + "\n"
    made = document(text)
    names = find_names(made, [(s.start, s.end) for s in found], default_vocabulary())
    return Text(made, (), tuple(found), (), names)


def frames(tree: str) -> dict[str, ClauseFrame]:
    """The frames of a tree by the predicate as written."""
    found = sentence(tree)
    return {found.tokens[frame.head].text: frame for frame in find_frames(found)}


def _row(word: str) -> tuple[str, str, int, str]:
    text, _, rest = word.partition("/")
    tag, _, rest = rest.partition(">")
    head, _, relation = rest.partition(":")
    return text, tag, int(head), relation

"""Who is heard in which account: parties and speakers on the left, documents on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Network, Node, Tie

if TYPE_CHECKING:
    from zopa.statements import Statement
    from zopa.views.material import Material

_KINDS = ("quoted", "reported without quotation")
MOST = 24
"""Names that a drawing holds; of more, those heard in most documents, then those heard most often."""


def draw_heard(material: Material) -> Chart | None:
    """A tie where a document quotes or reports somebody, by party where the speaker has one; None where nobody is heard.

    Anonymous speakers are left out: they are nobody in particular.
    """
    ties: dict[tuple[str, str], list[Statement]] = {}
    for statement in material.statements:
        speaker = statement.speaker
        if speaker and not speaker.anonymous and statement.form != "own-voice":
            ties.setdefault((speaker.party or speaker.name, statement.source), []).append(statement)
    if not ties:
        return None
    sources = [d.id for d in material.documents if any(source == d.id for _, source in ties)]
    weight = {
        name: (sum(n == name for n, _ in ties), sum(len(s) for (n, _), s in ties.items() if n == name))
        for name, _ in ties
    }
    names = sorted(sorted(weight, key=lambda n: weight[n], reverse=True)[:MOST], key=str.lower)
    titles = {
        d.id: next((fact.value for fact in (d.title, d.author, d.publisher) if fact), d.id) for d in material.documents
    }
    nodes = (
        *(Node(f"s.{name}", name, 0, strong=True) for name in names),
        *(Node(f"d.{s}", f"{material.letters[s]}  {titles[s]}", 1) for s in sources),
    )
    drawn = {pair: said for pair, said in ties.items() if pair[0] in names}
    network = Network(
        nodes,
        tuple(
            Tie(f"s.{name}", f"d.{s}", _kind(said), _told(name, material.letters[s], said))
            for (name, s), said in drawn.items()
        ),
        tuple(kind for kind in _KINDS if any(_kind(said) == kind for said in drawn.values())),
        "lists",
        heads=("Who is heard", "In which document"),
    )
    return Chart(network, _text(names, drawn, len(weight) - len(names)))


def _kind(said: list[Statement]) -> str:
    return _KINDS[0] if any(s.form == "quotation" for s in said) else _KINDS[1]


def _told(name: str, letter: str, said: list[Statement]) -> str:
    quoted = sum(s.form == "quotation" for s in said)
    return f"{name} in {letter}: {quoted} quotation{'s' if quoted != 1 else ''}, {len(said) - quoted} reported"


def _text(names: list[str], drawn: dict[tuple[str, str], list[Statement]], left_out: int) -> str:
    quoted = [n for n in names if any(name == n and _kind(said) == _KINDS[0] for (name, _), said in drawn.items())]
    told = f"Quoted: {', '.join(quoted)}." if quoted else "Nobody who is named is quoted."
    only = [n for n in names if n not in quoted]
    if only:
        told += f" Only reported: {', '.join(only)}."
    return f"{told} {left_out} more are listed under who said what." if left_out else told

"""Readers by name, and a document read with several of them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.errors import UsageError
from zopa.statements.readers.merge import merge_records
from zopa.statements.readers.rules import RulesReader
from zopa.statements.readers.verify import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.statements.readers.types import Reader
    from zopa.statements.types import Record
    from zopa.text.vocabulary import Vocabulary

KEY_VARIABLE = "ZOPA_LLM_KEY"
_KINDS = "rules, spacy:PIPELINE or llm:MODEL, joined by +"


def build_readers(spec: str = "rules", *, endpoint: str | None = None) -> tuple[Reader, ...]:
    """The readers that `spec` names: "rules", "spacy:en_core_web_sm", "rules+llm:MODEL".

    Args:
        spec: names joined by "+".
        endpoint: address of an OpenAI-compatible endpoint, for ``llm:MODEL``; its key is taken from ZOPA_LLM_KEY.

    Raises:
        UsageError: no such reader, one named twice, or an endpoint too few or too many.
        InputError: a package or pipeline is not installed.
    """
    names = [name.strip() for name in spec.split("+")]
    if len(set(names)) < len(names):
        raise UsageError(f"Expected each reader once, got {spec!r}.")
    if endpoint and not any(name.startswith("llm:") for name in names):
        raise UsageError("Expected --endpoint only with --reader llm:MODEL.")
    return tuple(_build(name, endpoint) for name in names)


def _build(name: str, endpoint: str | None) -> Reader:
    """One reader; modules with heavy packages are imported only here."""
    kind, _, rest = name.partition(":")
    if name == "rules":
        return RulesReader()
    if kind == "spacy" and rest:
        from zopa.statements.readers.spacy import build_spacy  # noqa: PLC0415 - an extra

        return build_spacy(rest)
    if kind == "llm" and rest:
        if not endpoint:
            raise UsageError(f"Expected --endpoint URL with --reader {name}: zopa asks only an endpoint that you name.")
        from zopa.statements.readers.llm import build_llm  # noqa: PLC0415 - an extra

        return build_llm(rest, endpoint, os.environ.get(KEY_VARIABLE, ""))
    raise UsageError(f"Expected a reader ({_KINDS}), got {name!r}.")


def read_with(
    readers: Sequence[Reader], document: Document, vocabulary: Vocabulary
) -> tuple[Record, tuple[Problem, ...]]:
    """The record of a document as all readers together find it, verified, and every problem.

    Meetings, gates and names are those of the rules. The statements of the rules stand too where they are asked for, or
    where another reader has failed.
    """
    rules, _ = RulesReader().read(document, vocabulary)
    asked = any(reader.name == "rules" for reader in readers)
    found: list[Record] = []
    problems: list[Problem] = []
    failed = False
    for reader in readers:
        if reader.name == "rules":
            continue
        record, told = reader.read(document, vocabulary)
        verified, dropped = verify(document, record)
        found.append(verified)
        problems += [*told, *dropped]
        failed = failed or any(problem.severity == "error" for problem in told)
    merged = rules if asked or failed else replace(rules, statements=())
    for record in found:
        merged = merge_records(document, merged, record)
    return merged, tuple(problems)

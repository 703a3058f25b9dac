"""What an ensemble follows from, as one hash: the same for the same frames and rules, another one as soon as anything in them differs."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from zopa.model.vague import VagueCase


def find_state(case: VagueCase) -> str:
    """SHA-256, hexadecimal, of everything that is drawn from and solved: with it and a seed the answers are the same to the bit."""
    digest = hashlib.sha256()
    for part in _parts(case):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _parts(value: Any) -> Iterator[str]:
    """A value as words: kinds and lengths with them, so that no two values give the same."""
    if dataclasses.is_dataclass(value):
        yield type(value).__name__
        for member in dataclasses.fields(value):
            yield member.name
            yield from _parts(getattr(value, member.name))
    elif isinstance(value, np.ndarray):
        array = cast("NDArray[Any]", value)
        yield f"array {array.shape} {array.dtype.str}"
        yield array.tobytes().hex()
    elif isinstance(value, (Mapping, frozenset, tuple)):
        items = _items(value)
        yield f"{len(items)} of {type(items).__name__}"
        for item in items:
            yield from _parts(item)
    else:  # numbers, fractions, words, None
        yield f"{type(value).__name__} {value!r}"


def _items(value: Any) -> tuple[Any, ...] | list[Any]:
    """What a collection holds; of one without an order as a sorted list."""
    if isinstance(value, Mapping):
        return sorted(cast("Mapping[Any, Any]", value).items(), key=str)
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[Any]", value), key=str)
    return cast("tuple[Any, ...]", value)

"""How work grows with the input: hostile inputs for an expression, made from the expression itself, and the measuring."""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import pkgutil
import re
import signal
import time
from dataclasses import dataclass
from re import _constants as codes  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
from typing import TYPE_CHECKING, Any

import zopa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (500, 2_000, 8_000)
"""Characters of a hostile input, each four times the one before: n log n grows about 4.8 times, n squared 16 times."""
MOST_GROWTH = 10.0
"""From one size to the next. Generous, since a clock is measured."""
QUICK_SECONDS = 0.002
"""What takes less at the largest size is no danger, and too little to measure."""
SHORT_SECONDS = 0.25
"""What an expression may take on the longest input, where that is too short to grow; five times what a fast machine needs."""
PATIENCE_SECONDS = 5.0
"""Of the processor: what takes longer has failed, unless the smaller size took so long that it may. The clock is an alarm, which the
expression engine heeds."""
_SEARCHING = {"search", "finditer", "findall", "sub", "subn", "split"}
_METHODS = _SEARCHING | {"match", "fullmatch"}
_CATEGORY = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_DIGIT": "a",
             "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}  # fmt: skip
_MAX_TRIALS = 40


class TooLongError(Exception):
    """The alarm went off."""


@dataclass(frozen=True)
class Expression:
    """A compiled expression of the package, where it stands and how its module uses it."""

    name: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


# -- the expressions of the package -----------------------------------------------------------------------------------


def find_expressions(part: str) -> list[Expression]:
    """Every expression compiled in the modules of a part of zopa ("sources"), in tables too, each once."""
    root = importlib.import_module(f"zopa.{part}")
    names = [root.__name__]
    if hasattr(root, "__path__"):
        names += [module.name for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}.")]
    found: dict[int, Expression] = {}
    for name in names:
        module = importlib.import_module(name)
        source = inspect.getsource(module)
        keys = {key for key, value in vars(module).items() if any(True for _ in _patterns(value))}
        calls = [(name, method) for name, method in re.findall(r"(\w+)\.(\w+)\(", source) if method in _METHODS]
        loose = {method for name, method in calls if name not in keys and name != "re"}  # of loop variables
        for key in sorted(keys):
            used = {method for name, method in calls if name == key} or loose or {"search"}
            for at, pattern in enumerate(_patterns(vars(module)[key])):
                label = f"{module.__name__.removeprefix('zopa.')}.{key}[{at}]"
                found.setdefault(id(pattern), Expression(label, pattern, frozenset(used)))
    return sorted(found.values(), key=lambda one: one.name)


def parts() -> list[str]:
    """Names of the parts of zopa."""
    return sorted(module.name for module in pkgutil.iter_modules(zopa.__path__) if not module.name.startswith("_"))


def _patterns(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _patterns(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _patterns(one)


# -- inputs that an expression has trouble with -----------------------------------------------------------------------


def hostile(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """(before, pump) for each repetition in the expression: what leads to it, and what it repeats."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    found = list(dict.fromkeys(_repeats(parser.parse(text, pattern.flags & ~re.UNICODE), "")))
    return found[:_MAX_TRIALS]


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for op, value in tree:
        if op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, body = value
            if most >= 20:
                for turn in range(3):
                    pump = _sample(body, turn)
                    if pump:
                        yield before, pump
            yield from _repeats(body, before)
        elif op is codes.SUBPATTERN:
            yield from _repeats(value[-1], before)
        elif op is codes.ATOMIC_GROUP:
            yield from _repeats(value, before)
        elif op is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif op in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from _repeats(value[1], before)
        before += _sample([(op, value)], 0)


def _sample(tree: Any, turn: int) -> str:
    """A short string that the tree matches, roughly; other turns take other branches and characters."""
    made = ""
    for op, value in tree:
        if op is codes.LITERAL:
            made += chr(value)
        elif op is codes.NOT_LITERAL:
            made += "a" if value != ord("a") else "b"
        elif op is codes.ANY:
            made += "a "[turn % 2]
        elif op is codes.IN:
            made += _member(value, turn)
        elif op is codes.CATEGORY:
            made += _CATEGORY.get(str(value), "")
        elif op is codes.SUBPATTERN:
            made += _sample(value[-1], turn)
        elif op is codes.ATOMIC_GROUP:
            made += _sample(value, turn)
        elif op is codes.BRANCH:
            made += _sample(value[1][turn % len(value[1])], turn)
        elif op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            least, most, body = value
            made += _sample(body, turn) * max(least, 1 if most and turn != 1 else 0)
    return made


def _member(members: Any, turn: int) -> str:
    negated = bool(members) and members[0][0] is codes.NEGATE
    if negated:
        taken = _sample([one for one in members[1:] if one[0] is codes.LITERAL], 0)
        spaces = any(one[0] is codes.CATEGORY and str(one[1]) == "CATEGORY_SPACE" for one in members)
        return next((char for char in ("a" if spaces else "a. "[turn % 3]) + "a-1Z" if char not in taken), "")
    op, value = members[turn % len(members)]
    if op is codes.RANGE:
        return chr(value[0])
    return chr(value) if op is codes.LITERAL else _CATEGORY.get(str(value), "")


# -- measuring --------------------------------------------------------------------------------------------------------


def find_growth(work: Callable[[Any], object], build: Callable[[int], Any], sizes: tuple[int, ...] = SIZES) -> str:
    """How the work grows faster than n log n, in words; "" where it does not.

    One step that is too high is no growth (from some size on there is something to find): what grows takes the next one so too.

    Args:
        work: what is done with an input.
        build: makes an input of about so many characters.
        sizes: each four times the one before.
    """
    before, last, told = 0.0, 0, ""
    for size in (*sizes, 4 * sizes[-1]):
        if size > sizes[-1] and not told:
            return ""
        value = build(size)
        patience = max(PATIENCE_SECONDS, MOST_GROWTH * before)  # a slow machine is no growth
        took = _measure(work, value, patience)
        if took is None:
            return f"{told}more than {patience:.0f} s at {size}"
        step = ""
        if took > QUICK_SECONDS and last:
            took = min(took, _measure_least(work, value, 2, patience))
            if took > MOST_GROWTH * max(before, QUICK_SECONDS / 8):
                again = build(last)
                before = _measure_least(work, again, 5)
                took = min(took, _measure_least(work, value, 3, patience))
                if took > MOST_GROWTH * max(before, QUICK_SECONDS / 8):
                    step = f"{before * 1e3:.1f} ms at {last}, {took * 1e3:.1f} ms at {size}; "
        if told and step:
            return told + step
        before, last, told = took, size, step
    return ""


def find_slowness(work: Callable[[Any], object], value: Any) -> str:
    """That work on a value of the greatest length takes long, in words; "" where it does not."""
    took = _measure_least(work, value, 2)
    return f"{took * 1e3:.0f} ms at {len(value)}" if took > SHORT_SECONDS else ""


def find_expression_growth(expression: Expression, longest: int) -> list[str]:
    """Every hostile input on which the expression's work grows too fast, in words; no input is longer than `longest`."""
    is_bytes = isinstance(expression.pattern.pattern, bytes)
    sizes = tuple(size for size in SIZES if size <= longest)
    short = longest if len(sizes) < 2 else 0
    told: list[str] = []
    for before, pump in hostile(expression.pattern):
        for method in sorted({"finditer" if name in _SEARCHING else name for name in expression.methods}):

            def build(size: int, before: str = before, pump: str = pump) -> Any:
                text = f"{before}{pump * (size // len(pump))}\x00"
                return text.encode("utf-8", "replace") if is_bytes else text

            def work(text: Any, method: str = method) -> object:
                found = getattr(expression.pattern, method)(text)
                return sum(1 for _ in found) if method == "finditer" else found

            growth = find_slowness(work, build(short)) if short else find_growth(work, build, sizes)
            if growth:
                told.append(f"{expression.name}.{method} on {before!r} + {pump!r} x n: {growth}")
                break
        if len(told) >= 3:
            break
    return told


def _measure_least(work: Callable[[Any], object], value: Any, times: int, patience: float = PATIENCE_SECONDS) -> float:
    """The least seconds of several turns; the patience where the alarm ended all."""
    return min(patience if took is None else took for took in (_measure(work, value, patience) for _ in range(times)))


def _measure(work: Callable[[Any], object], value: Any, patience: float = PATIENCE_SECONDS) -> float | None:
    """Seconds of processor time, without the collector of garbage, whose work grows with all that was tested before; None where the
    alarm ended it.

    The clock is the thread's: the process's is read in whole ticks of 4 ms on a kernel that runs the alarm by it.
    """

    def ring(*_: object) -> None:
        raise TooLongError

    old = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    gc.disable()
    try:
        begun = time.thread_time()
        with contextlib.suppress(ValueError):
            work(value)
        return time.thread_time() - begun
    except TooLongError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
        signal.signal(signal.SIGVTALRM, old)

"""What of a page no reader sees: by its attributes, its own styles, or a simple rule of its style sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.sources.visible_text import Element

_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN_STYLE = re.compile(
    r"(?:^|[;{\s])(?:font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|"
    r"(?:left|top|text-indent|right)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)|transform\s*:\s*scale\(\s*0\s*\)|color\s*:\s*transparent)",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![\w-])(background(?:-color)?|color)\s*:\s*([^;]{1,40})", re.IGNORECASE)
_WHITE = {"white": "#fff", "#ffffff": "#fff", "rgb(255,255,255)": "#fff", "black": "#000", "#000000": "#000"}
_RULE = re.compile(r"([^{}@]{1,400})\{([^{}]{0,2000})\}")
_NAME = re.compile(r"[.#][\w-]{1,80}")
_MAX_SHEET = 400_000
_CONTAINERS = frozenset({"html", "body"})


def is_hidden(element: Element) -> bool:
    """Whether the element says of itself that it is not shown."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def seems_hidden(element: Element, rules: frozenset[str]) -> bool:
    """Whether the element is set so that nobody can see it: no size, outside the page, in the colour of its ground.

    Args:
        element: an element.
        rules: names (``.class``, ``#id``) that the page's style sheet hides.
    """
    if element.tag in _CONTAINERS:
        return False
    style = element.get("style")
    if style and (_UNSEEN_STYLE.search(style) or _is_of_one_colour(style)):
        return True
    if not rules:
        return False
    names = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return not rules.isdisjoint(names)


def find_hidden_rules(page: Element) -> frozenset[str]:
    """Classes and ids that the page's own style sheet hides, by rules of one name alone."""
    names: set[str] = set()
    for sheet in page.iter("style"):
        for selectors, body in _RULE.findall((sheet.text or "")[:_MAX_SHEET]):
            if _HIDDEN_STYLE.search(body) or _UNSEEN_STYLE.search(body):
                names.update(one.strip() for one in selectors.split(",") if _NAME.fullmatch(one.strip()))
    return frozenset(names)


def _is_of_one_colour(style: str) -> bool:
    found = {name.lower()[:5]: _colour(value) for name, value in _COLOUR.findall(style)}
    return "color" in found and found["color"] == found.get("backg", "")


def _colour(value: str) -> str:
    bare = value.lower().replace(" ", "").removesuffix("!important")
    return _WHITE.get(bare, bare)

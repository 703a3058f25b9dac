# ruff: noqa: E501 - a rule or table row stands on one line
"""Lines of a text that are no part of what it says: navigation, credits, contact, disclaimers, republication."""

from __future__ import annotations

import re

from zopa.sources.letters import fold_look_alikes
from zopa.sources.lines import TextLine, ends_sentence, inside_wrapping
from zopa.sources.reasons import CONTACT, CREDIT, DISCLAIMER, KICKER, NAVIGATION
from zopa.sources.types import Mark

_SHORT_WORDS = 18  # a longer line is a sentence that happens to start with the same words
_LONG_WORDS = 60  # disclaimers run to two or three sentences

_LONG_CHARS = 1_500  # beyond any disclaimer; a word of thousands of letters is none

_SAID = (
    r"(?:said|says|told|tells|added|adds|warned|warns|argued|argues|insisted|insists|replied|answered|asked|noted|stressed|"
    r"announced|explained|wrote|promised|urged|demanded|declared|claimed|suggested|recalled|admitted|conceded|stated|"
    r"continued|concluded|repeated|remarked|vowed|complained|сказала?|заявила?|сообщила?|сказав|заявив|déclaré|dit|sagte|dijo)"
)
_PERSON = r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]+|he|she|they|the (?:\w+ )?\w+)"
_TOLD = re.compile(rf"\b{_PERSON}(?: \w+)? {_SAID}\b|\b{_SAID} {_PERSON}")
"""A person beside a verb of saying: the line tells what somebody said, whatever it begins with."""
_ADDRESS = re.compile(
    r"\b(?:us|our|you|your|here|newsletters?|cookies|click|site|website|app|subscribe|photo|©)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:will|would|was|were|has|have|had|is|are|must|may|can|cannot|could|should|shall)\b")
_CLAUSE_WORDS = 8
_SMALL_PRINT = re.compile(
    r"\b(?:views?|opinions?|rights|copyright|article|story|column|published|reproduc\w+|reprint\w*|republish\w*|"
    r"author|writer|editor|image|picture|credit|illustration|video|caption|cookie|policy|terms|comments?)\b|мнение|позиция|права",
    re.IGNORECASE,
)

_PLATFORMS = r"telegram|twitter|x|vk|vkontakte|facebook|youtube|instagram|whatsapp|linkedin|reddit|tiktok|viber|rss|email|e-mail|print|pinterest|threads|bluesky|mastodon|max|odnoklassniki|google news|flipboard"
_SHORT = (
    (NAVIGATION, r"(?:join|follow|find|like|read) (?:us|our \w+) on\b.*"),
    (NAVIGATION, r"(?:share|tweet|post|pin|send|forward)(?: (?:this|on|via|with|to)\b.*)?"),
    (NAVIGATION, rf"(?:(?:share on )?(?:{_PLATFORMS})[\s,|/·•&]*(?:and )?)+"),
    (NAVIGATION, r"(?:read|see|view|learn|find out|show|load) (?:more|also|next|all|full (?:article|story))\b.{0,120}"),
    (NAVIGATION, r"(?:also read|see also|more on this|more from|you may (?:also )?like|recommended|don't miss)\b.{0,120}"),
    (NAVIGATION, r"(?:related|most read|most popular|latest|trending|top)(?: (?:articles?|stories|news|posts|content|topics?|links|reading))?:?"),
    (NAVIGATION, r"(?:related|tags?|filed under|topics?|categor(?:y|ies)|keywords)\s*:.*"),
    (NAVIGATION, r"(?:please )?(?:subscribe|sign up|sign in|log in|register)(?: (?:to|for|now|here|today|free|via)\b.*|[.!]?)"),
    (NAVIGATION, r"(?:get|receive) (?:our|the) (?:\w+ )?newsletter.*|newsletters?|comments?(?: \(?\d+\)?)?|leave a (?:comment|reply).*|\d+ comments?"),
    (NAVIGATION, r"(?:advertis(?:ement|ing)|sponsored(?: content)?|continue reading(?: below)?|story continues below.*|skip to (?:main )?content|back to top|click here\b.*|listen to this article.*|download (?:our|the) app.*|donate(?: now)?|support (?:us|our (?:work|journalism))\b.*|print this (?:page|article)|next article|previous article|menu|search|home)[.!]?"),
    (NAVIGATION, r"(?:(?:we|this (?:web)?site|our site) uses? cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|privacy policy|terms of (?:use|service)|manage (?:cookies|consent)).*"),
    (NAVIGATION, r"(?:home|главная|accueil|startseite)\s*[>/»›|]\s*.+"),
    (NAVIGATION, r"(?:подпис(?:ывайтесь|аться|ывайся)|читайте также|читать (?:далее|ещё|еще)|поделиться|комментарии|реклама|теги\s*:|следите за|підпис(?:уйтесь|атися)|читайте також|читати далі|поділитися|коментарі)\b.*"),
    (NAVIGATION, r"(?:lire (?:aussi|la suite)|à lire aussi|partager|s'abonner|abonnez-vous|lesen sie (?:auch|mehr)|mehr zum thema|teilen|abonnieren|lea (?:también|más)|leer más|compartir|suscríbase)\b.{0,120}"),
    (CONTACT, r"(?:contact (?:us|the (?:editor|author|newsroom)s?)|write to us|send (?:us )?(?:tips|feedback)|e-?mail|tel|phone|контакты|kontakt)\s*(?::.*|at\b.*)?"),
    (CREDIT, r"(?:(?:©|\(c\)|copyright)\s*)?(?:photo|photograph|image|picture|foto|фото|illustration|credit|caption|video)\s*(?:©\s*)?(?:by\b|credit\b|:|/|©).*"),
    (CREDIT, r"(?:getty images|ap photo|reuters/.+|afp/.+|public domain|file photo)\b.{0,60}"),
    (DISCLAIMER, r"(?:©|\(c\)|copyright)\s*.*"),
    (DISCLAIMER, r"all rights reserved.*|все права защищены.*|tous droits réservés.*|alle rechte vorbehalten.*|todos los derechos reservados.*"),
    (KICKER, r"(?:editor'?s'? (?:choice|pick|note)s?|opinion|analysis|commentary|exclusive|breaking(?: news)?|news|world(?: news)?|featured?|politics|europe|editorial|op-?ed|column|explainer|live|feature|essay|interview|perspective|insight|мнение|аналитика|новости|политика|новини|аналітика|meinung|kommentar|politik|analyse|opinión|análisis)"),
)  # fmt: skip
_LONG = (
    r".*\b(?:views?|opinions?)\b.{0,80}\b(?:do(?:es)? not|don'?t|may not|are not|are (?:solely )?those of|are the author'?s|are (?:his|her|their) own)\b.*\b(?:represent|reflect|those of|own|coincide|author).*",
    r"(?:the (?:author|writer)'?s? (?:views|opinions)|this (?:article|column|op-?ed) (?:reflects|represents|expresses)) .*",
    r".*\b(?:may not be (?:published|reproduced|republished|redistributed)|reproduction (?:in whole|without)|reprinted only with)\b.*",
    r"(?:мнение|позиция) (?:автора|редакции) .*(?:не совпада|не отража|может не).*",
)  # fmt: skip
_RULES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SHORT)
_DISCLAIMERS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _LONG)


def find_furniture(lines: tuple[TextLine, ...]) -> tuple[Mark, ...]:
    """Marks on the lines that are navigation, credits, contact lines, kickers or disclaimers.

    Args:
        lines: the text's lines; a piece of a hard-wrapped sentence is never marked, whatever it starts with.

    Returns:
        One mark for each such line, in order; empty where all of it is text.
    """
    marks: list[Mark] = []
    for at, line in enumerate(lines):
        kind = classify_line(line.text)
        if kind is not None and not inside_wrapping(lines, at):
            marks.append(Mark(line.start, line.end, kind))
    return tuple(marks)


def _is_told(text: str) -> bool:
    """Whether a line that may begin like a menu is a sentence: somebody says it, or it has a verb and speaks to nobody."""
    if _TOLD.search(text):
        return _ADDRESS.search(text) is None or text.rstrip().endswith((".", "!", "?", "”", '"'))
    whole = ends_sentence(text) and len(text.split()) >= _CLAUSE_WORDS and not text.rstrip().endswith((":", "…"))
    return (
        whole and _CLAUSE.search(text) is not None and _ADDRESS.search(text) is None and not _SMALL_PRINT.search(text)
    )


def classify_line(text: str) -> str | None:
    """The reason why a line standing alone is no part of the text, or None."""
    words = len(text.split())
    if words > _LONG_WORDS or len(text) > _LONG_CHARS or _is_told(text):
        return None
    plain = fold_look_alikes(text).replace("’", "'").strip(" \t*_#>|-–—•[]")
    if words <= _SHORT_WORDS:
        for kind, rule in _RULES:
            if rule.fullmatch(plain):
                return kind
    return DISCLAIMER if any(rule.fullmatch(plain) for rule in _DISCLAIMERS) else None

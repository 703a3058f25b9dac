"""The bridge talks in a folder, opened: what the charts of a case are drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.case.cases import COURIER, TEXT

from zopa.run.talks import open_talks

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.run.talks import Talks


def bridge_talks(home: Path, *changes: tuple[str, str]) -> Talks:
    """The talks with words of the case file changed; each change must find its words."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    (home / "sources").mkdir(parents=True)
    (home / "sources" / "courier.md").write_text(COURIER, encoding="utf-8")
    (home / "sources" / "herald.md").write_text("Nothing was said about the bridge.\n", encoding="utf-8")
    (home / "case.yaml").write_text(text, encoding="utf-8")
    return open_talks(home)

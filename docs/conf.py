"""How Sphinx builds the manual: ``make docs``."""

from zopa import __version__

project = "zopa"
author = "The zopa founders"
copyright = "2026, the zopa founders; Apache-2.0"
release = version = __version__
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"zopa {__version__}"
html_static_path: list[str] = []
html_show_sourcelink = False

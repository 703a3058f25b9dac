"""``python -m zopa`` is the command line."""

from zopa.cli import main

main()

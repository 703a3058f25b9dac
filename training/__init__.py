"""How the tables of `zopa.text` are trained and scored: run once by a maintainer, never by a user.

`python -m training train FOLDER` reads universal dependency trees (CoNLL-U, plain or xz) and writes
``src/zopa/text/en/tagger.npz``; `python -m training score FILE` scores the shipped table on trees that it has not seen.
"""

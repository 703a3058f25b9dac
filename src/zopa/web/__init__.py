"""The workbench: a case in the local browser, over the same chain as the command line.

Types: `Workbench` (a case held open, with the edits made here), `Screen` (one page of analysis as one small function), `Call` (one
request, as the handlers see it). Flow: ``request -> guard (host, token, policy) -> handler -> zopa.run -> views -> templates``; a save
goes over the hash of what was read. Nothing outside this machine is asked, and nothing listens outside it.
"""

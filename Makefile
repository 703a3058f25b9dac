# Everything a fresh machine needs: Python 3.11 or later, make and the package registry.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/moscow-2025
OUT := moscow-2025-brief.html
COUNT ?= 10000
MUTANTS ?= 200

.PHONY: brief test test-all check docs bench fuzz ablate mutate dev clean

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "zopa needs Python 3.11 or later; name one with make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,check,docs]'
	@touch $@

brief: $(VENV)/.installed  ## install and write the brief of the shipped example
	$(BIN)/zopa brief $(EXAMPLE) -o $(OUT)
	@echo "Open $(CURDIR)/$(OUT) in a browser."

dev: $(VENV)/.installed-dev  ## install everything that tests, checks and docs need

test: $(VENV)/.installed-dev  ## the tests, without the slow ones
	$(BIN)/pytest -n auto -m "not slow"

test-all: $(VENV)/.installed-dev  ## all tests
	$(BIN)/pytest -n auto

check: $(VENV)/.installed-dev  ## linter, strict types, known faults in dependencies, and the one-way chain
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/python .ci/audit.py
	$(BIN)/pytest tests/docs/test_chain.py

docs: $(VENV)/.installed-dev  ## the manual, built without warnings
	$(BIN)/sphinx-build -W -b html docs docs/_build/html
	@echo "Open $(CURDIR)/docs/_build/html/index.html"

bench: $(VENV)/.installed-dev  ## time and memory
	$(BIN)/python -m benchmarks

fuzz: $(VENV)/.installed-dev  ## random files through every reader; make fuzz COUNT=300 SEED=7
	$(BIN)/python -m benchmarks.fuzz --count $(COUNT) $(if $(SEED),--seed $(SEED))

ablate: $(VENV)/.installed-dev  ## each named row of reading switched off by itself, and what changes
	$(BIN)/python -m benchmarks.ablate

mutate: $(VENV)/.installed-dev  ## small faults in text/ and statements/, and whether their tests notice; make mutate MUTANTS=30
	$(BIN)/python -m benchmarks.mutate --count $(MUTANTS) $(if $(SEED),--seed $(SEED))

clean:
	rm -rf $(VENV) docs/_build .pytest_cache .ruff_cache .hypothesis

# Nawl (نول). `make run` and `make test` do all their own set-up on a machine with Python 3.11.
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PY := $(BIN)/python
NAWL := $(BIN)/nawl
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup run demo test check bench words docs lock clean

help:  ## Show these words
	@printf 'Nawl · نول\n\n'
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null || grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST)

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed.' >&2; exit 1; }
	@echo 'Making the environment …'
	@$(PYTHON) -m venv .venv || { echo 'On Debian: apt-get install python3-venv' >&2; exit 1; }

.venv/run.stamp: requirements.lock pyproject.toml | .venv/pyvenv.cfg
	@echo 'Installing what Nawl runs on …'
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo 'Installing the tools of its tests …'
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

setup: .venv/run.stamp  ## Environment, fonts, styles, database, reference data
	@$(PY) -m config.assets
	@$(PY) -m config.words --compile
	@$(NAWL) setup

run: setup  ## The demonstration programme on 127.0.0.1:8000; a second time keeps its data
	@$(NAWL) demo --keep
	@$(NAWL) serve

demo: setup  ## Make the demonstration programme anew (its earlier data are removed)
	@$(NAWL) demo --anew

test: .venv/dev.stamp  ## All tests that this machine can run; ends by naming what it left out
	@$(PY) -m config.assets
	@$(PY) -m config.words --compile
	@$(PY) -m tests.run

check: .venv/dev.stamp  ## Style, types, floors, templates, migrations, words, documents
	@$(PY) -m config.assets
	@$(PY) -m config.words --compile
	@$(PY) -m tests.check

bench: .venv/dev.stamp  ## Speed, on SQLite and PostgreSQL; written to docs/performance.md
	@$(PY) -m config.assets
	@$(PY) -m config.words --compile
	@$(PY) -m bench

words: .venv/dev.stamp  ## Collect the words of the pages and say what is untranslated
	@$(PY) -m config.words

docs: .venv/dev.stamp  ## Print the reference from the code; take the README's pictures
	@$(PY) -m config.assets
	@$(PY) -m config.words --compile
	@$(NAWL) docs

lock:  ## Resolve the two locks again (needs uv)
	@uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-annotate --no-header --all-extras --group setup -o requirements.lock
	@uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-annotate --no-header --all-extras --group setup --group dev -o requirements-dev.lock

clean:  ## Remove what set-up made, but not the data
	@rm -rf .venv node_modules build

# Evenhand. `make` or `make help` lists what can be asked for.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
EVENHAND_DATA ?= ./var
# `make run` serves a plain http address on this machine; a server behind TLS leaves this unset.
EVENHAND_PLAIN_HTTP ?= 1
# An empty database becomes a demonstration; with 0 it stays empty, for real people.
EVENHAND_DEMO ?= 1
# How often, in seconds, a served Evenhand looks for what is due.
EVERY ?= 60
export PORT EVENHAND_DATA EVENHAND_PLAIN_HTTP

BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) -m evenhand.config.manage
# An editable install compiles nothing, and a command starts quicker compiled.
COMPILE := $(PY) -m compileall -q src/evenhand
PIP := $(PY) -m pip -qq --disable-pip-version-check --no-input install
SAY = @printf '\033[1m%s\033[0m\n'

.PHONY: help setup run test check bench docs css requirements screenshots clean

help: ## list what can be asked for
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ------------------------------------------------------------------ the environment
# Each stamp is the day's proof that what it names is installed; it is made again only
# when the file it depends on has changed.

setup: .venv/stamp-dev .venv/stamp-project ## prepare .venv with all that working on Evenhand needs
	@$(COMPILE)
	@echo 'Ready: .venv/bin/evenhand'

.venv/bin/python:
	$(SAY) 'Making .venv'
	@python=$$(requirements/find-python) && "$$python" -m venv .venv \
	  || { echo 'No virtual environment could be made. On Debian: apt-get install python3-venv'; exit 1; }

.venv/stamp-base: requirements/base.txt | .venv/bin/python
	$(SAY) 'Installing what the server needs, hash by hash'
	@$(PIP) --require-hashes --no-deps -r requirements/base.txt
	@touch $@

.venv/stamp-project: pyproject.toml .venv/stamp-base
	$(SAY) 'Installing Evenhand itself, as it lies here'
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $@

.venv/stamp-dev: requirements/dev.txt .venv/stamp-base
	$(SAY) 'Installing what tests, checks and docs need, hash by hash'
	@$(PIP) --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

.venv/stamp-bench: requirements/bench.txt .venv/stamp-dev
	$(SAY) 'Installing the peers that the bench measures against, hash by hash'
	@$(PIP) --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

requirements: ## pin the requirements anew (needs uv)
	@requirements/compile

# ---------------------------------------------------------------------- the product

run: .venv/stamp-base .venv/stamp-project ## serve Evenhand on PORT (8000), its data in EVENHAND_DATA (./var)
	$(SAY) 'Preparing the database and the static files in $(EVENHAND_DATA)'
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@[ "$(EVENHAND_DEMO)" = 0 ] || $(BIN)/evenhand demonstrate --if-empty
	$(SAY) 'Starting two workers, and the tick that sends what is due'
	@trap 'trap "" INT TERM; kill $$(jobs -p) 2>/dev/null || true; wait' EXIT; trap 'exit 0' INT TERM; \
	  $(BIN)/evenhand tick --every $(EVERY) & \
	  $(BIN)/gunicorn --config python:evenhand.config.gunicorn evenhand.config.wsgi & \
	  wait $$!

# ----------------------------------------------------------------------- the checks

# SQLite comes last, so that its last line, on all that was left out, is the last of all.
test: .venv/stamp-dev .venv/stamp-project ## run every test that this machine can
	$(SAY) 'On PostgreSQL, what hangs on the database'
	@EVENHAND_TEST_DATABASE=postgres $(BIN)/pytest -n 2 -m database
	$(SAY) 'On SQLite, everything'
	@$(BIN)/pytest -n 2

check: .venv/stamp-dev .venv/stamp-project ## run exactly what CI runs: lint, types, contracts, docs, migrations, tests
	$(SAY) 'Lint'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	$(SAY) 'Types'
	@$(BIN)/mypy
	$(SAY) 'Import contracts'
	@$(BIN)/lint-imports
	$(SAY) 'Migrations'
	@$(MANAGE) makemigrations --check --dry-run
	@$(MAKE) docs
	$(SAY) 'Tests'
	@$(MAKE) test

bench: .venv/stamp-bench .venv/stamp-project ## measure Evenhand beside its peers
	@$(COMPILE)
	@bench/run

docs: .venv/stamp-dev .venv/stamp-project ## build the documentation into var/site, warnings being errors
	$(SAY) 'Documentation'
	@$(BIN)/mkdocs build --quiet --strict

css: ## compile the stylesheets anew (needs node; the result is committed)
	@cd assets && npm ci --silent && npm run --silent css

screenshots: .venv/stamp-dev .venv/stamp-project ## take the pictures in docs/images anew (needs Chromium)
	@$(PY) docs/images/take.py

clean: ## remove .venv, caches and what was built, but never your data
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis var/site assets/node_modules
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf src/*.egg-info

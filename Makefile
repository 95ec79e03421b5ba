# The four commands of the house. Each makes the virtual environment that it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt
DATA   ?= data
SERVE  ?= yes
QUESTION ?= Kapan nota dinas peminjaman kendaraan dinas paling lambat diajukan?

.PHONY: demo test check run chaos screenshots clean

demo: $(VENV)/base.done $(VENV)/ocr.done  ## install, index the sample corpus, answer one question, serve the pages
	$(BIN)/rujukan --data $(DATA) init --demo
	@echo
	@echo "Pertanyaan: $(QUESTION)"
	$(BIN)/rujukan --data $(DATA) ask "$(QUESTION)"
ifeq ($(SERVE),yes)
	$(BIN)/rujukan --data $(DATA) serve --as internal --worker
endif

run: $(VENV)/base.done  ## serve what the data folder holds
	$(BIN)/rujukan --data $(DATA) serve --worker

check: $(VENV)/dev.done  ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(VENV)/test.done  ## every test: fast, slow, model and browser
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

chaos: $(VENV)/base.done  ## kill commands at random, CHAOS_KILLS times (300); the same call goes on where it ended
	$(BIN)/python -m benchmarks.chaos build/chaos

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/base.done: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable .
	touch $@

$(VENV)/ocr.done: tools/ocr-packages.sh | $(VENV)/bin/python
	sh tools/ocr-packages.sh
	touch $@

$(VENV)/dev.done: $(VENV)/base.done
	$(PIP) --editable ".[dev,samples]"
	touch $@

$(VENV)/test.done: $(VENV)/dev.done $(VENV)/ocr.done
	sh tests/system-packages.sh
	$(PIP) --editable ".[models]"
	touch $@

screenshots: $(VENV)/dev.done  ## draw the pages of the sample papers into build/screenshots, the README's into docs/pictures too
	sh tests/system-packages.sh
	$(BIN)/rujukan --data $(DATA) init --demo
	$(BIN)/python -m tools.screenshots $(DATA) build/screenshots docs/pictures
	$(BIN)/python -m tools.programme_screenshots build/screenshots

clean:
	rm -rf $(VENV) build dist *.egg-info

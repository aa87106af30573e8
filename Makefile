# Two commands do everything: `make run` and `make test`.

SHELL := /bin/bash
UV := $(shell if uv --version >/dev/null 2>&1; then echo uv; else echo .uv/bin/uv; fi)
PYTHON := .venv/bin/python
STAMP := .venv/.installed

.PHONY: install recorder run test lint reliability reliability-short mutants peers bench screenshots wheel translations lock clean

install: $(STAMP)
	@bash .ci/system-libraries

# the power-cut campaign records a session with strace
recorder: install
	@bash .ci/system-libraries strace

run: install
	@.venv/bin/annotator demo

# rooms whose every line and branch is tested, without the samples that not everybody has; a new file must be. Not yet:
GAPS := $(patsubst %,annotator/agreement/%.py, reference_gamma reference_items reference_spans) \
	$(patsubst %,annotator/formats/%.py, brat brat_standoff brat_writer carrying comparing conll csv_table detecting doccano json_values \
		jsonl jsonl_writer label_studio label_studio_writer lines_back prodigy registry spacy_docbin \
		spacy_json span_table uima uima_archive values webanno_tsv writing) \
	$(patsubst %,annotator/model/%.py, bundled edits soundness) \
	$(patsubst %,annotator/store/%.py, checking codec copying errors files folding foreign journal lock migrating parting parts planning \
		project reading restoring search settling tables union) \
	$(patsubst %,annotator/workflow/%.py, annotating assigning demonstrating everywhere exporting exporting_apart filing importing labelling \
		merging merging_apart misfits mishaps packing_apart preparing splitting)
ROOMS := $(patsubst %,annotator/%/*, agreement formats model store workflow)
EMPTY :=
COMMA := ,

test: recorder lint
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --dist worksteal --cov=annotator --cov-branch --cov-report=
	.venv/bin/coverage report --include='$(subst $(EMPTY) ,$(COMMA),$(strip $(ROOMS)))' \
		--omit='$(subst $(EMPTY) ,$(COMMA),$(strip $(GAPS)))' --fail-under=100
	$(MAKE) --no-print-directory reliability-short

lint: install
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --cache-dir .import_linter_cache

reliability: recorder
	$(PYTHON) -m tests.reliability --kills 1000 --cuts 1000

reliability-short: recorder
	$(PYTHON) -m tests.reliability --kills 100 --cuts 200

# what agreement is measured against; each with its own many dependencies, so they live apart
peers: install
	$(UV) venv --quiet --allow-existing --python 3.12 .venv-peers
	$(UV) pip install --quiet --python .venv-peers/bin/python pygamma-agreement==0.5.9 krippendorff==0.9.0 nervaluate==1.2.1

# seeded mistakes in the merge: the laws of merging must notice each
mutants: install
	$(PYTHON) -m tests.mutants

# compiled first, as an installation is: a start that compiles what has changed is nobody's start
bench: install
	PYTHONDONTWRITEBYTECODE= $(PYTHON) -m compileall -q annotator benchmarks
	$(PYTHON) -m benchmarks

screenshots: install
	QT_QPA_PLATFORM=offscreen $(PYTHON) docs/make_screenshots.py

# one file for those who have no checkout
wheel: install
	$(PYTHON) -m hatchling build -t wheel

# the French of every string of the window, and the English plurals
TEXTS := resources/translations/annotator
translations: install
	$(PYTHON) -m tests.architecture.sentences > .sentences && mv .sentences annotator/ui/sentences.py
	.venv/bin/ruff format --quiet annotator/ui/sentences.py
	.venv/bin/pyside6-lupdate -no-obsolete -locations none -target-language fr $$(find annotator/ui -name '*.py') -ts $(TEXTS)_fr.ts
	.venv/bin/pyside6-lupdate -no-obsolete -locations none -target-language en -pluralonly $$(find annotator/ui -name '*.py') -ts $(TEXTS)_en.ts
	.venv/bin/pyside6-lrelease $(TEXTS)_fr.ts -qm $(TEXTS)_fr.qm
	.venv/bin/pyside6-lrelease $(TEXTS)_en.ts -qm $(TEXTS)_en.qm

lock: $(UV)
	$(UV) pip compile --quiet --universal --generate-hashes --all-extras --no-annotate --python-version 3.12 \
		--custom-compile-command "make lock" pyproject.toml -o requirements.lock

$(STAMP): requirements.lock pyproject.toml | $(UV)
	@bash .ci/virtual-environment $(UV)
	$(UV) pip install --quiet --python $(PYTHON) --require-hashes --compile-bytecode -r requirements.lock
	$(UV) pip install --quiet --python $(PYTHON) --no-deps --no-build-isolation --editable .
	PYTHONDONTWRITEBYTECODE= $(PYTHON) -m compileall -q annotator
	@touch $(STAMP)

uv:
	@true

# without ensurepip, which Debian packs apart from pip
.uv/bin/uv:
	python3 -m venv --without-pip .uv
	python3 -m pip --python .uv/bin/python install --quiet uv

clean:
	rm -rf .venv .venv-peers .uv

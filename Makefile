# Potret. Two commands are enough: `make site` and `make test`. Make is a convenience; README.md shows the pip way.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check install --quiet
export NO_MKDOCS_2_WARNING = 1

.PHONY: site serve check test lint bench lock golden fuzz clean publish sbom audit screenshots

site: $(VENV)/.site          ## build the sample schools into site/
	$(BIN)/mkdocs build --strict

serve: $(VENV)/.site         ## look at the site while you write
	$(BIN)/potret serve

check: $(VENV)/.site         ## problems only, no build
	$(BIN)/potret check

# worksteal, or one worker goes on building sites for minutes after the others have ended
test: lint                   ## the whole suite; installs Chromium if none is found
	CHROMIUM="$$($(BIN)/python .ci/chromium.py)" $(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.test          ## style, types, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/codespell

bench: $(VENV)/.test         ## figures, as ratios in one run
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/heaviness.py
	$(BIN)/python benchmarks/library.py
	$(BIN)/python benchmarks/photos.py
	$(BIN)/python benchmarks/standards.py
	$(BIN)/python benchmarks/guard.py
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python benchmarks/rivals.py
	$(BIN)/python benchmarks/search.py

# all extras are resolved together first: botocore (tests) holds python-dateutil back, and one set of versions is tested
lock: $(VENV)/.test          ## pin dependencies anew, with hashes and for every platform
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-annotate --upgrade --quiet --extra build --extra import --extra cluster --extra test --extra bench \
		pyproject.toml -o requirements-test.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
		--no-annotate --quiet --extra build --extra import -c requirements-test.lock pyproject.toml -o requirements.lock

golden: $(VENV)/.test        ## write the composed Markdown of the golden school anew; read the diff before you commit
	$(BIN)/python -m pytest tests/golden --write-golden

fuzz: $(VENV)/.test          ## made-up YAML, Markdown, photos and documents, ten minutes each
	PYTHONPATH=tests/unit:tests/hostile $(BIN)/python tests/fuzz/fuzz.py --minutes $(or $(MINUTES),10)

publish: site                ## dry run: what `potret publish` would write and what has changed
	$(BIN)/potret publish --target apache --dry-run

sbom: $(VENV)/.test          ## CycloneDX list of what a build needs, from the lock file, the same bytes every time
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file dist/potret.cdx.json

# pip-audit is not among the dependencies: it asks a server for known weaknesses, so it runs where there is a network
audit:                       ## known weaknesses of the pinned packages; needs pipx and a network
	pipx run pip-audit --require-hashes --disable-pip --requirement requirements.lock

screenshots: site            ## take the pictures of the guide anew, content/panduan/gambar/
	$(BIN)/python .ci/screenshots.py

clean:                       ## everything that can be made again
	rm -rf $(VENV) site .cache dist

$(VENV)/.site: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.site
	$(PIP) --require-hashes -r requirements-test.lock
	@touch $@

# Mijn Buurt Assen. Needs Python 3.11 or newer and make, nothing else; everything that it installs goes into .venv/.
#
#   make site       sets up and builds content/ into output/           (make site ARGS=--strict)
#   make serve      live preview in the browser
#   make test       sets up and runs all checks and tests              (make test ARGS='-k permalinks')
#   make bench      measures, beside Hugo, Pelican and Eleventy        (make bench ARGS=--help)
#   make soak       half an hour of random edits, damage and killed builds, each compared with a clean build
#   make format     puts the code in its standard form
#   make lock       makes requirements.lock anew from pyproject.toml   (make lock ARGS=--upgrade)
#   make clean      takes away what builds and tests made
#   make distclean  and .venv/ as well

ARGS ?=
PY := .venv/bin/python

# Nothing is kept in the home folder, and make itself stays quiet.
export PYTHONUTF8 := 1
MAKEFLAGS += --no-print-directory

.PHONY: site serve test bench soak format lock clean distclean set-up set-up-dev
.DEFAULT_GOAL := site

site: set-up
	@$(PY) -m generator build $(ARGS)

serve: set-up
	@$(PY) -m generator serve $(ARGS)

test: set-up-dev
	@$(PY) tools/test.py $(ARGS)

bench: set-up-dev
	@$(PY) benchmarks/run.py $(ARGS)

soak: set-up-dev
	@$(PY) -m tests.soak $(ARGS)

format: set-up-dev
	@$(PY) -m ruff check --fix --exit-zero --quiet .
	@$(PY) -m ruff format .

# tools/lock.py runs:  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes
#                      --no-emit-index-url --no-emit-find-links --no-annotate --extra build --extra dev
# and sorts the result in two parts (run time, tests), so that `make site` does not install the tools of the tests.
lock: set-up
	@$(PY) -m uv --version >/dev/null 2>&1 || $(PY) -m pip install --quiet --no-cache-dir --disable-pip-version-check uv
	@$(PY) -m tools.lock $(ARGS)

clean:
	@find output -mindepth 1 ! -path output/.gitignore -delete
	@rm -rf .cache .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache benchmarks/.work build
	@find . -name .venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

distclean: clean
	@rm -rf .venv

# tools/set_up.py does nothing when .venv holds what the lock asks for already.
set-up:
	@python=$$(sh tools/find_python.sh) && "$$python" tools/set_up.py

set-up-dev:
	@python=$$(sh tools/find_python.sh) && "$$python" tools/set_up.py --dev

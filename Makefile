# The two commands are `make run` and `make test`. Both make the environment first: a virtual
# environment with what the lock names, made again only when the lock has changed.

VENV ?= .venv
PYTHON ?=
ARGS ?=
SBOM ?= dist/cheguan.cdx.json

PY := $(VENV)/bin/python
export VENV PYTHON
# Many tests start the program, and compiling all of it takes longer than most of them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test trust hostile pictures kafka kafka-stop unit check format browser lock audit sbom wheel clean run-environment dev-environment

help:
	@echo 'make run    start the demo with a database of its own; ARGS="--once" are handed on'
	@echo 'make test   every check and every test, with the branch coverage of domain/'
	@echo 'make trust  every kind of fault in full, writes docs/TRUST.md; ARGS="--without-kafka" is shorter'
	@echo 'make hostile every attack in full, writes docs/HOSTILE.md; ARGS="--short" is shorter'
	@echo 'make pictures  write every page at 1400, 360 and wall size, in both languages, to pictures/'
	@echo 'make kafka  start a broker of your own on 127.0.0.1:9092; make kafka-stop stops it'
	@echo 'make check  lint, format, types and the rule of imports'
	@echo 'make unit   the tests that need no browser'
	@echo 'make format put every file into the one format'
	@echo 'make lock   resolve the dependencies again and write both locks'
	@echo 'make audit  ask the index for known vulnerabilities of what both locks name'
	@echo 'make sbom   write dist/cheguan.cdx.json: what runs, with hashes, as CycloneDX'
	@echo 'make wheel  build dist/cheguan-*.whl'
	@echo 'make clean  remove the environment and everything generated'
	@echo
	@echo 'VENV=.venv is the environment; PYTHON= the interpreter, 3.11 or later, to make it with.'

run: run-environment
	@exec $(VENV)/bin/cheguan demo $(ARGS)

test: check browser
	@sh -ec "$$TEST"

check: dev-environment
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

kafka: run-environment
	@$(VENV)/bin/cheguan kafka start

kafka-stop: run-environment
	@$(VENV)/bin/cheguan kafka stop

trust: dev-environment
	CHEGUAN_TRUST=full $(PY) -m pytest -q tests/property/test_money_conserved.py \
		tests/faults/test_closed_bookings.py tests/integration/carriers/test_killed_scans.py
	$(PY) -m tests.faults $(ARGS)

hostile: dev-environment
	$(PY) -m tests.hostile $(ARGS)

unit: dev-environment
	$(PY) -m pytest -q $(wildcard tests/unit tests/rules tests/property tests/contract)

pictures: dev-environment browser
	CHEGUAN_TEST_PICTURES=pictures $(PY) -m pytest -q $(wildcard tests/browser/pictures*.py)

format: dev-environment
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

browser:
	@sh -ec "$$BROWSER"

lock: dev-environment
	$(call resolve,requirements.lock,)
	$(call resolve,requirements-dev.lock,--extra dev --constraint requirements.lock)

audit: dev-environment
	$(PY) -m pip_audit --strict --disable-pip --require-hashes --progress-spinner off \
		--requirement requirements.lock --requirement requirements-dev.lock

sbom: dev-environment
	@mkdir -p $(dir $(SBOM))
	PYTHONWARNINGS=ignore $(VENV)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible --output-file $(SBOM)

wheel: dev-environment
	$(PY) -m build --no-isolation

clean:
	@if [ -f "$(VENV)/pyvenv.cfg" ]; then rm -rf "$(VENV)"; fi
	rm -rf dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

run-environment:
	@sh -ec "$$ENVIRONMENT" environment requirements.lock

dev-environment:
	@sh -ec "$$ENVIRONMENT" environment requirements-dev.lock

resolve = @$(PY) -m uv pip compile pyproject.toml --group install $(2) --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' --quiet --output-file $(1)

define ENVIRONMENT
lock=$$1

say() { printf '%s\n' "$$@" >&2; }
current() { cmp -s "$$1" "$$VENV/$$1"; }
outdated() { [ -f "$$VENV/$$1" ] && ! current "$$1"; }

suits() {
    "$$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, int(sys.argv[1])))' \
        "$$2" 2>/dev/null
}

choose() {
    for newest in 13 99; do
        for name in $${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 python}; do
            if suits "$$name" $$newest; then echo "$$name"; return; fi
        done
    done
    say 'Missing: Python 3.11 or later.' \
        'Install it, or name it: make run PYTHON=/path/to/python3.13'
    return 1
}

packages() {
    "$$VENV/bin/python" -c '' 2>/dev/null && current "$$lock" && ! outdated requirements.lock
}

# Whoever moves the tree, or shares an environment between trees, gets the command of this tree.
project() {
    current pyproject.toml && [ "$$(cat "$$VENV/tree" 2>/dev/null)" = "$$(pwd -P)" ]
}

make_environment() {
    python=$$(choose)
    if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then
        package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            say "Installing $$package."
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$$package" >&2
        else
            say "Missing: the module venv of $$python." "As root: apt-get install $$package"
            exit 1
        fi
    fi
    say "Making the environment $$VENV with $$("$$python" --version)."
    "$$python" -m venv --clear "$$VENV"
}

install() {
    "$$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$$@"
}

if packages && project; then
    exit 0
fi

if ! "$$VENV/bin/pip" --version >/dev/null 2>&1 ||
    outdated requirements.lock || outdated requirements-dev.lock; then
    make_environment
fi

if ! packages; then
    say "Installing what $$lock names."
    # Without the constraint an older pip takes the newest version of a package that has extras.
    if ! install --require-hashes --requirement "$$lock" --constraint "$$lock"; then
        say "Not installed: see above. The package index must be reachable, or pip be told of another."
        exit 1
    fi
    cp requirements.lock "$$VENV/requirements.lock"
    cp "$$lock" "$$VENV/$$lock"
fi

if ! project; then
    say "Installing $$VENV/bin/cheguan."
    install --no-index --no-deps --no-build-isolation --editable .
    cp pyproject.toml "$$VENV/pyproject.toml"
    pwd -P > "$$VENV/tree"
fi
endef
export ENVIRONMENT

define FIND_BROWSER
found_browser() {
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$$name"; then return; fi
    done
    return 1
}
endef

define BROWSER
$(FIND_BROWSER)
chinese() { [ -n "$$(fc-list :lang=zh 2>/dev/null)" ]; }

installed() {
    [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ] || return 1
    echo "Installing $$*."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
        --no-install-recommends "$$@" >/dev/null
}

# It lays out the same pages for half the processor's time (ADR 102). Without it, others will do.
command -v chromium-headless-shell >/dev/null || installed chromium-headless-shell 2>/dev/null || :

packages=
found_browser >/dev/null || packages="$$packages chromium"
command -v java >/dev/null || packages="$$packages default-jre-headless"
command -v mvn >/dev/null || packages="$$packages maven"
chinese || packages="$$packages fontconfig fonts-noto-cjk"
[ -n "$$packages" ] || exit 0
installed $$packages || echo "Missing:$$packages. As root on Debian: apt-get install$$packages"
endef
export BROWSER

define TEST
$(FIND_BROWSER)
without=
found_browser >/dev/null || without=--ignore=tests/browser
broker() { [ -n "$$KAFKA_BOOTSTRAP_SERVERS" ] || { command -v java && command -v mvn; } >/dev/null; }
broker || without="$$without --ignore-glob=*/test_kafka_*"
told=$$(mktemp -d)
pytest() { "$$VENV/bin/python" -m pytest "$$@"; }
export COVERAGE_FILE="$$told/coverage"
pytest $$without tests/faults tests/hostile > "$$told/faults" 2>&1 &
faults=$$!
alone='tests/unit tests/rules tests/property tests/contract'
pytest --cov --cov-report= $$alone > "$$told/alone" 2>&1 &
beside=$$!
trap 'kill "$$faults" "$$beside" 2>/dev/null || :; rm -rf "$$told"' EXIT
failed=0
pytest --numprocesses=2 --dist=loadfile --no-loadscope-reorder --durations=20 $$(printf -- '--ignore=%s ' $$alone tests/faults tests/hostile) $$without || failed=1
echo 'What needs no running service, which ran beside:'
wait "$$beside" || failed=1
cat "$$told/alone"
"$$VENV/bin/python" -m coverage report --fail-under=95 || failed=1
echo 'The faults and the attacks, which mostly wait, ran beside too:'
wait "$$faults" || failed=1
cat "$$told/faults"
found_browser >/dev/null || echo 'NOT RUN: tests/browser, because there is no Chromium.'
broker || echo 'NOT RUN: test_kafka_*, because there is no Java or no Maven.'
exit "$$failed"
endef
export TEST

# What a person types. The work itself is done by `liandong` and by the modules under tests/.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check -qq

# A stamp carries the digest of what was installed: a changed lock installs again, an unchanged one costs nothing.
digest = $(shell cat pyproject.toml $(1) | cksum | cut -d' ' -f1)
RUN_STAMP := $(VENV)/.run-$(call digest,requirements.lock)
TEST_STAMP := $(VENV)/.test-$(call digest,requirements-test.lock)

.DEFAULT_GOAL := help
.PHONY: help run test check bench proof lock

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: $(RUN_STAMP) ## Serve the demo on http://127.0.0.1:8000 (PORT HOST DATABASE_URL LIANDONG_DATA LIANDONG_PROFILE LIANDONG_DEMO=0)
	@LIANDONG_ENV=$${LIANDONG_ENV:-demo} exec $(PY) -m backend serve --demo

test: $(TEST_STAMP) ## Check, then every test on both engines and in the browser (ENGINE=sqlite for one engine)
	@$(PY) -m tests.rig.machine $(ENGINE) && $(PY) -m tests $(ENGINE)

check: $(TEST_STAMP) ## Formatters, linters, types, import contracts, dependency audit
	@$(PY) -m tests.check

bench: $(TEST_STAMP) ## Measure, print each figure beside its limit, write var/bench/*.json (BENCH=name for one)
	@$(PY) -m tests.rig.machine $(ENGINE) && $(PY) -m tests.bench $(BENCH)

proof: $(TEST_STAMP) ## The counted trials in full, in pieces of at most 9 minutes (TRIAL=name for one)
	@$(PY) -m tests.rig.machine $(ENGINE) && $(PY) -m tests.proof $(TRIAL)

lock: ## For maintainers: pin the newest allowed dependencies anew, by hash and without hosts
	@$(PYTHON) -m venv var/lock && var/lock/bin/pip --quiet install uv
	@UV_CUSTOM_COMPILE_COMMAND="make lock" var/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --all-extras --group build -o requirements.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" var/lock/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --all-extras --group build --group test -c requirements.lock -o requirements-test.lock

$(RUN_STAMP): LOCK := requirements.lock
$(TEST_STAMP): LOCK := requirements-test.lock
$(RUN_STAMP) $(TEST_STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; name one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "python3 -m venv does not work here. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@echo "Installing what $(LOCK) pins into $(VENV) (once; a mirror goes by PIP_INDEX_URL) …"
	@$(PIP) install --require-hashes -r $(LOCK)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

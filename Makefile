# Every step of CI is a target. `make run` and `make test` work on a fresh machine with Python ≥ 3.11, make and git.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
FRONTEND := node_modules/.antwoord/nlds/componenten.css
MISLUKT = { echo ""; echo "Installeren is niet gelukt; zie de melding hierboven (vaak: geen netwerk of een volle schijf)."; \
	echo "Voer dezelfde opdracht opnieuw uit als de oorzaak weg is: hij gaat verder waar hij was."; exit 1; }

.PHONY: run dev test lint opmaak types lagen bench lock migraties-check installeer installeer-test

run: installeer
	@$(PY) -m deploy.start

dev: installeer-test
	@ANTWOORD_DEBUG=ja $(PY) -m deploy.start --herladen

test: installeer-test
	$(PY) -m pytest -n auto --dist loadfile

# All parts: two hours on two idle cores. Some of them: make bench ONDERDELEN=zoeken,balie
bench: installeer-test
	$(PY) -m tests.bench $(if $(ONDERDELEN),--onderdelen $(ONDERDELEN))

lint: opmaak types lagen migraties-check

opmaak: installeer-test
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .

types: installeer-test
	$(PY) -m mypy

lagen: installeer-test
	$(VENV)/bin/lint-imports

migraties-check: installeer-test
	$(PY) manage.py makemigrations --check --dry-run --settings redactie.settings.test

# Pinned versions with hashes, for every supported Python and platform. The index is whatever your pip uses.
lock: installeer-test
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" pyproject.toml -o requirements/run.txt
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --group test pyproject.toml -c requirements/run.txt -o requirements/test.txt
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --group node -o requirements/node.txt
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

installeer: $(VENV)/.klaar-run $(FRONTEND)
installeer-test: $(VENV)/.klaar-test $(FRONTEND)

# Each mark is made last: a step that was broken off is done again.
$(VENV)/.klaar-venv:
	@test -n "$(PYTHON)" || { echo "Antwoord heeft Python 3.11 of nieuwer nodig. Installeer dat, of noem het: make run PYTHON=…"; exit 1; }
	@echo "Antwoord wordt geïnstalleerd. De eerste keer duurt dat enkele minuten."
	@$(PYTHON) -m venv $(VENV) || { echo "Python kan geen omgeving maken. Op Debian en Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.klaar-run: requirements/run.txt | $(VENV)/.klaar-venv
	@$(PIP) -r requirements/run.txt || $(MISLUKT)
	@touch $@

$(VENV)/.klaar-test: requirements/test.txt | $(VENV)/.klaar-venv
	@$(PIP) -r requirements/test.txt || $(MISLUKT)
	@touch $@ $(VENV)/.klaar-run

# Where there is no Node, it comes from PyPI into the virtual environment.
node_modules/.package-lock.json: package-lock.json | $(VENV)/.klaar-venv
	@command -v npm >/dev/null 2>&1 || test -x $(VENV)/bin/npm || $(PIP) -r requirements/node.txt || $(MISLUKT)
	@PATH="$$PATH:$(CURDIR)/$(VENV)/bin" $(NPM_CI) >/dev/null || $(MISLUKT)
	@touch $@

$(FRONTEND): node_modules/.package-lock.json deploy/bundel.py
	@$(PY) deploy/bundel.py >/dev/null

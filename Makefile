PYTHON ?= python3
BIN := .venv/bin
CORPUS ?= seeds

.PHONY: demo test check format slow lowest compiled clean

demo: .venv/done
	$(BIN)/quotetrace scan seeds/

test: .venv/done
	$(BIN)/python -m pytest -n 2

check: .venv/done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

format: .venv/done
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

slow: .venv/done
	$(BIN)/python -m pytest -n 2 -m slow

.venv/done: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

lowest: .venv-lowest/done
	.venv-lowest/bin/python -m pytest -n 2

.venv-lowest/done: pyproject.toml tests/lowest.txt
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --upgrade pip
	.venv-lowest/bin/python -m pip install --quiet --editable . --group dev --constraint tests/lowest.txt
	touch $@

compiled: .venv-compiled/done .venv/done
	.venv-compiled/bin/python -c "import quotetrace.syntax as module; assert not module.__file__.endswith('.py')"
	$(BIN)/quotetrace extract $(CORPUS) --json > .venv-compiled/python.json
	.venv-compiled/bin/quotetrace extract $(CORPUS) --json | cmp - .venv-compiled/python.json
	.venv-compiled/bin/python -m pytest -n 2 tests

# calls inside the compiled library go straight to where they lead
ifeq ($(shell uname -s),Linux)
.venv-compiled/done: export LDFLAGS += -Wl,-Bsymbolic-functions
endif
.venv-compiled/done: pyproject.toml $(shell find src -type f -not -name '*.pyc')
	$(PYTHON) -m venv --clear .venv-compiled
	.venv-compiled/bin/python -m pip install --quiet --upgrade pip
	mkdir .venv-compiled/source && cp -R pyproject.toml README.md LICENSE seeds src .venv-compiled/source
	HATCH_BUILD_HOOK_ENABLE_MYPYC=true .venv-compiled/bin/python -m pip wheel --quiet --no-deps --wheel-dir .venv-compiled/dist .venv-compiled/source
	.venv-compiled/bin/python -m pip install --quiet .venv-compiled/dist/*.whl --group dev
	touch $@

clean:
	rm -rf .venv .venv-lowest .venv-compiled

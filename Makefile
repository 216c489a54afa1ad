# make demo: read the sample articles and draw them.  make test: everything that must hold.
PYTHON ?= python3
RUN = .venv/bin

.PHONY: demo test check lint docs bench clean train scores

.venv: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(RUN)/pip install -q --disable-pip-version-check -e '.[dev]' -c constraints.txt
	touch .venv

demo: .venv
	$(RUN)/saidby demo

test: .venv
	$(RUN)/pytest -q --slow

check: .venv lint test

lint: .venv
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

docs: .venv
	$(RUN)/python docs/answers.py

bench: .venv
	OPENBLAS_NUM_THREADS=1 $(RUN)/python -m graph.train.bench data/sample
	$(RUN)/python tests/bench/corpus.py

clean:
	rm -rf .venv demo-store demo.html build dist

# The training sets and our passages as convert.py wrote them; see graph/train/README.md.
DATA ?= training-data
PASSAGES ?= $(DATA)/written.jsonl

FACTS = --passages $(PASSAGES) --facts data/train/facts.jsonl
FIT = $(RUN)/python -m graph.train.fit $(DATA) $(FACTS) --real data/train/real.jsonl --base $(BASE) \
	--out training
train:
	$(FIT) --minutes 110
	$(FIT) --minutes 53 --scale 0.6 --hold --resume
	$(FIT) --minutes 77 --scale 0.5 --resume
	$(RUN)/python -m graph.train.export training --base $(BASE) --passages $(PASSAGES) \
		--out graph/annotate/weights
	$(RUN)/python -m graph.train.ties graph/annotate/weights $(FACTS)

scores: .venv
	$(RUN)/python -m graph.train.scores $(DATA) --passages $(PASSAGES) \
		--gold data/gold --out data/gold/SCORES.md

.PHONY: demo test fast check format bench
demo:
	python3 run.py demo
test:
	python3 run.py test
fast:
	python3 run.py test -- -n auto --dist loadgroup -m "not journey"
check:
	python3 run.py test -- tests/architecture
format:
	.venv/bin/ruff format . && .venv/bin/ruff check --fix .
bench:
	.venv/bin/python -m benchmarks

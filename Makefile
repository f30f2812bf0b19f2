.PHONY: demo test check format bench
demo:
	python3 run.py demo
test:
	python3 run.py test
check:
	python3 run.py test -- tests/architecture
format:
	.venv/bin/ruff format . && .venv/bin/ruff check --fix .
bench:
	.venv/bin/python -m benchmarks

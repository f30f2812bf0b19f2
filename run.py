#!/usr/bin/env python3
"""The one way in on a fresh machine: `python3 run.py demo` and `python3 run.py test`.

Standard library only: it makes `.venv`, installs a hash-pinned lock there and hands over.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
ALL_CORES = ["-n", "auto", "--dist", "loadgroup"]
COVERAGE = ["--cov", "--cov-report", "term:skip-covered"]  # what must be covered whole stands in pyproject.toml
LOCKS = {"demo": "requirements.lock", "test": "requirements-test.lock"}


def python() -> Path:
    """The interpreter inside `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv() -> None:
    """Create `.venv` once; say what to install when Python comes without venv."""
    if python().exists():
        return
    try:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    except subprocess.CalledProcessError:
        sys.exit("Python's venv is missing. On Debian and Ubuntu: apt install python3-venv, then try again.")


def install(lock: str) -> None:
    """Install a lock by hash, and again only when the lock or the project file has changed."""
    stamp = VENV / f"{lock}.stamp"
    if lock == LOCKS["demo"] and (VENV / f"{LOCKS['test']}.stamp").exists():
        lock, stamp = LOCKS["test"], VENV / f"{LOCKS['test']}.stamp"  # the test lock holds all of the other
    content = (ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    wanted = hashlib.sha256(content).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {lock} …", file=sys.stderr)
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / lock)], check=True)
    subprocess.run([*pip, "--no-deps", "-e", str(ROOT)], check=True)
    stamp.write_text(wanted)


def surroundings(**more: str) -> dict[str, str]:
    """The environment of what is started: Python keeps what it compiles, or each start would compile all anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more


def demo(arguments: list[str]) -> int:
    """Build the demo place once under `var/` and serve it until Ctrl-C."""
    make_venv()
    install(LOCKS["demo"])
    environment = surroundings(
        SAMKLANG_DATA_DIR=str(ROOT / "var"), DJANGO_SETTINGS_MODULE="samklang.config.settings.demo"
    )
    command = [str(python()), "-m", "samklang.cli.main", "demo", *arguments]
    try:
        return subprocess.run(command, cwd=ROOT, env=environment).returncode
    except KeyboardInterrupt:
        return 0


def test(arguments: list[str]) -> int:
    """Run the whole suite on SQLite and then on PostgreSQL, or what the arguments after `--` choose, on SQLite."""
    make_venv()
    install(LOCKS["test"])
    if arguments:
        return run_module("pytest", *arguments)
    return run_module("pytest", *ALL_CORES, *COVERAGE) or run_module("tests.postgres", *ALL_CORES)


def run_module(name: str, *arguments: str) -> int:
    """Run a module inside `.venv`; its exit code."""
    return subprocess.run([str(python()), "-m", name, *arguments], cwd=ROOT, env=surroundings()).returncode


def main() -> int:
    """Parse the command and do it."""
    if sys.version_info < (3, 11):  # noqa: UP036 – whoever starts this may have an older Python
        sys.exit("Samklang needs Python 3.11 or newer.")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("demo", help="build the demo place once and serve it")
    show.add_argument("--port", type=int, default=8000)
    show.add_argument("--fresh", action="store_true", help="build the place anew")
    check = commands.add_parser("test", help="run the whole suite")
    check.add_argument("arguments", nargs="*", help="after --, passed on to pytest")
    options = parser.parse_args()
    if options.command == "test":
        return test(options.arguments)
    return demo(["--port", str(options.port), *(["--fresh"] if options.fresh else [])])


if __name__ == "__main__":
    sys.exit(main())

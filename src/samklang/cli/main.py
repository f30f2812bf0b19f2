"""Parses the command line and turns every kind of bad input into an exit code and a plain sentence.

Exit codes: 0 done, 1 well-formed but refused, 2 can't be read.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from samklang.cli import commands
from samklang.methods.kernel.findings import UnreadableInput


def modules(asked: str = "") -> list[ModuleType]:
    """The asked command's module, or all of them where none has that name.

    Every file of `commands/` has `register(commands)` and `run(options) -> int`; `import` is a word of Python's, so
    that its file ends in a low line. Alone it needs none of what the others import, which takes a second.
    """
    names = [found.name for found in iter_modules(commands.__path__)]
    chosen = [name for name in names if name.rstrip("_") == asked]
    return [import_module(f"{commands.__name__}.{name}") for name in chosen or names]


def parser(asked: str = "") -> argparse.ArgumentParser:
    """The command line, as far as the asked command needs it."""
    top = argparse.ArgumentParser(prog="samklang", description="Samklang's commands; each has its own --help.")
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in modules(asked):
        module.register(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Numbers and names are the same file on every machine, whatever its locale; a lone surrogate is told as such.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = parser(*given[:1]).parse_args(given)
    try:
        code: int = options.run(options)
    except UnreadableInput as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())

"""What jsonstat-validator and pyjstat say of our tables. Not run by the tests.

Run from the repository's root with jsonstat-validator and pyjstat installed, and the files that this writes:
python -m tests.reference.exchange.test_json_stat_as_others_read_it FOLDER      (with Samklang installed)
python tests/reference/exchange/check_json_stat.py FOLDER > tests/reference/exchange/check_json_stat.txt
"""

import hashlib
import json
import sys
from importlib.metadata import version
from math import prod
from pathlib import Path

from jsonstat_validator import validate_jsonstat
from pyjstat.pyjstat import Dataset

print(*(f"{name} {version(name)}" for name in ("jsonstat-validator", "pyjstat")))
for path in sorted(Path(sys.argv[1]).glob("*.json")):
    collection = json.loads(path.read_text())
    assert validate_jsonstat(collection)
    print("collection", path.stem, hashlib.sha256(path.read_bytes()).hexdigest(), "ok")
    for table in collection["link"]["item"]:
        assert validate_jsonstat(table)
        frame = Dataset.read(json.dumps(table)).write("dataframe")
        held = [None if cell is None or cell != cell else int(cell) for cell in frame["value"]]
        assert held == table["value"] and len(held) == prod(table["size"])
        for axis in table["id"]:
            dimension = table["dimension"][axis]
            assert set(frame[dimension["label"]]) == set(dimension["category"]["label"].values())
        print("table", path.stem, table["extension"]["table"], len(frame), "rows ok")
# A table whose sizes don't fit its dimensions must be refused, or the validator judges nothing.
broken = {**table, "size": table["size"][:-1]}
try:
    validate_jsonstat(broken)
except Exception:
    print("a table that lacks a size is refused")

"""What PSPP, R's haven and Frictionless say of our labelled data. Not run by the tests.

Run from the repository's root with Samklang, pspp and Rscript with haven and jsonlite (Debian), and Frictionless':
python -m tests.reference.exchange.check_data frictionless > tests/reference/exchange/check_data.txt
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.reference.exchange.samples import answers
from tests.reference.exchange.test_data_as_others_read_it import every_instrument, scoring

HERE = Path(__file__).parent
FRICTIONLESS = sys.argv[1]


def said(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode or done.stderr:
        sys.exit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


print(said("pspp", "--version").splitlines()[0])
versions = "cat(R.version.string, 'haven', as.character(packageVersion('haven')))"
print(said("Rscript", "-e", versions))
print("frictionless", said(FRICTIONLESS, "--version"))
with tempfile.TemporaryDirectory() as place:
    folders = []
    for found, name in every_instrument():
        folder = Path(place) / found.id
        folder.mkdir()
        csv, packed = folder / "given.csv", folder / "packed.zip"
        csv.write_text(answers(found))
        arguments = ["samklang", "export", "data", name, str(csv), *scoring(found), "--out", str(packed)]
        subprocess.run(arguments, check=True, stderr=subprocess.DEVNULL)
        with zipfile.ZipFile(packed) as files:
            files.extractall(folder)
            contents = [files.read(file) for file in sorted(files.namelist())]
        said("pspp", "answers.sps", folder=folder)
        assert "VALID" in said(FRICTIONLESS, "validate", "datapackage.json", folder=folder)
        folders.append(str(folder))
        print("files", found.id, hashlib.sha256(b"".join(contents)).hexdigest())
    print(said("Rscript", str(HERE / "check_data.R"), *folders))

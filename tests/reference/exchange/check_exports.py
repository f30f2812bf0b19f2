"""What other systems' own libraries say of our exports. Not run by the tests.

Run with fhir.resources, pyxform, reproschema and lxml installed, Samklang's command on the path, and the schemas of
DDI-Codebook 2.5 at hand (ddialliance/ddi-c_2 on GitHub, commit 4f078dd):
python check_exports.py schemas/codebook.xsd ../../../src/samklang/facts/instruments > check_exports.txt
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from fhir.resources.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaire import Questionnaire as QuestionnaireR4
from lxml import etree
from pyxform.xls2xform import convert
from reproschema.models import Activity, Item

HERE = Path(__file__).parent
# Every instrument that ships, and one in five languages with what XML and JSON must escape.
SHIPPED = sorted(path.stem for path in Path(sys.argv[2]).glob("*.yaml"))


def printed(*arguments: str) -> str:
    return subprocess.run(["samklang", "export", *arguments], check=True, capture_output=True, text=True).stdout


def exported(*arguments: str) -> object:
    return json.loads(printed(*arguments))


def digest(data: object) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def reproschema(documents: dict) -> None:
    for document in documents.values():
        kind = Activity if document["@type"].endswith("Activity") else Item
        plain = {key.lstrip("@"): value for key, value in document.items() if key not in ("@context", "@type")}
        kind.model_validate({**plain, "category": document["@type"]})


def xlsform(instrument: str, folder: Path) -> None:
    file = folder / "form.xlsx"
    subprocess.run(["samklang", "export", "xlsform", instrument, "--out", str(file)], check=True)
    made = convert(str(file), validate=False)
    assert made.warnings == [], made.warnings


print(*(f"{name} {version(name)}" for name in ("fhir.resources", "pyxform", "reproschema", "lxml")))
ddi = etree.XMLSchema(etree.parse(sys.argv[1]))
with tempfile.TemporaryDirectory() as folder:
    for instrument in (*SHIPPED, str(HERE / "languages.yaml")):
        name = Path(instrument).stem
        for release, model in (("R5", Questionnaire), ("R4", QuestionnaireR4)):
            data = exported("fhir", instrument, "--release", release)
            model.model_validate(data)
            print("fhir", release, name, digest(data), "ok")
        documents = exported("reproschema", instrument)
        reproschema(documents)
        print("reproschema", "-", name, digest(documents), "ok")
        book = printed("ddi", instrument)
        ddi.assertValid(etree.fromstring(book.encode()))
        print("ddi", "2.5", name, digest(book), "ok")
        xlsform(instrument, Path(folder))
        print("xlsform", "-", name, digest(exported("xlsform", instrument, "--json")), "ok")

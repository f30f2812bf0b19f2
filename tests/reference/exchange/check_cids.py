"""What CIDS's own shapes say of our documents, read by rdflib and judged by pySHACL. Not run by the tests.

Run from the repository's root with pyshacl installed and the standard's shapes at hand (commonapproach/CIDS on
GitHub, commit 3cb0f3c: validation/shacl/cids.basictier.shacl.ttl and
validation/cids-shacl-generator/output/cids-shacl-BasicTier-EssentialTier-FullTier.ttl):
python -m tests.reference.exchange.test_cids_as_others_read_it FOLDER      (with Samklang installed)
python tests/reference/exchange/check_cids.py FOLDER SHAPES.ttl ... > tests/reference/exchange/check_cids.txt
"""

import hashlib
import json
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from pyshacl import validate
from rdflib import SH, Graph, Namespace

OWN = Namespace("urn:samklang:value:")
NEEDED = ("hasLegalName", "hasIdentifier", "hasName")


def judged(document: object, shapes: str) -> tuple[bool, Counter]:
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    ok, results, _ = validate(graph, shacl_graph=Graph().parse(shapes), allow_infos=True, allow_warnings=True)
    return ok, Counter(str(each).rpartition("#")[2] for each in results.objects(None, SH.resultSeverity))


def without(document: dict, name: str) -> dict:
    return {**document, "@graph": [{k: v for k, v in node.items() if k != name} for node in document["@graph"]]}


print("pyshacl", version("pyshacl"), "rdflib", version("rdflib"))
for path in sorted(Path(sys.argv[1]).glob("*.json")):
    document = json.loads(path.read_text())
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    shares = sorted(str(share) for share in graph.objects(None, OWN.share))
    print("read", path.stem, len(graph), "triples, shares", *shares)
    for shapes in sys.argv[2:]:
        ok, severities = judged(document, shapes)
        # A document that lacks what the basic tier asks for must be refused, or the shapes judge nothing.
        refused = [
            name
            for name in ("hasLegalName", "hasIdentifier", "hasName")
            if not judged(without(document, name), shapes)[0]
        ]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found = "ok" if ok and not severities["Violation"] else "refused"
        print("shapes", Path(shapes).name, path.stem, digest, found, dict(severities), "refused without", *refused)

"""Everything a person can reach by links: pages, files and PDFs, as bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from django.test import Client

from samklang.demo.personas import Persona

LINK = re.compile(rb'(?:href|src)="(/[^"#]*)')
NUMBER = re.compile(r"\d+")
FORM = re.compile(r"/(add|change|correct|link|row|step|session|output|group|reading|rank|invite)/|\?")
RESULTS_READ = 6
NOT_CRAWLED = ("/static/", "/account/", "/s/", "/demo/")
# What differs between two readings of the same page: guards against forged forms, and a script's one-time number.
FRESH = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|nonce="[\w+/=-]+"|"X-CSRFToken": "\w+"')
# A PDF says when it was made.
MADE_AT = re.compile(
    rb"/(?:CreationDate|ModDate) ?\([^)]*\)|/ID ?\[[^\]]*\]|<xmp:[\s\S]*?</xmp:\w+>|<xmpMM:[\s\S]*?</xmpMM:\w+>"
)


def enter(persona: Persona | None) -> tuple[Client, str]:
    """A browser that has entered as one of the demo's people, or as nobody, and where its reading begins."""
    client = Client()
    if persona is None:
        return client, "/"
    entered = client.post("/demo/enter/", {"persona": persona.key}, follow=True)
    return client, str(entered.redirect_chain[-1][0])


def crawl(persona: Persona | None, briefly: bool = False, known: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Address → what it holds, freed from what differs at every reading; addresses that aren't there hold nothing.

    briefly: forms are passed by, and of addresses that differ only in their numbers a few are read. known: files
    somebody else has read already; they are the same for everyone, so they are read once.
    """
    client, start = enter(persona)
    seen: dict[str, bytes] = {}
    kinds: Counter[str] = Counter()
    waiting = [start]
    while waiting:
        address = waiting.pop()
        kind = NUMBER.sub("0", address)
        if address in seen or address.startswith(NOT_CRAWLED) or (known is not None and address in known):
            continue
        if briefly and (FORM.search(address) or kinds[kind] >= (RESULTS_READ if "/results/" in kind else 1)):
            continue
        kinds[kind] += 1
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        seen[address] = MADE_AT.sub(b"", FRESH.sub(b"", body)) if response.status_code == 200 else b""
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            waiting += [found.decode().replace("&amp;", "&") for found in LINK.findall(body)]
        elif known is not None and response.status_code == 200:
            known[address] = seen[address]
    return seen


def crawl_all(personas: Sequence[Persona | None], briefly: bool = False) -> dict[tuple[str, str], bytes]:
    """(who, address) → what it holds, for everybody."""
    files: dict[str, bytes] = {}
    return {
        (persona.key if persona else "reader", address): body
        for persona in personas
        for address, body in crawl(persona, briefly, files).items()
    }

"""A browser without scripts: it shows a page's form and sends it by one of its buttons."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from django.test import Client

FORM = "application/x-www-form-urlencoded"


class PageReader(HTMLParser):
    """What a browser without scripts sees of a page: fields, buttons, words; never what is folded in templates."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.radios: dict[str, list[str]] = {}
        self.buttons: list[dict[str, str]] = []
        self.root: dict[str, str] = {}
        self.action = ""
        self.words: list[str] = []
        self._folded = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in ("template", "style", "script"):
            self._folded += 1
        if self._folded:
            return
        if tag == "html":
            self.root = named
        if tag == "form":
            self.action = named.get("action", "")
        if tag == "button":
            self.buttons.append(named)
        if tag == "input":
            self._input(named)

    def _input(self, named: dict[str, str]) -> None:
        if named.get("type") != "radio":
            self.fields[named["name"]] = named.get("value", "")
            return
        self.radios.setdefault(named["name"], []).append(named["value"])
        if "checked" in named:
            self.fields[named["name"]] = named["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("template", "style", "script"):
            self._folded -= 1

    def handle_data(self, data: str) -> None:
        if not self._folded and data.strip():
            self.words.append(data.strip())


class PlainBrowser:
    """Keeps the page that is shown; ``press`` sends its form."""

    def __init__(self, address: str, client: Client | None = None) -> None:
        self.client = client or Client()
        self.response: Any = self.client.get(address)
        self._read()

    def _read(self) -> None:
        self.page = PageReader(self.response.content.decode())

    @property
    def text(self) -> str:
        """All words on the page."""
        return " ".join(self.page.words)

    @property
    def step(self) -> str:
        """The step shown, or empty when the page is no form."""
        return self.page.fields.get("step", "")

    def choose(self, value: str) -> None:
        """Choose one of the radio buttons on the screen."""
        (name,) = (name for name, values in self.page.radios.items() if value in values)
        self.page.fields[name] = value

    def press(self, value: str = "next", *, language: str = "") -> None:
        """Send the form by a button: by its value, or by the language it changes to."""
        button = next(
            one
            for one in self.page.buttons
            if one.get("value") == value and (not language or one.get("formaction") == f"?lang={language}")
        )
        address = self.page.action
        if "formaction" in button:
            address = address.split("?")[0] + button["formaction"]
        sent = {**self.page.fields, button["name"]: button["value"]}
        self.response = self.client.post(address, urlencode(sent), content_type=FORM)
        self._read()

    def agree(self) -> None:
        """Press the button that consents."""
        button = next(one for one in self.page.buttons if one.get("name") == "consent")
        self.press(button["value"])

    def begin(self, age: str = "18+") -> None:
        """From the first screen past age and consent."""
        self.choose(age)
        self.press()
        self.agree()

    def answer_all(self, value: str = "2", lives: str = "yes") -> None:
        """Answer every question up to the last screen."""
        while self.step != "check":
            self.choose(lives if self.step == "area" else value)
            self.press()

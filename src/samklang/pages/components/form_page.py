"""A page that is one form, and a button that is one deed: refusals come back as errors, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samklang.pages.components.where import Strip, Thread
from samklang.records.people.permissions import Refused


@dataclass(frozen=True)
class Removal:
    """A way to take away what the form is about, asked once. refusal: why it can't be, instead of the button."""

    ask: str
    note: str
    href: str
    refusal: str = ""


@dataclass(frozen=True)
class FormPage:
    """What the page says around its form. done: what is said when it is stored."""

    heading: str
    action: str
    done: str
    lead: str = ""
    strip: Strip | None = None
    thread: Thread | None = None
    removal: Removal | None = None


def form_page(
    request: HttpRequest,
    page: FormPage,
    form: Form,
    save: Callable[[dict[str, Any]], str],
    template: str = "components/form_page.html",
) -> HttpResponse:
    """Show the form, or store what was sent and go on. save: given the clean data, gives the address to go to.

    template: one that extends the usual and draws a long form's fields in parts.
    """
    if request.method == "POST" and form.is_valid():
        try:
            address = save(dict(form.cleaned_data))
        except Refused as reason:
            for line in str(reason).splitlines():
                form.add_error(None, line)
        else:
            messages.success(request, page.done)
            return redirect(address)
    return render(request, template, {"page": page, "form": form})


def deed(
    request: HttpRequest, do: Callable[[], object], done: str, address: str, if_refused: str = ""
) -> HttpResponse:
    """Do what a button says and go on; a refusal is told at the top of the page one comes back to.

    if_refused: where to go then, if it is another page.
    """
    try:
        do()
    except Refused as reason:
        messages.error(request, str(reason))
        return redirect(if_refused or address)
    messages.success(request, done)
    return redirect(address)

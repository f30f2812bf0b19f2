"""The personas of the demo, one click each."""

from django.http import HttpRequest, HttpResponse


def personas_page(request: HttpRequest) -> HttpResponse:
    """Who one can enter as."""
    return HttpResponse("")

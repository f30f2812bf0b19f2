"""All addresses. Each page folder keeps its own; here they meet."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

handler400 = "samklang.pages.components.errors.too_much"
handler404 = "samklang.pages.components.errors.not_found"
handler500 = "samklang.pages.components.errors.broken"

WORDS = (
    "initiative",
    "agenda",
    "process",
    "activities",
    "finance",
    "measurement",
    "results",
    "value",
    "publishing",
)

urlpatterns = [
    path("", include("samklang.pages.open.urls")),
    path("", include("samklang.pages.people.urls")),
    path("", include("samklang.pages.respond.urls")),
    *(path("i/<slug:slug>/", include(f"samklang.pages.{word}.urls")) for word in WORDS),
]

if settings.DEMO_MODE:
    urlpatterns.append(path("demo/", include("samklang.demo.urls")))

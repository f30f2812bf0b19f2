"""Starts Django for the commands that need the records."""

from __future__ import annotations

import os

import django
from django.core.exceptions import ImproperlyConfigured

from samklang.methods.kernel.findings import UnreadableInput


def start(way: str = "production") -> None:
    """Set Django up once, with the settings already chosen or those of a way of running (demo, production).

    Raises UnreadableInput when the environment lacks what that way needs.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"samklang.config.settings.{way}")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise UnreadableInput([f"settings: {error}"]) from None


def start_installation() -> None:
    """Set Django up. An installation can't run without a key of its own, so without one it is the demo."""
    start("production" if os.environ.get("SAMKLANG_SECRET_KEY") else "demo")

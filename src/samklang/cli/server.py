"""Serves the pages with granian until Ctrl-C."""

from __future__ import annotations

import os

from granian import Granian
from granian.constants import Interfaces


def serve(address: str, port: int, workers: int) -> None:
    """Serve WSGI on an address and port."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings.production")
    server = Granian(
        "samklang.config.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]
    )
    server.serve()

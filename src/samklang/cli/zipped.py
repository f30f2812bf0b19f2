"""Several files as one zip, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# A fixed date, so that the same content gives the same file.
NO_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The zip's bytes. files: path inside it → content."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, NO_DATE), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()

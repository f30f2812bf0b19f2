"""What docs/reference says of the specifications is what the specifications say."""

from __future__ import annotations

import pytest

from tests.spec.rendering import page_of, render, subjects


@pytest.mark.parametrize("subject", subjects())
def test_the_reference_page_is_rendered_from_the_specification(subject: str) -> None:
    """Write it anew with `python -m tests.spec.rendering`."""
    assert page_of(subject).read_text("utf-8") == render(subject)

"""Where a resident answers. No account, no cookie, no session: the form itself carries everything."""

from __future__ import annotations

"""Tables of finance."""

from samklang.records.finance.models.grant import Grant

__all__ = ["Grant"]

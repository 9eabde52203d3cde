# SPDX-License-Identifier: MIT
"""Terms: enumerations that answer a wrong name kindly."""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn

from thidua.errors import RubricFault, shown, suggest

__all__ = ["Term"]


class Term(StrEnum):
    """Base of the enumerations of the library; a member may be written as its text."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Refuse what is no member, and say which one was meant."""
        what = f"not a {cls.__name__}, {shown(value)}"
        raise RubricFault((), "term-unknown", what, suggest(value, [str(one) for one in cls]))

# SPDX-License-Identifier: MIT
"""What columns cannot compute, said of the part of the rubric in which it stands."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from thidua.errors import Fault, Path, RubricFault

__all__ = ["Place"]


class Place:
    """Where in the rubric the work is, and the faults found so far."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self.at: Path = ()
        self.code = ""

    @contextmanager
    def within(self, at: Path, code: str) -> Generator[None]:
        """Work on a part for a while."""
        outside = self.at, self.code
        self.at, self.code = at, code
        try:
            yield
        finally:
            self.at, self.code = outside

    def refuse(self, why: str, todo: str) -> None:
        """Note that the part cannot be computed."""
        what = f"{self.code!r} cannot be computed in columns: {why}"
        self._faults.append(RubricFault(self.at, "not-columnar", what, f"{todo}, or use tally"))

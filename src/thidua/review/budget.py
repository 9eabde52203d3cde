# SPDX-License-Identifier: MIT
"""How much may be looked at, so that every review ends."""

from __future__ import annotations

from typing import final

__all__ = ["Budget"]


@final
class Budget:
    """How many boxes may still be looked at, in all and in one hunt."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._here = 0
        self.is_over = False
        """Whether the last hunt was cut off."""

    def begin(self, most: int) -> None:
        """Begin a hunt that may look at so many."""
        self._here = most
        self.is_over = False

    def spend(self) -> bool:
        """Take one, or tell that there is none."""
        self.is_over = not (self._left and self._here)
        if not self.is_over:
            self._left -= 1
            self._here -= 1
        return not self.is_over

# SPDX-License-Identifier: MIT
"""The most memory that this process has held."""

from __future__ import annotations

import resource
import sys

__all__ = ["peak"]


def peak() -> float:
    """Return the peak of the resident set, in MiB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)

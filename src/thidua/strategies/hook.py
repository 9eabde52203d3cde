# SPDX-License-Identifier: MIT
"""What Hypothesis calls when it is imported, by the entry point of the package.

It must not import Hypothesis itself before it is called: Hypothesis may just be looking
it up in the middle of its own import.
"""

from __future__ import annotations

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis how to draw the types of this library."""
    from thidua.strategies.by_type import register_types  # noqa: PLC0415 - see above

    register_types()

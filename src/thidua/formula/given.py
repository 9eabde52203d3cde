# SPDX-License-Identifier: MIT
"""What may be written into a field: codes, and lists of which no text is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar, cast

from thidua.errors import Fault, RubricFault

__all__ = ["at_least_one", "code_of_measure", "several"]

_T = TypeVar("_T")
_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def code_of_measure(text: str) -> str:
    """Check that *text* may name a measure or a list of items.

    Raises:
        RubricFault: Unless it is made of ASCII letters, digits and ``_`` and starts with
            no digit, so that formulas can be written with it.
    """
    if isinstance(text, str) and len(text) <= 64 and _CODE.fullmatch(text):  # noqa: PLR2004 - a bound
        return text
    what = f"not a code of a measure, {text!r}"
    raise RubricFault((), "code", what, "use letters without accents, digits and '_'")


def several(given: Iterable[_T], fault: type[Fault] = RubricFault) -> tuple[_T, ...]:
    """Take a list of what a field holds; a text is one thing, never the list of its letters.

    Args:
        given: The list.
        fault: What to raise.

    Raises:
        RubricFault: Or *fault*, if it is a text, or nothing that can be gone through.

    Example:
        >>> several(["Tốt", "Khá"])
        ('Tốt', 'Khá')
    """
    wanted: object = given
    if isinstance(wanted, str | bytes):
        what = f"one text where a list is wanted, {wanted!r}"
        raise fault((), "not-a-list", what, f"write [{wanted!r}]")
    if not isinstance(wanted, Iterable):
        what = f"a list is wanted, given {wanted!r}"
        raise fault((), "not-a-list", what, "write it in brackets")
    return tuple(cast("Iterable[_T]", wanted))


def at_least_one(instance: object, _: object, value: tuple[object, ...]) -> None:
    """Refuse an empty list, as the validator of a field."""
    if not value:
        raise RubricFault((), "empty", f"nothing to compare in {type(instance).__name__}")

# SPDX-License-Identifier: MIT
"""What may be written into a field: codes, and lists of which no text is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar, cast

from thidua.errors import Fault, Path, RubricFault, shown
from thidua.quantity.typed import refuse_no_list

__all__ = ["at_least_one", "code_of_measure", "one_each", "pairs", "several"]

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
    what = f"not a code of a measure, {shown(text)}"
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
    refuse_no_list(given, (), fault)
    return tuple(given)


def pairs(
    given: Mapping[str, _T] | Iterable[tuple[str, _T]], at: Path, fault: type[Fault]
) -> list[tuple[str, _T]]:
    """Take codes with what stands under them; pairs come back when a value is evolved.

    Raises:
        Fault: *fault*, at its place, if it is neither a mapping nor pairs, or a code no text.
    """
    if given.__class__ is dict or isinstance(given, Mapping):
        found = [*cast("Mapping[str, _T]", given).items()]
    else:
        found = [*given] if isinstance(given, Iterable) else []
        if not isinstance(given, Iterable) or not all(map(_is_pair, found)):
            what = f"a mapping of codes is wanted, given {shown(given)}"
            raise fault(at, "not-a-mapping", what, 'write {"thu": …}')
    for code, _ in found:
        if not isinstance(code, str):
            raise fault(at, "code", f"a code is a text, given {shown(code)}")
    return found


def _is_pair(one: object) -> bool:
    return isinstance(one, tuple) and len(one) == 2  # noqa: PLR2004 - a code and a value


def at_least_one(instance: object, _: object, value: tuple[object, ...]) -> None:
    """Refuse an empty list, as the validator of a field."""
    if not value:
        raise RubricFault((), "empty", f"nothing to compare in {type(instance).__name__}")


class _OfLevel(Protocol):
    @property
    def level(self) -> str: ...


def one_each(
    noun: str, fault: type[Fault]
) -> Callable[[object, object, tuple[_OfLevel, ...]], None]:
    """Return what refuses two tables for one level; *noun* is what they are called."""

    def check(_: object, __: object, tables: tuple[_OfLevel, ...]) -> None:
        levels = [one.level for one in tables]
        for index, level in enumerate(levels):
            if level in levels[:index]:
                what = f"level {level!r} has two {noun}"
                raise fault(("tables", index, "level"), "level-twice", what, "keep one")

    return check

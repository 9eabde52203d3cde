# SPDX-License-Identifier: MIT
"""What cattrs reports, as faults with their places in the document.

cattrs gathers errors in exception groups and notes on each the field or the position in
which it arose; `faults_of` walks the groups and puts the notes together to paths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from attrs import evolve, fields_dict
from cattrs.errors import (
    AttributeValidationNote,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from thidua.errors import MAXIMUM_FAULTS, DocumentFault, Fault, Path
from thidua.quantity.term import suggest_word

__all__ = ["collect", "faults_of", "meant", "shown", "together"]

T = TypeVar("T")

_LONGEST = 60


def shown(given: object) -> str:
    """Name *given* in a message, briefly, in the words of JSON.

    Example:
        >>> shown(None), shown(True), shown({}), shown("a" * 100)[-5:]
        ('null', 'true', 'an object', "aaa…'")
    """
    match given:
        case None:
            return "null"
        case bool():
            return "true" if given else "false"
        case str():
            return repr(given if len(given) <= _LONGEST else given[:_LONGEST] + "…")
        case int() if given.bit_length() <= _LONGEST:
            return str(given)
        case Decimal() if len(str(given)) <= _LONGEST:
            return str(given)
        case int() | Decimal():
            return "a number"
        case float():
            return repr(given)
        case dict():
            return "an object"
        case list() | tuple():
            return "a list"
        case _:
            return f"a Python {type(given).__name__}"


def meant(given: object, known: Iterable[str]) -> str:
    """Say which of the *known* names *given* was probably meant to be."""
    return suggest_word(given[:_LONGEST] if isinstance(given, str) else "", [*known])


def collect(
    pairs: Iterable[tuple[str | int, object]], structure: Callable[[object], T], what: object
) -> list[T]:
    """Structure the members of a list or an object, and gather their faults.

    Args:
        pairs: Positions or keys, and what stands there.
        structure: What makes a value of one of them.
        what: The type made, for cattrs.

    Raises:
        ExceptionGroup: With the faults of all members, or the first
            `MAXIMUM_FAULTS` and a few: a document cannot be made to fill the memory with
            what is wrong in it.
    """
    made: list[T] = []
    errors: list[Exception] = []
    count = 0
    for step, one in pairs:
        try:
            made.append(structure(one))
        except (Fault, ExceptionGroup) as error:
            error.add_note(IterableValidationNote("", step, what))
            errors.append(error)
            count += _count(error)
            if count >= MAXIMUM_FAULTS:
                break
    if errors:
        raise together(errors)
    return made


def together(errors: Sequence[Exception]) -> ExceptionGroup[Exception]:
    """Return *errors* as one exception, as cattrs gathers them."""
    return ExceptionGroup("faults", errors)


def _count(error: Exception) -> int:
    if isinstance(error, ExceptionGroup):
        return sum(_count(one) for one in error.exceptions)
    return 1


def faults_of(error: Exception, at: Path = ()) -> Iterator[Fault]:
    """Yield the faults in *error*, each at its place below *at*.

    An exception that is neither a fault nor one of cattrs is a defect of this library, and
    is raised as it is.
    """
    match error:
        case ExceptionGroup():
            for one in error.exceptions:
                yield from faults_of(one, (*at, *_step(one)))
        case Fault():
            yield evolve(error, at=(*at, *error.at))
        case ForbiddenExtraKeysError():
            known = fields_dict(error.cl)
            for key in sorted(error.extra_fields)[:MAXIMUM_FAULTS]:
                what = f"unknown key {shown(key)}"
                yield DocumentFault(at, "key-unknown", what, meant(key, known))
        case KeyError() if at:
            yield DocumentFault(at[:-1], "key-missing", f"key {at[-1]!r} is missing")
        case _:
            raise error


def _step(error: Exception) -> Path:
    """Return the field or the position in which *error* arose, if cattrs noted one."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()

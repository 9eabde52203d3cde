# SPDX-License-Identifier: MIT
"""Every error the library raises.

::

    ThiduaError
    ├── Fault (ValueError)        one thing that is wrong, with its place
    │   ├── NumberFault           a number that is not exact, or not a number
    │   ├── DocumentFault         a document that is not what its format says
    │   ├── RubricFault           a rubric that contradicts itself
    │   ├── SheetFault            a sheet that does not fit its rubric
    │   ├── FormulaFault          a formula that has no answer for a unit
    │   ├── RankingFault          a ranking or a slate asked for what is not there
    │   ├── PeriodFault           periods, or results of them, that do not fit together
    │   ├── ClusterFault          a cluster asked for what it cannot do
    │   ├── DossierFault          a dossier that contradicts itself
    │   └── RuleFault             a condition, a rule or a law that contradicts itself
    └── Faults (ValueError)       all the faults of one document or one call

A fault reads ``{place}: {what is wrong}; {what to do}``.
The place is written as in ``$.sections[1].criteria[3].formula``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

__all__ = [
    "MAXIMUM_FAULTS",
    "ClusterFault",
    "DocumentFault",
    "DossierFault",
    "Fault",
    "Faults",
    "FormulaFault",
    "NumberFault",
    "Path",
    "PeriodFault",
    "RankingFault",
    "RubricFault",
    "RuleFault",
    "SheetFault",
    "ThiduaError",
    "first",
    "show_path",
    "shown",
    "suggest",
]

Path: TypeAlias = tuple[str | int, ...]
"""Steps from the top of a document: names of fields and positions in lists."""

MAXIMUM_FAULTS = 100
"""After so many faults of one document or call, no more are looked for."""

F = TypeVar("F", bound="Fault")

_LONGEST = 100
_QUOTED = re.compile(r"""(?<!\w)(['"])(.*?)\1(?!\w)|([^\s'"]+)""", re.DOTALL)
"""A text in quotes, or a word outside of them, such as a number."""


def _brief(said: str) -> str:
    """Shorten the values that a message shows: whoever gave them knows the rest."""
    return said if len(said) <= _LONGEST else _QUOTED.sub(_cut, said)


def _cut(found: re.Match[str]) -> str:
    quote, inside, word = found.groups()
    return _short(word) if quote is None else f"{quote}{_short(inside)}{quote}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST + 1 else f"{text[:_LONGEST]}…"  # short stays as it is


def shown(value: object) -> str:
    """Name in a message what was given: a text or a number as it is, else its class.

    Example:
        >>> shown("co"), shown(5), shown(["co"])
        ("'co'", '5', 'a list')
    """
    if value is None or isinstance(value, str | bytes | float):
        return repr(value)
    if isinstance(value, int) and value.bit_length() < 4 * _LONGEST:
        return repr(value)
    name = type(value).__name__
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def show_path(at: Path) -> str:
    """Write *at* as ``$.sections[1].formula``.

    Example:
        >>> show_path(("sections", 1, "formula"))
        '$.sections[1].formula'
    """
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f".{_short(step)}" for step in at
    )


def suggest(given: object, known: Iterable[str]) -> str:
    """Say which of the *known* names *given* was probably meant to be.

    Example:
        >>> suggest("thuu", ["thu", "chi"])
        "did you mean 'thu'?"
        >>> suggest("x", ["thu", "chi"])
        "known are 'chi', 'thu'"
        >>> suggest("x", [])
        'none is known'
    """
    names = sorted(set(known))
    close = _closest(str(given)[:100], names)  # its time is quadratic in length
    if close is not None:
        return f"did you mean {close!r}?"
    if not names:
        return "none is known"
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""  # noqa: PLR2004 - a line's worth
    return "known are " + ", ".join(repr(name) for name in names[:8]) + more


def _closest(given: str, names: Sequence[str]) -> str | None:
    """Return the name most like *given*, as `difflib.get_close_matches` has it, in less time."""
    matcher = SequenceMatcher(None, "", given)
    best, found = 0.6, None
    for name in reversed(names):
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best:
            ratio = matcher.ratio()
            if ratio > best or (found is None and ratio == best):
                best, found = ratio, name
    return found


def first(faults: Iterable[F], limit: int = MAXIMUM_FAULTS) -> tuple[F, ...]:
    """Take *faults* up to a limit, and say so if there are more; those are not looked for."""
    found = tuple(islice(faults, limit + 1))
    if len(found) <= limit:
        return found
    what, todo = f"more than {limit} faults", "correct those above first"
    return (*found[:-1], evolve(found[-1], at=found[-1].at[:1], code="more", what=what, todo=todo))


class ThiduaError(Exception):
    """Base of all errors of this library."""


@frozen
class Fault(ThiduaError, ValueError):
    """One thing that is wrong: where, what, and what to do about it."""

    at: Path
    """Place, from the top of the document or call."""

    code: str
    """Stable name of the kind of fault, for programs: ``"measure-unknown"``."""

    what: str = field(converter=_brief)
    """What is wrong, with the value given, shortened if it is long."""

    todo: str = field(default="", converter=_brief)
    """What to do; empty if that is plain."""

    def __str__(self) -> str:
        """Return ``place: what; todo``."""
        return f"{show_path(self.at)}: {self.what}" + (f"; {self.todo}" if self.todo else "")


@frozen
class NumberFault(Fault):
    """A number that cannot be taken exactly."""


@frozen
class DocumentFault(Fault):
    """A document that is not well formed, too large, too deep, or of another format."""


@frozen
class RubricFault(Fault):
    """A rubric that contradicts itself."""


@frozen
class SheetFault(Fault):
    """A sheet, or a set of sheets, that does not fit its rubric."""


@frozen
class FormulaFault(Fault):
    """A formula that has no answer for the values of a unit."""


@frozen
class RankingFault(Fault):
    """A ranking or a slate that was asked for something that is not there."""


@frozen
class PeriodFault(Fault):
    """Periods, or results of them, that do not fit together."""


@frozen
class ClusterFault(Fault):
    """A cluster asked for what it cannot do."""


@frozen
class DossierFault(Fault):
    """A fact that cannot be so, or a dossier that contradicts itself."""


@frozen
class RuleFault(Fault):
    """A condition, a rule or a law that contradicts itself."""


@frozen
class Faults(ThiduaError, ValueError):
    """All the faults found together; at least one."""

    faults: tuple[Fault, ...]
    """The faults, in the order of the document."""

    def __iter__(self) -> Iterator[Fault]:
        """Iterate over the faults."""
        return iter(self.faults)

    def __len__(self) -> int:
        """Return how many faults there are."""
        return len(self.faults)

    def __str__(self) -> str:
        """Return one line for each fault."""
        return "\n".join(str(fault) for fault in self.faults)

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

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

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
    "suggest",
]

Path: TypeAlias = tuple[str | int, ...]
"""Steps from the top of a document: names of fields and positions in lists."""

MAXIMUM_FAULTS = 100
"""After so many faults of one document or call, no more are looked for."""

F = TypeVar("F", bound="Fault")


def show_path(at: Path) -> str:
    """Write *at* as ``$.sections[1].formula``.

    Example:
        >>> show_path(("sections", 1, "formula"))
        '$.sections[1].formula'
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in at)


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

    what: str
    """What is wrong, with the value given."""

    todo: str = ""
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

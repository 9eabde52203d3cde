# SPDX-License-Identifier: MIT
"""Targets and how far they are at a part of the year (*tiến độ thực hiện chỉ tiêu*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import ClusterFault, Fault, Faults, suggest
from thidua.formula import (
    AroundTarget,
    Banded,
    Expression,
    Form,
    Proportional,
    Reported,
    Stepped,
    forms_in,
)
from thidua.formula.kernel import Constant, expression
from thidua.quantity import Number, exact
from thidua.quantity.typed import typed
from thidua.rubric import Better, Criterion, Measure, Rubric, Sheet
from thidua.rubric.plan import rows

__all__ = ["Progress", "Target", "progress", "targets_of"]


def _target(given: Expression | Number) -> Reported | Constant:
    taken = expression(given)
    if isinstance(taken, Reported | Constant):
        return taken
    what = f"a target is a number or a measure, given {taken!r}"
    raise ClusterFault(("to",), "target", what)


@final
@frozen(field_transformer=typed(ClusterFault))
class Target:
    """A result that is held against a target."""

    kind: ClassVar = "target"
    measure: str
    """Code of the measure of the result."""
    to: Reported | Constant = field(converter=_target)
    """The target: a number, or the code of the measure that holds it."""


@final
@frozen(field_transformer=typed(ClusterFault))
class Progress:
    """How far one unit is with one target."""

    kind: ClassVar = "progress"
    unit: str
    """Code of the unit."""
    name: str = field(kw_only=True)
    """Name of the unit, for people."""
    measure: str = field(kw_only=True)
    """Code of the measure."""
    result: Fraction = field(converter=exact, kw_only=True)
    """The result so far."""
    target: Fraction = field(converter=exact, kw_only=True)
    """The target of the whole year."""
    due: Fraction = field(converter=exact, kw_only=True)
    """What of the target is due by now: the target times the share of the year gone by."""
    projected: Fraction = field(converter=exact, kw_only=True)
    """The result of the year if it goes on as it did: the result so far over that share."""

    @property
    def behind(self) -> bool:
        """Whether the result so far is less than what is due by now (*chậm tiến độ*)."""
        return self.result < self.due


def targets_of(rubric: Rubric) -> tuple[Target, ...]:
    """Return every measure that a criterion holds against a target, in printed order.

    Measures of which less is better, and results or targets that are themselves computed,
    are left out: nothing says what of them is due halfway.
    """
    declared = {one.code: one for one in rubric.measures}
    found: dict[Target, None] = {}
    for row in rows(rubric):
        if isinstance(row.part, Criterion):
            for measure, to in _held(row.part.formula):
                named = declared.get(measure.code) if isinstance(measure, Reported) else None
                if (
                    isinstance(named, Measure)
                    and named.better is not Better.LOWER
                    and isinstance(to, Reported | Constant)
                ):
                    found[Target(named.code, to)] = None
    return tuple(found)


def _held(form: Form) -> Iterator[tuple[Expression, Expression]]:
    match form:
        case Proportional(measure, to) | Stepped(measure, to):
            yield measure, to
        case Banded(measure, to=to) if to is not None:
            yield measure, to
        case AroundTarget(measure, to):
            yield Reported(measure), Reported(to)
        case _:
            for inner in forms_in(form):
                yield from _held(inner)


def progress(
    rubric: Rubric,
    sheets: Iterable[Sheet],
    *,
    elapsed: Number,
    targets: Iterable[Target] | None = None,
) -> tuple[Progress, ...]:
    """Hold results so far against what is due by now.

    What is due, and what the year will come to, are projected in proportion: a target of 100
    is due with 50 at half of the year.

    Args:
        rubric: The rubric that declares the measures.
        sheets: Results so far, and targets of the whole year; one sheet for each unit.
        elapsed: Share of the year gone by, above 0 and up to 1: ``"0.5"``.
        targets: What to look at; absent, all that `targets_of` finds.

    Returns:
        One progress for each unit and target that both hold numbers, in the order of the
        sheets, then of the targets.

    Raises:
        Faults: If *elapsed* is not such a share, or a target names what the rubric does not
            declare as a number.

    Example:
        >>> from thidua import Criterion, Measure, Rubric, Sheet
        >>> from thidua.formula import Proportional
        >>> thu = Criterion("1", "Thu", maximum=10, formula=Proportional("thu", to=200))
        >>> rubric = Rubric("r", "R", measures=[Measure("thu", "Thu")], sections=[thu])
        >>> (one,) = progress(rubric, [Sheet("a", {"thu": 90})], elapsed="0.5")
        >>> one.behind, one.due, one.projected
        (True, Fraction(100, 1), Fraction(180, 1))
    """
    share = exact(elapsed)
    wanted = targets_of(rubric) if targets is None else tuple(targets)
    if faults := tuple(_faults(rubric, share, wanted)):
        raise Faults(faults)
    return tuple(
        Progress(
            sheet.unit,
            name=sheet.title,
            measure=one.measure,
            result=result,
            target=target,
            due=target * share,
            projected=result / share,
        )
        for sheet in sheets
        for one in wanted
        if (result := _number(sheet, Reported(one.measure))) is not None
        and (target := _number(sheet, one.to)) is not None
    )


def _number(sheet: Sheet, what: Reported | Constant) -> Fraction | None:
    if isinstance(what, Constant):
        return what.value
    entry = sheet.entry(what.code)
    return entry if isinstance(entry, Fraction) else None


def _faults(rubric: Rubric, share: Fraction, targets: tuple[Target, ...]) -> Iterator[Fault]:
    if not 0 < share <= 1:
        what = f"a share of the year is above 0 and up to 1, {share}"
        yield ClusterFault(("elapsed",), "not-a-share", what, 'write "0.5" for half of it')
    known = [one.code for one in rubric.measures if isinstance(one, Measure)]
    for index, target in enumerate(targets):
        codes = [target.measure, *([target.to.code] if isinstance(target.to, Reported) else [])]
        for code in codes:
            if code not in known:
                what = f"no measure {code!r}"
                at = ("targets", index)
                yield ClusterFault(at, "measure-unknown", what, suggest(code, known))

# SPDX-License-Identifier: MIT
"""Rubrics over whole frames: the points of `score`, a column for each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal, TypeVar, cast, final

import narwhals as nw
from attrs import field, frozen

from thidua.columns.demand import Demand, Output
from thidua.columns.engine import Engine, engine_of
from thidua.columns.entries import refuse_wrong
from thidua.columns.inputs import Layout
from thidua.columns.plan import FramePlan, make_plan
from thidua.columns.run import run
from thidua.columns.small import SMALL, compiled_points, is_small
from thidua.errors import Faults, RubricFault, SheetFault
from thidua.ranking import Grading
from thidua.ranking.grading_check import check_grading
from thidua.rubric import Measure, Rubric, check

__all__ = ["ColumnRubric", "columnar"]

_Frame = TypeVar("_Frame")
_MOST = 10**6
_ENDLESS = "measure {!r} may be any exact number, which no column of integers holds"


@final
@frozen(eq=False)
class ColumnRubric:
    """A rubric as columns (*chấm điểm theo bảng*)."""

    kind: ClassVar = "column_rubric"
    demand: Demand
    """What is asked for."""
    most_units: int
    """Most units of a cluster in frames that are not looked at beforehand."""
    most_items: int
    """Most items of a unit in such frames."""
    short: int
    """Most rows of frames whose points the compiled function computes."""
    _plans: dict[object, FramePlan] = field(factory=dict, init=False, repr=False)

    def score(self, frame: _Frame, items: Mapping[str, Any] | None = None) -> _Frame:
        """Return the points of every unit of *frame*, in a frame of the same kind.

        A frame that is a plan (lazy polars, DuckDB, PySpark) comes back as one: nothing is
        collected, and what is wrong with a unit stands in the column of faults, its numbers
        being null. Of frames that are there entries are looked at first.

        Args:
            frame: A row for each unit, with a column for each measure.
            items: For each list a frame with a row for each item, and the unit it is of.

        Returns:
            Units, clusters and what is kept, then whole numbers as `outputs` says. Null
            where something is pending or there is no answer; the rank of a unit also while
            another of its cluster has no points.

        Raises:
            Faults: If columns are missing or of another type, if numbers may not fit the
                engine's integers, or, of frames that are there, with all entries that are
                wrong.
        """
        units, lists, engine = self._taken(frame, items)
        ready = self._plan(units, lists, engine)
        done = None
        if is_small(ready, units, engine, self.short):
            done = compiled_points(ready, units)
        computed = done is not None
        if not computed and not engine.lazy:
            refuse_wrong(ready, units, lists)
        found = run(ready, done if computed else units, lists, engine, computed=computed)
        return cast("_Frame", found)

    def route(self, frame: object, items: Mapping[str, Any] | None = None) -> str:
        """Return what computes the points of a frame: ``"compiled"`` or ``"columns"``.

        Expressions cost some time however few the units are. Short frames that are there
        are computed by the function that `thidua.program` compiles, unless a unit lacks a
        number, states or lists are read, or peers are compared.
        """
        units, lists, engine = self._taken(frame, items)
        ready = self._plan(units, lists, engine)
        return "compiled" if is_small(ready, units, engine, self.short) else "columns"

    def outputs(self, frame: object, items: Mapping[str, Any] | None = None) -> tuple[Output, ...]:
        """Return what the columns are that come out of a frame like this one."""
        units, lists, engine = self._taken(frame, items)
        return self._plan(units, lists, engine).outputs

    def widths(self, frame: object, items: Mapping[str, Any] | None = None) -> Mapping[str, int]:
        """Return the bits of the integers that parts are computed in, by code."""
        units, lists, engine = self._taken(frame, items)
        return self._plan(units, lists, engine).widths

    def _taken(
        self, frame: Any, items: Mapping[str, Any] | None
    ) -> tuple[Any, Mapping[str, Any], Engine]:
        units = _known(frame, "the frame")
        engine = engine_of(units)
        lists = {code: _known(one, f"that of {code!r}") for code, one in (items or {}).items()}
        apart = [code for code, one in lists.items() if engine_of(one) != engine]
        if apart:
            what = f"{', '.join(map(repr, apart))} in frames of another kind than the units'"
            raise Faults((SheetFault((), "frame-unknown", what, "make them the same"),))
        return units, lists, engine

    def _plan(self, units: Any, lists: Mapping[str, Any], engine: Engine) -> FramePlan:
        schema = units.collect_schema()
        list_schemas = {code: one.collect_schema() for code, one in lists.items()}
        most_units = self.most_units if engine.lazy else _size(len(units))
        most_items = {
            code: self.most_items if engine.lazy else _size(len(one)) for code, one in lists.items()
        }
        key = (
            engine,
            tuple(schema.items()),
            most_units,
            tuple(
                (code, tuple(one.items()), most_items[code]) for code, one in list_schemas.items()
            ),
        )
        if key not in self._plans:
            self._plans[key] = make_plan(
                self.demand,
                engine,
                schema,
                list_schemas,
                sound=self.demand.layout.states is None,
                most_units=most_units,
                most_items=most_items,
            )
        return self._plans[key]


def _known(frame: Any, where: str) -> Any:
    try:
        return nw.from_native(frame)
    except TypeError:
        what = f"{where} is a {type(frame).__name__!r}"
        todo = "give a frame of polars, pandas, PyArrow, DuckDB or PySpark"
        raise Faults((SheetFault((), "frame-unknown", what, todo),)) from None


def _size(rows: int) -> int:
    """Return a round number of rows, so that plans serve frames of about one size."""
    return 1 << max(rows, 1).bit_length()


def columnar(
    rubric: Rubric,
    *,
    layout: Layout | None = None,
    grading: Grading | None = None,
    ties: Literal["share", "dense"] | None = None,
    percent: bool = False,
    keep: Iterable[str] = (),
    most_units: int = _MOST,
    most_items: int = _MOST,
    short: int = SMALL,
) -> ColumnRubric:
    """Make a rubric ready for frames of polars, pandas, PyArrow, DuckDB and PySpark.

    Args:
        rubric: The rubric.
        layout: How frames hold what units report.
        grading: How units come to classes; their names then come out as well.
        ties: How equal units share a rank within their cluster, as for `rank`; ranks then
            come out as well.
        percent: Whether percents of the maximum come out.
        keep: Columns that come out as they came in, besides units and clusters.
        most_units: Most units of a cluster, for frames that are plans. Proofs that sums fit
            rest on it. Of frames that are there the number of rows is known.
        most_items: Most items of a unit, in the same way.
        short: Most rows of frames whose points the compiled function computes, see
            `ColumnRubric.route`; 0 for none.

    Raises:
        Faults: With all that is wrong in the rubric, or the grading; or if a measure may be
            any exact number, which no column of integers holds.

    Example:
        >>> from thidua import Criterion, Measure
        >>> from thidua.formula import Proportional
        >>> points = Criterion("1", "Thu", maximum=40, formula=Proportional("thu", to=98))
        >>> rubric = Rubric("a", "A", measures=[Measure("thu", "Thu", places=1)], sections=[points])
        >>> import polars
        >>> frame = polars.DataFrame({"unit": ["bac-ha"], "thu": [49]})
        >>> columnar(rubric).score(frame).to_dicts()
        [{'unit': 'bac-ha', 'points_1': 980, 'total': 980, 'fault': None}]
        >>> columnar(rubric).outputs(frame)[0]
        Output(code='1', name='points_1', below=49, below_name=None)
    """
    if faults := check(rubric):
        raise Faults(faults)
    if grading is not None and (wrong := check_grading(rubric, grading)):
        raise Faults(wrong)
    listed = [*rubric.measures, *(one for items in rubric.items for one in items.measures)]
    if endless := tuple(
        RubricFault(("measures",), "not-columnar", _ENDLESS.format(one.code), "declare its places")
        for one in listed
        if isinstance(one, Measure) and one.places is None
    ):
        raise Faults(endless)
    demand = Demand(rubric, layout or Layout(), grading, ties, percent, tuple(keep))
    return ColumnRubric(demand, most_units, most_items, short)

# SPDX-License-Identifier: MIT
"""What makes a rubric unusable, all of it at once.

`check` asks whether a rubric has one meaning; whether that meaning is wise is another
question.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from thidua.errors import Path, RubricFault, first, suggest
from thidua.formula import Reads, is_too_deep, lower, reads
from thidua.formula.walk import MAXIMUM_DEPTH, Node, looks_too_deep, through_peers
from thidua.rubric.criterion import Criterion, Section
from thidua.rubric.form_check import KINDS, check_entered, check_form, crossing, twice
from thidua.rubric.measure import Choice, Indicator
from thidua.rubric.named import at_their_names
from thidua.rubric.plan import TOTAL, Row, expression_of, rows
from thidua.rubric.rubric import Rubric

__all__ = ["check", "reading_faults"]

MAXIMUM_CHAIN = 100
"""Longest chain of criteria and sections that each need the points of the next."""

MAXIMUM_LOOKS = 4
"""Deepest nesting of looks at peers; their peers look on, so each level takes its time again."""

_SPLIT = "compute the inner one in a criterion of its own, and use its Points"


@lru_cache(maxsize=64)
def check(rubric: Rubric) -> tuple[RubricFault, ...]:
    """Return the faults of *rubric*: of its codes, its tree, its formulas.

    After a hundred of them, one says that there are more.
    """
    return first(_each_once(_faults(rubric)))


def _each_once(faults: Iterator[RubricFault]) -> Iterator[RubricFault]:
    told: set[str] = set()
    for fault in faults:
        said = str(fault)
        if said not in told:
            told.add(said)
            yield fault


def _faults(rubric: Rubric) -> Iterator[RubricFault]:
    found = tuple(rows(rubric))
    yield from _codes(rubric, found)
    yield from _structure(rubric, found)
    shallow = {row.part.code: row for row in found if row.part.code != TOTAL}
    sound: list[tuple[Criterion, Path]] = []
    for row in found:
        if not isinstance(row.part, Criterion):
            continue
        at = (*row.at, "formula")
        expression = lower(row.part.formula, row.part.maximum)
        if is_too_deep(expression):
            what = f"the formula of {row.part.code!r} nests more than {MAXIMUM_DEPTH} deep"
            yield RubricFault(at, "too-deep", what, "split it with Points")
            shallow.pop(row.part.code, None)
            continue
        of_form = [*check_form(rubric, row.part, at)]
        sound.append((row.part, at))
        ask = partial(reading_faults, rubric, at=at, codes=set(shallow))
        told = {(fault.code, fault.what) for fault in of_form}
        reading = [one for one in ask(expression) if (one.code, one.what) not in told]
        yield from of_form
        yield from at_their_names(reading, row.part.formula, at, ask)
    yield from check_entered(rubric, sound)
    yield from _cycles(rubric, shallow)


def _codes(rubric: Rubric, found: tuple[Row, ...]) -> Iterator[RubricFault]:
    of_unit: list[tuple[str, Path]] = [
        (one.code, ("measures", i, "code")) for i, one in enumerate(rubric.measures)
    ]
    yield from twice(of_unit, "measure", "measure-twice")
    lists = [(one.code, ("items", i, "code")) for i, one in enumerate(rubric.items)]
    yield from twice(lists, "list of items", "items-twice")
    for i, listed in enumerate(rubric.items):
        at: Path = ("items", i, "measures")
        own = [(one.code, (*at, j, "code")) for j, one in enumerate(listed.measures)]
        yield from twice([*of_unit, *own], "measure", "measure-twice")
    parts: list[tuple[str, Path]] = [(row.part.code, (*row.at, "code")) for row in found]
    for code, at in parts:
        if code == TOTAL:
            what = f"a criterion or section is called {TOTAL!r}, the code of the total itself"
            yield RubricFault(at, "code-reserved", what, 'give it another, such as "T"')
    yield from twice(parts, "criterion", "criterion-twice")


def _structure(rubric: Rubric, found: tuple[Row, ...]) -> Iterator[RubricFault]:
    if not rubric.sections:
        yield RubricFault(("sections",), "empty", f"rubric {rubric.code!r} has no criteria")
    for row in found:
        if isinstance(row.part, Section) and not row.part.criteria:
            what = f"section {row.part.code!r} has no criteria"
            yield RubricFault((*row.at, "criteria"), "empty", what)
        if row.level == MAXIMUM_DEPTH:
            what = f"{row.part.kind} {row.part.code!r} stands more than {MAXIMUM_DEPTH} deep"
            yield RubricFault(row.at, "too-deep", what)
        yield from crossing(row.part.code, row.part.at_least, row.part.at_most, row.at)
    yield from crossing(TOTAL, rubric.at_least, rubric.at_most, ())


def reading_faults(rubric: Rubric, node: Node, at: Path, codes: set[str]) -> Iterator[RubricFault]:
    """Check that everything an expression reads is declared, and is of the kind it needs."""
    own = reads(node)
    if looks_too_deep(own, MAXIMUM_LOOKS):
        deep = f"looks at peers nest more than {MAXIMUM_LOOKS} deep"
        yield RubricFault(at, "too-deep", deep, _SPLIT)
    for what in through_peers(own):
        for code in sorted(what.nested):
            said = f"list {code!r} is folded again for each item of a list"
            yield RubricFault(at, "items-nested", said, _SPLIT)
        yield from _measures(rubric, what, at)
        for code in sorted(what.points - codes - {TOTAL}):
            hint = suggest(code, codes)
            yield RubricFault(at, "points-unknown", f"no criterion has the code {code!r}", hint)


def _measures(rubric: Rubric, what: Reads, at: Path) -> Iterator[RubricFault]:
    declared: dict[str, Indicator] = {one.code: one for one in rubric.measures}
    lists = {one.code: {each.code: each for each in one.measures} for one in rubric.items}
    for code in sorted(what.lists - set(lists)):
        hint = suggest(code, lists)
        yield RubricFault(at, "items-unknown", f"no list of items is called {code!r}", hint)
    for place, code in sorted(what.measures, key=str):
        known = ChainMap(lists.get(place or "", {}), declared)
        if code not in known:
            where = f"measure {code!r} is not declared"
            yield RubricFault(at, "measure-unknown", where, suggest(code, known))
        elif isinstance(known[code], Choice) and (place, code) in what.numbers:
            where = f"{code!r} is a choice, where a number is wanted"
            yield RubricFault(at, "measure-kind", where, "use Leveled or LevelIs")
    for place, code, level in sorted(what.levels, key=str):
        choice = ChainMap(lists.get(place or "", {}), declared).get(code)
        if isinstance(choice, Choice) and level not in choice.levels:
            where = f"choice {code!r} has no level {level!r}"
            yield RubricFault(at, "level-unknown", where, suggest(level, choice.levels))
        elif choice is not None and not isinstance(choice, Choice):
            where = f"{code!r} is {KINDS[type(choice)]}, where a choice is wanted"
            yield RubricFault(at, "measure-kind", where)


def _cycles(rubric: Rubric, shallow: Mapping[str, Row]) -> Iterator[RubricFault]:
    """Find criteria whose points depend on themselves, or on a long chain of others.

    Sections depend on their parts, and looks at peers count as well.
    """
    uses: dict[str, frozenset[str]] = {
        code: _points(expression_of(row.part)) for code, row in shallow.items()
    }
    uses[TOTAL] = _points(expression_of(rubric)) - {TOTAL}  # whoever took its code is told so
    links: dict[str, int] = {}
    told: set[str] = set()
    for start in [*shallow, TOTAL]:
        trail: list[str] = []
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            code, leaving = waiting.pop()
            if leaving:
                trail.pop()
                links[code] = 1 + max((links.get(one, 0) for one in uses[code]), default=0)
                if links[code] == MAXIMUM_CHAIN + 1:
                    at = shallow[code].at if code in shallow else ()
                    what = f"{code!r} depends on a chain of more than {MAXIMUM_CHAIN} others"
                    yield RubricFault(at, "too-deep", what, "let it depend on them directly")
            elif code in told:
                pass
            elif code in trail:
                told.add(code)
                loop = " → ".join([*trail[trail.index(code) :], code])
                at = shallow[code].at if code in shallow else ()
                yield RubricFault(at, "cycle", f"{code!r} depends on itself: {loop}")
            elif code not in links and code in uses:
                trail.append(code)
                waiting.append((code, True))
                waiting.extend((one, False) for one in sorted(uses[code]))


def _points(node: Node) -> frozenset[str]:
    return frozenset().union(*(what.points for what in through_peers(reads(node))))

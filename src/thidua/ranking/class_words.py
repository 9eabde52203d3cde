# SPDX-License-Identifier: MIT
"""Classes in words: what every unit has, what it would have needed, what barred it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from thidua.formula import Band, Compare, Constant, Relation, Wording
from thidua.formula.infix import predicate_text, range_text
from thidua.quantity import Interval, Language, show, show_interval, show_percent
from thidua.quantity.show import places_apart
from thidua.quantity.term import check_option
from thidua.ranking.ceiling import Verdict
from thidua.ranking.classes import Barred, Classed, Classes, Demotion, Lack
from thidua.ranking.grades import Grade, Minimum, tables_of
from thidua.ranking.quota import Ceiling
from thidua.ranking.table import no_maximum
from thidua.ranking.told_apart import possible_words
from thidua.rubric import RankedBy
from thidua.rubric.explain import Detail, wording_of

__all__ = [
    "ceiling_words",
    "class_words",
    "explain_class",
    "none_words",
    "note_on",
    "result_text",
    "verdict_words",
]


def explain_class(
    classes: Classes, unit: str, *, language: Language = "vi", detail: Detail = "medium"
) -> str:
    """Say in one sentence which class a unit has, and why no better one.

    Args:
        classes: The classes of a cluster.
        unit: Code of the unit.
        language: Vietnamese or English.
        detail: ``"short"``: the result and the class. ``"medium"``: also what barred the
            unit from better classes, and what it lacks of them. ``"long"``: also how far it
            is from each, in points, percent or what a condition compares.

    Raises:
        KeyError: If there is no such unit.
    """
    check_option("language", language, Language)
    check_option("detail", detail, Detail)
    wording = wording_of(classes.rubric, language)
    one = classes[unit]
    result = ""
    if one.value is not None:
        after = _after(one.by, wording, one.value.value)
        result = f"{result_text(classes, one.value, wording)}{after}: "
    note = "" if detail == "short" else note_on(classes, one, wording, far=detail == "long")
    return result + class_words(one, wording) + (f"; {note}" if note else "")


def class_words(one: Classed, wording: Wording) -> str:
    """Say which class a unit has, or may have."""
    if one.decided:
        if one.grade is None:
            return none_words(wording)
        return wording.pick(f"xếp loại {one.grade}", f"class {one.grade}")
    listed = possible_words(one.possible, wording.language)
    return wording.pick(f"còn có thể: {listed}", f"still possible: {listed}")


def none_words(wording: Wording) -> str:
    """Say that there is no class."""
    return possible_words((None,), wording.language)


def note_on(classes: Classes, one: Classed, wording: Wording, *, far: bool = False) -> str:
    """Say why a unit has no better class: quotas, knock-outs, what it lacks, how *far* it is."""
    notes = [_step(step, wording) for step in one.demoted]
    notes.extend(_bar(bar, wording) for bar in one.barred)
    if one.value is None:
        notes.append(no_maximum(wording.language))
    if one.level is None:
        notes.append(wording.pick("chờ xác định loại đơn vị", "its kind is awaited"))
    notes.extend(_missed(classes, one, wording, far=far))
    return "; ".join(notes)


def _missed(classes: Classes, one: Classed, wording: Wording, *, far: bool) -> Iterable[str]:
    """Say what the unit lacks of the classes above, up to one for which its result is too low."""
    tables = {level: table for level, table, _ in tables_of(classes.grading)}
    if one.level is None or one.possible == (None,):
        return
    grades = tables[one.level].grades
    names = [grade.name for grade in grades]
    worst = [name for name in one.possible if name is not None][-1]
    reach = [names.index(bar.to) for bar in one.barred if bar.to and not bar.open]
    for grade in reversed(grades[max(reach, default=0) : names.index(worst)]):
        lacks = [lack for lack in one.lacks if lack.grade == grade.name]
        if lacks:
            said = "; ".join(
                _need(lack, grade, one.by, wording)
                + (_missing(lack, grade, one.by, wording) if far else "")
                for lack in lacks
            )
            yield wording.pick(f"{grade.name} cần {said}", f"{grade.name} needs {said}")
        if any(lack.demand is None and not lack.open for lack in lacks):
            return


def _need(lack: Lack, grade: Grade, by: RankedBy, wording: Wording) -> str:
    still = wording.pick(" (chưa rõ)", " (open)") if lack.open else ""
    if lack.demand is None:
        after = _after(by, wording)
        return (
            range_text(Band(0, at_least=grade.at_least, above=grade.above), wording, after) + still
        )
    if isinstance(lack.demand, Minimum):
        return _least(lack.demand, lack, wording) + still
    text = predicate_text(lack.demand, wording)
    if isinstance(lack.demand, Compare) and lack.found is not None:
        right = lack.demand.right
        places = _held_against(lack, right.value if isinstance(right, Constant) else None)
        has = show_interval(lack.found, wording.language, places)
        text += wording.pick(f", hiện {has}", f", has {has}")
        if lack.against is not None:
            against = show_interval(lack.against, wording.language, places)
            text += wording.pick(f" so với {against}", f" against {against}")
    return text + still


def _least(minimum: Minimum, lack: Lack, wording: Wording) -> str:
    share = show_percent(minimum.share, wording.language)
    text = wording.pick(
        f"từ {share} điểm tối đa của mục {minimum.code}",
        f"{share} of the maximum of {minimum.code}",
    )
    if lack.found is None or lack.against is None:
        return text
    whole = lack.against.value
    places = _held_against(lack, None if whole is None else minimum.share * whole)
    has = f"{show_interval(lack.found, wording.language, places)}/"
    has += show_interval(lack.against, wording.language, places)
    return text + wording.pick(f", hiện {has}", f", has {has}")


def _missing(lack: Lack, grade: Grade, by: RankedBy, wording: Wording) -> str:
    """Say how far what the unit has is from what it needs, where both are certain."""
    found = None if lack.found is None else lack.found.value
    whole = None if lack.against is None else lack.against.value
    unit: str | RankedBy
    match lack.demand:
        case None:
            goal, relation, unit = grade.low, Relation.GREATER_OR_EQUAL, by
            relation = Relation.GREATER if grade.above is not None else relation
        case Minimum(share=share):
            goal, relation = None if whole is None else share * whole, Relation.GREATER_OR_EQUAL
            unit = RankedBy.POINTS
        case Compare(left, relation, right):
            goal = right.value if isinstance(right, Constant) else whole
            unit = wording.unit(left) and f" {wording.unit(left)}"
        case _:
            return ""
    if found is None or goal is None or found == goal or lack.open:
        return ""  # a bound that is just not passed speaks for itself
    missing = abs(goal - found)
    after = _after(unit, wording, missing) if isinstance(unit, RankedBy) else unit
    size = show(missing, wording.language, places_apart([missing, Fraction(0)], 6)) + after
    match relation:
        case Relation.GREATER_OR_EQUAL:
            return wording.pick(f", còn thiếu {size}", f", {size} short")
        case Relation.GREATER:
            return wording.pick(f", còn thiếu hơn {size}", f", more than {size} short")
        case Relation.LESS_OR_EQUAL:
            return wording.pick(f", vượt {size}", f", {size} too many")
        case Relation.LESS:
            return wording.pick(f", phải bớt hơn {size}", f", more than {size} too many")
        case Relation.EQUAL | Relation.NOT_EQUAL:
            return ""
        case _:
            assert_never(relation)


def _bar(bar: Barred, wording: Wording) -> str:
    if bar.to is None:
        best = none_words(wording)
    else:
        best = wording.pick(f"cao nhất là {bar.to}", f"{bar.to} at best")
    text = f"{bar.reason}: {best}"
    return text + wording.pick(" (chưa rõ)", " (open)") if bar.open else text


def _step(step: Demotion, wording: Wording) -> str:
    quota = ceiling_words(step.ceiling, wording)
    return wording.pick(
        f"đủ điều kiện {step.before} nhưng đã hết chỉ tiêu {quota}",
        f"fit for {step.before}, but the quota of {quota} is used up",
    )


def ceiling_words(ceiling: Ceiling, wording: Wording) -> str:
    """Write the share of a ceiling, or its number."""
    if ceiling.share is not None:
        return show_percent(ceiling.share, wording.language)
    return str(ceiling.number)


def verdict_words(verdict: Verdict, names: Iterable[tuple[str, str]], wording: Wording) -> str:
    """Say how a ceiling is kept: ``thừa 1``; and who is at the line, by name."""
    if verdict.kept is None:
        text = wording.pick("chưa rõ", "open")
    elif verdict.kept:
        short = wording.pick(f"thiếu {verdict.short}", f"{verdict.short} short")
        text = short if verdict.short else wording.pick("đạt", "kept")
    elif verdict.over is None:
        least = (verdict.after + -verdict.most).low
        text = wording.pick(f"thừa ít nhất {least}", f"at least {least} over")
    else:
        text = wording.pick(f"thừa {verdict.over}", f"{verdict.over} over")
    if verdict.open:
        named = dict(names)
        listed = ", ".join(named[unit] for unit in verdict.open)
        text += wording.pick(
            f"; chưa phân định được {listed}, hội nghị quyết định",
            f"; nothing tells {listed} apart, the conference decides",
        )
    return text


def _after(by: RankedBy, wording: Wording, amount: Fraction | None = None) -> str:
    if by is RankedBy.PERCENT:
        return wording.pick(" %", "%")
    return wording.pick(" điểm", " point" if amount == 1 else " points")


def result_text(classes: Classes, value: Interval, wording: Wording) -> str:
    """Write points or percent, with as many decimals as tell them from the bounds of classes."""
    grades = [grade for _, table, _ in tables_of(classes.grading) for grade in table.grades]
    bounds = [grade.low for grade in grades]
    places = places_apart([value.low, value.high, *bounds])
    return show_interval(value, wording.language, places)


def _held_against(lack: Lack, *others: Fraction | None) -> int:
    """Return with how many decimals what is found differs from what is asked for."""
    ends = [end for one in (lack.found, lack.against) if one for end in (one.low, one.high)]
    return places_apart([*ends, *others])

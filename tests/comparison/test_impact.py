# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - messages stand in full, as people read them
from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from thidua.comparison import (
    Alone,
    GradeShift,
    Impact,
    PartImpact,
    RankShift,
    Shift,
    Trend,
    UnitImpact,
    explain_impact,
    impact,
    impact_table,
)
from thidua.errors import Faults
from thidua.formula import Compare, DirectEntry
from thidua.quantity import Given, Interval, State
from thidua.ranking import (
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    KnockOut,
    Ranking,
    classify,
    rank,
)
from thidua.rubric import (
    Choice,
    Criterion,
    Indicator,
    Measure,
    Rubric,
    Scores,
    Section,
    Sheet,
    score,
)

MEASURES: list[Indicator] = [
    Measure("hoc", "Học tập", places=1),
    Measure("loi", "Lỗi"),
    Choice("loai", "Loại", ("xã", "phường")),
]
STUDY = Criterion("1", "Học tập", maximum=80, formula=DirectEntry("hoc"))
FAULTS = Criterion("2", "Lỗi", maximum=0, formula=DirectEntry("loi", most=20), role="penalty")
OLD = Rubric("cu", "Bảng điểm cũ", measures=MEASURES, sections=[STUDY, FAULTS])
NEW = Rubric(
    "moi",
    "Bảng điểm mới",
    measures=MEASURES,
    sections=[
        Section(
            "A",
            "Nền nếp",
            role="penalty",
            criteria=[evolve(FAULTS, code="A.1", role="standard", at_most=5)],
        ),
        evolve(STUDY, at_most=70),
    ],
)
TABLE = GradeTable(
    [Grade("Tốt", at_least=65), Grade("Khá", at_least=55), Grade("Đạt")],
    knock_outs=[KnockOut("quá nhiều lỗi", Compare("loi", ">", 19))],
)


def sheets(entries: Mapping[str, tuple[Given, Given]]) -> list[Sheet]:
    """Return a sheet for each unit, of what it studied and its faults."""
    return [
        Sheet(unit, {"hoc": study, "loi": faults, "loai": "xã"}, name=unit.upper())
        for unit, (study, faults) in entries.items()
    ]


def both(
    entries: Mapping[str, tuple[Given, Given]], more: Mapping[str, tuple[Given, Given]]
) -> tuple[Scores, Scores]:
    """Return the scores by the old rubric, and by the new one, which has *more* units."""
    return score(OLD, sheets(entries)), score(NEW, sheets({**entries, **more}))


CERTAIN = both({"a": (80, 0), "b": (72, 10), "c": (60, 4), "d": (71, 1)}, {})
OPEN = both({"a": (80, 0), "b": (72, 10), "c": (60, State.NOT_DUE), "x": (50, 0)}, {"y": (40, 0)})
OPEN = (OPEN[0], Scores(NEW, tuple(one for one in OPEN[1] if one.unit != "x")))


def ranked(scores: tuple[Scores, Scores]) -> tuple[Ranking, Ranking]:
    """Return both rankings."""
    return rank(scores[0], ties="share"), rank(scores[1], ties="share")


def classed(scores: tuple[Scores, Scores]) -> tuple[Classes, Classes]:
    """Return both sets of classes."""
    return classify(scores[0], TABLE), classify(scores[1], TABLE)


def test_who_gains_and_who_loses() -> None:
    """Points, rank and class of each unit are compared, the rank the better the lower."""
    found = impact(*CERTAIN, rankings=ranked(CERTAIN), classes=classed(CERTAIN))

    assert (
        UnitImpact(
            "b",
            "B",
            points=Shift(Interval(62, 62), Interval(65, 65)),
            percent=Shift(Interval("77.5", "77.5"), Interval("81.25", "81.25")),
            rank=RankShift(Interval(3, 3), Interval(3, 3)),
            grade=GradeShift(("Khá",), ("Tốt",), Trend.GAINS),
        )
        == found["b"]
    )
    assert (("b",), ("a", "d"), ("c",)) == tuple(
        found.having(trend) for trend in (Trend.GAINS, Trend.LOSES, Trend.SAME)
    )
    assert ("b",) == found.having(Trend.GAINS, "grade")
    assert 4 == len(found) == len([*found])


def test_what_is_open_can_still_change() -> None:
    """A provisional score is compared as an interval, and units of one result are named."""
    found = impact(*OPEN, rankings=ranked(OPEN), classes=classed(OPEN))

    assert Shift(Interval(40, 60), Interval(55, 60)) == found["c"].points
    assert Interval(-5, 20) == found["c"].points.change
    assert (Trend.OPEN, Trend.OPEN) == (found["c"].trend("points"), found["c"].trend("grade"))
    assert (Alone("x", "X"),) == found.only_old
    assert (Alone("y", "Y"),) == found.only_new


def test_parts_are_compared_as_they_count() -> None:
    """Penalties count below zero, in whatever part the role stands; what is not there is 0."""
    found = impact(*CERTAIN, parts=True)["b"]

    assert (
        PartImpact("", "2", "Lỗi", Shift(Interval(-10, -10), Interval(0, 0))),
        PartImpact("A", "", "Nền nếp", Shift(Interval(0, 0), Interval(-5, -5))),
        PartImpact("A.1", "", "Lỗi", Shift(Interval(0, 0), Interval(-5, -5))),
        PartImpact("1", "1", "Học tập", Shift(Interval(72, 72), Interval(70, 70))),
    ) == tuple(sorted(found.parts, key=lambda one: ["", "A", "A.1", "1"].index(one.code)))
    assert () == impact(*CERTAIN)["b"].parts


def test_a_unit_that_is_not_ranked_does_not_compare() -> None:
    """Without a rank on one side there is no gain; without one on both, nothing changes."""
    old = rank(CERTAIN[0], ties="share", excluded={"a": "mới", "b": "mới"})
    new = rank(CERTAIN[1], ties="share", excluded={"a": "mới"})
    found = impact(*CERTAIN, rankings=(old, new))

    assert Trend.SAME is found["a"].trend("rank")
    assert Trend.DIFFERS is found["b"].trend("rank")
    assert "B: điểm tăng 3 (62 → 65); hạng không so sánh được (không xếp hạng → 2)" == (
        explain_impact(found, "b")
    )


def test_ranks_of_two_groups_do_not_compare() -> None:
    """A unit that came to another group has no better rank for that."""
    groups = dict.fromkeys("abcd", "I")
    old = rank(CERTAIN[0], ties="share", groups=groups)
    new = rank(CERTAIN[1], ties="share", groups={**groups, "c": "II"})
    found = impact(*CERTAIN, rankings=(old, new))

    assert "C: points unchanged (56); rank not comparable (4 (I) → 1 (II))" == explain_impact(
        found, "c", language="en"
    )
    assert "D: points down 1 (70 → 69); rank unchanged (2)" == explain_impact(
        found, "d", language="en"
    )


def test_a_percent_of_nothing_does_not_compare() -> None:
    """Where no maximum applies there is no percent; on both sides that is the same."""
    nothing = Shift(None, None)

    assert (None, Trend.SAME) == (nothing.change, nothing.trend)
    assert Trend.DIFFERS is Shift(None, Interval(1, 1)).trend


def test_classes_of_two_tables_do_not_compare() -> None:
    """Another table has other classes; one of the same name is taken for the same."""
    other = GradeTable([Grade("Xuất sắc", at_least=69), Grade("Khá")])
    classes = classify(CERTAIN[0], TABLE), classify(CERTAIN[1], other)
    found = impact(*CERTAIN, classes=classes)

    assert GradeShift(("Khá",), ("Khá",), Trend.SAME) == found["b"].grade
    assert GradeShift(("Tốt",), ("Xuất sắc",), Trend.DIFFERS) == found["a"].grade


def test_no_class_stands_beneath_the_last() -> None:
    """A unit that is no longer knocked out gains."""
    mild = GradeTable(TABLE.grades)
    scores = both({"a": (80, 20)}, {})
    found = impact(*scores, classes=(classify(scores[0], TABLE), classify(scores[1], mild)))

    assert GradeShift((None,), ("Tốt",), Trend.GAINS) == found["a"].grade
    assert "A: điểm tăng 5 (60 → 65); xếp loại lên (không xếp loại → Tốt)" == explain_impact(
        found, "a"
    )


def test_classes_by_kind_are_compared_in_the_table_of_the_kind() -> None:
    """Classes are better or worse within one table; while the kind is open, so is that."""
    tables = GradeTables("loai", {"xã": TABLE, "phường": GradeTable(TABLE.grades[1:])})
    listed = [
        Sheet("a", {"hoc": 75, "loi": 20, "loai": "xã"}),
        Sheet("b", {"hoc": 75, "loi": 12, "loai": State.NOT_DUE}),
    ]
    scores = score(OLD, listed), score(NEW, listed)
    found = impact(*scores, classes=(classify(scores[0], tables), classify(scores[1], tables)))

    assert GradeShift((None,), (None,), Trend.SAME) == found["a"].grade
    assert Trend.OPEN is found["b"].trend("grade")


def test_a_class_may_be_lost() -> None:
    """A unit whose class is certainly worse loses, in words as well."""
    found = impact(CERTAIN[1], CERTAIN[0], classes=(classed(CERTAIN)[1], classed(CERTAIN)[0]))

    assert "B: điểm giảm 3 (65 → 62); xếp loại xuống (Tốt → Khá)" == explain_impact(found, "b")


def test_an_unknown_unit_is_an_error() -> None:
    """A unit that not both results have is refused, with the one that was meant."""
    with pytest.raises(KeyError, match="no unit 'x' in both; known are 'a', 'b', 'c'"):
        impact(*OPEN)["x"]


def said(old: Scores, new: Scores, **options: object) -> str:
    """Return what is said of results that do not fit each other."""
    with pytest.raises(Faults) as caught:
        impact(old, new, **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_results_without_a_common_unit_are_refused() -> None:
    """If no unit has both scores there is nothing to compare."""
    other = score(NEW, sheets({"z": (1, 1)}))

    assert (
        "$.new: no unit has both scores, the old are of ['a', 'b', 'c'], the new of ['z']; "
        "score the same units with both rubrics"
    ) == said(CERTAIN[0], other)


def test_rankings_and_classes_are_of_their_scores() -> None:
    """Rankings and classes the wrong way round, or of other units, are refused all at once."""
    old, new = CERTAIN
    few = Scores(old.rubric, old.units[:3])
    rankings = rank(new, ties="share"), rank(new, ties="share")
    more = both({"a": (80, 0), "b": (72, 10), "c": (60, 4), "d": (71, 1), "e": (1, 1)}, {})

    assert """\
$.rankings[0]: unit 'a' was not ranked by its old score; give the ranking of the old scores, then that of the new
$.rankings[0]: unit 'b' was not ranked by its old score; give the ranking of the old scores, then that of the new
$.rankings[0]: unit 'd' was not ranked by its old score; give the ranking of the old scores, then that of the new
$.classes[0]: unit 'd' is not in the old classes; known are 'a', 'b', 'c'
$.classes[1]: unit 'e' of the new classes has no score; known are 'a', 'b', 'c', 'd'
$.classes[1]: the new classes are not of the new rubric, 'cu'; give the classes of the old scores, then those of the new""" == said(
        old, new, rankings=rankings, classes=(classify(few, TABLE), classify(more[0], TABLE))
    )


# --- tables -----------------------------------------------------------------


def test_an_impact_as_text() -> None:
    """Old and new stand side by side; what can still change is noted and counted."""
    found = impact(*OPEN, rankings=ranked(OPEN), classes=classed(OPEN), parts=True)

    assert """\
Tác động của bảng điểm mới

Đơn vị       Điểm cũ      Điểm mới    Chênh lệch  Hạng cũ  Hạng mới  Loại cũ                           Loại mới                 Ghi chú
------  ------------  ------------  ------------  -------  --------  --------------------------------  -----------------------  -----------------------------------------
A                 80            70           -10        1         1  Tốt                               Tốt
B                 62            65            +3        2         2  Khá                               Tốt
C       từ 40 đến 60  từ 55 đến 60  từ -5 đến 20      3-4         3  Khá hoặc Đạt hoặc không xếp loại  Khá hoặc không xếp loại  còn có thể thay đổi: điểm, hạng, xếp loại

Điểm (số đơn vị): 1 tăng, 1 giảm, 1 còn có thể thay đổi
Hạng (số đơn vị): 2 giữ nguyên, 1 còn có thể thay đổi
Xếp loại (số đơn vị): 1 lên, 1 giữ nguyên, 1 còn có thể thay đổi
Chỉ có kết quả cũ: X
Chỉ có kết quả mới: Y

A

Mã  Nội dung  Cũ  Mới  Chênh lệch
--  --------  --  ---  ----------
1   Học tập   80   70         -10

B

Mã   Nội dung   Cũ  Mới  Chênh lệch
---  --------  ---  ---  ----------
A    Nền nếp     0   -5          -5
A.1  Lỗi         0   -5          -5
1    Học tập    72   70          -2
2    Lỗi       -10    0         +10

C

Mã   Nội dung            Cũ          Mới   Chênh lệch
---  --------  ------------  -----------  -----------
A    Nền nếp              0  từ -5 đến 0  từ -5 đến 0
A.1  Lỗi                  0  từ -5 đến 0  từ -5 đến 0
2    Lỗi       từ -20 đến 0            0  từ 0 đến 20""" == impact_table(
        found, title="Tác động của bảng điểm mới"
    )


def test_an_impact_as_markdown_in_english() -> None:
    """Where one of the rubrics ranks by percent, percents stand there too."""
    by_percent = score(evolve(NEW, ranked_by="percent"), [one.sheet for one in CERTAIN[1]])

    assert """\
| Unit | Old points | New points | Change | Old % | New % | Change of % | Note |
|---|---:|---:|---:|---:|---:|---:|---|
| A | 80 | 70 | -10 | 100 | 87.5 | -12.5 |  |
| B | 62 | 65 | +3 | 77.5 | 81.25 | +3.75 |  |
| C | 56 | 56 | 0 | 70 | 70 | 0 |  |
| D | 70 | 69 | -1 | 87.5 | 86.25 | -1.25 |  |

Points (units): 1 up, 2 down, 1 unchanged

Percent (units): 1 up, 2 down, 1 unchanged""" == impact_table(
        impact(CERTAIN[0], by_percent), language="en", markup="markdown"
    )
    assert "A: điểm giảm 10 (80 → 70); tỷ lệ giảm 12,5 (100 → 87,5)" == explain_impact(
        impact(CERTAIN[0], by_percent), "a"
    )


def test_an_impact_on_nobody_has_a_table() -> None:
    """An impact that was read from elsewhere may be of nobody, or of ranks for some."""
    one = impact(*CERTAIN, rankings=ranked(CERTAIN), classes=classed(CERTAIN))
    mixed = Impact((evolve(one["a"], rank=None, grade=None), one["b"]))

    assert (
        "Unit  Old points  New points  Change  Note"
        == (impact_table(Impact(()), language="en").splitlines()[0])
    )
    assert "A: points down 10 (80 → 70)" == explain_impact(mixed, "a", language="en")
    assert ["A", "80", "70", "-10"] == impact_table(mixed).splitlines()[2].split()


def test_small_gains_have_their_sign() -> None:
    """A gain that is rounded when shown keeps its sign before the number."""
    small = UnitImpact(
        "a",
        "A",
        points=Shift(Interval(0, 0), Interval("1/3", "1/3")),
        percent=Shift(None, Interval(1, 1)),
    )
    found = Impact((small,), new_ranked_by="percent")

    assert ("| A | 0 | ≈ 0.33 | ≈ +0.33 | none | 1 |  | not comparable: percent |") == impact_table(
        found, language="en", markup="markdown"
    ).splitlines()[2]


def test_the_least_change_is_seen() -> None:
    """Results and gains have the decimals that tell them apart, and from nothing."""
    small = UnitImpact(
        "a",
        "A",
        points=Shift(Interval("20/3", "20/3"), Interval("6.666", "6.666")),
        percent=Shift(Interval(50, 50), Interval("50.001", "50.001")),
    )
    found = Impact((small,), old_ranked_by="percent", new_ranked_by="percent")

    assert "A: điểm giảm ≈ 0,001 (≈ 6,667 → 6,666); tỷ lệ tăng 0,001 (50 → 50,001)" == (
        explain_impact(found, "a")
    )

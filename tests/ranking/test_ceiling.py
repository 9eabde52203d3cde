# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - tables stand as people read them
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import pytest

from thidua.errors import Faults
from thidua.formula import Compare, DirectEntry
from thidua.quantity import Given, Interval, Language, State
from thidua.ranking import (
    Ceiling,
    Classes,
    Grade,
    GradeTable,
    GradeTables,
    Grading,
    KnockOut,
    LimitedClasses,
    Ranking,
    classes_table,
    classify,
    explain_class,
    limit,
    rank,
)
from thidua.rubric import Choice, Criterion, Measure, Question, Rubric, Scores, Sheet, score

RUBRIC = Rubric(
    "r",
    "Bảng điểm",
    measures=[
        Measure("diem", "Điểm"),
        Question("moi", "Mới lập"),
        Choice("loai", "Loại", ["xã", "phường"]),
    ],
    sections=[Criterion("1", "Điểm", maximum=100, formula=DirectEntry("diem"))],
)
NEW = KnockOut("mới lập", Compare("moi", "==", 1))
TABLE = GradeTable(
    [Grade("A", at_least=90), Grade("B", at_least=80), Grade("C", at_least=50), Grade("D")],
    knock_outs=[NEW],
)
BY_KIND = GradeTables("loai", {"xã": TABLE, "phường": TABLE})


def _scores(points: Mapping[str, Given], kind: Given = "xã") -> Scores:
    """Return the scores of units by name; one whose name begins with ``x`` is new."""
    return score(
        RUBRIC,
        [
            Sheet(
                name.lower(),
                {"diem": value, "moi": name.startswith("X"), "loai": kind},
                name=name,
            )
            for name, value in points.items()
        ],
    )


def _limit(
    points: Mapping[str, Given],
    *ceilings: Ceiling,
    grading: Grading = TABLE,
    ties: Literal["share"] = "share",
) -> LimitedClasses:
    scores = _scores(points)
    return limit(classify(scores, grading), ceilings, rank(scores, ties=ties))


def _grades(classes: Classes) -> dict[str, str | None]:
    return {unit.name: unit.grade for unit in classes}


FIVE = {"Sa Pa": 99, "Bắc Hà": 95, "Bát Xát": 95, "Văn Bàn": 91, "Bảo Yên": 85}


def test_the_lowest_ranked_fall() -> None:
    """Those over a ceiling fall to the next class, from the last rank up."""
    limited = _limit(FIVE, Ceiling("A", number=3, leftover="demote"))
    (verdict,) = limited.verdicts

    assert ["A", "A", "A", "B", "B"] == list(_grades(limited.classes).values())
    assert (Interval(4, 4), Interval(3, 3)) == (verdict.before, verdict.after)
    assert (True, 0, 0, ()) == (verdict.kept, verdict.over, verdict.short, verdict.open)
    assert limited.kept
    assert ("91 points: class B; fit for A, but the quota of 3 is used up") == explain_class(
        limited.classes, "văn bàn", language="en"
    )


def test_ties_at_the_line_stay() -> None:
    """Of units that share the rank at the line none falls, and all are named."""
    limited = _limit(FIVE, Ceiling("A", share="0.4", leftover="demote"))
    (verdict,) = limited.verdicts

    assert ["A", "A", "A", "B", "B"] == list(_grades(limited.classes).values())
    assert (False, 1) == (verdict.kept, verdict.over)
    assert ("bát xát", "bắc hà") == verdict.open
    assert limited.kept is False


def test_a_tie_within_what_falls_is_no_tie_at_the_line() -> None:
    """Units that share a rank fall together where all of them must."""
    limited = _limit(FIVE, Ceiling("A", number=1, leftover="demote"))

    assert ["A", "B", "B", "B", "B"] == list(_grades(limited.classes).values())
    assert limited.kept


def test_worse_classes_fall_first() -> None:
    """Where classes are counted together, who has the worse one falls first."""
    pool = Ceiling(["A", "B"], share="0.8", leftover="demote")
    limited = _limit(FIVE, pool, Ceiling("A", share="0.25", within=0, leftover="demote"))

    assert ["A", "B", "B", "B", "C"] == list(_grades(limited.classes).values())
    assert [Interval(4, 4), Interval(1, 1)] == [one.most for one in limited.verdicts]
    assert limited.kept


def test_a_fall_may_exceed_another_ceiling() -> None:
    """Demotions go on until every ceiling that demotes is kept, whatever their order."""
    second = Ceiling("B", number=1, leftover="demote")
    first = Ceiling("A", number=1, leftover="demote")
    points = {"a": 99, "b": 95, "c": 92, "d": 85, "e": 84}

    for order in ([first, second], [second, first]):
        limited = _limit(points, *order)

        assert ["A", "B", "C", "C", "C"] == list(_grades(limited.classes).values())
        assert limited.kept
        assert [("A", "B"), ("B", "C")] == [
            (step.before, step.after) for step in limited.classes["c"].demoted
        ]


def test_a_fall_passes_over_what_a_unit_lacks() -> None:
    """The next class is one of which the unit lacks nothing."""
    table = GradeTable(
        [
            Grade("A", at_least=90),
            Grade("B", at_least=80, requires=Compare("moi", "==", 1)),
            Grade("C"),
        ]
    )
    limited = _limit({"a": 99, "b": 95}, Ceiling("A", number=1, leftover="demote"), grading=table)

    assert "C" == limited.classes["b"].grade


def test_a_report_moves_nobody() -> None:
    """Without a word on the leftover, what is over or short is only told."""
    limited = _limit(FIVE, Ceiling("A", number=1), Ceiling("B", share=1), Ceiling("C", number=0))

    assert ["A", "A", "A", "A", "B"] == list(_grades(limited.classes).values())
    assert [(3, 0), (0, 4), (0, 0)] == [(one.over, one.short) for one in limited.verdicts]


OPEN: dict[str, Given] = {"a": 99, "b": State.NOT_DUE, "X": State.NOT_DUE, "c": 85}


def test_open_classes_make_open_verdicts() -> None:
    """While classes are open so is what depends on them, and nobody falls for it."""
    limited = _limit(
        OPEN,
        Ceiling("A", number=1, leftover="demote"),
        Ceiling("A", number=0, leftover="demote"),
        Ceiling("A", number=2),
        Ceiling("D", share="0.5", of=["A", "D"]),
    )

    assert classes_of(limited) == {
        "a": ("A",),
        "b": ("A", "B", "C", "D"),
        "x": (None,),
        "c": ("B",),
    }
    assert [None, False, True, None] == [one.kept for one in limited.verdicts]
    assert [None] * 4 == [one.over for one in limited.verdicts]
    assert [None] * 4 == [one.short for one in limited.verdicts]
    assert limited.kept is False
    assert _limit(OPEN, Ceiling("A", number=1)).kept is None
    assert Interval(1, 2) == limited.verdicts[3].base


def classes_of(limited: LimitedClasses) -> dict[str, tuple[str | None, ...]]:
    """Return what every unit may have."""
    return {unit.unit: unit.possible for unit in limited.classes}


def test_open_ranks_at_the_line() -> None:
    """Where ranks may still change, who falls is open."""
    table = GradeTable([Grade("A", requires=Compare("moi", "==", 0)), Grade("B")])
    points: dict[str, Given] = {"a": 99, "b": State.NOT_DUE, "c": 1}
    limited = _limit(points, Ceiling("A", number=1, leftover="demote"), grading=table)

    assert ("a", "b", "c") == limited.verdicts[0].open
    assert _grades(limited.classes) == {"a": "A", "b": "A", "c": "A"}


def test_units_of_no_kind_do_not_fall() -> None:
    """While the kind of a unit is open, so is which class is its next."""
    scores = _scores({"a": 99, "b": 95}, State.NOT_DUE)
    classes = classify(scores, BY_KIND)
    ceiling = Ceiling("A", number=1, leftover="demote")
    limited = limit(classes, [ceiling], rank(scores, ties="share"))

    assert ("b",) == limited.verdicts[0].open
    assert _grades(limited.classes) == {"a": "A", "b": "A"}


def test_who_falls_is_open_where_a_counted_class_is() -> None:
    """A unit that is counted whichever class it gets is open, and may fall before others."""
    table = GradeTable(
        [Grade("A", requires=Compare("moi", "==", 0)), Grade("B", at_least=50), Grade("C")]
    )
    scores = score(
        RUBRIC,
        [
            Sheet("a", {"diem": 99, "moi": State.NOT_DUE, "loai": "xã"}),
            Sheet("b", {"diem": 95, "moi": True, "loai": "xã"}),
        ],
    )
    ranking = rank(scores, ties="share")
    one, none = (Ceiling(["A", "B"], number=n, leftover="demote") for n in (1, 0))
    limited = limit(classify(scores, table), [one, none], ranking)
    first, second = limited.verdicts

    assert {"a": ("A", "B"), "b": ("C",)} == classes_of(limited)
    assert (True, ()) == (first.kept, first.open)
    assert (False, ("a",)) == (second.kept, second.open)


def _faults(
    classes: Classes, ceilings: Sequence[Ceiling], ranking: Ranking | None = None
) -> list[str]:
    with pytest.raises(Faults) as caught:
        limit(classes, ceilings, ranking)
    return [str(fault) for fault in caught.value]


def test_faults() -> None:
    """Whatever a ceiling cannot do is told, all at once."""
    scores = _scores({"a": 99, "b": 95, "X": 1})
    classes = classify(scores, TABLE)
    grouped = rank(scores, ties="share", groups={"a": "1", "b": "2", "x": "2"})
    lacking = rank(scores, ties="share", excluded={"a": "vắng", "x": "vắng"})

    assert [
        "$.ceilings[0].grades[0]: no class 'a'; known are 'A', 'B', 'C', 'D'",
        "$.ceilings[0].of[1]: no class 'E'; known are 'A', 'B', 'C', 'D'",
        (
            "$.ceilings[1].within: no ceiling 1 before this one; "
            "put a ceiling behind the one it is a share of"
        ),
        "$.ceilings[2].grades: no class stands beneath 'D'; report it only",
        "$.ceilings[2].leftover: nobody can be demoted without a ranking; give the ranking",
    ] == _faults(
        classes,
        [
            Ceiling("a", share=1, of=["A", "E"]),
            Ceiling("A", share=1, within=1),
            Ceiling("D", share=1, leftover="demote"),
        ],
    )
    demote = [Ceiling("A", share=1, leftover="demote")]

    assert [
        (
            "$.ceilings[0].leftover: ranks of different groups cannot be compared; "
            "rank the whole cluster"
        )
    ] == _faults(classes, demote, grouped)
    assert [
        "$.ceilings[0].leftover: unit 'a' has a class and no rank; rank it, or report only"
    ] == _faults(classes, demote, lacking)


def test_a_table_of_classes() -> None:
    """Units by class, with reasons; how many have each; and how ceilings are kept."""
    limited = _limit(
        {**FIVE, "X": 10},
        Ceiling("A", share="0.4", leftover="demote"),
        Ceiling("A", share="0.5", of=["B", "A"]),
        Ceiling("B", number=2),
        Ceiling("C", number=1),
        Ceiling("D", share="0.5", of="D"),
    )

    assert """\
Xếp loại năm 2026

Đơn vị   Điểm  Xếp loại        Lý do
-------  ----  --------------  -----------------------------------------
Sa Pa      99  A
Bát Xát    95  A
Bắc Hà     95  A
Văn Bàn    91  B               đủ điều kiện A nhưng đã hết chỉ tiêu 40 %
Bảo Yên    85  B               A cần từ 90 điểm trở lên
X          10  không xếp loại  mới lập: không xếp loại

Xếp loại        Số đơn vị
--------------  ----------
A               3/5 = 60 %
B               2/5 = 40 %
C               0/5 = 0 %
D               0/5 = 0 %
không xếp loại  1

Chỉ tiêu  Thực tế     Tối đa          Kết luận
--------  ----------  --------------  ----------------------------------------------------------------
A         3/5 = 60 %  2 (40 % của 5)  thừa 1; chưa phân định được Bát Xát, Bắc Hà, hội nghị quyết định
A         3/5 = 60 %  2 (50 % của 5)  thừa 1
B         2           2               đạt
C         0           1               thiếu 1
D         0 / 0       0 (50 % của 0)  đạt""" == classes_table(limited, title="Xếp loại năm 2026")


def test_a_table_of_open_classes_in_english() -> None:
    """What is open is told as from how many to how many."""
    limited = _limit(
        OPEN,
        Ceiling("A", number=1),
        Ceiling("A", number=0),
        Ceiling("D", share="0.5", of=["A", "D"]),
        Ceiling(["C", "B"], number=1),
    )
    language: Language = "en"
    told = classes_table(limited, language=language, markup="markdown")

    assert (
        """\
| Unit | Points | Class | Reason |
|---|---:|---|---|
| a | 99 | A |  |
| b | 0 to 100 | still possible: A, B, C or D | C needs 50 points or more (open); B needs 80 points or more (open); A needs 90 points or more (open) |
| c | 85 | B | A needs 90 points or more |
| X | 0 to 100 | no class | mới lập: no class |

| Class | Units |
|---|---|
| A | 1 to 2 / 3 |
| B | 1 to 2 / 3 |
| C | 0 to 1 / 3 |
| D | 0 to 1 / 3 |
| no class | 1 |

| Quota | Actual | At most | Verdict |
|---|---|---|---|
| A | 1 to 2 | 1 | open |
| A | 1 to 2 | 0 | at least 1 over |
| D | 0 to 1 / 1 to 2 | 0 to 1 (50% of 1 to 2) | open |
| C + B | 1 to 2 | 1 | open |"""
        == told
    )


def test_a_certain_excess_has_its_least_number() -> None:
    """While it is open how many are too many, the verdict says how many are for certain."""
    told = classes_table(_limit({**OPEN, "d": 95}, Ceiling("A", number=1)))

    assert "A         từ 2 đến 3  1       thừa ít nhất 1" == told.splitlines()[-1]


def test_words_of_verdicts_in_english() -> None:
    """The conference is told whom nothing tells apart."""
    limited = _limit(
        FIVE,
        Ceiling("A", share="0.4", leftover="demote"),
        Ceiling("B", share=1),
        Ceiling("B", number=2),
    )
    told = classes_table(limited, language="en").splitlines()[-3:]

    assert [
        "1 over; nothing tells Bát Xát, Bắc Hà apart, the conference decides",
        "3 short",
        "kept",
    ] == [line.split("  ")[-1].strip() for line in told]


def test_percents_and_points_in_one_table() -> None:
    """Percents alone stand in a column of their own; beside points they have their sign."""
    by_percent = GradeTable([Grade("A", at_least=90), Grade("B")], by="percent")
    mixed = GradeTables("loai", {"xã": by_percent, "phường": TABLE})
    sheets = [
        Sheet(kind, {"diem": 95, "moi": False, "loai": kind}, name=kind)
        for kind in ("xã", "phường")
    ]
    alone = classes_table(classify(_scores({"a": 95}), by_percent))
    both = classes_table(classify(score(RUBRIC, sheets), mixed))

    assert ["Đơn vị   %  Xếp loại  Lý do", "a       95  A"] == [
        line.rstrip() for line in (alone.splitlines()[0], alone.splitlines()[2])
    ]
    assert [
        "Đơn vị  Điểm  Xếp loại  Lý do",
        "phường    95  A",
        "xã      95 %  A",
    ] == [line.rstrip() for line in (both.splitlines()[i] for i in (0, 2, 3))]

# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - tables stand as people read them

from __future__ import annotations

from typing import Any, get_args

import pytest
from attrs import evolve, fields

from thidua import formula
from thidua.basis import Citation
from thidua.comparison import changes_table, compare
from thidua.comparison.parameter_words import parameter_words
from thidua.formula import (
    Band,
    Calculation,
    Case,
    Event,
    Factor,
    Form,
    Group,
    Level,
    Leveled,
    PerEvent,
    Pick,
    Piece,
    Prize,
    Proportional,
    Tick,
    Wording,
    Working,
    YesNo,
)
from thidua.quantity import Rounding
from thidua.rubric import (
    Choice,
    Criterion,
    ItemList,
    Measure,
    Question,
    Rubric,
    Section,
    Treatments,
)

REVENUE = Criterion("I.1", "Thu ngân sách", maximum=40, formula=Proportional("thu", 98))
RULES = Criterion("I.2", "Quy chế", maximum=10, formula=YesNo("qc"))
PROGRESS = Criterion(
    "I.3", "Tiến độ", maximum=10, formula=Leveled("td", {"tốt": 10, "khá": 5}), rounding=Rounding(1)
)
REPORTS = Criterion(
    "II.1", "Báo cáo", maximum=10, formula=PerEvent.of("tre", -2, at_least=0), at_most=10
)
OLD = Rubric(
    "k-2024",
    "Bảng điểm",
    measures=[
        Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1),
        Measure("tre", "Báo cáo trễ", unit="lần"),
        Question("qc", "Có quy chế"),
        Choice("td", "Tiến độ", ("tốt", "khá")),
        Measure("cu", "Số cũ", unit="%", places=2, above=0, most=100, better="higher"),
    ],
    sections=[
        Section("I", "Kinh tế", maximum=60, criteria=[REVENUE, RULES, PROGRESS]),
        Section("II", "Thi đua", criteria=[REPORTS]),
    ],
    items=[ItemList("viec", "Nhiệm vụ", (Question("xong", "Đã xong"),))],
)
NEW = Rubric(
    "k-2025",
    "Bảng điểm",
    measures=[
        Measure("thu", "Thu ngân sách", unit="triệu đồng", better="higher"),
        Measure("tre", "Báo cáo trễ", unit="lần"),
        Choice("td", "Tiến độ", ("tốt", "khá", "kém")),
        Measure("qc", "Số quy chế"),
        Question("moi", "Có sáng kiến"),
        Choice("hang", "Hạng", ("A", "B")),
    ],
    sections=[
        Section(
            "I",
            "Kinh tế",
            maximum=65,
            criteria=[
                evolve(REVENUE, maximum=45, formula=Proportional("thu", 98000, zero_below="0.5")),
                Criterion(
                    "I.2",
                    "Sáng kiến",
                    maximum=5,
                    formula=YesNo("moi"),
                    role="bonus",
                    at_most=5,
                    rounding=Rounding("0.5", "floor"),
                    treatments=Treatments(exempt="leave"),
                    basis=Citation("Quy chế Cụm 3", article="4"),
                ),
                evolve(RULES, code="I.3"),
            ],
        ),
        Section("II", "Thi đua", at_least=0, criteria=[
            evolve(PROGRESS, code="II.0"),
            evolve(
                REPORTS,
                formula=YesNo("moi"),
                role="penalty",
                treatments=Treatments(missing="zero", not_due="pending"),
                basis=Citation("Quy chế Cụm 3", article="5"),
            ),
        ]),
    ],
    items=[ItemList("viec", "Công việc", (Measure("so", "Số"), Question("xong", "Đã xong")))],
    ranked_by="percent",
    percent_rounding=Rounding("0.01"),
    treatments=Treatments(exempt="full"),
)  # fmt: skip


def test_a_comparison_as_text() -> None:
    """Every change has its row: code, what it is of, the old, the new."""

    assert """\
So sánh bảng điểm 2024 và 2025

Mã    Nội dung                                Cũ                                        Mới
----  --------------------------------------  ----------------------------------------  ---------------------------------------
      Bảng điểm: ký hiệu                      k-2024                                    k-2025
      Bảng điểm: xếp hạng theo                tổng điểm                                 tỷ lệ điểm đạt trên điểm tối đa
      Bảng điểm: làm tròn tỷ lệ               không làm tròn                            làm tròn đến 0,01
      Bảng điểm: xử lý khi được miễn          không quy định                            tính đủ điểm
thu   Thu ngân sách: đơn vị tính              tỷ đồng                                   triệu đồng
thu   Thu ngân sách: số chữ số thập phân      1                                         0
thu   Thu ngân sách: chiều tốt hơn            không có                                  càng cao càng tốt
td    Tiến độ: thứ tự                         sau qc                                    sau tre
td    Tiến độ: các mức                        “tốt”, “khá”                              “tốt”, “khá”, “kém”
qc    Số quy chế: loại chỉ tiêu               có / không                                số nguyên, nhỏ nhất 0
qc    Số quy chế: tên                         Có quy chế                                Số quy chế
cu    Số cũ: bỏ chỉ tiêu                      số có 2 chữ số thập phân, %, nhỏ nhất 0,
                                              phải lớn hơn 0, lớn nhất 100, càng cao
                                              càng tốt
moi   Có sáng kiến: chỉ tiêu mới                                                        có / không
hang  Hạng: chỉ tiêu mới                                                                chọn một trong: “A”, “B”
viec  Công việc: tên                          Nhiệm vụ                                  Công việc
so    Số (Công việc): chỉ tiêu mới                                                      số nguyên, nhỏ nhất 0
I     Kinh tế: điểm tối đa                    60 điểm                                   65 điểm
I.1   Thu ngân sách: điểm tối đa              40 điểm                                   45 điểm
I.1   Thu ngân sách: cách chấm (mốc so sánh;  40 điểm × Thu ngân sách / 98, không quá   45 điểm × Thu ngân sách / 98.000, không
      mức bắt đầu tính điểm)                  40 điểm                                   quá 45 điểm; dưới 50 % thì 0 điểm
I.2   Sáng kiến: tiêu chí mới                                                           5 điểm; điểm thưởng; có: 5 điểm; không:
                                                                                        0 điểm; cao nhất 5 điểm; làm tròn xuống
                                                                                        đến 0,5; được miễn: không tính vào điểm
                                                                                        tối đa; Điều 4 Quy chế Cụm 3
I.3   Quy chế: ký hiệu                        I.2                                       I.3
II    Thi đua: sàn, trần                      không giới hạn                            thấp nhất 0 điểm
II.0  Tiến độ: vị trí                         trong I, sau I.2                          trong II, đầu tiên
II.0  Tiến độ: ký hiệu                        I.3                                       II.0
II.1  Báo cáo: căn cứ                         không nêu                                 Điều 5 Quy chế Cụm 3
II.1  Báo cáo: loại điểm                      điểm chuẩn                                điểm trừ
II.1  Báo cáo: cách chấm                      từ 10 điểm; Báo cáo trễ: trừ 2 điểm mỗi   có: 10 điểm; không: 0 điểm
                                              lần; thấp nhất 0 điểm
II.1  Báo cáo: xử lý khi chưa có số liệu      theo quy định chung                       tính 0 điểm
II.1  Báo cáo: xử lý khi chưa đến hạn         theo quy định chung                       chờ số liệu""" == changes_table(
        compare(OLD, NEW), title="So sánh bảng điểm 2024 và 2025"
    )


def test_a_comparison_as_markdown_in_english() -> None:
    """In Markdown, in English, the other way round."""

    assert """\
| Code | What | Old | New |
|---|---|---|---|
|  | The rubric: code | k-2025 | k-2024 |
|  | The rubric: ranked by | percent of the maximum | total points |
|  | The rubric: rounding of percents | round to 0.01 | not rounded |
|  | The rubric: treatment, exempt | counts in full | not said |
| thu | Thu ngân sách: unit | triệu đồng | tỷ đồng |
| thu | Thu ngân sách: decimal places | 0 | 1 |
| thu | Thu ngân sách: direction | higher is better | none |
| qc | Có quy chế: place | after td | after tre |
| qc | Có quy chế: kind | whole number, least 0 | yes or no |
| qc | Có quy chế: name | Số quy chế | Có quy chế |
| td | Tiến độ: levels | “tốt”, “khá”, “kém” | “tốt”, “khá” |
| moi | Có sáng kiến: indicator removed | yes or no |  |
| hang | Hạng: indicator removed | one of: “A”, “B” |  |
| cu | Số cũ: new indicator |  | number of 2 decimal places, %, least 0, above 0, most 100, higher is better |
| viec | Nhiệm vụ: name | Công việc | Nhiệm vụ |
| so | Số (Công việc): indicator removed | whole number, least 0 |  |
| I | Kinh tế: maximum | 65 points | 60 points |
| I.1 | Thu ngân sách: maximum | 45 points | 40 points |
| I.1 | Thu ngân sách: scoring (what it is held against; where points begin) | 45 points × Thu ngân sách / 98,000, no more than 45 points; nothing below 50% | 40 points × Thu ngân sách / 98, no more than 40 points |
| I.2 | Sáng kiến: criterion removed | 5 points; bonus; yes: 5 points; no: 0 points; no more than 5 points; round down to 0.5; exempt: leaves the maximum; Quy chế Cụm 3, article 4 |  |
| I.2 | Quy chế: code | I.3 | I.2 |
| I.3 | Tiến độ: place | in II, first | in I, after I.2 |
| I.3 | Tiến độ: code | II.0 | I.3 |
| II | Thi đua: limits | no less than 0 points | no limits |
| II.1 | Báo cáo: basis | Quy chế Cụm 3, article 5 | not said |
| II.1 | Báo cáo: role | penalty | standard |
| II.1 | Báo cáo: scoring | yes: 10 points; no: 0 points | from 10 points; Báo cáo trễ: 2 points off each lần; no less than 0 points |
| II.1 | Báo cáo: treatment, an entry is missing | counts zero | as the rubric says |
| II.1 | Báo cáo: treatment, an entry is not due yet | stays pending | as the rubric says |""" == changes_table(
        compare(NEW, OLD), language="en", markup="markdown"
    )


def test_equal_rubrics_are_said_to_be() -> None:
    """Where nothing differs, a sentence says so."""

    assert "Hai bảng điểm giống nhau." == changes_table(compare(OLD, OLD))
    assert "So sánh\n\nThe two rubrics are the same." == changes_table(
        compare(OLD, OLD), language="en", title="So sánh"
    )


def _rows(old: Rubric, new: Rubric) -> list[str]:
    """Return the rows of the table, in English."""
    return changes_table(compare(old, new), language="en", markup="markdown").splitlines()[2:]


def test_long_cells_go_on_in_the_next_line() -> None:
    """In plain text a cell is as wide as asked for, and words are never cut."""
    new = evolve(OLD, name="Bảng điểm thi đua khối các sở, ngành")

    assert """\
Code  What         Old        New
----  -----------  ---------  ---------
      The rubric:  Bảng điểm  Bảng điểm
      name                    thi đua
                              khối các
                              sở, ngành""" == changes_table(
        compare(OLD, new), language="en", width=11
    )
    assert "rubric:" in changes_table(compare(OLD, new), language="en", width=0)


def test_what_is_new_is_described() -> None:
    """A new section, a new list and their members are described by what they have."""
    section = Section("III", "Khác", criteria=[RULES], basis=Citation("Quy chế Cụm 3"))
    listed = ItemList("tiet", "Tiết dạy", (Measure("diem", "Điểm", places=1, least=None),))
    old = evolve(OLD, sections=[REPORTS])

    assert [
        "| tiet | Tiết dạy: new indicator |  | list |",
        "| diem | Điểm (Tiết dạy): new indicator |  | number of 1 decimal place |",
        "| III | Khác: new section |  | the sum of its parts; Quy chế Cụm 3 |",
        "| I.2 | Quy chế: new criterion |  | 10 points; yes: 10 points; no: 0 points |",
    ] == _rows(old, evolve(old, sections=[REPORTS, section], items=[*OLD.items, listed]))


def test_what_the_rubric_says_of_the_total() -> None:
    """Name, maximum, rounding and limits of the total, and bounds of measures, have rows."""
    new = evolve(
        OLD,
        name="Bảng điểm 2",
        maximum=100,
        rounding=Rounding("0.5"),
        at_most=100,
        measures=[
            Measure("thu", "Thu ngân sách", unit="tỷ đồng", places=1, most=500),
            *OLD.measures[1:],
        ],
    )

    assert [
        "|  | The rubric: name | Bảng điểm | Bảng điểm 2 |",
        "|  | The rubric: maximum | the sum of its parts | 100 points |",
        "|  | The rubric: limits | no limits | no more than 100 points |",
        "|  | The rubric: rounding | not rounded | round to 0.5 |",
        "| thu | Thu ngân sách: most | none | 500 |",
    ] == _rows(OLD, new)


def test_what_reads_alike_is_told_apart() -> None:
    """Texts that people read alike have the exact values beside them."""
    said = evolve(REVENUE, formula=Calculation("thu", "theo hướng dẫn"))
    other = evolve(REVENUE, formula=Calculation("tre", "theo hướng dẫn"), name="Thu  ngân sách")

    assert [
        "| I.1 | Thu  ngân sách: name | Thu ngân sách ['Thu ngân sách'] | Thu  ngân sách ['Thu  ngân sách'] |",
        '| I.1 | Thu  ngân sách: scoring (points) | theo hướng dẫn [calculation(thu, wording="theo hướng dẫn")] | theo hướng dẫn [calculation(tre, wording="theo hướng dẫn")] |',
    ] == _rows(evolve(OLD, sections=[said]), evolve(OLD, sections=[other]))


def test_a_comparison_from_elsewhere_is_written_with_its_codes() -> None:
    """Changes of parts that the rubrics do not have are named by their codes."""
    comparison = evolve(compare(OLD, NEW), old=evolve(OLD, sections=[]), new=OLD)
    comparison = evolve(comparison, new=evolve(OLD, sections=[], measures=[], items=[]))
    text = changes_table(comparison, language="en", markup="markdown")

    assert "| I.1 | I.1: maximum | 40 points | 45 points |" in text
    assert "| so | so (viec): new indicator |  | whole number, least 0 |" in text


RECORDS = [Band, Case, Event, Factor, Group, Level, Pick, Piece, Prize, Tick]
PARAMETERS = {one.name for record in (*get_args(Form), *RECORDS) for one in fields(record)}


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_every_parameter_has_words(name: str) -> None:
    """Every field of a form, and of a record in one, is named in both languages."""
    vietnamese, english = (
        parameter_words([(name,)], Wording(language)) for language in ("vi", "en")
    )

    assert vietnamese
    assert english
    assert vietnamese != english


def test_no_record_of_forms_is_forgotten() -> None:
    """The records above are all that forms hold, besides forms, expressions and conditions.

    `Working` holds what they came to.
    """
    leaves: set[Any] = {*get_args(formula.Expression), *get_args(formula.Predicate)}
    held = {
        one
        for name in formula.__all__
        if hasattr(one := getattr(formula, name), "__attrs_attrs__") and hasattr(one, "kind")
    }

    assert set(RECORDS) == held - leaves - {*get_args(Form), Working}


def test_parameters_are_named_once() -> None:
    """Places of one field are named together, by the innermost field."""
    paths = [("events", 0, "each"), ("events", 1, "each"), ("at_least",), ("events",)]

    assert "points for each; least; events" == parameter_words(paths, Wording("en"))

# SPDX-License-Identifier: MIT
"""What a review finds in real rubrics: their known defects, and nothing in the others."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from thidua.review import Severity, review
from thidua.rubric import Rubric
from thidua.wire import loads

ROOT = Path(__file__).parents[2]
RUBRICS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("tests/cases", "examples/data")
    for path in ROOT.glob(f"{folder}/*/*.json")
    if '"kind": "rubric"' in path.read_text(encoding="utf-8")[:200]
)
DEFECTS: Mapping[str, set[tuple[str, str]]] = {
    "tests/cases/agribank_quy/rubric.json": {
        ("maximum_differs", "III"),
        ("maximum_differs", "IV"),
        ("maximum_exceeded", "IV-3"),
    },
    "tests/cases/giaothuyc/hoc_tap.json": {
        ("divides_by_zero", "GIO"),
        ("divides_by_zero", "KTM"),
    },
    "tests/cases/giaothuyc/hoc_tap_hoi_hoc.json": {
        ("divides_by_zero", "GIO"),
        ("divides_by_zero", "KTM"),
    },
    "tests/cases/giaothuyc/thi_ty_le.json": {
        ("no_answer", "TL"),
    },
    "tests/cases/kho_bac_kv15/rubric_thang.json": {
        ("maximum_exceeded", "02a"),
    },
    "tests/cases/kiem_tra_tnmt/rubric.json": {
        ("counted_twice", "2.cong"),
        ("counted_twice", "2.tru"),
    },
    "tests/cases/kpi_san_pham/rubric.json": {
        ("divides_by_zero", "KQ"),
        ("maximum_exceeded", "KQ"),
    },
    "tests/cases/le_huu_lap/rubric_nam.json": {
        ("band_gap", "TG01-02"),
        ("band_gap", "TG03-05"),
        ("maximum_exceeded", "N"),
    },
    "tests/cases/ren_luyen_100/rubric.json": {
        ("maximum_differs", "total"),
        ("maximum_differs", "Điều 4"),
    },
    "tests/cases/ren_luyen_100/rubric_hanh_kiem.json": {
        ("band_gap", "I.5"),
        ("maximum_out_of_reach", "I.4"),
    },
    "tests/cases/sao_ban_le/rubric_sieu_thi.json": {
        ("divides_by_zero", "TL"),
    },
    "tests/cases/so_tu_phap_2022/rubric.json": {
        ("band_gap", "A.IV.2"),
        ("maximum_differs", "A.I"),
        ("maximum_differs", "A.IV"),
        ("maximum_differs", "A.VI"),
        ("maximum_differs", "A.VIII"),
        ("maximum_differs", "B.I"),
    },
    "tests/cases/tien_giang_2022/minutes.json": {
        ("band_gap", "C2"),
        ("maximum_exceeded", "C2"),
    },
    "tests/cases/tien_giang_2022/rubric.json": {
        ("band_gap", "C1"),
        ("band_gap", "C2"),
        ("maximum_exceeded", "2.2"),
        ("maximum_exceeded", "3.3"),
        ("maximum_exceeded", "C2"),
        ("maximum_exceeded", "a7"),
        ("maximum_exceeded", "a9"),
        ("maximum_exceeded", "d1"),
    },
    "tests/cases/vien_chuc_mau_02/rubric.json": {
        ("band_gap", "B.I.1"),
        ("band_gap", "B.I.2"),
        ("band_gap", "B.I.3"),
        ("maximum_differs", "B"),
    },
}
"""What is wrong or doubtful, by document: the kind of problem, and the code it is about."""


@pytest.mark.parametrize("name", RUBRICS)
def test_known_defects_are_found_and_no_others(name: str) -> None:
    """What is more than a note in a real rubric is what its source has wrong or leaves open."""
    rubric = loads((ROOT / name).read_text(encoding="utf-8"), Rubric)
    found = {(one.kind, one.code) for one in review(rubric) if one.severity is not Severity.NOTE}

    assert DEFECTS.get(name, set()) == found


def test_every_document_with_defects_is_there() -> None:
    """The table above names documents that there are."""

    assert set() == set(DEFECTS) - set(RUBRICS)

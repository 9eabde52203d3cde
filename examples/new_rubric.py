# SPDX-License-Identifier: MIT
"""Show a meeting what a new rubric changes, and who gains and who loses by it.

Real: the rubric of cluster 347 (1000 points, 176 criteria), taken as this year's, the targets
and results of criteria 22, 28b and 31, and the total that each commune gave itself.
Made up: last year's rubric, which is this year's with the five differences below; and all
that is marked "minh họa" in sheets.json.

Source: https://github.com/ThuatNguyen/NationalSecurityContest2 (attached_assets/contestdb.sql).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from thidua import Rounding, Rubric, Section, rank, score
from thidua.comparison import changes_table, compare, explain_impact, impact, impact_table
from thidua.formula import AroundTarget
from thidua.rubric import Part
from thidua.wire import loads

DATA = Path(__file__).parent / "data" / "police_cluster_347"
SOURCE = "https://github.com/ThuatNguyen/NationalSecurityContest2"

# What last year's rubric said otherwise, by code; made up.
LAST_YEAR: Mapping[str, Mapping[str, Any]] = {
    "22": {"formula": AroundTarget("c22_ket_qua", "c22_chi_tieu", "0.8")},
    "145": {"maximum": 10},
    "153": {"code": "152b"},
}
NOT_YET = {"149"}


def last_year(part: Part) -> Part:
    """Return a part of this year's rubric as it was last year."""
    part = evolve(part, **LAST_YEAR.get(part.code, {}))
    if isinstance(part, Section):
        kept = [last_year(one) for one in part.criteria if one.code not in NOT_YET]
        return evolve(part, criteria=kept)
    return part


new = loads((DATA / "rubric.json").read_text(encoding="utf-8"), Rubric)
sheets = loads((DATA / "sheets.json").read_text(encoding="utf-8"), tuple)
old = evolve(
    new, sections=[last_year(part) for part in new.sections], percent_rounding=Rounding("0.1")
)

print(new.name)
print(f"Nguồn: {SOURCE}")
print("Minh họa: bảng điểm năm trước, và mọi số liệu được ghi là minh họa trong phiếu.")

# 1. What the meeting votes on: one row for each thing that differs.
print()
print(changes_table(compare(old, new), title="So sánh bảng điểm năm trước (minh họa) và năm nay"))

# 2. The same sheets, scored by both rubrics: who gains, who loses, and by which criteria.
by_old, by_new = score(old, sheets), score(new, sheets)
rankings = rank(by_old, ties="share"), rank(by_new, ties="share")
found = impact(by_old, by_new, rankings=rankings)
print()
print(impact_table(found, title="Tác động đến từng đơn vị (một phần minh họa)"))
print()
for one in found:
    print(explain_impact(found, one.unit))

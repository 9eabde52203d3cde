# SPDX-License-Identifier: MIT
"""Rank a cluster of seven communes' police, explain one score sheet, propose awards.

Real: the rubric of cluster 347 (1000 points, 176 criteria), the targets and results of
criteria 22, 28b and 31, and the total that each commune gave itself.
Made up, and marked "minh họa" in sheets.json: all other entries, chosen so that the totals
come out; that a unit the source does not name in those three criteria was not assigned
them; and the awards on offer.

Source: https://github.com/ThuatNguyen/NationalSecurityContest2 (attached_assets/contestdb.sql).
"""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from thidua import Offer, Rubric, explain, propose, rank, ranking_table, score, slate_table
from thidua.wire import loads

DATA = Path(__file__).parent / "data" / "police_cluster_347"
SOURCE = "https://github.com/ThuatNguyen/NationalSecurityContest2"
BY_PERCENT = "Xếp hạng theo tỷ lệ điểm đạt trên điểm được giao (một phần minh họa)"
BY_POINTS = "Nếu xếp theo tổng điểm tự chấm (số liệu thật)"

# 1. A rubric and the sheets of a cluster are documents.
rubric = loads((DATA / "rubric.json").read_text(encoding="utf-8"), Rubric)
sheets = loads((DATA / "sheets.json").read_text(encoding="utf-8"), tuple)

print(rubric.name)
print(f"Nguồn: {SOURCE}")
print("Số liệu thật: bảng điểm, chỉ tiêu và kết quả của tiêu chí 22, 28b, 31, tổng điểm tự chấm.")
print("Minh họa: mọi số liệu khác trong phiếu, việc giao chỉ tiêu, và các hình thức khen thưởng.")

# 2. All units are scored together: some criteria compare them with whoever leads.
scores = score(rubric, sheets)

# 3. The rubric ranks by percent of the points assigned to a unit, not by points.
ranking = rank(scores, ties="share")
print()
print(ranking_table(ranking, title=BY_PERCENT))

by_points = rank(score(evolve(rubric, ranked_by="points"), sheets), ties="share")
print()
print(ranking_table(by_points, title=BY_POINTS))

# 4. What the cluster could propose; ties and minima are decided by rule, and said.
offers = [
    Offer("Cờ thi đua (minh họa)", 1, at_least=90),
    Offer("Bằng khen (minh họa)", 2, at_least=80),
]
print()
print("Đề nghị khen thưởng; hình thức, số lượng và mức tối thiểu 90 %, 80 % là minh họa")
print(slate_table(propose(ranking, offers)))

# 5. A score sheet in words. Lines that rest on made-up entries are left out here.
lines = explain(scores["Lệ Thủy"]).splitlines()
real = [line for line in lines if not line.endswith("(minh họa)")]
print()
print("\n".join(real))
print(f"Lược bớt {len(lines) - len(real)} dòng minh họa; điểm của các mục gồm cả những dòng đó.")

# SPDX-License-Identifier: MIT
"""From scores to flags: the districts of Lào Cai at the end of 2021.

Real, from a published report of the block's closing conference (by Thanh Nhàn): the block,
its four groups of criteria, its three nominees, and what they were proposed for.
Made up, as the report gives no points: criteria, maxima, figures, ranks, and the members
that it does not name. They are marked "minh họa" in the data and in the output.
"""

from __future__ import annotations

from pathlib import Path

from thidua import Offer, Rubric, explain, propose, rank, ranking_table, score, slate_table
from thidua.wire import loads

DATA = Path(__file__).parent / "data" / "lao_cai_2021"
FLAG = "Cờ thi đua của UBND tỉnh"
CERTIFICATE = "Bằng khen của Chủ tịch UBND tỉnh"

rubric = loads((DATA / "rubric.json").read_text(encoding="utf-8"), Rubric)
sheets = loads((DATA / "sheets.json").read_text(encoding="utf-8"), tuple)

print("Khối thi đua các huyện, thành phố, thị xã tỉnh Lào Cai, tổng kết năm 2021")
print("Nguồn: bài tường thuật hội nghị tổng kết của khối (tác giả Thanh Nhàn).")
print("Thật: bốn nội dung thi đua, ba đơn vị được suy tôn và hình thức khen thưởng của họ.")
print("Minh họa: tiêu chí, điểm, số liệu, thứ hạng và các đơn vị không nêu tên.")

# The block scores its members by the rubric it agreed on, then ranks them.
scores = score(rubric, sheets)
ranking = rank(scores, ties="share")
print()
print(ranking_table(ranking, title="Kết quả chấm điểm (minh họa)"))

# Three units are put forward: two for the flag, one for the certificate of merit.
slate = propose(ranking, [Offer(FLAG, 2), Offer(CERTIFICATE, 1)], nominate=3)
print()
print("Suy tôn và đề nghị khen thưởng (điểm và thứ hạng minh họa)")
print(slate_table(slate))
print()
print(f"Suy tôn: {', '.join(slate.nominees)}")
for award in (FLAG, CERTIFICATE):
    print(f"{award}: {', '.join(slate.recipients(award))}")

# Every point can be read back; here for the unit that leads.
print()
print(explain(scores[slate.nominees[0]]))

# SPDX-License-Identifier: MIT
"""The districts of Lào Cai at the end of 2021.

All facts are those of a published report of the closing conference, by Thanh Nhàn. Who
headed the block in 2021 is inferred from the hand-over; who heads it in 2022 is not said.
`examples/lao_cai_2021.py` scores the block with points made up to illustrate.
"""

from __future__ import annotations

from thidua.cluster import Cluster, Known, Term, Unit
from thidua.year import (
    Act,
    AgreedRubric,
    Content,
    CriterionGroup,
    Decision,
    Event,
    HandOver,
    Honour,
    Meeting,
    Move,
    Nomination,
    Opening,
    Plan,
    Pledge,
    Press,
    Procedure,
    Recipients,
    Stage,
    explain_year,
    fold,
)

HAND_OVER = "bàn giao chức danh trưởng, phó khối năm 2022 tại hội nghị tổng kết"

cluster = Cluster(
    "lao-cai",
    "Khối thi đua, khen thưởng các huyện, thành phố, thị xã trong tỉnh",
    form="khối",
    level=Known("tỉnh", inferred="cấp khen thưởng và các đơn vị được suy tôn"),
    place=Known("tỉnh Lào Cai", inferred="các đơn vị được suy tôn"),
    members=["tp-lao-cai", "bac-ha", "si-ma-cai"],
    complete=False,
    classes=["các huyện, thành phố, thị xã trong tỉnh"],
    units=[
        Unit("tp-lao-cai", "Thành phố Lào Cai", sort="thành phố"),
        Unit("bac-ha", "Bắc Hà", sort="huyện"),
        Unit("si-ma-cai", "Si Ma Cai", sort="huyện"),
    ],
    terms=[Term("head", unit=Known("si-ma-cai", inferred=HAND_OVER), year=2021)],
)
procedure = Procedure(
    [
        Stage("cham_diem", "Chấm điểm từng đơn vị"),
        Stage("tham_dinh", "Sở, ban, ngành thẩm định"),
        Stage("thong_qua", "Hội nghị thông qua", takes=["decisions"], needs=["decision"]),
        Stage("binh_xet", "Bình xét, suy tôn", takes=["decisions"]),
    ]
)
facts: tuple[Content, ...] = (
    Opening(2021, cluster, procedure),
    Pledge(2021, when="đầu năm 2021"),
    AgreedRubric(
        "tiêu chí, bảng điểm, phương pháp chấm điểm thi đua của khối",
        agreed_by="các đơn vị trong khối",
        groups=[
            CriterionGroup("Thực hiện tốt các chỉ tiêu về phát triển kinh tế, xã hội của đơn vị"),
            CriterionGroup(
                "Giáo dục đào tạo, y tế, văn hóa, thể dục thể thao, học tập và làm theo tư tưởng,"
                " đạo đức, phong cách Hồ Chí Minh"
            ),
            CriterionGroup(
                "Xây dựng, củng cố hệ thống chính trị vững mạnh, phòng chống tham nhũng lãng phí,"
                " an ninh, quốc phòng, quản lý tài nguyên, môi trường"
            ),
            CriterionGroup("Thực hiện tốt công tác thi đua khen thưởng"),
        ],
    ),
    # Scores were made and appraised, but the report gives none: the stages pass without entries.
    Move("cham_diem"),
    Move("tham_dinh"),
    Move("thong_qua"),
    Decision(
        "thong_qua",
        "thông qua kết quả chấm điểm thi đua năm 2021",
        appraised_by="các sở, ban, ngành của tỉnh",
    ),
    Move("binh_xet"),
    Decision(
        "binh_xet",
        "bình xét, suy tôn dựa trên kết quả chấm điểm của từng đơn vị",
        manner="thống nhất sau trao đổi, thảo luận thẳng thắn và đầy trách nhiệm",
    ),
    Meeting(
        "Tổng kết công tác thi đua khen thưởng khối",
        acts=[
            Act("closing", year=2021, state="done"),
            Act("adoption", title="kết quả chấm điểm", year=2021, state="done"),
            Act("nomination", year=2021, state="done"),
            Act("award", title="điển hình tiên tiến", year=2021, state="done"),
            Act("handover", title="chức danh trưởng, phó khối", year=2022, state="done"),
            Act("launch", year=2022, state="done"),
            Act("pledge", year=2022, state="done"),
        ],
    ),
    Nomination(
        units=["tp-lao-cai", "bac-ha", "si-ma-cai"],
        count=3,
        manner="thống nhất sau trao đổi, thảo luận",
    ),
    Honour(
        form="Cờ thi đua",
        authority="UBND tỉnh",
        year=2021,
        recipients=[Recipients("đơn vị", count=2, names=["si-ma-cai", "tp-lao-cai"])],
    ),
    Honour(
        form="Bằng khen",
        authority="Chủ tịch UBND tỉnh",
        year=2021,
        recipients=[Recipients("đơn vị", count=1, names=["bac-ha"])],
    ),
    Honour(
        form="Giấy khen",
        authority="Chủ tịch UBND huyện Si Ma Cai",
        year=2021,
        merit="điển hình tiên tiến",
        recipients=[Recipients("tập thể", count=3), Recipients("cá nhân", count=6)],
    ),
    HandOver(2022, by="si-ma-cai", posts=["trưởng", "phó"]),
    Pledge(2022, contents=["nội dung phát động và giao ước thi đua năm 2022"]),
    Plan(
        "đổi mới phong trào thi đua; phát hiện, bồi dưỡng, tổng kết và nhân điển hình tiên tiến,"
        " hướng về cơ sở",
        period="2022",
    ),
    Plan("khen thưởng chính xác, kịp thời, công khai, minh bạch", period="2022"),
    Plan(
        "ổn định đời sống, phòng chống dịch bệnh, thiên tai",
        period="2022",
        parts=[
            "khai thác hiệu quả các nguồn thu ngân sách",
            "khen thưởng ngành y tế trong phòng chống dịch Covid-19",
        ],
    ),
    Plan(
        "tổ chức các đợt thi đua theo chuyên đề",
        period="2022",
        parts=["tăng cường phối hợp, trao đổi giữa các cơ quan trong khối"],
    ),
    Press(authors=["Thanh Nhàn"]),
)
year = fold(Event(str(number), fact) for number, fact in enumerate(facts, 1))

print(explain_year(year))

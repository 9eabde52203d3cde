# SPDX-License-Identifier: MIT
"""Cluster no. 3 of Đồng Tháp halfway through 2022: four districts.

All facts are those of a published report of the mid-year conference, by Thuỳ Dung. The
cluster itself awarded four persons; who leads it is not said, only who hosts the meeting.
"""

from __future__ import annotations

from datetime import date

from thidua.cluster import Cluster, Unit
from thidua.year import (
    Act,
    Aim,
    Campaign,
    Content,
    Event,
    Finding,
    Honour,
    Meeting,
    Opening,
    Press,
    Recipients,
    explain_year,
    fold,
)

cluster = Cluster(
    "dong-thap-3",
    "Cụm thi đua số 3 tỉnh Đồng Tháp",
    aliases=["Cụm thi đua số 03 - tỉnh Đồng Tháp"],
    form="cụm",
    number=3,
    level="tỉnh",
    place="tỉnh Đồng Tháp",
    members=["tan-hong", "hong-ngu", "tam-nong", "thanh-binh"],
    complete=True,
    units=[
        Unit("tan-hong", "huyện Tân Hồng", sort="huyện", level="huyện"),
        Unit("hong-ngu", "huyện Hồng Ngự", sort="huyện", level="huyện"),
        Unit("tam-nong", "huyện Tam Nông", sort="huyện", level="huyện"),
        Unit("thanh-binh", "huyện Thanh Bình", sort="huyện", level="huyện"),
    ],
)
facts: tuple[Content, ...] = (
    Opening(2022, cluster),
    Campaign(
        "Phong trào thi đua của cụm",
        motto="Đồng thuận cao, thi đua giỏi, về đích sớm",
        contents=[
            "mô hình sáng tạo, “người thật, việc thật”",
            "hình ảnh, video, phóng sự, báo cáo và chia sẻ trực tiếp",
        ],
    ),
    Meeting(
        "Hội nghị sơ kết 6 tháng đầu năm và phương hướng 6 tháng cuối năm 2022",
        day=date(2022, 7, 26),
        session="chiều",
        place="huyện Tân Hồng",
        host="tan-hong",
        acts=[
            Act("review", title="6 tháng đầu năm", year=2022, state="done"),
            Act("planning", title="6 tháng cuối năm", year=2022, state="done"),
            Act("award", title="4 cá nhân", year=2022, state="done"),
        ],
    ),
    Finding(
        "phong trào sát nhiệm vụ chính trị, hướng về cấp cơ sở, người lao động trực tiếp",
        good=True,
    ),
    Finding(
        "phát động, thi đua theo chuyên đề còn bị động, hạn chế về quy mô và số lượng",
        good=False,
        cause="bước vào giai đoạn phục hồi sau dịch",
    ),
    Finding("thực hiện chỉ tiêu phát triển kinh tế còn tăng chậm", good=False),
    Aim("tăng trưởng kinh tế ở mức cao, hoàn thành và hoàn thành vượt mức các chỉ tiêu năm 2022"),
    Aim("nâng cao chất lượng công tác khen thưởng, chống hình thức, bệnh thành tích"),
    Aim("tăng cường khen thưởng đơn vị cơ sở và người lao động trực tiếp"),
    Aim("thi đua theo chuyên đề đặc thù của địa phương, hỗ trợ nhân tố mới"),
    Honour(
        by_cluster=True,
        authority="Cụm thi đua số 3",
        merit="thành tích xuất sắc trong công tác thi đua, khen thưởng",
        recipients=[Recipients("cá nhân", count=4)],
    ),
    Press(authors=["Thuỳ Dung"], photographers=["Tiến Thịnh"]),
)
year = fold(Event(str(number), fact) for number, fact in enumerate(facts, 1))

print(explain_year(year))

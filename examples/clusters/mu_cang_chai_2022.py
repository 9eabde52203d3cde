# SPDX-License-Identifier: MIT
"""The communes of Mù Cang Chải halfway through 2022.

All facts are those of a published report of the mid-year conference, by Hồng Mỷ. It names
the members by class only, and no head: both stay unknown.
"""

from __future__ import annotations

from datetime import date

from thidua.cluster import Cluster, Reference
from thidua.year import (
    Act,
    Aim,
    Campaign,
    Content,
    CrossCheck,
    Event,
    Meeting,
    Opening,
    Press,
    explain_year,
    fold,
)

cluster = Cluster(
    "mu-cang-chai",
    "Cụm các xã, thị trấn trên địa bàn huyện Mù Cang Chải",
    aliases=["Cụm thi đua các xã, thị trấn"],
    form="cụm",
    level="huyện",
    place="huyện Mù Cang Chải",
    classes=["các xã, thị trấn"],
)
facts: tuple[Content, ...] = (
    Opening(2022, cluster),
    Campaign(
        "Mù Cang Chải chung sức xây dựng nông thôn mới",
        contents=[
            "xây dựng hình ảnh con người “Đoàn kết, nhân ái, sáng tạo, thân thiện, hội nhập”",
            "khát vọng vươn lên thoát nghèo bền vững",
            "bảo tồn và phát huy giá trị văn hóa các dân tộc",
        ],
        models=[
            "Gia đình hạnh phúc",
            "Khu dân cư hạnh phúc",
            "Lớp học hạnh phúc",
            "Trường học hạnh phúc",
            "Cơ quan, đơn vị hạnh phúc",
        ],
        indicators=["chỉ số hạnh phúc của người dân"],
    ),
    Campaign("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
    Reference(
        "Nghị quyết Đại hội Đảng bộ huyện lần thứ XIX",
        issuer="Đại hội Đảng bộ huyện",
        term="2020 - 2025",
    ),
    Aim("các chỉ tiêu, nhiệm vụ đã giao ngay từ đầu năm"),
    Meeting(
        "Hội nghị sơ kết công tác thi đua 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm"
        " 2022",
        day=date(2022, 6, 14),
        session="sáng",
        agenda=[
            "báo cáo đánh giá",
            "thảo luận kết quả, hạn chế, thiếu sót và nguyên nhân",
            "phương hướng, nhiệm vụ",
            "trao đổi kinh nghiệm",
        ],
        acts=[
            Act("review", title="6 tháng đầu năm", year=2022, state="done"),
            Act("planning", title="6 tháng cuối năm", year=2022, state="done"),
            Act("exchange", title="trao đổi kinh nghiệm", state="done"),
        ],
    ),
    CrossCheck(
        year=2022,
        period="6 tháng cuối năm 2022",
        scopes=[
            "các chỉ tiêu thi đua yêu nước đơn vị đã đăng ký",
            "việc thực hiện nghị quyết của HĐND các xã, thị trấn",
        ],
        standards=["khách quan", "công bằng", "đánh giá thực chất"],
        use="cơ sở đánh giá chất lượng thực hiện nhiệm vụ năm 2022 và những năm tiếp theo",
    ),
    Press(authors=["Hồng Mỷ"]),
)
year = fold(Event(str(number), fact) for number, fact in enumerate(facts, 1))

print(explain_year(year))

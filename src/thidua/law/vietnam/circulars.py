# SPDX-License-Identifier: MIT
"""Small instruments: decree 65/2014, circulars 07/2014 and 01/2024, letter 5007/2023.

Decree 86/2023 sets the frame for communes, villages and families and leaves the points to
provinces; decree 178/2024 counts the years of those who retire early as time in their post.
Neither can be judged here; what the first leaves open, articles 29 to 31 of the law ask for.
"""

from __future__ import annotations

from typing import Final

from thidua.basis import Validity
from thidua.dossier import AwardForm
from thidua.eligibility import (
    All,
    Any,
    FigureIs,
    Held,
    LeaveCounts,
    NotReused,
    ReducedTenure,
    Run,
)
from thidua.law.vietnam import law_2003
from thidua.law.vietnam.catalogue import CATALOGUE
from thidua.law.vietnam.instrument import COLLECTIVE, INDIVIDUAL, MEDIUM, Instrument
from thidua.law.vietnam.law_2022 import FAMILY
from thidua.law.vietnam.wording import excellent_years

__all__ = ["DECREE_65", "GENERAL_NEW", "GENERAL_OLD"]

_DECREE_65 = Instrument(
    "Nghị định 65/2014/NĐ-CP", Validity("2014-07-01", "2017-10-01"), family=law_2003.FAMILY
)
_CIRCULAR_07 = Instrument(
    "Thông tư 07/2014/TT-BNV", Validity("2014-10-15", "2017-10-01"), family=law_2003.FAMILY
)
_CIRCULAR_01 = Instrument(
    "Thông tư 01/2024/TT-BNV", Validity("2024-02-24", "2025-08-05"), family=FAMILY
)
_LETTER = Instrument("Công văn 5007/BNV-TĐKT", Validity("2023-09-05"), family=FAMILY)

_FLAGS = Held("co-thi-dua-chinh-phu", times=2)

DECREE_65: Final = (
    # Article 11, clause 3
    _DECREE_65.rule(
        "d65-11-3-hcdl-ba-tapthe",
        "11/3",
        "hcdl-ba",
        COLLECTIVE,
        All(
            [
                FigureIs("nam-xay-dung", ">=", 30),
                Held("hcld-nhat"),
                excellent_years(
                    10,
                    All([_FLAGS, Any([Held("bk-thu-tuong"), Held("co-thi-dua-bo-tinh", times=2)])]),
                    after="hcld-nhat",
                    titles=False,
                ),
            ]
        ),
    ),
)

GENERAL_OLD: Final = (
    _DECREE_65.general(
        "d65-female-3-years",
        "2",
        counting=[ReducedTenure("sex", "nu", years=3)],
        subjects=[INDIVIDUAL],
    ),
    # Both titles of a ministry within six years in a row as a fighter of the unit
    _CIRCULAR_07.general(
        "t07-2014-cstd-tq-6-years",
        "",
        condition=Run(6, Held("cstd-co-so")),
        awards="cstd-toan-quoc",
        doubt="ngày bắt đầu là phỏng đoán",
    ),
)

_TITLES = tuple(one.code for one in CATALOGUE.awards if one.form is AwardForm.TITLE)
_FORMS = tuple(one.code for one in CATALOGUE.awards if one.form is AwardForm.COMMENDATION)

GENERAL_NEW: Final = (
    _CIRCULAR_01.general(
        "t01-medical-leave",
        "",
        counting=[LeaveCounts("dieu-tri-do-dung-cam")],
        awards=("lao-dong-tien-tien", "chien-si-tien-tien"),
        subjects=[INDIVIDUAL],
    ),
    _CIRCULAR_01.general(
        "t01-maternity-study-transfer",
        "",
        counting=[LeaveCounts(("thai-san", "di-hoc-duoi-mot-nam", "di-hoc-dat-kha"))],
        awards=("lao-dong-tien-tien", "chien-si-tien-tien"),
        subjects=[INDIVIDUAL],
        confidence=MEDIUM,
        doubt="thời gian đi học, chuyển công tác ghi theo trí nhớ",
    ),
    # III.5.c: an initiative grounds one form of commendation, or titles, not both
    _LETTER.general(
        "g-cv5007-initiative-once",
        "",
        counting=[NotReused((*_TITLES, *_FORMS), years=False)],
        awards=_FORMS,
        subjects=[INDIVIDUAL],
        confidence=MEDIUM,
        doubt="công văn hướng dẫn luật cũ; giá trị sau năm 2024 chưa chắc",
    ),
    _LETTER.general(
        "g-cv5007-initiative-once-title",
        "",
        counting=[NotReused(_FORMS, years=False)],
        awards=_TITLES,
        subjects=[INDIVIDUAL],
        confidence=MEDIUM,
        doubt="từ danh hiệu sang danh hiệu thì công văn không cấm",
    ),
)

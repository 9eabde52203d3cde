# SPDX-License-Identifier: MIT
"""The words of conditions in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import final

from attrs import frozen

from thidua.dossier import (
    AwardForm,
    Catalogue,
    InitiativeType,
    Quality,
    Record,
    SanctionLevel,
    Scope,
    SubjectKind,
    Track,
    Whose,
    Years,
)
from thidua.eligibility.answer import Answer
from thidua.eligibility.finding import Remark
from thidua.eligibility.term import Mark
from thidua.eligibility.vote import Counted
from thidua.quantity import Language, show, show_percent

__all__ = ["Words"]

_TERMS: dict[Enum, tuple[str, str]] = {
    Answer.NOT_ELIGIBLE: ("không đủ điều kiện", "not eligible"),
    Answer.DEFERRED: ("chưa xét", "deferred"),
    Answer.UNKNOWN: ("chưa xác định", "unknown"),
    Answer.NEEDS_JUDGEMENT: ("cần hội đồng xem xét", "needs judgement"),
    Answer.ELIGIBLE: ("đủ điều kiện", "eligible"),
    Quality.NOT_COMPLETED: ("không hoàn thành nhiệm vụ", "tasks not completed"),
    Quality.COMPLETED: ("hoàn thành nhiệm vụ", "tasks completed"),
    Quality.WELL: ("hoàn thành tốt nhiệm vụ", "tasks completed well"),
    Quality.EXCELLENT: ("hoàn thành xuất sắc nhiệm vụ", "tasks completed excellently"),
    Scope.GRASSROOTS: ("cấp cơ sở", "grassroots level"),
    Scope.DISTRICT: ("cấp huyện", "district level"),
    Scope.PROVINCE: ("cấp bộ, tỉnh", "ministry or province level"),
    Scope.NATIONAL: ("toàn quốc", "national level"),
    SanctionLevel.REPRIMAND: ("khiển trách", "reprimand"),
    SanctionLevel.WARNING: ("cảnh cáo", "warning"),
    SanctionLevel.SALARY_CUT: ("hạ bậc lương", "salary cut"),
    SanctionLevel.DEMOTION: ("giáng chức", "demotion"),
    SanctionLevel.REMOVAL: ("cách chức", "removal from the post"),
    SanctionLevel.DISMISSAL: ("buộc thôi việc", "dismissal"),
    Whose.SELF: ("", ""),
    Whose.MEMBERS: ("thành viên ", "of members "),
    Track.REGULAR: ("thường xuyên", "regular"),
    Track.THEMED: ("chuyên đề", "themed"),
    Track.AD_HOC: ("đột xuất", "ad hoc"),
    Track.CONTRIBUTION: ("quá trình cống hiến", "length of contribution"),
    Track.SENIORITY: ("niên hạn", "seniority"),
    Track.EXTERNAL: ("đối ngoại", "external"),
    InitiativeType.INITIATIVE: ("sáng kiến", "initiative"),
    InitiativeType.RESEARCH: ("đề tài khoa học", "piece of research"),
    InitiativeType.INGENUITY: ("mưu trí, sáng tạo trong chiến đấu", "ingenuity in combat"),
    Mark.APPLIED: ("đã áp dụng", "applied"),
    Mark.REPLICABLE: ("có khả năng nhân rộng", "replicable"),
    Mark.RECOGNISED: ("được công nhận", "recognised"),
    Mark.ACCEPTED: ("đã nghiệm thu", "accepted"),
    SubjectKind.INDIVIDUAL: ("cá nhân", "individual"),
    SubjectKind.COLLECTIVE: ("tập thể", "collective"),
    SubjectKind.HOUSEHOLD: ("hộ gia đình", "household"),
    SubjectKind.ENTERPRISE: ("doanh nghiệp", "enterprise"),
    Counted.PASSED: ("đạt", "passed"),
    Counted.FAILED: ("không đạt", "failed"),
    Counted.WAITING: ("còn chờ phiếu", "votes are awaited"),
    Counted.NO_QUORUM: ("không đủ số thành viên dự họp", "no quorum"),
    Counted.OPEN: ("không bỏ phiếu kín, bỏ phiếu lại", "not secret, to be voted on again"),
    Counted.TIED: ("ngang phiếu, bỏ phiếu lại", "tied, to be voted on again"),
    Counted.TOO_MANY: ("quá số lần bỏ phiếu", "more ballots than allowed"),
    Counted.NONE: ("chưa bỏ phiếu", "no vote yet"),
    Record.RATINGS: ("kết quả xếp loại", "ratings"),
    Record.AWARDS: ("danh sách khen thưởng", "awards"),
    Record.INITIATIVES: ("danh sách sáng kiến, đề tài", "initiatives"),
    Record.SANCTIONS: ("danh sách kỷ luật", "sanctions"),
    Record.PENDING: ("danh sách việc đang xem xét", "pending matters"),
    Remark.NOT_ON_FILE: ("chưa có trong hồ sơ", "not on file"),
    Remark.NOT_COMPLETE: ("hồ sơ chưa xác nhận đầy đủ", "list not stated to be complete"),
    Remark.NOT_COUNTED: ("không được tính", "does not count"),
    Remark.SPENT: (
        "thành tích đã được khen hoặc trước kỷ luật không tính lại",
        "achievements already rewarded, or before a sanction, do not count again",
    ),
    Remark.STARTS_LATER: ("tính lại từ mốc sau", "counted from a later start"),
    Remark.READINGS_DIFFER: (
        "phụ thuộc dữ liệu chưa có trong hồ sơ",
        "depends on what is not on file",
    ),
    Remark.NO_WINDOW: ("không có năm nào để xét", "no year to judge it in"),
    Remark.CONTRADICTION: ("các xác nhận trái ngược nhau", "attestations contradict each other"),
    Remark.NO_RULE: ("chưa có quy định", "no rule at hand"),
    Remark.CIRCULAR: ("quy định dẫn chiếu vòng tròn", "rules refer to each other in a circle"),
    Remark.WRONG_SUBJECT: ("không áp dụng cho loại đối tượng này", "not for this kind of subject"),
    Remark.NEVER: ("", ""),
}


_MET = {
    Answer.NOT_ELIGIBLE: ("không đạt", "not met"),
    Answer.DEFERRED: ("còn chờ", "pending"),
    Answer.UNKNOWN: ("chưa rõ", "not known"),
    Answer.NEEDS_JUDGEMENT: ("cần xem xét", "to be judged"),
    Answer.ELIGIBLE: ("đạt", "met"),
}


_ALL_OF_A_FORM = {
    AwardForm.TITLE: ("mọi danh hiệu thi đua", "any title"),
    AwardForm.COMMENDATION: ("mọi hình thức khen thưởng", "any form of commendation"),
}


@final
@frozen
class Words:
    """A language, and the names of awards in it."""

    language: Language
    awards: Catalogue

    def pick(self, vietnamese: str, english: str) -> str:
        """Return the text of the language."""
        return vietnamese if self.language == "vi" else english

    def term(self, term: Enum) -> str:
        """Return the name of a term."""
        return self.pick(*_TERMS[term])

    def met(self, answer: Answer) -> str:
        """Return an answer as it is said of one condition."""
        return self.pick(*_MET[answer])

    def terms(self, terms: Iterable[Enum], last: tuple[str, str] = ("hoặc", "or")) -> str:
        """Return the names of terms as alternatives."""
        return self.listed([self.term(one) for one in terms], last)

    def listed(self, texts: Sequence[str], last: tuple[str, str] = ("hoặc", "or")) -> str:
        """Join texts: ``a, b or c``."""
        if len(texts) < 2:  # noqa: PLR2004 - one, or none
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self.pick(*last)} {texts[-1]}"

    def award(self, code: str) -> str:
        """Return the name of an award, or of another code; the code, if it is in no catalogue."""
        return self.awards.name(code, self.language)

    def any_award(self, codes: Sequence[str]) -> str:
        """Return the names of awards as alternatives; all titles, and all forms, in short."""
        short, left = list[str](), list(codes)
        for form, name in _ALL_OF_A_FORM.items():
            all_of = [one.code for one in self.awards.awards if one.form is form]
            if len(all_of) > 1 and set(all_of) <= set(left):
                short.append(self.pick(*name))
                left = [code for code in left if code not in all_of]
        return self.listed([*short, *map(self.award, left)])

    def codes(self, codes: Sequence[str]) -> str:
        """Return what people call some codes, as alternatives."""
        return self.listed([self.award(code) for code in codes])

    def number(self, number: Fraction | int) -> str:
        """Write a number."""
        return show(Fraction(number), self.language)

    def percent(self, share: Fraction) -> str:
        """Write a share."""
        return show_percent(share, self.language)

    def share(self, share: Fraction) -> str:
        """Write a share that a rule names: in percent, or as a fraction where that is inexact."""
        exactly = (share * 10_000).denominator == 1
        return self.percent(share) if exactly else f"{share.numerator}/{share.denominator}"

    def day(self, day: date) -> str:
        """Write a day."""
        return self.pick(f"{day:%d/%m/%Y}", day.isoformat())

    def years(self, years: Years) -> str:
        """Write a span of years."""
        first, last = years.first, years.last
        if first is not None and last is not None:
            if first == last:
                return self.pick(f"năm {first}", f"in {first}")
            return self.pick(f"các năm {first}-{last}", f"in {first}-{last}")
        if last is not None:
            return self.pick(f"đến năm {last}", f"up to {last}")
        if first is not None:
            return self.pick(f"từ năm {first}", f"from {first} on")
        return self.pick("mọi năm", "in any year")

    def plural(self, number: Fraction | int, one: str, more: str) -> str:
        """Return an English noun in the number wanted."""
        return one if number == 1 else more

# SPDX-License-Identifier: MIT
"""The words of a dossier, and the scales on which some of them are ordered (*thang bậc*)."""

from __future__ import annotations

from typing import Self

from thidua.quantity import Term

__all__ = [
    "AwardForm",
    "InitiativeType",
    "Quality",
    "SanctionLevel",
    "Scale",
    "Scope",
    "SubjectKind",
    "Track",
    "Whose",
]


class Scale(Term):
    """Base of the words that are ordered: lowest first."""

    def reaches(self, least: Self) -> bool:
        """Tell whether this is *least* or above it.

        Example:
            >>> Quality.EXCELLENT.reaches(Quality.WELL), Scope.GRASSROOTS.reaches(Scope.PROVINCE)
            (True, False)
        """
        return self.place >= least.place

    @property
    def place(self) -> int:
        """Its place on the scale, from 0."""
        return list(type(self)).index(self)


class SubjectKind(Term):
    """Who may be awarded (*đối tượng khen thưởng*)."""

    INDIVIDUAL = "individual"
    """A person (*cá nhân*)."""
    COLLECTIVE = "collective"
    """A unit or a part of one (*tập thể*)."""
    HOUSEHOLD = "household"
    """A family (*hộ gia đình*)."""
    ENTERPRISE = "enterprise"
    """A company or a cooperative (*doanh nghiệp, tổ chức kinh tế*)."""


class Whose(Term):
    """Whose conduct is asked about."""

    SELF = "self"
    """The subject's own."""
    MEMBERS = "members"
    """That of the members of a collective."""


class Quality(Scale):
    """The yearly rating (*mức độ hoàn thành nhiệm vụ*)."""

    NOT_COMPLETED = "not_completed"
    """*Không hoàn thành nhiệm vụ*."""
    COMPLETED = "completed"
    """*Hoàn thành nhiệm vụ*."""
    WELL = "well"
    """*Hoàn thành tốt nhiệm vụ*."""
    EXCELLENT = "excellent"
    """*Hoàn thành xuất sắc nhiệm vụ*."""


class Scope(Scale):
    """How far something reaches (*phạm vi ảnh hưởng*), or the level of a body or an award."""

    GRASSROOTS = "grassroots"
    """The unit (*cấp cơ sở*)."""
    DISTRICT = "district"
    """The district, while there was one (*cấp huyện*)."""
    PROVINCE = "province"
    """A ministry, a branch, a province, the whole army (*bộ, ban, ngành, tỉnh; toàn quân*)."""
    NATIONAL = "national"
    """The country (*toàn quốc, cấp Nhà nước*)."""


class SanctionLevel(Scale):
    """A disciplinary measure (*hình thức kỷ luật*), the mildest first."""

    REPRIMAND = "reprimand"
    """*Khiển trách*."""
    WARNING = "warning"
    """*Cảnh cáo*."""
    SALARY_CUT = "salary_cut"
    """*Hạ bậc lương*."""
    DEMOTION = "demotion"
    """*Giáng chức*."""
    REMOVAL = "removal"
    """Removal from the post (*cách chức*)."""
    DISMISSAL = "dismissal"
    """Dismissal or expulsion (*buộc thôi việc, khai trừ*)."""


class Track(Term):
    """By which way an award came (*loại hình khen thưởng*)."""

    REGULAR = "regular"
    """By merit, year on year (*thường xuyên, theo công trạng*)."""
    THEMED = "themed"
    """For a themed campaign (*theo chuyên đề*)."""
    AD_HOC = "ad_hoc"
    """For one sudden achievement (*đột xuất*)."""
    CONTRIBUTION = "contribution"
    """For the length of a career (*quá trình cống hiến*)."""
    SENIORITY = "seniority"
    """For years of service (*niên hạn*)."""
    EXTERNAL = "external"
    """To foreigners and by foreign relations (*đối ngoại*)."""


class AwardForm(Term):
    """What an award is in law."""

    TITLE = "title"
    """An emulation title (*danh hiệu thi đua*)."""
    COMMENDATION = "commendation"
    """A form of commendation (*hình thức khen thưởng*)."""


class InitiativeType(Term):
    """What somebody has thought out."""

    INITIATIVE = "initiative"
    """*Sáng kiến*."""
    RESEARCH = "research"
    """*Đề tài, đề án khoa học, công trình khoa học và công nghệ*."""
    INGENUITY = "ingenuity"
    """Ingenuity in combat or in its service (*mưu trí, sáng tạo trong chiến đấu*)."""

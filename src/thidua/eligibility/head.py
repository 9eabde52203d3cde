# SPDX-License-Identifier: MIT
"""What a condition asks for itself, without what it has inside (*nội dung điều kiện*)."""

from __future__ import annotations

from typing import assert_never

from thidua.dossier import Whose
from thidua.eligibility.condition import (
    All,
    Any,
    AtLeast,
    EachYear,
    InYears,
    Not,
    Run,
    Side,
)
from thidua.eligibility.counting import (
    ExcludedTracks,
    LeaveCounts,
    NotReused,
    ReducedTenure,
    ResetAfterSanction,
)
from thidua.eligibility.finding import AnyRule, Asked, EveryRule, Verified
from thidua.eligibility.leaf import (
    Employed,
    HasAttribute,
    HasInitiative,
    Held,
    HeldInARow,
    NoSanction,
    NotPending,
    Rated,
    ServedInPost,
    SubjectIs,
    YearsSince,
)
from thidua.eligibility.leaf_group import FigureIs, InCampaign, SelectedIn, ShareIs, Voted
from thidua.eligibility.leaf_left import (
    Attested,
    MeetsRule,
    MeetsStandard,
    NeedsJudgement,
    NeedsLocalRules,
    TextMissing,
)
from thidua.eligibility.vote import VoteBase
from thidua.eligibility.words import Words

__all__ = ["head"]


def head(asked: Asked, words: Words) -> str:  # noqa: PLR0915 - a sentence per condition
    """Say what a condition asks for, without what it has inside."""
    number = words.number
    match asked:
        case EveryRule():
            return words.pick("đáp ứng tất cả các quy định sau", "all of these")
        case AnyRule():
            return words.pick("đạt một trong các tiêu chuẩn", "one of the standards")
        case Verified(until):
            day = words.day(until)
            return words.pick(
                f"văn bản mới đối chiếu đến hết ngày {day}; theo văn bản đó",
                f"the text was verified until {day} only; by that text",
            )
        case All():
            return words.pick("tất cả các điều kiện", "all of")
        case Any():
            return words.pick("một trong các điều kiện", "any of")
        case AtLeast(count):
            return words.pick(f"ít nhất {count} trong các điều kiện", f"at least {count} of")
        case Not():
            return words.pick("không", "not")
        case InYears(years, _):
            skip = ""
            if asked.skip:
                skip = words.pick(f", trừ {asked.skip} năm", f", {asked.skip} left out")
            if asked.side is Side.FIRST:
                return words.pick(f"trong {years} năm đầu{skip}", f"in the first {years}{skip}")
            if years == 1:
                return words.pick(f"trong năm xét{skip}", f"in that year{skip}")
            return words.pick(f"trong {years} năm cuối{skip}", f"in the last {years} years{skip}")
        case EachYear():
            return words.pick("mỗi năm", "each year")
        case Run(years):
            return _run_head(asked, words)
        case SubjectIs(categories):
            return words.pick("đối tượng: ", "subject: ") + words.codes(categories)
        case HasAttribute(name, values):
            return f"{words.award(name)}: {words.codes(values)}"
        case Rated(least):
            quality = words.term(least)
            if asked.years == 1:
                return words.pick(f"{quality} trở lên", f"{quality} or better")
            return words.pick(
                f"{quality} trở lên từ {asked.years} năm",
                f"{quality} or better in {asked.years} years",
            )
        case Held(awards):
            times = (
                ""
                if asked.times == 1
                else words.pick(f" từ {asked.times} lần", f" {asked.times} times")
            )
            tracks = f" ({words.terms(asked.tracks)})" if asked.tracks else ""
            issuers = words.pick(" của ", " by ") + words.codes(asked.issuers)
            verb = words.pick("đã được tặng ", "has received ")
            text = f"{verb}{words.any_award(awards)}{tracks}{times}"
            return text + (issuers if asked.issuers else "")
        case HeldInARow(award, times):
            return words.pick(
                f"đã được tặng {words.award(award)} {times} lần liên tục",
                f"has received {words.award(award)} {times} times in succession",
            )
        case YearsSince(awards):
            return _since(asked, words)
        case HasInitiative(scope):
            count = asked.count
            types = words.terms(asked.types)
            marks = "".join(f", {words.term(one)}" for one in asked.marks)
            return words.pick(
                f"có {count} {types} {words.term(scope)} trở lên{marks}",
                f"{types} of {words.term(scope)} or above{marks}"
                + (f", {count} of them" if count > 1 else ""),
            )
        case NoSanction(mildest):
            of = asked.of
            level = words.term(mildest)
            return words.pick(
                f"không có {words.term(of)}bị kỷ luật từ {level} trở lên"
                if of is Whose.MEMBERS
                else f"không bị kỷ luật từ {level} trở lên",
                f"no sanction {words.term(of)}from {level} upwards",
            )
        case NotPending(matters):
            which = f" ({words.codes(matters)})" if matters else ""
            return words.pick(
                f"không có việc đang xem xét, xác minh{which}", f"nothing pending{which}"
            )
        case ServedInPost(posts, years):
            under = (
                ""
                if asked.under is None
                else words.pick(
                    f" đến dưới {number(asked.under)} năm", f" but under {number(asked.under)}"
                )
            )
            return words.pick(
                f"giữ chức vụ {words.codes(posts)} từ {number(years)} năm{under}",
                f"in post {words.codes(posts)} for {number(years)} years or more{under}",
            )
        case Employed(months):
            return words.pick(
                f"có thời gian công tác từ {number(months)} tháng mỗi năm",
                f"at work for {number(months)} months of each year",
            )
        case FigureIs(code, relation, value):
            return f"{words.award(code)} {_sign(relation)} {number(value)}"
        case ShareIs(part, of, relation, share):
            return f"{words.award(part)} / {words.award(of)} {_sign(relation)} {words.share(share)}"
        case SelectedIn(code):
            cluster = words.award(code)
            years = asked.years
            often = "" if years == 1 else words.pick(f" trong {years} năm", f" in {years} years")
            if asked.rank is None:
                return words.pick(f"được {cluster} suy tôn", f"put forward by {cluster}") + often
            return (
                words.pick(
                    f"xếp thứ {asked.rank} trở lên trong {cluster}",
                    f"ranked {asked.rank} or better in {cluster}",
                )
                + often
            )
        case InCampaign():
            return _campaign(asked, words)
        case Voted():
            return _vote(asked, words)
        case Attested(matter, what):
            reach = "" if asked.scope is None else f" ({words.term(asked.scope)})"
            text = asked.wording or f"{matter}: {what}"
            return words.pick(f"được xác nhận {text}{reach}", f"attested: {text}{reach}")
        case MeetsStandard(award):
            return words.pick(
                f"đạt tiêu chuẩn {words.award(award)}",
                f"meets the standard of {words.award(award)}",
            )
        case MeetsRule(rules):
            return words.pick("đáp ứng ", "meets ") + words.listed(rules)
        case NeedsJudgement(why):
            return words.pick(f"do người có thẩm quyền xem xét: {why}", f"left to judgement: {why}")
        case NeedsLocalRules(topic, why):
            return words.pick("theo quy định của bộ, tỉnh: ", "by local rules: ") + (why or topic)
        case TextMissing(why):
            return words.pick(f"chưa có văn bản: {why}", f"text not found: {why}")
        case ResetAfterSanction(mildest):
            return words.pick(
                f"sau kỷ luật từ {words.term(mildest)} trở lên, thành tích tính lại từ đầu",
                f"after a sanction from {words.term(mildest)} upwards, years count anew",
            )
        case NotReused(by):
            return words.pick(
                f"thành tích đã dùng để xét {words.any_award(by)} không tính lại",
                f"what {words.any_award(by)} used up does not count again",
            ).replace("*", words.pick("cùng hình thức này", "this same award"))
        case ExcludedTracks(tracks):
            return words.pick(
                f"không lấy khen thưởng {words.terms(tracks)} làm căn cứ",
                f"awards that are {words.terms(tracks)} ground nothing",
            )
        case LeaveCounts(types):
            return words.pick("tính vào thời gian công tác: ", "counts as time at work: ") + (
                words.codes(types)
            )
        case ReducedTenure(attribute, values):
            change = (
                words.pick(f"bớt {asked.years} năm", f"less {asked.years} years")
                if asked.years
                else words.pick(f"còn {asked.factor}", f"times {asked.factor}")
            )
            return words.pick("thời gian giữ chức vụ ", "time in a post ") + (
                f"{change} ({words.award(attribute)}: {words.codes(values)})"
            )
        case _:
            assert_never(asked)


def _sign(relation: str) -> str:
    return {">=": "≥", "<=": "≤", "!=": "≠", "==": "="}.get(relation, relation)


def _run_head(asked: Run, words: Words) -> str:
    text = words.pick(f"từ {asked.years} năm liên tục", f"{asked.years} years in a row or more")
    if asked.after:
        after = words.any_award(asked.after)
        text += words.pick(f" sau khi được tặng {after}", f" after {after}")
    if asked.reset:
        reset = words.any_award(asked.reset)
        text += words.pick(f", tính lại sau mỗi lần được tặng {reset}", f", anew after {reset}")
    if asked.skip:
        text += words.pick(
            f", đến trước năm xét {asked.skip} năm", f", up to {asked.skip} before that year"
        )
    elif asked.idle == 0:
        text += words.pick(" đến năm xét", " up to that year")
    elif asked.idle:
        text += words.pick(
            f", kết thúc không quá {asked.idle} năm trước năm xét",
            f", ended no more than {asked.idle} before that year",
        )
    return text


def _since(asked: YearsSince, words: Words) -> str:
    awards, parts = words.any_award(asked.awards), []
    if asked.at_least is not None and asked.at_least == asked.at_most:
        years = words.plural(asked.at_least, "year", "years")
        return words.pick(
            f"cách lần được tặng {awards} đúng {asked.at_least} năm",
            f"exactly {asked.at_least} {years} since {awards}",
        )
    if asked.at_least is not None:
        parts.append(words.pick(f"từ {asked.at_least} năm", f"at least {asked.at_least} years"))
    if asked.at_most is not None:
        parts.append(words.pick(f"không quá {asked.at_most} năm", f"at most {asked.at_most} years"))
    span = words.listed(parts, ("và", "and"))
    return words.pick(f"cách lần được tặng {awards} {span}", f"{span} since {awards}")


def _campaign(asked: InCampaign, words: Words) -> str:
    text = words.pick("có thành tích trong phong trào thi đua", "a part in a campaign")
    if asked.times > 1:
        text = words.pick(
            f"có thành tích trong {asked.times} phong trào thi đua",
            f"a part in {asked.times} campaigns",
        )
    for listed, vietnamese, english in (
        (asked.campaigns, "", ""),
        (asked.launched_by, "do {} phát động", "launched by {}"),
        (asked.reviews, "khi {}", "at {}"),
        (asked.roles, "là {}", "as {}"),
    ):
        if listed:
            form = words.pick(vietnamese, english) or "{}"
            text += ", " + form.format(words.codes(listed))
    if asked.years > 1:
        text += words.pick(f", từ {asked.years} năm", f", for {asked.years} years")
    return text


def _vote(asked: Voted, words: Words) -> str:
    rule = asked.rule
    of_whom = {
        VoteBase.MEMBERS: words.pick("tổng số thành viên", "all members"),
        VoteBase.PRESENT: words.pick("số thành viên dự họp", "the members present"),
        VoteBase.VOTERS: words.pick("số thành viên bỏ phiếu", "the members who vote"),
    }[rule.base]
    body = words.award(asked.body) if asked.body else words.pick("hội đồng", "the council")
    more = words.pick("trên" if rule.above else "từ", "more than" if rule.above else "")
    needed = f"{more} {words.share(rule.share)}".strip()
    text = words.pick(
        f"{body} đồng ý {needed} {of_whom}", f"{body} agrees by {needed} of {of_whom}"
    )
    if rule.secret:
        text += words.pick(", bỏ phiếu kín", ", in a secret ballot")
    if rule.quorum is not None:
        share = words.share(rule.quorum)
        text += words.pick(
            f", có từ {share} thành viên dự họp", f", with {share} of the members there"
        )
    return text

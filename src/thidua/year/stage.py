# SPDX-License-Identifier: MIT
"""Stages of an assessment as data (*các bước chấm, thẩm định, bình xét*).

A procedure is a list of stages. Each says who may enter what in it, what it needs before it
is left, and where to go from there; nothing of it is written into the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, final

from attrs import field, frozen

from thidua.errors import ClusterFault, Fault, Faults, suggest
from thidua.formula.given import several
from thidua.quantity.term import Term
from thidua.quantity.typed import typed

__all__ = [
    "Assignment",
    "Need",
    "OfficialBy",
    "OfficialRule",
    "Procedure",
    "Stage",
    "Takes",
    "Who",
    "usual_procedure",
]


class Takes(Term):
    """What may be entered in a stage."""

    ENTRIES = "entries"
    """Points, or results of measures."""
    EXPLANATIONS = "explanations"
    """*Giải trình*."""
    DECISIONS = "decisions"
    """*Thông qua, quyết định*."""
    BALLOTS = "ballots"
    """*Phiếu bầu*."""


class Who(Term):
    """Who may enter it."""

    UNIT = "unit"
    """Each member, for itself."""
    CHECKER = "checker"
    """Who checks the unit, by the pairing of the cross-check."""
    HEAD = "head"
    """The head, and for the head its deputy, unless the charter lets the head appraise
    itself."""
    MEMBERS = "members"
    """Every member."""
    NAMED = "named"
    """Who is assigned to the stage, each for its own criteria."""
    ANYBODY = "anybody"
    """Whom the application lets."""


class Need(Term):
    """What a stage needs before the procedure goes on, or results are published."""

    ENTRIES = "entries"
    """Each member has an entry for each criterion; for one at least, without a rubric."""
    DECISION = "decision"
    """A decision that adopts."""
    BALLOTS = "ballots"
    """Each member has voted on every question that was put."""


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(several(given, ClusterFault))


@final
@frozen(field_transformer=typed(ClusterFault))
class Assignment:
    """Who appraises which criteria in a stage (*phân công thẩm định*)."""

    kind: ClassVar = "assignment"
    actor: str
    """Who: code of a department, a unit or a person."""
    criteria: tuple[str, ...] = field(default=(), converter=_codes)
    """Codes of criteria or sections; empty for all."""


def _takes(given: Iterable[Takes | str]) -> tuple[Takes, ...]:
    return tuple(Takes(one) for one in _codes(given))


def _needs(given: Iterable[Need | str]) -> tuple[Need, ...]:
    return tuple(Need(one) for one in _codes(given))


def _assigned(given: Iterable[Assignment]) -> tuple[Assignment, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Stage:
    """One step of an assessment."""

    kind: ClassVar = "stage"
    code: str
    """Code."""
    name: str
    """Name, for people."""
    takes: tuple[Takes, ...] = field(default=(Takes.ENTRIES,), converter=_takes, kw_only=True)
    """What may be entered."""
    who: Who = field(default=Who.ANYBODY, converter=Who, kw_only=True)
    """By whom."""
    assigned: tuple[Assignment, ...] = field(default=(), converter=_assigned, kw_only=True)
    """Who is named, with their criteria."""
    needs: tuple[Need, ...] = field(default=(), converter=_needs, kw_only=True)
    """What must be there before the procedure goes on, or results are published in it; going
    back needs nothing."""
    then: tuple[str, ...] = field(default=(), converter=_codes, kw_only=True)
    """Codes of the stages that may follow; none named, the next of the list."""
    back: tuple[str, ...] = field(default=(), converter=_codes, kw_only=True)
    """Codes of the stages to which it may be returned, with a reason."""
    reasons: bool = field(default=True, kw_only=True)
    """Whether an entry that differs from the stage before must give a reason."""
    evidence: bool = field(default=False, kw_only=True)
    """Whether an entry must refer to evidence (*minh chứng*)."""


class OfficialRule(Term):
    """Which of the values entered for a criterion counts."""

    LATEST = "latest"
    """The one entered last."""
    OVERRIDE = "override"
    """That of the furthest stage, whenever it was entered."""
    MAXIMUM = "maximum"
    """The greatest."""
    MEAN = "mean"
    """The mean, unrounded."""
    CONSENSUS = "consensus"
    """The value that all have entered; unknown as long as they differ."""


@final
@frozen(field_transformer=typed(ClusterFault))
class OfficialBy:
    """How the official value is found (*điểm chính thức*)."""

    kind: ClassVar = "official_by"
    rule: OfficialRule = field(default=OfficialRule.OVERRIDE, converter=OfficialRule)
    """The rule."""
    stages: tuple[str, ...] = field(default=(), converter=_codes)
    """Codes of the stages that count; empty for all."""


def _stages(given: Iterable[Stage]) -> tuple[Stage, ...]:
    return tuple(given)


@final
@frozen(field_transformer=typed(ClusterFault))
class Procedure:
    """The stages of an assessment, and how the official value is found.

    Example:
        >>> procedure = Procedure([Stage("tu_cham", "Tự chấm"), Stage("tham_dinh", "Thẩm định")])
        >>> procedure.following("tu_cham")
        ('tham_dinh',)
    """

    kind: ClassVar = "procedure"
    stages: tuple[Stage, ...] = field(default=(), converter=_stages)
    """The stages, in order; none where an assessment is not known."""
    official: OfficialBy = OfficialBy()
    """How the official value is found."""

    def __attrs_post_init__(self) -> None:
        """Refuse codes that stand twice or name nothing."""
        if faults := tuple(_faults(self)):
            raise Faults(faults)

    def stage(self, code: str) -> Stage | None:
        """Return the stage of a code, or None."""
        return next((one for one in self.stages if one.code == code), None)

    def place(self, code: str) -> int:
        """Return the place of a stage in the list, from 0."""
        return next(index for index, one in enumerate(self.stages) if one.code == code)

    def following(self, code: str) -> tuple[str, ...]:
        """Return the stages that may follow; the first, if none has begun."""
        stage = self.stage(code)
        if stage is None:
            return tuple(one.code for one in self.stages[:1])
        place = self.place(code) + 1
        return stage.then or tuple(one.code for one in self.stages[place : place + 1])


def _faults(procedure: Procedure) -> Iterator[Fault]:
    codes = [one.code for one in procedure.stages]
    for index, stage in enumerate(procedure.stages):
        if stage.code in codes[:index]:
            what = f"stage {stage.code!r} stands twice"
            yield ClusterFault(("stages", index, "code"), "stage-twice", what, "rename one")
        for name, named in (("then", stage.then), ("back", stage.back)):
            for place, code in enumerate(named):
                if code not in codes:
                    at = ("stages", index, name, place)
                    yield _no_stage(at, code, codes)
        if stage.who is Who.NAMED and not stage.assigned:
            what = f"nobody is assigned to stage {stage.code!r}"
            yield ClusterFault(("stages", index, "assigned"), "empty", what, "name who appraises")
    for place, code in enumerate(procedure.official.stages):
        if code not in codes:
            yield _no_stage(("official", "stages", place), code, codes)


def _no_stage(at: tuple[str | int, ...], code: str, codes: list[str]) -> Fault:
    return ClusterFault(at, "stage-unknown", f"no stage {code!r}", suggest(code, codes))


def usual_procedure(
    departments: Iterable[Assignment] = (), *, official: OfficialBy | None = None
) -> Procedure:
    """Return the stages that most clusters have, to be used or taken apart.

    Self-scores, cross-check, the head's review, explanations, its second review, departments
    if any are given, the conference, the votes, the council.

    Example:
        >>> [stage.code for stage in usual_procedure().stages][:3]
        ['tu_cham', 'kiem_tra_cheo', 'tham_dinh']
    """
    assigned = tuple(departments)
    stages = (
        Stage("tu_cham", "Tự chấm", who=Who.UNIT, needs=[Need.ENTRIES]),
        Stage("kiem_tra_cheo", "Kiểm tra chéo", who=Who.CHECKER, back=["tu_cham"]),
        Stage("tham_dinh", "Thẩm định", who=Who.HEAD, back=["tu_cham"]),
        Stage("giai_trinh", "Giải trình", takes=[Takes.EXPLANATIONS], who=Who.UNIT),
        Stage("tham_dinh_lai", "Thẩm định lần 2", who=Who.HEAD, back=["giai_trinh"]),
        *(
            [Stage("so_nganh", "Sở, ngành thẩm định", who=Who.NAMED, assigned=assigned)]
            if assigned
            else []
        ),
        Stage(
            "hoi_nghi",
            "Hội nghị thông qua",
            takes=[Takes.DECISIONS],
            needs=[Need.DECISION],
            back=["tham_dinh_lai"],
        ),
        Stage("bo_phieu", "Bỏ phiếu", takes=[Takes.BALLOTS], who=Who.MEMBERS, needs=[Need.BALLOTS]),
        Stage("hoi_dong", "Hội đồng", takes=[Takes.DECISIONS], back=["hoi_nghi"]),
    )
    return Procedure(stages, official or OfficialBy())

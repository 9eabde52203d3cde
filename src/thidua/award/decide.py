# SPDX-License-Identifier: MIT
"""A ranking, dossiers, rules and quotas, into a slate (*bình xét, đề nghị khen thưởng*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from thidua.award.allot import allot
from thidua.award.judge import judge
from thidua.award.limited import limited
from thidua.award.quota import Quota, QuotaRule
from thidua.award.rule import Provision
from thidua.award.slate import Offer, Slate
from thidua.basis import day
from thidua.dossier import Dossier, SubjectKind
from thidua.eligibility import Answer, Verdict
from thidua.errors import Faults, RankingFault, suggest
from thidua.ranking import Place, Ranking

__all__ = ["decide"]


def decide(  # noqa: PLR0913 - what a council has before it
    ranking: Ranking,
    offers: Iterable[Offer],
    dossiers: Iterable[Dossier],
    provisions: Iterable[Provision],
    on: date | str,
    *,
    year: int | None = None,
    subjects: SubjectKind | str = SubjectKind.COLLECTIVE,
    nominate: int | None = None,
    knock_outs: Mapping[str, str] | None = None,
    quotas: Iterable[Quota | QuotaRule] = (),
    counts: Mapping[str, int] | None = None,
) -> Slate:
    """Propose awards in the order of rank to the units that the rules allow them.

    As `propose` does, but for every award that is left the rules are asked, votes among
    them. A unit that they refuse an award is asked about the next. Where it is not certain
    yet, as something is pending, not on file, or left to people, the award is kept for the
    unit, and nobody below takes it. Being put forward (*suy tôn*) goes by rank alone; so who
    is put forward and who is awarded may differ.

    Quotas bear on the lists that come of it, over all groups. Whoever exceeds one stays on
    the slate, with the award and the quota; whether another award is asked for instead is
    for people to say.

    Args:
        ranking: The ranking; its groups are awarded separately.
        offers: What there is to award, highest first; `Offer.code` is what the rules call it.
        dossiers: What is on file, each with the code of its unit. Of a unit without a dossier
            nothing is known.
        provisions: The rules, such as those of ``law.at(day).provisions``; those that do not
            hold on the day are passed over.
        on: The day of the proposal.
        year: The year under review, if it is not that of the day.
        subjects: What units without a dossier are.
        nominate: As in `propose`.
        knock_outs: As in `propose`.
        quotas: Quotas, or rules that hold on the day, such as ``law.at(day).quotas``.
        counts: Numbers that their shares are taken of, as in `check_quotas`.

    Returns:
        A decision for every unit, with a verdict for every award that was asked about.

    Raises:
        Faults: If a dossier is of no unit of the ranking, or two are of one; or as `propose`
            and `check_quotas` do.
    """
    on, rules = day(on), tuple(provisions)
    files: dict[str, Dossier] = {}
    units = [*(place.unit for place in ranking.places), *(one.unit for one in ranking.unranked)]
    faults: list[RankingFault] = []
    for index, dossier in enumerate(dossiers):
        faults.extend(_misplaced(dossier, index, files, units))
        files[dossier.subject] = dossier
    if faults:
        raise Faults(tuple(faults))
    found: dict[str, list[Verdict]] = {}

    def may(place: Place, offer: Offer) -> Answer:
        dossier = files.get(place.unit) or Dossier(place.unit, subjects, name=place.name)
        verdict = judge(rules, dossier, offer.title, on, year=year)
        found.setdefault(place.unit, []).append(verdict)
        return verdict.answer

    slate = allot(ranking, offers, may, nominate=nominate, knock_outs=knock_outs)
    judged = evolve(
        slate,
        decisions=tuple(
            evolve(one, verdicts=tuple(found.get(one.unit, ()))) for one in slate.decisions
        ),
    )
    return limited(judged, quotas, counts, on)


def _misplaced(
    dossier: Dossier, index: int, files: Mapping[str, Dossier], units: list[str]
) -> Iterator[RankingFault]:
    at = ("dossiers", index, "subject")
    if dossier.subject not in units:
        what = f"a dossier of {dossier.subject!r}, which is not in the ranking"
        yield RankingFault(at, "unit-unknown", what, suggest(dossier.subject, units))
    if dossier.subject in files:
        what = f"two dossiers of {dossier.subject!r}"
        yield RankingFault(at, "unit-twice", what, "put what is on file into one")

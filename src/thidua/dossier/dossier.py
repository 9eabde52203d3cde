# SPDX-License-Identifier: MIT
"""All that is on file for one subject (*hồ sơ*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, TypeVar, cast, final

from attrs import field, frozen

from thidua.dossier.facts import (
    Attribute,
    AwardReceived,
    Figure,
    Initiative,
    Leave,
    Pending,
    Post,
    Rating,
    Sanction,
)
from thidua.dossier.results import Attestation, Ballot, CampaignResult, ClusterResult
from thidua.dossier.scale import SubjectKind
from thidua.dossier.years import Calendar, Years
from thidua.errors import DossierFault, Faults
from thidua.quantity import Term
from thidua.quantity.typed import typed

__all__ = ["Complete", "Dossier", "Record"]


T = TypeVar("T")


class Record(Term):
    """A list in a dossier that may be known to be complete."""

    RATINGS = "ratings"
    """Yearly ratings."""
    AWARDS = "awards"
    """Awards received."""
    INITIATIVES = "initiatives"
    """Initiatives, research, ingenuity."""
    SANCTIONS = "sanctions"
    """Sanctions, of the subject and of members; by the days on which they hold."""
    PENDING = "pending"
    """Pending matters; by the day asked about."""
    POSTS = "posts"
    """Posts held."""
    FIGURES = "figures"
    """Numbers; a number is on file or it is not, so completeness says nothing of them."""
    LEAVES = "leaves"
    """Leaves."""
    CAMPAIGNS = "campaigns"
    """Results of campaigns."""
    CLUSTERS = "clusters"
    """Results in clusters."""
    BALLOTS = "ballots"
    """Ballots of councils."""


@final
@frozen(field_transformer=typed(DossierFault))
class Complete:
    """That a list holds all there is for some years: what is not in it is not so."""

    kind: ClassVar = "complete"
    record: Record = field(converter=Record)
    """The list."""
    years: Years
    """The years for which it is complete."""


def _complete(
    given: Years | Iterable[Complete] | Mapping[Record | str, Years],
) -> tuple[Complete, ...]:
    match given:
        case Years():
            return tuple(Complete(record, given) for record in Record)
        case Mapping():
            return tuple(Complete(Record(record), years) for record, years in given.items())
        case _:
            return tuple(given)


def _attributes(given: Mapping[str, str] | Iterable[Attribute]) -> tuple[Attribute, ...]:
    if isinstance(given, Mapping):
        pairs = cast(
            "Mapping[str, str]", given
        ).items()  # checkers also see a mapping of attributes
        return tuple(Attribute(name, value) for name, value in pairs)
    return tuple(given)


def _all(given: Iterable[T], cls: type[T]) -> tuple[T, ...]:
    """Take facts of one class; refuse anything else."""
    facts = tuple(given)
    for index, one in enumerate(facts):
        if type(one) is not cls:
            what = f"not of class {cls.__name__}, {one!r}"
            raise DossierFault((index,), "not-a-fact", what, f"write {cls.__name__}(…)")
    return facts


def _ratings(given: Iterable[Rating]) -> tuple[Rating, ...]:
    return _all(given, Rating)


def _awards(given: Iterable[AwardReceived]) -> tuple[AwardReceived, ...]:
    return _all(given, AwardReceived)


def _initiatives(given: Iterable[Initiative]) -> tuple[Initiative, ...]:
    return _all(given, Initiative)


def _sanctions(given: Iterable[Sanction]) -> tuple[Sanction, ...]:
    return _all(given, Sanction)


def _pending(given: Iterable[Pending]) -> tuple[Pending, ...]:
    return _all(given, Pending)


def _posts(given: Iterable[Post]) -> tuple[Post, ...]:
    return _all(given, Post)


def _figures(given: Iterable[Figure]) -> tuple[Figure, ...]:
    return _all(given, Figure)


def _leaves(given: Iterable[Leave]) -> tuple[Leave, ...]:
    return _all(given, Leave)


def _campaigns(given: Iterable[CampaignResult]) -> tuple[CampaignResult, ...]:
    return _all(given, CampaignResult)


def _clusters(given: Iterable[ClusterResult]) -> tuple[ClusterResult, ...]:
    return _all(given, ClusterResult)


def _ballots(given: Iterable[Ballot]) -> tuple[Ballot, ...]:
    return _all(given, Ballot)


def _attestations(given: Iterable[Attestation]) -> tuple[Attestation, ...]:
    return _all(given, Attestation)


@final
@frozen(field_transformer=typed(DossierFault))
class Dossier:
    """What is on file for one subject.

    A list holds what is known. That something is *not* in a list means nothing, unless the
    list is stated to be complete for the years asked about: an empty list of sanctions is
    no clean record, and a year without a rating is no bad year.

    Raises:
        Faults: With everything that contradicts itself.
    """

    kind: ClassVar = "dossier"
    subject: str
    """Code of the subject."""
    of: SubjectKind = field(converter=SubjectKind)
    """Who it is."""
    name: str = field(default="", kw_only=True)
    """Name, for people."""
    category: str | None = field(default=None, kw_only=True)
    """What the subject is in law: ``"cong-chuc"``, ``"nong-dan"``; None if not on file."""
    attributes: tuple[Attribute, ...] = field(default=(), converter=_attributes, kw_only=True)
    """Other properties by name; a mapping is taken as it is."""
    calendar: Calendar = field(default=Calendar.CALENDAR, converter=Calendar, kw_only=True)
    """What a year is."""
    ratings: tuple[Rating, ...] = field(default=(), converter=_ratings, kw_only=True)
    """Yearly ratings, one for a year."""
    awards: tuple[AwardReceived, ...] = field(default=(), converter=_awards, kw_only=True)
    """Awards received."""
    initiatives: tuple[Initiative, ...] = field(default=(), converter=_initiatives, kw_only=True)
    """Initiatives, research, ingenuity."""
    sanctions: tuple[Sanction, ...] = field(default=(), converter=_sanctions, kw_only=True)
    """Sanctions, also of members of a collective."""
    pending: tuple[Pending, ...] = field(default=(), converter=_pending, kw_only=True)
    """Matters under examination, also those that are closed."""
    posts: tuple[Post, ...] = field(default=(), converter=_posts, kw_only=True)
    """Posts held."""
    figures: tuple[Figure, ...] = field(default=(), converter=_figures, kw_only=True)
    """Numbers: staff, members who hold a title, scores; one for a code and year."""
    leaves: tuple[Leave, ...] = field(default=(), converter=_leaves, kw_only=True)
    """Leaves."""
    campaigns: tuple[CampaignResult, ...] = field(default=(), converter=_campaigns, kw_only=True)
    """Results of campaigns."""
    clusters: tuple[ClusterResult, ...] = field(default=(), converter=_clusters, kw_only=True)
    """Results in clusters, one for a cluster and year."""
    ballots: tuple[Ballot, ...] = field(default=(), converter=_ballots, kw_only=True)
    """Ballots of councils."""
    attestations: tuple[Attestation, ...] = field(default=(), converter=_attestations, kw_only=True)
    """What is certified, or denied."""
    complete: tuple[Complete, ...] = field(default=(), converter=_complete, kw_only=True)
    """Which lists are complete, and for which years; a mapping, or years for all lists."""

    def __attrs_post_init__(self) -> None:
        """Refuse a dossier that contradicts itself."""
        if faults := tuple(self._faults()):
            raise Faults(faults)

    def _faults(self) -> Iterator[DossierFault]:
        keys: list[tuple[str, list[tuple[object, ...]]]] = [
            ("attributes", [(one.name,) for one in self.attributes]),
            ("ratings", [(one.year,) for one in self.ratings]),
            ("figures", [(one.code, one.year) for one in self.figures]),
            ("clusters", [(one.cluster, one.year) for one in self.clusters]),
            ("ballots", [(one.award, one.year, one.body, one.turn) for one in self.ballots]),
            (
                "attestations",
                [(one.matter, one.what, one.year, one.scope, one.by) for one in self.attestations],
            ),
            ("initiatives", [(one.code,) if one.code else () for one in self.initiatives]),
        ]
        for name, listed in keys:
            for index, key in enumerate(listed):
                if key and key in listed[:index]:
                    said = " ".join(str(part) for part in key if part not in {None, ""})
                    what = f"{said} stands twice"
                    yield DossierFault((name, index), "fact-twice", what, "keep one of them")

    def is_complete(self, record: Record, years: Years) -> bool:
        """Tell whether a list is known to hold all there is for every one of some years.

        Years that several statements cover together are covered.
        """
        spans = [one.years for one in self.complete if one.record is record]
        if any(span.covers(years) for span in spans):
            return True
        if years.first is None or years.last is None:
            return False
        return all(
            any(year in span for span in spans) for year in range(years.first, years.last + 1)
        )

    def attribute(self, name: str) -> str | None:
        """Return a property of the subject; None if it is not on file."""
        return next((one.value for one in self.attributes if one.name == name), None)

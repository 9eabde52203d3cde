# SPDX-License-Identifier: MIT
"""What single changes have not met is pursued: holes of tables, zeros, branches, maxima."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from attrs import evolve

from thidua.formula import Band, bounds
from thidua.formula.walk import Node
from thidua.review.aims import Aim, Condition, aims
from thidua.review.budget import Budget
from thidua.review.entries import Cluster, Key, Unit
from thidua.review.hunt import Hunt
from thidua.review.limits import says_more
from thidua.review.proof import Proof, scope_of
from thidua.review.search import Findings, look, vary
from thidua.review.trial import Trial
from thidua.rubric import Better, Criterion

__all__ = ["MOST_BOXES", "pursue"]

MOST_BOXES = 20_000
"""Most sets of clusters that are looked at for all aims of a rubric."""

_FLAWS = ("band-gap", "band-overlap")
_MOST_FOR_FLAWS = 1_500
_MOST_FOR_ONE_UNIT = 400
_MOST = 64
_MOST_OF_PEERS = 8
_MOST_BRANCHES = 64
_CANDIDATES = 4
_EXCEEDED = "exceeded"

_Variant: TypeAlias = tuple[Cluster, tuple[int, ...], int]


def pursue(found: Findings, trial: Trial, proof: Proof, wanted: Mapping[Key, Better]) -> None:
    """Look for what is not found yet, by aims; note what stays open.

    Args:
        found: What is found already.
        trial: The rubric.
        proof: What is proved of it.
        wanted: The numbers to find drops of the total for, and which results are better.
    """
    budget = Budget(MOST_BOXES)
    scope = scope_of(trial.plan, proof)
    for criterion in trial.criteria:
        code = criterion.code
        expression = trial.plan.expression[code]
        branches: list[Aim] = []
        for aim in aims(expression, trial.plan, scope):
            if not aim.fault:
                branches.append(aim)
            elif not (_is_met(found, code, aim) or _met(found, trial, budget, criterion, aim)):
                found.open[code, aim.fault, aim.want] = None
        high = bounds(expression, scope).high
        if not says_more(criterion) and (high is None or high > criterion.maximum):
            most = Aim(_EXCEEDED, expression, Band(0, above=criterion.maximum), (0, ()), None)
            if not _is_met(found, code, most):
                _met(found, trial, budget, criterion, most)
        reached = [*trial.starts]
        for aim in branches[-_MOST_BRANCHES:]:
            if not any(_holds(trial, budget, aim, one) for one in reached):
                hunt = Hunt(trial, aim, trial.starts[2], (0,))
                made = next(hunt.clusters(budget, _MOST), None)
                if made is not None:
                    reached.append(made)
                    keys = trial.keys([aim.of], {one for at in aim.places() for one in at[1]})
                    vary(found, trial, made, keys, wanted, criterion)


def _is_met(found: Findings, code: str, aim: Aim) -> bool:
    if aim.fault in _FLAWS:
        return (code, aim.want, aim.fault == "band-gap") in found.flaws
    if aim.fault == _EXCEEDED:
        return code in found.exceeded
    return (code, aim.fault) in found.faults


def _met(found: Findings, trial: Trial, budget: Budget, criterion: Criterion, aim: Aim) -> bool:
    """Hunt for an aim; tell whether it is met, or proved to be out of reach."""
    is_closed = not _looks_around(trial, aim.nodes(), aim)
    if not is_closed and _is_blocked(trial, budget, aim):
        return True
    for cluster, units, most in _variants(trial, aim):
        tried = 0
        for made in islice(Hunt(trial, aim, cluster, units).clusters(budget, most), _CANDIDATES):
            look(found, trial, trial.run(made), criterion)
            if _is_met(found, criterion.code, aim):
                return True
            tried += 1
        if is_closed and not tried and not budget.is_over:
            return True
    return False


def _looks_around(trial: Trial, nodes: Iterable[Node], aim: Aim) -> bool:
    """Tell whether *nodes* depend on how many items or peers there are."""
    return bool(trial.folded(nodes)) or trial.looks_at_peers(nodes) or aim.is_of_peers


def _is_blocked(trial: Trial, budget: Budget, aim: Aim) -> bool:
    """Tell whether the way to an aim is proved to be closed, whoever else there is."""
    if aim.is_of_peers:
        return False
    way: Condition | None = None
    for one in aim.conditions():
        if not trial.folded([one.when]) and not trial.looks_at_peers([one.when]):
            way = evolve(one, before=way)
    if way is None:
        return False
    alone = Hunt(trial, Aim("", aim.of, aim.want, aim.place, way), trial.starts[3], (0,))
    return next(alone.clusters(budget, _MOST), None) is None and not budget.is_over


def _variants(trial: Trial, aim: Aim) -> Iterator[_Variant]:
    """Yield clusters to leave entries of open, in which units, and how many boxes that takes."""
    starts = trial.starts
    flaw = aim.fault in _FLAWS
    most = _MOST_FOR_FLAWS if flaw else _MOST
    inside = {code for place in aim.places() for code in place[1]}
    folded = trial.folded(aim.nodes())
    for size in (1, 0, 2, 3) if folded else (1,) if inside else (None,):
        sized = [
            start if size is None else _sized(start, starts, folded | inside, size)
            for start in (starts[2], starts[3])
        ]
        if not (aim.is_of_peers or trial.looks_at_peers(aim.nodes())):
            yield from ((cluster, (0,), most) for cluster in sized)
            continue
        if flaw:
            yield from ((cluster, (0,), _MOST_FOR_ONE_UNIT) for cluster in sized)
        everyone = tuple(range(len(sized[0])))
        yield sized[0], everyone, most if flaw else _MOST_OF_PEERS


def _sized(
    cluster: Cluster, starts: tuple[Cluster, ...], lists: frozenset[str] | set[str], size: int
) -> Cluster:
    """Return the cluster with so many items in lists."""
    pool = starts[3][0].lists
    return tuple(
        Unit.of(unit.row, {**unit.lists, **{code: pool[code][:size] for code in lists}})
        for unit in cluster
    )


def _holds(trial: Trial, budget: Budget, aim: Aim, cluster: Cluster) -> bool:
    return next(Hunt(trial, aim, cluster, ()).clusters(budget, 1), None) is not None

# SPDX-License-Identifier: MIT
"""Which parts of two rubrics are the same, whatever their codes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import final

from attrs import evolve, frozen

from thidua.comparison.order import Spot, merged, unsettled
from thidua.errors import Path
from thidua.rubric import Part, Rubric, Section
from thidua.rubric.plan import rows

__all__ = ["Standing", "bare", "match_parts", "moved_among", "spots_of", "standings"]


@final
@frozen
class Standing:
    """A part, and where it stands in its rubric."""

    part: Part
    spot: Spot
    level: int


def standings(rubric: Rubric) -> dict[str, Standing]:
    """Return every part by code, in printed order."""
    found = tuple(rows(rubric))
    codes: dict[Path, str] = {row.at: row.part.code for row in found}

    def spot(at: Path) -> Spot:
        last = at[-1]
        before = (*at[:-1], last - 1) if isinstance(last, int) else at
        return Spot(codes.get(at[:-2], ""), codes.get(before, ""))

    return {row.part.code: Standing(row.part, spot(row.at), row.level) for row in found}


def bare(part: Part) -> Part:
    """Return a section without its parts, or a criterion as it is."""
    return evolve(part, criteria=()) if isinstance(part, Section) else part


def spots_of(codes: Sequence[str], within: str = "") -> dict[str, Spot]:
    """Return where each member of a list stands."""
    return {
        code: Spot(within, before) for code, before in zip(codes, ["", *codes[:-1]], strict=False)
    }


def moved_among(old: Iterable[str], new: Iterable[str]) -> frozenset[str]:
    """Return the fewest of *new* without which those that are also in *old* keep its order."""
    places = {code: place for place, code in enumerate(old)}
    codes = {places[code]: code for code in new if code in places}
    return frozenset(codes[place] for place in unsettled([*codes]))


def match_parts(
    old: Mapping[str, Standing], new: Mapping[str, Standing]
) -> tuple[list[tuple[str, str]], frozenset[str]]:
    """Match the parts of two rubrics.

    First what is the same under its code; then what is the same but for its code, if there
    is only one such part on either side; then what has the same code.

    Returns:
        The old and the new code of each part, one of them empty if it is in one rubric only,
        in the order of the new print; and the new codes of the parts that have moved.
    """
    partner = _partners(old, new)
    moved = _moved(old, new, partner)
    was, now = ({code: one.level for code, one in side.items()} for side in (old, new))
    return merged(was, now, partner, moved), moved


def _partners(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> dict[str, str]:
    partner = {
        code: code for code in old if code in new and bare(old[code].part) == bare(new[code].part)
    }
    partner |= _recoded(old, new, partner)
    taken = set(partner.values())
    left = [code for code in old if code in new and code not in partner and code not in taken]
    same = {code: code for code in left if old[code].part.kind == new[code].part.kind}
    return partner | same


def _recoded(
    old: Mapping[str, Standing], new: Mapping[str, Standing], settled: Mapping[str, str]
) -> dict[str, str]:
    """Match criteria that are the same but for their code, then the sections that keep them."""
    left = [code for code in old if code not in settled]
    right = set(new).difference(settled.values())
    by_content: dict[Part, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, codes in enumerate((left, [code for code in new if code in right])):
        for code in codes:
            part = (old, new)[side][code].part
            if not isinstance(part, Section):
                by_content[_uncoded(part)][side].append(code)
    found = {was[0]: now[0] for was, now in by_content.values() if len(was) == len(now) == 1}
    while more := _recoded_sections(old, new, {**settled, **found}):
        found |= more
    return found


def _recoded_sections(
    old: Mapping[str, Standing], new: Mapping[str, Standing], partner: Mapping[str, str]
) -> dict[str, str]:
    """Match the sections that keep a part, and are the same but for their code and parts."""
    taken = set(partner.values())
    pairs = {
        (old[code].spot.within, new[now].spot.within)
        for code, now in partner.items()
        if old[code].spot.within and new[now].spot.within
    }
    able = [
        (was, now)
        for was, now in pairs
        if was not in partner
        and now not in taken
        and _uncoded(old[was].part) == _uncoded(new[now].part)
    ]
    lefts, rights = Counter(was for was, _ in able), Counter(now for _, now in able)
    return {was: now for was, now in able if lefts[was] == rights[now] == 1}


def _uncoded(part: Part) -> Part:
    return evolve(bare(part), code="-")


def _moved(
    old: Mapping[str, Standing], new: Mapping[str, Standing], partner: Mapping[str, str]
) -> frozenset[str]:
    """Return the new codes of the parts that changed their section or their place in it."""
    sections = {"": "", **partner}
    stayed: dict[str, list[str]] = defaultdict(list)
    moved: set[str] = set()
    for code, now in partner.items():
        within = new[now].spot.within
        if sections.get(old[code].spot.within) == within:
            stayed[within].append(code)
        else:
            moved.add(now)
    order = {code: place for place, code in enumerate(old)}
    places = {code: place for place, code in enumerate(new)}
    for codes in stayed.values():
        was = [partner[code] for code in sorted(codes, key=order.__getitem__)]
        moved |= moved_among(was, sorted(was, key=places.__getitem__))
    return frozenset(moved)

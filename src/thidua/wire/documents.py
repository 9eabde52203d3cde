# SPDX-License-Identifier: MIT
"""Documents: their kinds, reading and writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, ClassVar, Final, TypeAlias, TypeVar, final, get_args, overload

from attrs import frozen

from thidua.award import (
    Bonus,
    BonusRules,
    Deciders,
    GeneralRule,
    LocalRule,
    Power,
    QuotaCheck,
    QuotaRule,
    Rule,
    Slate,
)
from thidua.cluster import (
    ByTurn,
    ByVote,
    Cluster,
    Lead,
    MidYear,
    NextLead,
    Pairing,
    Progress,
    Target,
)
from thidua.comparison import Comparison, Impact
from thidua.dossier import Catalogue, Dossier
from thidua.eligibility import Verdict
from thidua.errors import MAXIMUM_FAULTS, DocumentFault, Fault, Faults
from thidua.law import Law, Pack, Rulebook
from thidua.period import Carried, Intake, Period, PeriodResult
from thidua.ranking import (
    ByCode,
    ByMeasure,
    ByName,
    ByPoints,
    Ceiling,
    Ceilings,
    CeilingTables,
    Classes,
    GradeTable,
    GradeTables,
    LimitedClasses,
    Ranking,
    Remeasure,
    Ties,
)
from thidua.review import Review
from thidua.rubric import Rubric, Scores, Sheet
from thidua.wire.cluster import teach_clusters
from thidua.wire.converter import make_converter
from thidua.wire.faults import faults_of, meant, shown
from thidua.wire.rubric import teach_rubrics
from thidua.wire.text import MAXIMUM_BYTES, MAXIMUM_VALUES, parse, survey, write
from thidua.year import (
    Difference,
    Entered,
    Event,
    Procedure,
    Publication,
    Refusal,
    Year,
)

__all__ = ["FORMAT", "Document", "dumps", "from_document", "loads", "to_document"]

T = TypeVar("T")

FORMAT: Final = 1
"""Version of the format; a change of meaning is a new number."""

Document: TypeAlias = (
    Rubric
    | Sheet
    | tuple[Sheet, ...]
    | Scores
    | Ranking
    | Slate
    | GradeTable
    | GradeTables
    | Classes
    | LimitedClasses
    | Ceiling
    | Ceilings
    | CeilingTables
    | Ties
    | ByPoints
    | ByMeasure
    | ByName
    | ByCode
    | Remeasure
    | Period
    | PeriodResult
    | Intake
    | Carried
    | Pairing
    | ByTurn
    | ByVote
    | NextLead
    | Lead
    | MidYear
    | Target
    | Progress
    | Cluster
    | Procedure
    | Event
    | Year
    | Refusal
    | Publication
    | Entered
    | Difference
    | Comparison
    | Impact
    | Dossier
    | Catalogue
    | Rule
    | GeneralRule
    | LocalRule
    | Power
    | QuotaRule
    | QuotaCheck
    | BonusRules
    | Bonus
    | Deciders
    | Pack
    | Law
    | Rulebook
    | Verdict
    | Review
)
"""Whatever a document may hold; the only list of the kinds of documents.

The name of each is its ``kind``; that of several sheets is ``"sheets"``.
"""


@final
@frozen
class _Sheets:
    """Several sheets as a document holds them."""

    kind: ClassVar = "sheets"
    sheets: tuple[Sheet, ...]


_CLASSES: tuple[Any, ...] = (*get_args(Document), _Sheets)
_KINDS: Mapping[str, type[Any]] = {one.kind: one for one in _CLASSES if hasattr(one, "kind")}
_CONVERTER = make_converter()
teach_rubrics(_CONVERTER)
teach_clusters(_CONVERTER)


def dumps(value: Document, *, indent: int | None = 2) -> str:
    """Write a document as JSON.

    Args:
        value: One of the values that `Document` names.
        indent: Spaces for each level; None writes all on one line.

    Returns:
        Text that `loads` reads back as an equal value.

    Raises:
        Faults: If no document can hold *value*.

    Example:
        >>> print(dumps(Sheet("si-ma-cai", {"thu": "105.2", "dung_han": True})))
        {
          "kind": "sheet",
          "format": 1,
          "unit": "si-ma-cai",
          "entries": {
            "dung_han": true,
            "thu": "105.2"
          }
        }
    """
    return write(to_document(value), indent)


@overload
def loads(text: str | bytes, *, maximum_bytes: int = ...) -> Any: ...
@overload
def loads(text: str | bytes, expect: type[T], *, maximum_bytes: int = ...) -> T: ...
def loads(
    text: str | bytes, expect: type[object] | None = None, *, maximum_bytes: int = MAXIMUM_BYTES
) -> object:
    """Read a document from JSON.

    Args:
        text: The document; bytes are UTF-8.
        expect: Class of the value wanted, ``tuple`` for several sheets; absent, any.
        maximum_bytes: Largest text to read.

    Returns:
        The value; a rubric in it is sound, as `thidua.rubric.check` sees it.

    Raises:
        Faults: With everything that is wrong, each at its place.

    Example:
        >>> loads('{"kind": "sheet", "format": 1, "unit": "a", "entries": {"thu": 1.50}}').entries
        (('thu', Fraction(3, 2)),)
        >>> loads('{"kind": "sheet", "format": 1, "unit": 7, "entris": {}}')
        Traceback (most recent call last):
        ...
        thidua.errors.Faults: $.unit: a text is wanted, given 7
        $: key 'entries' is missing
        $: unknown key 'entris'; did you mean 'entries'?
    """
    try:
        document = parse(text, maximum_bytes)
    except DocumentFault as fault:
        raise Faults((fault,)) from None
    _refuse(survey(document))
    return _read(document, expect)


def to_document(value: Document) -> dict[str, Any]:
    """Return a document as plain Python data: dicts, lists, texts, bools and ints.

    Raises:
        Faults: If no document can hold *value*.
    """
    held: object = value
    if isinstance(value, list | tuple) and all(isinstance(one, Sheet) for one in value):
        held = _Sheets(tuple(value))
    kind = getattr(held, "kind", None)
    if not isinstance(kind, str) or type(held) is not _KINDS.get(kind):
        what = f"no document holds {shown(value)}"
        raise Faults((DocumentFault((), "kind-unknown", what, meant(kind, _KINDS)),))
    try:
        document = {"kind": kind, "format": FORMAT, **_CONVERTER.unstructure(held)}
    except Fault as fault:
        raise Faults((fault,)) from None
    except RecursionError:
        raise Faults((DocumentFault((), "too-deep", "nested too deep for a document"),)) from None
    _refuse(survey(document))
    return document


@overload
def from_document(document: object) -> Any: ...
@overload
def from_document(document: object, expect: type[T]) -> T: ...
def from_document(document: object, expect: type[object] | None = None) -> object:
    """Read a document from plain Python data, such as another parser gives.

    Args:
        document: Dicts, lists, texts, bools, ints and Decimals; floats are refused.
        expect: Class of the value wanted, ``tuple`` for several sheets; absent, any.

    Raises:
        Faults: With everything that is wrong, each at its place.
    """
    _refuse(survey(document, MAXIMUM_VALUES))
    return _read(document, expect)


def _read(document: object, expect: type[object] | None) -> object:
    if not isinstance(document, dict):
        what = f"an object is wanted, given {shown(document)}"
        raise Faults((DocumentFault((), "not-an-object", what),))
    cls = _class_of(document, expect)
    content = {key: value for key, value in document.items() if key not in {"kind", "format"}}
    try:
        made = _CONVERTER.structure(content, cls)
    except (Fault, ExceptionGroup) as error:
        raise Faults(tuple(faults_of(error))) from None
    return made.sheets if isinstance(made, _Sheets) else made


def _refuse(found: Iterator[Fault]) -> None:
    if faults := tuple(islice(found, MAXIMUM_FAULTS)):
        raise Faults(faults)


def _class_of(document: Mapping[str, object], expect: type[object] | None) -> type[Any]:
    """Return the class of the document's kind, if that is known and wanted."""
    wanted = _Sheets if expect is tuple else expect
    if wanted is not None and not isinstance(wanted, type):
        named = _KINDS.get(wanted) if isinstance(wanted, str) else None
        what = f"a class of documents is expected, given {shown(wanted)}"
        hint = "" if named is None else f"write {'tuple' if named is _Sheets else named.__name__}"
        raise Faults((DocumentFault(("expect",), "not-a-class", what, hint),))
    faults: list[Fault] = []
    for key in ("kind", "format"):
        if key not in document:
            hint = meant(None, _KINDS) if key == "kind" else f"write {FORMAT}"
            faults.append(DocumentFault((), "key-missing", f"key {key!r} is missing", hint))
    kind = document.get("kind")
    cls = _KINDS.get(kind) if isinstance(kind, str) else None
    if "kind" in document and cls is None:
        what = f"unknown kind {shown(kind)}"
        faults.append(DocumentFault(("kind",), "kind-unknown", what, meant(kind, _KINDS)))
    elif cls is not None and wanted is not None and cls is not wanted:
        name = getattr(wanted, "kind", wanted.__name__)
        what = f"a document of kind {kind!r}, where {name!r} is wanted"
        faults.append(DocumentFault(("kind",), "kind-unexpected", what))
    version = document.get("format", FORMAT)
    if version != FORMAT or isinstance(version, bool) or not isinstance(version, int):
        what = f"format {shown(version)} is not known"
        hint = f"this version reads format {FORMAT}"
        faults.append(DocumentFault(("format",), "format-unknown", what, hint))
    if cls is None or faults:
        raise Faults(tuple(faults))
    return cls

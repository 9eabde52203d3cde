# SPDX-License-Identifier: MIT
"""How values of each type stand in documents: the hooks of the cattrs converter.

A class is an object with a key for each field. Whatever else there is to know is read off
the annotations of the fields, so that a new class, form or node needs no line here:

* A field that may hold one of several classes says which by the key ``kind``; a field of
  one class has no need to.
* Where an expression is wanted, a number or a code may stand, as in Python.
* A number is a text such as ``"0.5"`` or ``"1/3"``, or a JSON number; it is read exactly.

cattrs would use the converter of a field or the hook of its type. Documents need both, in
that order: the hook refuses what has the wrong shape and names the place inside, and the
converter makes the value canonical, or refuses it while the name of the field is known.
Values are canonical by then, so that attrs calling the converter again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin

from attrs import Attribute, evolve, fields, has, resolve_types
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from thidua.basis import day
from thidua.errors import DocumentFault, Fault
from thidua.formula import Constant, Reported, expression
from thidua.quantity import Interval, Number, exact, plain
from thidua.quantity.typed import TEXT, composed
from thidua.wire.faults import collect, meant, shown

__all__ = ["make_converter", "number", "structure_class", "text"]

Hook = Callable[[Any, Any], Any]

_INTEGER_BITS = 63


def make_converter() -> Converter:
    """Return a converter for every class made of numbers, texts, enums, tuples and the like."""
    converter = Converter(
        forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list}
    )
    converter.register_structure_hook(Fraction, lambda given, _: number(given))
    converter.register_unstructure_hook(Fraction, plain)
    converter.register_structure_hook(date, lambda given, _: day(text(given)))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(str, lambda given, _: text(given))
    converter.register_structure_hook(int, lambda given, _: _integer(given))
    converter.register_structure_hook(bool, lambda given, _: _truth(given))
    converter.register_structure_hook_func(lambda type_: type_ == str | int, _step)
    converter.register_structure_hook(StrEnum, _member)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(Reported, lambda node: node.code)
    converter.register_unstructure_hook(Constant, lambda node: plain(node.value))
    converter.register_structure_hook_factory(has, structure_class)
    bare_interval = structure_class(Interval, converter)
    converter.register_structure_hook(
        Interval, lambda given, type_: _some_interval(bare_interval(given, type_))
    )
    converter.register_structure_hook_factory(_is_list, _structure_list)
    converter.register_structure_hook_factory(_is_union, _structure_union)
    converter.register_unstructure_hook_factory(_is_union, _unstructure_union)
    return converter


def number(given: object) -> Fraction:
    """Read a number; floats are refused with a hint."""
    if isinstance(given, str | int | float | Decimal | Fraction):
        return exact(cast("Number", given))  # also a float: its refusal has the hint
    what = f"a number is wanted, given {shown(given)}"
    raise DocumentFault((), "not-a-number", what, 'write it like "12.5"')


def text(given: object) -> str:
    """Read a text."""
    if isinstance(given, str):
        return composed(str(given))
    raise DocumentFault((), "not-a-text", f"a text is wanted, given {shown(given)}")


def _integer(given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        if given.bit_length() <= _INTEGER_BITS:
            return given
        raise DocumentFault((), "too-long", f"a whole number of more than {_INTEGER_BITS} bits")
    raise DocumentFault((), "not-an-integer", f"a whole number is wanted, given {shown(given)}")


def _some_interval(read: Interval) -> Interval:
    """Refuse an interval that holds nothing: none comes of numbers, and none can be said."""
    if read.low is not None and read.high is not None and read.low > read.high:
        what = f"an interval from {plain(read.low)} to {plain(read.high)} holds nothing"
        raise DocumentFault((), "interval", what, "write the lower end first")
    return read


def _step(given: object, _: object) -> str | int:
    """Read a step of a path: a key, or a position."""
    return text(given) if isinstance(given, str) else _integer(given)


def _truth(given: object) -> bool:
    if isinstance(given, bool):
        return given
    what = f"true or false is wanted, given {shown(given)}"
    raise DocumentFault((), "not-yes-or-no", what)


def _member(given: object, enum: type[StrEnum]) -> StrEnum:
    known = {member.value: member for member in enum}
    if isinstance(given, str) and given in known:
        return known[given]
    what = f"unknown word {shown(given)}" if isinstance(given, str) else _wanted("a word", given)
    raise DocumentFault((), "word-unknown", what, meant(given, known))


def _wanted(what: str, given: object) -> str:
    return f"{what} is wanted, given {shown(given)}"


def structure_class(cls: type[Any], converter: Converter) -> Hook:
    """Return a hook that makes a *cls* of an object with a key for each field."""
    resolve_types(cls)
    overrides: dict[str, Any] = {
        attribute.name: override(struct_hook=_converted(attribute, converter))
        for attribute in fields(cls)
        if attribute.converter is not None and TEXT not in attribute.metadata
    }
    inner = make_dict_structure_fn(cls, converter, **overrides)

    def structure(document: object, _: object) -> object:
        if not isinstance(document, dict):
            raise DocumentFault((), "not-an-object", _wanted("an object", document))
        return inner(document, cls)

    return structure


def _converted(attribute: Attribute[Any], converter: Converter) -> Hook:
    convert: Any = attribute.converter

    def structure(document: object, type_: Any) -> object:
        value = converter.structure(document, type_)
        try:
            return convert(value)
        except Fault as fault:
            # Some converters name their field, others do not; cattrs will.
            named = fault.at[:1] == (attribute.name,)
            raise evolve(fault, at=fault.at[1:] if named else fault.at) from None

    return structure


def _is_list(type_: object) -> bool:
    return get_origin(type_) is tuple and get_args(type_)[1:] == (...,)


def _structure_list(type_: Any, converter: Converter) -> Hook:
    member = get_args(type_)[0]
    hook = converter.get_structure_hook(member)

    def structure(document: object, _: object) -> tuple[object, ...]:
        if not isinstance(document, list | tuple):
            raise DocumentFault((), "not-a-list", _wanted("a list", document))
        return tuple(collect(enumerate(document), lambda one: hook(one, member), type_))

    return structure


def _is_union(type_: object) -> bool:
    """Tell a choice between classes, or of a text or a list, from "or None"."""
    if get_origin(type_) is not UnionType:
        return False
    members = set(get_args(type_)) - {NoneType}
    return len(members) > 1 and all(
        member is str or _is_list(member) or hasattr(member, "kind") for member in members
    )


def _structure_union(union: Any, converter: Converter) -> Hook:
    members: tuple[Any, ...] = get_args(union)
    kinds: dict[str, type[Any]] = {
        member.kind: member for member in members if hasattr(member, "kind")
    }
    listed = [member for member in members if _is_list(member)]
    written = {
        "a number": Reported in members,
        "a code": Reported in members,
        "a text": str in members,
        "a list": bool(listed),
        "an object": bool(kinds),
    }
    shapes = " or ".join(shape for shape, may_be in written.items() if may_be)

    def structure(document: object, _: object) -> object:
        match document:
            case None if NoneType in members:
                return None
            case dict() if kinds:
                return converter.structure(*_untagged(document, kinds))
            case str() if str in members:
                return text(document)
            case list() | tuple() if listed:
                return converter.structure(document, listed[0])
            case str() | int() | float() | Decimal() if Reported in members:
                return expression(cast("Number", document))
            case _:
                raise DocumentFault((), "shape", _wanted(shapes, document))

    return structure


def _untagged(
    document: dict[str, object], kinds: Mapping[str, type[Any]]
) -> tuple[dict[str, object], type[Any]]:
    if "kind" not in document:
        raise DocumentFault((), "key-missing", "key 'kind' is missing", meant(None, kinds))
    kind = document["kind"]
    if not isinstance(kind, str) or kind not in kinds:
        what = f"unknown kind {shown(kind)}"
        raise DocumentFault(("kind",), "kind-unknown", what, meant(kind, kinds))
    return {key: value for key, value in document.items() if key != "kind"}, kinds[kind]


def _unstructure_union(union: Any, converter: Converter) -> Callable[[Any], Any]:
    listed = [member for member in get_args(union) if _is_list(member)]

    def unstructure(value: Any) -> Any:
        if isinstance(value, tuple):
            return converter.unstructure(value, listed[0])
        document = converter.unstructure(value)
        return {"kind": value.kind, **document} if isinstance(document, dict) else document

    return unstructure

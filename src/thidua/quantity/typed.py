# SPDX-License-Identifier: MIT
"""What the fields of a class take: what their annotations say, and nothing else.

The classes of the library name it to attrs: ``@frozen(field_transformer=typed(RubricFault))``.
A converter or a validator refuses by itself what it cannot take, so only two kinds of fields
are left: those without one, and those that hold values, which nobody may have looked at.

Texts come in as composed Unicode (NFC): ``"tốt"`` can be written in two ways that nobody can
tell apart, and is one name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    TypeAlias,
    TypeVar,
    Union,  # pyright: ignore[reportDeprecated] - what some annotations come to
    cast,
    get_args,
    get_origin,
    get_type_hints,
)
from unicodedata import normalize

from attrs import Attribute, has
from attrs.validators import and_

from thidua.errors import Fault, Path, shown

__all__ = ["TEXT", "composed", "misfits", "refuse_no_list", "typed"]

_Transformer: TypeAlias = "Callable[[type, list[Attribute[Any]]], list[Attribute[Any]]]"
_Validator: TypeAlias = Callable[[Any, Any, Any], None]

_WORDS: dict[type, str] = {
    str: "a text",
    bool: "yes or no",
    int: "a whole number",
    tuple: "a list",
    Mapping: "a mapping",
}
_A_FEW = 3

TEXT = "thidua-text"
"""Key in the metadata of a field that takes any text."""


def composed(text: str) -> str:
    """Return *text* as composed Unicode, the one way to write a name."""
    return text if text.isascii() else normalize("NFC", text)


def typed(fault: type[Fault]) -> _Transformer:
    """Return what makes attrs refuse values that the annotations of a class do not name.

    Args:
        fault: What to raise.
    """

    def transform(cls: type, attributes: list[Attribute[Any]]) -> list[Attribute[Any]]:
        return [_checked(cls, one, fault) for one in attributes]

    return transform


def _checked(cls: type, one: Attribute[Any], fault: type[Fault]) -> Attribute[Any]:
    annotation = str(one.type)
    if one.converter is None and annotation == "str":
        return one.evolve(converter=_text(one.name, fault), metadata={TEXT: True})
    trusted = one.converter is not None or one.validator is not None
    if trusted and "[" not in annotation:
        return one
    check, convert = _validator(cls, one.name, annotation, fault), cast("Any", one.converter)
    if convert is not None and annotation.startswith("tuple["):
        convert = _list(one.name, convert, check, fault)
    return one.evolve(
        converter=convert,
        validator=check if one.validator is None else and_(check, one.validator),
    )


def _text(name: str, fault: type[Fault]) -> Callable[[str], str]:
    def convert(given: str) -> str:
        if given.__class__ is str and given.isascii():
            return given
        if isinstance(given, str):
            return normalize("NFC", str(given))
        raise _refusal((name,), fault, (_WORDS[str], ""), given)

    return convert


def _list(
    name: str, convert: Callable[[object], object], check: _Validator, fault: type[Fault]
) -> Callable[[object], object]:
    def convert_list(given: object) -> object:
        try:
            return convert(given)
        except TypeError:
            refuse_no_list(given, (name,), fault)
            check(None, None, tuple(cast("Iterable[object]", given)))
            raise

    return convert_list


def refuse_no_list(given: object, at: Path, fault: type[Fault]) -> None:
    """Refuse what cannot be gone through; a text is one thing, never the list of its letters."""
    if isinstance(given, str | bytes):
        what = f"one text where a list is wanted, {shown(given)}"
        raise fault(at, "not-a-list", what, f"write [{shown(given)}]")
    if not isinstance(given, Iterable):
        what = f"a list is wanted, given {shown(given)}"
        raise fault(at, "not-a-list", what, "write it in brackets")


def misfits(given: object, hint: object, at: Path, fault: type[Fault]) -> list[Fault]:
    """Return what is wrong with an argument that is to be of the type *hint*: a fault, or none."""
    misfit = _misfit(hint, given, at)
    if misfit is None:
        return []
    place, wanted, found = misfit
    return [_refusal(place, fault, _wanted(wanted, ""), found)]


def _validator(cls: type, name: str, annotation: str, fault: type[Fault]) -> _Validator:
    passed: set[type] = set()  # classes of values, or of members, that fit whatever they hold
    hint: object = None

    def look(value: object) -> None:
        # Annotations are read now: a union may stand below the class that holds it.
        nonlocal hint
        hint = hint or get_type_hints(cls)[name]
        if misfit := _misfit(hint, value, (name,)):
            at, wanted, given = misfit
            raise _refusal(at, fault, _wanted(wanted, annotation), given)
        members = value if isinstance(value, tuple) else (value,)
        passed.update({type(one) for one in members if not _holds(type(one))})

    def check(_instance: object, _attribute: object, value: object) -> None:
        if value.__class__ not in passed:
            look(value)

    def check_list(_instance: object, _attribute: object, value: Any) -> None:  # noqa: ANN401
        if value.__class__ is not tuple:
            look(value)
            return
        for one in value:
            if one.__class__ not in passed:
                look(value)
                return

    return check_list if annotation.startswith("tuple[") else check


def _holds(cls: type) -> bool:
    """Tell whether values of a class may differ in the kind of what they hold."""
    return cls is tuple or bool(getattr(cls, "__parameters__", ()))


def _misfit(hint: object, value: object, at: Path) -> tuple[Path, object, object] | None:
    """Return the place, what is wanted there, and what is; or None if a value fits."""
    for part in _parts(hint):
        origin, inside = get_origin(part), get_args(part)
        if origin is tuple and isinstance(value, tuple):
            each = inside[:1] * len(value) if inside[1:] == (...,) else inside
            if len(each) == len(value):
                found = (
                    _misfit(one, member, (*at, index))
                    for index, (one, member) in enumerate(zip(each, value, strict=True))
                )
                return next(filter(None, found), None)
        elif origin is Mapping and isinstance(value, Mapping):
            pairs = cast("Mapping[object, object]", value).items()
            found = (
                _misfit(inside[0], key, at) or _misfit(inside[1], one, (*at, cast("str", key)))
                for key, one in pairs
            )
            return next(filter(None, found), None)
        elif has(origin or NoneType) and isinstance(value, cast("type", origin)):
            # A class of anything, such as a fact, stands for the one thing it holds.
            held = [key for key, of in get_type_hints(origin).items() if isinstance(of, TypeVar)]
            return next((_misfit(inside[0], getattr(value, key), at) for key in held), None)
        elif _is_a(value, origin or part):
            return None
    return at, hint, value


def _is_a(value: object, cls: object) -> bool:
    if not isinstance(cls, type):  # something else than a class may be anything
        return True
    return cls in {bool, object} if isinstance(value, bool) else isinstance(value, cls)


def _parts(hint: object) -> tuple[Any, ...]:
    unions = {UnionType, Union}  # pyright: ignore[reportDeprecated]
    return get_args(hint) if get_origin(hint) in unions else (hint,)


def _wanted(hint: object, annotation: str) -> tuple[str, str]:
    """Say what is wanted, and how it is written."""
    held = [get_args(one)[0] if has(get_origin(one) or NoneType) else one for one in _parts(hint)]
    parts = [part for one in held for part in _parts(one) if part is not NoneType]
    classes = [get_origin(one) or one for one in parts]
    said = [_WORDS.get(one) or _a(one.__name__) for one in classes]
    if annotation and len(said) > _A_FEW:  # such a union has a name of its own
        said = [_a(annotation.removeprefix("tuple[").partition(",")[0].partition(" ")[0])]
    first = classes[0]
    if issubclass(first, Enum):
        return " or ".join(said), f"write {first.__name__}.{next(iter(first)).name}"
    return " or ".join(said), f"write {first.__name__}(…)" if has(first) else ""


def _a(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"


def _refusal(at: Path, fault: type[Fault], wanted: tuple[str, str], given: object) -> Fault:
    what, todo = wanted
    return fault(at, "wrong-kind", f"{what} is wanted, given {shown(given)}", todo)

"""Frozen values to bytes and back.

Only the values of the domain can be made from the bytes, and nothing in them is ever executed, so that a
file from elsewhere can do no more than fail to unpack. (pickle would run what it holds.)
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

Pack = Callable[[Any], Any]
Unpack = Callable[[Any], Any]
_PLAIN = (str, int, bool, type(None))
_QUICK = 1
"""zlib's level: the higher ones take ten times as long and save a fifth."""


class Damaged(ValueError):
    """Bytes that are not what was packed."""


class Packer(Generic[T]):
    """Packs values of one type, as lists of their fields in the order of the class."""

    def __init__(self, kind: Any) -> None:
        self._pack, self._unpack = _ways(kind)

    def pack(self, value: T) -> bytes:
        """The value as compressed JSON; zlib adds a checksum. Equal values give equal bytes."""
        text = json.dumps(self._pack(value), ensure_ascii=True, separators=(",", ":"))
        return zlib.compress(text.encode("ascii"), _QUICK)

    def unpack(self, data: bytes) -> T:
        """The value that was packed. Raises Damaged."""
        try:
            value: T = self._unpack(json.loads(zlib.decompress(data).decode("ascii")))
        except (zlib.error, ValueError, TypeError, KeyError, IndexError, ArithmeticError) as error:
            raise Damaged(str(error)) from error
        return value


@cache
def _ways(kind: Any) -> tuple[Pack, Unpack]:
    """How values of a type are made plain, and how they are made again."""
    if kind in _PLAIN:
        return _same, _same
    if kind is Decimal:
        return str, Decimal
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        return _sequence(arguments)
    if origin is frozenset:
        return sorted, frozenset
    if origin in (dict, Mapping):
        return dict, dict
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value: value.value), kind
    if is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"no way to pack {kind}")


def _same(value: Any) -> Any:
    return value


def _sequence(arguments: tuple[Any, ...]) -> tuple[Pack, Unpack]:
    if arguments[-1] is Ellipsis:
        pack, unpack = _ways(arguments[0])
        return (lambda items: [pack(item) for item in items]), (lambda items: tuple(map(unpack, items)))
    packs, unpacks = zip(*map(_ways, arguments), strict=True)
    return (
        lambda items: [pack(item) for pack, item in zip(packs, items, strict=True)],
        lambda items: tuple(unpack(item) for unpack, item in zip(unpacks, items, strict=True)),
    )


def _record(kind: Any) -> tuple[Pack, Unpack]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind) if field.init]
    packs, unpacks = zip(*(_ways(hints[name]) for name in names), strict=True) if names else ((), ())
    both = list(zip(names, packs, strict=True))
    return (
        lambda value: [pack(getattr(value, name)) for name, pack in both],
        lambda items: kind(*[unpack(item) for unpack, item in zip(unpacks, items, strict=True)]),
    )


def _union(arguments: tuple[Any, ...]) -> tuple[Pack, Unpack]:
    """A member of a union is packed with its place in the union; None and what goes with it are plain."""
    members = [member for member in arguments if member is not type(None)]
    if len(members) == 1:
        pack, unpack = _ways(members[0])
        return (
            lambda value: None if value is None else pack(value),
            lambda item: None if item is None else unpack(item),
        )
    places = {member: place for place, member in enumerate(members)}
    ways = [_ways(member) for member in members]

    def packed(value: Any) -> Any:
        if value is None:
            return None
        place = places[type(value)]
        return [place, ways[place][0](value)]

    def unpacked(item: Any) -> Any:
        if item is None:
            return None
        place, inner = item
        return ways[place][1](inner)

    return packed, unpacked

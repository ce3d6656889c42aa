"""Turns rows into columns and back, because fields travel to PostgreSQL as columns.

A scalar has a column of its own type. A field of any other type is one text column of
deterministic JSON.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from operator import attrgetter, ne
from types import NoneType, UnionType
from typing import Any, Final, Generic, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from domain.event_store import arrays

Struct = TypeVar("Struct", bound=msgspec.Struct)

_encode: Final = msgspec.json.Encoder(order="deterministic").encode
_ARRAYS: Final[dict[type | None, Callable[[Iterable[Any]], arrays.Array]]] = {
    UUID: arrays.uuids,
    int: arrays.int8s,
    str: arrays.texts,
    bytes: arrays.byteas,
    bool: arrays.bools,
    date: arrays.dates,
    datetime: arrays.instants,
}


def _jsons(values: Iterable[Any]) -> arrays.Array:
    return arrays.encoded(map(_encode, values))


class Columns(Generic[Struct]):
    """The columns of one struct type."""

    def __init__(self, struct: type[Struct]) -> None:
        self.struct = struct
        hints = get_type_hints(struct)
        self.names: tuple[str, ...] = struct.__struct_fields__
        self._kinds = {name: _ARRAYS.get(_plain(hints[name]), _jsons) for name in self.names}
        self._json = {
            place: msgspec.json.Decoder(hints[name])
            for place, name in enumerate(self.names)
            if self._kinds[name] is _jsons
        }

    def of_rows(
        self, rows: Sequence[Struct], names: Sequence[str] | None = None
    ) -> list[arrays.Array]:
        """A binary array for each column, or for each of those named."""
        return [
            self._kinds[name](map(attrgetter(name), rows))
            for name in (self.names if names is None else names)
        ]

    def of_keys(self, keys: Iterable[tuple[Any, ...]]) -> list[arrays.Array]:
        """The same for tuples that hold the fields in order. There is at least one."""
        return [
            self._kinds[name](values)
            for name, values in zip(self.names, zip(*keys, strict=True), strict=True)
        ]

    def changed(self, moved: Sequence[tuple[Struct, Struct]]) -> tuple[str, ...]:
        """The names of the key, which is the first, and of columns that differ in any pair."""
        before, after = zip(*moved, strict=True)
        names = list(self.names[:1])
        for name in self.names[1:]:
            field = attrgetter(name)
            if any(map(ne, map(field, before), map(field, after))):
                names.append(name)
        return tuple(names)

    def key(self, row: Struct) -> Any:
        """The key of a row, which is its first field."""
        return getattr(row, self.names[0])

    def row(self, values: Sequence[Any]) -> Struct:
        """The struct of one database row, whose columns stand in order."""
        if not self._json:
            return self.struct(*values)
        return self.struct(
            *[
                self._json[place].decode(value) if place in self._json else value
                for place, value in enumerate(values)
            ]
        )


def _plain(hint: Any) -> type | None:
    """The scalar type of a column. None means that it is kept as JSON."""
    either = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    options = [option for option in either if option is not NoneType]
    if len(options) != 1 or not isinstance(options[0], type):
        return None
    kind = options[0]
    if issubclass(kind, Enum) and issubclass(kind, str):
        return str
    return kind if kind in _ARRAYS else None

"""Rows to columns and back: how the fields of a row travel to PostgreSQL.

Scalars have a column of their own type; a field of any other type is one text
column of deterministic JSON.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from types import NoneType
from typing import Any, Final, Generic, TypeVar, get_args, get_type_hints
from uuid import UUID

import msgspec

from domain.event_store import arrays

Struct = TypeVar("Struct", bound=msgspec.Struct)

_encode: Final = msgspec.json.Encoder(order="deterministic").encode
_ARRAYS: Final[dict[type, Callable[[Iterable[Any]], arrays.Array]]] = {
    UUID: arrays.uuids,
    int: arrays.int8s,
    str: arrays.texts,
    bytes: arrays.byteas,
    bool: arrays.bools,
    date: arrays.dates,
    datetime: arrays.instants,
}


class Columns(Generic[Struct]):
    """The column side of one struct type."""

    def __init__(self, struct: type[Struct]) -> None:
        self.struct = struct
        hints = get_type_hints(struct)
        self.names: tuple[str, ...] = struct.__struct_fields__
        self._kinds = [_plain(hints[name]) for name in self.names]
        self._json = {
            place: msgspec.json.Decoder(hints[name])
            for place, name in enumerate(self.names)
            if self._kinds[place] is None
        }

    def arrays(self, rows: Sequence[Struct]) -> list[arrays.Array]:
        """One binary array a column."""
        built = []
        for name, kind in zip(self.names, self._kinds, strict=True):
            values = [getattr(row, name) for row in rows]
            if kind is None:
                built.append(arrays.encoded(_encode(value) for value in values))
            else:
                built.append(_ARRAYS[kind](values))
        return built

    def row(self, values: Sequence[Any]) -> Struct:
        """The struct of one database row, its columns in order."""
        if not self._json:
            return self.struct(*values)
        return self.struct(
            *[
                self._json[place].decode(value) if place in self._json else value
                for place, value in enumerate(values)
            ]
        )


def _plain(hint: Any) -> type | None:
    """The scalar type of a column, or None for one that is kept as JSON."""
    options = [option for option in get_args(hint) or (hint,) if option is not NoneType]
    if len(options) != 1 or not isinstance(options[0], type):
        return None
    kind = options[0]
    if issubclass(kind, Enum) and issubclass(kind, str):
        return str
    return kind if kind in _ARRAYS else None

"""PostgreSQL arrays in binary, built from columns.

``unnest`` of binary arrays moves a batch in one statement. psycopg's own dumper of lists
adapts element by element in Python, and took most of the append's time.
"""

import struct
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from psycopg.abc import AdaptContext
from psycopg.adapt import Dumper
from psycopg.pq import Format

_HEADER: Final = struct.Struct(">iiIii")
_EMPTY: Final = struct.Struct(">iiI")
_LENGTH: Final = struct.Struct(">i")
_INT8: Final = struct.Struct(">iq")
_DATE: Final = struct.Struct(">ii")
_NULL: Final = _LENGTH.pack(-1)
_L16: Final = _LENGTH.pack(16)
_TRUE: Final = _LENGTH.pack(1) + b"\x01"
_FALSE: Final = _LENGTH.pack(1) + b"\x00"
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_FIRST_DAY: Final = date(2000, 1, 1).toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)


class Array(bytes):
    """The wire bytes of a one-dimensional array. Each subclass has one element type."""

    element: int
    oid: int

    @classmethod
    def of(cls, items: Sequence[bytes]) -> "Array":
        if not items:
            return cls(_EMPTY.pack(0, 0, cls.element))
        return cls(_HEADER.pack(1, 1, cls.element, len(items), 1) + b"".join(items))


class Uuids(Array):
    element, oid = 2950, 2951


class Int8s(Array):
    element, oid = 20, 1016


class Texts(Array):
    element, oid = 25, 1009


class Byteas(Array):
    element, oid = 17, 1001


class Bools(Array):
    element, oid = 16, 1000


class Dates(Array):
    element, oid = 1082, 1182


class Instants(Array):
    element, oid = 1184, 1185


class _ArrayDumper(Dumper):
    format = Format.BINARY

    def dump(self, obj: Array) -> bytes:
        return obj


def register(context: AdaptContext) -> None:
    """Teaches one connection to send these arrays."""
    for cls in (Uuids, Int8s, Texts, Byteas, Bools, Dates, Instants):
        dumper = type(f"{cls.__name__}Dumper", (_ArrayDumper,), {"oid": cls.oid})
        context.adapters.register_dumper(cls, dumper)


def uuids(values: Iterable[UUID | None]) -> Array:
    return Uuids.of([_NULL if v is None else _L16 + v.bytes for v in values])


def int8s(values: Iterable[int | None]) -> Array:
    pack = _INT8.pack
    return Int8s.of([_NULL if v is None else pack(8, v) for v in values])


def byteas(values: Iterable[bytes | None]) -> Array:
    pack = _LENGTH.pack
    return Byteas.of([_NULL if v is None else pack(len(v)) + v for v in values])


def texts(values: Iterable[str | None]) -> Array:
    pack = _LENGTH.pack
    return Texts.of(
        [_NULL if v is None else pack(len(b)) + b for v in values for b in ((v or "").encode(),)]
    )


def encoded(values: Iterable[bytes]) -> Array:
    """An array of texts that are encoded as UTF-8 already."""
    pack = _LENGTH.pack
    return Texts.of([pack(len(v)) + v for v in values])


def bools(values: Iterable[bool | None]) -> Array:
    return Bools.of([_NULL if v is None else _TRUE if v else _FALSE for v in values])


def dates(values: Iterable[date | None]) -> Array:
    pack = _DATE.pack
    return Dates.of([_NULL if v is None else pack(4, v.toordinal() - _FIRST_DAY) for v in values])


def instants(values: Iterable[datetime | None]) -> Array:
    """An array of aware datetimes, which PostgreSQL counts in microseconds since 2000, UTC."""
    pack = _INT8.pack
    return Instants.of(
        [_NULL if v is None else pack(8, (v - _EPOCH) // _MICROSECOND) for v in values]
    )

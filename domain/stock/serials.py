"""Serials of blanks: runs such as HP00000001 to HP00000500, which are given out one by one."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

MOST: Final = 100_000
"""So many blanks come at once at most."""
_SERIAL: Final = re.compile(r"([A-Z]{1,8})([0-9]{4,12})")


class SerialInvalid(ValueError):
    """The text is no serial of a blank."""


class SerialRun(msgspec.Struct, frozen=True, order=True, gc=False):
    """The serials from ``start`` to ``end``, both included, with so many digits (``width``)."""

    prefix: str
    width: int
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start + 1

    def has(self, serial: "Serial") -> bool:
        return (self.prefix, self.width) == (serial.prefix, serial.width) and (
            self.start <= serial.number <= self.end
        )

    def meets(self, other: "SerialRun") -> bool:
        """Whether any serial is in both."""
        same = (self.prefix, self.width) == (other.prefix, other.width)
        return same and self.start <= other.end and other.start <= self.end


class Serial(msgspec.Struct, frozen=True, gc=False):
    """One serial, such as ``HP00000001``."""

    prefix: str
    width: int
    number: int


def serial_of(text: str) -> Serial:
    """Raises :class:`SerialInvalid` for a text that is none."""
    found = _SERIAL.fullmatch(text)
    if found is None:
        raise SerialInvalid(text)
    prefix, number = found.groups()
    return Serial(prefix, len(number), int(number))


def run_between(first: str, last: str) -> SerialRun:
    """The run of two serials. Raises :class:`SerialInvalid` unless they bound one."""
    start, end = serial_of(first), serial_of(last)
    alike = (start.prefix, start.width) == (end.prefix, end.width)
    if not alike or not 0 <= end.number - start.number < MOST:
        raise SerialInvalid(last)
    return SerialRun(start.prefix, start.width, start.number, end.number)


def holding(runs: Iterable[SerialRun], serial: Serial) -> SerialRun | None:
    """The run that has the serial, if any has."""
    return next((run for run in runs if run.has(serial)), None)


def without(runs: tuple[SerialRun, ...], serial: Serial) -> tuple[SerialRun, ...]:
    """The runs without one serial, in their order. A run from whose middle it goes becomes two."""
    run = holding(runs, serial)
    if run is None:
        return runs
    parts = (
        SerialRun(run.prefix, run.width, run.start, serial.number - 1),
        SerialRun(run.prefix, run.width, serial.number + 1, run.end),
    )
    rest = [each for each in runs if each != run]
    return tuple(sorted([*rest, *(part for part in parts if part.start <= part.end)]))

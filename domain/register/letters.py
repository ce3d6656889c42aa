"""Letters of state as a set: beside any other letter a record is not normal."""

from collections.abc import Set
from typing import Final, TypeVar

from domain.register.licence import LicenceState
from domain.register.vehicle import VehicleState

L = TypeVar("L", VehicleState, LicenceState)
_NORMAL: Final = "A"


def marked(
    states: Set[L], *, add: Set[L] = frozenset(), drop: Set[L] = frozenset()
) -> frozenset[L]:
    """The letters with some more and some fewer. Without any other letter it is normal."""
    left = frozenset(each for each in states - drop if each != _NORMAL) | add
    return left or frozenset(type(each)(_NORMAL) for each in states)

"""Uniqueness across cases: a stream of its own for each thing only one case may hold.

The stream's id is computed from what is claimed, so the event store's primary
key decides between two cases that claim the same thing at once (design.md W7).
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Final
from uuid import UUID

import msgspec

from domain.case.events import Event
from domain.name_based import uuid5

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a01").bytes


class ClaimTaken(Event, frozen=True, kw_only=True):
    """``kind`` is ``open_case`` or ``postal_item``; ``taken_on`` is an office-local day."""

    kind: str
    case: UUID
    taken_on: date


class ClaimReleased(Event, frozen=True, kw_only=True):
    """The case came to its end; another may claim."""

    kind: str
    case: UUID


ClaimEvent = ClaimTaken | ClaimReleased


class Claim(msgspec.Struct, frozen=True):
    """Who holds it now, and since when it was last taken."""

    holder: UUID | None = None
    taken_on: date | None = None


def open_case(exclusive: str, subject_index: bytes) -> UUID:
    """The claim on "one open case": per exclusion group and vehicle or licence.

    ``subject_index`` is a keyed blind index, so the id cannot be guessed from a number.
    """
    return uuid5(_SPACE, f"open_case:{exclusive}:{subject_index.hex()}")


def postal_item(item_no: str) -> UUID:
    """The claim on a postal item number, not used again within 24 months (domain.md §7.4)."""
    return uuid5(_SPACE, f"postal_item:{item_no}")


def fold(history: Iterable[ClaimEvent]) -> Claim:
    return reduce(evolve, history, Claim())


def evolve(current: Claim, event: ClaimEvent) -> Claim:
    if isinstance(event, ClaimTaken):
        return Claim(holder=event.case, taken_on=event.taken_on)
    return Claim(holder=None, taken_on=current.taken_on)

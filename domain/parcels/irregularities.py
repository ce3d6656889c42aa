"""What is wrong with a parcel, read off the set of its scans and the clocks it missed.

Nothing that a carrier tells is refused because it does not fit: it is kept, and shown to whoever
has to ask. What is read off a set is the same for any order of its members.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.parcels import scan
from domain.parcels.reasons import FailedDelivery, Irregularity, ScanStatus
from domain.parcels.state import Parcel, ParcelStage

TRIES_BEFORE_RETURN: Final = Dated("tries_before_return", Rule(2, date(2016, 1, 1), PRACTICE))
"""No law was found for it, so it is the choice of this office."""
_ENDS: Final = (ScanStatus.DELIVERED, ScanStatus.RETURNED)
_WAITS_FOR_THE_CARRIER: Final = frozenset({ParcelStage.PREPARED, ParcelStage.ENCLOSED})
_WITH_THE_CARRIER: Final = frozenset(
    {ParcelStage.HANDED_OVER, ParcelStage.IN_TRANSIT, ParcelStage.NOT_DELIVERED}
)


class FoundIrregularity(NamedTuple):
    """An irregularity, and the scans that show it. None shows what is missing."""

    kind: Irregularity
    scans: frozenset[str]


def open_irregularities(current: Parcel) -> tuple[FoundIrregularity, ...]:
    """Those that nobody has cleared, by their names. A later scan that shows one opens it again."""
    found = (each for each in _all(current) if not _is_cleared(current, each))
    return tuple(sorted(found, key=lambda each: each.kind))


def _is_cleared(current: Parcel, found: FoundIrregularity) -> bool:
    return any(e.kind is found.kind and found.scans <= e.scans for e in current.cleared)


def _all(current: Parcel) -> Iterator[FoundIrregularity]:
    """A late hand-over is over with the hand-over, and a late arrival with the arrival."""
    if Irregularity.NOT_HANDED_OVER in current.missed and current.stage in _WAITS_FOR_THE_CARRIER:
        yield FoundIrregularity(Irregularity.NOT_HANDED_OVER, frozenset())
    if Irregularity.OVERDUE in current.missed and current.stage in _WITH_THE_CARRIER:
        yield FoundIrregularity(Irregularity.OVERDUE, frozenset())
    if contradicting := _contradicting(current):
        yield FoundIrregularity(Irregularity.CONTRADICTORY, contradicting)
    if early := _returned_early(current):
        yield FoundIrregularity(Irregularity.RETURNED_EARLY, early)
    if improper := _signed_by_another(current):
        yield FoundIrregularity(Irregularity.SIGNED_BY_ANOTHER, improper)
    if elsewhere := frozenset(shown for kind, shown in current.told):
        yield FoundIrregularity(Irregularity.CASE_ELSEWHERE, elsewhere)


def _contradicting(current: Parcel) -> frozenset[str]:
    """Two ends, an end before the last of the way, or a signature for what the office has.

    A scan of the way that is later than an end says that the end was none.
    """
    ends = scan.of_status(current.scans, *_ENDS)
    if not ends:
        return frozenset()
    said = {each.status for each in ends}
    first = min(each.at for each in ends)
    later = [e for e in current.scans if e.status not in _ENDS and e.at > first]
    if len(said) > 1 or later or (ScanStatus.DELIVERED in said and current.onward):
        return frozenset(each.id for each in (*ends, *later))
    return frozenset()


def _returned_early(current: Parcel) -> frozenset[str]:
    """Too few tries, or the last one found the area closed, where a parcel is kept."""
    returned = scan.of_status(current.scans, ScanStatus.RETURNED)
    if not returned or current.prepared_on is None:
        return frozenset()
    failed = scan.of_status(current.scans, ScanStatus.FAILED)
    last = max(failed, key=lambda each: each.order, default=None)
    closed = last is not None and last.reason is FailedDelivery.AREA_CLOSED
    few = current.tries < TRIES_BEFORE_RETURN.on(current.prepared_on)
    return frozenset(each.id for each in returned) if few or closed else frozenset()


def _signed_by_another(current: Parcel) -> frozenset[str]:
    """Unless its recipient is known to have signed as well."""
    delivered = scan.of_status(current.scans, ScanStatus.DELIVERED)
    if any(each.signed_properly for each in delivered):
        return frozenset()
    return frozenset(each.id for each in delivered)

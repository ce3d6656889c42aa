"""The way of an item through Henan, drawn from a seed, so that a run can be told again.

An item is collected, goes from centre to centre, and is carried out by day. Of a hundred, four
find nobody at the first try, one of these comes back to the office, and one in three hundred is
lost on the way, so that nobody hears of it again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from cheguan.carrier.roads import COUNTY_HOURS, HOURS, HUB, city_of
from domain.calendar import OFFICE_ZONE
from domain.carriers.carrier_scan import CarrierScan
from domain.parcels.reasons import FailedDelivery, ScanStatus, Signatory

_ABSENT, _COMES_BACK, _LOST = 0.04, 0.01, 0.003
_ROUND_BEGINS: Final = 9
_LAST_ROUND: Final = 15
_TRIES: Final = 2


@dataclass(frozen=True, slots=True)
class Road:
    """From where to where an item goes, and what is to be paid at the door, in fen."""

    item_no: str
    from_region: str
    to_region: str
    collect_fen: int = 0


def journey(
    road: Road, handed_at: datetime, seed: int, hurry: float = 1.0
) -> Sequence[CarrierScan]:
    """The scans of an item, in their order. Everything goes ``hurry`` times as fast."""
    draw = Random(f"{seed}:{road.item_no}")
    scans = list(_way(road, handed_at, draw))
    if draw.random() < _LOST:
        scans = scans[: draw.randrange(1, 4)]
    return [
        CarrierScan(
            scan_id=f"{road.item_no}-{number}",
            status=status,
            place=place,
            scanned_at=handed_at + (at - handed_at) / hurry,
            reason=FailedDelivery.ABSENT if status is ScanStatus.FAILED else None,
            signatory=Signatory.RECIPIENT if status is ScanStatus.DELIVERED else None,
            id_seen=status is ScanStatus.DELIVERED,
            collected_fen=road.collect_fen if status is ScanStatus.DELIVERED else 0,
        )
        for number, (status, place, at) in enumerate(scans, 1)
    ]


def _way(
    road: Road, handed_at: datetime, draw: Random
) -> Iterator[tuple[ScanStatus, str, datetime]]:
    start, end = city_of(road.from_region), city_of(road.to_region)
    at = handed_at + _hours(draw, 1, 5)
    yield ScanStatus.COLLECTED, start, at
    at += _hours(draw, 2, 6)
    yield ScanStatus.DEPARTED, start, at
    if start != end:
        if HUB not in {start, end}:
            at += timedelta(hours=HOURS[start])
            yield ScanStatus.ARRIVED, HUB, at
            at += _hours(draw, 2, 8)
            yield ScanStatus.DEPARTED, HUB, at
        at += timedelta(hours=HOURS[end if end != HUB else start])
    at += _hours(draw, 0.5, 2)
    yield ScanStatus.ARRIVED, end, at
    if road.to_region != end:
        at += timedelta(hours=COUNTY_HOURS) + _hours(draw, 0.5, 3)
    yield from _rounds(road, at, draw)


def _rounds(road: Road, at: datetime, draw: Random) -> Iterator[tuple[ScanStatus, str, datetime]]:
    """The rounds on which the postman carries it out, until he finds somebody."""
    chance = draw.random()
    in_vain = _TRIES if chance < _COMES_BACK else 1 if chance < _ABSENT else 0
    for _ in range(in_vain):
        at = _next_round(at)
        yield ScanStatus.OUT_FOR_DELIVERY, road.to_region, at
        at += _hours(draw, 1, 6)
        yield ScanStatus.FAILED, road.to_region, at
    if in_vain == _TRIES:
        yield ScanStatus.RETURNED, city_of(road.from_region), at + _hours(draw, 24, 60)
        return
    at = _next_round(at)
    yield ScanStatus.OUT_FOR_DELIVERY, road.to_region, at
    yield ScanStatus.DELIVERED, road.to_region, at + _hours(draw, 0.5, 7)


def _next_round(at: datetime) -> datetime:
    """The postman goes out in the morning, and once more in the afternoon."""
    local = at.astimezone(OFFICE_ZONE)
    for hour in (_ROUND_BEGINS, _LAST_ROUND):
        begins = local.replace(hour=hour, minute=0, second=0, microsecond=0)
        if local < begins:
            return begins.astimezone(at.tzinfo)
    tomorrow = local.replace(hour=_ROUND_BEGINS, minute=0, second=0, microsecond=0)
    return (tomorrow + timedelta(days=1)).astimezone(at.tzinfo)


def _hours(draw: Random, least: float, most: float) -> timedelta:
    return timedelta(seconds=round(3600 * draw.uniform(least, most)))

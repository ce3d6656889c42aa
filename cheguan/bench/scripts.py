"""What happens to a case that goes straight through, service by service."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from random import Random
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from cheguan.bench.day import DAY
from cheguan.bench.submissions import row
from domain.case.delivery.commands import HandToPost, RecordDelivery
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction, SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.case.vocabulary import CaseCommand
from domain.identifiers import postal_item
from domain.orders.commands import PayOrder
from domain.parcels.commands import RecordItemScan
from domain.parcels.reasons import ScanStatus
from domain.people import Actor, Role, system
from domain.services.catalogue import CATALOGUE

SHARES: Final[Mapping[str, int]] = {
    "plate_reissue": 38,
    "vehicle_contact_change": 42,
    "renewal_deferral": 20,
}
"""The share of each service in hundredths. They are assumed, as in the demo."""
_OFFICE: Final = "410100"
_CLERK: Final = Actor(Role.CLERK, "clerk", _OFFICE)
_REVIEWER: Final = Actor(Role.CLERK, "reviewer", _OFFICE)
_BANK, _CHECKER = system("bank"), system("checker")
_POST: Final = Actor(Role.CARRIER, "post")
_AT_ONCE: Final = 1 / 3600
_SOMETIME: Final = datetime(2020, 3, 9, tzinfo=UTC)
_WAY: Final = (
    ScanStatus.COLLECTED,
    ScanStatus.DEPARTED,
    ScanStatus.ARRIVED,
    ScanStatus.OUT_FOR_DELIVERY,
)
BenchCommand = CaseCommand | PayOrder | RecordItemScan
"""A scan is of the first parcel of the case, and a payment of its order."""


class Act(NamedTuple):
    """A command that ``by`` gives when ``hours`` have passed."""

    hours: float
    by: Actor
    command: BenchCommand


def at(command: BenchCommand, now: datetime) -> BenchCommand:
    """The command as it is given at this instant. A scan is told as it happens."""
    return replace(command, scanned_at=now) if isinstance(command, RecordItemScan) else command


def form_of(service: str, number: int) -> bytes:
    """The body of the service's example, with the numbers of a row."""
    about, body = row(number), CATALOGUE[service].example(DAY)
    body["applicant"]["id_no"] = about.id_no
    if "vehicle" in body:
        body["vehicle"] |= {"plate_no": about.plate_no, "vin": about.vin}
    if "licence" in body:
        body["licence"]["licence_no"] = about.id_no
    return msgspec.json.encode(body)


def acts(service: str, number: int, payable_fen: int, draw: Random) -> Iterator[Act]:
    """Everything that follows the submission, up to the end."""
    if payable_fen:
        yield Act(draw.uniform(0.02, 0.5), _BANK, PayOrder(amount_fen=payable_fen))
    yield Act(draw.uniform(1, 20), _CLERK, AcceptCase())
    yield Act(draw.uniform(1, 20), _REVIEWER, StartReview())
    for check in CATALOGUE[service].checks:
        yield Act(_AT_ONCE, _CHECKER, RecordCheck(check=check.code, passed=True))
    yield Act(draw.uniform(1, 20), _REVIEWER, ApproveCase())
    if service == "plate_reissue":
        yield from _production(number, draw)


def _production(number: int, draw: Random) -> Iterator[Act]:
    yield Act(draw.uniform(1, 8), _CLERK, OrderProduction())
    yield Act(draw.uniform(6, 30), _CLERK, RecordProduction(document_no=f"ZZ{number:07d}"))
    yield Act(draw.uniform(0.1, 1), _CLERK, SettleOldDocument(how=OldDocument.LOST))
    item = postal_item.make(serial=number)
    yield Act(draw.uniform(1, 20), _CLERK, HandToPost(item_no=item))
    for status in _WAY:
        scan = RecordItemScan(scan=status, status=status, place="410105", scanned_at=_SOMETIME)
        yield Act(draw.uniform(2, 12), _POST, scan)
    yield Act(draw.uniform(1, 6), _POST, RecordDelivery(id_seen=True))

"""What happens from approval to the letterbox: production, the post's attempts, the counter."""

from datetime import datetime
from typing import Final

from cheguan.town import numbers, officers
from cheguan.town.acts_intake import let_pass, window_opens
from cheguan.town.deliveries import COLLECTS, another_address
from cheguan.town.fates import Fate
from cheguan.town.life import Act, Life
from cheguan.town.openings import window_open
from cheguan.town.pace import Pace
from domain.calendar import local_day
from domain.carriers.carrier import carrier_of
from domain.case.delivery.commands import (
    ChangeToPickup,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordPickup,
    RecordReturn,
    RequestRepost,
)
from domain.case.production.commands import (
    CloseCase,
    OrderProduction,
    RecordProduction,
    SettleOldDocument,
)
from domain.case.production.reasons import OldDocument
from domain.case.state import Case
from domain.identifiers import postal_item
from domain.offices.tree import prefecture_of
from domain.parcels.commands import RecordItemScan
from domain.parcels.reasons import FailedDelivery, ScanStatus
from domain.services.blocks.business import Business
from domain.services.facts import ByPost

_RETURNS: Final = {Fate.REPOSTED: 1, Fate.NEVER_FETCHED: 1, Fate.REPOSTED_TWICE: 2}
_SERIALS: Final = 99_999_989
_WAY: Final = (ScanStatus.COLLECTED, ScanStatus.DEPARTED, ScanStatus.ARRIVED)


def approved(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    ordered = OrderProduction()
    return Act(pace.office(at, 10, 240), officers.producer(current.office), ordered)


def in_production(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    serial = numbers.spread(life.plan.seed, "blank", life.plan.number, 99_999_989)
    made = RecordProduction(document_no=f"HP{serial:08d}")
    least, most = (60, 200) if current.green else (400, 1600)
    return Act(pace.office(at, least, most), officers.producer(current.office), made)


def ready_to_send(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    producer = officers.producer(current.office)
    if not current.old_document_settled:
        return Act(pace.office(at, 1, 20), producer, _settled(current))
    outlet = prefecture_of(current.office)
    opened = window_open(outlet, current.service, local_day(at))
    if life.plan.fate in COLLECTS and opened and life.once("counter"):
        there = ChangeToPickup(office=outlet)
        return Act(pace.citizen(at, 0, 1), officers.applicant(life.owner), there)
    place = life.plan.number * 8 + current.posts
    serial = numbers.spread(life.plan.seed, "parcel", place, _SERIALS)
    handed = HandToPost(item_no=postal_item.make(serial=serial))
    return Act(pace.office(at, 30, 420), producer, handed)


def in_post(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    """The town is the post for what no carrier tells of by itself."""
    if carrier_of(current.item_no or ""):
        return None
    start = prefecture_of(current.office)
    there = current.delivery.region if isinstance(current.delivery, ByPost) else start
    for status in _WAY:
        if life.once(f"{current.posts} {status}"):
            place = there if status is ScanStatus.ARRIVED else start
            return _scanned(status, place, at, pace)
    attempt = current.failed_tries + current.area_closed
    if life.once(f"{current.posts} out {attempt}"):
        return _scanned(ScanStatus.OUT_FOR_DELIVERY, there, at, pace)
    if current.posts <= _RETURNS.get(life.plan.fate, 0):
        return _not_delivered(life, current, at, pace)
    if life.plan.fate is Fate.AREA_CLOSED and life.once("area closed"):
        failed = RecordFailedDelivery(reason=FailedDelivery.AREA_CLOSED)
        return Act(pace.post(at, 2, 8), officers.POST, failed)
    signed = RecordDelivery(id_seen=True, collected_fen=max(0, current.payable_fen))
    return Act(pace.post(at, 1, 9), officers.POST, signed)


def returned(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if life.plan.fate is Fate.NEVER_FETCHED:
        return let_pass(current)
    address = another_address(life.plan)
    reposted = RequestRepost(
        sealed={"delivery": numbers.json_of(address)}, destination_region=address["region_code"]
    )
    return Act(pace.citizen(at, 5, 60), officers.applicant(life.owner), reposted)


def ready_for_pickup(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    if not current.old_document_settled:
        return Act(pace.office(at, 1, 20), officers.producer(current.office), _settled(current))
    if life.plan.fate is Fate.NEVER_COLLECTED:
        return let_pass(current)
    collected = RecordPickup(id_seen=True, collected_fen=max(0, current.payable_fen))
    opens = at if current.green else window_opens(current.counter, current.service, at)
    at = pace.office(pace.not_before(at, opens), 60, 1800)
    return Act(at, officers.clerk(current.office, life.plan.number), collected)


def delivered(life: Life, current: Case, at: datetime, pace: Pace) -> Act | None:
    producer = officers.producer(current.office)
    if not current.old_document_settled:
        return Act(pace.office(at, 10, 60), producer, _settled(current))
    return Act(pace.office(at, 10, 60), producer, CloseCase())


def _not_delivered(life: Life, current: Case, at: datetime, pace: Pace) -> Act:
    """The post tries twice in vain, and then returns the parcel to the office."""
    if current.failed_tries >= 2:
        return Act(pace.post(at, 20, 60), officers.POST, RecordReturn())
    reasons = (FailedDelivery.ABSENT, FailedDelivery.WRONG_ADDRESS)
    reason = life.plan.draw(f"vain {current.posts}").choice(reasons)
    return Act(pace.post(at, 2, 9), officers.POST, RecordFailedDelivery(reason=reason))


def _scanned(status: ScanStatus, place: str, at: datetime, pace: Pace) -> Act:
    at = pace.post(at, 2, 18)
    name = f"{status}:{at:%Y%m%dT%H%M%S}"
    scan = RecordItemScan(scan=name, status=status, place=place, scanned_at=at)
    return Act(at, officers.POST, scan)


def _settled(current: Case) -> SettleOldDocument:
    """What is lost cannot be handed in. Its reason, or else its service, says so.

    At a window the business says it.
    """
    lost = getattr(current.facts, "reissue", None) is Business.REISSUE
    asked = str(getattr(current.facts, "reason", current.service))
    gone = lost or "lost" in asked or "destroyed" in asked
    return SettleOldDocument(how=OldDocument.LOST if gone else OldDocument.RETURNED)

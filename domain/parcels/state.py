"""A parcel as its history says it is, and which parcel is that of a posting."""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.parcels import scan
from domain.parcels.reasons import Irregularity, ScanStatus
from domain.parcels.scan import ItemScan
from domain.people import Actor
from domain.titles import Title

_SPACE: Final = UUID("3b7e5f0c-8d1a-5c46-9f2b-71c0d4a9e694").bytes


class ParcelStage(Choice):
    """The stages. ``NEW`` is the parcel before its first event, and is never stored."""

    NEW = "new", "尚未制作", "Not yet made"
    PREPARED = "prepared", "待封装", "To be enclosed"
    ENCLOSED = "enclosed", "已封装，待交寄", "Enclosed"
    HANDED_OVER = "handed_over", "已交邮政", "Handed to the carrier"
    IN_TRANSIT = "in_transit", "运输中", "Under way"
    NOT_DELIVERED = "not_delivered", "投递未成功", "Delivery failed"
    RETURNED = "returned", "已退回", "Returned to the office"
    DELIVERED = "delivered", "已妥投", "Delivered"
    REPOSTED = "reposted", "已重新寄递", "Posted again"
    FOR_PICKUP = "for_pickup", "改为窗口领取", "Changed to pick-up"
    CALLED_OFF = "called_off", "寄递已取消", "Called off"


class Cleared(msgspec.Struct, frozen=True, gc=False):
    """An irregularity that an officer has seen to, with the scans that he knew of."""

    kind: Irregularity
    scans: frozenset[str]


class Parcel(State, frozen=True):
    """One posting of the document of a case. ``scans`` are all that were told, each once.

    ``onward`` is what became of a parcel that is not on its way to its recipient any more, and
    ``missed`` are the clocks that ran out for it. ``owner`` is whose case it is, if another had
    it made. ``told`` are irregularities that only the case could know of, each with its scan.
    """

    stage: ParcelStage = ParcelStage.NEW
    case: UUID = UUID(int=0)
    posting: int = 0
    office: Annotated[str, Title("寄件单位", "sending office")] = ""
    destination: Annotated[str, Title("寄达地", "sent to")] = ""
    owner: Annotated[Actor | None, HIDDEN] = None
    hand_over_by: date | None = None
    item_no: str = ""
    carrier: str = ""
    document_no: Annotated[str, Title("内件编号", "number of what is in it")] = ""
    manifest: str = ""
    handed_over_at: Annotated[datetime | None, Title("交寄时间", "handed over at")] = None
    expected_by: date | None = None
    ask_again_on: date | None = None
    prepared_on: Annotated[date | None, Title("制作日期", "made on")] = None
    scans: Annotated[tuple[ItemScan, ...], Title("邮件轨迹", "scans")] = ()
    onward: Annotated[ParcelStage | None, HIDDEN] = None
    missed: Annotated[frozenset[Irregularity], Title("超期事项", "what is late")] = frozenset()
    told: Annotated[frozenset[tuple[Irregularity, str]], HIDDEN] = frozenset()
    cleared: Annotated[tuple[Cleared, ...], HIDDEN] = ()

    @property
    def tries(self) -> int:
        """How often the carrier tried in vain. A closed area is no try."""
        return sum(each.counts_as_try for each in self.scans)


def stage_of(current: Parcel) -> ParcelStage:
    """Where the parcel is, by the set of its scans and by what the office did with it.

    A signature outranks all, and what the office did outranks a return, on which it rests.
    """
    if current.case.int == 0:
        return ParcelStage.NEW
    last = scan.current(current.scans)
    match last.status if last else None:
        case ScanStatus.DELIVERED:
            return ParcelStage.DELIVERED
        case _ if current.onward:
            return current.onward
        case ScanStatus.RETURNED:
            return ParcelStage.RETURNED
        case ScanStatus.FAILED:
            return ParcelStage.NOT_DELIVERED
        case None if current.handed_over_at:
            return ParcelStage.HANDED_OVER
        case None:
            return ParcelStage.ENCLOSED if current.item_no else ParcelStage.PREPARED
    return ParcelStage.IN_TRANSIT


def parcel_of(case: UUID, posting: int) -> UUID:
    """The parcel of the first, second or third posting of the document of a case."""
    return uuid5(_SPACE, f"{case}:{posting}")

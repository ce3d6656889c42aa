"""When somebody has to ask after a parcel: it was not handed over, or no end of its way came."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.parcels.reasons import Irregularity
from domain.parcels.state import Parcel, ParcelStage
from domain.timer import Timer

LATE: Final[Mapping[Clock, Irregularity]] = MappingProxyType(
    {
        Clock.POST_HANDOVER: Irregularity.NOT_HANDED_OVER,
        Clock.POST_TRANSIT: Irregularity.OVERDUE,
    }
)
WITH_THE_OFFICE: Final = frozenset({ParcelStage.PREPARED, ParcelStage.ENCLOSED})
WITH_THE_CARRIER: Final = frozenset(
    {ParcelStage.HANDED_OVER, ParcelStage.IN_TRANSIT, ParcelStage.NOT_DELIVERED}
)


def timer(current: Parcel) -> Timer | None:
    """The clock that runs, unless it has run out before."""
    if current.stage in WITH_THE_OFFICE:
        clock, day = Clock.POST_HANDOVER, current.hand_over_by
    elif current.stage in WITH_THE_CARRIER:
        clock, day = Clock.POST_TRANSIT, current.ask_again_on or current.expected_by
    else:
        return None
    if day is None or LATE[clock] in current.missed:
        return None
    return Timer(clock.value, end_of_day(day))


def timed(current: Parcel) -> Parcel:
    """Of the scans only the current one decides about the stage, and so about the clock."""
    return replace(
        Parcel(),
        stage=current.stage,
        case=current.case,
        item_no=current.item_no,
        hand_over_by=current.hand_over_by,
        handed_over_at=current.handed_over_at,
        expected_by=current.expected_by,
        ask_again_on=current.ask_again_on,
        onward=current.onward,
        missed=current.missed,
        scans=current.scans[-1:],
    )

"""The first parcel of a case, as far as the case has come with it, and a book of blanks."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.case.stage import Stage
from domain.event_store.pending import StreamWrite
from domain.message import Event
from domain.offices.tree import ZHENGZHOU
from domain.parcels.events import ParcelHandedOver, ParcelPrepared
from domain.parcels.state import parcel_of
from domain.recorded_event import Envelope
from domain.services.blank import BlankKind
from domain.stock.events import BlanksReceived
from domain.stock.state import stock_of
from tests.kit.parcel_histories import ITEM
from tests.matrix.situations import Situation

_TO_BE_MADE: Final = frozenset({Stage.APPROVED, Stage.IN_PRODUCTION, Stage.READY_FOR_PICKUP})
"""A command to such a case is what prepares its parcel."""


def parcels_of(case: UUID, situation: Situation) -> list[StreamWrite]:
    """The office that handles the case has made it and handed it over when the case began."""
    if situation.case.stage in _TO_BE_MADE:
        return []
    like, office = situation.history[0], situation.case.office
    day = like.at.date()
    prepared = ParcelPrepared(
        case=case,
        posting=1,
        office=office,
        destination="410105",
        document_no="HP00000001",
        prepared_on=day,
        hand_over_by=day,
    )
    handed_over = ParcelHandedOver(
        case=case,
        item_no=ITEM,
        carrier="ems",
        manifest=f"{office}-{day:%Y%m%d}",
        handed_over_at=like.at,
        expected_by=day + timedelta(days=3),
    )
    told = (prepared,) if situation.case.stage is Stage.READY_TO_SEND else (prepared, handed_over)
    return [StreamWrite(parcel_of(case, 1), 0, tuple(replace(like, event=each) for each in told))]


def book_of_blanks(like: Envelope[Event]) -> StreamWrite:
    """The vehicle office of Zhengzhou has some blanks of plates."""
    received = BlanksReceived(
        office=ZHENGZHOU, kind=BlankKind.PLATE, first="HP00000001", last="HP00000010", blanks=10
    )
    return StreamWrite(stock_of(ZHENGZHOU, BlankKind.PLATE), 0, (replace(like, event=received),))

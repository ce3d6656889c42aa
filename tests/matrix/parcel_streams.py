"""The first parcel of a case, which the carrier has."""

from datetime import timedelta
from uuid import UUID

from msgspec.structs import replace

from domain.event_store.pending import StreamWrite
from domain.parcels.events import ParcelHandedOver, ParcelPrepared
from domain.parcels.state import parcel_of
from tests.kit.parcel_histories import ITEM
from tests.matrix.situations import Situation


def parcel_in_post(case: UUID, situation: Situation) -> StreamWrite:
    """It was made and handed over when the case began, by the office that handles the case."""
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
    both = tuple(replace(like, event=event) for event in (prepared, handed_over))
    return StreamWrite(parcel_of(case, 1), 0, both)

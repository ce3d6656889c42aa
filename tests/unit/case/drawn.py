"""A batch of one number, as it is kept."""

from datetime import date
from uuid import UUID

from domain.draws.batch import DrawnBatch
from domain.identifiers.plate import PlateKind

NUMBER = UUID(int=70)
BATCH = DrawnBatch(
    session=UUID(int=71),
    batch=1,
    drawn_on=date(2020, 3, 2),
    plate_kind=PlateKind.SMALL_CAR,
    prefix="豫A",
    offered=1,
    digest="0" * 64,
)

"""Which offices open on a day, and which close."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from domain.event_store.transaction import Connection
from domain.offices.business import DONE_AT
from domain.offices.office import OfficeRecord
from domain.offices.tree import OFFICES
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from projections.windows.row import prefectures

_REMEMBERED: Final = 256


class ChangedWindows(NamedTuple):
    """By their identifiers. An office opens with its first group of business."""

    opened: Sequence[str]
    closed: Sequence[str]


async def changed_windows(connection: Connection, day: date) -> ChangedWindows:
    """Those that are open for some business on ``day`` and were for none the day before, and the
    other way round.
    """
    found = [
        of_region(state, region, day) for region, state in (await prefectures(connection)).items()
    ]
    return ChangedWindows(
        [office for each in found for office in each.opened],
        [office for each in found for office in each.closed],
    )


@lru_cache(_REMEMBERED)
def of_region(prefecture: Prefecture, region: str, day: date) -> ChangedWindows:
    """Remembered, because it follows from the decisions and the day alone."""
    offices = [each for each in OFFICES.values() if each.region_code == region]
    before, now = (
        {each.id for each in offices if _is_open(prefecture, each, on)}
        for on in (day - timedelta(days=1), day)
    )
    return ChangedWindows(sorted(now - before), sorted(before - now))


def _is_open(prefecture: Prefecture, office: OfficeRecord, day: date) -> bool:
    return any(open_on(prefecture, office, group, day) for group in DONE_AT[office.kind])

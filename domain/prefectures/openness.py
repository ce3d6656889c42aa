"""Whether a window is open, which decisions on other aggregates ask of a prefecture."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.aggregate import Ref
from domain.circumstances import Circumstances
from domain.offices.office import PICKUP_KINDS, OfficeKind, OfficeRecord
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.step import Step

_OPENED_BY: Final = {
    Step.SUSPENDED: frozenset[OfficeKind](),
    Step.FIRST: frozenset({OfficeKind.VEHICLE_OFFICE}),
    Step.SECOND: frozenset(
        {
            OfficeKind.VEHICLE_OFFICE,
            OfficeKind.BRANCH,
            OfficeKind.SERVICE_STATION,
            OfficeKind.POSTAL_AGENCY,
            OfficeKind.SERVICE_HALL,
        }
    ),
    Step.THIRD: frozenset(OfficeKind) - {OfficeKind.COUNTY_OFFICE},
    Step.FOURTH: frozenset(OfficeKind) - {OfficeKind.COUNTY_OFFICE},
}
"""The kinds of office that hand out plates and documents (补、换牌证) at each step."""


def prefecture_of_window(office: str) -> Iterable[Ref[Prefecture]]:
    """What a decision about this window reads under guard. An unknown office has nothing."""
    record = OFFICES.get(office)
    if record is not None and record.region_code in REGIONS:
        yield Ref(PREFECTURE, stream_of(record.region_code))


def window_open(office: str, at: Circumstances) -> bool:
    """Whether plates and documents are handed out at this office today.

    The decision's row must read :func:`prefecture_of_window`. An unknown office has no window.
    """
    return any(
        open_on(ref.state(at), OFFICES[office], at.today) for ref in prefecture_of_window(office)
    )


def open_counters(region: str, at: Circumstances) -> list[str]:
    """The offices of a prefecture that hand out documents today, by id.

    The decision's row must read :func:`prefecture_of_window` of one of them.
    """
    return [
        office.id
        for office in OFFICES.values()
        if office.region_code == region
        and office.kind in PICKUP_KINDS
        and window_open(office.id, at)
    ]


def open_on(prefecture: Prefecture, office: OfficeRecord, day: date) -> bool:
    """Whether the office is open on the day. Everything is, until something is suspended."""
    step = prefecture.step_on(day)
    if step is None:
        return True
    if office.kind is OfficeKind.COUNTY_OFFICE:
        return step is not Step.SUSPENDED and _county_open(prefecture, office.id, day)
    return office.kind in _OPENED_BY[step]


def _county_open(prefecture: Prefecture, office: str, day: date) -> bool:
    suspended = [
        taken.effective_on
        for taken in prefecture.taken
        if taken.step is Step.SUSPENDED and taken.effective_on <= day
    ]
    return any(
        reopened.office == office
        and max(suspended, default=date.min) <= reopened.effective_on <= day
        for reopened in prefecture.counties
    )

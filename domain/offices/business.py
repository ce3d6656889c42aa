"""What is done at a window: six groups of business, and the kinds of office that do them.

The groups are those of the announcement of 23 February 2020, which reopens windows by region, by
service and by step.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.choice import Choice
from domain.offices.office import OfficeKind


class WindowGroup(Choice):
    """The codes stand in decisions about windows, so they stay."""

    REISSUE_REPLACE = "reissue_replace", "补、换牌证", "reissue and replacement"
    TEMPORARY_PLATES = "temp_plate", "核发临时行驶车号牌", "temporary plates"
    REGISTRATION = "registration", "车辆登记", "vehicle registration"
    INSPECTION = "inspection", "车辆安全技术检验", "vehicle safety inspection"
    EXAM = "exam", "驾驶人考试", "driver examination"
    OTHER = "other", "其他车驾管业务", "other business"


class WindowBusiness(NamedTuple):
    """One service as a window knows it: its code and its group.

    ``renewal``: it is the exchange of a licence that expires, of which the announcement does not
    say whether it is a replacement.
    """

    code: str
    group: WindowGroup
    renewal: bool = False


_PAPERS: Final = frozenset({WindowGroup.REISSUE_REPLACE, WindowGroup.TEMPORARY_PLATES})
_OUTLET: Final = _PAPERS | {WindowGroup.REGISTRATION}
_FULL: Final = _OUTLET | {WindowGroup.OTHER}

DONE_AT: Final[Mapping[OfficeKind, frozenset[WindowGroup]]] = MappingProxyType(
    {
        OfficeKind.HEADQUARTERS: frozenset(),
        OfficeKind.DETACHMENT: frozenset(),
        OfficeKind.VEHICLE_OFFICE: _FULL,
        OfficeKind.BRANCH: _FULL,
        OfficeKind.SERVICE_STATION: _FULL,
        OfficeKind.REGISTRATION_STATION: _OUTLET,
        OfficeKind.POSTAL_AGENCY: _PAPERS | {WindowGroup.OTHER},
        OfficeKind.SERVICE_HALL: _FULL,
        OfficeKind.COUNTY_OFFICE: frozenset(WindowGroup),
        OfficeKind.SQUAD: frozenset({WindowGroup.OTHER}),
        OfficeKind.NETWORK_CENTRE: frozenset(),
        OfficeKind.EXAM_SITE: frozenset({WindowGroup.EXAM}),
        OfficeKind.INSPECTION_STATION: frozenset({WindowGroup.INSPECTION}),
        OfficeKind.EDUCATION_SITE: frozenset({WindowGroup.OTHER}),
    }
)
"""Vehicles are inspected at stations and drivers examined at sites. A county has all of it."""
_MARK: Final = "inspection_mark"
"""The mark is issued by the vehicle office, not by the station that tests (124 art. 49)."""
_MARK_AT: Final = frozenset(
    {
        OfficeKind.VEHICLE_OFFICE,
        OfficeKind.BRANCH,
        OfficeKind.SERVICE_STATION,
        OfficeKind.SERVICE_HALL,
    }
)
_NO_MARK_AT: Final = frozenset({OfficeKind.INSPECTION_STATION})


def is_done_at(kind: OfficeKind, business: WindowBusiness, group: WindowGroup) -> bool:
    """Whether offices of the kind do it, which the steps count to the group."""
    if business.code == _MARK and kind in _MARK_AT | _NO_MARK_AT:
        return kind in _MARK_AT
    return group in DONE_AT[kind]

"""For what people come to a place by appointment."""

from collections.abc import Mapping, Set
from types import MappingProxyType
from typing import Final

from domain.choice import Choice
from domain.offices.office import OfficeKind


class PlanKind(Choice):
    """The codes stand in events and in the ids of streams, so they stay."""

    OUTLET = "outlet", "换牌网点", "exchange of plates"
    STATION = "station", "机动车检验机构", "inspection of vehicles"
    EXAM_SITE = "exam_site", "驾驶人考场", "examination of drivers"


HELD_AT: Final[Mapping[PlanKind, Set[OfficeKind]]] = MappingProxyType(
    {
        PlanKind.OUTLET: frozenset(
            {
                OfficeKind.VEHICLE_OFFICE,
                OfficeKind.BRANCH,
                OfficeKind.SERVICE_STATION,
                OfficeKind.COUNTY_OFFICE,
            }
        ),
        PlanKind.STATION: frozenset({OfficeKind.INSPECTION_STATION}),
        PlanKind.EXAM_SITE: frozenset({OfficeKind.EXAM_SITE}),
    }
)
"""The kinds of office that hold such plans."""


class CancelReason(Choice):
    """Why a place sends everybody away on a day."""

    EPIDEMIC = "epidemic", "疫情防控", "epidemic control"
    EQUIPMENT = "equipment", "设备故障", "failure of equipment"
    WEATHER = "weather", "恶劣天气", "bad weather"
    STAFF = "staff", "人员调配", "lack of staff"
    OTHER = "other", "其他原因", "another reason"

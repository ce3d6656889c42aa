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
    }
)
"""The kinds of office that hold such plans."""

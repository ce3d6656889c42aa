"""What each step opens at which kind of office: the matrix of the announcement as a table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.offices.business import WindowGroup
from domain.offices.office import OfficeKind
from domain.prefectures.readings import Readings
from domain.prefectures.step import Step

_Opened = Mapping[WindowGroup, frozenset[OfficeKind]]

_EVERYWHERE: Final = frozenset(OfficeKind)
_VEHICLE_OFFICE: Final = frozenset({OfficeKind.VEHICLE_OFFICE})
_CONVENIENT: Final = _VEHICLE_OFFICE | {
    OfficeKind.BRANCH,
    OfficeKind.SERVICE_STATION,
    OfficeKind.REGISTRATION_STATION,
    OfficeKind.POSTAL_AGENCY,
    OfficeKind.SERVICE_HALL,
}
_NOBODY: Final[_Opened] = MappingProxyType({})
_OPENED: Final[Mapping[Step, _Opened]] = MappingProxyType(
    {
        Step.SUSPENDED: _NOBODY,
        Step.FIRST: {
            WindowGroup.REISSUE_REPLACE: _VEHICLE_OFFICE,
            WindowGroup.TEMPORARY_PLATES: _VEHICLE_OFFICE,
        },
        Step.SECOND: {
            WindowGroup.REISSUE_REPLACE: _CONVENIENT,
            WindowGroup.TEMPORARY_PLATES: _VEHICLE_OFFICE,
        },
        Step.THIRD: {
            WindowGroup.REISSUE_REPLACE: _EVERYWHERE,
            WindowGroup.TEMPORARY_PLATES: _VEHICLE_OFFICE,
        },
        Step.FOURTH: dict.fromkeys(WindowGroup, _EVERYWHERE),
    }
)
_WHOLE_UNLESS_PART: Final = frozenset({WindowGroup.INSPECTION, WindowGroup.EXAM})


def opened(step: Step, kind: OfficeKind, group: WindowGroup, readings: Readings) -> bool:
    """Whether a step opens a group there by itself, without a list of the prefecture."""
    if step is Step.THIRD and not readings.part_of_all and group in _WHOLE_UNLESS_PART:
        return True
    return kind in _OPENED[step].get(group, frozenset())

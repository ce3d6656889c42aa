"""An office: a node of the tree by which jurisdiction and access are judged."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.titles import Title


class OfficeKind(StrEnum):
    """What an office is. The codes stand in office records and statistics, so they stay."""

    HEADQUARTERS = "HQ"
    DETACHMENT = "DET"
    VEHICLE_OFFICE = "MVO"
    BRANCH = "BR"
    SERVICE_STATION = "ST"
    REGISTRATION_STATION = "RST"
    POSTAL_AGENCY = "PS"
    SERVICE_HALL = "GSH"
    COUNTY_OFFICE = "CVO"
    SQUAD = "SQ"
    NETWORK_CENTRE = "NOC"
    EXAM_SITE = "EXS"
    INSPECTION_STATION = "INS"
    EDUCATION_SITE = "EDU"


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """One office.

    ``path`` names its ancestors and the office itself, separated by dots, so a prefix of
    whole labels is a subtree. ``county_code`` is set for the office of a county. The
    headquarters have no parent.
    """

    id: str
    kind: OfficeKind
    title: Title
    region_code: str
    county_code: str | None
    parent: str | None
    path: str


CASEWORK_KINDS: Final = frozenset(
    {
        OfficeKind.VEHICLE_OFFICE,
        OfficeKind.BRANCH,
        OfficeKind.SERVICE_STATION,
        OfficeKind.COUNTY_OFFICE,
        OfficeKind.NETWORK_CENTRE,
    }
)
"""The kinds whose officers take on applications and decide them."""

PICKUP_KINDS: Final = frozenset(
    {
        OfficeKind.VEHICLE_OFFICE,
        OfficeKind.BRANCH,
        OfficeKind.SERVICE_STATION,
        OfficeKind.POSTAL_AGENCY,
        OfficeKind.SERVICE_HALL,
        OfficeKind.COUNTY_OFFICE,
    }
)
"""The kinds with a counter where a finished document may be collected."""

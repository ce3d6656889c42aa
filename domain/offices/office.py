"""An office: a node of the tree by which jurisdiction and access are judged."""

from dataclasses import dataclass
from typing import Final

from domain.choice import Choice
from domain.titles import Title


class OfficeKind(Choice):
    """What an office is. The codes stand in office records and statistics, so they stay."""

    HEADQUARTERS = "HQ", "交警总队", "provincial headquarters"
    DETACHMENT = "DET", "交警支队", "traffic police detachment"
    VEHICLE_OFFICE = "MVO", "车辆管理所", "vehicle office"
    BRANCH = "BR", "车管所分所", "branch"
    SERVICE_STATION = "ST", "服务站", "service station"
    REGISTRATION_STATION = "RST", "机动车登记服务站", "registration service station"
    POSTAL_AGENCY = "PS", "警邮网点", "postal agency"
    SERVICE_HALL = "GSH", "政务服务大厅窗口", "window in a service hall"
    COUNTY_OFFICE = "CVO", "县级车管所", "county vehicle office"
    SQUAD = "SQ", "交警大队、中队窗口", "window of a squad"
    NETWORK_CENTRE = "NOC", "网办中心", "network office centre"
    EXAM_SITE = "EXS", "驾驶人考场", "examination site"
    INSPECTION_STATION = "INS", "机动车检验机构", "inspection station"
    EDUCATION_SITE = "EDU", "审验、满分教育点", "education site"


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

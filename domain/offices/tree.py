"""The tree of offices of Henan, and the questions that jurisdiction asks of it.

``OFFICES`` is keyed by office id. The provincial headquarters have ``41``, the vehicle office
of a prefecture has its region code, its detachment the same with ``-det``, a county office its
county code. What stands below a
vehicle office has the region code, a dot, and a label.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from domain.offices.contact import Contact, contact_of
from domain.offices.henan import UNITS
from domain.offices.office import OfficeKind, OfficeRecord
from domain.offices.region import Region
from domain.offices.zhengzhou import OUTLETS
from domain.titles import Title

HEADQUARTERS: Final = "41"
PROVINCE: Final = "410000"
ZHENGZHOU: Final = "410100"

REGIONS: Final[Mapping[str, Region]] = MappingProxyType(
    {unit.code: unit for unit in sorted(UNITS, key=lambda unit: (unit.row, unit.column))}
)
"""The 18 units by region code, in the reading order of the tile grid."""


_COUNTIES: Final = Counter(county.title.en for unit in UNITS for county in unit.counties)
"""How many counties have the same name in English."""
SITES: Final[tuple[tuple[str, OfficeKind, Title], ...]] = (
    (
        "ins1",
        OfficeKind.INSPECTION_STATION,
        Title(zh="第一机动车检验机构（示例）", en="First inspection station (example)"),
    ),
    (
        "exs1",
        OfficeKind.EXAM_SITE,
        Title(zh="第一驾驶人考场（示例）", en="First examination site (example)"),
    ),
)
"""Where vehicles are inspected and drivers examined, one of each in every prefecture."""
CONVENIENT: Final[tuple[tuple[str, OfficeKind, Title], ...]] = (
    ("br1", OfficeKind.BRANCH, Title(zh="车管所第一分所（示例）", en="First branch (example)")),
    (
        "st1",
        OfficeKind.SERVICE_STATION,
        Title(zh="第一车管服务站（示例）", en="First service station (example)"),
    ),
)
"""The second step of the announcement opens branches and service stations in class two, so every
city has them. How many, it does not say.
"""


def _offices() -> Iterator[OfficeRecord]:
    yield OfficeRecord(
        id=HEADQUARTERS,
        kind=OfficeKind.HEADQUARTERS,
        title=Title(zh="河南省公安厅交警总队", en="Henan provincial traffic police headquarters"),
        region_code=PROVINCE,
        county_code=None,
        parent=None,
        path=HEADQUARTERS,
    )
    for region in REGIONS.values():
        yield from _of_region(region)


def detachment_of(region: str) -> str:
    """The id of the city traffic police of a prefecture, which decides about its windows."""
    return f"{region}-det"


def _path(region: str) -> str:
    return f"{HEADQUARTERS}.{detachment_of(region)}.{region}"


def _of_region(region: Region) -> Iterator[OfficeRecord]:
    zh, en = region.title.zh, region.title.en
    path = _path(region.code)
    detachment = detachment_of(region.code)
    yield OfficeRecord(
        id=detachment,
        kind=OfficeKind.DETACHMENT,
        title=Title(zh=f"{zh}公安局交警支队", en=f"{en} traffic police detachment"),
        region_code=region.code,
        county_code=None,
        parent=HEADQUARTERS,
        path=f"{HEADQUARTERS}.{detachment}",
    )
    yield OfficeRecord(
        id=region.code,
        kind=OfficeKind.VEHICLE_OFFICE,
        title=Title(zh=f"{zh}车辆管理所", en=f"{en} vehicle office"),
        region_code=region.code,
        county_code=None,
        parent=detachment,
        path=path,
    )
    centre = Title(zh=f"{zh}车辆管理所网办中心", en=f"{en} network office centre")
    yield _below(region, "noc", OfficeKind.NETWORK_CENTRE, centre)
    for label, kind, title in (*SITES, *(OUTLETS if region.code == ZHENGZHOU else CONVENIENT)):
        named = Title(zh=f"{zh}{title.zh}", en=f"{en}: {title.en}")
        yield _below(region, label, kind, named)
    if region.code == ZHENGZHOU:
        yield _squad(region)
    for county in region.counties:
        name = _english(county.title.en, en)
        yield OfficeRecord(
            id=county.code,
            kind=OfficeKind.COUNTY_OFFICE,
            title=Title(
                zh=f"{county.title.zh}车辆管理所",
                en=f"{name} vehicle office",
            ),
            region_code=region.code,
            county_code=county.code,
            parent=region.code,
            path=f"{path}.{county.code}",
        )


def _english(county: str, prefecture: str) -> str:
    """Two counties may differ in Chinese alone, as 杞县 and 淇县 do."""
    return f"{county} ({prefecture})" if _COUNTIES[county] > 1 else county


def _squad(region: Region) -> OfficeRecord:
    """A squad stands below the detachment, and not below the vehicle office."""
    zh, en = region.title.zh, region.title.en
    detachment = detachment_of(region.code)
    return OfficeRecord(
        id=f"{region.code}.sq1",
        kind=OfficeKind.SQUAD,
        title=Title(zh=f"{zh}交警一中队窗口（示例）", en=f"{en}: first squad window (example)"),
        region_code=region.code,
        county_code=None,
        parent=detachment,
        path=f"{HEADQUARTERS}.{detachment}.sq1",
    )


def _below(region: Region, label: str, kind: OfficeKind, title: Title) -> OfficeRecord:
    return OfficeRecord(
        id=f"{region.code}.{label}",
        kind=kind,
        title=title,
        region_code=region.code,
        county_code=None,
        parent=region.code,
        path=f"{_path(region.code)}.{label}",
    )


OFFICES: Final[Mapping[str, OfficeRecord]] = MappingProxyType(
    {office.id: office for office in _offices()}
)

CONTACTS: Final[Mapping[str, Contact]] = MappingProxyType(
    {office.id: contact_of(office, place) for place, office in enumerate(OFFICES.values(), start=1)}
)
"""How each office is reached, by its id."""


def within(office_id: str, subtree_id: str) -> bool:
    """Whether the office is the head of the subtree or stands below it.

    An unknown office is within nothing, so a check of access fails closed.
    """
    office, head = OFFICES.get(office_id), OFFICES.get(subtree_id)
    if office is None or head is None:
        return False
    return office.path == head.path or office.path.startswith(head.path + ".")


def path(office_id: str) -> str:
    """The dotted path from the headquarters. Raises ``KeyError`` for an unknown office."""
    return OFFICES[office_id].path


def prefecture_of(office_id: str) -> str:
    """The region code of the office. Raises ``KeyError`` for an unknown office."""
    return OFFICES[office_id].region_code

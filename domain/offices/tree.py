"""The tree of offices of Henan, and the questions that jurisdiction asks of it.

``OFFICES`` is keyed by office id. The provincial headquarters have ``41``, the vehicle office
of a prefecture has its region code, a county office its county code. What stands below a
vehicle office has the region code, a dot, and a label.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

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


def _of_region(region: Region) -> Iterator[OfficeRecord]:
    zh, en = region.title.zh, region.title.en
    path = f"{HEADQUARTERS}.{region.code}"
    yield OfficeRecord(
        id=region.code,
        kind=OfficeKind.VEHICLE_OFFICE,
        title=Title(zh=f"{zh}车辆管理所", en=f"{en} vehicle office"),
        region_code=region.code,
        county_code=None,
        parent=HEADQUARTERS,
        path=path,
    )
    centre = Title(zh=f"{zh}车辆管理所网办中心", en=f"{en} network office centre")
    yield _below(region, "noc", OfficeKind.NETWORK_CENTRE, centre)
    for label, kind, title in SITES:
        named = Title(zh=f"{zh}{title.zh}", en=f"{en}: {title.en}")
        yield _below(region, label, kind, named)
    if region.code == ZHENGZHOU:
        for label, kind, title in OUTLETS:
            named = Title(zh=f"{zh}{title.zh}", en=f"{en}: {title.en}")
            yield _below(region, label, kind, named)
    for county in region.counties:
        yield OfficeRecord(
            id=county.code,
            kind=OfficeKind.COUNTY_OFFICE,
            title=Title(zh=f"{county.title.zh}车辆管理所", en=f"{county.title.en} vehicle office"),
            region_code=region.code,
            county_code=county.code,
            parent=region.code,
            path=f"{path}.{county.code}",
        )


def _below(region: Region, label: str, kind: OfficeKind, title: Title) -> OfficeRecord:
    return OfficeRecord(
        id=f"{region.code}.{label}",
        kind=kind,
        title=title,
        region_code=region.code,
        county_code=None,
        parent=region.code,
        path=f"{HEADQUARTERS}.{region.code}.{label}",
    )


OFFICES: Final[Mapping[str, OfficeRecord]] = MappingProxyType(
    {office.id: office for office in _offices()}
)


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

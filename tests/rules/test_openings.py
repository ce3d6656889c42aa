"""What is open where: every cell of the matrix, as the table beside this file says it.

``matrix.csv`` is written for the officials who decide. A row holds for the kinds of office that it
names, in each of the 18 units, and under the reading that it names or under both.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from domain.message import Event
from domain.offices.business import WindowBusiness, WindowGroup
from domain.offices.office import OfficeKind, OfficeRecord
from domain.offices.tree import REGIONS
from domain.prefectures.events import (
    CountyOfficeReopened,
    PrefectureClassified,
    StepTaken,
    ThirdStepServicesListed,
    WindowsOpenedLocally,
    WindowsSuspended,
)
from domain.prefectures.grounds import Grounds
from domain.prefectures.openness import Why, openness
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.readings import Readings
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step, TrafficClass
from domain.titles import Title

CLOSED, OPENS, DAY = date(2020, 1, 24), date(2020, 2, 24), date(2020, 3, 2)
GROUNDS: Final = Grounds(reason="支持复工复产，逐步恢复线下业务。")
STEPS: Final = {
    "暂停": Step.SUSPENDED,
    "第一步": Step.FIRST,
    "第二步": Step.SECOND,
    "第三步未列入": Step.THIRD,
    "第三步列入": Step.THIRD,
    "第四步": Step.FOURTH,
}
RENEWAL: Final = "期满换领驾驶证"
BUSINESS: Final = {
    RENEWAL: WindowBusiness("licence_renewal", WindowGroup.REISSUE_REPLACE, renewal=True),
    **{group.zh: WindowBusiness(group, group) for group in WindowGroup},
}
READS: Final[Mapping[str, Callable[[Readings], bool]]] = {
    "期满换领属于换证": lambda readings: readings.renewal_replaces,
    "期满换领不属于换证": lambda readings: not readings.renewal_replaces,
    "部分限定三项业务": lambda readings: readings.part_of_all,
    "部分只限定车辆登记": lambda readings: not readings.part_of_all,
    "": lambda readings: True,
}
READINGS: Final = [Readings(*each) for each in product((True, False), repeat=2)]
OWN: Final = ("单独决定列入", "单独决定未列入")
NEVER: Final = {
    "未暂停": TrafficClass.TWO,
    "未暂停单独决定列入": TrafficClass.TWO,
    "未暂停单独决定未列入": TrafficClass.TWO,
    "一类未作决定": TrafficClass.ONE,
    "一类单独决定列入": TrafficClass.ONE,
    "一类单独决定未列入": TrafficClass.ONE,
}
"""The columns in which nobody has suspended anything, each with its class."""
COLUMNS: Final = ("未暂停", *STEPS, *OWN, *list(NEVER)[1:])


class Cell(NamedTuple):
    business: str
    kind: OfficeKind
    column: str
    readings: Readings
    answer: str


def cells() -> Iterator[Cell]:
    with (Path(__file__).parent / "openings" / "matrix.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            held = READS[row["读法"]]
            for kind, readings in product(row["机构"].split(), READINGS):
                if held(readings):
                    for column in COLUMNS:
                        answer = row[column]
                        yield Cell(row["业务"], OfficeKind(kind), column, readings, answer)


CELLS: Final = list(cells())


@cache
def office_of(kind: OfficeKind, region: str) -> OfficeRecord:
    county = f"{region[:4]}99" if kind is OfficeKind.COUNTY_OFFICE else None
    return OfficeRecord(
        county or region, kind, Title("窗口", "window"), region, county, None, region
    )


@cache
def prefecture(column: str, listed: str, region: str, office: OfficeRecord) -> Prefecture:
    """As it is where the column holds."""
    return PREFECTURE.fold(history(column, listed, region, office))


def history(column: str, listed: str, region: str, office: OfficeRecord) -> Iterator[Event]:
    region_class = NEVER.get(column, REGIONS[region].region_class)
    yield PrefectureClassified(region=region, region_class=region_class, effective_on=CLOSED)
    if column in {"未暂停", "一类未作决定"}:
        return
    if column not in NEVER:
        yield WindowsSuspended(effective_on=CLOSED)
    if column.endswith(OWN):
        services = (listed if column.endswith(OWN[0]) else "another",)
        if office.county_code:
            yield CountyOfficeReopened(office=office.id, services=services, effective_on=OPENS)
        else:
            yield WindowsOpenedLocally(
                offices=(office.id,),
                services=services,
                effective_on=OPENS,
                body=region,
                decided_on=OPENS,
                grounds=GROUNDS,
            )
    elif column != "暂停":
        yield StepTaken(step=STEPS[column], effective_on=OPENS)
    if column == "第三步列入":
        yield ThirdStepServicesListed(
            services=(listed,), effective_on=OPENS, body=region, decided_on=OPENS, grounds=GROUNDS
        )


@pytest.mark.requirement("R04")
@pytest.mark.requirement("R05")
@pytest.mark.requirement("R07")
@pytest.mark.requirement("R08")
@pytest.mark.requirement("R09")
@pytest.mark.requirement("R10")
@pytest.mark.requirement("R12")
@pytest.mark.parametrize("region", REGIONS)
def test_every_cell_of_the_matrix(region: str) -> None:
    for cell in CELLS:
        office = office_of(cell.kind, region)
        business = BUSINESS[cell.business]
        decided = prefecture(cell.column, business.code, region, office)
        found = openness(decided, office, business, DAY, cell.readings)
        answer = "不办" if found.why is Why.NOT_DONE_HERE else "开" if found.open else "关"
        assert answer == cell.answer, (cell, found)


def test_the_table_has_every_cell_once() -> None:
    every = set(product(BUSINESS, OfficeKind, COLUMNS, READINGS))
    assert len(CELLS) == len(every)
    assert {cell[:4] for cell in CELLS} == every

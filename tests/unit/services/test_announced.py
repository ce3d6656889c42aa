"""The announcement of 23 February 2020 names twenty-four services, and the catalogue has them."""

from typing import Final

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.service import Group

ANNOUNCED: Final = {
    Group.VEHICLE: (
        "补换领机动车号牌、补换领行驶证、补领检验合格标志、申领临时号牌、申领免检标志、变更机动车联系方式、"
        "新车注册登记预选号牌、二手车预选号牌、新能源车换牌预约、新能源车换牌选号、机动车检验预约"
    ),
    Group.LICENCE: (
        "期满换领驾驶证、遗失补领驾驶证、损毁换领驾驶证、超龄换领驾驶证、考试预约、提交身体条件证明、"
        "延期提交身体条件证明、延期驾驶证审验、延期换领驾驶证、提交驾驶证照片、变更驾驶证联系方式"
    ),
    Group.VIOLATION: "违法处理、罚款缴纳",
}
"""The names word for word, as the announcement lists them."""


@pytest.mark.parametrize(
    ("group", "count"), [(Group.VEHICLE, 11), (Group.LICENCE, 11), (Group.VIOLATION, 2)]
)
def test_the_services_of_a_group_have_the_announced_names_in_their_order(
    group: Group, count: int
) -> None:
    names = ANNOUNCED[group].split("、")
    assert len(names) == count
    assert [each.title.zh for each in CATALOGUE.values() if each.group is group] == names


@pytest.mark.requirement("R24")
@pytest.mark.requirement("R25")
def test_there_are_twenty_four_and_all_of_them_are_open() -> None:
    assert len(CATALOGUE) == 24
    assert all(service.open for service in CATALOGUE.values())


def test_the_numbers_count_the_services_of_each_group() -> None:
    letters = {Group.VEHICLE: "V", Group.LICENCE: "D", Group.VIOLATION: "P"}
    for group, letter in letters.items():
        numbers = [each.number for each in CATALOGUE.values() if each.group is group]
        assert numbers == [f"{letter}{n:02d}" for n in range(1, len(numbers) + 1)]

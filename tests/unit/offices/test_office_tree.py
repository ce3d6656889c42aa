"""The offices of Henan, and which stands below which."""

import re

import pytest

from domain.identifiers.plate import ISSUING_LETTERS
from domain.offices.business import DONE_AT
from domain.offices.office import OfficeKind
from domain.offices.tree import (
    CONTACTS,
    OFFICES,
    REGIONS,
    detachment_of,
    path,
    prefecture_of,
    within,
)


def test_there_are_eighteen_units_three_of_them_of_class_one() -> None:
    assert len(REGIONS) == 18
    class_one = {r.title.zh for r in REGIONS.values() if r.region_class == 1}
    assert class_one == {"郑州市", "南阳市", "信阳市"}


def test_the_units_stand_in_the_order_of_the_tile_grid() -> None:
    names = [region.title.zh for region in REGIONS.values()]
    assert names[:3] == ["安阳市", "鹤壁市", "濮阳市"]
    assert names[6:11] == ["三门峡市", "洛阳市", "郑州市", "开封市", "商丘市"]
    assert names[-1] == "信阳市"
    assert len({(r.row, r.column) for r in REGIONS.values()}) == 18


def test_every_issuing_letter_has_its_unit() -> None:
    assert {r.plate_letter: r.code for r in REGIONS.values()} == dict(ISSUING_LETTERS)


def test_offices_that_differ_in_chinese_differ_in_english() -> None:
    assert OFFICES["410221"].title.en == "Qi County (Kaifeng) vehicle office"
    assert OFFICES["410622"].title.en == "Qi County (Hebi) vehicle office"
    names = [office.title.en for office in OFFICES.values()]
    assert len(set(names)) == len(names)


def test_there_are_104_county_offices_and_that_of_shangjie() -> None:
    counties = [o for o in OFFICES.values() if o.kind is OfficeKind.COUNTY_OFFICE]
    assert len(counties) == 105
    assert all(o.parent == o.region_code and o.county_code == o.id for o in counties)
    assert OFFICES["410106"].title.en == "Shangjie District vehicle office"


def test_every_prefecture_has_a_vehicle_office_and_a_network_centre() -> None:
    for code in REGIONS:
        assert OFFICES[code].kind is OfficeKind.VEHICLE_OFFICE
        assert OFFICES[f"{code}.noc"].parent == code


def test_every_path_is_that_of_the_parent_and_one_label_more() -> None:
    for office in OFFICES.values():
        if office.parent is None:
            assert office.id == office.path == "41"
        else:
            above, label = office.path.rsplit(".", 1)
            assert above == OFFICES[office.parent].path
            assert office.id.split(".")[-1] == label


@pytest.mark.parametrize(
    ("office", "subtree", "answer"),
    [
        ("410100", "410100", True),
        ("410122", "410100", True),
        ("410100.st1", "410100", True),
        ("410100", "410122", False),
        ("410200", "410100", False),
        ("411381", "41", True),
        ("999999", "41", False),
        ("410100", "999999", False),
        ("999999", "999999", False),
    ],
)
def test_an_office_is_within_itself_and_what_stands_above_it(
    office: str, subtree: str, answer: bool
) -> None:
    assert within(office, subtree) is answer


def test_a_station_lies_in_its_prefecture() -> None:
    assert prefecture_of("410100.st1") == prefecture_of("410122") == "410100"
    assert path("410100.st1") == "41.410100-det.410100.st1"


def test_every_prefecture_has_an_inspection_station_and_an_examination_site() -> None:
    for code in REGIONS:
        assert OFFICES[f"{code}.ins1"].kind is OfficeKind.INSPECTION_STATION
        assert OFFICES[f"{code}.exs1"].kind is OfficeKind.EXAM_SITE


@pytest.mark.requirement("R08")
def test_every_prefecture_has_a_branch_and_a_service_station() -> None:
    for code in REGIONS:
        assert OFFICES[f"{code}.br1"].kind is OfficeKind.BRANCH
        assert OFFICES[f"{code}.st1"].kind is OfficeKind.SERVICE_STATION
        assert "示例" in OFFICES[f"{code}.br1"].title.zh


def test_every_prefecture_has_a_detachment_above_its_vehicle_office() -> None:
    for code in REGIONS:
        assert OFFICES[code].parent == detachment_of(code)
        assert OFFICES[detachment_of(code)].kind is OfficeKind.DETACHMENT
        assert within("410100.sq1", "410100-det")
    assert not within("410100.sq1", "410100")


def test_zhengzhou_has_every_kind_of_office_but_the_headquarters() -> None:
    kinds = {office.kind for office in OFFICES.values() if office.region_code == "410100"}
    assert kinds == set(OfficeKind) - {OfficeKind.HEADQUARTERS}


def test_a_telephone_is_made_up_and_nobody_has_it() -> None:
    assert CONTACTS.keys() == OFFICES.keys()
    assert all(contact.synthetic for contact in CONTACTS.values())
    numbers = [number for contact in CONTACTS.values() for number in contact.telephones]
    assert len(set(numbers)) == len(numbers) == len(OFFICES)
    assert all(re.fullmatch(r"03[79][0-9]-0000[0-9]{4}", number) for number in numbers)


def test_whoever_comes_is_told_the_hours_and_the_hall_holds_somebody() -> None:
    for office in OFFICES.values():
        contact = CONTACTS[office.id]
        assert bool(contact.hours) is bool(contact.hall_capacity) is bool(DONE_AT[office.kind])


def test_outlets_and_sites_say_that_they_are_examples() -> None:
    outlets = [o for o in OFFICES.values() if "." in o.id and not o.id.endswith(".noc")]
    assert len(outlets) == 9 + 2 * len(REGIONS) + 2 * 17
    assert all("示例" in o.title.zh and "example" in o.title.en for o in outlets)

"""Where windows were open in the town: closed everywhere, then step by step, city by city."""

from datetime import date, timedelta

import pytest

from cheguan.town.openings import decided, decrees, window_open
from domain.calendar import local_day
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS, detachment_of
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture
from domain.prefectures.openness import open_on
from domain.services.catalogue import CATALOGUE

BEFORE = date(2020, 1, 23)
LAST_CLOSED, FIRST_STEP = date(2020, 2, 23), date(2020, 2, 24)
ALL_OPEN = date(2020, 6, 1)
CLASS_ONE, CLASS_TWO = "410100", "410300"
PLATES = "plate_reissue"


@pytest.mark.parametrize(
    ("office", "last_open"),
    [
        (CLASS_ONE, date(2020, 1, 30)),
        ("410100.br1", date(2020, 1, 30)),
        ("411300", BEFORE),
        (CLASS_TWO, BEFORE),
        ("410322", BEFORE),
    ],
)
def test_every_window_is_open_before_and_after_and_closed_between(
    office: str, last_open: date
) -> None:
    assert window_open(office, PLATES, last_open)
    assert not window_open(office, PLATES, last_open + timedelta(days=1))
    assert not window_open(office, PLATES, LAST_CLOSED)
    assert window_open(office, PLATES, ALL_OPEN)


@pytest.mark.requirement("R01")
@pytest.mark.requirement("R05")
@pytest.mark.requirement("R06")
def test_on_the_first_day_class_one_opens_nothing_and_class_two_what_its_step_opens() -> None:
    opened = {
        (office.id, service)
        for office in OFFICES.values()
        if office.region_code in REGIONS
        for service in CATALOGUE
        if window_open(office.id, service, FIRST_STEP)
    }
    papers = {
        code for code, s in CATALOGUE.items() if s.window in {"reissue_replace", "temp_plate"}
    }
    class_two = {code for code, region in REGIONS.items() if region.region_class == 2}
    assert len(class_two) == 15
    assert opened == {(code, service) for code in class_two for service in papers}


@pytest.mark.requirement("R01")
def test_no_window_was_open_the_day_before() -> None:
    assert not any(
        open_on(prefecture, office, service.business, LAST_CLOSED)
        for code, prefecture in decided().items()
        for office in OFFICES.values()
        if office.region_code == code
        for service in CATALOGUE.values()
    )


@pytest.mark.requirement("R11")
def test_every_city_of_class_two_takes_four_steps_on_days_of_its_own() -> None:
    steps = {code: [taken.step for taken in decided()[code].taken] for code in REGIONS}
    for code, region in REGIONS.items():
        expected = ["suspended"]
        if region.region_class == 2:
            expected = ["suspended", "first", "second", "third", "fourth"]
        assert steps[code] == expected
    days = {decided()[code].taken[-1].effective_on for code in REGIONS if len(steps[code]) == 5}
    assert len(days) == 5


def test_decrees_come_in_the_order_of_their_instants_and_count_within_their_city() -> None:
    every = decrees()
    assert [decree.at for decree in every] == sorted(decree.at for decree in every)
    for code in REGIONS:
        of_city = [decree.before for decree in every if decree.region == code]
        assert of_city == list(range(len(of_city)))


def test_the_classes_are_given_on_the_day_of_the_announcement_and_hold_from_it() -> None:
    for code, prefecture in decided().items():
        assert prefecture.class_on(LAST_CLOSED - timedelta(days=1)) is None
        assert prefecture.class_on(LAST_CLOSED) == REGIONS[code].region_class
    classified = [d for d in decrees() if isinstance(d.command, ClassifyPrefecture)]
    assert len(classified) == 18
    assert {(local_day(d.at), d.by.role) for d in classified} == {(LAST_CLOSED, Role.HQ)}


@pytest.mark.requirement("R02")
def test_a_decision_of_the_town_names_its_body_its_day_its_reason_and_its_number() -> None:
    for code, prefecture in decided().items():
        numbers = [decision.document_no for decision in prefecture.about_windows()]
        assert len(set(numbers)) == len(numbers)
        for decision in prefecture.about_windows():
            assert decision.body == detachment_of(code)
            assert decision.decided_on
            assert decision.effective_on
            assert decision.decided_on < decision.effective_on
            assert "公交〔2020〕" in decision.document_no
            assert decision.reason


def test_what_was_decided_in_january_names_the_disease_as_it_was_named_then() -> None:
    of_january = [
        decision.reason
        for prefecture in decided().values()
        for decision in prefecture.about_windows()
        if decision.decided_on and decision.decided_on < date(2020, 2, 8)
    ]
    assert len(of_january) == 18
    assert all("新型冠状病毒感染的肺炎疫情" in reason for reason in of_january)


def test_every_county_office_is_reopened_in_the_end() -> None:
    counties = [o.id for o in OFFICES.values() if o.kind is OfficeKind.COUNTY_OFFICE]
    assert all(window_open(county, PLATES, ALL_OPEN) for county in counties)


@pytest.mark.parametrize("office", ["41", "999999", ""])
def test_what_is_no_office_of_a_prefecture_has_no_window(office: str) -> None:
    assert not window_open(office, PLATES, BEFORE)
    assert not window_open(office, PLATES, ALL_OPEN)

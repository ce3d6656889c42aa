"""The table has the thirty services of the windows, with term, basis, step and outcome."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.offices.business import WindowGroup
from domain.prefectures.readings import READINGS
from domain.register.vehicle import UseNature, VehicleType
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, EVERY_SERVICE, WINDOW_SERVICES
from domain.services.choices import Capacity, UserKind
from domain.services.given import Given
from domain.services.guide import fee_of, guide_of
from domain.services.reader import read_window_form
from domain.services.service import Group
from domain.services.window.matter import Power
from domain.services.window.opening import FROM_THE_THIRD, STEPS
from domain.services.window.table import ROWS
from tests.kit.register_records import normal_vehicle

TODAY = date(2020, 2, 24)
TRANSFER = WINDOW_SERVICES["reg_transfer"]


def test_the_numbers_are_w01_to_w30_and_ten_of_them_have_several_services() -> None:
    numbers = [row.number.partition("-")[0] for row in ROWS.values()]
    assert list(dict.fromkeys(numbers)) == [f"W{n:02d}" for n in range(1, 31)]
    several = {number for number in numbers if numbers.count(number) > 1}
    assert several == {"W04", "W05", "W10", "W13", "W19", "W20", "W24", "W25", "W27", "W28"}
    assert len(ROWS) == 41


def test_they_are_not_among_the_twenty_four() -> None:
    assert len(CATALOGUE) == 24
    assert not CATALOGUE.keys() & WINDOW_SERVICES.keys()
    assert EVERY_SERVICE.keys() == CATALOGUE.keys() | WINDOW_SERVICES.keys()
    assert all(service.at_window for service in WINDOW_SERVICES.values())
    assert not any(service.at_window for service in CATALOGUE.values())


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("reg_new", 2),
        ("reg_ambulance", 2),
        ("reg_transfer", 1),
        ("reg_move_out", 3),
        ("reg_correct", 5),
        ("plate_reissue_w", 15),
        ("permit_reissue_w", 1),
        ("school_bus_plate", 3),
        ("school_bus_driver", 5),
    ],
)
def test_the_terms_are_those_of_the_law(code: str, days: int) -> None:
    assert ROWS[code].days == WINDOW_SERVICES[code].decide_within.on(TODAY) == days


def test_an_article_of_a_later_order_is_quoted_to_nobody() -> None:
    quoted = {
        service.law.source for service in WINDOW_SERVICES.values() if service.law.citation("zh")
    }
    assert quoted == {"124", "139", "RTSR"}
    assert ROWS["reg_transfer"].law.verified
    assert not ROWS["licence_move_in"].law.verified


@pytest.mark.requirement("R07")
def test_the_first_step_opens_reissue_and_temporary_plates() -> None:
    first = {WindowGroup.REISSUE_REPLACE, WindowGroup.TEMPORARY_PLATES}
    assert {code for code, row in ROWS.items() if row.opens in first} == {
        "cert_reissue",
        "plate_reissue_w",
        "permit_reissue_w",
        "licence_reissue_w",
        "licence_renewal_w",
        "licence_overage_w",
        "temp_plate_w",
    }


@pytest.mark.requirement("R07")
def test_the_renewal_of_a_licence_opens_as_the_announcement_is_read() -> None:
    """Whether it is a replacement the announcement does not say, so that is a setting."""
    business = WINDOW_SERVICES["licence_renewal_w"].business
    assert business.renewal
    assert READINGS.on(TODAY).group(business) is WindowGroup.REISSUE_REPLACE
    narrow = READINGS.on(TODAY)._replace(renewal_replaces=False)
    assert narrow.group(business) is WindowGroup.OTHER
    assert not WINDOW_SERVICES["licence_overage_w"].business.renewal


@pytest.mark.requirement("R09")
def test_registration_inspection_and_examinations_wait_for_the_third_step() -> None:
    for opening in (WindowGroup.REGISTRATION, WindowGroup.INSPECTION, WindowGroup.EXAM):
        assert STEPS[opening].zh.startswith("第三步起")
    assert ROWS["reg_new"].opens is ROWS["reg_ambulance"].opens is WindowGroup.REGISTRATION
    assert ROWS["inspection"].opens is WindowGroup.INSPECTION
    assert {ROWS[f"exam_{each}"].opens for each in ("s1", "s2", "s3r", "s3t")} == {WindowGroup.EXAM}


def test_whatever_else_there_is_waits_for_the_fourth_step_unless_it_is_listed() -> None:
    assert ROWS["violation_window"].step.zh == "第四步（列入第三步恢复清单的除外）"
    assert ROWS["licence_initial"].step is ROWS["add_class"].step is FROM_THE_THIRD


def test_no_fee_is_told_where_the_office_does_not_set_it() -> None:
    fees = {code: fee_of(service, TODAY).zh for code, service in WINDOW_SERVICES.items()}
    assert {fees[each] for each in ("exam_s1", "exam_s2", "exam_s3r", "exam_s3t")} == {
        "按当地收费标准"
    }
    assert fees["inspection"].startswith("以检验机构公示")
    assert fees["licence_convert"] == fees["licence_downgrade"] == "10元"
    assert "罚款" in fees["violation_window"]


def test_a_change_from_which_documents_come_is_told_and_paid_with_them() -> None:
    for code in ("reg_change", "reg_move_in"):
        assert "行驶证" in guide_of(WINDOW_SERVICES[code], TODAY).outcome.zh
        assert fee_of(WINDOW_SERVICES[code], TODAY).zh != "不收费"


def test_units_apply_for_vehicles_and_are_verified_and_nothing_else() -> None:
    units = {code for code, each in WINDOW_SERVICES.items() if UserKind.UNIT in each.user_kinds}
    vehicles = {code for code, row in ROWS.items() if row.matter.group is Group.VEHICLE}
    assert units == vehicles | {"new_user_verify"}


def test_an_examination_is_sat_at_its_site_and_signed_by_the_examiner() -> None:
    steps = [each.zh for each in guide_of(WINDOW_SERVICES["exam_s2"], TODAY).steps]
    assert steps[1:] == ["凭身份证明、学习驾驶证明到考场参加考试", "考试成绩由考试员签字后录入"]


def test_the_day_is_promised_only_where_an_article_names_it() -> None:
    for code in ("foreign_temp_plate", "foreign_temp_permit", "new_user_verify"):
        assert guide_of(WINDOW_SERVICES[code], TODAY).term.zh == "按规定时限办理"


def test_windows_take_in_all_of_them() -> None:
    assert all(service.open for service in WINDOW_SERVICES.values())


def test_vehicles_stay_with_their_prefecture_and_licences_may_go_elsewhere() -> None:
    everywhere = {code for code, row in ROWS.items() if row.power is Power.PROVINCE}
    assert all(ROWS[code].matter.group is Group.LICENCE for code in everywhere)
    assert {"licence_reissue_w", "licence_move_in", "review"} <= everywhere


@pytest.mark.parametrize("code", WINDOW_SERVICES)
def test_the_guide_tells_where_when_and_what_to_bring(code: str) -> None:
    guide = guide_of(WINDOW_SERVICES[code], TODAY)
    assert guide.documents == ()
    told = [each.zh for each in guide.bring]
    originals = [each.zh for each in ROWS[code].originals]
    assert told[: len(originals)] == originals
    assert ROWS[code].step.zh in guide.steps[0].zh


def test_whoever_has_lost_a_document_is_not_told_to_bring_it() -> None:
    lost, told = "机动车登记证书", guide_of(WINDOW_SERVICES["cert_reissue"], TODAY).bring
    assert [each.zh for each in told] == ["身份证明原件", f"换领的：{lost}"]
    told = guide_of(WINDOW_SERVICES["licence_reissue_w"], TODAY).bring
    assert "补领的：遗失书面声明" in {each.zh for each in told}


def test_nobody_acts_for_whoever_is_reviewed_or_taught() -> None:
    for code in ("review", "full_points_edu", "school_bus_driver"):
        assert WINDOW_SERVICES[code].capacities == (Capacity.DRIVER,)
    assert Capacity.AGENT in WINDOW_SERVICES["licence_reissue_w"].capacities


@pytest.mark.parametrize(
    ("office", "type_", "use", "may"),
    [
        ("410324", VehicleType.LARGE_PASSENGER, UseNature.TOURISM, False),
        ("410324", VehicleType.TRUCK, UseNature.DANGEROUS_GOODS, False),
        ("410324", VehicleType.SEDAN, UseNature.NON_OPERATING, True),
        ("410300", VehicleType.LARGE_PASSENGER, UseNature.TOURISM, True),
    ],
)
def test_a_county_office_transfers_no_bus_that_the_register_knows(
    office: str, type_: VehicleType, use: UseNature, may: bool
) -> None:
    form = read_window_form(json.dumps(TRANSFER.example(TODAY)).encode(), today=TODAY)
    given = Given(
        facts=form.facts(),
        today=TODAY,
        calendar=Calendar(),
        office=office,
        applicant=b"buyer",
        name=b"buyer",
        proven=False,
        vehicle=replace(normal_vehicle(TODAY), type=type_, use=use),
    )
    (county,) = (each for each in TRANSFER.checks if each.code == "C-COUNTY")
    assert county.judge(given) is may


def test_an_ambulance_is_told_of_the_green_channel_wherever_it_is() -> None:
    first = guide_of(WINDOW_SERVICES["reg_ambulance"], TODAY).steps[0]
    assert first.zh.startswith("绿色通道随时办理")
    assert "区" not in first.zh


def test_what_is_made_is_handed_out_and_the_rest_is_entered() -> None:
    for service in WINDOW_SERVICES.values():
        assert (service.document is not None) == (service.archetype is Archetype.DOCUMENT)

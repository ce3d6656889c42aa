"""What a window service changes in the register, and what it costs."""

from datetime import date

import msgspec
import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.identifiers.plate import PlateKind
from domain.register.changes import (
    ClassesReduced,
    ExamTaken,
    LicenceRenewed,
    MedicalSubmitted,
    OwnershipPassed,
    TemporaryPlateIssued,
    VehicleRegistered,
)
from domain.register.vehicle import UseNature
from domain.register.vehicle_changes import PlatesExchanged
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.fees import plates_fen
from tests.unit.services.window.given import TODAY, defects, example, facts


def test_a_registration_enters_the_vehicle_with_the_first_end_of_its_inspection() -> None:
    given = msgspec.structs.replace(facts("reg_new"), counter="410100")
    (entered,) = WINDOW_SERVICES["reg_new"].change(given, TODAY)
    assert isinstance(entered, VehicleRegistered)
    assert (entered.office, entered.registered_on) == ("410100", TODAY)
    assert entered.inspected_until == date(2022, 2, 28)


@pytest.mark.requirement("R27")
def test_an_ambulance_is_entered_as_one() -> None:
    (entered,) = WINDOW_SERVICES["reg_ambulance"].change(facts("reg_ambulance"), TODAY)
    assert isinstance(entered, VehicleRegistered)
    assert entered.use is UseNature.AMBULANCE


def test_a_transfer_passes_the_vehicle_to_whoever_applies() -> None:
    changes = WINDOW_SERVICES["reg_transfer"].change(facts("reg_transfer"), TODAY)
    assert changes == (
        OwnershipPassed(
            passed_on=TODAY, use=UseNature.NON_OPERATING, plate_kind=PlateKind.SMALL_CAR
        ),
    )


def test_an_exchange_gives_the_vehicle_a_number_of_the_new_kind_and_no_other_owner() -> None:
    service = WINDOW_SERVICES["nev_plate_exchange"]
    given = facts("nev_plate_exchange")
    assert service.change(given, TODAY) == (
        PlatesExchanged(exchanged_on=TODAY, plate_kind=PlateKind.SMALL_NEV),
    )
    assert service.fee(given, TODAY) == 110_00


def test_facts_from_before_numbers_were_changed_pass_the_vehicle_with_its_own() -> None:
    before = msgspec.structs.replace(facts("reg_transfer"), new_plate_kind=None)
    (passed,) = WINDOW_SERVICES["reg_transfer"].change(before, TODAY)
    assert isinstance(passed, OwnershipPassed)
    assert passed.plate_kind is None


def test_a_transfer_pays_for_other_plates_and_another_permit() -> None:
    given = facts("reg_transfer")
    service = WINDOW_SERVICES["reg_transfer"]
    assert service.fee(given, TODAY) == 110_00
    motorcycle = {"plate_kind": "07", "plate_no": "豫A8N2P6"}
    other = facts("reg_transfer", new_plate=motorcycle)
    assert service.fee(other, TODAY) == 10_00 + plates_fen(PlateKind.MOTORCYCLE, TODAY)
    assert service.document is not None
    assert "号牌" in service.document.zh


def test_a_temporary_plate_of_the_window_counts_and_is_good_for_fifteen_days() -> None:
    (issued,) = WINDOW_SERVICES["temp_plate_w"].change(facts("temp_plate_w"), TODAY)
    assert isinstance(issued, TemporaryPlateIssued)
    assert issued.counted
    assert issued.valid_to == date(2020, 3, 10)


def test_with_a_temporary_plate_for_other_prefectures_one_drives_thirty_days() -> None:
    given = facts("temp_plate_w", travel_area="across")
    (issued,) = WINDOW_SERVICES["temp_plate_w"].change(given, TODAY)
    assert isinstance(issued, TemporaryPlateIssued)
    assert issued.valid_to == date(2020, 3, 25)
    assert ("/travel_area", "missing") in defects(example("temp_plate_w", travel_area=None))


def test_a_licence_is_renewed_or_gets_other_classes_as_it_does_online() -> None:
    renewed = WINDOW_SERVICES["licence_renewal_w"].change(facts("licence_renewal_w"), TODAY)
    assert renewed == (LicenceRenewed(renewed_on=TODAY),)
    for code in ("licence_overage_w", "licence_downgrade"):
        given = facts(code, target_classes="C1、M")
        changes = WINDOW_SERVICES[code].change(given, TODAY)
        assert changes == (ClassesReduced(classes=(LicenceClass.C1, LicenceClass.M)),)
        assert ("/target_classes", "missing") in defects(example(code, target_classes=None))
        assert ("/target_classes", "classes_order") in defects(example(code, target_classes="C2A1"))


def test_a_certificate_counts_for_the_classes_for_which_its_holder_is_fit() -> None:
    (filed,) = WINDOW_SERVICES["medical_submit_w"].change(facts("medical_submit_w"), TODAY)
    assert filed == MedicalSubmitted(issued_on=date(2020, 2, 19), fit_for=(LicenceClass.C5,))


@pytest.mark.parametrize(
    ("code", "wanted", "score", "passes"),
    [
        ("exam_s1", "C1", 89, False),
        ("exam_s1", "C1", 90, True),
        ("exam_s2", "C1", 79, False),
        ("exam_s2", "C1", 80, True),
        ("exam_s2", "A2", 89, False),
        ("exam_s2", "A2", 90, True),
        ("exam_s3r", "C1", 89, False),
        ("exam_s3t", "C1", 90, True),
    ],
)
def test_an_examination_counts_whether_it_was_passed_or_not(
    code: str, wanted: str, score: int, passes: bool
) -> None:
    exam = {**example(code)["exam"], "exam_class": wanted, "score": score}
    (sat,) = WINDOW_SERVICES[code].change(facts(code, exam=exam), TODAY)
    assert isinstance(sat, ExamTaken)
    assert sat.passed is passes

"""Where each worked example is tested: by number, by day, by class, by letter.

A row of a published or computed example is a value in a test of its subject. Whoever takes it
away there is told here.
"""

import ast
from pathlib import Path

import pytest

from domain.identifiers.licence_classes import LicenceClass

HERE = Path(__file__).parent

EXAMPLES: dict[str, dict[str, tuple[str, ...]]] = {
    "identifiers/test_resident_id.py": {
        "test_a_number_tells_region_birth_and_sex": (
            "11010519491231002X",
            "410102199202291236",
            "411327196003012041",
            "411502195004150015",
        ),
        "test_a_wrong_number_is_refused_with_its_reason": ("440524188001010014",),
    },
    "identifiers/test_vin.py": {
        "test_a_number_with_its_check_digit_is_read": (
            "1M8GDM9AXKP042788",
            "11111111111111111",
            "LZYTBTD60L1000123",
            "LSGPC52U5KF012345",
            "LGXC16DF4L0000019",
        ),
    },
    "identifiers/test_uscc.py": {
        "test_a_code_tells_authority_region_and_organisation": (
            "91350100M000100Y43",
            "91410100MA45000177",
            "91410100MA45000920",
        ),
    },
    "identifiers/test_plate_number.py": {
        "test_a_number_is_read_by_its_kind": (
            "豫A12345",
            "豫A1B2C3",
            "豫C2A345",
            "豫Q12345",
            "豫A1234挂",
            "豫A1234学",
            "豫A1234警",
            "豫A12345D",
            "豫AD12345",
            "豫AFA1234",
            "豫AD1234",
        ),
        "test_a_number_of_another_kind_or_form_is_refused": (
            "豫AB2C3D",
            "豫A1O234",
            "豫O12345",
        ),
    },
    "identifiers/test_office_numbers.py": {
        "test_a_file_number_tells_where_the_file_was_opened": ("410112345678",),
        "test_a_decision_has_fifteen_or_sixteen_digits": (
            "410105123456789",
            "4101051234567890",
        ),
        "test_a_violation_code_has_four_digits_and_perhaps_a_letter": ("1039",),
        "test_a_certificate_has_twelve_digits": ("410012345678",),
        "test_a_case_serial_is_made_and_read": ("SERIAL",),
    },
    "identifiers/test_postal_item.py": {
        "test_a_number_is_made_and_read": (
            "EE473124829CN",
            "EE123456785CN",
            "EE202002248CN",
            "EA100000025CN",
            "EA100000140CN",
        ),
    },
    "identifiers/test_contact.py": {
        "test_a_mobile_number_is_read_without_spaces_and_country": (),
        "test_a_landline_number_is_read_to_its_digits": (),
        "test_a_postcode_has_six_digits": (),
        "test_a_region_of_henan_tells_its_unit": (),
    },
    "register/test_age_limits.py": {
        "test_a_class_permits_others_up_to_an_age": tuple(f'("{code}", ' for code in LicenceClass),
    },
    "register/test_state_letters.py": {
        "test_every_letter_has_its_words": (
            "LICENCE",
            "VEHICLE",
        ),
        "test_a_licence_may_have_several_letters": (
            "S",
            "H",
        ),
    },
    "register/test_validity.py": {
        "test_six_years_without_twelve_points_are_followed_by_ten": (),
        "test_ten_years_without_twelve_points_are_followed_by_no_end": (),
        "test_six_years_from_29_feb": ("date(2022, 2, 28)",),
    },
    "services/test_medical_limits.py": {
        "test_a_class_asks_for_its_physical_condition": (),
    },
    "test_calendar.py": {
        "test_every_day_of_2020_is_as_the_state_council_announced": (
            "HOLIDAYS_2020",
            "MADE_UP_2020",
        ),
        "test_the_prolongation_took_the_made_up_saturday_back": ("date(2020, 2, 1)",),
        "test_working_days_are_counted_from_the_day_after": (
            "accepted Friday 2020-01-17, one day",
            "accepted Friday 2020-01-17, fifteen days",
            "accepted Friday 2020-02-21, one day",
            "accepted Friday 2020-02-21, fifteen days",
            "accepted Thursday 2020-04-30, five days",
        ),
    },
    "test_licence_clocks.py": {
        "test_renewal_opens_closes_online_and_ends_in_cancellation": (
            '"Renewal"',
            '"Renewal, leap day"',
        ),
        "test_renewal_is_restorable_for_two_years_after_the_cancellation": ("date(2023, 2, 25)",),
        "test_cycle_ends_are_counted_from_the_original_date": ("date(2012, 2, 29)",),
        "test_review_and_medical_certificate_end_thirty_days_after_the_cycle": (
            "Review / medical window",
            '"Medical"',
        ),
        "test_a_licence_without_certificate_is_cancelled_a_year_after_the_cycle": (
            "date(2021, 5, 20)",
        ),
        "test_learner_permit_is_valid_for_three_years": (
            "date(2020, 2, 24)",
            "date(2019, 2, 28)",
        ),
        "test_deferral_is_asked_for_a_month_before_and_lasts_three_years": (
            "date(2020, 2, 29)",
            "date(2023, 3, 31)",
        ),
        "test_medical_certificate_of_the_last_of_august_is_usable_to_the_last_of_february": (
            "date(2020, 2, 29)",
        ),
    },
    "test_clocks.py": {
        "test_exam_intervals_before_an_exam_and_after_a_failed_one": (
            "date(2020, 1, 20)",
            "date(2020, 2, 9)",
            "date(2020, 1, 25)",
        ),
        "test_a_reserved_number_is_held_for_the_days_of_the_region": (
            "Preselection, 3 days",
            "Preselection, 5 days",
            "Preselection, 15 days",
        ),
        "test_a_temporary_plate_is_valid_by_its_use_and_the_order_in_force": (
            "Temporary plate, 15 days",
            "Temporary plate, 30 days",
            "Temporary plate, 90 days",
        ),
        "test_a_fine_is_due_on_a_working_day": (
            "Fine due in the spring holiday",
            "Fine due in the May holiday",
            "Fine due on a workday",
        ),
        "test_a_late_fine_grows_to_twice_itself_and_no_further": (
            "(1, 6_00)",
            "(10, 60_00)",
            "(33, 198_00)",
            "(34, 200_00)",
            "(60, 200_00)",
        ),
    },
    "test_inspection.py": {
        "test_inspections_fall_due_at_these_ages_in_months": (
            "operating passenger",
            "trucks, large and medium non-operating passenger",
            "small non-operating passenger",
            "motorcycles",
            "tractors and others",
            "school buses",
        ),
    },
}


def _tests(path: Path) -> dict[str, str]:
    """The tests of a file by name, each with its source and the values that it is given."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    return {
        node.name: "\n".join(
            lines[min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1 : end]
        )
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and (end := node.end_lineno)
    }


@pytest.mark.parametrize("file", EXAMPLES)
def test_every_worked_example_has_its_test(file: str) -> None:
    tests = _tests(HERE / file)
    for name, values in EXAMPLES[file].items():
        assert [value for value in values if value not in tests[name]] == [], name

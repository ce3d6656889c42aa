"""What a station reports, what is decided of a violation, and how long a visitor may drive."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest

from domain.prefectures.readings import READINGS
from domain.register.changes import TemporaryPlateIssued
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.choices import UserKind
from domain.services.reader import read_window_form
from domain.services.split import sealed_parts, subjects_of
from domain.services.window.penalty_kind import PenaltyKind
from domain.services.window.results import WINDOWS_RULED_FROM
from tests.unit.services.window.given import TODAY, defects, example, facts

ON_FILE = {
    "vehicle_check",
    "inspection",
    "school_bus_plate",
    "foreign_temp_permit",
    "violation_window",
    "new_user_verify",
}


def test_what_the_register_does_not_have_ends_on_file() -> None:
    assert {code for code, each in WINDOW_SERVICES.items() if each.on_file} == ON_FILE
    for code in ON_FILE:
        assert WINDOW_SERVICES[code].open
        assert WINDOW_SERVICES[code].change(facts(code), TODAY) == ()


def penalty(**changed: Any) -> dict[str, Any]:
    return {**example("violation_window")["penalty"], **changed}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"fine_yuan": 0}, [("/penalty/fine_yuan", "fine_missing")]),
        ({"kind": "warning"}, [("/penalty/fine_yuan", "fine_with_warning")]),
        ({"kind": "warning", "fine_yuan": 0}, []),
        ({"kind": "revocation"}, [("/penalty/kind", "choice")]),
        ({"points": 5}, [("/penalty/points", "points_unknown")]),
        ({"points": 12}, []),
        ({"act_code": "13"}, [("/penalty/act_code", "act_code_length")]),
        ({"occurred_on": "2020-02-25"}, [("/penalty/occurred_on", "in_future")]),
    ],
)
def test_a_violation_ends_in_a_warning_or_in_a_fine(
    changed: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert defects(example("violation_window", penalty=penalty(**changed))) == found


def test_the_number_of_a_violation_is_sealed_and_names_the_matter() -> None:
    form = read_window_form(json.dumps(example("violation_window")).encode(), today=TODAY)
    decided = form.facts()
    assert decided.penalty
    assert decided.penalty.kind is PenaltyKind.FINE
    assert b"4101051234567890" not in msgspec.json.encode(decided)
    assert b"4101051234567890" in sealed_parts(form)["penalty"]
    assert subjects_of(form).matter_no == "4101051234567890"


def test_a_station_reports_also_what_has_failed() -> None:
    told = {**example("inspection")["report"], "passed": False}
    report = facts("inspection", report=told).report
    assert report
    assert not report.passed
    assert report.station == "410100.ins1"
    elsewhere = {**told, "station_id": "410100.exs1"}
    assert defects(example("inspection", report=elsewhere)) == [
        ("/report/station_id", "place_unknown")
    ]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2020-02-23", [("/stays_until", "stay_is_over")]),
        ("2020-02-24", []),
        ("2020-05-24", []),
        ("2020-05-25", [("/stays_until", "stay_too_long")]),
        (None, [("/stays_until", "missing")]),
    ],
)
def test_whoever_comes_from_abroad_drives_for_three_months_at_most(
    until: str | None, found: list[tuple[str, str]]
) -> None:
    for code in ("foreign_temp_plate", "foreign_temp_permit"):
        assert defects(example(code, stays_until=until)) == found


def test_a_plate_for_a_vehicle_from_abroad_ends_with_the_stay_and_counts_to_nothing() -> None:
    given = facts("foreign_temp_plate", stays_until="2020-03-31")
    (issued,) = WINDOW_SERVICES["foreign_temp_plate"].change(given, TODAY)
    assert isinstance(issued, TemporaryPlateIssued)
    assert (issued.valid_to, issued.counted) == (date(2020, 3, 31), False)


def test_a_unit_is_verified_and_a_visitor_is_a_person() -> None:
    assert UserKind.UNIT in WINDOW_SERVICES["new_user_verify"].user_kinds
    assert UserKind.UNIT not in WINDOW_SERVICES["foreign_temp_permit"].user_kinds


def test_a_station_tells_of_no_day_without_a_rule_of_the_windows() -> None:
    assert READINGS.rules[0].valid_from == WINDOWS_RULED_FROM

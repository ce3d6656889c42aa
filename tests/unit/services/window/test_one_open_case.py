"""With which services a window service shares one open case of a vehicle or a licence."""

import pytest

from domain.services.catalogue import CATALOGUE, WINDOW_SERVICES


@pytest.mark.parametrize(
    ("window", "twin"),
    [
        ("plate_reissue_w", "plate_reissue"),
        ("permit_reissue_w", "driving_permit_reissue"),
        ("temp_plate_w", "temp_plate"),
        ("licence_reissue_w", "licence_lost_reissue"),
        ("licence_renewal_w", "licence_renewal"),
        ("licence_overage_w", "licence_overage_exchange"),
        ("licence_downgrade", "licence_overage_exchange"),
        ("medical_submit_w", "medical_submit"),
        ("licence_cancel", "licence_overage_exchange"),
        ("inspection_mark", "exempt_inspection_mark"),
        ("review", "review_deferral"),
        ("violation_window", "violation_handling"),
    ],
)
def test_a_window_service_shares_one_open_case_with_its_twin(window: str, twin: str) -> None:
    assert WINDOW_SERVICES[window].exclusive == CATALOGUE[twin].exclusive
    assert WINDOW_SERVICES[window].subject is CATALOGUE[twin].subject


def test_a_vehicle_is_in_one_case_of_its_ownership_and_its_mortgage_at_a_time() -> None:
    codes = (
        "reg_transfer",
        "reg_mortgage",
        "reg_mortgage_release",
        "reg_cancel",
        "reg_change",
        "reg_move_out",
        "reg_move_in",
        "reg_correct",
    )
    assert {WINDOW_SERVICES[code].exclusive for code in codes} == {"reg_transfer"}

"""Cases of which the register has nothing, from the window to what the case itself shows."""

from datetime import date

import pytest

from domain.case.stage import Stage
from tests.kit.served import Service
from tests.kit.window_cases import approve, on_record, state, take_in, taken_in


@pytest.mark.parametrize(
    "code", ["vehicle_check", "inspection", "violation_window", "new_user_verify"]
)
async def test_what_is_decided_is_recorded_and_the_case_is_at_its_end(
    service: Service, code: str
) -> None:
    case = await taken_in(service, await service.example(code))
    await approve(service, case)
    ended = await state(service, case)
    assert ended.stage is Stage.COMPLETED
    assert ended.ordered == ()


@pytest.mark.parametrize("code", ["school_bus_plate", "foreign_temp_permit"])
async def test_what_is_made_without_the_register_is_made(service: Service, code: str) -> None:
    case = await taken_in(service, await service.example(code))
    await approve(service, case)
    assert (await state(service, case)).stage in {Stage.APPROVED, Stage.IN_PRODUCTION}


async def test_a_vehicle_from_abroad_has_a_plate_until_its_stay_ends(service: Service) -> None:
    form = await service.example("foreign_temp_plate") | {"stays_until": "2020-03-31"}
    await approve(service, await taken_in(service, form))
    (plate,) = (await on_record(service, form["new_vehicle"]["vin"])).record.temporary_plates
    assert (plate.valid_to, plate.counted) == (date(2020, 3, 31), False)


async def test_a_violation_is_handled_in_one_case_at_a_time(service: Service) -> None:
    form = await service.example("violation_window")
    await taken_in(service, form)
    answer = await take_in(service, form, key="another-clerk")
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("duplicate-open-case")

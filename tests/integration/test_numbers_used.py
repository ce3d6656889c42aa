"""A number that was chosen online for a used vehicle, or for other plates, is given at a window."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.reservation.commands import VoidReservation
from domain.case.reservation.events import NumberConfirmed
from domain.case.reservation.reasons import ReservationMismatch
from domain.case.stage import Stage
from domain.identifiers.plate import PlateKind
from domain.numbers.number import NUMBER
from domain.numbers.stage import NumberStage
from domain.people import Role
from domain.submission.chosen_number import number_stream
from tests.kit.choosing import asks, begun, on_offer
from tests.kit.offices import asked
from tests.kit.served import Service, served
from tests.kit.window_cases import READER, REVIEWER, approve, on_record, state, take_in, taken_in

VIN: Final = "LZYTBTD60L1000123"
OLD: Final = "豫A8N2P6"
SELLER: Final = {"id_no": "410102199003077552", "name": "李四"}


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as opened:
        yield opened


async def stage_of(office: Service, kind: PlateKind, text: str) -> NumberStage:
    stream = number_stream(office.desk.names, kind, text)
    return (await office.desk.door.open(NUMBER, stream, READER))[0].state.stage


async def a_vehicle(office: Service, energy: str, **owner: str) -> None:
    """It is registered with an ordinary number."""
    form = await office.example("reg_new")
    form["applicant"] |= owner
    form["new_vehicle"] |= {"vin": VIN}
    form["registration"] |= {"plate_no": OLD, "energy": energy}
    await approve(office, await taken_in(office, form))


async def chosen(office: Service, form: dict[str, Any]) -> tuple[UUID, str]:
    """The case in which one of ten numbers is chosen, and the number."""
    case = await begun(office, form)
    assert (await asks(office, case, "offer-numbers")).status_code == 200
    number = (await on_offer(office, case))["numbers"][7]
    assert (await asks(office, case, "choose-number", plate_no=number)).is_success
    return case, number


async def confirmed_by(office: Service, case: UUID) -> UUID:
    opened, history = await office.desk.door.open(CASE, case, READER)
    assert opened.state.stage is Stage.COMPLETED
    last = history[-1].envelope.event
    assert isinstance(last, NumberConfirmed)
    return last.registration


async def test_the_buyer_of_a_used_vehicle_gets_the_number_that_he_has_chosen(
    office: Service,
) -> None:
    await a_vehicle(office, "fuel", **SELLER)
    form = await office.example("used_vehicle_preselect")
    form["vehicle"] |= {"vin": VIN}
    form["old_plate"] = {"plate_kind": "02", "plate_no": OLD}
    case, number = await chosen(office, form)
    assert await stage_of(office, PlateKind.SMALL_CAR, OLD) is NumberStage.IN_USE

    transfer = await office.example("reg_transfer")
    transfer["vehicle"] |= {"vin": VIN, "plate_kind": "02", "plate_no": OLD}
    transfer["new_plate"] = {"plate_kind": "02", "plate_no": number}
    stranger = {**transfer, "applicant": transfer["applicant"] | {"id_no": SELLER["id_no"]}}
    assert (await take_in(office, stranger)).json()["type"] == (
        "/problems/plate-number-reserved-for-another"
    )
    registration = await taken_in(office, transfer)
    assert await stage_of(office, PlateKind.SMALL_CAR, number) is NumberStage.LOCKED
    await approve(office, registration)

    assert await confirmed_by(office, case) == registration
    assert await stage_of(office, PlateKind.SMALL_CAR, number) is NumberStage.IN_USE
    assert await stage_of(office, PlateKind.SMALL_CAR, OLD) is NumberStage.FREE


async def test_ordinary_plates_are_handed_in_for_those_of_a_new_energy_vehicle(
    office: Service,
) -> None:
    await a_vehicle(office, "bev")
    form = await office.example("nev_swap_select")
    form["vehicle"] |= {"vin": VIN, "plate_kind": "02", "plate_no": OLD}
    case, number = await chosen(office, form)
    assert "D" in number[2:]

    exchange = await office.example("nev_plate_exchange")
    exchange["vehicle"] |= {"vin": VIN, "plate_kind": "02", "plate_no": OLD}
    exchange["new_plate"] = {"plate_kind": "52", "plate_no": number}
    window = await taken_in(office, exchange)
    verdicts = await approve(office, window)
    assert False not in verdicts.values()

    assert (await state(office, window)).fee_fen == 110_00
    assert await confirmed_by(office, case) == window
    assert await stage_of(office, PlateKind.SMALL_NEV, number) is NumberStage.IN_USE
    assert await stage_of(office, PlateKind.SMALL_CAR, OLD) is NumberStage.FREE
    record = (await on_record(office, VIN)).record
    assert record.plate_kind == PlateKind.SMALL_NEV
    assert len(record.taken_back) == 1


async def test_a_vehicle_that_burns_fuel_gets_no_green_plate(office: Service) -> None:
    await a_vehicle(office, "fuel")
    exchange = await office.example("nev_plate_exchange")
    exchange["vehicle"] |= {"vin": VIN, "plate_kind": "02", "plate_no": OLD}
    verdicts = await approve(office, await taken_in(office, exchange))
    assert verdicts["C-NEV-PLATE"] is False


async def test_a_reservation_that_has_ended_is_not_reopened_and_the_leader_hears_why(
    office: Service,
) -> None:
    await a_vehicle(office, "fuel", **SELLER)
    form = await office.example("used_vehicle_preselect")
    form["vehicle"] |= {"vin": VIN}
    form["old_plate"] = {"plate_kind": "02", "plate_no": OLD}
    case, _ = await chosen(office, form)
    void = VoidReservation(reason=ReservationMismatch.NAME)
    await office.desk.door.handle(CASE, case, void, asked(void, REVIEWER))
    version = (await office.desk.door.open(CASE, case, READER))[0].version
    answer = await office.http.post(
        f"/api/v1/cases/{case}/reopen-case",
        content='{"cause":"own_correction"}',
        headers={
            "content-type": "application/json",
            "authorization": office.bearer(Role.SUPERVISOR, "leader"),
            "idempotency-key": "again",
            "if-match": f'"v{version}"',
        },
    )
    assert answer.status_code == 409, answer.text
    assert answer.json()["type"] == "/problems/no-longer-held"

"""A plate number is chosen online, and one of all who want it gets it."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from domain.case.case import CASE
from domain.case.stage import Stage
from domain.identifiers.plate import PlateKind
from domain.numbers.number import NUMBER
from domain.numbers.stage import NumberStage
from domain.submission.chosen_number import number_stream
from tests.kit.choosing import (
    application,
    asks,
    begun,
    composed_by,
    drawn_for,
    on_offer,
)
from tests.kit.served import Service, served
from tests.kit.window_cases import READER, approve, state, take_in

WANTED = 5
CLIENTS = 40


@pytest.fixture
async def offices(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Service, Service]]:
    """Two processes over one store."""
    async with (
        served(database_url, tmp_path) as one,
        served(database_url, tmp_path) as other,
    ):
        yield one, other


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as opened:
        yield opened


async def stage_of(service: Service, text: str) -> NumberStage:
    stream = number_stream(service.desk.names, PlateKind.SMALL_NEV, text)
    return (await service.desk.door.open(NUMBER, stream, READER))[0].state.stage


async def test_many_clients_of_two_processes_want_few_numbers_and_each_loser_hears_why(
    offices: tuple[Service, Service],
) -> None:
    forms = [
        await application(offices[0], n, wanted_no=f"豫AD1000{n % WANTED}") for n in range(CLIENTS)
    ]
    answers = await asyncio.gather(
        *(offices[n % 2].submit(form, f"wants-{n}", f"client-{n}") for n, form in enumerate(forms))
    )
    codes = Counter(answer.status_code for answer in answers)
    assert codes == {201: WANTED, 409: CLIENTS - WANTED}
    refused = {answer.json()["type"] for answer in answers if answer.status_code == 409}
    assert refused == {"/problems/plate-number-taken"}
    won = [forms[n]["wanted_no"] for n, each in enumerate(answers) if each.status_code == 201]
    assert len(set(won)) == WANTED
    assert all(each.json()["stage"] == Stage.NUMBER_RESERVED for each in answers if each.is_success)
    await offices[0].fold()
    counted = await offices[1].http.get("/api/v1/statistics/numbers")
    assert counted.json()["lines"] == [
        {"prefix": "豫A", "plate_kind": "52", "stage": "reserved", "numbers": WANTED}
    ]


async def test_ten_numbers_are_drawn_and_one_of_them_is_reserved(office: Service) -> None:
    case = await begun(office, await drawn_for(office, 1))
    assert (await state(office, case)).stage is Stage.CHOOSING_NUMBER
    offered = await asks(office, case, "offer-numbers")
    assert offered.status_code == 200, offered.text
    told = await on_offer(office, case)
    assert (told["batch"], len(set(told["numbers"])), told["batches_left"]) == (1, 10, 4)
    chosen = told["numbers"][3]
    assert await stage_of(office, chosen) is NumberStage.OFFERED
    other = await office.submit(await application(office, 2, wanted_no=chosen), "other", "other")
    assert other.status_code == 409
    assert other.json()["type"] == "/problems/plate-number-on-offer"
    missed = await asks(office, case, "choose-number", plate_no="豫AD99999")
    assert missed.status_code == 409
    assert missed.json()["type"] == "/problems/drawn-numbers-only"
    reserved = await asks(office, case, "choose-number", plate_no=chosen)
    assert reserved.status_code == 200, reserved.text
    assert reserved.json()["stage"] == Stage.NUMBER_RESERVED
    assert await stage_of(office, chosen) is NumberStage.RESERVED


async def test_nobody_else_sees_what_is_on_offer(office: Service) -> None:
    case = await begun(office, await drawn_for(office, 1))
    await asks(office, case, "offer-numbers")
    told = await asks(office, case, "offer-numbers", subject="stranger")
    assert told.status_code == 404
    stored = await office.desk.door.history(case, READER)
    shown = json.dumps([str(each.envelope.event) for each in stored.events])
    for number in (await on_offer(office, case))["numbers"]:
        assert number not in shown


async def test_a_batch_may_be_drawn_five_times_and_never_a_sixth_time(office: Service) -> None:
    case = await begun(office, await drawn_for(office, 1))
    for _ in range(5):
        assert (await asks(office, case, "offer-numbers")).status_code == 200
    last = await asks(office, case, "offer-numbers")
    assert last.json()["type"] == "/problems/batches-used-up"


async def test_a_composed_number_that_somebody_has_costs_a_try_and_the_next_one_is_reserved(
    office: Service,
) -> None:
    await begun(office, await application(office, 1, wanted_no="豫AD10000"), "other")
    case = await begun(office, await composed_by(office, 2))
    tried = await asks(office, case, "choose-number", plate_no="豫AD10000")
    assert tried.json()["stage"] == Stage.CHOOSING_NUMBER
    told = await on_offer(office, case)
    assert (told["tries_left"], told["last_try"]) == (19, "taken")
    reserved = await asks(office, case, "choose-number", plate_no="豫AD10001")
    assert reserved.json()["stage"] == Stage.NUMBER_RESERVED


async def test_the_registration_at_a_window_confirms_the_number(office: Service) -> None:
    form = await application(office, 1, wanted_no="豫AD54321")
    case = await begun(office, form)
    registration = await office.example("reg_new")
    registration["applicant"] = registration["applicant"] | {
        name: form["applicant"][name] for name in ("id_no", "name")
    }
    registration["new_vehicle"] = registration["new_vehicle"] | {"vin": form["vehicle"]["vin"]}
    registration["registration"] = registration["registration"] | {
        "plate_kind": "52",
        "plate_no": "豫AD54321",
        "energy": "bev",
    }
    wrong = {
        **registration,
        "applicant": registration["applicant"] | {"id_no": "410102199003077552"},
    }
    refused = await take_in(office, wrong)
    assert refused.status_code == 409, refused.text
    assert refused.json()["type"] == "/problems/plate-number-reserved-for-another"
    taken = await take_in(office, registration)
    assert taken.status_code == 201, taken.text
    assert await stage_of(office, "豫AD54321") is NumberStage.LOCKED
    await approve(office, UUID(taken.json()["id"]))
    assert await stage_of(office, "豫AD54321") is NumberStage.IN_USE
    confirmed, history = await office.desk.door.open(CASE, case, READER)
    assert confirmed.state.stage is Stage.COMPLETED
    assert type(history[-1].event).__name__ == "NumberConfirmed"
    again = await office.submit({**form, "wanted_no": "豫AD54322"}, str(uuid4()), "chooser")
    assert again.json()["type"] == "/problems/vehicle-has-chosen"

"""What a decision would open, hold and move is told before it is taken, and nothing is stored."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from domain.people import Role
from domain.prefectures.commands import SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from tests.kit.life import DETACHMENT
from tests.kit.offices import asked
from tests.kit.prefectures import class_one_opens
from tests.kit.served import NOW, Service
from tests.kit.window_cases import taken_in

STREAM = stream_of("410100")
TODAY = NOW.date().isoformat()
GROUNDS = {"reason": "恢复窗口业务。"}
COUNTED = [{"office": "410100", "service": "plate_reissue", "cases": 1}]


@pytest.fixture
async def city(service: Service) -> Service:
    """One case is to be collected in Zhengzhou, another is posted."""
    for command, by in class_one_opens("410100", NOW.date()):
        await service.desk.door.handle(PREFECTURE, STREAM, command, asked(command, by))
    await service.submitted("vehicle_contact_change")
    body = await service.example("plate_reissue")
    body["delivery"] = {"mode": "pickup", "pickup_office_id": "410100"}
    body["payment"] = {"method": "window"}
    assert (await service.submit(body, str(uuid4()))).status_code == 201
    await service.fold()
    return service


async def preview(
    service: Service,
    decision: str,
    *,
    role: Role = Role.SUPERVISOR,
    office: str | None = DETACHMENT.office,
    **body: Any,
) -> httpx.Response:
    bearer = service.bearer(role, office=office)
    return await service.http.post(
        f"/api/v1/prefectures/410100/preview/{decision}",
        content=json.dumps(body),
        headers={"content-type": "application/json", "authorization": bearer},
    )


async def test_a_closing_tells_how_many_cases_it_would_hold_and_stores_nothing(
    city: Service,
) -> None:
    before = await city.desk.log.position()
    told = (await preview(city, "suspend-windows", effective_on=TODAY)).json()
    assert (told["held"], told["opened"], told["moved"]) == (1, 0, 0)
    assert told["holds"] == COUNTED
    assert (told["effective_on"], told["decision"]) == (TODAY, "SuspendWindows")
    assert await city.desk.log.position() == before


async def test_a_case_of_a_window_is_counted_too(city: Service) -> None:
    """It was taken in at a counter, and its document is to be collected there."""
    pickup = {"mode": "pickup", "pickup_office_id": "410100"}
    await taken_in(city, await city.example("cert_reissue") | {"delivery": pickup})
    await city.fold()
    told = (await preview(city, "suspend-windows", effective_on=TODAY)).json()
    of_window = {"office": "410100", "service": "cert_reissue", "cases": 1}
    assert told["holds"] == [of_window, *COUNTED]


async def test_an_opening_tells_what_goes_on(city: Service) -> None:
    closed = SuspendWindows(effective_on=NOW.date())
    await city.desk.door.handle(PREFECTURE, STREAM, closed, asked(closed, DETACHMENT))
    body: dict[str, Any] = {"effective_on": TODAY, "grounds": GROUNDS}
    both: dict[str, Any] = {"offices": ["410100"], "services": ["reissue_replace"]}
    told = (await preview(city, "open-windows-locally", **body, **both)).json()
    assert (told["opens"], told["holds"]) == (COUNTED, [])
    elsewhere: dict[str, Any] = {"offices": ["410100.br1"], "services": ["reissue_replace"]}
    told = (await preview(city, "open-windows-locally", **body, **elsewhere)).json()
    assert told["opens"] == []


async def test_a_transfer_tells_what_moves(city: Service) -> None:
    told = await preview(
        city, "transfer-casework", from_office="410100", to_office="410100.br1", reason="load"
    )
    assert told.json()["moved"] == 2
    assert {each["service"] for each in told.json()["moves"]} == {
        "plate_reissue",
        "vehicle_contact_change",
    }


async def test_it_is_refused_as_the_decision_would_be(city: Service) -> None:
    passed = await preview(city, "suspend-windows", effective_on="2020-01-01")
    assert passed.status_code == 422
    assert (await preview(city, "no-such-decision")).status_code == 404
    clerk = await preview(city, "suspend-windows", role=Role.CLERK, effective_on=TODAY)
    assert clerk.status_code == 403
    leader = await preview(city, "suspend-windows", office="410100", effective_on=TODAY)
    assert leader.json()["type"] == "/problems/not-the-detachment"

"""An officer's own application: nobody offers or hands it to him, and he does nothing to it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
from msgspec.structs import replace

from api.demo_issuer import ISSUER, DemoIssuer
from domain.case.case import CASE
from domain.door.request import own_request
from domain.people import Role
from domain.register.streams import vehicle_stream
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.document_case import applied_for
from tests.kit.offices import CITIZEN
from tests.kit.register_records import normal_vehicle
from tests.kit.served import OFFICE, Service, served

HIMSELF: Final = "officer-and-citizen"


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as running:
        yield running


async def _applied(service: Service, code: str = "renewal_deferral") -> dict[str, Any]:
    answer = await service.submit(await service.example(code), code, HIMSELF)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def _next(service: Service, subject: str, queue: str) -> httpx.Response:
    bearer = service.bearer(Role.CLERK, subject)
    return await service.http.post(
        "/api/v1/cases/next", json={"queue": queue}, headers={"authorization": bearer}
    )


async def _actions(service: Service, case: str, bearer: str) -> list[str]:
    answer = await service.http.get(f"/api/v1/cases/{case}", headers={"authorization": bearer})
    assert answer.status_code == 200
    actions: list[str] = answer.json()["actions"]
    return actions


async def test_a_clerk_does_nothing_to_his_own_application(service: Service) -> None:
    case = (await _applied(service))["id"]
    refused = await service.command(case, "accept-case", 1, subject=HIMSELF)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/conflict-of-interest")
    assert refused.json()["relation"] == "owner"
    assert await _actions(service, case, service.bearer(Role.CLERK, HIMSELF)) == []
    assert "accept-case" in await _actions(service, case, service.bearer(Role.CLERK, "another"))
    mine = await service.http.get(
        f"/api/v1/applications/{case}",
        headers={"authorization": service.bearer(Role.APPLICANT, HIMSELF)},
    )
    assert "withdraw-case" in mine.json()["actions"]


async def test_no_queue_hands_him_his_own(service: Service) -> None:
    case = (await _applied(service))["id"]
    await service.fold()
    assert (await _next(service, HIMSELF, "intake")).status_code == 204
    assert (await _next(service, "another", "intake")).json()["id"] == case


async def test_no_queue_hands_a_case_to_who_must_not_decide_it(service: Service) -> None:
    case = (await _applied(service))["id"]
    accepted = await service.command(case, "accept-case", 1, subject="another")
    assert "start-review" not in accepted.json()["actions"]
    await service.fold()
    for queue in ("review", "all"):
        assert (await _next(service, HIMSELF, queue)).status_code == 204
        assert (await _next(service, "another", queue)).status_code == 204
    assert (await _next(service, "third", "review")).json()["id"] == case


@pytest.mark.parametrize("named", [HIMSELF, f"{HIMSELF}@{ISSUER}"])
async def test_no_leader_lends_it_to_him_however_he_is_named(service: Service, named: str) -> None:
    case = (await _applied(service))["id"]
    accepted = await service.command(case, "accept-case", 1, subject="another")
    begun = await service.command(case, "start-review", accepted.json()["version"], subject="third")
    lend = {"to": named, "until": service.desk.today.isoformat()}
    refused = await service.command(
        case, "lend-case", begun.json()["version"], lend, role=Role.SUPERVISOR, subject="leader"
    )
    told = refused.json()
    assert (refused.status_code, told["type"]) == (422, "/problems/officer-barred")
    assert (told["pointer"], told["officer"], told["relation"]) == ("/to", HIMSELF, "owner")


async def test_another_subject_with_his_id_number_is_he(service: Service, tmp_path: Path) -> None:
    body = await service.example("renewal_deferral")
    case = (await _applied(service))["id"]
    index = service.desk.index.of(Purpose.ID_NO, body["applicant"]["id_no"])
    token = DemoIssuer(tmp_path / "secrets").token(
        role=Role.CLERK, subject="other-name", office=OFFICE, id_index=index
    )
    headers = {"authorization": f"Bearer {token}", "if-match": '"v1"'}
    refused = await service.http.post(f"/api/v1/cases/{case}/accept-case", headers=headers)
    assert refused.json()["type"] == "/problems/conflict-of-interest"
    assert await _actions(service, case, f"Bearer {token}") == []


async def test_whose_vehicle_it_is_by_the_register_is_not_his_colleague_s_reviewer(
    service: Service,
) -> None:
    """Somebody applies for a vehicle that the register has as the officer's (ADR 67)."""
    seller, desk = "41010119900307203X", service.desk
    body = await service.example("plate_reissue")
    record = replace(
        normal_vehicle(desk.today), owner=desk.names.of(Purpose.ID_NO, seller), owner_name=b"name"
    )
    stream = vehicle_stream(desk.names.of(Purpose.VIN, body["vehicle"]["vin"]))
    enter = EnterVehicle(record=record)
    await desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    applied = await applied_for(service, body)
    assert (await applied.consult())["C-OWN"] is False
    case = str(applied.case)
    his = service.bearer(Role.CLERK, "seller", id_no=seller)
    assert await _actions(service, case, his) == []
    assert "accept-case" in await _actions(service, case, service.bearer(Role.CLERK, "another"))
    version = (await desk.door.open(CASE, applied.case, CITIZEN))[0].version
    refused = await service.http.post(
        f"/api/v1/cases/{case}/accept-case",
        headers={"authorization": his, "if-match": f'"v{version}"'},
    )
    assert refused.json()["type"] == "/problems/conflict-of-interest"
    assert refused.json()["relation"] == "holder"


async def test_he_takes_no_payment_for_himself(service: Service) -> None:
    case = (await _applied(service, "plate_reissue"))["id"]
    paying = f"/api/v1/orders/{case}/pay-order"
    for subject, status in ((HIMSELF, 403), ("another", 422)):
        headers = {"authorization": service.bearer(Role.CLERK, subject), "if-match": '"v1"'}
        answer = await service.http.post(paying, json={"amount_fen": 1}, headers=headers)
        assert answer.status_code == status, answer.text

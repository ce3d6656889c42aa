"""Whoever knows the numbers of a stranger changes nothing in his name, over HTTP as it is."""

import json
from typing import Any, Final
from uuid import UUID, uuid4

import pytest

from api.demo_issuer import DemoIssuer
from cheguan.consultation import consultation
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.event_store.transaction import Connection
from domain.people import Role, system
from domain.services.choices import Channel, UserKind
from tests.kit.contacts import CONTACTS, on_record
from tests.kit.one_time_codes import NUMBER, confirmed
from tests.kit.served import Service
from workers import checker

HIS_OWN: Final = "410102198501012233"
_READER: Final = system("test")


async def victim(service: Service, code: str) -> dict[str, Any]:
    """The form of somebody whom the register knows, as whoever knows his numbers fills it in."""
    await on_record(service, code)
    body = await service.example(code)
    return body | {"new_mobile": NUMBER}


async def checked(
    service: Service, connection: Connection, body: dict[str, Any], bearer: str
) -> Case:
    """The case, after a number that the sender holds was proven and the checker has looked."""
    made = await confirmed(service)
    answer = await service.submit(body | {"new_mobile_code_id": made}, str(uuid4()), bearer=bearer)
    assert answer.status_code == 201, answer.text
    await service.fold()
    desk = service.desk
    await checker.work_off(connection, desk.door, consultation(desk), CONTACTS)
    opened, _ = await desk.door.open(CASE, UUID(answer.json()["id"]), _READER)
    return opened.state


@pytest.mark.parametrize("code", CONTACTS)
async def test_the_owner_himself_is_served_at_once(
    service: Service, connection: Connection, code: str
) -> None:
    body = await victim(service, code)
    case = await checked(service, connection, body, service.bearer_of(body))
    assert case.stage is Stage.COMPLETED
    assert case.checks["C-ID"]


@pytest.mark.parametrize("code", CONTACTS)
@pytest.mark.parametrize(
    ("role", "proven"),
    [(Role.APPLICANT, HIS_OWN), (Role.APPLICANT, None), (Role.PARTNER, None)],
)
async def test_a_stranger_with_all_his_numbers_waits_for_an_officer(
    service: Service, connection: Connection, code: str, role: Role, proven: str | None
) -> None:
    """The attacker holds the new telephone, and is whoever the identity platform says."""
    body = await victim(service, code)
    bearer = service.bearer(role, id_no=proven)
    case = await checked(service, connection, body, bearer)
    assert case.stage is Stage.SUBMITTED
    assert case.checks == {"C-OWN": True, "C-MOBILE": True}
    assert not case.applicant_proven


@pytest.mark.parametrize("code", CONTACTS)
async def test_a_name_that_is_not_the_registered_one_is_looked_at(
    service: Service, connection: Connection, code: str
) -> None:
    body = await victim(service, code)
    body["applicant"] |= {"name": "李四"}
    case = await checked(service, connection, body, service.bearer_of(body))
    assert case.stage is Stage.SUBMITTED
    assert "C-ID" not in case.checks
    assert case.applicant_proven


@pytest.mark.parametrize("code", CONTACTS)
async def test_no_form_says_more_of_its_sender_than_his_token(service: Service, code: str) -> None:
    honest = await victim(service, code)
    bearer = service.bearer(Role.APPLICANT, id_no=honest["applicant"]["id_no"])
    for channel in set(Channel) - {Channel.ONLINE_APP}:
        told = await defects(service, honest | {"channel": channel.value}, bearer)
        assert ("/channel", "channel_not_yours") in told
    told = await defects(service, honest | {"user_kind": "web_registered"}, bearer)
    assert ("/user_kind", "user_kind_not_proven") in told


async def test_nor_does_one_that_is_tried_out_or_comes_among_others(service: Service) -> None:
    body = await service.example("vehicle_contact_change") | {"user_kind": "unit"}
    headers = {
        "authorization": service.bearer(Role.APPLICANT),
        "idempotency-key": str(uuid4()),
    }
    tried = await service.http.post("/api/v1/applications?dry_run=1", json=body, headers=headers)
    lines = await service.http.post(
        "/api/v1/applications/batch",
        content=json.dumps(body) + "\n",
        headers=headers | {"content-type": "application/jsonl"},
    )
    for told in (tried.json(), json.loads(lines.text)):
        assert told["status"] == 422
        assert "user_kind_not_proven" in {each["rule"] for each in told["defects"]}


async def defects(service: Service, body: dict[str, Any], bearer: str) -> set[tuple[str, str]]:
    answer = await service.submit(body, str(uuid4()), bearer=bearer)
    assert answer.status_code == 422, answer.text
    return {(each["pointer"], each["rule"]) for each in answer.json()["defects"]}


async def test_no_agent_acts_for_somebody_from_afar(service: Service) -> None:
    """An agent stands at a window, which a form from afar cannot claim to be."""
    body = await service.example("vehicle_contact_change")
    body["applicant"] |= {"capacity": "agent"}
    body["agent"] = {"name": "李四", "id_no": "410102199203041239", "mobile": NUMBER}
    for channel in Channel:
        answer = await service.submit(body | {"channel": channel.value}, str(uuid4()))
        assert answer.status_code == 422, channel


async def test_a_token_for_the_channel_of_another_is_believed_in_nothing(service: Service) -> None:
    forged = DemoIssuer(service.secrets).token(
        role=Role.APPLICANT, subject="reader", channel=Channel.WINDOW, user_kind=UserKind.UNIT
    )
    body = await service.example("vehicle_contact_change") | {"channel": "window"}
    answer = await service.submit(body, str(uuid4()), bearer=f"Bearer {forged}")
    assert answer.status_code == 401

"""How plate numbers are chosen online."""

import json
from random import Random
from typing import Any
from uuid import UUID, uuid4

import httpx

from domain.people import Role
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from tests.kit.served import Service


async def application(service: Service, number: int, **more: Any) -> dict[str, Any]:
    """That of another person for another vehicle each time."""
    form = with_fresh_numbers(await service.example("new_vehicle_preselect"), Random(number))
    return {**form, **more}


async def drawn_for(service: Service, number: int) -> dict[str, Any]:
    form = await application(service, number, method="random")
    del form["wanted_no"]
    return form


async def composed_by(service: Service, number: int) -> dict[str, Any]:
    """Of whoever composes his number in the session, and has named none before."""
    form = await application(service, number)
    del form["wanted_no"]
    return form


async def begun(service: Service, form: dict[str, Any], subject: str = "chooser") -> UUID:
    answer = await service.submit(form, str(uuid4()), subject)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])


async def asks(
    service: Service, case: UUID, what: str, subject: str = "chooser", **body: str
) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/applications/{case}/{what}",
        content=json.dumps(body),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.APPLICANT, subject),
            "idempotency-key": str(uuid4()),
        },
    )


async def on_offer(service: Service, case: UUID, subject: str = "chooser") -> dict[str, Any]:
    answer = await service.http.get(
        f"/api/v1/applications/{case}/offered-numbers",
        headers={"authorization": service.bearer(Role.APPLICANT, subject)},
    )
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told

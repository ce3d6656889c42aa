"""An office at which plate numbers are chosen online, as they will be once that opens."""

import json
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID, uuid4

import httpx

from api.desk import Desk
from cheguan.compose import BUILD
from domain.calendar import Calendar
from domain.door.door import Door
from domain.people import Role
from domain.services.archetype import Archetype
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.catalogue import EVERY_SERVICE, catalogue
from tests.kit.served import Service
from workers.draws.custody import SeedCustody

OPENED = catalogue(
    replace(service, taken_in=True) if service.archetype is Archetype.RESERVATION else service
    for service in EVERY_SERVICE.values()
)


def choosing_online(made: Desk) -> Desk:
    """The desk with a door at which the services are open that choose a number."""
    door = Door(
        made.door._store,
        clock=made.clock,
        catalogue=OPENED,
        calendar=Calendar(),
        build=BUILD,
        codec=made.codec,
    )
    return replace(made, door=door, seeds=SeedCustody(door, made.keyring))


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

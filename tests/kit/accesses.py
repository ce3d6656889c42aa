"""What tests do to look at a case as an officer, and to see what was recorded of it."""

import json
from typing import Any, Final
from uuid import UUID

import httpx

from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.events import AccessEvent, CaseViewed
from domain.accesses.state import access_record_of
from domain.door.refusals import NotFound
from domain.people import Actor, Role
from tests.kit.served import Service

AUDITOR: Final = Actor(Role.AUDITOR, "auditor")
WANTED: Final = {"parts": ["applicant"], "purpose": "identity"}


async def get(
    service: Service, path: str, role: Role = Role.CLERK, subject: str = "clerk-7"
) -> httpx.Response:
    headers = {"authorization": service.bearer(role, subject)}
    return await service.http.get(path, headers=headers)


async def reveal(
    service: Service,
    case: UUID,
    role: Role = Role.CLERK,
    subject: str = "clerk-7",
    **other: Any,
) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/cases/{case}/reveal",
        content=json.dumps(WANTED | other),
        headers={
            "authorization": service.bearer(role, subject),
            "content-type": "application/json",
        },
    )


async def record_of(service: Service, case: UUID) -> list[AccessEvent]:
    await service.desk.accesses.recorded()
    try:
        _, events = await service.desk.door.open(ACCESS_RECORD, access_record_of(case), AUDITOR)
    except NotFound:
        return []
    return [each.event for each in events if isinstance(each.event, AccessEvent)]


async def looks(service: Service, case: UUID) -> list[Any]:
    return [
        (event.role, event.officer, event.view)
        for event in await record_of(service, case)
        if isinstance(event, CaseViewed)
    ]


async def views(
    service: Service, case: UUID, subject: str = "reader", query: str = ""
) -> httpx.Response:
    await service.desk.accesses.recorded()
    await service.fold()
    path = f"/api/v1/applications/{case}/views{query}"
    return await get(service, path, Role.APPLICANT, subject)

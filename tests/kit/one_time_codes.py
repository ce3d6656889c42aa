"""One-time codes, as a program asks for them and enters their digits."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx

from domain.people import Role
from tests.kit.served import Service

PATH = "/api/v1/one-time-codes"
NUMBER = "13900005678"


def headers(
    service: Service, subject: str, role: Role = Role.APPLICANT, key: str | None = None
) -> dict[str, str]:
    return {
        "authorization": service.bearer(role, subject),
        "idempotency-key": key or str(uuid4()),
        "accept-language": "en",
    }


async def asked(
    service: Service,
    number: str = NUMBER,
    *,
    purpose: str = "contact_change",
    subject: str = "reader",
    role: Role = Role.APPLICANT,
    key: str | None = None,
) -> httpx.Response:
    return await service.http.post(
        PATH,
        json={"mobile": number, "purpose": purpose},
        headers=headers(service, subject, role, key),
    )


async def code(service: Service, number: str = NUMBER, **given: Any) -> str:
    """The id of a code that has been asked for."""
    answer = await asked(service, number, **given)
    assert answer.status_code == 201, answer.text
    told: str = answer.json()["id"]
    return told


async def digits(service: Service, of: str) -> str:
    """What the telephone shows."""
    answer = await service.http.get(f"/api/v1/demo/one-time-codes/{of}")
    assert answer.status_code == 200, answer.text
    told: str = answer.json()["digits"]
    return told


def other_than(right: str) -> str:
    """Six digits that are wrong."""
    return f"{(int(right) + 1) % 1_000_000:06d}"


async def entered(
    service: Service, of: str, typed: str, subject: str = "reader", key: str | None = None
) -> httpx.Response:
    return await service.http.post(
        f"{PATH}/{of}/confirmation",
        json={"digits": typed},
        headers=headers(service, subject, key=key),
    )


async def confirmed(service: Service, number: str = NUMBER, **given: Any) -> str:
    """The id of a code whose digits were entered."""
    made = await code(service, number, **given)
    subject = given.get("subject", "reader")
    answer = await entered(service, made, await digits(service, made), subject)
    assert answer.status_code == 200, answer.text
    return made


async def proven(service: Service, body: Mapping[str, Any], subject: str) -> dict[str, Any]:
    """The form with a code of its new number that ``subject`` has confirmed, if it names one."""
    if "new_mobile_code_id" not in body:
        return dict(body)
    made = await confirmed(service, body["new_mobile"], subject=subject)
    return {**body, "new_mobile_code_id": made}

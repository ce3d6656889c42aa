"""What is made for each service has its own name wherever an applicant follows his case."""

from typing import Any

import pytest

from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE
from tests.kit.document_case import applied_for
from tests.kit.served import Service

DOCUMENTS = [code for code, service in CATALOGUE.items() if service.archetype is Archetype.DOCUMENT]


async def delivered(service: Service, code: str) -> dict[str, Any]:
    """What tracking tells after the postman has brought it."""
    body = await service.example(code)
    case = await applied_for(service, body)
    await case.deliver()
    await service.fold()
    answer = await service.http.post(
        "/api/v1/tracking",
        json={"reference": case.reference, "last_four": body["applicant"]["id_no"][-4:]},
    )
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("code", DOCUMENTS)
async def test_what_is_made_is_named_and_what_it_replaces_is_asked_for(
    service: Service, code: str
) -> None:
    declared = CATALOGUE[code]
    assert declared.document
    name = declared.document.zh
    told = await delivered(service, code)
    titles = [step["title"] for step in told["timeline"]]
    assert {f"开始制作{name}", f"{name}制作完成"} <= set(titles)
    if declared.replaces:
        assert told["stage"] == "delivered"
        assert any(f"旧{name}" in each for each in told["duty"]["bring"])
        assert told["duty"]["what"][0].startswith(f"{name}已送达")
    else:
        assert told["stage"] == "completed"
        assert told["duty"] is None


async def test_a_temporary_plate_says_until_when_it_is_good(service: Service) -> None:
    told = await delivered(service, "temp_plate")
    (step,) = [each for each in told["timeline"] if each["event"] == "TempPlateIssued"]
    assert step["until"] == "2020-03-25"

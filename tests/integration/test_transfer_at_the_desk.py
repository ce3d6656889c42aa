"""On the sheet of a case a leader offers it to another prefecture, and to no office of his own."""

from urllib.parse import urlencode
from uuid import UUID

from api.pages.desk.task_fields import task_fields
from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.case.overlays.commands import AgreeToTransfer, OfferTransfer
from domain.offices.tree import OFFICES
from domain.people import Actor, Role
from tests.kit.served import Service

LUOYANG = "410300"


async def test_a_case_is_offered_elsewhere_and_consent_is_to_that_office(service: Service) -> None:
    receipt = await service.submitted("medical_submit")
    case, leader = receipt["id"], service.bearer(Role.SUPERVISOR, "leader").removeprefix("Bearer ")
    headers = {
        "cookie": f"{COOKIE}={leader}",
        "origin": str(service.http.base_url).rstrip("/"),
        "content-type": "application/x-www-form-urlencoded",
    }
    by = Actor(Role.SUPERVISOR, "leader", "410100")

    async def choices(command: type[OfferTransfer | AgreeToTransfer]) -> list[str]:
        opened, _ = await service.desk.door.open(CASE, UUID(case), by)
        at = service.desk.door.circumstances(opened, by, frozenset())
        (field,) = (
            each
            for each in task_fields(command, opened.state, at) or []
            if each.name == "to_office"
        )
        return [code for code, _ in field.options]

    offered = await choices(OfferTransfer)
    assert LUOYANG in offered
    assert not any(OFFICES[each].region_code == "410100" for each in offered)
    given = {"act": "offer-transfer", "version": "1", "to_office": LUOYANG}
    answer = await service.http.post(
        f"/desk/case/{case}",
        content=urlencode({**given, "reason": "office_suspended"}),
        headers=headers,
    )
    assert answer.status_code == 303, answer.text[-1500:]
    assert await choices(AgreeToTransfer) == [LUOYANG]

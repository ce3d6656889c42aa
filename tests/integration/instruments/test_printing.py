"""``/printing``: what must be handed out on paper waits here, and each printing is on record."""

from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest

from domain.accesses.events import PersonalDataRevealed
from domain.accesses.kind import RevealPurpose
from domain.accesses.state import access_record_of
from domain.case.remedies.commands import RevokeDecision
from domain.people import Role
from domain.print_jobs.print_job import PRINT_JOB
from domain.print_jobs.state import PrintJobStage, print_job_of
from tests.kit.instruments import LEADER, approved, does, issued, officer
from tests.kit.page_reading import Page
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor


async def react(service: Service) -> None:
    """Whatever follows by reactions of print jobs, and the read models after it."""
    await service.fold()
    reactor = Reactor(service.url, service.registry.codec, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    await service.fold()


async def queued(service: Service) -> tuple[UUID, UUID, str]:
    """A temporary plate that waits to be printed: its case, its job, and the name on it."""
    case, body = await approved(service, "temp_plate")
    await react(service)
    plate = (await issued(service, case))[-1]
    return case, print_job_of(case, plate.version), body["applicant"]["name"]


async def send(service: Service, job: UUID | None, **sent: str) -> httpx.Response:
    boxes = {f"job-{job}": "yes"} if job else {}
    return await service.http.post(
        "/printing",
        content=urlencode({**boxes, **sent}),
        headers={
            **officer(service),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def stage(service: Service, job: UUID) -> PrintJobStage:
    return (await service.desk.door.open(PRINT_JOB, job, LEADER))[0].state.stage


async def revealed(service: Service, case: UUID) -> list[RevealPurpose | None]:
    told = [each.event for each in await service.desk.log.load(access_record_of(case))]
    return [each.purpose for each in told if isinstance(each, PersonalDataRevealed)]


async def test_a_temporary_plate_waits_and_is_printed_on_record(service: Service) -> None:
    case, job, name = await queued(service)
    page = await service.http.get("/printing", headers=officer(service))
    boxes = [each.get("name") for each in Page(page.text).all("input")]
    assert f"job-{job}" in boxes
    assert name not in page.text
    assert await revealed(service, case) == []
    sheet = await send(service, job, act="print")
    assert sheet.status_code == 200, sheet.text
    assert "临时行驶车号牌" in sheet.text
    assert "有效期至" in sheet.text
    assert await stage(service, job) is PrintJobStage.PRINTED
    assert await revealed(service, case) == [RevealPurpose.PRINTING]
    await service.fold()
    after = await service.http.get("/printing", headers=officer(service))
    assert f"job-{job}" in after.text.split('id="done"')[1]
    assert f"job-{job}" not in after.text.split('id="done"')[0]


async def test_what_follows_twice_waits_once(service: Service) -> None:
    _, job, _ = await queued(service)
    await react(service)
    _, history = await service.desk.door.open(PRINT_JOB, job, LEADER)
    assert len(history) == 1


async def test_whoever_applied_online_gets_no_paper_of_his_deferral(service: Service) -> None:
    case, _ = await approved(service, "renewal_deferral")
    await react(service)
    deferral = (await issued(service, case))[-1]
    assert not await service.desk.log.load(print_job_of(case, deferral.version))


async def test_a_void_paper_is_not_printed_any_more(service: Service) -> None:
    case, job, _ = await queued(service)
    await does(service, case, LEADER, RevokeDecision(codes=("R-FALSE-MATERIAL",)))
    page = await send(service, job, act="print")
    assert "文书已经失效，请选择不再打印" in page.text
    assert await stage(service, job) is PrintJobStage.WAITING
    assert await revealed(service, case) == []
    left = await send(service, job, act="leave", ground="fallen")
    assert (left.status_code, left.headers["location"]) == (303, "/printing")
    assert await stage(service, job) is PrintJobStage.LEFT
    assert "已由他人处理" not in (await send(service, None, act="print")).text


@pytest.mark.parametrize(
    ("sent", "status"),
    [({"act": "print"}, 422), ({"act": "leave", "job-x": "yes"}, 400), ({"job-x": "yes"}, 400)],
)
async def test_a_form_that_names_no_paper_does_nothing(
    service: Service, sent: dict[str, str], status: int
) -> None:
    assert (await send(service, None, **sent)).status_code == status


async def test_another_office_finds_none_of_them(service: Service) -> None:
    _, job, _ = await queued(service)
    bearer = service.bearer(Role.CLERK, "far", "410300").removeprefix("Bearer ")
    page = await service.http.get("/printing", headers={"cookie": f"__Host-cheguan={bearer}"})
    assert page.status_code == 200
    assert str(job) not in page.text

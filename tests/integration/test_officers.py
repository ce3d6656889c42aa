"""Commands of officers over HTTP: in whose name, and as things stand."""

import asyncio
from uuid import uuid4

from domain.people import Role
from domain.services.catalogue import CATALOGUE
from tests.kit.served import Service


async def test_two_officers_at_once_one_goes_through_and_one_is_told(service: Service) -> None:
    case = await service.submitted("renewal_deferral")
    accepted = await asyncio.gather(
        service.command(case["id"], "accept-case", 1, subject="clerk-1"),
        service.command(case["id"], "accept-case", 1, subject="clerk-2"),
    )

    assert sorted(answer.status_code for answer in accepted) == [200, 412]


async def test_two_officers_who_approve_at_once(service: Service) -> None:
    case = await service.submitted("renewal_deferral")
    version = (await service.command(case["id"], "accept-case", 1)).json()["version"]
    review = await service.command(case["id"], "start-review", version, subject="clerk-2")
    version = review.json()["version"]
    for check in CATALOGUE["renewal_deferral"].checks:
        told = {"check": check.code, "passed": True}
        answer = await service.command(case["id"], "record-check", version, told, subject="clerk-2")
        version = answer.json()["version"]
    loan = {"to": "clerk-3", "until": service.desk.today.isoformat()}
    lent = await service.command(case["id"], "lend-case", version, loan, role=Role.SUPERVISOR)
    version = lent.json()["version"]
    approvals = await asyncio.gather(
        service.command(case["id"], "approve-case", version, subject="clerk-2"),
        service.command(case["id"], "approve-case", version, subject="clerk-3"),
    )

    assert sorted(answer.status_code for answer in approvals) == [200, 412]


async def test_a_command_without_if_match_is_refused(service: Service) -> None:
    case = await service.submitted()
    answer = await service.http.post(
        f"/api/v1/cases/{case['id']}/accept-case",
        json={},
        headers={"authorization": service.bearer(Role.CLERK)},
    )

    assert answer.status_code == 428


async def test_an_applicant_does_not_command_like_an_officer(service: Service) -> None:
    case = await service.submitted()
    answer = await service.command(case["id"], "accept-case", 1, role=Role.APPLICANT)

    assert answer.status_code == 403


async def test_a_lost_answer_is_settled_by_the_command_s_id(service: Service) -> None:
    unknown = uuid4()
    answer = await service.http.get(
        f"/api/v1/commands/{unknown}", headers={"authorization": service.bearer(Role.APPLICANT)}
    )

    assert answer.json() == {"command_id": str(unknown), "state": "not_applied"}


async def test_a_note_is_sealed_before_it_is_stored(service: Service) -> None:
    case = await service.submitted("renewal_deferral")
    note = "申请人张三的住址需要核实"
    answer = await service.command(
        case["id"], "decline-acceptance", 1, {"codes": ["R-JURISDICTION"], "note": note}
    )
    path = f"/api/v1/audit/cases/{case['id']}/history"
    auditor = {"authorization": service.bearer(Role.AUDITOR)}
    history = await service.http.get(path, headers=auditor)

    assert answer.status_code == 200
    assert "张三" not in history.text
    assert history.json()["events"][-1]["event"]["note"].startswith("pii1.")

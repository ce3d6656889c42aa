"""``POST /cases/next``: whoever asks gets a case of his own, or is told that none is free."""

import asyncio
from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from api import handed_out
from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit.served import Service

CLERKS = [f"clerk-{number}" for number in range(12)]
_TIMES = 5
"""Twelve ask at once, and a busy machine has not made the connections for all within a second."""


async def next_of(
    service: Service, queue: str, clerk: str, role: Role = Role.CLERK
) -> httpx.Response:
    return await service.http.post(
        "/api/v1/cases/next",
        json={"queue": queue},
        headers={"authorization": service.bearer(role, clerk)},
    )


async def all_at_once(
    service: Service, queue: str, clerks: Sequence[str] = CLERKS
) -> dict[str, str]:
    """Who was given which case. The others were answered 204."""

    async def given(clerk: str) -> httpx.Response:
        """A clerk who is told to come again later does, a few times."""
        for _ in range(_TIMES):
            answer = await next_of(service, queue, clerk)
            if answer.status_code != 503:
                break
            await asyncio.sleep(int(answer.headers["retry-after"]))
        return answer

    answers = await asyncio.gather(*map(given, clerks))
    assert {answer.status_code for answer in answers} <= {200, 204}
    return {
        clerk: answer.json()["id"]
        for clerk, answer in zip(clerks, answers, strict=True)
        if answer.status_code == 200
    }


async def submitted(service: Service, number: int) -> list[str]:
    body = await service.example("renewal_deferral")
    cases = []
    for each in range(number):
        other = f"41010219920229{each:03d}"
        answer = await service.submit(with_licence(body, other), f"n-{each}")
        assert answer.status_code == 201, answer.text
        cases.append(answer.json()["id"])
    return cases


def with_licence(body: dict[str, Any], first_17: str) -> dict[str, Any]:
    """The same application for another driver."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(n) * w for n, w in zip(first_17, weights, strict=True)) % 11]
    id_no = first_17 + check
    return {
        **body,
        "applicant": {**body["applicant"], "id_no": id_no},
        "licence": {**body["licence"], "licence_no": id_no},
    }


async def accepted(service: Service, number: int, by: str) -> list[str]:
    cases = await submitted(service, number)
    for case in cases:
        answer = await service.command(case, "accept-case", 1, subject=by)
        assert answer.status_code == 200, answer.text
    await service.fold()
    return cases


@pytest.mark.parametrize("page", [3, 50])
async def test_many_clerks_at_once_get_a_case_each_while_there_is_one(
    service: Service, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(handed_out, "_PAGE", page)
    cases = await accepted(service, 8, "clerk-at-the-counter")
    given = await all_at_once(service, "review")
    assert sorted(given.values()) == sorted(cases)


async def test_seconds_later_nobody_is_given_what_another_has(service: Service) -> None:
    """The read model has not heard of the first reviews yet."""
    cases = await accepted(service, 8, "clerk-at-the-counter")
    first = await all_at_once(service, "review", CLERKS[:5])
    then = await all_at_once(service, "review", CLERKS[5:])
    assert len(first) == 5
    assert sorted([*first.values(), *then.values()]) == sorted(cases)


async def test_a_lost_answer_is_given_again_until_the_case_is_decided(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    first = await next_of(service, "review", "clerk-1")
    again = await next_of(service, "review", "clerk-1")
    assert first.json() == again.json()
    version = first.json()["version"]
    refused = await service.command(
        case, "refuse-case", version, {"codes": ["R-JURISDICTION"]}, subject="clerk-1"
    )
    assert refused.status_code == 200, refused.text
    assert (await next_of(service, "review", "clerk-1")).status_code == 204


async def test_what_a_clerk_may_not_review_does_not_hide_the_rest(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He has accepted the first of the queue himself, more than one page of them."""
    monkeypatch.setattr(handed_out, "_PAGE", 2)
    cases = await submitted(service, 6)
    for place, case in enumerate(cases):
        by = "clerk-9" if place == 5 else "clerk-1"
        assert (await service.command(case, "accept-case", 1, subject=by)).status_code == 200
    await service.fold()
    assert (await next_of(service, "review", "clerk-1")).json()["id"] == cases[5]


@pytest.mark.parametrize("queue", ["intake", "all"])
async def test_in_every_queue_each_has_a_case_of_his_own(service: Service, queue: str) -> None:
    cases = await submitted(service, 8)
    await service.fold()
    given = await all_at_once(service, queue)
    assert sorted(given.values()) == sorted(cases)
    assert await all_at_once(service, queue, list(given)) == given


async def test_two_people_of_one_subject_are_two(service: Service) -> None:
    await submitted(service, 2)
    await service.fold()
    clerk = await next_of(service, "intake", "li")
    leader = await next_of(service, "intake", "li", Role.SUPERVISOR)
    assert clerk.json()["id"] != leader.json()["id"]


async def test_what_nobody_works_on_is_free_again(service: Service, connection: Connection) -> None:
    (case,) = await submitted(service, 1)
    await service.fold()
    assert (await next_of(service, "intake", "clerk-1")).json()["id"] == case
    assert (await next_of(service, "intake", "clerk-2")).status_code == 204
    await connection.execute("UPDATE handed_out SET until = clock_timestamp()")
    assert (await next_of(service, "intake", "clerk-2")).json()["id"] == case


async def test_what_another_reviews_is_nobody_else_s_next(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    assert (await next_of(service, "review", "clerk-1")).json()["id"] == case
    await service.fold()
    assert (await next_of(service, "all", "clerk-2")).status_code == 204
    assert (await next_of(service, "all", "clerk-1")).json()["id"] == case


async def test_what_is_handed_back_is_the_next_of_somebody_else(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    first = await next_of(service, "review", "clerk-1")
    back = await service.command(case, "hand-back-case", first.json()["version"], subject="clerk-1")
    assert back.status_code == 200, back.text
    await service.fold()
    assert (await next_of(service, "review", "clerk-1")).status_code == 204
    then = await next_of(service, "review", "clerk-2")
    assert then.json()["state"]["reviewer"] == "clerk-2"


async def test_what_a_leader_takes_from_one_is_the_next_of_another(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    version = (await next_of(service, "review", "clerk-1")).json()["version"]
    taken = {"reason": "absence", "note": "该民警住院"}
    moved = await service.command(case, "reassign-case", version, taken, role=Role.SUPERVISOR)
    assert moved.status_code == 200, moved.text
    await service.fold()
    assert (await next_of(service, "review", "clerk-2")).json()["id"] == case


async def test_a_queue_shows_who_has_a_case_and_whom_it_is_lent_to(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    version = (await next_of(service, "review", "clerk-1")).json()["version"]
    until = service.desk.today.isoformat()
    loan = {"to": "clerk-2", "until": until}
    lent = await service.command(case, "lend-case", version, loan, role=Role.SUPERVISOR)
    assert lent.status_code == 200, lent.text
    await service.fold()
    leader = {"authorization": service.bearer(Role.SUPERVISOR)}
    (line,) = (await service.http.get("/api/v1/cases", headers=leader)).json()["cases"]
    shown = (line["reviewer"], line["lent_to"], line["lent_until"])
    assert shown == ("clerk-1", "clerk-2", until)
    assert (await next_of(service, "all", "clerk-3")).status_code == 204
    assert (await next_of(service, "all", "clerk-2")).json()["id"] == case


async def test_actions_are_those_of_this_officer(service: Service) -> None:
    (case,) = await accepted(service, 1, "clerk-at-the-counter")
    his = (await next_of(service, "review", "clerk-1")).json()
    of_another = await service.http.get(
        f"/api/v1/cases/{case}", headers={"authorization": service.bearer(Role.CLERK, "clerk-2")}
    )
    decisions = {"record-check", "approve-case", "refuse-case", "move-to-on-site"}
    assert {*decisions, "hand-back-case"} <= set(his["actions"])
    assert not {*decisions, "hand-back-case", "start-review"} & set(of_another.json()["actions"])
    refused = await service.command(
        case, "refuse-case", his["version"], {"codes": ["R-JURISDICTION"]}, subject="clerk-2"
    )
    assert refused.status_code == 403
    told = refused.json()
    assert (told["type"].split("/")[-1], told["reviewer"]) == ("not-the-reviewer", "clerk-1")


async def test_a_leader_finds_the_cases_of_an_absent_reviewer(service: Service) -> None:
    await accepted(service, 3, "clerk-at-the-counter")
    given = await all_at_once(service, "review", CLERKS[:2])
    await service.fold()
    leader = {"authorization": service.bearer(Role.SUPERVISOR)}

    async def found(reviewer: str) -> list[str]:
        answer = await service.http.get(
            "/api/v1/cases", params={"queue": "review", "reviewer": reviewer}, headers=leader
        )
        assert answer.status_code == 200, answer.text
        return [line["case_id"] for line in answer.json()["cases"]]

    assert {clerk: await found(clerk) for clerk in given} == {c: [n] for c, n in given.items()}
    assert await found("clerk-of-nowhere") == []

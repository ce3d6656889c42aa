"""Whoever guesses is stopped after a few attempts, and learns nothing from being stopped."""

from contextlib import AsyncExitStack
from typing import Any
from uuid import uuid4

import httpx
import pytest

from api.command_request import command_id
from api.demo_issuer import ISSUER
from api.identity import principal
from api.rates.bucket import Bucket
from api.rates.buckets import COMMANDS, LOOKUPS, MISSES, PARCELS, REVEALS, SIGN_IN
from domain.accesses.kind import RevealPurpose
from domain.event_store.transaction import Connection
from domain.identifiers.reference import draw
from domain.people import Actor, Role
from projections.tracking.row import with_reference_or_next
from tests.kit.page_reading import Page
from tests.kit.security_lines import security_lines
from tests.kit.served import Service

API = "/api/v1/tracking"
UNKNOWN = draw(b"somebody")
RATES = ("ratelimit", "ratelimit-policy")


async def applied(service: Service) -> dict[str, str]:
    """What the applicant has on paper."""
    body = await service.example("plate_reissue")
    case = (await service.submit(body, "key")).json()
    await service.fold()
    return {"reference": case["reference"], "last_four": body["applicant"]["id_no"][-4:]}


def wrong(asked: dict[str, str]) -> dict[str, str]:
    return {**asked, "last_four": "0000"}


async def page(service: Service, asked: dict[str, str]) -> httpx.Response:
    return await service.http.post("/track", data=asked, headers={"origin": "http://127.0.0.1"})


async def emptied(connection: Connection, bucket: Bucket) -> None:
    """As after many attempts at once."""
    await connection.execute(
        "UPDATE token_bucket SET full_at = now() + interval '1 day' WHERE bucket = %s",
        (bucket.name,),
    )


def told(answer: httpx.Response) -> tuple[Any, ...]:
    return (answer.status_code, answer.json(), *(answer.headers[name] for name in RATES))


async def test_after_five_wrong_ends_a_reference_is_not_looked_at_for_a_while(
    service: Service,
) -> None:
    asked = await applied(service)
    tried = [await service.http.post(API, json=wrong(asked)) for _ in range(5)]
    locked = await service.http.post(API, json=asked)
    shown = await page(service, asked)

    assert [answer.status_code for answer in tried] == [404] * 5
    assert tried[0].headers["ratelimit-policy"] == (
        '"tracking-address";q=30;w=600, "tracking-reference";q=5;w=3600'
    )
    assert tried[4].headers["ratelimit"].endswith('"tracking-reference";r=0;t=720')
    assert (locked.status_code, locked.json()["type"]) == (429, "/problems/too-many-attempts")
    assert locked.json()["violated-policies"] == ["tracking-reference"]
    assert 700 <= int(locked.headers["retry-after"]) <= 800
    assert shown.status_code == 429
    assert shown.headers["retry-after"]
    text = Page(shown.text).text
    assert "请在 12 分钟后再试" in text or "请在 13 分钟后再试" in text or "14 分钟" in text


async def test_the_page_and_the_api_draw_on_the_same_tokens(service: Service) -> None:
    asked = await applied(service)
    statuses = []
    for _ in range(3):
        statuses.append((await page(service, wrong(asked))).status_code)
        statuses.append((await service.http.post(API, json=wrong(asked))).status_code)
    assert statuses == [404] * 5 + [429]


async def test_whoever_knows_both_may_look_as_often_as_he_likes(service: Service) -> None:
    asked = await applied(service)
    answers = [await service.http.post(API, json=asked) for _ in range(40)]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["ratelimit"].partition(";")[0] for answer in answers} == {
        '"tracking-address"'
    }


async def test_unknown_and_wrong_are_the_same_until_the_end(service: Service) -> None:
    asked = await applied(service)
    unknown = {**asked, "reference": UNKNOWN}
    known_first = [told(await service.http.post(API, json=wrong(asked))) for _ in range(5)]
    then_unknown = [told(await service.http.post(API, json=unknown)) for _ in range(5)]
    assert [each[:2] for each in known_first] == [each[:2] for each in then_unknown]
    left = [[each[2].split(", ")[1] for each in tries] for tries in (known_first, then_unknown)]
    assert left[0] == left[1]
    assert (await service.http.post(API, json=unknown)).status_code == 429


async def test_in_the_place_of_an_unknown_reference_the_next_one_is_read(
    service: Service, connection: Connection
) -> None:
    """So an unknown one costs as much as a wrong number."""
    asked = await applied(service)
    for unknown in (UNKNOWN, "0000-0000-0000-0", "ZZZZ-ZZZZ-ZZZZ-Z"):
        row = await with_reference_or_next(connection, unknown)
        assert row
        assert row.reference == asked["reference"]


async def test_a_misspelt_reference_costs_no_question(
    service: Service, connection: Connection
) -> None:
    asked = await applied(service)
    swapped = "0" if asked["reference"][-1] != "0" else "1"
    misspelt = {**asked, "reference": asked["reference"][:-1] + swapped}
    answers = [await service.http.post(API, json=misspelt) for _ in range(8)]
    assert {answer.status_code for answer in answers} == {404}
    cursor = await connection.execute("SELECT count(*) FROM token_bucket")
    assert await cursor.fetchall() == [(0,)]


async def test_thirty_wrong_attempts_from_one_address_are_enough(service: Service) -> None:
    asked = await applied(service)
    references = [draw(f"{number:08}".encode()) for number in range(31)]
    answers = [
        await service.http.post(API, json={**asked, "reference": each}) for each in references
    ]
    assert [answer.status_code for answer in answers] == [404] * 30 + [429]
    assert answers[-1].json()["violated-policies"] == ["tracking-address"]
    elsewhere = httpx.ASGITransport(service.app, client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=elsewhere, base_url="http://127.0.0.1") as other:
        assert (await other.post(API, json=asked)).status_code == 200


async def test_an_emptied_bucket_and_too_many_misses_of_all_raise_an_alarm(
    service: Service, connection: Connection
) -> None:
    asked = await applied(service)
    with security_lines() as lines:
        for _ in range(5):
            await service.http.post(API, json=wrong(asked))
    (locked,) = [line for line in lines if line["code"] == "guesses-locked"]
    assert locked["bucket"] == "tracking-reference"
    assert asked["reference"] not in str(lines)

    await emptied(connection, MISSES)
    with security_lines() as lines:
        answer = await service.http.post(API, json={**asked, "reference": UNKNOWN})
    assert answer.status_code == 404
    assert [line["code"] for line in lines if line["code"].startswith("guesses")] == [
        "guesses-alarm"
    ]


async def looked_up(service: Service) -> int:
    clerk = {"authorization": service.bearer(Role.CLERK, "curious")}
    sought = {"vin": "LSVAM4187C2184847"}
    return (await service.http.post("/api/v1/cases/lookup", json=sought, headers=clerk)).status_code


async def scanned(service: Service) -> int:
    carrier = {"authorization": service.bearer(Role.CARRIER, "curious")}
    path = "/api/v1/parcels/EE000000014CN/scan"
    scan = {
        "scan": "s1",
        "status": "returned",
        "place": "410100",
        "scanned_at": "2020-02-24T01:00:00Z",
    }
    return (await service.http.post(path, json=scan, headers=carrier)).status_code


async def revealed(service: Service) -> int:
    clerk = {"authorization": service.bearer(Role.CLERK, "curious")}
    wanted = {"parts": ["applicant"], "purpose": RevealPurpose.IDENTITY}
    path = f"/api/v1/cases/{uuid4()}/reveal"
    return (await service.http.post(path, json=wanted, headers=clerk)).status_code


async def asked_about(service: Service) -> int:
    mine = {"authorization": service.bearer(Role.APPLICANT, "curious")}
    return (await service.http.get(f"/api/v1/commands/{uuid4()}", headers=mine)).status_code


async def signed_in(service: Service) -> int:
    origin = {"origin": "http://127.0.0.1"}
    return (await service.http.post("/session", data={"as": "nobody"}, headers=origin)).status_code


@pytest.mark.parametrize(
    ("bucket", "guess", "miss"),
    [
        (LOOKUPS, looked_up, 200),
        (REVEALS, revealed, 404),
        (PARCELS, scanned, 404),
        (COMMANDS, asked_about, 200),
        (SIGN_IN, signed_in, 400),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
async def test_whatever_can_be_guessed_is_limited(
    service: Service, connection: Connection, bucket: Bucket, guess: Any, miss: int
) -> None:
    assert await guess(service) == miss
    await emptied(connection, bucket)
    assert await guess(service) == 429


async def test_who_shows_the_key_of_a_command_does_not_guess(
    service: Service, connection: Connection
) -> None:
    mine = command_id(principal(ISSUER, Actor(Role.APPLICANT, "reader")), "key")
    asking = {"authorization": service.bearer(Role.APPLICANT), "idempotency-key": "key"}
    answer = await service.http.get(f"/api/v1/commands/{mine}", headers=asking)
    assert answer.json()["state"] == "not_applied"
    cursor = await connection.execute("SELECT count(*) FROM token_bucket")
    assert await cursor.fetchall() == [(0,)]


async def test_without_the_buckets_nothing_is_looked_up_although_it_could_be(
    service: Service, connection: Connection
) -> None:
    asked = await applied(service)
    assert (await service.http.post(API, json=asked)).status_code == 200
    await connection.execute("ALTER TABLE token_bucket RENAME TO away")
    answer, shown = await service.http.post(API, json=asked), await page(service, asked)
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/store-unavailable")
    assert answer.headers["retry-after"] == shown.headers["retry-after"] == "2"
    assert (shown.status_code, shown.headers["content-type"]) == (503, "text/html; charset=utf-8")
    await connection.execute("ALTER TABLE away RENAME TO token_bucket")
    assert (await service.http.post(API, json=asked)).status_code == 200


async def test_what_could_not_be_looked_up_costs_nothing(service: Service) -> None:
    asked = await applied(service)
    async with AsyncExitStack() as held:
        for _ in range(service.desk.reading.max_size):
            await held.enter_async_context(service.desk.reading.connection())
        assert (await service.http.post(API, json=asked)).status_code == 503
    answer = await service.http.post(API, json=asked)
    assert '"tracking-reference";r=4' in answer.headers["ratelimit"]

"""A one-time code over HTTP: who gets one, and what becomes of right and wrong digits."""

import asyncio
import hashlib
import json
import logging
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from domain.event_store.transaction import Connection
from domain.one_time_codes.state import code_stream
from domain.people import Role
from tests.kit.one_time_codes import (
    NUMBER,
    PATH,
    asked,
    code,
    confirmed,
    digits,
    entered,
    headers,
    other_than,
)
from tests.kit.security_lines import security_lines
from tests.kit.served import Service, served

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)


async def test_right_digits_confirm_a_code(service: Service) -> None:
    answer = await asked(service)
    told = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{PATH}/{told['id']}"
    assert told == {
        "id": told["id"],
        "purpose": "contact_change",
        "expires_at": "2020-02-24T01:05:00Z",
        "tries_left": 3,
    }
    right = await entered(service, told["id"], await digits(service, told["id"]))
    assert (right.status_code, right.json()) == (200, {"id": told["id"], "stage": "confirmed"})

    own = headers(service, "reader")
    shown = (await service.http.get(f"{PATH}/{told['id']}", headers=own)).json()
    assert (shown["stage"], shown["state"]["tries_left"]) == ("confirmed", 3)


async def test_wrong_digits_cost_a_try_and_three_are_all(service: Service) -> None:
    made = await code(service)
    right = await digits(service, made)
    with security_lines() as lines:
        wrong = [await entered(service, made, other_than(right)) for _ in range(3)]
    assert [answer.status_code for answer in wrong] == [422] * 3
    assert [answer.json()["type"] for answer in wrong] == ["/problems/one-time-code-wrong"] * 3
    assert [answer.json()["tries_left"] for answer in wrong] == [2, 1, 0]
    assert [(line["code"], line["tries_left"]) for line in lines] == [
        ("wrong-digits", left) for left in (2, 1, 0)
    ]

    late = await entered(service, made, right)
    assert (late.status_code, late.json()["type"]) == (409, "/problems/one-time-code-spent")


async def test_of_many_guesses_at_once_three_are_looked_at(service: Service) -> None:
    made = await code(service)
    right = await digits(service, made)
    guesses = [f"{(int(right) + n) % 1_000_000:06d}" for n in range(1, 25)]
    answers = await asyncio.gather(*(entered(service, made, guess) for guess in guesses))
    told = Counter(answer.json()["type"].rpartition("/")[2] for answer in answers)
    assert told["one-time-code-wrong"] == 3
    assert told.keys() <= {"one-time-code-wrong", "one-time-code-spent", "moved-on"}
    assert (await entered(service, made, right)).status_code == 409


async def test_the_same_key_enters_digits_once(service: Service) -> None:
    made = await code(service)
    wrong = other_than(await digits(service, made))
    for _ in range(4):
        answer = await entered(service, made, wrong, key="typed-once")
        assert (answer.status_code, answer.json()["tries_left"]) == (422, 2)


async def test_a_repeated_request_asks_for_one_code(
    service: Service, connection: Connection
) -> None:
    first, second = [await asked(service, key="a-key") for _ in range(2)]
    assert first.json() == second.json()
    stored = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE topic = 'OneTimeCodeRequested'"
    )
    assert await stored.fetchone() == (1,)
    other = await asked(service, "13900005679", key="a-key")
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")


async def test_a_code_of_somebody_else_does_not_exist(service: Service) -> None:
    made = await code(service)
    right = await digits(service, made)
    forged = await entered(service, made, right, subject="neighbour")
    unknown = await entered(service, str(uuid4()), right, subject="neighbour")
    assert forged.status_code == unknown.status_code == 404
    assert forged.json() == unknown.json()
    other = headers(service, "neighbour")
    assert (await service.http.get(f"{PATH}/{made}", headers=other)).status_code == 404
    assert (await entered(service, made, right)).status_code == 200


async def test_five_minutes_later_the_digits_come_too_late(
    database_url: str, tmp_path: Path
) -> None:
    now = [NINE]
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        made = await code(service)
        right = await digits(service, made)
        now[0] = NINE + timedelta(minutes=5)
        late = await entered(service, made, right)
        assert (late.status_code, late.json()["type"]) == (409, "/problems/one-time-code-expired")


async def test_five_an_hour_go_to_one_number(service: Service) -> None:
    first = [await asked(service, subject=f"person-{n}") for n in range(5)]
    assert [answer.status_code for answer in first] == [201] * 5
    assert '"code-number";q=5;w=3600' in first[0].headers["ratelimit-policy"]
    sixth = await asked(service, "139 0000 5678", subject="person-6")
    assert (sixth.status_code, sixth.json()["violated-policies"]) == (429, ["code-number"])
    assert int(sixth.headers["retry-after"]) > 600
    assert (await asked(service, "13900005679", subject="person-6")).status_code == 201


async def test_a_lost_answer_is_given_again_when_no_more_codes_are(service: Service) -> None:
    keys = [f"key-{n}" for n in range(6)]
    answers = [await asked(service, key=key) for key in keys]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429]
    again = await asked(service, key=keys[4])
    assert (again.status_code, again.json()) == (201, answers[4].json())


async def test_no_hash_from_which_number_or_digits_are_guessed_is_stored(
    service: Service, connection: Connection
) -> None:
    """The command log tells a repetition by a hash, which is keyed here as everything else is."""
    made = await confirmed(service)
    asking = json.dumps({"mobile": NUMBER, "purpose": "contact_change"}, separators=(",", ":"))
    entering = json.dumps({"digits": await digits(service, made)}, separators=(",", ":"))
    guessed = {
        hashlib.sha256(f"RequestOneTimeCode:None:{asking}".encode()).digest(),
        hashlib.sha256(f"ConfirmOneTimeCode:{made}:{entering}".encode()).digest(),
    }
    cursor = await connection.execute("SELECT request_sha256 FROM command_log")
    kept = {bytes(sha256) for (sha256,) in await cursor.fetchall()}
    assert len(kept) == 2
    assert not kept & guessed


async def test_what_is_repeated_costs_nothing(service: Service) -> None:
    for _ in range(8):
        assert (await asked(service, key="a-key")).status_code == 201
    assert (await asked(service)).headers["ratelimit"].startswith('"code-number";r=3')


async def test_one_person_asks_for_ten_an_hour(service: Service) -> None:
    numbers = [f"139000010{n:02d}" for n in range(11)]
    answers = [await asked(service, number) for number in numbers]
    assert [answer.status_code for answer in answers] == [201] * 10 + [429]
    assert answers[-1].json()["violated-policies"] == ["code-person"]


async def test_a_partner_and_a_place_have_limits_of_their_own(
    service: Service, connection: Connection
) -> None:
    numbers = [f"139000020{n:02d}" for n in range(13)]
    given = [await asked(service, each, role=Role.PARTNER) for each in numbers[:11]]
    assert {answer.status_code for answer in given} == {201}
    for bucket in ("code-partner", "code-address"):
        await connection.execute(
            "UPDATE token_bucket SET full_at = now() + interval '1 day' WHERE bucket = %s",
            (bucket,),
        )
        refused = await asked(service, numbers[11], role=Role.PARTNER)
        assert (refused.status_code, refused.json()["violated-policies"]) == (429, [bucket])
        await connection.execute("DELETE FROM token_bucket WHERE bucket = %s", (bucket,))
    assert (await asked(service, numbers[12], role=Role.PARTNER)).status_code == 201


@pytest.mark.parametrize(
    ("body", "pointer", "rule"),
    [
        ({"mobile": "1", "purpose": "submission"}, "/mobile", "mobile_length"),
        ({"mobile": "23900005678", "purpose": "submission"}, "/mobile", "mobile_characters"),
        ({"mobile": NUMBER, "purpose": "fun"}, "/purpose", "choice"),
        ({"mobile": NUMBER}, "/purpose", "missing"),
        ({"mobile": NUMBER, "purpose": "submission", "x": 1}, "/x", "unknown_field"),
    ],
)
async def test_what_is_wrong_with_a_request_is_told(
    service: Service, body: dict[str, object], pointer: str, rule: str
) -> None:
    answer = await service.http.post(PATH, json=body, headers=headers(service, "reader"))
    (defect,) = answer.json()["defects"]
    assert (answer.status_code, defect["pointer"], defect["rule"]) == (422, pointer, rule)


@pytest.mark.parametrize("typed", ["12345", "1234567", "12345x", ""])
async def test_what_is_no_six_digits_costs_no_try(service: Service, typed: str) -> None:
    made = await code(service)
    answer = await entered(service, made, typed)
    assert (answer.status_code, answer.json()["defects"][0]["pointer"]) == (422, "/digits")
    assert (await entered(service, made, await digits(service, made))).status_code == 200


async def test_neither_number_nor_digits_are_stored_or_logged(
    service: Service, connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        made = await confirmed(service)
    right = await digits(service, made)
    cursor = await connection.execute(
        "SELECT state FROM stored_events WHERE originator_id = %s", (code_stream(UUID(made)),)
    )
    stored = b"".join([bytes(state) for (state,) in await cursor.fetchall()])
    assert stored.count(b'"type":"OneTimeCode') == 2
    assert NUMBER.encode() not in stored
    assert right.encode() not in stored
    assert NUMBER not in caplog.text


async def test_without_a_gateway_nobody_is_given_a_code(database_url: str, tmp_path: Path) -> None:
    async with served(
        database_url, tmp_path, changed=lambda made: replace(made, codes=None)
    ) as service:
        answer = await asked(service)
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/sms-unavailable")
        assert "window" in answer.json()["detail"]


async def test_in_earnest_nobody_is_shown_the_digits(database_url: str, tmp_path: Path) -> None:
    async with served(
        database_url, tmp_path, changed=lambda made: replace(made, demo_issuer=None)
    ) as service:
        made = await code(service)
        answer = await service.http.get(f"/api/v1/demo/one-time-codes/{made}")
        assert answer.status_code == 404

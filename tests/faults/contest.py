"""Many clients that want few things at the same moment, and what each of them is told."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from cheguan.bench.day import DAY
from cheguan.bench.reservations import RESERVATIONS, wish
from cheguan.bench.submissions import MOST, NumberedForm, Requests, row, with_holes
from cheguan.token import demo_token
from domain.offices.plan_kind import PlanKind
from domain.people import Role
from domain.plans.state import plan_name
from domain.services.inspection_booking.example import example as inspection_booking
from tests.faults.arena import Arena
from tests.faults.wire import HOST, Answer, NoAnswer, Wire

CLIENTS: Final = 200
THINGS: Final = 20
STATION: Final = "410100.ins1"
PERIOD: Final = "14"
_ATTEMPTS: Final = 60
_PAUSE_S: Final = 0.1


class Contest(NamedTuple):
    """``form`` of a number is the wish of one client. All who are not first are told ``loss``."""

    form: NumberedForm
    loss: str


def for_numbers(turn: int) -> Contest:
    """Every :data:`THINGS`-th client wants the same number. No turn wants those of another."""

    def texts(number: int) -> tuple[str, ...]:
        return wish(turn * CLIENTS + number)._replace(
            wanted_no=wish(turn * THINGS + number % THINGS).wanted_no
        )

    form = RESERVATIONS._replace(key=f"number-{turn}", texts=texts)
    return Contest(form, "/problems/plate-number-taken")


def for_seats(turn: int) -> Contest:
    """All want to come in the same hour, for which there are :data:`THINGS` seats."""

    def pieces(day: date) -> tuple[bytes, ...]:
        form = inspection_booking(day) | {"slot_date": seats_on(turn).isoformat()}
        holes = "applicant.id_no", "vehicle.plate_no", "vehicle.vin", "vehicle.engine_no"
        return with_holes(form, *holes)

    def texts(number: int) -> tuple[str, ...]:
        return row(MOST // 2 + turn * CLIENTS + number)

    return Contest(NumberedForm(f"seat-{turn}", pieces, texts), "/problems/no-seat-left")


def seats_on(turn: int) -> date:
    """The day of the seats."""
    return DAY + timedelta(days=5 + turn)


async def announced(arena: Arena, turn: int) -> None:
    """The station offers the seats."""
    name = plan_name(PlanKind.STATION, STATION, seats_on(turn))
    leader = demo_token(arena.errands.secrets, Role.SUPERVISOR, "410100", "planner")
    body = msgspec.json.encode(
        {
            "kind": PlanKind.STATION,
            "place": STATION,
            "on": seats_on(turn),
            "releases": [{"period": PERIOD, "seats": THINGS, "at": "2020-03-01T00:00:00Z"}],
        }
    )
    head = (
        f"POST /api/v1/plans/{name}/publish-plan HTTP/1.1\r\nHost: {HOST}\r\n"
        f'Authorization: Bearer {leader}\r\nIf-Match: "v0"\r\nIdempotency-Key: {name}\r\n'
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    answer = await _insist(arena, 0, head.encode() + body, [])
    arena.checks.that("I18", answer.status == 200, f"the plan was not announced: {answer}")


async def held(arena: Arena, contest: Contest, *, calm: bool) -> None:
    """All ask at once, each at one process after the other until the answer is definite.

    In a ``calm`` one no process dies, and so nobody is told to come again either. Where time is
    stretched for a busy machine, a request may run out of its own.
    """
    secrets, form = arena.errands.secrets, contest.form
    requests = [
        Requests(
            HOST, demo_token(secrets, Role.APPLICANT, None, f"{form.key}-{number}"), DAY, form
        ).request(number)
        for number in range(CLIENTS)
    ]
    again: list[int] = []
    asked = (_insist(arena, number, each, again) for number, each in enumerate(requests))
    judge(arena, contest, await asyncio.gather(*asked))
    if calm and arena.patience == 1:
        words = f"{contest.form.key}: {len(again)} times somebody was told to come again"
        arena.checks.that("I18", not again, words)


def judge(arena: Arena, contest: Contest, answers: Sequence[Answer]) -> None:
    """Checks I18 for the answers of all clients."""
    told = Counter((each.status, each.content.get("type")) for each in answers)
    expected = {(201, None): THINGS, (409, contest.loss): CLIENTS - THINGS}
    arena.checks.that("I18", told == expected, f"{contest.form.key}: {dict(told)}")
    arena.begun.update(UUID(each.content["id"]) for each in answers if each.status == 201)


async def _insist(arena: Arena, number: int, request: bytes, again: list[int]) -> Answer:
    """The definite answer. After a failure the other process is asked under the same key.

    ``again`` collects the statuses that were not definite.
    """
    wire = Wire()
    try:
        for attempt in range(_ATTEMPTS):
            api = arena.apis[(number + attempt) % len(arena.apis)]
            with suppress(NoAnswer):
                answer = await wire.ask(api.port, request)
                if answer.status != 503:
                    return answer
                again.append(answer.status)
            await asyncio.sleep(_PAUSE_S)
    finally:
        wire.close()
    return Answer(0, {}, b"", 0.0)

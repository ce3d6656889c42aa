"""Attacks on one-time codes: digits guessed and replayed, and codes for another purpose."""

from itertools import count
from typing import Any, Final
from uuid import uuid4

import msgspec

from tests.faults.wire import Answer
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head, json_post

_CODES: Final = "/api/v1/one-time-codes"
_TRIES: Final = 3
_AFTER_ONE_ANOTHER: Final = 10
_TOO_MUCH: Final = {429, 503}
_NUMBER: Final = "13800138000"
"""The telephone of every applicant of the honest."""


async def _asked(assault: Assault, number: int, mobile: str, purpose: str) -> Answer:
    headers = {**assault.asking.by_applicant(number), "Idempotency-Key": str(uuid4())}
    wanted = msgspec.json.encode({"mobile": mobile, "purpose": purpose})
    return await assault.ask(number, json_post(_CODES, wanted, headers))


async def _entered(assault: Assault, number: int, code: str, digits: str) -> Answer:
    headers = {**assault.asking.by_applicant(number), "Idempotency-Key": str(uuid4())}
    body = msgspec.json.encode({"digits": digits})
    return await assault.ask(number, json_post(f"{_CODES}/{code}/confirmation", body, headers))


async def _confirmed(assault: Assault, number: int, purpose: str) -> tuple[str, str] | None:
    """A code that was asked for and confirmed by who has the telephone, and its digits."""
    answer = await _asked(assault, number, _NUMBER, purpose)
    if answer.status in _TOO_MUCH:
        return None
    code = str(answer.content["id"])
    message = await assault.ask(number, head(f"GET /api/v1/demo/one-time-codes/{code}"))
    digits = str(message.content["digits"])
    entered = await _entered(assault, number, code, digits)
    assault.that(entered.status == 200, f"the right digits were answered with {entered.status}")
    return code, digits


async def _guessed(assault: Assault) -> None:
    """Each attacker asks for codes to numbers that he does not have, and guesses the digits."""
    turns = count()

    async def one(number: int) -> None:
        mobile = f"139{next(turns) % 100_000_000:08d}"
        asked = await _asked(assault, number, mobile, "submission")
        if asked.status != 201:
            assault.that(asked.status in _TOO_MUCH, f"asked, and answered with {asked.status}")
            return
        compared = 0
        for guess in range(_AFTER_ONE_ANOTHER):
            answer = await _entered(assault, number, asked.content["id"], f"{guess:06d}")
            assault.that(answer.status in {409, 422, *_TOO_MUCH}, f"answered with {answer.status}")
            compared += answer.status == 422
        assault.saw["compared"] += compared
        assault.that(compared <= _TRIES, f"more than {_TRIES} guesses were compared")

    await assault.crowd(one)


async def _replayed(assault: Assault) -> None:
    """One code is confirmed and named by one application. Then everybody tries what is left."""
    asking, owner = assault.asking, 0
    made = await _confirmed(assault, owner, "submission")
    if made is None:
        return
    code, digits = made
    first = await assault.ask(owner, asking.changed(_of(assault, owner), _naming(code)))
    assault.that(first.status == 201, f"the first application was answered with {first.status}")

    async def one(number: int) -> None:
        _unusable(
            assault,
            await assault.ask(number, asking.changed(_of(assault, number), _naming(code))),
        )
        if number % len(asking.applicants) != owner:
            status = (await _entered(assault, number, code, digits)).status
            assault.that(status in {404, *_TOO_MUCH}, f"entered by another, answered {status}")

    await assault.crowd(one)


async def _other_purpose(assault: Assault) -> None:
    """A code that was confirmed for a change of contact is named as that of an application."""
    asking = assault.asking
    made = {number: await _confirmed(assault, number, "contact_change") for number in range(2)}
    codes = {number: code[0] for number, code in made.items() if code}

    async def one(number: int) -> None:
        owner = number % 2
        if owner not in codes:
            return
        named = asking.changed(_of(assault, owner), _naming(codes[owner]))
        _unusable(assault, await assault.ask(number, named))

    await assault.crowd(one)


def _unusable(assault: Assault, answer: Answer) -> None:
    """Nothing but the code stands in the way of the application."""
    assault.that(answer.status in {422, *_TOO_MUCH}, f"answered with {answer.status}")
    kind = str(answer.content.get("type"))
    assault.that(
        answer.status != 422 or kind.endswith("one-time-code-unusable"), f"refused as {kind}"
    )


def _of(assault: Assault, applicant: int) -> int:
    """The number of an application that this applicant has not made yet."""
    people = len(assault.asking.applicants)
    return next(each for each in assault.asking.numbers if (each - applicant) % people == 0)


def _naming(code: str) -> Any:
    def change(body: dict[str, Any]) -> None:
        body["declaration"]["sms_code_id"] = code
        body["applicant"]["mobile"] = _NUMBER

    return change


CODES: Final = (
    Attack(
        "guesses of digits",
        "{size.attackers} clients ask for codes and guess their digits.",
        "three tries a code, and codes of an address",
        _guessed,
        full=Size(8, 0, 6),
        short=Size(4, 0, 0.8),
    ),
    Attack(
        "digits replayed",
        "{size.attackers} clients name a code that an application has used, and enter its digits.",
        "a code is of one person and for one application",
        _replayed,
        full=Size(8, 0, 6),
        short=Size(4, 0, 0.8),
    ),
    Attack(
        "codes for another purpose",
        "{size.attackers} clients name a code for a change of contact in an application.",
        "a code is bound to its purpose",
        _other_purpose,
        full=Size(8, 0, 6),
        short=Size(4, 0, 0.8),
    ),
)

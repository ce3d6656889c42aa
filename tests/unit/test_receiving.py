"""Forms that arrive together are read and sealed in one go, and each is answered for itself."""

import asyncio
import json
from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from api.json_scan import BodyRefused, check_json
from domain.application import Applications
from domain.catalogue.services import CATALOGUE
from domain.forms.defects import FormRefused
from domain.forms.facts import Facts
from domain.forms.plate_reissue import PlateReissue
from domain.keyring import Keyring
from domain.reception import ABREAST, Reception
from domain.vault import BlindIndex, Wrapping

TODAY = date(2020, 2, 24)
GOOD = json.dumps(CATALOGUE["plate_reissue"].example(TODAY)).encode()
BAD = b'{"service": "plate_reissue"}'
NO_JSON = b'{"service": "plate_reissue", "service": "plate_reissue"}'


class Table:
    """A table of wrapped keys in memory."""

    def __init__(self) -> None:
        self.kept: dict[UUID, bytes] = {}

    async def save(self, keys: Sequence[tuple[UUID, bytes]]) -> None:
        self.kept.update(keys)

    async def load(self, key_id: UUID) -> bytes | None:
        return self.kept.get(key_id)


def reception(ahead: int) -> Reception:
    keyring = Keyring(Table(), Wrapping(bytes(32)), ahead=ahead)
    applications = Applications(keyring, BlindIndex(bytes(32)), CATALOGUE)
    return Reception(applications, keyring, check_json)


async def test_more_than_go_abreast_are_all_answered_with_cases_of_their_own() -> None:
    made = reception(ahead=512)
    count = ABREAST * 2 + 1
    answers = await asyncio.gather(*(made.receive(GOOD, TODAY) for _ in range(count)))
    assert len({case for _, case, _ in answers}) == count
    assert len({command.key_id for _, _, command in answers}) == count


async def test_a_form_that_cannot_be_sealed_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours: no form that was read is known to do this."""
    made, count = reception(ahead=8), 0
    facts = PlateReissue.facts

    def one_fails(form: PlateReissue) -> Facts:
        nonlocal count
        if form.vehicle.engine_no == "FAULTY":
            count += 1
            raise ArithmeticError
        return facts(form)

    monkeypatch.setattr(PlateReissue, "facts", one_fails)
    faulty = json.loads(GOOD)
    faulty["vehicle"]["engine_no"] = "FAULTY"
    bodies = (GOOD, GOOD, json.dumps(faulty).encode(), GOOD)
    answers = await asyncio.gather(
        *(made.receive(body, TODAY) for body in bodies), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [tuple, tuple, ArithmeticError, tuple]
    assert count == 2  # with the others, then alone


async def test_a_bad_form_fails_alone_and_leaves_its_key() -> None:
    made = reception(ahead=2)
    answers = await asyncio.gather(
        *(made.receive(body, TODAY) for body in (GOOD, BAD, GOOD, NO_JSON)),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers] == [tuple, FormRefused, tuple, BodyRefused]
    left = await asyncio.gather(*(made.receive(GOOD, TODAY) for _ in range(2)))
    used = {command.key_id for _, _, command in left}
    assert used.isdisjoint(
        answer[2].key_id for answer in answers if not isinstance(answer, BaseException)
    )


async def test_who_has_left_is_passed_over() -> None:
    made = reception(ahead=64)
    await made.receive(GOOD, TODAY)
    leaving = asyncio.ensure_future(made.receive(GOOD, TODAY))
    await asyncio.sleep(0)
    leaving.cancel()
    form, _, _ = await made.receive(GOOD, TODAY)
    assert form.code() == "plate_reissue"
    with pytest.raises(asyncio.CancelledError):
        await leaving

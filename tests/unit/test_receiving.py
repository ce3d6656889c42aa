"""Forms that arrive together are read and sealed in one go, and each is answered for itself."""

import asyncio
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from uuid import UUID, uuid4

import pytest

from api.json_scan import BodyRefused, check_json
from cheguan.bench.nothing import NothingKept
from domain.aggregates import CODEC
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.intake.commands import SubmitCase
from domain.door.door import Door
from domain.door.request import Request
from domain.keyring import Keyring
from domain.orders.state import order_of
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from domain.services.choices import UserKind
from domain.services.defects import FormRefused
from domain.services.facts import Facts
from domain.services.plate_reissue.form import PlateReissue
from domain.services.vouched import Vouched
from domain.services.ways import ways_of
from domain.submission.incoming import Received
from domain.submission.line import ABREAST, Reception
from domain.submission.sealing import Applications
from domain.uploads.samples import samples
from domain.uploads.upload import About, Scan
from domain.vault import BlindIndex
from domain.wrapping import WrappedKey, Wrapping

TODAY = date(2020, 2, 24)
NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
GOOD = json.dumps(CATALOGUE["plate_reissue"].example(TODAY)).encode()
BAD = b'{"service": "plate_reissue"}'
NO_JSON = b'{"service": "plate_reissue", "service": "plate_reissue"}'


SENDER = Vouched(ways_of(Role.APPLICANT), frozenset({UserKind.REAL_NAME}))
ASKED = Request(
    by=Actor(role=Role.APPLICANT, id="someone"), channel="api", command_id=uuid4(), sha256=b""
)


class Table:
    """A table of wrapped keys in memory."""

    def __init__(self) -> None:
        self.kept: dict[UUID, WrappedKey] = {}

    async def save(self, keys: Sequence[WrappedKey]) -> None:
        self.kept.update({key.id: key for key in keys})

    async def load(self, key_id: UUID) -> WrappedKey | None:
        return self.kept.get(key_id)


class Shelf:
    """The samples of the examples in memory, which counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.first = asyncio.Event()

    async def usable(self, names: Collection[bytes]) -> Mapping[bytes, About]:
        self.asked += 1
        self.first.set()
        await asyncio.sleep(0)
        return {
            each.sha256: About(*each[:2], each.media_type, each.size, Scan.NONE, NOW)
            for each in samples()
            if each.sha256 in names
        }


def reception(ahead: int, shelf: Shelf | None = None) -> Reception:
    keyring = Keyring(Table(), Wrapping({1: bytes(32)}), ahead=ahead)
    index = BlindIndex(bytes(32))
    applications = Applications(keyring, index, index, CATALOGUE)
    door = Door(
        NothingKept(),
        clock=lambda: NOW,
        catalogue=CATALOGUE,
        calendar=Calendar(),
        build="test",
        codec=CODEC,
    )
    usable = (shelf or Shelf()).usable
    return Reception(applications, keyring, check_json, partial(door.prepare, CASE), usable)


def command_of(received: Received) -> SubmitCase:
    assert isinstance(received.begun.command, SubmitCase)
    return received.begun.command


async def test_more_than_go_abreast_are_all_answered_with_cases_of_their_own() -> None:
    made = reception(ahead=512)
    count = ABREAST * 2 + 1
    answers = await asyncio.gather(
        *(made.receive(GOOD, TODAY, ASKED, SENDER) for _ in range(count))
    )
    assert len({answer.begun.stream for answer in answers}) == count
    assert len({command_of(answer).key_id for answer in answers}) == count


async def test_what_is_received_is_decided_and_in_the_channel_of_the_form() -> None:
    received = await reception(ahead=4).receive(GOOD, TODAY, ASKED, SENDER)
    assert received.prepared
    writes = received.prepared.pending.writes
    case = received.begun.stream
    assert [write.stream for write in writes] == [case, command_of(received).claim, order_of(case)]
    assert {e.channel for write in writes for e in write.envelopes} == {"online_app"}
    assert received.prepared.result.about["reference"] == command_of(received).reference


async def test_nobody_is_left_waiting_for_a_look_up_that_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fault of ours: nothing is known to do this."""
    made = reception(ahead=8)
    with monkeypatch.context() as broken:
        broken.setattr("domain.submission.line.paper_defects", _breaks)
        answers = await asyncio.gather(
            *(made.receive(GOOD, TODAY, ASKED, SENDER) for _ in range(3)), return_exceptions=True
        )
        assert [type(answer) for answer in answers] == [ZeroDivisionError] * 3
    assert (await made.receive(GOOD, TODAY, ASKED, SENDER)).prepared


async def test_a_look_up_that_is_ended_ends_the_wait_for_it() -> None:
    shelf = Shelf()
    made = reception(ahead=8, shelf=shelf)
    waiting = asyncio.create_task(made.receive(GOOD, TODAY, ASKED, SENDER))
    await shelf.first.wait()
    (looking,) = asyncio.all_tasks() - {waiting, asyncio.current_task()}
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert (await made.receive(GOOD, TODAY, ASKED, SENDER)).prepared


def _breaks(*_: object) -> None:
    raise ZeroDivisionError


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
        *(made.receive(body, TODAY, ASKED, SENDER) for body in bodies), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [Received, Received, ArithmeticError, Received]
    assert count == 2  # with the others, then alone


async def test_a_bad_form_fails_alone_and_leaves_its_key() -> None:
    made = reception(ahead=2)
    answers = await asyncio.gather(
        *(made.receive(body, TODAY, ASKED, SENDER) for body in (GOOD, BAD, GOOD, NO_JSON)),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers] == [Received, FormRefused, Received, BodyRefused]
    left = await asyncio.gather(*(made.receive(GOOD, TODAY, ASKED, SENDER) for _ in range(2)))
    used = {command_of(answer).key_id for answer in left}
    assert used.isdisjoint(
        command_of(answer).key_id for answer in answers if not isinstance(answer, BaseException)
    )


async def test_who_has_left_is_passed_over() -> None:
    made = reception(ahead=64)
    await made.receive(GOOD, TODAY, ASKED, SENDER)
    leaving = asyncio.ensure_future(made.receive(GOOD, TODAY, ASKED, SENDER))
    await asyncio.sleep(0)
    leaving.cancel()
    received = await made.receive(GOOD, TODAY, ASKED, SENDER)
    assert command_of(received).service == "plate_reissue"
    with pytest.raises(asyncio.CancelledError):
        await leaving


async def test_forms_that_come_together_ask_for_their_documents_together() -> None:
    shelf = Shelf()
    made = reception(ahead=64, shelf=shelf)
    await asyncio.gather(*(made.receive(GOOD, TODAY, ASKED, SENDER) for _ in range(ABREAST)))
    assert shelf.asked == 1


async def test_documents_that_were_not_uploaded_are_told_with_every_other_defect() -> None:
    body = json.loads(GOOD)
    body["documents"][1]["sha256"] = "a" * 64
    with pytest.raises(FormRefused) as alone:
        await reception(ahead=2).receive(json.dumps(body).encode(), TODAY, ASKED, SENDER)
    body["vehicle"]["plate_no"] = "?"
    with pytest.raises(FormRefused) as together:
        await reception(ahead=2).receive(json.dumps(body).encode(), TODAY, ASKED, SENDER)
    unknown = ("/documents/1", "document_unknown")
    assert [(each.pointer, each.rule) for each in alone.value.defects] == [unknown]
    found = [(each.pointer, each.rule) for each in together.value.defects]
    assert unknown in found
    assert "/vehicle/plate_no" in {pointer for pointer, _ in found}

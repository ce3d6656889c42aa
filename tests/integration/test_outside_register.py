"""A register elsewhere is asked and told over HTTP. What it does wrong counts as silence."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from cheguan.settings import UnsafeSettings
from domain.register.changes import ContactChanged, LicenceRenewed
from domain.register.licence import LicenceState
from domain.register.port import Inquiry, NewContact, OrderedChanges, RegisterAway
from domain.vault import Purpose
from tests.kit.outside_register import LICENCE, NAMES, VEHICLE, client
from tests.kit.register_stand_in import StandIn, stand_in
from workers import outside_system
from workers.registers.outside import LONGEST, ChangesRefused, OutsideRegister

ID_NO, VIN = "410102199202291236", "LSVAU2180N2183294"
ABOUT = Inquiry(id_no=ID_NO, licence_no=ID_NO)
CASE, FIRST, SECOND = UUID(int=1), UUID(int=2), UUID(int=3)
RENEWED = OrderedChanges(
    case=CASE, about=ABOUT, changes=(LicenceRenewed(renewed_on=date(2020, 2, 24)),)
)


@pytest.fixture
async def there() -> AsyncIterator[StandIn]:
    async with stand_in() as made:
        yield made


@pytest.fixture
async def register(there: StandIn, tmp_path: Path) -> AsyncIterator[OutsideRegister]:
    async with client(tmp_path, there.url) as made:
        yield made


async def test_it_is_asked_in_the_body_and_its_records_are_indexed(
    there: StandIn, register: OutsideRegister
) -> None:
    there.entries |= {"licence": {**LICENCE}, "vehicle": {**VEHICLE}, "permit": None}
    found = await register.ask(Inquiry(id_no=ID_NO, vin=VIN, licence_no=ID_NO))
    assert there.asked == [{"id_no": ID_NO, "vin": VIN, "licence_no": ID_NO}]
    assert found.at == datetime(2020, 2, 24, 1, tzinfo=UTC)
    assert found.vehicle
    assert found.licence
    assert found.permit is None
    assert found.vehicle.owner == NAMES.of(Purpose.ID_NO, ID_NO)
    assert found.vehicle.states == {"G", "Q"}
    assert found.licence.holder == NAMES.of(Purpose.ID_NO, "41010219920229123X")
    assert found.licence.holder_name == found.vehicle.owner_name
    assert found.licence.holder_name == NAMES.of(Purpose.NAME, "张三")
    assert found.licence.states == {LicenceState.NORMAL}


async def test_what_is_missing_is_not_on_record(there: StandIn, register: OutsideRegister) -> None:
    found = await register.ask(ABOUT)
    assert (found.vehicle, found.licence, found.permit) == (None, None, None)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503, 302, 204])
async def test_any_other_status_is_silence(
    there: StandIn, register: OutsideRegister, status: int
) -> None:
    there.trouble = status
    with pytest.raises(RegisterAway):
        await register.ask(ABOUT)
    if status not in {404, 204}:
        with pytest.raises(RegisterAway):
            await register.change(FIRST, RENEWED)


@pytest.mark.parametrize(
    "garbage",
    [
        b"<html>",
        b"{}",
        b'{"at":"yesterday"}',
        b'{"at":"2020-02-24T01:00:00"}',
        b'{"at":"2020-02-24T01:00:00Z","licence":{"holder":"me"}}',
        b"\xff\xfe",
        b" " * (LONGEST + 1),
        msgspec.json.encode(
            {"at": "2020-02-24T01:00:00Z", "vehicle": {**VEHICLE, "states": ["X"]}}
        ),
        msgspec.json.encode(
            {
                "at": "2020-02-24T01:00:00Z",
                "vehicle": {**VEHICLE, "owner": {"id_no": "1" * 999, "name": "张三"}},
            }
        ),
    ],
)
async def test_garbage_is_silence(
    there: StandIn, register: OutsideRegister, garbage: bytes
) -> None:
    there.garbage = garbage
    with pytest.raises(RegisterAway):
        await register.ask(ABOUT)


async def test_a_wrong_token_is_silence(there: StandIn, tmp_path: Path) -> None:
    async with client(tmp_path, there.url, "another") as register:
        with pytest.raises(RegisterAway):
            await register.ask(ABOUT)
    assert there.asked == []


async def test_who_takes_too_long_is_away(
    there: StandIn, register: OutsideRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside_system, "SECONDS", 0.05)
    there.slow_s = 0.5
    with pytest.raises(RegisterAway):
        await register.ask(ABOUT)
    there.slow_s = 0.0
    monkeypatch.undo()
    assert (await register.ask(ABOUT)).licence is None


async def test_who_is_not_there_is_away_and_then_answers(there: StandIn, tmp_path: Path) -> None:
    async with client(tmp_path, "http://127.0.0.1:1/register") as register:
        with pytest.raises(RegisterAway):
            await register.ask(ABOUT)
        with pytest.raises(RegisterAway):
            await register.change(FIRST, RENEWED)
    async with client(tmp_path, there.url) as register:
        assert (await register.ask(ABOUT)).at


async def test_the_same_changes_told_twice_are_carried_out_once(
    there: StandIn, register: OutsideRegister
) -> None:
    there.forgets = True
    with pytest.raises(RegisterAway):
        await register.change(FIRST, RENEWED)
    await register.change(FIRST, RENEWED)
    await register.change(SECOND, RENEWED)
    assert there.told == [FIRST, FIRST, SECOND]
    assert list(there.carried_out) == [FIRST, SECOND]
    assert there.carried_out[FIRST] == {
        "case": str(CASE),
        "about": {"id_no": ID_NO, "licence_no": ID_NO},
        "changes": [{"change": "LicenceRenewed", "renewed_on": "2020-02-24"}],
    }


async def test_a_new_contact_goes_with_its_change(
    there: StandIn, register: OutsideRegister
) -> None:
    contact = NewContact(mobile="13900001234", address="郑州市金水区")
    changes = (ContactChanged(),)
    await register.change(
        FIRST, OrderedChanges(case=CASE, about=ABOUT, changes=changes, contact=contact)
    )
    assert there.carried_out[FIRST]["contact"] == {
        "mobile": "13900001234",
        "address": "郑州市金水区",
    }


@pytest.mark.parametrize("status", [404, 409, 422])
async def test_changes_that_it_will_not_carry_out_are_refused(
    there: StandIn, register: OutsideRegister, status: int
) -> None:
    there.refuses = status
    with pytest.raises(ChangesRefused):
        await register.change(FIRST, RENEWED)


async def test_no_log_tells_whom_it_was_about(
    there: StandIn, register: OutsideRegister, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    there.garbage = ID_NO.encode()
    with pytest.raises(RegisterAway) as away:
        await register.ask(ABOUT)
    assert ID_NO not in caplog.text
    assert ID_NO not in str(away.value)
    assert away.value.__cause__ is None
    assert "off the contract" in caplog.text


@pytest.mark.parametrize("url", ["http://register.example/v1", "ftp://127.0.0.1/"])
async def test_persons_are_named_over_a_private_channel_only(tmp_path: Path, url: str) -> None:
    with pytest.raises(UnsafeSettings, match="CHEGUAN_REGISTER_URL must use https"):
        async with client(tmp_path, url):
            pass


async def test_without_a_token_of_its_own_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(UnsafeSettings, match="register-token"):
        async with client(tmp_path, "https://register.example/", None):
            pass
    (tmp_path / "secrets" / "register-token").touch(mode=0o644)
    with pytest.raises(UnsafeSettings, match="mode 0600"):
        async with client(tmp_path, "https://register.example/", None):
            pass

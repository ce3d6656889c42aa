"""A data key that is gone, and a sealed part that does not open, stop nobody."""

from uuid import UUID

import pytest

from api.masking import part
from api.unopened import PartUnopened
from domain.event_store.transaction import Connection
from domain.people import Role
from domain.vault import seal
from tests.kit.served import Service
from tests.kit.spoiled import counts

CODE = "renewal_deferral"


async def gone(connection: Connection, service: Service) -> None:
    await connection.execute("DELETE FROM vault.data_key")
    service.desk.keyring._known.clear()


async def test_a_note_to_a_case_whose_key_is_gone_is_refused_and_not_stored(
    service: Service, connection: Connection
) -> None:
    case = await service.submitted(CODE)
    await gone(connection, service)
    before = await counts(connection)
    told = {"codes": ["R-JURISDICTION"], "note": "请到窗口办理"}
    answer = await service.command(case["id"], "decline-acceptance", 1, told)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/key-unusable")
    assert await counts(connection) == before
    del told["note"]
    assert (await service.command(case["id"], "decline-acceptance", 1, told)).status_code == 200


async def test_a_case_whose_key_is_gone_is_shown_without_what_was_sealed(
    service: Service, connection: Connection
) -> None:
    case = await service.submitted(CODE)
    await gone(connection, service)
    answer = await service.http.get(
        f"/api/v1/cases/{case['id']}", headers={"authorization": service.bearer(Role.CLERK)}
    )
    told = answer.json()
    assert (answer.status_code, told["parts"], told["unopened"]) == (200, {}, [])


@pytest.mark.parametrize("clear", [b"no json", b"[1]", b"\xff\xfe"])
async def test_a_part_that_opens_to_nonsense_is_said_to_be_damaged(
    service: Service, clear: bytes
) -> None:
    case = (await service.submitted(CODE))["id"]
    key = await service.desk.keyring.new_key()
    sealed = {"applicant": seal(key, UUID(case), "applicant", clear)}
    for stream in (UUID(case), UUID(int=9)):
        with pytest.raises(PartUnopened):
            await part(service.desk.keyring, stream, key.id, sealed, "applicant")

"""What cannot be written holds up no other message, and what only waits is sent later."""

from uuid import UUID

import pytest

from domain.event_store.transaction import Connection
from domain.one_time_codes.state import code_stream
from tests.kit.messengers import delivered
from tests.kit.one_time_codes import code, confirmed
from tests.kit.served import Service
from tests.kit.sms import Telephones
from tests.kit.spoiled import spoil
from workers.messages.letter import LetterWaits

OLD = "13800001234"


async def test_a_history_that_cannot_be_read_holds_nobody_up(
    service: Service, connection: Connection
) -> None:
    telephones, made = Telephones(), await confirmed(service)
    await code(service, OLD)
    await spoil(connection, code_stream(UUID(made)), 2, b'{"event":{"type":"NeverHeardOf"}}')
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [OLD]


async def test_what_does_not_open_stops_no_messenger(
    service: Service, connection: Connection
) -> None:
    telephones = Telephones()
    await code(service)
    await connection.execute("UPDATE vault.data_key SET wrapped = sha256(wrapped)")
    service.desk.keyring._known.clear()
    await delivered(service, telephones)
    assert telephones.received == []


async def test_a_code_of_a_key_that_is_not_at_hand_yet_waits_for_it(service: Service) -> None:
    telephones = Telephones()
    await code(service)
    assert service.desk.codes
    index = service.desk.codes.maker._digits._index
    at_hand = index._begun
    index.renew(bytes(32))
    with pytest.raises(LetterWaits):
        await delivered(service, telephones)
    index._begun = at_hand
    await delivered(service, telephones)
    assert len(telephones.received) == 1

"""Of a change of contact those are told whom the register knew before, and the new number."""

from typing import Final
from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.remedies.commands import RevokeDecision
from domain.event_store.transaction import Connection
from domain.people import Actor, Role, system
from tests.kit.contacts import CONTACTS, carried_out, contact_changed, on_record
from tests.kit.messengers import delivered
from tests.kit.offices import asked
from tests.kit.one_time_codes import NUMBER
from tests.kit.served import Service
from tests.kit.sms import Telephones
from tests.kit.window_cases import approve, taken_in

FILED: Final = "13700007890"
BUYER: Final = "410102198501012239"
LEADER: Final = Actor(Role.SUPERVISOR, "leader", "410100")
_READER: Final = system("test")


async def filed(service: Service, code: str, number: str = FILED) -> UUID:
    """The case by which the register has a number on file, whom it was told."""
    await on_record(service, code)
    case = await contact_changed(service, number, code)
    await carried_out(service)
    await delivered(service, Telephones())
    return case


@pytest.mark.parametrize("code", CONTACTS)
@pytest.mark.parametrize("first", ["the register", "the messenger"])
async def test_the_number_on_file_and_the_new_one_are_told(
    service: Service, code: str, first: str
) -> None:
    """And not the number that whoever applies calls the applicant's own, whichever comes first."""
    telephones = Telephones()
    await filed(service, code)
    await contact_changed(service, NUMBER, code)
    if first == "the register":
        await carried_out(service)
    await delivered(service, telephones)
    to_old, to_new = telephones.received
    assert (to_old.to, to_new.to) == (FILED, NUMBER)
    assert "139****5678" in to_old.text
    assert NUMBER not in to_old.text
    assert "今后的通知发往本号码" in to_new.text


async def test_a_change_of_the_address_leaves_the_number_and_tells_it(service: Service) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    for _ in range(2):
        await contact_changed(service)
        await carried_out(service)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [FILED, FILED]
    assert all("新手机号码" not in message.text for message in telephones.received)


async def test_where_nothing_is_on_file_only_the_new_number_is_told(service: Service) -> None:
    telephones = Telephones()
    await contact_changed(service, NUMBER)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [NUMBER]


async def test_both_are_told_when_it_is_undone_and_the_one_before_is_on_file_again(
    service: Service,
) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    case = await contact_changed(service, NUMBER)
    await carried_out(service)
    await delivered(service, Telephones())
    revoke = RevokeDecision(codes=("R-FALSE-MATERIAL",))
    await service.desk.door.handle(CASE, case, revoke, asked(revoke, LEADER))
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [FILED, NUMBER]
    assert all("已撤销" in message.text for message in telephones.received)
    await carried_out(service)
    telephones.received.clear()
    await contact_changed(service, "13600001111")
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [FILED, "13600001111"]


async def test_the_contact_of_an_owner_before_is_told_nothing(service: Service) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    await on_record(service, owner=BUYER)
    await contact_changed(service, NUMBER)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [NUMBER]


async def transferred(service: Service, to: str, mobile: str) -> UUID:
    """The vehicle passes to whoever stands at the window with this number and telephone."""
    form = await service.example("reg_transfer")
    form["applicant"] |= {"id_no": to, "mobile": mobile}
    case = await taken_in(service, form)
    await approve(service, case)
    return case


@pytest.mark.parametrize("first", ["the register", "the messenger"])
async def test_after_a_transfer_the_new_owner_is_told_and_not_the_one_before(
    service: Service, first: str
) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    await transferred(service, BUYER, "13500002222")
    await contact_changed(service, NUMBER)
    if first == "the register":
        await carried_out(service)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == ["13500002222", NUMBER]


async def test_of_an_owner_who_was_erased_the_one_before_is_told_nothing(
    service: Service, connection: Connection
) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    case = await transferred(service, BUYER, "13500002222")
    erased = (await service.desk.door.open(CASE, case, _READER))[0]
    await connection.execute("DELETE FROM vault.data_key WHERE key_id = %s", [erased.state.key_id])
    service.desk.keyring._known.clear()
    await contact_changed(service, NUMBER)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [NUMBER]


async def test_once_a_transfer_is_undone_the_owner_before_is_told_again(service: Service) -> None:
    """Although the one to whom it had passed has filed a contact meanwhile."""
    telephones = Telephones()
    await filed(service, CONTACTS[0])
    case = await transferred(service, BUYER, "13500002222")
    await contact_changed(service, "13600001111")
    await carried_out(service)
    revoke = RevokeDecision(codes=("R-FALSE-MATERIAL",))
    await service.desk.door.handle(CASE, case, revoke, asked(revoke, LEADER))
    await carried_out(service)
    await delivered(service, Telephones())
    await contact_changed(service, NUMBER)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [FILED, NUMBER]


async def test_of_a_contact_that_was_erased_no_older_one_is_told(
    service: Service, connection: Connection
) -> None:
    telephones = Telephones()
    await filed(service, CONTACTS[0], "13700007891")
    erased = (await service.desk.door.open(CASE, await filed(service, CONTACTS[0]), _READER))[0]
    await connection.execute("DELETE FROM vault.data_key WHERE key_id = %s", [erased.state.key_id])
    service.desk.keyring._known.clear()
    await contact_changed(service, NUMBER)
    await delivered(service, telephones)
    assert [message.to for message in telephones.received] == [NUMBER]

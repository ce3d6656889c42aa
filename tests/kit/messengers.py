"""A messenger of a service, which hands over all that waits to telephones of a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.kit.served import Service
from tests.kit.sms import Telephones
from workers.log_follower import Followed
from workers.messages.code_letter import code_letter
from workers.messages.contact_letter import contact_letter
from workers.messages.sample_letter import sample_letter
from workers.messenger import Messenger


@asynccontextmanager
async def messenger(service: Service, telephones: Telephones) -> AsyncIterator[Messenger]:
    desk = service.desk
    assert desk.codes
    letters = (
        code_letter(desk.door, desk.codes.maker, desk.clock),
        contact_letter(desk.door, desk.keyring),
        sample_letter(desk.door, desk.keyring),
    )
    store = Followed(service.url, desk.codec, desk.clock)
    made = Messenger(store, letters, telephones)
    try:
        yield made
    finally:
        await made.close()


async def delivered(service: Service, telephones: Telephones) -> None:
    async with messenger(service, telephones) as made:
        await made.catch_up()

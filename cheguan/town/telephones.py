"""How people of the town show that a telephone is at hand, before they apply."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from cheguan.town.requests import town_request
from domain.door.door import Begun, Door
from domain.name_based import uuid5
from domain.one_time_codes.maker import CodeMaker
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.state import code_stream
from domain.people import Actor
from domain.services.choices import Channel
from domain.services.subjects import GivenCode

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7c43").bytes


def code_of(seed: int, number: int) -> UUID:
    """The one-time code of the new telephone of one person."""
    return uuid5(_SPACE, f"{seed}:{number}")


@dataclass(frozen=True, slots=True)
class Telephones:
    """Whoever names a code in a form has it sent, reads it from his telephone and enters it."""

    door: Door
    maker: CodeMaker

    async def prove(self, codes: Iterable[GivenCode], by: Actor, channel: Channel) -> None:
        """Confirms codes through the channel of the application that will name them."""
        for given in codes:
            stream = code_stream(given.code)
            asked = await self.maker.request(stream, given.number, given.purpose)
            request = town_request(stream, 0, asked, by, channel)
            await self.door.begin(ONE_TIME_CODE, Begun(stream, asked, request))
            opened, _ = await self.door.open(ONE_TIME_CODE, stream, by)
            sent = await self.maker.to_send(stream, opened.state)
            entered = self.maker.confirmation(stream, sent.digits)
            request = town_request(stream, opened.version, entered, by, channel)
            await self.door.handle(ONE_TIME_CODE, stream, entered, request)
            self.door.forget(stream)

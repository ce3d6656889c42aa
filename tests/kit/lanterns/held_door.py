"""A door before which the command to one stream waits until the test lets it through."""

import asyncio
from typing import Any
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.request import Request
from domain.message import Command
from workers.reactions.outward import Hand


class HeldDoor:
    """``knocked`` is set when the command has come. ``lost`` is raised to it once, if given."""

    def __init__(self, door: Hand, held: UUID, lost: Exception | None = None) -> None:
        self.knocked, self.opens = asyncio.Event(), asyncio.Event()
        self._door, self._held, self._lost = door, held, lost

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> object:
        if stream == self._held:
            self.knocked.set()
            await self.opens.wait()
            lost, self._lost = self._lost, None
            if lost:
                raise lost
        return await self._door.handle(of, stream, command, request)

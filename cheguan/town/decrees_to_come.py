"""What the prefectures of a living town have still to decide about their windows."""

from collections import deque
from contextlib import suppress

import msgspec

from cheguan.town.clock import LOADED
from cheguan.town.openings import decrees
from cheguan.town.town import Town
from domain.calendar import local_day
from domain.refusal import Refusal


class DecreesToCome:
    """Gives each decree when its instant has come, and never twice.

    A prefecture about which somebody else has decided meanwhile is left to him.
    """

    def __init__(self) -> None:
        self._coming = deque(decree for decree in decrees() if decree.at > LOADED)

    async def give(self, town: Town) -> None:
        """Gives those that are due. A day that is over is moved to today."""
        while self._coming and self._coming[0].at <= town.clock():
            decree = self._coming.popleft()
            if await town.decided(decree.region) != decree.before:
                continue
            today = local_day(town.clock())
            day = max(decree.command.effective_on or today, today)
            command = msgspec.structs.replace(decree.command, effective_on=day)
            with suppress(Refusal):
                await town.decree(decree._replace(command=command))

"""The seeds of the days: drawn here, sealed until their day is over, and then revealed (ADR 80).

A seed leaves this place for nothing but the draw of a batch. No event holds it in the clear
before it is revealed.
"""

from contextlib import suppress
from datetime import date
from typing import Final

from domain.calendar import local_day
from domain.door.attempt import Opened, unbegun
from domain.door.door import Door
from domain.door.refusals import MovedOn, NotFound
from domain.door.request import own_request
from domain.draws.candidates import SEED_BYTES
from domain.draws.commands import CommitDraw, RevealDraw
from domain.draws.commitment import commitment
from domain.draws.draw import DRAW
from domain.draws.seeds import DaySeed
from domain.draws.state import DayDraw, DrawStage, draw_of
from domain.keyring import Keyring
from domain.people import system
from domain.refusal import NotAtThisStage
from domain.vault import drawn, seal, unseal

NAME: Final = "draws"
_SEED: Final = "seed"


class SeedCustody:
    """Commits to seeds, hands out today's, and reveals those of days that are over."""

    def __init__(self, door: Door, keyring: Keyring) -> None:
        self._door = door
        self._keyring = keyring
        self._today: dict[str, DaySeed] = {}

    async def today(self, region: str) -> DaySeed:
        """Today's seed of a prefecture. Whoever offers numbers draws them with it at once.

        Where nobody has committed to it, that is done now, and everybody sees that it came late.
        Raises what :class:`~domain.draws.seeds.DaySeeds` says.
        """
        day = local_day(self._door.clock())
        known = self._today.get(region)
        if known is None or known.day != day:
            current = await self._opened(region, day)
            if current.state.stage is DrawStage.NEW:
                await self.commit(region, day)
                current = await self._opened(region, day)
            known = self._today[region] = DaySeed(day, await self._unsealed(current))
        return known

    async def commit(self, region: str, day: date) -> None:
        """Draws the seed of a day and publishes by what the office is bound to it.

        Nothing happens if that was done before. Raises ``DrawDayOver`` for a day that is over.
        """
        current = await self._opened(region, day)
        if current.state.stage is not DrawStage.NEW:
            return
        (seed,) = drawn(1, SEED_BYTES)
        key = await self._keyring.new_key()
        command = CommitDraw(
            region=region,
            day=day,
            commitment=commitment(region, day, seed),
            key_id=key.id,
            sealed={_SEED: seal(key, current.stream, _SEED, seed)},
        )
        with suppress(MovedOn, NotAtThisStage):
            await self._door.handle(
                DRAW, current.stream, command, own_request(NAME, current.stream, 0, command)
            )

    async def reveal(self, region: str, day: date) -> None:
        """Tells everybody the seed of a day that is over, if it was not told before.

        Raises ``DrawNotOver`` before that, and what :meth:`today` raises.
        """
        current = await self._opened(region, day)
        if current.state.stage is not DrawStage.COMMITTED:
            return
        command = RevealDraw(seed=(await self._unsealed(current)).hex())
        asked = own_request(NAME, current.stream, current.version, command)
        with suppress(MovedOn, NotAtThisStage):
            await self._door.handle(DRAW, current.stream, command, asked)

    async def _opened(self, region: str, day: date) -> Opened[DayDraw]:
        stream, by = draw_of(region, day), system(NAME)
        try:
            opened, _ = await self._door.open(DRAW, stream, by)
        except NotFound:
            return unbegun(DRAW, stream, by)
        return opened

    async def _unsealed(self, current: Opened[DayDraw]) -> bytes:
        assert current.state.key_id is not None
        key = await self._keyring.key(current.state.key_id)
        return unseal(key, current.stream, _SEED, current.state.sealed[_SEED])

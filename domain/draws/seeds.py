"""Where the seed of the day comes from, for whoever offers numbers."""

from datetime import date
from typing import NamedTuple, Protocol


class DaySeed(NamedTuple):
    """The seed of a local day. ``repr`` leaves it out, so nothing prints it."""

    day: date
    seed: bytes

    def __repr__(self) -> str:
        return f"DaySeed({self.day})"


class DaySeeds(Protocol):
    """Who keeps the seeds until their days are over."""

    async def today(self, region: str) -> DaySeed:
        """Today's seed of a prefecture, by its code. Numbers are drawn with it at once.

        Raises :class:`~domain.keyring.KeyErased` or :class:`~domain.vault.SealBroken` when the
        seed is lost, and what the store raises when it is away.
        """
        ...

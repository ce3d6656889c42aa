"""Which carrier gets a document: the first in good health that answers."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from domain.carriers.carrier import CarrierName
from domain.carriers.port import CarrierAway, CarrierPort, WantedItem

WhichAreSilent = Callable[[], Awaitable[Collection[str]]]
"""Asks which carriers tell nothing of what they were given."""


class AllottedNumber(NamedTuple):
    """The number of an item, and the carrier that gave it."""

    carrier: CarrierName
    item_no: str


class Dispatch:
    """Orders items. ``ports`` stand in the order in which they are preferred."""

    def __init__(
        self, ports: Mapping[CarrierName, CarrierPort], which_are_silent: WhichAreSilent
    ) -> None:
        self.ports = ports
        self._which_are_silent = which_are_silent

    async def number(self, key: UUID, wanted: Mapping[CarrierName, WantedItem]) -> AllottedNumber:
        """The number under which an item goes. What was ordered elsewhere meanwhile is cancelled
        by whoever knows which number it got. Raises :class:`CarrierAway` if nobody answers.
        """
        for carrier in asked_in_turn(self.ports, await self._which_are_silent()):
            try:
                return AllottedNumber(
                    carrier, await self.ports[carrier].create(key, wanted[carrier])
                )
            except CarrierAway:
                continue
        raise CarrierAway("no carrier answers")


def asked_in_turn(
    carriers: Iterable[CarrierName], silent: Collection[str]
) -> Sequence[CarrierName]:
    """The carriers as they are asked. One that is silent is asked last, and not left out."""
    return sorted(carriers, key=lambda each: each in silent)

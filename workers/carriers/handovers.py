"""Tells a carrier which items it was given: the electronic form of the manifest."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.carriers.carrier import CarrierName, carrier_of
from domain.carriers.port import CarrierAway, CarrierPort, HandedItem, ItemRefused
from domain.door.request import Request
from domain.message import Command
from domain.parcels.events import ParcelHandedOver
from domain.reaction import Cause, Consequence, Later, Reaction
from domain.refusal import Refusal
from workers.carriers.orders import PATIENT, CarrierUnreachable


class TellHandover(Command, frozen=True, kw_only=True):
    """Tell a carrier that an item was handed to it."""

    carrier: CarrierName
    item_no: str
    handed_over_at: datetime


class HandoverRefused(Refusal):
    """The carrier knows no such order, or has cancelled it. Somebody has to ask it why."""


def _handed(cause: Cause[ParcelHandedOver]) -> Iterable[Consequence]:
    """A label that was bought at a counter is of no order."""
    said = cause.event
    carrier = carrier_of(said.item_no)
    if carrier is not None:
        told = TellHandover(
            carrier=carrier, item_no=said.item_no, handed_over_at=said.handed_over_at
        )
        yield Consequence(cause.stream, told)


HANDOVERS: Final = Reaction(
    name="carrier_handover",
    on=ParcelHandedOver,
    then=_handed,
    refused={CarrierUnreachable: PATIENT, HandoverRefused: Later()},
)


class HandoverDesk:
    """A :class:`~workers.reactions.outward.Hand`."""

    def __init__(self, ports: Mapping[CarrierName, CarrierPort]) -> None:
        self._ports = ports

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> None:
        assert isinstance(command, TellHandover)
        port = self._ports.get(command.carrier)
        if port is None:
            raise HandoverRefused
        handed = HandedItem(item_no=command.item_no, handed_at=command.handed_over_at)
        try:
            await port.hand_over(stream, handed)
        except CarrierAway:
            raise CarrierUnreachable from None
        except ItemRefused:
            raise HandoverRefused from None

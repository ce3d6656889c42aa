"""Orders an item for each parcel that is made, and cancels what is not going to be sent.

Whom it is for is unsealed from the case when the order is given, and stored nowhere. A carrier
that does not answer has perhaps taken the order. So as soon as a parcel has its number, the
orders under its key at every other carrier are cancelled.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.carriers.carrier import CarrierName
from domain.carriers.dispatch import Dispatch
from domain.carriers.port import CarrierAway, ItemRefused, WantedItem
from domain.case.case import CASE
from domain.case.state import Case
from domain.door.door import Door
from domain.door.request import Request
from domain.keyring import KeyErased, Keyring
from domain.message import Command
from domain.parcels.commands import EncloseParcel
from domain.parcels.events import (
    ParcelCalledOff,
    ParcelChangedToPickup,
    ParcelEnclosed,
    ParcelPrepared,
)
from domain.parcels.parcel import PARCEL
from domain.parcels.refusals import EnclosedOtherwise
from domain.parcels.state import ParcelStage
from domain.reaction import DONE, Cause, Consequence, Later, Reaction
from domain.refusal import Refusal
from domain.vault import SealBroken, unseal

DELIVERY: Final = "delivery"
PATIENT: Final = Later(tries=200)
"""Twenty tries are done with after nine hours, and these after eight days."""


class OrderItem(Command, frozen=True, kw_only=True):
    """Have a carrier give a number to the parcel of a case."""

    case: UUID


class CancelItem(Command, frozen=True, kw_only=True):
    """Have the orders of a parcel cancelled, but for the one at ``carrier``."""

    carrier: str = ""


class CarrierUnreachable(Refusal):
    """No carrier answers that could do it. It is tried again until one does."""


class RecipientUnknown(Refusal):
    """The person was erased, or the case does not open. An officer has to see to the parcel."""


def _wanted(cause: Cause[ParcelPrepared]) -> Iterable[Consequence]:
    yield Consequence(cause.stream, OrderItem(case=cause.event.case))


def _elsewhere(cause: Cause[ParcelEnclosed]) -> Iterable[Consequence]:
    yield Consequence(cause.stream, CancelItem(carrier=cause.event.carrier))


def _everywhere(
    cause: Cause[ParcelCalledOff] | Cause[ParcelChangedToPickup],
) -> Iterable[Consequence]:
    yield Consequence(cause.stream, CancelItem())


ORDERS: Final = Reaction(
    name="carrier_order",
    on=ParcelPrepared,
    then=_wanted,
    refused={CarrierUnreachable: PATIENT, RecipientUnknown: DONE, EnclosedOtherwise: DONE},
)
OVERTAKEN: Final = Reaction(
    name="carrier_order_overtaken",
    on=ParcelEnclosed,
    then=_elsewhere,
    refused={CarrierUnreachable: PATIENT},
)
CALLED_OFF: Final = Reaction(
    name="carrier_order_called_off",
    on=ParcelCalledOff,
    then=_everywhere,
    refused={CarrierUnreachable: PATIENT},
)
KEPT: Final = Reaction(
    name="carrier_order_kept",
    on=ParcelChangedToPickup,
    then=_everywhere,
    refused={CarrierUnreachable: PATIENT},
)


class OrderDesk:
    """A :class:`~workers.reactions.outward.Hand`.

    ``notify_urls`` are where each carrier tells of scans, and ``clock`` is that of the service.
    """

    def __init__(
        self,
        door: Door,
        keyring: Keyring,
        dispatch: Dispatch,
        notify_urls: Mapping[CarrierName, str],
        clock: Callable[[], datetime],
    ) -> None:
        self._door = door
        self._keyring = keyring
        self._dispatch = dispatch
        self._notify_urls = notify_urls
        self._clock = clock

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> None:
        match command:
            case OrderItem(case=case):
                await self._order(stream, case, request)
            case CancelItem(carrier=kept):
                await self._cancel(stream, kept)
            case _:
                raise AssertionError(command)

    async def _order(self, parcel: UUID, case: UUID, request: Request) -> None:
        """What somebody has enclosed or called off meanwhile needs no number."""
        opened, _ = await self._door.open(PARCEL, parcel, request.by)
        if opened.state.stage is not ParcelStage.PREPARED:
            return
        of, _ = await self._door.open(CASE, case, request.by)
        try:
            to = await self._recipient(case, of.state)
            wanted = {
                each: self._item(of.state, to, url) for each, url in self._notify_urls.items()
            }
            given = await self._dispatch.number(parcel, wanted)
        except CarrierAway:
            raise CarrierUnreachable from None
        except (KeyErased, SealBroken, KeyError):
            raise RecipientUnknown from None
        enclose = EncloseParcel(item_no=given.item_no, carrier=given.carrier)
        await self._door.handle(PARCEL, parcel, enclose, request)

    async def _recipient(self, case: UUID, current: Case) -> Mapping[str, Any]:
        if current.key_id is None:
            raise KeyErased
        key = await self._keyring.key(current.key_id)
        told: Mapping[str, Any] = json.loads(unseal(key, case, DELIVERY, current.sealed[DELIVERY]))
        return told

    def _item(self, current: Case, to: Mapping[str, Any], url: str) -> WantedItem:
        return WantedItem(
            from_office=current.office[:6],
            to_region=to["region_code"],
            recipient=to["recipient_name"],
            mobile=to["recipient_mobile"],
            address=to["address"],
            postcode=to.get("postcode"),
            collect_fen=max(0, current.payable_fen),
            ordered_at=self._clock(),
            notify_url=url,
        )

    async def _cancel(self, parcel: UUID, kept: str) -> None:
        """An order whose item the carrier has already is nobody's to cancel."""
        for carrier, port in self._dispatch.ports.items():
            if carrier == kept:
                continue
            try:
                await port.cancel(parcel)
            except CarrierAway:
                raise CarrierUnreachable from None
            except ItemRefused:
                continue

"""Carries what outcomes change to a register elsewhere: at least once, in order for each record.

Whom it concerns is unsealed from the case when it is delivered, and stored nowhere.
"""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.case.case import CASE
from domain.case.review.events import RegisterChangesOrdered
from domain.door.door import Door
from domain.door.request import Request
from domain.keyring import KeyErased, Keyring
from domain.message import Command
from domain.people import system
from domain.reaction import Cause, Consequence, Later, Reaction
from domain.reactions import Declared
from domain.refusal import Refusal
from domain.register.changes import AnyChange, ContactChanged
from domain.register.port import NamedMortgagee, NewContact, OrderedChanges, RegisterAway
from domain.vault import SealBroken
from workers.reactions.outward import Outward
from workers.registers.outside import ChangesRefused, OutsideRegister
from workers.told import Told, inquiry_about, told_by


class DeliverChanges(Command, frozen=True, kw_only=True):
    """Have the register elsewhere carry out what the outcome of a case changes."""

    case: UUID
    changes: tuple[AnyChange, ...]


class RegisterUnreachable(Refusal):
    """The register does not answer. The delivery stands still until it does."""


class DeliveryRefused(Refusal):
    """The register will not carry it out, or the person whom it concerns was erased, or the case
    does not open.
    """


def _ordered(cause: Cause[RegisterChangesOrdered]) -> Iterable[Consequence]:
    said = cause.event
    about = said.vehicle or said.licence or said.permit or cause.stream
    yield Consequence(about, DeliverChanges(case=cause.stream, changes=said.changes))


OUTSIDE_REGISTER: Final = Reaction(
    name="outside_register",
    on=RegisterChangesOrdered,
    then=_ordered,
    refused={DeliveryRefused: Later()},
)
"""An unreachable register is not foreseen, so the reaction stops there and begins again itself."""


class Delivery:
    """A :class:`~workers.reactions.outward.Hand`."""

    def __init__(self, door: Door, keyring: Keyring, register: OutsideRegister) -> None:
        self._door = door
        self._keyring = keyring
        self._register = register

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> None:
        assert isinstance(command, DeliverChanges)
        by = system(OUTSIDE_REGISTER.name)
        opened, _ = await self._door.open(CASE, command.case, by)
        try:
            told = await told_by(self._keyring, command.case, opened.state)
            await self._register.change(request.command_id, _spoken(command, told))
        except RegisterAway:
            raise RegisterUnreachable from None
        except (ChangesRefused, KeyErased, SealBroken):
            raise DeliveryRefused from None


def delivery(door: Door, keyring: Keyring, register: OutsideRegister) -> Outward:
    return Outward(Declared(OUTSIDE_REGISTER, CASE, CASE), Delivery(door, keyring, register))


def _spoken(command: DeliverChanges, told: Told) -> OrderedChanges:
    """The changes with whom they concern, and with a contact if that is among them."""
    contact = any(isinstance(each, ContactChanged) for each in command.changes)
    return OrderedChanges(
        case=command.case,
        about=inquiry_about(told),
        changes=command.changes,
        contact=_contact(told) if contact else None,
        plate=told.get("gets"),
        mortgagee=_mortgagee(told),
    )


def _mortgagee(told: Told) -> NamedMortgagee | None:
    if (of := told.get("mortgagee")) is None:
        return None
    return NamedMortgagee(id_no=of["id_no"], name=of["name"])


def _contact(told: Told) -> NewContact:
    return NewContact(
        mobile=told.get("new_mobile"),
        email=told.get("email"),
        postcode=told.get("postcode"),
        address=told.get("contact_address"),
        employer=told.get("employer"),
    )

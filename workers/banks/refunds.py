"""Carries refunds to the bank: each at least once, under an id by which the bank does it once."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.request import Request
from domain.message import Command
from domain.orders.events import OrderEvent, OrderRefunded, RefundRepeated
from domain.orders.order import ORDER
from domain.payments.port import BankAway, BankPort, WantedRefund
from domain.reaction import Cause, Consequence, Later, Reaction
from domain.reactions import Declared
from domain.refusal import Refusal
from workers.banks.outside_bank import RefundRefused
from workers.reactions.outward import Outward


class AskForRefund(Command, frozen=True, kw_only=True):
    """Have the bank give a payment back."""

    payment: str
    amount_fen: int


class BankUnreachable(Refusal):
    """The bank does not answer. The refund stands still until it does."""


class RefundNotTaken(Refusal):
    """The bank does not know the payment, or has given it back already."""


def _asked(cause: Cause[Any]) -> Iterable[Consequence]:
    """What was not paid at a bank is given back where it was paid."""
    said = cause.event
    if said.payment:
        ask = AskForRefund(payment=said.payment, amount_fen=said.amount_fen)
        yield Consequence(cause.stream, ask)


def _reaction(name: str, on: type[OrderEvent]) -> Reaction[Any]:
    return Reaction(name=name, on=on, then=_asked, refused={RefundNotTaken: Later()})


REFUNDS: Final = _reaction("bank_refund", OrderRefunded)
REPEATED: Final = _reaction("bank_refund_again", RefundRepeated)
"""A bank that is away is not foreseen, so they stop there and begin again themselves."""


class RefundDesk:
    """A :class:`~workers.reactions.outward.Hand`."""

    def __init__(self, bank: BankPort) -> None:
        self._bank = bank

    async def handle(
        self, of: Aggregate[Any], stream: UUID, command: Command, request: Request
    ) -> None:
        assert isinstance(command, AskForRefund)
        wanted = WantedRefund(order=stream, payment=command.payment, amount_fen=command.amount_fen)
        try:
            await self._bank.refund(request.command_id, wanted)
        except BankAway:
            raise BankUnreachable from None
        except RefundRefused:
            raise RefundNotTaken from None


def refunds(bank: BankPort) -> tuple[Outward, ...]:
    """The two ways by which refunds reach the bank."""
    hand = RefundDesk(bank)
    return tuple(Outward(Declared(each, ORDER, ORDER), hand) for each in (REFUNDS, REPEATED))

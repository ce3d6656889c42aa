"""The books of the simulated bank. They outlive the process, because a bank forgets nothing."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from cheguan.bank.entries import AnyBookEntry, Booked, Delivered, GivenBack, PageOpened
from domain.name_based import uuid5
from domain.orders.refund import RefundFailure
from domain.payments.notices import Paid
from domain.payments.port import KnownPayments, WantedPayment, WantedRefund

_DECODER: Final[msgspec.json.Decoder[AnyBookEntry]] = msgspec.json.Decoder(AnyBookEntry)
_PAGE_STANDS: Final = timedelta(minutes=15)


class NotTaken(Exception):
    """The bank knows no such payment, or has given it back under another id."""


def now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class Ledger:
    """Books in memory, and in ``file`` if there is one."""

    def __init__(self, file: Path | None = None, clock: Callable[[], datetime] = now) -> None:
        self._file = file
        self._clock = clock
        self.opened: dict[UUID, PageOpened] = {}
        self.booked: dict[str, Booked] = {}
        self.given_back: dict[UUID, GivenBack] = {}
        self.delivered: set[str] = set()
        if file and file.exists():
            for line in file.read_bytes().splitlines():
                self._take(_DECODER.decode(line))

    def begin(self, wanted: WantedPayment) -> UUID:
        """The page of an order and a sum is always the same."""
        id = uuid5(wanted.order.bytes, f"{wanted.amount_fen}")
        self._write(PageOpened(at=self._clock(), id=id, wanted=wanted))
        return id

    def pay(self, id: UUID) -> Booked:
        """Whoever presses twice pays twice. Raises ``KeyError`` for a page nobody has begun."""
        begun, at = self.opened[id], self._clock()
        booked_at = begun.wanted.asked_at + (at - begun.at)
        booked = Booked(
            at=at,
            bank_reference=f"B{booked_at:%Y%m%d}-{len(self.booked) + 1:06}",
            order=begun.wanted.order,
            amount_fen=begun.wanted.amount_fen,
            booked_at=booked_at,
            notify_url=begun.wanted.notify_url,
        )
        self._write(booked)
        return booked

    def known(self, order: UUID) -> KnownPayments:
        """What came in for an order. A page without a payment may be one for 15 minutes."""
        booked = [each for each in self.booked.values() if each.order == order]
        payments = [
            Paid(
                order=order,
                bank_reference=each.bank_reference,
                amount_fen=each.amount_fen,
                booked_on=each.booked_on,
            )
            for each in booked
        ]
        since = max((self._clock() - _PAGE_STANDS, *(each.at for each in booked)))
        begun = any(e.wanted.order == order and e.at > since for e in self.opened.values())
        return KnownPayments(payments=payments, under_way=begun)

    def give_back(self, id: UUID, wanted: WantedRefund, failure: RefundFailure | None) -> GivenBack:
        """What came under this id before is not done again. Raises :class:`NotTaken`."""
        if id in self.given_back:
            return self.given_back[id]
        payment = self.booked.get(wanted.payment)
        if payment is None or payment.order != wanted.order:
            raise NotTaken
        if self.back(wanted.payment) + wanted.amount_fen > payment.amount_fen:
            raise NotTaken
        at = self._clock()
        booked_at = payment.booked_at + (at - payment.at)
        done = GivenBack(
            at=at,
            id=id,
            wanted=wanted,
            booked_at=booked_at,
            bank_reference="" if failure else f"R{booked_at:%Y%m%d}-{len(self.given_back) + 1:06}",
            reason=failure,
        )
        self._write(done)
        return done

    def back(self, payment: str) -> int:
        """How much of a payment went back, in fen."""
        return sum(
            each.wanted.amount_fen
            for each in self.given_back.values()
            if each.wanted.payment == payment and not each.reason
        )

    def deliver(self, message: str) -> None:
        """The callback of this id need not be sent any more."""
        self._write(Delivered(at=self._clock(), message=message))

    def told(self) -> Sequence[Booked | GivenBack]:
        """What callbacks tell of, in the order of the books."""
        done: list[Booked | GivenBack] = [*self.booked.values(), *self.given_back.values()]
        return sorted(done, key=lambda each: each.at)

    def _write(self, entry: AnyBookEntry) -> None:
        if self._file:
            with self._file.open("ab") as file:
                file.write(msgspec.json.encode(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        self._take(entry)

    def _take(self, entry: AnyBookEntry) -> None:
        match entry:
            case PageOpened():
                self.opened[entry.id] = entry
            case Booked():
                self.booked[entry.bank_reference] = entry
            case GivenBack():
                self.given_back[entry.id] = entry
            case Delivered():
                self.delivered.add(entry.message)

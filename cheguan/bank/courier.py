"""Sends callbacks, signed, until they are taken: at once, then after 5 s, 5 min, 30 min …"""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import httpx

from cheguan.bank.entries import Booked, GivenBack
from cheguan.bank.ledger import Ledger, now
from cheguan.bank.mischief import CallbackFate, Mischief
from cheguan.signed_callback import rest_after, send_signed
from domain.payments.notices import (
    NotRefunded,
    Paid,
    PaymentCompleted,
    Refunded,
    RefundFellThrough,
    RefundWentThrough,
    encoded,
)
from workers.pause import pause

_LATE: Final = timedelta(seconds=20)
_LOOK_EVERY_S: Final = 0.2


class Callback(NamedTuple):
    """A callback as it is due."""

    id: str
    url: str
    body: bytes
    done_at: datetime


class Courier:
    """``secret`` signs. ``http`` goes wherever a callback is due."""

    def __init__(
        self, ledger: Ledger, secret: bytes, http: httpx.AsyncClient, mischief: Mischief
    ) -> None:
        self._ledger = ledger
        self._secret = secret
        self._http = http
        self._mischief = mischief
        self._tries: dict[str, int] = {}
        self._next: dict[str, datetime] = {}

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.step(now())
            await pause(stop, _LOOK_EVERY_S)

    async def step(self, at: datetime) -> int:
        """Sends what is due at an instant. Returns how many callbacks were taken."""
        taken = 0
        for message in list(self._waiting()):
            fate = self._mischief.fate(message.id)
            if fate is CallbackFate.LOST:
                self._ledger.deliver(message.id)
                continue
            due = message.done_at + (_LATE if fate is CallbackFate.LATE else timedelta(0))
            if at < self._next.get(message.id, due):
                continue
            taken += await self._sent(message, fate, at)
        return taken

    async def _sent(self, message: Callback, fate: CallbackFate, at: datetime) -> bool:
        tries = self._tries.get(message.id, 0)
        if fate is CallbackFate.ALTERED and not tries:
            await self._send(message, _altered(message.body))
        accepted = await self._send(message, message.body)
        if accepted and fate is CallbackFate.TWICE:
            await self._send(message, message.body)
        self._tries[message.id] = tries + 1
        self._next[message.id] = at + rest_after(tries + 1)
        if accepted:
            self._ledger.deliver(message.id)
        return accepted

    async def _send(self, message: Callback, body: bytes) -> bool:
        """Sends a body under the signature of the true one."""
        return await send_signed(
            self._http, self._secret, message.url, message.id, body, signed=message.body
        )

    def _waiting(self) -> Iterator[Callback]:
        for done in self._ledger.told():
            if _id(done) not in self._ledger.delivered:
                yield self._message(done)

    def _message(self, done: Booked | GivenBack) -> Callback:
        match done:
            case Booked():
                paid = Paid(
                    order=done.order,
                    bank_reference=done.bank_reference,
                    amount_fen=done.amount_fen,
                    booked_on=done.booked_on,
                )
                body = encoded(PaymentCompleted(timestamp=done.at, data=paid))
                return Callback(_id(done), done.notify_url, body, done.at)
            case GivenBack():
                url = self._ledger.booked[done.wanted.payment].notify_url
                return Callback(_id(done), url, _of_refund(done), done.at)


def _id(done: Booked | GivenBack) -> str:
    return done.message if isinstance(done, Booked) else f"msg_{done.id.hex}"


def _of_refund(done: GivenBack) -> bytes:
    wanted = done.wanted
    if done.reason:
        failed = NotRefunded(order=wanted.order, payment=wanted.payment, reason=done.reason)
        return encoded(RefundFellThrough(timestamp=done.at, data=failed))
    back = Refunded(
        order=wanted.order,
        payment=wanted.payment,
        bank_reference=done.bank_reference,
        amount_fen=wanted.amount_fen,
        booked_on=done.booked_on,
    )
    return encoded(RefundWentThrough(timestamp=done.at, data=back))


def _altered(body: bytes) -> bytes:
    """As if somebody on the way had made the sum a larger one."""
    return body.replace(b'"amount_fen":', b'"amount_fen":9')

"""A bank that tells of payments until it is answered, and what it has in its books."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Final, NamedTuple
from uuid import UUID

from api.routers.callbacks import PATH
from domain.orders.state import order_of
from domain.payments.notices import Paid, PaymentCompleted, encoded
from tests.faults.wire import HOST, NoAnswer, Wire
from tests.kit.callbacks import DAY, headers, secret

_AGAIN_S: Final = 0.1
_GIVES_UP_AFTER_S: Final = 120


class BankLine(NamedTuple):
    """A payment in the books of the bank, and the id of the message that tells of it."""

    case: UUID
    reference: str
    amount_fen: int

    @property
    def message(self) -> str:
        return f"msg-{self.reference}"

    @property
    def body(self) -> bytes:
        data = Paid(
            order=order_of(self.case),
            bank_reference=self.reference,
            amount_fen=self.amount_fen,
            booked_on=DAY,
        )
        return encoded(PaymentCompleted(timestamp=datetime(2020, 3, 2, 2, tzinfo=UTC), data=data))


class CallingBank:
    """``books`` are all payments of a run. ``secrets`` is the folder of what it shares with us."""

    def __init__(self, secrets: Path, draw: Random) -> None:
        self.books: list[BankLine] = []
        self._secrets = secrets
        self._draw = draw

    def pay(self, case: UUID, owed_fen: int) -> Sequence[BankLine]:
        """Somebody pays what he owes. Some pay it twice, and some pay another sum before."""
        sums = self._draw.choice(((owed_fen,), (owed_fen, owed_fen), (owed_fen + 1, owed_fen)))
        first = len(self.books)
        self.books += [
            BankLine(case, f"B-{first + number}", each) for number, each in enumerate(sums)
        ]
        return self.books[first:]

    async def tell(self, port: int, lines: Sequence[BankLine]) -> Sequence[int]:
        """Tells of each until it is answered with anything but 503, one after the other.

        Now and then it tells once more what was answered. The last status of each is returned.
        """
        wire = Wire()
        try:
            return [await self._told(wire, port, each) for each in lines]
        finally:
            wire.close()

    async def _told(self, wire: Wire, port: int, line: BankLine) -> int:
        left = self._draw.choice((1, 1, 2))
        async with asyncio.timeout(_GIVES_UP_AFTER_S):
            while True:
                with suppress(NoAnswer):
                    status = (await wire.ask(port, self._request(line))).status
                    left -= status != 503
                    if not left:
                        return status
                await asyncio.sleep(_AGAIN_S)

    def _request(self, line: BankLine) -> bytes:
        return callback(headers(secret(self._secrets), line.message, line.body), line.body)


def callback(fields: Mapping[str, str], body: bytes, path: str = PATH) -> bytes:
    """A whole request with these headers."""
    told = "".join(f"{name}: {text}\r\n" for name, text in fields.items())
    head = f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\n{told}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body

"""What the story says was paid at the bank, written into the books of the simulated one.

The bank begins when the story has been told. It must know what was paid there before, or it could
give nothing of it back, and its statements of those days would not agree with our books.
"""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from api.routers.callbacks import PATH
from cheguan.bank.entries import AnyBookEntry, Booked, Delivered
from cheguan.order_books import money
from domain.codec import Codec
from domain.payments.books import bank_line
from domain.payments.statement import PAYMENT


async def hand_over(url: str, codec: Codec, file: Path, base: str) -> int:
    """Writes them into ``file``, and returns how many there were.

    The bank calls nobody about them, because the story knows. ``base`` is the address at which it
    tells of refunds.
    """
    now, entries = datetime.now(UTC), list[AnyBookEntry]()
    async for each in money(url, codec):
        paid = bank_line(each.stream, each.event)
        if paid and paid.kind == PAYMENT:
            booked = Booked(
                at=now,
                bank_reference=paid.bank_reference,
                order=paid.order,
                amount_fen=paid.amount_fen,
                booked_at=each.envelope.at,
                notify_url=f"{base}{PATH}",
            )
            entries += (booked, Delivered(at=now, message=booked.message))
    await asyncio.to_thread(_write, file, entries)
    return len(entries) // 2


def _write(file: Path, entries: Sequence[AnyBookEntry]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in entries))

"""What follows from the messages in the inbox, by their sender."""

import asyncio
from collections.abc import Mapping

from api.desk import Desk
from cheguan.bank_notices import reader
from domain.carriers.carrier import CarrierName
from domain.payments.port import CALLBACK
from workers import inbox
from workers.carriers.told_scans import scan_reader
from workers.inbox import Reader


async def take_in(made: Desk, stop: asyncio.Event) -> None:
    """Makes commands of callbacks until ``stop`` is set."""
    await inbox.run(made.inbox, made.door, readers(made), stop)


def readers(made: Desk) -> Mapping[str, Reader]:
    """Who reads what each sender tells."""
    scans: dict[str, Reader] = {each: scan_reader(made.door, each) for each in CarrierName}
    return {CALLBACK: reader(made.clock), **scans}

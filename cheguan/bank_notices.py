"""What follows from a callback of the bank, for the worker of the inbox."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from api.desk import Desk
from domain.calendar import local_day
from domain.orders.order import ORDER
from domain.payments.notices import NoticeUnreadable, told
from domain.payments.port import CALLBACK
from workers import inbox
from workers.inbox import Follows, MessageUnreadable, Reader


async def take_in(made: Desk, stop: asyncio.Event) -> None:
    """Makes commands of callbacks until ``stop`` is set."""
    await inbox.run(made.inbox, made.door, {CALLBACK: reader(made.clock)}, stop)


def reader(clock: Callable[[], datetime]) -> Reader:
    def read(body: bytes) -> Follows:
        try:
            order, command = told(body, local_day(clock()))
        except NoticeUnreadable:
            raise MessageUnreadable from None
        return Follows(ORDER, order, command)

    return read

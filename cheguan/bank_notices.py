"""What follows from a callback of the bank, for the worker of the inbox."""

from collections.abc import Callable
from datetime import datetime

from domain.calendar import local_day
from domain.orders.order import ORDER
from domain.payments.notices import NoticeUnreadable, told
from workers.inbox import Follows, MessageUnreadable, Reader


def reader(clock: Callable[[], datetime]) -> Reader:
    async def read(body: bytes) -> Follows:
        try:
            order, command = told(body, local_day(clock()))
        except NoticeUnreadable:
            raise MessageUnreadable from None
        return Follows(ORDER, order, command)

    return read

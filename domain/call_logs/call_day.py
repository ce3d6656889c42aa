"""The calls of one office on one day, as its telephone exchange counts them."""

from datetime import date
from typing import Annotated

import msgspec

_Count = Annotated[int, msgspec.Meta(ge=0)]


class CallDay(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """``offered`` came in, and ``answered`` of them were taken, after ``waited_s`` seconds in all.

    Who called is not told: the numbers of callers stay in the exchange.
    """

    office: str
    on: date
    offered: _Count
    answered: _Count
    waited_s: _Count

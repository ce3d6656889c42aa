"""Commands about reliefs. Only the headquarters give them, for themselves or for the ministry."""

from typing import Annotated

import msgspec

from domain.clocks.clock import Clock
from domain.message import Command
from domain.plausible import TakesEffect
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.spelling import AS_SEEN, RegionCode

ReliefName = Annotated[str, msgspec.Meta(pattern=r"^relief-[0-9]{1,6}$")]
_Amount = Annotated[int, msgspec.Meta(ge=0, le=366)]


class ReliefCommand(Command, frozen=True, kw_only=True):
    """A request about a relief."""


class AnnounceRelief(ReliefCommand, frozen=True, kw_only=True):
    """Move the deadlines of these clocks later, in these prefectures or everywhere.

    ``instead_of`` takes back another relief in the same act.
    """

    mode: ReliefMode
    clocks: Annotated[tuple[Clock, ...], msgspec.Meta(min_length=1, max_length=60)]
    regions: Annotated[tuple[RegionCode, ...], msgspec.Meta(max_length=18)] = ()
    first: TakesEffect
    last: TakesEffect | None = None
    days: _Amount = 0
    months: Annotated[int, msgspec.Meta(ge=0, le=36)] = 0
    revive: bool = False
    body: ReliefBody
    document_no: Annotated[str, msgspec.Meta(max_length=60), AS_SEEN] = ""
    text: Annotated[str, msgspec.Meta(min_length=2, max_length=500), AS_SEEN]
    instead_of: ReliefName | None = None


class EndRelief(ReliefCommand, frozen=True, kw_only=True):
    """Give an open suspension its last day."""

    relief: ReliefName
    last: TakesEffect

"""Events about reliefs. These names and fields are stored for ever.

A relief is never rewritten. An end is given to an open one, and another takes the place of one
that was wrong.
"""

from datetime import date

from domain.clocks.clock import Clock
from domain.message import Event
from domain.reliefs.kind import ReliefBody, ReliefMode


class ReliefEvent(Event, frozen=True, kw_only=True):
    """Something that was decided about a relief. ``relief`` names it within the province."""

    relief: str


class ReliefAnnounced(ReliefEvent, frozen=True, kw_only=True):
    """From ``announced_on`` on the deadlines of these clocks are later.

    Of a suspension the days from ``first`` to ``last`` are not counted, and without a ``last``
    nobody knows yet how many they are. An addition makes each deadline from ``first`` to
    ``last`` later by so many ``days`` or ``months``. Without ``regions`` it holds in the whole
    province. ``text`` is the passage of the document. ``instead_of`` names the relief whose
    place it takes.
    """

    mode: ReliefMode
    clocks: tuple[Clock, ...]
    regions: tuple[str, ...] = ()
    announced_on: date
    first: date
    last: date | None = None
    days: int = 0
    months: int = 0
    revive: bool = False
    body: ReliefBody
    document_no: str = ""
    text: str
    instead_of: str | None = None


class ReliefEnded(ReliefEvent, frozen=True, kw_only=True):
    """``last`` is the last day that an open suspension leaves out of the count."""

    last: date

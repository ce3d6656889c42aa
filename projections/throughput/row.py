"""What the throughput remembers of a case: what it has counted, and what is measured next."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from domain.case.deadlines.due import Due
from domain.case.grounds import Hold


class CountedAt(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A day, and where the case was on it. What is counted there stays there."""

    on: date
    office: str
    green: bool


class Tally(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The measures that were counted of a case at one place, in their order.

    ``seconds`` is the working time of the decisions among them.
    """

    at: CountedAt
    measures: tuple[str, ...]
    seconds: int = 0


class SoFar(msgspec.Struct, omit_defaults=True, gc=False):
    """What is needed to measure later events.

    ``accept_rests_from`` is the day on which a hold stopped the days of acceptance.
    ``handled_from`` is the acceptance or the latest reopening. ``failed_for`` is why the post
    could not deliver a parcel that is under way. The last six are set as long as nobody knows
    whether the case becomes a part of those who began there.
    """

    due: Due | None = None
    accept_by: date | None = None
    decide_by: date | None = None
    holds: tuple[Hold, ...] = ()
    accept_rests_from: date | None = None
    handled_from: datetime | None = None
    approved_at: datetime | None = None
    produced_at: datetime | None = None
    posted_at: datetime | None = None
    escalated_at: datetime | None = None
    failed_for: str | None = None
    corrections: int = 0
    submitted: CountedAt | None = None
    corrected: CountedAt | None = None
    handed_over: CountedAt | None = None
    returned: CountedAt | None = None
    reserved: CountedAt | None = None
    unnamed: CountedAt | None = None


class Counted(msgspec.Struct, frozen=True, gc=False):
    """One case. ``tallies`` only ever grow, because what was counted is never taken back.

    ``completed_at`` is the latest completion. It stays when the case is reopened.
    """

    stream: UUID
    service: str
    channel: str
    office: str
    green: bool
    stage: str
    submitted_at: datetime
    submitted_on: date
    completed_at: datetime | None
    so_far: SoFar
    tallies: tuple[Tally, ...]

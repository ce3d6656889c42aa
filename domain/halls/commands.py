"""Commands to a hall on a day."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

import msgspec

from domain.halls.choices import (
    CleaningResult,
    Disinfectant,
    HallArea,
    HallClosing,
    StaffDuty,
    VisitAct,
)
from domain.message import Command
from domain.offices.business import WindowGroup
from domain.plausible import FromNow
from domain.spelling import OfficeId

People = Annotated[int, msgspec.Meta(ge=0, le=500)]
HallDay = Annotated[date, FromNow(timedelta(days=366), timedelta(days=366))]
Counter = Annotated[int, msgspec.Meta(ge=1, le=60)]
TicketNumber = Annotated[str, msgspec.Meta(pattern=r"^[A-F][0-9]{3,4}$")]
Temperature = Annotated[int, msgspec.Meta(ge=340, le=430)]
"""In tenths of a degree Celsius."""


class DoorTap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One tap at the door, ``ago_s`` seconds before it was sent.

    The tablet counts its taps, so ``number`` is larger than that of the tap before. Whoever comes
    has a mask and a temperature, or one of the two is lacking.
    """

    number: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    ago_s: Annotated[int, msgspec.Meta(ge=0, le=86_400)] = 0
    act: VisitAct = VisitAct.COMES
    masked: bool = True
    temperature: Temperature | None = None


class HallCommand(Command, frozen=True, kw_only=True):
    """A request to a hall on a day."""


class RecordCleaning(HallCommand, frozen=True, kw_only=True):
    """Record that an area was cleaned, and what was found. The address names the same hall."""

    office: OfficeId
    on: HallDay
    area: HallArea
    result: CleaningResult


class RecordDisinfection(HallCommand, frozen=True, kw_only=True):
    """Record that an area was disinfected. The address names the same hall."""

    office: OfficeId
    on: HallDay
    area: HallArea
    agent: Disinfectant


class CheckStaff(HallCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Record who of a duty is present, without a mask, or with a temperature, by number."""

    office: OfficeId
    on: HallDay
    duty: StaffDuty
    present: People
    unmasked: People
    feverish: People | None = None


class OpenHall(HallCommand, frozen=True, kw_only=True):
    """Open the doors. The address names the same hall."""

    office: OfficeId
    on: HallDay


class CloseHall(HallCommand, frozen=True, kw_only=True):
    """Close the doors. They may be opened again on the same day."""

    reason: HallClosing


class SetHallLimit(HallCommand, frozen=True, kw_only=True):
    """Say how many people are in the hall at most today."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=500)]


class RecordVisits(HallCommand, frozen=True, kw_only=True):
    """Record taps of one tablet, in their order. What was recorded already is passed over."""

    lane: UUID
    visits: Annotated[tuple[DoorTap, ...], msgspec.Meta(min_length=1, max_length=100)]


class IssueTicket(HallCommand, frozen=True, kw_only=True):
    """Give somebody a ticket for a group of business."""

    group: WindowGroup


class CallTicket(HallCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Call whoever has waited longest to a counter, among those of a group if one is named."""

    counter: Counter
    group: WindowGroup | None = None


class FinishTicket(HallCommand, frozen=True, kw_only=True):
    """Say that the business of a ticket is done, or that nobody came with it."""

    ticket: TicketNumber
    served: bool

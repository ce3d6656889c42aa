"""Commands to a network office centre. Each names it, because each may be the first."""

from datetime import date, timedelta
from typing import Annotated

import msgspec

from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift, EquipmentKind
from domain.message import Command
from domain.plausible import FromNow, TakesEffect
from domain.spelling import AS_NUMBER, AS_SEEN, OfficeId

EquipmentNo = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}$"), AS_NUMBER]
"""The number on the label of an item, such as ``WS-07``."""
RosterDay = Annotated[date, FromNow(timedelta(0), timedelta(days=31))]
Account = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:@-]+$")]


class CentreCommand(Command, frozen=True, kw_only=True):
    """A request to a network office centre."""

    office: OfficeId


class IssueWorkRules(CentreCommand, frozen=True, kw_only=True):
    """Let a new version of the work rules take effect. The document holds their text."""

    document_no: Annotated[str, msgspec.Meta(min_length=1, max_length=60), AS_SEEN]
    effective_on: TakesEffect


class ConfirmWorkRules(CentreCommand, frozen=True, kw_only=True):
    """Say that one has read a version of the work rules."""

    version: Annotated[int, msgspec.Meta(ge=1, le=10_000)]


class RosterCentreShift(CentreCommand, frozen=True, kw_only=True):
    """Say who works on a shift of a day, today or within a month. Nobody is on it if none is
    named."""

    day: RosterDay
    shift: CentreShift
    officers: Annotated[tuple[Account, ...], msgspec.Meta(max_length=200)]


class RegisterEquipment(CentreCommand, frozen=True, kw_only=True):
    """Put an item into use."""

    item: EquipmentNo
    equipment: EquipmentKind


class ReportCentreIncident(CentreCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Report that people are lacking, by number, or that an item is old or faulty."""

    kind: CentreIncidentKind
    lacking: Annotated[int, msgspec.Meta(ge=1, le=200)] | None = None
    item: EquipmentNo | None = None


class RemedyCentreIncident(CentreCommand, frozen=True, kw_only=True):
    """Say by what an incident is over."""

    incident: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    remedy: CentreRemedy

"""Commands to a violation."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.identifiers.plate import PlateKind
from domain.message import Command
from domain.violations.reasons import DiscardReason


class ViolationCommand(Command, frozen=True, kw_only=True):
    """A request about a violation."""


class RecordViolation(ViolationCommand, frozen=True, kw_only=True):
    """Take over what a camera has recorded. The plate and the place are sealed already."""

    office: str
    occurred_at: datetime
    plate_kind: PlateKind
    plate_index: bytes
    key_id: UUID
    sealed: dict[str, str]


class EnterViolation(ViolationCommand, frozen=True, kw_only=True):
    """Say what the picture shows. A fine of 0 is a warning."""

    act_code: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}[A-Z]?$")]
    fine_fen: Annotated[int, msgspec.Meta(ge=0, le=500_000)]
    points: Annotated[int, msgspec.Meta(ge=0, le=12)]


class DiscardViolation(ViolationCommand, frozen=True, kw_only=True):
    """Leave the picture out, because it proves nothing."""

    reason: DiscardReason


class PublishViolation(ViolationCommand, frozen=True, kw_only=True):
    """Let it be looked up."""


class ShowViolationFacts(ViolationCommand, frozen=True, kw_only=True):
    """Note that the driver was told the facts."""

    case: UUID


class DecideViolation(ViolationCommand, frozen=True, kw_only=True):
    """Note by which decision it is punished."""

    case: UUID
    decision_no: str
    online: bool


class DropViolation(ViolationCommand, frozen=True, kw_only=True):
    """Note that nobody is punished for it."""

    case: UUID


class ReleaseViolation(ViolationCommand, frozen=True, kw_only=True):
    """Let another case deal with it."""

    case: UUID


class SettleViolation(ViolationCommand, frozen=True, kw_only=True):
    """Note that its fine was paid."""

    decision_no: str
    paid_on: date

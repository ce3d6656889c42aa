"""Events about a violation. These names and fields are stored for ever. Money is in fen.

``case`` is the case in which the driver has it dealt with.
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN, SEALED
from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.violations.reasons import DiscardReason


class ViolationEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a violation."""


class ViolationRecorded(ViolationEvent, frozen=True, kw_only=True):
    """A camera has recorded it in the area of ``office``, whose police enter it by ``enter_by``.

    The plate and the place are sealed.
    """

    office: str
    occurred_at: datetime
    plate_kind: PlateKind
    enter_by: date
    plate_index: Annotated[bytes, HIDDEN]
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class ViolationEntered(ViolationEvent, frozen=True, kw_only=True):
    """An officer has reviewed the picture and said what it shows (105 art. 19).

    The vehicle's people can look it up by ``publish_by``.
    """

    officer: str
    act_code: str
    fine_fen: int
    points: int
    publish_by: date


class ViolationDiscarded(ViolationEvent, frozen=True, kw_only=True):
    """An officer has reviewed the picture, and it proves nothing."""

    officer: str
    reason: DiscardReason


class ViolationPublished(ViolationEvent, frozen=True, kw_only=True):
    """It can be looked up from this day on (105 art. 20)."""

    published_on: date


class ViolationFactsShown(ViolationEvent, frozen=True, kw_only=True):
    """The driver was told the facts, reasons and law, and that he may be heard (APL art. 31)."""

    case: UUID


class ViolationDecided(ViolationEvent, frozen=True, kw_only=True):
    """The decision of this number punishes it. ``online``: nobody came to a window for it."""

    case: UUID
    decision_no: str
    decided_on: date
    online: bool


class ViolationDropped(ViolationEvent, frozen=True, kw_only=True):
    """The driver was heard, and nobody is punished for it."""

    case: UUID


class ViolationReleased(ViolationEvent, frozen=True, kw_only=True):
    """The case has ended, or its decision fell. It can be dealt with anew."""

    case: UUID


class ViolationSettled(ViolationEvent, frozen=True, kw_only=True):
    """The fine is paid, so nothing of it is open."""

    paid_on: date

"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime

from domain.case.grounds import GreenKind, Hold
from domain.case.overlays.reasons import GreenProof, TransferReason
from domain.case.vocabulary import CaseEvent
from domain.services.facts import Paper


class CaseWithdrawn(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalRequested(CaseEvent, frozen=True, kw_only=True):
    """The citizen asks to withdraw. After acceptance he can only ask."""


class WithdrawalGranted(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0


class WithdrawalDenied(CaseEvent, frozen=True, kw_only=True):
    """The case goes on."""

    reconsider_by: date | None = None
    sue_by: date | None = None
    note: str | None = None


class EscalationRequested(CaseEvent, frozen=True, kw_only=True):
    kind: GreenKind
    papers: tuple[Paper, ...] = ()


class GreenChannelGranted(CaseEvent, frozen=True, kw_only=True):
    """``note`` is the reason of the duty leader. Older histories have neither it nor a proof."""

    kind: GreenKind
    proof: GreenProof | None = None
    note: str | None = None


class GreenChannelDenied(CaseEvent, frozen=True, kw_only=True):
    kind: GreenKind
    reconsider_by: date | None = None
    sue_by: date | None = None
    note: str | None = None


class CaseTransferred(CaseEvent, frozen=True, kw_only=True):
    from_office: str
    to_office: str
    reason: TransferReason


class HoldSet(CaseEvent, frozen=True, kw_only=True):
    """The case rests, by the decision that ``basis`` names.

    ``held_at`` is when the clocks that this hold stops stopped.
    """

    kind: Hold
    held_at: datetime | None = None
    basis: str | None = None


class HoldReleased(CaseEvent, frozen=True, kw_only=True):
    """The hold is over. Each day that moves has an event of its own.

    The case is ``still_held`` if another decision holds it for the same reason. ``keep_until``
    stands in older histories: a pick-up period that began anew.
    """

    kind: Hold
    keep_until: date | None = None
    basis: str | None = None
    still_held: bool = False

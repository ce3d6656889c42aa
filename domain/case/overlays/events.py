"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime

from domain.case.grounds import GreenKind, Hold
from domain.case.overlays.reasons import GreenProof
from domain.case.vocabulary import CaseEvent
from domain.offices.transfer_reason import TransferReason
from domain.services.facts import Paper


class CaseWithdrawn(CaseEvent, frozen=True, kw_only=True):
    """``taken_in_by`` is the officer who entered it for whoever stood at his window."""

    refund_fen: int = 0
    taken_in_by: str | None = None


class WithdrawalRequested(CaseEvent, frozen=True, kw_only=True):
    """The citizen asks to withdraw. After acceptance he can only ask.

    ``taken_in_by`` is the officer who entered it for whoever stood at his window.
    """

    taken_in_by: str | None = None


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


class InternalNoteWritten(CaseEvent, frozen=True, kw_only=True):
    """An officer has left word for his colleagues. It is sealed, and no applicant is told."""

    note: str


class CaseTransferred(CaseEvent, frozen=True, kw_only=True):
    """``basis`` is the decision of a prefecture about all cases of an office, if it was one."""

    from_office: str
    to_office: str
    reason: TransferReason
    basis: str | None = None


class TransferOffered(CaseEvent, frozen=True, kw_only=True):
    """The applicant is asked whether an office of another prefecture may go on with the case.

    ``officer`` is the person who asks him.
    """

    to_office: str
    reason: TransferReason
    officer: str | None = None


class TransferAgreed(CaseEvent, frozen=True, kw_only=True):
    """He consents. ``counter`` is where he collects the document, if he was to collect it.

    ``taken_in_by`` is the officer who entered it for whoever stood at his window.
    """

    to_office: str
    counter: str | None = None
    taken_in_by: str | None = None


class TransferDeclined(CaseEvent, frozen=True, kw_only=True):
    """He leaves the case where it is."""

    taken_in_by: str | None = None


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

"""The case as its history says it is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.case.booking import Booking
from domain.case.choosing import Choosing
from domain.case.deadline_warning import DeadlineWarning
from domain.case.grounds import GreenKind, Hold, StopReason
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.exam_plans.booking import LearnerStanding, RankedBooking
from domain.hidden import HIDDEN, SEALED
from domain.offices.transfer_reason import TransferReason
from domain.one_time_codes.mobile_code import MobileCode
from domain.parcels.reasons import FailedDelivery
from domain.penalties.reasons import ServiceManner
from domain.register.changes import Registrant, Undoable
from domain.register.extension import ExtendedDeadline
from domain.services.catalogue import AnyFacts
from domain.services.facts import AtCounter, ByPost
from domain.titles import Title


class Running(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The statutory clock runs. The office decides on this day at the latest."""

    decide_by: date


class Stopped(msgspec.Struct, frozen=True, tag=True, gc=False):
    """The statutory clock stands still with so many working days left.

    ``decide_by`` is the day on which it would have ended.
    """

    days_left: int
    decide_by: date | None = None


class TransferOffer(msgspec.Struct, frozen=True, gc=False):
    """The applicant was asked by the ``officer`` whether another prefecture may go on."""

    to_office: str
    reason: TransferReason
    officer: str | None = None


class UnderRelief(msgspec.Struct, frozen=True, gc=False):
    """A deadline that ends on ``by_law`` but for the relief that has this name.

    While it is held ``open`` nobody can be late.
    """

    relief: str
    by_law: date
    open: bool = False


class Deadline(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What the case waits for beside the statutory clock. ``at`` is set for a term of hours.

    After a hold the term counts from ``since``. One that a relief holds open was to end ``on``.
    """

    clock: str
    on: date
    at: datetime | None = None
    since: date | None = None
    under: UnderRelief | None = None

    @property
    def is_open(self) -> bool:
        return self.under is not None and self.under.open


class AskedFine(msgspec.Struct, frozen=True, gc=False):
    """What was owed on the day ``asked_on``, in fen: the fine, and what is added to a late one."""

    asked_on: date
    fine_fen: int
    additional_fen: int

    @property
    def total_fen(self) -> int:
        return self.fine_fen + self.additional_fen


class Loan(msgspec.Struct, frozen=True, gc=False):
    """The case is lent to another officer up to a day, and on that day too."""

    to: str
    until: date


def until(clock: Clock, on: date | None) -> Deadline | None:
    """The deadline on a day. Without a day there is none."""
    return Deadline(clock, on) if on else None


class Case(State, frozen=True):
    """A fold of events. ``Case()`` is the case before its first event.

    ``received_on`` is when the office got what it has to accept: the submission, the payment
    or the corrected papers, whichever was last. ``bases`` are the decisions behind the holds: of
    each kind there may be several, and one that names none. ``resting_since`` is when a hold
    stopped the deadline. It is None for a deadline that began under a hold, of which all is left.
    ``from_register`` are the checks whose result rests on what the register said at
    ``consulted_at``, which is None also after a correction has changed what it was asked about.
    ``holders`` are whom the register had then beside the applicant.
    ``handler`` is the officer who answers for it, who is its reviewer once the review has begun.
    ``ordered`` is what the decision has changed in the register and no later one has undone.
    ``extended`` are the deadlines that reliefs have moved, by the day of the law.
    ``learner`` is what his permit says of an examination that he books, and ``booking`` his rank.
    ``choosing`` is the number that is chosen, and what is left of the session.
    ``taken_in_by`` is the officer who entered it at a window for whoever stood there.
    ``violation`` and ``penalty`` are the streams of what it is about, and ``violation_plate_index``
    is that of the plate that was told. The driver was ``heard`` if his statement was answered.
    ``warning`` is the last one of a deadline of the office, which may be over. It has
    ``slipped`` if its result was told for an earlier day, and ``likely_by`` was told since.
    ``penalty_fen`` is the fine that was decided, and ``served_on`` when he received the decision.
    ``pay_again_by`` is set while a fee that is owed once more can be paid online.
    """

    stage: Stage = Stage.NEW
    service: str = ""
    office: str = ""
    reference: str = ""
    submitted_on: date | None = None
    received_on: date | None = None
    papers: frozenset[str] = frozenset()
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}
    claim: Annotated[UUID | None, HIDDEN] = None
    id_no_index: Annotated[bytes, HIDDEN] = b""
    agent_index: Annotated[bytes, HIDDEN] = b""
    mobile_codes: Annotated[tuple[MobileCode, ...], HIDDEN] = ()
    applicant_proven: bool = False
    vehicle: Annotated[UUID | None, HIDDEN] = None
    licence: Annotated[UUID | None, HIDDEN] = None
    permit: Annotated[UUID | None, HIDDEN] = None
    registrant: Annotated[Registrant | None, HIDDEN] = None
    violation: Annotated[UUID | None, HIDDEN] = None
    violation_plate_index: Annotated[bytes | None, HIDDEN] = None
    penalty: Annotated[UUID | None, HIDDEN] = None
    taken_in_by: str | None = None
    facts: AnyFacts | None = None
    delivery: ByPost | AtCounter | None = None
    choosing: Choosing | None = None

    fee_fen: int = 0
    postage_fen: int = 0
    paid_fen: int = 0
    refunded_fen: int = 0
    pay_again_by: datetime | None = None

    clock: Running | Stopped | None = None
    deadline: Deadline | None = None
    extended: tuple[ExtendedDeadline, ...] = ()
    deemed_on: date | None = None

    accepted_on: date | None = None
    accepted_by: str | None = None
    handler: str | None = None
    reviewer: str | None = None
    lent: Loan | None = None
    handed_back_by: str | None = None
    barred_reviewers: frozenset[str] = frozenset()
    checks: dict[str, bool] = {}
    from_register: frozenset[str] = frozenset()
    consulted_at: datetime | None = None
    holders: Annotated[frozenset[bytes], HIDDEN] = frozenset()
    overridden: frozenset[str] = frozenset()
    correction_places: frozenset[str] = frozenset()
    corrections: int = 0
    before_correction: Stage | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    reconsider_by: date | None = None
    deferred_until: date | None = None
    ordered: Annotated[tuple[Undoable, ...], HIDDEN] = ()
    learner: LearnerStanding | None = None
    booking: Annotated[RankedBooking | None, Title("考试预约", "booking")] = None

    facts_shown: bool = False
    facts_accepted: bool = False
    heard: bool = False
    decision_no: str | None = None
    penalty_fen: int = 0
    served_on: date | None = None
    served_by: ServiceManner | None = None
    asked_fine: AskedFine | None = None
    receipt_no: str | None = None
    by_card: Annotated[bool, HIDDEN] = False

    document_no: str | None = None
    old_document_settled: bool = False
    item_no: str | None = None
    posts: int = 0
    failed_tries: int = 0
    in_vain: tuple[FailedDelivery, ...] = ()
    area_closed: bool = False

    appointment: Booking | None = None
    offer: TransferOffer | None = None
    green: bool = False
    escalation: GreenKind | None = None
    green_proven: frozenset[GreenKind] = frozenset()
    holds: frozenset[Hold] = frozenset()
    bases: dict[str, tuple[str | None, ...]] = {}
    resting_since: datetime | None = None
    withdrawal_requested: bool = False
    under_reconsideration: bool = False
    ordered_anew: bool = False
    warning: DeadlineWarning | None = None
    slipped: bool = False
    likely_by: date | None = None

    @property
    def counter(self) -> str:
        """The office at whose counter the document is handed out."""
        return self.delivery.office if isinstance(self.delivery, AtCounter) else self.office

    @property
    def payable_fen(self) -> int:
        """What the applicant still owes: fee and postage, or a fine, less what the office holds."""
        asked = self.asked_fine.total_fen if self.asked_fine else 0
        return self.fee_fen + self.postage_fen + asked - (self.paid_fen - self.refunded_fen)

    @property
    def refundable_fen(self) -> int:
        """What can go back: the fee until a document is made, the postage until one is posted."""
        fee = self.fee_fen if self.document_no is None else 0
        postage = self.postage_fen if self.posts == 0 else 0
        return max(0, min(fee + postage, self.paid_fen - self.refunded_fen))


STOPPING_HOLDS: Final[Mapping[Hold, StopReason]] = {
    Hold.AWAITING_CHECK: StopReason.AWAITING_CHECK,
    Hold.RELIEF: StopReason.RELIEF,
}

"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent, Sealed
from domain.hidden import HIDDEN
from domain.one_time_codes.mobile_code import MobileCode
from domain.register.changes import Registrant
from domain.services.catalogue import AnyFacts
from domain.services.choices import Channel
from domain.services.facts import Paper


class Defect(msgspec.Struct, frozen=True, gc=False):
    """One thing to put right. ``where`` is the kind of a paper, or a part such as ``/delivery``."""

    where: Annotated[str, msgspec.Meta(pattern=r"^/?[a-z0-9_]{1,40}$")]
    code: DefectCode


class CaseSubmitted(CaseEvent, frozen=True, kw_only=True):
    """An application came in. ``facts`` are those of its service, whose code they bear.

    ``vehicle`` and ``licence`` are their streams in the register. ``mobile_codes`` are the one-time
    codes that it has used. ``applicant_proven`` says that the token of the sender proved that the
    ID number of the applicant is his own (ADR 52). ``pay_by`` is set if payment
    must come before acceptance. The office's clocks then wait. ``taken_in_by`` is the officer who
    entered it at a window. ``registrant`` is whom the register will have as the owner, where the
    vehicle gets one. ``violation`` and ``penalty`` are the streams of what it is about, and
    ``violation_plate_index`` is that of the plate that was told, under the name key.
    """

    stage: Stage
    submitted_on: date
    office: str
    reference: str
    facts: AnyFacts
    key_id: Annotated[UUID, HIDDEN]
    sealed: Sealed
    claim: Annotated[UUID, HIDDEN]
    id_no_index: Annotated[bytes, HIDDEN]
    plate_index: Annotated[bytes | None, HIDDEN] = None
    vin_index: Annotated[bytes | None, HIDDEN] = None
    licence_index: Annotated[bytes | None, HIDDEN] = None
    agent_index: Annotated[bytes | None, HIDDEN] = None
    vehicle: Annotated[UUID | None, HIDDEN] = None
    licence: Annotated[UUID | None, HIDDEN] = None
    mobile_codes: Annotated[tuple[MobileCode, ...], HIDDEN] = ()
    applicant_proven: bool = False
    fee_fen: int = 0
    postage_fen: int = 0
    pay_by: datetime | None = None
    accept_by: date | None = None
    correction_notice_by: date | None = None
    taken_in_by: str | None = None
    permit: Annotated[UUID | None, HIDDEN] = None
    registrant: Annotated[Registrant | None, HIDDEN] = None
    violation: Annotated[UUID | None, HIDDEN] = None
    violation_plate_index: Annotated[bytes | None, HIDDEN] = None
    penalty: Annotated[UUID | None, HIDDEN] = None

    @property
    def service(self) -> str:
        return self.facts.service

    @property
    def channel(self) -> Channel:
        return self.facts.channel


class PaymentReceived(CaseEvent, frozen=True, kw_only=True):
    """It is paid, and the office's days begin."""

    amount_fen: int
    accept_by: date
    correction_notice_by: date
    received_on: date | None = None


class PaymentFailed(CaseEvent, frozen=True, kw_only=True):
    reason: PaymentFailure


class PaymentExpired(CaseEvent, frozen=True, kw_only=True):
    """Nobody paid in time."""

    reconsider_by: date | None = None
    sue_by: date | None = None


class FeeAskedAgain(CaseEvent, frozen=True, kw_only=True):
    """The case begins anew, and the office does not hold its fee: it gave it back, or never had it.

    It is paid online until the document is made, and afterwards at the counter or at the door.
    Nothing waits for it: ``pay_by`` is the end of the day on which the office decides.
    """

    amount_fen: int
    pay_by: datetime


class FeePaidAgain(CaseEvent, frozen=True, kw_only=True):
    """What was asked for again is paid. The case goes on as it did."""

    amount_fen: int
    received_on: date


class CaseAccepted(CaseEvent, frozen=True, kw_only=True):
    officer: str
    accepted_on: date
    decide_by: date


class DeemedAccepted(CaseEvent, frozen=True, kw_only=True):
    """The office asked for no correction in time (ALL art. 32).

    So the case counts from the day on which all papers were there: that of its submission, of
    its payment, or of the corrected papers.
    """

    accepted_on: date
    decide_by: date


class CorrectionRequested(CaseEvent, frozen=True, kw_only=True):
    defects: tuple[Defect, ...]
    reply_by: date
    note: str | None = None


class CorrectionSupplied(CaseEvent, frozen=True, kw_only=True):
    """The correction is in, and the case goes on at ``stage``.

    Before acceptance the office's days begin anew. A new address may lie in another county.
    ``taken_in_by`` is the officer who entered it for whoever stood at his window.
    """

    stage: Stage
    papers: tuple[Paper, ...]
    sealed: Sealed = {}
    accept_by: date | None = None
    correction_notice_by: date | None = None
    received_on: date | None = None
    destination_region: str | None = None
    taken_in_by: str | None = None


class CorrectionExpired(CaseEvent, frozen=True, kw_only=True):
    refund_fen: int = 0
    reconsider_by: date | None = None
    sue_by: date | None = None


class NotAccepted(CaseEvent, frozen=True, kw_only=True):
    officer: str
    codes: tuple[str, ...]
    reconsider_by: date
    sue_by: date
    right_office: str | None = None
    refund_fen: int = 0
    note: str | None = None


class MovedToOnSite(CaseEvent, frozen=True, kw_only=True):
    reason: OnSiteReason


class OnSiteVisitRecorded(CaseEvent, frozen=True, kw_only=True):
    officer: str
